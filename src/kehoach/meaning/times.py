"""What printed words of time say: days by which a thing is done, stretches, recurrences, events, or that it is unread.

A value keeps its printed words and their place, the words of the report or task that it belongs to, and of the body
where it holds for one kind of body alone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from kehoach.meaning.ledger import LedgerToken
from kehoach.meaning.periods import Period

YEARS = range(1900, 2200)
"""Years that a plan's words can mean; others are slips of the pen or numbers of something else."""

LONG_AGO = 3
"""How many years before the plan's one no limit of work can be: "công trình xây dựng trước ngày 15/10/1993"."""

NO_YEAR = "Bản in không ghi năm; hiểu là năm của kế hoạch."
NO_DAY = "Bản in không ghi ngày; hiểu là chậm nhất ngày cuối của kỳ đã ghi."
NO_MONTH = "Bản in không nói tháng nào; hiểu là tháng cuối của kỳ báo cáo."
COUNTED = "Bản in chỉ ghi số lần, không ghi kỳ; hiểu là chia đều trong năm."
WITHIN_YEAR = "Bản in chỉ ghi trong năm, không nói một hay nhiều lần; chưa đặt hạn."
ELSEWHERE = "dẫn sang văn bản hoặc việc khác, không in ngày"
FIRST_HALF = "Bản in ghi “6 tháng” cùng với “năm”; hiểu là 6 tháng đầu năm."


@dataclass(frozen=True)
class Said:
    """Words of a line that say a time; ``subject`` are the words of what is timed, ``body`` of whom alone it binds.

    ``condition`` are printed words apart from them without which the time is not true: "nếu được bố trí vốn".
    """

    start: int
    end: int
    words: str
    subject: str = ""
    body: str = ""
    condition: str = field(default="", kw_only=True)

    @property
    def told(self) -> str:
        """The printed words with those of the condition, as they are told to people."""
        return f"{self.words} [{self.condition}]" if self.condition else self.words


@dataclass(frozen=True)
class Occasion:
    """One time that a thing is due: the period that it is for, and the last day."""

    period: Period
    due: dt.date


@dataclass(frozen=True)
class PrintedDeadline(Said):
    """Days by which a thing is done; ``rule`` names the recurring kind of the periods, empty for a thing done once.

    ``reading`` is a Vietnamese remark on a reading that was chosen; ``years`` holds the printed years.
    """

    occasions: tuple[Occasion, ...] = ()
    kinds: tuple[str, ...] = ()
    of: str = ""
    reading: str = ""
    years: tuple[int, ...] = ()

    @property
    def dates(self) -> tuple[dt.date, ...]:
        """The days in order, each once."""
        return tuple(sorted({occasion.due for occasion in self.occasions}))


@dataclass(frozen=True)
class Range(Said):
    """A stretch in which a thing goes on, open where an end is not printed."""

    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(frozen=True)
class Recurring(Said):
    """How a thing comes back: month, quarter, half_year, nine_months, year, week, day, regularly, periodically."""

    period: str = ""
    count: int | None = None
    reading: str = ""


@dataclass(frozen=True)
class Relative(Said):
    """A time counted from something that happens, or done when it happens."""


@dataclass(frozen=True)
class Unread(Said):
    """Words of time that give no day; ``why`` says in Vietnamese what is missing.

    ``impossible`` tells that they print a day that does not exist.
    """

    why: str = ""
    impossible: bool = False


Time = PrintedDeadline | Range | Recurring | Relative | Unread
"""Any of the values."""

_READ_AS = ((PrintedDeadline, "hạn"), (Range, "khoảng thời gian"), (Recurring, "chu kỳ"), (Relative, "theo sự kiện"))
Value = TypeVar("Value", bound=Said)


@dataclass(frozen=True)
class Times:
    """All that a line says of time, in printed order, with the fate of each of its words of time."""

    values: tuple[Time, ...] = ()
    tokens: tuple[LedgerToken, ...] = ()

    def of(self, kind: type[Value]) -> tuple[Value, ...]:
        """Give the values of one kind."""
        return tuple(value for value in self.values if isinstance(value, kind))

    @property
    def deadlines(self) -> tuple[PrintedDeadline, ...]:
        """The values that set days."""
        return self.of(PrintedDeadline)

    @property
    def unread(self) -> tuple[Unread, ...]:
        """The words that give no day."""
        return self.of(Unread)


def moved(times: Times, by: int, least: int = 0) -> Times:
    """Give the same times at places of a longer text; none begins before ``least``."""
    return Times(
        tuple(replace(v, start=max(v.start + by, least), end=v.end + by) for v in times.values),
        tuple(t._replace(start=max(t.start + by, least), end=t.end + by) for t in times.tokens),
    )


def in_order(values: Iterable[Time]) -> tuple[Time, ...]:
    """Sort values by where they stand."""
    return tuple(sorted(values, key=lambda value: (value.start, value.end)))


def value_name(value: Time) -> str:
    """Name a value in Vietnamese, for the ledger: two that say the same have one name."""
    name = next((name for kind, name in _READ_AS if isinstance(value, kind)), "")
    parts: tuple[object, ...] = ()
    if isinstance(value, PrintedDeadline) and value.dates:
        parts = (value.dates[0], *((f"({len(value.dates)} ngày)", value.dates[-1]) if len(value.dates) > 1 else ()))
    elif isinstance(value, Range):
        parts = (value.first or "…", value.last or "…")
    elif isinstance(value, Recurring):
        parts = (value.period, *((f"{value.count} lần",) if value.count else ()))
    elif isinstance(value, Relative):
        parts = (" ".join(value.words.lower().split()),)
    condition = (f"[{' '.join(value.condition.lower().split())}]",) if value.condition else ()
    return " ".join((name, *map(str, (*parts, *condition))))
