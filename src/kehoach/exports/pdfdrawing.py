"""What draws a page of a PDF file that Typst made, written again: a byte a letter, each line from the one before.

Typst begins anew for each line of text, with its place twice, and moves the pen behind each blank of a line that is set
to its width. Here one word (``Tw``) widens all blanks of a line, and what does not change is said once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from kehoach.exports.pdffile import UnknownFormError
from kehoach.exports.pdffonts import Codes, short

_NUMBER = rb"(-?[\d.]+)"
_PLAIN = rb"[^()\\]++|\\.[^()\\]*+"
_STRING = rb"(?:\((?:" + _PLAIN + rb"|\((?:" + _PLAIN + rb"|\((?:" + _PLAIN + rb")*+\))*+\))*+\)|<[0-9A-F]*+>)"
"""Letters between brackets, which may stand within as deep as this, or their numbers."""
_TEXT = (
    rb"q 1 0 0 -1 " + _NUMBER + b" " + _NUMBER + rb" cm/c0 cs 0 scn\n"
    rb"BT 0 Tr/(f\d+) " + _NUMBER + rb" Tf 1 0 0 -1 0 0 Tm"
    rb"(" + _STRING + rb"Tj|\[(?:" + _STRING + rb"|-?[\d.]++)*+\]TJ)\nET\nQ\n"
)
_PATH = rb"(q 1 0 0 -1 -?[\d.]+ -?[\d.]+ cm/c0 CS 0 SCN (?:[\d.]+|[-wMJjdmlhcre\[\] ])+\nS\nQ\n)"
_OPENED = rb"(/(?:Artifact|Span)(?:<<(?:[^<>()]|\([^()\\]*\))*>>BDC| BMC)\n)"
_PART = re.compile(rb"|".join((_TEXT, _PATH, _OPENED, rb"(EMC\n?)")), re.DOTALL)
_PIECE = re.compile(_STRING + rb"|-?[\d.]+", re.DOTALL)
_HIDDEN = re.compile(rb"[()\\]")
_OPENING, _HEX = b"(<"
_MOVED = re.compile(rb"(\\000(\\[0-7]{3}|\\.|.))\)(-?[\d.]+)\(", re.DOTALL)
_FONT, _SHOWN, _DRAWN, _OPENED_AS, _ENDED = 2, *range(4, 8)
"""Which group of a part is the font, the text, the drawing, the opening, the end."""
_BLACK = b"/c0 CS 0 SCN"
"""What every page begins with, said by a profile of colors."""
_ZERO = rb"\000"
"""The first of a glyph's two bytes, for all below 256; the second is a byte, or written in one of several ways."""
_SIGNS = dict(zip(b"\n\r\t\b\f()\\", (b"\\n", b"\\r", b"\\t", b"\\b", b"\\f", b"\\(", b"\\)", b"\\\\"), strict=True))

_BLANK = b" "
_STILL = 0.05
"""Thousandths of a letter's size that are not worth a move of the pen."""
_NEAR = 3
"""Thousandths of a point by which a line may stand beside its place, to be as far from the last as that was."""


class Page:
    """What draws a page, written again: where the pen stands, and what font and width of blanks are set."""

    def __init__(self, fonts: Mapping[bytes, Spelling], openings: Mapping[bytes, bytes]):
        self._fonts = fonts
        self._openings = openings
        self.gone: set[bytes] = set()
        """How marks were opened that are one with those before them."""
        self._open = False
        self._font = b""
        self._room = b"0 Tw\n"
        self._at: tuple[int, ...] = (0, 0)
        self._step: tuple[int, ...] = (0, 0)

    def drawn(self, content: bytes) -> Iterator[bytes]:
        """Give the parts of the page's drawing: what is marked holds either text alone, or no text object is open."""
        for marked in self._joined(_marked(content)):
            opened, *parts, _ = marked
            only_text = all(part[_SHOWN] for part in parts)
            yield (self._begun() if only_text else self._ended()) + opened[_OPENED_AS]
            for part in parts:
                if part[_SHOWN]:
                    yield self._begun() + self._line(*part[: _SHOWN + 1])
                else:
                    yield self._ended() + part[_DRAWN].replace(_BLACK, b"")
            yield (b"" if only_text else self._ended()) + b"EMC\n"
        yield self._ended()

    def _joined(self, marked: Iterable[list[tuple[bytes, ...]]]) -> Iterator[list[tuple[bytes, ...]]]:
        """Give what is marked together, with what follows it and belongs to the same element.

        Where no blank is between two lines they stay two, so that nobody hears two words as one.
        """
        whole: list[tuple[bytes, ...]] = []
        for parts in marked:
            opening = parts[0][_OPENED_AS]
            if whole and self._openings.get(opening) == whole[0][_OPENED_AS] and self._ends_with_blank(whole[-2]):
                self.gone.add(opening)
                whole = [*whole[:-1], *parts[1:]]
                continue
            if whole:
                yield whole
            whole = parts
        if whole:
            yield whole

    def _ends_with_blank(self, part: tuple[bytes, ...]) -> bool:
        return bool(part[_FONT]) and part[_SHOWN].endswith(self._fonts[part[_FONT]].blank_ends)

    def _begun(self) -> bytes:
        if self._open:
            return b""
        self._open, self._at, self._step = True, (0, 0), (0, 0)
        return b"BT\n"

    def _ended(self) -> bytes:
        was_open, self._open = self._open, False
        return b"ET\n" if was_open else b""

    def _line(self, x: bytes, y: bytes, name: bytes, size: bytes, shown: bytes) -> bytes:
        letters, moves, room = _letters(shown, self._fonts[name])
        out = self._moved(float(x), float(y))
        font = b"/%s %s Tf\n" % (name, size)
        if font != self._font:
            out, self._font = out + font, font
        if room is not None:
            width = short(-room * float(size) / 1000) + b" Tw\n"
            if width != self._room:
                out, self._room = out + width, width
        return out + _letters_drawn(letters, moves) + b"\n"

    def _moved(self, *place: float) -> bytes:
        """Go from the start of the last line to that of the next; where it is near enough, as from that before it."""
        steps = [round(target * 1000) - at for target, at in zip(place, self._at, strict=True)]
        steps = [old if abs(step - old) <= _NEAR else step for step, old in zip(steps, self._step, strict=True)]
        self._at = tuple(at + step for at, step in zip(self._at, steps, strict=True))
        self._step = tuple(steps)
        return b"%s %s Td\n" % tuple(short(step / 1000) for step in steps)


