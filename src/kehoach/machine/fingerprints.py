"""Digests that tell whether anything that a result was made from has changed."""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import kehoach


def digest(parts: Iterable[Any]) -> str:
    """Give the SHA-256 of values by their printed form, each ended by a byte that no text holds."""
    # Joined first: a call for each of many short parts takes longer than hashing them.
    joined = [part if isinstance(part, bytes) else str(part).encode("utf-8", "surrogatepass") for part in parts]
    return hashlib.sha256(b"\xff".join((*joined, b""))).hexdigest()


def folder_digest(*folders: Path) -> str:
    """Give the digest of all that lies below some folders, by name and content; of what is no file, what it is.

    What Python compiles does not count. Links are not followed.
    """
    return FolderDigests()(*folders)


_Said = tuple[int, ...]
"""What the system says of a file that no edit leaves as it was."""


class FolderDigests:
    """Digests of folders as they were at one time: each folder is read once, when it is first asked for."""

    def __init__(self, before: FolderDigests | None = None) -> None:
        self._began = time.time_ns()
        self._digests: dict[Path, str] = {}
        self._files: dict[str, tuple[_Said, str]] = {}
        self._before = before._settled() if before else {}

    def __call__(self, *folders: Path) -> str:
        """Give the digest of some folders together."""
        return digest(map(self._of, folders))

    def file(self, path: Path) -> str:
        """Give the SHA-256 of a file that was read in one of the folders; empty where it was not."""
        return self._files.get(os.fspath(path), ((), ""))[1]

    def again(self) -> FolderDigests:
        """Give those of the folders as they are from now on.

        A file of which the system says what it said when it was read is not read again, unless it had been written
        so shortly before that another edit might have been given the same time.
        """
        return FolderDigests(self)

    def _settled(self) -> dict[str, tuple[_Said, str]]:
        return {path: one for path, one in self._files.items() if self._began - max(one[0][:2]) > _UNSETTLED}

    def _of(self, folder: Path) -> str:
        if folder not in self._digests:
            top = os.fspath(folder)
            listed = ((name, kind, self._sum(path) if kind == _FILE else "") for name, path, kind in _listed(top, ""))
            self._digests[folder] = digest(part for row in listed for part in row)
            if folder.is_symlink():
                # Who follows no link takes nothing from behind one.
                self._files = {path: one for path, one in self._files.items() if not path.startswith(f"{top}{os.sep}")}
        return self._digests[folder]

    def _sum(self, path: str) -> str:
        # Asked before it is read: who writes it meanwhile is seen.
        status = os.lstat(path)
        status_numbers = (status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino, status.st_dev)
        known, sum_before = self._before.get(path, ((), ""))
        sha256 = sum_before if known == status_numbers else hashlib.sha256(_content(path)).hexdigest()
        self._files[path] = status_numbers, sha256
        return sha256


_UNSETTLED = 10 * 10**9
"""Nanoseconds in which a file system may give two edits the same time: some count in two seconds, clocks differ."""


_FILE, _FOLDER, _LINK, _OTHER = "file", "folder", "link", "other"
_PART = 1 << 18


def _content(path: str) -> bytes:
    """Read a file; a Path or a file object for each of 400 takes longer than reading and hashing them."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        parts = [os.read(descriptor, _PART)]
        while parts[-1]:
            parts.append(os.read(descriptor, _PART))
    finally:
        os.close(descriptor)
    return b"".join(parts)


def _listed(folder: str, under: str) -> Iterator[tuple[str, str, str]]:
    """Give each thing below a folder: its name from the top with "/", its path and its kind, always in one order."""
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError:  # as os.walk: a folder that is not there holds nothing
        return
    below = []
    for entry in entries:
        if entry.name.endswith(".pyc") or entry.name == "__pycache__":
            continue
        kind = _kind(entry)
        yield under + entry.name, entry.path, kind
        if kind == _FOLDER:
            below.append(entry)
    for entry in below:
        yield from _listed(entry.path, f"{under}{entry.name}/")


def _kind(entry: os.DirEntry[str]) -> str:
    """Say what a thing is by its folder alone, where the system writes it there: asking for each costs a tenth."""
    if entry.is_file(follow_symlinks=False):
        return _FILE
    if entry.is_dir(follow_symlinks=False):
        return _FOLDER
    return _LINK if entry.is_symlink() else _OTHER


@cache
def program() -> str:
    """Give the digest of this package's code, of the libraries' versions and of Python's; they stay for a process."""
    return digest((folder_digest(Path(kehoach.__file__).parent), sys.version, *sorted(set(_libraries()))))


def _libraries() -> Iterator[str]:
    """Name the libraries that Python finds with their versions.

    By their folders' names, which hold both (PyPA's specification of installed projects): reading what each says of
    itself took a third of a command that has nothing to do.
    """
    for place in sys.path:
        with suppress(OSError), os.scandir(place or ".") as entries:
            yield from (entry.name for entry in entries if entry.name.endswith((".dist-info", ".egg-info")))
