"""Addresses that were published once and must go on resolving: a committed list that only grows.

One line a provision, ``<plan id>#<item id>``, in ``plans/permanent-ids.txt``. A plan is never deleted, only
withdrawn; an item's id never changes once it was published.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kehoach.files.memory import outlined
from kehoach.model.plan import Plan

PERMANENT_IDS = "plans/permanent-ids.txt"


def published_ids(text: str) -> list[str]:
    """Read the list, one id a line."""
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def current_ids(plans: Mapping[str, Plan]) -> Iterator[str]:
    """Give the ids that the issued plans publish now, in printed order."""
    for plan, items in outlined(plans):
        if plan.status != "draft":
            yield from (f"{plan.id}#{item_id}" for item_id in items)


def grown(published: Iterable[str], plans: Mapping[str, Plan]) -> str:
    """Give the list's text with all current ids added; nothing is ever taken out."""
    return "".join(f"{name}\n" for name in sorted({*published, *current_ids(plans)}))
