"""A plan under edit, and the places in it that an edit can touch."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from kehoach.model.fields import IDEAS
from kehoach.model.registry import Registry
from kehoach.model.units import Unit

Data = dict[str, Any]

_LISTS = ("items", *IDEAS)


@dataclass(frozen=True)
class Edit:
    """Two states of a plan and what leads from one to the other.

    ``kind`` is a key of ``KINDS``; ``old`` and ``new`` are the ids of the items it touches, in pairs that
    must be reported, an empty id on the side where there is none. A change of legal basis touches no item.
    """

    kind: str
    plan_id: str
    before: Data
    after: Data
    touched: tuple[tuple[str, str], ...]
    after_id: str = ""


@dataclass
class Place:
    """An item where it stands: its list, its index and the items around it, outermost first."""

    siblings: list[Data]
    index: int
    above: tuple[Data, ...] = ()

    @property
    def item(self) -> Data:
        """The item itself."""
        return self.siblings[self.index]

    @property
    def id(self) -> str:
        """The item's id."""
        return str(self.item["id"])

    @property
    def is_plain(self) -> bool:
        """Whether the item is nothing but a text."""
        return set(self.item) <= {"id", "text", "facts"} and "\n" not in self.item.get("text", "")


@dataclass
class Draft:
    """A plan under edit: its state before (which a kind may first equip) and after."""

    plan_id: str
    data: Data
    registry: Registry
    rng: random.Random
    after_id: str = ""
    before: Data = field(default_factory=dict)

    def places(self) -> list[Place]:
        """All items of decision and body in printed order."""
        return [*walk(self.data.get("decision", {}).get("articles", []), ()), *walk(self.data["body"], ())]

    def choose(self, fits: Callable[[Place], bool]) -> Place | None:
        """Draw a place among those that fit."""
        options = [place for place in self.places() if fits(place)]
        return self.rng.choice(options) if options else None

    @property
    def bodies(self) -> list[Unit]:
        """Departments that the plan can name by a short name."""
        scopes = set(self.registry.scopes(self.data["issuer"]))
        kinds = ("department", "division", "office", "press")
        near = (unit for unit in self.registry.units.values() if unit.within in scopes and unit.kind in kinds)
        return [unit for unit in near if unit.names and not unit.end]

    def new_id(self, stem: str) -> str:
        """Give an id that no item of the plan has."""
        taken = {place.id for place in self.places()}
        return next(name for n in range(1, 1000) if (name := f"{stem}-{n}") not in taken)


def walk(items: list[Data], above: tuple[Data, ...]) -> Iterator[Place]:
    """Go through items and all below them, in printed order."""
    for index, item in enumerate(items):
        yield Place(items, index, above)
        for key in _LISTS:
            yield from walk(item.get(key, []), (*above, item))


Touched = Sequence[tuple[str, str]] | None


def same(place: Place) -> Touched:
    """Say that an item was touched and is still there."""
    return [(place.id, place.id)]
