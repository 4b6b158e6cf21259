"""Tracked changes of Word within and around paragraphs: insertions, deletions, moves, changed looks.

What is written here is read back by ``importing.wordtracked``: accepted it is the new document, rejected the old one.
No author is a person and no change has a time: the same two plans give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import count, takewhile

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from kehoach.comparison.words import ops

AUTHOR = "So sánh kế hoạch"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS = {"\t": "w:tab", "\n": "w:br"}
_NOTES = 0xF0000
"""A mark of a footnote is a sign of its own among the words: this and the note's number, a place for private use."""

Pieces = list[tuple[str, BaseOxmlElement | None]]
"""Words of a paragraph with the look (run properties) that each has."""


@dataclass
class Marks:
    """Gives every change of a document a number of its own."""

    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def element(self, tag: str, **attributes: str) -> BaseOxmlElement:
        """Make the mark of a change."""
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(next(self._numbers)))
        mark.set(qn("w:author"), AUTHOR)
        for key, value in attributes.items():
            mark.set(qn(f"w:{key}"), value)
        return mark


def words_of(paragraph: BaseOxmlElement) -> str:
    """Give the words of a paragraph."""
    return "".join(text for text, _ in _pieces(paragraph))


def tracked_paragraph(paragraph: BaseOxmlElement, marks: Marks, tag: str) -> BaseOxmlElement:
    """Mark a paragraph with its end as put in (``w:ins``) or taken out (``w:del``)."""
    mark_end(paragraph, marks, tag)
    for text, look in _taken_out(paragraph):
        _add(paragraph, marks.element(tag), text, look)
    return paragraph


def moved(paragraph: BaseOxmlElement, marks: Marks, tag: str, name: str) -> BaseOxmlElement:
    """Mark a paragraph as moved away (``w:moveFrom``) or to here (``w:moveTo``); both ends have the same name."""
    mark_end(paragraph, marks, tag)
    pieces = _taken_out(paragraph)
    start = marks.element(f"{tag}RangeStart", name=name)
    paragraph.append(start)
    for text, look in pieces:
        _add(paragraph, marks.element(tag), text, look)
    end = OxmlElement(f"{tag}RangeEnd")
    end.set(qn("w:id"), str(start.get(qn("w:id"))))
    paragraph.append(end)
    return paragraph


def merged(old: BaseOxmlElement, new: BaseOxmlElement, marks: Marks) -> BaseOxmlElement:
    """Turn the new paragraph into one that shows what changed from the old one."""
    before, after = _pieces(old), _taken_out(new)
    a = b = 0
    for op in ops("".join(text for text, _ in before), "".join(text for text, _ in after)):
        size = len(op.words)
        if op.tag == "=":
            _keep(new, marks, _cut(before, a, size), _cut(after, b, size))
        else:
            tag = "w:del" if op.tag == "-" else "w:ins"
            for text, look in _cut(before, a, size) if op.tag == "-" else _cut(after, b, size):
                _add(new, marks.element(tag), text, look)
        a += size if op.tag != "+" else 0
        b += size if op.tag != "-" else 0
    _keep_form(old, new, marks)
    return new


def mark_end(paragraph: BaseOxmlElement, marks: Marks, tag: str) -> None:
    """Mark the end of a paragraph, so that it joins the next where the mark is not taken."""
    properties = _properties(paragraph)
    run = properties.find(qn("w:rPr"))
    if run is None:
        run = OxmlElement("w:rPr")
        properties.insert_element_before(run, "w:sectPr", "w:pPrChange")
    run.insert(0, marks.element(tag))


def within(paragraph: BaseOxmlElement, marks: Marks, run: BaseOxmlElement) -> BaseOxmlElement:
    """Put a run that is added to a paragraph into the change that the whole of it is, if it is one."""
    tag = _end(paragraph)
    if not tag:
        return run
    mark = marks.element(tag)
    mark.append(run)
    return mark


def keep_apart(paragraph: BaseOxmlElement, marks: Marks) -> None:
    """Let a change at the end of a paragraph that stays touch no change of its kind at the start of the next.

    LibreOffice makes one of the two, with the end of the paragraph between them (seen in 7.4): the paragraphs would be
    joined. So what ends the paragraph is of the other kind; where it has none, the last word that stays is taken out
    and put in again. This changes what a paragraph starts with: paragraphs come from the last to the first.
    """
    following = paragraph.getnext()
    if following is None or following.tag != paragraph.tag or _end(paragraph):
        return
    first = next((child for child in following if child.tag not in _NO_TEXT), None)
    kind = next((_KINDS[name] for name in _KINDS if first is not None and first.tag == qn(name)), "")
    if not kind:
        return
    changes = list(paragraph)
    tail = _trailing(changes, kind)
    before = _trailing(changes[: len(changes) - len(tail)], _OTHER[kind])
    if tail and before:
        for change in reversed(before):
            tail[-1].addnext(change)
    elif tail:
        _repeat_last_word(tail, kind, marks)


_KINDS = {"w:ins": "w:ins", "w:moveTo": "w:ins", "w:del": "w:del", "w:moveFrom": "w:del"}
_NO_TEXT = {qn("w:pPr"), qn("w:moveFromRangeStart"), qn("w:moveToRangeStart")}
_OTHER = {"w:ins": "w:del", "w:del": "w:ins"}


def is_changed(element: BaseOxmlElement) -> bool:
    """Tell whether a paragraph with its end, or a row, comes, goes or moves as a whole."""
    return bool(_end(element))


def _end(element: BaseOxmlElement) -> str:
    """Give the name of the change that the end of a paragraph, or a row, is; empty where it stays."""
    form = element.find(qn("w:trPr") if element.tag == qn("w:tr") else f"{qn('w:pPr')}/{qn('w:rPr')}")
    return next((name for name in _KINDS if form is not None and form.find(qn(name)) is not None), "")


