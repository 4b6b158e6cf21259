"""A file that is made by the piece, since all of it is more than memory should hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path


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


_PIECE = 1 << 20


class UnchangedFile(Streamed):
    """A file that is what it was when it was made before: it lies at ``path``, where its length and SHA-256 were seen.

    Who has it in place already need not write it.
    """

    def __init__(self, path: Path, length: int, sha256: str) -> None:
        super().__init__(self._read)
        self.path, self.length, self.sha256 = path, length, sha256

    def _read(self) -> Iterator[bytes]:
        with self.path.open("rb") as handle:
            yield from iter(lambda: handle.read(_PIECE), b"")
