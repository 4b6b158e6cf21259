"""Reading single files of a repository under limits: plain files that lie in it, checked against their schema."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from kehoach.files import yamltext
from kehoach.files.memory import Memory, ReadPlan, RecalledPlan, RecallRequest
from kehoach.files.problems import Problem
from kehoach.files.schemas import Schema
from kehoach.files.yamlfile import Loaded, parse
from kehoach.files.yamltext import MAX_BYTES
from kehoach.machine.fingerprints import digest
from kehoach.machine.forking import apart
from kehoach.model.planid import PLACE
from kehoach.model.registry import Registry
from kehoach.wording.letters import slug


def read_file(path: Path, root: Path, schema: Schema, memory: Memory | None = None, scale: int = 1) -> Loaded:
    """Read one file and check it against its schema; problems are in the result.

    ``scale`` is how many times the usual limits of length and values hold.
    """
    data, name = plain_bytes(path, root, scale), name_from_root(path, root)
    if memory is None or memory.values is None or isinstance(data, Problem):
        return _checked(data, name, schema, memory, scale)
    sha256 = hashlib.sha256(data).hexdigest()
    state = digest((sha256, schema.digest, scale))
    value = memory.values.read(name, state)
    if value is None and len(data) > LONG and (value := apart(partial(_sound_value, data, name, schema, scale))):
        memory.values.keep(name, state, value)
        # As it was kept, equal keys are one.
        value = memory.values.read(name, state) or value
    if value is not None:
        loaded = Loaded.sound(name, sha256, path.read_bytes)
        loaded.value = value
        return memory.files.setdefault((name, sha256, schema.digest), loaded)
    loaded = _checked(data, name, schema, memory, scale)
    if not (loaded.problems or loaded.warnings):
        memory.values.keep(name, state, loaded.value)
    return loaded


LONG = 300_000
"""Bytes of a file that is read in a process of its own: reading takes a hundred times as much memory as it has."""


def _sound_value(data: bytes, name: str, schema: Schema, scale: int) -> Any:
    """Give the value of a file in which nothing is wrong, else None."""
    loaded = _checked(data, name, schema, None, scale)
    return None if loaded.problems or loaded.warnings else loaded.value


def _checked(
    data: bytes | Problem,
    name: str,
    schema: Schema,
    memory: Memory | None = None,
    scale: int = 1,
    names: Mapping[str, str] | None = None,
) -> Loaded:
    if isinstance(data, Problem):
        return Loaded(name, problems=[data])
    key = (name, hashlib.sha256(data).hexdigest(), schema.digest)
    if memory and key in memory.files:
        return memory.files[key]
    loaded = parse(data, name, scale)
    if not loaded.problems:
        loaded.problems.extend(schema.problems(loaded, names))
        if loaded.problems:
            loaded.value = None
        elif memory is not None:
            memory.files[key] = loaded
    return loaded


def name_from_root(path: Path, root: Path) -> str:
    """Name a file as problems do: its path from the root."""
    return path.relative_to(root).as_posix()


def plain_bytes(path: Path, root: Path, scale: int) -> bytes | Problem:
    """Read a plain file that lies in the repository itself; of one that is too long no more than shows it."""
    name = name_from_root(path, root)
    if any(map(os.path.islink, _places(name, root))):
        return Problem("KH101", name, 1, "", "Tệp hoặc thư mục là liên kết tượng trưng.")
    try:
        if not path.is_file():
            return Problem("KH101", name, 1, "", "Không có tệp này, hoặc đây không phải tệp thường.")
        with path.open("rb") as handle:
            return handle.read(MAX_BYTES * scale + 1)
    except OSError as error:
        return Problem("KH101", name, 1, "", f"Không đọc được: {error.strerror}.")


def _places(name: str, root: Path) -> Iterator[str]:
    """Give the folders in the repository that lead to a file, and the file: as texts, since there are thousands."""
    place = os.fspath(root)
    for part in name.split("/"):
        place = f"{place}/{part}"
        yield place


def named_in(text: str) -> frozenset[str]:
    """Give the ids of plans that a text names."""
    return frozenset(match[1] for match in PLACE.finditer(text))


def every_file(root: Path) -> list[Path]:
    """Find every plan, registry and progress file."""
    return sorted(path for path in (root / "plans").rglob("*.yaml") if path.is_file() and not path.is_symlink())


def kind_of(path: Path) -> str:
    """Tell by its place which kind of file a path is: a registry's name, progress or plan."""
    if path.parent.name == "registry":
        return path.stem
    return "progress" if path.name.endswith(".progress.yaml") else "plan"


