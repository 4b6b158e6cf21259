"""Two plans as one Word file with tracked changes: accepting all gives the new plan, rejecting all the old one.

Paragraphs, rows and tables are paired as the comparison pairs provisions, never by how alike they look: what it calls
moved is a move in Word where the words are the same, else a deletion and an insertion. Labels are words here, so that
both plans' own labels stand in it. A change that matters carries its reason as a comment.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from kehoach.comparison.model import Change, Comparison
from kehoach.comparison.terminaltext import further_reason, outcome
from kehoach.exports.docx import PrintedDocument, printed_document
from kehoach.exports.docxfile import identifier_of, packed, printable
from kehoach.exports.docxnotes import notes_of_both
from kehoach.exports.trackedblocks import TABLE, Name, Redline
from kehoach.exports.trackedtext import AUTHOR, Marks, is_changed, keep_apart, within
from kehoach.meaning.fabric import LinkedPlan
from kehoach.model.printed import Line
from kehoach.model.registry import Registry
from kehoach.wording.letters import short_date, upper_first
from kehoach.wording.pathnames import path_name

_LISTED = ("basis", "pursuance", "proposal", "recipient")
"""Kinds of lines of which there are many; all others but provisions are paired by their kind."""


def redline(old: LinkedPlan, new: LinkedPlan, comparison: Comparison, registry: Registry) -> bytes:
    """Write the new plan with what changed from the old one as tracked changes; the same plans give the same bytes."""
    before, after = (printed_document(linked, registry, "reading") for linked in (old, new))
    names = dict(_names(comparison))
    comments = dict(_comments(comparison, registry))
    notes_of_both(before.document, after.document)
    merged = Redline(_naming(before, names), _naming(after, {}))
    body = after.document._body._element
    blocks = [child for child in body if child.tag != qn("w:sectPr")]
    for block in blocks:
        body.remove(block)
    olds = [child for child in before.document._body._element if child.tag != qn("w:sectPr")]
    for block in _apart(merged.blocks(olds, blocks)):
        body.insert_element_before(block, "w:sectPr")
    for paragraph in reversed(list(body.iter(qn("w:p")))):
        keep_apart(paragraph, merged.marks)
    _comment(after.document, {**before.lines, **after.lines}, comments, merged.marks)
    return packed(after.document, new.plan.title, identifier_of(new.plan.id, new.lines))


def _names(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Give what a provision or listed line of the old plan is called in the new one."""
    for change in comparison.changes:
        if change.old and change.new and change.relation == "pair":
            yield _called(change.old.group, change.old.name), _called(change.new.group, change.new.name)


def _called(group: str, name: str) -> str:
    return f"{'item' if group == 'provision' else 'line'} {name}"


def _naming(printed: PrintedDocument, names: Mapping[str, str]) -> Name:
    """Name blocks by what they are a part of, in the words of the new plan; a second paragraph has a second name."""
    names_of: dict[BaseOxmlElement, str] = {}
    counts: Counter[str] = Counter()
    for element, line in printed.lines.items():
        called, part = _identity(line, element)
        name = f"{names.get(called, called if not names or not _is_paired(line) else f'old {called}')} {part}"
        counts[name] += 1
        names_of[element] = f"{name} {counts[name]}"
    return lambda element: names_of.get(element, "")


def _is_paired(line: Line) -> bool:
    return bool(line.item) or line.kind in _LISTED


def _identity(line: Line, element: BaseOxmlElement) -> tuple[str, str]:
    """Give what a block belongs to, and which part of it the block is."""
    tag = element.tag.rpartition("}")[2]
    if element.tag == TABLE and not line.cell:
        return f"block {'top' if line.is_header else 'end'}", tag
    if line.cell and line.cell.is_heading:
        return _called("provision", line.cell.owner.id), f"{tag} heading"
    if line.item:
        own = line.cell.owner.id if line.cell and element.tag == TABLE else line.item.id
        return _called("provision", own), f"{tag} {line.field.kind if line.field and not line.cell else ''}"
    if line.kind in _LISTED:
        return _called(line.kind, line.anchor), tag
    return f"kind {line.kind}", tag


def _apart(blocks: Iterator[BaseOxmlElement]) -> Iterator[BaseOxmlElement]:
    """Put an empty line between two tables, which Word would join."""
    above = None
    for block in blocks:
        if above is not None and above.tag == block.tag == TABLE:
            yield OxmlElement("w:p")
        yield block
        above = block


