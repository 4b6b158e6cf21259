"""Who must do what: the duties that a plan's printed fields, headings and sentences give rise to.

An activity carries printed fields; an assignment stands below a body's heading or opens with the body;
a request asks a body that cannot be ordered; a reporting duty orders a periodic report. Facts noted on an
item overrule what is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kehoach.meaning.actors import Actors, read_actors
from kehoach.meaning.duty import Duty, Value, clipped, in_order
from kehoach.meaning.inlinefields import inline_fields, leading_within
from kehoach.meaning.linetimes import field_times, moved
from kehoach.meaning.linking import Mention
from kehoach.meaning.parties import Party, as_parties, doing, heading_parties, is_request, parties
from kehoach.meaning.reportorders import ReportOrder, find_order, recipient
from kehoach.meaning.tableduties import Cells, row_duties
from kehoach.meaning.timegrammar import read_times
from kehoach.meaning.times import Deadline, Time, Unread
from kehoach.meaning.times import in_order as in_order_of_print
from kehoach.model.fields import BY_KEY, DOERS, WHO_AND_WHEN, labelled
from kehoach.model.frozen import FrozenMap, but
from kehoach.model.items import Table
from kehoach.model.plan import Facts, Item, Plan
from kehoach.model.printed import Line

_TASKS = re.compile(r"\b(?:nhiệm vụ|hoạt động|giải pháp)\b", re.IGNORECASE)
_FORMULA = re.compile(r"chịu trách nhiệm (?:thi hành|thực hiện) Quyết định này", re.IGNORECASE)


@dataclass(frozen=True)
class _Paragraph:
    """A printed paragraph with the mentions in it."""

    line: Line
    mentions: Sequence[Mention]

    @property
    def words(self) -> str:
        return self.line.words


class _Printed(NamedTuple):
    """A field as printed: its paragraph, and where in it the words behind the label begin."""

    paragraph: _Paragraph
    at: int
    end: int | None = None

    @property
    def words(self) -> str:
        """The words behind the label; where ideas stand below it, theirs."""
        own = self.paragraph.words[self.at : self.end].strip()
        field = self.paragraph.line.field
        return own or "\n".join(f"{idea.heading} {idea.text}".strip() for idea in (field.items if field else ()))

    @property
    def bodies(self) -> tuple[Party, ...]:
        text = self.paragraph.words[self.at : self.end]
        inside = [m for m in self.paragraph.mentions if m.start >= self.at and m.end <= self.at + len(text)]
        return parties(text, [but(m, start=m.start - self.at, end=m.end - self.at) for m in inside])


class _Fields(dict[str, _Printed]):
    """The printed fields of a duty, by kind."""

    def bodies(self, kind: str) -> tuple[Party, ...]:
        return self[kind].bodies if kind in self else ()

    def words(self, kind: str) -> str:
        return self[kind].words if kind in self else ""


def _read(fields: _Fields, **bodies: tuple[Party, ...]) -> FrozenMap[Value]:
    """Give what printed fields say; of some the bodies are known better, from the prose around."""
    values = {
        key: Value(one.words, one.bodies if BY_KEY[key].role else ()) for key, one in fields.items() if key in BY_KEY
    }
    values.update({key: Value(fields.words(key), parties) for key, parties in bodies.items()})
    return in_order(values)


@dataclass(frozen=True)
class _Around:
    """What the headings above say: whose duties these are, whether as a request, in a section of tasks."""

    holders: tuple[Party, ...] = ()
    request: bool = False
    tasks: bool = False


def find_duties(plan: Plan, lines: Sequence[Line], mentions: Sequence[Sequence[Mention]]) -> tuple[Duty, ...]:
    """Give all duties of a plan in printed order, from its lines and their mentions."""
    paragraphs: dict[str, list[_Paragraph]] = {}
    cells: dict[str, list[tuple[Line, Sequence[Mention]]]] = {}
    for line, found in zip(lines, mentions, strict=True):
        if line.cell and line.item:
            cells.setdefault(line.item.id, []).append((line, found))
        elif line.item and line.kind not in ("appendix", "appendix_title"):
            paragraphs.setdefault(line.item.id, []).append(_Paragraph(line, found))
    reader = _Reader(plan.id, plan.year, paragraphs, cells)
    # The title of an appendix orders nothing and names no one: "Đơn vị được kiểm tra" does not lead what is below it.
    tasks = {appendix.item.id for appendix in plan.appendices if _TASKS.search(appendix.item.heading)}
    return tuple(duty for item in plan.roots for duty in reader.read(item, _Around(tasks=item.id in tasks)))


class _Reader:
    def __init__(self, plan_id: str, year: int, paragraphs: Mapping[str, list[_Paragraph]], cells: Cells) -> None:
        self.plan_id, self.year = plan_id, year
        self.paragraphs = paragraphs
        self.cells = cells

    def read(self, item: Item, around: _Around) -> Iterator[Duty]:
        """Give the duties of an item and of all below it."""
        own = self.paragraphs.get(item.id, [])
        if item.facts.duty == "none":
            return
        for table in item.tables:
            yield from self._rows(table, _below(item, own[0], around) if own else around)
        if not own:
            for child in item.items:
                yield from self.read(child, around)
            return
        around = _below(item, own[0], around)
        fields = _Fields({p.line.field.kind: _Printed(p, p.line.lead_in) for p in own if p.line.field})
        if not fields.keys() & WHO_AND_WHEN:
            fields = self._lettered(item)
        if fields:
            activity = self._activity(item, own[0].line, fields)
            yield activity
            taken = {printed.paragraph.line.item for printed in fields.values()}
            for child in item.items:
                if child not in taken:
                    yield from self._method(child, activity)
            return
        below = any(True for _ in item.items) or any(True for _ in item.tables)
        if not below or not own[-1].words.endswith(":"):
            for index, paragraph in enumerate(self._prose(item, own)):
                yield from self._paragraph(item, paragraph, around, f"--{index + 1}" if index else "")
        for child in item.items:
            yield from self.read(child, around)

    def _rows(self, table: Table, around: _Around) -> Iterator[Duty]:
        """Give the duties of a table; where no column says whose they are, those of the heading above have them."""
        for row in row_duties(table, self.cells):
            if row.item.facts.duty == "none":
                continue
            said = {key: Value(words, row.bodies.get(key, ())) for key, words in row.words.items() if key in BY_KEY}
            if not any(row.bodies.get(key) for key in DOERS) and around.holders:
                said["lead"] = Value("", around.holders)
            duty = Duty(
                id=f"{self.plan_id}#{row.item.id}{row.suffix}",
                plan_id=self.plan_id,
                kind=row.item.facts.duty or "activity",
                path=row.path,
                anchor=row.item.id,
                title=clipped(row.text),
                text=row.text,
                fields=in_order(said),
                times=field_times("", said.get("schedule", Value()).words, self.year).values,
            )
            yield _overruled(duty, row.item.facts)

    def _lettered(self, item: Item) -> _Fields:
        """Give the fields that stand as provisions below an item: "a) Nội dung: …", "b) Cơ quan chủ trì: …".

        Empty unless they say whose work it is, or of a content when or with whom.
        """
        found = _Fields()
        for child in item.items:
            paragraphs = self.paragraphs.get(child.id)
            if not paragraphs:
                continue
            kind, at = labelled(paragraphs[0].words)
            if kind and len(paragraphs) == 1 and not child.children:
                found.setdefault(kind, _Printed(paragraphs[0], at))
        whose = found.keys() & DOERS
        of_content = "content" in found and found.keys() & WHO_AND_WHEN
        return found if len(found) > 1 and (whose or of_content) else _Fields()

    def _prose(self, item: Item, own: Sequence[_Paragraph]) -> list[_Paragraph]:
        """The paragraphs that can order something: not fields, not headings; of a run-in heading only the rest."""
        found = []
        for paragraph in own:
            line = paragraph.line
            if line.kind in ("field", "heading"):
                continue
            if line.lead_in:
                at = line.lead_in + 1
                moved = [but(m, start=m.start - at, end=m.end - at) for m in paragraph.mentions if m.start >= at]
                paragraph = _Paragraph(but(line, words=line.words[at:]), moved)
            found.append(paragraph)
        return found

    def _activity(self, item: Item, first: Line, fields: _Fields) -> Duty:
        duty = Duty(
            id=f"{self.plan_id}#{item.id}",
            plan_id=self.plan_id,
            kind="activity",
            path=first.path,
            anchor=item.id,
            title=_title(item),
            text=item.text or fields.words("content") or item.heading,
            fields=_read(fields),
            times=self._activity_times(item, fields),
        )
        return _overruled(duty, item.facts)

    def _activity_times(self, item: Item, fields: _Fields) -> tuple[Time, ...]:
        """What the field of time says, and the days that the other words of the item set."""
        printed = fields.get("schedule")
        label = printed.paragraph.words[: printed.at] if printed else ""
        said = field_times(label, printed.words, self.year).values if printed else ()
        prose = [
            p for p in self._prose(item, self.paragraphs[item.id]) if printed is None or p is not printed.paragraph
        ]
        others = (value for p in prose for value in read_times(p.words, self.year).values)
        return (*said, *(v for v in others if not printed or isinstance(v, Deadline | Unread)))

    def _method(self, item: Item, activity: Duty) -> Iterator[Duty]:
        """A method line that orders a body other than those of the activity is a duty of its own."""
        acting = {party.unit or party.words for party in activity.doers}
        paragraph = self.paragraphs[item.id][0]
        actors = read_actors(paragraph.words, paragraph.mentions)
        found, _ = doing(paragraph.words, actors)
        if found and not acting & {party.unit or party.words for party in found}:
            yield from self._paragraph(item, paragraph, _Around(), "", actors)

    def _paragraph(
        self, item: Item, paragraph: _Paragraph, around: _Around, suffix: str, actors: Actors | None = None
    ) -> Iterator[Duty]:
        text = paragraph.words
        if _FORMULA.search(text):
            return
        actors = actors or read_actors(text, paragraph.mentions)
        found, verb = doing(text, actors)
        within = _Fields({kind: _Printed(paragraph, *span) for kind, span in inline_fields(text).items()})
        implementers = within.bodies("implementers")
        named = within.bodies("lead") or leading_within(text, paragraph.mentions)
        lead = found or named or (() if implementers else around.holders)
        times = self._prose_times(text, within)
        order = find_order(text, times, paragraph.mentions, item.facts.report)
        tasks = around.tasks and paragraph.line.label and (item.text and not item.heading)
        dated = any(isinstance(value, Deadline) for value in times)
        if not (lead or implementers or tasks or dated or item.facts.duty or item.facts.bodies.get("lead")):
            return
        request = actors.request or (around.request and not found)
        assigned = found or (lead and not named)
        kind = item.facts.duty or ("request" if request else "assignment" if assigned else "activity")
        duty = Duty(
            id=f"{self.plan_id}#{item.id}{suffix}",
            plan_id=self.plan_id,
            kind=kind,
            path=paragraph.line.path,
            anchor=item.id,
            title=_title(item, text),
            text=text,
            fields=_read(within, lead=lead, partners=within.bodies("partners") or as_parties(actors.of("partners"))),
            report_to="" if order else recipient(text, verb, len(text), _after_report(text, paragraph.mentions))[2],
            times=tuple(v for v in times if order is None or not order.start <= v.start < order.end),
        )
        if order is None or not _only_report(text, verb, order.start, order.end):
            yield _overruled(duty, item.facts)
        if order:
            yield _overruled(_reporting(duty, order), item.facts)

    def _prose_times(self, text: str, within: _Fields) -> tuple[Time, ...]:
        """What a sentence says of time; a field of time within it is all words of time."""
        said = read_times(text, self.year).values
        printed = within.get("schedule")
        if printed is None:
            return said
        end = len(text) if printed.end is None else printed.end
        own = moved(field_times("", text[printed.at : end], self.year), printed.at).values
        return in_order_of_print((*own, *(v for v in said if not printed.at <= v.start < end)))


def _reporting(duty: Duty, order: ReportOrder) -> Duty:
    """The report that a duty's sentence orders: all but who makes it is its own."""
    return but(
        duty,
        id=f"{duty.id}--bao-cao",
        kind="reporting",
        fields=FrozenMap(tuple((key, value) for key, value in duty.fields.entries if key in DOERS)),
        text=duty.text[order.start : order.end].strip(),
        report=order.report,
        due_text=order.due_text,
        times=order.times,
        report_to=order.to_text,
    )


