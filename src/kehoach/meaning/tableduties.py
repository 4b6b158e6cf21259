"""The rows of a table of duties read as duties: what is to be done, by whom, when, with all their columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from kehoach.meaning.bodynouns import GROUP_OPENING
from kehoach.meaning.cellroles import by_role, is_ditto, with_codes
from kehoach.meaning.cellspans import from_to
from kehoach.meaning.markedcells import Marks
from kehoach.meaning.mentions import Mention
from kehoach.meaning.parties import Party, begun, heading_parties, parties
from kehoach.meaning.persons import named_beside
from kehoach.meaning.wholenames import whole_names
from kehoach.model.fields import BODIES, DOERS
from kehoach.model.items import Column, Item, Row, Table
from kehoach.model.printed import Line
from kehoach.model.tables import span
from kehoach.wording.latepatterns import late
from kehoach.wording.letters import lower_first

_BODIES = frozenset(field.key for field in BODIES)
_MOMENT = late(r"(?:ngày|tháng|quý|tuần|thứ|đợt|kỳ)\s+(?:[0-9IVX]+|hai|ba|tư|năm|sáu|bảy)\b", re.IGNORECASE)
_DAY_ONLY = late(r"(?:ngày\s+)?[0-9]{1,2}(?:\s*[-–]\s*[0-9]{1,2})?\Z", re.IGNORECASE)
_MONTH = late(r"\btháng\b|\bquý\b|\bnăm\b|/", re.IGNORECASE)
_UNIT = late(r"Tuần|Tháng|Quý|Học kỳ")
_FIGURE = late(r"[0-9]{1,2}|[IVX]{1,4}")
_YEAR = late(r"\b(?:19|20)[0-9]{2}\b")
_NOT_THEN = late(r"(?:[-–—−/.…☐□\s]+|0|không)\Z", re.IGNORECASE)
"""What a cell below a time says where the row's task does not fall on it: a dash, an empty box."""

_MARK = late(r"[\W_]*[xX]?[\W_]*\Z")
_SENTENCE_END = ".,;:!?"
_CAN_NAME = late(r"(?:[A-ZĐÀ-Ỹ]|các\s|những\s)[^:]{1,100}\Z")

Cells = Mapping[str, Sequence[tuple[Line, Sequence[Mention]]]]
"""Printed cells with their mentions, by the id of their row."""


@dataclass(frozen=True)
class RowDuty:
    """What a row, or a cell of a timetable, says is to be done; ``suffix`` tells the cells of one row apart."""

    item: Item
    path: str
    text: str
    suffix: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    bodies: Mapping[str, tuple[Party, ...]] = field(default_factory=dict)


def row_duties(table: Table, cells: Cells, marks: Marks | None = None) -> Iterator[RowDuty]:
    """Give the duties of a table in printed order; none of one that lists no duties, of groups' names and sums.

    ``marks`` are its columns of bodies with what the marks below them say. A row that only goes on with the cells above
    it is a part of the duty above.
    """
    above: dict[int, tuple[Line, Sequence[Mention]]] = {}
    moment = ""
    owners = _owners(table, cells)
    owner: tuple[Party, ...] = ()
    waiting: tuple[Row, str, dict[int, tuple[Line, Sequence[Mention]]]] | None = None
    for row in table.rows:
        own = cells.get(row.item.id, ())
        now = {
            column: (line, mentions)
            for line, mentions in own
            if line.cell
            for column in range(line.cell.column, line.cell.column + line.cell.columns)
        }
        if waiting and _continues(table, row, now):
            _join(waiting[2], now)
            continue
        same = {column for column, (line, _) in now.items() if column in above and is_ditto(line.words)}
        above.update((column, cell) for column, cell in now.items() if column not in same)
        if waiting:
            yield from _read(table, *waiting, moment, owner, marks)
            waiting = None
        if row.group:
            words = _in_a_line(" ".join(cell.text for cell in row.cells if cell))
            moment = words if _MOMENT.search(words) else ""
            owner = owners.get(row.item.id, ())
        elif own and (table.is_duties or row.item.facts.duty) and row.counts:
            waiting = row, own[0][0].path, dict(above)
    if waiting:
        yield from _read(table, *waiting, moment, owner, marks)


def _continues(table: Table, row: Row, cells: Mapping[int, tuple[Line, Sequence[Mention]]]) -> bool:
    """Tell whether a row is the rest of the one above: no number, nobody who does it, its task in the middle of words.

    A number is missed only where the row has a cell of its own for it.
    """
    if row.group or "number" not in table.kinds or not DOERS & set(table.kinds):
        return False
    own = {column: cell for column, cell in row.grid if cell and column < len(table.columns)}
    blank = {"number", *DOERS}
    if any(
        kind in blank and (column not in own or own[column].text.strip()) for column, kind in enumerate(table.kinds)
    ):
        return False
    tasks = [own[column].text for column, kind in enumerate(table.kinds) if kind == "task" and column in own]
    return any(line.words for line, _ in cells.values()) and all(not text or text[0].islower() for text in tasks)


