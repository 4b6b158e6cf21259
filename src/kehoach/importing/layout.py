"""How a text is set: wrapped or not, how wide, and whether empty lines part paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kehoach.importing.labels import read_labels
from kehoach.importing.model import SourceLine
from kehoach.wording.latepatterns import late
from kehoach.wording.letters import bare

_TERMINAL = late(r"[.!?;:…][”\"’'»)\]*]*\Z|\./\.?\Z")

_LONGEST_LINE = 160
# Widths of Times New Roman in thousandths of its size; other characters 500.
_WIDTHS = {
    char: width
    for width, chars in {
        250: " .,",
        278: "ijlt;:/",
        333: "fr-()I[]",
        389: "sJ",
        444: 'acez“”"',
        556: "FPS",
        611: "ELTZ",
        667: "BCR",
        722: "wADGHKNOQUVXY",
        778: "m",
        833: "%",
        889: "M",
        944: "W",
        1000: "…",
    }.items()
    for char in chars
}


def _printed_width(text: str) -> float:
    return sum(_WIDTHS.get(char, 500) for char in bare(text[:400]))


def _characters(text: str) -> float:
    return len(text)


@dataclass(frozen=True)
class Layout:
    """How a text is set.

    ``measure`` gives a line's width, in print or in characters, whichever the right margin follows; ``width`` is
    that of a full line; ``blanks_part`` tells whether empty lines stand between paragraphs only, ``spaced`` whether
    most lines have one before them.
    """

    wrapped: bool
    width: float
    blanks_part: bool
    measure: Callable[[str], float] = _characters
    spaced: bool = False

    def fullness(self, line: str, following: str) -> float:
        """Give how full a line would have been with the next line's first word; about 1 where it did not fit."""
        return self.measure(f"{line} {following.split(' ', 1)[0]}") / self.width if self.width else 0.0


def layout_of(lines: Sequence[SourceLine]) -> Layout:
    """Measure how a text is set from the lines that surely go on: no stop before, a small letter after."""
    free = [line for line in lines if not line.whole]
    pairs = [
        (line.text.strip(), following.text.strip(), following.gap)
        for line, following in pairwise(free)
        if following.text.lstrip()[:1].islower()
        and not ends(line.text.rstrip())
        and not read_labels(following.text.lstrip())
    ]
    parted = sum(gap > 0 for _, _, gap in pairs)
    lengths = sorted(len(line.text.strip()) for line in free)
    wrapped = len(pairs) >= 2 and lengths[int(0.95 * (len(lengths) - 1))] <= _LONGEST_LINE
    if not wrapped:
        spaced = 2 * sum(line.gap > 0 for line in free) > len(free)
        return Layout(False, float(lengths[-1]) if lengths else 0.0, parted * 2 <= len(pairs), spaced=spaced)
    whole = [f"{before} {after.split(' ', 1)[0]}" for before, after, _ in pairs if len(before) > 30] or [""]
    measure = min((_printed_width, _characters), key=lambda width: _spread([width(line) for line in whole]))
    widths = sorted(map(measure, whole))
    return Layout(True, widths[len(widths) // 2], parted * 2 <= len(pairs), measure)


def ends(text: str) -> bool:
    """Tell whether a line ends as a paragraph may end."""
    return bool(_TERMINAL.search(text[-20:]))


def _spread(values: Sequence[float]) -> float:
    from statistics import mean, pstdev  # fractions and all: no Word file needs them

    average = mean(values)
    return pstdev(values) / average if average else 1.0
