"""Figures that sentences promise: "Phấn đấu 100% hồ sơ …", "tối thiểu 80% …", "giảm 20% so với năm 2025".

A figure is a target only where words say so: it is striven for, bounded, or a share that opens its clause. What has
been reached, what is spent, how long a thing may take and what a condition names is none. What is not certain is not
read.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from kehoach.meaning.targetpatterns import (
    ADJUSTED,
    AHEAD,
    AIM,
    BASE,
    BOUNDS,
    BY_YEAR,
    CLAUSE_END,
    CONDITION,
    DONE,
    EACH,
    EXCEPTS,
    FIGURE,
    FROM,
    FROM_BASE,
    FRONTED,
    IN_EACH,
    MADE,
    NOT_AIMED,
    NOT_COUNTED,
    OWN_YEAR,
    PART,
    PER,
    PER_BEFORE,
    PROMISES,
    RANK,
    REACHED,
    RISES,
    SENTENCE,
    SHARE_OPENS,
    STRIVEN,
    UNITS_OF_TIME,
    WITHOUT,
    Comparison,
)
from kehoach.meaning.timegrammar import read_times
from kehoach.meaning.times import PrintedDeadline

Per = Literal["", "day", "week", "month", "quarter", "half_year", "year"]
_PERIODS: dict[str, Per] = {
    "ngày": "day",
    "tuần": "week",
    "tháng": "month",
    "quý": "quarter",
    "6 tháng": "half_year",
    "năm": "year",
}


_FIGURES = re.compile(r"[0-9]")
_STRIVES = re.compile(r"phấn đấu|quyết tâm|đặt mục tiêu", re.IGNORECASE)


@dataclass(frozen=True)
class PrintedTarget:
    """A promised figure as printed: ``start`` and ``end`` slice its words with bound and unit in the text.

    ``upper`` is the other end of a range; ``by`` the last day to reach it, None where the sentence names none; ``base``
    are the printed words of what it is compared with; ``strives`` tells that it is only striven for.
    """

    start: int
    end: int
    words: str
    comparison: Comparison
    value: float
    unit: str
    upper: float | None = None
    per: Per = ""
    by: dt.date | None = None
    base: str = ""
    strives: bool = False


@lru_cache(maxsize=4096)
def read_targets(text: str, year: int) -> tuple[PrintedTarget, ...]:
    """Read the targets that a text prints, in order; ``year`` is the plan's."""
    if not _FIGURES.search(text) or not PROMISES.search(text):
        return ()
    return tuple(target for match in SENTENCE.finditer(text) for target in _in_sentence(text, *match.span(), year))


def _in_sentence(text: str, start: int, end: int, year: int) -> Iterator[PrintedTarget]:
    sentence = text[start:end]
    if WITHOUT.search(sentence):
        return
    targets = [*_ranks(sentence), *_parts(sentence)]
    ranges = [(target.start, target.end) for target in targets]
    figures = [m for m in FIGURE.finditer(sentence) if not any(a <= m.start() < b for a, b in ranges)]
    targets += [_read(sentence, match, figures) for match in figures if _is_target(sentence, match, year)]
    by: dt.date | None = None
    for target in sorted(targets, key=lambda target: target.start):
        strives = bool(_STRIVES.search(sentence[: target.start]))
        by = _by(sentence, target, len(figures) < 2, year) or (by if _excepts(sentence, target) else None)
        yield replace(target, start=start + target.start, end=start + target.end, by=by, strives=strives)


def _ranks(sentence: str) -> Iterator[PrintedTarget]:
    for match in RANK.finditer(sentence):
        yield PrintedTarget(*match.span(), match[0], "rank", float(match["value"]), "hạng")


