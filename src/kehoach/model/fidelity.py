"""Word for word: the published text against the source it was taken from.

Only the kind of white space between words, line and page breaks, Markdown marks, the borders of cells and the
place of the header block may differ; all else must be a recorded correction. A source read by OCR is compared word
by word, folding what OCR confuses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from kehoach.model.plan import Correction, Plan
from kehoach.model.printed import Line
from kehoach.wording.letters import nfc
from kehoach.wording.ocr import agrees

_CONTEXT = 40
_REACH = 12
_CELLS = ("|", "¶")
"""What the importer writes between a table's cells and between the lines of one."""


@dataclass(frozen=True)
class Departure:
    """A place where source and published text differ without a correction, or a correction fits nowhere.

    ``line`` is the printed line, ``correction`` the index of the correction that does not fit.
    """

    source: str
    published: str
    line: Line | None = None
    correction: int | None = None


@dataclass
class Trace:
    """The comparison: departures, and per printed line the first and last line of the source it stands on."""

    departures: list[Departure] = field(default_factory=list)
    spans: list[tuple[int, int] | None] = field(default_factory=list)
    words: int = 0


def trace(plan: Plan, lines: Sequence[Line], source: str) -> Trace:
    """Lay the printed lines of a plan along its source text."""
    if plan.source and plan.source.medium == "ocr":
        return _trace_words(plan.corrections, lines, source)
    return _trace_letters(plan.corrections, lines, source)


# Text sources: letter by letter, with the gaps between words; the kind and length of white space do not count


@dataclass
class _Letters:
    """A text without white space: its letters, the line of each, and what follows it: nothing, a space, a new line."""

    text: str = ""
    where: list[int] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)

    def add(self, text: str, line: int, end: str) -> None:
        words = [word for word in text.replace("*", "").split() if word not in _CELLS]
        self.text += "".join(words)
        for word in words:
            self.where += [line] * len(word)
            self.gaps += [""] * (len(word) - 1) + [" "]
        if self.gaps:
            self.gaps[-1] = end

    def cut(self, start: int, end: int, new: _Letters | None = None) -> None:
        """Put other letters, or none, in the place of some; the gap behind them stays."""
        put = new or _Letters()
        if put.gaps:
            put.gaps[-1] = self.gaps[end - 1]
        self.text = self.text[:start] + put.text + self.text[end:]
        self.where[start:end] = [self.where[start]] * len(put.text)
        self.gaps[start:end] = put.gaps

    def shown(self, start: int, end: int) -> str:
        """Give some of the text as it is read, with white space."""
        return _spaced(self.text[start:end], self.gaps[start:end])

    def span(self, start: int, length: int) -> tuple[int, int]:
        return self.where[start], self.where[start + length - 1]


def _trace_letters(corrections: Sequence[Correction], lines: Sequence[Line], source: str) -> Trace:
    result = Trace(spans=[None] * len(lines), words=len(source.split()))
    letters = _letters(source)
    for index, correction in enumerate(corrections):
        old, new = _squeeze(correction.source), _Letters()
        new.add(correction.published, 0, " ")
        if not old or letters.text.count(old) != 1:
            result.departures.append(Departure(correction.source, correction.published, correction=index))
            continue
        at = letters.text.index(old)
        letters.cut(at, at + len(old), new)
    for index, line in enumerate(lines):
        if line.is_header:
            words = _squeeze(line.text)
            at = letters.text.find(words)
            if at < 0:
                result.departures.append(Departure("", line.text, line))
                continue
            result.spans[index] = letters.span(at, len(words))
            letters.cut(at, at + len(words))
    _trace_body(letters, lines, result)
    return result


def _trace_body(letters: _Letters, lines: Sequence[Line], result: Trace) -> None:
    position = 0
    told = False  # whether the source from ``position`` on is that of a departure already recorded
    for index, line in enumerate(lines):
        printed = _Letters()
        printed.add(line.text, 0, "\n")
        length = len(printed.text)
        if line.is_header or not length:
            continue
        at = position if letters.text.startswith(printed.text, position) else letters.text.find(printed.text, position)
        if at < 0:
            start = max(0, _same(letters.text[position : position + length], printed.text) - 10)
            there = letters.shown(position + start, position + start + _CONTEXT)
            result.departures.append(Departure(there, printed.shown(start, start + _CONTEXT), line))
            told = True
            continue
        if at > position and not told:
            result.departures.append(Departure(letters.shown(position, min(at, position + 3 * _CONTEXT)), "", line))
        told = False
        result.spans[index] = letters.span(at, length)
        position = at + length
        result.departures.extend(_other_gaps(letters, at, printed, line))
    if position < len(letters.text) and not told:
        rest = letters.shown(position, position + 3 * _CONTEXT)
        result.departures.append(Departure(rest, "", lines[-1] if lines else None))


