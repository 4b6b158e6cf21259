"""The page of a plan: the document as issued, what it rests on, what follows from it, what was noted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from kehoach.meaning.fabric import LinkedPlan
from kehoach.model.plan import Plan
from kehoach.model.registry import Term
from kehoach.pages.brief import brief
from kehoach.pages.citing import document
from kehoach.pages.history import since, steps
from kehoach.pages.named import named_plan
from kehoach.pages.notes import remarks
from kehoach.pages.page import Heading, Page, document_path, plan_file, plan_path
from kehoach.pages.prose import BLANK, blanks_shown
from kehoach.pages.results import plan_results
from kehoach.pages.sheet import DECISION_ANCHOR, Sheet, sheets
from kehoach.pages.site import Site
from kehoach.pages.woven import woven
from kehoach.wording.letters import long_date, slug

TAIL_ANCHOR = "kh_them"
NOTES_ANCHOR = "kh_ghi-chu"
SOURCE_ANCHOR = "kh_nguon"
HISTORY_ANCHOR = "kh_lich-su"
TERMS_ANCHOR = "kh_tu-ngu"
BRIEF_ANCHOR = "kh_tom-tat"
ABOUT_ANCHOR = "kh_thong-tin"
FILES_ANCHOR = "kh_tai-ve"
CITE_ANCHOR = "kh_trich-dan"


def plan_page(site: Site, plan_id: str) -> Page:
    """Build the page of a plan."""
    linked = site.fabric.plans[plan_id]
    plan, here = linked.plan, plan_path(plan_id)
    listed, notes = remarks(plan, linked.lines)
    documents = sheets(site, linked, notes, here)
    terms = terms_of(site, linked)
    toc = _toc(documents, linked, bool(listed), bool(terms))
    description = f"{official_name(plan)} của {site.unit_name(plan.issuer)}: {plan.title}."
    html = site.render(
        "plan.html.j2",
        here,
        plan=plan,
        linked=linked,
        sheets=documents,
        toc=toc,
        corrections=[remark for remark in listed if remark.is_correction],
        slips=[remark for remark in listed if not remark.is_correction],
        official=official_name(plan),
        brief=brief(site, plan_id),
        cited_as=description,
        withdrawal=withdrawal(site, plan),
        downloads=downloads(site, plan),
        previous=site.fabric.previous(plan_id),
        following=site.fabric.next(plan_id),
        above=site.fabric.above(plan_id),
        below=site.fabric.below(plan_id),
        duties=linked.duties,
        held={
            i: named_plan(site, i, staged=True)
            for i in [*site.fabric.below(plan_id), *(u.id for u in site.fabric.above(plan_id) if u.kind == "plan")]
        },
        terms=terms,
        named=lambda sheet: document(plan, site.unit_name(plan.issuer), sheet.anchor == DECISION_ANCHOR),
        since=since(site, plan_id, here),
        compared_with=[pair for pair in site.editions.pairs if plan_id in pair],
        steps=steps(site, plan_id, here),
        woven=woven(site, plan_id, here),
        results=plan_results(site, plan_id),
        anchors={
            "tail": TAIL_ANCHOR,
            "notes": NOTES_ANCHOR,
            "source": SOURCE_ANCHOR,
            "terms": TERMS_ANCHOR,
            "history": HISTORY_ANCHOR,
            "brief": BRIEF_ANCHOR,
            "about": ABOUT_ANCHOR,
            "files": FILES_ANCHOR,
            "cite": CITE_ANCHOR,
        },
    )
    return Page(here, plan.title, html, toc, description, scripts=READING)


READING = ("assets/javascripts/reading.js", "assets/javascripts/outline.js")
"""What helps to read a plan: meanings and citations on tap, and the outline that follows."""


def terms_of(site: Site, linked: LinkedPlan) -> list[Term]:
    """Give the terms and abbreviations that a plan uses, in alphabetical order."""
    used = {mention.target for _, mention in linked.found() if mention.kind == "term" and mention.target}
    return sorted((site.registry.terms[name] for name in used), key=lambda term: slug(term.term))


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


@dataclass(frozen=True)
class Withdrawal:
    """Why a plan no longer holds, since when, and what follows it: words, and an address where the site has it."""

    day: dt.date
    reason: str
    follower: str
    address: str


def withdrawal(site: Site, plan: Plan) -> Withdrawal | None:
    """Say of a withdrawn plan why and what follows; its page stays where it was."""
    said = plan.withdrawal
    if not said:
        return None
    follower, name, address = said.get("followed_by", ""), said.get("followed_by", ""), ""
    if follower in site.fabric.plans:
        name, address = site.plan(follower).title, plan_path(follower)
    elif follower in site.registry.documents:
        name, address = site.registry.documents[follower].title, document_path(follower)
    return Withdrawal(dt.date.fromisoformat(said["date"]), said["reason"], name, address)


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


def _toc(documents: list[Sheet], linked: LinkedPlan, noted: bool, explained: bool) -> tuple[Heading, ...]:
    entries = [Heading(sheet.title, sheet.anchor, tuple(sheet.headings)) for sheet in documents]
    entries.append(Heading("Căn cứ, quan hệ, triển khai", "kh_quan-he"))
    if explained:
        entries.append(Heading("Chữ viết tắt và thuật ngữ", TERMS_ANCHOR))
    if noted:
        entries.append(Heading("Ghi chú về câu chữ", NOTES_ANCHOR))
    if linked.plan.source:
        entries.append(Heading("Bản nguồn", SOURCE_ANCHOR))
    entries.append(Heading("Lịch sử sửa đổi", HISTORY_ANCHOR))
    return tuple(entries)
