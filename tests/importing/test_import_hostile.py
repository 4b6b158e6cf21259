"""A PDF made to take time and memory: a process of its own is stopped, and a Vietnamese sentence says so."""

from __future__ import annotations

import io
import sys
import zlib

import pytest

from kehoach.importing.model import ImportProblem
from kehoach.importing.read import read

TEXT = b"BT /F1 10 Tf 10 700 Td (Ke hoach tuyen truyen cai cach hanh chinh nam 2026) Tj ET\n"


def pdf(stream: bytes) -> bytes:
    """Make a PDF of one page whose content is a deflated stream."""
    parts = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream),
    )
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    rows = [b"0000000000 65535 f \n"]
    for number, part in enumerate(parts, 1):
        rows.append(b"%010d 00000 n \n" % out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, part))
    table = out.tell()
    out.write(b"xref\n0 %d\n%strailer<</Root 1 0 R/Size %d>>\n" % (len(rows), b"".join(rows), len(rows)))
    out.write(b"startxref\n%d\n%%%%EOF" % table)
    return out.getvalue()


def endless(megabytes: int) -> bytes:
    """Deflate so many megabytes of nothing, made from one block that stands on its own."""
    begun, block = zlib.compressobj(9), zlib.compressobj(9, zlib.DEFLATED, -15)
    first = begun.compress(TEXT) + begun.flush(zlib.Z_FULL_FLUSH)
    return first + (block.compress(b"\0" * 10_000_000) + block.flush(zlib.Z_FULL_FLUSH)) * (megabytes // 10)


def test_a_small_pdf_of_that_make_is_read() -> None:
    """The PDF that the other test makes is a sound one but for its length."""
    assert "Ke hoach tuyen truyen" in read(pdf(zlib.compress(TEXT))).text


@pytest.mark.skipif(sys.platform == "win32", reason="limits on memory are POSIX's")
def test_a_pdf_that_unpacks_without_end_is_refused() -> None:
    """A file of 4 MB that unpacks to 4 GB gives a sentence, not a machine without memory."""
    import resource

    with pytest.raises(ImportProblem, match="PDF"):
        read(pdf(endless(4000)))
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 1_600_000
