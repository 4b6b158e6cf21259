"""PDFs for fuzzing: lines, ruled tables and annotations with an appearance, in the simplest form that readers take.

``shown`` gives what stands on the pages.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from zlib import crc32

import importfuzzing

_KINDS = ("Stamp", "Widget", "FreeText", "Link", "Text", "Popup", "Highlight", "Ink")
_STAMPS = (
    *("57", "08", "4", "12/KH-UBND", "Số: 45/KH-UBND", "ngày 08 tháng 4 năm 2026", "ĐẾN", "CÔNG VĂN ĐẾN Số: 412", "a"),
    *("Người ký: Văn phòng", "Thời gian ký: 08.04.2026 15:41:22 +07:00", "HỎA TỐC", "Đã kiểm tra", "x" * 40, " "),
)
_CMAP = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n%s\n"
    b"endcmap CMapName currentdict /CMap defineresource pop end end"
)
_FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode 4 0 R /DescendantFonts "
    b"[ << /Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 500 /CIDSystemInfo << /Registry (Adobe) /Ordering "
    b"(Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /A /Flags 4 /Ascent 800 "
    b"/Descent -200 /CapHeight 700 /ItalicAngle 0 /StemV 80 /FontBBox [0 -200 1000 800] >> >> ] >>"
)
_RESOURCES = b"<< /Font << /F 3 0 R >> >>"
_SAID = re.compile(rb"<([0-9A-F]+)> Tj")
_MARGIN, _TOP, _STEP = 60, 780, 18
_LINES = 6
"""Lines of a page; what its readers take is as long as it has letters, and finds no more in thirty."""


def document(chance: random.Random) -> bytes:
    """A document of a text's lines on one to three pages, with ruled tables and annotations; some bytes may be hurt."""
    text = importfuzzing.mutated(chance, importfuzzing.bases())
    lines = [_printable(line)[:95] for line in text.split("\n")][: 3 * _LINES]
    objects: list[bytes] = [b"", b"", _FONT, b""]
    pages = []
    for number in range(chance.randrange(1, 4)):
        content = b"\n".join(_content(chance, lines[number * _LINES : (number + 1) * _LINES]))
        annotations = [_annotation(chance, objects) for _ in range(chance.choice((0, 1, 2, 5)))]
        objects.append(_stream(b"", content))
        held = b"/Annots [" + b" ".join(b"%d 0 R" % n for n in annotations) + b"]" if annotations else b""
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources %s /Contents %d 0 R %s >>"
            % (_RESOURCES, len(objects), held)
        )
        pages.append(len(objects))
    objects[3] = _stream(b"", _CMAP % _letters(b"".join(objects)))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % n for n in pages), len(pages))
    data = _file(objects)
    data += b"%%%08x" % crc32(data)
    if chance.random() < 0.05:
        at = chance.randrange(len(data))
        return data[:at] + chance.randbytes(chance.randrange(1, 9)) + data[at + chance.randrange(40) :]
    return data


def _letters(content: bytes) -> bytes:
    """Say which letters the codes in a content are: those that it has, since readers go through all that are said."""
    said = (codes[at : at + 4] for codes in _SAID.findall(content) for at in range(0, len(codes), 4))
    rows = [b"<%s> <%s>" % (code, code) for code in sorted(set(said))]
    blocks = (rows[at : at + 100] for at in range(0, len(rows), 100))
    return b"\n".join(b"%d beginbfchar\n%s\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks)


def _printable(text: str) -> str:
    return "".join(letter for letter in text if " " <= letter <= "\uffff" and letter.isprintable())


def _content(chance: random.Random, lines: Sequence[str]) -> Iterator[bytes]:
    """Lines from the top, some of them side by side or in the cells of a ruled table."""
    top, at = _TOP, 0
    while at < len(lines) and top > 40:
        if chance.random() < 0.08:
            rows, columns = chance.randrange(1, 4), chance.randrange(1, 5)
            for row in range(rows):
                for column in range(columns):
                    x, y = _MARGIN + column * 110, top - row * _STEP
                    yield b"%d %d 110 %d re S" % (x, y - 5, _STEP)
                    yield _text(x + 3, y, 9, chance.choice(("", "1", "Chủ trì", "Phòng A", "Quý I")))
            top -= (rows + 1) * _STEP
            continue
        if lines[at].strip():
            yield _text(_MARGIN, top, chance.choice((11, 11, 11, 8)), lines[at])
        at += 1
        top -= _STEP * chance.choice((1, 1, 1, 2))


def _text(x: int, y: int, size: int, text: str) -> bytes:
    codes = "".join(f"{ord(letter):04X}" for letter in text)
    return b"BT /F %d Tf %d %d Td <%s> Tj ET" % (size, x, y, codes.encode()) if text else b""


def _annotation(chance: random.Random, objects: list[bytes]) -> int:
    """An annotation of any kind, with an appearance or a broken one; gives the number of its object."""
    x, y = chance.randrange(-20, 560), chance.randrange(-20, 830)
    said = _text(2, 2, chance.choice((8, 12)), chance.choice(_STAMPS))
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 200 40] "
    objects.append(_stream(form + (b"/Resources " + _RESOURCES if chance.random() < 0.9 else b""), said))
    appearance = b"/AP << /N %d 0 R >>" % (len(objects) if chance.random() < 0.95 else chance.choice((1, 999)))
    kind = chance.choice(_KINDS[:3] if chance.random() < 0.8 else _KINDS).encode()
    box = b"[%d %d %d %d]" % (x, y, x + 90, y + chance.choice((14, -14, 0))) if chance.random() < 0.97 else b"[1 2]"
    objects.append(b"<< /Type /Annot /Subtype /%s /Rect %s /Contents (x) %s >>" % (kind, box, appearance))
    return len(objects)


def _stream(entries: bytes, data: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(data), data)


def _file(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, held in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (len(objects) + 1, rows, trailer)


_OBJECT = re.compile(rb"[0-9]+ 0 obj\n(?P<held>.*?)\nendobj", re.DOTALL)


def is_whole(data: bytes) -> bool:
    """Whether none of the bytes of such a document was hurt."""
    return data[-8:] == b"%08x" % crc32(data[:-9])


def shown(data: bytes) -> str:
    """What stands on the pages of such a document, in the order of its making."""
    pages = (match["held"] for match in _OBJECT.finditer(data) if b"/Form" not in match["held"])
    return "\n".join(_said(held) for page in pages for held in _SAID.findall(page))


def _said(codes: bytes) -> str:
    return bytes.fromhex(codes.decode()).decode("utf-16-be", "replace")
