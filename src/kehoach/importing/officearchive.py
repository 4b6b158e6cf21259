"""The parts of an Office file, an archive of XML, read as the hostile file it may be."""

from __future__ import annotations

import contextlib
import io
import re
import zipfile
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.parsers.expat import ExpatError, ParserCreate

from kehoach.importing.model import ImportProblem

MAX_ENTRIES = 4000
MAX_PART = 25_000_000
"""Longest part after unpacking, in bytes."""

MAX_RATIO = 150
_STEP = 4096
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w{1,40})/")


def open_office_file(data: bytes, broken: str, other: str) -> zipfile.ZipFile:
    """Open an Office file; raises ImportProblem where it is ``other``, said in ``broken``, or has too many parts."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise ImportProblem(broken.format(other)) from None
    if len(archive.infolist()) > MAX_ENTRIES:
        raise ImportProblem(broken.format(f"tệp nén có quá {MAX_ENTRIES} tệp con"))
    return archive


def part_of(archive: zipfile.ZipFile, name: str, broken: str) -> Element | None:
    """Parse one part of an archive within limits; None where it is not there.

    Raises ImportProblem with what is wrong in the place that ``broken`` has for it.
    """
    entry = _entry(archive, name)
    if entry is None:
        return None
    try:
        with archive.open(entry) as stream:
            data = stream.read(MAX_PART + 1)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError):
        raise ImportProblem(broken.format(f"phần {name} hỏng hoặc có mật khẩu")) from None
    except Exception as error:  # zlib.error and its kin have no common base
        raise ImportProblem(broken.format(f"phần {name} hỏng ({type(error).__name__})")) from None
    if len(data) > MAX_PART or (len(data) > 1_000_000 and len(data) > MAX_RATIO * max(entry.compress_size, 1)):
        raise ImportProblem(broken.format(f"phần {name} phình quá lớn khi giải nén"))
    try:
        if _declares_types(data):
            raise ImportProblem(broken.format(f"phần {name} có khai báo DTD hoặc thực thể, không an toàn"))
        return fromstring(_transitional(data))
    except (ParseError, ValueError, LookupError):
        raise ImportProblem(broken.format(f"phần {name} không đúng XML")) from None


def _entry(archive: zipfile.ZipFile, name: str) -> zipfile.ZipInfo | None:
    """Find a part by its name; case does not count, and some programs part folders by a backslash."""
    try:
        return archive.getinfo(name)
    except KeyError:
        entries = archive.infolist()
        return next((entry for entry in entries if entry.filename.replace("\\", "/").lower() == name.lower()), None)


def _transitional(data: bytes) -> bytes:
    """Give a part saved as "Strict Open XML" the names that all others have."""
    return _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", data) if _STRICT.search(data) else data


def _declares_types(data: bytes) -> bool:
    """Tell whether XML has a document type, without which it can declare no entity.

    One can only stand before the first element, so that no more is read. defusedxml refuses the same, but builds its
    tree in Python, three times as slowly as the parser of the standard library that reads the rest.
    """
    handled: list[str] = []
    parser = ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *_: handled.append("doctype")
    parser.StartElementHandler = lambda *_: handled.append("element")
    with contextlib.suppress(ExpatError):  # what is no XML is refused by who reads the rest
        for at in range(0, len(data), _STEP):
            parser.Parse(data[at : at + _STEP], False)
            if handled:
                break
    return handled[:1] == ["doctype"]
