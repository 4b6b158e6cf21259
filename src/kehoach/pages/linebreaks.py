"""Where a line must not break: between a word and its number, before an ellipsis, within a document's symbol.

A plan's text is kept as it was printed; what holds it together on a narrow screen is put in when a page is whole. The
space becomes one that does not break, which readers, browsers' own search and copying take for a space. A symbol such
as 76/NQ-CP is parted at its hyphen, for which no other character may stand: it is marked, and the stylesheet keeps it.
"""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"

_NOT_IN_TAG = r"(?![^<>]*>)"
_NUMBERED = (
    "[Nn]gày [Tt]háng [Nn]ăm [Ss]ố [Đđ]iều [Kk]hoản [Đđ]iểm [Mm]ục [Qq]uý [Kk]ỳ [Gg]ạch [Cc]ộng [Pp]hần [Cc]hương "
    "[Pp]hụ_lục [Cc]ăn_cứ [Nn]ơi_nhận [Ll]ần_thứ"
)
_BEHIND_WORD = "|".join(rf"(?<=\b{word.replace('_', ' ')} )" for word in _NUMBERED.split())
_COUNTED = "lần|phút|giờ|việc|văn bản|kế hoạch|chỉ tiêu|triệu|tỷ|%"
# It begins with the space, so that a page is gone over from space to space and not from letter to letter.
_SPACE = re.compile(rf" (?:(?=\d|…|[IVXL]+\b)(?:{_BEHIND_WORD})|(?<=\d )(?=(?:{_COUNTED})\b)|(?=…)){_NOT_IN_TAG}")
_SYMBOL = re.compile(
    r"\d\d*(?:/\d{4})?/[A-ZĐ]\w*(?:-[A-ZĐ][\wĐđ&]*)+"
    # Nor where an element holds nothing but text.
    r"(?![^<>]*(?:>|</(?:text|tspan|option|title)>))"
)


def unbroken(html: str) -> str:
    """Give a page's HTML with what belongs together kept on one line."""
    return _SYMBOL.sub(lambda match: f'<span class="kh-nb">{match[0]}</span>', _SPACE.sub(NO_BREAK, html))
