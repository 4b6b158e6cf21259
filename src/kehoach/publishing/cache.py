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

from kehoach.opendata import Size

_SUM = 32
_MADE = "made"
_NOTE = ".gitignore"


@dataclass(frozen=True)
class Entry:
    """A finished file: its address on the site, where it lies, and its measures."""

    address: str
    path: Path
    size: Size


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
            entries = []
            for number, (address, length, digest, time) in enumerate(described.pop("made")):
                path = folder / str(number)
                found = path.lstat()
                if (found.st_size, found.st_mtime_ns) != (length, time) or not _is_sound(found.st_mode, address):
                    return None
                entries.append(Entry(address, path, (length, digest)))
            return described, entries
        except (OSError, ValueError):
            return None

    def write(self, name: str, described: Mapping[str, Any], made: Sequence[Entry]) -> None:
        """Keep what a work made; where the disk refuses, nothing is kept."""
        path = self._path(name)
        aside, old = (path.with_name(f"{path.name}.{os.getpid()}.{end}") for end in ("new", "old"))
        with contextlib.suppress(OSError):
            aside.mkdir(parents=True)
            rows = []
            for number, entry in enumerate(made):
                place_file(entry.path, aside / str(number))
                rows.append([entry.address, *entry.size, (aside / str(number)).lstat().st_mtime_ns])
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


def _is_sound(mode: int, address: str) -> bool:
    """Whether this is a file of a site: whoever can write the cache must not write elsewhere with it."""
    return stat.S_ISREG(mode) and not address.startswith("/") and ".." not in address.split("/")


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
