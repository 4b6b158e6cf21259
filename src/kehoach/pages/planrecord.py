"""What is known of a plan beside its text: how it is cited, files, relations, notes on words, source, history.

It is a page of its own, so that the plan's own page is little more than its text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from kehoach.meaning.fabric import LinkedPlan, Upper
from kehoach.meaning.plantargets import plan_targets
from kehoach.model.plan import Plan, SignedFile, Source
from kehoach.pages.citing import official_name
from kehoach.pages.history import Step, steps
from kehoach.pages.namedlinks import Named, NamedPlan, named_plan, named_plans
from kehoach.pages.notes import SourceRemark, remarks
from kehoach.pages.page import Heading, Page, document_path, plan_file, record_path
from kehoach.pages.planrelations import Woven, woven
from kehoach.pages.results import Results, plan_results
from kehoach.pages.site import Site
from kehoach.pages.view import View

RELATIONS_ANCHOR = "kh_quan-he"
NOTES_ANCHOR = "kh_ghi-chu"
SOURCE_ANCHOR = "kh_nguon"
HISTORY_ANCHOR = "kh_lich-su"
FILES_ANCHOR = "kh_tai-ve"
CITE_ANCHOR = "kh_trich-dan"
RESULTS_ANCHOR = "kh_ket-qua"
DOCUMENTS = ("DOCX", "PDF")
"""Forms of the files that are read and printed; the others are for programs."""


@dataclass(frozen=True)
class Anchors:
    """Where the parts of the page are found."""

    relations: str = RELATIONS_ANCHOR
    notes: str = NOTES_ANCHOR
    source: str = SOURCE_ANCHOR
    history: str = HISTORY_ANCHOR
    files: str = FILES_ANCHOR
    cite: str = CITE_ANCHOR
    results: str = RESULTS_ANCHOR


@dataclass(frozen=True)
class Above:
    """What a plan carries out, or what a person put above it: a plan that is held, or a document."""

    relation: str
    plan: NamedPlan | None
    document: Named
    certainty: str


@dataclass(frozen=True)
class RecordView(View):
    """All but the text of a plan; ``steps`` is None where the history of its file cannot be told."""

    template: ClassVar[str] = "plan-record.html.j2"

    plan: NamedPlan
    cited_as: str
    status: str
    published: dt.date | None
    signed_file: SignedFile | None
    official_url: str
    source: Source | None
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


def record_page(site: Site, plan_id: str) -> Page:
    """Build the page beside a plan's own."""
    path, name = record_path(plan_id), site.place_name(plan_id)
    view = record_view(site, plan_id)
    headings = tuple(Heading(title, anchor) for anchor, title in record_parts(site.fabric.plans[plan_id]))
    title = f"Thông tin thêm về kế hoạch {name}"
    description = f"Cách trích dẫn, tệp, căn cứ, ghi chú câu chữ, bản nguồn và lịch sử của kế hoạch {name}."
    return Page(path, title, site.lay_out(path, view), headings, description)


def record_parts(linked: LinkedPlan) -> Iterator[tuple[str, str]]:
    """Name the parts of the page by their anchors, in order."""
    yield RELATIONS_ANCHOR, "Căn cứ, quan hệ, triển khai"
    if linked.plan.corrections or linked.plan.sic:
        yield NOTES_ANCHOR, "Ghi chú về câu chữ"
    if linked.plan.source:
        yield SOURCE_ANCHOR, "Bản nguồn"
    yield HISTORY_ANCHOR, "Lịch sử sửa đổi"


def record_view(site: Site, plan_id: str) -> RecordView:
    """Gather what the page shows."""
    fabric, linked, path = site.fabric, site.fabric.plans[plan_id], record_path(plan_id)
    plan = linked.plan
    source_remarks, _ = remarks(plan, linked.lines)
    previous, following = fabric.previous(plan_id), fabric.next(plan_id)
    return RecordView(
        plan=named_plan(site, plan_id, staged=True),
        cited_as=f"{official_name(plan)} của {site.issued_by(plan)}: {plan.title}.",
        status=plan.status,
        published=plan.published,
        signed_file=plan.signed_file,
        official_url=plan.official_url,
        source=plan.source,
        duties=len(linked.duties),
        figures=len(list(plan_targets(linked))),
        results=plan_results(site, plan_id),
        downloads=tuple(downloads(site, plan)),
        previous=named_plan(site, previous) if previous else None,
        following=named_plan(site, following) if following else None,
        above=tuple(_upper_shown(site, upper) for upper in fabric.above(plan_id) if upper.relation in _CARRIED_OUT),
        below=named_plans(site, fabric.below(plan_id), staged=True),
        woven=woven(site, plan_id, path),
        corrections=tuple(remark for remark in source_remarks if remark.is_correction),
        slips=tuple(remark for remark in source_remarks if not remark.is_correction),
        steps=steps(site, plan_id, path),
    )


_CARRIED_OUT = ("implements", "said_above")
"""Relations to what stands above a plan that are told first."""


def _upper_shown(site: Site, upper: Upper) -> Above:
    upper_plan = named_plan(site, upper.id, staged=True) if upper.kind == "plan" else None
    document = Named(upper.words, "" if upper_plan else document_path(upper.id))
    return Above(upper.relation, upper_plan, document, upper.certainty)


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
