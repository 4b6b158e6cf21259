"""Addresses that were published once and must go on resolving: a committed list that only grows.

One line a provision, ``<plan id>#<item id>``, in ``plans/permanent-ids.txt``. A plan is never deleted, only
withdrawn; an item's id never changes once it was published.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kehoach.files.memory import outlined
from kehoach.model.plan import Plan

PERMANENT_IDS = "plans/permanent-ids.txt"


@dataclass(frozen=True)
class PublishedIds:
    """The list of published ids, gone through line by line: each by itself takes three times as much memory."""

    text: str = ""

    def __iter__(self) -> Iterator[str]:
        """Give the ids, one a line."""
        for line in io.StringIO(self.text):
            if (name := line.rstrip("\n")) and not name.startswith("#"):
                yield name


def current_ids(plans: Mapping[str, Plan]) -> Iterator[str]:
    """Give the ids that the issued plans publish now, in printed order."""
    for plan, items in outlined(plans):
        if plan.status != "draft":
            yield from (f"{plan.id}#{item_id}" for item_id in items)


def grown(published: Iterable[str], plans: Mapping[str, Plan]) -> str:
    """Give the list's text with all current ids added; nothing is ever taken out."""
    return "".join(f"{name}\n" for name in sorted({*published, *current_ids(plans)}))
