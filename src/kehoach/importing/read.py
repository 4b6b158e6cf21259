"""A file's bytes to lines and tables, whatever the file is; the one stage that starts other programs."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kehoach.importing.encodings import decode
from kehoach.importing.filekinds import ARCHIVE, is_pdf, is_workbook
from kehoach.importing.model import ImportProblem, Note, NoteBelow, Reading, Removed, SourceLine, SourceRow, SourceTable
from kehoach.importing.noise import split_lines
from kehoach.importing.office import as_docx, kind_of
from kehoach.importing.pipeline import MAX_CHARACTERS, ImportResult, import_reading
from kehoach.importing.scans import recognise
from kehoach.importing.sourcecheck import UNDECODED
from kehoach.importing.tables import find_tables
from kehoach.machine.gcpause import paused
from kehoach.machine.progressbar import with_bar

MAX_BYTES = 30_000_000
_PDF_SECONDS = 120
_FEWEST_LETTERS = 20
_MOST_UNDECODED = 20
"""One such sign among as many letters: the page is better recognised from its picture."""
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")


@paused()
def read(data: bytes, *, accept: bool = True) -> Reading:
    """Read a file: DOCX, XLSX, DOC, RTF, ODT, HTML, PDF, image or text, told apart by its first bytes.

    ``accept`` tells whether the tracked changes of a DOCX are taken over or undone.

    Raises ImportProblem with a Vietnamese sentence for what cannot be read: too large, broken, protected, or one
    that needs a program (LibreOffice, Tesseract) that is not installed.
    """
    if len(data) > MAX_BYTES:
        raise ImportProblem(f"Tệp dài hơn {MAX_BYTES // 1_000_000} MB, quá giới hạn.")
    if not data.strip(b"\x00\t\n\r\x0b\x0c \xef\xbb\xbf\xff\xfe"):
        raise ImportProblem("Tệp rỗng, không có chữ nào để nhập.")
    return _with_words(_converted(as_docx([data])[0]) if kind_of(data) else _read(data, accept))


def _read(data: bytes, accept: bool) -> Reading:
    """Read what needs no LibreOffice."""
    if is_workbook(data):
        return _workbook(data)
    if data.startswith(ARCHIVE):
        return _word(data, accept)
    if is_pdf(data):
        return _pdf(data)
    if data.startswith(_IMAGES):
        return _recognised([recognise(data)])
    if data.startswith((b"GIF8", b"BM", b"RIFF", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"\x7fELF", b"MZ")):
        raise ImportProblem("Tệp không phải văn bản, .docx, .pdf hay ảnh PNG, JPEG, TIFF.")
    text, remarks = decode(data)
    return _text(text, [Note(0, sentence) for sentence in remarks])


def _with_words(reading: Reading) -> Reading:
    """Give back what was read; raises ImportProblem where not one word of it is content."""
    if re.search(r"[^\W_]", reading.text):
        return reading
    if reading.medium == "ocr":
        raise ImportProblem("Không nhận dạng được chữ nào trong ảnh; trang có thể trắng, hoặc cần quét lại rõ hơn.")
    why = "".join(f" ({note.message.rstrip('.')})" for note in reading.notes if "hình" in note.message)
    raise ImportProblem(
        f"Tệp không có chữ nào để nhập{why}. Nếu trong tệp là ảnh quét dán vào, hãy nhập chính tệp ảnh hoặc tệp PDF "
        "của bản quét."
    )


def read_all(files: Sequence[bytes]) -> list[Reading | ImportProblem]:
    """Read several files; all that LibreOffice has to convert in one start of it. What cannot be read is in its place.

    Raises nothing.
    """
    office = [number for number, data in enumerate(files) if len(data) <= MAX_BYTES and kind_of(data)]
    converted: dict[int, bytes | ImportProblem] = {}
    try:
        if office:
            converted = dict(zip(office, as_docx([files[number] for number in office]), strict=True))
    except ImportProblem as problem:
        converted = dict.fromkeys(office, problem)
    readings: list[Reading | ImportProblem] = []
    for number, data in enumerate(files):
        try:
            readings.append(_with_words(_converted(converted[number])) if number in converted else read(data))
        except ImportProblem as problem:
            readings.append(problem)
    return readings


def _text(text: str, notes: list[Note]) -> Reading:
    if len(text) > MAX_CHARACTERS:
        # Said by the next stage; looking for tables first would be in vain.
        return Reading(text, [], notes=notes)
    return Reading(text, find_tables(split_lines(text)), notes=notes)


def _converted(data: bytes | ImportProblem) -> Reading:
    if isinstance(data, ImportProblem):
        raise data
    reading = _word(data)
    reading.notes.append(Note(0, "Tệp được LibreOffice chuyển sang .docx trước khi đọc; đối chiếu nhãn và bảng."))
    return reading


def _word(data: bytes, accept: bool = True) -> Reading:
    try:
        from kehoach.importing.word import read_word

        return read_word(data, accept=accept)
    except ModuleNotFoundError as error:
        raise _missing(error) from None


def _workbook(data: bytes) -> Reading:
    try:
        from kehoach.importing.sheets import read_workbook

        return read_workbook(data)
    except ModuleNotFoundError as error:
        raise _missing(error) from None


def _pdf(data: bytes) -> Reading:
    worked = _worked(data)
    pages = worked["pages"]
    letters = sum(char.isalnum() for page in pages for part in page for text in _texts(part) for char in text)
    undecoded = sum(len(UNDECODED.findall(text)) for page in pages for part in page for text in _texts(part))
    scanned = letters < _FEWEST_LETTERS * max(1, len(pages))
    if scanned or undecoded * _MOST_UNDECODED > letters:
        try:
            return _from_pictures(data)
        except ImportProblem:
            if scanned:
                raise
    reading = _paged(pages)
    reading.notes += _said_of_pages(worked)
    reading.notes += (
        Note(number, "Có chữ mà tệp PDF không cho biết là chữ nào, ghi là “(cid:…)”; gõ lại theo bản in.")
        for number, line in enumerate(reading.text.split("\n"), 1)
        if UNDECODED.search(line)
    )
    reading.removed += [
        Removed(0, stamp["text"], f"Dấu hoặc chữ ký số ở trang {stamp['page']}.") for stamp in worked.get("stamps", ())
    ]
    return reading


def _from_pictures(data: bytes) -> Reading:
    """Read a PDF by its pages' pictures; raises ImportProblem where they are too many or nothing can recognise them."""
    images = _worked(data, "images")["images"]
    pages = with_bar(images, len(images), "Nhận dạng từng trang")
    return _recognised([recognise(base64.b64decode(image)) for image in pages])


