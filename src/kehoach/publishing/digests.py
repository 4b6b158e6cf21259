"""SHA-256 of every file of a folder or zip, read in pieces and under limits."""

from __future__ import annotations

import hashlib
import stat
import zipfile
from collections.abc import Mapping
from pathlib import Path

MAX_ENTRIES = 500_000
MAX_UNPACKED = 20_000_000_000
_SMALL = 1_000_000_000
_MAX_RATIO = 100
_PIECE = 1 << 20


class TooLarge(Exception):
    """A zip holds more than any site; the message is a Vietnamese sentence."""


def folder_digests(folder: Path, digests_known: Mapping[str, str] | None = None) -> dict[str, str]:
    """Give the SHA-256 of every file below a folder by its path in it; that of ``digests_known`` is taken over.

    A link counts as its target's name, anything else that is no folder as what it is: neither is ever published.
    """
    digests = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            digests[name] = f"link:{path.readlink()}"
        elif path.is_file() and digests_known and name in digests_known:
            digests[name] = digests_known[name]
        elif path.is_file():
            with path.open("rb") as handle:
                digests[name] = hashlib.file_digest(handle, "sha256").hexdigest()
        elif not path.is_dir():
            digests[name] = "special"
    return digests


def zip_digests(archive: Path) -> dict[str, str]:
    """Give the SHA-256 of every file in a zip; raises TooLarge before anything is unpacked.

    A name that stands twice has none, for who unpacks gets either; nor has a link.
    """
    digests: dict[str, str] = {}
    with zipfile.ZipFile(archive) as bundle:
        entries = bundle.infolist()
        if _too_large(archive, entries):
            raise TooLarge("tệp zip bung ra quá lớn")
        for entry in entries:
            if entry.is_dir():
                continue
            digest = hashlib.sha256()
            with bundle.open(entry) as handle:
                while piece := handle.read(_PIECE):
                    digest.update(piece)
            link = stat.S_ISLNK(entry.external_attr >> 16)
            no_digest = "twice" if entry.filename in digests else "link" if link else ""
            digests[entry.filename] = no_digest or digest.hexdigest()
    return digests


def _too_large(archive: Path, entries: list[zipfile.ZipInfo]) -> bool:
    """Whether a zip unpacks to more than any site, or to a hundred times its size; a site takes up a fifth."""
    unpacked = sum(entry.file_size for entry in entries)
    bomb = unpacked > _SMALL and unpacked > _MAX_RATIO * archive.stat().st_size
    return bomb or len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED
