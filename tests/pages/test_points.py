"""The part of a document that is cited is shown on the document's page, kept in the data and found by search."""

from __future__ import annotations

from corpus import ROOT

from kehoach.exports.datarows import ROWS
from kehoach.files.repository import Repository
from kehoach.meaning.fabric import Fabric, LinkedPlan
from kehoach.meaning.linking import linker_of
from kehoach.model.fromdata import plan_from
from kehoach.pages.build import make_site
from kehoach.pages.document import document_pages
from kehoach.pages.searchsources import volumes

PLAN = "xa-ea-knop/tuyen-truyen-cchc/2027"
POINT = "điểm b khoản 2 Điều 5"


def citing(repository: Repository) -> Fabric:
    """A fabric of one plan that cites a point of a document."""
    text = f"Phòng Văn hóa - Xã hội thực hiện {POINT} Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ."
    issued = {"place": "Ea Knốp", "date": "2027-01-15", "printed": "Ea Knốp, ngày 15 tháng 01 năm 2027"}
    body = [{"id": "nhiem-vu", "heading": "Nhiệm vụ", "items": [{"id": "viec", "text": text}]}]
    data = {"title": "KẾ HOẠCH tuyên truyền", "issuer": "xa-ea-knop", "issued": issued, "body": body}
    plan = LinkedPlan(plan_from(PLAN, data), linker_of(repository.registry))
    return Fabric(repository.registry, {PLAN: plan})


def test_point_is_in_the_data(repository: Repository) -> None:
    """citations.csv has the part as printed."""
    (row,) = ROWS["citations"](citing(repository))
    assert row["point"] == POINT


def test_point_is_shown_and_found(repository: Repository) -> None:
    """The page of the document names the part beside the quote; the search index holds its words."""
    fabric = citing(repository)
    site = make_site(fabric, repository, templates=ROOT / "site_src" / "templates")
    (row,) = ROWS["citations"](fabric)
    [page] = document_pages(site, repository.registry.documents[row["document_id"]])
    assert f"dẫn {POINT}" in page.html
    assert any(POINT in passage.words for passage in volumes(site, [*site.fabric.plans][-1:])[0].passages)
