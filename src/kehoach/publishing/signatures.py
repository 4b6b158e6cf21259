"""What each work of the site is made from, as a digest: as long as it stays the same, so does what is made.

A work's signature holds the code, templates, registries and address of the site. What else it is made from is noted
while it is done: plans, outlines and facts that it looks at, and the questions that it asks of all plans
(``publishing/questions.py``). A test compares sites built with and without what is kept, after random edits.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

from kehoach.machine.fingerprints import digest, folder_digest, program
from kehoach.machine.tracing import ALL, ASKED, note
from kehoach.meaning.fabric import OUTLINED
from kehoach.model.registry import SHOWN, shown_of
from kehoach.pages.site import DAY, Site
from kehoach.publishing.planstates import HISTORY, PlanStates
from kehoach.publishing.questions import answer, concerns, is_of_all
from kehoach.publishing.works import (
    Circumstances,
    Work,
)


class Signatures:
    """The signatures of all works of a site, in one state of it."""

    def __init__(self, site: Site, of: Circumstances) -> None:
        self.site, self.of = site, of
        self.states = PlanStates(site, of.histories)
        self.known: Callable[[str], str] = lambda fact: ""
        """Gives the digest of a fact where the last build says it, empty else."""

    def __call__(self, work: Work) -> str:
        """Give a work's signature."""
        return digest((self.base, work.name))

    @cached_property
    def ground(self) -> str:
        """The digest of all that works are made from beside the frames of pages, what plans say, and facts."""
        return digest((self.base, *self.states.plans))

    def of_piece(self, *plan_ids: str) -> str:
        """Give the digest of what a piece of some plans is made from."""
        return digest((self.base, *(self.states.plans[plan_id] for plan_id in plan_ids)))

    def of_plans(self, plan_ids: Iterable[str]) -> str:
        """Give the digest of plans, facts and answers to questions that a work looked at."""
        return digest(part for name in sorted(plan_ids) for part in self._state(name))

    def _state(self, name: str) -> Iterable[Any]:
        if name == ALL:
            return self._everything()
        if name == OUTLINED + ALL:
            return self.states.outlines.items()
        if name.startswith(("@", ASKED)):
            return (self.fact(name),)
        states = self.states.outlines if name.startswith(OUTLINED) else self.states.plans
        return (states.get(name.removeprefix(OUTLINED), name),)

    def fact(self, name: str) -> str:
        """Say what a fact beside the plans comes to, or the answer to a question that is asked of all of them."""
        if name not in self._facts:
            self._facts[name] = self.known(name) or digest((name, repr(self._answer(name))))
        return self._facts[name]

    def _answer(self, name: str) -> Any:
        kind, _, subject = name[1:].partition("/")
        if name.startswith(ASKED):
            return answer(self.site, name)
        if name == HISTORY + ALL:
            return sorted(self.of.histories.items()), sorted(self.states.versions.items())
        if name.startswith(HISTORY):
            return self.states.of(subject).history if subject in self.states.plans else None
        return shown_of(self.site.registry, name[1:]) if kind in SHOWN else self.site.on_the_day(kind, subject)

    def concerns(self, name: str) -> tuple[str, ...]:
        """Give the names by which it is told that something a work noted may have changed."""
        if not is_of_all(name):
            return (name,)
        if name not in self._concerns:
            self._concerns[name] = tuple(map(sys.intern, concerns(self.site, name)))
        return self._concerns[name]

    @cached_property
    def _concerns(self) -> dict[str, tuple[str, ...]]:
        return {}

    @cached_property
    def _facts(self) -> dict[str, str]:
        return {}

    @cached_property
    def base(self) -> str:
        """The digest of all that every page is made from, beside the plans."""
        site, of = self.site, self.of
        press = folder_digest(of.source / "templates", of.source / "fonts")
        choices = (of.home, site.analysis, site.documents, site.versions is None)
        return digest((program(), press, site.registry.meaning, *choices))

    @cached_property
    def around(self) -> str:
        """The digest of the day and of what registries only show: with that all facts may be others."""
        registry = self.site.registry
        facts_shown = (shown_of(registry, f"{kind}/{name}") for kind in SHOWN for name in getattr(registry, kind))
        return digest((self.site.on_the_day(DAY, ""), *map(repr, facts_shown)))

    @cached_property
    def of_outlines(self) -> str:
        """The digest of all that follows of the outlines of all plans, of registries and the day."""
        return digest((self.base, self.around, *self.states.outlines.items()))

    def _everything(self) -> Iterator[Any]:
        note(ALL)
        yield from self.states.plans.items()
