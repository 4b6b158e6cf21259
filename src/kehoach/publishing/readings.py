"""Plans as they were read, kept as plain data: values, lines, mentions, duties and their times.

Reading, linking and scheduling a plan takes ten times as long as bringing this back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from kehoach.agenda.agenda import Timetable, scheduled
from kehoach.comparison.commontext import Sample, sample
from kehoach.files.memory import Asked
from kehoach.machine.collecting import paused
from kehoach.machine.fingerprints import digest, program
from kehoach.machine.forking import spread
from kehoach.machine.store import Store
from kehoach.machine.values import Broken, Form
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.linking import linker_of
from kehoach.meaning.reading import PlanReading
from kehoach.model.plan import Plan
from kehoach.model.registry import Registry

KIND = "reading"
_FORM = Form(Plan, PlanReading, Timetable, Sample)

FEW = 60
"""Plans that are too few to be worth another process."""
_BATCH = 8

Parts = tuple[Any, ...]
"""What was worked out of a plan, each part a value of its own kind."""
WorkOut = Callable[[LinkedPlan, Registry], object]


def words(linked: LinkedPlan, registry: Registry) -> object:
    """Work out what the words of a plan mean: all that checks look at."""
    return linked.reading


def everything(linked: LinkedPlan, registry: Registry) -> object:
    """Work out all that a site shows of a plan by itself."""
    return scheduled(linked), sample(linked, registry)


_NEEDS: Mapping[WorkOut, frozenset[type]] = {
    words: frozenset({PlanReading}),
    everything: frozenset({PlanReading, Timetable, Sample}),
}


class Readings:
    """Plans that were read; asked for plans (``memory.Recall``) it reads what is not kept."""

    def __init__(self, store: Store, work_out: WorkOut) -> None:
        self._store = store
        self._work_out = work_out

    def __call__(self, asked: Asked) -> Mapping[str, tuple[Plan, Parts]]:
        """Give the plans that are sound, each with all that is known of it; keeps what is new and drops the rest."""
        with paused():
            against = digest((program(), asked.against))
            keys = {plan_id: digest((against, plan_id, data)) for plan_id, data in asked.files.items()}
            held = self._held(keys)
            found = {plan_id: kept for plan_id, kept in held.items() if self._is_enough(kept[1])}
            missing = [plan_id for plan_id in keys if plan_id not in found]
            if missing:
                self._store.keep_only(KIND, asked.plan_ids)
            found.update(self._read(asked, keys, held, missing))
            return found

    def _read(
        self, asked: Asked, keys: Mapping[str, str], held: Mapping[str, tuple[Plan, Parts]], missing: Sequence[str]
    ) -> Iterator[tuple[str, tuple[Plan, Parts]]]:
        """Read plans that are not kept: a few here, many in several processes."""

        def read(plan_id: str) -> tuple[Plan, Parts] | None:
            found, known = held.get(plan_id) or (asked.read(plan_id), ())
            if found is None:
                return None
            linked = LinkedPlan(found, linker_of(asked.registry))
            linked.learn(known)
            self._work_out(linked, asked.registry)
            return found, linked.parts

        if len(missing) < FEW:
            few = {plan_id: kept for plan_id in missing if (kept := read(plan_id))}
            self._store.write(KIND, ((plan_id, keys[plan_id], _written(kept)) for plan_id, kept in few.items()))
            yield from few.items()
            return
        batches = [missing[start : start + _BATCH] for start in range(0, len(missing), _BATCH)]

        def read_batch(number: int) -> list[tuple[str, bytes]]:
            return [(plan_id, _written(kept)) for plan_id in batches[number] if (kept := read(plan_id))]

        for batch in spread(read_batch, len(batches)):
            self._store.write(KIND, ((plan_id, keys[plan_id], data) for plan_id, data in batch))
            yield from ((plan_id, _brought_back(data)) for plan_id, data in batch)

    def _is_enough(self, known: Parts) -> bool:
        return _NEEDS[self._work_out] <= {type(part) for part in known}

    def _held(self, keys: Mapping[str, str]) -> dict[str, tuple[Plan, Parts]]:
        """Give what is kept of plans under their keys."""
        found: dict[str, tuple[Plan, Parts]] = {}
        for plan_id, of, data in self._rows(keys):
            if keys.get(plan_id) != of:
                continue
            try:
                plan, parts = _brought_back(data)
            except (Broken, ValueError):
                self._store.spoiled += 1
                continue
            if isinstance(plan, Plan) and plan.id == plan_id and {type(part) for part in parts} <= _NEEDS[everything]:
                found[plan_id] = (plan, parts)
            else:
                self._store.spoiled += 1
        return found

    def _rows(self, keys: Mapping[str, str]) -> Iterator[tuple[str, str, bytes]]:
        if len(keys) > FEW:
            yield from self._store.read_all(KIND)
            return
        for plan_id in keys:
            if row := self._store.read(KIND, plan_id):
                yield (plan_id, *row)


def _written(kept: tuple[Plan, Parts]) -> bytes:
    plan, parts = kept
    return _FORM.written((plan, *parts))


def _brought_back(data: bytes) -> tuple[Plan, Parts]:
    plan, *parts = _FORM.read(data)
    return plan, tuple(parts)