def _parts(sentence: str) -> Iterator[PrintedTarget]:
    """So many of so many, where they are striven for."""
    for match in PART.finditer(sentence):
        before = sentence[: match.start()]
        possible = 0 < int(match["value"]) <= int(match["among"]) and match["unit"] not in UNITS_OF_TIME
        if possible and STRIVEN.search(before) and AHEAD.search(before):
            yield PrintedTarget(*match.span(), match[0], "equal", float(match["value"]), match["unit"])


def _read(sentence: str, match: re.Match[str], figures: Sequence[re.Match[str]]) -> PrintedTarget:
    comparison, first = _comparison(sentence, match)
    per, until = _per(sentence, first, match.end(), _unit(match))
    base = BASE.match(sentence[match.end() :])
    words = " ".join(base["base"].split()) if base else ""
    earlier = [figure for figure in figures if figure.end() <= first and _is_base(sentence, figure)]
    if earlier and RISES.fullmatch(sentence[earlier[-1].end() : first].rstrip()):
        words = " ".join(sentence[earlier[-1].start() : first].rsplit(maxsplit=1)[0].split())
    upper = match["upper"]
    return PrintedTarget(
        first,
        until,
        sentence[first:until],
        "range" if upper and comparison in ("equal", "at_least") else comparison,
        _number(match["value"]),
        _unit(match),
        _number(upper) if upper else None,
        per,
        base=words,
    )


def _is_base(sentence: str, match: re.Match[str]) -> bool:
    """Whether a figure is what is now, and the next one what it is to become."""
    return bool(FROM.search(sentence[: match.start()]) and not match["onward"] and RISES.match(sentence[match.end() :]))


def _unit(match: re.Match[str]) -> str:
    return " ".join((match["share"] or match["unit"] or "").split())


def _is_target(sentence: str, match: re.Match[str], year: int) -> bool:
    """Whether a figure is promised: by a word of aim, a bound, or a share that opens what is to be."""
    before, behind = sentence[: match.start()], sentence[match.end() :]
    clause = before[max((m.end() for m in CLAUSE_END.finditer(before)), default=0) :]
    unit = _unit(match)
    if not unit or NOT_AIMED.search(clause) or NOT_COUNTED.match(behind) or _is_past(before, year):
        return False
    if _is_base(sentence, match) or DONE.match(behind) or _is_condition(before, behind):
        return False
    bounded = _bounded(before) is not None or bool(match["onward"] and (match["share"] or AHEAD.search(before)))
    if unit in UNITS_OF_TIME:
        return bounded and _times_a_thing(clause, behind, unit)
    if bounded or _adjusts(clause) or (AIM.search(clause) and STRIVEN.search(before)):
        return True
    if match["share"]:
        own = OWN_YEAR.match(behind) if AIM.search(before) else None
        if own and int(own["year"]) >= year:
            return True
        return bool(AIM.search(clause) or SHARE_OPENS.search(before) or AHEAD.search(before))
    per = PER.match(sentence, match.end())
    return bool(MADE.search(before) or EACH.search(before) or (per and SHARE_OPENS.search(clause)))


def _is_condition(before: str, behind: str) -> bool:
    """Whether what follows says what becomes of those who have reached a figure."""
    bound = _bounded(before)
    can_be = REACHED.search(before) or (bound is not None and bound[0] in ("above", "below"))
    return bool(can_be and CONDITION.match(behind))


def _times_a_thing(clause: str, behind: str, unit: str) -> bool:
    """Whether minutes and hours measure what is broadcast or waited for, and are no time limit of a duty."""
    if unit not in ("phút", "giờ"):
        return False
    return bool(
        re.search(r"thời lượng|thời gian chờ|phát (?:sóng|thanh)|chuyên mục", clause, re.IGNORECASE)
        or re.match(r"\s*(?:/|mỗi|một)\s*(?:ngày|tuần|tháng|quý|năm|hồ sơ)", behind)
    )


