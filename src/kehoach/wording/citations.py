"""The grammar of Vietnamese legal citations in running prose.

Forms (Nghị định 30/2020/NĐ-CP, phụ lục I and VI; party documents by Hướng dẫn 36-HD/VPTW):
``Nghị quyết số 76/NQ-CP ngày 15/7/2021``, ``17-CT/TU``, ``35/2023/UBTVQH15``, ``9302/UBND-TH``, a law by
name and date. Real documents break symbols over lines, put spaces around the slash and lose hyphens.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kehoach.wording.citationpatterns import (
    BARE,
    CONSTITUTION,
    DISCIPLINE,
    FOLLOWING_DATE,
    INNER_CODE,
    INNER_LAW,
    LAW,
    LAW_BY_NUMBER,
    LAWS,
    MORE,
    NO_LAW,
    NUMBERED,
    OF_CODES,
    OF_LAWS,
    POINT,
    SHARING,
    TYPES,
    UPPER,
)
from kehoach.wording.letters import LOOKALIKES, bare, own_letters

_TYPE_BY_CODE = {code: name for name, code in reversed(TYPES.items()) if code not in ("L", "BL", "HP", "PL")}


@dataclass(frozen=True)
class Citation:
    """One citation in a text.

    ``start``/``end`` slice the text from the type to the end of the date. ``type`` has no qualifier;
    ``number`` is as printed (leading zeros kept), empty for a law by name or a number left blank;
    ``symbol`` is what follows the number, spaces removed, a lost hyphen put back; ``name`` only for laws. ``point`` is
    the part of the document that is cited, as printed before it ("điểm b khoản 2 Điều 5"); ``slip`` says in Vietnamese
    which letters of the code are printed as others.
    """

    start: int
    end: int
    type: str
    number: str
    symbol: str
    issued: dt.date | None
    text: str
    name: str = ""
    year: int | None = None
    point: str = ""
    slip: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether the number was left blank, as in a draft."""
        return not self.number and not self.name


def symbol_key(symbol: str) -> str:
    """Fold a symbol for comparison: case, diacritics, separators and spaces do not count."""
    return re.sub(r"[^A-Z0-9]", "", bare(symbol).upper())


def find_citations(text: str) -> list[Citation]:
    """Find all citations in a text, in order, none overlapping another."""
    return list(_find(text))


@lru_cache(maxsize=16384)
def _find(printed: str) -> Sequence[Citation]:
    text = own_letters(printed)
    citations: list[Citation] = []
    # Most lines name no law and hold no code; the patterns that would say so take long.
    laws = _laws(text) if OF_LAWS.search(text) else ()
    coded = bool(OF_CODES.search(text))
    for citation in sorted((*laws, *(_numbered(text) if coded else ())), key=lambda c: (c.start, -c.end)):
        if not citations or citation.start >= citations[-1].end:
            citations.append(citation)
    typed = citations[:]
    starts = [citation.start for citation in typed]
    reached = 0  # where the date of the bare citation before ends, which the next number may stand in
    for match in BARE.finditer(text) if coded else ():
        before = bisect(starts, match.end() - 1) - 1
        if match.start() >= reached and (before < 0 or typed[before].end <= match.start()):
            kind = _TYPE_BY_CODE.get(re.split(r"[-/–]", match["letters"].replace(" ", ""))[0])
            if kind and match["number"]:
                citations.append(_with_date(_citation(match, kind, match.start(), text), text))
                reached = citations[-1].end
    shared = _share_dates(sorted(citations, key=lambda c: c.start), text)
    return [_as_printed(citation, printed, _point(text, citation.start)) for citation in shared]


_FARTHEST = 200
"""Characters before a citation in which the part that it names is looked for."""


def _point(text: str, at: int) -> str:
    """Give the part of a document that is named right before it: "điểm b khoản 2 Điều 5 Nghị định …"."""
    match = POINT.search(text[max(0, at - _FARTHEST) : at])
    return " ".join(match["point"].split()) if match else ""


def _as_printed(citation: Citation, printed: str, point: str) -> Citation:
    """Give a citation its printed words back, with the part that it names and the letters that are not its own."""
    words = printed[citation.start : citation.end]
    slips = [
        f"{char} (U+{ord(char):04X}) thay {chr(LOOKALIKES[ord(char)])}" for char in words if ord(char) in LOOKALIKES
    ]
    if not point and not slips:
        return citation
    return replace(citation, text=words, point=point, slip="; ".join(dict.fromkeys(slips)))


