"""A Word document (DOCX) to lines and tables, read as the hostile file it may be."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from kehoach.importing.encodings import from_font
from kehoach.importing.model import ImportProblem, Note, NoteBelow, Reading, Removed, SourceLine, SourceRow, SourceTable
from kehoach.importing.officearchive import opened, part_of
from kehoach.importing.phrases import head
from kehoach.importing.wordcells import DEEPEST, FALLBACK, WordCell, heading_rows, nearest, on_columns
from kehoach.importing.wordlook import Look
from kehoach.importing.wordnotes import FOOTNOTES, WordNotes
from kehoach.importing.wordnumbers import Numbers, Styles, W, is_on, numbering_of, whole
from kehoach.importing.wordpoints import Numbered, put_in_order
from kehoach.importing.wordremarks import MARKS, remarks
from kehoach.importing.wordtracked import settle

# A break within a sentence is no end of a paragraph: a long line without a mark, then a word in small letters.
_BROKEN_LINE = re.compile(r"(?<=[^\n]{60})(?<=[^\W_]|,)[ \xa0]*\n(?=[a-zđà-ỹ]{2,}[ ,])")
# In the text a short line goes on so, too; in a cell it may be the name above another.
_BROKEN_PHRASE = re.compile(r"(?<=[^\n]{12})(?<=[^\W_]|,)[ \xa0]*\n(?=[a-zđà-ỹ]{2,}[ ,])")
_TEXT, _RUN, _RUN_LOOK = f"{W}t", f"{W}r", f"{W}rPr"
_TABS, _BREAKS = (f"{W}tab", f"{W}ptab"), (f"{W}br", f"{W}cr")
_TAKEN_OUT = (f"{W}del", f"{W}moveFrom")
_UNREAD = frozenset((f"{W}pPr", f"{W}rPr", f"{W}instrText", f"{W}delText", FALLBACK))
_WIDEST = 60
_PICTURES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
# A number that goes on in the next paragraph: its note stands below the whole of it.
_OPEN_NUMBER = re.compile(r"Số\s*:?\s*[0-9]{0,5}\s*/?")
_DRAFT = re.compile(r"\(?du thao\b.{0,20}")
_BROKEN = "Không đọc được tệp Word: {}. Hãy mở bằng Word hoặc LibreOffice, lưu lại dạng .docx rồi nhập lại."


@dataclass
class _Walk:
    """What is gathered while walking through a document."""

    styles: Styles
    numbers: Numbers
    lines: list[str] = field(default_factory=list)
    parts: list[SourceLine | SourceTable] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    gap: int = 0
    page: bool = False
    deleted: bool = False
    converted: bool = False
    carried: str = ""
    unseen: list[Removed] = field(default_factory=list)
    notes_read: WordNotes = field(default_factory=WordNotes)
    footnotes: list[NoteBelow] = field(default_factory=list)
    waiting: list[tuple[int, str, str]] = field(default_factory=list)
    remarked: dict[str, int] = field(default_factory=dict)
    ahead: int = 0
    numbered: list[Numbered] = field(default_factory=list)
    labelled: tuple[int, str, bool] | None = None

    @property
    def line(self) -> int:
        """The line of the source that is written next."""
        return len(self.lines) + 1


def read_word(data: bytes, *, accept: bool = True) -> Reading:
    """Read a DOCX with its tracked changes accepted, or rejected.

    Raises ImportProblem with a Vietnamese sentence where it cannot be read or is a bomb.
    """
    with opened(data, _BROKEN, "tệp hỏng hoặc không phải .docx") as archive:
        document = part_of(archive, "word/document.xml", _BROKEN)
        if document is None:
            raise ImportProblem(_BROKEN.format("không có word/document.xml"))
        settle(document, accept=accept)
        walk = _Walk(
            Styles.read(part_of(archive, "word/styles.xml", _BROKEN)),
            Numbers(part_of(archive, "word/numbering.xml", _BROKEN)),
        )
        walk.notes_read.read(archive, _BROKEN, lambda paragraph: _paragraph_lines(paragraph, walk))
        removed = list(_margins(archive, walk))
        _blocks(next(document.iter(f"{W}body"), document), walk, 0)
        removed += walk.notes_read.unmarked()
        put_in_order(walk.lines, walk.parts, walk.numbered)
        word_remarks = list(remarks(part_of(archive, "word/comments.xml", _BROKEN), walk.remarked))
    if walk.deleted:
        walk.notes.append(Note(0, "Tệp có theo dõi thay đổi; phần đã xóa được bỏ qua, phần thêm được giữ."))
    if walk.converted:
        walk.notes.append(
            Note(0, "Có chữ gõ bằng phông cũ (.Vn…, VNI-…), đã chuyển sang Unicode. Cần đối chiếu với bản gốc.")
        )
    if pictures := max(sum(1 for _ in document.iter(tag)) for tag in _PICTURES):
        walk.notes.append(Note(0, f"Tệp có {pictures} hình; hình và chữ trong hình không đưa vào kế hoạch."))
    removed += [part for part in walk.unseen if re.search(r"\w", part.text)]
    return Reading("\n".join(walk.lines) + "\n", walk.parts, "text", walk.notes, removed, walk.footnotes, word_remarks)


def _blocks(parent: Element, walk: _Walk, depth: int) -> None:
    """Walk through paragraphs and tables in order, inside content controls and insertions too."""
    for child in parent:
        if child.tag == f"{W}p":
            _paragraph(child, walk)
        elif child.tag == f"{W}tbl":
            _table(child, walk)
        elif child.tag not in (f"{W}sectPr", f"{W}del", f"{W}moveFrom") and depth < DEEPEST:
            _blocks(child, walk, depth + 1)


def _paragraph(element: Element, walk: _Walk) -> None:
    texts = _whole_lines(element, walk, _BROKEN_PHRASE)
    if not walk.carried and not any(text.strip() for text in texts):
        walk.gap += 1
        walk.lines.append("")
    marked = []
    for text in texts:
        if text.strip():
            text, marks = walk.notes_read.without_signs(text)
            walk.lines.append(text)
            walk.parts.append(SourceLine(len(walk.lines), text, whole=True, page=walk.page, gap=walk.gap))
            walk.gap, walk.page = 0, False
            if walk.labelled is not None and text.startswith(f"{walk.labelled[1]} "):
                walk.numbered.append(Numbered(len(walk.lines), *walk.labelled))
            walk.labelled = None
            marked += [(len(walk.lines), *mark) for mark in marks]
    waiting, walk.waiting = walk.waiting, []
    if marked and _OPEN_NUMBER.fullmatch(walk.lines[-1].strip()):
        walk.waiting = [*waiting, *marked]
    else:
        _footnotes([*waiting, *marked], walk)


def _whole_lines(element: Element, walk: _Walk, broken: re.Pattern[str]) -> list[str]:
    """Give a paragraph's lines without the last where its end was deleted: it goes on in the next paragraph."""
    texts = _paragraph_lines(element, walk, broken)
    if element.find(f"{W}pPr/{W}rPr/{W}del") is not None:
        walk.carried, walk.deleted = texts.pop(), True
    return texts


