"""What a Word file shows beside its text: diagrams, charts, pictures, embedded files; told, never read as text."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kehoach.importing.model import ImportProblem, Note, Removed
from kehoach.importing.officearchive import part_of
from kehoach.importing.wordnumbers import W, is_on
from kehoach.importing.wordpackage import BROKEN

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
_PICTURES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
_DRAWN = re.compile(r"(?:.*/)?(?P<kind>diagrams/data|charts/chart)[0-9]{0,3}\.xml", re.IGNORECASE)
_SAID = {
    "diagrams/data": "Chữ trong sơ đồ SmartArt, không đưa vào kế hoạch.",
    "charts/chart": "Chữ trong biểu đồ, không đưa vào kế hoạch.",
}
_LONGEST = 2000


def diagrams_and_pictures(archive: zipfile.ZipFile, document: Element) -> tuple[list[Removed], list[Note]]:
    """List the words of diagrams and charts, and say how many pictures and embedded files there are.

    Raises ImportProblem where a part of the text stands in a file of another kind, which only Word puts in its place.
    """
    if any(True for _ in document.iter(f"{W}altChunk")):
        raise ImportProblem(
            "Tệp Word ghép từ tệp khác (altChunk), phần ghép chỉ Word mở ra được. "
            "Hãy mở bằng Word, lưu lại dạng .docx rồi nhập lại."
        )
    notes: list[Note] = []
    if any(name.lower().endswith("vbaproject.bin") for name in archive.namelist()):
        notes.append(Note(0, "Tệp có macro; macro không được chạy và không vào kế hoạch."))
    pictures = max(sum(1 for _ in document.iter(tag)) for tag in _PICTURES)
    embedded = sum(1 for _ in document.iter(_OBJECT))
    if embedded:
        notes.append(Note(0, f"Tệp có {embedded} đối tượng nhúng (bảng tính, công thức cũ…); nội dung không đọc được."))
    if pictures > embedded:
        notes.append(Note(0, f"Tệp có {pictures} hình; hình và chữ trong hình không đưa vào kế hoạch."))
    return list(_diagram_words(archive)), notes


def _diagram_words(archive: zipfile.ZipFile) -> Iterator[Removed]:
    for name in sorted(archive.namelist()):
        match = _DRAWN.fullmatch(name)
        root = part_of(archive, name, BROKEN) if match else None
        if match and root is not None:
            paragraphs = ("".join(t.text or "" for t in p.iter(f"{_A}t")) for p in root.iter(f"{_A}p"))
            if words := " / ".join(" ".join(text.split()) for text in paragraphs if text.strip()):
                yield Removed(0, words[:_LONGEST], _SAID[match["kind"].lower()])


def without_prompts(document: Element) -> Iterator[Removed]:
    """Take out what a field to fill in says while nobody has filled it in, and list it."""
    for control in document.iter(f"{W}sdt"):
        if is_on(control.find(f"{W}sdtPr"), "showingPlcHdr"):
            texts = [text for text in control.iter(f"{W}t") if text.text]
            words = " ".join("".join(text.text or "" for text in texts).split())
            for text in texts:
                text.text = ""
            if re.search(r"\w", words):
                yield Removed(0, words, "Chữ gợi ý của ô nhập chưa điền.")
