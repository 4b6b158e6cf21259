"""The page of two editions of a plan: what changed in sentences, then the whole plan with changes in place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from kehoach.comparison.dutytable import duty_rows
from kehoach.comparison.kinds import KINDS, kinds
from kehoach.comparison.model import Change, Comparison, FieldChange
from kehoach.comparison.nodes import Node, cell_name
from kehoach.comparison.since import sentence
from kehoach.comparison.words import Op
from kehoach.meaning.fabric import LinkedPlan
from kehoach.model.items import Item
from kehoach.model.printed import Line
from kehoach.model.tables import CellPlace
from kehoach.pages.page import Heading, Page, difference_file, difference_path, href, plan_path
from kehoach.pages.site import Site, path_name

SCRIPT = "assets/javascripts/difference.js"
HEADLINE, DUTIES, WHOLE = "kh_dang-chu-y", "kh_theo-co-quan", "kh_toan-van"

_FRAMES = {
    "header": "Phần đầu",
    "number": "Số, ký hiệu",
    "date": "Nơi và ngày",
    "title": "Tên văn bản",
    "signature": "Chữ ký",
}
_EMPTY = Markup()
_FIELD_ORDER = ("heading", "text")


@dataclass(frozen=True)
class Row:
    """One printed field of a provision: its label, and its words with what changed in them.

    ``old`` and ``new`` stand side by side; ``both`` is the one text with changes in place.
    """

    name: str
    label: str
    both: Markup
    old: Markup = _EMPTY
    new: Markup = _EMPTY
    changed: bool = False
    editorial: bool = False


@dataclass(frozen=True)
class Entry:
    """One provision of the page; ``at`` is its anchor here, ``old_href`` and ``new_href`` lead to the plans."""

    at: str
    change: Change
    label: str
    place: str
    rows: Sequence[Row] = ()
    badges: Sequence[str] = ()
    said: str = ""
    old_href: str = ""
    new_href: str = ""
    gone_to: str = ""
    came_from: str = ""
    depth: int = 0
    section: str = ""
    following: str = ""

    @property
    def altered(self) -> bool:
        """Whether there is anything to see here."""
        return bool(self.badges or self.gone_to)

    @property
    def editorial(self) -> bool:
        """Whether only the way of writing changed."""
        return self.altered and not self.gone_to and self.change.weight == "editorial" and not self.change.moved


@dataclass(frozen=True)
class Compared:
    """Two states of a plan on a page: what each is called in a sentence and in a label, and where it can be read."""

    comparison: Comparison
    old: LinkedPlan
    new: LinkedPlan
    names: tuple[str, str]
    before: str
    old_page: str = ""
    new_page: str = ""
    data: str = ""


def difference_page(site: Site, old_id: str, new_id: str) -> Page:
    """Build the page of two editions."""
    old, new = site.fabric.plans[old_id], site.fabric.plans[new_id]
    names = old.plan.edition, new.plan.edition
    compared = Compared(
        site.editions.between(old_id, new_id),
        old,
        new,
        names,
        f"năm {old.plan.year}" if old.plan.year != new.plan.year else "kỳ trước",
        plan_path(old_id),
        plan_path(new_id),
        difference_file(old_id, new_id),
    )
    title = f"Kế hoạch năm {names[1]} đổi gì so với năm {names[0]}"
    description = f"{site.unit_name(new.plan.unit)}: kế hoạch {names[1]} khác kế hoạch {names[0]} ở đâu."
    return compared_page(site, compared, difference_path(old_id, new_id), title, description)


def compared_page(site: Site, compared: Compared, here: str, title: str, description: str) -> Page:
    """Build the page of two states of a plan: two editions, or two revisions."""
    comparison, old, new = compared.comparison, compared.old, compared.new
    entries = _Layout(site, compared, here).entries()
    html = site.render(
        "difference.html.j2",
        here,
        compared=compared,
        comparison=comparison,
        headline=[linked_places(said, entries) for said in comparison.headline],
        duties=duty_rows(comparison, old, new, site.registry),
        entries=entries,
        counts=_counts(comparison),
        title=title,
        anchors={"headline": HEADLINE, "duties": DUTIES, "whole": WHOLE},
    )
    return Page(here, title, html, _toc(entries), description, scripts=(SCRIPT,))


def _counts(comparison: Comparison) -> Counter[str]:
    """Count provisions by what became of them; what differs only in writing counts as the same."""
    return Counter(
        "same" if change.status == "changed" and change.weight == "editorial" else change.status
        for change in comparison.provisions
        if change.relation == "pair"
    )


def _toc(entries: Sequence[Entry]) -> tuple[Heading, ...]:
    sections = tuple(Heading(entry.section, entry.at) for entry in entries if entry.section)
    return (
        Heading("Điều đáng chú ý", HEADLINE),
        Heading("Theo cơ quan", DUTIES),
        Heading("Toàn văn có đánh dấu", WHOLE, sections),
    )


_PLACE = re.compile(
    r"mục (?P<path>[IVXLC]+(?:\.[0-9a-zđ]+)*(?:, (?:gạch|cộng|chấm) [0-9]+)*)"
    r"(?P<then> năm [0-9]{4}| bản trước)?(?![\w.]\w)"
)


def linked_places(said: str, entries: Sequence[Entry]) -> Markup:
    """Link the places that a sentence cites to where they stand on the page."""
    new = {path_name(e.change.new.path): e.at for e in reversed(entries) if e.change.new and not e.gone_to}
    old = {path_name(e.change.old.path): e.at for e in reversed(entries) if e.change.old and not e.gone_to}
    out, position = Markup(), 0
    for match in _PLACE.finditer(said):
        at = (old if match["then"] else new).get(match["path"])
        out += said[position : match.start()]
        out += Markup('<a href="#{}">{}</a>').format(at, match[0]) if at else match[0]
        position = match.end()
    return out + said[position:]


@dataclass
class _Layout:
    site: Site
    compared: Compared
    here: str
    taken: dict[str, int] = field(default_factory=dict)

    def entries(self) -> list[Entry]:
        """All provisions in the new plan's order, with a sign where one has moved away from."""
        changes = self.compared.comparison.changes
        self.labels = tuple(_labels(linked) for linked in (self.compared.old, self.compared.new))
        self.paired = {c.new.index for c in changes if c.new and c.relation == "pair"}
        self.places = {id(change): self._anchor(change) for change in changes}
        own = sorted(changes, key=lambda c: c.relation == "pair")
        self.by_old = {c.old.index: self.places[id(c)] for c in own if c.old}
        self.by_new = {c.new.index: self.places[id(c)] for c in own if c.new}
        made = [self._entry(change) for change in changes]
        return _chained(self._with_departures(made))

    def _anchor(self, change: Change) -> str:
        """Name a place of this page: a new provision's own anchor, for what only the old plan has "cu_" before it."""
        own = change.new and (change.relation == "pair" or change.new.index not in self.paired)
        node = change.new if own else change.old or change.new
        name = node.name.replace(".", "-").lower() if node else ""
        name = name if own else f"cu_{name}"
        self.taken[name] = self.taken.get(name, 0) + 1
        return name if self.taken[name] == 1 else f"{name}_{self.taken[name]}"

    def _entry(self, change: Change) -> Entry:
        side = 1 if change.new and change.relation != "merge" else 0
        node = (change.new if side else change.old) or change.node
        marks = [KINDS[kind] for kind in kinds(change)] if change.node.group == "provision" else _frame_marks(change)
        top = node.group == "provision" and node.parent < 0 and "heading" in node.fields and side == 1
        return Entry(
            at=self.places[id(change)],
            change=change,
            label=self.labels[side].get(node.anchor, ""),
            place=_FRAMES.get(node.group) or path_name(node.path),
            rows=tuple(self._rows(change, node, side)),
            badges=marks,
            said=sentence(change, self.compared.before, self.site.registry)
            if marks and node.group == "provision"
            else "",
            old_href=self._href(0, change.old),
            new_href=self._href(1, change.new),
            came_from=self._came_from(change),
            depth=len(_bullets(node.path)),
            section=f"{self.labels[side].get(node.anchor, '')} {node.fields['heading']}".strip() if top else "",
        )

    def _href(self, side: int, node: Node | None) -> str:
        page = (self.compared.old_page, self.compared.new_page)[side]
        return href(self.here, page, node.anchor) if page and node and node.anchor else ""

    def _came_from(self, change: Change) -> str:
        """Where the other end of a move, split or merge stands on this page."""
        if change.relation == "split" and change.old:
            return self.by_old.get(change.old.index, "")
        if change.relation == "merge" and change.new:
            return self.by_new.get(change.new.index, "")
        return f"tu_{self.places[id(change)]}" if change.moved else ""

    def _with_departures(self, made: Sequence[Entry]) -> list[Entry]:
        """Leave a sign at the place that a moved provision had, after what stood before it."""
        departures: dict[int, list[Entry]] = {}
        anchored = {e.change.old.index: i for i, e in enumerate(made) if e.change.old and not e.change.moved}
        for entry in made:
            old = entry.change.old
            if entry.change.moved and old:
                at = max(
                    (i for index, i in anchored.items() if index < old.index), default=-1, key=lambda i: _old(made, i)
                )
                sign = Entry(
                    at=f"tu_{entry.at}",
                    change=entry.change,
                    label=self.labels[0].get(old.anchor, ""),
                    place=path_name(old.path),
                    old_href=entry.old_href,
                    gone_to=entry.at,
                )
                departures.setdefault(at, []).append(sign)
        out = list(departures.get(-1, ()))
        for index, entry in enumerate(made):
            out += [entry, *departures.get(index, ())]
        return out

    def _rows(self, change: Change, node: Node, side: int) -> Iterator[Row]:
        names = dict.fromkeys((*node.fields, *(f.name for f in change.fields)))
        for name in sorted(names, key=lambda n: _FIELD_ORDER.index(n) if n in _FIELD_ORDER else len(_FIELD_ORDER)):
            altered = change.field(name)
            if change.relation != "pair" and name not in node.fields:
                continue
            label = self.labels[side].get(f"{node.anchor}--{name}") or self.labels[1 - side].get(
                f"{node.anchor}--{name}"
            )
            yield _row(name, label or "", altered, node.fields.get(name, ""), change)


