"""Marks of a PDF page that Typst made: one for each line of text, though those of a paragraph belong to one element.

An element of the structure lists the marks that hold what it says. Marks that follow one another on the page and in
that list can be one, and are a fifth of what draws a page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from itertools import pairwise

from kehoach.exports.pdffile import Objects, Stored

Openings = Mapping[bytes, bytes]
"""By how a mark is opened how the first of those is that it can be one with."""

_SEVERAL = re.compile(rb"/K\[(\d+(?: \d+)+)\]/Pg (\d+) 0 R")
"""The marks of an element that has more than one and nothing else, and the page that they are on."""
_OPENING = b"/Span<</MCID %d>>BDC\n"


def openings_of(objects: Objects) -> Mapping[int, Openings]:
    """Give for each page, by its number, which marks can be one with others before them."""
    pages: defaultdict[int, dict[bytes, bytes]] = defaultdict(dict)
    for stored in objects.values():
        if several := _several(stored):
            marks = list(map(int, several[1].split()))
            first = marks[0]
            for last, mark in pairwise(marks):
                first = first if mark == last + 1 else mark
                pages[int(several[2])][_OPENING % mark] = _OPENING % first
    return pages


def without_marks(objects: Objects, page: int, gone: Collection[bytes]) -> Objects:
    """Give the elements of a page that have marks which are gone, without these; ``gone`` is how they were opened."""
    changed: Objects = {}
    for number, stored in objects.items():
        several = _several(stored)
        if several and int(several[2]) == page:
            marks = b" ".join(mark for mark in several[1].split() if _OPENING % int(mark) not in gone)
            start, end = several.span(1)
            changed[number] = Stored(stored.words[:start] + marks + stored.words[end:])
    return changed


def _several(stored: Stored) -> re.Match[bytes] | None:
    return _SEVERAL.search(stored.words) if b"/StructElem" in stored.words else None
