"""Words of a limit before a time: "trước", "chậm nhất là vào", "đến hết"; told by words before a pattern is tried."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from kehoach.meaning.nametable import Token

ANY_LIMIT = "trước chậm muộn không xong hạn đến hết vào trong sau kể từ"
"""The words that a limit can begin with."""

_ALONE = frozenset(("trước", "đến", "hết", "vào", "trong", "sau", "từ", "xong"))
_PAIRS: Mapping[str, Collection[str]] = {
    "chậm": ("nhất",),
    "muộn": ("nhất",),
    "không": ("quá",),
    "hạn": ("cuối", "chót"),
    "đến": ("trước", "hết", "cuối"),
    "kể": ("từ",),
}
"""Words of which one, behind a single space, makes a limit of two."""
_LATEST = frozenset(("là", "vào", "đến", "trước", "trong", "hết"))
"""What can follow "chậm nhất", as often as it does."""
_AFTER_DONE = frozenset(("trước", "trong"))


def behind_limit(text: str, words: Sequence[Token], index: int) -> list[int]:
    """Give by number the words right behind the limit that begins at a word, the furthest first.

    "đến cuối tháng 6" has two limits, "đến cuối" and "đến". Words are parted by white space alone.
    """
    ends = _ends(text, words, index)
    return [end + 1 for end in reversed(ends) if end + 1 < len(words) and _gap(text, words, end).isspace()]


def _ends(text: str, words: Sequence[Token], index: int) -> list[int]:
    """Give the last words of the limits that begin at a word, the shortest first."""

    def pair(at: int) -> str:
        return _word(words, at + 1) if _gap(text, words, at) == " " else ""

    first = _word(words, index)
    ends = [index] if first in _ALONE else []
    if pair(index) in _PAIRS.get(first, ()):
        ends.append(index + 1)
    elif first == "không" and pair(index) == "muộn" and pair(index + 1) == "hơn":
        ends.append(index + 2)
    if not ends:
        return ends
    last = ends[-1]
    if first in ("chậm", "muộn"):
        while _word(words, last + 1) in _LATEST and _gap(text, words, last).isspace():
            last += 1
            ends.append(last)
    is_done = first == "xong" and _word(words, last + 1) in _AFTER_DONE and _gap(text, words, last).isspace()
    if is_done or (first == "hạn" and pair(last) == "là"):
        ends.append(last + 1)
    return ends


def _word(words: Sequence[Token], at: int) -> str:
    return words[at].word.lower() if at < len(words) else ""


def _gap(text: str, words: Sequence[Token], at: int) -> str:
    """Give what stands between a word and the next."""
    return text[words[at].end : words[at + 1].start] if at + 1 < len(words) else ""
