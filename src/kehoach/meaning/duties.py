"""Who must do what: the duties that a plan's printed fields, headings and sentences give rise to.

An activity carries printed fields; an assignment stands below a body's heading or opens with the body;
a request asks a body that cannot be ordered; a reporting duty orders a periodic report. Facts noted on an
item overrule what is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from kehoach.meaning.actors import read_actors
from kehoach.meaning.clausedoers import clause_ends, ordered
from kehoach.meaning.closingduties import closing_reports
from kehoach.meaning.duty import Duty, Value, clipped, in_order
from kehoach.meaning.fieldshares import shares
from kehoach.meaning.headedwork import assigns, has_tasks, list_below, names_alone, orders_things, work_below
from kehoach.meaning.leadins import leads_from
from kehoach.meaning.letteredfields import lettered_fields
from kehoach.meaning.linetimes import field_times
from kehoach.meaning.markedcells import Marks
from kehoach.meaning.mentions import Mention
from kehoach.meaning.paragraphs import (
    Around,
    Paragraph,
    PrintedField,
    PrintedFields,
    overruled,
    read_fields,
    title_of,
    with_asides,
)
from kehoach.meaning.parties import Party, joining
from kehoach.meaning.persons import in_charge
from kehoach.meaning.prose import Prose
from kehoach.meaning.proseduties import prose_duties
from kehoach.meaning.tableduties import Cells, row_duties
from kehoach.meaning.timegrammar import prose_times
from kehoach.meaning.times import PrintedDeadline, Time, Unread
from kehoach.meaning.toldowners import told_owners
from kehoach.model.fields import BY_KEY, DOERS, WHO_AND_WHEN
from kehoach.model.frozen import but
from kehoach.model.items import Table
from kehoach.model.plan import Item, Plan
from kehoach.model.printed import Line

_CLOSE = "close"
"""The address of closing paragraphs on a page."""


def find_duties(plan: Plan, lines: Sequence[Line], mentions: Sequence[Sequence[Mention]]) -> tuple[Duty, ...]:
    """Give all duties of a plan in printed order, from its lines and their mentions."""
    paragraphs: dict[str, list[Paragraph]] = {}
    cells: dict[str, list[tuple[Line, Sequence[Mention]]]] = {}
    for line, mentioned in zip(lines, mentions, strict=True):
        if line.cell and line.item:
            cells.setdefault(line.item.id, []).append((line, mentioned))
        elif line.item and line.kind not in ("appendix", "appendix_title", "footnote"):
            paragraphs.setdefault(line.item.id, []).append(Paragraph(line, mentioned))
    reader = _Reader(plan.id, plan.year, paragraphs, cells)
    # The title of an appendix orders nothing and names no one: "Đơn vị được kiểm tra" does not lead what is below it.
    tasks = {appendix.item.id for appendix in plan.appendices if has_tasks(appendix.item.heading)}
    ordered = (duty for item in plan.roots for duty in reader.read(item, Around(tasks=item.id in tasks)))
    closing = [
        Paragraph(line, mentioned) for line, mentioned in zip(lines, mentions, strict=True) if line.kind == "close"
    ]
    return (*ordered, *(duty for duties in map(reader.closing, closing, count(1)) for duty in duties))


class _Reader:
    def __init__(self, plan_id: str, year: int, paragraphs: Mapping[str, list[Paragraph]], cells: Cells) -> None:
        self.plan_id, self.year = plan_id, year
        self.paragraphs = paragraphs
        self.cells = cells

    def read(self, item: Item, around: Around) -> Iterator[Duty]:
        """Give the duties of an item and of all below it."""
        own = self.paragraphs.get(item.id, [])
        if item.facts.duty == "none":
            return
        for table in item.tables:
            words_beside = (item.heading, *(p.words for p in own), *(child.text for child in item.items))
            marks = Marks(table, self.cells.get(item.id, ()), words_beside)
            yield from self._rows(table, work_below(item, own, around) if own else around, marks)
        if not own:
            for child in item.items:
                yield from self.read(child, around)
            return
        around = work_below(item, own, around)
        fields = PrintedFields({p.line.field.kind: PrintedField(p, p.line.lead_in) for p in own if p.line.field})
        if not fields.keys() & WHO_AND_WHEN:
            fields = lettered_fields(item, self.paragraphs)
        if fields:
            activity = self._activity(item, own[0].line, fields, around)
            yield from self._by_shares(item, own[0].line, fields) or [activity]
            field_items = {printed.paragraph.line.item for printed in fields.values()}
            for child in item.items:
                for method in child.items if child in field_items else (child,):
                    yield from self._method(method, activity)
            return
        names_things = orders_things(item, own[-1], around)
        leads = not names_things and (any(True for _ in item.items) or any(True for _ in item.tables))
        lines_around = around
        for index, paragraph in enumerate(own if names_things else self._prose(item, _said(own) if leads else own)):
            prose = Prose(paragraph, self.year, item, lines_around if index else around)
            yield from prose_duties(self.plan_id, prose, f"--{index + 1}" if index else "")
            lines_around = prose.around_next
        around = list_below(item, own[-1], around, names_things)
        owners = self._told(item, own[-1].words)
        for child in item.items:
            yield from self.read(child, but(around, holders=owners[child.id]) if child.id in owners else around)

    def _told(self, item: Item, above: str) -> Mapping[str, tuple[Party, ...]]:
        """Give whose work the items below one are, where each says it behind a colon."""
        below = {child.id: self.paragraphs.get(child.id, []) for child in item.items if not child.children}
        if len(below) < sum(1 for _ in item.items) or any(len(own) != 1 for own in below.values()):
            return {}
        return told_owners(above, {name: own[0] for name, own in below.items()})

    def closing(self, paragraph: Paragraph, number: int) -> Iterator[Duty]:
        """Give the report that a closing paragraph orders."""
        suffix = f"--{number}" if number > 1 else ""
        yield from closing_reports(self.plan_id, Prose(paragraph, self.year), _CLOSE, suffix)

    def _rows(self, table: Table, around: Around, marks: Marks) -> Iterator[Duty]:
        """Give the duties of a table; where no column says whose they are, those of the heading above have them."""
        for row in row_duties(table, self.cells, marks):
            if row.item.facts.duty == "none":
                continue
            values = {key: Value(words, row.bodies.get(key, ())) for key, words in row.words.items() if key in BY_KEY}
            marked = "body" in table.kinds  # whose a row is the marks say, be they read or not
            if not marked and not any(row.words.get(key) for key in DOERS) and around.holders:
                values["lead"] = Value("", around.holders)
            duty = Duty(
                id=f"{self.plan_id}#{row.item.id}{row.suffix}",
                plan_id=self.plan_id,
                kind=row.item.facts.duty or "activity",
                path=row.path,
                anchor=row.item.id,
                title=clipped(row.text),
                text=row.text,
                fields=in_order(values),
                times=field_times("", values.get("schedule", Value()).words, self.year).values,
            )
            yield overruled(duty, row.item.facts)

    def _prose(self, item: Item, own: Sequence[Paragraph]) -> list[Paragraph]:
        """The paragraphs that can order something: not fields, not headings; of a run-in heading only the rest."""
        orders = []
        for paragraph in own:
            line = paragraph.line
            if line.kind in ("field", "heading"):
                continue
            if line.lead_in:
                paragraph = paragraph.behind(line.lead_in + 1)
                if names_alone(paragraph.words):
                    continue  # "UBND các xã: Tân Điền, Gò Công Đông" says whose work stands below
            orders.append(paragraph)
        return with_asides(orders)

    def _by_shares(self, item: Item, first: Line, fields: PrintedFields) -> list[Duty]:
        """Give a duty for each body to which the field of those who do it gives a part of the work by name."""
        for kind in DOERS & fields.keys():
            paragraph, at, end = printed = fields[kind]
            if item.facts.bodies or printed.words not in paragraph.words:
                continue
            parts = shares(paragraph.words[at:end])
            own = (PrintedField(paragraph, at + start, at + stop) for start, stop in parts)
            duties = [self._activity(item, first, PrintedFields({**fields, kind: field}), Around()) for field in own]
            if duties and all(duty.doers for duty in duties):
                return [but(d, id=f"{d.id}--phan-{n}") if n > 1 else d for n, d in enumerate(duties, 1)]
        return []

    def _activity(self, item: Item, first: Line, fields: PrintedFields, around: Around) -> Duty:
        """Give the duty that printed fields make of an item; where none says whose it is, its words or headings do."""
        lead, partners = ((), ()) if fields.keys() & DOERS else self._whose(item, around)
        duty = Duty(
            id=f"{self.plan_id}#{item.id}",
            plan_id=self.plan_id,
            kind="request" if lead and around.request else "activity",
            path=first.path,
            anchor=item.id,
            title=title_of(item),
            text=item.text or fields.words("content") or item.heading,
            fields=read_fields(fields, **_unprinted(fields, lead=lead, partners=partners)),
            times=self._activity_times(item, fields),
        )
        return overruled(duty, item.facts)

    def _whose(self, item: Item, around: Around) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        """Give those whose work an item is by its first words, else by the headings above, and with whom; or nobody."""
        prose = [Prose(paragraph, self.year, item, around) for paragraph in self._prose(item, self.paragraphs[item.id])]
        lead = prose[0].lead if prose else around.holders
        partners = joining(prose[0].actors, prose[0].condition) if prose else around.partners
        return lead, tuple(party for party in partners if lead and party not in lead)

    def _activity_times(self, item: Item, fields: PrintedFields) -> tuple[Time, ...]:
        """What the field of time says, and the days that the other words of the item set."""
        printed = fields.get("schedule")
        label = printed.paragraph.words[: printed.at] if printed else ""
        times = field_times(label, printed.words, self.year).values if printed else ()
        prose = [
            p for p in self._prose(item, self.paragraphs[item.id]) if printed is None or p is not printed.paragraph
        ]
        of_prose = (value for p in prose for value in prose_times(p.words, self.year))
        return (*times, *(v for v in of_prose if not printed or isinstance(v, PrintedDeadline | Unread)))

    def _method(self, item: Item, activity: Duty) -> Iterator[Duty]:
        """A method line that orders a body other than those of the activity is a duty of its own, and what is below one
        that says who does what of it."""
        if assigns(item):
            yield from self.read(item, Around())
            return
        acting = {party.unit or party.words for party in activity.doers}
        paragraph = self.paragraphs[item.id][0]
        actors = read_actors(paragraph.words, paragraph.mentions)
        own = ordered(paragraph.words, actors)[0] or in_charge(paragraph.words)
        if own and not acting & {party.unit or party.words for party in own}:
            yield from prose_duties(self.plan_id, Prose(paragraph, self.year, item, Around(), actors), "")


def _unprinted(fields: PrintedFields, **bodies: tuple[Party, ...]) -> Mapping[str, tuple[Party, ...]]:
    """Give, by key, the bodies of those fields that are not printed."""
    return {key: parties for key, parties in bodies.items() if parties and key not in fields}


def _said(own: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """Give the paragraphs over a list or a table without the line that leads to it: "… trước 30/6. Cụ thể như sau:"."""
    last = own[-1]
    if not last.words.rstrip().endswith(":"):
        return own
    ended = [end for end in clause_ends(last.words) if last.words[:end].rstrip().endswith(".")]
    end = leads_from(last.words)
    end = end if end > 0 else len(last.words[: ended[-1]].rstrip()) if ended else 0
    return [*own[:-1], last.part(0, end)] if end > last.line.lead_in else own[:-1]
