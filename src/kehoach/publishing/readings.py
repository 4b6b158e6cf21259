"""Plans as they were read, kept on disk: values, lines, mentions, duties and their times.

Reading, linking and scheduling a plan takes ten times as long as bringing this back. Safe to delete and never needed:
a file that is broken, or of other bytes, registries, schema or program, counts as missing. What is in it is data
alone: only our own kinds of values are brought back (Python's documentation of ``pickle``, "Restricting globals").
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import hashlib
import io
import os
import pickle
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_type_hints

from kehoach.agenda.agenda import Timetable, scheduled
from kehoach.comparison.commontext import Sample, sample
from kehoach.files.memory import Asked
from kehoach.machine.collecting import paused
from kehoach.machine.fingerprints import digest, program
from kehoach.machine.forking import spread
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.linking import linker_of
from kehoach.meaning.reading import PlanReading
from kehoach.model.plan import Plan
from kehoach.model.registry import Registry

FOLDER = ".cache/kehoach-readings"
_NOTE = ".gitignore"
_SUM = 32
_MOST = 64_000_000
"""Bytes of a file that is looked at; the longest plan there can be takes a third of it."""

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


class _Values(pickle.Unpickler):
    """Brings back values of our own kinds, and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """Give a class that plans are made of; another is an error."""
        return _kinds()[module, name]


@cache
def _kinds() -> Mapping[tuple[str, str], type]:
    """Give the classes that plans and their parts are made of, by module and name, as their fields declare them."""
    found: dict[tuple[str, str], type] = {}
    waiting: list[Any] = [Plan, *_NEEDS[everything]]
    while waiting:
        kind = waiting.pop()
        waiting += get_args(kind)
        if isinstance(kind, type) and (kind.__module__, kind.__qualname__) not in found:
            if dataclasses.is_dataclass(kind):
                waiting += get_type_hints(kind).values()
            if dataclasses.is_dataclass(kind) or issubclass(kind, Enum | dt.date):
                found[kind.__module__, kind.__qualname__] = kind
    return found


def _written(kept: tuple[Plan, Parts]) -> bytes:
    """Write values so that only our own kinds are named: some Pythons bring members of enumerations back by getattr."""
    out = io.BytesIO()
    pickler = pickle.Pickler(out, 5)
    pickler.dispatch_table = {kind: _member for kind in _kinds().values() if issubclass(kind, Enum)}
    pickler.dump(kept)
    return out.getvalue()


def _member(member: Enum) -> tuple[type[Enum], tuple[Any]]:
    return type(member), (member.value,)


def _is_parts(value: object) -> bool:
    return isinstance(value, tuple) and {type(part) for part in value} <= _NEEDS[everything]


class Readings:
    """A folder of plans that were read; asked for plans (``memory.Recall``) it reads what it does not hold."""

    def __init__(self, root: Path, work_out: WorkOut) -> None:
        self._folder = root / FOLDER
        self._work_out = work_out

    def __call__(self, asked: Asked) -> Mapping[str, tuple[Plan, Parts]]:
        """Give the plans that are sound, each with all that is known of it; keeps what is new and drops the rest."""
        with paused():
            against = digest((program(), asked.against))
            keys = {plan_id: digest((against, plan_id, data)) for plan_id, data in asked.files.items()}
            held = {plan_id: kept for plan_id, key in keys.items() if (kept := self._held(plan_id, key))}
            found = {plan_id: kept for plan_id, kept in held.items() if self._is_enough(kept[1])}
            missing = [plan_id for plan_id in keys if plan_id not in found]
            if missing:
                self._prepare(asked.plan_ids)
            for plan_id, kept in self._read(asked, keys, missing):
                found[plan_id] = kept
            return found

    def _read(self, asked: Asked, keys: Mapping[str, str], missing: Sequence[str]) -> Iterator[tuple[str, Any]]:
        """Read plans that are not held: a few here, many in several processes, which only keep them."""

        def read(plan_id: str) -> tuple[Plan, Parts] | None:
            found, known = self._held(plan_id, keys[plan_id]) or (asked.read(plan_id), None)
            if found is None:
                return None
            linked = LinkedPlan(found, linker_of(asked.registry))
            if known:
                linked.learn(known)
            self._work_out(linked, asked.registry)
            self._keep(plan_id, keys[plan_id], (found, linked.parts))
            return found, linked.parts

        if len(missing) < FEW:
            yield from ((plan_id, kept) for plan_id in missing if (kept := read(plan_id)))
            return
        batches = [missing[start : start + _BATCH] for start in range(0, len(missing), _BATCH)]

        def read_batch(number: int) -> None:
            for plan_id in batches[number]:
                read(plan_id)

        for _ in spread(read_batch, len(batches)):
            pass
        yield from ((plan_id, kept) for plan_id in missing if (kept := self._held(plan_id, keys[plan_id])))

    def _is_enough(self, known: Parts) -> bool:
        return _NEEDS[self._work_out] <= {type(part) for part in known}

    def _held(self, plan_id: str, key: str) -> tuple[Plan, Parts] | None:
        path = self._path(plan_id)
        try:
            if path.is_symlink() or path.stat().st_size > _MOST:
                return None
            data = path.read_bytes()
            body = memoryview(data)[2 * _SUM :]
            if data[:_SUM].hex() != key or hashlib.sha256(body).digest() != data[_SUM : 2 * _SUM]:
                return None
            found, known = _Values(io.BytesIO(body)).load()
        except OSError:
            return None
        except Exception:  # whatever stands in a file that somebody else wrote
            return None
        sound = isinstance(found, Plan) and found.id == plan_id and _is_parts(known)
        return (found, known) if sound else None

    def _keep(self, plan_id: str, key: str, kept: tuple[Plan, Parts]) -> None:
        """Write what was read; where the disk refuses, nothing is kept."""
        path = self._path(plan_id)
        aside = path.with_name(f"{path.name}.{os.getpid()}")
        body = _written(kept)
        with contextlib.suppress(OSError):
            aside.write_bytes(bytes.fromhex(key) + hashlib.sha256(body).digest() + body)
            aside.replace(path)

    def _prepare(self, plan_ids: Collection[str]) -> None:
        """Make the folder, and drop from it what is of no plan."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / _NOTE).write_text("*\n")
            names = {self._path(plan_id).name for plan_id in plan_ids} | {_NOTE}
            for path in self._folder.iterdir():
                if path.name not in names:
                    path.unlink()

    def _path(self, plan_id: str) -> Path:
        return self._folder / hashlib.sha256(plan_id.encode()).hexdigest()[:40]