def _is_past(before: str, year: int) -> bool:
    """Whether what was reached is told: "năm 2025 đạt 85%" in a plan of 2026."""
    before = FROM_BASE.sub(" ", f"{before} ")
    years = [int(figures) for figures in re.findall(r"năm\s+([0-9]{4})(?!\s*[-–])", before.lower())]
    clause = before[max((m.end() for m in re.finditer(r"[,;:]\s", before)), default=0) :]
    own = [int(figures) for figures in re.findall(r"năm\s+([0-9]{4})", clause.lower())]
    return bool((own or years) and max(own or years) < year and not AHEAD.search(before))


def _bounded(before: str) -> tuple[Comparison, int] | None:
    """Give what the words right before a figure bound it by, and where they begin."""
    for pattern, comparison in BOUNDS:
        if match := pattern.search(before):
            return comparison, match.start()
    return None


def _adjusts(before: str) -> Comparison | Literal[""]:
    """Whether a figure is by how much a thing grows or falls."""
    match = ADJUSTED.search(before)
    if match is None:
        return ""
    return "up" if match["how"].lower() in ("tăng", "nâng", "tăng thêm") else "down"


def _comparison(sentence: str, match: re.Match[str]) -> tuple[Comparison, int]:
    before = sentence[: match.start()]
    bound = _bounded(before)
    first = bound[1] if bound else match.start()
    if change := _adjusts(before[:first]):
        return change, first
    onward = (match["onward"] or "").lower()
    if onward:
        return ("at_least" if "lên" in onward else "at_most"), first
    return (bound[0] if bound else "equal"), first


def _per(sentence: str, first: int, end: int, unit: str) -> tuple[Per, int]:
    if behind := PER.match(sentence, end):
        return _PERIODS.get(" ".join(behind["period"].lower().split()), ""), behind.end()
    if unit == "lần" and (within := IN_EACH.match(sentence, end)):
        return _PERIODS.get(within["period"].lower(), ""), within.end()
    before = PER_BEFORE.search(sentence[:first])
    return (_PERIODS.get(" ".join(before["period"].lower().split()), "") if before else ""), end


def _by(sentence: str, target: PrintedTarget, alone: bool, year: int) -> dt.date | None:
    """The one day by which a figure is reached, as its own clause says it, or what opens or ends the sentence."""
    if own_year := OWN_YEAR.match(sentence, target.end):
        return dt.date(int(own_year["year"]), 12, 31) if int(own_year["year"]) >= year else None
    edges = [0, *(m.end() for m in CLAUSE_END.finditer(sentence)), len(sentence)]
    start = max(edge for edge in edges if edge <= target.start)
    end = min(edge for edge in edges if edge >= target.end)
    if (own := _days(sentence[start:end], year)) or not alone:
        return own.pop() if len(own) == 1 else _fronted(sentence, year) if not own else None
    all_ = _days(sentence, year)
    return all_.pop() if len(all_) == 1 else None


def _excepts(sentence: str, target: PrintedTarget) -> bool:
    """Whether a figure stands for an exception from the one before: "…, trừ các xã vùng III đạt tối thiểu 90%"."""
    start = max((m.end() for m in CLAUSE_END.finditer(sentence, 0, target.start)), default=0)
    return bool(EXCEPTS.match(sentence, start))


def _fronted(sentence: str, year: int) -> dt.date | None:
    """The day that a sentence opens with: "Đến hết năm 2026, …" holds for all figures behind it."""
    opening = FRONTED.match(sentence)
    days = _days(opening[0], year) if opening else set()
    return days.pop() if len(days) == 1 else None


def _days(words: str, year: int) -> set[dt.date]:
    plain = BASE.sub(" ", FROM_BASE.sub(" ", words))
    days = {day for value in read_times(plain, year).of(PrintedDeadline) for day in value.dates[-1:]}
    years = {int(match["year"]) for match in BY_YEAR.finditer(plain)}
    return days or {dt.date(year_named, 12, 31) for year_named in years if year <= year_named < 2200}


def _number(figures: str) -> float:
    return float(figures.replace(".", "").replace(",", "."))