def _join(
    above: dict[int, tuple[Line, Sequence[Mention]]], below: Mapping[int, tuple[Line, Sequence[Mention]]]
) -> None:
    """Put the words of cells behind those of the cells above them."""
    for column, (line, mentions) in below.items():
        first, before = above.get(column, (line, ()))
        if first is line or not line.words:
            continue
        between = (" " if line.words[0].islower() else "\n") if first.words else ""
        shift = len(first.words) + len(between)
        moved = (replace(m, start=m.start + shift, end=m.end + shift) for m in mentions)
        above[column] = replace(first, words=f"{first.words}{between}{line.words}"), (*before, *moved)


def _owners(table: Table, cells: Cells) -> Mapping[str, tuple[Party, ...]]:
    """Give whose duties follow a group's name, by the id of its row, where no column says whose they are.

    Names of groups are of one kind: where more than half of them are those of bodies, all are.
    """
    if DOERS & set(table.kinds):
        return {}
    names = {row.item.id: cell for row in table.rows if row.group for cell in cells.get(row.item.id, ())[-1:]}
    owner_cells = [
        heading_parties(line.words.capitalize(), ()) or heading_parties(line.words, ()) for line, _ in names.values()
    ]
    if 2 * sum(map(bool, owner_cells)) <= len(owner_cells):
        return {}
    return {
        group: tuple(p for p in parties(line.words, mentions) if p.unit) or (Party(_in_a_line(line.words)),)
        for group, (line, mentions) in names.items()
    }


def _read(
    table: Table,
    row: Row,
    path: str,
    cells: Mapping[int, tuple[Line, Sequence[Mention]]],
    moment: str,
    owner: tuple[Party, ...] = (),
    marks: Marks | None = None,
) -> Iterator[RowDuty]:
    words: dict[str, str] = {}
    bodies: dict[str, tuple[Party, ...]] = {}
    for number, column in enumerate(table.columns):
        line, mentions = cells.get(number, (None, ()))
        if line is None or column.kind in ("", "number", "moment", "body") or not line.words:
            continue
        if column.kind not in _BODIES:
            words.setdefault(column.kind, _in_a_line(line.words))
            continue
        text = _unbroken(line.words)
        for kind, start, end in by_role(text, column.kind):
            inside = _within(mentions, start, end)
            words[kind] = _in_a_line(f"{words.get(kind, '')}\n{text[start:end]}")
            bodies[kind] = tuple(dict.fromkeys((*bodies.get(kind, ()), *_bodies(text[start:end], inside))))
    for kind, marked_parties in marks.roles(cells).items() if marks else ():
        bodies[kind] = tuple(dict.fromkeys((*bodies.get(kind, ()), *marked_parties)))
        words[kind] = "; ".join(party.words for party in bodies[kind])
    if owner:
        words["lead"], bodies["lead"] = "; ".join(party.words for party in owner), owner
    if whole_time := span(table.columns):
        begins, ends = (cells[at][0].words if at in cells else "" for at in whole_time)
        words["schedule"] = from_to(_in_a_line(begins), _in_a_line(ends))
    heading = next((" ".join((*c.above, c.heading)) for c in table.columns if c.kind == "schedule"), "")
    words["schedule"] = _dated(
        _counted(words.get("schedule", ""), heading), moment, _year_beside(table, cells) or heading
    )
    whole = RowDuty(row.item, path, _subject(table, words, row), words=words, bodies=bodies)
    if "moment" not in table.kinds:
        yield whole
    else:
        yield from _timetable(table, cells, whole)


def _counted(schedule: str, heading: str) -> str:
    """Say what a figure counts that stands below "Tuần", "Tháng" or "Quý"."""
    return f"{heading} {schedule}" if _UNIT.fullmatch(heading) and _FIGURE.fullmatch(schedule) else schedule


def _year_beside(table: Table, cells: Mapping[int, tuple[Line, Sequence[Mention]]]) -> str:
    """Give the year that a column of years names for a row, beside its time: "Năm | … | Dự kiến"."""
    for number, column in enumerate(table.columns):
        if number in cells and not column.kind and column.heading.lower() == "năm":
            return cells[number][0].words if _YEAR.fullmatch(cells[number][0].words.strip()) else ""
    return ""


