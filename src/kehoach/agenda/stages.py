"""Stages of plans and bodies in time: from which day to which day something holds, said in Vietnamese.

A page keeps the stages still to come, so that the reader's own date chooses among them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kehoach.agenda.ending import end_of
from kehoach.model.plan import Plan
from kehoach.model.registry import Registry, Unit
from kehoach.wording.letters import short_date

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Stage:
    """What holds from ``first`` to ``until``, both included; None where that side is open.

    ``code`` is draft, withdrawn, coming, current, past or ended, for a body also existing.
    """

    code: str
    words: str
    first: dt.date | None = None
    until: dt.date | None = None


def plan_stages(registry: Registry, plan: Plan) -> tuple[Stage, ...]:
    """Give the stages of a plan in order; a draft has one, a withdrawal ends all others."""
    if plan.status == "draft":
        return (Stage("draft", "Dự thảo, chưa ban hành"),)
    begin, over = dt.date(plan.year, 1, 1), dt.date(plan.year + 1, 1, 1)
    starts = {
        begin: Stage("current", f"Đang thực hiện, năm {plan.year}"),
        over: Stage("past", f"Đã qua năm {plan.year}"),
    }
    if end := end_of(registry, plan.issuer):
        _end(starts, end.day, over)
    stages = [Stage("coming", f"Chưa đến năm {plan.year}"), *(starts[day] for day in sorted(starts))]
    days = sorted(starts)
    if plan.withdrawal:
        day = dt.date.fromisoformat(plan.withdrawal["date"])
        kept = [one for one in days if one < day]
        stages = [*stages[: len(kept) + 1], Stage("withdrawn", f"Đã thu hồi từ ngày {short_date(day)}")]
        days = [*kept, day]
    return _dated(stages, days)


def _end(starts: dict[dt.date, Stage], last: dt.date, over: dt.date) -> None:
    """Put the end of the issuing body between a plan's stages, and into those after it."""
    said = f"cơ quan ban hành đã kết thúc ngày {short_date(last)}"
    for day in [day for day in starts if day > last]:
        one = starts[day]
        words = f"{one.words}; {said}" if one.code == "past" else said[0].upper() + said[1:]
        starts[day] = Stage("ended", words)
    words = f"{starts[over].words}; {said}" if last >= over else said[0].upper() + said[1:]
    starts[last + _DAY] = starts.get(last + _DAY, Stage("ended", words))


def unit_stages(registry: Registry, unit: Unit) -> tuple[Stage, ...]:
    """Give the stages of a body: there, then ended; one without an end in the registry has none to tell."""
    end = end_of(registry, unit.id)
    if end is None:
        return ()
    said = f"Đã kết thúc ngày {short_date(end.day)}"
    if end.unit != unit.id:
        said += f" cùng {registry.units[end.unit].name}"
    return _dated([Stage("existing", f"Đến hết ngày {short_date(end.day)}"), Stage("ended", said)], [end.day + _DAY])


def _dated(stages: list[Stage], days: list[dt.date]) -> tuple[Stage, ...]:
    firsts: list[dt.date | None] = [None, *days]
    untils: list[dt.date | None] = [*(day - _DAY for day in days), None]
    return tuple(
        replace(stage, first=first, until=until) for stage, first, until in zip(stages, firsts, untils, strict=True)
    )


def from_day(stages: Iterable[Stage], day: dt.date) -> tuple[Stage, ...]:
    """Give the stage of a day and those after it; the first holds from ever, whatever a reader's clock says."""
    left = [stage for stage in stages if stage.until is None or stage.until >= day]
    return tuple(replace(stage, first=None) if not index else stage for index, stage in enumerate(left))


def when(due: dt.date, day: dt.date) -> str:
    """Say how a deadline stands to a day, in the words that the page's script has too."""
    return "sắp tới" if day < due else "hôm nay" if day == due else "đã qua"
