"""A plan laid along a source read by recognition, word by word, folding what recognition confuses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from kehoach.fidelity import rewritings
from kehoach.fidelity.departures import Departure, Trace
from kehoach.model.plan import Correction
from kehoach.model.printed import Line
from kehoach.wording.extractedtext import BULLET_MARKS
from kehoach.wording.letters import folded, nfc
from kehoach.wording.ocr import agrees

_REACH = 12
_HEAD = 600
"""Words of a source among which its number is looked for."""


@dataclass(frozen=True)
class _Word:
    """A source word with its line; ``exact`` where a correction put it there."""

    text: str
    line: int
    exact: bool = False

    def reads(self, printed: str) -> bool:
        return self.text == printed if self.exact else agrees(self.text, printed)


def trace_words(corrections: Sequence[Correction], lines: Sequence[Line], source: str) -> Trace:
    """Compare word by word; head and signature are looked for anywhere, all else in order."""
    words = [
        _Word(word, number)
        for number, line in enumerate(nfc(source).replace("\f", "\n").split("\n"), 1)
        for word in line.split()
    ]
    result = Trace(spans=[None] * len(lines), words=len(words))
    words = _corrected(words, corrections, result)
    for index in [i for i, line in enumerate(lines) if line.is_header or line.kind in ("signature", "signer")]:
        _take_out(words, index, lines[index], result)
    _trace_body(words, lines, result)
    return result


def _take_out(words: list[_Word], index: int, line: Line, result: Trace) -> None:
    """Find a line of head or signature and leave its words out of what follows."""
    printed = line.text.split()
    place = _find_number(words, line) if line.kind == "number" else None
    if place is None:
        start = _find_run(words, printed)
        place = None if start is None else (start, start + len(printed))
    if place is None:
        if line.kind != "nation":
            result.departures.append(Departure("", line.text, line))
        return
    result.spans[index] = (words[place[0]].line, words[place[1] - 1].line)
    del words[place[0] : place[1]]


def _find_number(words: Sequence[_Word], line: Line) -> tuple[int, int] | None:
    """Find the number of a document, however its marks were read; a figure that the source has counts."""
    number, symbol = rewritings.number_parts(line.words)
    pattern = rewritings.number_pattern(number, symbol)
    for start in range(min(len(words), _HEAD)):
        for end in range(start + 1, min(start + 7, len(words) + 1)):
            text = folded("".join(word.text for word in words[start:end])).rstrip(".,;")
            match = pattern.fullmatch(text)
            if match and (not match["n"] or match["n"] == folded(number)):
                return start, end
    return None


def _trace_body(words: list[_Word], lines: Sequence[Line], result: Trace) -> None:
    position = 0
    wrong: int | None = None
    for index, line in enumerate(lines):
        if line.is_header or line.kind in ("signature", "signer"):
            continue
        if wrong is not None:
            position += _shift(words, position, line.text.split())
        printed, label = line.words.split(), _label(words, position, line)
        begin = position + (label or 0)
        source_words = words[begin : begin + len(printed)]
        if label is None:
            wrong = 0
        else:
            wrong = next(
                (i for i, word in enumerate(printed) if i >= len(source_words) or not source_words[i].reads(word)), None
            )
        if wrong is not None:
            result.departures.append(
                Departure(
                    " ".join(w.text for w in source_words[wrong : wrong + 8]),
                    " ".join(printed[wrong : wrong + 8]),
                    line,
                )
            )
        if source_words:
            result.spans[index] = (source_words[0].line, source_words[-1].line)
        position = begin + len(printed)
    if position < len(words) and wrong is None:
        rest = " ".join(word.text for word in words[position : position + 12])
        result.departures.append(Departure(rest, "", lines[-1] if lines else None))


def _label(words: Sequence[_Word], position: int, line: Line) -> int | None:
    """Count the words of a line's label in the source, whatever its marks; None where there is another one."""
    source_word = words[position].text if position < len(words) else ""
    figures = re.findall(r"[^\W_]+", line.label)
    if not figures:
        bullet = bool(source_word) and not source_word.strip(BULLET_MARKS)
        return int(bullet) if bullet or not line.label or line.kind == "field" else None
    parts = line.label.split()
    read = words[position : position + len(parts)]
    if len(read) < len(parts):
        return None
    same = all(
        word.reads(part) or (not word.exact and agrees(_core(word.text), _core(part)))
        for word, part in zip(read, parts, strict=True)
    )
    return len(parts) if same else None


def _core(word: str) -> str:
    return word.strip(".):/([]" + BULLET_MARKS) or word


def _corrected(words: list[_Word], corrections: Sequence[Correction], result: Trace) -> list[_Word]:
    """Put what the corrections publish in the place of what the source reads there, each at its one place."""
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        places.setdefault(word.text, []).append(at)
    corrected: dict[int, tuple[int, Correction]] = {}
    used: set[int] = set()
    for index, correction in enumerate(corrections):
        run = correction.source.split()
        starts = (
            (at for at in places.get(run[0], ()) if [w.text for w in words[at : at + len(run)]] == run) if run else ()
        )
        at, *further = [*islice(starts, 2)] or [-1]
        run_places = range(at, at + len(run))
        if at < 0 or further or not used.isdisjoint(run_places):
            result.departures.append(Departure(correction.source, correction.published, correction=index))
        else:
            corrected[at] = (len(run), correction)
            used.update(run_places)
    words_published, position = [], 0
    for at, (length, correction) in sorted(corrected.items(), key=lambda entry: entry[0]):
        words_published += words[position:at]
        words_published += [_Word(word, words[at].line, True) for word in correction.published.split()]
        position = at + length
    return words_published + words[position:]


def _shift(words: Sequence[_Word], position: int, printed: Sequence[str]) -> int:
    """Tell by how many words a line's opening stands aside from where it should, after words were lost or added."""
    opening = printed[:4]
    for shift in sorted(range(-min(_REACH, position), _REACH + 1), key=abs):
        shifted = words[position + shift : position + shift + len(opening)]
        if len(shifted) == len(opening) and all(w.reads(p) for w, p in zip(shifted, opening, strict=True)):
            return shift
    return 0


def _find_run(words: Sequence[_Word], printed: Sequence[str]) -> int | None:
    for start in range(len(words) - len(printed) + 1):
        if all(words[start + i].reads(word) for i, word in enumerate(printed)):
            return start
    return None
