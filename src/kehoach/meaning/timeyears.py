"""Years: by whose end a thing is done, over which it goes on, or that are part of a name."""

from __future__ import annotations

import datetime as dt
import re

from kehoach.meaning import timephrases as phrases
from kehoach.meaning import times
from kehoach.meaning.openingverbs import opens_verb
from kehoach.meaning.periods import period_of
from kehoach.meaning.timebounds import bounded, of_rule
from kehoach.meaning.timedoubts import OF_AIM, OF_PURPOSE
from kehoach.meaning.timeperiods import NO_DAY, PeriodWords
from kehoach.meaning.times import Occasion, PrintedDeadline, Range, Recurring
from kehoach.meaning.timestate import CONTENT, OPEN
from kehoach.meaning.timetokens import Lexeme
from kehoach.wording.latepatterns import late

_BY_DOCUMENT = late(r"\b(?:theo|căn cứ|kế hoạch|nghị quyết|quyết định|báo cáo|dự toán)\b", re.IGNORECASE)


_MORE_YEARS = late(r"\s*(?:và|,|[-–])\s*(?:năm\s+)?20[0-9]{2}(?![0-9/])", re.IGNORECASE)
_FINISHED_IN = late(
    r"(?<![^\W_])(?:sơ kết|tổng kết|hoàn thành|khởi công|khánh thành|bàn giao|đưa vào (?:sử dụng|vận hành|khai thác))"
    r"(?![^\W_])(?!\s+(?:mục tiêu|chỉ tiêu|kế hoạch|nhiệm vụ))[^,;.:()]{0,80}?\s(?:vào|trong)\s+\Z",
    re.IGNORECASE,
)
"""What ends in a year: "sơ kết giữa kỳ vào năm 2028"."""


_BRINGS_TO_AN_END = late(
    r"\b(?:(?:hoàn thành|xong|kết thúc|bàn giao|khởi công)\b[^,;:()]*"
    r"|đưa\s[^,;:()]*\bvào (?:vận hành|khai thác|sử dụng|hoạt động)\s*)\Z",
    re.IGNORECASE,
)
_COUNTED = late(
    r"(?:\A|[,;:])[\s–•+-]*(?:tổng\s+)?số\s+(?!hóa|[^,;:()]*\b(?:phải|cần|được giao)\b)[^,;:()]*\Z", re.IGNORECASE
)
"""What a clause gives the number of: "số hộ hoàn thành đăng ký trong năm"."""
_SUMMED_IN = late(
    r"(?<![^\W_])(?:sơ kết|tổng kết|đánh giá|báo cáo)(?:\s+[^\s,.;:()]+){0,8}\s*\(\s*(?:vào\s+|trong\s+)?\Z",
    re.IGNORECASE,
)
"""Before the year in brackets in which a work is summed up: "sơ kết giữa kỳ (năm 2028)"."""


_REACHES = late(
    r"\s*,\s+[^,.;:]{1,80}?\s(?:có|đạt|giảm|tăng|duy trì)\s+(?:còn\s+|được\s+)?(?:ít nhất|tối thiểu|trên|dưới|từ"
    r"|khoảng|[≥>])\s*[0-9]",
    re.IGNORECASE,
)
"""Behind "Đến năm 2030", what there is to be by then: "…, tỉnh có ít nhất 20 tập dữ liệu mở"."""


_YEAR_BEFORE = late(r"\bnăm\s+(?:liền\s*|liền kề\s*)?\Z", re.IGNORECASE)
"""Before "trước năm kế hoạch", where it tells which year is meant: "30 tháng 11 của năm liền kề trước năm kế hoạch"."""
_IS_REACHED = late(
    r"(?:\A|[,;:(]|(?<![^\W_])(?:và|phải|phấn đấu|bảo đảm|đảm bảo))\s*(?:cơ bản\s+)?"
    r"(?:hoàn thành|đạt|xóa|chấm dứt|xây dựng xong|phấn đấu|bảo đảm|đảm bảo)\s[^,;:()]*\Z",
    re.IGNORECASE,
)
"""Before the year by which a thing is to be reached."""
_PROGRAMME = late(
    r"\b(?:chiến lược|quy hoạch|chương trình|đề án|kế hoạch|nghị quyết|quyết định|định hướng|tầm nhìn|lộ trình"
    r"|phương hướng|giai đoạn"
    r"|phong trào|thỏa thuận|tuyên bố|mục tiêu (?:quốc gia|phát triển))(?![^\W_])[^,;:()]*\Z",
    re.IGNORECASE,
)
"""What has years in its name: "Chiến lược phát triển thanh niên đến năm 2030"."""