def _texts(part: Mapping[str, Any]) -> Iterator[str]:
    yield part.get("text", "")
    for row in part.get("rows", ()):
        yield from row


def _said_of_pages(worked: Mapping[str, Any]) -> Iterator[Note]:
    """Say what was read from annotations, and where another reader finds more."""
    for stamp in worked.get("own", ()):
        yield Note(0, f"“{stamp['text']}” lấy từ dấu số trên trang {stamp['page']}; đối chiếu với bản ký.")
    for page in worked.get("missed", ()):
        yield Note(
            0,
            f"Trang {page['page']}: cách đọc thứ hai thấy thêm {page['letters']} chữ cái; đối chiếu trang này với tệp.",
        )


def _worked(data: bytes, *arguments: str) -> dict[str, Any]:
    """Have the PDF taken apart by a process that can be stopped."""
    command = [sys.executable, "-m", "kehoach.importing.pdfworker", *arguments]
    try:
        # Progress by page goes to the terminal straight away; elsewhere nothing is to be said.
        progress = None if sys.stderr.isatty() else subprocess.DEVNULL
        completed = subprocess.run(
            command, input=data, stdout=subprocess.PIPE, stderr=progress, timeout=_PDF_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise ImportProblem(f"Đọc tệp PDF quá {_PDF_SECONDS} giây; tệp quá lớn hoặc hỏng.") from None
    try:
        result: dict[str, Any] = json.loads(completed.stdout)
    except ValueError:
        raise ImportProblem("Không đọc được tệp PDF: quá thời gian, quá bộ nhớ hoặc tệp hỏng.") from None
    if "problem" in result:
        if "ModuleNotFoundError" in result["problem"]:
            raise ImportProblem(_NEEDS)
        raise ImportProblem(f"Không đọc được: {result['problem']}.")
    return result


def _paged(pages: list[list[dict[str, Any]]]) -> Reading:
    from kehoach.importing.pdfnotes import notes_of  # which no other kind of file needs

    reading = Reading("", [])
    lines: list[str] = []
    for page in pages:
        gap, first = 0, True
        notes = notes_of(page)
        starts: dict[int, int] = {}
        for at, part in enumerate(page):
            starts[at] = len(lines) + 1
            if "rows" in part:
                reading.parts.append(_ruled(part, lines))
                gap = 0
                continue
            if at in notes.later:
                continue
            text = part["text"].replace("\x00", "")
            if at in notes.texts:
                lines.append(f"[{len(reading.footnotes) + list(notes.texts).index(at) + 1}] {notes.texts[at]}")
                continue
            lines.append(f"\f{text}" if first and lines else text)
            if text.strip():
                reading.parts.append(SourceLine(len(lines), text, page=first, gap=gap))
                gap, first = 0, False
            else:
                gap += 1
        reading.footnotes += [
            NoteBelow(starts[mark.part] + mark.row, mark.before, notes.texts[mark.note]) for mark in notes.marks
        ]
    reading.text = "\n".join(lines) + "\n"
    return reading


def _ruled(part: Mapping[str, Any], lines: list[str]) -> SourceTable:
    """Give a ruled table and write its rows to the lines of the text."""
    rows: list[SourceRow] = []
    width = max(map(len, part["rows"]))
    spans = _spans(part, width)
    for number, cells in enumerate(part["rows"]):
        lines.append("| " + " | ".join(" ".join(cell.split()) for cell in cells) + " |")
        cells = [" ".join(cell.split()) for cell in cells]
        rows.append(SourceRow(len(lines), (*cells, *[""] * (width - len(cells))), *spans[number]))
    return SourceTable(tuple(rows))


def _spans(part: Mapping[str, Any], width: int) -> list[tuple[tuple[int, ...], tuple[tuple[int, int], ...]]]:
    """Give per row of a ruled table its columns that go on from above and its wide cells; none where rows differ."""
    merged = [tuple(columns) for columns in part["merged"]]
    wide = [tuple((start, size) for start, size in cells) for cells in part["wide"]]
    regular = all(len(cells) == width for cells in part["rows"])
    fits = all(column < width for columns in merged for column in columns)
    fits = fits and all(start + size <= width for cells in wide for start, size in cells)
    return list(zip(merged, wide, strict=True)) if regular and fits else [((), ())] * len(part["rows"])


def _recognised(pages: list[str]) -> Reading:
    text = "\n\f".join(page.strip("\f") for page in pages)
    note = Note(0, "Chữ nhận dạng từ ảnh bằng Tesseract; cần đối chiếu từng từ với bản quét.")
    reading = _text(text, [note])
    reading.medium = "ocr"
    return reading


_NEEDS = "Thiếu thư viện để đọc tệp này; cài bằng: pip install 'kehoach[import]'"


def _missing(error: ModuleNotFoundError) -> ImportProblem:
    return ImportProblem(f"{_NEEDS} (thiếu {error.name}).")


def import_file(data: bytes, *, issuer: str = "", source_file: str = "") -> ImportResult:
    """Make a draft plan of a file's bytes; raises ImportProblem with a Vietnamese sentence where it cannot be read."""
    return import_reading(read(data), issuer=issuer, source_file=source_file)
