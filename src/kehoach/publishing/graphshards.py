"""The parts in which the graph of works is kept: of one build all together, or none is believed."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from kehoach.machine.store import Store
from kehoach.publishing.planstates import PlanState

KIND = "graph"
_HEAD = "plans"
SHARDS = 64
"""Parts of a kind: as many as make one of them quick to read and to write."""


class Lost(Exception):
    """A part is not kept whole, or not of the same build as the others."""


class Head(NamedTuple):
    """The states of the plans at a build, digests of what else it was of, by name, and those of the parts."""

    plans: Mapping[str, PlanState]
    around: Mapping[str, str]
    sums: Mapping[str, str]


@dataclass(frozen=True)
class GraphShards:
    """The graph that was kept under the digest ``ground``."""

    store: Store
    ground: str

    @cached_property
    def head(self) -> Head:
        """What tells of all parts; without any where nothing is kept under this digest."""
        kept_state, data = self.store.read(KIND, _HEAD) or ("", b"")
        try:
            plans, around, sums = json.loads(data) if kept_state == self.ground else ({}, {}, {})
            return Head({str(name): PlanState(*state) for name, state in plans.items()}, dict(around), dict(sums))
        except (ValueError, TypeError, AttributeError, RecursionError):
            self.store.spoiled += 1
            return Head({}, {}, {})

    def read(self, name: str) -> Any:
        """Give what a part holds, None where there was none; raises Lost."""
        if name not in self.head.sums:
            return None
        _, data = self.store.read(KIND, name) or ("", b"")
        if hashlib.sha256(data).hexdigest() != self.head.sums[name]:
            # Two builds at once may each have written some.
            raise Lost(name)
        try:
            return json.loads(data)
        except (ValueError, RecursionError):
            self.store.spoiled += 1
            raise Lost(name) from None

    def write(
        self, plans: Mapping[str, PlanState], around: Mapping[str, str], parts: Iterable[tuple[str, Any]]
    ) -> None:
        """Keep some parts beside those that stay, in one go: all are of these states of the plans.

        Each is held only while it is written, for together they name all files of a site.
        """
        self.store.write(KIND, self._entries(plans, around, parts))

    def _entries(
        self, plans: Mapping[str, PlanState], around: Mapping[str, str], parts: Iterable[tuple[str, Any]]
    ) -> Iterator[tuple[str, str, bytes]]:
        sums = {**self.head.sums}
        for name, part in parts:
            data = plain(part)
            sums[name] = hashlib.sha256(data).hexdigest()
            yield name, "", data
        yield _HEAD, self.ground, plain([plans, around, sums])

    def forget(self) -> None:
        """Have nothing of it believed any more."""
        self.store.drop(KIND, _HEAD)


def shard_of(name: str) -> int:
    """Give the number of the part that holds what is of a name: all that a plan tells of things is in one."""
    return zlib.crc32((name.partition("#")[0] or name).encode()) % SHARDS


def plain(value: Any) -> bytes:
    """Write plain data."""
    return json.dumps(value, separators=(",", ":")).encode()
