"""The words of a line that carry meaning and their fate: bodies, symbols, quantities, roles, modality, times."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kehoach.meaning.bodyname import BodyName
from kehoach.meaning.channels import channels
from kehoach.meaning.ledger import Kind, LedgerReading, LedgerToken, reading
from kehoach.meaning.mentions import Mention, bodies_in
from kehoach.meaning.plainwords import plain_words
from kehoach.meaning.targets import read_targets
from kehoach.meaning.timegrammar import read_times
from kehoach.meaning.timephrases import named_year
from kehoach.model.printed import Line
from kehoach.wording.latepatterns import late
from kehoach.wording.letters import own_letters

UNKNOWN = "chưa có trong sổ cơ quan"
CUT = "chưa rõ tên dài đến đâu"
GENERAL = "gọi chung, không phải tên riêng"
OFFICE = "chức danh"
VENUE = "nơi tổ chức"
BLANK = "số để trống"
NO_SYMBOL = "chưa đọc được ký hiệu"
OF_TARGET = "hạn của chỉ tiêu"
_OF_NAMES = frozenset(("years of a programme", "year of a name or content"))

UNLEDGERED = frozenset(
    (
        "header",
        "nation",
        "number",
        "date",
        "type",
        "subject",
        "authority",
        "resolve",
        "signer",
        "signature",
        "recipients",
    )
)
"""Kinds of line whose words are a form, or say again what stands elsewhere."""

_SYMBOL = late(
    r"[0-9](?<![\w/.-].)[0-9]{0,5}[a-z]?\s?[/-]\s?(?:(?:19|20)[0-9]{2}\s?/\s?)?[A-ZĐ]{2,}[A-Za-zĐ0-9]*(?:[-/][A-ZĐ]\w*)*"
)
_CAN_BE_SYMBOL = late(r"[0-9][a-z]?\s?[/⁄-]")
COUNTED = ("duration", "share")
"""Names of the rules by which words of time are a quantity and no time of the plan."""
_WIDE: tuple[Kind, ...] = ("place", "part")
"""Kinds whose words hold others: a place can be named by a body."""


def names_bodies(line: Line) -> bool:
    """Tell whether a body can be named in a line: none is in a form, a column's head or a heading in capitals."""
    if line.kind in UNLEDGERED or (line.cell is not None and line.cell.is_heading):
        return False
    return line.kind != "heading" or not line.words.isupper()


def read_line(line: Line, mentions: Sequence[Mention], year: int) -> LedgerReading:
    """Put all that a line says into its ledger: each word of meaning is read, ignored by a rule, or unread."""
    if line.kind in UNLEDGERED:
        return LedgerReading(line.path)
    return reading(line.path, *_parts(line.words, _times(line, year), read_names(line.words, mentions)))


def read_doubtful(line: Line, mentions: Sequence[Mention], year: int) -> LedgerReading:
    """Put the times, symbols and bodies of a line into its ledger: all that can be unread.

    The other words of meaning are looked up in lists, and always read.
    """
    if line.kind in UNLEDGERED:
        return LedgerReading(line.path)
    bodies = bodies_of(line, mentions) if names_bodies(line) else []
    return reading(line.path, _times(line, year), read_symbols(line.words, mentions), bodies)


def _times(line: Line, year: int) -> list[LedgerToken]:
    alone = line.field is not None and line.field.kind == "schedule"
    at = line.lead_in if alone else 0
    words = line.words[at:]
    return [_moved(token, at) for token in _of_targets(words, read_times(words, year, alone).tokens, year)]


def _of_targets(text: str, tokens: Sequence[LedgerToken], year: int) -> Sequence[LedgerToken]:
    """Tell of a year by whose end a figure is to be reached that it was read as the figure's, and is no name."""
    if not any(token.by in _OF_NAMES for token in tokens):
        return tokens
    days = {target.by.year: target.by for target in read_targets(text, year) if target.by}
    return [_of_target(token, days) if days and token.by in _OF_NAMES else token for token in tokens]


def _of_target(token: LedgerToken, days: Mapping[int, dt.date]) -> LedgerToken:
    day = days.get(named_year(token.text) or 0)
    return token._replace(fate="read", by=f"{OF_TARGET} {day}") if day else token


def read_text(text: str, mentions: Sequence[Mention], year: int) -> LedgerReading:
    """Put all that a text says into a ledger as that of a line; its places are those of the text."""
    times = _of_targets(text, read_times(text, year).tokens, year)
    return reading("", *_parts(text, times, read_names(text, mentions)))


def read_bodies(text: str, mentions: Sequence[Mention]) -> list[LedgerToken]:
    """Give the bodies of a text alone, with their fate, those that the registries know first."""
    tokens = list(_bodies(text, mentions, bodies_in(text, mentions)))
    through = channels(text, [(token.start, token.end) for token in tokens if token.fate == "read"])
    return [token._replace(kind="channel") if token.start in through else token for token in tokens]


