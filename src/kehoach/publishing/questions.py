"""What works ask of all plans together: each question has a name, an answer, and what it may become another one by.

The rule: who asks a question is noted under its name at that moment, whether the answer was worked out before or not
(``machine.tracing.question``), and what answering looks at is not noted. So a work is as it was while each answer that
it was given, and each plan, outline and fact that it looked at, is. Which answers an edit may change is said here and
nowhere else, by names of what has changed (``publishing/changednames.py``):

- ``NAMED`` and a thing, ``kind/id``: what plans in outline tell of it;
- ``TOLD`` and a thing: what plans tell of it in any words;
- a plan's outline, or all of them; nothing where an answer only hangs on which plans there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from kehoach.agenda.agenda import OWED, YEARS
from kehoach.comparison.inheritance import MOVES, moves_of
from kehoach.comparison.relations import LOWER, TIES, UPPER, Endpoint, relations_of
from kehoach.machine.tracing import ALL, ASKED, untraced
from kehoach.meaning.fabric import OUTLINED
from kehoach.meaning.linked import TELLS
from kehoach.pages.months import MONTH, plans_of_month
from kehoach.pages.planorder import DATED
from kehoach.pages.site import DUTIES, REVISED, Site

NAMED, TOLD = "=", "#"
"""Stand before a thing of which plans tell something, in outline or at all."""


_SCHEDULED = "scheduled"
ALL_SCHEDULED = f"{ASKED}{_SCHEDULED}/{ALL}"
"""The question what is to be done when in all plans, and when each was revised."""


class Question(NamedTuple):
    """What a question of a kind comes to, by what it is asked of, and the names of what may change that."""

    answer: Callable[[Site, str], Any]
    hangs_on: Callable[[Site, str], Iterator[str]]


def is_of_all(name: str) -> bool:
    """Tell whether a name is that of a question to all plans, not of a plan, a fact, or what one plan tells."""
    return name.startswith(ASKED) and not name.startswith(f"{ASKED}{TELLS}/")


def concerns(site: Site, name: str) -> Iterator[str]:
    """Give the names among those of what has changed that stand for a question to all plans."""
    kind, _, subject = name.removeprefix(ASKED).partition("/")
    yield from QUESTIONS[kind].hangs_on(site, subject)


def answer(site: Site, name: str) -> Any:
    """Give what a question comes to."""
    kind, _, subject = name.removeprefix(ASKED).partition("/")
    return QUESTIONS[kind].answer(site, subject)


def _if_held(answer_of_plan: Callable[[Site, str], Any]) -> Callable[[Site, str], Any]:
    """Answer what only a plan that is held can be asked: it may be gone since."""
    return lambda site, plan_id: answer_of_plan(site, plan_id) if plan_id in site.repository.plan_files else None


def _tells(site: Site, subject: str) -> Any:
    plan_id, _, thing = subject.partition("#")
    recalled = site.repository.recalled.get(plan_id)
    # A plan that is not known by what it tells counts as a whole.
    return recalled.subject_digests.get(thing) if recalled else site.repository.digests.get(plan_id)


def _owed(site: Site, unit_id: str) -> Any:
    return [(duty, answer(site, question)) for duty, question in site.agenda.owed(unit_id)]


def _naming(site: Site, thing: str) -> Any:
    kind, _, name = thing.partition("/")
    return site.fabric.naming(kind, name)


def _named(site: Site, subject: str) -> Any:
    kind, name, *year = subject.split("/")
    return site.fabric.plans_naming(kind, name, *map(int, year))


def _givers(site: Site, subject: str) -> Any:
    name, *year = subject.split("/")
    return site.agenda.givers(name, *map(int, year))


def _ties(site: Site, subject: str) -> Any:
    kind, _, name = subject.partition("/")
    relations, node = relations_of(site.fabric), Endpoint(kind, name)
    return relations.of(node), relations.to(node)


def _scheduled(site: Site, _: str) -> Any:
    return [
        (plan_id, site.on_the_day(DUTIES, plan_id), site.on_the_day(REVISED, plan_id))
        for plan_id in untraced(site.fabric.plans)
    ]


def _years(site: Site, year: str) -> Any:
    return site.agenda.years.get(year) if year != ALL else [*site.agenda.years]


def _dated(site: Site, plan_id: str) -> Any:
    if plan_id == ALL:
        return [*site.rank]
    return site.plan(plan_id).window[1] if plan_id in site.repository.plan_files else None


def _month(site: Site, subject: str) -> Any:
    return plans_of_month(site, *map(int, subject.split("/")))


def _by_outlines(_: Site, subject: str) -> Iterator[str]:
    yield OUTLINED + ALL


def _by_outline(_: Site, plan_id: str) -> Iterator[str]:
    yield OUTLINED + plan_id


def _by_plans(_: Site, subject: str) -> Iterator[str]:
    yield from ()


def _by_named(kind: str = "") -> Callable[[Site, str], Iterator[str]]:
    """By what plans in outline tell of a thing: ``kind/id``, or an id of a kind; a year behind it says which plans."""

    def names(_: Site, subject: str) -> Iterator[str]:
        thing = f"{kind}/{subject}" if kind else subject
        yield NAMED + "/".join(thing.split("/")[:2])

    return names


def _by_node(site: Site, subject: str) -> Iterator[str]:
    """By what names a plan or document, and where it is a plan by its own outline and those of the editions around."""
    kind, _, name = subject.partition("/")
    yield NAMED + subject
    if kind == "plan" and name in site.repository.plan_files:
        yield from (f"{OUTLINED}{one}" for one in (name, site.fabric.previous(name), site.fabric.next(name)) if one)


def _by_owners(mark: str) -> Callable[[Site, str], Iterator[str]]:
    """By what plans tell of any body whose duties may be a body's."""
    return lambda site, subject: (f"{mark}unit/{body}" for body in site.agenda.owners(subject.partition("/")[0]))


