"""The duties that a paragraph of prose orders: a task, a request, a periodic report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise

from kehoach.meaning import fronts
from kehoach.meaning.actors import Actors, read_actors
from kehoach.meaning.clausedoers import each_of, of_all_before, opens_clause, parting_ends, parts_led
from kehoach.meaning.duty import Duty
from kehoach.meaning.entrusted import done_by, entrusted
from kehoach.meaning.headedwork import only_places
from kehoach.meaning.inlinefields import inline_fields, leading_within
from kehoach.meaning.linetimes import field_times, part_times
from kehoach.meaning.noduties import is_formula, is_reached, only_refers, opens_with_another
from kehoach.meaning.openingverbs import opens_verb
from kehoach.meaning.orders import may_act
from kehoach.meaning.paragraphs import (
    NOWHERE,
    Around,
    Paragraph,
    PrintedField,
    PrintedFields,
    overruled,
    read_fields,
    title_of,
)
from kehoach.meaning.parties import Party, as_parties, doing, first_acting, holder_prefix, joining, shared_condition
from kehoach.meaning.persons import charges, in_charge
from kehoach.meaning.reportduties import reporting_of
from kehoach.meaning.reportorders import ReportOrder, after_report, find_order, only_report, recipient
from kehoach.meaning.targets import read_targets
from kehoach.meaning.timegate import limited_as
from kehoach.meaning.timegrammar import prose_times
from kehoach.meaning.times import PrintedDeadline, Time, in_order, moved
from kehoach.meaning.wholenames import before_colon
from kehoach.model.frozen import but
from kehoach.model.plan import Facts, Item

_NOTHING_NOTED = Facts()
_SIGNS = ".;:,/)”"
_HEADING = 12
"""Most words of a line that is a heading though no label says so."""


@dataclass(frozen=True)
class Prose:
    """A paragraph of a plan's year with all that is asked of it; ``item`` is None for closing words.

    ``around`` is what the headings above say, ``actors_read`` its actors where they were read before, ``whole`` of
    what longer paragraph it is a part and where that begins.
    """

    paragraph: Paragraph
    year: int
    item: Item | None = None
    around: Around = NOWHERE
    actors_read: Actors | None = None
    whole: tuple[str, int] | None = None

    @property
    def text(self) -> str:
        """The words."""
        return self.paragraph.words

    @property
    def facts(self) -> Facts:
        """What a person noted on the item."""
        return self.item.facts if self.item else _NOTHING_NOTED

    @cached_property
    def actors(self) -> Actors:
        """Who does what by the words."""
        return self.actors_read or read_actors(self.text, self.paragraph.mentions)

    @cached_property
    def doing(self) -> tuple[tuple[Party, ...], int]:
        """Whose duty the first sentence is, and where their verb begins."""
        if self.actors_read is None and not may_act(self.text, self.paragraph.mentions):
            return (), holder_prefix(self.text)
        found, verb = doing(self.text, self.actors)
        if not self.around.assigning and self.text[:verb].rstrip().endswith(":") and only_places(found):
            return (), holder_prefix(self.text)  # "Xã Tân Tiến: lấy mẫu tại một vị trí" says where
        return found, verb

    @cached_property
    def condition(self) -> str:
        """The words of the condition under which those have it to do whom the text names."""
        return shared_condition(first_acting(self.text, self.actors)) if self.doing[0] else ""

    @cached_property
    def within(self) -> PrintedFields:
        """The fields that the sentence names after its beginning."""
        spans = inline_fields(self.text)
        return PrintedFields({kind: PrintedField(self.paragraph, *span) for kind, span in spans.items()})

    @cached_property
    def named(self) -> tuple[Party, ...]:
        """The bodies that a field within, or brackets, say to lead."""
        return self.within.bodies("lead") or leading_within(self.text, self.paragraph.mentions)

    @cached_property
    def implementers(self) -> tuple[Party, ...]:
        """The bodies that a field within says to do it."""
        return self.within.bodies("implementers")

    @cached_property
    def lead(self) -> tuple[Party, ...]:
        """Whose duty it is; where no word of the paragraph says so, those of the heading above.

        Whom a field says to do it are not told a second time.
        """
        implementers = set(self.implementers)
        doers, given = (() if set(who) <= implementers else who for who in (self.doing[0], self.entrusted))
        return doers or self.told or self.named or given or (() if implementers else self.below)

    @cached_property
    def told(self) -> tuple[Party, ...]:
        """The office or the person that stands before a colon with a verb behind, else the person in charge."""
        named = before_colon(self.text, self.paragraph.mentions, self.around.assigning)
        return named or in_charge(self.text)

    @cached_property
    def below(self) -> tuple[Party, ...]:
        """Those of the heading above; none where the words open with another body, be it read to its end or not."""
        if not self.around.holders or (self.around.carried and not self._goes_on):
            return ()
        return () if opens_with_another(self.text, self.paragraph.mentions) else self.around.holders

    @cached_property
    def _goes_on(self) -> bool:
        """Whether words can go on with the work of who was named before: a verb opens them, and they end in a sign.

        "Định kỳ cuối năm học, nhà trường …" opens with a time, "Tổ chức Đoàn Thanh niên" is a heading of its own.
        """
        if not opens_verb(self.text.lower(), alone=True) or ("," in self.text and fronts.FRONTED.match(self.text)):
            return False
        if any(party.words.lower() in self.text.lower() for party in self.around.holders):
            return False  # what is done to them is others' work
        return self.text.rstrip()[-1:] in _SIGNS or len(self.text.split()) > _HEADING

    @property
    def around_next(self) -> Around:
        """What holds for the next paragraph of the item: it goes on with the work of who was named in this one."""
        doers = self.doing[0]
        if self.around.carried and not doers and not self._goes_on:
            return but(self.around, holders=(), partners=())
        if not doers or doers == self.around.holders:
            return self.around
        return but(self.around, holders=() if self.condition else doers, partners=(), carried=True)

    @cached_property
    def entrusted(self) -> tuple[Party, ...]:
        """The bodies by whom a thing is said to be done: "… do Chủ tịch UBND cấp xã đảm nhiệm"."""
        return entrusted(self.text, self.actors)

    @cached_property
    def times(self) -> tuple[Time, ...]:
        """What it says of time; a field of time within it is all words of time."""
        times = part_times(self.text, *self.whole, self.year) if self.whole else prose_times(self.text, self.year)
        printed = self.within.get("schedule")
        if printed is None:
            return times
        end = len(self.text) if printed.end is None else printed.end
        time_by_start = {value.start: value for value in times}
        within = moved(field_times("", self.text[printed.at : end], self.year), printed.at).values
        own = (limited_as(value, time_by_start.get(value.start)) for value in within)
        return in_order((*own, *(v for v in times if not printed.at <= v.start < end)))

    @cached_property
    def is_aim(self) -> bool:
        """Whether it says, among aims, what figures are reached by when: each of its days is a figure's."""
        if not self.around.aims or is_reached(self.text):
            return self.around.aims
        days = {day for value in self.times if isinstance(value, PrintedDeadline) for day in value.dates}
        return days <= {target.by for target in read_targets(self.text, self.year)}

    @cached_property
    def order(self) -> ReportOrder | None:
        """The periodic report that it orders."""
        return find_order(self.text, self.times, self.paragraph.mentions, self.facts.report, self.condition)


