"""A text as its letters without white space, each knowing its line and what follows it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from kehoach.fidelity.rewritings import CELLS
from kehoach.wording.letters import folded


@dataclass
class Letters:
    """A text without white space as pieces, mostly words, each knowing its line and what follows it.

    The gap behind a piece is empty, a space, a new line, or the mark of a new paragraph in a cell. ``low`` is the
    text in small letters, of the same length; ``ends`` says up to which letter each piece goes.
    """

    text: str
    ends: list[int]
    rows: list[int]
    marks: list[str]
    low: str

    def cut(self, start: int, end: int, new: Letters) -> None:
        """Put other letters, or none, in the place of some; the gap behind them stays."""
        first, last = bisect_right(self.ends, start), bisect_left(self.ends, end)
        row, growth = self.rows[first], len(new.text) - (end - start)
        begin = self.ends[first - 1] if first else 0
        pieces = [(start, row, "")] if start > begin else []
        pieces += [(start + at, row, mark) for at, mark in zip(new.ends, new.marks, strict=True)]
        whole = end == self.ends[last]
        if new.ends:
            pieces[-1] = (*pieces[-1][:2], self.marks[last] if whole else "")
        if not whole:
            pieces.append((self.ends[last] + growth, self.rows[last], self.marks[last]))
        self.text = self.text[:start] + new.text + self.text[end:]
        self.low = self.low[:start] + new.low + self.low[end:]
        self.ends[first:] = [*(at for at, _, _ in pieces), *(at + growth for at in self.ends[last + 1 :])]
        self.rows[first : last + 1] = [number for _, number, _ in pieces]
        self.marks[first : last + 1] = [mark for _, _, mark in pieces]

    def row_of(self, at: int) -> int:
        """Give the line on which a letter stands."""
        return self.rows[bisect_right(self.ends, at)]

    def gaps(self, start: int, end: int) -> list[str]:
        """Give what follows each letter of a stretch."""
        gaps = [""] * (end - start)
        for piece in range(bisect_right(self.ends, start), bisect_right(self.ends, end)):
            gaps[self.ends[piece] - 1 - start] = self.marks[piece]
        return gaps

    def shown(self, start: int, end: int) -> str:
        """Give some of the text as it is read, with white space."""
        return spaced(self.text[start:end], self.gaps(start, end))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the first and last line on which a stretch stands."""
        return self.row_of(start), self.row_of(end - 1)


def letters_of(lines: Iterable[tuple[int, str]]) -> Letters:
    """Read numbered lines; stars and the borders of cells part words and are none."""
    words: list[str] = []
    rows: list[int] = []
    marks: list[str] = []
    for number, line in lines:
        begun = len(words)
        within = line.replace("*", "").split()
        if not any(sign in line for sign in CELLS):
            words += within
            marks += [" "] * len(within)
        else:
            for word in within:
                if word not in CELLS:
                    words.append(word)
                    marks.append(" ")
                elif word == "¶" and len(words) > begun:
                    marks[-1] = word
        if len(words) > begun:
            rows += [number] * (len(words) - begun)
            marks[-1] = "\n"
    text = "".join(words)
    return Letters(text, list(accumulate(map(len, words))), rows, marks, folded(text))


def words_of(line: str) -> list[str]:
    """Give the words of a line that are letters of a source."""
    words = line.replace("*", "").split()
    return [word for word in words if word not in CELLS] if any(sign in line for sign in CELLS) else words


def spaced(text: str, gaps: Sequence[str]) -> str:
    """Write letters with the white space that follows them."""
    return "".join(letter + (" " if gap else "") for letter, gap in zip(text, gaps, strict=True)).strip()
