"""The checklist of a plan: its tasks by body and by month, with boxes to tick; of a long one on a page each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from markupsafe import Markup

from kehoach.agenda.checklist import month_key, plan_checklist
from kehoach.agenda.deadlines import left_out
from kehoach.comparison.phrases import shortened
from kehoach.exports.calendar import plan_has_calendar
from kehoach.meaning.plantargets import PlanTarget, plan_targets
from kehoach.pages import charts
from kehoach.pages.charts import Bar
from kehoach.pages.namedlinks import NamedPlan, named_plan
from kehoach.pages.page import RESULTS_TABLE, Heading, Page, checklist_months_path, checklist_path, plan_file
from kehoach.pages.results import Results, plan_deadlines, plan_results
from kehoach.pages.site import Site
from kehoach.pages.tasks import TICKING, TaskGroup, UnreadTime, task_groups, unread_times
from kehoach.pages.view import View
from kehoach.pages.vocabulary import figure_text, period_text

MOST = 90
"""Times of tasks that a page lists, in both orders together: each takes a kilobyte and a quarter."""


@dataclass(frozen=True)
class Order:
    """The tasks in one order: by body or by month."""

    key: str
    title: str
    anchor: str
    groups: tuple[TaskGroup, ...]


@dataclass(frozen=True)
class Figure:
    """A figure to reach: as printed, or as the plan's file notes it; who, by when, and the sentence with its place.

    ``each`` is the period that it is for, where the words printed do not say it themselves.
    """

    words: str
    each: str
    printed: bool
    who: str
    by: str
    excepted: str
    sentence: str
    anchor: str
    path: str


@dataclass(frozen=True)
class ChecklistView(View):
    """A plan's tasks in every order; ``months`` and ``bodies`` are what they can be filtered by, with their titles.

    ``apart`` is the address of the page that has them by month, where that is one of its own.
    """

    template: ClassVar[str] = "checklist.html.j2"

    plan: NamedPlan
    size: int
    remark: str
    files: tuple[tuple[str, str, str], ...]
    dated: bool
    results: Results
    unread: tuple[UnreadTime, ...]
    figures: tuple[Figure, ...]
    orders: tuple[Order, ...]
    months: tuple[tuple[str, str], ...]
    bodies: tuple[tuple[str, str], ...]
    by_body: tuple[Bar, ...]
    by_kind: tuple[Bar, ...]
    by_month: Markup
    apart: str = ""


@dataclass(frozen=True)
class MonthsView(View):
    """The tasks of a long checklist by month."""

    template: ClassVar[str] = "checklist-months.html.j2"

    plan: NamedPlan
    remark: str
    order: Order
    months: tuple[tuple[str, str], ...]
    bodies: tuple[tuple[str, str], ...]


def checklist_pages(site: Site, plan_id: str) -> Iterator[Page]:
    """Build the checklist of a plan, and where it is long another page with its tasks by month."""
    view = checklist_view(site, plan_id)
    *first, by_month = view.orders
    if sum(len(task.times) for order in view.orders for group in order.groups for task in group.tasks) <= MOST:
        yield _page(site, plan_id, view)
        return
    path = checklist_months_path(plan_id)
    yield _page(site, plan_id, replace(view, orders=tuple(first), apart=path))
    toc = tuple(Heading(group.title, group.anchor) for group in by_month.groups)
    title = f"Việc theo tháng: {view.plan.title}"
    months = MonthsView(view.plan, view.remark, by_month, view.months, view.bodies)
    description = f"Việc phải làm theo {view.plan.title}, từng tháng một."
    yield Page(path, title, site.lay_out(path, months), toc, description, scripts=TICKING)


def _page(site: Site, plan_id: str, view: ChecklistView) -> Page:
    path = checklist_path(plan_id)
    toc = (
        Heading("Kết quả đã ghi", "ket-qua"),
        *([Heading("Con số cần đạt", "can-dat")] if view.figures else ()),
        *(Heading(o.title, o.anchor, tuple(Heading(g.title, g.anchor) for g in o.groups)) for o in view.orders),
        *([Heading("Nhìn chung", "nhin-chung")] if view.by_body or view.by_kind or view.by_month else ()),
    )
    description = f"Việc phải làm theo {view.plan.title}: ai làm, khi nào, báo cáo về đâu."
    return Page(path, f"Việc cần làm: {view.plan.title}", site.lay_out(path, view), toc, description, scripts=TICKING)


def checklist_view(site: Site, plan_id: str) -> ChecklistView:
    """Gather what the checklist of a plan shows."""
    plan, checklist = site.plan(plan_id), plan_checklist(site.agenda, plan_id)
    deadlines = plan_deadlines(site, plan_id)
    by_body, by_month = (
        tuple(task_groups(site, *row)) for row in ((checklist.by_body, "cq"), (checklist.by_month, "thang"))
    )
    return ChecklistView(
        plan=named_plan(site, plan_id, staged=True),
        size=checklist.size,
        remark=" ".join(filter(None, (left_out(plan), site.agenda.ended_remark(plan_id)))),
        files=tuple(duty_downloads(site, plan_id)),
        dated=plan_has_calendar(site.agenda, plan_id),
        results=plan_results(site, plan_id),
        unread=tuple(unread_times(site, plan_id)),
        figures=tuple(_figure(site, plan_id, target) for target in plan_targets(site.fabric.plans[plan_id])),
        orders=(
            Order("body", "Theo cơ quan", "theo-co-quan", by_body),
            Order("month", "Theo tháng", "theo-thang", by_month),
        ),
        months=tuple((group.key, group.title) for group in by_month),
        bodies=tuple((group.unit or group.anchor.removeprefix("cq-"), group.title) for group in by_body),
        by_body=tuple(charts.by_body(checklist)),
        by_kind=tuple(charts.by_kind(row.duty for row in site.agenda.plans[plan_id])),
        by_month=charts.over_months(deadlines, plan.year, map(month_key, deadlines), "kh_thang"),
    )


def _figure(site: Site, plan_id: str, target: PlanTarget) -> Figure:
    """Say a figure; who is to reach it is named as the sentence does, or where it is not the issuer."""
    other = target.owner and target.owner != site.plan(plan_id).issuer
    return Figure(
        target.words or figure_text(target.comparison, target.value, target.unit, target.per),
        period_text(target.words, target.per) if target.words else "",
        target.origin == "printed",
        target.holder or (site.unit_name(target.owner) if other else ""),
        target.by,
        target.excepted,
        shortened(target.sentence),
        target.anchor,
        target.path,
    )


def duty_downloads(site: Site, plan_id: str) -> list[tuple[str, str, str]]:
    """List the files of a plan's duties: what it is, its form, its address."""
    calendar = [("Lịch việc phải làm", "ICS", plan_file(plan_id, ".ics"))]
    return [
        *(calendar if plan_has_calendar(site.agenda, plan_id) else ()),
        ("Bảng việc", "XLSX", plan_file(plan_id, ".viec-can-lam.xlsx")),
        ("Bảng việc", "CSV", plan_file(plan_id, ".viec-can-lam.csv")),
        ("Bảng kết quả để điền", "XLSX", plan_file(plan_id, RESULTS_TABLE)),
    ]