def _marked(content: bytes) -> Iterator[list[tuple[bytes, ...]]]:
    """Give the groups of what is marked together, each as the parts of ``_PART``, from its opening to its end."""
    place = 0
    parts: list[tuple[bytes, ...]] = []
    for part in _PART.finditer(content):
        if part.start() != place or bool(parts) == bool(part[_OPENED_AS + 1]):
            raise UnknownFormError
        place = part.end()
        parts.append(part.groups(b""))
        if part[_ENDED + 1]:
            yield parts
            parts = []
    if place != len(content) or parts:
        raise UnknownFormError


def spellings(codes: Codes) -> Spelling:
    """Give by each way to write a glyph's number in a string the letter's code."""
    spelled = Spelling()
    for glyph, (code, _) in codes.items():
        ways = [b"%04X" % glyph, b"\\%03o" % glyph, bytes((glyph,))]
        if glyph in _SIGNS:
            ways.append(_SIGNS[glyph])
        spelled.update(dict.fromkeys(ways, bytes((code,))))
    return spelled


class Spelling(dict[bytes, bytes]):
    """Letters by how a glyph's number is written; a glyph that no letter is known of cannot be."""

    def __missing__(self, way: bytes) -> bytes:
        raise UnknownFormError

    @cached_property
    def blank_ends(self) -> tuple[bytes, ...]:
        """How a text ends whose last letter is a blank."""
        ways = [way for way, code in self.items() if code == _BLANK]
        return tuple(way + end for way in ways for end in (b")Tj", b">Tj", b")]TJ", b">]TJ"))


def _letters(shown: bytes, codes: Mapping[bytes, bytes]) -> tuple[bytes, dict[int, float], float | None]:
    """Give the codes of a text, by how many letters stand before it each move of the pen, and that behind all blanks.

    In a line that is set to its width the pen is moved as far behind each blank; what a blank has beside is left as a
    move. None: there is no blank between two letters.
    """
    moved = next((one for one in _MOVED.finditer(shown) if codes[one[2]] == _BLANK), None)
    if moved:
        letters, moves = _letters_and_moves(shown.replace(moved[0], moved[1]), codes)
        if letters.count(_BLANK, 0, -1) == shown.count(moved[0]):
            return letters, moves, float(moved[3])
    letters, moves = _letters_and_moves(shown, codes)
    blanks = [place for place in range(1, len(letters)) if letters[place - 1 : place] == _BLANK]
    if not blanks:
        return letters, moves, None
    behind = [moves.get(place, 0.0) for place in blanks]
    room = min(set(behind), key=lambda move: (-behind.count(move), move))
    return letters, {**moves, **{place: move - room for place, move in zip(blanks, behind, strict=True)}}, room


def _letters_and_moves(shown: bytes, codes: Mapping[bytes, bytes]) -> tuple[bytes, dict[int, float]]:
    letters = b""
    moves: dict[int, float] = {}
    for piece in _PIECE.findall(shown):
        kind = piece[0]
        if kind == _OPENING:
            letters += b"".join(map(codes.__getitem__, piece[1:-1].split(_ZERO)[1:]))
        elif kind == _HEX:
            letters += b"".join(codes[piece[at : at + 4]] for at in range(1, len(piece) - 1, 4))
        else:
            moves[len(letters)] = float(piece)
    return letters, moves


def _letters_drawn(letters: bytes, moves: Mapping[int, float]) -> bytes:
    pieces: list[bytes] = []
    start = 0
    for place in sorted(moves):
        if abs(moves[place]) > _STILL and place < len(letters):
            pieces += [_string(letters[start:place]), short(moves[place], 1)]
            start = place
    pieces.append(_string(letters[start:]))
    return b"[%s]TJ" % b"".join(pieces) if len(pieces) > 1 else pieces[0] + b"Tj"


def _string(codes: bytes) -> bytes:
    return b"(%s)" % _HIDDEN.sub(rb"\\\g<0>", codes)
