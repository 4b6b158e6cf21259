"""Stretches from one time to another, and times counted from something that happens."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from kehoach.meaning import timephrases as phrases
from kehoach.meaning.clauses import subject_words
from kehoach.meaning.openingverbs import opens_verb
from kehoach.meaning.periods import month_around
from kehoach.meaning.timeattributes import tells_measure
from kehoach.meaning.timebehind import end_of_count
from kehoach.meaning.timedays import Days
from kehoach.meaning.timeeventends import WHY as OPEN_EVENT
from kehoach.meaning.timeeventends import end_of_event
from kehoach.meaning.times import Occasion, Range, Recurring, Relative, Said, value_name
from kehoach.meaning.timetokens import Lexeme
from kehoach.wording.latepatterns import late

_MONTH_TAIL = late(r"(?:\s*/\s*[0-9]{1,2}|\s+tháng\s+[0-9]{1,2})(?:\s*(?:/|năm)\s*[0-9]{4})?\s*\Z", re.IGNORECASE)
_DAY_AND_MONTH = late(r"[0-9]\s*[/.-]\s*[0-9]|[0-9]\s+tháng", re.IGNORECASE)
_CLOCK = late(r"[0-9]{1,2}\s*(?:giờ|h|g)(?![^\W\d_])(?:\s*[0-9]{1,2}(?:\s*phút|['’])?)?,?\s+", re.IGNORECASE)
_EACH_MONTH = late(
    r"ngày\s+[0-9]{1,2}\s*,?\s*(?:(?:của|trong|vào)\s+)?(?:hằng|hàng|mỗi|từng|các|tháng|kỳ|quý|tháng)", re.IGNORECASE
)
_MONTHLY = late(r"ngày\s+[0-9]{1,2}\s*,?\s*(?:(?:của|trong)\s+)?(?:hằng|hàng|mỗi|từng)\s+tháng\s*\Z", re.IGNORECASE)
"""The end of days that come back each month: "từ ngày 05 đến ngày 10 hằng tháng"."""
_YEAR_END = late(r"(?:(?:hết|cuối)\s+)?năm(?:\s+(?P<year>(?:19|20|21)[0-9]{2})|\s+nay)?", re.IGNORECASE)
_ANNIVERSARY = 5
_AFTER_OR_BEFORE = late(r"(?:trước|sau) khi\b", re.IGNORECASE)
_OF_EVENT = late(
    r"(?!.*(?:[0-9)]\s+(?:giây|phút|giờ|ngày|tuần|tháng|năm)(?:\s+làm việc)?|đột xuất|cần thiết|theo (?:yêu cầu"
    r"|đề nghị))\s*\Z)"
    r".*(?<![^\W_])(?:kể từ|tính từ|từ ngày|sau|trước|khi|theo|ngày|thời gian)(?![^\W_])",
    re.IGNORECASE | re.DOTALL,
)
"""What happens, not but how many days there are, or that something is needed."""
_TIMED = ("days", "dayofmonths", "months", "quarters", "halves", "range", "yearend", "recur", "relative")
_HOUR_OF_CASE = late(r"sau\s+(?:[7-9]|1[0-9]|2[0-3])\s+giờ", re.IGNORECASE)
"""The hour of a day behind which another limit holds: "Trường hợp chứng thực sau 16 giờ thì …"."""
_THEN = late(r"\s*,?\s*thì\b", re.IGNORECASE)
_COUNT_ALONE = late(r"trong\s+(?:vòng|thời hạn|thời gian|phạm vi)\s+[^,.;:()]{1,24}", re.IGNORECASE)
_LOOKS_BACK = late(r"\s+(?:trở lại đây|trở lại|gần đây|gần nhất|vừa qua|qua)(?![^\W_])", re.IGNORECASE)
_LASTS_FOR = late(
    r"\bniêm yết\b[^.;]*\Z|(?:\A|[.;:,]|(?<![^\W_])(?:được|và|việc))\s*(?:miễn|giảm|hưởng|áp dụng|duy trì|lưu giữ"
    r"|lưu trữ|bảo lưu"
    r"|kéo dài|sử dụng|thuê|niêm yết)"
    r"(?![^\W_])[^,.;:]*\Z",
    re.IGNORECASE,
)
"""What goes on for as long as is counted: "miễn thuế trong thời hạn 02 năm"."""
_FROM_NOW = late(r"\s*nay\b", re.IGNORECASE)
_LASTS = late(
    r"\b(?:hoạt động|duy trì|(?:thường )?trực|áp dụng|diễn ra|tiếp tục|kéo dài|làm việc|mở cửa)\b[^.;:,]{0,60}\Z",
    re.IGNORECASE,
)
"""What goes on until a day and is not done by it: "Các bộ phận thường trực hoạt động từ nay đến hết tháng 10"."""
_FROM_WHEN = late(r"\b(?:thời gian|tính|kể)\s+từ\s+(?:khi|lúc|ngày)\s[^.;:,()]*\Z", re.IGNORECASE)
"""Before "đến khi …", where it says how long something takes: "rút ngắn thời gian từ khi đăng ký đến khi khởi công"."""
_OPENING = late(r"^(?:bắt đầu\s+)?từ\s+|^bắt đầu\s+|^ngày\s+", re.IGNORECASE)
_OF_DATA = late(r"\b(?:tính|số liệu|thời điểm|phát sinh)\s*(?:trong kỳ\s*)?\Z", re.IGNORECASE)

_ANSWERED = late(
    r"\b(?:trả lời|trả (?:kết quả|lại)|xác nhận|duyệt|đính chính|thu hồi|bàn giao|ra thông báo|gỡ bỏ|phản hồi"
    r"|giải quyết|xử lý|phân loại|giải trình|tiếp thu|thẩm định|thẩm tra|xác minh"
    r"|(?:có|cho) ý kiến|chuyển|gửi|trình|nộp|báo cáo|thông báo|công bố|công khai|đăng tải|niêm yết|cập nhật|cấp|ký"
    r"|phê duyệt|khắc phục|hoàn thiện|hoàn thành)\b[^.;:]*\Z",
    re.IGNORECASE,
)
"""What is done with a thing that comes in: a count of days behind it is its limit, not how long something goes on."""
_SHORTENED = late(r"\b(?:xuống|rút ngắn|giảm|cắt giảm|còn|kéo dài|diễn ra|tổ chức|thay vì|so với)\b", re.IGNORECASE)
"""Words that a count of days behind them is no limit by: how much shorter, or longer, it has become."""
_AT_MOST_DAYS = late(r"(?:không quá|tối đa)\s.*\b(?:giờ|ngày|tuần|tháng)\b", re.IGNORECASE)
_EACH_BEHIND = late(r"\s*/\s*[^\W\d_]|\s+(?:mỗi|một)\s", re.IGNORECASE)
_EACH_IN_FRONT = late(
    r"\b(?:mỗi|từng|thời lượng|nghỉ|dừng|ngừng|kéo dài|diễn ra|tổ chức|lớp|khóa|đợt|báo trước)\b[^.;:,]*\Z",
    re.IGNORECASE,
)
"""Words behind which a count of days tells how long a thing goes on."""
LIMIT_OR_LENGTH = "không rõ là hạn hay thời gian kéo dài"
_REPORTED_ON = late(
    r"\b(?:báo cáo|đánh giá|tổng hợp|thống kê)\s+(?:về\s+)?(?:kết quả|tình hình|số liệu)\b[^;:]*\Z", re.IGNORECASE
)
"""What a report tells of: "báo cáo kết quả thực hiện … từ ngày 30/01 đến ngày 24/4"."""


class Stretches(Days):
    """Reads stretches and events."""

    def _range(self, index: int, lexeme: Lexeme) -> None:
        text = _CLOCK.sub("", _OPENING.sub("", lexeme.text))
        first, _, last = re.split(
            r"(\bđến\b|,?\s+(?:và\s+)?(?:kết thúc|hoàn thành)(?:\s+vào)?|(?<=[0-9IV])\s*[-–])",
            text,
            maxsplit=1,
            flags=re.IGNORECASE,
        )
        if _OF_DATA.search(self._before(lexeme)):
            return self._ignore(index, "period of the data")
        if _REPORTED_ON.search(self._before(lexeme)):
            return self._unread(index, "không rõ là thời gian thực hiện hay kỳ của số liệu")
        if not _DAY_AND_MONTH.search(last) and _EACH_MONTH.search(last):
            if _MONTHLY.search(last):
                return self._once_recurring(index, "month", None)
            return self._unread(index, "khoảng ngày của mỗi tháng")
        if re.match(r"\s*năm\s+[0-9]{4}", last) and not (self.alone and _FROM_NOW.match(first)):
            return self._ignore(index, "years of a programme")
        end = self._side(last, last=True)
        if end and re.match(r"\s*trước\b", last, re.IGNORECASE):
            end -= dt.timedelta(days=1)
        start = self._side(self._with_month(first, last), last=False)
        if end is None or (start is None and re.search(r"[0-9]", first)):
            return self._unread(index, "khoảng thời gian không đọc được")
        lasts = _YEAR_END.fullmatch(last.strip()) or (_FROM_NOW.match(first) and _LASTS.search(self._before(lexeme)))
        if start is None and not lasts:
            return self._deadline(index, [Occasion(month_around(end), end)], years=self._other_years(last))
        if start and start.year < self.year - _ANNIVERSARY:
            return self._ignore(index, "years of an anniversary")
        if start and start > end and not re.search(r"[0-9]{4}", first):
            start = start.replace(year=start.year - 1)
        if start and start > end:
            return self._unread(index, "ngày đầu sau ngày cuối")
        self._drop_manner(lexeme)
        if self.waiting.regular and not self.waiting.used:
            self._finish()
        subject, body = self._about(lexeme)
        self._say(index, Range(lexeme.start, lexeme.end, lexeme.text, subject, body, start, end))

    def _monthspan(self, index: int, lexeme: Lexeme) -> None:
        """Read "11 - 12/2026", "8/2026 - 14/9/2026" where all the words are of time; elsewhere they may be numbers."""
        first, last = re.split(r"\s*[-–]\s*", lexeme.text, maxsplit=1)
        of_day = last.count("/") > 1
        if not self.alone:
            return self._unread(index, "khoảng thời gian không đọc được") if of_day else self._ignore(index, "share")
        start = phrases.months(first if "/" in first else f"{first}/{last[-4:]}", self.year)[0].start
        end = phrases.dates(last, self.year)[0].day if of_day else phrases.months(last, self.year)[0].end
        if end is None or end < start:
            return self._unread(index, "khoảng thời gian không đọc được")
        subject, body = self._about(lexeme)
        self._say(index, Range(lexeme.start, lexeme.end, lexeme.text, subject, body, start, end))

    def _monthyear(self, index: int, lexeme: Lexeme) -> None:
        """Read "12/2026", which ends an entry where all the words are of time, as that month."""
        ends = self.text[lexeme.end :].lstrip()[:1] in ("", ".", ";", ",", ")")
        if not (self.alone and ends):
            return self._ignore(index, "share")
        self._named_periods(index, lexeme, phrases.months(lexeme.text, self.year))

    def _drop_manner(self, lexeme: Lexeme) -> None:
        """Take "liên tục" directly before a stretch as the manner of it."""
        last = self.values[-1] if self.values else None
        if (
            isinstance(last, Recurring)
            and last.period == "regularly"
            and not self.text[last.end : lexeme.start].strip()
        ):
            self.values.pop()
            self.fates[next(i for i, x in enumerate(self.lexemes) if x.start == last.start)] = (
                "ignored",
                "manner of a thing",
            )

    def _other_years(self, text: str) -> tuple[int, ...]:
        printed = phrases.named_year(text)
        return (printed,) if printed and printed != self.year else ()

    @staticmethod
    def _with_month(first: str, last: str) -> str:
        """Complete a day without a month, and a side without a year, from the other side."""
        tail = _MONTH_TAIL.search(last)
        if re.fullmatch(r"\s*(?:ngày\s+)?[0-9]{1,2}\s*", first) and tail:
            return first.rstrip() + tail[0]
        year = re.search(r"(?:/|năm)\s*([0-9]{4})\s*\Z", last)
        if year and not re.search(r"[0-9]{4}", first) and re.search(r"[0-9IV]\s*\Z", first):
            joined = "/" if "/" in first or re.search(r"quý|tháng\s+[0-9]+\s*\Z", first) else " năm "
            return f"{first.rstrip()}{joined}{year[1]}"
        return first

    def _side(self, text: str, last: bool) -> dt.date | None:
        if last and (year := _YEAR_END.fullmatch(text.strip())):
            return dt.date(int(year["year"] or self.year), 12, 31)
        if re.search(r"quý\s", text, re.IGNORECASE):
            periods = phrases.quarters(text, self.year)
        elif _DAY_AND_MONTH.search(text) and not re.match(r"\s*(?:hết\s+)?tháng", text, re.I):
            days = phrases.dates(re.sub(r"^\D+", "", text), self.year)
            return days[0].day if days else None
        else:
            periods = phrases.months(text, self.year)
        return (periods[-1].end if last else periods[0].start) if periods else None

    def _relative(self, index: int, lexeme: Lexeme) -> None:
        if self._of_what_is_named(lexeme) or self._is_ground(lexeme) or self._is_measure(lexeme):
            return self._ignore(index, "manner of a thing")
        if self.waiting.regular and not self.waiting.used:
            self._finish()
        if _HOUR_OF_CASE.fullmatch(lexeme.text.rstrip()) and _THEN.match(self.text, lexeme.end):
            return self._ignore(index, "time of the day")
        counts = _COUNT_ALONE.fullmatch(lexeme.text.rstrip())
        if counts and (_LASTS_FOR.search(self._before(lexeme)) or _LOOKS_BACK.match(self.text, lexeme.end)):
            return self._ignore(index, "duration")
        end = end_of_count(self.text, lexeme.start + len(lexeme.text.rstrip()))
        all_of_cell = self.alone and self._ends_all(index, end)
        if all_of_cell:
            end = len(self.text.rstrip(" .;"))
        elif (end := self._end_of_event(lexeme, end)) < 0:
            return self._unread(index, OPEN_EVENT)
        lexeme = lexeme._replace(end=end, text=self.text[lexeme.start : end])
        subject, body = ("", "") if all_of_cell else self._about(lexeme)
        start, last = lexeme.start, self.values[-1] if self.values else None
        counted = any(words.lower().startswith("kể từ") for words in (last.words if last else "", lexeme.text))
        if isinstance(last, Relative) and counted and self._next_to(last, lexeme):
            start = last.start
            own = "" if last.subject[:24] in self.text[last.start : end] else last.subject
            subject = own or subject_words(self.text, lexeme.end, lexeme, self.lexemes)
            self.values.pop()
        boundary = self.boundary
        self._say(index, Relative(start, end, self.text[start:end], subject, body))
        self._take_within(index, end, self.values[-1])
        self.boundary = max(self.boundary, end)
        if _AFTER_OR_BEFORE.match(lexeme.text) and lexeme.text[:1] in "tT":
            self.boundary = boundary  # what is done before another thing can have a day behind it

    def _end_of_event(self, lexeme: Lexeme, end: int) -> int:
        """Give where an event ends that a comma stands behind; -1 where nobody can tell."""
        if self.text[end : end + 1] != "," or not _OF_EVENT.match(lexeme.text):
            return end
        another = (x.start for x in self.lexemes if x.start >= end and x.kind in _TIMED)
        return end_of_event(self.text, lexeme.start, end, next(another, None))

    def _is_ground(self, lexeme: Lexeme) -> bool:
        """Whether "theo yêu cầu" opens its sentence before a comma: on what ground a thing is done, and not when."""
        opens = lexeme.text.lower() == "theo yêu cầu" and not self._before(lexeme).strip(" -–•+")
        return opens and not self.alone and self.text[lexeme.end :].lstrip()[:1] == ","

    def _is_measure(self, lexeme: Lexeme) -> bool:
        """Whether "theo yêu cầu" tells how good a thing is to be, and not when it is done."""
        bare = lexeme.text.lower() == "theo yêu cầu" and not self.alone
        return bare and tells_measure(self._before(lexeme), self.text[lexeme.end : lexeme.end + 20])

    def _ends_all(self, index: int, end: int) -> bool:
        """Whether a comma and no other time stand behind an event in a cell of times: all the words are of it."""
        return self.text[end:].lstrip()[:1] == "," and all(x.text in (",", ".") for x in self.lexemes[index + 1 :])

    def _of_what_is_named(self, lexeme: Lexeme) -> bool:
        """Whether what happens tells what a thing is that a colon follows: "Chi phí sau khi đơn giản hóa: 9 giờ"."""
        before = self._before(lexeme).strip(" -–•+")
        named = _AFTER_OR_BEFORE.match(lexeme.text) and self.text[lexeme.end :].lstrip()[:1] == ":"
        return bool(named and before and not self.alone and not opens_verb(before, alone=True))

    def _until(self, index: int, lexeme: Lexeme) -> None:
        """Let a limit or a rhythm end when something happens; by itself it is a time of the task."""
        if self.waiting.parts and not self.waiting.used:
            self._finish()
            if index in self.taken:
                return None
        last = self.values[-1] if self.values else None
        if _FROM_WHEN.search(self._before(lexeme)):
            return self._ignore(index, "duration")
        if last is None or last.start < self.opened or self.text[last.end : lexeme.start].strip(" ,("):
            return self._relative(index, lexeme)
        words = self.text[last.start : lexeme.end]
        subject = "" if last.subject in words else last.subject
        self.values[-1] = replace(last, end=lexeme.end, words=words, subject=subject)
        self.fates[index] = ("read", value_name(last))

    def _next_to(self, value: Said, lexeme: Lexeme) -> bool:
        return not self.text[value.end : lexeme.start].strip(" ,(và")

    def _within(self, index: int, lexeme: Lexeme) -> None:
        last = self.values[-1] if self.values else None
        if isinstance(last, Relative) and self._next_to(last, lexeme) and last.words[:9].lower() != "trước khi":
            words = self.text[last.start : lexeme.end]
            self.values[-1] = replace(last, end=lexeme.end, words=words)
            self.fates[index] = ("read", value_name(last))
        elif (self.alone and not self._before(lexeme).strip()) or (
            _ANSWERED.search(self._before(lexeme)) and not _SHORTENED.search(self._before(lexeme))
        ):
            self._relative(index, lexeme)  # counted from when the thing comes in
        elif _AT_MOST_DAYS.match(lexeme.text) and not (_SHORTENED.search(self._before(lexeme)) or self._each(lexeme)):
            self._unread(index, LIMIT_OR_LENGTH)
        else:
            self._ignore(index, "duration")

    def _each(self, lexeme: Lexeme) -> bool:
        """Whether a count of days is of each of several: "không quá 02 ngày/lớp", "mỗi lớp không quá 02 ngày"."""
        return bool(_EACH_BEHIND.match(self.text, lexeme.end) or _EACH_IN_FRONT.search(self._before(lexeme)))

    def _sudden(self, index: int, lexeme: Lexeme) -> None:
        following = self.lexemes[index + 1] if index + 1 < len(self.lexemes) else None
        near = following and following.kind == "relative" and not self.text[lexeme.end : following.start].strip(" ,")
        if near:
            self._ignore(index, "event named behind it")
        elif self.alone or re.search(r"(?:báo cáo|hoặc|và|,)\s*\Z", self._before(lexeme), re.IGNORECASE):
            self._relative(index, lexeme)
        else:
            self._ignore(index, "manner of a thing")
