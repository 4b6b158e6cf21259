"""Dates, with or without a year, tied to the reports and periods that wait for one."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from kehoach.meaning import timephrases as phrases
from kehoach.meaning import times
from kehoach.meaning.periods import Period, month_around, periods_of
from kehoach.meaning.timebare import (
    applies_from,
    cites_document,
    is_as_of,
    is_letterhead,
    why_bare,
    why_no_start,
)
from kehoach.meaning.timephrases import Dated
from kehoach.meaning.timerules import OF_WHICH, DayRules
from kehoach.meaning.times import LONG_AGO, Occasion, PrintedDeadline, Range, value_name
from kehoach.meaning.timetokens import Lexeme
from kehoach.wording.latepatterns import late

_LENGTH = {"day": 0, "week": 1, "month": 2, "quarter": 3, "half_year": 4, "nine_months": 5, "year": 6}
_LIMITED = late(r"\D*(?:ngày|trước|nhất|quá|xong|hạn|đến|hết|vào|trong|từ|sau)\b", re.IGNORECASE)
_BINDING = late(r"(?!ngày|vào|các)\D*\b(?:trước|nhất|quá|xong|hạn|đến|hết|trong ngày)\b", re.IGNORECASE)
_WITH_MONTH = late(r"[0-9]\s*[/.-]\s*[0-9]|[0-9]\s+tháng\s+[0-9]", re.IGNORECASE)
_EVERY_YEAR = late(r"\b(?:hằng|hàng|mỗi|từng)\s+năm\Z", re.IGNORECASE)
_ACT = late(
    r"(?:gửi|nộp|nhận|hạn|trình|xong|hoàn thành|ban hành|công bố|(?:đợt|lần|vòng)\s+\w+"
    r"|(?:buổi\s+)?(?:sáng|trưa|chiều|tối))\s*:?",
    re.IGNORECASE,
)
"""What a bare date in a cell of times is the day of: "Gửi 16/9; nhận 25/9"."""
_OF_YEAR_BEFORE = late(r"\s*(?:của\s+)?năm\s+(?:liền\s+(?:kề\s+)?)?trước\b(?!\s+ngày)", re.IGNORECASE)
_CLOCK = late(r"[0-9]{1,2}\s*(?:giờ|h|g)(?![^\W\d_])(?:\s*[0-9]{1,2}(?:\s*phút|['’])?)?", re.IGNORECASE)
_FROM_HOUR = late(r"(?:kể\s+)?từ\s+[0-9]{1,2}\s*(?:giờ|h|g)(?![^\W\d_])", re.IGNORECASE)
_AT = late(r"\blúc\s*\Z", re.IGNORECASE)
_APPLIED = late(r"\b(?:quy định|bảng giá|chính sách|chế độ|mức|quy chế)\b[^.;:()]*\báp dụng\s*\Z", re.IGNORECASE)
"""Before a day from which a rule holds: "ban hành Bảng giá mới áp dụng từ ngày 01/01"."""
BEFORE_ALL = "mốc của nhiều năm trước, không phải hạn"
HOUR = "giờ của một buổi, không phải hạn"
"""Why the hour at which something begins or ends is no day to have a thing done by: "Bế giảng lúc 16h00 ngày 27/8"."""


class Days(DayRules):
    """Reads dates, and tells them from days of a month."""

    def _days(self, index: int, lexeme: Lexeme) -> None:
        if _WITH_MONTH.search(_CLOCK.sub("", lexeme.text)):
            self._dates(index, lexeme)
        else:
            self._rule(index, lexeme)

    def _items(self, index: int, lexeme: Lexeme) -> None:
        """Take a kind of period named behind a day as the day's: "trước ngày 10/6 đối với báo cáo 6 tháng"."""
        last, kinds = self.values[-1] if self.values else None, phrases.kinds(lexeme.text)
        if (
            not isinstance(last, PrintedDeadline)
            or len(kinds) != 1
            or last.kinds
            or not OF_WHICH.fullmatch(self.text, last.end, lexeme.start)
        ):
            return super()._items(index, lexeme)
        occasions = tuple(Occasion(self._period_for(kinds[0], due), due) for due in last.dates)
        self.values[-1] = replace(last, occasions=occasions, kinds=kinds)
        self.fates[index] = ("read", value_name(self.values[-1]))

    def _dayofmonths(self, index: int, lexeme: Lexeme) -> None:
        """Read "ngày 10 tháng 3, tháng 6 và tháng 9" as the tenth of each."""
        self._rule(index, lexeme)

    def _dates(self, index: int, lexeme: Lexeme) -> None:
        limited = bool(_LIMITED.match(lexeme.text))
        dates = phrases.dates(lexeme.text, self.year)
        going_on = self._joins_list(lexeme) if limited else self._goes_on(lexeme)
        if not limited and not going_on and not self._stands_alone(lexeme, dates):
            return self._ignore(index, "share")
        bracketed = self._take_brackets(index)
        if _OF_YEAR_BEFORE.match(self.text, lexeme.end):
            return self._unread(index, "ngày của năm trước")
        if _FROM_HOUR.match(lexeme.text) or (_CLOCK.match(lexeme.text) and _AT.search(self._before(lexeme))):
            return self._unread(index, HOUR)
        begins = re.search(r"\bbắt đầu\s*\Z", self._before(lexeme), re.IGNORECASE) and len(dates) == 1
        if begins or re.match(r"(?:kể )?từ\b|sau\b", lexeme.text, re.IGNORECASE):
            return self._open_range(index, lexeme, dates)
        printed = [date.year for date in dates if date.year]
        loose = not _BINDING.match(lexeme.text)
        if printed and max(printed) < self.year - (0 if loose else LONG_AGO):
            return self._ignore(index, "date of an earlier year") if loose else self._unread(index, BEFORE_ALL)
        if is_letterhead(self.text):
            return self._ignore(index, "date of a document")
        if loose and is_as_of(self._before(lexeme)):
            return self._ignore(index, "period of the data")
        if why := why_bare(self._before(lexeme), lexeme.text):
            cited = cites_document(self._before(lexeme))
            return self._ignore(index, "date of a document") if cited else self._unread(index, why)
        if bad := [date for date in dates if date.day is None]:
            for date in bad:
                self._unread(index, phrases.why_no_day(date.words), date.words, impossible=True)
            if len(bad) == len(dates):
                return
        if not going_on:
            self.listing = (self._about(lexeme)[0], phrases.is_before(lexeme.text))
        self._dated(index, [date for date in dates if date.day], going_on and self.listing[1])
        if re.search(r"\btức(?: là)?\s*\Z", self._before(lexeme), re.IGNORECASE) and len(self.values) > 1:
            self.values[-1] = replace(self.values[-1], subject=self.values[-2].subject)
        if going_on and limited:
            self.values[-1] = replace(self.values[-1], subject=self.listing[0])
        if bracketed and isinstance(last := self.values[-1], PrintedDeadline):
            self.values[-1] = replace(last, subject=f"{self.listing[0]} ({bracketed})")
            self.boundary = self.lexemes[index + 3].end

    def _goes_on(self, lexeme: Lexeme) -> bool:
        """Whether a bare date goes on a list of days with their periods: "trước ngày 15/3 (quý I), 15/6 (6 tháng)"."""
        last = self.values[-1] if self.values else None
        before = self._before(lexeme).rstrip()
        listed = before.endswith((",", ";", "và")) and self.text[lexeme.end :].lstrip().startswith("(")
        return listed and isinstance(last, PrintedDeadline) and last.start >= self.opened

    def _joins_list(self, lexeme: Lexeme) -> bool:
        """Whether a day goes on with days of a rule: "trước ngày 25 tháng cuối quý, ngày 25/6 và ngày 25/12"."""
        last = self.values[-1] if self.values else None
        if not isinstance(last, PrintedDeadline) or not last.of or not phrases.is_before(last.words):
            return False
        joins = self.text[last.end : lexeme.start].strip() in (",", "và", ", và")
        if joins and lexeme.text[:4].lower() == "ngày":
            self.listing = (last.subject, True)
            return True
        return False

    def _take_brackets(self, index: int) -> str:
        """Take a period in brackets behind a date as the date's: "15/3 (quý I)"; gives its words."""
        behind = self.lexemes[index + 1 : index + 4]
        kinds = ("items", "quarters", "halves", "months", "year")
        if len(behind) < 3 or (behind[0].text, behind[2].text) != ("(", ")") or behind[1].kind not in kinds:
            return ""
        if self.text[self.lexemes[index].end : behind[1].start].strip() != "(":
            return ""
        self._finish()
        read = {"quarters": phrases.quarters, "halves": phrases.halves, "months": phrases.months}.get(behind[1].kind)
        periods = read(behind[1].text, self.year) if read else ()
        self._wait(index + 2, () if read else phrases.kinds(behind[1].text), periods, report=True)
        self.taken.add(index + 2)
        return behind[1].text

    def _stands_alone(self, lexeme: Lexeme, dates: Sequence[Dated]) -> bool:
        """Whether a date without "ngày" or a limit is one: it has its year, is all there is, or stands in brackets."""
        if any(date.year and date.year > 999 for date in dates):
            return True
        before, after = self._before(lexeme).rstrip(), self.text[lexeme.end :].lstrip()
        if self.alone and after[:1] in (";", ".", ",", "") and _ACT.fullmatch(before.strip(" -–•+")):
            return True
        return (self.alone and not before) or (before[-1:] in ("(", ":") and after[:1] in (")", ";", ".", ""))

    def _open_range(self, index: int, lexeme: Lexeme, dates: Sequence[Dated]) -> None:
        if dates[0].day is None:
            return self._unread(index, phrases.why_no_day(dates[0].words), dates[0].words, impossible=True)
        if why := why_no_start(self._before(lexeme), self.text[lexeme.end :]):
            return self._unread(index, why)
        if _APPLIED.search(self._before(lexeme)) or applies_from(self.text[lexeme.end :]):
            return self._ignore(index, "day of coming into force")
        start = dates[0].day + dt.timedelta(days=lexeme.text.lower().startswith("sau"))
        subject, body = self._about(lexeme)
        self._say(index, Range(lexeme.start, lexeme.end, lexeme.text, subject, body, start))

    def _dated(self, index: int, dates: Sequence[Dated], before: bool = False) -> None:
        lexeme, waiting = self.lexemes[index], self.waiting
        early = dt.timedelta(days=before or phrases.is_before(lexeme.text))
        days = [date.day - early for date in dates if date.day]
        later = bool(re.search(r"năm\s+(?:sau|kế|tiếp|liền)", lexeme.text, re.IGNORECASE))
        printed = any(date.year for date in dates)
        every = bool(_EVERY_YEAR.search(lexeme.text))
        if every and self._too_early(dates) and (waiting.kinds, waiting.named) == (["year"], []):
            occasions = [Occasion(p, day) for day in days for p in periods_of("year", day.year - 1)]
            return self._deadline(index, occasions, ("year",), reading=times.NO_YEAR)
        if not (printed or later) and self._too_early(dates):
            return self._unread(index, "không in năm; ngày này rơi trước khi hết kỳ báo cáo")
        reading = "" if printed or later else times.NO_YEAR
        years = [date.year for date in dates if date.year and date.year != self.year]
        self._remove_excepted()
        if len(days) == len(waiting.listed) > 1:
            paired = [
                self._period_for(entry, day) if isinstance(entry, str) else entry
                for entry, day in zip(waiting.listed, days, strict=True)
            ]
            return self._paired(index, paired, days, reading, years)
        kinds = waiting.kinds if waiting.report or waiting.regular else ()
        occasions = [occasion for day in days for occasion in self._occasions(day)]
        self._deadline(index, dict.fromkeys(occasions), kinds, reading=reading, years=years)

    def _paired(
        self, index: int, named: Sequence[Period], days: Sequence[dt.date], reading: str, years: Sequence[int]
    ) -> None:
        """Say of several periods and as many days that each has its own."""
        waiting, boundary = self.waiting, self.boundary
        for period, day in zip(named, days, strict=True):
            self.waiting, self.boundary = replace(waiting), boundary
            self._deadline(index, [Occasion(period, day)], (period.kind,), reading=reading, years=years)
            self._name_last(period.name)

    def _too_early(self, dates: Sequence[Dated]) -> bool:
        """Whether a report's day without a year lies before its period can be over: it may be of the next year."""
        waiting = self.waiting
        if waiting.named and not (len(waiting.named) > 1):
            period = waiting.named[0]
            middle = period.start + (period.end - period.start) / 2
            return any(date.day < (middle if period.kind != "month" else period.start) for date in dates if date.day)
        if not waiting.report or len(waiting.kinds) != 1:
            return False
        least = {"year": 7, "nine_months": 6, "half_year": 4}.get(waiting.kinds[0], 1)
        return any(date.day.month < least for date in dates if date.day)

    def _occasions(self, day: dt.date) -> list[Occasion]:
        """Tell for which periods a thing is due on a day."""
        waiting = self.waiting
        if waiting.named:
            fitting = [p for p in waiting.named if p.start <= day <= p.end] or waiting.named[-1:]
            return [Occasion(fitting[0], day)]
        kinds = [kind for kind in waiting.kinds if kind in _LENGTH and _LENGTH[kind] > 1]
        if not kinds:
            return [Occasion(month_around(day), day)]
        ending = [(kind, self._period_for(kind, day)) for kind in kinds]
        near = [p for kind, p in ending if -31 <= (day - p.end).days <= 31 or len(kinds) == 1]
        return [Occasion(p, day) for p in near] or [
            Occasion(min((p for _, p in ending), key=lambda p: p.end - p.start), day)
        ]

    def _period_for(self, kind: str, day: dt.date) -> Period:
        """The period of a kind whose report is due on a day: that which ends in its month or the month before."""
        periods = [*periods_of(kind, day.year - 1), *periods_of(kind, day.year)]
        over = [p for p in periods if 0 <= (day.year - p.end.year) * 12 + day.month - p.end.month <= 1]
        holding = [p for p in periods if p.start <= day <= p.end]
        if kind != "month" and over and over[-1].end.month != day.month and day.day > 20 and holding:
            over = []
        ends_now = [p for p in over if p.end.month == day.month and p.end.year == day.year]
        return (ends_now or (over if kind != "month" and day.day <= 20 else []) or holding or periods[-1:])[0]
