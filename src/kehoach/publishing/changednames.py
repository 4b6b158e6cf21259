"""Which of the things that works ask for are no longer what they were at the last build, by name."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kehoach.machine.tracing import ALL
from kehoach.meaning.fabric import OUTLINED
from kehoach.meaning.linked import question_to_plan
from kehoach.model.planid import PLACE, line_of
from kehoach.model.registry import SHOWN
from kehoach.pages.site import ANCHOR, BASIS, CALLED, DAY, DUTIES, HEALTH, NEWS, ORIGINS, REVISED, STAGE, STANDING
from kehoach.publishing.graphshards import GraphShards, Lost, plain, shard_of
from kehoach.publishing.planstates import HISTORY, PlanState
from kehoach.publishing.questions import NAMED, TOLD
from kehoach.publishing.signatures import Signatures

STATES = "told"
_FACTS = "facts"
_PLAN_FACTS = (ANCHOR, BASIS, CALLED, DUTIES, NEWS, REVISED, STAGE, STANDING)
"""Kinds of facts that come to something else only where the plan that they are of does, or the day."""
_FACTS_AROUND = (HEALTH, STAGE, *SHOWN)
"""Kinds of facts that are of documents, bodies and other entries of registries."""
_LINE = "line/"
_TOLD_BY: Mapping[str, Sequence[str]] = {
    ALL: ("", OUTLINED, *(f"@{kind}/" for kind in (ANCHOR, DUTIES, REVISED))),
    OUTLINED + ALL: (OUTLINED,),
    HISTORY + ALL: (HISTORY,),
}
"""Who asked for every plan is told by that name of whatever can only change with a plan: the marks of such names."""


def asked_for(names: Iterable[str], concerns: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """Give names of what a work noted as they stand among those of what has changed, each once and in order.

    What joins all plans asks by name for those alone that changed last: that would be another one after each edit.
    """
    asked = {_name_asked_for(one) for name in names for one in concerns(name)}
    marks = {mark for whole, parts in _TOLD_BY.items() if whole in asked for mark in parts}
    if marks:
        asked = {name for name in asked if not any(_is_plan(name, mark) for mark in marks)}
    if OUTLINED + ALL in asked:
        asked = {name for name in asked if not name.startswith(NAMED)}
    # Shared, since those of all works are a million.
    return tuple(map(sys.intern, sorted(asked)))


def _is_plan(name: str, mark: str) -> bool:
    """Tell whether a name is a plan's behind a mark."""
    return name.startswith(mark) and bool(PLACE.fullmatch(name, len(mark)))


def _name_asked_for(name: str) -> str:
    kind, _, entry_id = name[1:].partition("/")
    if name.startswith("@") and kind == ORIGINS:
        return _LINE + line_of(entry_id)
    # Where a place of a plan leads is told by all its places together.
    return name.partition("#")[0] if name.startswith(f"@{ANCHOR}/") else name


