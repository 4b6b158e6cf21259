"""The figures that a plan is to reach, on its checklist."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from corpus import ROOT

from kehoach.files.repository import Repository
from kehoach.meaning.fabric import Fabric
from kehoach.pages.build import make_site
from kehoach.pages.checklist import Figure, checklist_pages, checklist_view
from kehoach.pages.planrecord import record_page
from kehoach.pages.view import rendered
from kehoach.pages.vocabulary import period_text

_DEPARTMENT = "so-xay-dung-dak-lak/tuyen-truyen-cchc/2025"
_TODAY = dt.date(2026, 5, 28)


def test_a_figure_stands_with_its_holder_and_its_sentence(fabric: Fabric, repository: Repository) -> None:
    """The province's 88.5 % in a department's plan is said to be the province's, with a link to the words."""
    site = make_site(fabric, repository, templates=ROOT / "site_src" / "templates", today=_TODAY)
    view = checklist_view(site, _DEPARTMENT)
    assert [(one.words, one.who, one.anchor) for one in view.figures] == [
        ("88,5%", "UBND tỉnh Đắk Lắk", "chu-truong-chi-so-cchc")
    ]
    html = next(checklist_pages(site, _DEPARTMENT)).html
    section = re.search(r'<h2 id="can-dat">.*?</section>', html, re.DOTALL)
    assert section and "88,5%, UBND tỉnh Đắk Lắk" in section[0]
    assert "index.html#chu-truong-chi-so-cchc" in section[0]


def test_the_record_of_a_plan_leads_to_its_figures(fabric: Fabric, repository: Repository) -> None:
    """Only the record of a plan with figures says how many there are."""
    site = make_site(fabric, repository, templates=ROOT / "site_src" / "templates", today=_TODAY)
    assert 'viec-can-lam/index.html#can-dat">1 con số' in record_page(site, _DEPARTMENT).html
    assert "#can-dat" not in record_page(site, "xa-ea-knop/tuyen-truyen-cchc/2026").html


@pytest.mark.parametrize(
    ("figure", "per", "said"),
    [
        ("ít nhất 01 tin", "week", "mỗi tuần"),
        ("02 buổi/năm", "year", ""),
        ("95%", "", ""),
        ("04 cuộc", "half_year", "mỗi 6 tháng"),
    ],
)
def test_the_period_of_a_figure_is_said_once_and_is_no_word_of_the_quotation(
    fabric: Fabric, repository: Repository, figure: str, per: str, said: str
) -> None:
    """A period that stands elsewhere in the sentence is said behind the words printed, which stay what they are."""
    assert period_text(figure, per) == said
    site = make_site(fabric, repository, templates=ROOT / "site_src" / "templates", today=_TODAY)
    shown = Figure(figure, period_text(figure, per), True, "", "", "", "", "", "III.1")
    page = replace(checklist_view(site, _DEPARTMENT), figures=(shown,))
    assert f"<q>{figure}</q>{f' {said}' if said else ''}:" in rendered(site.environment, "a/index.html", page)
