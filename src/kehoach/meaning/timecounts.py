"""How often a thing comes back: so many times in a period, by the week or day, or all the time."""

from __future__ import annotations

import re
from dataclasses import replace

from kehoach.meaning import timephrases as phrases
from kehoach.meaning.clauses import subject_words
from kehoach.meaning.timeattributes import of_matter
from kehoach.meaning.timebehind import end_of_recurring
from kehoach.meaning.timeexceptions import Exceptions
from kehoach.meaning.times import Recurring, value_name
from kehoach.meaning.timestate import CONTENT
from kehoach.meaning.timetokens import Lexeme
from kehoach.wording.latepatterns import late

_EACH = late(r"(?:mỗi\s+)?(\w+)\s+(tháng|tuần|quý|năm)\s*/?\s*(\w+)?\s*lần", re.IGNORECASE)
_OTHER_COUNT = late(r"[^.;]*?[,(]\s*(?:riêng|trừ)\s[^.;]*?\blần\b", re.IGNORECASE)
"""Behind how often a thing comes back, when it comes back more or less often."""
_LEFT_OUT = late(
    r"(?:\btrừ|\bkhông\s+(?:[^\W\d_]+\s+){0,4}?(?:kể|tính|gồm|vào))\s+(?:các\s+)?(?:ngày\s+)?(?:(?:lễ|tết|nghỉ),?\s+)*\Z",
    re.IGNORECASE,
)
"""Before a day of the week that is left out of a count or a stretch: "05 ngày (không kể thứ Bảy, Chủ nhật)"."""
_HELD_ON = late(r"[\s,]*(?:(?:[^\W\d_]+\s+){0,3}vào\s+)?", re.IGNORECASE)
"""Between what comes back and the day of the week on which it does: "hằng tuần họp giao ban vào thứ Hai"."""
_OF_PEOPLE = late(r"\bngười\s+(?:(?:trực tiếp|làm việc|công tác|làm công tác|được)[\s,]+)+\Z", re.IGNORECASE)
"""Before "thường xuyên", where it tells who is meant: "người trực tiếp, thường xuyên làm công tác pháp chế"."""
_MANNERS = late(
    r"\b(?:đầy đủ|kịp thời|ổn định|an toàn|thông suốt|đồng bộ|hiệu quả|thống nhất|chính xác|bền vững|thông minh"
    r"|toàn diện)"
    r"\s*(?:,|và|,\s*và)\s*\Z",
    re.IGNORECASE,
)
"""Before "liên tục", where it is one of several words for what a thing is to be like."""
_COUNTED = late(r"(\w+?)\s*(?:lần|buổi|kỳ|hội nghị|đợt|cuộc)(.*)", re.IGNORECASE)


