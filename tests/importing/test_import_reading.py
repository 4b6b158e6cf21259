"""Files of every kind: old encodings, hostile archives, missing programs; always a sentence, never a traceback."""

from __future__ import annotations

import io
import shutil
import subprocess
import unicodedata
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from corpus import XA_EA_KNOP, source
from importsamples import BARE_FIELDS, DUTIES
from measures import fields

from kehoach.importing import scans
from kehoach.importing.encodings import _TCVN3, _VNI_HATS, _VNI_SINGLE, _VNI_TONES, from_legacy
from kehoach.importing.model import ImportProblem
from kehoach.importing.officearchive import MAX_PART
from kehoach.importing.pipeline import MAX_CHARACTERS, MAX_LINES, import_text
from kehoach.importing.read import MAX_BYTES, import_file, read

FILES = Path(__file__).parent / "files"
_TEXT = source(XA_EA_KNOP).replace("“", '"').replace("”", '"')
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _tcvn3(text: str) -> bytes:
    letters = {str(letter): place for place, letter in _TCVN3.items()}
    return "".join(letters.get(c) or letters.get(c.lower(), c) for c in text).encode("latin-1")


def _vni(text: str) -> bytes:
    single = {letter: place for place, letter in _VNI_SINGLE.items()}
    hats = {frozenset(marks): place for place, marks in _VNI_HATS.items()}
    tones = {tone: place for place, tone in _VNI_TONES.items()}
    out = ""
    for char in text:
        base, *marks = list(unicodedata.normalize("NFD", char))
        if char in single or not marks:
            out += single.get(char, char)
            continue
        if "\u031b" in marks:
            base = single[unicodedata.normalize("NFC", base + "\u031b")]
            marks.remove("\u031b")
        mark = hats.get(frozenset(marks)) or tones[marks[0]] if marks else ""
        out += base + (mark.upper() if char.isupper() else mark)
    return out.encode("latin-1")


def _windows_1258(text: str) -> bytes:
    out = b""
    for char in text:
        try:
            out += char.encode("cp1258")
        except UnicodeEncodeError:
            marks = unicodedata.normalize("NFD", char)
            tone = [mark for mark in marks if mark in _VNI_TONES.values()]
            rest = "".join(mark for mark in marks if mark not in tone)
            out += unicodedata.normalize("NFC", rest).encode("cp1258") + "".join(tone).encode("cp1258")
    return out


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (_vni(_TEXT), "VNI"),
        (_windows_1258(_TEXT), "Windows-1258"),
        (_TEXT.encode("utf-16"), "UTF-16"),
        (_TEXT.encode("utf-16-le"), "UTF-16"),
    ],
    ids=["vni", "windows-1258", "utf-16", "utf-16-without-mark"],
)
def test_other_encodings_are_converted_and_said(data: bytes, name: str) -> None:
    """The words are the same and the report names the encoding."""
    reading = read(data)
    assert unicodedata.normalize("NFC", reading.text) == _TEXT
    assert any(name in note.message for note in reading.notes)


def test_tcvn3_is_converted_but_for_capitals() -> None:
    """TCVN3 has no capitals with tones: those of a font are raised where the neighbours are capitals."""
    reading = read(_tcvn3(_TEXT))
    assert reading.text.lower() == _TEXT.lower()
    assert "KẾ HOẠCH" in reading.text and any("TCVN3" in note.message for note in reading.notes)


def test_legacy_letters_inside_unicode_are_converted() -> None:
    """A text pasted from a document in an old font is recognised though its file is UTF-8."""
    assert from_legacy(_tcvn3(_TEXT).decode("latin-1"))[1] == "TCVN3 (ABC)"


def test_other_languages_are_left_alone() -> None:
    """Western letters are no sign of an old encoding by themselves."""
    text = "Café déjà vu, garçon, über Straße, ñandú"
    assert from_legacy(text) == (text, "")