def _paragraph_lines(element: Element, walk: _Walk, broken: re.Pattern[str] = _BROKEN_LINE) -> list[str]:
    """Give a paragraph's lines, the first with the label that Word prints before it; text boxes follow.

    ``broken`` matches a break within a sentence.
    """
    properties = element.find(f"{W}pPr")
    style = properties.find(f"{W}pStyle") if properties is not None else None
    chain = walk.styles.chain(style.get(f"{W}val", "") if style is not None else "")
    if is_on(properties, "pageBreakBefore"):
        walk.page = True
    boxes: list[Element] = []
    text = "".join(_runs(element, walk, boxes, Look().styled(chain, walk.styles), 0))
    carried, walk.carried = walk.carried, ""
    whole_text = broken.sub(" ", text) if "\n" in text else text
    lines = [line.replace("\t", "    ") for line in whole_text.split("\n")]
    label = _label(properties, chain, walk) if text.strip() else ""
    labelled = walk.labelled
    if carried:
        lines[0] = f"{carried}{lines[0]}"
    elif label:
        lines[0] = f"{label} {lines[0].lstrip()}"
    for box in boxes:
        within = [line for paragraph in nearest(box, "p") for line in _paragraph_lines(paragraph, walk)]
        words = " ".join(" ".join(within).split())
        if _DRAFT.fullmatch(head(words)):
            walk.unseen.append(Removed(walk.line, words, "Dấu dự thảo trong khung chữ, ghi ở status."))
            walk.parts.insert(0, SourceLine(0, words, whole=True))
        else:
            lines.extend(within)
    walk.labelled = labelled
    return lines


def _label(properties: Element | None, chain: list[str], walk: _Walk) -> str:
    walk.labelled = None
    number = numbering_of(properties)
    named = next((name for name in chain if name in walk.styles.numbers), "")
    if number is None and named:
        number = walk.styles.numbers[named]
    if number is None or number[0] in ("", "0"):
        return ""
    level = number[1]
    if level is None:
        level = walk.numbers.level_for(number[0], named)
    label = walk.numbers.label(number[0], level).strip()
    walk.labelled = level, label, walk.numbers.is_fixed(number[0], level)
    return label


