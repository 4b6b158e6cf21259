"""A plan laid along a text source letter by letter: every line found where the list of rewritings allows it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kehoach.model import rewritings
from kehoach.model.departures import Departure, Trace
from kehoach.model.plan import Correction
from kehoach.model.printed import Line
from kehoach.model.rewritings import folded, squeezed
from kehoach.model.sourceletters import Letters, letters_of, spaced, words_of
from kehoach.wording.seen import is_rule, seen

_CONTEXT = 40
_UNIQUE = 12
"""Fewest letters by which a line that stands in a source once is known anywhere in it."""

_LONGEST_LABEL = 24
_OPENING = 8
"""Letters by which a line is known behind its label."""

_TRIES = 50
_COLUMN = 80
"""Most letters of the other column between two lines of a name."""

_IN_COLUMNS = ("header", "nation", "recipient", "signature", "signer")
_MOST_PIECES = 5

_FREE_ENDS = "-–/"

Place = tuple[int, int, int]
"""Where a line stands in the letters of a source: start of its label, start and end of its words."""


def trace_letters(corrections: Sequence[Correction], lines: Sequence[Line], source: str) -> Trace:
    """Compare letter by letter, with the gaps between words; the kind and length of white space do not count."""
    read = _Source.read(source)
    result = Trace(spans=[None] * len(lines), words=len(source.split()))
    for index, correction in enumerate(corrections):
        old = letters_of([(0, rewritings.source_line(seen(correction.source)))]).text
        if not old or read.letters.text.count(old) != 1:
            result.departures.append(Departure(correction.source, correction.published, correction=index))
            continue
        at = read.letters.text.index(old)
        read.letters.cut(at, at + len(old), letters_of([(0, correction.published)]))
    _Tracing(lines, read, result).run()
    return result


@dataclass
class _Source:
    """A source as letters, the words of the cells of its tables, and its rows by number."""

    letters: Letters
    cells: frozenset[str]
    rows: dict[int, str]

    @classmethod
    def read(cls, source: str) -> _Source:
        rows: list[tuple[int, str]] = []
        raw = source.split("\n")
        full = [number for number, row in enumerate(raw, 1) if row.strip()]
        for number, (row, before) in enumerate(zip(seen(source).split("\n"), raw, strict=True), 1):
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
        number = self.letters.where[start]
        if number != self.letters.where[end - 1] or "|" not in self.rows[number]:
            return False
        above = next((row for n in range(number - 1, 0, -1) if (row := self.rows.get(n, "")).strip()), "")
        cells = sorted(rewritings.cell_words([above]), key=len, reverse=True)
        left = self.letters.low[start:end]
        while left:
            cell = next((cell for cell in cells if left.startswith(cell)), "")
            if not cell:
                return False
            left = left[len(cell) :]
        return True


@dataclass
class _Printed:
    """A printed line: its words as letters, and how they can stand in a source: whole, or without the column's name."""

    line: Line
    words: list[str]
    text: str
    low: str
    forms: list[str]

    @property
    def gaps(self) -> list[str]:
        """What follows each letter: nothing, or a space behind a word."""
        return letters_of([(0, self.line.words)]).gaps


