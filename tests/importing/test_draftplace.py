"""To which body and series a document belongs, by the registries or named as they would name it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest

from kehoach.importing.draftplace import UNKNOWN_ISSUER, issuing_body, place_in_repository, series_of
from kehoach.model.fromdata import registry_from
from kehoach.model.registry import Registry

_CITY = "Thành phố Hồ Chí Minh"
_SAID: Mapping[str, Any] = {"source": "thử", "certainty": "certain"}


def _unit(identity: str, kind: str, within: str = "", **more: Any) -> Mapping[str, Any]:
    return {"id": identity, "kind": kind, "within": within, **more, **_SAID}


@pytest.fixture(scope="module")
def registry() -> Registry:
    """Two provinces with departments of the same short name, a commune, and a department that ended."""
    units: list[Mapping[str, Any]] = [
        _unit("tinh-lam-dong", "people_committee", name="Ủy ban nhân dân tỉnh Lâm Đồng", area="tỉnh Lâm Đồng"),
        _unit("tinh-dak-lak", "people_committee", name="Ủy ban nhân dân tỉnh Đắk Lắk", area="tỉnh Đắk Lắk"),
        _unit("xa-ea-knop", "people_committee", name="Ủy ban nhân dân xã Ea Knốp", area="xã Ea Knốp"),
        _unit(
            "thanh-pho-ho-chi-minh", "people_committee", name="UBND Thành phố Hồ Chí Minh", area="Thành phố Hồ Chí Minh"
        ),
    ]
    for place, area in (("lam-dong", "Lâm Đồng"), ("dak-lak", "Đắk Lắk")):
        for short, name in (("so-noi-vu", "Sở Nội vụ"), ("so-giao-duc-va-dao-tao", "Sở Giáo dục và Đào tạo")):
            own: dict[str, Any] = {"name": f"{name} tỉnh {area}", "names": [name]}
            units.append(_unit(f"{short}-{place}", "department", f"tinh-{place}", **own))
    ended: dict[str, Any] = {
        "lifetime": {"to": "2025-02-28", **_SAID},
        "name": "Sở Y tế tỉnh Lâm Đồng",
        "names": ["Sở Y tế"],
    }
    units += [
        _unit("so-y-te-cu-lam-dong", "department", "tinh-lam-dong", **ended),
        _unit("so-y-te-lam-dong", "department", "tinh-lam-dong", name="Sở Y tế", names=["Sở Y tế"]),
    ]
    series: list[Mapping[str, Any]] = [
        {"id": "ke-hoach-mau", "name": "Kế hoạch mẫu", **_SAID},
        {"id": "cchc", "name": "Kế hoạch cải cách hành chính", **_SAID},
        {"id": "kiem-soat", "name": "Kiểm soát thủ tục hành chính", **_SAID},
        {"id": "tuyen-truyen-cchc", "name": "Tuyên truyền cải cách hành chính", **_SAID},
    ]
    terms: list[Mapping[str, Any]] = [{"id": "tthc", "term": "TTHC", "expansion": "thủ tục hành chính", **_SAID}]
    return registry_from({"units": units, "series": series, "terms": terms})


@pytest.mark.parametrize(
    ("header", "place", "wanted", "known"),
    [
        (["UBND tỉnh Lâm Đồng", "Sở Nội vụ"], "Lâm Đồng", "so-noi-vu-lam-dong", True),
        (["UBND tỉnh Đắk Lắk", "Sở Nội vụ"], "Buôn Ma Thuột", "so-noi-vu-dak-lak", True),
        (["Sở Nội vụ"], "Lâm Đồng", "so-noi-vu-lam-dong", True),
        (["Sở Nội vụ tỉnh Đắk Lắk"], "…", "so-noi-vu-dak-lak", True),
        (["Ủy ban nhân dân", "Tỉnh Lâm Đồng"], "Lâm Đồng", "tinh-lam-dong", True),
        (["Uỷ ban nhân dân tỉnh Lâm Đồng"], "Lâm Đồng", "tinh-lam-dong", True),
        (["UBND xã Ea Knốp"], "Ea Knốp", "xa-ea-knop", True),
        (["Ủy ban nhân dân", "Thành phố Hồ Chí Minh"], "Thành phố Hồ Chí Minh", "thanh-pho-ho-chi-minh", True),
        (["UBND tỉnh Lâm Đồng", "Sở Y tế"], "Lâm Đồng", "so-y-te-lam-dong", True),
        (["UBND tỉnh Phú Thọ", "Sở Nội vụ"], "Phú Thọ", "so-noi-vu-phu-tho", False),
        (["Sở Nội vụ"], "Huế", "so-noi-vu", False),
        (["UBND thành phố Cần Thơ", "Sở Nội vụ"], "Cần Thơ", "so-noi-vu-can-tho", False),
        (["Ủy ban nhân dân", "Xã Đắk Wil"], "Đắk Wil", "xa-dak-wil", False),
        (["UBND xã Ea Knốp", "Phòng Kinh tế"], "Ea Knốp", "phong-kinh-te-xa-ea-knop", False),
        (["Đảng bộ tỉnh Lâm Đồng", "Đảng ủy xã Di Linh", "Đảng Cộng sản Việt Nam"], "", "dang-uy-xa-di-linh", False),
        (["Sở Giáo dục và Đào tạo Gia Lai", "Trường THPT Nguyễn Huệ"], "", "truong-thpt-nguyen-hue-gia-lai", False),
        (["Liên đoàn Lao động tỉnh Lai Châu"], "Lai Châu", "lien-doan-lao-dong-lai-chau", False),
        ([], "Lâm Đồng", UNKNOWN_ISSUER, False),
    ],
)
def test_body_of_a_head(header: list[str], place: str, wanted: str, known: bool, registry: Registry) -> None:
    """A body is known by its whole name, or its short one with its authority or place; never another province's."""
    found = issuing_body(header, place, registry, dt.date(2026, 2, 5))
    assert (found.id, found.registered) == (wanted, known)


