"""Days of a month of a period: "trước ngày 20 hằng tháng", "05 ngày đầu tháng sau", working days by their place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from kehoach.meaning import timephrases as phrases
from kehoach.meaning import times
from kehoach.meaning.holidays import working_day
from kehoach.meaning.periods import Period, periods_of
from kehoach.meaning.timeexceptions import excepts
from kehoach.meaning.timephrases import DayRule
from kehoach.meaning.times import Occasion, PrintedDeadline, Unread, value_name
from kehoach.meaning.timetokens import Lexeme
from kehoach.meaning.timeyears import Years
from kehoach.wording.latepatterns import late

KIND_NAMES = {
    "month": "tháng",
    "quarter": "quý",
    "half_year": "6 tháng",
    "nine_months": "9 tháng",
    "year": "năm",
}
NO_MONTH = "không in tháng, không rõ kỳ nào"
_LENGTH = {"day": 0, "week": 1, "month": 2, "quarter": 3, "half_year": 4, "nine_months": 5, "year": 6}
OF_WHICH = late(r"\s*(?:đối với|áp dụng (?:cho|với))\s+(?:các\s+)?báo cáo\s+(?:định kỳ\s+)?(?:hằng\s+)?", re.IGNORECASE)
"""Between a day and the report that it is of: "trước ngày 10/6 đối với báo cáo 6 tháng"."""
_NEXT_ONES = late(
    r"(?:các|những)\s+(?:lần|kỳ|đợt|báo cáo|kỳ báo cáo|lần báo cáo)\s+(?:sau|tiếp theo|kế tiếp|tiếp sau)\b[^;.]*\Z",
    re.IGNORECASE,
)
_EACH_QUARTER = late(r"(?:hằng|hàng|mỗi|từng)\s+quý\s*\Z", re.IGNORECASE)
_OF_WEEK = late(r"(?:\s+(?:tiên|cùng))?\s+(?:(?:của|trong)\s+)?(?:(?:mỗi|hằng|hàng)\s+)?tuần", re.IGNORECASE)
_ONLY_SENDING = re.compile(r"\s*(?:(?:thì|gửi|báo cáo|nộp|là|thực hiện|hoàn thành)\s+)*", re.IGNORECASE)


class DayRules(Years):
    """Reads days of a month and counts them out in the periods that they are of."""

    def _rule(self, index: int, lexeme: Lexeme) -> None:
        if months_named := re.search(r"(?:các\s+)?tháng\s+[0-9].*", lexeme.text, re.IGNORECASE | re.DOTALL):
            self._wait(index, named=phrases.months(months_named[0], self.year))
        rule = phrases.day_rule(lexeme.text)
        if rule and rule.of in ("period", "period_end", "after_period"):
            self._take_kinds(index)
        self._ruling(index, lexeme, rule)

    def _take_kinds(self, index: int) -> None:
        """Take the kinds of period named right behind as the rule's: "ngày 20 của tháng cuối kỳ báo cáo quý, năm"."""
        if (self.waiting.kinds or self.waiting.named) and not self.waiting.used:
            return
        ahead = range(index + 1, min(index + 4, len(self.lexemes)))
        at = next((at for at in ahead if self.lexemes[at].kind not in ("except", "report")), -1)
        if at < 0 or self.lexemes[at].kind != "items":
            return
        between = self.text[self.lexemes[index].end : self.lexemes[at].start]
        if not between.strip(" (") or OF_WHICH.fullmatch(between):
            self._wait(at, phrases.kinds(self.lexemes[at].text), report=True)
            self.taken.update(range(index + 1, at + 1))

    def _firstdays(self, index: int, lexeme: Lexeme) -> None:
        """Read "trong 05 ngày đầu của tháng sau" as by the fifth; of working days only the number is known."""
        count = phrases.number(re.sub(r"^trong\s+(?:thời hạn\s+)?", "", lexeme.text, flags=re.IGNORECASE).split()[0])
        behind = re.sub(r"^.*?ngày\s+(?:làm việc\s+)?đầu", "", lexeme.text, flags=re.IGNORECASE)
        if months_named := re.search(r"tháng\s+[0-9].*", behind, re.IGNORECASE):
            self._wait(index, named=phrases.months(months_named[0], self.year))
        if "làm việc" in lexeme.text.lower():
            return self._first_working_days(index, lexeme, count, behind)
        of, place, step = phrases.month_of(behind)
        if not of and _EACH_QUARTER.search(behind):
            of, place = "quarter", 1
        clear = 1 <= count <= 31
        self._ruling(index, lexeme, DayRule((count,), False, of, place, step) if clear else None)

    def _first_working_days(self, index: int, lexeme: Lexeme, count: int, behind: str) -> None:
        """Read "trong 03 ngày làm việc đầu tiên của mỗi quý" as by the third working day."""
        periods, kinds = self._workday_periods(behind.lower(), lexeme._replace(text=behind))
        days = [working_day(period.start, period.end, count) for period in periods]
        if not days or not all(days):
            return self._unread(index, "chưa có lịch nghỉ của năm này" if days else "không rõ là ngày nào")
        occasions = [Occasion(p, day) for p, day in zip(periods, days, strict=True) if day]
        self._deadline(index, occasions, kinds=kinds, of="month" if kinds == ("month",) else "")

    def _ruling(self, index: int, lexeme: Lexeme, rule: DayRule | None) -> None:
        if rule is None:
            return self._unread(
                index, "không có ngày như vậy, hoặc không rõ là ngày nào", impossible=lexeme.kind == "days"
            )
        rule = self._completed(rule)
        doubt = self._scope_doubt(lexeme) or self.waiting.unclear
        self._imply(lexeme)
        periods, kinds = self._rule_periods(rule)
        self._remove_excepted(doubt)
        first = self._first_of_all(lexeme)
        doubt = doubt or first is None
        if doubt or not periods:
            return self._unread(index, "không rõ ngoại lệ là kỳ nào" if doubt else NO_MONTH)
        occasions = (
            occasion
            for occasion in phrases.rule_occasions(rule, periods)
            if not any(excepts(period, occasion) for period in self.left_out) and first and _is_later(occasion, first)
        )
        if self.left_out:
            self.heard.add(self.left_out_at)
        first_half = "half_year" in kinds and "year" in kinds
        reading = times.NO_MONTH if rule.of == "period" else ""
        if first_half and not self.waiting.first_half:
            reading = f"{reading} {times.FIRST_HALF}".strip()
        if re.search(r"(?:hằng|hàng|mỗi) tháng|quý", lexeme.text, re.IGNORECASE):
            self._share_months(rule, periods, kinds)
        self._ruled(index, tuple(occasions), kinds, of=rule.of, reading=reading)

    def _first_of_all(self, lexeme: Lexeme) -> dt.date | None:
        """Give the day behind which alone a rule holds: "lần đầu trước ngày 15/3, các lần sau …"; None if unknown."""
        last = self.values[-1] if self.values else None
        if not _NEXT_ONES.search(self._before(lexeme)):
            return dt.date.min
        return last.dates[-1] if isinstance(last, PrintedDeadline) and last.dates else None

    def _share_months(self, rule: DayRule, periods: Sequence[Period], kinds: Sequence[str]) -> None:
        """Let bare days before take the month: "văn bản trước ngày 12, bản mềm trước ngày 10 hằng tháng"."""
        for at in reversed(range(len(self.values))):
            last = self.values[at]
            bare = phrases.day_rule(last.words) if isinstance(last, Unread) else None
            if (
                not isinstance(last, Unread)
                or bare is None
                or bare.of
                or last.why != NO_MONTH
                or last.start < self.opened
            ):
                return
            occasions = tuple(phrases.rule_occasions(replace(rule, days=bare.days, before=bare.before), periods))
            deadline = PrintedDeadline(
                last.start, last.end, last.words, last.subject, last.body, occasions, tuple(kinds), rule.of
            )
            if self._doubt(deadline):
                return
            self.values[at] = deadline
            index = next(i for i, x in enumerate(self.lexemes) if x.start == last.start)
            self.fates[index] = ("read", value_name(deadline))

    def _imply(self, lexeme: Lexeme) -> None:
        """Take a month named right before a day as an exception to a monthly rule: "(tháng 12 gửi trước ngày 10)"."""
        base = self._base()
        if self.exception or not self.waiting.named or self.waiting.used or base is None or base.of != "month":
            return
        last = self.lexemes[self.waiting.parts[-1]]
        if last is not lexeme and _ONLY_SENDING.fullmatch(self.text[last.end : lexeme.start]):
            self.exception, self.settled = last, False

    def _ruled(self, index: int, occasions: Sequence[Occasion], kinds: Sequence[str], of: str, reading: str) -> None:
        """Say the days of a rule; where it counts in periods of several kinds, each kind is a report of its own."""
        if len(kinds) < 2 or of not in ("period_end", "after_period"):
            return self._deadline(index, occasions, kinds, of, reading)
        waiting, boundary = self.waiting, self.boundary
        for kind in kinds:
            self.waiting, self.boundary = replace(waiting), boundary
            self._deadline(index, [o for o in occasions if o.period.kind == kind], (kind,), of, reading)
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
            return self._listed_periods(rule)
        if rule.of == "month":
            return periods_of("month", self.year), ("month",)
        kinds = [kind for kind in waiting.kinds if _LENGTH.get(kind, 0) > 1]
        if rule.of == "quarter":
            longer = [k for k in kinds if _LENGTH[k] > 3] if rule.place == 3 and not rule.step else []
            kinds = ["quarter", *longer] if "quarter" in kinds or not longer else longer
        return tuple(p for kind in kinds for p in self._year_periods(kind, kinds)), tuple(kinds)

    def _listed_periods(self, rule: DayRule) -> tuple[tuple[Period, ...], tuple[str, ...]]:
        """Give the periods of a list that names some and the kind of others: "quý I, 6 tháng, quý III và năm"."""
        waiting = self.waiting
        if rule.of == "month":
            return tuple(waiting.named), ("month",)
        kinds = [kind for kind in waiting.kinds if _LENGTH.get(kind, 0) > 2]
        periods: dict[Period, None] = {}
        for entry in waiting.listed:
            if not isinstance(entry, str):
                periods[entry] = None
            elif entry in kinds:
                periods.update(dict.fromkeys(self._year_periods(entry, kinds)))
        return tuple(periods), tuple(dict.fromkeys(period.kind for period in periods))

    def _year_periods(self, kind: str, kinds: Sequence[str]) -> tuple[Period, ...]:
        periods = periods_of(kind, self.year)
        return periods[:1] if kind == "half_year" and ("year" in kinds or self.waiting.first_half) else periods

    def _workday(self, index: int, lexeme: Lexeme) -> None:
        words = lexeme.text.lower()
        place = re.search(r"(cuối|đầu|thứ\s+\w+)", words)
        at = {"cuối": -1, "đầu": 1}.get(place[1], 0) if place else 0
        at = at or (phrases.number(place[1].split()[-1]) if place else 0)
        periods, kinds = self._workday_periods(words[place.end() :] if place else "", lexeme)
        if place and _OF_WEEK.fullmatch(words, place.end()):
            return self._once_recurring(index, "week", None)
        if not periods or not at or (phrases.is_before(words) and "làm việc" in words):
            return self._unread(index, "không rõ là ngày nào")
        days = [self._placed(period, at, "làm việc" in words) for period in periods]
        if not all(days):
            return self._unread(index, "chưa có lịch nghỉ của năm này")
        if (first := self._first_of_all(lexeme)) is None:
            return self._unread(index, "không rõ lần đầu là khi nào")
        early = dt.timedelta(days=phrases.is_before(words))
        occasions = [Occasion(p, day - early) for p, day in zip(periods, days, strict=True) if day]
        occasions = [one for one in occasions if _is_later(one, first)]
        self._deadline(index, occasions, kinds=kinds, of="month" if kinds == ("month",) else "")

    @staticmethod
    def _placed(period: Period, place: int, working: bool) -> dt.date | None:
        if working:
            return working_day(period.start, period.end, place)
        return period.end if place < 0 else period.start + dt.timedelta(days=place - 1)

    def _workday_periods(self, of: str, lexeme: Lexeme) -> tuple[tuple[Period, ...], tuple[str, ...]]:
        if re.search(r"\b(?:sau|kế|tiếp|liền)", of):
            return (), ()
        for printed, read in ((r"quý\s+[iv0-9]", phrases.quarters), (r"tháng\s+[0-9]", phrases.months)):
            if re.search(printed, of) and (periods := read(lexeme.text, self.year)):
                return periods, ()
        if months := self._months_meant(of):
            return months, ("month",)
        kinds = phrases.kinds(of) or (tuple(self.waiting.kinds) if "kỳ" in of or not of.strip() else ())
        kinds = tuple(kind for kind in kinds if _LENGTH[kind] > 1)
        if len(kinds) != 1:
            return (), ()
        return periods_of(kinds[0], phrases.named_year(of) or self.year), kinds


def _is_later(occasion: Occasion, first: dt.date) -> bool:
    """Whether a day falls due behind the first of all, in no period that the first was in."""
    return first < occasion.due and not occasion.period.start <= first <= occasion.period.end
