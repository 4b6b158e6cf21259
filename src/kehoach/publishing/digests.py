"""SHA-256 of every file of a folder or zip, read in pieces and under limits."""

from __future__ import annotations

import hashlib
import os
import stat
import zipfile
from collections.abc import Mapping
from pathlib import Path

from kehoach.machine.ziplimits import refuse_too_large

_PIECE = 1 << 20


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


def folder_bytes(folder: Path) -> int:
    """Give the length of all files below a folder together."""
    places = (Path(place) / name for place, _, names in os.walk(folder) for name in names)
    return sum(path.lstat().st_size for path in places)


def zip_digests(archive: Path) -> dict[str, str]:
    """Give the SHA-256 of every file in a zip; raises TooLarge before anything is unpacked.

    A name that stands twice has none, for who unpacks gets either; nor has a link.
    """
    digests: dict[str, str] = {}
    with zipfile.ZipFile(archive) as bundle:
        entries = bundle.infolist()
        refuse_too_large(archive, entries)
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
