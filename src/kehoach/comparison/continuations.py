"""Which items of a plan go on from items of earlier ones, as its outline tells."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.model.outline import Outline


def continuations(outline: Outline, previous: Outline) -> Iterator[tuple[str, str, str]]:
    """Give each item that goes on from an earlier one, by equal id or where ``continues`` says so: plan and item."""
    earlier, before = previous.head.id, {item.id for item in previous.items}
    for item in outline.items:
        if item.id in before:
            yield item.id, earlier, item.id
        for target in item.continues:
            plan_id, _, name = target.rpartition("#")
            yield item.id, plan_id or earlier, name
