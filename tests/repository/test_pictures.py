"""The pictures of the guide: all there, all used, small, in words too, and of a size known beforehand."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest
from corpus import ROOT, found

DOCS = ROOT / "site_src" / "docs"
PICTURES = found(DOCS / "assets" / "huong-dan", "*")
PAGES = found(DOCS / "huong-dan", "**/*.md")
FIGURE = re.compile(
    r'<figure markdown="span">\n!\[(?P<alt>.+)\]\((?P<path>\S+)\)\{ width="(?P<width>\d+)" height="(?P<height>\d+)" '
    r'loading="lazy" \}\n<figcaption>(?P<caption>.+)</figcaption>\n</figure>\n'
)
FIGURES = [(page, match) for page in PAGES for match in FIGURE.finditer(page.read_text(encoding="utf-8"))]
LARGEST = 60_000
SCALE = 2


def shown(page: Path, match: re.Match[str]) -> Path:
    """Give the file that a figure shows."""
    return (page.parent / match["path"]).resolve()


def chunks(path: Path) -> dict[bytes, bytes]:
    """Give the parts of a PNG by kind."""
    data, at, parts = path.read_bytes(), 8, {}
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        parts[kind] = data[at + 8 : at + 8 + length]
        at += length + 12
    return parts


def test_every_picture_is_written_as_a_figure() -> None:
    """No page shows a picture in another way, so that the tests below see them all."""
    written = sum(len(re.findall(r"!\[|<img", page.read_text(encoding="utf-8"))) for page in PAGES)
    assert written == len(FIGURES) >= 6


def test_every_picture_is_used_once() -> None:
    """No figure shows a missing file, no file is left over."""
    assert sorted(shown(page, match) for page, match in FIGURES) == PICTURES


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.name)
def test_picture_is_small_and_says_nothing_of_its_making(path: Path) -> None:
    """Under 60 kB, by a palette; no text, time or place is hidden in it."""
    assert path.stat().st_size < LARGEST
    assert set(chunks(path)) == {b"IHDR", b"PLTE", b"IDAT", b"IEND"}


@pytest.mark.parametrize(("page", "match"), FIGURES, ids=[match["path"] for _, match in FIGURES])
def test_figure_keeps_its_place_and_is_told_in_words(page: Path, match: re.Match[str]) -> None:
    """The size given is half of the picture's, so that nothing jumps; words for those who do not see it, a caption."""
    width, height = struct.unpack(">II", chunks(shown(page, match))[b"IHDR"][:8])
    assert (int(match["width"]) * SCALE, int(match["height"]) * SCALE) == (width, height)
    assert 20 < len(match["alt"]) < 200
    assert match["alt"] != match["caption"]
    assert match["caption"].endswith(".")
