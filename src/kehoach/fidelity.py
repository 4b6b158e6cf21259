"""Word for word: the published text against the source it was taken from.

Only white space, line and page breaks, Markdown marks and the place of the header block may differ; all
else must be a recorded correction. A source read by OCR is compared word by word, folding what OCR confuses.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kehoach.ocr import agrees
from kehoach.plan import Correction, Plan
from kehoach.printed import Line
from kehoach.vietnamese import nfc

_CONTEXT = 40


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


# Text sources: letter by letter, white space left out


def _trace_letters(corrections: Sequence[Correction], lines: Sequence[Line], source: str) -> Trace:
    result = Trace(spans=[None] * len(lines), words=len(source.split()))
    letters, where = _letters(source)
    for index, correction in enumerate(corrections):
        old, new = _squeeze(correction.source), _squeeze(correction.published)
        if not old or letters.count(old) != 1:
            result.departures.append(Departure(correction.source, correction.published, correction=index))
            continue
        at = letters.index(old)
        letters = letters[:at] + new + letters[at + len(old) :]
        where[at : at + len(old)] = [where[at]] * len(new)
    for index, line in enumerate(lines):
        if line.is_header and line.kind in ("number", "date", "header", "nation"):
            words = _squeeze(line.text)
            at = letters.find(words)
            if at < 0:
                result.departures.append(Departure("", line.text, line))
                continue
            result.spans[index] = (where[at], where[at + len(words) - 1])
            letters = letters[:at] + letters[at + len(words) :]
            del where[at : at + len(words)]
    position = 0
    for index, line in enumerate(lines):
        words = _squeeze(line.text)
        if line.is_header or not words:
            continue
        at = position if letters.startswith(words, position) else letters.find(words, position)
        if at < 0:
            there = letters[position : position + max(len(words), _CONTEXT)]
            result.departures.append(Departure(*_around_difference(there, words), line))
            continue
        if at > position:
            result.departures.append(Departure(letters[position:at][: 3 * _CONTEXT], "", line))
        result.spans[index] = (where[at], where[at + len(words) - 1])
        position = at + len(words)
    if position < len(letters):
        result.departures.append(Departure(letters[position:][: 3 * _CONTEXT], "", lines[-1] if lines else None))
    return result


def _letters(source: str) -> tuple[str, list[int]]:
    """Give a source's letters without white space and Markdown marks, and the 1-based line of each."""
    out: list[str] = []
    where: list[int] = []
    for number, line in enumerate(nfc(source).replace("\f", "\n").split("\n"), 1):
        line = re.sub(r"^\s*#{1,6}\s", "", line)
        # A list mark that the extraction put before a printed label.
        line = re.sub(r"^\s*-\s+(?=\+\s|[a-zđ]\)\s)", "", line)
        line = re.sub(r"<(https?://[^<>\s]*)>", r"\1", line)
        squeezed = _squeeze(line)
        out.append(squeezed)
        where.extend([number] * len(squeezed))
    return "".join(out), where


def _squeeze(text: str) -> str:
    return re.sub(r"[\s*]+", "", text)


def _around_difference(source: str, published: str) -> tuple[str, str]:
    same = next((i for i, (a, b) in enumerate(zip(source, published, strict=False)) if a != b), len(published))
    start = max(0, same - 10)
    return source[start : start + _CONTEXT], published[start : start + _CONTEXT]


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
    for index, correction in enumerate(corrections):
        run = correction.source.split()
        found = [i for i in range(len(words)) if [w.text for w in words[i : i + len(run)]] == run]
        if not run or len(found) != 1:
            result.departures.append(Departure(correction.source, correction.published, correction=index))
            continue
        at = found[0]
        words[at : at + len(run)] = [_Word(w, words[at].line, True) for w in correction.published.split()]
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
    for index, line in enumerate(lines):
        if index in floating:
            continue
        printed = line.text.split()
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
    if position < len(words):
        rest = " ".join(word.text for word in words[position : position + 12])
        result.departures.append(Departure(rest, "", lines[-1] if lines else None))
    return result


def _find_run(words: Sequence[_Word], printed: Sequence[str]) -> int | None:
    for start in range(len(words) - len(printed) + 1):
        if all(words[start + i].reads(word) for i, word in enumerate(printed)):
            return start
    return None
