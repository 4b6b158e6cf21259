"""Days: dates with or without a year, days of a month of a period, working days by their place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from kehoach.meaning import timephrases as phrases
from kehoach.meaning import times
from kehoach.meaning.holidays import working_day
from kehoach.meaning.periods import Period, month_around, periods_of
from kehoach.meaning.timeexceptions import excepts
from kehoach.meaning.timeperiods import PeriodWords
from kehoach.meaning.timephrases import Dated, DayRule
from kehoach.meaning.times import Deadline, Occasion, Range, Unread
from kehoach.meaning.timestate import value_name
from kehoach.meaning.timetokens import Lexeme

KIND_NAMES = {
    "month": "tháng",
    "quarter": "quý",
    "half_year": "6 tháng",
    "nine_months": "9 tháng",
    "year": "năm",
}
NO_MONTH = "không in tháng, không rõ kỳ nào"
_LENGTH = {"day": 0, "week": 1, "month": 2, "quarter": 3, "half_year": 4, "nine_months": 5, "year": 6}
_LIMITED = re.compile(r"\D*(?:ngày|trước|nhất|quá|xong|hạn|đến|hết|vào|trong|từ|sau)\b", re.IGNORECASE)
_BINDING = re.compile(r"(?!ngày|vào|các)\D*\b(?:trước|nhất|quá|xong|hạn|đến|hết)\b", re.IGNORECASE)
_WITH_MONTH = re.compile(r"[0-9]\s*[/.-]\s*[0-9]|[0-9]\s+tháng\s+[0-9]", re.IGNORECASE)
_CLOCK = re.compile(r"[0-9]{1,2}\s*(?:giờ|h|g)\b(?:\s*[0-9]{1,2}(?:\s*phút)?)?", re.IGNORECASE)


class Days(PeriodWords):
    """Reads days and ties them to the periods that wait for one."""

    def _days(self, index: int, lexeme: Lexeme) -> None:
        if _WITH_MONTH.search(_CLOCK.sub("", lexeme.text)):
            self._dates(index, lexeme)
        else:
            self._rule(index, lexeme)

    def _dates(self, index: int, lexeme: Lexeme) -> None:
        limited = bool(_LIMITED.match(lexeme.text))
        found = phrases.dates(lexeme.text, self.year)
        if not limited and not self._stands_alone(lexeme, found):
            return self._ignore(index, "share")
        begins = re.search(r"\bbắt đầu\s*\Z", self._before(lexeme), re.IGNORECASE) and len(found) == 1
        if begins or re.match(r"(?:kể )?từ\b|sau\b", lexeme.text, re.IGNORECASE):
            return self._open_range(index, lexeme, found)
        printed = [one.year for one in found if one.year]
        loose = not _BINDING.match(lexeme.text)
        if loose and printed and max(printed) < self.year:
            return self._ignore(index, "date of an earlier year")
        if bad := [one for one in found if one.day is None]:
            for one in bad:
                self._unread(index, phrases.why_no_day(one.words), one.words, impossible=True)
            if len(bad) == len(found):
                return
        self._dated(index, [one for one in found if one.day])

    def _stands_alone(self, lexeme: Lexeme, found: Sequence[Dated]) -> bool:
        """Whether a date without "ngày" or a limit is one: it has its year, is all there is, or stands in brackets."""
        if any(one.year and one.year > 999 for one in found):
            return True
        before, after = self._before(lexeme).rstrip(), self.text[lexeme.end :].lstrip()
        return (self.alone and not before) or (before[-1:] in ("(", ":") and after[:1] in (")", ";", ".", ""))

    def _open_range(self, index: int, lexeme: Lexeme, found: Sequence[Dated]) -> None:
        if found[0].day is None:
            return self._unread(index, phrases.why_no_day(found[0].words), found[0].words, impossible=True)
        start = found[0].day + dt.timedelta(days=lexeme.text.lower().startswith("sau"))
        subject, body = self._about(lexeme)
        self._say(index, Range(lexeme.start, lexeme.end, lexeme.text, subject, body, start))

    def _dated(self, index: int, found: Sequence[Dated]) -> None:
        lexeme, waiting = self.lexemes[index], self.waiting
        early = dt.timedelta(days=phrases.is_before(lexeme.text))
        days = [one.day - early for one in found if one.day]
        later = bool(re.search(r"năm\s+(?:sau|kế|tiếp|liền)", lexeme.text, re.IGNORECASE))
        printed = any(one.year for one in found)
        if not (printed or later) and self._too_early(found):
            return self._unread(index, "không in năm; ngày này rơi trước khi hết kỳ báo cáo")
        reading = "" if printed or later else times.NO_YEAR
        years = [one.year for one in found if one.year and one.year != self.year]
        self._remove_excepted()
        if len(days) == len(waiting.listed) > 1:
            paired = [
                self._period_for(one, day) if isinstance(one, str) else one
                for one, day in zip(waiting.listed, days, strict=True)
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

    def _too_early(self, found: Sequence[Dated]) -> bool:
        """Whether a report's day without a year lies before its period can be over: it may be of the next year."""
        waiting = self.waiting
        if waiting.named and not (len(waiting.named) > 1):
            period = waiting.named[0]
            middle = period.start + (period.end - period.start) / 2
            return any(one.day < (middle if period.kind != "month" else period.start) for one in found if one.day)
        if not waiting.report or len(waiting.kinds) != 1:
            return False
        least = {"year": 7, "nine_months": 6, "half_year": 4}.get(waiting.kinds[0], 1)
        return any(one.day.month < least for one in found if one.day)

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
        known = [*periods_of(kind, day.year - 1), *periods_of(kind, day.year)]
        over = [p for p in known if 0 <= (day.year - p.end.year) * 12 + day.month - p.end.month <= 1]
        holding = [p for p in known if p.start <= day <= p.end]
        if kind != "month" and over and over[-1].end.month != day.month and day.day > 20 and holding:
            over = []
        ends_now = [p for p in over if p.end.month == day.month and p.end.year == day.year]
        return (ends_now or (over if kind != "month" and day.day <= 20 else []) or holding or known[-1:])[0]

    def _rule(self, index: int, lexeme: Lexeme) -> None:
        self._ruling(index, lexeme, phrases.day_rule(lexeme.text))

    def _firstdays(self, index: int, lexeme: Lexeme) -> None:
        """Read "trong 05 ngày đầu của tháng sau" as by the fifth; of working days only the number is known."""
        count = phrases.number(re.sub(r"^trong\s+", "", lexeme.text, flags=re.IGNORECASE).split()[0])
        of, place, step = phrases.month_of(re.sub(r"^.*?ngày\s+đầu", "", lexeme.text, flags=re.IGNORECASE))
        clear = 1 <= count <= 31 and "làm việc" not in lexeme.text.lower()
        self._ruling(index, lexeme, DayRule((count,), False, of, place, step) if clear else None)

    def _ruling(self, index: int, lexeme: Lexeme, rule: DayRule | None) -> None:
        if rule is None:
            return self._unread(
                index, "không có ngày như vậy, hoặc không rõ là ngày nào", impossible=lexeme.kind == "days"
            )
        rule = self._completed(rule)
        doubt = self._scope_doubt(lexeme) or self.waiting.unclear
        periods, kinds = self._rule_periods(rule)
        self._remove_excepted(doubt)
        if doubt or not periods:
            return self._unread(index, "không rõ ngoại lệ là kỳ nào" if doubt else NO_MONTH)
        occasions = (
            occasion
            for occasion in phrases.rule_occasions(rule, periods)
            if not any(excepts(period, occasion) for period in self.left_out)
        )
        first_half = "half_year" in kinds and "year" in kinds
        reading = times.NO_MONTH if rule.of == "period" else ""
        if first_half and not self.waiting.first_half:
            reading = f"{reading} {times.FIRST_HALF}".strip()
        if re.search(r"(?:hằng|hàng|mỗi) tháng", lexeme.text, re.IGNORECASE):
            self._share_months(replace(rule, days=()))
        self._ruled(index, tuple(occasions), kinds, of=rule.of, reading=reading)

    def _share_months(self, rule: DayRule) -> None:
        """Let a bare day before take the month: "văn bản trước ngày 12, bản mềm trước ngày 10 hằng tháng"."""
        last = self.values[-1] if self.values else None
        if not isinstance(last, Unread) or last.why != NO_MONTH or last.start < self.opened or self.exception:
            return
        bare = phrases.day_rule(last.words)
        if bare is None:
            return
        found = tuple(
            phrases.rule_occasions(replace(rule, days=bare.days, before=bare.before), periods_of("month", self.year))
        )
        made = Deadline(last.start, last.end, last.words, last.subject, last.body, found, ("month",), "month")
        self.values[-1] = made
        at = next(i for i, x in enumerate(self.lexemes) if x.start == last.start)
        self.fates[at] = ("read", value_name(made))

    def _ruled(self, index: int, found: Sequence[Occasion], kinds: Sequence[str], of: str, reading: str) -> None:
        """Say the days of a rule; where it counts in periods of several kinds, each kind is a report of its own."""
        if len(kinds) < 2 or of not in ("period_end", "after_period"):
            return self._deadline(index, found, kinds, of, reading)
        waiting, boundary = self.waiting, self.boundary
        for kind in kinds:
            self.waiting, self.boundary = replace(waiting), boundary
            self._deadline(index, [o for o in found if o.period.kind == kind], (kind,), of, reading)
            self._name_last(KIND_NAMES[kind])

    def _completed(self, rule: DayRule) -> DayRule:
        """A bare day takes its month from the months named, from "hằng tháng" before it, or from what it excepts."""
        waiting = self.waiting
        if rule.of:
            return rule
        if waiting.named:
            kinds = {period.kind for period in waiting.named}
            if kinds == {"month"}:
                return replace(rule, of="month")
            base = self._base()
            inherits = kinds == {"quarter"} and base and base.of in ("quarter", "period_end")
            return replace(rule, of="quarter") if inherits else rule
        if waiting.kinds == ["month"]:
            return replace(rule, of="month")
        base = self._base()
        return (
            replace(rule, of=base.of) if self._binds() and base and base.of == "month" and not waiting.kinds else rule
        )

    def _rule_periods(self, rule: DayRule) -> tuple[tuple[Period, ...], tuple[str, ...]]:
        """Give the periods that a rule counts in, and their kinds; none where the words do not say."""
        waiting = self.waiting
        if not rule.of:
            return (), ()
        if waiting.named and not (rule.of == "month" and waiting.named[0].kind != "month"):
            return tuple(waiting.named), tuple(dict.fromkeys(p.kind for p in waiting.named))
        if rule.of == "month":
            return periods_of("month", self.year), ("month",)
        kinds = [kind for kind in waiting.kinds if _LENGTH.get(kind, 0) > 1]
        if rule.of == "quarter":
            longer = [k for k in kinds if _LENGTH[k] > 3] if rule.place == 3 and not rule.step else []
            kinds = ["quarter", *longer] if "quarter" in kinds or not longer else longer
        return tuple(p for kind in kinds for p in self._year_periods(kind, kinds)), tuple(kinds)

    def _year_periods(self, kind: str, kinds: Sequence[str]) -> tuple[Period, ...]:
        found = periods_of(kind, self.year)
        return found[:1] if kind == "half_year" and ("year" in kinds or self.waiting.first_half) else found

    def _workday(self, index: int, lexeme: Lexeme) -> None:
        words = lexeme.text.lower()
        place = re.search(r"(cuối|đầu|thứ\s+\w+)", words)
        at = {"cuối": -1, "đầu": 1}.get(place[1], 0) if place else 0
        at = at or (phrases.number(place[1].split()[-1]) if place else 0)
        periods, kinds = self._workday_periods(words[place.end() :] if place else "", lexeme)
        if not periods or not at or (phrases.is_before(words) and "làm việc" in words):
            return self._unread(index, "không rõ là ngày nào")
        days = [self._placed(period, at, "làm việc" in words) for period in periods]
        if not all(days):
            return self._unread(index, "chưa có lịch nghỉ của năm này")
        early = dt.timedelta(days=phrases.is_before(words))
        found = [Occasion(p, day - early) for p, day in zip(periods, days, strict=True) if day]
        self._deadline(index, found, kinds=kinds, of="month" if kinds == ("month",) else "")

    @staticmethod
    def _placed(period: Period, place: int, working: bool) -> dt.date | None:
        if working:
            return working_day(period.start, period.end, place)
        return period.end if place < 0 else period.start + dt.timedelta(days=place - 1)

    def _workday_periods(self, of: str, lexeme: Lexeme) -> tuple[tuple[Period, ...], tuple[str, ...]]:
        if re.search(r"\b(?:sau|kế|tiếp|liền)", of):
            return (), ()
        for printed, read in ((r"quý\s+[iv0-9]", phrases.quarters), (r"tháng\s+[0-9]", phrases.months)):
            if re.search(printed, of) and (found := read(lexeme.text, self.year)):
                return found, ()
        if named := self._months_meant(of):
            return named, ("month",)
        kinds = phrases.kinds(of) or (tuple(self.waiting.kinds) if "kỳ" in of or not of.strip() else ())
        kinds = tuple(kind for kind in kinds if _LENGTH[kind] > 1)
        if len(kinds) != 1:
            return (), ()
        return periods_of(kinds[0], phrases.named_year(of) or self.year), kinds
