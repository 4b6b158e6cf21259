"""What siblings of an outline have in common: their numbering, and which of them are fields of the duty above."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kehoach.importing.labels import ARTICLE, BULLET_STYLES, SECTION, SMALL_ROMAN
from kehoach.importing.tree import Node
from kehoach.model.fields import BY_KEY

LONGEST_LINE, LONGEST_PROSE = 2000, 20_000
"""Longest line and prose that the schema allows."""

NO_STYLE = (SECTION, SMALL_ROMAN, ARTICLE)
"""Styles of labels that a body has no numbering for."""


def can_be_field(child: Node) -> bool:
    """Tell whether a node can be written as a field: one line behind the colon, or bullets where it takes ideas."""
    made = child.field
    if not made or made.kind not in BY_KEY or len(made.text) > LONGEST_LINE or len(child.paragraphs) > 1:
        return False
    if child.label is not None and child.label.style not in BULLET_STYLES:
        return False
    if child.children:
        bullets = all(below.label and below.label.style in BULLET_STYLES for below in child.children)
        return bool(BY_KEY[made.kind].ideas) and not made.text and bullets
    return bool(made.text)


def style_of(children: Sequence[Node], default: str) -> str:
    """Choose the style that most labelled children have; the default where none has a label."""
    counts = Counter(
        bullet(child.label.style) for child in children if child.label and child.label.style not in NO_STYLE
    )
    if not counts:
        return default
    return max(counts, key=lambda style: (counts[style], style == default))


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


def numbering_of(root: Node) -> tuple[str, ...]:
    """Choose the plan's numbering: per level the style that most often stands below the level above."""
    below: dict[str, Counter[str]] = {}
    for node in root.walk():
        above = "" if node is root else bullet(node.label.style) if node.label else "none"
        styles = {
            bullet(child.label.style)
            for child in node.children
            if child.label and child.label.style not in NO_STYLE and not child.field
        }
        for style in styles:
            below.setdefault(above, Counter())[style] += 1
    chain: list[str] = []
    at = ""
    while at in below and len(chain) < 8:
        style = max(below[at], key=lambda name: below[at][name])
        if style in chain:
            break
        chain.append(style)
        at = style
    return tuple(chain) or ("I", "1", "a", "-", "+")
