"""Comments and numbered references that follow what they are about when a plan's value changes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from kehoach.files.planplaces import value_at
from kehoach.files.yamlcomments import Comments, Remarks
from kehoach.model.place import Place
from kehoach.updating.merging import Merged, item_places

_NUMBERED = {"legal_basis": "can-cu", "in_pursuance": "thuc-hien", "recipients": "noi-nhan", "proposal": "de-nghi"}
"""Lists of words whose entries are called by their number."""

_REFERRING = ("corrections", "sic", "links")


def comments_followed(comments: Remarks, plan: Mapping[str, Any], merged: Merged) -> tuple[Remarks, list[str]]:
    """Give the comments at their new places, and those that go with what they were about."""
    lost: list[str] = []
    groups: list[Comments] = []
    to = {was: at for at, was in merged.origins.items()}
    items = set(item_places(plan))
    for group in (comments.above, comments.same_line, comments.below):
        moved: Comments = {}
        for place, texts in group.items():
            target = _followed(place, plan, merged.value, to, items)
            if target is None:
                lost += texts
            else:
                moved.setdefault(target, []).extend(texts)
        groups.append(moved)
    return Remarks(*groups), lost


def _followed(
    place: Place, plan: Mapping[str, Any], value: Mapping[str, Any], to: Mapping[Place, Place], items: set[Place]
) -> Place | None:
    """Find where a place went: with its item, with its words in a list; up to what still stands around it."""
    item = next((place[:n] for n in range(len(place), 0, -1) if place[:n] in items), ())
    if item and item not in to:
        return None
    rest = place[len(item) :]
    target = to[item] if item else ()
    for number, part in enumerate(rest):
        around = value_at(value, target)
        if isinstance(part, int):
            entry = value_at(plan, place[: len(item) + number + 1])
            if not isinstance(around, list) or entry not in around:
                break
            part = part if part < len(around) and around[part] == entry else around.index(entry)
        elif not isinstance(around, Mapping) or part not in around:
            break
        target = (*target, part)
    return target or (next(iter(value)),)


def references_followed(plan: Mapping[str, Any], value: dict[str, Any]) -> list[str]:
    """Renumber what corrections, slips and links call by number (``noi-nhan-8``); give those whose entry is gone."""
    names: dict[str, str] = {}
    for prefix, old, new in (("", plan, value), ("QD.", plan.get("decision", {}), value.get("decision", {}))):
        for key, name in _NUMBERED.items():
            before, after = old.get(key, []), new.get(key, [])
            if isinstance(before, list) and isinstance(after, list) and before != after:
                names.update(_renumbered(prefix + name, before, after))
    lost: list[str] = []
    for key in _REFERRING:
        if key in value:
            value[key] = [_renamed(entry, names, lost) for entry in value[key]]
    return lost


def _renumbered(name: str, before: Sequence[str], after: Sequence[str]) -> dict[str, str]:
    """Give the new name of each entry's number, empty where the entry is gone."""
    numbers: dict[int, int] = {}
    for tag, a, end, b, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and end - a == last - b):
            numbers.update((a + step, b + step) for step in range(end - a))
    return {
        _number(name, index, before): _number(name, numbers[index], after) if index in numbers else ""
        for index in range(len(before))
    }


def _number(name: str, index: int, among: Sequence[str]) -> str:
    single = name.endswith(("thuc-hien", "de-nghi")) and len(among) == 1
    return name if single else f"{name}-{index + 1}"


def _renamed(entry: Any, names: Mapping[str, str], lost: list[str]) -> Any:
    at = entry.get("at", "") if isinstance(entry, Mapping) else ""
    new = names.get(at)
    if new is None or new == at:
        return entry
    if not new:
        lost.append(at)
        return entry
    return {**entry, "at": new}


def with_ancestry(
    plan: Mapping[str, Any],
    value: Mapping[str, Any],
    ties: Sequence[tuple[Place, Place]],
    earlier: Collection[str],
) -> None:
    """Let parts that were split off or joined go on from what the earlier edition holds of them.

    ``ties`` are places of items in the plan and in ``value``; an id can only be named in ``continues`` where the
    earlier edition has it, for a plan never goes on from itself.
    """
    for was, at in ties:
        old, item = value_at(plan, was), value_at(value, at)
        ancestors = old.get("continues") or [old["id"]]
        ancestors = [target for target in ancestors if "#" in target or target in earlier]
        ancestors = [
            target for target in ancestors if target not in (item.get("continues") or ()) and target != item.get("id")
        ]
        if ancestors:
            item["continues"] = [*(item.get("continues") or ()), *ancestors]