def _trailing(elements: Sequence[BaseOxmlElement], tag: str) -> list[BaseOxmlElement]:
    """Give the elements of a tag that end some."""
    return list(takewhile(lambda element: element.tag == qn(tag), reversed(elements)))[::-1]


def _repeat_last_word(tail: Sequence[BaseOxmlElement], kind: str, marks: Marks) -> None:
    """Take out the last word that stays before a tail of changes and put it in again around that tail."""
    run = tail[0].getprevious()
    if run is None or run.tag != qn("w:r") or run[-1].tag != qn("w:t") or not run[-1].text:
        return
    staying, space, word = str(run[-1].text).rpartition(" ")
    look, was = _looks(run)
    for name, text_look, place in (("w:ins", look, kind == "w:ins"), ("w:del", was, kind == "w:del")):
        change = marks.element(name)
        change.append(_run("w:delText" if name == "w:del" else "w:t", word, text_look))
        run.addnext(change) if place else tail[-1].addnext(change)
    run[-1].text = staying + space
    if not run[-1].text:
        run.remove(run[-1])


def _looks(run: BaseOxmlElement) -> tuple[BaseOxmlElement | None, BaseOxmlElement | None]:
    """Give the look of a run that stays, and the one it had before."""
    look = deepcopy(run.find(qn("w:rPr")))
    change = None if look is None else look.find(qn("w:rPrChange"))
    if look is None or change is None:
        return look, deepcopy(look)
    look.remove(change)
    return look, deepcopy(change.find(qn("w:rPr")))


def _keep(paragraph: BaseOxmlElement, marks: Marks, before: Pieces, after: Pieces) -> None:
    """Add kept words in their new look; where the old one was another, say it."""
    at = 0
    for text, look in after:
        for part, was in _cut(before, at, len(text)):
            own = deepcopy(look) if look is not None else None
            if _written(was) != _written(look):
                own = OxmlElement("w:rPr") if own is None else own
                change = marks.element("w:rPrChange")
                change.append(deepcopy(was) if was is not None else OxmlElement("w:rPr"))
                own.append(change)
            paragraph.append(_run("w:t", part, own))
        at += len(text)


def _keep_form(old: BaseOxmlElement, new: BaseOxmlElement, marks: Marks) -> None:
    """Say the old form of a paragraph where it was another."""
    old_form, form = _form(old), _form(new)
    if _written(old_form) != _written(form):
        change = marks.element("w:pPrChange")
        change.append(old_form)
        _properties(new).append(change)


def _form(paragraph: BaseOxmlElement) -> BaseOxmlElement:
    form = OxmlElement("w:pPr")
    form.extend(
        deepcopy(child)
        for child in _properties(paragraph)
        if child.tag not in (qn("w:rPr"), qn("w:sectPr"), qn("w:pPrChange"))
    )
    return form


def _properties(paragraph: BaseOxmlElement) -> BaseOxmlElement:
    existing = paragraph.find(qn("w:pPr"))
    properties: BaseOxmlElement = OxmlElement("w:pPr") if existing is None else existing
    if existing is None:
        paragraph.insert(0, properties)
    return properties


def _written(element: BaseOxmlElement | None) -> list[tuple[str, list[tuple[str, str]]]]:
    """Give what an element holds, whatever namespaces were declared where it was made."""
    return [] if element is None else [(child.tag, sorted(child.attrib.items())) for child in list(element.iter())[1:]]


def _pieces(paragraph: BaseOxmlElement) -> Pieces:
    pieces: Pieces = []
    for run in paragraph.findall(qn("w:r")):
        text = ""
        for child in run:
            text += (child.text or "") if child.tag == qn("w:t") else ""
            text += chr(_NOTES + int(child.get(qn("w:id")))) if child.tag == qn("w:footnoteReference") else ""
            text += next((sign for sign, name in _BREAKS.items() if child.tag == qn(name)), "")
        if text:
            pieces.append((text, run.find(qn("w:rPr"))))
    return pieces


def _taken_out(paragraph: BaseOxmlElement) -> Pieces:
    pieces = _pieces(paragraph)
    for run in paragraph.findall(qn("w:r")):
        paragraph.remove(run)
    return pieces


def _cut(pieces: Pieces, start: int, size: int) -> Pieces:
    """Give the part of some words from a place on."""
    parts, at = [], 0
    for text, look in pieces:
        part = text[max(start - at, 0) : max(start + size - at, 0)]
        if part:
            parts.append((part, look))
        at += len(text)
    return parts


def _add(paragraph: BaseOxmlElement, mark: BaseOxmlElement, text: str, look: BaseOxmlElement | None) -> None:
    name = "w:delText" if mark.tag == qn("w:del") else "w:t"
    mark.append(_run(name, text, deepcopy(look) if look is not None else None))
    paragraph.append(mark)


def _run(name: str, text: str, look: BaseOxmlElement | None) -> BaseOxmlElement:
    run = OxmlElement("w:r")
    if look is not None:
        run.append(look)
    words = ""
    for sign in (*text, ""):
        special = not sign or sign in _BREAKS or ord(sign) > _NOTES
        if special and words:
            change_element = OxmlElement(name)
            change_element.text = words
            change_element.set(_SPACE, "preserve")
            run.append(change_element)
            words = ""
        if sign in _BREAKS:
            run.append(OxmlElement(_BREAKS[sign]))
        elif special and sign:
            mark = OxmlElement("w:footnoteReference")
            mark.set(qn("w:id"), str(ord(sign) - _NOTES))
            run.append(mark)
        else:
            words += sign
    return run
