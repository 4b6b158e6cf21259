"""Telling which plans a piece of work looked at, so that it need not be done again while they stay as they are."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from typing import TypeVar

Value = TypeVar("Value")

ALL = "*"
"""Stands for every plan: the work went through all of them."""


class Traced(Mapping[str, Value]):
    """A mapping that notes the keys asked for while it is being watched."""

    def __init__(self, held: Mapping[str, Value]) -> None:
        self._held = held
        self._seen: set[str] | None = None

    def __getitem__(self, key: str) -> Value:
        if self._seen is not None:
            self._seen.add(key)
        return self._held[key]

    def __contains__(self, key: object) -> bool:
        if self._seen is not None and isinstance(key, str):
            self._seen.add(key)
        return key in self._held

    def __iter__(self) -> Iterator[str]:
        if self._seen is not None:
            self._seen.add(ALL)
        return iter(self._held)

    def __len__(self) -> int:
        if self._seen is not None:
            self._seen.add(ALL)
        return len(self._held)

    @contextlib.contextmanager
    def watched(self) -> Iterator[set[str]]:
        """Gather the keys that are asked for within; watching is not nested."""
        seen: set[str] = set()
        self._seen = seen
        try:
            yield seen
        finally:
            self._seen = None
