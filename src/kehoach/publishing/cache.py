"""What earlier builds made, kept on disk by signature: safe to delete, never needed.

A folder for each work: the finished files under numbers, and ``made``, a line of JSON that says what they are, with
its SHA-256. The files are hard links to those of the site, so that they take no room of their own and are not written
again; one that was touched since, by size or time, counts as missing with all its work. Nothing in it is ever run.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import stat
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kehoach.exports.opendata import Size

_SUM = 32
_MADE = "made"
_NOTE = ".gitignore"


class Touched(Exception):
    """A kept file is no longer the one that was kept."""


@dataclass(frozen=True)
class Entry:
    """A finished file: its address on the site, where it lies, its measures, and when it was written last (ns)."""

    address: str
    path: Path
    size: Size
    time: int

    @classmethod
    def of(cls, address: str, path: Path, size: Size) -> Entry:
        """Describe a file that was just made."""
        return cls(address, path, size, path.lstat().st_mtime_ns)

    def put(self, place: Path) -> None:
        """Put the file at a place too; raises Touched where it turns out to be another.

        Looked at where it was put: until then another build may have kept something else under its path.
        """
        try:
            place_file(self.path, place)
            whole = self.is_at(place)
        except FileNotFoundError:
            if place.parent.is_dir():
                raise Touched from None
            raise
        if not whole:
            place.unlink()
            raise Touched

    def is_at(self, path: Path) -> bool:
        """Tell whether a path holds the file, by what can be seen without reading it."""
        found = path.lstat()
        return stat.S_ISREG(found.st_mode) and (found.st_size, found.st_mtime_ns) == (self.size[0], self.time)


class Cache:
    """A folder of kept works."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, name: str) -> tuple[dict[str, Any], list[Entry]] | None:
        """Give what is kept of a work: its description and its files; None where it is not there whole."""
        folder = self._path(name)
        try:
            data = (folder / _MADE).read_bytes()
            if hashlib.sha256(data[:-_SUM]).digest() != data[-_SUM:]:
                return None
            described = json.loads(data[:-_SUM])
            entries = [
                Entry(address, folder / str(number), (length, digest), time)
                for number, (address, length, digest, time) in enumerate(described.pop("made"))
            ]
            sound = all(_is_sound(entry.address) and entry.is_at(entry.path) for entry in entries)
            return (described, entries) if sound else None
        except (OSError, ValueError):
            return None

    def write(self, name: str, described: Mapping[str, Any], made: Sequence[Entry]) -> None:
        """Keep what a work made; where the disk refuses, nothing is kept."""
        path = self._path(name)
        aside, old = (path.with_name(f"{path.name}.{os.getpid()}.{end}") for end in ("new", "old"))
        with contextlib.suppress(OSError, Touched):
            aside.mkdir(parents=True)
            rows = []
            for number, entry in enumerate(made):
                entry.put(aside / str(number))
                rows.append([entry.address, *entry.size, entry.time])
            line = json.dumps({**described, "made": rows}, ensure_ascii=False, separators=(",", ":")).encode()
            (aside / _MADE).write_bytes(line + hashlib.sha256(line).digest())
            if path.exists():
                path.rename(old)
            aside.rename(path)
        for left in (aside, old):
            shutil.rmtree(left, ignore_errors=True)

    def keep_only(self, names: Collection[str]) -> None:
        """Drop the works that are no more, and what killed builds left."""
        known = {self._path(name).name for name in names} | {_NOTE}
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / _NOTE).write_text("*\n")
            for path in self.folder.iterdir():
                if path.name in known:
                    continue
                if path.is_dir() and not path.is_symlink():
                    shutil.rmtree(path, ignore_errors=True)
                else:
                    path.unlink()

    def _path(self, name: str) -> Path:
        return self.folder / hashlib.sha256(name.encode()).hexdigest()[:40]


def _is_sound(address: str) -> bool:
    """Whether an address is on the site: whoever can write the cache must not write elsewhere with it."""
    return not address.startswith("/") and ".." not in address.split("/")


def place_file(path: Path, place: Path) -> None:
    """Put a finished file at another place too: as a link where the file system allows it, else as a copy.

    Raises FileExistsError where something is there, FileNotFoundError where the folder is not.
    """
    try:
        os.link(path, place)
    except (FileExistsError, FileNotFoundError):
        raise
    except OSError:
        with path.open("rb") as source, place.open("xb") as copy:
            shutil.copyfileobj(source, copy)
            times = os.fstat(source.fileno())
        os.utime(place, ns=(times.st_atime_ns, times.st_mtime_ns))
