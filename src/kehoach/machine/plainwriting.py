"""Values of our own kinds made into plain data, by class: the half of ``values`` that writes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

_PLAIN = (str, int, float, bool, type(None))


class PlainWriting:
    """Values being written: ``tables`` has by a class's name its values' numbers and fields, each value once.

    No function within another: one that calls itself stays, with all that it has written, until somebody looks for
    cycles.
    """

    def __init__(self, names: Mapping[type, str], fields: Mapping[type, Sequence[str]]) -> None:
        self._names, self._fields = names, fields
        self._numbers: dict[int, int] = {}
        self.tables: dict[str, list[list[Any]]] = {}

    def plain(self, value: Any) -> Any:
        """Write a value, and those within it; another kind of thing is a TypeError."""
        kind, plain = type(value), self.plain
        if kind in _PLAIN:
            return value
        if isinstance(value, Mapping):
            return {key: plain(part) for key, part in value.items()}
        if name := self._names.get(kind):
            if id(value) not in self._numbers:
                row = [plain(getattr(value, field)) for field in self._fields[kind]]
                number = self._numbers[id(value)] = len(self._numbers)
                self.tables.setdefault(name, []).append([number, *row])
            return self._numbers[id(value)]
        if isinstance(value, Enum):
            return value.value
        if kind is dt.date:
            return value.isoformat()
        if isinstance(value, frozenset):
            return sorted(value)
        if isinstance(value, tuple | list):
            return [plain(part) for part in value]
        raise TypeError(f"{kind} has no plain form here")
