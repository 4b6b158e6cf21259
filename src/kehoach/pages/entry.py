"""The page of one registry entry: a body, a legal document, an indicator."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kehoach.comparison.inheritance import moves_by_body
from kehoach.comparison.relations import relations_of
from kehoach.exports.calendar import has_calendar
from kehoach.meaning.promises import owner_in
from kehoach.meaning.status import events
from kehoach.model.plan import Plan, Target
from kehoach.model.registry import Document, Indicator, Unit
from kehoach.pages.diagram import star
from kehoach.pages.dutyfiles import unit_downloads
from kehoach.pages.membership import memberships, others, rule
from kehoach.pages.officetasks import office_tasks, role_words
from kehoach.pages.page import Heading, Page, document_path, indicator_path, unit_path
from kehoach.pages.site import Site
from kehoach.pages.tasks import results, task_months
from kehoach.pages.ties import groups as related_groups
from kehoach.pages.vocabulary import LEVELS, UNIT_KINDS
from kehoach.pages.yearly import places
from kehoach.pages.yearly import tasks as tasks_of
from kehoach.wording.letters import upper_first


@dataclass(frozen=True)
class Promise:
    """A target that a plan sets: where and what."""

    plan: Plan
    path: str
    anchor: str
    target: Target
    owner: str
    text: str


def unit_page(site: Site, unit: Unit) -> Page:
    """Build the page of a body."""
    here = unit_path(unit.id)
    registry = site.registry
    cut = tasks_of(site, unit.id)
    tasks = cut.groups
    office = office_tasks(site, tasks)
    before = registry.predecessors.get(unit.id, [])
    members = registry.members(unit, dt.date.min, dt.date.max)
    plans = site.fabric.plans_of(unit.id)
    mentions = places(site, here, site.fabric.occurrences("unit", unit.id))
    came, left = moves_by_body(site.fabric).get(unit.id, ([], []))
    html = site.render(
        "unit.html.j2",
        here,
        unit=unit,
        contact=unit.contact,
        standing=site.stages(unit.id),
        before=before,
        members=members,
        groups=memberships(site, unit),
        outside=others(site, unit) if tasks else [],
        rule=rule(site, unit) if unit.members else "",
        plans=plans,
        tasks=tasks,
        office=office,
        role_words=role_words,
        cut=cut,
        months=task_months(office.now),
        task_plans=[(plan_id, site.place_name(plan_id)) for plan_id in office.plans],
        results=results(site, [time.deadline for group in tasks for task in group.tasks for time in task.times]),
        files=unit_downloads(site, unit.id),
        dated=has_calendar(site.agenda, unit.id),
        came=came,
        left=left,
        mentions=mentions,
    )
    sections = (
        (Heading("Việc phải làm", "viec", tuple(Heading(g.title, g.anchor) for g in office.now)), tasks),
        (Heading("Việc theo kế hoạch đã qua", "viec-da-qua"), office.past),
        (Heading("Kế hoạch đã ban hành", "ke-hoach"), plans),
        (Heading("Tổ chức", "to-chuc"), True),
        (Heading("Việc chuyển giao", "chuyen-giao"), came or left),
        (Heading("Được nhắc đến", "nhac-den"), mentions.plans),
    )
    toc = tuple(heading for heading, there in sections if there)
    level = LEVELS[unit.level].lower()
    description = f"{unit.name}: {UNIT_KINDS[unit.kind].lower()}, {level}; kế hoạch, việc phải làm, nơi được nhắc đến."
    return Page(here, unit.name, html, toc, description)


def document_page(site: Site, document: Document) -> Page:
    """Build the page of a legal document; a plan that is held is shown with the plan's own relations."""
    here = document_path(document.id)
    cited = site.fabric.occurrences("document", document.id)
    thing = relations_of(site.fabric).thing(document.id)
    related = related_groups(site, thing)
    html = site.render(
        "document.html.j2",
        here,
        document=document,
        related=related,
        drawings=star(related, document.title, upper_first(document.subject), here),
        events=events(site.registry, document),
        now=site.health(document),
        cited=places(site, here, cited),
    )
    toc = [Heading("Hiệu lực", "hieu-luc")]
    toc += [Heading("Quan hệ với văn bản khác", "quan-he")] if related else []
    toc += [Heading("Nơi viện dẫn", "vien-dan")] if cited else []
    description = f"{document.title}: {document.subject}" if document.subject else document.title
    return Page(here, document.title, html, tuple(toc), description)


def indicator_page(site: Site, indicator: Indicator) -> Page:
    """Build the page of an indicator: its targets across plans and years, and where it is named."""
    here = indicator_path(indicator.id)
    promises = promises_for(site, indicator.id)
    cited = places(site, here, site.fabric.occurrences("indicator", indicator.id))
    html = site.render("indicator.html.j2", here, indicator=indicator, promises=promises, cited=cited)
    toc = [Heading("Con số cần đạt", "can-dat")] if promises else []
    toc += [Heading("Nơi nhắc đến", "nhac-den")] if cited.plans else []
    return Page(here, indicator.name, html, tuple(toc), indicator.description or indicator.name)


def promises_for(site: Site, indicator_id: str) -> list[Promise]:
    """Give the targets set for an indicator, by body and year."""
    found = [
        Promise(
            site.plan(plan_id),
            site.path(plan_id, item.id),
            item.id,
            target,
            owner_in(site.fabric.plans[plan_id], item, target),
            item.text or item.heading,
        )
        for plan_id, item, target in site.fabric.targets.get(indicator_id, ())
    ]
    return sorted(found, key=lambda promise: (promise.plan.unit, promise.plan.edition))
