"""A file that is made by the piece, since all of it is more than memory should hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator


class Streamed:
    """The bytes of a file, made anew whenever they are gone through."""

    def __init__(self, make: Callable[[], Iterable[bytes]]) -> None:
        self._make = make

    def __iter__(self) -> Iterator[bytes]:
        """Give the bytes by the piece."""
        return iter(self._make())

    def __bytes__(self) -> bytes:
        """Give them all."""
        return b"".join(self)
