"""Texts that are put aside by name until all of a name are asked for: more of them than memory should hold."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator

_HELD = 4_000_000
"""Characters that are held before they go to disk."""


class Spill:
    """Texts by name, each name's in the order in which they were put; on disk in a file that goes with its owner."""

    def __init__(self) -> None:
        self._texts: dict[str, list[str]] = {}
        self._held = 0
        # Of no name: SQLite makes a file where the system keeps such, and nobody else can open it.
        self._disk = sqlite3.connect("")
        self._disk.execute("pragma journal_mode = off")
        self._disk.execute("create table text(name text not null, told text not null)")

    def put(self, name: str, text: str) -> None:
        """Put a text aside; one with a NUL is a ValueError."""
        if "\0" in text:
            raise ValueError(name)
        self._texts.setdefault(name, []).append(text)
        self._held += len(text) + 1
        if self._held > _HELD:
            self._to_disk()

    def names(self) -> list[str]:
        """Give all names in their order; nothing may be put aside any more."""
        self._to_disk()
        self._disk.execute("create index if not exists by_name on text(name)")
        return sorted(name for (name,) in self._disk.execute("select distinct name from text"))

    def texts(self, name: str) -> Iterator[str]:
        """Give the texts of a name."""
        self._to_disk()
        with contextlib.closing(self._disk.cursor()) as cursor:
            for (told,) in cursor.execute("select told from text where name = ? order by rowid", (name,)):
                yield from told.split("\0")

    def _to_disk(self) -> None:
        if self._texts:
            rows = [(name, "\0".join(texts)) for name, texts in self._texts.items()]
            self._disk.executemany("insert into text values (?, ?)", rows)
            self._disk.commit()
            self._texts, self._held = {}, 0
