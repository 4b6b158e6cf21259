"""A plan laid along a text source letter by letter: every line found where the list of rewritings allows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kehoach.fidelity import rewritings
from kehoach.fidelity.departures import Departure, Trace
from kehoach.fidelity.lettermoves import put_elsewhere
from kehoach.fidelity.letterplaces import LONGEST_LABEL, LetterPlaces, Place
from kehoach.fidelity.lettersource import LetterSource, Printed
from kehoach.fidelity.sourceletters import Letters, letters_of, spaced
from kehoach.model.plan import Correction
from kehoach.model.printed import Line
from kehoach.wording.extractedtext import normalized
from kehoach.wording.letters import folded, squeezed

_LONGEST_WORD = 12
_CONTEXT = 40
_OPENING = 8
"""Letters by which a line is known behind its label."""

_FREE_ENDS = "-–/"


def trace_letters(corrections: Sequence[Correction], lines: Sequence[Line], source: str) -> Trace:
    """Compare letter by letter, with the gaps between words; the kind and length of white space do not count."""
    read = LetterSource.read(source)
    result = Trace(spans=[None] * len(lines), words=len(source.split()))
    for index, correction in enumerate(corrections):
        old = letters_of([(0, rewritings.source_line(normalized(correction.source)))]).text
        if not old or read.letters.text.count(old) != 1:
            result.departures.append(Departure(correction.source, correction.published, correction=index))
            continue
        at = read.letters.text.index(old)
        read.letters.cut(at, at + len(old), letters_of([(0, correction.published)]))
    places = LetterPlaces(lines, read)
    places.put_in_order()
    put_elsewhere(places)
    _Telling(places, result).tell()
    return result


@dataclass
class _Telling:
    """Tells where lines differ from the source, and what of it has no line."""

    places: LetterPlaces
    result: Trace

    def tell(self) -> None:
        """Fill the result."""
        places, letters = self.places, self.places.source.letters
        explained: set[int] = set()
        self.in_order = [
            place if ordered else None for place, ordered in zip(places.places, places.ordered, strict=True)
        ]
        self.heads = self._heads()
        self.nation = rewritings.HeadWords([line.words for line in places.lines if line.kind == "header"])
        untold = [part for part in self.places.left() if not self._explained(part)]
        for index, printed in enumerate(self.places.printed):
            place, line = self.places.places[index], printed.line
            if not printed.low:
                continue
            if place is None:
                if line.kind == "nation" or (line.kind in ("number", "date") and not self._head_has(line)):
                    continue
                self.result.departures.append(self._lost(index, untold, explained))
                continue
            self.result.spans[index] = letters.span(place[1], place[2])
            if index not in self.places.parted:
                self.result.departures.extend(self._differs(printed, place))
        for number, (start, end) in enumerate(untold):
            if number not in explained:
                after = next((i for i, place in enumerate(self.in_order) if place and place[0] >= end), -1)
                line_after = self.places.lines[after] if self.places.lines else None
                source_letters = letters.shown(start, min(end, start + 3 * _CONTEXT))
                self.result.departures.append(Departure(source_letters, "", line_after))

    def _explained(self, part: tuple[int, int]) -> bool:
        """Tell whether a stretch without a printed line is an ornament, a head printed again or a merged cell."""
        text = self.places.source.letters.text[slice(*part)]
        if rewritings.is_ornament(text) or self.places.source.repeats_above(*part):
            return True
        return any(start <= part[0] < end for start, end in self.heads) and self.nation.takes(text)

    def _heads(self) -> list[tuple[int, int]]:
        """Give the stretches above a title, where the head stands."""
        heads: list[tuple[int, int]] = []
        before = 0
        for line, place in zip(self.places.lines, self.in_order, strict=True):
            if place and line.kind in ("type", "subject", "signer", "signature", "recipient"):
                heads.append((before, place[0]))
                before = place[2]
        return heads

    def _head_has(self, line: Line) -> bool:
        """Tell whether a source has a number, or a date line, that is another one."""
        text = self.places.source.letters.low[:3000]
        if line.kind == "number":
            symbol = folded(squeezed(rewritings.number_parts(line.words)[1]))
            return bool(symbol) and symbol in text
        place = folded(squeezed(line.words.partition(",")[0]))
        return bool(re.search(rf"{re.escape(place)},ng[aà]y", text))

    def _lost(self, index: int, untold: Sequence[tuple[int, int]], explained: set[int]) -> Departure:
        """Tell what the source has in the place of a line that it has not."""
        printed, letters = self.places.printed[index], self.places.source.letters
        earlier = next((place[2] for place in self.in_order[index::-1] if place), 0)
        later = next((place[0] for place in self.in_order[index:] if place), len(letters.low))
        parts_around = [(n, part) for n, part in enumerate(untold) if part[0] < later and part[1] > earlier]
        explained.update(n for n, _ in parts_around)
        at = self._behind_label(parts_around[0][1][0] if parts_around else earlier, printed)
        same = _same(letters.low[at : at + len(printed.low)], printed.low)
        start = _word_start(printed.gaps, max(0, same - 10))
        source_text = ""
        if parts_around:
            source_text = letters.shown(at + start, min(later, self._source_word_end(at + start + _CONTEXT)))
        part = slice(start, _word_end(printed.gaps, start + _CONTEXT))
        return Departure(source_text, spaced(printed.text[part], printed.gaps[part]), printed.line)

    def _source_word_end(self, at: int) -> int:
        """Go on to where a word of the source ends."""
        gaps = self.places.source.letters.gaps(at - 1, min(len(self.places.low), at + _LONGEST_WORD) - 1)
        return next((at + n for n, gap in enumerate(gaps) if gap), at)

    def _behind_label(self, at: int, printed: Printed) -> int:
        """Find where a line begins whose label, which is printed apart, may stand before it."""
        opening = printed.low[:_OPENING]
        start = self.places.low.find(opening, at, at + LONGEST_LABEL + len(opening))
        return max(at, start)

    def _differs(self, printed: Printed, place: Place) -> Iterator[Departure]:
        """Find another case, or words run together or torn apart, in a line that has its place."""
        if printed.line.kind in ("number", "date", "nation"):
            return
        letters, (_, start, end) = self.places.source.letters, place
        skipped = len(printed.text) - (end - start)
        if skipped and printed.line.kind != "recipients" and ";" in printed.text:
            return
        begin = skipped if printed.line.kind != "recipients" else 0
        text = printed.text[begin : begin + end - start]
        source_text = letters.text[start:end]
        if text == source_text and not skipped and self.places.has_gaps_of(start, printed.words):
            return
        gaps = printed.gaps[begin : begin + end - start]
        if printed.line.kind == "subject":
            text = source_text[:1] + text[1:]
        if text != source_text and not rewritings.is_raised(source_text, text):
            at = _word_start(gaps, max(0, _same(source_text, text) - 10))
            part = slice(at, _word_end(gaps, at + _CONTEXT))
            yield Departure(
                letters.shown(start + at, min(end, self._source_word_end(start + at + _CONTEXT))),
                spaced(text[part], gaps[part]),
                printed.line,
            )
            return
        yield from _other_gaps(letters, start, text, gaps, printed.line)


def _other_gaps(letters: Letters, at: int, text: str, gaps: Sequence[str], line: Line) -> Iterator[Departure]:
    """Find words run together or torn apart; a line that ends in a hyphen or slash can go on either way."""
    source_gaps = letters.gaps(at, at + len(text))
    for index, (gap, source_gap) in enumerate(zip(gaps[:-1], source_gaps, strict=False)):
        free = source_gap == "\n" and text[index] in _FREE_ENDS
        if bool(gap) != bool(source_gap) and not free:
            gap_range = slice(_word_start(gaps, max(0, index - 10)), _word_end(gaps, index + 10))
            yield Departure(
                spaced(text[gap_range], source_gaps[gap_range]),
                spaced(text[gap_range], gaps[gap_range]),
                line,
            )
            return


def _word_start(gaps: Sequence[str], at: int) -> int:
    """Go back to where a word begins, so that an excerpt is of whole words; ``gaps`` stand behind their letters."""
    return next((n for n in range(at, max(0, at - _LONGEST_WORD), -1) if gaps[n - 1]), max(0, at - _LONGEST_WORD))


def _word_end(gaps: Sequence[str], at: int) -> int:
    """Go on to where a word ends."""
    return next((n for n in range(at, min(len(gaps), at + _LONGEST_WORD)) if gaps[n - 1]), at)


def _same(source: str, published: str) -> int:
    """Count the letters in which both begin alike."""
    return next((i for i, (a, b) in enumerate(zip(source, published, strict=False)) if a != b), len(published))
