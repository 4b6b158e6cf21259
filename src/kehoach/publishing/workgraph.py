"""What each work of the last build asked for: after an edit only those are looked at that asked for what changed.

To tell by its signature that a work is as it was takes a third of a millisecond, and a site of a thousand plans has
ten thousand works. Here a work stands with the names of all that its signature and its pages asked for: a plan, its
outline, what plans tell of a body, document or indicator. Names of what is no longer what it was are worked out from
the plans that changed; a work that asked for none of them is as it was. Where anything else has changed, nothing is
known.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from kehoach.exports.opendata import Size
from kehoach.machine.fingerprints import digest
from kehoach.machine.store import Store
from kehoach.machine.tracing import ALL
from kehoach.meaning.fabric import OUTLINED
from kehoach.model.planid import line_of
from kehoach.pages.site import ORIGINS
from kehoach.publishing.planstates import HISTORY, TOLD
from kehoach.publishing.signatures import Signatures

KIND, STATES = "graph", "told"
_SHARDS = 64
_PLANS = "plans"
_PLAN_FACTS = ("anchor", "basis", "duties", "news", "revised", "stage", "standing")
"""Facts that come to something else only where the plan that they are of does, on one day and with one registry."""
_LINE = "line/"


@dataclass(frozen=True)
class Row:
    """What a work asked for, its files with length and SHA-256, its pages with what tells their frames apart."""

    asked: tuple[str, ...]
    files: Sequence[tuple[str, int, str]]
    pages: Sequence[tuple[str, bool, str]]

    @classmethod
    def read(cls, asked: Iterable[str], files: Iterable[Any], pages: Iterable[Any]) -> Row:
        """Take up what is kept of a work; raises an error where that is nothing of the kind."""
        # Texts are shared: of all works there are a million, and the measures of all files hold the same.
        asked_once = tuple(map(sys.intern, sorted(asked)))
        sound = [(sys.intern(_sound(address)), int(length), sys.intern(sha256)) for address, length, sha256 in files]
        framed = [(sys.intern(address), bool(listed), sys.intern(frame)) for address, listed, frame in pages]
        return cls(asked_once, sound, framed)


def sources_of(names: Iterable[str]) -> set[str]:
    """Give what has to change for anything that a work noted to come to something else."""
    return set(map(_source, names))


def _source(name: str) -> str:
    kind, _, of = name[1:].partition("/")
    if not name.startswith("@"):
        return name
    if kind in _PLAN_FACTS:
        return of.partition("#")[0]
    # Else what it comes to is of the day or of the registries alone.
    return _LINE + line_of(of) if kind == ORIGINS else ""


@dataclass
class WorkGraph:
    """The works of the last build, as far as they are known, and of this one as they become known."""

    store: Store
    signatures: Signatures
    _now: dict[str, Row] = field(default_factory=dict, repr=False)

    def untouched(self, name: str) -> Row | None:
        """Give what is known of a work that asked for nothing that has changed; None where it has to be looked at."""
        row = self._before.get(name)
        return row if row and self._changed.isdisjoint(row.asked) else None

    def learn(self, name: str, row: Row) -> None:
        """Take up a work that was looked at, or made."""
        self._now[name] = row

    def dropped(self, sizes: Collection[Size]) -> set[str] | None:
        """Give the digests of the last build's files that are none of some any more; None where that is not known."""
        if not self._before:
            return None
        before = {sha256 for row in self._before.values() for _, _, sha256 in row.files}
        return before - {sha256 for _, sha256 in sizes}

    def write(self, names: Collection[str]) -> None:
        """Keep what is known now of the works there are."""
        plans, told = {}, []
        for plan_id in self.signatures.states.plans:
            plans[plan_id] = self.signatures.states.of(plan_id)
            if self._plans_before.get(plan_id) != plans[plan_id]:
                told.append((plan_id, plans[plan_id][0], _json(self.signatures.states.told(plan_id))))
        self.store.write(STATES, told)
        shards: dict[str, dict[str, Row]] = {str(number): {} for number in range(_SHARDS)}
        for name in names:
            if row := self._now.get(name):
                shards[_shard(name)][name] = row
        entries, sums = [], {}
        for shard, rows in shards.items():
            before = self._shards_before.get(shard, ("", {}))
            if before[1] == rows:
                sums[shard] = before[0]
                continue
            data = _written(rows)
            sums[shard] = hashlib.sha256(data).hexdigest()
            entries.append((shard, "", data))
        # In one go: what works asked for is of these states of the plans and of no others.
        self.store.write(KIND, [*entries, (_PLANS, self.signatures.ground, _json([plans, sums]))])
        self.store.keep_only(STATES, plans)

    @cached_property
    def _read(self) -> tuple[dict[str, Sequence[str]], dict[str, tuple[str, dict[str, Row]]]]:
        """Give the states of the plans at the last build, and the works by shard with the shard's digest."""
        of, data = self.store.read(KIND, _PLANS) or ("", b"")
        if of != self.signatures.ground:
            return {}, {}
        try:
            plans, sums = json.loads(data)
            shards = {}
            for shard in sums:
                _, content = self.store.read(KIND, shard) or ("", b"")
                # Two builds at once may each have written some.
                if hashlib.sha256(content).hexdigest() == sums[shard]:
                    shards[shard] = sums[shard], dict(_rows(json.loads(content)))
            return {plan_id: tuple(state) for plan_id, state in plans.items()}, shards
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
            self.store.spoiled += 1
            return {}, {}

    @cached_property
    def _plans_before(self) -> Mapping[str, Sequence[str]]:
        return self._read[0]

    @cached_property
    def _shards_before(self) -> Mapping[str, tuple[str, dict[str, Row]]]:
        return self._read[1]

    @cached_property
    def _before(self) -> Mapping[str, Row]:
        if self._changes is None:
            return {}
        return {name: row for _, rows in self._shards_before.values() for name, row in rows.items()}

    @property
    def _changed(self) -> set[str]:
        return self._changes or set()

    @cached_property
    def _changes(self) -> set[str] | None:
        """Give the names of what is no longer what it was; None where that cannot be told."""
        changed: set[str] = set()
        for plan_id, before in self._plans_before.items():
            now = self.signatures.states.of(plan_id)
            if before[2] != now[2]:
                changed |= {HISTORY + plan_id, HISTORY + ALL}
            if before[0] != now[0]:
                changes = self._of_plan(plan_id, before, now)
                if changes is None:
                    return None
                changed |= changes
        return changed

    def _of_plan(self, plan_id: str, before: Sequence[str], now: Sequence[str]) -> set[str] | None:
        was, told = self._told_before(plan_id, before[0]), self.signatures.states.told(plan_id)
        if was is None or told is None:
            return None
        names = {plan_id, ALL, _LINE + line_of(plan_id)}
        if before[1] == now[1]:
            return names | {TOLD + key for key in was.keys() | told.keys() if was.get(key) != told.get(key)}
        names |= {OUTLINED + plan_id, OUTLINED + ALL}
        # Who gave a duty to whom is read off two plans: of each, all bodies may be told something else.
        about = {*was, *told}
        for other in self.signatures.states.tied(plan_id, about):
            about.update(self.signatures.states.told(other) or ())
        return names | {TOLD + key for key in about}

    def _told_before(self, plan_id: str, state: str) -> dict[str, str] | None:
        of, data = self.store.read(STATES, plan_id) or ("", b"")
        try:
            told = json.loads(data) if of == state else None
        except (ValueError, RecursionError):
            self.store.spoiled += 1
            return None
        return told if isinstance(told, dict) else None


def _shard(name: str) -> str:
    return str(int(digest([name])[:8], 16) % _SHARDS)


def _json(value: Any) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _written(rows: Mapping[str, Row]) -> bytes:
    """Write rows with each name once: most works ask for the same plans as others."""
    places: dict[str, int] = {}
    written = {
        name: [[places.setdefault(one, len(places)) for one in row.asked], row.files, row.pages]
        for name, row in sorted(rows.items())
    }
    return _json([list(places), written])


def _rows(shard: Any) -> Iterator[tuple[str, Row]]:
    names, rows = shard
    for name, (asked, files, pages) in rows.items():
        yield name, Row.read(map(names.__getitem__, asked), files, pages)


def _sound(address: str) -> str:
    """Give an address that is on the site; another is a ValueError."""
    if address.startswith("/") or ".." in address.split("/"):
        raise ValueError(address)
    return address
