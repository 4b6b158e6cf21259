"""The duties that a paragraph of prose orders: a task, a request, a periodic report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain, pairwise

from kehoach.meaning.actors import read_actors
from kehoach.meaning.clausedoers import (
    each_of,
    is_front,
    lists_persons,
    of_all_before,
    opens_clause,
    parting_ends,
    parts_led,
)
from kehoach.meaning.duty import Duty
from kehoach.meaning.entrusted import done_by
from kehoach.meaning.noduties import is_formula, only_refers
from kehoach.meaning.orders import may_act
from kehoach.meaning.paragraphs import Paragraph, overruled, read_fields, title_of
from kehoach.meaning.parties import Party, as_parties, doing, joining
from kehoach.meaning.persons import charges
from kehoach.meaning.prose import Prose
from kehoach.meaning.reportduties import reporting_of
from kehoach.meaning.reportorders import after_report, only_report, recipient
from kehoach.meaning.times import PrintedDeadline
from kehoach.meaning.toldgroups import obliged

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
        if lists_persons(clause.words, text[:start]):
            continue
        found, all_before = _acting_in(clause)
        if not found or set(found) & set(doers) or each_of(doers, found) or set(found) <= joining:
            continue
        first = not doers and len(starts) == 1
        if first and all_before:
            return [prose]
        if not (first and is_front(text[:start])):
            starts.append(start)  # "Trên cơ sở đề xuất của các sở; Sở B trình …": in front stands no work
        doers = found
    if len(starts) == 1:
        return [prose]
    return [part_of(prose, start, end) for start, end in pairwise([*starts, len(text)])]


def _acting_in(clause: Paragraph) -> tuple[tuple[Party, ...], bool]:
    """Give who has something to do in a clause, and whether it says but whose work all before it is."""
    if bound := obliged(clause.words):
        return bound, False
    if not may_act(clause.words, clause.mentions):
        return (), False
    actors = read_actors(clause.words, clause.mentions)
    found, verb = doing(clause.words, actors)
    if not found:
        return done_by(clause.words, actors), of_all_before(clause.words, verb, actors)
    if not opens_clause(clause.words, actors):
        return (), False
    return found, of_all_before(clause.words, verb, actors)


def part_of(prose: Prose, start: int, end: int) -> Prose:
    """Give what stands between two places of a paragraph as one by itself."""
    return Prose(prose.paragraph.part(start, end), prose.year, prose.item, prose.around, whole=(prose.text, start))


def duty_of(plan_id: str, prose: Prose, name: str, anchor: str) -> Duty:
    """Give the duty of a paragraph, but for the report that it orders; ``name`` is its own within the plan."""
    text, order = prose.text, prose.order
    partners = prose.within.bodies("partners") or (*prose.helping, *joining(prose.actors, prose.condition))
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
