"""The periodic report on a plan as the plan asks for it, filled from the recorded results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kehoach.agenda.agenda import Agenda
from kehoach.agenda.reportentries import ReportEntry, doer_names, report_entries
from kehoach.agenda.timetable import Scheduled
from kehoach.meaning.duty import Duty, clipped
from kehoach.meaning.periods import Period, period_of
from kehoach.model.plan import Plan, split_title
from kehoach.model.printed import lines
from kehoach.model.progress import VERDICTS, Progress, Proof, Result
from kehoach.wording.letters import lower_first, short_date, upper_first
from kehoach.wording.pathnames import path_name

HEADINGS = (
    "TT",
    "Việc",
    "Cơ quan chủ trì, thực hiện",
    "Kế hoạch ghi",
    "Sản phẩm",
    "Kỳ",
    "Kết quả",
    "Ngày có kết quả",
    "Đã làm gì, vì sao",
    "Chuyển đến ngày",
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
class ReportSection:
    """What was done in a part of the plan: the part's heading, and a sentence for each duty and period."""

    heading: str
    entries: tuple[str, ...]


@dataclass(frozen=True)
class ReportFrame:
    """What stands around a report: the plan reported on, its number and day as printed, to whom, on what period."""

    plan: Plan
    source: str
    addressee: str
    period: Period


@dataclass(frozen=True)
class PeriodicReport:
    """A report ready to be written: title, what the plan asks for, remarks, and a table row for each duty.

    ``sections`` tell the same in the order of the plan, ``totals`` count it, ``open`` is what is not done or put off.
    """

    title: str
    orders: tuple[str, ...]
    remarks: tuple[str, ...]
    rows: tuple[Row, ...]
    sections: tuple[ReportSection, ...] = ()
    totals: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    frame: ReportFrame | None = None


class UnknownPeriod(ValueError):
    """The plan has no such period; the message is a Vietnamese sentence that lists those it has."""


def make_report(agenda: Agenda, plan_id: str, key: str, progress: Progress | None) -> PeriodicReport:
    """Make the report on a plan for a period; raises KeyError for an unknown plan, UnknownPeriod for a period."""
    plan = agenda.fabric.plans[plan_id].plan
    period = period_of(key)
    report_periods = _report_periods(agenda, plan)
    if period is None or period.year != plan.year or period.end < plan.window[0]:
        message = f"Kế hoạch {plan_id} không có kỳ {key}. "
        if report_periods:
            message += f"Các kỳ báo cáo bản in quy định: {', '.join(p.key for p in report_periods)}."
        else:
            message += f"Ghi kỳ của năm {plan.year}, ví dụ {plan.year}-Q4 hoặc {plan.year}-12."
        raise UnknownPeriod(message)
    entries = list(report_entries(agenda, plan, period, progress))
    rows = tuple(_row(str(number), entry) for number, entry in enumerate(entries, 1))
    return PeriodicReport(
        title=f"Báo cáo kết quả thực hiện {plan.title.removesuffix(f' {period.name}')}, {period.name}",
        orders=((EXAMPLE,) if progress and progress.example else ()) + tuple(_orders(agenda, plan, period)),
        remarks=tuple(_remarks(rows, progress)),
        rows=rows,
        sections=tuple(_sections(plan, entries)),
        totals=tuple(_totals(rows)),
        open=tuple(_open(entries)),
        frame=ReportFrame(plan, _source(agenda, plan), _addressee(agenda, plan, period), period),
    )


def _report_periods(agenda: Agenda, plan: Plan) -> list[Period]:
    return list({d.period.key: d.period for row in _reporting(agenda, plan) for d in row.deadlines}.values())


def _reporting(agenda: Agenda, plan: Plan) -> list[Scheduled]:
    """The plan's reporting duties whose periods are printed."""
    return [row for row in agenda.plans[plan.id] if row.duty.report and row.duty.report.periods != ("periodic",)]


def _orders(agenda: Agenda, plan: Plan, period: Period) -> Iterator[str]:
    """What the plan says of this report: who sends it to whom by when."""
    ordered = [
        (scheduled.duty, deadline)
        for scheduled in _reporting(agenda, plan)
        for deadline in scheduled.deadlines
        if deadline.period.key == period.key
    ]
    for duty, deadline in ordered:
        to = f" gửi {duty.report_to}" if duty.report_to else ""
        due = f", chậm nhất {short_date(deadline.due)}" if deadline.due else ""
        reading = f" ({deadline.reading})" if deadline.reading else ""
        condition = f" [{deadline.condition}]" if deadline.condition else ""
        yield f"{doer_names(duty)}{to}{due}{condition}: “{duty.text}”{reading}"
    reported = any(scheduled.duty.report for scheduled in agenda.plans[plan.id])
    if not ordered and reported and not _reporting(agenda, plan):
        yield "Bản in chỉ ghi báo cáo định kỳ, không nói kỳ nào; báo cáo này lập theo kỳ được chọn."
    elif not ordered:
        yield f"Bản in không quy định báo cáo {period.name}; báo cáo này lập theo yêu cầu."


def _remarks(rows: tuple[Row, ...], progress: Progress | None) -> Iterator[str]:
    yield f"{len(rows)} lượt việc trong kỳ: " + "; ".join(_totals(rows)) + "."
    if progress and progress.note:
        yield progress.note
    yield NOTICE


def _totals(rows: tuple[Row, ...]) -> Iterator[str]:
    for name in [upper_first(verdict) for verdict in VERDICTS.values()] + [NOT_RECORDED]:
        if not any(row[_RESULT] == name for row in rows):
            continue
        yield f"{sum(row[_RESULT] == name for row in rows)} {name.lower()}"


