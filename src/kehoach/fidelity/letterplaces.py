"""Where each printed line stands in a source: looked for in order, each as the list of rewritings allows it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from kehoach.fidelity import rewritings
from kehoach.fidelity.lettersource import LetterSource, Printed
from kehoach.model.printed import Line

LONGEST_LABEL = 24
_UNIQUE = 12
"""Fewest letters by which a line that stands in a source once is known anywhere in it."""

_TRIES = 50

Place = tuple[int, int, int]
"""Where a line stands in the letters of a source: start of its label, start and end of its words."""


@dataclass
class LetterPlaces:
    """Where the lines of a plan stand; None where one has no place.

    ``ordered`` tells which of them stand in the order of the plan, ``parted`` holds the later pieces of lines that
    stand in several.
    """

    lines: Sequence[Line]
    source: LetterSource
    places: list[Place | None] = field(default_factory=list)
    ordered: list[bool] = field(default_factory=list)
    parted: dict[int, list[Place]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.low = self.source.letters.low
        letters = self.source.letters
        self.breaks = [end for end, mark in zip(letters.ends, letters.marks, strict=True) if mark]
        self.printed = [Printed.of(line, self.source.cells) for line in self.lines]

    def has_gaps_of(self, at: int, words: Sequence[str]) -> bool:
        """Tell whether the source has gaps behind these words, which stand at a place, and nowhere else in them."""
        *ends, last = accumulate(map(len, words), initial=at)
        first = bisect_right(self.breaks, at)
        behind = first + len(ends) - 1
        return self.breaks[first:behind] == ends[1:] and not any(end < last for end in self.breaks[behind : behind + 1])

    def put_in_order(self) -> None:
        """Find the lines that stand in the order of the plan."""
        self._first_pass()
        self._keep_order()
        self._fill()

    def _first_pass(self) -> None:
        """Place lines one after the other, and those that the source has once wherever it has them."""
        position = 0
        for printed in self.printed:
            place = self._at(printed, position) or self._only(printed)
            self.places.append(place)
            if place:
                position = place[2]

    def _at(self, printed: Printed, position: int) -> Place | None:
        for form in filter(None, printed.forms):
            at = self.low.find(form, position, position + len(form) + LONGEST_LABEL)
            if at >= 0 and (start := self.label(printed.line, at, position)) == position:
                return start, at, at + len(form)
        return None

    def _only(self, printed: Printed) -> Place | None:
        form = printed.forms[0]
        if len(form) < _UNIQUE or printed.line.is_header:
            return None
        at = self.low.find(form)
        if at < 0 or self.low.find(form, at + 1) >= 0:
            return None
        start = self.label(printed.line, at, 0)
        return None if start is None else (start, at, at + len(form))

    def label(self, line: Line, at: int, least: int) -> int | None:
        """Give where the label before some words begins; None where the source has another one there."""
        before = self.low[max(least, at - LONGEST_LABEL) : at]
        length = rewritings.label_length(line.label, before)
        if length is None:
            return None
        bare_bullet = line.label and not length and line.kind not in ("field", "recipient")
        return None if bare_bullet else at - length

    def _keep_order(self) -> None:
        """Keep in order as many letters as possible; what stands elsewhere has moved."""
        best: list[tuple[int, int, int]] = []  # ends, weights and lines, both rising
        before: dict[int, int] = {}
        for index, place in enumerate(self.places):
            if place is None:
                continue
            at = bisect_right(best, place[0], key=lambda entry: entry[0])
            weight = place[2] - place[0] + (best[at - 1][1] if at else 0)
            before[index] = best[at - 1][2] if at else -1
            to = bisect_left(best, place[2], key=lambda entry: entry[0])
            if to and best[to - 1][1] >= weight:
                continue
            until = to
            while until < len(best) and best[until][1] <= weight:
                until += 1
            best[to:until] = [(place[2], weight, index)]
        self.ordered = [False] * len(self.places)
        index = best[-1][2] if best else -1
        while index >= 0:
            self.ordered[index] = True
            index = before[index]
        self.places = [place if in_order else None for place, in_order in zip(self.places, self.ordered, strict=True)]

    def _fill(self) -> None:
        """Look for the other lines between those in order."""
        following = [len(self.low)] * (len(self.places) + 1)
        for index in range(len(self.places) - 1, -1, -1):
            place = self.places[index]
            following[index] = place[0] if place else following[index + 1]
        position = 0
        for index, printed in enumerate(self.printed):
            place = self.places[index]
            if place is None and printed.low and not printed.line.is_header:
                place = self.within(printed, position, following[index + 1])
                if place:
                    self.places[index], self.ordered[index] = place, True
            if place:
                position = place[2]

    def within(self, printed: Printed, least: int, most: int) -> Place | None:
        """Find a line in a stretch of the source, by whichever rewriting."""
        for form in printed.forms:
            at, tries = self.low.find(form, least, most), 0
            while at >= 0 and tries < _TRIES:
                if (start := self.label(printed.line, at, least)) is not None:
                    return start, at, at + len(form)
                at, tries = self.low.find(form, at + 1, most), tries + 1
        for form in printed.forms:
            if ";" in form:
                joined = re.compile(";?".join(map(re.escape, form.split(";"))))
                if match := joined.search(self.low, least, most):
                    start = self.label(printed.line, match.start(), least)
                    if start is not None and self._is_cell(match, form):
                        return start, match.start(), match.end()
        return None

    def _is_cell(self, match: re.Match[str], form: str) -> bool:
        """Tell whether semicolons stand only where the cell has a new paragraph."""
        return len(form) - len(match[0]) <= self.source.letters.gaps(*match.span()).count("¶")

    def left(self) -> list[tuple[int, int]]:
        """Give the stretches of the source where no line stands."""
        stretches_left: list[tuple[int, int]] = []
        position = 0
        parted = [place for places in self.parted.values() for place in places]
        for start, _, end in sorted([*(place for place in self.places if place), *parted]):
            if start > position:
                stretches_left.append((position, start))
            position = max(position, end)
        return [*stretches_left, *([(position, len(self.low))] if position < len(self.low) else [])]
