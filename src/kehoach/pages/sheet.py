"""A plan's printed lines grouped as an issued document is laid out (Nghị định 30/2020/NĐ-CP, phụ lục I)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from kehoach.exports.form import letterhead
from kehoach.meaning.fabric import LinkedPlan
from kehoach.model.printed import Line, national_lines
from kehoach.pages.page import Heading
from kehoach.pages.prose import Note, date_line, marked, number_line
from kehoach.pages.site import Site
from kehoach.pages.tables import TableView, table_view, tables_in
from kehoach.wording.pathnames import path_name

DECISION_ANCHOR = "kh_quyet-dinh"
PLAN_ANCHOR = "kh_ke-hoach"

_TOP, _FOOT = ("header", "nation", "number", "date"), ("recipients", "recipient", "signature", "signer")


@dataclass(frozen=True)
class Block:
    """One printed paragraph or table ready for the template; ``level`` is its heading level, 0 for a paragraph."""

    line: Line
    words: Markup
    level: int = 0
    place: str = ""
    table: TableView | None = None


@dataclass
class Sheet:
    """One document: the issuing decision, the plan itself, or an appendix."""

    anchor: str
    issuer: list[str] = field(default_factory=list)
    nation: list[str] = field(default_factory=list)
    derived_header: bool = False
    number: str = ""
    date: str = ""
    type: str = ""
    subject: str = ""
    blocks: list[Block] = field(default_factory=list)
    recipients: list[Block] = field(default_factory=list)
    signature: list[str] = field(default_factory=list)
    signer: str = ""
    headings: list[Heading] = field(default_factory=list)
    appendix: Block | None = None

    @property
    def title(self) -> str:
        """Type and subject in a line, for the table of contents."""
        if self.appendix and self.appendix.line.item:
            return ": ".join(filter(None, (self.appendix.line.words, self.appendix.line.item.heading)))
        return self.type.capitalize() or "Văn bản"

    @property
    def is_wide(self) -> bool:
        """Whether it holds a table that wants a page across."""
        return any(block.table and block.table.is_wide for block in self.blocks)

    @property
    def has_header(self) -> bool:
        """Whether the document opens with the header block; a plan attached to a decision does not."""
        return bool(self.number or self.date)


def sheets(site: Site, linked: LinkedPlan, notes: Mapping[int, list[Note]], here: str) -> list[Sheet]:
    """Lay a plan out; ``notes`` gives the notes of each line by its index."""
    made: dict[str, Sheet] = {}
    explained: set[str] = set()
    cells: list[tuple[Line, Markup]] = []
    for index, (line, mentions) in enumerate(zip(linked.lines, linked.mentions, strict=True)):
        words = marked(line, mentions, notes.get(index, ()), site.registry, here, explained)
        if not line.cell:
            _take_tables(made, cells)
            _place(_sheet(made, line), line, words)
            continue
        cells.append((line, words))
    _take_tables(made, cells)
    for sheet in made.values():
        sheet.headings = _headings(sheet.blocks)
        if sheet.has_header and not sheet.issuer:
            known = linked.plan.issuer in site.registry.units
            sheet.issuer = letterhead(linked.plan, site.registry) if known else []
            sheet.nation = list(national_lines(linked.plan.header))
            sheet.derived_header = True
    return list(made.values())


def _sheet(made: dict[str, Sheet], line: Line) -> Sheet:
    usual = {"QD": DECISION_ANCHOR, "KH": PLAN_ANCHOR}
    return made.setdefault(line.part, Sheet(usual.get(line.part) or line.anchor))


def _take_tables(made: dict[str, Sheet], cells: list[tuple[Line, Markup]]) -> None:
    for table in tables_in(cells):
        line = table[0][0]
        _sheet(made, line).blocks.append(Block(line, Markup(), table=table_view(table)))
    cells.clear()


def _place(sheet: Sheet, line: Line, words: Markup) -> None:
    if line.kind == "header":
        sheet.issuer.append(line.words)
    elif line.kind == "nation":
        sheet.nation.append(line.words)
    elif line.kind == "number":
        sheet.number = number_line(line.words)
    elif line.kind == "date":
        sheet.date = date_line(line.words)
    elif line.kind == "type":
        sheet.type = line.words
    elif line.kind == "subject":
        sheet.subject = words
    elif line.kind == "recipient":
        sheet.recipients.append(_block(line, words))
    elif line.kind == "signature":
        sheet.signature.append(line.words)
    elif line.kind == "signer":
        sheet.signer = line.words
    elif line.kind == "appendix":
        sheet.appendix = _block(line, words)
    elif line.kind == "appendix_title":
        sheet.subject = words
    elif line.kind not in (*_TOP, *_FOOT):
        sheet.blocks.append(_block(line, words))


def _block(line: Line, words: Markup) -> Block:
    level = min(3 + line.depth, 6) if line.kind == "heading" else 0
    return Block(line, words, level, path_name(line.path) if line.anchor else "")


def _headings(blocks: Iterable[Block]) -> list[Heading]:
    """Make the table of contents from headings and run-in headings of the two outer levels."""
    found: list[tuple[str, str, list[Heading]]] = []
    for block in blocks:
        line = block.line
        named = line.kind == "heading" or (line.kind == "text" and line.lead_in > 0)
        if not named or not line.anchor or line.depth > 1:
            continue
        assert line.item is not None
        title = f"{line.label} {line.item.heading.rstrip(':')}"
        if line.depth == 0:
            found.append((title, line.anchor, []))
        elif found:
            found[-1][2].append(Heading(title, line.anchor))
    return [Heading(title, anchor, tuple(children)) for title, anchor, children in found]
