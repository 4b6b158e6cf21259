"""What a zip from elsewhere may unpack to: told from its list of entries, before anything is unpacked."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path

MAX_ENTRIES = 500_000
MAX_UNPACKED = 20_000_000_000
_SMALL = 1_000_000_000
_MAX_RATIO = 100


class TooLarge(Exception):
    """A zip holds more than any site; the message is a Vietnamese sentence."""


def refuse_too_large(archive: Path, entries: Sequence[zipfile.ZipInfo]) -> None:
    """Raise TooLarge where a zip unpacks to more than any site, or to a hundred times its size.

    A site takes up a fifth.
    """
    unpacked = sum(entry.file_size for entry in entries)
    bomb = unpacked > _SMALL and unpacked > _MAX_RATIO * archive.stat().st_size
    if bomb or len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED:
        raise TooLarge("tệp zip bung ra quá lớn")
