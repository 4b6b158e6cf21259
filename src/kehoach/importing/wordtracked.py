"""Tracked changes of a Word document settled before it is read: all accepted, or all rejected."""

from __future__ import annotations

from itertools import zip_longest
from xml.etree.ElementTree import Element

from kehoach.importing.wordframes import GALLERY
from kehoach.importing.wordnumbers import W

_PUT_IN = (f"{W}ins", f"{W}moveTo")
_TAKEN_OUT = (f"{W}del", f"{W}moveFrom")
_BLOCKS = tuple(f"{W}{name}" for name in ("p", "tbl", "sdt", "customXml", "ins", "moveTo"))
_PARAGRAPH = f"{W}p"
_LOOK, _MARK_LOOK, _DELETED = f"{W}pPr", f"{W}rPr", f"{W}del"


def settle(root: Element, *, accept: bool) -> None:
    """Settle whole rows of a part that were put in or taken out; where changes are rejected, undo all others too.

    Runs and paragraph marks that are accepted stay as they are: the reader of paragraphs leaves out what was deleted.
    """
    _keep_last_marks(root)
    gone = {row for row in root.iter(f"{W}tr") if _marked(row, f"{W}trPr", _TAKEN_OUT if accept else _PUT_IN)}
    for parent in list(root.iter()) if gone else ():
        for row in gone.intersection(parent):
            parent.remove(row)
    if not accept:
        _undo(root)


def _keep_last_marks(root: Element) -> None:
    """Keep a paragraph's mark that was deleted before what cannot go on with it, or at the end of a cell."""
    if not any(mark_gone(paragraph) for paragraph in root.iter(_PARAGRAPH)):
        return
    for parent in root.iter():
        blocks = [child for child in parent if child.tag in _BLOCKS and _first(child)]
        for block, after in zip_longest(blocks, blocks[1:]):
            if block.tag == _PARAGRAPH and mark_gone(block) and (after is None or not _can_go_on(after)):
                look = block.find(f"{W}pPr/{W}rPr")
                assert look is not None
                look[:] = [mark for mark in look if mark.tag != f"{W}del"]


def mark_gone(paragraph: Element) -> bool:
    """Whether a paragraph's mark was deleted, so that the next paragraph goes on with it."""
    # Step by step: a path of several steps is walked in Python, and this is asked of every paragraph.
    properties = paragraph.find(_LOOK)
    mark = properties.find(_MARK_LOOK) if properties is not None else None
    return mark is not None and mark.find(_DELETED) is not None


def _first(block: Element) -> str:
    """Give the tag of a block's first paragraph or table, which may stand in controls; empty where it has none."""
    return next((part.tag for part in block.iter() if part.tag in (_PARAGRAPH, f"{W}tbl")), "")


def _can_go_on(block: Element) -> bool:
    """Whether a block can go on with the paragraph before it: no table can, nor a table of contents."""
    return _first(block) == _PARAGRAPH and block.find(GALLERY) is None


def _marked(element: Element, properties: str, tags: tuple[str, ...]) -> bool:
    marks = element.find(properties)
    return marks is not None and any(marks.find(tag) is not None for tag in tags)


def _undo(parent: Element) -> None:
    """Take out what was put in and put back what was taken out, paragraph marks included."""
    for child in list(parent):
        if child.tag in _PUT_IN:
            parent.remove(child)
        elif child.tag in _TAKEN_OUT:
            _unwrap(parent, child)
    for child in list(parent):
        if child.tag == f"{W}pPr":
            _undo_mark(child)
        elif child.tag == f"{W}delText":
            child.tag = f"{W}t"
        else:
            _undo(child)


def _unwrap(parent: Element, child: Element) -> None:
    at = list(parent).index(child)
    parent.remove(child)
    for step, inner in enumerate(list(child)):
        parent.insert(at + step, inner)


def _undo_mark(properties: Element) -> None:
    """Keep a paragraph mark that was deleted; one that was inserted counts as deleted, so that the next goes on."""
    run = properties.find(f"{W}rPr")
    if run is None:
        return
    put_in = any(run.find(tag) is not None for tag in _PUT_IN)
    for tag in (*_PUT_IN, *_TAKEN_OUT):
        for mark in run.findall(tag):
            run.remove(mark)
    if put_in:
        run.append(Element(f"{W}del"))
