"""Appendices: what stands behind the foot, parted where one begins, each with label, title and line in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from kehoach.importing.labels import read_labels
from kehoach.importing.model import Block, SourceParagraph
from kehoach.importing.phrases import head
from kehoach.importing.siblings import LONGEST_LINE
from kehoach.wording.casing import CapitalNames, is_capitals
from kehoach.wording.labels import roman
from kehoach.wording.latepatterns import late

_LABEL = late(
    r"(?P<label>(?:phu luc|phu bieu|bieu(?: mau)?|mau)(?: so)?"
    r"(?:[ .:]*(?:[0-9]{1,3}|[ivx]{1,6})[a-z]?\b(?:[./-][0-9a-z]{1,6})*)?)"
    r"(?P<rest>\s*[.:–-]?\s*)"
)
_BRACKETS = late(r"\(.*\b(?:kem theo|ban hanh|dinh kem)\b")
_MOST_TITLE = 6
_LONGEST_TITLE = 300


@dataclass
class AppendixPart:
    """One appendix; ``label`` is empty for what stands behind the foot without one."""

    label: str = ""
    title: list[SourceParagraph] = field(default_factory=list)
    attached: list[SourceParagraph] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


def label_length(text: str) -> int:
    """Give how long the label of an appendix is with which a paragraph opens, 0 where it opens none.

    "Phụ lục", "PHỤ LỤC 01", "Biểu số 2:" stand alone, or before a title; "Phụ lục kèm theo …" is a sentence.
    """
    match = _LABEL.match(head(text))
    if not match or len(text) > _LONGEST_TITLE:
        return 0
    rest = head(text)[match.end() :]
    if not rest:
        return len(text)
    is_numbered = match["label"].split()[-1][-1:].isdigit() or bool(re.search(r" [ivx]+\Z", match["label"]))
    marked = bool(match["rest"].strip())
    capital = text[:1].isupper() and (is_capitals(text) or (is_numbered and marked))
    # Bare letters and the printed ones are of one length but where a text is not composed.
    return match.end() if (is_numbered or marked) and capital and len(head(text)) == len(text) else 0


def parts_of(blocks: Sequence[Block]) -> list[AppendixPart]:
    """Part what stands behind the foot into appendices; nothing is left over."""
    out: list[AppendixPart] = []
    for block in blocks:
        length = label_length(block.text) if isinstance(block, SourceParagraph) else 0
        if length and isinstance(block, SourceParagraph):
            out.append(AppendixPart(block.text[:length].strip()))
            if rest := block.text[length:].strip():
                out[-1].title.append(SourceParagraph(rest, block.line))
        elif out and isinstance(block, SourceParagraph) and not out[-1].blocks and _opens(block, out[-1]):
            in_brackets = out[-1].attached or _BRACKETS.match(head(block.text))
            (out[-1].attached if in_brackets else out[-1].title).append(block)
        else:
            if not out:
                out.append(AppendixPart())
                if isinstance(block, SourceParagraph) and _opens(block, out[-1]):
                    out[-1].title.append(block)
                    continue
            out[-1].blocks.append(block)
    return out


def first_label(blocks: Sequence[Block], start: int) -> int:
    """Give where the first appendix of a document without a foot begins, its end where there is none.

    Its label is in capitals, or a title in capitals or the line in brackets stands below.
    """
    for index in range(start + 1, len(blocks)):
        block = blocks[index]
        if not isinstance(block, SourceParagraph) or label_length(block.text) != len(block.text):
            continue
        below = blocks[index + 1] if index + 1 < len(blocks) else None
        titled = isinstance(below, SourceParagraph) and (is_capitals(below.text) or _BRACKETS.match(head(below.text)))
        if is_capitals(block.text) or titled:
            return index
    return len(blocks)


def _opens(paragraph: SourceParagraph, part: AppendixPart) -> bool:
    """Tell whether a paragraph below the label is of the title or the line in brackets."""
    text = paragraph.text
    if (
        len(text) > LONGEST_LINE
        or sum(len(p.text) + 1 for p in (*part.title, *part.attached, paragraph)) > LONGEST_LINE
    ):
        return False
    if _BRACKETS.match(head(text)):
        return not part.attached or not part.attached[-1].text.endswith(")")
    if part.attached:
        return not part.attached[-1].text.endswith(")")
    if len(text) > _LONGEST_TITLE or len(part.title) >= _MOST_TITLE or read_labels(text) or text.endswith((";", ":")):
        return False
    if is_capitals(text):
        return True
    return bool(part.label) and not part.title and not text.endswith(".")


def opening(part: AppendixPart, number: int, count: int, names: CapitalNames) -> dict[str, Any]:
    """Write an appendix's label, title and line in brackets; a label that follows from the position is left out."""
    data: dict[str, Any] = {}
    if not part.label:
        data["unlabelled"] = True
    elif part.label != ("Phụ lục" if count == 1 else f"Phụ lục {roman(number)}"):
        data["label"] = part.label
    if part.title:
        printed = " ".join(paragraph.text for paragraph in part.title)
        title = names.sentence_case(printed) if is_capitals(printed) else printed
        data["title"] = title if title.upper() == printed else printed
        if data["title"].upper() != printed:
            data["plain_title"] = True
    if part.attached:
        data["attached"] = " ".join(paragraph.text for paragraph in part.attached)
    return data