def bodies_of(line: Line, mentions: Sequence[Mention]) -> list[LedgerToken]:
    """Give the bodies of a line alone, with their fate; no name goes on in the next paragraph of a cell."""
    if line.cell is None or "\n" not in line.words:
        return read_bodies(line.words, mentions)
    bodies: list[LedgerToken] = []
    at = 0
    for words in line.words.split("\n"):
        within = [m for m in mentions if at <= m.start and m.end <= at + len(words)]
        moved = [replace(m, start=m.start - at, end=m.end - at) for m in within]
        bodies += [_moved(token, at) for token in read_bodies(words, moved)]
        at += len(words) + 1
    return bodies


def read_symbols(text: str, mentions: Sequence[Mention]) -> list[LedgerToken]:
    """Give the symbols of a text alone, with their fate."""
    return list(_symbols(text, mentions))


def read_names(text: str, mentions: Sequence[Mention]) -> list[LedgerToken]:
    """Give the symbols and bodies of a text alone, with their fate."""
    return [*read_symbols(text, mentions), *read_bodies(text, mentions)]


def _parts(text: str, times: Sequence[LedgerToken], names: Sequence[LedgerToken]) -> Iterator[Sequence[LedgerToken]]:
    """Give the tokens of a text by kind; what stands within those of a kind before is not told again."""
    yield from (times, names)
    ranges = [(token.start, token.end) for token in (*times, *names) if token.by not in COUNTED]
    plain = plain_words(text)
    yield [token for token in plain if token.kind in _WIDE]
    for kind in ("quantity", "negation", "modality", "role"):
        free = _free([token for token in plain if token.kind == kind], ranges)
        ranges += [(token.start, token.end) for token in free]
        yield free


def _moved(token: LedgerToken, by: int) -> LedgerToken:
    return token._replace(start=token.start + by, end=token.end + by) if by else token


def _free(tokens: Sequence[LedgerToken], ranges: Sequence[tuple[int, int]]) -> Sequence[LedgerToken]:
    """Leave out tokens within others: the day of a date is no quantity, "phối hợp" in a name no role."""
    if not tokens or not ranges:
        return tokens
    return [token for token in tokens if not any(start < token.end and token.start < end for start, end in ranges)]


def _symbols(text: str, mentions: Sequence[Mention]) -> Iterator[LedgerToken]:
    cited = [mention for mention in mentions if mention.citation]
    for mention in cited:
        citation = mention.citation
        assert citation is not None
        blank = citation.is_blank
        code = f"{citation.number}/{citation.symbol}" if citation.number else citation.name
        by = BLANK if blank else mention.target or code
        yield LedgerToken("symbol", mention.start, mention.end, mention.text, "ignored" if blank else "read", by)
    for match in _SYMBOL.finditer(own_letters(text)) if _CAN_BE_SYMBOL.search(text) else ():
        if not any(m.start < match.end() and match.start() < m.end for m in mentions):
            yield LedgerToken(
                "symbol", match.start(), match.end(), text[match.start() : match.end()], "unread", NO_SYMBOL
            )


_AT = late(r"(?<!\w)(?:[Tt]ại|[Ởở])\s+\Z")
_VENUE = late(
    r"(?:Nhà (?:[Vv]ăn hóa|[Tt]hi đấu|[Tt]hiếu nhi)|Hội trường|Sân vận động|Thư viện|Bảo tàng|Cung"
    r"|Trung tâm (?:[Vv]ăn hóa|[Tt]hể thao|[Hh]ội nghị))(?!\w)"
)
"""What behind "tại" is a place where something is held, and acts elsewhere."""
_OF_TEACHER = late(r"(?:Tổng phụ trách|TPT|Phụ trách) Đội(?!\w)")


def _bodies(text: str, mentions: Sequence[Mention], names: Sequence[BodyName]) -> Iterator[LedgerToken]:
    units = [mention for mention in mentions if mention.kind == "unit"]
    for mention in units:
        yield LedgerToken("body", mention.start, mention.end, mention.text, "read", mention.target)
    for name in names:
        if any(m.start < name.end and name.start < m.end for m in mentions):
            continue
        if name.told_on:
            yield LedgerToken("body", name.start, name.end, name.words, "unread", CUT)
            continue
        at_venue = _VENUE.match(name.words) and _AT.search(text, 0, name.start)
        office = name.kind == "holder" or _OF_TEACHER.match(name.words)
        if name.kind != "named" or at_venue or office or _is_general(name):
            by = OFFICE if office else VENUE if at_venue else GENERAL
            yield LedgerToken("body", name.start, name.end, name.words, "ignored", by)
        else:
            yield LedgerToken("body", name.start, name.end, name.words, "unread", UNKNOWN if name.sure else CUT)


_PLACE_NAME = late(r"\b(?:tỉnh|huyện|xã|phường|thành phố|thị xã|đặc khu|nước)\Z")


def _is_general(name: BodyName) -> bool:
    """Whether a name says only what kind of body it is: "Đài truyền hình"."""
    _, _, rest = name.words.partition(" ")
    return rest == rest.lower() and not _PLACE_NAME.search(rest)
