"""Word documents for fuzzing: tables merged every way, and whatever people write beside and into a text.

Paragraphs are those of the importer's texts. ``shown`` reads again what of a document the eye sees.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from xml.etree.ElementTree import Element, fromstring
from xml.sax.saxutils import escape

import importfuzzing

_NAMES = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{_NAMES}}}"
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_NO_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEADS = (
    *("TT", "STT", "Nội dung", "Nhiệm vụ", "Nội dung công việc", "Chủ trì", "Cơ quan chủ trì", "Phối hợp", "Ghi chú"),
    *("Đơn vị thực hiện", "Thời gian", "Thời gian hoàn thành", "Sản phẩm", "Kết quả", "Đơn vị tính", "Kinh phí", ""),
)
_CELLS = ("", "", "1", "02", "I", "II", "a)", "-", "x", "Phòng Văn hóa", "Sở Nội vụ; Sở Tài chính", "Quý II/2026", "nt")
_UNSEEN = (f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}pPr", f"{W}rPr", f"{W}tblPr", f"{W}tcPr")
_ROW_GONE = (f"{W}trPr/{W}del", f"{W}trPr/{W}moveFrom")
_WORDLESS = (f"{W}sdtPr/{W}docPartObj", f"{W}sdtPr/{W}showingPlcHdr")
_BREAKS = (f"{W}tab", f"{W}br", f"{W}cr", f"{W}tc", f"{W}txbxContent")


def document(chance: random.Random) -> bytes:
    """A document of a text's lines, some of them in tables, with tracked changes, notes, remarks and hidden words."""
    text = importfuzzing.mutated(chance, importfuzzing.bases())
    writer = _Writer(chance, [line for line in _NO_XML.sub("", text).split("\n") if line.strip()] or ["x"])
    body = "".join(writer.blocks(0))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", _part("document", f"<w:body>{body}</w:body>"))
        for name, entry in (("footnotes", "footnote"), ("endnotes", "endnote"), ("comments", "comment")):
            if writer.beside[entry] and chance.random() < 0.95:
                entries = "".join(
                    f'<w:{entry} w:id="{number}" w:author="A">{said}</w:{entry}>'
                    for number, said in enumerate(writer.beside[entry], 1)
                )
                archive.writestr(f"word/{name}.xml", _part(name, entries))
    return out.getvalue()


def _part(name: str, inside: str) -> str:
    return f'<w:{name} xmlns:w="{_NAMES}" xmlns:m="{_MATH}">{inside}</w:{name}>'


