"""The grammar of times: lexemes of a line tied to their reports, tasks and bodies; what is in doubt stays unread.

A period word ("báo cáo quý", "hằng tháng", "riêng tháng 12") waits until a day takes it up; a semicolon or full stop
ends the waiting. "Trước ngày 20" ends on the 19th; "trong tháng", "đến hết quý" end on the last day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from operator import itemgetter

from kehoach.meaning.clauses import leading_body
from kehoach.meaning.ledger import Fate, Kind, LedgerToken
from kehoach.meaning.nametable import tokens
from kehoach.meaning.timeattributes import WHY, tells_which
from kehoach.meaning.timebounds import bounded_in_front
from kehoach.meaning.timecells import behind_label, cell_elsewhere, cell_event, cell_years
from kehoach.meaning.timegate import gated
from kehoach.meaning.timelists import WHY as OPEN_LIST
from kehoach.meaning.timepatterns import DATE
from kehoach.meaning.times import PrintedDeadline, Range, Time, Times, Unread, in_order, moved, value_name
from kehoach.meaning.timestretches import Stretches
from kehoach.meaning.timetokens import Lexeme, lexemes
from kehoach.wording.oldspelling import modern

_KEY = itemgetter(3)
_PARTED_FIGURES = re.compile(r"[0-9]\s*[/.-]\s*[0-9]")
_WORDS_OF_TIME = frozenset(
    token.key
    for token in tokens(
        "ngày tháng quý năm tuần kỳ giờ thường liên khi đột lần tết yêu dịp giảng hè xuân gian mùa lễ tiến lộ"
    )
)
_IN_YEAR = re.compile(r"(?:vào|trong) năm ", re.IGNORECASE)
_DOCUMENT_DATE = re.compile(rf"(?:ngày\s+)?(?<![0-9/.])(?:{DATE})\Z", re.IGNORECASE)
_TOKEN_KINDS: dict[str, Kind] = dict.fromkeys(
    ("recur", "regular", "items", "steady", "week", "workdays", "counted"), "period"
)
_IGNORED = {
    "clause": "day of coming into force",
    "years": "years of a programme",
    "ordinal": "ordinal number",
    "document": "date of a document",
    "clock": "time of the day",
    "hotline": "round the clock",
    "data": "period of the data",
    "duration": "duration",
    "fraction": "share",
}
_SILENT = frozenset((*_IGNORED, "weekday", "sep", "report", "year", "except", "occurrence"))
"""Kinds of lexeme that say no time unless others stand with them; of a year an exception can be made."""
MOST = 200
"""Words of time in one paragraph; the longest of the plans held has a tenth of it."""

_TOO_MANY = "too many words of time in one paragraph"
_DATED = ("days", "dayofmonths", "months", "quarters", "halves", "range", "yearend")
_NO_TOKEN = ("sep", "report", "except", "occurrence")


class _Grammar(Stretches):
    """Reads one line from left to right."""

    def read(self) -> Times:
        if len(self.lexemes) > MOST:
            return self._unread_whole()
        for index, lexeme in enumerate(self.lexemes):
            if index in self.taken:
                continue
            if lexeme.kind in _IGNORED:
                self._ignore(index, _IGNORED[lexeme.kind])
            elif lexeme.kind in _DATED and self._of_things(index, lexeme):
                continue
            elif act := getattr(self, f"_{lexeme.kind}", None):
                act(index, lexeme)
        self._close(len(self.text))
        self._gate()
        return Times(in_order(map(_of_what_alone, self._bodies())), tuple(self._tokens()))

    def _gate(self) -> None:
        """Let no value out without the clauses that limit it; what became of it is that of its words as well."""
        self.values = bounded_in_front(self.values, self.text)
        through = gated(self.text, self.values, self.heard)
        for value, now in zip(self.values, through, strict=True):
            if now is value:
                continue
            fate: tuple[Fate, str] = ("unread", now.why) if isinstance(now, Unread) else ("read", value_name(now))
            for at, lexeme in enumerate(self.lexemes):
                if value.start <= lexeme.start < value.end and self.fates.get(at, ("",))[0] == "read":
                    self.fates[at] = fate
        self.values = through

    def _of_things(self, index: int, lexeme: Lexeme) -> bool:
        """Take a time that tells which things are meant; what can be a limit as well is unread."""
        again = bool(self._follows(index, *_DATED))
        answer = tells_which(self._before(lexeme), self.text[lexeme.end : lexeme.end + 24], again)
        if answer == "yes":
            self._ignore(index, "time that tells which things are meant")
        elif answer:
            self._unread(index, WHY)
        return bool(answer)

    def _openlist(self, index: int, lexeme: Lexeme) -> None:
        """List a time as unread where nobody can tell which figures belong to it; what it opens is in doubt as well."""
        self._unread(index, OPEN_LIST)
        self.waiting.unclear = True

    def _unread_whole(self) -> Times:
        """Tie no day to a task where each would have to be looked for among hundreds."""
        start, end = self.lexemes[0].start, self.lexemes[-1].end
        return Times((), (LedgerToken("date", start, end, self.text[start:end], "unread", _TOO_MANY),))

    def _bodies(self) -> list[Time]:
        """Where the times of a line are those of different bodies, tie each to its own."""
        if len(self.values) < 2:
            return self.values
        own = [leading_body(value.subject) for value in self.values]
        body_by_start = {
            body
            for value, body in zip(self.values, own, strict=True)
            if body and isinstance(value, (PrintedDeadline, Range))
        }
        if len(body_by_start) < 2:
            return self.values
        return [
            replace(value, body=body)
            if body and not value.body and isinstance(value, (PrintedDeadline, Range, Unread))
            else value
            for value, body in zip(self.values, own, strict=True)
        ]

    def _tokens(self) -> Iterator[LedgerToken]:
        for index, lexeme in enumerate(self.lexemes):
            if lexeme.kind in _NO_TOKEN or index not in self.fates:
                continue
            fate, by = self.fates[index]
            start = _date_of_document(lexeme) if lexeme.kind == "document" else lexeme.start
            if start < 0:
                continue
            bare = lexeme.kind == "days" and not re.search(DATE, lexeme.text)
            kind: Kind = "day" if bare else _TOKEN_KINDS.get(lexeme.kind, "date")
            yield LedgerToken(kind, start, lexeme.end, self.text[start : lexeme.end], fate, by)


def _of_what_alone(value: Time) -> Time:
    """Let a time that only words behind it say the task of have them as its task: "trước 10/6 đối với báo cáo A"."""
    return replace(value, subject=value.subject[2:-1]) if value.subject.startswith(" (") else value


def _date_of_document(lexeme: Lexeme) -> int:
    """Where the date of a cited document begins; -1 where none is printed: its symbol is no word of time."""
    match = _DOCUMENT_DATE.search(lexeme.text)
    return lexeme.start + match.start() if match else -1


@lru_cache(maxsize=8192)
def read_times(text: str, year: int, alone: bool = False) -> Times:
    """Read what a line says of time; ``year`` is the plan's.

    ``alone`` tells that the text stands behind a label of time: it is all words of time.
    """
    if not alone and (at := behind_label(text)):
        return moved(read_times(text[at:], year, alone=True), at)
    if alone and (whole := cell_years(text) or cell_event(text) or cell_elsewhere(text)):
        token = LedgerToken("date", whole.start, whole.end, whole.words, "read", value_name(whole))
        return Times((whole,), (token._replace(fate="unread", by=whole.why) if isinstance(whole, Unread) else token,))
    if not (alone or _has_words_of_time(text)):
        return Times()
    usual = modern(text)
    times = _Grammar(usual, year, alone).read()
    if alone and not times.values and (elsewhere := cell_elsewhere(usual, cites=True)):
        times = replace(times, values=(elsewhere,))
    return times if usual == text else _as_printed(times, usual, text)


def _as_printed(times: Times, usual: str, text: str) -> Times:
    """Give times read of the usual spelling the words as they are printed."""
    values = (
        replace(value, words=text[value.start : value.end]) if value.words == usual[value.start : value.end] else value
        for value in times.values
    )
    printed = (token._replace(text=text[token.start : token.end]) for token in times.tokens)
    return Times(tuple(values), tuple(printed))


def prose_times(text: str, year: int) -> tuple[Time, ...]:
    """Give the values alone that prose says; most of it has but years and dates of documents, which say none."""
    if behind_label(text):
        return read_times(text, year).values
    if not _has_words_of_time(text):
        return ()
    kinds = {lexeme.kind for lexeme in lexemes(modern(text))}
    silent = kinds <= _SILENT and not (kinds >= {"year", "except"} or ("year" in kinds and _IN_YEAR.search(text)))
    return () if silent else read_times(text, year).values


def _has_words_of_time(text: str) -> bool:
    return not _WORDS_OF_TIME.isdisjoint(map(_KEY, tokens(text))) or _PARTED_FIGURES.search(text) is not None
