"""Marks of a PDF page that Typst made: one for each line of text, though those of a paragraph belong to one element.

An element of the structure lists the marks that hold what it says. Marks that follow one another on the page and in
that list can be one, and are a fifth of what draws a page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from kehoach.exports.pdffile import Objects, Stored

_SEVERAL = re.compile(rb"/K\[(\d+(?: \d+)+)\]/Pg (\d+) 0 R")
"""The marks of an element that has more than one and nothing else, and the page that they are on."""
_OPENING = b"/Span<</MCID %d>>BDC\n"


@dataclass
class Marks:
    """Elements of one page that have several marks, by number, each with where its words list them."""

    elements: dict[int, re.Match[bytes]] = field(default_factory=dict)

    def openings(self) -> dict[bytes, bytes]:
        """Give by how a mark is opened how the first of those is that it can be one with."""
        first_of: dict[bytes, bytes] = {}
        for several in self.elements.values():
            marks = list(map(int, several[1].split()))
            first = marks[0]
            for last, mark in pairwise(marks):
                first = first if mark == last + 1 else mark
                first_of[_OPENING % mark] = _OPENING % first
        return first_of

    def without(self, gone: Collection[bytes]) -> Objects:
        """Give the elements without the marks that are gone; ``gone`` is how they were opened."""
        changed: Objects = {}
        for number, several in self.elements.items():
            marks = b" ".join(mark for mark in several[1].split() if _OPENING % int(mark) not in gone)
            start, end = several.span(1)
            changed[number] = Stored(several.string[:start] + marks + several.string[end:])
        return changed


def marks_of(objects: Objects) -> Mapping[int, Marks]:
    """Give the marks of each page, by its number."""
    pages: defaultdict[int, Marks] = defaultdict(Marks)
    for number, stored in objects.items():
        if b"/StructElem" in stored.words and (several := _SEVERAL.search(stored.words)):
            pages[int(several[2])].elements[number] = several
    return pages
