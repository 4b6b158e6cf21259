"""Addresses that were published once and must go on resolving: a committed list that only grows.

One line a provision, ``<plan id>#<item id>``, in ``plans/permanent-ids.txt``. A plan is never deleted, only
withdrawn; an item's id never changes once it was published.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kehoach.files.memory import outlined
from kehoach.model.plan import Plan

PERMANENT_IDS = "plans/permanent-ids.txt"


@dataclass(frozen=True)
class PublishedIds:
    """The list of published ids, packed and gone through line by line: of ten thousand plans it is 25 MB."""

    packed: bytes = b""

    @classmethod
    def of(cls, text: str) -> PublishedIds:
        """Take the text of the list."""
        return cls(gzip.compress(text.encode(), 1)) if text else cls()

    def are_those_of(self, plans: Mapping[str, Plan]) -> bool:
        """Tell whether the list is that which ``grown`` makes of the plans alone: to go through it takes longer."""
        text, place = gzip.decompress(self.packed).decode() if self.packed else "", 0
        # As the lines themselves are sorted, in which "#" stands behind a plan.
        for plan, items in sorted(outlined(plans), key=lambda one: f"{one[0].id}#"):
            lines = "".join(f"{plan.id}#{item_id}\n" for item_id in sorted({*items})) if plan.status != "draft" else ""
            if not text.startswith(lines, place):
                return False
            place += len(lines)
        return place == len(text)

    def __iter__(self) -> Iterator[str]:
        """Give the ids, one a line."""
        if not self.packed:
            return
        with gzip.open(io.BytesIO(self.packed), "rt", encoding="utf-8", newline="\n") as lines:
            for line in lines:
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
