"""A TrueType font program with a table of codes, by which a simple font of a PDF file finds its letters."""

from __future__ import annotations

import struct
from collections.abc import Mapping

_TABLE = ">4sIII"
_HEAD, _CODES = b"head", b"cmap"
_NEEDLESS = (b"name", b"post")
"""What the font is called, and how its letters are: what a PDF file says of it (ISO 32000-1, 9.9)."""
_WHOLE, _MAGIC = 0xFFFFFFFF, 0xB1B0AFBA
_ADJUSTMENT = slice(8, 12)
"""Where the table ``head`` holds what makes the sum of a whole font the magic number."""


def with_codes(font: bytes, glyphs: Mapping[int, int]) -> bytes:
    """Give a font program that has no table of codes one, from codes and glyphs below 256 (format 0, platform 1).

    Tables that a program in a PDF file does without are left out.
    """
    count = int.from_bytes(font[4:6])
    tables = {}
    for number in range(count):
        tag, _, start, length = struct.unpack_from(_TABLE, font, 12 + 16 * number)
        if tag not in _NEEDLESS:
            tables[tag] = font[start : start + length]
    codes = bytes(glyphs.get(code, 0) for code in range(256))
    tables[_CODES] = struct.pack(">HHHHIHHH", 0, 1, 1, 0, 12, 0, 262, 0) + codes
    head = bytearray(tables[_HEAD])
    head[_ADJUSTMENT] = bytes(4)
    tables[_HEAD] = bytes(head)
    out = _font_of_tables(font[:4], tables)
    place = out.index(tables[_HEAD], 12 + 16 * len(tables))
    out[place + 8 : place + 12] = struct.pack(">I", (_MAGIC - _sum(out)) & _WHOLE)
    return bytes(out)


def _font_of_tables(kind: bytes, tables: Mapping[bytes, bytes]) -> bytearray:
    power = 1 << (len(tables).bit_length() - 1)
    out = bytearray(
        kind + struct.pack(">HHHH", len(tables), 16 * power, power.bit_length() - 1, 16 * (len(tables) - power))
    )
    place = 12 + 16 * len(tables)
    for tag, table in sorted(tables.items()):
        out += struct.pack(_TABLE, tag, _sum(table), place, len(table))
        place += (len(table) + 3) // 4 * 4
    for _, table in sorted(tables.items()):
        out += table.ljust((len(table) + 3) // 4 * 4, b"\0")
    return out


def _sum(table: bytes | bytearray) -> int:
    padded = bytes(table).ljust((len(table) + 3) // 4 * 4, b"\0")
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & _WHOLE
