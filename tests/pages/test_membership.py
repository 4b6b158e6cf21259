"""Why a body is in a group or not: the registry's rule for the group, in words, and nothing else."""

from __future__ import annotations

import pytest
from corpus import ROOT

from kehoach.files.repository import Repository
from kehoach.meaning.fabric import Fabric
from kehoach.pages.build import make_site
from kehoach.pages.membership import memberships, other_groups, rule
from kehoach.pages.page import unit_path
from kehoach.pages.site import Site

DEPARTMENTS = "cac-so-ban-nganh-dak-lak"


@pytest.fixture(scope="module")
def site(fabric: Fabric, repository: Repository) -> Site:
    return make_site(fabric, repository, templates=ROOT / "site_src" / "templates")


@pytest.mark.parametrize(
    ("unit", "group", "why"),
    [
        ("so-noi-vu-dak-lak", DEPARTMENTS, "nhóm gồm mọi sở, ban, ngành cấp tỉnh của UBND tỉnh Đắk Lắk"),
        (
            "chu-tich-ubnd-tinh-dak-lak",
            "lanh-dao-ubnd-tinh-dak-lak",
            "sổ cơ quan ghi tên cơ quan này trong nhóm",
        ),
    ],
)
def test_reason_is_the_rule_of_the_group(site: Site, unit: str, group: str, why: str) -> None:
    """By kind, level and authority, or by name."""
    found = {one.group.path: one for one in memberships(site, site.registry.units[unit])}
    assert found[unit_path(group)].why == why


def test_near_group_says_whom_it_takes_in(site: Site) -> None:
    """The office is no department: the group's duties are not its own, and the page says by which rule."""
    office = site.registry.units["van-phong-ubnd-tinh-dak-lak"]
    found = {one.group.path: one for one in other_groups(site, office)}
    assert found[unit_path(DEPARTMENTS)].why == f"nhóm gồm {rule(site, site.registry.units[DEPARTMENTS])}"
    assert all(one.duties for one in found.values())
    assert not {one.group.path for one in memberships(site, office)} & found.keys()


def test_group_and_central_body_have_no_others(site: Site) -> None:
    """A group is asked for its members, a body without an authority around it stands beside none."""
    assert other_groups(site, site.registry.units[DEPARTMENTS]) == ()
    assert other_groups(site, site.registry.units["chinh-phu"]) == ()