@dataclass
class _Tracing:
    """Looks for the place of every line: in order, then in what is left over."""

    lines: Sequence[Line]
    source: _Source
    result: Trace
    places: list[Place | None] = field(default_factory=list)
    ordered: list[bool] = field(default_factory=list)
    parted: dict[int, list[Place]] = field(default_factory=dict)

    def run(self) -> None:
        """Fill the trace."""
        self.low = self.source.letters.low
        self.printed = [self._printed(line) for line in self.lines]
        self._first_pass()
        self._keep_order()
        self._fill()
        self._moved()
        self._tell()

    def _printed(self, line: Line) -> _Printed:
        words = words_of(line.words)
        text = "".join(words)
        low = folded(text)
        forms = [low]
        head, colon, rest = line.words.partition(":")
        if colon and rest.strip() and folded(squeezed(head)) in self.source.cells:
            forms.append(folded(squeezed(rest)))
        if line.kind == "recipients":
            forms.append(low.rstrip(":"))
        return _Printed(line, words, text, low, forms)

    # In order

    def _first_pass(self) -> None:
        """Place lines one after the other, and those that the source has once wherever it has them."""
        position = 0
        for printed in self.printed:
            place = self._at(printed, position) or self._only(printed)
            self.places.append(place)
            if place:
                position = place[2]

    def _at(self, printed: _Printed, position: int) -> Place | None:
        for form in filter(None, printed.forms):
            at = self.low.find(form, position, position + len(form) + _LONGEST_LABEL)
            if at >= 0 and (start := self._label(printed.line, at, position)) == position:
                return start, at, at + len(form)
        return None

    def _only(self, printed: _Printed) -> Place | None:
        form = printed.forms[0]
        if len(form) < _UNIQUE or printed.line.is_header:
            return None
        at = self.low.find(form)
        if at < 0 or self.low.find(form, at + 1) >= 0:
            return None
        start = self._label(printed.line, at, 0)
        return None if start is None else (start, at, at + len(form))

    def _label(self, line: Line, at: int, least: int) -> int | None:
        """Give where the label before some words begins; None where the source has another one there."""
        before = self.low[max(least, at - _LONGEST_LABEL) : at]
        match = rewritings.label_before(line.label).search(before)
        if match is None:
            return None
        bare_bullet = line.label and not match[0] and line.kind not in ("field", "recipient")
        return None if bare_bullet else at - len(match[0])

    def _keep_order(self) -> None:
        """Keep in order as many letters as possible; what stands elsewhere has moved."""
        best: list[tuple[int, int, int]] = []  # ends, weights and lines, both rising
        before: dict[int, int] = {}
        for index, place in enumerate(self.places):
            if place is None:
                continue
            at = bisect_right(best, place[0], key=lambda entry: entry[0])
            weight = place[2] - place[0] + (best[at - 1][1] if at else 0)
            before[index] = best[at - 1][2] if at else -1
            to = bisect_left(best, place[2], key=lambda entry: entry[0])
            if to and best[to - 1][1] >= weight:
                continue
            until = to
            while until < len(best) and best[until][1] <= weight:
                until += 1
            best[to:until] = [(place[2], weight, index)]
        self.ordered = [False] * len(self.places)
        index = best[-1][2] if best else -1
        while index >= 0:
            self.ordered[index] = True
            index = before[index]
        self.places = [place if kept else None for place, kept in zip(self.places, self.ordered, strict=True)]

    def _fill(self) -> None:
        """Look for the other lines between those in order."""
        following = [len(self.low)] * (len(self.places) + 1)
        for index in range(len(self.places) - 1, -1, -1):
            place = self.places[index]
            following[index] = place[0] if place else following[index + 1]
        position = 0
        for index, printed in enumerate(self.printed):
            place = self.places[index]
            if place is None and printed.low and not printed.line.is_header:
                place = self._within(printed, position, following[index + 1])
                if place:
                    self.places[index], self.ordered[index] = place, True
            if place:
                position = place[2]

    def _within(self, printed: _Printed, least: int, most: int) -> Place | None:
        """Find a line in a stretch of the source, by whichever rewriting."""
        for form in printed.forms:
            at, tries = self.low.find(form, least, most), 0
            while at >= 0 and tries < _TRIES:
                if (start := self._label(printed.line, at, least)) is not None:
                    return start, at, at + len(form)
                at, tries = self.low.find(form, at + 1, most), tries + 1
        for form in printed.forms:
            if ";" in form:
                joined = re.compile(";?".join(map(re.escape, form.split(";"))))
                if match := joined.search(self.low, least, most):
                    start = self._label(printed.line, match.start(), least)
                    if start is not None and self._is_cell(match, form):
                        return start, match.start(), match.end()
        return None

    def _is_cell(self, match: re.Match[str], form: str) -> bool:
        """Tell whether semicolons stand only where the cell has a new paragraph."""
        return len(form) - len(match[0]) <= self.source.letters.gaps[match.start() : match.end()].count("¶")

    # Elsewhere

    def _moved(self) -> None:
        """Look for what the printed form sets in a place of its own in what is left over."""
        spare = self._left()
        items = [
            p for p, line, kept in zip(self.places, self.lines, self.ordered, strict=True) if p and kept and line.item
        ]
        first, last = (items[0][0], items[-1][2]) if items else (len(self.low), 0)
        self.foot = max((p[2] for p, kept in zip(self.places, self.ordered, strict=True) if p and kept), default=0)
        for index, printed in enumerate(self.printed):
            if self.places[index] is not None or not printed.low:
                continue
            for least, most in spare:
                place = self._special(printed.line, least, most) or self._within(printed, least, most)
                if place and self._may_move(index, place, first, last):
                    self.places[index] = place
                    spare = [part for part in ((least, place[0]), (place[2], most)) if part[0] < part[1]] + [
                        other for other in spare if other != (least, most)
                    ]
                    spare.sort()
                    break
            else:
                self._broken(index, spare)
        self._whole_again()

    def _broken(self, index: int, spare: list[tuple[int, int]]) -> None:
        """Find a line of head or foot that is too wide for its column, so that words of the other one part it."""
        line = self.lines[index]
        if line.kind not in _IN_COLUMNS:
            return
        left = [folded(word) for word in line.words.split()]
        pieces: list[Place] = []
        while left and len(pieces) < _MOST_PIECES:
            least = pieces[-1][2] if pieces else 0
            found = self._longest(left, spare, least, least + _COLUMN if pieces else len(self.low))
            if found is None:
                return
            count, at = found
            pieces.append((at, at, at + len("".join(left[:count]))))
            del left[:count]
        if not left and pieces:
            self.places[index], self.parted[index] = pieces[0], pieces[1:]

    def _whole_again(self) -> None:
        """Take back a line found in pieces where what parts it belongs to no other line: that is a word left out."""
        for index, pieces in list(self.parted.items()):
            first = self.places[index]
            if self.lines[index].kind == "header" or not pieces or first is None:
                continue
            between = [part for part in self._left() if part[0] < pieces[-1][1] and part[1] > first[2]]
            if any(not rewritings.is_ornament(self.source.letters.text[slice(*part)]) for part in between):
                self.places[index] = None
                del self.parted[index]

    def _longest(
        self, words: Sequence[str], spare: Sequence[tuple[int, int]], least: int, most: int
    ) -> tuple[int, int] | None:
        """Find the most of some words that stand in one piece in what is left over: how many, and where."""
        for count in range(len(words), 0, -1):
            piece = "".join(words[:count])
            for start, end in spare:
                at = self.low.find(piece, max(start, least), end)
                if 0 <= at <= most:
                    return count, at
        return None

    def _may_move(self, index: int, place: Place, first: int, last: int) -> bool:
        line = self.lines[index]
        if line.kind in (*rewritings.MOVED, "close"):
            return True
        if line.item and line.depth == 0 and not line.label and (place[2] <= first or place[0] >= last):
            return True
        if line.item and place[0] >= self.foot:
            return True
        row = self.source.letters.where[place[1]]
        return any(
            other is line.item and there and self.source.letters.where[there[1]] == row
            for other, there in zip((line.item for line in self.lines), self.places, strict=True)
            if other
        )

    def _special(self, line: Line, least: int, most: int) -> Place | None:
        """Find the number or the date of a document, which a source can leave open; a figure that it has counts."""
        match: re.Match[str] | None = None
        if line.kind == "number":
            number, symbol = rewritings.number_parts(line.words)
            match = rewritings.number_pattern(number, symbol).search(self.low, least, most)
            if match and match["n"] and match["n"] != folded(number):
                return None
        elif line.kind == "date":
            place, _, printed = line.words.partition(",")
            figures = re.findall(r"[0-9]+", printed)
            match = rewritings.date_pattern(place).search(self.low, least, most)
            there = [part for part in match.group("d", "m", "y") if part] if match else []
            if any(int(part) not in map(int, figures) for part in there):
                return None
        return (match.start(), match.start(), match.end()) if match else None

    def _left(self) -> list[tuple[int, int]]:
        """Give the stretches of the source where no line stands."""
        out: list[tuple[int, int]] = []
        position = 0
        parted = [place for places in self.parted.values() for place in places]
        for start, _, end in sorted([*(place for place in self.places if place), *parted]):
            if start > position:
                out.append((position, start))
            position = max(position, end)
        return [*out, *([(position, len(self.low))] if position < len(self.low) else [])]

    # What is told

    def _tell(self) -> None:
        letters = self.source.letters
        told: set[int] = set()
        self.nation = rewritings.HeadWords([line.words for line in self.lines if line.kind == "header"])
        left = [part for part in self._left() if not self._explained(part)]
        for index, printed in enumerate(self.printed):
            place, line = self.places[index], printed.line
            if not printed.low:
                continue
            if place is None:
                if line.kind == "nation" or (line.kind in ("number", "date") and not self._head_has(line)):
                    continue
                self.result.departures.append(self._lost(index, left, told))
                continue
            self.result.spans[index] = letters.span(place[1], place[2])
            if index not in self.parted:
                self.result.departures.extend(self._differs(printed, place))
        for number, (start, end) in enumerate(left):
            if number not in told:
                after = next((i for i, p in enumerate(self.places) if p and self.ordered[i] and p[0] >= end), -1)
                where = self.lines[after] if self.lines else None
                shown = letters.shown(start, min(end, start + 3 * _CONTEXT))
                self.result.departures.append(Departure(shown, "", where))

    def _explained(self, part: tuple[int, int]) -> bool:
        """Tell whether a stretch without a printed line is an ornament, a head printed again or a merged cell."""
        text = self.source.letters.text[slice(*part)]
        if rewritings.is_ornament(text) or self.source.repeats_above(*part):
            return True
        return any(start <= part[0] < end for start, end in self._heads()) and self.nation.takes(text)

    def _heads(self) -> list[tuple[int, int]]:
        """Give the stretches above a title, where the head stands."""
        found: list[tuple[int, int]] = []
        before = 0
        for line, place, kept in zip(self.lines, self.places, self.ordered, strict=True):
            if place and kept and line.kind in ("type", "subject", "signer", "signature", "recipient"):
                found.append((before, place[0]))
                before = place[2]
        return found

    def _head_has(self, line: Line) -> bool:
        """Tell whether a source has a number, or a date line, that is another one."""
        text = self.source.letters.low[:3000]
        if line.kind == "number":
            symbol = folded(squeezed(rewritings.number_parts(line.words)[1]))
            return bool(symbol) and symbol in text
        place = folded(squeezed(line.words.partition(",")[0]))
        return bool(re.search(rf"{re.escape(place)},ng[aà]y", text))

    def _lost(self, index: int, left: Sequence[tuple[int, int]], told: set[int]) -> Departure:
        """Tell what the source has in the place of a line that it has not."""
        printed, letters = self.printed[index], self.source.letters
        earlier = next(
            (p[2] for p, k in zip(self.places[index::-1], self.ordered[index::-1], strict=True) if p and k), 0
        )
        later = next(
            (p[0] for p, k in zip(self.places[index:], self.ordered[index:], strict=True) if p and k), len(self.low)
        )
        near = [(n, part) for n, part in enumerate(left) if part[0] < later and part[1] > earlier]
        told.update(n for n, _ in near)
        at = self._behind_label(near[0][1][0] if near else earlier, printed)
        same = _same(letters.low[at : at + len(printed.low)], printed.low)
        start = max(0, same - 10)
        there = letters.shown(at + start, min(later, at + start + _CONTEXT)) if near else ""
        gaps = printed.gaps[start : start + _CONTEXT]
        shown = spaced(printed.text[start : start + _CONTEXT], gaps)
        return Departure(there, shown, printed.line)

    def _behind_label(self, at: int, printed: _Printed) -> int:
        """Find where a line begins whose label, which is printed apart, may stand before it."""
        opening = printed.low[:_OPENING]
        found = self.low.find(opening, at, at + _LONGEST_LABEL + len(opening))
        return max(at, found)

    def _differs(self, printed: _Printed, place: Place) -> Iterator[Departure]:
        """Find another case, or words run together or torn apart, in a line that has its place."""
        if printed.line.kind in ("number", "date", "nation"):
            return
        letters, (_, start, end) = self.source.letters, place
        skipped = len(printed.text) - (end - start)
        if skipped and printed.line.kind != "recipients" and ";" in printed.text:
            return
        begin = skipped if printed.line.kind != "recipients" else 0
        text = printed.text[begin : begin + end - start]
        there = letters.text[start:end]
        if text == there and not skipped and _same_gaps(letters, start, printed.words):
            return
        gaps = printed.gaps[begin : begin + end - start]
        if printed.line.kind == "subject":
            text = there[:1] + text[1:]
        if text != there and not rewritings.is_raised(there, text):
            at = max(0, _same(there, text) - 10)
            yield Departure(
                letters.shown(start + at, min(end, start + at + _CONTEXT)),
                spaced(text[at : at + _CONTEXT], gaps[at : at + _CONTEXT]),
                printed.line,
            )
            return
        yield from _other_gaps(letters, start, text, gaps, printed.line)


