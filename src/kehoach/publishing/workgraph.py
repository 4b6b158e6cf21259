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
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any, NamedTuple

from kehoach.exports.datapackage import Size
from kehoach.machine.store import Store
from kehoach.publishing.changednames import ChangedNames
from kehoach.publishing.graphshards import SHARDS, GraphShards, Lost, shard_of
from kehoach.publishing.signatures import Signatures
from kehoach.publishing.workrows import Row, WorkRows, columns_of

WORK = "work"
"""What is kept of each work by itself."""
_ROWS, _ASKING = "rows", "asking"
"""Kinds of shards: works by name, and the names of those that asked for something, by its name."""
_THEME, _FACTS = "theme", "facts"


class Learned(NamedTuple):
    """A work that was looked at, or made: what it asked for now and, as far as kept, before.

    ``sum`` is the SHA-256 of what is kept of it: its row, which of all works together is too much to be held, is read
    there again.
    """

    sum: bytes
    asked: Collection[str] | bytes
    before: Collection[str]

    @classmethod
    def made(cls, summed: bytes, asked: Iterable[str], before: Collection[str]) -> Learned:
        """Take up a work that was made: with its names packed, as all may have to be made."""
        return cls(summed, zlib.compress("\n".join(asked).encode(), 1), before)

    @property
    def names(self) -> Collection[str]:
        """What it asked for now."""
        if isinstance(self.asked, bytes):
            return zlib.decompress(self.asked).decode().split("\n")
        return self.asked


_Changes = dict[int, dict[str, list[str]]]
"""By shard, the names of works by what they ask for."""


@dataclass
class WorkGraph:
    """The works of the last build, as far as they are known, and of this one as they become known.

    ``theme`` is the digest of all that frames and authored pages are made from, empty where that is not told.
    """

    store: Store
    signatures: Signatures
    theme: str = ""
    _learned: dict[str, Learned] = field(default_factory=dict, repr=False)

    @cached_property
    def before(self) -> WorkRows:
        """The works of the last build; none where it cannot be told what has changed since."""
        rows = WorkRows()
        try:
            for number in range(SHARDS) if self.touched is not None else ():
                if part := self._shards.read(f"{_ROWS}/{number}"):
                    rows.take_up(part)
        except Lost:
            return WorkRows()
        except (ValueError, TypeError, LookupError, AttributeError):
            self.store.spoiled += 1
            return WorkRows()
        return rows

    @cached_property
    def touched(self) -> Collection[str] | None:
        """The works that asked for something that has changed; None where that cannot be told."""
        try:
            names = self._changed.names
            asking = [self._asking(shard) for shard in sorted({*map(shard_of, names)})]
        except Lost:
            return None
        return {work for works in asking for name in works.keys() & names for work in works[name]}

    def known_fact(self, name: str) -> str:
        """Give the digest of a fact of which the last build knew what it still is; empty else."""
        return self._changed.known(name)

    @property
    def is_framed(self) -> bool:
        """Whether frames and authored pages are those of the last build."""
        return bool(self.theme) and self.theme == self._shards.head.around.get(_THEME)

    @property
    def is_listed(self) -> bool:
        """Whether there are the same works as in the last build: they hang on outlines, registries and the theme."""
        if not self.is_framed or not self.before:
            return False
        now = self._changed.plans
        return all(state.untitled == now[name].untitled for name, state in self._shards.head.plans.items())

    def learn(self, name: str, learned: Learned) -> None:
        """Take up a work that was looked at, or made."""
        self._learned[name] = learned

    def write(self, names: Collection[str] | None) -> None:
        """Keep what is known now of the works there are; None stands for those of the last build."""
        self._changed.keep_told()
        gone = set[str]() if names is None else self.before.keys() - set(names)
        theme_and_facts = {_THEME: self.theme, _FACTS: self.signatures.around}
        parts = chain(self._rows(gone), self._asked(gone), self._changed.facts())
        try:
            self._shards.write(self._changed.plans, theme_and_facts, parts)
        except Lost:
            self._shards.forget()

    def dropped(self, sizes: Collection[Size]) -> set[str] | None:
        """Give the digests of the last build's files that are none of some any more; None where that is not known."""
        if not self.before:
            return None
        return self.before.digests() - {of for _, of in sizes}

    @cached_property
    def _shards(self) -> GraphShards:
        return GraphShards(self.store, self.signatures.ground)

    @cached_property
    def _changed(self) -> ChangedNames:
        return ChangedNames(self._shards, self.signatures)

    def _rows(self, gone: Collection[str]) -> Iterator[tuple[str, Any]]:
        """Give the shards of works that are no longer what they were; raises Lost."""
        changed = {name for name in self._learned if self.before and self.before.get(name) != self._row(name)}
        touched = range(SHARDS) if not self.before else sorted({*map(shard_of, changed.union(gone))})
        names: dict[int, list[str]] = {shard: [] for shard in touched}
        for name in {**self.before, **self._learned}:
            if name not in gone and (shard := shard_of(name)) in names:
                names[shard].append(name)
        for shard in touched:
            rows = {name: self._row(name) if name in self._learned else self.before[name] for name in names[shard]}
            yield f"{_ROWS}/{shard}", columns_of(rows)

    def _row(self, name: str) -> Row:
        """Give what is kept of a work that was learned; raises Lost where it is no longer that."""
        _, data = self.store.read(WORK, name) or ("", b"")
        if hashlib.sha256(data).digest() != self._learned[name].sum:
            raise Lost(name)
        return Row.of_entry(json.loads(data))

    def _asked(self, gone: Collection[str]) -> Iterator[tuple[str, Any]]:
        """Give the shards of what was asked for that are no longer what they were; raises Lost."""
        left, come = self._changes_of_asking()
        for shard in {**left, **come} if self.before else range(SHARDS):
            asking = {one: {*works} for one, works in (self._asking(shard) if self.before else {}).items()}
            for one, works in left.get(shard, {}).items():
                asking.get(one, set()).difference_update(works)
            for one, works in come.get(shard, {}).items():
                asking.setdefault(one, set()).update(works)
            # Of works that are no more only what is written anew forgets: nobody looks for them.
            yield f"{_ASKING}/{shard}", _numbered({one: works.difference(gone) for one, works in asking.items()})

    def _changes_of_asking(self) -> tuple[_Changes, _Changes]:
        """Give who no longer asks for something, and who does now."""
        left: _Changes = {}
        come: _Changes = {}
        for name, learned in self._learned.items():
            asked, before = {*learned.names} - {""}, {*learned.before} if self.before else set()
            for changes, names in ((left, before - asked), (come, asked - before)):
                for one in names:
                    changes.setdefault(shard_of(one), {}).setdefault(one, []).append(name)
        return left, come

    def _asking(self, shard: int) -> Mapping[str, Collection[str]]:
        """Give the works that asked for something, by its name; raises Lost where that is not kept whole."""
        works, asking = self._shards.read(f"{_ASKING}/{shard}") or ((), {})
        try:
            return {str(one): [works[number] for number in numbers] for one, numbers in asking.items()}
        except (ValueError, TypeError, LookupError, AttributeError):
            self.store.spoiled += 1
            raise Lost from None


def _numbered(asking: Mapping[str, Collection[str]]) -> Any:
    """Write who asked for what with each name once: most works ask for the same as others."""
    places: dict[str, int] = {}
    written = {
        one: [places.setdefault(name, len(places)) for name in sorted(works)]
        for one, works in sorted(asking.items())
        if works
    }
    return [list(places), written]
