"""Whom a reader tells of an error: the body that issued the plan, as the registry knows it; who runs the site."""

from __future__ import annotations

from dataclasses import replace

import pytest
from corpus import ROOT, SO_XAY_DUNG, TINH_2021, TINH_2025, XA_EA_KNOP

from kehoach.files.repository import Repository, load_schemas
from kehoach.files.schemas import Schema
from kehoach.files.yamlfile import Loaded
from kehoach.meaning.fabric import Fabric
from kehoach.model.units import Contact, Evidence
from kehoach.pages.build import make_site
from kehoach.pages.checklist import checklist_pages, checklist_view
from kehoach.pages.page import Page, difference_path, plan_path
from kehoach.pages.reporting import plan_of, reporting, reporting_part
from kehoach.pages.site import Site


@pytest.fixture(scope="module")
def site(fabric: Fabric, repository: Repository) -> Site:
    return make_site(fabric, repository, templates=ROOT / "site_src" / "templates")


@pytest.mark.parametrize(
    ("path", "plan"),
    [
        (plan_path(SO_XAY_DUNG), SO_XAY_DUNG),
        (f"{plan_path(XA_EA_KNOP)}viec-can-lam/", XA_EA_KNOP),
        (difference_path(TINH_2021, TINH_2025), TINH_2025),
        ("ke-hoach/", None),
        ("ke-hoach/xa-khong-co/loai/2026/", None),
        ("co-quan/xa-ea-knop/", None),
    ],
)
def test_page_is_of_a_plan(site: Site, path: str, plan: str | None) -> None:
    """Every page below a plan is of that plan, a comparison of the later one, a list of none."""
    found = plan_of(site, path)
    assert (found.id if found else None) == plan


def test_issuer_is_named_and_the_plan_cited(site: Site) -> None:
    """What to say is ready to be copied; where the registry has no contact none is made up."""
    said = reporting(site, Page(plan_path(SO_XAY_DUNG), site.plan(SO_XAY_DUNG).title, ""))
    assert said.unit == "so-xay-dung-dak-lak"
    assert said.cited.startswith("Kế hoạch số 618/KH-SXD ngày 30 tháng 7 năm 2025 của ")
    assert said.contact is None
    below = reporting(site, Page(f"{plan_path(SO_XAY_DUNG)}viec-can-lam/", "Việc cần làm", ""))
    assert below.cited == f"{said.cited}; trang “Việc cần làm”"
    assert "tel:" not in reporting_part(site, Page(plan_path(SO_XAY_DUNG), "", ""))


def test_contact_of_the_registry_is_shown(site: Site) -> None:
    """Telephone, mail, page and address are said and led to."""
    unit = site.registry.units["so-xay-dung-dak-lak"]
    contact = Contact(Evidence("x", "certain"), "Số 1 <đường>", "0262 000.0000", "a@b.example", "https://b.example/")
    units = {**site.registry.units, unit.id: replace(unit, contact=contact)}
    fabric = replace(site.fabric, registry=replace(site.registry, units=units))
    html = reporting_part(replace(site, fabric=fabric), Page(plan_path(SO_XAY_DUNG), "", ""))
    for part in ('href="tel:02620000000"', 'href="mailto:a@b.example"', 'href="https://b.example/"', "&lt;đường&gt;"):
        assert part in html


def test_contact_stands_by_what_a_body_has_to_do(site: Site) -> None:
    """The list of a plan's tasks says how to reach each body, where the registry says it."""
    office = next(group.unit for group in checklist_view(site, SO_XAY_DUNG).orders[0].groups if group.unit)
    assert "Liên hệ: điện thoại" not in next(checklist_pages(site, SO_XAY_DUNG)).html
    contact = Contact(Evidence("x", "certain"), phone="0262 000.0000")
    units = {**site.registry.units, office: replace(site.registry.units[office], contact=contact)}
    told = replace(site, fabric=replace(site.fabric, registry=replace(site.registry, units=units)))
    html = next(checklist_pages(told, SO_XAY_DUNG)).html
    group = html[html.index(f'co-quan/{office}/index.html">') :].partition("<ul")[0]
    assert 'Liên hệ: điện thoại <a href="tel:02620000000">' in group


def test_page_of_no_plan_is_named(site: Site) -> None:
    """Its title is escaped and given to copy."""
    html = reporting_part(site, Page("co-quan/", "Các <cơ quan>", ""))
    assert "<q data-kh-cited>Trang “Các &lt;cơ quan&gt;”</q>" in html
    assert "cơ quan ban hành kế hoạch ấy" in html


@pytest.mark.parametrize(
    ("contact", "faults"),
    [
        ({"phone": "0262 000 0000"}, 0),
        ({"email": "a@b.example", "page": "https://b.example/lien-he"}, 0),
        ({}, 1),
        ({"page": "javascript:alert(1)"}, 1),
        ({"email": "a@b"}, 1),
        ({"phone": "gọi sau"}, 1),
    ],
)
def test_contact_is_checked(contact: dict[str, str], faults: int) -> None:
    """A contact holds at least one way to reach a body, each of its form."""
    schema: Schema = load_schemas(ROOT / "schema")["units"]
    said = {**contact, "source": "https://b.example/", "certainty": "likely"}
    entry = {"id": "xa-mau", "name": "Xã", "kind": "other", "source": "x", "certainty": "certain", "contact": said}
    loaded = Loaded("x.yaml", {"schema_version": 1, "units": [entry]})
    assert len(list(schema.problems(loaded))) == faults
