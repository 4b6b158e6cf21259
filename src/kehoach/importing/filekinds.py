"""What a file is by its own bytes, whatever its name says: a PDF, a workbook, a Word file with macros."""

from __future__ import annotations

import io
import zipfile

_WORKBOOK, _MACROS = b"xl/workbook.xml", b"word/vbaProject.bin"
ARCHIVE = (b"PK\x03\x04", b"PK\x05\x06")
"""How the archives begin in which Word and Excel keep a file."""


def is_pdf(data: bytes) -> bool:
    """Tell whether a file is a PDF; one whose first bytes are damaged is known by what ends every PDF."""
    return data[:1024].lstrip().startswith(b"%PDF") or (b"startxref" in data[-1024:] and b" obj" in data[:2048])


def is_workbook(data: bytes) -> bool:
    """Tell whether a file is an XLSX."""
    return _holds(data, _WORKBOOK)


def has_macros(data: bytes) -> bool:
    """Tell whether a Word file has macros: Word opens it under no other ending than .docm."""
    return _holds(data, _MACROS)


def _holds(data: bytes, name: bytes) -> bool:
    if not data.startswith(ARCHIVE) or name not in data:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return name.decode() in archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return name == _WORKBOOK
