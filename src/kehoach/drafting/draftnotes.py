"""What next year's draft must look at again: documents that were followed by others, bodies that are gone."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from kehoach.model.registry import Document, Registry
from kehoach.model.units import Succession, Unit
from kehoach.wording.letters import short_date


def document_note(registry: Registry, document: Document, year: int) -> str:
    """Say what the registry knows against citing a document in the plan of a year; empty where nothing."""
    last = dt.date(year, 12, 31)
    heir, since = _replaced(registry, document, last)
    if heir:
        from_day = f" từ {short_date(since)}" if since else ""
        return f"{_dated_title(document)} đã được {_dated_title(heir)} thay thế{from_day}."
    newer = _newer_of_line(registry, document, year, last)
    over = document.period is not None and document.period[1] < year
    if not (over or newer):
        return ""
    period_words = _period(document.period) if over and document.period else ""
    sentence = (
        f"{_dated_title(document)} đặt ra cho {period_words}"
        if period_words
        else f"{_dated_title(document)} đã có văn bản sau"
    )
    if newer:
        return f"{sentence}; văn bản mới hơn cùng loại trong sổ: {_dated_title(newer)}."
    return f"{sentence}; sổ văn bản chưa có văn bản tiếp theo, hãy tìm văn bản đang áp dụng."


def body_note(registry: Registry, unit: Unit, words: str, day: dt.date) -> str:
    """Say that a body no longer exists on a day, and which bodies took over; empty where it exists."""
    end = _ended(unit, day)
    if end is None:
        return ""
    heirs = list(_heirs(registry, unit, day, {unit.id}))
    doubt = ", chưa chắc chắn" if any(s.evidence.certainty == "doubtful" for s in unit.successions) else ""
    if heirs:
        names = "; ".join(dict.fromkeys(heir.name for heir in heirs))
        return f"“{words}” không còn từ {short_date(end)}; cơ quan kế thừa theo sổ{doubt}: {names}."
    succession = _last(unit, day)
    note = f" ({succession.note.rstrip('.')})" if succession and succession.note else ""
    return f"“{words}” không còn từ {short_date(end)}; sổ cơ quan chưa ghi cơ quan kế thừa{note}."


def blank_reference(text: str, year: int) -> str:
    """Blank number and date of the decision in a "(Kèm theo …)" line; the printed words around them stay."""
    text = re.sub(r"(số:?)\s*[0-9]*[a-z]?\s*/", r"\1 /", text, count=1)
    date = r"ngày[\s0-9]*(?:/[\s0-9]*/\s*|tháng[\s0-9]*năm\s*)20[0-9]{2}"
    return re.sub(date, f"ngày tháng năm {year}", text, count=1)


def _replaced(registry: Registry, document: Document, last: dt.date) -> tuple[Document | None, dt.date | None]:
    """Follow replacing documents to the last one that is in force by a day."""
    heir: Document | None = None
    since: dt.date | None = None
    seen = {document.id}
    current = document
    while True:
        following = [
            (other, relation.date or other.valid_from or other.issued)
            for other in registry.documents.values()
            for relation in other.relations
            if relation.type in ("replaces", "repeals") and relation.document == current.id and other.id not in seen
        ]
        following = [(other, day) for other, day in following if day is None or day <= last]
        if not following:
            return heir, since
        current, day = following[-1]
        seen.add(current.id)
        heir, since = current, since or day


def _newer_of_line(registry: Registry, document: Document, year: int, last: dt.date) -> Document | None:
    """Find the document of the same line that is for the year, else the newest one after this."""
    if not document.line or not document.issued:
        return None
    line = [
        other
        for other in registry.documents.values()
        if other.line == document.line
        and (document.issued < other.issued <= last if other.issued else _is_after(document, other))
    ]
    if document.period and document.period[0] <= year <= document.period[1]:
        line = [other for other in line if _is_after(document, other)]
    fitting = [other for other in line if other.period and other.period[0] <= year <= other.period[1]]
    return max(fitting or line, key=lambda other: other.issued or dt.date.min, default=None)


def _is_after(document: Document, other: Document) -> bool:
    return bool(document.period and other.period and other.period[0] > document.period[0])


def _dated_title(document: Document) -> str:
    return f"{document.title} ngày {short_date(document.issued)}" if document.issued else document.title


def _period(period: tuple[int, int]) -> str:
    return f"năm {period[0]}" if period[0] == period[1] else f"giai đoạn {period[0]}-{period[1]}"


def _ended(unit: Unit, day: dt.date) -> dt.date | None:
    """Give the first day on which a body is gone, None where it still exists on the day."""
    succession = _last(unit, day)
    if succession:
        return succession.date
    return unit.end + dt.timedelta(days=1) if unit.end and unit.end < day else None


def _last(unit: Unit, day: dt.date) -> Succession | None:
    ending = [s for s in unit.successions if s.event not in ("transferred", "split") and s.date <= day]
    if not ending and unit.end and unit.end < day:
        ending = [s for s in unit.successions if s.date <= day]
    return ending[-1] if ending else None


def _heirs(registry: Registry, unit: Unit, day: dt.date, seen: set[str]) -> Iterator[Unit]:
    """Give the bodies that took over and exist on the day, however many steps away."""
    for succession in unit.successions:
        for name in succession.into if succession.date <= day else ():
            heir = registry.units.get(name)
            if heir is None or heir.id in seen:
                continue
            seen.add(heir.id)
            if _ended(heir, day) is None:
                yield heir
            else:
                yield from _heirs(registry, heir, day, seen)
