"""Finished files, kept by their SHA-256 beside the store, and compared with it whenever one is published again.

They are hard links to those of the site where the file system allows it, so that they take no room of their own; who
edits the published site in place edits them too, which the digest tells.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import stat
from collections.abc import Collection
from pathlib import Path

from kehoach.exports.datapackage import Size

FOLDER = "files"


class Touched(Exception):
    """A kept file is gone, or no longer the one that was kept."""


class FileCache:
    """A folder of finished files; without one, or where the disk refuses, none is kept."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder and folder / FOLDER

    def _path(self, digest: str) -> Path:
        assert self.folder
        return self.folder / digest[:2] / digest[2:]

    def keep(self, path: Path, size: Size) -> None:
        """Keep a file that was just made."""
        if self.folder is None:
            return
        place = self._path(size[1])
        with contextlib.suppress(OSError):
            if not place.exists():
                place.parent.mkdir(parents=True, exist_ok=True)
                place_file(path, place)

    def put(self, size: Size, path: Path) -> None:
        """Put the file of a length and digest at a place; raises Touched where what is kept is not that.

        It is read where it was put: until then another build may have kept something else.
        """
        if self.folder is None or not _is_digest(size[1]):
            raise Touched
        stored = self._path(size[1])
        try:
            place_file(stored, path)
        except NotADirectoryError:
            raise Touched from None
        except FileNotFoundError:
            if path.parent.is_dir():
                raise Touched from None
            raise
        if not _is(path, size):
            for spoiled in (path, stored):
                spoiled.unlink(missing_ok=True)
            raise Touched

    def read(self, size: Size) -> bytes:
        """Give the file of a length and digest; raises Touched where what is kept is not that."""
        try:
            data = self._path(size[1]).read_bytes() if self.folder else b""
        except OSError:
            raise Touched from None
        if len(data) != size[0] or hashlib.sha256(data).hexdigest() != size[1]:
            raise Touched
        return data

    def path(self, size: Size) -> Path:
        """Say where the file of a length and digest is; raises Touched where what is kept is not that."""
        if self.folder is None or not _is_digest(size[1]):
            raise Touched
        try:
            if _is(self._path(size[1]), size):
                return self._path(size[1])
        except OSError:
            pass
        raise Touched

    def keep_only(self, digests: Collection[str]) -> None:
        """Drop all files but those of some digests."""
        if self.folder is None:
            return
        with contextlib.suppress(OSError):
            for path in self.folder.glob("??/*"):
                if path.parent.name + path.name not in digests:
                    path.unlink()

    def drop(self, digests: Collection[str]) -> None:
        """Drop the files of some digests."""
        for digest in filter(_is_digest, digests if self.folder else ()):
            with contextlib.suppress(OSError):
                self._path(digest).unlink()


def _is_digest(text: str) -> bool:
    return len(text) == 64 and text.isalnum()


def _is(path: Path, size: Size) -> bool:
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode) or status.st_size != size[0]:
        return False
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest() == size[1]


def place_file(path: Path, place: Path) -> None:
    """Put a finished file at another place too: as a link where the file system allows it, else as a copy.

    Raises FileExistsError where something is there, FileNotFoundError where the folder is not.
    """
    try:
        os.link(path, place, follow_symlinks=False)
    except (FileExistsError, FileNotFoundError):
        raise
    except OSError:
        with path.open("rb") as source, place.open("xb") as copy:
            shutil.copyfileobj(source, copy)
            times = os.fstat(source.fileno())
        os.utime(place, ns=(times.st_atime_ns, times.st_mtime_ns))