def _below(item: Item, first: _Paragraph, around: _Around) -> _Around:
    """What holds for an item's own prose and all below it."""
    if not item.heading or not (first.line.kind == "heading" or first.line.lead_in):
        return around
    heading = first.words[: first.line.lead_in] if first.line.lead_in else first.words
    inside = [m for m in first.mentions if m.end <= len(heading)]
    holders = heading_parties(heading, inside)
    tasks = around.tasks or (first.line.depth == 0 and bool(_TASKS.search(item.heading)))
    if holders:
        return _Around(holders, is_request(heading), tasks)
    return but(around, tasks=tasks)


def _after_report(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Only the bodies directly after "báo cáo": words such as "cung cấp cho" name no recipient of a report."""
    return [m for m in mentions if re.search(r"\bbáo cáo\s+(?:về\s+)?\Z", text[: m.start])]


def _only_report(text: str, verb: int, start: int, end: int) -> bool:
    """Whether a paragraph only orders the report: fewer than three words stand before it, no sentence after."""
    before = re.findall(r"\w+", text[verb:start])
    after = re.findall(r"\w+", text[end:])
    return len(before) < 3 and len(after) < 4


def _title(item: Item, text: str = "") -> str:
    return clipped(item.heading if item.heading and not text else text or item.heading)


def _overruled(duty: Duty, facts: Facts) -> Duty:
    """Let the bodies noted on an item stand instead of those read."""
    if not facts.bodies:
        return duty

    def noted(ids: tuple[str, ...], read: tuple[Party, ...]) -> tuple[Party, ...]:
        if len(ids) == len(read):
            return tuple(Party(party.words, unit) for party, unit in zip(read, ids, strict=True))
        return tuple(next((p for p in read if p.unit == i), Party("", i)) for i in ids) or read

    named = {key: noted(ids, duty.bodies(key)) for key, ids in facts.bodies.items()}
    values = {key: Value(duty.words(key), named.get(key, duty.bodies(key))) for key in (*duty.fields, *named)}
    return but(duty, fields=in_order(values))
