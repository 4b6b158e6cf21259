"""What became of each word that carries meaning in a printed line: read, deliberately ignored, or unread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

Kind = Literal[
    "date", "day", "period", "quantity", "symbol", "part", "body", "channel", "role", "modality", "negation", "place"
]
Fate = Literal["read", "ignored", "unread"]

KINDS: tuple[Kind, ...] = get_args(Kind)
FATES: tuple[Fate, ...] = get_args(Fate)
KIND_NAMES: Mapping[Kind, str] = {
    "date": "mốc thời gian",
    "day": "ngày trong tháng",
    "period": "kỳ",
    "quantity": "số lượng",
    "symbol": "ký hiệu văn bản",
    "part": "phần của văn bản",
    "body": "cơ quan",
    "channel": "nơi, kênh giao dịch",
    "role": "vai trò",
    "modality": "lời buộc",
    "negation": "ý phủ định",
    "place": "địa điểm",
}


class LedgerToken(NamedTuple):
    """Words of a line that carry meaning, and what became of them.

    ``start`` and ``end`` count characters of the line; ``text`` is what stands there. ``by`` names the value that the
    words were read into, the rule that ignores them, or in Vietnamese why they are unread.
    """

    kind: Kind
    start: int
    end: int
    text: str
    fate: Fate
    by: str


@dataclass(frozen=True)
class LedgerReading:
    """A printed line and its tokens in printed order."""

    line: str
    tokens: tuple[LedgerToken, ...] = ()

    @property
    def unread(self) -> tuple[LedgerToken, ...]:
        """The tokens that no value holds and no rule ignores."""
        return tuple(token for token in self.tokens if token.fate == "unread")

    def of(self, *kinds: Kind) -> tuple[LedgerToken, ...]:
        """Give the tokens of some kinds."""
        return tuple(token for token in self.tokens if token.kind in kinds)


def reading(line: str, *parts: Iterable[LedgerToken]) -> LedgerReading:
    """Put the tokens that several readers found in a line into one ledger, in printed order."""
    tokens = [token for part in parts for token in part]
    return LedgerReading(line, tuple(sorted(tokens, key=lambda token: (token.start, token.end))))


def tally(readings: Sequence[LedgerReading]) -> Mapping[Kind, tuple[int, int]]:
    """Count for each kind that occurs how many tokens are understood (read or ignored), and how many there are."""
    by_fate = Counter((token.kind, token.fate != "unread") for reading in readings for token in reading.tokens)
    counts = {kind: (by_fate[kind, True], by_fate[kind, True] + by_fate[kind, False]) for kind in KINDS}
    return {kind: (read, total) for kind, (read, total) in counts.items() if total}


SUMMED: Mapping[str, tuple[Kind, ...]] = {
    "mốc thời gian": ("date", "day", "period"),
    "ký hiệu văn bản": ("symbol",),
    "cơ quan": ("body",),
}
"""What is summed up for people, by its name."""


def summary(readings: Sequence[LedgerReading]) -> str:
    """Say how much was read: "đọc được 37/41 mốc thời gian, 52/55 ký hiệu văn bản, 18/20 cơ quan"."""
    counts_by_kind = tally(readings)
    parts = []
    for name, kinds in SUMMED.items():
        counts = [counts_by_kind[kind] for kind in kinds if kind in counts_by_kind]
        if counts:
            parts.append(f"{sum(read for read, _ in counts)}/{sum(total for _, total in counts)} {name}")
    return f"đọc được {', '.join(parts)}" if parts else ""


def differing(before: LedgerReading, after: LedgerReading) -> tuple[tuple[LedgerToken, ...], tuple[LedgerToken, ...]]:
    """Give the tokens that stand in one of two readings alone: where a change of words can change the meaning.

    Two tokens say the same when they are of one kind and were read into one value, or, unread, are the same words.
    """
    left, right = Counter(map(_value, before.tokens)), Counter(map(_value, after.tokens))
    return tuple(_beyond(before.tokens, right)), tuple(_beyond(after.tokens, left))


def _value(token: LedgerToken) -> tuple[str, str]:
    return token.kind, token.by.lower() if token.fate == "read" else " ".join(token.text.lower().split())


def _beyond(tokens: Sequence[LedgerToken], values: Counter[tuple[str, str]]) -> Iterator[LedgerToken]:
    left = Counter(values)
    for token in tokens:
        value = _value(token)
        if left[value] > 0:
            left[value] -= 1
        else:
            yield token
