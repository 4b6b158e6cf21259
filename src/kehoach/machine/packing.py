"""Values that are held packed once there are many, and come back when they are asked for."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Packing(Generic[Value]):
    """Holds values: the first ``most`` as they are, of the others the last ``most`` that were asked for.

    Of ten thousand small trees packed ones take a sixth; and what no process touches stays one for all that were
    forked.
    """

    def __init__(self, most: int) -> None:
        self._most, self._count = most, 0
        self._at_hand: dict[int, Value] = {}

    def take(self, value: Value) -> Callable[[], Value]:
        """Take a value, and give what brings it back: an equal one, not always the same."""
        self._count += 1
        if self._count <= self._most:
            return lambda: value
        # Nothing but what this process itself packed is ever unpacked.
        return partial(self._brought_back, self._count, zlib.compress(pickle.dumps(value, pickle.HIGHEST_PROTOCOL), 1))

    def _brought_back(self, number: int, packed: bytes) -> Value:
        value = self._at_hand.pop(number, None)
        if value is None:
            value = pickle.loads(zlib.decompress(packed))
            if len(self._at_hand) >= self._most:
                del self._at_hand[next(iter(self._at_hand))]
        self._at_hand[number] = value
        return value
