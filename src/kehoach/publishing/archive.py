"""A folder as a zip whose bytes depend on nothing but the files in it, and lists of SHA-256 as ``sha256sum`` reads."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping
from pathlib import Path

_DATE = (1980, 1, 1, 0, 0, 0)
_FILE_MODE = 0o100644
_UNIX = 3


def write_zip(folder: Path, archive: Path) -> None:
    """Zip a folder's files in the order of their names, with fixed dates and modes."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as bundle:
        for name, path in sorted((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(name, _DATE)
                entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, _UNIX
                entry.external_attr = _FILE_MODE << 16
                bundle.writestr(entry, path.read_bytes(), compresslevel=9)


def sums(files: Mapping[str, bytes]) -> str:
    """List the SHA-256 of files by name, for ``sha256sum --check``."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
