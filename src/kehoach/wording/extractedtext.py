"""What of an extracted text is meant to be seen: one pass over letters and marks for all readers and all checks."""

from __future__ import annotations

import re

from kehoach.wording.latepatterns import late
from kehoach.wording.letters import nfc

BULLET_MARKS = "-–—+•*●○▪■□◦♦◆❖►▶➢➤✓✔✗☑☒→⇒·∙‣⁃"
"""Marks that open an item without counting it."""

_BULLETS = str.maketrans(
    dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf076\uf06e●○▪■◦♦◆❖►▶➢➤·∙‣⁃", "•")
    | dict.fromkeys("\uf02d\uf0be―−‐", "-")
    | {"\u2011": "-", "\u00a0": " ", "\u202f": " ", "\u2007": " "}
    | {"\uf0fc": "✓", "\uf0e8": "→", "\uf071": "□", "\uf0a8": "□"}
)
# What the reader of plans refuses, or what would part or join words unseen.
_UNSEEN = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff\ue000-\uf8ff\U000e0000-\U000e0fff\ufdd0-\ufdef"
)
_HIDDEN = late(f"[{_UNSEEN}]")
_SPACES = late(r"[^\S\n]")
# Ticks, arrows and boxes are bullets only where they open a line: within one, or alone, they can be what it says.
_OPENING = late(r"^(\s*)(?:[✓✔✗☑☒→⇒]|□(?![^\n]*□))(?=\s+\S)", re.MULTILINE)

# Letters of other alphabets that look like đ, and strokes that look like a slash.
_ALIKE = str.maketrans({"Ð": "Đ", "Ɖ": "Đ", "ð": "đ", "ɖ": "đ", "\u2044": "/", "\u2215": "/"})

_MARKED = re.compile(r"[#*<\\-]")
_HEADING = late(r"\s{0,8}#{1,6}\s+")
_ADDRESS = late(r"<(https?://[^<>\s]{1,2000})>")
_EMPHASIS = late(r"\*\*")
_ITALIC = late(r"(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])")
_ESCAPED = late(r"\\([\\`*_{}\[\]()#+\-.!|>])")
# A list mark that an extraction put before a printed label.
_DOUBLE_MARK = late(r"(\s*)[-*]\s+(?=\+\s|[a-zđ]\)\s|[IVX]{1,5}\.\s|[0-9]{1,2}[.)]\s|[•–]\s)")
_RULE = late(r"[\s\-_=*.~–—|+:]{3,}\Z|[\s|*_.]+\Z")


_WHITE = "\t\v\f\r\x1c-\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""All white space but the space and the end of a line."""

# Nearly every text has none of these and stays as it is. They are one set, which the search passes over in a fifth of
# the time that it needs for one set or another: a whole document is looked through, and then each line of it.
UNUSUAL = late("[" + "".join(map(chr, (*_BULLETS, *_ALIKE))) + "✓✔✗☑☒□→⇒" + _UNSEEN + _WHITE + "]")
"""A letter or sign that `normalized` may change; composing apart."""


def normalized(text: str) -> str:
    """Compose to NFC, drop what cannot be seen, put look-alikes right; bullets of symbol fonts become real ones."""
    if not UNUSUAL.search(text):
        return nfc(text)
    text = nfc(_HIDDEN.sub("", text.translate(_BULLETS)))
    text = _OPENING.sub(r"\1•", text)
    return _SPACES.sub(" ", _HIDDEN.sub("", text.translate(_ALIKE)))


def without_marks(text: str) -> str:
    """Drop Markdown marks from one line; a star that opens a line as a bullet stays."""
    if not _MARKED.search(text):
        return text
    # A mark can stand between a letter and its accent.
    return nfc(_unmarked(text))


def is_rule(text: str) -> bool:
    """Tell whether a line only draws a line or the border of a table."""
    return not text[:1].isalnum() and bool(_RULE.match(text))


def _unmarked(text: str) -> str:
    text = _HEADING.sub("", text, count=1) if text.lstrip().startswith("#") else text
    text = _ADDRESS.sub(r"\1", text) if "<" in text else text
    text = _ESCAPED.sub(r"\1", text) if "\\" in text else text
    if "*" in text:
        bullet = re.match(r"\s*\*\s+", text)
        start = bullet.end() if bullet else 0
        text = text[:start] + _ITALIC.sub("", _EMPHASIS.sub("", text[start:]))
    return _DOUBLE_MARK.sub(r"\1", text, count=1) if _DOUBLE_MARK.match(text) else text
