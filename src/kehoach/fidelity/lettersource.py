"""A source and the printed lines of a plan as letters that can be laid along each other."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.fidelity import rewritings
from kehoach.fidelity.sourceletters import Letters, letters_of, words_of
from kehoach.model.printed import Line
from kehoach.wording.extractedtext import is_rule, normalized
from kehoach.wording.letters import folded, squeezed


@dataclass
class LetterSource:
    """A source as letters, the words of the cells of its tables, and its rows by number."""

    letters: Letters
    cells: frozenset[str]
    rows: dict[int, str]

    @classmethod
    def read(cls, source: str) -> LetterSource:
        """Read a source without its rules and page numbers."""
        rows: list[tuple[int, str]] = []
        raw = source.split("\n")
        full = [number for number, row in enumerate(raw, 1) if row.strip()]
        for number, (row, before) in enumerate(zip(normalized(source).split("\n"), raw, strict=True), 1):
            edge = (
                number in full[:1] + full[-1:]
                or "\f" in before
                or any("\f" in after for after in raw[number : number + 1])
            )
            row = rewritings.source_line(row)
            if is_rule(row) or (edge and rewritings.is_page_number(row)):
                continue
            rows.append((number, row))
        return cls(letters_of(rows), rewritings.cell_words(row for _, row in rows), dict(rows))

    def repeats_above(self, start: int, end: int) -> bool:
        """Tell whether a stretch holds only cells that say what the cells above them say."""
        number, last = self.letters.span(start, end)
        if number != last or "|" not in self.rows[number]:
            return False
        above = next((row for n in range(number - 1, 0, -1) if (row := self.rows.get(n, "")).strip()), "")
        cells = sorted(rewritings.cell_words([above]), key=len, reverse=True)
        letters_to_come = self.letters.low[start:end]
        while letters_to_come:
            cell = next((cell for cell in cells if letters_to_come.startswith(cell)), "")
            if not cell:
                return False
            letters_to_come = letters_to_come[len(cell) :]
        return True


@dataclass
class Printed:
    """A printed line: its words as letters, and how they can stand in a source: whole, or without the column's name."""

    line: Line
    words: list[str]
    text: str
    low: str
    forms: list[str]

    @property
    def gaps(self) -> list[str]:
        """What follows each letter: nothing, or a space behind a word."""
        letters = letters_of([(0, self.line.words)])
        return letters.gaps(0, len(letters.text))

    @classmethod
    def of(cls, line: Line, cells: frozenset[str]) -> Printed:
        """Read a printed line; ``cells`` are the words of the cells of a source's tables."""
        words = words_of(line.words)
        text = "".join(words)
        low = folded(text)
        forms = [low]
        head, colon, rest = line.words.partition(":")
        if colon and rest.strip() and folded(squeezed(head)) in cells:
            forms.append(folded(squeezed(rest)))
        if line.kind == "recipients":
            forms.append(low.rstrip(":"))
        return cls(line, words, text, low, forms)