@dataclass(frozen=True)
class ChangedNames:
    """What has changed since the graph in ``shards`` was kept."""

    shards: GraphShards
    signatures: Signatures

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of what is no longer what it was; raises Lost where that cannot be told."""
        changed: set[str] = set()
        for plan_id, before in self.shards.head.plans.items():
            now = self.signatures.states.of(plan_id)
            if before.history != now.history:
                changed |= {HISTORY + plan_id, HISTORY + ALL}
            if before.plan != now.plan:
                changed |= self._of_plan(plan_id, before, now)
        if not self.shards.head.sums:
            raise Lost
        facts = {name: fact for part in self._facts_now.values() for name, fact in part.items()}
        facts_before = {name: fact for part in self._facts_now for name, fact in self._facts(part).items()}
        return frozenset(changed | {name for name, fact in facts.items() if facts_before.get(name) != fact})

    @cached_property
    def plans(self) -> Mapping[str, PlanState]:
        """The states of the plans now."""
        return {plan_id: self.signatures.states.of(plan_id) for plan_id in self.signatures.states.plans}

    def known(self, fact: str) -> str:
        """Give the digest of a fact that is what it was at the last build, without working it out; empty else."""
        kind, _, subject = fact[1:].partition("/")
        before = self.shards.head
        stands = self._is_around and before.plans.get(subject) == self.plans.get(subject)
        if kind not in (*_PLAN_FACTS, *_FACTS_AROUND) or not stands:
            return ""
        return self._facts(_part_of(fact)).get(fact, "")

    @cached_property
    def _is_around(self) -> bool:
        """Whether all that facts hang on beside the plans is what it was."""
        return self.shards.head.around.get(_FACTS) == self.signatures.around

    def facts(self) -> Iterator[tuple[str, Mapping[str, str]]]:
        """Give the parts of the graph that hold digests of facts and are no longer what they were."""
        for part, now in self._facts_now.items():
            facts = {**self._facts(part), **now}
            if facts != self._facts(part):
                yield part, facts

    def keep_told(self) -> None:
        """Keep what plans that have changed tell."""
        before, states = self.shards.head.plans, self.signatures.states
        plan_states = [(name, state.plan) for name, state in self.plans.items() if before.get(name) != state]
        self.shards.store.write(STATES, ((name, state, plain(states.told(name))) for name, state in plan_states))
        self.shards.store.keep_only(STATES, self.plans)

    def _facts(self, part: str) -> Mapping[str, str]:
        """Give the facts of a part as they were; none where it is not kept whole: then each counts as another."""
        if part not in self._read:
            try:
                self._read[part] = dict(self.shards.read(part) or {})
            except (Lost, ValueError, TypeError):
                self._read[part] = {}
        return self._read[part]

    @cached_property
    def _read(self) -> dict[str, Mapping[str, str]]:
        return {}

    @cached_property
    def _facts_now(self) -> Mapping[str, Mapping[str, str]]:
        """Facts that may have changed, by the part that holds them, with what they come to now."""
        before = self.shards.head
        if not self._is_around:
            names = [*self._facts_around(), *(name for plan_id in self.plans for name in _facts_of(plan_id))]
        else:
            changed = (plan_id for plan_id, state in self.plans.items() if before.plans.get(plan_id) != state)
            names = [name for plan_id in changed for name in _facts_of(plan_id)]
        facts: dict[str, dict[str, str]] = {}
        for name in names:
            facts.setdefault(_part_of(name), {})[name] = self.signatures.fact(name)
        return facts

    def _facts_around(self) -> Iterator[str]:
        """Name the facts that are of no plan."""
        registry = self.signatures.site.registry
        yield f"@{DAY}"
        yield from (f"@{HEALTH}/{name}" for name in registry.documents)
        yield from (f"@{STAGE}/{name}" for name in registry.units)
        yield from (f"@{kind}/{name}" for kind in SHOWN for name in getattr(registry, kind))

    def _of_plan(self, plan_id: str, before: PlanState, now: PlanState) -> set[str]:
        was, told_now = self._told_before(plan_id, before.plan), self.signatures.states.told(plan_id)
        if told_now is None:
            raise Lost
        names = {plan_id, ALL, _LINE + line_of(plan_id), *self._told_otherwise(plan_id, was, told_now)}
        if before.outline != now.outline:
            names |= {OUTLINED + plan_id, OUTLINED + ALL}
        if before.untitled != now.untitled:
            # Who gave a duty to whom is read off two plans: of each, all bodies may be told something else.
            names_told = {*was, *told_now}
            for other in self.signatures.states.tied(plan_id, names_told):
                names_told.update(self.signatures.states.told(other) or ())
            names |= {mark + key for key in names_told for mark in (NAMED, TOLD)}
        return names

    @staticmethod
    def _told_otherwise(plan_id: str, was: Mapping[str, str], told_now: Mapping[str, str]) -> set[str]:
        """Name what a plan tells otherwise of things, by itself and among all plans."""
        things = [key for key in was.keys() | told_now.keys() if was.get(key) != told_now.get(key)]
        return {name for thing in things for name in (TOLD + thing, question_to_plan(plan_id, thing))}

    def _told_before(self, plan_id: str, state: str) -> Mapping[str, str]:
        kept_state, data = self.shards.store.read(STATES, plan_id) or ("", b"")
        try:
            return dict(json.loads(data)) if kept_state == state else _lost()
        except (ValueError, TypeError, RecursionError):
            self.shards.store.spoiled += 1
            raise Lost from None


def _part_of(fact: str) -> str:
    """Name the part that holds a fact: those of a plan are in one, so that an edit writes one anew."""
    return f"{_FACTS}/{shard_of(fact.partition('/')[2])}"


def _lost() -> Mapping[str, str]:
    raise Lost


def _facts_of(plan_id: str) -> Iterator[str]:
    return (f"@{kind}/{plan_id}" for kind in _PLAN_FACTS)
