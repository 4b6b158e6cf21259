"""Paragraphs of a Word document that are none of its text: a table of contents, a large first letter set apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element

from kehoach.importing.model import Removed
from kehoach.importing.wordnumbers import Styles, W

GALLERY = f"{W}sdtPr/{W}docPartObj/{W}docPartGallery"
"""What tells of a control what it was inserted as, such as a table of contents."""

_DROPPED = f"{W}dropCap"
_LONGEST = 2000


def is_contents(block: Element, styles: Styles) -> bool:
    """Tell whether a block is a table of contents, or a line of one."""
    if block.tag == f"{W}sdt":
        gallery = block.find(GALLERY)
        return gallery is not None and gallery.get(f"{W}val") == "Table of Contents"
    style = block.find(f"{W}pPr/{W}pStyle") if block.tag == f"{W}p" and styles.contents else None
    return style is not None and not styles.contents.isdisjoint(styles.chain(style.get(f"{W}val", "")))


def words_of(paragraph: Element) -> str:
    """Give the words of a line of contents as they stand in it."""
    text_parts = (part for part in paragraph.iter() if part.tag in (f"{W}t", f"{W}tab"))
    return "".join(" … " if part.tag == f"{W}tab" else part.text or "" for part in text_parts)


def contents(lines: Sequence[str]) -> Iterator[Removed]:
    """List a table of contents, whose words stand in the text as headings."""
    if words := " / ".join(" ".join(line.split()) for line in lines if line.strip()):
        yield Removed(0, words[:_LONGEST], "Mục lục; tên các mục có trong văn bản.")


def join_drop_caps(document: Element) -> None:
    """Put large first letters that stand in frames of their own before the paragraphs that they open."""
    if not any(_DROPPED in frame.attrib for frame in document.iter(f"{W}framePr")):
        return
    for parent in list(document.iter()):
        blocks = list(parent)
        for block, after in pairwise(blocks):
            frame = block.find(f"{W}pPr/{W}framePr") if block.tag == after.tag == f"{W}p" else None
            if frame is not None and frame.get(_DROPPED) in ("drop", "margin"):
                at = 1 if after.find(f"{W}pPr") is not None else 0
                after[at:at] = [piece for piece in block if piece.tag != f"{W}pPr"]
                parent.remove(block)
