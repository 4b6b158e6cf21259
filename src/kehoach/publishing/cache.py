"""What earlier builds made, kept on disk by signature: safe to delete, never needed, never believed unchecked.

One file for each work: a line of JSON that says what is in it, the bytes one after the other, and the SHA-256 of
all that. A file that is broken, or of another signature, counts as missing. Nothing in it is ever run.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from kehoach.pages import Heading, Page
from kehoach.publishing.works import Made

_SUM = 32
_NOTE = ".gitignore"


class Cache:
    """A folder of kept works."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, name: str) -> tuple[dict[str, Any], bytes] | None:
        """Give what is kept of a work: its description and the bytes; None where nothing sound is."""
        try:
            data = self._path(name).read_bytes()
            body = memoryview(data)[:-_SUM]
            if hashlib.sha256(body).digest() != data[-_SUM:]:
                return None
            end = data.index(b"\n")
            return json.loads(data[:end]), data[end + 1 : -_SUM]
        except (OSError, ValueError):
            return None

    def write(self, name: str, described: dict[str, Any], made: Sequence[Made]) -> None:
        """Keep what a work made; where the disk refuses, nothing is kept."""
        entries, parts = [], []
        for address, value in made:
            data = value.html.encode() if isinstance(value, Page) else value
            entries.append([address, len(data), _page_data(value) if isinstance(value, Page) else None])
            parts.append(data)
        line = json.dumps({**described, "made": entries}, ensure_ascii=False, separators=(",", ":")).encode()
        body = b"".join((line, b"\n", *parts))
        path = self._path(name)
        aside = path.with_name(f"{path.name}.{os.getpid()}")
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            aside.write_bytes(body + hashlib.sha256(body).digest())
            aside.replace(path)

    def keep_only(self, names: Collection[str]) -> None:
        """Drop the works that are no more, and what killed builds left."""
        known = {self._path(name).name for name in names} | {_NOTE}
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / _NOTE).write_text("*\n")
            for path in self.folder.iterdir():
                if path.name not in known and path.is_file():
                    path.unlink()

    def _path(self, name: str) -> Path:
        return self.folder / hashlib.sha256(name.encode()).hexdigest()[:40]


def unpacked(described: dict[str, Any], data: bytes) -> list[Made]:
    """Give what a work made, from its description and bytes."""
    made: list[Made] = []
    start = 0
    for address, length, page in described["made"]:
        part = data[start : start + length]
        made.append((address, _page(address, part.decode(), page) if page else part))
        start += length
    return made


def _page_data(page: Page) -> list[Any]:
    return [page.title, [_heading_data(heading) for heading in page.toc], page.description, list(page.scripts)]


def _heading_data(heading: Heading) -> list[Any]:
    return [heading.title, heading.anchor, [_heading_data(child) for child in heading.children]]


def _page(address: str, html: str, data: Sequence[Any]) -> Page:
    title, toc, description, scripts = data
    return Page(address, title, html, tuple(map(_heading, toc)), description, tuple(scripts))


def _heading(data: Sequence[Any]) -> Heading:
    title, anchor, children = data
    return Heading(title, anchor, tuple(map(_heading, children)))