def _same_gaps(letters: Letters, at: int, words: Sequence[str]) -> bool:
    """Tell whether a stretch of a source has gaps behind these words and nowhere else."""
    last = at
    for word in words[:-1]:
        last += len(word)
        if not letters.gaps[last - 1]:
            return False
    end = at + sum(map(len, words)) - 1
    return sum(map(bool, letters.gaps[at:end])) == len(words) - 1


def _other_gaps(letters: Letters, at: int, text: str, gaps: Sequence[str], line: Line) -> Iterator[Departure]:
    """Find words run together or torn apart; a line that ends in a hyphen or slash can go on either way."""
    if list(map(bool, gaps[:-1])) == list(map(bool, letters.gaps[at : at + len(gaps) - 1])):
        return
    for index, gap in enumerate(gaps[:-1]):
        there = letters.gaps[at + index]
        free = there == "\n" and text[index] in _FREE_ENDS
        if bool(gap) != bool(there) and not free:
            around = slice(max(0, index - 10), index + 10)
            yield Departure(
                spaced(text[around], letters.gaps[at : at + len(text)][around]),
                spaced(text[around], gaps[around]),
                line,
            )
            return


def _same(source: str, published: str) -> int:
    """Count the letters in which both begin alike."""
    return next((i for i, (a, b) in enumerate(zip(source, published, strict=False)) if a != b), len(published))
