"""What is kept from run to run: one SQLite file with plain data in the user's cache folder, never in the work tree.

The one rule: an entry is used only where the digest it was kept under (``of``), of all that its content was made from,
is the digest of what lies there now, read and hashed in this run; where it is not, or the entry itself is not whole by
its own SHA-256, it counts as missing and is made anew. So the file may be deleted at any time, and nothing that a
contributor can commit is ever taken for what was read. Nothing is kept in CI, unless it is asked for.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import stat
import sys
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

CACHE_VARIABLE = "KEHOACH_CACHE"
"""The environment's word: a folder to keep things in, in CI too; ``0`` for nowhere."""

FORMAT = 1
_NAME = "kept.sqlite3"
_MARK = 0x6B656861  # "keha", by which `file` knows it too
_MOST = 64_000_000
"""Bytes of an entry that are looked at; the longest plan there can be takes a third of it."""
_WAIT = 60.0
_VERSIONS = ("application_id", "user_version")
_TABLE = """create table if not exists entry(
    kind text not null, name text not null, of text not null, sum blob not null, data blob not null,
    primary key (kind, name)) without rowid"""


def folder_of(root: Path, environment: Mapping[str, str]) -> Path | None:
    """Say where things of the repository at a root are kept; None where nothing is."""
    setting = environment.get(CACHE_VARIABLE)
    if setting == "0" or (setting is None and environment.get("CI")):
        return None
    home = Path(environment.get("XDG_CACHE_HOME") or "~/.cache").expanduser()
    base = Path(setting) if setting else home / "kehoach"
    if not base.is_absolute() or base.resolve().is_relative_to(root.resolve()):
        return None
    return base / hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:32]


class Store:
    """Entries by kind and name; without a folder, or where the disk refuses, nothing is kept and nothing found.

    ``spoiled`` counts entries that were there and not whole.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self.spoiled = 0
        self._open: tuple[int, sqlite3.Connection] | None = None

    def read(self, kind: str, name: str) -> tuple[str, bytes] | None:
        """Give what an entry was kept under, and its content."""
        rows = self._rows("select name, of, sum, data from entry where kind = ? and name = ?", kind, name)
        return next((entry[1:] for entry in self._whole(kind, rows)), None)

    def read_all(self, kind: str) -> Iterator[tuple[str, str, bytes]]:
        """Give the name of each entry of a kind, what it was kept under, and its content."""
        return self._whole(kind, self._rows("select name, of, sum, data from entry where kind = ?", kind))

    def _rows(self, question: str, *values: str) -> list[tuple[str, str, bytes, bytes]]:
        connection = self._connection()
        if connection is None:
            return []
        try:
            return connection.execute(question, values).fetchall()
        except sqlite3.Error as error:
            if _is_broken(error):
                self.spoiled += 1
                self._close()
                _drop(self.folder)
            return []

    def _whole(self, kind: str, rows: Iterable[tuple[str, str, bytes, bytes]]) -> Iterator[tuple[str, str, bytes]]:
        for name, state, checksum, packed in rows:
            try:
                unpacker = zlib.decompressobj()
                data = unpacker.decompress(packed, _MOST)
                whole = unpacker.eof and _sum(kind, name, state, data) == checksum
            except (zlib.error, TypeError, AttributeError):
                whole = False
            if whole:
                yield name, state, data
            else:
                self.spoiled += 1

    def write(self, kind: str, entries: Iterable[tuple[str, str, bytes]]) -> None:
        """Keep entries: name, what each is kept under, content."""
        connection = self._connection()
        if connection is None:
            return
        rows = [
            (kind, name, state, _sum(kind, name, state, data), zlib.compress(data, 1)) for name, state, data in entries
        ]
        try:
            with connection:
                connection.executemany("insert or replace into entry values (?, ?, ?, ?, ?)", rows)
        except sqlite3.Error:  # a full disk, or another process that does not end
            self._close()

    def keep_only(self, kind: str, names: Collection[str]) -> None:
        """Drop the entries of a kind that are of nothing that there is any more."""
        connection = self._connection()
        if connection is None:
            return
        with contextlib.suppress(sqlite3.Error), connection:
            names_held = {name for (name,) in connection.execute("select name from entry where kind = ?", (kind,))}
            dropped = [(kind, name) for name in names_held.difference(names)]
            connection.executemany("delete from entry where kind = ? and name = ?", dropped)

    def drop(self, kind: str, name: str) -> None:
        """Forget an entry."""
        connection = self._connection()
        if connection is not None:
            with contextlib.suppress(sqlite3.Error), connection:
                connection.execute("delete from entry where kind = ? and name = ?", (kind, name))

    def spoiled_message(self) -> str:
        """Say in a line what was not whole; empty where all was."""
        if not self.spoiled:
            return ""
        return f"Bộ nhớ đệm ({self.folder}) có {self.spoiled} mục hỏng hoặc lạ; đã bỏ qua và đọc, dựng lại từ tệp gốc."

    def tell(self) -> None:
        """Say it on the standard error."""
        if message := self.spoiled_message():
            print(f"kehoach: {message}", file=sys.stderr)

    def _connection(self) -> sqlite3.Connection | None:
        # Never one that was opened before a fork: SQLite forbids it.
        if self.folder is None:
            return None
        if self._open is None or self._open[0] != os.getpid():
            self._open = None
            try:
                self._open = (os.getpid(), self._opened(self.folder))
            except (sqlite3.Error, OSError):
                self.folder = None
                return None
        return self._open[1]

    def _opened(self, folder: Path) -> sqlite3.Connection:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_ours(folder):
            raise PermissionError(folder)
        try:
            return _connected(folder / _NAME)
        except sqlite3.DatabaseError as error:
            if not _is_broken(error):
                raise
            self.spoiled += 1
            _drop(folder)
            return _connected(folder / _NAME)

    def _close(self) -> None:
        if self._open and self._open[0] == os.getpid():
            self._open[1].close()
        self._open = None


def _is_broken(error: sqlite3.Error) -> bool:
    """Whether a file is broken or of another version, rather than locked, or on a disk that refuses."""
    return isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)


def _connected(path: Path) -> sqlite3.Connection:
    if path.is_symlink():
        raise sqlite3.DatabaseError("a link")
    connection = sqlite3.connect(path, timeout=_WAIT, check_same_thread=False)
    try:
        mark, version = (connection.execute(f"pragma {name}").fetchone()[0] for name in _VERSIONS)
        if (mark, version) != (_MARK, FORMAT):
            if connection.execute("select count(*) from sqlite_master").fetchone()[0]:
                raise sqlite3.DatabaseError("another format")
            connection.execute("pragma journal_mode = wal")
            connection.execute(f"pragma application_id = {_MARK}")
            connection.execute(f"pragma user_version = {FORMAT}")
        connection.execute(_TABLE)
        connection.execute("pragma synchronous = normal")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _drop(folder: Path | None) -> None:
    if folder is None:
        return
    for path in folder.glob(f"{_NAME}*"):
        with contextlib.suppress(OSError):
            path.unlink()


def _is_ours(folder: Path) -> bool:
    """Whether nobody else can write to a folder; where the system does not tell, it is believed to be ours."""
    if sys.platform == "win32":
        return True
    status = folder.lstat()
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid() and not status.st_mode & 0o022


def _sum(kind: str, name: str, of: str, data: bytes) -> bytes:
    hashed = hashlib.sha256("\0".join((kind, name, of)).encode("utf-8", "surrogatepass"))
    hashed.update(b"\0" + data)
    return hashed.digest()
