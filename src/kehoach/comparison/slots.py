"""What words of a sentence are about, by the same reading as the ledger: time, quantity, modality, role, place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from kehoach.meaning.ledger import Kind, LedgerToken
from kehoach.meaning.linetokens import COUNTED
from kehoach.meaning.plainwords import plain_words
from kehoach.meaning.timegrammar import read_times


class Span(NamedTuple):
    """A stretch of a text that says one thing of a duty."""

    start: int
    end: int
    slot: str


Range = tuple[int, int]
"""Where something begins and ends, in characters of a text or in its signs."""
NOTHING: Range = (0, 0)


class Sign(NamedTuple):
    """One thing that a text says: its comparable form, where it stands, and the body that it names, if any."""

    start: int
    end: int
    key: str
    unit: str = ""


_SLOTS: Mapping[Kind, str] = {
    "part": "citation",
    "date": "time",
    "day": "time",
    "period": "time",
    "quantity": "quantity",
    "negation": "negation",
    "modality": "modality",
    "role": "role",
    "place": "place",
}
_ORDER = ("condition", "citation", "time", "years", "quantity", "negation", "modality", "role", "place")
"""Slots, the most telling first."""
_YEARS = frozenset(("years of a programme", "year of a name or content", "year of the plan"))
_NO_TIME = frozenset((*COUNTED, "date of a document", "ordinal number"))
_ONLY_IF = re.compile(
    r"(?<![^\W_])(?:nếu|(?:trong\s+)?trường hợp|tùy theo)\s+[^,;.:()\n]{3,}?(?=\s+thì\s|[,;.:()\n]|\Z)|"
    r"(?<![^\W_])(?:(?<!loại )(?<!khấu )trừ|ngoại trừ)\s+(?!đi(?![^\W_])|[0-9])[^,;.:()\n]{3,}|"
    r"(?<![^\W_])(?:chỉ\s+)?(?:khi|sau khi)\s+(?:có|đủ|đáp ứng|được|cần|phát hiện|xảy ra|phát sinh|tham khảo|thống nhất"
    r"|lấy)(?![^\W_])[^,;.:()\n]*?(?=\s+thì\s|[,;.:()\n]|\Z)"
    r"|(?<![^\W_])trước khi\s+[^\W\d_][^,;.:()\n]*?(?=\s+thì\s|[,;.:()\n]|\Z)",
    re.IGNORECASE,
)
"""What must be so before there is anything to do, and for what it need not be done."""
_UNDER = re.compile(r"(?<![^\W_])dưới sự (?:chủ trì|chỉ đạo|lãnh đạo|điều hành|hướng dẫn|giám sát)", re.IGNORECASE)
_CLOSE = re.compile(r"(?:[\s,;]|\bvà\b)*\Z")


@lru_cache(maxsize=4096)
def slots(text: str, year: int) -> tuple[Span, ...]:
    """Give the spans of a text, the most telling slot first; those of one slot that touch are one."""
    spans: list[Span] = []
    at = 0
    for line in text.split("\n"):
        spans += (Span(start + at, end + at, slot) for start, end, slot in _of_line(line, year))
        at += len(line) + 1
    return tuple(sorted(spans, key=lambda span: (_ORDER.index(span.slot), span.start)))


def with_quarters(words: str) -> str:
    """Write "quí" as times are read; all places stay where they are."""
    return words.replace("Quí ", "Quý ").replace("quí ", "quý ")


@lru_cache(maxsize=8192)
def _of_line(text: str, year: int) -> tuple[Span, ...]:
    conditions = [Span(*match.span(), "condition") for match in _ONLY_IF.finditer(text)]
    conditions += [Span(*match.span(), "role") for match in _UNDER.finditer(text)]
    spans = (
        *conditions,
        *(_span(token) for token in (*read_times(with_quarters(text), year).tokens, *plain_words(text))),
    )
    return tuple(_joined(text, sorted(span for span in spans if span)))


def _span(token: LedgerToken) -> Span | None:
    if token.by in _NO_TIME:
        return None
    return Span(token.start, token.end, "years" if token.by in _YEARS else _SLOTS[token.kind])


def _joined(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Put times, and parts of documents, that only a comma parts into one."""
    last: dict[str, Span] = {}
    for span in spans:
        before = last.get(span.slot)
        joins = span.slot in ("time", "citation") and before and _CLOSE.fullmatch(text[before.end : span.start])
        last[span.slot] = before._replace(end=span.end) if before and joins else span
        if before and not joins:
            yield before
    yield from last.values()
