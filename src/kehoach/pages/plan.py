"""The page of a plan: what it sets out to do, the document as issued, the way to all else that is known of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from kehoach.model.plan import Plan
from kehoach.pages.brief import Brief, brief
from kehoach.pages.citing import document, official_name
from kehoach.pages.history import Changes, changes, since
from kehoach.pages.namedlinks import Named, NamedPlan, named_body, named_plan
from kehoach.pages.notes import remarks
from kehoach.pages.page import Heading, Page, document_path, href, plan_path, record_path
from kehoach.pages.planrecord import CITE_ANCHOR, DOCUMENTS, RESULTS_ANCHOR, downloads, record_parts
from kehoach.pages.results import Results, plan_results
from kehoach.pages.sheet import DECISION_ANCHOR, Sheet, sheets
from kehoach.pages.site import Site
from kehoach.pages.view import View

TAIL_ANCHOR = "kh_them"
BRIEF_ANCHOR = "kh_tom-tat"


@dataclass(frozen=True)
class Anchors:
    """Where the parts around the document are found, and those of the page of all else."""

    tail: str = TAIL_ANCHOR
    brief: str = BRIEF_ANCHOR
    cite: str = CITE_ANCHOR
    results: str = RESULTS_ANCHOR


@dataclass(frozen=True)
class Withdrawal:
    """Why a plan no longer holds, since when, and what follows it: words, and an address where the site has it."""

    day: dt.date
    reason: str
    follower: str
    address: str


@dataclass(frozen=True)
class PlanView(View):
    """A plan as issued, what it sets out to do, and the way to all else that is known of it.

    ``sheets`` are its documents, each with the words by which it is cited; ``changes`` tell where provisions say what
    became of them since the edition before; ``papers`` are forms and addresses of the documents to take away;
    ``beside`` are anchors and titles of the parts of the page of all else.
    """

    template: ClassVar[str] = "plan.html.j2"

    plan: NamedPlan
    unit: Named
    official: str
    withdrawal: Withdrawal | None
    official_url: str
    toc: tuple[Heading, ...]
    sheets: tuple[tuple[str, Sheet], ...]
    changes: Changes | None
    brief: Brief
    duties: int
    results: Results
    papers: tuple[tuple[str, str], ...]
    previous: NamedPlan | None
    following: NamedPlan | None
    beside: tuple[tuple[str, str], ...]
    anchors: Anchors = Anchors()


def plan_page(site: Site, plan_id: str) -> Page:
    """Build the page of a plan."""
    path, view = plan_path(plan_id), plan_view(site, plan_id)
    plan = site.plan(plan_id)
    described = f"{view.official} của {site.issued_by(plan)}."
    return Page(path, view.plan.title, site.lay_out(path, view), view.toc, described, scripts=READING)


def plan_view(site: Site, plan_id: str) -> PlanView:
    """Gather what the page of a plan shows."""
    fabric, linked, path = site.fabric, site.fabric.plans[plan_id], plan_path(plan_id)
    plan = linked.plan
    _, notes = remarks(plan, linked.lines, href(path, record_path(plan_id)))
    became = since(site, plan_id, path)
    documents = sheets(site, linked, notes, path, became)
    previous, following = fabric.previous(plan_id), fabric.next(plan_id)
    issuer = site.issued_by(plan)
    return PlanView(
        plan=named_plan(site, plan_id, staged=True),
        unit=named_body(site, plan.unit),
        official=official_name(plan),
        withdrawal=withdrawal(site, plan),
        official_url=plan.official_url,
        toc=_toc(documents),
        sheets=tuple((document(plan, issuer, sheet.anchor == DECISION_ANCHOR), sheet) for sheet in documents),
        changes=changes(site, plan_id, path) if became else None,
        brief=brief(site, plan_id),
        duties=len(linked.duties),
        results=plan_results(site, plan_id),
        papers=tuple((form, file) for _, form, file in downloads(site, plan) if form in DOCUMENTS),
        previous=named_plan(site, previous) if previous else None,
        following=named_plan(site, following) if following else None,
        beside=tuple(record_parts(linked)),
    )


READING = ("assets/javascripts/reading.js", "assets/javascripts/outline.js")
"""What helps to read a plan: meanings and citations on tap, and the outline that follows."""


def withdrawal(site: Site, plan: Plan) -> Withdrawal | None:
    """Say of a withdrawn plan why and what follows; its page stays where it was."""
    withdrawn = plan.withdrawal
    if not withdrawn:
        return None
    follower, name, address = withdrawn.get("followed_by", ""), withdrawn.get("followed_by", ""), ""
    if follower in site.fabric.outlines:
        following = site.plan(follower)
        draft = " (dự thảo)" if following.status == "draft" else ""
        name, address = f"{following.title}{draft}", plan_path(follower)
    elif follower in site.registry.documents:
        name, address = site.registry.documents[follower].title, document_path(follower)
    return Withdrawal(dt.date.fromisoformat(withdrawn["date"]), withdrawn["reason"], name, address)


def _toc(documents: Sequence[Sheet]) -> tuple[Heading, ...]:
    entries = [Heading(sheet.title, sheet.anchor, sheet.headings) for sheet in documents]
    return (*entries, Heading("Thông tin thêm", TAIL_ANCHOR))
