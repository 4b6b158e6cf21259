"""Rules for recorded progress: known duties and periods, dates in order, evidence that is there, changes explained."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from kehoach.agenda.agenda import Agenda
from kehoach.agenda.deadlines import known_periods
from kehoach.agenda.timetable import Scheduled
from kehoach.files.problems import Problem
from kehoach.files.recordedprogress import Recorded
from kehoach.model.place import Place
from kehoach.model.plan import Plan
from kehoach.model.progress import Progress, Result, unexplained
from kehoach.wording.letters import short_date


def problems(recorded: Recorded, agenda: Agenda) -> Iterator[Problem]:
    """Find all that is wrong with the progress recorded for a plan."""
    plan = agenda.fabric.plans[recorded.progress.plan_id].plan
    seen: dict[tuple[str, str, str], int] = {}
    for index, result in enumerate(recorded.progress.results):
        place: Place = ("results", index)
        line = recorded.loaded.line((*place, "duty"))
        if result.key in seen:
            message = f"Việc {result.duty}, kỳ {result.period} đã ghi ở dòng {seen[result.key]}."
            yield recorded.loaded.problem("KH605", (*place, "duty"), message)
        seen.setdefault(result.key, line)
        yield from _duty_problems(recorded, result, place, plan, agenda)
        yield from _dates(recorded, result, place, plan)
        yield from _evidence(recorded, result, place)


def _duty_problems(recorded: Recorded, result: Result, place: Place, plan: Plan, agenda: Agenda) -> Iterator[Problem]:
    scheduled = agenda.duties.get(f"{plan.id}#{result.duty}")
    if scheduled is None:
        duties = [name.partition("#")[2] for name in agenda.duties if name.startswith(f"{plan.id}#")]
        near = "".join(f" Gần nhất là {name}." for name in get_close_matches(result.duty, duties, 1))
        message = f"Kế hoạch {plan.id} không có việc {result.duty}.{near}"
        yield recorded.loaded.problem("KH602", (*place, "duty"), message)
        return
    periods = [period.key for period in known_periods(scheduled.deadlines, plan)]
    if result.period not in periods:
        message = f"Việc {result.duty} không có kỳ {result.period}; các kỳ: {', '.join(periods) or 'không có'}."
        yield recorded.loaded.problem("KH603", (*place, "period"), message)
    yield from _units(recorded, result, place, scheduled, agenda)


def _units(recorded: Recorded, result: Result, place: Place, scheduled: Scheduled, agenda: Agenda) -> Iterator[Problem]:
    registry = agenda.fabric.registry
    unit_places: list[tuple[Place, str]] = [((*place, "recorded_by", "unit"), result.recorded_by.unit)]
    unit_places += [((*place, "revisions", i, "by", "unit"), r.by.unit) for i, r in enumerate(result.revisions)]
    for unit_place, unit in [((*place, "unit"), result.unit), *unit_places]:
        if unit and unit not in registry.units:
            yield recorded.loaded.problem("KH302", unit_place, f"Không có cơ quan {unit} trong sổ cơ quan.")
    if result.unit in registry.units:
        shares = agenda.shares(result.unit)
        if all(share.scheduled.duty.id != scheduled.duty.id for share in shares):
            message = f"{registry.units[result.unit].name} không có phần trong việc {result.duty}."
            yield recorded.loaded.problem("KH606", (*place, "unit"), message)


def _dates(recorded: Recorded, result: Result, place: Place, plan: Plan) -> Iterator[Problem]:
    first = plan.window[0]
    for key in ("date", "recorded"):
        day = getattr(result, key)
        if day and day < first:
            message = f"Ngày {short_date(day)} trước ngày kế hoạch có thể được ban hành ({short_date(first)})."
            yield recorded.loaded.problem("KH604", (*place, key), message)
    if result.date and result.date > result.recorded:
        message = f"Ngày có kết quả {short_date(result.date)} sau ngày ghi {short_date(result.recorded)}."
        yield recorded.loaded.problem("KH604", (*place, "date"), message)
    if result.until and result.until <= result.recorded:
        message = f"Ngày chuyển đến {short_date(result.until)} không sau ngày ghi {short_date(result.recorded)}."
        yield recorded.loaded.problem("KH604", (*place, "until"), message)
    before = result.recorded
    for index, revision in enumerate(result.revisions):
        if revision.date < before:
            message = f"Lần sửa {short_date(revision.date)} trước lần ghi {short_date(before)}."
            yield recorded.loaded.problem("KH609", (*place, "revisions", index, "date"), message)
        before = max(before, revision.date)


def _evidence(recorded: Recorded, result: Result, place: Place) -> Iterator[Problem]:
    folder = f"{recorded.progress.plan_id.rpartition('/')[2]}.evidence/"
    for index, proof in enumerate(result.evidence):
        proof_place: Place = (*place, "evidence", index)
        if not proof.file:
            continue
        if not proof.file.startswith(folder):
            message = f"Tệp {proof.file} không nằm trong thư mục {folder} của kế hoạch này."
            yield recorded.loaded.problem("KH607", (*proof_place, "file"), message)
        elif proof.file not in recorded.evidence:
            message = f"Không có tệp {proof.file} cạnh kế hoạch, hoặc đó là liên kết, hoặc quá lớn."
            yield recorded.loaded.problem("KH607", (*proof_place, "file"), message)
        elif recorded.evidence[proof.file] != proof.sha256:
            message = f"Mã băm của {proof.file} là {recorded.evidence[proof.file]}."
            yield recorded.loaded.problem("KH607", (*proof_place, "sha256"), message)
    if result.verdict == "done" and not result.evidence:
        yield recorded.loaded.problem("KH610", place, f"Kết quả của việc {result.duty} chưa có minh chứng.")


def changes(before: Mapping[str, Recorded], after: Mapping[str, Recorded]) -> Iterator[Problem]:
    """Find, plan by plan, results that a later state of the repository changed without a reason."""
    for plan_id, recorded in after.items():
        if plan_id in before:
            yield from change_problems(before[plan_id].progress, recorded)


def change_problems(before: Progress, recorded: Recorded) -> Iterator[Problem]:
    """Find results that an earlier version of the file had and that were changed without a reason."""
    places = {result.key: index for index, result in enumerate(recorded.progress.results)}
    for old in unexplained(before, recorded.progress):
        place: Place = ("results", places[old.key]) if old.key in places else ("results",)
        message = f"Kết quả đã ghi của việc {old.duty}, kỳ {old.period} bị sửa hoặc xóa mà không có revisions mới."
        yield recorded.loaded.problem("KH608", place, message)
