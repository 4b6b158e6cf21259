"""A mapping that never changes: it can be a part of frozen values, hashed and kept between builds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

Entry = TypeVar("Entry")
Value = TypeVar("Value")


@dataclass(frozen=True)
class FrozenMap(Mapping[str, Entry]):
    """A few named values in a fixed order; looking one up goes through them, so it is not for many."""

    entries: tuple[tuple[str, Entry], ...] = ()

    @classmethod
    def of(cls, values: Mapping[str, Entry]) -> FrozenMap[Entry]:
        """Take over a mapping as it stands."""
        return cls(tuple(values.items()))

    def __getitem__(self, key: str) -> Entry:
        for name, value in self.entries:
            if name == key:
                return value
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.entries)

    def __len__(self) -> int:
        return len(self.entries)


def but(value: Value, **fields: Any) -> Value:
    """Give a frozen value of many fields with some of them changed.

    As ``dataclasses.replace``, whose way through the constructor sets one field after the other: that takes most of
    the time of a comparison.
    """
    copy = object.__new__(type(value))
    copy.__dict__.update(value.__dict__, **fields)
    return copy


NOTHING: FrozenMap[Any] = FrozenMap()
"""Holds no values."""
