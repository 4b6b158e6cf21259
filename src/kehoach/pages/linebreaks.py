"""Where a line must not break: between a word and its number, before an ellipsis, within a document's symbol.

A plan's text stays as it was printed, space by space, so that what is copied, quoted or searched for is the print. What
belongs together is marked when a page is whole, and the stylesheet keeps it on one line.
"""

from __future__ import annotations

import re

# An element of its own name: a page has a hundred of them, and a span with a class is twice as long.
_BEGIN, _END = "<kh-n>", "</kh-n>"

# Nor where an element holds nothing but text.
_IN_TEXT = r"(?![^<>]*(?:>|</(?:text|tspan|option|title|style|script|textarea)>))"
_NUMBERED = (
    "[Nn]gày [Tt]háng [Nn]ăm [Ss]ố [Đđ]iều [Kk]hoản [Đđ]iểm [Mm]ục [Qq]uý [Kk]ỳ [Gg]ạch [Cc]ộng [Pp]hần [Cc]hương "
    "[Pp]hụ_lục [Cc]ăn_cứ [Nn]ơi_nhận [Ll]ần_thứ"
)
_BEHIND_WORD = "|".join(rf"(?<=\b{word.replace('_', ' ')} )" for word in _NUMBERED.split())
_COUNTED = "lần|phút|giờ|việc|văn bản|kế hoạch|chỉ tiêu|triệu|tỷ|%"
# It begins with the space, so that a page is gone over from space to space and not from letter to letter.
_SPACE = re.compile(rf" (?:(?=\d|…|[IVXL]+\b)(?:{_BEHIND_WORD})|(?<=\d )(?=(?:{_COUNTED})\b)|(?=…)){_IN_TEXT}")
_WORD_BEFORE = re.compile(r"[^\s<>]*$")
_WORD_BEHIND = re.compile(r"[^\s<>]*")
_SYMBOL = re.compile(rf"(?<!\d)(?<!{_BEGIN}[Ss]ố )\d\d*(?:/\d{{4}})?/[A-ZĐ]\w*(?:-[A-ZĐ][\wĐđ&]*)+{_IN_TEXT}")
_LONGEST = 40
"""Letters of the longest word that is looked for before a space."""


def unbroken(html: str) -> str:
    """Give a page's HTML with what belongs together kept on one line; its words and spaces are the same."""
    kept: list[tuple[int, int]] = []
    for space in _SPACE.finditer(html):
        before, behind = html[max(0, space.start() - _LONGEST) : space.start()], _WORD_BEHIND.match(html, space.end())
        word = _WORD_BEFORE.search(before)
        start, end = space.start() - len(word[0] if word else ""), behind.end() if behind else space.end()
        if kept and start <= kept[-1][1]:
            start = kept.pop()[0]
        kept.append((start, end))
    return _SYMBOL.sub(rf"{_BEGIN}\g<0>{_END}", _marked(html, kept))


def _marked(html: str, kept: list[tuple[int, int]]) -> str:
    parts, done = [], 0
    for start, end in kept:
        parts += [html[done:start], _BEGIN, html[start:end], _END]
        done = end
    return "".join((*parts, html[done:]))
