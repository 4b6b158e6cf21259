"""The checklist of a plan: its tasks by body and by month, with boxes to tick."""

from __future__ import annotations

from kehoach.agenda.checklist import month_key, plan_checklist
from kehoach.agenda.deadlines import left_out
from kehoach.exports.calendar import plan_has_calendar
from kehoach.pages import charts
from kehoach.pages.page import Heading, Page, checklist_path, plan_file
from kehoach.pages.site import Site
from kehoach.pages.tasks import TaskGroup, results, task_groups, unread_times

_VIEWS = (("body", "Theo cơ quan", "theo-co-quan", "cq"), ("month", "Theo tháng", "theo-thang", "thang"))


def checklist_page(site: Site, plan_id: str) -> Page:
    """Build the checklist of a plan."""
    plan, here = site.plan(plan_id), checklist_path(plan_id)
    made = plan_checklist(site.agenda, plan_id)
    deadlines = [d for one in site.agenda.plans[plan_id] for d in one.deadlines]
    groups = (task_groups(site, made.by_body, "cq"), task_groups(site, made.by_month, "thang"))
    views = [(*view, found) for view, found in zip(_VIEWS, groups, strict=True)]
    title = f"Việc cần làm: {plan.title}"
    html = site.render(
        "checklist.html.j2",
        here,
        plan=plan,
        size=made.size,
        views=views,
        months=[(group.key, group.title) for group in groups[1]],
        bodies=[(group.unit or group.anchor.removeprefix("cq-"), group.title) for group in groups[0]],
        results=results(site, deadlines),
        remark=" ".join(filter(None, (left_out(plan), site.agenda.ended_remark(plan_id)))),
        unread=unread_times(site, plan_id),
        files=duty_downloads(site, plan_id),
        dated=plan_has_calendar(site.agenda, plan_id),
        by_body=charts.by_body(made),
        by_kind=charts.by_kind(one.duty for one in site.agenda.plans[plan_id]),
        by_month=charts.over_months(deadlines, plan.year, map(month_key, deadlines), "kh_thang"),
    )
    description = f"Việc phải làm theo {plan.title}: ai làm, khi nào, báo cáo về đâu."
    return Page(here, title, html, _toc(groups), description)


def _toc(groups: tuple[list[TaskGroup], list[TaskGroup]]) -> tuple[Heading, ...]:
    lists = [
        Heading(title, anchor, tuple(Heading(group.title, group.anchor) for group in found))
        for (_, title, anchor, _), found in zip(_VIEWS, groups, strict=True)
    ]
    return (Heading("Kết quả đã ghi", "ket-qua"), *lists, Heading("Nhìn chung", "nhin-chung"))


def duty_downloads(site: Site, plan_id: str) -> list[tuple[str, str, str]]:
    """List the files of a plan's duties: what it is, its form, its address."""
    calendar = [("Lịch việc phải làm", "ICS", plan_file(plan_id, ".ics"))]
    return [
        *(calendar if plan_has_calendar(site.agenda, plan_id) else ()),
        ("Bảng việc", "XLSX", plan_file(plan_id, ".viec-can-lam.xlsx")),
        ("Bảng việc", "CSV", plan_file(plan_id, ".viec-can-lam.csv")),
    ]
