"""What siblings of an outline have in common: their numbering, and which of them are fields of the duty above."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from kehoach.importing.labels import BULLET_STYLES, SECTION, Label
from kehoach.importing.tree import OutlineNode
from kehoach.model.fields import BY_KEY
from kehoach.wording.labels import printed_label

LONGEST_LINE, LONGEST_PROSE = 2000, 20_000
"""Longest line and prose that the schema allows."""

MOST_NUMBER = 999
"""Largest printed number that the schema allows."""

BY_WORD = {"a": "abc", "A": "ABC"}
"""Styles of letters in Vietnamese order, each with the style in Word's own order."""

_READ_AS = {style: read for read, style in BY_WORD.items()}


def can_be_field(child: OutlineNode) -> bool:
    """Tell whether a node can be written as a field: one line behind the colon, or bullets where it takes ideas."""
    field = child.field
    if not field or field.kind not in BY_KEY or len(field.text) > LONGEST_LINE or len(child.paragraphs) > 1:
        return False
    if child.label is not None and child.label.style not in BULLET_STYLES:
        return False
    if child.children:
        bullets = all(below.label and below.label.style in BULLET_STYLES for below in child.children)
        return bool(BY_KEY[field.kind].ideas) and not field.text and bullets
    return bool(field.text)


def style_of(children: Sequence[OutlineNode], default: str) -> str:
    """Choose the style that most labelled children have; the default where none has a label."""
    groups = _groups(children)
    if not groups:
        return default
    style = max(groups, key=lambda style: (len(groups[style]), style == _READ_AS.get(default, default)))
    return in_order(style, groups[style], default)


def _groups(children: Sequence[OutlineNode]) -> dict[str, list[Label]]:
    """Give the labels that a numbering can have by their style."""
    groups: dict[str, list[Label]] = {}
    for child in children:
        if child.label and (style := numbered(child.label)):
            groups.setdefault(style, []).append(child.label)
    return groups


def numbered(label: Label) -> str:
    """Give the style that a plan can be numbered in by a label; empty for what it has none for, as "Phụ lục"."""
    return label.numbering or ("" if label.style == SECTION else bullet(label.style))


def says(label: Label, printed: str) -> bool:
    """Tell whether a label as read says the words of a printed one; only names of parts can be in capitals."""
    read = label.printed.lower() if label.numbering else label.printed
    return words_in(read) == words_in(printed.lower() if label.numbering else printed)


def in_order(style: str, labels: Sequence[Label], usual: str = "") -> str:
    """Choose between the two orders of letters the one that fewer labels break; up to d both are alike."""
    if style not in BY_WORD:
        return style
    vietnamese, latin = _breaks([label.number for label in labels]), _breaks([label.latin for label in labels])
    if latin == vietnamese:
        return usual if _READ_AS.get(usual) == style else style
    return BY_WORD[style] if latin < vietnamese else style


def _breaks(places: Sequence[int]) -> int:
    return sum(not place or place != before + 1 for before, place in pairwise([0, *places]))


def own_number(label: Label, style: str, parent_label: str) -> int:
    """Give the place that a label names in a list of a style, 0 where it is no label of such a list."""
    number = label.latin if style in _READ_AS else label.number
    same = numbered(label) == _READ_AS.get(style, style) and style not in BULLET_STYLES and 0 < number <= MOST_NUMBER
    return number if same and says(label, printed_label(style, number, parent_label)) else 0


def bullet(style: str) -> str:
    """Give the numbering style for a label's style; a star is printed as a round bullet."""
    return "•" if style == "*" else style


def words_in(text: str) -> list[str]:
    """Give the letters and figures of a label without its marks."""
    return re.findall(r"[^\W_]+", text)


def pieces(text: str, size: int) -> list[str]:
    """Cut a text at spaces or line feeds into pieces of at most ``size`` characters, a longer word by the hundred."""
    out: list[str] = []
    while len(text) > size:
        cut = max(text.rfind(" ", 0, size), text.rfind("\n", 0, size))
        cut = cut if cut > 0 else size // 100 * 100
        out.append(text[:cut].strip())
        text = text[cut:].strip()
    return [*out, text] if text else out


def numbering_of(root: OutlineNode) -> tuple[str, ...]:
    """Choose the plan's numbering: per level the style that most often stands below the level above."""
    below: dict[str, Counter[str]] = {}
    for node in root.walk():
        above = "" if node is root else numbered(node.label) if node.label else "none"
        for style, labels in _groups([child for child in node.children if not child.field]).items():
            # The root is one alone: of its lists the longest counts, not the first.
            below.setdefault(above, Counter())[in_order(style, labels)] += 1 if above else len(labels)
    chain: list[str] = []
    at = ""
    while at in below and len(chain) < 8:
        style = max(below[at], key=lambda name: below[at][name])
        if style in chain:
            break
        chain.append(style)
        at = _READ_AS.get(style, style)
    return tuple(chain) or ("I", "1", "a", "-", "+")
