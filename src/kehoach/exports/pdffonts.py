"""The fonts of a PDF file that Typst made, as simple ones in which each letter is one byte.

The letters of a document have one number for all its fonts, the one that they have in ASCII where there is one. Simple
fonts with a table of their own are the oldest there are, and the only ones whose blanks ``Tw`` widens in every program.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kehoach.exports.fonttable import with_codes
from kehoach.exports.pdffile import Objects, Stored, UnknownFormError, object_of_kind

Codes = Mapping[int, tuple[int, bytes]]
"""By the number of a glyph its code, and what it means, in UTF-16 as hexadecimal digits."""

_FONT = re.compile(rb"/Encoding/Identity-H/DescendantFonts\[(\d+) 0 R\]/ToUnicode (\d+) 0 R")
_BASE = re.compile(rb"/BaseFont/[^/<>\[\]() ]+")
_FILE = re.compile(rb"/FontFile2 (\d+) 0 R")
_DESCRIPTOR = re.compile(rb"/FontDescriptor (\d+) 0 R")
_SET = re.compile(rb"/CIDSet \d+ 0 R")
_WIDTHS = re.compile(rb"/W\[([-\d. ]*)\]")
_MEANT = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>\n")
_MOST_CODES = 0x100
_OTHERS = (*range(0x80, _MOST_CODES), *(code for code in range(1, 0x20) if code not in b"\n\r"), 0x7F)
"""Codes for what is not ASCII; not those that a string has to hide."""
_ROWS = 100
"""So many entries a table of meanings may have in one part."""


@dataclass(frozen=True)
class Font:
    """A font of the file: what its glyphs mean, by number, in UTF-16, and their widths."""

    descendant: int
    meant: Mapping[int, bytes]
    widths: Mapping[int, float]


def font_of(objects: Objects, words: bytes) -> Font:
    """Read a font whose glyphs have numbers of two bytes."""
    below, meant_in = (int(number) for number in object_of_kind(_FONT, words).groups())
    meanings = objects[meant_in].data or b""
    meant = {int(glyph, 16): text for glyph, text in _MEANT.findall(meanings)}
    numbers = object_of_kind(_WIDTHS, objects[below].words)[1].split()
    widths: dict[int, float] = {}
    for first, last, width in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True):
        widths |= dict.fromkeys(range(int(first), int(last) + 1), float(width))
    return Font(below, meant, widths)


def codes_of(fonts: Mapping[int, Font]) -> dict[int, dict[int, tuple[int, bytes]]]:
    """Give each glyph of each font its code, and what it means: the same in all fonts for the same letter."""
    alike: dict[int, dict[int, tuple[bytes, int]]] = {}
    for number, font in fonts.items():
        seen: Counter[bytes] = Counter()
        alike[number] = {}
        for glyph, text in font.meant.items():
            alike[number][glyph] = (text, seen[text])
            seen[text] += 1
    letters = sorted(
        {letter for glyphs in alike.values() for letter in glyphs.values()}, key=lambda one: (one[1], one[0])
    )
    plain = {letter: int(letter[0], 16) for letter in letters if not letter[1] and _is_plain(letter[0])}
    others = [letter for letter in letters if letter not in plain]
    if len(others) > len(_OTHERS):
        raise UnknownFormError
    of_letter = {**plain, **dict(zip(others, _OTHERS, strict=False))}
    return {
        number: {glyph: (of_letter[letter], letter[0]) for glyph, letter in glyphs.items()}
        for number, glyphs in alike.items()
    }


def _is_plain(text: bytes) -> bool:
    return len(text) == 4 and 0x20 <= int(text, 16) < 0x7F


def meanings_of(codes: Mapping[int, Codes]) -> Stored:
    """What the codes mean to who copies, searches or hears the text (``ToUnicode``)."""
    entries = {entry for glyphs in codes.values() for entry in glyphs.values()}
    rows = sorted((code, text) for code, text in entries if not (_is_plain(text) and code == int(text, 16)))
    parts = [rows[start : start + _ROWS] for start in range(0, len(rows), _ROWS)]
    unicode_rows = b"".join(
        b"%d beginbfchar\n%sendbfchar\n" % (len(part), b"".join(b"<%02X><%s>\n" % row for row in part))
        for part in parts
    )
    return Stored(
        b"<<>>",
        b"/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Letters def\n/CMapType 2 def\n"
        b"1 begincodespacerange\n<00><FF>\nendcodespacerange\n"
        b"1 beginbfrange\n<20><7E><0020>\nendbfrange\n" + unicode_rows + b"endcmap\n"
        b"CMapName currentdict/CMap defineresource pop\nend\nend\n",
    )


def simple(objects: Objects, number: int, font: Font, codes: Codes, meanings: int) -> Objects:
    """A font of two-byte numbers as one of bytes: its words, those of its descriptor, its program."""
    below = objects[font.descendant].words
    descriptor = int(object_of_kind(_DESCRIPTOR, below)[1])
    program = int(object_of_kind(_FILE, objects[descriptor].words)[1])
    data = objects[program].data
    if data is None or max(codes, default=0) >= _MOST_CODES:
        raise UnknownFormError
    glyphs = {code: glyph for glyph, (code, _) in codes.items()}
    first, last = min(glyphs), max(glyphs)
    widths = b" ".join(short(font.widths.get(glyphs.get(code, -1), 0)) for code in range(first, last + 1))
    words = (
        b"<</Type/Font/Subtype/TrueType%s/FirstChar %d/LastChar %d/Widths[%s]/FontDescriptor %d 0 R/ToUnicode %d 0 R>>"
    )
    base = object_of_kind(_BASE, objects[number].words)[0]
    return {
        number: Stored(words % (base, first, last, widths, descriptor, meanings)),
        descriptor: Stored(_SET.sub(b"", objects[descriptor].words)),
        program: Stored(b"<</Length1 %d>>" % len(made := with_codes(data, glyphs)), made),
    }


@lru_cache(4096)
def short(number: float, places: int = 3) -> bytes:
    """A number with at most so many places behind its dot."""
    text = f"{number:.{places}f}".rstrip("0").rstrip(".")
    return b"0" if text in ("", "-0") else text.replace("0.", ".", 1).encode() if abs(number) < 1 else text.encode()
