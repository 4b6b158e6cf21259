"""Exceptions to a rule of times ("riêng", "trừ", "đối với … thì", "thay bằng") and the ends of sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kehoach.meaning import timephrases as phrases
from kehoach.meaning.periods import Period, periods_of
from kehoach.meaning.times import Occasion, PrintedDeadline, Unread
from kehoach.meaning.timestate import State
from kehoach.meaning.timetokens import Lexeme
from kehoach.meaning.timewaiting import Waiting
from kehoach.wording.latepatterns import late

_NO_DAY_BUT_EXCEPTION = "có ngoại lệ mà không in ngày"
_NOT_THEN = late(r"(?:riêng|đối với)\s[^.;]*?\b(?:không|tạm dừng|nghỉ)\s+(?!quá\b|muộn\b|chậm\b)", re.IGNORECASE)
"""What is not done in a period at all: "riêng tháng 02 không họp"."""
_PERIOD_WORD = re.compile(r"\b(?:tháng|quý|kỳ|năm|tuần)\b", re.IGNORECASE)


class Exceptions(State):
    """Reads exceptions: what a day behind them holds for is taken out of the rule before."""

    def _except(self, index: int, lexeme: Lexeme) -> None:
        words = lexeme.text.lower()
        if words.startswith("trừ trường hợp"):
            return
        if words.startswith("đối với") and self.exception is None and not self._opens(lexeme):
            return
        if words.startswith(("trừ", "ngoại trừ")) and (behind := self._named_behind(index)):
            return self._except_ahead(behind)
        left_out = words.startswith(("trừ", "ngoại trừ")) or _NOT_THEN.match(self.text, lexeme.start)
        if left_out and self._comes_back_without_day(index):
            return self._in_doubt(index)
        if words.startswith("thay"):
            self.exception = self.exception or lexeme
            self.settled = not self.waiting.named
            return
        if self.waiting.used or not words.startswith("đối với"):
            self._finish()
        self.exception = lexeme

    def _named_behind(self, index: int) -> list[int]:
        """Give the lexemes of periods that are left out of a rule whose day is still to come, none for any other.

        "Hằng tháng, trừ tháng 02 và tháng 12, gửi báo cáo trước ngày 22": no day behind them is their own.
        """
        if not self.waiting.kinds or self.waiting.used:
            return []
        months: list[int] = []
        for at in range(index + 1, len(self.lexemes)):
            if self.lexemes[at].kind in ("months", "quarters"):
                months.append(at)
            elif self.lexemes[at].kind != "sep" or self.lexemes[at].text in ";.":
                break
        ends = bool(months) and self.text[self.lexemes[months[-1]].end :].lstrip()[:1] in (",", ")")
        return months if ends and self._follows(months[-1], "days") else []

    def _comes_back_without_day(self, index: int) -> bool:
        """Whether what comes back has a period left out and no day at all: in which months it is due is not read."""
        waiting = self.waiting
        follows = self._follows(index, "days", "workday", "months", "quarters")
        return (
            bool(waiting.kinds) and not waiting.used and follows is not None and follows.kind in ("months", "quarters")
        )

    def _in_doubt(self, index: int) -> None:
        """List as unread what comes back without a day, and the periods behind an exception in which it does not."""
        for part in self.waiting.parts:
            self._unread(part, _NO_DAY_BUT_EXCEPTION)
        if not self.lexemes[index].text.lower().startswith("riêng"):
            self.waiting = Waiting()
            return
        for at in range(index + 1, len(self.lexemes)):
            if self.lexemes[at].text in (";", "."):
                break
            if self.lexemes[at].kind in ("months", "quarters"):
                self._unread(at, _NO_DAY_BUT_EXCEPTION)
                self.taken.add(at)
        self.waiting = Waiting()

    def _except_ahead(self, named: Sequence[int]) -> None:
        """Leave periods out of the rule that their day is still to come of."""
        self.left_out_at = self.lexemes[named[0] - 1].start
        for at in named:
            read = phrases.months if self.lexemes[at].kind == "months" else phrases.quarters
            self.left_out += read(self.lexemes[at].text, self.year)
            self.taken.add(at)
            self.fates[at] = ("read", "ngoại lệ")
            self.boundary = self.lexemes[at].end

    def _opens(self, lexeme: Lexeme) -> bool:
        opening = self._before(lexeme).rstrip()
        return not opening or opening[-1] in ",;.:("

    def _excepted(self, index: int) -> bool:
        previous = self._previous(index)
        return bool(previous and previous.kind == "except" and previous is self.exception)

    def _base(self) -> PrintedDeadline | None:
        """The rule that an exception excepts from: the last one with days of several periods."""
        own = [v for v in self.values if isinstance(v, PrintedDeadline) and not any(v is e for e in self.excepting)]
        repeated = [v for v in own if len(v.occasions) > 1 or v.of]
        return repeated[-1] if repeated else None

    def _scope_doubt(self, lexeme: Lexeme) -> bool:
        """Whether an exception speaks of a period that was not understood: then the rule is in doubt as well."""
        if self.exception is None or self.waiting.named or self.waiting.kinds:
            return False
        return bool(_PERIOD_WORD.search(self.text[self.exception.end : lexeme.start]))

    def _remove_excepted(self, doubt: bool = False) -> PrintedDeadline | None:
        """Take the excepted periods out of the rule before; gives the rule."""
        base = self._base()
        if self.exception is None or base is None or (self.settled and not self.waiting.named and not doubt):
            return base
        self.heard.add(self.exception.start)
        index = self.values.index(base)
        if doubt:
            self.values[index] = Unread(
                base.start, base.end, base.words, base.subject, base.body, "có ngoại lệ chưa đọc được"
            )
        elif self.waiting.named:
            occasions = tuple(o for o in base.occasions if not any(excepts(p, o) for p in self.waiting.named))
            self.values[index] = replace(base, occasions=occasions)
        self.settled = True
        return base

    def _except_without_day(self) -> None:
        assert self.exception is not None
        self._remove_excepted()
        if self.exception.text.lower().startswith(("riêng", "đối", "thay")) and self.waiting.parts:
            self._unread(self.waiting.parts[-1], "không in ngày của ngoại lệ")
        for part in self.waiting.parts:
            self.fates.setdefault(part, ("read", "ngoại lệ"))
        self.waiting.used = True

    def _leave_out(self) -> None:
        """Let an exception hold for the rule behind it: "Trừ tháng 1, hằng tháng trước ngày 25"."""
        assert self.exception is not None
        self.left_out_at = self.exception.start
        self.left_out = list(self.waiting.named)
        for part in self.waiting.parts:
            self.fates[part] = ("read", "ngoại lệ")
        self.waiting, self.exception, self.settled = Waiting(), None, True

    def _months_meant(self, text: str) -> tuple[Period, ...]:
        if re.search(r"còn lại|khác", text):
            kind = "quarter" if "quý" in text.lower() else "month"
            periods = [o.period for v in self.values if isinstance(v, PrintedDeadline) for o in v.occasions]
            self.waiting.unclear = all(period.kind != kind for period in periods)
            return tuple(p for p in periods_of(kind, self.year) if p not in periods)
        of, place, step = phrases.month_of(text)
        if of != "quarter" or step:
            return ()
        return tuple(p for p in periods_of("month", self.year) if p.start.month % 3 == place % 3)

    def _sep(self, index: int, lexeme: Lexeme) -> None:
        if lexeme.text in ";.":
            self._close(lexeme.end)

    def _close(self, end: int) -> None:
        if self.exception and not self.settled:
            self._except_without_day()
        self._finish()
        self.exception, self.opened, self.boundary, self.settled = None, end, end, True
        self.left_out, self.opened_by_period = [], False


def excepts(period: Period, occasion: Occasion) -> bool:
    """Whether an excepted period takes an occasion out: it is of that period, or falls due in that month."""
    if occasion.period.kind == period.kind:
        return occasion.period == period
    return period.contains(occasion.period) or (period.kind == "month" and period.start <= occasion.due <= period.end)
