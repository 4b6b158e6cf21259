"""Period words: what comes back, what is reported, what is done within a month, quarter, half-year or year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from kehoach.meaning import timephrases as phrases
from kehoach.meaning import times
from kehoach.meaning.openingverbs import opens_verb
from kehoach.meaning.periods import Period, month_around
from kehoach.meaning.timeattributes import is_of_each, is_report_kind
from kehoach.meaning.timebare import why_no_start
from kehoach.meaning.timecounts import Counts
from kehoach.meaning.timedoubts import OF_RESULT
from kehoach.meaning.times import Occasion, PrintedDeadline, Range, value_name
from kehoach.meaning.timestate import CONTENT, OPEN
from kehoach.meaning.timetokens import Lexeme
from kehoach.wording.latepatterns import late

NO_DAY = "không in ngày"
_JUDGED = re.compile(r"(?:khen thưởng|xếp loại|kiểm điểm|bình xét|chất lượng)\s*\Z", re.IGNORECASE)
_JUST_THEN = re.compile(r"\b(?:vào|trong)\s*\Z", re.IGNORECASE)
_ENDS_IN = late(
    r"(?<!đã )(?<!được )(?<!chưa )(?:khởi công|khánh thành|khai trương|khởi động|hoàn thành"
    r"|nghiệm thu|vận hành|bàn giao|xong|đưa vào (?:sử dụng|hoạt động|khai thác)"
    r"|(?:trình|thông qua|cho ý kiến|báo cáo)\b[^.;:]{0,160}\btại\s+(?:kỳ|phiên|cuộc)\s+họp(?:\s+[^\W\d_]+){0,3})\s*\Z",
    re.IGNORECASE,
)
"""What a period right behind tells the time of: "hoàn thành tháng 12/2026", "trình … tại phiên họp tháng 8/2027"."""
_OF_TIME_ALONE = late(r"mỗi|(?:vào|đầu|giữa|cuối)\s")
"""What is never a kind of thing: "vào cuối mỗi quý", where "hằng quý" behind "dự toán" is."""
_REMEMBERED = late(r"\bcách mạng\s*\Z", re.IGNORECASE)
"""Before a month that is part of a name: "Cách mạng tháng 8"."""
_COMPARED = late(r"\b(?:so với(?: cùng kỳ)?|so cùng kỳ|cùng kỳ)\s*\Z", re.IGNORECASE)
_ONE_STRETCH = late(r"(?:0?6|sáu) tháng (?:đầu|cuối) năm|(?:cả )?năm", re.IGNORECASE)
_LIMIT = late(r"(?:trước|chậm|muộn|xong|đến|hết|vào|trong|sau|kể|từ)\b", re.IGNORECASE)


class PeriodWords(Counts):
    """Reads period words."""

    def _report(self, index: int, lexeme: Lexeme) -> None:
        if self.waiting.used and not self.exception:
            self._finish()

    def _items(self, index: int, lexeme: Lexeme) -> None:
        whole = self.alone and lexeme.text.strip() == self.text.strip(" .;:")
        kinds = phrases.kinds(lexeme.text)
        if whole and not _ONE_STRETCH.fullmatch(lexeme.text.strip()):
            self._wait(index, kinds, regular=True)
        elif self._after_report(index) or self._excepted(index):
            self._wait(index, kinds, report=True, first_half="đầu năm" in lexeme.text.lower())

    def _recur(self, index: int, lexeme: Lexeme) -> None:
        words = lexeme.text.lower()
        attribute = not _OF_TIME_ALONE.match(words) and self._recur_attribute(lexeme)
        if attribute or is_of_each(self._before(lexeme), words):
            self._ignore(index, "manner of a thing")
        elif not words.startswith("theo") or self.alone or re.search("báo cáo", self.text, re.IGNORECASE):
            self._recur_word(index, lexeme, phrases.kinds(lexeme.text))

    def _recur_word(self, index: int, lexeme: Lexeme, kinds: Sequence[str]) -> None:
        if self.exception and self.waiting.named and not self.waiting.used and self._base() is None:
            self._leave_out()
        last = self.values[-1] if self.values else None
        if (
            isinstance(last, PrintedDeadline)
            and last.kinds == tuple(kinds)
            and not self.text[last.end : lexeme.start].strip(" ,(")
        ):
            self.fates[index] = ("read", value_name(last))
            return
        if kinds and set(kinds) <= {"day", "week"}:
            count = self._count(lexeme.end) if len(kinds) == 1 else None
            for kind in kinds:
                self._once_recurring(index, kind, count)
            return
        self._wait(index, kinds, regular=True, first_half="đầu năm" in lexeme.text.lower())

    def _regular(self, index: int, lexeme: Lexeme) -> None:
        if re.fullmatch(r"định kỳ(?: năm)?", lexeme.text, re.IGNORECASE) and is_report_kind(self._before(lexeme)):
            return self._ignore(index, "manner of a thing")
        self._recur_word(index, lexeme, phrases.kinds(lexeme.text))

    def _monthof(self, index: int, lexeme: Lexeme) -> None:
        months = self._months_meant(lexeme.text)
        if months and (self.exception or self._follows(index, "days", "workday")):
            self._wait(index, named=months)
        elif months and re.search(r"(?:vào|trong|đến hết)\s*\Z", self._before(lexeme), re.IGNORECASE):
            self._deadline(index, (Occasion(p, p.end) for p in months), kinds=("month",), reading=times.NO_DAY)
        else:
            self._ignore(index, "month of something else")

    def _months(self, index: int, lexeme: Lexeme) -> None:
        self._named_periods(index, lexeme, phrases.months(lexeme.text, self.year))

    def _quarters(self, index: int, lexeme: Lexeme) -> None:
        self._named_periods(index, lexeme, phrases.quarters(lexeme.text, self.year))

    def _halves(self, index: int, lexeme: Lexeme) -> None:
        self._named_periods(index, lexeme, phrases.halves(lexeme.text, self.year))

    def _named_periods(self, index: int, lexeme: Lexeme, periods: Sequence[Period]) -> None:
        limit = _LIMIT.match(lexeme.text)
        if not limit and _COMPARED.search(self._before(lexeme)):
            return self._ignore(index, "what is compared with")
        loose = not limit or limit[0].lower() in ("trong", "vào")
        if loose and (phrases.named_year(lexeme.text) or self.year) < self.year - 1:
            return self._ignore(index, "date of an earlier year")
        if not limit and _REMEMBERED.search(self._before(lexeme)):
            return self._ignore(index, "period of a name or content")
        if not periods:
            return self._unread(index, "không có kỳ như vậy")
        if not limit and self._of_same_day(index, lexeme, periods):
            return None
        if self.exception and (not limit or limit[0].lower() in ("trong", "vào")) and not self._binds_now(lexeme):
            return self._wait(index, named=periods)
        does = not limit and (self._does(index, lexeme) or self._is_done_in(lexeme))
        if not (limit or does) and self._waits(index, lexeme):
            return self._wait(index, named=periods, report=self._after_report(index))
        if not (limit or self.alone or self.exception) and self.waiting.named and not self.waiting.used:
            # "Hội nghị quý I ở xã A, quý II ở xã B": the second is what the first is, which nobody can tell.
            self._finish()
            return self._unread(index, OPEN)
        if limit and limit[0].lower() == "trong" and OF_RESULT.match(self._before(lexeme).rpartition(";")[2]):
            return self._ignore(index, "period of the data")
        if not (limit or self.alone or does or self._dangles(lexeme)):
            if CONTENT.search(self._before(lexeme)):
                return self._ignore(index, "period of a name or content")
            return self._unread(index, OPEN)
        if does and not self._is_done_in(lexeme):
            self.boundary = lexeme.start
        self._ended(index, lexeme, periods, limit[0].lower() if limit else "")

    def _of_same_day(self, index: int, lexeme: Lexeme, periods: Sequence[Period]) -> bool:
        """Take months right behind the day of a rule that has days in them: "ngày 15 của tháng cuối quý, tháng 6"."""
        last = self.values[-1] if self.values else None
        if not isinstance(last, PrintedDeadline) or not last.of or self.text[last.end : lexeme.start].strip(" ,"):
            return False
        behind = self.text[lexeme.end :].lstrip(" :").lower()
        if opens_verb(behind, alone=True) or self._follows(index, "days", "workday", "months"):
            return False
        months = {(day.year, day.month) for day in last.dates}
        if {period.kind for period in periods} != {"month"} or any(
            (p.year, p.start.month) not in months for p in periods
        ):
            self._unread(index, OPEN)
            return True
        self.values[-1] = replace(last, end=lexeme.end, words=self.text[last.start : lexeme.end])
        self.fates[index] = ("read", value_name(last))
        return True

    def _binds_now(self, lexeme: Lexeme) -> bool:
        """Whether words of a body stand between an exception and a period: "đối với cấp xã, trong tháng 3"."""
        assert self.exception is not None
        between = self.text[self.exception.end : lexeme.start]
        return self._binds() and len(re.findall(r"[^\W\d_]+", between)) > 3

    def _waits(self, index: int, lexeme: Lexeme) -> bool:
        """Whether a period without a limit names what is reported or excepted, whose day follows."""
        if self._after_report(index):
            return True
        follows = self._follows(index, "days", "workday", "months", "quarters", "except")
        if follows is None or self.alone:
            return bool(follows and follows.kind == "days" and self.alone)
        return follows.kind != "except" or follows.text.lower().startswith("thay")

    def _does(self, index: int, lexeme: Lexeme) -> bool:
        """Whether a period opens a clause of its own with a verb: "quý I khảo sát, quý II thí điểm"."""
        before = self._before(lexeme).rstrip()
        joined = before.lower().endswith(" và") and self.opened_by_period
        if not (joined or self._dangles(lexeme)) or self._after_report(index):
            return False
        follows = self._follows(index, "days", "workday", "months", "quarters", "halves", "except")
        own = follows is None or (follows.kind in ("months", "quarters", "halves") and not _LIMIT.match(follows.text))
        does = own and opens_verb(self.text[lexeme.end :].lstrip(" :").lower())
        self.opened_by_period |= does
        return does

    def _is_done_in(self, lexeme: Lexeme) -> bool:
        """Whether a period with its year ends a clause right behind what is done in it."""
        ends = self.text[lexeme.end :].lstrip()[:1] in ("", ".", ";", ",", ")")
        has_year = phrases.named_year(lexeme.text) is not None
        return ends and has_year and _ENDS_IN.search(self._before(lexeme)) is not None

    def _dangles(self, lexeme: Lexeme) -> bool:
        """Whether a period stands by itself: at the beginning, or behind a comma, colon or bracket."""
        before = self._before(lexeme).rstrip()
        return before[-1:] in ("", ",", ":", "(") or before.lower().endswith(("dự kiến", "khoảng"))

    def _ended(self, index: int, lexeme: Lexeme, periods: Sequence[Period], limit: str) -> None:
        subject, body = self._about(lexeme)
        words = lexeme.text
        if limit in ("từ", "kể", "sau"):
            if why := why_no_start(self._before(lexeme), self.text[lexeme.end :]):
                return self._unread(index, why)
            first = periods[0].end + dt.timedelta(days=1) if limit == "sau" else periods[0].start
            return self._say(index, Range(lexeme.start, lexeme.end, words, subject, body, first))
        if len(periods) > 1 and re.search(r"[-–]|\bđến\b", words[len(limit) :]):
            return self._say(
                index, Range(lexeme.start, lexeme.end, words, subject, body, periods[0].start, periods[-1].end)
            )
        next_to = len(periods) == 2 and periods[0].end + dt.timedelta(days=1) == periods[1].start
        if next_to and limit == "trong":
            return self._say(
                index, Range(lexeme.start, lexeme.end, words, subject, body, periods[0].start, periods[1].end)
            )
        printed = phrases.named_year(words)
        year_told = printed or re.search(r"\bnăm\s+(?:sau|kế|tiếp|liền)", words, re.IGNORECASE)
        reading = " ".join([times.NO_DAY] + ([] if year_told else [times.NO_YEAR]))
        years = (printed,) if printed and printed != self.year else ()
        if phrases.is_before(words):
            days = [period.start - dt.timedelta(days=1) for period in periods]
            occasions = [Occasion(month_around(day), day) for day in days]
        else:
            occasions = [Occasion(period, period.end) for period in periods]
        self._deadline(index, occasions, reading=reading, years=years)

    def _opens_line(self, lexeme: Lexeme) -> bool:
        """Whether a time opens its line and a colon follows: "Cuối tháng 3 năm 2026: …"."""
        return not self._before(lexeme).strip(" -–•+") and self.text[lexeme.end :].lstrip().startswith(":")

    def _vague(self, index: int, lexeme: Lexeme) -> None:
        of_year = re.fullmatch(r"(?P<part>giữa|cuối) năm", lexeme.text, re.IGNORECASE)
        if of_year and not self.exception and self._after_report(index) and self._follows(index, "days"):
            return self._wait(index, ("half_year" if of_year["part"].lower() == "giữa" else "year",), report=True)
        if (end := phrases.AT_END.match(lexeme.text)) and not self.exception:
            periods_of = phrases.quarters if "quý" in lexeme.text.lower() else phrases.months
            certain = end["limit"] or self._opens_line(lexeme) or _JUST_THEN.search(self._before(lexeme))
            if certain and (periods := periods_of(lexeme.text, self.year)):
                return self._ended(index, lexeme, periods, "")
        if _JUDGED.search(self._before(lexeme)):
            return self._ignore(index, "manner of a thing")
        if (phrases.named_year(lexeme.text) or self.year) < self.year:
            return self._ignore(index, "date of an earlier year")
        if self.exception and self._follows(index, "days"):
            return self._ignore(index, "name of an excepted period")
        if lexeme.text.lower().startswith("kết thúc") and self._has_its_day(index):
            return self._ignore(index, "what is timed")
        self._unread(index, NO_DAY)
        if lexeme.text.lower().startswith(("trước", "sau", "dịp", "nhân")):
            self._explained(index)

    def _has_its_day(self, index: int) -> bool:
        """Whether a day stands right behind words, as their own: "kết thúc năm học trước ngày 31/5"."""
        behind = self.lexemes[index + 1] if index + 1 < len(self.lexemes) else None
        return bool(behind and behind.kind == "days" and not self.text[self.lexemes[index].end : behind.start].strip())

    def _explained(self, index: int) -> None:
        """Leave unread what tells in brackets when another thing is: "trước mùa nhãn (tháng 7)"."""
        behind = self.lexemes[index + 1 : index + 4]
        if [x.text for x in behind[::2]] == ["(", ")"] and behind[1].kind in (
            "months",
            "quarters",
            "halves",
            "days",
            "range",
        ):
            self.taken.add(index + 2)
            self._unread(index + 2, NO_DAY)
