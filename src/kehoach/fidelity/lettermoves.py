"""Lines that a printed form sets in a place of its own: head, foot and what a column parts, in what is left over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.fidelity import rewritings
from kehoach.fidelity.letterplaces import LetterPlaces, Place
from kehoach.model.printed import Line
from kehoach.wording.letters import folded

_COLUMN = 80
"""Most letters of the other column between two lines of a name."""

_IN_COLUMNS = ("header", "nation", "recipient", "signature", "signer")
_MOST_PIECES = 5


@dataclass(frozen=True)
class _Edges:
    """Where the first provision in order begins, the last one ends, and the last line of all ends."""

    first: int
    last: int
    foot: int


def put_elsewhere(places: LetterPlaces) -> None:
    """Look for what the printed form sets in a place of its own in what is left over."""
    spare = places.left()
    items = [
        p
        for p, line, in_order in zip(places.places, places.lines, places.ordered, strict=True)
        if p and in_order and line.item
    ]
    edges = _Edges(
        items[0][0] if items else len(places.low),
        items[-1][2] if items else 0,
        max((p[2] for p, in_order in zip(places.places, places.ordered, strict=True) if p and in_order), default=0),
    )
    for index, printed in enumerate(places.printed):
        if places.places[index] is not None or not printed.low:
            continue
        for least, most in spare:
            place = _special(places, printed.line, least, most) or places.within(printed, least, most)
            if place and _may_move(places, index, place, edges):
                places.places[index] = place
                spare = [part for part in ((least, place[0]), (place[2], most)) if part[0] < part[1]] + [
                    other for other in spare if other != (least, most)
                ]
                spare.sort()
                break
        else:
            _broken(places, index, spare)
    _whole_again(places)


def _broken(places: LetterPlaces, index: int, spare: list[tuple[int, int]]) -> None:
    """Find a line of head or foot that is too wide for its column, so that words of the other one part it."""
    line = places.lines[index]
    if line.kind not in _IN_COLUMNS:
        return
    words_to_come = [folded(word) for word in line.words.split()]
    pieces: list[Place] = []
    while words_to_come and len(pieces) < _MOST_PIECES:
        least = pieces[-1][2] if pieces else 0
        longest = _longest(places, words_to_come, spare, least, least + _COLUMN if pieces else len(places.low))
        if longest is None:
            return
        count, at = longest
        pieces.append((at, at, at + len("".join(words_to_come[:count]))))
        del words_to_come[:count]
    if not words_to_come and pieces:
        places.places[index], places.parted[index] = pieces[0], pieces[1:]


def _whole_again(places: LetterPlaces) -> None:
    """Take back a line found in pieces where what parts it belongs to no other line: that is a word left out."""
    for index, pieces in list(places.parted.items()):
        first = places.places[index]
        if places.lines[index].kind == "header" or not pieces or first is None:
            continue
        between = [part for part in places.left() if part[0] < pieces[-1][1] and part[1] > first[2]]
        if any(not rewritings.is_ornament(places.source.letters.text[slice(*part)]) for part in between):
            places.places[index] = None
            del places.parted[index]


def _longest(
    places: LetterPlaces, words: Sequence[str], spare: Sequence[tuple[int, int]], least: int, most: int
) -> tuple[int, int] | None:
    """Find the most of some words that stand in one piece in what is left over: how many, and where."""
    for count in range(len(words), 0, -1):
        piece = "".join(words[:count])
        for start, end in spare:
            at = places.low.find(piece, max(start, least), end)
            if 0 <= at <= most:
                return count, at
    return None


def _may_move(places: LetterPlaces, index: int, place: Place, edges: _Edges) -> bool:
    """Tell whether a line may stand there: head and foot, what opens or ends the body, and parts of one table row."""
    line = places.lines[index]
    if line.kind in (*rewritings.MOVED, "close", "footnote"):
        return True
    if line.item and line.depth == 0 and not line.label and (place[2] <= edges.first or place[0] >= edges.last):
        return True
    if line.item and place[0] >= edges.foot:
        return True
    row = places.source.letters.row_of(place[1])
    return any(
        other is line.item and its_place and places.source.letters.row_of(its_place[1]) == row
        for other, its_place in zip((line.item for line in places.lines), places.places, strict=True)
        if other
    )


def _special(places: LetterPlaces, line: Line, least: int, most: int) -> Place | None:
    """Find the number or the date of a document, which a source can leave open; a figure that it has counts."""
    match: re.Match[str] | None = None
    if line.kind == "number":
        number, symbol = rewritings.number_parts(line.words)
        match = rewritings.number_pattern(number, symbol).search(places.low, least, most)
        if match and match["n"] and match["n"] != folded(number):
            return None
    elif line.kind == "date":
        place, _, printed = line.words.partition(",")
        figures = re.findall(r"[0-9]+", printed)
        match = rewritings.date_pattern(place).search(places.low, least, most)
        printed_figures = [part for part in match.group("d", "m", "y") if part] if match else []
        if any(int(part) not in map(int, figures) for part in printed_figures):
            return None
    return (match.start(), match.start(), match.end()) if match else None