def _numbered(text: str) -> Iterator[Citation]:
    position = 0
    while match := NUMBERED.search(text, position):
        position = match.start() + 1
        least = 1 if match["number"] else 2  # "Phòng Kế hoạch - Kinh doanh" cites nothing
        if not re.match(rf"[{UPPER}]{{{least}}}", match["letters"]):
            continue
        kind = _type_name(match["type"])
        if kind in LAWS and (match["qualifier"] or _is_discipline(text, match.start())):
            continue
        citation = _with_date(_citation(match, kind, match.start(), text), text)
        yield citation
        position = citation.end
        while more := MORE.match(text, position):
            if not more["number"]:
                break
            citation = _with_date(_citation(more, kind, more.start("number"), text), text)
            yield citation
            position = citation.end


def _is_discipline(text: str, at: int) -> bool:
    """Whether "Luật" ends "Kỷ Luật" here."""
    return bool(DISCIPLINE.search(text[max(0, at - 8) : at]))


def _type_name(printed: str) -> str:
    name = " ".join(printed.split())
    return next(kind for kind in TYPES if kind.lower() == name.lower())


def _citation(match: re.Match[str], kind: str, start: int, text: str) -> Citation:
    letters = re.sub(r"\s", "", match["letters"]).replace("–", "-")
    code = TYPES[kind]
    if "-" not in letters and "/" not in letters and letters.startswith(code) and len(letters) > len(code) + 1:
        letters = f"{code}-{letters[len(code) :]}"
    year = match["year"]
    symbol = f"{year}/{letters}" if year else letters
    return Citation(
        start,
        match.end(),
        kind,
        match["number"] or "",
        symbol,
        None,
        text[start : match.end()],
        year=int(year) if year else None,
    )


def _with_date(citation: Citation, text: str) -> Citation:
    match = FOLLOWING_DATE.match(text, citation.end)
    date = _date(match) if match else None
    if not match or not date:
        return citation
    closed = match["bracket"] == "(" and text.startswith(")", match.end())
    end = match.end() + closed
    return replace(citation, end=end, issued=date, text=text[citation.start : end], year=date.year)


def _date(match: re.Match[str]) -> dt.date | None:
    figures = [match[name + "1"] or match[name + "2"] for name in "ymd"]
    try:
        return dt.date(*map(int, figures)) if all(figures) else None
    except ValueError:
        return None


def _laws(text: str) -> Iterator[Citation]:
    # What each pattern finds next is kept until it is passed: a search can run to the end of the text.
    ahead = {pattern: pattern.search(text) for pattern in (CONSTITUTION, LAW, LAW_BY_NUMBER)}
    while match := min(filter(None, ahead.values()), key=lambda m: (m.start(), m.end()), default=None):
        position = match.start() + 1
        if citation := _law(match, text):
            yield citation
            position = citation.end
        for pattern, match_ahead in ahead.items():
            if match_ahead and match_ahead.start() < position:
                ahead[pattern] = pattern.search(text, position)


def _law(match: re.Match[str], text: str) -> Citation | None:
    name = " ".join(match["name"].split())
    # "Luật A, Luật B ngày …" cites B by its date; only an amending law has other laws in its name.
    inner = INNER_LAW.search(name) and not name.startswith(("sửa đổi", "Sửa đổi"))
    if inner or INNER_CODE.search(name) or NO_LAW.match(name) or _is_discipline(text, match.start()):
        return None
    groups = match.groupdict()
    date = _date(match) if groups.get("y1") or groups.get("y2") else None
    number, _, symbol = (groups.get("law") or "").partition("/")
    own_year = groups.get("y3") or symbol[:4]
    year = date.year if date else int(own_year) if own_year else None
    kind = _type_name(match["type"])
    span = text[match.start() : match.end()]
    citation = Citation(match.start(), match.end(), kind, number, symbol, date, span, f"{kind} {name}".rstrip(), year)
    return _with_date(citation, text) if date is None else citation


def _share_dates(citations: list[Citation], text: str) -> list[Citation]:
    """Let a citation without a date take that of the next one of its type and code, if only a comma stands between.

    "Báo cáo số 123/BC-UBND, 124/BC-UBND ngày …" share a day; what another body issued has a day of its own, and what
    is named whole behind a semicolon.
    """
    out = citations[:]
    for index in range(len(out) - 2, -1, -1):
        citation, following = out[index], out[index + 1]
        between = text[citation.end : following.start]
        codes = [cited.symbol.removeprefix(f"{cited.year}/") for cited in (citation, following)]
        further = codes[0] == codes[1] and (";" not in between or following.text[:1].isdigit())
        same = further and citation.type == following.type and citation.year in (None, following.year)
        if citation.issued is None and not citation.name and same and SHARING.fullmatch(between):
            out[index] = replace(citation, issued=following.issued, year=following.year)
    return out
