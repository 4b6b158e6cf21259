"""A plan's value brought to what another text of it says, three ways: the plan, what its print says, what is said now.

A printed document does not say all that a plan's file holds, and says some of it otherwise (a name in capitals). So
the changes are those between two documents read alike, and whatever did not change keeps the file's own value.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kehoach.files.planplaces import value_at
from kehoach.model.fields import IDEAS
from kehoach.model.place import Place

ITEMS = frozenset(("body", "articles", "items", "appendices", "rows", *IDEAS))
"""Keys of lists of what has an id: items, articles, appendices, rows."""

WITHIN = frozenset(("decision", "table"))
"""Keys of mappings that hold such lists."""

OWN = frozenset(
    "schema_version id status withdrawal issuer published official_url signed_file facts continues source "  # noqa: SIM905
    "corrections sic links coverage review".split()
)
"""Keys that are the file's alone: no document changes them."""


@dataclass(frozen=True)
class MergedChange:
    """One printed value that changes: where it stood and stands, under which key, both readings.

    ``kind`` is ``changed``, ``added`` or ``removed``; ``old`` and ``new`` are None where there is none.
    """

    kind: str
    was: Place | None
    at: Place | None
    old: Any = None
    new: Any = None


@dataclass
class Merged:
    """The new value, what changed in it, and where each item stood before, by its new place."""

    value: dict[str, Any]
    changes: list[MergedChange] = field(default_factory=list)
    origins: dict[Place, Place] = field(default_factory=dict)


def item_places(value: Any, at: Place = ()) -> Iterator[Place]:
    """Give the places of all that has an id, in the order of the file, what is around before what is within."""
    for key, entry in value.items() if isinstance(value, Mapping) else ():
        if key in WITHIN:
            yield from item_places(entry, (*at, key))
        elif key in ITEMS and isinstance(entry, list):
            for index, item in enumerate(entry):
                yield (*at, key, index)
                yield from item_places(item, (*at, key, index))


def merge(
    plan: Mapping[str, Any], base: Mapping[str, Any], new: Mapping[str, Any], partners: Mapping[Place, Place]
) -> Merged:
    """Bring the changes from ``base`` to ``new`` into ``plan``, whose items stand at the same places as those of base.

    ``partners`` gives for an item of ``new`` the place of the item of ``base`` that it is; an item without one is
    new, one of ``base`` that nothing is, is removed.
    """
    merging = _Merge(plan, base, partners)
    merging.out.value = merging.mapping(plan, base, new, (), ())
    merging.removed(partners.values())
    return merging.out


@dataclass
class _Merge:
    plan: Mapping[str, Any]
    base: Mapping[str, Any]
    partners: Mapping[Place, Place]
    out: Merged = field(default_factory=lambda: Merged({}))

    def mapping(
        self, old: Mapping[str, Any], base: Mapping[str, Any], new: Mapping[str, Any], at: Place, was: Place | None
    ) -> dict[str, Any]:
        """Merge one mapping; a new item has none to keep anything from."""
        merged = {key: value for key, value in old.items() if key in OWN or (key not in base and key not in new)}
        for key, value in new.items():
            if key not in OWN:
                merged_value = self._value(old, base, key, value, (*at, key), None if was is None else (*was, key))
                if merged_value is not None or value is None:
                    merged[key] = merged_value
        for key in base:
            if key not in new and key in old and key not in OWN | ITEMS | WITHIN:
                self.out.changes.append(MergedChange("changed", (*(was or ()), key), (*at, key), old[key]))
        return merged

    def _value(
        self, old: Mapping[str, Any], base: Mapping[str, Any], key: str, value: Any, at: Place, was: Place | None
    ) -> Any:
        if key in ITEMS:
            return [self._item(item, (*at, index)) for index, item in enumerate(value)]
        if key in WITHIN or (isinstance(value, Mapping) and isinstance(old.get(key), Mapping)):
            return self.mapping(old.get(key, {}), base.get(key, {}), value, at, was)
        if key in base and base[key] == value:
            return old.get(key)
        if key == "numbering" and isinstance(value, list) and old.get(key, [])[: len(value)] == value:
            # A document shows only the levels that its items use.
            return old[key]
        if was is not None and old.get(key) != value:
            self.out.changes.append(MergedChange("changed", was, at, old.get(key), value))
        return value

    def _item(self, item: Mapping[str, Any], at: Place) -> dict[str, Any]:
        old_place = self.partners.get(at)
        if old_place is None:
            self.out.changes.append(MergedChange("added", None, at, None, item))
            return self.mapping({}, {}, item, at, None)
        self.out.origins[at] = old_place
        return self.mapping(value_at(self.plan, old_place), value_at(self.base, old_place), item, at, old_place)

    def removed(self, places_kept: Collection[Place]) -> None:
        """Say what is no longer there."""
        lost = [place for place in item_places(self.plan) if place not in set(places_kept)]
        self.out.changes += [MergedChange("removed", place, None, value_at(self.plan, place)) for place in lost]


def with_known(new: Mapping[str, Any], base: Mapping[str, Any]) -> dict[str, Any]:
    """Give what a document says with the number and the day that it leaves open, as a copy for signing does.

    Nobody takes back by an open place what the plan knows.
    """
    merged_words = dict(new)
    if merged_words.get("number") is None and base.get("number"):
        merged_words["number"] = base["number"]
    if base.get("issued", {}).get("date") and not merged_words.get("issued", {}).get("date"):
        merged_words["issued"] = base["issued"]
    if "decision" in merged_words and "decision" in base:
        merged_words["decision"] = with_known(merged_words["decision"], base["decision"])
    return merged_words