IS_DUTY: Mapping[str, Callable[[Prose], bool]] = {
    "somebody has it to do": lambda p: bool(p.lead or p.implementers),
    "a labelled task in a section of tasks": lambda p: bool(
        p.around.tasks and p.paragraph.line.label and p.item and p.item.text and not p.item.heading
    ),
    "it has a day": lambda p: any(isinstance(value, PrintedDeadline) for value in p.times) and not p.is_aim,
    "a person noted it": lambda p: bool(p.facts.duty or p.facts.bodies.get("lead")),
}
"""Why a paragraph of an item is a duty; one reason is enough."""

KIND: Mapping[str, Callable[[Prose], bool]] = {
    "request": lambda p: p.actors.request or (p.around.request and not p.doing[0]),
    "assignment": lambda p: bool(p.doing[0] or (p.lead and not p.named)),
    "activity": lambda p: True,
}
"""What kind of duty it is where nobody noted another: the first that holds."""


def prose_duties(plan_id: str, prose: Prose, suffix: str) -> Iterator[Duty]:
    """Give the duties of an item's paragraph: what it orders, and the report that it asks for."""
    first, *others = chain.from_iterable(map(_by_doers, _by_persons(prose)))
    yield from _ordered(plan_id, first, suffix)
    for number, other in enumerate(others, 2):
        yield from _ordered(plan_id, other, f"{suffix}--ve-{number}")


