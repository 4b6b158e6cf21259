"""A Word document (DOCX) to lines and tables, read as the hostile file it may be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from kehoach.importing.model import Note, NoteBelow, Reading, Removed, SourceLine, SourceRow, SourceTable
from kehoach.importing.officearchive import open_office_file
from kehoach.importing.phrases import head
from kehoach.importing.wordcells import (
    DEEPEST,
    WordCell,
    coloured_cells,
    heading_rows,
    nearest,
    on_columns,
    outside_tables,
)
from kehoach.importing.wordframes import contents, is_contents, join_drop_caps, words_of
from kehoach.importing.wordlook import Look
from kehoach.importing.wordnumbers import Numbers, Styles, W, is_on, numbering_of, whole
from kehoach.importing.wordobjects import diagrams_and_pictures, without_prompts
from kehoach.importing.wordpackage import BROKEN, WordPackage
from kehoach.importing.wordpoints import Numbered, put_in_order
from kehoach.importing.wordremarks import remarks
from kehoach.importing.wordtracked import mark_gone, settle
from kehoach.importing.wordwalk import Walk, text_of
from kehoach.wording.latepatterns import late

# A break within a sentence is no end of a paragraph: a long line without a mark, then a word in small letters.
_BROKEN_LINE = late(r"(?<=[^\n]{60})(?<=[^\W_]|,)[ \xa0]*\n(?=[a-zđà-ỹ]{2,}[ ,])")
# In the text a short line goes on so, too; in a cell it may be the name above another.
_BROKEN_PHRASE = late(r"(?<=[^\n]{12})(?<=[^\W_]|,)[ \xa0]*\n(?=[a-zđà-ỹ]{2,}[ ,])")
_WIDEST = 60
# A number that goes on in the next paragraph: its note stands below the whole of it.
_OPEN_NUMBER = re.compile(r"Số\s*:?\s*[0-9]{0,5}\s*/?")
_DRAFT = re.compile(r"\(?du thao\b.{0,20}")


def read_word(data: bytes, *, accept: bool = True) -> Reading:
    """Read a DOCX with its tracked changes accepted, or rejected.

    Raises ImportProblem with a Vietnamese sentence where it cannot be read or is a bomb.
    """
    with open_office_file(data, BROKEN, "tệp hỏng hoặc không phải .docx") as archive:
        package = WordPackage.of(archive)
        document = package.root()
        settle(document, accept=accept)
        join_drop_caps(document)
        walk = Walk(Styles.read(package.part("styles")), Numbers(package.part("numbering")))
        removed, notes = diagrams_and_pictures(archive, document)
        removed += without_prompts(document)
        walk.notes_read.read(
            lambda kind: _settled_part(package, kind, accept), lambda paragraph: _paragraph_lines(paragraph, walk)
        )
        removed += _margins(package, walk)
        _blocks(next(document.iter(f"{W}body"), document), walk, 0)
        removed += walk.notes_read.unmarked()
        put_in_order(walk.lines, walk.parts, walk.numbered)
        word_remarks = list(remarks(package.part("comments"), walk.remarked))
    removed += contents(walk.contents)
    removed += [part for part in walk.unseen if re.search(r"\w", part.text)]
    notes = [*walk.notes, *_said_of(walk), *notes]
    return Reading("\n".join(walk.lines) + "\n", walk.parts, "text", notes, removed, walk.footnotes, word_remarks)


def _settled_part(package: WordPackage, kind: str, accept: bool) -> Element | None:
    part = package.part(kind)
    if part is not None:
        settle(part, accept=accept)
    return part


def _said_of(walk: Walk) -> Iterator[Note]:
    """Say what of a document was not read as it stands."""
    if walk.deleted:
        yield Note(0, "Tệp có theo dõi thay đổi; phần đã xóa được bỏ qua, phần thêm được giữ.")
    if walk.converted:
        yield Note(0, "Có chữ gõ bằng phông cũ (.Vn…, VNI-…), đã chuyển sang Unicode. Cần đối chiếu với bản gốc.")
    if walk.formulas:
        yield Note(0, f"Tệp có {walk.formulas} công thức, viết lại thành một dòng; đối chiếu với bản gốc.")
    if walk.unknown_signs:
        count = walk.unknown_signs
        yield Note(0, f"Tệp có {count} ký hiệu của phông Symbol, Wingdings không rõ là dấu gì, đã bỏ; xem bản gốc.")


def _blocks(parent: Element, walk: Walk, depth: int) -> None:
    """Walk through paragraphs and tables in order, inside content controls and insertions too."""
    for child in parent:
        if is_contents(child, walk.styles):
            walk.contents += (words_of(paragraph) for paragraph in child.iter(f"{W}p"))
        elif child.tag == f"{W}p":
            _paragraph(child, walk)
        elif child.tag == f"{W}tbl":
            _table(child, walk)
        elif child.tag not in (f"{W}sectPr", f"{W}del", f"{W}moveFrom") and depth < DEEPEST:
            _blocks(child, walk, depth + 1)


def _paragraph(element: Element, walk: Walk) -> None:
    walk.boxed = []
    texts = _paragraph_lines(element, walk, _BROKEN_PHRASE)
    tables, walk.boxed = walk.boxed, None
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
    for table in tables:
        _table(table, walk)


def _paragraph_lines(element: Element, walk: Walk, broken: re.Pattern[str] = _BROKEN_LINE) -> list[str]:
    """Give a paragraph's lines, the first with the label that Word prints before it; text boxes follow.

    The last line of one whose end was deleted is left out: it goes on in the next paragraph. ``broken`` matches a
    break within a sentence.
    """
    properties = element.find(f"{W}pPr")
    paragraph_style = properties.find(f"{W}pStyle") if properties is not None else None
    style = paragraph_style.get(f"{W}val", "") if paragraph_style is not None else ""
    if is_on(properties, "pageBreakBefore"):
        walk.page = True
    boxes: list[Element] = []
    text = text_of(element, walk, boxes, walk.look_of(style))
    carried, walk.carried = walk.carried, ""
    whole_text = broken.sub(" ", text) if "\n" in text else text
    lines = [line.replace("\t", "    ") for line in whole_text.split("\n")]
    label = _label(properties, walk.styles.chain(style), walk) if text.strip() else ""
    labelled = walk.labelled
    if carried:
        lines[0] = f"{carried}{lines[0]}"
    elif label:
        lines[0] = f"{label} {lines[0].lstrip()}"
    is_joined = mark_gone(element)
    goes_on = lines.pop() if is_joined else ""
    for box in boxes:
        # A table in a box of the text follows as one; in a cell it is lines like any table in a cell.
        paragraphs = nearest(box, "p") if walk.boxed is None else outside_tables(box)
        within = [line for paragraph in paragraphs for line in _paragraph_lines(paragraph, walk)]
        if walk.boxed is not None:
            walk.boxed += nearest(box, "tbl")
        words = " ".join(" ".join(within).split())
        if _DRAFT.fullmatch(head(words)):
            walk.unseen.append(Removed(walk.line, words, "Dấu dự thảo trong khung chữ, ghi ở status."))
            walk.parts.insert(0, SourceLine(0, words, whole=True))
        else:
            lines.extend(within)
    walk.labelled, walk.carried = labelled, goes_on
    walk.deleted = walk.deleted or is_joined
    return lines


def _label(properties: Element | None, chain: list[str], walk: Walk) -> str:
    walk.labelled = None
    number = numbering_of(properties)
    numbered_style = next((name for name in chain if name in walk.styles.numbers), "")
    if number is None and numbered_style:
        number = walk.styles.numbers[numbered_style]
    if number is None or number[0] in ("", "0"):
        return ""
    level = number[1]
    if level is None:
        level = walk.numbers.level_for(number[0], numbered_style)
    label = walk.numbers.label(number[0], level).strip()
    walk.labelled = level, label, walk.numbers.is_fixed(number[0], level)
    return label


def _table(element: Element, walk: Walk) -> None:
    read: list[list[WordCell]] = []
    marked_by_colour = 0
    for row in nearest(element, "tr"):
        walk.ahead = len(read)
        read.append(list(_cells(row, walk)))
        marked_by_colour += coloured_cells(row)
    walk.ahead = 0
    if marked_by_colour:
        sentence = (
            f"Bảng có {marked_by_colour} ô chỉ tô màu, không có chữ; nếu màu chỉ thời gian thì ghi “x” vào các ô đó."
        )
        walk.notes.append(Note(walk.line, sentence))
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


def _cells(row: Element, walk: Walk) -> Iterator[WordCell]:
    """Give a row's cells with the columns that Word's grid says they take, and those that it leaves out."""
    before = row.find(f"{W}trPr/{W}gridBefore")
    if before is not None and (skipped := whole(before.get(f"{W}val", ""))):
        yield WordCell("", min(skipped, _WIDEST))
    for cell in nearest(row, "tc"):
        lines = (line for p in nearest(cell, "p") for line in _paragraph_lines(p, walk))
        text = "\n".join(line.strip() for line in lines if line.strip())
        properties = cell.find(f"{W}tcPr")
        span = properties.find(f"{W}gridSpan") if properties is not None else None
        wide = whole(span.get(f"{W}val", "")) if span is not None else None
        merged = properties.find(f"{W}vMerge") if properties is not None else None
        goes_on = merged is not None and merged.get(f"{W}val") != "restart" and not text
        yield WordCell(text, max(1, min(wide or 1, _WIDEST)), goes_on)


def _margins(package: WordPackage, walk: Walk) -> Iterator[Removed]:
    """Give the words of headers and footers, which are set apart; a draft's mark among them stays known."""
    texts: set[str] = set()
    for root in package.margins():
        text, _ = walk.notes_read.without_signs(" ".join(text_of(root, walk, [], Look()).split()))
        if text and text not in texts:
            texts.add(text)
            yield Removed(0, text, "Đầu trang hoặc chân trang.")
            if _DRAFT.match(head(text)):
                walk.parts.append(SourceLine(0, "DỰ THẢO", whole=True))


def _footnotes(marked: list[tuple[int, str, str]], walk: Walk) -> None:
    """Set the notes below the line, or table, of their marks: they are none of its paragraphs."""
    for line, before, text in marked:
        first, *further = text.split("\n")
        walk.footnotes.append(NoteBelow(line, before, text))
        walk.lines += [f"[{len(walk.footnotes)}] {first}", *further]
