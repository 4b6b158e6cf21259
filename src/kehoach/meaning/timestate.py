"""What the grammar of times holds while it reads a line: values, fates of words, period words that wait for a day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kehoach.meaning import timephrases as phrases
from kehoach.meaning.clauses import body_after, follows_another, opens_its_clause, said_behind, subject_words
from kehoach.meaning.ledger import Fate
from kehoach.meaning.periods import Period
from kehoach.meaning.timebehind import end_of_days, end_of_recurring, end_of_stretch
from kehoach.meaning.timebounds import bounded, of_rule
from kehoach.meaning.timedoubts import why_in_doubt
from kehoach.meaning.times import Occasion, PrintedDeadline, Range, Recurring, Time, Unread, value_name
from kehoach.meaning.timetokens import Lexeme, first_near, lexemes, parts_apart
from kehoach.meaning.timewaiting import Waiting
from kehoach.wording.latepatterns import late

_REPORT_GAP = late(r"\s*(?:[^\W\d_]+\s+){0,4}\Z")
_LIST_GAP = late(r"\s*(?:[,;/]|và|hoặc|,\s*và)?\s*\Z")
_DAY_GAP = late(r"\s*\([^()]*\)\s*(?:[,;]|và|hoặc|,\s*và)\s*\Z")
"""Between the periods of a list each of which has its day in brackets: "tháng (trước ngày 18), quý (trước ngày 15)"."""
_SUMMED = re.compile(r"(?:sơ kết|tổng kết|đánh giá|kỳ)\s+(?:[^\W\d_]+\s+)?\Z", re.IGNORECASE)
_COUNT = re.compile(
    r"\b([0-9]{1,2}|một|hai|ba|bốn)\s+(?:lần|buổi|kỳ|hội nghị|hội thảo|tọa đàm|đợt|cuộc|phiên|lượt|lớp)\b",
    re.IGNORECASE,
)
CONTENT = late(
    r"(?:báo cáo|kết quả|số liệu|kế hoạch|chỉ số|chỉ tiêu|nhiệm vụ|công tác|tình hình|kỳ|dự toán|kinh phí|chương trình)"
    r"(?:\s+[^\W\d_]+){0,2}\s*\Z",
    re.IGNORECASE,
)
OPEN = "không rõ là hạn hay tên của kỳ"
NOT_WITH_DAY = "lặp lại theo kỳ, còn hạn bên cạnh chỉ là một ngày"
_BRACKETED = late(r" \([^()]*\)\Z")


class State:
    """A line that is being read from left to right; the classes above it read one kind of lexeme each."""

    def __init__(self, text: str, year: int, alone: bool) -> None:
        self.text, self.year, self.alone = text, year, alone
        self.lexemes = lexemes(text)
        self.values: list[Time] = []
        self.fates: dict[int, tuple[Fate, str]] = {}
        self.waiting = Waiting()
        self.exception: Lexeme | None = None
        self.excepting: list[Time] = []
        self.settled = True
        self.heard: set[int] = set()
        self.left_out: list[Period] = []
        self.left_out_at = 0
        self.taken: set[int] = set()
        self.listing: tuple[str, bool] = ("", False)
        self.opened = 0
        self.boundary = 0
        self.opened_by_period = False

    def _before(self, lexeme: Lexeme) -> str:
        return self.text[self.opened : lexeme.start]

    def _with_hour(self, index: int) -> int:
        """Give the lexeme that what comes back begins with: the hour and the weekdays, "15 giờ thứ Năm hằng tuần"."""
        first = at = index
        while (at := at - 1) >= 0 and not self.text[self.lexemes[at].end : self.lexemes[first].start].strip(" ,và"):
            if self.lexemes[at].kind in ("clock", "weekday"):
                first = at
            elif self.lexemes[at].text != ",":
                break
        return first

    def _previous(self, index: int) -> Lexeme | None:
        return self.lexemes[index - 1] if index else None

    def _follows(self, index: int, *kinds: str) -> Lexeme | None:
        """The first lexeme of some kinds behind one, within its sentence."""
        for lexeme in self.lexemes[index + 1 :]:
            if lexeme.text in (";", "."):
                return None
            if lexeme.kind in kinds:
                return lexeme
        return None

    def _after_report(self, index: int) -> bool:
        """Whether a period word belongs to a report, a summing up or a list of such words before it."""
        lexeme, previous = self.lexemes[index], self._previous(index)
        if _SUMMED.search(self._before(lexeme)):
            return True
        if previous is None:
            return False
        gap = self.text[previous.end : lexeme.start]
        if previous.text == "(" and index > 1 and not gap.strip():
            # "Báo cáo định kỳ (quý, năm)" names what is reported in brackets.
            previous = self.lexemes[index - 2]
            gap = self.text[previous.end : lexeme.start].replace("(", "")
        if previous.kind == "report" or (previous.kind == "regular" and not phrases.kinds(previous.text)):
            return bool(_REPORT_GAP.match(gap))
        if self.waiting.used and (self.waiting.report or self.waiting.regular):
            return bool(_DAY_GAP.match(self.text[self.lexemes[self.waiting.parts[-1]].end : lexeme.start]))
        last = index - 1 if index - 1 in self.waiting.parts else index - 2 if previous.text in ",;" else -1
        if last not in self.waiting.parts or self.waiting.used:
            return False
        return bool(_LIST_GAP.match(self.text[self.lexemes[last].end : lexeme.start]))

    def _ignore(self, index: int, rule: str) -> None:
        self.fates[index] = ("ignored", rule)

    def _unread(self, index: int, why: str, words: str = "", impossible: bool = False) -> None:
        lexeme = self.lexemes[index]
        at = self.text.find(words, lexeme.start, lexeme.end) if words else -1
        start, end = (at, at + len(words)) if at >= 0 else (lexeme.start, lexeme.end)
        subject, body = self._about(lexeme)
        self.values.append(Unread(start, end, self.text[start:end], subject, body, why, impossible))
        self.fates[index] = ("unread", why)
        self._pass(lexeme)

    def _pass(self, lexeme: Lexeme) -> None:
        self.boundary = lexeme.end
        self.settled = True

    def _about(self, lexeme: Lexeme) -> tuple[str, str]:
        """The words of the report or task that a time belongs to, and the body where it binds that alone."""
        body = self._bound_body(lexeme) if self._binds() and self.exception else ""
        subject = subject_words(self.text, self.boundary, lexeme, self.lexemes)
        task, bodies = said_behind(self.text, lexeme.end, self.lexemes)
        another = self.boundary > self.opened and follows_another(self.text, self.boundary)
        if self.values and (another or (not subject and (task or bodies))):
            subject = _BRACKETED.sub("", self.values[-1].subject)
        return f"{subject} ({task})" if task else subject, body or bodies

    def _bound_body(self, lexeme: Lexeme) -> str:
        """The body that an exception binds, or another behind its first time: "riêng A trước 5/3, B trước 6/3"."""
        assert self.exception is not None
        if "trừ" in self.exception.text.lower():
            return ""  # whom it names has no part in the time behind
        behind = body_after(self.text, self.boundary, lexeme.start) if self.boundary > self.exception.end else ""
        return behind or body_after(self.text, self.exception.end, lexeme.start)

    def _binds(self) -> bool:
        """Whether an exception names a body: it opens its clause, and no period has been named since."""
        if self.exception is None or self.waiting.named or self.exception.text.lower().startswith(("không", "thay")):
            return False
        opening = self.text[: self.exception.start].rstrip()
        return not opening or opening[-1] in ",;.:(" or opening.lower().endswith(("riêng", "và"))

    def _say(self, index: int, value: Time) -> None:
        if isinstance(value, PrintedDeadline | Range) and (why := self._doubt(value)):
            self.waiting.used = True
            return self._unread(index, why)
        if isinstance(value, Range) and (last := of_rule(self.values, self.text, value.start, value.end)):
            return self._bound(index, bounded(last, value, self.text))
        self._part_recurrence(index, value)
        reach = {Range: end_of_stretch, PrintedDeadline: end_of_days}.get(type(value))
        if reach and (end := reach(self.text, value.end)) > value.end:
            said_within = value.subject and value.subject in self.text[value.end : end]
            subject = self.text[self.opened : value.start].strip(" -–•+,:") if said_within else value.subject
            value = replace(value, end=end, words=self.text[value.start : end], subject=subject)
            self._take_within(index, end, value)
        self.values.append(value)
        if self.exception:
            self.excepting.append(value)
        name = value_name(value)
        for part in (*self.waiting.parts, index):
            self.fates.setdefault(part, ("read", name))
        self.waiting.used = True
        self._pass(self.lexemes[index])

    def _bound(self, index: int, value: PrintedDeadline | Unread) -> None:
        """Let a stretch, or a year, right behind the days of a rule bound them."""
        self.values[-1] = value
        fate: tuple[Fate, str] = ("unread", value.why) if isinstance(value, Unread) else ("read", value_name(value))
        self.fates.update((at, fate) for at in (index, *self._starting_at(value.start)))
        self._pass(self.lexemes[index])

    def _starting_at(self, place: int) -> Iterable[int]:
        return (at for at, lexeme in enumerate(self.lexemes) if lexeme.start == place)

    def _part_recurrence(self, index: int, value: Time) -> None:
        """Say apart what comes back and has no part in a single day: "hằng tháng phát sóng, trong quý I khảo sát"."""
        waiting = self.waiting
        often = {"week", "month", "quarter"} & {*waiting.kinds}
        single = isinstance(value, Range) or (isinstance(value, PrintedDeadline) and len(value.occasions) == 1)
        if not (often and single) or waiting.used or waiting.report or waiting.named or self.exception:
            return
        self.waiting = Waiting()
        if opens_its_clause(self.text, self.lexemes[index], self.lexemes):
            return self._say_recurring(waiting, waiting.kinds)
        for part in waiting.parts:
            self._unread(part, NOT_WITH_DAY)

    def _doubt(self, value: PrintedDeadline | Range) -> str:
        """Why a day, as it stands in its sentence, is not asserted; empty where nothing speaks against it."""
        starts = (
            isinstance(value, PrintedDeadline)
            and len(value.occasions) > 1
            and value.words.lower().startswith(("sau ", "từ ", "kể từ "))
        )
        if starts:
            return "mốc bắt đầu, không phải hạn"
        return why_in_doubt(self.text[self.opened : value.start], value.words, self.text[value.end :])

    def _deadline(
        self,
        index: int,
        occasions: Iterable[Occasion],
        kinds: Sequence[str] = (),
        of: str = "",
        reading: str = "",
        years: Sequence[int] = (),
    ) -> None:
        at = self.lexemes[index]
        subject, body = self._about(at)
        on_days, kinds, years = tuple(occasions), tuple(kinds), tuple(years)
        self._say(index, PrintedDeadline(at.start, at.end, at.text, subject, body, on_days, kinds, of, reading, years))

    def _name_last(self, name: str) -> None:
        """Tell which of several reports of one phrase the last value is."""
        last = self.values[-1]
        self.values[-1] = replace(last, subject=f"{last.subject} ({name})")
        if self.exception and self.excepting:
            self.excepting[-1] = self.values[-1]

    def _wait(self, index: int, kinds: Sequence[str] = (), named: Sequence[Period] = (), **flags: bool) -> None:
        if self.waiting.used:
            self._finish()
        self.waiting.kinds += [kind for kind in kinds if kind not in self.waiting.kinds]
        self.waiting.named += [period for period in named if period not in self.waiting.named]
        listed: list[str | Period] = [*named, *kinds]
        self.waiting.listed += [entry for entry in listed if entry not in self.waiting.listed]
        self.waiting.parts.append(index)
        for name, value in flags.items():
            setattr(self.waiting, name, value or getattr(self.waiting, name))
        if self.exception and named:
            self.settled = False

    def _finish(self) -> None:
        """Say what came back without a day, and wait for something new."""
        waiting, self.waiting = self.waiting, Waiting()
        if waiting.used or not waiting.parts:
            return
        if waiting.named and not (waiting.kinds or waiting.report or self.exception):
            return self._left_open(waiting.parts)
        said_else = any(value.start >= self.opened for value in self.values)
        if not waiting.regular and (said_else or not set(waiting.kinds) & {"week", "month", "quarter"}):
            return
        if waiting.named and not waiting.kinds:
            return
        self._say_recurring(waiting, waiting.kinds or (["periodically"] if waiting.regular else []))

    def _left_open(self, parts: Sequence[int]) -> None:
        """List periods that waited for a day and got none: nobody can tell what they are."""
        for part in parts:
            if part not in self.fates and CONTENT.search(self._before(self.lexemes[part])):
                self._ignore(part, "period of a name or content")
            elif part not in self.fates:
                self._unread(part, OPEN)

    def _say_recurring(self, waiting: Waiting, kinds: Sequence[str]) -> None:
        apart = parts_apart(self.text, self.lexemes, waiting.parts)
        if len(apart) > 1:
            for parts in apart:
                own = phrases.kinds(" ".join(self.lexemes[part].text for part in parts))
                self._say_recurring(replace(waiting, parts=parts), own or ("periodically",))
            return
        first, last = self.lexemes[first_near(self.text, self.lexemes, waiting.parts)], self.lexemes[waiting.parts[-1]]
        end = end_of_recurring(self.text, last.end, kinds[-1]) if kinds else last.end
        words = self.text[first.start : end]
        count = self._count(last.end) if len(kinds) == 1 and kinds[0] != "periodically" else None
        whole = Lexeme(first.kind, first.start, end, words) if end > last.end else first
        subject = subject_words(self.text, self.boundary, whole, self.lexemes, both_sides=True)
        values = [Recurring(first.start, end, words, subject, "", kind, count) for kind in kinds]
        self.values += values
        if values:
            self._take_within(waiting.parts[-1], end, values[-1])
        for part in waiting.parts:
            self.fates.setdefault(part, ("read", "; ".join(map(value_name, values))))

    def _take_within(self, index: int, end: int, value: Time) -> None:
        """Leave to a value all lexemes behind one that its words hold as well."""
        for at in range(index + 1, len(self.lexemes)):
            if self.lexemes[at].start >= end:
                break
            self.taken.add(at)
            self.fates[at] = ("read", value_name(value))

    def _count(self, at: int) -> int | None:
        """How many times, where the sentence around a place says it."""
        counted = _COUNT.search(self.text, self.opened, self._sentence_end(at))
        return phrases.number(counted[1]) if counted else None

    def _sentence_end(self, at: int) -> int:
        return next((x.start for x in self.lexemes if x.start >= at and x.text in (";", ".")), len(self.text))
