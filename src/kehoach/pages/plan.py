"""The page of a plan: the document as issued, what it rests on, what follows from it, what was noted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from kehoach.meaning.fabric import LinkedPlan, Upper
from kehoach.meaning.plantargets import plan_targets
from kehoach.model.plan import Plan, SignedFile, Source
from kehoach.pages.brief import Brief, brief
from kehoach.pages.citing import document
from kehoach.pages.history import Changes, Step, changes, since, steps
from kehoach.pages.namedlinks import Named, NamedPlan, named_body, named_plan, named_plans
from kehoach.pages.notes import SourceRemark, remarks
from kehoach.pages.page import Heading, Page, document_path, plan_file, plan_path
from kehoach.pages.planrelations import Woven, woven
from kehoach.pages.prose import BLANK, blanks_shown
from kehoach.pages.results import Results, plan_results
from kehoach.pages.sheet import DECISION_ANCHOR, Sheet, sheets
from kehoach.pages.site import Site
from kehoach.pages.view import View
from kehoach.wording.letters import long_date

TAIL_ANCHOR = "kh_them"
NOTES_ANCHOR = "kh_ghi-chu"
SOURCE_ANCHOR = "kh_nguon"
HISTORY_ANCHOR = "kh_lich-su"
BRIEF_ANCHOR = "kh_tom-tat"
ABOUT_ANCHOR = "kh_thong-tin"
FILES_ANCHOR = "kh_tai-ve"
CITE_ANCHOR = "kh_trich-dan"


@dataclass(frozen=True)
class Anchors:
    """Where the parts around the document are found."""

    tail: str = TAIL_ANCHOR
    notes: str = NOTES_ANCHOR
    source: str = SOURCE_ANCHOR
    history: str = HISTORY_ANCHOR
    brief: str = BRIEF_ANCHOR
    about: str = ABOUT_ANCHOR
    files: str = FILES_ANCHOR
    cite: str = CITE_ANCHOR


@dataclass(frozen=True)
class Withdrawal:
    """Why a plan no longer holds, since when, and what follows it: words, and an address where the site has it."""

    day: dt.date
    reason: str
    follower: str
    address: str


@dataclass(frozen=True)
class Above:
    """What a plan carries out, or what a person put above it: a plan that is held, or a document."""

    relation: str
    plan: NamedPlan | None
    document: Named
    certainty: str


@dataclass(frozen=True)
class PlanView(View):
    """A plan as issued, and what is known of it.

    ``sheets`` are its documents, each with the words by which it is cited; ``changes`` tell where provisions say what
    became of them since the edition before; ``steps`` is None where the history of its file cannot be told.
    """

    template: ClassVar[str] = "plan.html.j2"

    plan: NamedPlan
    unit: Named
    official: str
    cited_as: str
    status: str
    withdrawal: Withdrawal | None
    official_url: str
    published: dt.date | None
    signed_file: SignedFile | None
    source: Source | None
    toc: tuple[Heading, ...]
    sheets: tuple[tuple[str, Sheet], ...]
    changes: Changes | None
    brief: Brief
    duties: int
    figures: int
    results: Results
    downloads: tuple[tuple[str, str, str], ...]
    previous: NamedPlan | None
    following: NamedPlan | None
    above: tuple[Above, ...]
    below: tuple[NamedPlan, ...]
    woven: Woven
    corrections: tuple[SourceRemark, ...]
    slips: tuple[SourceRemark, ...]
    steps: tuple[Step, ...] | None
    anchors: Anchors = Anchors()


def plan_page(site: Site, plan_id: str) -> Page:
    """Build the page of a plan."""
    path, view = plan_path(plan_id), plan_view(site, plan_id)
    return Page(path, view.plan.title, site.lay_out(path, view), view.toc, view.cited_as, scripts=READING)


def plan_view(site: Site, plan_id: str) -> PlanView:
    """Gather what the page of a plan shows."""
    fabric, linked, path = site.fabric, site.fabric.plans[plan_id], plan_path(plan_id)
    plan = linked.plan
    listed, notes = remarks(plan, linked.lines)
    became = since(site, plan_id, path)
    documents = sheets(site, linked, notes, path, became)
    previous, following = fabric.previous(plan_id), fabric.next(plan_id)
    official, issuer = official_name(plan), site.issued_by(plan)
    return PlanView(
        plan=named_plan(site, plan_id, staged=True),
        unit=named_body(site, plan.unit),
        official=official,
        cited_as=f"{official} của {issuer}: {plan.title}.",
        status=plan.status,
        withdrawal=withdrawal(site, plan),
        official_url=plan.official_url,
        published=plan.published,
        signed_file=plan.signed_file,
        source=plan.source,
        toc=_toc(documents, linked, bool(listed)),
        sheets=tuple((document(plan, issuer, sheet.anchor == DECISION_ANCHOR), sheet) for sheet in documents),
        changes=changes(site, plan_id, path) if became else None,
        brief=brief(site, plan_id),
        duties=len(linked.duties),
        figures=len(list(plan_targets(linked))),
        results=plan_results(site, plan_id),
        downloads=tuple(downloads(site, plan)),
        previous=named_plan(site, previous) if previous else None,
        following=named_plan(site, following) if following else None,
        above=tuple(_above(site, upper) for upper in fabric.above(plan_id) if upper.relation in _CARRIED_OUT),
        below=named_plans(site, fabric.below(plan_id), staged=True),
        woven=woven(site, plan_id, path),
        corrections=tuple(remark for remark in listed if remark.is_correction),
        slips=tuple(remark for remark in listed if not remark.is_correction),
        steps=steps(site, plan_id, path),
    )


_CARRIED_OUT = ("implements", "said_above")
"""Relations to what stands above a plan that are told at its head."""


def _above(site: Site, upper: Upper) -> Above:
    upper_plan = named_plan(site, upper.id, staged=True) if upper.kind == "plan" else None
    document = Named(upper.words, "" if upper_plan else document_path(upper.id))
    return Above(upper.relation, upper_plan, document, upper.certainty)


READING = ("assets/javascripts/reading.js", "assets/javascripts/outline.js")
"""What helps to read a plan: meanings and citations on tap, and the outline that follows."""


def official_name(plan: Plan) -> str:
    """Name the document that puts a plan into force: ``Quyết định số 618/QĐ-UBND, ngày 05 tháng 3 năm 2025``.

    What is left blank shows as "…", and is said in words at the end.
    """
    kind = "Quyết định" if plan.decision else "Kế hoạch"
    number, symbol = plan.official_number
    date = plan.date_line.date
    missing = [name for name, value in (("số", number), ("ngày", date)) if not value]
    shown = long_date(date) if date else blanks_shown(plan.date_line.printed)
    remark = f" ({' và '.join(missing)} chưa ghi)" if missing else ""
    return f"{kind} số {number or BLANK}/{symbol}, {shown}{remark}".replace(", (", " (")


def withdrawal(site: Site, plan: Plan) -> Withdrawal | None:
    """Say of a withdrawn plan why and what follows; its page stays where it was."""
    noted = plan.withdrawal
    if not noted:
        return None
    follower, name, address = noted.get("followed_by", ""), noted.get("followed_by", ""), ""
    if follower in site.fabric.outlines:
        following = site.plan(follower)
        draft = " (dự thảo)" if following.status == "draft" else ""
        name, address = f"{following.title}{draft}", plan_path(follower)
    elif follower in site.registry.documents:
        name, address = site.registry.documents[follower].title, document_path(follower)
    return Withdrawal(dt.date.fromisoformat(noted["date"]), noted["reason"], name, address)


def downloads(site: Site, plan: Plan) -> list[tuple[str, str, str]]:
    """List a plan's files: what it is, its form, its address."""
    papers = [("Bản Word", "DOCX", plan_file(plan.id, ".docx")), ("Bản in", "PDF", plan_file(plan.id, ".pdf"))]
    files = [
        *(papers if site.documents else ()),
        ("Văn bản thuần chữ", "TXT", plan_file(plan.id, ".txt")),
        ("Dữ liệu có nhãn và liên kết", "JSON", plan_file(plan.id, ".json")),
        ("Tệp soạn thảo", "YAML", plan_file(plan.id, ".yaml")),
    ]
    if plan.source and plan.id in site.repository.sources:
        suffix = plan.source.file.removeprefix(plan.edition)
        files.append(("Bản nguồn nhận được", suffix.rpartition(".")[2].upper(), plan_file(plan.id, suffix)))
    return files


def _toc(documents: Sequence[Sheet], linked: LinkedPlan, noted: bool) -> tuple[Heading, ...]:
    entries = [Heading(sheet.title, sheet.anchor, sheet.headings) for sheet in documents]
    entries.append(Heading("Căn cứ, quan hệ, triển khai", "kh_quan-he"))
    if noted:
        entries.append(Heading("Ghi chú về câu chữ", NOTES_ANCHOR))
    if linked.plan.source:
        entries.append(Heading("Bản nguồn", SOURCE_ANCHOR))
    entries.append(Heading("Lịch sử sửa đổi", HISTORY_ANCHOR))
    return tuple(entries)
