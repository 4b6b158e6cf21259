"""A DOCX as bytes that depend on nothing but what is in it: no clock, no machine, no template left-overs."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable

from docx.document import Document

from kehoach.exports.docxtemplate import take_out_namespaces
from kehoach.machine.fingerprints import digest
from kehoach.model.printed import Line

_DIGITS = 16
_FIXED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_UNPRINTABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """Drop the characters that XML 1.0 cannot hold."""
    return _UNPRINTABLE.sub("", text)


def identifier_of(plan_id: str, lines: Iterable[Line]) -> str:
    """Name a plan, and the state of its words that a file is made from (``id@digest``)."""
    return f"{plan_id}@{words_digest(lines)}"


def words_digest(lines: Iterable[Line]) -> str:
    """Give a digest of all that a plan prints: two states of its file with the same words have the same."""
    return digest(part for line in lines for part in (line.label, line.words))[:_DIGITS]


def packed(document: Document, title: str, identifier: str = "") -> bytes:
    """Save a document with a title and fixed dates; the same document gives the same bytes.

    ``identifier`` (``identifier_of``) is what Word keeps: by it the file is known again when it comes back.
    """
    properties = document.core_properties
    properties.title, properties.language = printable(title)[:250], "vi-VN"
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = _FIXED
    properties.identifier = identifier
    properties.revision = 1
    take_out_namespaces(document.part.package)
    saved, docx_bytes = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(docx_bytes, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            new.writestr(entry, old.read(name), compresslevel=9)
    return docx_bytes.getvalue()
