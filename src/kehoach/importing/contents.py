"""The table of contents of a text whose lines say nothing of it: lines that end in dots and a page number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kehoach.importing.model import SourceLine
from kehoach.wording.letters import bare

_FIGURES = re.compile(r"(?<![0-9])[0-9]{1,3}\Z")
_REASON = "Mục lục; tên các mục có trong văn bản."
_DOTS, _GAP = 4, 4
"""Fewest dots, and spaces, between the words of an entry and its page."""

_FEWEST, _FEWEST_NAMED = 3, 2
"""Fewest lines of one that stands by itself, and of one below the words "MỤC LỤC"."""

_LONGEST_HEAD = 30


def contents_lines(lines: Sequence[SourceLine]) -> dict[int, str]:
    """Find the lines of tables of contents by their numbers, with why they are none of the text.

    Page numbers never fall; an entry may be broken over two lines. Wide gaps without dots count only below "MỤC LỤC".
    """
    out: dict[int, str] = {}
    at = 0
    while at < len(lines):
        is_headed = _is_head(lines[at].text)
        if not is_headed and _page(lines[at].text, is_headed) is None:
            at += 1
            continue
        entries = list(_entries(lines, at + is_headed, is_headed))
        if sum(page is not None for _, page in entries) >= (_FEWEST_NAMED if is_headed else _FEWEST):
            last = max(index for index, page in entries if page is not None)
            out |= dict.fromkeys((line.number for line in lines[at : last + 1]), _REASON)
            at = last
        at += 1
    return out


def _is_head(text: str) -> bool:
    # Most lines are longer than that; taking the marks off each would take a fiftieth of an import.
    return len(text) < _LONGEST_HEAD and bare(text).strip(" .:").lower() == "muc luc"


def _entries(lines: Sequence[SourceLine], first: int, named: bool) -> Iterator[tuple[int, int | None]]:
    """Give the lines from one on that can be entries, with their pages; None for the first half of an entry."""
    before, half = 0, not named
    for index in range(first, len(lines)):
        page = _page(lines[index].text, named)
        if page is None and not half:
            half = True
            yield index, None
            continue
        if page is None or page < before:
            return
        before, half = page, not named
        yield index, page


def _page(text: str, named: bool) -> int | None:
    """Give the page that a line ends in behind dots, or behind a wide gap where that is enough."""
    line = text.rstrip()
    # Most lines end in no figure, and to look for one takes as long as the line is.
    figures = _FIGURES.search(line) if line[-1:].isdecimal() else None
    if figures is None:
        return None
    before = line[: figures.start()]
    words = before.rstrip(" .…")
    leader = before[len(words) :]
    dots = leader.count(".") + 3 * leader.count("…")
    if dots >= _DOTS or (named and (dots or len(leader) >= _GAP)):
        return int(figures[0]) if any(map(str.isalnum, words)) else None
    return None
