"""What people wrote beside the text of a Word document; never part of its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from kehoach.importing.model import WordRemark
from kehoach.importing.wordnumbers import W

MARKS = (f"{W}commentRangeStart", f"{W}commentReference")
"""Where in the text a remark begins, or stands."""


def remarks(comments: Element | None, lines: Mapping[str, int]) -> Iterator[WordRemark]:
    """Give the remarks of ``word/comments.xml``; ``lines`` gives the source line of each by its id, 0 where none."""
    for comment in comments.iter(f"{W}comment") if comments is not None else ():
        paragraphs = ("".join(t.text or "" for t in p.iter(f"{W}t")) for p in comment.iter(f"{W}p"))
        if words := " ".join(" ".join(paragraphs).split()):
            author = " ".join(comment.get(f"{W}author", "").split())
            yield WordRemark(lines.get(comment.get(f"{W}id", ""), 0), author, words)