class Counts(Exceptions):
    """Reads how often a thing comes back."""

    def _recur_attribute(self, lexeme: Lexeme) -> bool:
        after = self.text[lexeme.end : lexeme.end + 20]
        return of_matter(self._before(lexeme)) or after.startswith((" của", " cấp ", " và từng giai đoạn"))

    def _everyfew(self, index: int, lexeme: Lexeme) -> None:
        """Read "định kỳ 10 ngày một lần", of which no kind of period tells how often it is, by its words alone."""
        self._once_recurring(index, "periodically", None)

    def _steady(self, index: int, lexeme: Lexeme) -> None:
        before = self._before(lexeme)
        own_day = self._right_behind(index, "days") and self.text[lexeme.end : lexeme.end + 1].isspace()
        if lexeme.text.lower() == "cả năm" and own_day:
            return self._wait(index, ("year",), report=True)  # "kết quả 6 tháng trước ngày …, cả năm trước ngày …"
        of_content = lexeme.text.lower().endswith("năm") and (CONTENT.search(before) or before.endswith("của "))
        if lexeme.text.lower() == "liên tục" and before.rstrip()[-4:].lower() == "ngày":
            return self._ignore(index, "duration")
        if lexeme.text.lower() == "liên tục" and _MANNERS.search(before):
            return self._ignore(index, "manner of a thing")
        if of_content or self._recur_attribute(lexeme) or _OF_PEOPLE.search(before):
            return self._ignore(index, "manner of a thing")
        self._once_recurring(index, "regularly", None)

    def _week(self, index: int, lexeme: Lexeme) -> None:
        self._once_recurring(index, "week", None)

    _weekdays = _week

    def _workdays(self, index: int, lexeme: Lexeme) -> None:
        """Read "vào cuối mỗi ngày làm việc" as what comes back each day."""
        self._once_recurring(index, "day", None)

    def _weekday(self, index: int, lexeme: Lexeme) -> None:
        """Take the day on which a weekly report is due: "báo cáo tuần trước 15 giờ thứ Sáu"."""
        waiting = self.waiting
        left_out = _LEFT_OUT.search(self._before(lexeme)) is not None
        if left_out or self._right_behind(index, "recur", "days", "vague") or self._is_of_a_date(index):
            return self._ignore(index, "day of the week")
        last = self.values[-1] if self.values else None
        if isinstance(last, Recurring) and _HELD_ON.fullmatch(self.text, last.end, lexeme.start):
            return self._ignore(index, "day of the week")  # "hằng tuần, vào tối thứ Sáu"
        if waiting.kinds != ["week"] or not waiting.report or waiting.used:
            return self._unread(index, "không rõ tuần nào, hay tuần nào cũng vậy")
        subject = self._about(self.lexemes[self._with_hour(index)])[0]
        self._once_recurring(index, "week", None)
        self.values[-1] = replace(self.values[-1], subject=subject)
        self.waiting.used = True
        self._pass(lexeme)

    def _right_behind(self, index: int, *kinds: str) -> bool:
        """Whether a lexeme of some kinds stands behind one with nothing but a comma or a bracket between."""
        behind = self.lexemes[index + 1 : index + 3]
        near = next((lexeme for lexeme in behind if lexeme.text not in (",", "(")), None)
        return bool(near and near.kind in kinds and not self.text[self.lexemes[index].end : near.start].strip(" ,("))

    def _is_of_a_date(self, index: int) -> bool:
        """Whether a day of the week stands right behind the date that it is: "ngày 26/8 (thứ Hai)"."""
        earlier = (lexeme for lexeme in reversed(self.lexemes[:index]) if lexeme.text not in (",", "("))
        date = next(earlier, None)
        between = self.text[date.end : self.lexemes[index].start].strip(" ,(-–") if date else ""
        return bool(date and date.kind in ("days", "range") and between in ("", "là", "tức", "nhằm"))

    def _counted(self, index: int, lexeme: Lexeme) -> None:
        if match := _EACH.match(lexeme.text):
            count, unit = phrases.number(match[1]), match[2].lower()
            months = count * {"tháng": 1, "quý": 3, "năm": 12}.get(unit, 0)
            kind = {1: "month", 3: "quarter", 6: "half_year", 12: "year"}.get(months, "")
            kind = "week" if (count, unit) == (1, "tuần") else kind
            if _OTHER_COUNT.match(self.text, lexeme.end):
                return self._unread(index, "có ngoại lệ chưa đọc được")
            often = phrases.number(match[3]) if match[3] else 1
            return self._once_recurring(index, kind or "periodically", often if kind else None)
        if counted := _COUNTED.match(lexeme.text):
            kind = "periodically" if "học kỳ" in counted[2].lower() else phrases.kinds(counted[2])[0]
            self._once_recurring(index, kind, phrases.number(counted[1]))

    def _pieces(self, index: int, lexeme: Lexeme) -> None:
        self._once_recurring(index, phrases.kinds(lexeme.text.rpartition("/")[2])[0], None)

    def _once_recurring(self, index: int, kind: str, count: int | None) -> None:
        lexeme = self.lexemes[index]
        last = self.values[-1] if self.values else None
        if isinstance(last, Recurring) and (last.period, last.count) == (kind, count) == ("regularly", None):
            between = self.text[last.end : lexeme.start].strip(" ,")
            if between in ("", "và", "trong"):
                # "Thường xuyên, cả năm" says one thing twice.
                self.values[-1] = replace(last, end=lexeme.end, words=self.text[last.start : lexeme.end])
                self.fates[index] = ("read", value_name(last))
                return
        first = self._with_hour(index)
        start, end = self.lexemes[first].start, end_of_recurring(self.text, lexeme.end, kind)
        whole = Lexeme(lexeme.kind, start, end, self.text[start:end])
        subject = subject_words(self.text, self.boundary, whole, self.lexemes, both_sides=True)
        self.values.append(Recurring(start, end, whole.text, subject, "", kind, count))
        self._take_within(index, end, self.values[-1])
        self.fates.update(dict.fromkeys(range(first, index), ("read", value_name(self.values[-1]))))
        names = self.fates.get(index, ("", ""))[1]
        self.fates[index] = ("read", "; ".join(filter(None, (names, value_name(self.values[-1])))))
        if self.waiting.parts and not self.waiting.used and not self.waiting.kinds:
            self.waiting.used = True
