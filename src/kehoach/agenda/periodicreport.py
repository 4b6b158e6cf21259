"""The periodic report on a plan as the plan asks for it, filled from the recorded results."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.agenda.agenda import Agenda, Scheduled
from kehoach.agenda.deadlines import known_periods
from kehoach.meaning.duty import Duty, clipped
from kehoach.meaning.periods import Period, period_of
from kehoach.model.plan import Plan
from kehoach.model.progress import VERDICTS, Progress, Result
from kehoach.wording.letters import short_date, upper_first

HEADINGS = (
    "TT",
    "Việc",
    "Cơ quan chủ trì, thực hiện",
    "Kế hoạch ghi",
    "Kỳ",
    "Kết quả",
    "Đã làm gì, vì sao",
    "Minh chứng",
    "Người ghi",
)
_RESULT = HEADINGS.index("Kết quả")
NOT_RECORDED = "Chưa ghi kết quả"
NOTICE = (
    "Bản này lập từ kết quả đã ghi trong kho dữ liệu, chưa phải văn bản phát hành; số, ngày và chữ ký do cơ quan "
    "báo cáo điền. “Chưa ghi kết quả” không có nghĩa là việc không được làm."
)
EXAMPLE = "VÍ DỤ MINH HỌA: kết quả dưới đây không có thật."

Row = tuple[str, ...]


@dataclass(frozen=True)
class PeriodicReport:
    """A report ready to be written: title, what the plan asks for, remarks, and a table row for each duty."""

    title: str
    orders: tuple[str, ...]
    remarks: tuple[str, ...]
    rows: tuple[Row, ...]


class UnknownPeriod(ValueError):
    """The plan has no such period; the message is a Vietnamese sentence that lists those it has."""


def make_report(agenda: Agenda, plan_id: str, key: str, progress: Progress | None) -> PeriodicReport:
    """Make the report on a plan for a period; raises KeyError for an unknown plan, UnknownPeriod for a period."""
    plan = agenda.fabric.plans[plan_id].plan
    period = period_of(key)
    known = _report_periods(agenda, plan)
    if period is None or period.year != plan.year or period.end < plan.window[0]:
        message = f"Kế hoạch {plan_id} không có kỳ {key}. "
        if known:
            message += f"Các kỳ báo cáo bản in quy định: {', '.join(p.key for p in known)}."
        else:
            message += f"Ghi kỳ của năm {plan.year}, ví dụ {plan.year}-Q4 hoặc {plan.year}-12."
        raise UnknownPeriod(message)
    rows = tuple(_rows(agenda, plan, period, progress))
    return PeriodicReport(
        title=f"Báo cáo kết quả thực hiện {plan.title}, {period.name}",
        orders=((EXAMPLE,) if progress and progress.example else ()) + tuple(_orders(agenda, plan, period)),
        remarks=tuple(_remarks(rows, progress)),
        rows=rows,
    )


def _report_periods(agenda: Agenda, plan: Plan) -> list[Period]:
    return list({d.period.key: d.period for one in _reporting(agenda, plan) for d in one.deadlines}.values())


def _reporting(agenda: Agenda, plan: Plan) -> list[Scheduled]:
    """The plan's reporting duties whose periods are printed."""
    return [one for one in agenda.plans[plan.id] if one.duty.report and one.duty.report.periods != ("periodic",)]


def _orders(agenda: Agenda, plan: Plan, period: Period) -> Iterator[str]:
    """What the plan says of this report: who sends it to whom by when."""
    ordered = [
        (one.duty, deadline)
        for one in _reporting(agenda, plan)
        for deadline in one.deadlines
        if deadline.period.key == period.key
    ]
    for duty, deadline in ordered:
        to = f" gửi {duty.report_to}" if duty.report_to else ""
        due = f", chậm nhất {short_date(deadline.due)}" if deadline.due else ""
        reading = f" ({deadline.reading})" if deadline.reading else ""
        yield f"{_who(duty)}{to}{due}: “{duty.text}”{reading}"
    if not ordered and any(one.duty.report for one in agenda.plans[plan.id]) and not _reporting(agenda, plan):
        yield "Bản in chỉ ghi báo cáo định kỳ, không nói kỳ nào; báo cáo này lập theo kỳ được chọn."
    elif not ordered:
        yield f"Bản in không quy định báo cáo {period.name}; báo cáo này lập theo yêu cầu."


def _remarks(rows: tuple[Row, ...], progress: Progress | None) -> Iterator[str]:
    counts = {name: sum(row[_RESULT] == name for row in rows) for name in dict.fromkeys(row[_RESULT] for row in rows)}
    yield f"{len(rows)} lượt việc trong kỳ: " + "; ".join(f"{n} {name.lower()}" for name, n in counts.items()) + "."
    if progress and progress.note:
        yield progress.note
    yield NOTICE


def _rows(agenda: Agenda, plan: Plan, period: Period, progress: Progress | None) -> Iterator[Row]:
    number = 0
    for one in agenda.plans[plan.id]:
        found = list(_results(one, plan, period, progress))
        if not found and not _concerns(one, plan, period):
            continue
        for at, result in found or [(period, None)]:
            number += 1
            name = agenda.fabric.registry.units[result.unit].name if result and result.unit else _who(one.duty)
            yield _row(str(number), one.duty, name, at, result)


def _results(
    one: Scheduled, plan: Plan, period: Period, progress: Progress | None
) -> Iterator[tuple[Period, Result | None]]:
    """The results for the period and those for the shorter ones in it; a gap for each own time without one."""
    own = {deadline.period.key for deadline in one.deadlines}
    for candidate in known_periods(one.deadlines, plan):
        if not period.contains(candidate):
            continue
        results = progress.of(one.duty.id, candidate.key) if progress else ()
        yield from ((candidate, result) for result in results)
        if not results and candidate.key in own:
            yield candidate, None


def _concerns(one: Scheduled, plan: Plan, period: Period) -> bool:
    """Whether a duty without times of its own goes on in a period."""
    return any(candidate.key == period.key for candidate in known_periods(one.deadlines, plan))


def _row(number: str, duty: Duty, name: str, period: Period, result: Result | None) -> Row:
    head = (
        number,
        f"{upper_first(clipped(duty.text)) if duty.report else duty.title} (mục {duty.path})",
        name,
        " ".join(f"{name}: {words.rstrip(' .;')}." for name, words in duty.texts),
        period.name,
    )
    if result is None:
        return (*head, NOT_RECORDED, "", "", "")
    verdict = VERDICTS[result.verdict]
    said = " ".join(part for part in (result.done, result.reason, *_changes(result)) if part)
    proofs = "; ".join(f"{p.title}: {p.url}" if p.url else f"{p.title} (tệp {p.file})" for p in result.evidence)
    who = f"{result.recorded_by.name}, {short_date(result.recorded)}"
    return (*head, verdict[:1].upper() + verdict[1:], said, proofs, who)


def _changes(result: Result) -> Iterator[str]:
    for revision in result.revisions:
        yield f"Sửa ngày {short_date(revision.date)}, trước đó {VERDICTS[revision.was]}: {revision.reason}"


def _who(duty: Duty) -> str:
    names = "; ".join(party.words or party.unit for party in duty.doers)
    return names[:1].upper() + names[1:] or "Bản in không nêu cơ quan"
