"""The objects of a PDF file as Typst writes it, and the file written again with them packed.

Typst writes every object by itself and a table of their places, which is a third of a file of a few pages. Since
PDF 1.5 those that are no stream lie together in one stream, and so does the table.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

Objects = dict[int, "Stored"]

_STREAM, _ENDED, _END = b"\nstream\n", b"\nendstream", b"endobj"
_BEGUN = b"%PDF-1.7\n%\x80\x80\x80\x80\n"
_REFERENCE = re.compile(rb"(?<!\d)(\d+) 0 R")
_LENGTH = re.compile(rb"/Length (\d+)")
_FLATE = b"/Filter/FlateDecode"


class UnknownFormError(ValueError):
    """A file is not written as this module knows it."""


@dataclass(frozen=True)
class Stored:
    """An object: its words, which for a stream are those before it, without length and filter, and its data."""

    words: bytes
    data: bytes | None = None
    plain: bool = False
    """Whether the data are left as they are, for who reads the file without a PDF program."""

    @property
    def references(self) -> list[int]:
        """The objects that it names."""
        return [int(number) for number in _REFERENCE.findall(self.words)]


def objects_of(pdf: bytes) -> tuple[Objects, bytes]:
    """Give all objects by number, and the words of the trailer; ``UnknownFormError`` tells a file of another make."""
    if not pdf.startswith(_BEGUN):
        raise UnknownFormError
    start = pdf.rfind(b"startxref\n") + len(b"startxref\n")
    table = int(pdf[start : pdf.index(b"\n", start)])
    head, _, trailer = pdf[table:].partition(b"trailer\n")
    places = [int(line[:10]) for line in head.split(b"\n")[2:] if line[17:18] == b"n"]
    trailer, _, _ = trailer.partition(b"\nstartxref")
    return dict(_read(pdf, sorted(places), table)), trailer


def object_of_kind(pattern: re.Pattern[bytes], words: bytes) -> re.Match[bytes]:
    """Find what stands in the words of every object of this kind."""
    match = pattern.search(words)
    if not match:
        raise UnknownFormError
    return match


def _read(pdf: bytes, places: list[int], end: int) -> Iterator[tuple[int, Stored]]:
    for place, behind in zip(places, [*places[1:], end], strict=True):
        number, opened, rest = pdf[place:behind].partition(b" 0 obj\n")
        words, streamed, data = rest.partition(_STREAM)
        if not opened:
            raise UnknownFormError
        if not streamed:
            yield int(number), Stored(words[: words.rindex(_END)].strip())
            continue
        length = _LENGTH.search(words)
        if not length or not data.startswith(_ENDED, int(length[1])):
            raise UnknownFormError
        stream = data[: int(length[1])]
        packed = _FLATE in words
        words = words.replace(length[0], b"").replace(_FLATE, b"")
        yield int(number), Stored(words, zlib.decompress(stream) if packed else stream, not packed)


def written(objects: Mapping[int, Stored], trailer: bytes) -> bytes:
    """Write a file of the objects that the trailer leads to; the same objects give the same bytes."""
    reached = _reached(objects, trailer)
    numbers = {old: new for new, old in enumerate(sorted(reached), 1)}
    renumbered = {
        numbers[old]: Stored(_renumbered(reached[old].words, numbers), reached[old].data, reached[old].plain)
        for old in reached
    }
    bodies = {number: stored.words for number, stored in renumbered.items() if stored.data is None}
    together = len(renumbered) + 1
    out = bytearray(_BEGUN)
    places = {}
    for number, stored in sorted({**renumbered, together: _together(bodies)}.items()):
        if stored.data is not None:
            places[number] = len(out)
            out += _streamed(number, stored)
    rows = [(0, 0, 255)]
    within = {number: index for index, number in enumerate(bodies)}
    for number in range(1, together + 1):
        rows.append((1, places[number], 0) if number in places else (2, together, within[number]))
    rows.append((1, len(out), 0))
    width = (len(out).bit_length() + 7) // 8
    table = [bytes((kind,)) + place.to_bytes(width) + index.to_bytes(2) for kind, place, index in rows]
    words = _renumbered(re.sub(rb"/Size \d+", b"", trailer).strip()[2:-2], numbers)
    words = b"<</Type/XRef/Size %d/W[1 %d 2]/DecodeParms<</Predictor 12/Columns %d>>%s>>" % (
        len(rows),
        width,
        width + 3,
        words,
    )
    start = len(out)
    return bytes(out + _streamed(together + 1, Stored(words, _differences(table))) + b"startxref\n%d\n%%%%EOF" % start)


def _differences(rows: list[bytes]) -> bytes:
    """Write each row as what it is more than the one above, which is mostly the same (PNG's filter "Up")."""
    above = [bytes(len(rows[0])), *rows]
    return b"".join(
        b"\2" + bytes((new - old) & 0xFF for new, old in zip(row, last, strict=True))
        for row, last in zip(rows, above, strict=False)
    )


def _reached(objects: Mapping[int, Stored], trailer: bytes) -> Objects:
    reached: Objects = {}
    waiting = Stored(trailer).references
    while waiting:
        number = waiting.pop()
        if number not in reached:
            reached[number] = objects[number]
            waiting += objects[number].references
    return dict(sorted(reached.items()))


def _renumbered(words: bytes, numbers: Mapping[int, int]) -> bytes:
    return _REFERENCE.sub(lambda named: b"%d 0 R" % numbers[int(named[1])], words)


def _together(bodies: Mapping[int, bytes]) -> Stored:
    """The objects that are no stream, as one stream: their numbers and places, then their words."""
    place, heads = 0, []
    for number, words in bodies.items():
        heads.append(b"%d %d" % (number, place))
        place += len(words) + 1
    head = b" ".join(heads) + b"\n"
    return Stored(b"<</Type/ObjStm/N %d/First %d>>" % (len(bodies), len(head)), head + b"\n".join(bodies.values()))


def _streamed(number: int, stored: Stored) -> bytes:
    assert stored.data is not None
    data = stored.data if stored.plain else zlib.compress(stored.data, 9)
    words = stored.words.rstrip()[:-2] + (b"" if stored.plain else _FLATE) + b"/Length %d>>" % len(data)
    return b"%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (number, words, data)
