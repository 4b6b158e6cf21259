"""Who takes up what: the page of an upper plan over all plans below it, and a page with the evidence for each pair.

Below a plan are those that name it, and those of which a person said so; ``analysis`` lays others side by side.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from kehoach.comparison.cascade import Cell, Coverage, passage
from kehoach.comparison.nodes import Node
from kehoach.comparison.relations import Tie, relations_of
from kehoach.comparison.words import Op, count, kept
from kehoach.pages.page import Heading, Page, cascade_path, coverage_path
from kehoach.pages.site import Site
from kehoach.wording.letters import slug

COLUMNS = 6
"""Most lower plans shown one by one in the rows of the overview; of more only the numbers are shown."""
MARKED_RUN = 3
"""Fewest words of a common run that is marked where most words differ."""


@dataclass(frozen=True)
class Row:
    """An upper item in the overview: its cell for each lower plan, or how many plans treat it how."""

    item: Node
    cells: tuple[tuple[Coverage, Cell], ...]

    @property
    def tags(self) -> str:
        """What the row can be filtered by."""
        found = {cell.status for _, cell in self.cells}
        found |= {"doubtful"} if any(cell.certainty == "doubtful" for _, cell in self.cells) else set()
        return " ".join(sorted(found))

    def tally(self, status: str) -> int:
        """Count the plans of a status."""
        return sum(cell.status == status for _, cell in self.cells)


@dataclass(frozen=True)
class Section:
    """The rows below one top heading of the upper plan."""

    title: str
    anchor: str
    rows: tuple[Row, ...]


def coverage_of(site: Site, tie: Tie) -> Coverage:
    """Give the comparison that a pairing stands for."""
    return site.cascade.cover(site.fabric.plans[tie.target.id], site.fabric.plans[tie.source.id])


def cascade_page(site: Site, plan_id: str) -> Page:
    """Build the page of an upper plan over all plans below it."""
    ties = relations_of(site.fabric).compared_with[plan_id]
    here = cascade_path(plan_id)
    found = [(tie, coverage_of(site, tie)) for tie in ties]
    sections = sections_of(site, plan_id, [coverage for _, coverage in found])
    html = site.render(
        "cascade.html.j2",
        here,
        plan=site.plan(plan_id),
        found=found,
        sections=sections,
        many=len(found) > COLUMNS,
        shortened=shortened,
        link=lambda coverage, cell: _cell_link(here, coverage, cell),
    )
    name = site.place_name(plan_id)
    toc = (
        Heading("Các kế hoạch đã đối chiếu", "kh_cac-ke-hoach"),
        *(Heading(section.title, section.anchor) for section in sections),
    )
    description = f"Mục nào của kế hoạch {name} được đưa vào kế hoạch nào: nguyên văn hay có sửa."
    return Page(here, f"Triển khai kế hoạch {name}", html, toc, description)


def _cell_link(here: str, coverage: Coverage, cell: Cell) -> tuple[str, str]:
    return coverage_path(coverage.upper_id, coverage.lower_id), f"kh_{cell.upper.key}"


def sections_of(site: Site, plan_id: str, found: list[Coverage]) -> list[Section]:
    """Group the upper items by their top heading, in printed order."""
    headings = {
        line.path: (f"{line.label} {line.item.heading}", line.item.id)
        for line in site.fabric.plans[plan_id].lines
        if line.item and line.depth == 0 and line.kind == "heading" and line.path
    }
    rows: dict[str, list[Row]] = {}
    for index, cell in enumerate(found[0].cells):
        top = cell.upper.path.partition(".")[0]
        rows.setdefault(top, []).append(Row(cell.upper, tuple((one, one.cells[index]) for one in found)))
    return [Section(*(headings.get(top, (top, slug(top) or "phan"))), tuple(entries)) for top, entries in rows.items()]


def coverage_page(site: Site, tie: Tie) -> Page:
    """Build the page of a pair, with the evidence for each item."""
    coverage = coverage_of(site, tie)
    upper, lower = site.plan(coverage.upper_id), site.plan(coverage.lower_id)
    here = coverage_path(upper.id, lower.id)
    html = site.render(
        "coverage.html.j2",
        here,
        tie=tie,
        coverage=coverage,
        upper=upper,
        lower=lower,
        sections=sections_of(site, upper.id, [coverage]),
        helpers=HELPERS,
    )
    names = site.place_name(upper.id), site.place_name(lower.id)
    toc = tuple(Heading(section.title, section.anchor) for section in sections_of(site, upper.id, [coverage]))
    toc += (Heading("Mục riêng của kế hoạch dưới", "kh_rieng"),) if coverage.own else ()
    description = f"Đối chiếu từng mục: kế hoạch {names[1]} đưa vào những gì của kế hoạch {names[0]}."
    return Page(here, f"{names[1]} so với {names[0]}", html, toc, description)


def shortened(node: Node, most: int = 190) -> str:
    """Give an item's words, cut at a word."""
    words = (node.fields.get("heading") or node.fields.get("text") or node.text).replace("\n", " ")
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0].rstrip(" ,;") + " …"


def sides(cell: Cell) -> tuple[Markup, Markup]:
    """Mark up both passages of a cell: what differs where most is the same, what is common where most differs."""
    assert cell.item is not None
    total = max(count(passage(cell.upper)), count(passage(cell.item)))
    alike = 2 * kept(cell.ops) >= total
    return tuple(  # type: ignore[return-value]
        Markup().join(_run(op, tag, alike) for op in cell.ops if op.tag in ("=", tag)) for tag in "-+"
    )


def _lines(text: str) -> Markup:
    return Markup("<br>").join(Markup.escape(line) for line in text.split("\n"))


_MARKS = {
    "-": Markup('<del><span class="kh-sr">[bỏ] </span>{}</del>'),
    "+": Markup('<ins><span class="kh-sr">[thêm] </span>{}</ins>'),
    "=": Markup("<mark>{}</mark>"),
}


def _run(op: Op, tag: str, alike: bool) -> Markup:
    words = _lines(op.words)
    marked = op.tag == tag if alike else op.tag == "=" and count(op.words) >= MARKED_RUN
    if not marked or not op.words.strip():
        return words
    return _MARKS[op.tag].format(words)


HELPERS = {"sides": sides, "passage": passage, "lines": _lines, "shortened": shortened}
"""What the template of evidence marks and cuts passages with."""
