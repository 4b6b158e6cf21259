"""A plan's value as a tree of items by their ids: below what each stands, in which order, with which fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from kehoach.files.planplaces import value_at
from kehoach.updating.merging import ITEMS, WITHIN, item_places

Where = tuple[str, tuple[str, ...]]
"""The id of what a list of items stands below, empty for the plan, and the keys that lead to the list from there."""


class _Absent:
    """What a side does not have; None can be a value."""

    def __repr__(self) -> str:
        return "absent"


ABSENT = _Absent()


def holds_items(key: str, value: Any) -> bool:
    """Tell whether a value is a list of what has ids."""
    return (
        key in ITEMS and isinstance(value, list) and all(isinstance(item, Mapping) and "id" in item for item in value)
    )


def own_fields(value: Mapping[str, Any]) -> dict[str, Any]:
    """Give a mapping without the items that stand below it."""
    return {
        key: own_fields(entry) if key in WITHIN and isinstance(entry, Mapping) else entry
        for key, entry in value.items()
        if not holds_items(key, entry)
    }


def twin(value: Mapping[str, Any]) -> str:
    """Give an id that two items of a value have, empty where none is there twice."""
    names = Counter(str(value_at(value, place).get("id", "")) for place in item_places(value))
    return next((name for name, count in names.items() if count > 1), "")


class ItemTree:
    """The items of a plan's value by id, with the list that each stands in, and the ids of each list in order."""

    def __init__(self, value: Mapping[str, Any]) -> None:
        self.items: dict[str, Mapping[str, Any]] = {}
        self.where: dict[str, Where] = {}
        self.order: dict[Where, list[str]] = {}
        self._add(value, "", ())

    def own(self, name: str) -> dict[str, Any]:
        """Give an item without what stands below it."""
        return own_fields(self.items[name])

    def _add(self, value: Mapping[str, Any], parent: str, within: tuple[str, ...]) -> None:
        for key, entry in value.items():
            if key in WITHIN and isinstance(entry, Mapping):
                self._add(entry, parent, (*within, key))
            elif holds_items(key, entry):
                for item in entry:
                    where = (parent, (*within, key))
                    self.items[item["id"]] = item
                    self.where[item["id"]] = where
                    self.order.setdefault(where, []).append(item["id"])
                    self._add(item, item["id"], ())