def _timetable(table: Table, cells: Mapping[int, tuple[Line, Sequence[Mention]]], whole: RowDuty) -> Iterator[RowDuty]:
    """Read the columns whose heading is a time: what is done at it, or the times of the row's task."""
    names_tasks = "task" in table.kinds or "subject" in table.kinds
    times: list[str] = []
    for number, column in enumerate(table.columns):
        line, _ = cells.get(number, (None, ()))
        if column.kind != "moment" or line is None or not line.words or _NOT_THEN.match(line.words):
            continue
        time = _time_of(column)
        if not names_tasks:
            words = {**whole.words, "schedule": f"{whole.words['schedule']} {time}".strip()}
            yield replace(whole, text=_in_a_line(line.words), suffix=f"--c{number + 1}", words=words)
        elif _DAY_ONLY.match(line.words):
            times.append(f"{_day(line.words)} {lower_first(time)}")
        else:
            times.append(time if _MARK.match(line.words) else f"{_in_a_line(line.words)} ({time})")
    if times or (names_tasks and whole.words["schedule"]):
        printed = "; ".join(filter(None, (whole.words["schedule"], *times)))
        yield replace(whole, words={**whole.words, "schedule": printed})


def _time_of(column: Column) -> str:
    """Read the time that a column's heading names, with the year that stands above it."""
    if not _MOMENT.search(column.heading):
        return " ".join((*column.above, column.heading))
    year = _YEAR.search(" ".join(column.above))
    return column.heading if not year or _YEAR.search(column.heading) else f"{column.heading} năm {year[0]}"


def _day(words: str) -> str:
    return words if words.lower().startswith("ngày") else f"Ngày {words}"


def _subject(table: Table, words: Mapping[str, str], row: Row) -> str:
    """Say what a row is about; who or what is visited stands behind the column's heading, which says for what."""
    if "task" in words or "subject" not in words:
        return words.get("task") or _in_a_line(row.item.text)
    heading = next(column.heading for column in table.columns if column.kind == "subject")
    return f"{heading}: {words['subject']}" if heading else words["subject"]


def _dated(schedule: str, moment: str, heading: str) -> str:
    """Complete a time by what stands above it: the day or month of the group, the year of the column's heading."""
    if moment and not schedule:
        schedule = moment
    elif moment and not _MONTH.search(schedule):
        schedule = f"{schedule} {lower_first(moment)}"
    year = _YEAR.search(heading)
    if schedule and year and re.search(r"\btháng\b|\bquý\b|/", schedule, re.IGNORECASE) and not _YEAR.search(schedule):
        schedule = f"{schedule} năm {year[0]}"
    return schedule.rstrip(". ")


def _within(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """Give the mentions of a part of a text by their places in it."""
    return [replace(m, start=m.start - start, end=m.end - start) for m in mentions if start <= m.start < end]


def _bodies(text: str, mentions: Sequence[Mention]) -> tuple[Party, ...]:
    """Read the bodies of a cell; what stands by itself in it and names none that is known is one as printed."""
    cell_parties: list[Party] = []
    start = 0
    parts = re.split(r"[\n;]", text)
    for part in parts:
        end = start + len(part)
        words = " ".join(part.split()).strip(" -–+.;,")
        inside = _within(mentions, start, end)
        part_parties = with_codes(words, whole_names(words, parties(part, inside), begun(part, inside)))
        cell_parties += named_beside(words, part_parties) or (
            (Party(words),) if words and (len(parts) == 1 or _CAN_NAME.match(words)) else ()
        )
        start = end + 1
    return tuple(dict.fromkeys(cell_parties))


def _unbroken(text: str) -> str:
    """Put a space for each line feed within a name ("Trung tâm Phục vụ", "hành chính công"): the length stays."""
    lines = text.split("\n")
    out = lines[0]
    for before, line in pairwise(lines):
        out += (" " if _goes_on(" ".join(before.split()), " ".join(line.split())) else "\n") + line
    return out


def _goes_on(before: str, line: str) -> bool:
    """Tell whether a line of a cell is the rest of the name above it, rather than another one."""
    if not before or not line or before[-1] in _SENTENCE_END or not line[0].isalpha():
        return False
    if before.endswith((" và", " -")):
        return True
    if line[0].islower():
        return line.split()[0] not in GROUP_OPENING
    whole = f"{before} {line}".strip(" -–+")
    return not parties(line, ()) and [party.words for party in parties(whole, ())] == [whole]


def _in_a_line(text: str) -> str:
    """Join a cell's paragraphs in a line; a semicolon parts those that end without a mark."""
    words = ""
    for part in filter(None, (" ".join(part.split()) for part in text.split("\n"))):
        new = words and words[-1] not in _SENTENCE_END and part[0].isupper()
        words = f"{words}{';' if new else ''} {part}".strip()
    return words
