"""The ledgers of both sides of a comparison: only where they are equal is it said that nothing changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kehoach.comparison.meanings import Difference
from kehoach.comparison.model import Change, Comparison
from kehoach.comparison.nodes import ComparedNode
from kehoach.comparison.otherforms import LABELLED, as_fields
from kehoach.comparison.signs import plain_keys
from kehoach.comparison.slips import with_slips_mended
from kehoach.comparison.slots import with_quarters
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.ledger import LedgerReading, LedgerToken, differing
from kehoach.meaning.linetokens import read_text
from kehoach.meaning.mentions import mentions_again
from kehoach.wording.letters import CAPITAL

_SINCE = re.compile(r"\b(?:kể|tính) từ\b")
"""Another way of saying "từ", which alone may be read as no time."""
_UPWARDS = re.compile(
    r"(?:\btừ\s+)?(?<![\w/.,])([0-9][0-9.,]*\s?%?)((?:\s+[^\W\d_]+){0,6}?)\s+trở lên\b", re.IGNORECASE
)
"""Another way of saying "ít nhất"."""
_OWED = re.compile(r"\bcó trách nhiệm\s+(?!giải trình)|^\s*Giao\s+(?=[^\W\d_])")
"""What a sentence says of whom it names, without changing who does it: that it is their duty."""
_WITHIN = re.compile(r"\btrong (?:thời hạn|thời gian|vòng)(?: (?:không quá|tối đa))?\s+(?=[0-9])", re.IGNORECASE)
_ALL = re.compile(r"(?:\b(?:toàn bộ|tất cả)\s+\()?\b100\s?%\)?(?=\s+[^\W\d_])|\btất cả\b", re.IGNORECASE)
_ADVISED = re.compile(r"\btham mưu,?\s+trình\b", re.IGNORECASE)
"""Ways of saying "trong" before a number of days, "toàn bộ", and "tham mưu"."""
_MONEY = re.compile(r"(?<=[0-9] )((?:(?:nghìn|triệu|tỷ)\s+)?đồng)\s[^\W\d_]+\Z")
"""An amount of money with a word of what it is for."""
_DONE_BY = re.compile(rf"\bđược\s+(?={CAPITAL})")
"""What a sentence turned round says before who does it: "kế hoạch được Công an tỉnh xây dựng"; its signs tell leave."""
_DASHED = re.compile(r"\b(từ|đến|hết|trước|ngày)\s+([0-9]{1,2})-([0-9]{1,2})(?![\w/-])", re.IGNORECASE)
"""A day written with a dash, as "29/4" is: "từ 29-4 đến hết 3-5"."""
_DAYS = re.compile(
    r"(?:\btừ\s+)?(?:\bngày\s+|(?<![\w/.,-]))([0-9]{1,2})\s?[-–]\s?([0-9]{1,2})/(1[0-2]|0?[1-9])(?![\w/-])",
    re.IGNORECASE,
)
_TO_A_DAY = re.compile(r"\bđến hết (?=ngày\s+[0-9]{1,2}[/.-])", re.IGNORECASE)
"""Two ways of writing the first and the last day: "22 - 30/9", "từ ngày 22/9 đến hết ngày 30/9"."""
_GLUED = re.compile(r"(?<!\w)(ngày|tháng|quý|năm|tuần)(?=[0-9])", re.IGNORECASE)
"""A word of time that runs into its figure: "ngày10/11"."""
_DAY = re.compile(r"[0-9]{1,2}/[0-9]{1,2}(?:/.+)?")
_ENSURES = re.compile(r"\s*(?:Bảo đảm|Đảm bảo)\s+")
_MUST = re.compile(r"\sphải\s")
_YEAR_PRINTED = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_NAMED = ("body", "channel", "symbol", "place", "part")
"""Kinds that are compared by their signs, in which an alias is its body and a level of communes one group."""


def beyond_signs(comparison: Comparison, old: LinkedPlan, new: LinkedPlan) -> Iterator[tuple[Change, Difference]]:
    """Give, of provisions whose words changed, the words of meaning that stand in one of the two ledgers alone.

    The years of the two plans are one year: a day of last year's plan is the same day of this year's. What is told of
    last year's plan has its own year, as printed.
    """
    for change in comparison.changes:
        if not (change.old and change.new and change.fields) or change.by == LABELLED or as_fields(change):
            continue  # of what is written out in fields the parts are compared, with all that they say
        before = _reading(change.old, change.new, old.plan.year, new.plan.year)
        after = _reading(change.new, change.old, new.plan.year)
        days = _days(change.old, old.plan.year), _days(change.new, new.plan.year)
        sides = differing(before, after)
        dropped, added = (_token_words(tokens) for tokens in sides)
        if plain_keys(dropped, new.plan.year) == plain_keys(added, new.plan.year):
            continue
        dropped, added = (_token_words(_beyond_days(tokens, days, new.plan.year)) for tokens in sides)
        if dropped != added:
            printed = " ".join(change.old.fields.values())
            own = _YEAR_PRINTED.sub(lambda match: str(int(match[0]) + old.plan.year - new.plan.year), dropped)
            yield change, Difference("unread", own if own in printed else dropped, added)


def _reading(node: ComparedNode, other: ComparedNode, year: int, as_of: int = 0) -> LedgerReading:
    tokens: list[LedgerToken] = []
    for name, printed in node.fields.items():
        words = with_slips_mended(printed, other.fields.get(name, ""))[0]
        if as_of and as_of != year:
            words = _with_years(words, year, as_of, other.fields.get(name, ""))
        words = _TO_A_DAY.sub("đến ", _DAYS.sub(r"từ ngày \1/\3 đến ngày \2/\3", words))
        words = _DASHED.sub(_with_stroke, _GLUED.sub(r"\1 ", words))
        if _ENSURES.match(node.fields.get(name, "")) or _ENSURES.match(other.fields.get(name, "")):
            words = _MUST.sub(" ", _ENSURES.sub("", words), count=1)  # "Bảo đảm nội dung có …", "Nội dung phải có …"
        words = _ADVISED.sub("tham mưu", _ALL.sub("toàn bộ", _WITHIN.sub("trong ", words)))
        words = _DONE_BY.sub("", _OWED.sub("", _UPWARDS.sub(r"ít nhất \1\2", _SINCE.sub("từ", with_quarters(words)))))
        reading = read_text(words, mentions_again(words, node.mentions.get(name, ())), as_of or year)
        tokens += (token for token in reading.tokens if token.fate != "ignored" and token.kind not in _NAMED)
    return LedgerReading(node.path, tuple(tokens))


def _with_stroke(match: re.Match[str]) -> str:
    before = match[1] if match[1].lower() == "ngày" else f"{match[1]} ngày"
    return f"{before} {match[2]}/{match[3]}"


def _with_years(words: str, year: int, as_of: int, other: str) -> str:
    """Write the plan's year as another one; those beside it too, where the other text has them all so."""

    def near(words: str, own: int) -> list[int]:
        return sorted(int(match[0]) - own for match in _YEAR_PRINTED.finditer(words) if abs(int(match[0]) - own) <= 1)

    most = 1 if near(words, year) == near(other, as_of) else 0
    return _YEAR_PRINTED.sub(
        lambda match: str(int(match[0]) - year + as_of) if abs(int(match[0]) - year) <= most else match[0], words
    )


def _days(node: ComparedNode, year: int) -> Counter[str]:
    """Count the days of a node by their signs, which are the same however a day is written."""
    return Counter(key for key in plain_keys(node.text, year) if _DAY.fullmatch(key))


def _beyond_days(
    tokens: Sequence[LedgerToken], days: tuple[Counter[str], Counter[str]], year: int
) -> list[LedgerToken]:
    """Leave out days that stand as often in both texts: they are the same in another writing."""

    def beyond(token: LedgerToken) -> bool:
        keys = plain_keys(token.text, year) if token.kind in ("date", "day") else []
        return not keys or any(days[0][key] != days[1][key] or not days[0][key] for key in keys)

    return [token for token in tokens if beyond(token)]


def _token_words(tokens: Sequence[LedgerToken]) -> str:
    return "; ".join(dict.fromkeys(_MONEY.sub(r"\1", " ".join(token.text.split())) for token in tokens))
