"""A text with its bodies taken out: of "A giao B chủ trì" the pattern is the same whoever A and B are."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from functools import cached_property

from kehoach.meaning.actorpatterns import FIRST, MOST
from kehoach.meaning.bodyname import BodyName
from kehoach.wording.oldspelling import modern

_SPACE = re.compile(r"[^\S ]")


class Masked:
    """A text whose bodies stand as one sign each, of the same count of places as the text by ``place``."""

    def __init__(self, text: str, names: Sequence[BodyName], hidden: Sequence[tuple[int, int]]) -> None:
        self.names = names
        self._ends: list[int] = []
        self._shifts: list[int] = []
        text = modern(_SPACE.sub(" ", text))
        parts: list[str] = []
        position = length = 0
        spans = [(n.start, n.reach, chr(FIRST + i)) for i, n in enumerate(names[:MOST])]
        if hidden:
            spans += [(a, b, "◆") for a, b in hidden if not any(n.start < b and a < n.reach for n in names)]
            spans.sort()
        for start, end, sign in spans:
            if start < position:
                continue
            parts += (text[position:start], sign)
            length += start - position + 1
            self._ends.append(length)
            self._shifts.append(end - length)
            position = end
        self.text = "".join((*parts, text[position:]))

    def place(self, at: int) -> int:
        """Give where in the text a place of the masked one is; of a sign, where its words begin."""
        index = bisect(self._ends, at)
        return at + (self._shifts[index - 1] if index else 0)

    @cached_property
    def cut(self) -> frozenset[str]:
        """The signs of bodies whose names were not read to their end."""
        return frozenset(chr(FIRST + i) for i, name in enumerate(self.names[:MOST]) if not name.sure)

    def of(self, words: str) -> list[BodyName]:
        """Give the bodies that stand in some masked words."""
        return [self.names[ord(char) - FIRST] for char in words if FIRST <= ord(char) < FIRST + MOST]