def _other_gaps(letters: _Letters, at: int, printed: _Letters, line: Line) -> Iterator[Departure]:
    """Find words run together or torn apart; a line that ends in a hyphen or slash can go on either way."""
    for index, gap in enumerate(printed.gaps[:-1]):
        there = letters.gaps[at + index]
        free = there == "\n" and printed.text[index] in "-–/"
        if bool(gap) != bool(there) and not free:
            around = slice(max(0, index - 10), index + 10)
            yield Departure(
                _spaced(printed.text[around], letters.gaps[at : at + len(printed.text)][around]),
                _spaced(printed.text[around], printed.gaps[around]),
                line,
            )
            return


def _spaced(text: str, gaps: Sequence[str]) -> str:
    return "".join(letter + (" " if gap else "") for letter, gap in zip(text, gaps, strict=True)).strip()


def _letters(source: str) -> _Letters:
    """Read a source without white space, Markdown marks and what else the extraction put in."""
    found = _Letters()
    for number, line in enumerate(nfc(source).replace("\f", "\n").split("\n"), 1):
        line = re.sub(r"^\s*#{1,6}\s", "", line)
        # A list mark that the extraction put before a printed label.
        line = re.sub(r"^\s*-\s+(?=\+\s|[a-zđ]\)\s)", "", line)
        line = re.sub(r"<(https?://[^<>\s]*)>", r"\1", line)
        found.add(line, number, "\n")
    return found


def _squeeze(text: str) -> str:
    return re.sub(r"[\s*]+", "", text)


def _same(source: str, published: str) -> int:
    """Count the letters in which both begin alike."""
    return next((i for i, (a, b) in enumerate(zip(source, published, strict=False)) if a != b), len(published))


# OCR sources: word by word


@dataclass(frozen=True)
class _Word:
    """A source word with its line; ``exact`` where a correction put it there."""

    text: str
    line: int
    exact: bool = False

    def reads(self, printed: str) -> bool:
        return self.text == printed if self.exact else agrees(self.text, printed)


def _trace_words(corrections: Sequence[Correction], lines: Sequence[Line], source: str) -> Trace:
    words = [
        _Word(word, number)
        for number, line in enumerate(nfc(source).replace("\f", "\n").split("\n"), 1)
        for word in line.split()
    ]
    result = Trace(spans=[None] * len(lines), words=len(words))
    words = _corrected(words, corrections, result)
    floating = [i for i, line in enumerate(lines) if line.is_header or line.kind in ("signature", "signer")]
    for index in floating:
        printed = lines[index].text.split()
        place = _find_run(words, printed)
        if place is None:
            result.departures.append(Departure("", lines[index].text, lines[index]))
            continue
        result.spans[index] = (words[place].line, words[place + len(printed) - 1].line)
        del words[place : place + len(printed)]
    position = 0
    wrong: int | None = None
    for index, line in enumerate(lines):
        if index in floating:
            continue
        printed = line.text.split()
        if wrong is not None:
            position += _shift(words, position, printed)
        there = words[position : position + len(printed)]
        wrong = next((i for i, word in enumerate(printed) if i >= len(there) or not there[i].reads(word)), None)
        if wrong is not None:
            result.departures.append(
                Departure(
                    " ".join(w.text for w in there[wrong : wrong + 8]),
                    " ".join(printed[wrong : wrong + 8]),
                    line,
                )
            )
        if there:
            result.spans[index] = (there[0].line, there[-1].line)
        position += len(printed)
    if position < len(words) and wrong is None:
        rest = " ".join(word.text for word in words[position : position + 12])
        result.departures.append(Departure(rest, "", lines[-1] if lines else None))
    return result


def _corrected(words: list[_Word], corrections: Sequence[Correction], result: Trace) -> list[_Word]:
    """Put what the corrections publish in the place of what the source reads there, each at its one place."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        places.setdefault(word.text, []).append(at)
    found: dict[int, tuple[int, Correction]] = {}
    taken: set[int] = set()
    for index, correction in enumerate(corrections):
        run = correction.source.split()
        starts = (
            (at for at in places.get(run[0], ()) if [w.text for w in words[at : at + len(run)]] == run) if run else ()
        )
        at, *others = [*islice(starts, 2)] or [-1]
        there = range(at, at + len(run))
        if at < 0 or others or not taken.isdisjoint(there):
            result.departures.append(Departure(correction.source, correction.published, correction=index))
        else:
            found[at] = (len(run), correction)
            taken.update(there)
    out, position = [], 0
    for at, (length, correction) in sorted(found.items(), key=lambda entry: entry[0]):
        out += words[position:at]
        out += [_Word(word, words[at].line, True) for word in correction.published.split()]
        position = at + length
    return out + words[position:]


def _shift(words: Sequence[_Word], position: int, printed: Sequence[str]) -> int:
    """Tell by how many words a line's opening stands aside from where it should, after words were lost or added."""
    opening = printed[:4]
    for shift in sorted(range(-min(_REACH, position), _REACH + 1), key=abs):
        there = words[position + shift : position + shift + len(opening)]
        if len(there) == len(opening) and all(w.reads(p) for w, p in zip(there, opening, strict=True)):
            return shift
    return 0


def _find_run(words: Sequence[_Word], printed: Sequence[str]) -> int | None:
    for start in range(len(words) - len(printed) + 1):
        if all(words[start + i].reads(word) for i, word in enumerate(printed)):
            return start
    return None
