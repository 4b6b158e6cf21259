"""Generated edits of plans: the kinds of change that occur between editions and revisions, by a fixed seed.

The diff is measured with them. Each edit touches one place; what it must be reported as is its kind.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from bench import itemedits, wordedits
from bench.draft import Draft, Edit, Touched
from kehoach.model.registry import Registry

KINDS: Mapping[str, Callable[[Draft], Touched]] = {
    "moved": itemedits.move,
    "inserted": itemedits.inserted,
    "split": itemedits.split,
    "merge": itemedits.merge,
    "lead": wordedits.lead,
    "partners": wordedits.partners,
    "schedule": wordedits.schedule,
    "number": wordedits.number,
    "number-gone": wordedits.promise_removed,
    "citation": wordedits.citation,
    "year": wordedits.year,
    "editorial": wordedits.editorial,
    "wording": wordedits.wording,
    "added": itemedits.added,
    "removed": itemedits.removed,
}
"""Kinds of edit: what makes one, and gives the pairs of item ids that it touches."""


def edit(kind: str, plan_id: str, data: Mapping[str, Any], registry: Registry, seed: int) -> Edit | None:
    """Make one edit of a kind; the same arguments give the same edit, None where the plan has no place for it."""
    # A seed of text: the hash of a string differs from run to run.
    draft = Draft(plan_id, deepcopy(dict(data)), registry, random.Random(f"{kind}/{plan_id}/{seed}"), plan_id)
    before = draft.data
    touched = KINDS[kind](draft)
    if touched is None:
        return None
    return Edit(kind, plan_id, draft.before or dict(data), before, tuple(touched), draft.after_id)