MANY = 60
"""Plans whose files are not held when they have been read: the values of one take half a megabyte."""


class IdsByName(Mapping[str, str]):
    """Ids by the names that bodies are known by, as slugs: asked for only where a file is faulty."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    @cached_property
    def _ids(self) -> Mapping[str, str]:
        return {
            slug(name): unit.id
            for unit in self._registry.units.values()
            for name in (unit.name, *unit.names, *unit.self_names, *unit.full_names)
        }

    def __getitem__(self, name: str) -> str:
        return self._ids[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


@dataclass(frozen=True)
class Reader:
    """Reads plans' files, each once; ``names`` gives the ids of bodies by their names as slugs."""

    paths: Mapping[str, Path]
    root: Path
    schema: Schema
    memory: Memory
    names: Mapping[str, str] = field(default_factory=dict)

    def _file(self, plan_id: str) -> Loaded:
        """Read a plan's file and check it against its schema; problems are in the result."""
        path = self.paths[plan_id]
        data = plain_bytes(path, self.root, 1)
        return _checked(data, name_from_root(path, self.root), self.schema, self.memory, names=self.names)

    def sound(self, problems: list[Problem], recalled: Mapping[str, Loaded]) -> Iterator[tuple[str, Loaded]]:
        """Read all files but those that are known, and give those in which nothing is wrong."""
        for plan_id in self.paths:
            loaded = recalled.get(plan_id) or self._file(plan_id)
            problems.extend((*loaded.problems, *loaded.warnings))
            if not loaded.problems:
                yield plan_id, loaded

    def _plan(self, plan_id: str) -> ReadPlan | None:
        loaded = self._file(plan_id)
        # What is recalled later says nothing of slips either.
        if loaded.problems or loaded.warnings:
            return None
        return ReadPlan(self.memory.plan(plan_id, loaded), loaded.sha256, named_in(loaded.text))

    def _of_many(self, plan_id: str) -> ReadPlan | None:
        """Read one of many plans: the memory takes up none of them, since all together are too much to hold."""
        return replace(self, memory=Memory())._plan(plan_id)

    def _sum(self, path: Path) -> str:
        """Give the SHA-256 of a plan's file; empty where it cannot be one that is kept."""
        if self.memory.sums and (known_sum := self.memory.sums(path)):
            return known_sum
        data = plain_bytes(path, self.root, 1)
        if isinstance(data, Problem) or any(yamltext.slips(data)):
            return ""
        return hashlib.sha256(data).hexdigest()

    def recalled(self, registry: Registry) -> Iterator[tuple[str, Loaded, RecalledPlan]]:
        """Give plans from what is recalled, with their files; the memory takes them up."""
        assert self.memory.recall
        sums = {plan_id: sha256 for plan_id, path in self.paths.items() if (sha256 := self._sum(path))}
        against = digest((self.schema.digest, registry.meaning))
        plans_recalled = {plan_id: self.memory.recalled.get(plan_id) for plan_id in sums}
        same = {
            plan_id: entry
            for plan_id, entry in plans_recalled.items()
            if entry and entry[0] == (sums[plan_id], against)
        }
        files = {plan_id: sha256 for plan_id, sha256 in sums.items() if plan_id not in same}
        read = self._plan if len(files) < MANY else self._of_many
        recalled = self.memory.recall(RecallRequest(self.paths.keys(), files, against, registry, read))
        for plan_id, plan in recalled.items():
            name = name_from_root(self.paths[plan_id], self.root)
            # One that was read just now need not be read again to be checked.
            loaded = self.memory.files.get((name, sums[plan_id], self.schema.digest)) or Loaded.sound(
                name, sums[plan_id], self.paths[plan_id].read_bytes
            )
            same[plan_id] = self.memory.recalled[plan_id] = ((sums[plan_id], against), loaded, plan)
        for plan_id in self.paths:
            if plan_id in same:
                yield plan_id, *same[plan_id][1:]
