"""SHA-256 of every file of a folder or zip, read in pieces and under limits."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

MAX_ENTRIES = 500_000
MAX_UNPACKED = 20_000_000_000
_PIECE = 1 << 20


class TooLarge(Exception):
    """A zip holds more than any site; the message is a Vietnamese sentence."""


def folder_digests(folder: Path) -> dict[str, str]:
    """Give the SHA-256 of every file below a folder by its path in it.

    A link counts as its target's name, anything else that is no folder as what it is: neither is ever published.
    """
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"link:{path.readlink()}"
        elif path.is_file():
            with path.open("rb") as handle:
                found[name] = hashlib.file_digest(handle, "sha256").hexdigest()
        elif not path.is_dir():
            found[name] = "special"
    return found


def zip_digests(archive: Path) -> dict[str, str]:
    """Give the SHA-256 of every file in a zip; a name that stands twice has none, for who unpacks gets either."""
    found: dict[str, str] = {}
    with zipfile.ZipFile(archive) as bundle:
        entries = bundle.infolist()
        if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
            raise TooLarge("tệp zip bung ra quá lớn")
        for entry in entries:
            if entry.is_dir():
                continue
            digest = hashlib.sha256()
            with bundle.open(entry) as handle:
                while piece := handle.read(_PIECE):
                    digest.update(piece)
            found[entry.filename] = "twice" if entry.filename in found else digest.hexdigest()
    return found