@pytest.mark.parametrize(
    ("title", "wanted", "known"),
    [
        ("Kế hoạch tuyên truyền cải cách hành chính năm 2026", "tuyen-truyen-cchc", True),
        ("Kế hoạch cải cách hành chính nhà nước năm 2026", "cchc", True),
        ("Kế hoạch rà soát, kiểm soát TTHC năm 2026", "kiem-soat", True),
        ("Kế hoạch rà soát, đánh giá thủ tục hành chính năm 2026", "ra-soat-danh-gia-tthc", False),
        ("Kế hoạch chuyển đổi số xã Ea Knốp năm 2026", "chuyen-doi-so", False),
        ("Kế hoạch kiểm tra công vụ, thực hiện cơ chế một cửa năm 2026", "kiem-tra-cong-vu", False),
    ],
)
def test_series_of_a_title(title: str, wanted: str, known: bool, registry: Registry) -> None:
    """The series with most words in a title; without one a name that has neither year nor body in it."""
    found = series_of(title, registry, "xa-ea-knop")
    assert (found.id, found.registered) == (wanted, known)


def test_a_proposed_id_is_no_longer_than_the_schema_allows(registry: Registry) -> None:
    """Also of a head that is no head: long words before and behind a place."""
    own = "Tổ chức thực hiện nhiệm vụ cụ thể của Ủy ban nhân dân và các đơn vị xã Lên Môi Trường Số Lấy Người Dân Làm"
    found = issuing_body([own], "Tân Lập", registry)
    assert not found.registered and 0 < len(found.id) <= 80 and found.id.strip("-") == found.id


def test_place_says_what_registries_lack(registry: Registry) -> None:
    """The report names the place among the plans, and which ids are only proposed."""
    known = {"title": "Kế hoạch cải cách hành chính năm 2026", "issuer": "xa-ea-knop"}
    assert place_in_repository(known, "2026", registry) == "plans/xa-ea-knop/cchc/2026.yaml"
    said = place_in_repository({**known, "issuer": "xa-di-linh"}, "2026", registry)
    assert said.startswith("plans/xa-di-linh/cchc/2026.yaml (cơ quan chưa có trong sổ")
