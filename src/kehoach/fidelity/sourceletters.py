"""A text as its letters without white space, each knowing its line and what follows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kehoach.wording.rewritings import CELLS, folded


@dataclass
class Letters:
    """A text without white space: its letters, the line of each, and what follows it.

    A gap is empty, a space, a new line, or the mark of a new paragraph in a cell. ``low`` is the text in small
    letters, of the same length.
    """

    text: str
    row_of: list[int]
    gaps: list[str]
    low: str

    def cut(self, start: int, end: int, new: Letters) -> None:
        """Put other letters, or none, in the place of some; the gap behind them stays."""
        if new.gaps:
            new.gaps[-1] = self.gaps[end - 1]
        self.text = self.text[:start] + new.text + self.text[end:]
        self.low = self.low[:start] + new.low + self.low[end:]
        self.row_of[start:end] = [self.row_of[start]] * len(new.text)
        self.gaps[start:end] = new.gaps

    def shown(self, start: int, end: int) -> str:
        """Give some of the text as it is read, with white space."""
        return spaced(self.text[start:end], self.gaps[start:end])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the first and last line on which a stretch stands."""
        return self.row_of[start], self.row_of[end - 1]


def letters_of(lines: Iterable[tuple[int, str]]) -> Letters:
    """Read numbered lines; stars and the borders of cells part words and are none."""
    words: list[str] = []
    row_of: list[int] = []
    gaps: list[str] = []
    for number, line in lines:
        begun = len(gaps)
        for word in line.replace("*", "").split():
            if word in CELLS:
                if word == "¶" and len(gaps) > begun:
                    gaps[-1] = word
                continue
            words.append(word)
            row_of += [number] * len(word)
            gaps += [""] * (len(word) - 1) + [" "]
        if len(gaps) > begun:
            gaps[-1] = "\n"
    text = "".join(words)
    return Letters(text, row_of, gaps, folded(text))


def words_of(line: str) -> list[str]:
    """Give the words of a line that are letters of a source."""
    return [word for word in line.replace("*", "").split() if word not in CELLS]


def spaced(text: str, gaps: Sequence[str]) -> str:
    """Write letters with the white space that follows them."""
    return "".join(letter + (" " if gap else "") for letter, gap in zip(text, gaps, strict=True)).strip()