class Years(PeriodWords):
    """Reads years."""

    def _year(self, index: int, lexeme: Lexeme) -> None:
        printed = phrases.named_year(lexeme.text)
        bracketed = _SUMMED_IN.search(self._before(lexeme)) and self.text[lexeme.end :].lstrip()[:1] in (")", ",", ";")
        if printed and printed >= self.year and (bracketed or _FINISHED_IN.search(self._before(lexeme))):
            return self._by_end_of(index, printed)
        sums_up = printed and self._after_report(index) and not (self.waiting.regular and self.waiting.kinds)
        if printed and sums_up and self.alone and self._is_entry(index, lexeme):
            return self._by_end_of(index, printed)
        if sums_up and (period := period_of(str(printed))):
            return self._wait(index, ("year",), (period,), report=True)
        if self.alone and lexeme.text.strip() == self.text.strip(" .;:"):
            return self._unread(index, times.WITHIN_YEAR)
        if printed and self._goes_on_with(lexeme) and not self._follows(index, "days", "workday", "months", "quarters"):
            return self._unread(index, OPEN)
        if printed and printed >= self.year and self.alone and self._ends_its_entry(lexeme):
            return self._by_end_of(index, printed)
        self._ignore(index, "year of a name or content")

    def _is_entry(self, index: int, lexeme: Lexeme) -> bool:
        """Whether a year of a summing up ends an entry of a cell and no day of it follows: "sơ kết năm 2028; …"."""
        ends = self.text[lexeme.end :].lstrip()[:1] in ("", ".", ";", ",")
        return ends and bool(self._before(lexeme).strip()) and not self._follows(index, "days", "months", "quarters")

    def _bareyear(self, index: int, lexeme: Lexeme) -> None:
        """Read "đến 2030" and "trước 2030" where all the words are of time; elsewhere they may count things."""
        if self.waiting.parts and not self.waiting.used:
            self._finish()
            if index in self.taken:
                return None
        printed = phrases.named_year(lexeme.text) or 0
        if not self.alone or printed < self.year:
            return self._ignore(index, "year of a name or content")
        self._by_end_of(index, printed - lexeme.text.lower().startswith("trước"))

    def _goes_on_with(self, lexeme: Lexeme) -> bool:
        """Whether a year goes on with periods right before it: "quý III, quý IV năm 2026 và năm 2027"."""
        last = self.values[-1] if self.values else None
        between = self.text[last.end : lexeme.start].strip() if last and last.start >= self.opened else ""
        return isinstance(last, PrintedDeadline | Range) and between in ("và", ",", ", và")

    def _ends_its_entry(self, lexeme: Lexeme) -> bool:
        """Whether a year ends an entry of a cell of times: "mỏ vào khai thác năm 2027; …"."""
        before = self._before(lexeme)
        ends = self.text[lexeme.end :].lstrip()[:1] in ("", ".", ";", ",", ")")
        return ends and bool(before.strip()) and not (CONTENT.search(before) or _BY_DOCUMENT.search(before))

    def _by_end_of(self, index: int, year: int) -> None:
        if (period := period_of(str(year))) is None:
            return self._unread(index, "năm in ra không thể đúng")
        years = (year,) if year != self.year else ()
        self._deadline(index, [Occasion(period, period.end)], reading=times.NO_DAY, years=years)

    def _yearhead(self, index: int, lexeme: Lexeme) -> None:
        """Read a year that opens its sentence over what is done in it: "Năm 2027: …", "Đến năm 2030, hoàn thành …"."""
        printed = phrases.named_year(lexeme.text) or 0
        opens = not self._before(lexeme).strip(" -–•+")
        behind = self.text[lexeme.end :].lstrip()
        if (
            opens
            and printed >= self.year
            and (
                behind[:1] == ":"
                or lexeme.text[:1] in "đĐ"
                or opens_verb(behind.lstrip(" ,").lower(), alone=True)
                or _REACHES.match(behind)
            )
        ):
            return self._by_end_of(index, printed)
        by = lexeme.text[:1] in "đĐ"
        if not by and printed and self._after_report(index):
            return self._year(index, lexeme)
        self._ignore(index, "years of a programme" if by else "year of a name or content")

    def _goalyear(self, index: int, lexeme: Lexeme) -> None:
        """Read a year that ends its clause behind what is to be reached: "hoàn thành chỉ tiêu đến năm 2030"."""
        printed = phrases.named_year(lexeme.text) or 0
        clause = self._before(lexeme)
        if printed >= self.year and _IS_REACHED.search(clause) and not _PROGRAMME.search(clause):
            return self._by_end_of(index, printed)
        self._ignore(index, "years of a programme")

    def _schoolyear(self, index: int, lexeme: Lexeme) -> None:
        """List a school year or term that opens its line over what is done in it: no day of it is printed."""
        if not self.alone and self._before(lexeme).strip(" -–•+"):
            return self._ignore(index, "year of a name or content")
        self._unread(index, NO_DAY)

    def _yearspan(self, index: int, lexeme: Lexeme) -> None:
        """Read "từ năm 2026 đến hết năm 2027", which opens its clause; within one it is part of a name."""
        years = [int(year) for year in re.findall(r"[0-9]{4}", lexeme.text)]
        before, behind = self._before(lexeme).rstrip(" -–•+"), self.text[lexeme.end :].lstrip(" ,:").lower()
        opens = before[-1:] in ("", ":") and opens_verb(behind, alone=True)
        goes_on = lexeme.text.lower().endswith("trở đi") and years[0] >= self.year
        if not (opens or goes_on) or not set(years) <= set(times.YEARS):
            return self._ignore(index, "years of a programme")
        if before and opens:
            self.boundary = lexeme.start
        subject, body = self._about(lexeme)
        first, last = dt.date(years[0], 1, 1), dt.date(years[1], 12, 31) if len(years) > 1 else None
        if last and last < first:
            return self._unread(index, "ngày đầu sau ngày cuối")
        self._say(index, Range(lexeme.start, lexeme.end, lexeme.text, subject, body, first, last))

    def _yearend(self, index: int, lexeme: Lexeme) -> None:
        words, at = lexeme.text.lower(), phrases.named_year(lexeme.text) or self.year
        if words.startswith("trước") and _YEAR_BEFORE.search(self._before(lexeme)):
            return self._ignore(index, "year of a name or content")
        if at < self.year - (1 if words.startswith("trong") else times.LONG_AGO):
            return self._ignore(index, "date of an earlier year")
        if _MORE_YEARS.match(self.text, lexeme.end):
            return self._unread(index, "nhiều năm trong một cụm")
        if self.alone and words == self.text.strip(" .;:").lower() == "trong năm":
            return self._unread(index, times.WITHIN_YEAR)
        if words.startswith("trong") and (last := of_rule(self.values, self.text, lexeme.start, lexeme.end)):
            year = Range(lexeme.start, lexeme.end, lexeme.text, "", "", dt.date(at, 1, 1), dt.date(at, 12, 31))
            return self._bound(index, bounded(last, year, self.text))
        if words.startswith("trong") and not self._by_year_end(index, lexeme):
            return self._ignore(index, "year of the plan")
        if at != self.year and OF_AIM.search(self._before(lexeme)):
            return self._ignore(index, "year of a name or content")
        if (period := period_of(str(at - words.startswith("trước")))) is None:
            return self._unread(index, "năm in ra không thể đúng")
        years = (at,) if at != self.year else ()
        self._deadline(index, [Occasion(period, period.end)], reading=times.NO_DAY, years=years)

    def _by_year_end(self, index: int, lexeme: Lexeme) -> bool:
        """Whether "trong năm" says by when: with its year, or of what is finished; not of what goes on."""
        before, printed = self._before(lexeme), phrases.named_year(lexeme.text)
        goes_on = any(isinstance(v, Recurring) and v.start >= self.opened for v in self.values) or self.waiting.regular
        if goes_on or self._follows(index, "steady", "recur", "regular", "counted"):
            return False
        if _BRINGS_TO_AN_END.search(before):
            return not _COUNTED.search(before)
        if printed and before.rstrip().lower().endswith(" ngay"):
            return True
        if OF_PURPOSE.search(before):
            return False
        ends = self.text[lexeme.end :].lstrip()[:1] in ("", ".", ";", ",", ")")
        return bool(
            printed and (before.strip(" +-–•").lower() in ("", "dự kiến") or (ends and not CONTENT.search(before)))
        )
