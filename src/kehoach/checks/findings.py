"""What was found in single plans, used again for those that are as they were, with all other plans looked at.

Safe to delete and never needed; a file that is broken counts as missing.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import astuple, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from kehoach.files.problems import Problem
from kehoach.files.repository import Repository
from kehoach.machine.fingerprints import digest, program
from kehoach.machine.tracing import ALL
from kehoach.meaning.fabric import Fabric

FILE = Path(".cache/kehoach-findings.json")


class Looked(NamedTuple):
    """The problems of a plan, and the plans that were looked at to find them."""

    problems: list[Problem]
    plans: Collection[str]


class Row(NamedTuple):
    """What is kept of a plan: the state that it was in, the states of those looked at, the problems."""

    state: str
    others: dict[str, str]
    problems: list[Problem]


@dataclass
class Findings:
    """What is known of a repository's plans."""

    repository: Repository
    fabric: Fabric
    rows: dict[str, Row] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Have the order of editions known: who asks for it first looks at all plans."""
        _ = self.fabric.editions

    @cached_property
    def _base(self) -> str:
        return digest((program(), *(loaded.text for loaded in self.repository.registry_files.values())))

    def _state(self, plan_id: str) -> str:
        """Say by a digest what a plan's problems depend on, but for the plans that are looked at by name."""
        before = self.fabric.previous(plan_id) if plan_id in self.fabric.plans else ""
        return digest((self._base, self.repository.digests.get(plan_id, ""), before))

    def of(self, plan_id: str) -> list[Problem] | None:
        """Give what is known of a plan; None where it has to be looked at."""
        row = self.rows.get(plan_id)
        # Progress is held against everything that is to be done.
        if row is None or plan_id in self.repository.progress or row.state != self._state(plan_id):
            return None
        same = all(self.repository.digests.get(other, "") == state for other, state in row.others.items())
        return row.problems if same else None

    def learn(self, found: Iterable[tuple[str, Looked]]) -> None:
        """Take up what was found now."""
        for plan_id, looked in found:
            self.rows.pop(plan_id, None)
            if ALL not in looked.plans:
                others = {other: self.repository.digests.get(other, "") for other in sorted(looked.plans)}
                self.rows[plan_id] = Row(self._state(plan_id), others, looked.problems)

    def read(self, root: Path) -> None:
        """Take up what an earlier process kept."""
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            data = json.loads((root / FILE).read_bytes())
            if data["sum"] == digest([json.dumps(data["rows"])]):
                self.rows = {
                    plan_id: Row(state, others, [Problem(*problem) for problem in problems])
                    for plan_id, (state, others, problems) in data["rows"].items()
                }

    def write(self, root: Path) -> None:
        """Keep what is known of the plans there are, unless the disk refuses."""
        rows: Mapping[str, object] = {
            plan_id: [row.state, row.others, [list(astuple(problem)) for problem in row.problems]]
            for plan_id, row in self.rows.items()
            if plan_id in self.repository.plans
        }
        path = root / FILE
        aside = path.with_name(f"{path.name}.{os.getpid()}")
        with contextlib.suppress(OSError):
            path.parent.mkdir(exist_ok=True)
            aside.write_text(json.dumps({"rows": rows, "sum": digest([json.dumps(rows)])}), encoding="utf-8")
            aside.replace(path)
