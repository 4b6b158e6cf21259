"""What a Word file made of an old state of a plan, told of the plan as it is now: places, changes, words on clashes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kehoach.files.planplaces import value_at
from kehoach.model.place import Place
from kehoach.updating.itemtree import own_fields
from kehoach.updating.merging import OWN, WITHIN, Merged, MergedChange, item_places
from kehoach.updating.planupdate import Ties, Updated

Places = Mapping[str, Place]
"""The place of each item of a value by its id."""


def places_of(value: Mapping[str, Any]) -> dict[str, Place]:
    """Give the places of a value's items by their ids."""
    return {str(value_at(value, place)["id"]): place for place in item_places(value)}


def carried(place: Place, source: Mapping[str, Any], target: Mapping[str, Any]) -> Place:
    """Find in another value what stands at a place of one: the item of the same id; empty where it has none."""
    item = next((place[:n] for n in range(len(place), 0, -1) if place[:n] in set(item_places(source))), ())
    if not item:
        return place if value_at(target, place) is not None else ()
    places_there = places_of(target).get(str(value_at(source, item)["id"]), ())
    whole = (*places_there, *place[len(item) :])
    return whole if places_there and value_at(target, whole) is not None else places_there


def retold(
    now: Mapping[str, Any], value: Mapping[str, Any], old: Mapping[str, Any], said: Mapping[str, Any], edit: Updated
) -> Updated:
    """Tell what a file changed of an ``old`` state into ``said`` as a change of the plan ``now`` into ``value``."""

    def ties(pairs: Ties) -> Ties:
        followed = ((carried(was, old, now), carried(at, said, value)) for was, at in pairs)
        return tuple((was, at) for was, at in followed if was and at)

    return Updated(_merged(now, value), ties(edit.moved), ties(edit.split), ties(edit.joined), ties(edit.doubtful))


def _merged(now: Mapping[str, Any], value: Mapping[str, Any]) -> Merged:
    """Say how a value differs from the plan's, item by item."""
    before, after = places_of(now), places_of(value)
    changes = [*_fields(own_fields(now), own_fields(value), (), ())]
    for name, at in after.items():
        item = value_at(value, at)
        if name in before:
            was = before[name]
            changes += _fields(own_fields(value_at(now, was)), own_fields(item), was, at)
        else:
            changes.append(MergedChange("added", None, at, None, item))
    gone = ((was, value_at(now, was)) for name, was in before.items() if name not in after)
    changes += [MergedChange("removed", was, None, item) for was, item in gone]
    return Merged(dict(value), changes, {at: before[name] for name, at in after.items() if name in before})


def _fields(old: Mapping[str, Any], new: Mapping[str, Any], was: Place, at: Place) -> Iterator[MergedChange]:
    for key in {**old, **new}:
        first, second = old.get(key), new.get(key)
        if key in WITHIN and isinstance(first, Mapping) and isinstance(second, Mapping):
            yield from _fields(first, second, (*was, key), (*at, key))
        elif key not in OWN and first != second:
            yield MergedChange("changed", (*was, key), (*at, key), first, second)