class _Writer:
    """Writes the lines of a text as paragraphs and tables, in order."""

    def __init__(self, chance: random.Random, lines: Sequence[str]) -> None:
        self.chance, self.lines, self.at = chance, lines, 0
        self.beside: dict[str, list[str]] = {"footnote": [], "endnote": [], "comment": []}
        self.odd = chance.choice((0.0, 0.05, 0.3))

    def blocks(self, depth: int) -> Iterator[str]:
        while self.at < len(self.lines):
            draw = self.chance.random()
            if draw < 0.12 and depth < 2:
                yield self.table(depth)
            elif draw < 0.15 and depth < 2:
                yield f"<w:sdt><w:sdtContent>{self.paragraph()}</w:sdtContent></w:sdt>"
            elif draw < 0.15 + self.odd * 0.1:
                yield self.frame(depth)
            else:
                yield self.paragraph()
            if depth and self.chance.random() < 0.6:
                return

    def frame(self, depth: int) -> str:
        """What stands in a frame: a prompt, a line of contents, a large first letter, a text box with a table."""
        kind = self.chance.choice(("prompt", "contents", "letter", "box"))
        if kind == "prompt":
            said = _run(self.chance.choice(self.lines)[:60])
            return f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p>{said}</w:p></w:sdtContent></w:sdt>"
        if kind == "contents":
            gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
            said = _run(self.chance.choice(self.lines)[:60])
            return f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent><w:p>{said}</w:p></w:sdtContent></w:sdt>"
        if kind == "letter":
            frame = '<w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>'
            line = self.next_line()
            rest = f"<w:p>{_run(line[1:])}</w:p>" if self.chance.random() < 0.9 else ""
            return f"<w:p>{frame}{_run(line[:1])}</w:p>{rest}"
        inside = "".join(self.blocks(depth + 1)) or "<w:p/>"
        return f"<w:p><w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r></w:p>"

    def next_line(self) -> str:
        self.at += 1
        return self.lines[self.at - 1] if self.at <= len(self.lines) else ""

    def paragraph(self, text: str | None = None) -> str:
        text = self.next_line() if text is None else text
        mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" if self.chance.random() < self.odd * 0.1 else ""
        return f"<w:p>{mark}{''.join(self.runs(text))}</w:p>"

    def runs(self, text: str) -> Iterator[str]:
        cuts = sorted(self.chance.randrange(len(text) + 1) for _ in range(self.chance.choice((0, 1, 3))))
        for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
            piece = _run(text[start:end])
            yield self.chance.choice(_WRAPS).format(piece) if self.chance.random() < self.odd else piece
            if self.chance.random() < self.odd:
                yield self.aside()

    def aside(self) -> str:
        """What is not the text's own words: taken out, hidden, a note or a remark, a field's code."""
        said = self.chance.choice(self.lines)[:60]
        kind = self.chance.choice(
            ("gone", "hidden", "struck", "field", "break", "tab", "footnote", "endnote", "comment", "formula")
        )
        if kind in self.beside:
            self.beside[kind].append(f"<w:p>{_run(said)}</w:p>")
            return f'<w:r><w:{kind}Reference w:id="{len(self.beside[kind])}"/></w:r>'
        return {
            "gone": f"<w:del><w:r><w:delText>{escape(said)}</w:delText></w:r></w:del>",
            "hidden": f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{escape(said)}</w:t></w:r>",
            "struck": f"<w:r><w:rPr><w:strike/></w:rPr><w:t>{escape(said)}</w:t></w:r>",
            "field": f"<w:r><w:instrText>REF {escape(said)}</w:instrText></w:r>",
            "break": "<w:r><w:br/></w:r>",
            "tab": "<w:r><w:tab/></w:r>",
            "formula": f"<m:oMath><m:r><m:t>{escape(said)}</m:t></m:r></m:oMath>",
        }[kind]

    def table(self, depth: int) -> str:
        """A table of any shape: heading rows, spans, cells that go on, rows taken out, tables in cells."""
        columns, rows = self.chance.randrange(1, 7), self.chance.randrange(1, 7)
        headed = self.chance.choice((0, 1, 1, 2))
        out = "".join(self.row(number, columns, headed, depth) for number in range(rows))
        return f"<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * columns}</w:tblGrid>{out}</w:tbl>"

    def row(self, number: int, columns: int, headed: int, depth: int) -> str:
        marks = "<w:tblHeader/>" if number < headed and self.chance.random() < 0.5 else ""
        marks += "<w:del/>" if self.chance.random() < self.odd * 0.2 else ""
        out, column = "", 0
        while column < columns:
            span = self.chance.choice((1, 1, 1, 1, 2, 3)) if self.chance.random() < 0.5 else 1
            merge = self.chance.choice(("", "", "", '<w:vMerge w:val="restart"/>', "<w:vMerge/>"))
            inside = "<w:p/>" if merge == "<w:vMerge/>" else self.cell(number < headed, depth)
            out += f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merge}</w:tcPr>{inside}</w:tc>'
            column += span
        return f"<w:tr><w:trPr>{marks}</w:trPr>{out}</w:tr>"

    def cell(self, heads: bool, depth: int) -> str:
        draw = self.chance.random()
        if heads and draw < 0.85:
            return self.paragraph(self.chance.choice(_HEADS))
        if draw < 0.5:
            return self.paragraph(self.chance.choice(_CELLS))
        return "".join(self.blocks(depth + 1)) or "<w:p/>"


_WRAPS = (
    "<w:ins>{}</w:ins>",
    "<w:moveTo>{}</w:moveTo>",
    "<w:hyperlink>{}</w:hyperlink>",
    "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    '<w:fldSimple w:instr="REF x">{}</w:fldSimple>',
    '<w:commentRangeStart w:id="1"/>{}<w:commentRangeEnd w:id="1"/>',
    '<w:bookmarkStart w:id="1" w:name="x"/>{}',
)


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def shown(data: bytes) -> str:
    """What the eye sees of such a document: no words that are taken out, hidden or struck, notes in their place."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(_shown(fromstring(archive.read("word/document.xml"))))


def _shown(element: Element) -> Iterator[str]:
    if element.tag in _UNSEEN or any(element.find(mark) is not None for mark in _ROW_GONE):
        return
    if any(element.find(mark) is not None for mark in _WORDLESS):
        # A paragraph before it whose mark was taken out ends there all the same.
        yield "\n" if element.find(f".//{W}p") is not None else ""
        return
    look = element.find(f"{W}rPr")
    if look is not None and any(look.find(f"{W}{name}") is not None for name in ("vanish", "strike")):
        return
    if element.tag in (f"{W}t", f"{{{_MATH}}}t"):
        yield element.text or ""
    if element.tag in (f"{W}tbl", f"{W}txbxContent"):
        yield "\n"  # a paragraph whose mark was taken out joins no table
    for child, after in zip_longest(element, element[1:]):
        yield from _shown(child)
        dropped = child.find(f"{W}pPr/{W}framePr") is not None
        if child.tag == f"{W}p" and not (dropped and after is not None and after.tag == f"{W}p"):
            yield "" if child.find(f"{W}pPr/{W}rPr/{W}del") is not None else "\n"
    ends = element.tag == f"{W}sdtContent" and element.find(f"{W}p") is not None
    if element.tag in _BREAKS or ends:
        yield "\n"