def _runs(parent: Element, walk: _Walk, boxes: list[Element], look: Look, depth: int) -> Iterator[str]:
    """Give the text below an element; deletions, field codes and fallbacks for older programs are left out.

    Hidden and struck text is left out too, and listed.
    """
    for child in parent:
        tag = child.tag
        if tag == _TEXT:
            yield _seen(child.text or "", look, walk)
        elif tag == _RUN:
            if depth < DEEPEST:
                yield from _runs(child, walk, boxes, look.within(child.find(_RUN_LOOK), walk.styles), depth + 1)
        elif tag in _UNREAD:
            continue
        elif tag in _TABS:
            yield "\t"
        elif tag in _BREAKS:
            if child.get(f"{W}type") == "page":
                walk.page = True
            yield "\n"
        elif tag == f"{W}noBreakHyphen":
            yield "-"
        elif tag == f"{W}sym":
            code = child.get(f"{W}char", "")
            yield chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{4}", code) else ""
        elif tag == f"{W}txbxContent":
            boxes.append(child)
        elif tag in FOOTNOTES:
            yield walk.notes_read.sign(tag, child.get(f"{W}id", ""))
        elif tag in MARKS:
            walk.remarked.setdefault(child.get(f"{W}id", ""), walk.line + walk.ahead)
        elif tag in _TAKEN_OUT:
            walk.deleted = True
        elif depth < DEEPEST:
            yield from _runs(child, walk, boxes, look, depth + 1)


def _seen(text: str, look: Look, walk: _Walk) -> str:
    """Give a run's words as Word shows them; what it does not show is set apart."""
    if look.font.startswith(".Vn") or look.font.upper().startswith("VNI"):
        converted = from_font(text, look.font)
        walk.converted = walk.converted or converted != text
        text = converted
    if look.unseen:
        walk.unseen.append(Removed(walk.line, text, look.unseen))
        return ""
    return text.upper() if look.capitals else text


def _table(element: Element, walk: _Walk) -> None:
    read: list[list[WordCell]] = []
    for row in nearest(element, "tr"):
        walk.ahead = len(read)
        read.append(list(_cells(row, walk)))
    walk.ahead = 0
    width = max((sum(cell.wide for cell in cells) for cells in read), default=0)
    rows: list[SourceRow] = []
    marked: list[tuple[int, str, str]] = []
    for cells in on_columns(read, width):
        stripped = [walk.notes_read.without_signs(cell) for cell in cells.cells]
        cells = replace(cells, cells=tuple(text for text, _ in stripped), number=len(walk.lines) + 1)
        walk.lines.append("| " + " | ".join(cell.replace("\n", " ¶ ") for cell in cells.cells) + " |")
        rows.append(cells)
        marked += [(cells.number, *mark) for _, marks in stripped for mark in marks]
    if rows and rows[0].cells:
        walk.parts.append(SourceTable(tuple(rows), heading_rows(element)))
    walk.gap, walk.page = 1, False
    _footnotes(marked, walk)


def _cells(row: Element, walk: _Walk) -> Iterator[WordCell]:
    """Give a row's cells with the columns that Word's grid says they take, and those that it leaves out."""
    before = row.find(f"{W}trPr/{W}gridBefore")
    if before is not None and (skipped := whole(before.get(f"{W}val", ""))):
        yield WordCell("", min(skipped, _WIDEST))
    for cell in nearest(row, "tc"):
        lines = (line for p in nearest(cell, "p") for line in _whole_lines(p, walk, _BROKEN_LINE))
        text = "\n".join(line.strip() for line in lines if line.strip())
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        wide = whole(span.get(f"{W}val", "")) if span is not None else None
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        goes_on = merged is not None and merged.get(f"{W}val") != "restart" and not text
        yield WordCell(text, max(1, min(wide or 1, _WIDEST)), goes_on)


def _margins(archive: zipfile.ZipFile, walk: _Walk) -> Iterator[Removed]:
    """Give the words of headers and footers, which are set apart; a draft's mark among them stays known."""
    texts: set[str] = set()
    for name in sorted(archive.namelist()):
        if not re.fullmatch(r"word/(?:header|footer)[0-9]{0,3}\.xml", name):
            continue
        root = part_of(archive, name, _BROKEN)
        text = " ".join("".join(_runs(root, walk, [], Look(), 0)).split()) if root is not None else ""
        text, _ = walk.notes_read.without_signs(text)
        if text and text not in texts:
            texts.add(text)
            yield Removed(0, text, "Đầu trang hoặc chân trang.")
            if _DRAFT.match(head(text)):
                walk.parts.append(SourceLine(0, "DỰ THẢO", whole=True))


def _footnotes(marked: list[tuple[int, str, str]], walk: _Walk) -> None:
    """Set the notes below the line, or table, of their marks: they are none of its paragraphs."""
    for line, before, text in marked:
        first, *further = text.split("\n")
        walk.footnotes.append(NoteBelow(line, before, text))
        walk.lines += [f"[{len(walk.footnotes)}] {first}", *further]