def _archive(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(f"word/{name}.xml", data)
    return stream.getvalue()


def _document(body: str) -> bytes:
    return f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'.encode()


_ENTITY = f'<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document xmlns:w="{_W}">&a;</w:document>'.encode()
_LAUGHS = b'<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><d>&b;</d>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (_archive(document=_ENTITY), "không an toàn"),
        (_archive(document=_LAUGHS), "không an toàn"),
        (_archive(document=b"<w:document"), "không đúng XML"),
        (_archive(other=b"<a/>"), "không có văn bản Word bên trong"),
        (_archive(document=_document(" " * (MAX_PART + 1))), "phình quá lớn"),
        (_archive(document=_document("<w:p/>" * 900_000)), "phình quá lớn"),
        (b"PK\x03\x04" + b"\x00" * 100, "tệp hỏng"),
        (_archive(**{f"a{n}": b"" for n in range(4100)}), "tệp con"),
        (b"%PDF-1.7\n%broken", "PDF"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 100, ".docx"),
        (b"{\\rtf1 abc}", ".docx"),
        (b"GIF89a" + b"\x00" * 50, "không phải văn bản"),
        (b"a" * (MAX_BYTES + 1), "MB, quá giới hạn"),
    ],
    ids="entity laughs xml empty bomb ratio zip entries pdf doc rtf gif size".split(),  # noqa: SIM905
)
def test_hostile_and_broken_files_are_refused_in_vietnamese(
    data: bytes, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be read safely is refused with a sentence that says why, here where no LibreOffice is installed."""
    monkeypatch.setattr("kehoach.importing.office.shutil.which", lambda _: None)
    with pytest.raises(ImportProblem, match=said):
        import_file(data)


@pytest.mark.parametrize("text", ["a" * (MAX_CHARACTERS + 1), "a\n" * (MAX_LINES + 1)])
def test_too_long_texts_are_refused_in_vietnamese(text: str) -> None:
    """A text a hundred times a plan is refused with its length and the limit."""
    with pytest.raises(ImportProblem, match="quá giới hạn"):
        import_text(text)


def test_a_pdf_whose_first_bytes_are_damaged_is_read_as_one() -> None:
    """What ends every PDF tells it; read as text it would be a plan of the file's own signs."""
    data = (FILES / "bang-nhiem-vu.pdf").read_bytes()
    assert read(data.replace(b"%PDF", b"%PqDF", 1)).text == read(data).text


def test_pdf_with_a_text_layer() -> None:
    """Lines, columns, page numbers and ruled tables of a PDF are read."""
    result = import_file((FILES / "bang-nhiem-vu.pdf").read_bytes())
    found = fields(result.data)
    assert [(path, kind, found.get((path, kind))) for path, kind, _ in DUTIES.fields] == list(DUTIES.fields)
    assert [part.reason for part in result.report.removed] == ["Số trang."] * 2
    assert result.data["header"] == ["Ủy ban nhân dân", "Xã Tân Lập"]
    assert result.report.words.lost == ()


def test_scan_is_recognised_or_says_what_to_install() -> None:
    """With Tesseract and its Vietnamese data a scan becomes a plan; without, the message says how to get them."""
    image = (FILES / "truong-khong-gach.png").read_bytes()
    try:
        result = import_file(image, source_file="2025.source.txt")
    except ImportProblem as problem:
        assert "sudo apt-get install tesseract-ocr tesseract-ocr-vie" in str(problem)
        return
    assert result.data["source"]["medium"] == "ocr"
    assert "đối chiếu từng từ" in result.report.text()
    found = fields(result.data)
    right = sum(found.get((path, kind)) == words for path, kind, words in BARE_FIELDS.fields)
    assert right >= 0.7 * len(BARE_FIELDS.fields)


def test_without_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the Debian packages."""
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(ImportProblem, match="sudo apt-get install tesseract-ocr tesseract-ocr-vie"):
        import_file((FILES / "truong-khong-gach.png").read_bytes())


def test_without_vietnamese_data(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tesseract without Vietnamese would read nonsense: it is not asked."""
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/tesseract")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: SimpleNamespace(returncode=0, stdout=b"List:\neng\n"))
    with pytest.raises(ImportProblem, match=r"chưa có dữ liệu tiếng Việt.*tesseract-ocr-vie"):
        scans.recognise(b"\x89PNG")


def test_tesseract_that_never_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that takes too long is given up with a sentence."""

    def late(*_: Any, **__: Any) -> None:
        raise subprocess.TimeoutExpired("tesseract", 1)

    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/tesseract")
    monkeypatch.setattr(subprocess, "run", late)
    with pytest.raises(ImportProblem, match="giây"):
        scans.recognise(b"\x89PNG")