def _comments(comparison: Comparison, registry: Registry) -> Iterator[tuple[str, str]]:
    """Give the comment of each change that matters, by the name of its provision."""
    for change in comparison.changes:
        if change.weight == "substantive" or change.handovers:
            node = change.node
            yield _called(node.group, node.name), "\n".join(_sentences(change, registry))


def _sentences(change: Change, registry: Registry) -> Iterator[str]:
    before = f" Bản trước: {path_name(change.old.path)}." if change.old and change.renumbered else ""
    why = further_reason(change)
    yield f"{upper_first(outcome(change))}{f': {why}' if why else ''}.{before}"
    for old, new in change.numbers:
        yield f"Con số: {old.text} → {new.text}."
    for number in change.numbers_gone:
        yield f"Con số không còn: {number.text}."
    for handover in change.handovers:
        old_name, new_name = (_body(registry, unit) for unit in (handover.old, handover.new))
        day = f" từ {short_date(handover.date)}" if handover.date else ""
        ended = {
            "renamed": f"{new_name} là tên mới của {old_name}{day}",
            "succeeded": f"{new_name} kế thừa {old_name}{day}",
            **dict.fromkeys(
                ("reformed", "reassigned_after_dissolution"),
                f"{old_name} đã thôi hoạt động{day}; việc giao cho {new_name}",
            ),
        }
        yield f"{ended.get(handover.kind, f'Chuyển từ {old_name} sang {new_name}')}."


def _body(registry: Registry, unit: str) -> str:
    return upper_first(registry.units[unit].name) if unit in registry.units else unit


def _comment(
    document: Document, lines: Mapping[BaseOxmlElement, Line], comments: Mapping[str, str], marks: Marks
) -> None:
    """Put each comment at the first paragraph of its provision.

    What is said of rows that come or go whole stands at the paragraph that stays above them, in one comment: with a
    comment in it LibreOffice keeps the row, without a word, when the change is taken or refused.
    """
    waiting = dict(comments)
    above: BaseOxmlElement | None = None
    for place, paragraphs in groupby(list(document._body._element.iter(qn("w:p"))), _changed_row):
        sentences = []
        for paragraph in paragraphs:
            text = waiting.pop(_identity_at(paragraph, lines), "")
            if text and place is None:
                _anchor(document, paragraph, text, marks)
            elif text:
                sentences.append(
                    f"“{''.join(text.text or '' for text in paragraph.iter(qn('w:t'), qn('w:delText')))}”: {text}"
                )
            if place is None and not is_changed(paragraph):
                above = paragraph
        if sentences and above is not None:
            _anchor(document, above, "\n".join(sentences), marks)


def _identity_at(paragraph: BaseOxmlElement, lines: Mapping[BaseOxmlElement, Line]) -> str:
    """Say what a paragraph, or the row that it stands in, belongs to; empty where nothing is said of it."""
    row = next((above for above in paragraph.iterancestors(qn("w:tr")) if above in lines), None)
    line = lines.get(paragraph, None if row is None else lines[row])
    return "" if line is None else _identity(line, paragraph)[0]


def _changed_row(paragraph: BaseOxmlElement) -> BaseOxmlElement | None:
    """Give the table of a row that comes or goes whole, where a paragraph stands in one."""
    rows = (above for above in paragraph.iterancestors(qn("w:tr")) if is_changed(above))
    return next((row.getparent() for row in rows), None)


def _anchor(document: Document, paragraph: BaseOxmlElement, text: str, marks: Marks) -> None:
    comment = document.comments.add_comment(printable(text), author=AUTHOR, initials="SS")
    comment._comment_elm.attrib.pop(qn("w:date"), None)
    number = str(comment.comment_id)
    first = next((at for at, child in enumerate(paragraph) if child.tag != qn("w:pPr")), len(paragraph))
    start, end, run, reference = (
        OxmlElement(f"w:{name}") for name in ("commentRangeStart", "commentRangeEnd", "r", "commentReference")
    )
    for element in (start, end, reference):
        element.set(qn("w:id"), number)
    paragraph.insert(first, start)
    run.append(reference)
    # Within the change of its paragraph: what stays outside stays behind when that goes, and a row with it.
    paragraph.extend((end, within(paragraph, marks, run)))