def _old(made: Sequence[Entry], index: int) -> int:
    old = made[index].change.old
    return old.index if old else -1


def _chained(entries: Sequence[Entry]) -> list[Entry]:
    """Let each change lead to the next one, past those of writing only."""
    out: list[Entry] = []
    following = ""
    for entry in reversed(entries):
        out.append(replace(entry, following=following))
        if entry.altered and not entry.editorial:
            following = entry.at
    return out[::-1]


def _bullets(path: str) -> list[str]:
    return path.split(".")[1:] if not path.startswith("QD") else []


def _frame_marks(change: Change) -> list[str]:
    if change.status == "same":
        return []
    return {"added": ["thêm"], "removed": ["bỏ"]}.get(change.status, ["sửa"])


def _labels(linked: LinkedPlan) -> Mapping[str, str]:
    """Give what is printed before each provision, and the label of each of its fields, by anchor."""
    found: dict[str, str] = {}
    for line in linked.lines:
        if line.cell and line.item:
            _label_cell(found, line, line.cell, line.item)
        elif line.anchor:
            found[line.anchor] = line.field.label if line.field else line.label
    return found


def _label_cell(found: dict[str, str], line: Line, cell: CellPlace, item: Item) -> None:
    """Say of a row its printed number, and of its other cells what their columns are called."""
    found.setdefault(item.id, "")
    if cell.is_heading or cell.column >= len(cell.table.columns):
        return
    if cell.table.kinds[cell.column] == "number":
        found[item.id] = line.words
    elif cell.column != cell.table.main and line.field:
        found[f"{item.id}--{cell_name(line)}"] = line.field.label


def _row(name: str, label: str, altered: FieldChange | None, text: str, change: Change) -> Row:
    if altered is None:
        return Row(name, label, Markup.escape(text))
    ops: Sequence[Op] = altered.ops
    if change.relation == "split":
        ops = [op for op in ops if op.tag != "-"]
    elif change.relation == "merge":
        ops = [Op("-", altered.old)]
    editorial = altered.weight == "editorial"
    whole = change.status in ("added", "removed") or change.relation != "pair"
    both = _runs(ops)
    if whole:
        return Row(name, label, both, changed=True, editorial=editorial)
    old = _runs([op for op in ops if op.tag != "+"])
    new = _runs([op for op in ops if op.tag != "-"])
    return Row(name, label, both, old, new, True, editorial)


_FORMS = {
    "=": Markup("{}"),
    "-": Markup('<del><span class="kh-sr">[bỏ] </span>{}<span class="kh-sr"> [hết]</span></del>'),
    "+": Markup('<ins><span class="kh-sr">[thêm] </span>{}<span class="kh-sr"> [hết]</span></ins>'),
}


def _runs(ops: Sequence[Op]) -> Markup:
    return Markup().join(_FORMS[op.tag].format(op.words) for op in ops)
