"""The registry of bodies of any province and commune: sound, sourced, named as plans of before and after name it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

import jsonschema_rs
import pytest
import yaml
from corpus import FIVE, ROOT, TINH_2025

from kehoach.meaning.fabric import Fabric
from kehoach.meaning.linking import Context, Linker
from kehoach.model.fromdata import registry_from
from kehoach.newrepository.departments import bodies_of_the_state
from kehoach.newrepository.localunits import UnknownPlace, commune_registry, province_registry
from kehoach.newrepository.provinces import place, provinces
from kehoach.newrepository.registries import national

NOW = dt.date(2026, 11, 29)
SCHEMA = jsonschema_rs.Draft202012Validator(
    json.loads((ROOT / "schema" / "units.v1.schema.json").read_text(encoding="utf-8")), validate_formats=True
)
PROVINCES = [unit.code for unit in provinces()]


def by_id(registry: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    entries = {entry["id"]: entry for entry in registry["units"]}
    assert len(entries) == len(registry["units"])
    return entries


def named(entry: Mapping[str, Any]) -> set[str]:
    """Give every id that an entry refers to."""
    members = entry.get("members", {})
    after = (unit for part in entry.get("successions", []) for unit in part.get("into", []))
    around = (entry.get("within"), entry.get("parent"), members.get("within"))
    return {unit for unit in (*around, *members.get("units", []), *after) if unit}


def clashes(entries: Mapping[str, Mapping[str, Any]]) -> list[str]:
    """Give names that two bodies of one time have in one scope."""
    meanings: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    found = []
    for entry in entries.values():
        scoped = [(entry["id"], name) for name in entry.get("self_names", [])]
        scoped += [(entry.get("within", ""), name) for name in entry.get("names", [])]
        scoped += [("", name) for name in (entry["name"], *entry.get("full_names", []))]
        lives = entry.get("lifetime", {})
        for key in dict.fromkeys((scope, name.casefold()) for scope, name in scoped):
            for other in meanings.setdefault(key, []):
                end, start = other.get("lifetime", {}).get("to", "9999"), lives.get("from", "0000")
                if end >= start and lives.get("to", "9999") >= other.get("lifetime", {}).get("from", "0000"):
                    found.append(f"{key}: {other['id']}, {entry['id']}")
            meanings[key].append(entry)
    return found


@pytest.mark.parametrize("districts", [False, True], ids=["without districts", "with districts"])
@pytest.mark.parametrize("code", PROVINCES)
def test_registry_of_every_province_is_sound(code: str, districts: bool) -> None:
    """It keeps the schema, names no body that it has not, and no name is that of two bodies at a time."""
    registry = province_registry(code, NOW, districts)
    assert [error.message for error in SCHEMA.iter_errors(registry)] == []
    entries = by_id(registry)
    assert set().union(*map(named, entries.values())) <= set(entries)
    assert clashes(entries) == []


@pytest.mark.parametrize("code", PROVINCES)
def test_nothing_is_certain_and_nothing_left_open(code: str) -> None:
    """No document of a province was read, so nothing is certain; no place for a name is left."""
    text = json.dumps(province_registry(code, NOW), ensure_ascii=False)
    assert '"certain"' not in text and "$" not in text


def test_lam_dong() -> None:
    """Departments before and after, communes with codes, the provinces merged into it."""
    entries = by_id(province_registry("lam dong", NOW))
    assert entries["tinh-lam-dong"]["codes"]["statistics"] == "68"
    assert (
        sum("statistics" in entry.get("codes", {}) and entry["level"] == "commune" for entry in entries.values()) == 124
    )
    assert entries["so-noi-vu-lam-dong"]["names"] == ["Sở Nội vụ"]
    old = entries["so-thong-tin-va-truyen-thong-lam-dong"]
    assert old["lifetime"]["to"] == "2025-02-28"
    assert old["successions"][0]["into"] == [
        "so-khoa-hoc-va-cong-nghe-lam-dong",
        "so-van-hoa-the-thao-va-du-lich-lam-dong",
    ]
    assert entries["tinh-binh-thuan"]["successions"][0]["into"] == ["tinh-lam-dong"]
    assert "lifetime" not in entries["xa-ninh-gia"] and entries["xa-duc-trong"]["lifetime"]["from"] == "2025-07-01"


def test_groups_before_and_after() -> None:
    """Districts end on 30/6/2025; xã, phường, thị trấn become xã, phường, and đặc khu where the province has one."""
    entries = by_id(province_registry("Lâm Đồng", NOW))
    assert entries["ubnd-cac-huyen-lam-dong"]["lifetime"]["to"] == "2025-06-30"
    assert "UBND các huyện, thị xã, thành phố" in entries["ubnd-cac-huyen-lam-dong"]["names"]
    before = entries["ubnd-cac-xa-thi-tran-lam-dong"]
    assert before["names"][0] == "UBND các xã, phường, thị trấn"
    assert [part["into"] for part in before["successions"]] == [["ubnd-cac-xa-lam-dong"]]
    assert entries["ubnd-cac-xa-lam-dong"]["names"][0] == "UBND các xã, phường, đặc khu"
    cao_bang = by_id(province_registry("Cao Bằng", NOW))["ubnd-cac-xa-cao-bang"]
    assert cao_bang["names"][0] == "UBND các xã, phường" and "đặc khu" not in json.dumps(cao_bang, ensure_ascii=False)


def test_province_that_became_a_city() -> None:
    """Named by its kind of the day; the names of before count too once it is a city."""
    before = by_id(province_registry("Đồng Nai", dt.date(2026, 1, 1)))
    assert before["tinh-dong-nai"]["self_names"] == ["UBND tỉnh", "Ủy ban nhân dân tỉnh"]
    after = by_id(province_registry("tỉnh Đồng Nai", NOW))
    assert {"UBND thành phố", "UBND tỉnh"} <= set(after["thanh-pho-dong-nai"]["self_names"])
    assert {"Thành đoàn", "Tỉnh đoàn"} <= set(after["thanh-doan-dong-nai"]["names"])
    assert "Tỉnh đoàn Đồng Nai" in after["thanh-doan-dong-nai"]["full_names"]
    assert "30/4/2026" in after["thanh-pho-dong-nai"]["note"]


def test_district_and_province_of_one_name() -> None:
    """Thành phố Bắc Ninh was a district and is a city of the first level: two ids, two names."""
    entries = by_id(province_registry("Bắc Ninh", NOW, districts=True))
    assert entries["thanh-pho-bac-ninh"]["level"] == "province"
    assert entries["thanh-pho-bac-ninh-256"]["full_names"] == ["UBND thành phố Bắc Ninh, tỉnh Bắc Ninh"]


def test_communes_that_differ_in_marks() -> None:
    """Ids without marks would be one, so both have their codes."""
    ids = {entry["id"] for entry in province_registry("79", NOW)["units"]}
    assert {"xa-thanh-an-25807", "xa-thanh-an-27676"} <= ids and "xa-thanh-an" not in ids


@pytest.mark.parametrize(
    ("name", "province", "has", "has_not"),
    [
        ("xã Ea Knốp", "", "phong-kinh-te-xa-ea-knop", "phong-kinh-te-ha-tang-va-do-thi-xa-ea-knop"),
        ("phường Tuy Hòa", "", "phong-kinh-te-ha-tang-va-do-thi-phuong-tuy-hoa", "phong-kinh-te-phuong-tuy-hoa"),
        ("đặc khu Lý Sơn", "", "phong-kinh-te-dac-khu-ly-son", "phong-kinh-te-ha-tang-va-do-thi-dac-khu-ly-son"),
        ("Phú Quốc", "", "phong-kinh-te-ha-tang-va-do-thi-dac-khu-phu-quoc", "phong-kinh-te-dac-khu-phu-quoc"),
        ("Hòa Bình", "Phú Thọ", "van-phong-hdnd-va-ubnd-phuong-hoa-binh", "xa-hoa-binh"),
    ],
)
def test_registry_of_a_commune(name: str, province: str, has: str, has_not: str) -> None:
    """Its own offices by its kind, its province's bodies, and no other commune; sound as a province's."""
    registry = commune_registry(name, NOW, province)
    assert [error.message for error in SCHEMA.iter_errors(registry)] == []
    entries = by_id(registry)
    assert has in entries and has_not not in entries
    assert set().union(*map(named, entries.values())) <= set(entries) and clashes(entries) == []
    committees = [e for e in entries.values() if e["kind"] == "people_committee" and e.get("level") == "commune"]
    assert len(committees) == 1 and committees[0]["within"] in entries


@pytest.mark.parametrize(
    ("name", "near"),
    [("Bình Thuận", ["68"]), ("Không Có", []), ("xã Ea Knốp", [])],
)
def test_province_that_is_none(name: str, near: list[str]) -> None:
    """A former province leads to its successor; another name to nothing."""
    with pytest.raises(UnknownPlace) as caught:
        province_registry(name, NOW)
    assert [unit.code for unit in caught.value.near] == near


def test_commune_of_several_provinces() -> None:
    """Which is meant is asked for, not guessed; an old commune leads to the new."""
    with pytest.raises(UnknownPlace) as caught:
        commune_registry("Hòa Bình", NOW)
    assert {unit.province for unit in caught.value.near} >= {"25", "31", "79"}
    with pytest.raises(UnknownPlace) as caught:
        commune_registry("xã Ea Tih", NOW)
    assert caught.value.near == (place("24376", NOW),)


def test_plan_with_another_provinces_name(fabric: Fabric) -> None:
    """Of the bodies that Đắk Lắk's plan of 2025 names, Lâm Đồng's registry knows nine in ten in the same words."""
    held = {
        kind: yaml.safe_load((FIVE / "plans" / "registry" / f"{kind}.yaml").read_text(encoding="utf-8"))[kind]
        for kind in ("units", "documents", "indicators", "series", "terms")
    }
    units = [*national(held)["units"], *province_registry("Lâm Đồng", NOW)["units"]]
    linker = Linker(registry_from({"units": units}))
    plan = fabric.plans[TINH_2025]
    context = Context(("tinh-lam-dong",), *plan.plan.window)
    known = []
    for line, mentions in zip(plan.lines, plan.mentions, strict=True):
        read = linker.mentions(line.words.replace("Đắk Lắk", "Lâm Đồng"), context)
        here = {mention.text for mention in read if mention.kind == "unit"}
        wanted = (m.text.replace("Đắk Lắk", "Lâm Đồng") for m in mentions if m.kind == "unit")
        known += [any(text in longer for longer in here) for text in wanted]
    assert len(known) > 100 and sum(known) >= 0.9 * len(known)


def test_bodies_of_the_state_are_sound() -> None:
    """Each has a source and is but likely; with those that the first repository holds, what one names is there."""
    text = (FIVE / "plans" / "registry" / "units.yaml").read_text(encoding="utf-8")
    held = national(
        {"units": yaml.safe_load(text)["units"], "documents": [], "indicators": [], "series": [], "terms": []}
    )
    units = {"schema_version": 1, "units": [*held["units"], *bodies_of_the_state()]}
    SCHEMA.validate(units)
    entries = by_id(units)
    assert {unit for entry in entries.values() for unit in named(entry)} <= set(entries)
    assert {entry["certainty"] for entry in bodies_of_the_state()} == {"likely"}
    living = [e for e in entries.values() if e["kind"] == "ministry" and "to" not in e.get("lifetime", {})]
    assert len(living) == 17


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("Ủy ban nhân dân các xã, phường", "ubnd-cac-xa-dong-thap"),
        ("UBND phường, xã", "ubnd-cac-xa-dong-thap"),
        ("Uỷ ban nhân dân cấp xã", "ubnd-cac-xa-dong-thap"),
        ("Sở KH&CN", "so-khoa-hoc-va-cong-nghe-dong-thap"),
        ("Sở VHTTDL", "so-van-hoa-the-thao-va-du-lich-dong-thap"),
        ("Bộ Nông nghiệp và Môi trường", "bo-nong-nghiep-va-moi-truong"),
        ("Bộ NN&MT", "bo-nong-nghiep-va-moi-truong"),
        ("Liên minh Hợp tác xã Tỉnh", "lien-minh-hop-tac-xa-dong-thap"),
        ("Chi nhánh NHCSXH tỉnh", "chi-nhanh-ngan-hang-chinh-sach-xa-hoi-tinh-dong-thap"),
        ("Ngân hàng Nhà nước", "ngan-hang-nha-nuoc-viet-nam"),
    ],
)
def test_bodies_in_other_spellings(words: str, unit: str) -> None:
    """What is shortened or written out, in another order of places or in other letter case, is the same body."""
    units = [*bodies_of_the_state(), *province_registry("Đồng Tháp", NOW)["units"]]
    linker = Linker(registry_from({"units": units}))
    mentions = linker.mentions(f"Giao {words} báo cáo.", Context(("tinh-dong-thap",), NOW, NOW))
    assert [(mention.text, mention.target) for mention in mentions] == [(words, unit)]
