"""The plan's own year inside its text, told from the years of citations, periods, dates and quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Span = tuple[int, int]

_CLAUSE_END = re.compile(r";|\n|\.(?=\s|/|\Z)|\)")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")
_RANGE = re.compile(r"(?<![0-9/])(?P<first>(?:19|20)[0-9]{2})\s*[-–]\s*(?P<last>20[0-9]{2})(?![0-9/])")
_OPEN_PERIOD = re.compile(
    r"(?:từ|đến|tới|trước|sau|cuối|đầu|giai đoạn)\s+(?:hết\s+|cuối\s+)?(?:năm\s+)?\Z", re.IGNORECASE
)
_IN_DATE = re.compile(r"(?:(?:tháng|quý)\s+[0-9IVX]{1,3}\s*(?:/|,?\s*năm\s+)?|/|[0-9IVX]\s*[-–.])\Z", re.IGNORECASE)


@dataclass(frozen=True)
class YearUse:
    """A place where a year is written: ``use`` is own, citation, quotation, period, date or other."""

    start: int
    end: int
    use: str


def year_uses(text: str, year: int, citations: Sequence[Span] = ()) -> Iterator[YearUse]:
    """Find where a text writes a year and what it is there; ``citations`` are where cited documents are named.

    A citation reaches to the end of its clause, since the subject of the cited document names its own year.
    Only "năm 2025" that stands free is the plan's own year; a doubtful one is never taken for it.
    """
    cited = [clause(text, span) for span in citations]
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    ranges = [match.span() for match in _RANGE.finditer(text)]
    for match in re.finditer(rf"(?<![0-9]){year}(?![0-9])", text):
        start, end = match.span()
        before = text[:start]
        if _inside(start, cited):
            use = "citation"
        elif _inside(start, quoted):
            use = "quotation"
        elif _inside(start, ranges) or _OPEN_PERIOD.search(before):
            use = "period"
        elif _IN_DATE.search(before):
            use = "date"
        else:
            use = "own" if re.search(r"năm\s+\Z", before, re.IGNORECASE) else "other"
        yield YearUse(start, end, use)


def clause(text: str, span: Span) -> Span:
    """Extend a citation to the end of the clause that it opens."""
    depth = 0
    for match in re.finditer(r"[(“]|”|" + _CLAUSE_END.pattern, text[span[1] :]):
        if match[0] in "(“":
            depth += 1
        elif depth and match[0] in ")”":
            depth -= 1
        elif not depth and match[0] != "”":
            return span[0], span[1] + match.start()
    return span[0], len(text)


def carried(text: str, old: int, new: int, citations: Sequence[Span] = ()) -> str:
    """Write the new year where a text writes the plan's own old one."""
    new_text, at = "", 0
    for use in year_uses(text, old, citations):
        if use.use == "own":
            new_text, at = new_text + text[at : use.start] + str(new), use.end
    return new_text + text[at:]


def ended_periods(text: str, year: int) -> list[tuple[str, Span]]:
    """Find the periods written in a text (``2021-2025``) that are over before a year."""
    return [(match[0], match.span()) for match in _RANGE.finditer(text) if int(match["last"]) < year]


def _inside(at: int, spans: Sequence[Span]) -> bool:
    return any(start <= at < end for start, end in spans)