def _by_plan_node(site: Site, plan_id: str) -> Iterator[str]:
    return _by_outlines(site, plan_id) if plan_id == ALL else _by_node(site, f"plan/{plan_id}")


QUESTIONS: Mapping[str, Question] = {
    "naming": Question(_naming, _by_named()),
    "named": Question(_named, _by_named()),
    "line": Question(lambda site, line: site.fabric.line(line), _by_plans),
    "above": Question(_if_held(lambda site, plan_id: site.fabric.above(plan_id)), _by_outline),
    "below": Question(
        lambda site, plan_id: site.fabric.below(plan_id), lambda site, subject: _by_node(site, f"plan/{subject}")
    ),
    "issued": Question(lambda site, unit: site.fabric.plans_of(unit), _by_named("unit")),
    "aiming": Question(lambda site, indicator: site.fabric.aiming(indicator), _by_named("indicator")),
    "owing": Question(lambda site, unit: site.fabric.count_of_duties(unit), _by_named("unit")),
    "givers": Question(_givers, _by_owners(NAMED)),
    "held": Question(lambda site, unit: site.agenda.has_held(unit), _by_owners(NAMED)),
    OWED: Question(_owed, _by_owners(TOLD)),
    MOVES: Question(lambda site, unit: moves_of(site.fabric, unit), _by_named("unit")),
    TIES: Question(_ties, _by_node),
    LOWER: Question(lambda site, plan_id: _pairings(relations_of(site.fabric).compared_with, plan_id), _by_plan_node),
    UPPER: Question(lambda site, plan_id: _pairings(relations_of(site.fabric).compared_to, plan_id), _by_plan_node),
    YEARS: Question(_years, _by_outlines),
    MONTH: Question(_month, _by_outlines),
    DATED: Question(
        _dated, lambda site, subject: _by_outlines(site, subject) if subject == ALL else _by_outline(site, subject)
    ),
    "number": Question(_if_held(lambda site, plan_id: site.order.number(plan_id)), _by_outlines),
    _SCHEDULED: Question(_scheduled, lambda site, subject: iter((subject,))),
    TELLS: Question(_tells, lambda site, subject: iter((f"{ASKED}{TELLS}/{subject}",))),
}
"""All kinds of questions."""


def _pairings(pairings: Mapping[str, Any], plan_id: str) -> Any:
    return [*pairings] if plan_id == ALL else pairings.get(plan_id, ())