def _sections(plan: Plan, entries: Sequence[ReportEntry]) -> Iterator[ReportSection]:
    """Tell what was done part by part, in the order in which the plan asks for it."""
    headings = dict(_headings(plan))
    for top, group in groupby(entries, key=lambda entry: entry.duty.path.split(".")[0]):
        yield ReportSection(
            headings.get(top, "Quyết định" if top == "QD" else upper_first(path_name(top))),
            tuple(_sentences(list(own)) for _, own in groupby(group, key=lambda entry: entry.duty.id)),
        )


def _headings(plan: Plan) -> Iterator[tuple[str, str]]:
    for line in lines(plan):
        if line.item and line.depth == 0 and line.kind == "heading":
            yield line.path, line.item.heading.rstrip(" .:;")


def _sentences(entries: Sequence[ReportEntry]) -> str:
    """Say a duty's results as a report says them, the duty named once; what is not recorded is said, too."""
    duty = entries[0].duty
    name = f"{_title(duty)} ({path_name(duty.path)})"
    outcomes = [(_occasion(entry), _outcome(entry)) for entry in entries if entry.result]
    gaps = ", ".join(_occasion(entry) for entry in entries if not entry.result)
    outcomes += [(gaps, f"{NOT_RECORDED.lower()}.")] if gaps else []
    if len(outcomes) == 1:
        return f"{name}, {': '.join(outcomes[0])}"
    return f"{name}. " + " ".join(f"{upper_first(occasion)}: {outcome}" for occasion, outcome in outcomes)


def _occasion(entry: ReportEntry) -> str:
    """Name the period, and whose result it is where a body has one of its own."""
    return entry.period.name + (f", {entry.doer}" if entry.result and entry.result.unit else "")


def _outcome(entry: ReportEntry) -> str:
    result = entry.result
    if result is None:
        return f"{NOT_RECORDED.lower()}."
    day = f" ngày {short_date(result.date)}" if result.date else ""
    sentences = [f"{VERDICTS[result.verdict]}{day}."]
    sentences += [sentence.rstrip(" .;") + "." for sentence in (result.done, result.reason) if sentence]
    output = entry.duty.words("output").rstrip(" .;")
    sentences += [f"Sản phẩm theo kế hoạch: {output}."] if output else []
    sentences += [f"Chuyển đến ngày {short_date(result.until)}."] if result.until else []
    sentences += [f"Minh chứng: {'; '.join(proof.title for proof in result.evidence)}."] if result.evidence else []
    return " ".join(sentences)


def _open(entries: Sequence[ReportEntry]) -> Iterator[str]:
    """Say what goes on: not done, half done or put off, with period, reason and new day."""
    for entry in entries:
        result = entry.result
        if result and result.verdict in ("partial", "not_done", "postponed"):
            until = f", chuyển đến ngày {short_date(result.until)}" if result.until else ""
            reason = f": {result.reason.rstrip(' .;')}" if result.reason else ""
            name = f"{_title(entry.duty)} ({path_name(entry.duty.path)}), {_occasion(entry)}"
            yield f"{name}: {VERDICTS[result.verdict]}{until}{reason}."


def _source(agenda: Agenda, plan: Plan) -> str:
    """Name the plan as a report cites it: number and day where they are known, issuer, subject."""
    head = plan.decision or plan
    number = f" số {head.number}/{head.symbol}" if head.number else ""
    date = f" ngày {short_date(head.issued.date)}" if head.issued and head.issued.date else ""
    unit = agenda.fabric.registry.units.get(plan.issuer)
    kind, subject = split_title(head.title)
    issuer = f" của {unit.name}" if unit else ""
    return f"{kind.capitalize() or 'Kế hoạch'}{number}{date}{issuer} về {lower_first(subject)}"


def _addressee(agenda: Agenda, plan: Plan, period: Period) -> str:
    """Give to whom the plan orders this report; empty where it orders none, or where that is the plan's own body."""
    for scheduled in _reporting(agenda, plan):
        if scheduled.duty.report_to and any(deadline.period.key == period.key for deadline in scheduled.deadlines):
            linker = agenda.fabric.plans[plan.id].linker
            mentions = linker.mentions(scheduled.duty.report_to, linker.context(plan))
            own = any(mention.kind == "unit" and mention.target in (plan.issuer, plan.unit) for mention in mentions)
            return "" if own else upper_first(scheduled.duty.report_to)
    return ""


def _title(duty: Duty) -> str:
    return upper_first(clipped(duty.text)) if duty.report else duty.title


def _row(number: str, entry: ReportEntry) -> Row:
    duty, result = entry.duty, entry.result
    head = (
        number,
        f"{_title(duty)} ({path_name(duty.path)})",
        entry.doer,
        " ".join(f"{name}: {words.rstrip(' .;')}." for name, words in duty.texts if words != duty.words("output")),
        duty.words("output"),
        entry.period.name,
    )
    if result is None:
        return (*head, NOT_RECORDED, *[""] * (len(HEADINGS) - len(head) - 1))
    outcome = " ".join(part for part in (result.done, result.reason, *_changes(result)) if part)
    proofs = "; ".join(map(_proof, result.evidence))
    day, until = (short_date(date) if date else "" for date in (result.date, result.until))
    recorded = f"{result.recorded_by.name}, {short_date(result.recorded)}"
    return (*head, upper_first(VERDICTS[result.verdict]), day, outcome, until, proofs, recorded)


def _proof(proof: Proof) -> str:
    if proof.url:
        return f"{proof.title}: {proof.url}"
    return f"{proof.title} (tệp {proof.file})" if proof.file else proof.title


def _changes(result: Result) -> Iterator[str]:
    for revision in result.revisions:
        yield f"Sửa ngày {short_date(revision.date)}, trước đó {VERDICTS[revision.was]}: {revision.reason}"
