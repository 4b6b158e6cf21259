"""What is not read twice: files and plans that another load read, or an earlier process."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from kehoach.files.yamlfile import Loaded
from kehoach.model.fromdata import plan_from, registry_from
from kehoach.model.plan import Plan
from kehoach.model.registry import Registry


@dataclass(frozen=True)
class Asked:
    """Plans that are to be read: their files' bytes, all else that what they say depends on, and how to read one.

    ``plan_ids`` are all that there are; ``read`` gives None where the file is faulty.
    """

    plan_ids: Collection[str]
    files: Mapping[str, bytes]
    against: str
    registry: Registry
    read: Callable[[str], Plan | None]


class Recall(Protocol):
    """Knows plans that were read before."""

    def __call__(self, asked: Asked) -> Mapping[str, tuple[Plan, Any]]:
        """Give plans, each with what is known beyond its values; those left out are read as usual."""


@dataclass
class Memory:
    """What loads of several states of a repository share: sound files, and what was made of them."""

    recall: Recall | None = None

    files: dict[tuple[str, bytes, str], Loaded] = field(default_factory=dict)
    """By name, bytes and schema."""
    plans: dict[str, tuple[Loaded, Plan]] = field(default_factory=dict)
    registry: tuple[tuple[Loaded, ...], Registry] = ((), Registry())

    def plan(self, plan_id: str, loaded: Loaded) -> Plan:
        """Give the plan of a file, the same one for the same file."""
        kept = self.plans.get(plan_id)
        if kept is None or kept[0] is not loaded:
            kept = self.plans[plan_id] = (loaded, plan_from(plan_id, loaded.value))
        return kept[1]

    def registries(self, files: Mapping[str, Loaded]) -> Registry:
        """Give the registries of some files, the same ones for the same files."""
        held = tuple(files.values())
        if len(held) != len(self.registry[0]) or any(a is not b for a, b in zip(held, self.registry[0], strict=True)):
            values = {kind: loaded.value[kind] for kind, loaded in files.items() if loaded.value is not None}
            self.registry = (held, registry_from(values))
        return self.registry[1]
