"""What was taken out of a source as corrections of the plan, so that the check of fidelity knows why it is gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kehoach.fidelity.rewritings import is_ornament, is_page_number
from kehoach.importing.model import Removed
from kehoach.importing.noise import BREAK
from kehoach.model.line import Line
from kehoach.wording.extractedtext import normalized
from kehoach.wording.letters import squeezed

_MOST_WORDS = 40
_BLOCKS = {"header": "header", "nation": "header", "number": "header", "date": "header", "signer": "signature"}


@dataclass(frozen=True)
class _Cut:
    """A stretch of the source's words: some context, then what was taken out, perhaps more of both."""

    start: int
    end: int
    reasons: tuple[str, ...]


def corrections(source: str, removed: Iterable[Removed], lines: Iterable[Line]) -> list[dict[str, str]]:
    """Give a correction for each thing removed, with as many words before it as make it the only such place.

    What is an ornament for the check of fidelity needs none; things that stand close together share one.
    """
    removed = list(removed)
    if not removed:
        return []
    rows = [normalized(row.replace("\f", " ")).split() for row in BREAK.split(source)]
    removed = _without_page_numbers(removed, rows, "\f" in source)
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row))
    words = [word for row in rows for word in row]
    is_left_out = [False] * len(words)
    whole = _letters(words)
    cuts: list[_Cut] = []
    for first, last, reason in sorted(_places(removed, rows, starts, is_left_out)):
        cut = _unique(words, whole, cuts[-1] if cuts else None, first, last, reason)
        if cut is None:
            continue
        if cuts and cut.start <= cuts[-1].start:
            cuts.pop()
        cuts.append(cut)
    printed = [line for line in lines if line.words]
    return [_correction(cut, words, is_left_out, printed) for cut in cuts]


def _without_page_numbers(removed: Sequence[Removed], rows: list[list[str]], pages: bool) -> list[Removed]:
    """Leave out numbers of pages, in the rows too: to the check of fidelity they are no words of a source."""
    last = max((number for number, row in enumerate(rows, 1) if row), default=0)
    out: list[Removed] = []
    for part in removed:
        at_edge = 0 < part.line <= len(rows) and (pages or part.line >= last)
        if not (at_edge and is_page_number(part.text) and part.reason.startswith("Số trang")):
            out.append(part)
        elif rows[part.line - 1] == normalized(part.text).split():
            rows[part.line - 1] = []
    return out


def _places(
    removed: Iterable[Removed],
    rows: Sequence[Sequence[str]],
    starts: Sequence[int],
    is_left_out: list[bool],
) -> Iterable[tuple[int, int, str]]:
    """Find the words removed on their lines."""
    for part in removed:
        text = normalized(part.text).split()
        if not 0 < part.line <= len(rows) or not text or is_ornament(part.text):
            continue
        row = rows[part.line - 1]
        for at in range(len(row) - len(text) + 1):
            first = starts[part.line - 1] + at
            if list(row[at : at + len(text)]) == text and not is_left_out[first]:
                is_left_out[first : first + len(text)] = [True] * len(text)
                yield first, first + len(text), part.reason
                break


def _unique(words: Sequence[str], whole: str, before: _Cut | None, first: int, last: int, reason: str) -> _Cut | None:
    """Widen a stretch to the left until it stands in the source once, taking in the cut before it where they meet."""
    start = first
    reasons: tuple[str, ...] = (reason,)
    for _ in range(_MOST_WORDS):
        if before is not None and start < before.end:
            start, reasons = min(start, before.start), tuple(dict.fromkeys((*before.reasons, reason)))
            before = None
        if whole.count(_letters(words[start:last])) == 1:
            return _Cut(start, last, reasons)
        if start == 0:
            return None
        start -= 1
    return None


def _letters(words: Iterable[str]) -> str:
    """Put words together as the check of fidelity does, to which the bars between cells are nothing."""
    return squeezed("".join(word for word in words if word != "|"))


def _correction(
    cut: _Cut, words: Sequence[str], is_left_out: Sequence[bool], printed: Sequence[Line]
) -> dict[str, str]:
    staying = [
        word
        for word, away in zip(words[cut.start : cut.end], is_left_out[cut.start : cut.end], strict=True)
        if not away
    ]
    published = " ".join(staying)
    place = _letters(staying)
    at = next((_name(line) for line in printed if place and place in squeezed(line.text)), _name(printed[0]))
    return {
        "at": at,
        "source": " ".join(words[cut.start : cut.end]),
        "published": published,
        "reason": " ".join(cut.reasons),
        "certainty": "likely",
    }


def _name(line: Line) -> str:
    return line.item.id if line.item else line.path or _BLOCKS.get(line.kind, "title")
