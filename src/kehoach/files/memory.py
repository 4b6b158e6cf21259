"""What is not read twice: files and plans that another load read, or an earlier process."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from kehoach.files.yamlfile import Loaded
from kehoach.model.fromdata import plan_from, registry_from
from kehoach.model.plan import Plan
from kehoach.model.registry import Registry

if TYPE_CHECKING:
    from kehoach.model.outline import Outline


@dataclass(frozen=True)
class ReadPlan:
    """A plan as it was read from a sound file, the file's SHA-256, and the ids of the plans that its text names."""

    plan: Plan
    sha256: str
    names: frozenset[str]


@dataclass(frozen=True)
class RecallRequest:
    """Plans that are to be read: their files' digests, all else that what they say depends on, and how to read one.

    ``plan_ids`` are all that there are; ``read`` gives None where anything is to be said of the file.
    """

    plan_ids: Collection[str]
    files: Mapping[str, str]
    against: str
    registry: Registry
    read: Callable[[str], ReadPlan | None]


@dataclass(frozen=True)
class RecalledPlan:
    """A plan that is known in outline, with the ids of the plans that its file names; ``whole`` brings back the rest.

    That is the plan and what is known of it beyond its values. ``alone`` brings back one kind of that by itself, None
    where it is not kept so: to look at a plan's times or places takes a quarter of bringing all of it back.
    ``digest`` is that of the outline, ``untitled`` that of all of it but the title; ``subject_digests`` are those of
    all that it tells of each body, document or indicator, by ``kind/id``.
    """

    outline: Outline
    names: tuple[str, ...]
    digest: str
    untitled: str
    subject_digests: Mapping[str, str]
    whole: Callable[[], tuple[Plan, tuple[Any, ...]]]
    alone: Callable[[type], Any]


class Recall(Protocol):
    """Knows plans that were read before."""

    def __call__(self, request: RecallRequest) -> Mapping[str, RecalledPlan]:
        """Give the plans that are known; those left out are read as usual."""


class Values(Protocol):
    """Keeps the plain values of files in which nothing was wrong."""

    def read(self, name: str, state: str) -> Any:
        """Give the value of a file in a state; None where it is not kept."""

    def keep(self, name: str, state: str, value: Any) -> None:
        """Keep the value of a file in a state."""


class Plans(Mapping[str, Plan]):
    """Plans by id, some of them only brought back when asked for."""

    def __init__(self, held: Mapping[str, Plan], recalled: Mapping[str, RecalledPlan], order: Iterable[str]) -> None:
        self._held, self._known, self._order = held, recalled, dict.fromkeys(order)

    def __getitem__(self, plan_id: str) -> Plan:
        return self._known[plan_id].whole()[0] if plan_id in self._known else self._held[plan_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._order)

    def __contains__(self, plan_id: object) -> bool:
        return plan_id in self._order

    def __len__(self) -> int:
        return len(self._order)

    def outlined(self) -> Iterator[tuple[Plan, tuple[str, ...]]]:
        """Give each plan without its text, where it is known in outline, and the ids of its items in printed order."""
        for plan_id in self._order:
            if plan_id in self._known:
                outline = self._known[plan_id].outline
                yield outline.head, tuple(item.id for item in outline.items)
            else:
                yield from outlined({plan_id: self._held[plan_id]})


def outlined(plans: Mapping[str, Plan]) -> Iterator[tuple[Plan, tuple[str, ...]]]:
    """Give each plan, at least without its text, and the ids of its items in printed order."""
    if isinstance(plans, Plans):
        yield from plans.outlined()
    else:
        yield from ((plan, tuple(item.id for item in plan.walk())) for plan in plans.values())


@dataclass
class Memory:
    """What loads of several states of a repository share: sound files, and what was made of them."""

    recall: Recall | None = None
    values: Values | None = None
    sums: Callable[[Path], str] | None = None
    """Gives the SHA-256 of a plain file that was read just before, so that it need not be again; empty where none."""

    files: dict[tuple[str, str, str], Loaded] = field(default_factory=dict)
    """By name, the bytes' SHA-256 and schema."""
    plans: dict[str, tuple[Loaded, Plan]] = field(default_factory=dict)
    recalled: dict[str, tuple[tuple[str, str], Loaded, RecalledPlan]] = field(default_factory=dict)
    """By plan: the SHA-256 of its file and the digest of all else that it depends on, the file, what is known."""
    registry: tuple[tuple[Loaded, ...], Registry] = ((), Registry())

    def plan(self, plan_id: str, loaded: Loaded) -> Plan:
        """Give the plan of a file, the same one for the same file."""
        entry = self.plans.get(plan_id)
        if entry is None or entry[0] is not loaded:
            entry = self.plans[plan_id] = (loaded, plan_from(plan_id, loaded.value))
        return entry[1]

    def registries(self, files: Mapping[str, Loaded]) -> Registry:
        """Give the registries of some files, the same ones for the same files."""
        loaded_files = tuple(files.values())
        if len(loaded_files) != len(self.registry[0]) or any(
            a is not b for a, b in zip(loaded_files, self.registry[0], strict=True)
        ):
            values = {kind: loaded.value[kind] for kind, loaded in files.items() if loaded.value is not None}
            self.registry = (loaded_files, registry_from(values))
        return self.registry[1]
