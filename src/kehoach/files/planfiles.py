"""Reading single files of a repository under limits: plain files that lie in it, checked against their schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kehoach.files import yamltext
from kehoach.files.memory import Asked, Memory
from kehoach.files.problems import Problem
from kehoach.files.schemas import Schema
from kehoach.files.yamlfile import Loaded, parse
from kehoach.files.yamltext import MAX_BYTES
from kehoach.machine.fingerprints import digest
from kehoach.model.plan import Plan
from kehoach.model.registry import Registry, meaning_of


def read_file(path: Path, root: Path, schema: Schema, memory: Memory | None = None, scale: int = 1) -> Loaded:
    """Read one file and check it against its schema; problems are in the result.

    ``scale`` is how many times the usual limits of length and values hold.
    """
    return _checked(plain_bytes(path, root, scale), named(path, root), schema, memory, scale)


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
    key = (name, data, schema.digest)
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


def named(path: Path, root: Path) -> str:
    """Name a file as problems do: its path from the root."""
    return path.relative_to(root).as_posix()


def plain_bytes(path: Path, root: Path, scale: int) -> bytes | Problem:
    """Read a plain file that lies in the repository itself; of one that is too long no more than shows it."""
    name = named(path, root)
    if any(part.is_symlink() for part in (path, *path.parents) if part.is_relative_to(root) and part != root):
        return Problem("KH101", name, 1, "", "Tệp hoặc thư mục là liên kết tượng trưng.")
    try:
        if not path.is_file():
            return Problem("KH101", name, 1, "", "Không có tệp này, hoặc đây không phải tệp thường.")
        with path.open("rb") as handle:
            return handle.read(MAX_BYTES * scale + 1)
    except OSError as error:
        return Problem("KH101", name, 1, "", f"Không đọc được: {error.strerror}.")


def every_file(root: Path) -> list[Path]:
    """Find every plan, registry and progress file."""
    return sorted(path for path in (root / "plans").rglob("*.yaml") if path.is_file() and not path.is_symlink())


def kind_of(path: Path) -> str:
    """Tell by its place which kind of file a path is: a registry's name, progress or plan."""
    if path.parent.name == "registry":
        return path.stem
    return "progress" if path.name.endswith(".progress.yaml") else "plan"


@dataclass(frozen=True)
class Reader:
    """Reads plans' files, each once; ``names`` gives the ids of bodies by their names as slugs."""

    paths: Mapping[str, Path]
    root: Path
    schema: Schema
    memory: Memory
    names: Mapping[str, str] = field(default_factory=dict)
    _held: dict[str, bytes | Problem] = field(default_factory=dict)

    def _bytes(self, plan_id: str) -> bytes | Problem:
        if plan_id not in self._held:
            self._held[plan_id] = plain_bytes(self.paths[plan_id], self.root, 1)
        return self._held[plan_id]

    def _file(self, plan_id: str) -> Loaded:
        """Read a plan's file and check it against its schema; problems are in the result."""
        name = named(self.paths[plan_id], self.root)
        return _checked(self._bytes(plan_id), name, self.schema, self.memory, names=self.names)

    def sound(self, problems: list[Problem]) -> Iterator[tuple[str, Loaded]]:
        """Read all files, and give those in which nothing is wrong."""
        for plan_id in self.paths:
            loaded = self._file(plan_id)
            problems.extend((*loaded.problems, *loaded.warnings))
            if not loaded.problems:
                yield plan_id, loaded

    def _plan(self, plan_id: str) -> Plan | None:
        loaded = self._file(plan_id)
        return None if loaded.problems else self.memory.plan(plan_id, loaded)

    def recalled(self, registry: Registry) -> dict[str, Any]:
        """Take plans from what is recalled into the memory; gives what is known of them beyond their values."""
        assert self.memory.recall
        keys = {}
        for plan_id, path in self.paths.items():
            data = self._bytes(plan_id)
            if isinstance(data, bytes) and not any(yamltext.slips(data)):
                key = (named(path, self.root), data, self.schema.digest)
                if key not in self.memory.files:
                    keys[plan_id] = key
        against = digest((self.schema.digest, *meaning_of(registry)))
        files = {plan_id: data for plan_id, (_, data, _) in keys.items()}
        recalled = self.memory.recall(Asked(self.paths.keys(), files, against, registry, self._plan))
        for plan_id, (plan, _) in recalled.items():
            name, data, _ = key = keys[plan_id]
            if key not in self.memory.files:
                self.memory.files[key] = loaded = Loaded.sound(name, yamltext.decode(data, 1))
                self.memory.plans[plan_id] = (loaded, plan)
        return {plan_id: known for plan_id, (_, known) in recalled.items()}
