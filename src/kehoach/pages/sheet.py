"""A plan's printed lines grouped as an issued document is laid out (Nghị định 30/2020/NĐ-CP, phụ lục I)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from kehoach.exports.form import letterhead, signature_blocks
from kehoach.meaning.fabric import LinkedPlan
from kehoach.model.plan import Plan
from kehoach.model.printed import Line, national_lines
from kehoach.pages.history import Since
from kehoach.pages.notes import CORRECTED
from kehoach.pages.page import Heading
from kehoach.pages.prose import ProseNote, Told, date_line, marked, number_line
from kehoach.pages.site import Site
from kehoach.pages.tables import TableView, table_view, tables_in

DECISION_ANCHOR = "kh_quyet-dinh"
PLAN_ANCHOR = "kh_ke-hoach"

_TOP, _FOOT = ("header", "nation", "number", "date"), ("recipients", "recipient", "signature", "signer")


@dataclass(frozen=True)
class Block:
    """One printed paragraph or table ready for the template; ``level`` is its heading level, 0 for a paragraph.

    ``since`` tells what became of the provision since the edition before, where a page says so.
    """

    anchor: str
    path: str
    label: str
    kind: str
    words: Markup
    level: int = 0
    since: Since | None = None
    table: TableView | None = None


@dataclass(frozen=True)
class Signed:
    """Who signs for a body: the lines above the name, and the name, empty where the source has none."""

    posts: tuple[str, ...]
    name: str


@dataclass(frozen=True)
class Sheet:
    """One document: the issuing decision, the plan itself, or an appendix; ``title`` is its entry in a list.

    ``derived_header`` tells that its header is not printed in the source, ``own_from`` which of the lines above it is
    the first that names who issues it.
    """

    anchor: str
    title: str
    issuer: tuple[str, ...]
    nation: tuple[str, ...]
    derived_header: bool
    own_from: int
    number: str
    date: str
    type: str
    subject: str
    blocks: tuple[Block, ...]
    recipients: tuple[Block, ...]
    signatures: tuple[Signed, ...]
    headings: tuple[Heading, ...]
    appendix: Block | None

    @property
    def is_wide(self) -> bool:
        """Whether it holds a table that wants a page across."""
        return any(block.table and block.table.is_wide for block in self.blocks)

    @property
    def has_header(self) -> bool:
        """Whether the document opens with the header block; a plan attached to a decision does not."""
        return bool(self.number or self.date)


_NOTHING: Mapping[str, Since] = {}


def sheets(
    site: Site,
    linked: LinkedPlan,
    notes: Mapping[int, list[ProseNote]],
    path: str,
    since: Mapping[str, Since] = _NOTHING,
) -> tuple[Sheet, ...]:
    """Lay a plan out; ``notes`` are those of each line by its index, ``since`` what became of provisions by anchor."""
    drafts: dict[str, _Draft] = {}
    told = Told()
    cells: list[tuple[Line, Markup]] = []
    for index, (line, mentions) in enumerate(zip(linked.lines, linked.mentions, strict=True)):
        if line.kind == "heading" or (line.lead_in and line.kind == "text") or line.cell:
            told.begin_provision()
        words = marked(line, mentions, map(_raised, notes.get(index, ())), site.registry, path, told)
        if not line.cell:
            _take_tables(drafts, cells, since)
            _place(_draft(drafts, line), line, words, since)
            continue
        cells.append((line, words))
    _take_tables(drafts, cells, since)
    return tuple(_finished(site, linked.plan, draft) for draft in drafts.values())


def _raised(note: ProseNote) -> ProseNote:
    """Leave words that were corrected as they are: their note says it, and only what may be wrong is marked as well."""
    return replace(note, css="") if note.css == CORRECTED else note


@dataclass
class _Draft:
    """A sheet while its lines are gathered; ``printed`` are the lines that its blocks begin with."""

    anchor: str
    issuer: list[str] = field(default_factory=list)
    nation: list[str] = field(default_factory=list)
    number: str = ""
    date: str = ""
    type: str = ""
    subject: str = ""
    printed: list[Line] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    recipients: list[Block] = field(default_factory=list)
    signing: list[Line] = field(default_factory=list)
    appendix: tuple[Line, Block] | None = None

    @property
    def title(self) -> str:
        """Type and subject in a line, for the table of contents."""
        if self.appendix and (item := self.appendix[0].item):
            return ": ".join(filter(None, (self.appendix[0].words, item.heading)))
        return self.type.capitalize() or "Văn bản"


def _finished(site: Site, plan: Plan, draft: _Draft) -> Sheet:
    """Make a sheet of what was gathered; a header that is not printed is put together from the registry."""
    issuer = site.registry.units.get(plan.issuer)
    derived = bool(draft.number or draft.date) and not draft.issuer
    names = tuple((letterhead(plan, site.registry) if issuer else ()) if derived else draft.issuer)
    one_name = derived and issuer is not None and issuer.kind == "people_committee"
    return Sheet(
        draft.anchor,
        draft.title,
        names,
        tuple(national_lines(plan.header) if derived else draft.nation),
        derived,
        0 if one_name else max(0, len(names) - len(plan.issuers)),
        draft.number,
        draft.date,
        draft.type,
        draft.subject,
        tuple(draft.blocks),
        tuple(draft.recipients),
        tuple(map(_signed, signature_blocks(draft.signing))),
        tuple(_headings(draft.printed)),
        draft.appendix[1] if draft.appendix else None,
    )


def _signed(lines: Sequence[Line]) -> Signed:
    name = next((line.words for line in lines if line.kind == "signer"), "")
    return Signed(tuple(line.words for line in lines if line.kind == "signature"), name)


def _draft(drafts: dict[str, _Draft], line: Line) -> _Draft:
    usual = {"QD": DECISION_ANCHOR, "KH": PLAN_ANCHOR}
    return drafts.setdefault(line.part, _Draft(usual.get(line.part) or line.anchor))


def _take_tables(drafts: dict[str, _Draft], cells: list[tuple[Line, Markup]], since: Mapping[str, Since]) -> None:
    for table in tables_in(cells):
        line = table[0][0]
        draft = _draft(drafts, line)
        draft.printed.append(line)
        draft.blocks.append(replace(_block(line, Markup(), since), level=0, table=table_view(table, since)))
    cells.clear()


def _place(draft: _Draft, line: Line, words: Markup, since: Mapping[str, Since]) -> None:
    if line.kind == "header":
        draft.issuer.append(line.words)
    elif line.kind == "nation":
        draft.nation.append(line.words)
    elif line.kind == "number":
        draft.number = number_line(line.words)
    elif line.kind == "date":
        draft.date = date_line(line.words)
    elif line.kind == "type":
        draft.type = line.words
    elif line.kind == "subject":
        draft.subject = words
    elif line.kind == "recipient":
        draft.recipients.append(_block(line, words, since))
    elif line.kind in ("signature", "signer"):
        draft.signing.append(line)
    elif line.kind == "appendix":
        draft.appendix = line, _block(line, words, since)
    elif line.kind == "appendix_title":
        draft.subject = words
    elif line.kind not in (*_TOP, *_FOOT):
        draft.printed.append(line)
        draft.blocks.append(_block(line, words, since))


def _block(line: Line, words: Markup, since: Mapping[str, Since]) -> Block:
    level = min(3 + line.depth, 6) if line.kind == "heading" else 0
    became = since.get(line.anchor) if line.item else None
    return Block(line.anchor, line.path, line.label, line.kind, words, level, became)


def _headings(lines: Iterable[Line]) -> list[Heading]:
    """Make the table of contents from headings and run-in headings of the two outer levels."""
    entries: list[tuple[str, str, list[Heading]]] = []
    for line in lines:
        is_heading = line.kind == "heading" or (line.kind == "text" and line.lead_in > 0)
        if not is_heading or not line.anchor or line.depth > 1:
            continue
        assert line.item is not None
        title = f"{line.label} {line.item.heading.rstrip(':')}"
        if line.depth == 0:
            entries.append((title, line.anchor, []))
        elif entries:
            entries[-1][2].append(Heading(title, line.anchor))
    return [Heading(title, anchor, tuple(children)) for title, anchor, children in entries]
