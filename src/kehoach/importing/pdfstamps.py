"""Text in the appearance of annotations: a number and day stamped on a signed PDF, and stamps of other bodies.

E-office programs write number, day, signature and stamps of receipt as annotations, which readers of a page's own
text do not see. What is the document's own counts as words of the page where it stands; the rest is listed apart.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_KINDS = ("/Stamp", "/Widget", "/FreeText")
_MOST = 400
"""Most annotations of a document that are looked at."""

_FIGURES = re.compile(r"[0-9]{1,6}[a-zđ]?\Z")
_OWN = re.compile(
    r"(?:Số\s*:?\s*)?[0-9]{0,6}\s*[/-]\s*[A-ZĐ]{2,}[A-ZĐa-z/&-]*\Z"
    r"|(?:[^\W\d_][^,:;]{1,40},\s*)?ngày\s*[0-9]{1,2}\s*tháng\s*[0-9]{1,2}\s*năm\s*[0-9]{4}\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Stamp:
    """An annotation with text: its page from 0, its box from below, whether the text is the document's own."""

    page: int
    box: tuple[float, float, float, float]
    text: str
    own: bool


def stamps_of(data: bytes) -> list[Stamp]:
    """Read the annotations of a document, told apart."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return []
    annotations = [entry for number, page in enumerate(reader.pages) for entry in _annotations(page, number)][:_MOST]
    stamps = _told_apart([(number, box, _text(form)) for number, box, form in annotations])
    return [stamp for stamp in stamps if stamp.text]


def _annotations(page: Any, number: int) -> Iterator[tuple[int, tuple[float, float, float, float], Any]]:
    """Give the annotations of a page that have a normal appearance."""
    for reference in page.get("/Annots") or ():
        annotation = reference.get_object()
        if not isinstance(annotation, dict) or annotation.get("/Subtype") not in _KINDS:
            continue
        appearance = annotation.get("/AP")
        form = appearance.get_object().get("/N") if appearance is not None else None
        form = form.get_object() if form is not None else None
        box = annotation.get("/Rect")
        if form is None or not hasattr(form, "get_data") or box is None or len(box) != 4:
            continue
        x0, y0, x1, y1 = map(float, box)
        yield number, (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), form


def _text(form: Any) -> str:
    """Read a form's words by making a page of it."""
    from pypdf import PageObject
    from pypdf.generic import DictionaryObject, NameObject

    page = PageObject.create_blank_page(width=2000, height=2000)
    page[NameObject("/Resources")] = form.get("/Resources", DictionaryObject())
    page[NameObject("/Contents")] = form
    return " ".join(page.extract_text().split())


def _told_apart(annotations: list[tuple[int, tuple[float, float, float, float], str]]) -> list[Stamp]:
    """Tell a document's own number and day from signatures and stamps of bodies that received it.

    Figures inside the box of another stamp belong to that.
    """
    foreign = [
        (page, box) for page, box, text in annotations if text and not _FIGURES.match(text) and not _OWN.match(text)
    ]
    out: list[Stamp] = []
    for page, box, text in annotations:
        middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        inside = any(
            p == page and b[0] <= middle[0] <= b[2] and b[1] <= middle[1] <= b[3] for p, b in foreign if b != box
        )
        out.append(Stamp(page, box, text, bool(_FIGURES.match(text) or _OWN.match(text)) and not inside))
    return out