def _ordered(plan_id: str, prose: Prose, suffix: str) -> Iterator[Duty]:
    """Give the duties of a paragraph that one body, or several together, have to do."""
    item = prose.item
    if item is None or is_formula(prose.text) or (only_refers(prose.text) and not prose.doing[0]):
        return
    reasons = ("a person noted it",) if prose.around.telling else IS_DUTY
    if not any(IS_DUTY[reason](prose) for reason in reasons):
        return
    duty = duty_of(plan_id, prose, f"{item.id}{suffix}", item.id)
    order = prose.order
    if order is None or not only_report(prose.text, prose.doing[1], order.start, order.end):
        yield overruled(duty, item.facts)
    if order:
        yield overruled(reporting_of(duty, order), item.facts)


def _by_persons(prose: Prose) -> list[Prose]:
    """Part a paragraph where a person has work of its own behind that of somebody else."""
    noted = prose.item is None or prose.facts.bodies or prose.facts.duty
    starts = [] if noted else charges(prose.text)[0 if prose.doing[0] else 1 :]
    return [part_of(prose, *span) for span in pairwise([0, *starts, len(prose.text)])] if starts else [prose]


def _by_doers(prose: Prose) -> list[Prose]:
    """Part a paragraph where behind a semicolon or a full stop somebody else has something to do.

    "Giao Sở A rà soát; Sở B cử người tham gia." are two duties. Where a person noted bodies, it stays one.
    """
    text, mentions = prose.text, prose.paragraph.mentions
    if prose.item is None or prose.facts.bodies or prose.facts.duty or not may_act(text, mentions):
        return [prose]
    if parts := parts_led(text):
        return [part_of(prose, start, end) for start, end in pairwise([0, *parts, len(text)])]
    ends = parting_ends(text, prose.actors)
    if not ends or prose.actors.verb < 0:
        return [prose]
    starts, doers = [0], prose.doing[0]
    joining = {*as_parties((*prose.actors.of("partners"), *prose.actors.unsettled))}  # "…; Sở B phối hợp": B is with A
    if prose.actors.verb >= ends[0]:
        doers = ()  # "Tiếp nhận hồ sơ; Sở A thẩm định": who takes them in is not said here
    for start, end in pairwise([*ends, len(text)]):
        clause = prose.paragraph.part(start, end)
        if not may_act(clause.words, clause.mentions):
            continue
        actors = read_actors(clause.words, clause.mentions)
        found, verb = doing(clause.words, actors)
        by_whom = () if found else done_by(clause.words, actors)
        found = found or by_whom
        if not found or set(found) & set(doers) or each_of(doers, found) or set(found) <= joining:
            continue
        if not by_whom and not opens_clause(clause.words, actors):
            continue
        if not doers and len(starts) == 1 and of_all_before(clause.words, verb, actors):
            return [prose]
        starts.append(start)
        doers = found
    if len(starts) == 1:
        return [prose]
    return [part_of(prose, start, end) for start, end in pairwise([*starts, len(text)])]


def part_of(prose: Prose, start: int, end: int) -> Prose:
    """Give what stands between two places of a paragraph as one by itself."""
    return Prose(prose.paragraph.part(start, end), prose.year, prose.item, prose.around, whole=(prose.text, start))


def duty_of(plan_id: str, prose: Prose, name: str, anchor: str) -> Duty:
    """Give the duty of a paragraph, but for the report that it orders; ``name`` is its own within the plan."""
    text, order = prose.text, prose.order
    partners = prose.within.bodies("partners") or joining(prose.actors, prose.condition)
    if prose.lead == prose.below:
        partners = partners or prose.around.partners
    partners = tuple(party for party in partners if party not in prose.lead)  # nobody is with oneself
    sent = recipient(text, prose.doing[1], len(text), after_report(text, prose.paragraph.mentions), prose.condition)[2]
    return Duty(
        id=f"{plan_id}#{name}",
        plan_id=plan_id,
        kind=prose.facts.duty or next(kind for kind, holds in KIND.items() if holds(prose)),
        path=prose.paragraph.line.path,
        anchor=anchor,
        title=title_of(prose.item, text),
        text=text,
        fields=read_fields(prose.within, lead=prose.lead, partners=partners),
        report_to="" if order else sent,
        times=tuple(v for v in prose.times if order is None or not order.start <= v.start < order.end),
        condition=prose.condition,
    )
