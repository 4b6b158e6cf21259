"""Reading a DOCX as Word shows it: paragraphs in order with the labels that its numbering gives them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from kehoach.wording.labels import roman

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(data)) as bundle:
        return ElementTree.fromstring(bundle.read(f"word/{name}.xml"))


class Labels:
    """Counts as Word does: a level goes on until a higher level of the same list is used."""

    def __init__(self, numbering: ElementTree.Element) -> None:
        self.levels: dict[tuple[str, int], tuple[str, str]] = {}
        abstract = {a.get(f"{W}abstractNumId"): a for a in numbering.iter(f"{W}abstractNum")}
        for num in numbering.iter(f"{W}num"):
            target = num.find(f"{W}abstractNumId")
            assert target is not None
            for level in abstract[target.get(f"{W}val")].iter(f"{W}lvl"):
                form, text = (level.find(f"{W}{name}") for name in ("numFmt", "lvlText"))
                assert form is not None and text is not None
                key = (str(num.get(f"{W}numId")), int(str(level.get(f"{W}ilvl"))))
                self.levels[key] = (str(form.get(f"{W}val")), str(text.get(f"{W}val")))
        self.counts: dict[tuple[str, int], int] = {}

    def next(self, number: str, level: int) -> str:
        for key in [key for key in self.counts if key[0] == number and key[1] > level]:
            del self.counts[key]
        self.counts[number, level] = self.counts.get((number, level), 0) + 1
        text = self.levels[number, level][1]
        for above in range(level + 1):
            count = self.counts.get((number, above), 1)
            form = self.levels[number, above][0] if (number, above) in self.levels else "decimal"
            text = text.replace(f"%{above + 1}", _figure(form, count))
        return text


def _figure(form: str, count: int) -> str:
    shapes = {"Roman": roman(count), "Letter": chr(64 + count)}
    name = next((name for end, name in shapes.items() if form.endswith(end)), str(count))
    return name.lower() if form.startswith("lower") else name


def paragraphs(data: bytes) -> Iterator[tuple[str, ElementTree.Element]]:
    """Give each paragraph's text, label first, white space collapsed; empty ones are left out."""
    labels = Labels(part(data, "numbering"))
    styles = {str(style.get(f"{W}styleId")): style for style in part(data, "styles").iter(f"{W}style")}
    for paragraph in part(data, "document").iter(f"{W}p"):
        words = "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
        if place := list_place(paragraph, styles):
            words = f"{labels.next(*place)} {words}"
        if words.strip():
            yield " ".join(words.split()), paragraph


def list_place(paragraph: ElementTree.Element, styles: Mapping[str, ElementTree.Element]) -> tuple[str, int] | None:
    """Give list and level of a paragraph, its own or those of its style; None where it is in no list."""
    style = paragraph.find(f".//{W}pStyle")
    of_style = styles.get(str(style.get(f"{W}val"))) if style is not None else None
    for holder in (paragraph, of_style):
        properties = holder.find(f".//{W}numPr") if holder is not None else None
        if properties is not None:
            number, level = (properties.find(f"{W}{name}") for name in ("numId", "ilvl"))
            assert number is not None and level is not None
            return str(number.get(f"{W}val")), int(str(level.get(f"{W}val")))
    return None


def listed(data: bytes) -> list[tuple[str, int] | None]:
    """Give list and level of each paragraph that has words."""
    styles = {str(style.get(f"{W}styleId")): style for style in part(data, "styles").iter(f"{W}style")}
    return [list_place(paragraph, styles) for _, paragraph in paragraphs(data)]
