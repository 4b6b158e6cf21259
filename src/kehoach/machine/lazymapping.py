"""Values by name, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TypeVar

Value = TypeVar("Value")


class LazyMapping(Mapping[str, Value]):
    """A mapping of some names to what ``make`` makes of them, kept until it is forgotten.

    Beyond ``most`` values the one made first is forgotten, where that is given.
    """

    def __init__(self, names: Collection[str], make: Callable[[str], Value], most: int | None = None) -> None:
        self._names, self._make, self._most = names, make, most
        self._made: dict[str, Value] = {}

    def __getitem__(self, name: str) -> Value:
        if name not in self._made:
            if name not in self._names:
                raise KeyError(name)
            value = self._make(name)
            if self._most is not None and len(self._made) >= self._most:
                del self._made[next(iter(self._made))]
            self._made[name] = value
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    @property
    def held(self) -> int:
        """How many values are made and not forgotten."""
        return len(self._made)

    def forget(self) -> None:
        """Have all made anew when they are asked for."""
        self._made.clear()
