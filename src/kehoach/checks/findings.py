"""What was found in single plans, used again for those that are as they were, with all other plans looked at."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from kehoach.files.problems import Problem
from kehoach.files.repository import Repository
from kehoach.machine.fingerprints import digest, program
from kehoach.machine.store import Store
from kehoach.machine.tracing import ALL, ASKED
from kehoach.meaning.fabric import OUTLINED, Fabric
from kehoach.model.registry import shown_of

KIND = "findings"


class Looked(NamedTuple):
    """The problems of a plan, and the plans that were looked at to find them."""

    problems: list[Problem]
    plans: Collection[str]


class FindingsRow(NamedTuple):
    """What is kept of a plan: the state that it was in, the states of those looked at, the problems."""

    state: str
    looked_at: dict[str, str]
    problems: list[Problem]


@dataclass
class Findings:
    """What is known of a repository's plans."""

    repository: Repository
    fabric: Fabric
    rows: dict[str, FindingsRow] = field(default_factory=dict)
    _held: dict[str, FindingsRow] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Have the order of editions known: who asks for it first looks at all plans."""
        _ = self.fabric.editions

    @cached_property
    def _base(self) -> str:
        return digest((program(), self.repository.registry.meaning))

    def _state(self, plan_id: str) -> str:
        """Say by a digest what a plan's problems depend on, but for the plans that are looked at by name."""
        before = self.fabric.previous(plan_id) if plan_id in self.fabric.plans else ""
        return digest((self._base, self.repository.digests.get(plan_id, ""), before))

    def _looked_at(self, name: str) -> str:
        if name.startswith("@"):
            return digest([shown_of(self.repository.registry, name[1:])])
        # What a check looks at in outline alone counts as looked at whole: checks are quick.
        return self.repository.digests.get(name.removeprefix(OUTLINED), "")

    def of(self, plan_id: str) -> list[Problem] | None:
        """Give what is known of a plan; None where it has to be looked at."""
        row = self.rows.get(plan_id)
        # Progress is held against everything that is to be done.
        if row is None or plan_id in self.repository.progress or row.state != self._state(plan_id):
            return None
        same = all(self._looked_at(other) == state for other, state in row.looked_at.items())
        return row.problems if same else None

    def learn(self, results: Iterable[tuple[str, Looked]]) -> None:
        """Take up what was found now."""
        for plan_id, looked in results:
            self.rows.pop(plan_id, None)
            if not {ALL, OUTLINED + ALL} & set(looked.plans):
                # Questions that a check asks of all plans are about the order of editions, which the state holds.
                names = (name for name in sorted(looked.plans) if not name.startswith(ASKED))
                looked_at = {other: self._looked_at(other) for other in names}
                self.rows[plan_id] = FindingsRow(self._state(plan_id), looked_at, looked.problems)

    def read(self, store: Store) -> None:
        """Take up what an earlier process kept."""
        for plan_id, state, data in store.read_all(KIND):
            try:
                looked_at, problems = json.loads(data)
                self.rows[plan_id] = FindingsRow(state, dict(looked_at), [Problem(*problem) for problem in problems])
            except (ValueError, TypeError, RecursionError):
                store.spoiled += 1
        self._held = dict(self.rows)

    def write(self, store: Store) -> None:
        """Keep what is new of the plans there are."""
        new = [(plan_id, row) for plan_id, row in self.rows.items() if self._held.get(plan_id) is not row]
        store.write(KIND, ((plan_id, row.state, _written(row)) for plan_id, row in new))
        store.keep_only(KIND, self.rows.keys() & self.repository.plans.keys())


def _written(row: FindingsRow) -> bytes:
    return json.dumps([row.looked_at, [list(problem) for problem in row.problems]]).encode()
