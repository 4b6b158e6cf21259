"""Provinces and communes: counts, codes, names however they are typed, and what became of the units before 2025."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import unicodedata
from collections import Counter
from pathlib import Path

import provinces as tool
import pytest
from corpus import ROOT

from kehoach.newrepository.provincedata import changes, former_units, places, smallest
from kehoach.newrepository.provinces import (
    TWO_LEVELS,
    communes_of,
    find,
    formers,
    is_new,
    place,
    predecessors,
    provinces,
    successors,
)

SEED = ROOT / "src" / "kehoach" / "newrepository" / "seed"
NOW = dt.date(2026, 11, 29)


def kinds(on: dt.date) -> Counter[str]:
    return Counter(unit.kind for province in provinces(on) for unit in (province, *communes_of(province.code, on)))


def test_counts_of_2025() -> None:
    """On 01/7/2025 there are 28 provinces and 6 cities with 3,321 communes, as Nghị quyết 202/2025/QH15 has it."""
    assert kinds(TWO_LEVELS) == {"tỉnh": 28, "thành phố": 6, "xã": 2621, "phường": 687, "đặc khu": 13}


def test_counts_after_the_changes_of_2026() -> None:
    """Three provinces have become cities and 22 communes wards; no unit is more or less."""
    assert kinds(NOW) == {"tỉnh": 25, "thành phố": 9, "xã": 2599, "phường": 709, "đặc khu": 13}


def test_counts_of_the_units_before() -> None:
    """Of 63 provinces, 696 districts and 10,035 communes, 10,040 are the smallest units of their place."""
    assert Counter(len(code) for code in former_units()) == {2: 63, 3: 696, 5: 10035}
    assert len(smallest()) == 10040


def test_province_as_its_resolution_has_it() -> None:
    """Lâm Đồng: 103 xã, 20 phường, 1 đặc khu, of which four xã were left as they were (1671/NQ-UBTVQH15)."""
    communes = communes_of("68")
    assert place("68").resolution == "1671/NQ-UBTVQH15"
    assert Counter(unit.kind for unit in communes) == {"xã": 103, "phường": 20, "đặc khu": 1}
    kept = {unit.name for unit in communes if not is_new(unit.code)}
    assert kept == {"Quảng Hòa", "Quảng Sơn", "Quảng Trực", "Ninh Gia"}


@pytest.mark.parametrize(
    ("typed", "full"),
    [
        ("Lâm Đồng", ["tỉnh Lâm Đồng"]),
        ("tỉnh Lâm Đồng", ["tỉnh Lâm Đồng"]),
        ("Tỉnh  lâm đồng", ["tỉnh Lâm Đồng"]),
        ("lam dong", ["tỉnh Lâm Đồng"]),
        (unicodedata.normalize("NFD", "Lâm Đồng"), ["tỉnh Lâm Đồng"]),
        ("68", ["tỉnh Lâm Đồng"]),
        ("Đăk Lăk", ["tỉnh Đắk Lắk"]),
        ("daklak", ["tỉnh Đắk Lắk"]),
        ("TP. Hồ Chí Minh", ["thành phố Hồ Chí Minh"]),
        ("TP.HCM", ["thành phố Hồ Chí Minh"]),
        ("Thừa Thiên Huế", ["thành phố Huế"]),
        ("xã Ea Knốp", ["xã Ea Knốp"]),
        ("ea knop", ["xã Ea Knốp"]),
        ("24376", ["xã Ea Knốp"]),
        ("Ea H’leo", ["xã Ea H'Leo"]),
        ("phuong lieet", []),
        ("Phương Liệt", ["phường Phương Liệt"]),
        ("Thanh Hoá", ["tỉnh Thanh Hóa"]),
        ("tỉnh Bình Thuận", []),
        ("huyện Lâm Đồng", []),
        ("", []),
    ],
)
def test_find(typed: str, full: list[str]) -> None:
    """Marks, kind, case, spaces and the place of a tone mark can be as they come; what is not there is not found."""
    assert [unit.full for unit in find(typed, on=NOW)] == full


def test_find_within_a_province() -> None:
    """A name of several communes is told apart by the province; marks tell two communes of one province apart."""
    assert {unit.province for unit in find("xã Tân Thành")} > {"82"}
    assert [unit.code for unit in find("Tân Thành", "82")] == ["29938"]
    assert {unit.name for unit in find("tan thanh", "82")} == {"Tân Thành", "Tân Thạnh"}


def test_ea_knop() -> None:
    """The commune of this repository: 24376 in province 66, made from four."""
    commune = place("24376")
    assert (commune.full, commune.province) == ("xã Ea Knốp", "66")
    assert {unit.full for unit in predecessors("24376")} == {"thị trấn Ea Knốp", "xã Ea Tih", "xã Ea Sô", "xã Ea Sar"}


@pytest.mark.parametrize(
    ("old", "within", "new"),
    [
        # 1660/NQ-UBTVQH15, khoản 50 and 51; 81
        ("xã Ea Bhốk", "", ["xã Dray Bhăng", "xã Ea Ktur"]),
        ("thị trấn La Hai", "", ["xã Đồng Xuân"]),
        ("xã Xuân Quang 2", "huyện Đồng Xuân", ["xã Đồng Xuân"]),
        # 1671/NQ-UBTVQH15, khoản 7 and 99; the special zone
        ("thị trấn Liên Nghĩa", "", ["xã Đức Trọng"]),
        ("Phường 10", "Đà Lạt", ["phường Xuân Hương - Đà Lạt"]),
        ("xã Ngũ Phụng", "Bình Thuận", ["đặc khu Phú Quý"]),
        # 1685/NQ-UBTVQH15, khoản 1
        ("phường Bến Nghé", "quận 1", ["phường Sài Gòn"]),
        # 202/2025/QH15
        ("tỉnh Bình Thuận", "", ["tỉnh Lâm Đồng"]),
        ("tinh dak nong", "", ["tỉnh Lâm Đồng"]),
        ("54", "", ["tỉnh Đắk Lắk"]),
        ("huyện Lý Sơn", "", ["đặc khu Lý Sơn"]),
        ("tỉnh Không Có", "", []),
    ],
)
def test_successors(old: str, within: str, new: list[str]) -> None:
    """As the resolutions have it."""
    assert [unit.full for unit in successors(old, within)] == new


def test_district_went_into_the_communes_of_its_communes() -> None:
    """Huyện Đồng Xuân is not the new xã Đồng Xuân: that is one of four."""
    new = {unit.full for unit in successors("huyện Đồng Xuân")}
    assert new == {"xã Đồng Xuân", "xã Xuân Lãnh", "xã Phú Mỡ", "xã Xuân Phước"}


def test_one_name_of_many() -> None:
    """Units of one name are each given; within a district there is one."""
    assert len(formers("Phường 1")) == 33
    assert [unit.code for unit in formers("Phường 1", "thành phố Đà Lạt")] == ["24784"]


def test_old_units_went_into_units_of_their_new_province() -> None:
    """No code leads nowhere, and no commune changed province in another way than its province did."""
    old = former_units()
    for unit in smallest():
        top = unit
        while top.within:
            top = old[top.within]
        assert unit.into and {place(code).province for code in unit.into} == set(top.into), unit
    assert {code for unit in smallest() for code in unit.into} == {c for c, unit in places().items() if unit.province}


def test_what_lists_say_otherwise_is_doubtful() -> None:
    """Of the old units 53 are doubtful, and so is what they are part of."""
    assert sum(unit.certainty == "doubtful" for unit in smallest()) == 53
    assert {unit.certainty for unit in former_units().values()} == {"doubtful", "likely"}


def test_province_becomes_a_city_on_its_day() -> None:
    """Before its day a unit is what it was; after, its former kind is kept and still finds it."""
    day = dt.date(2026, 4, 30)
    assert place("75", day - dt.timedelta(days=1)).full == "tỉnh Đồng Nai"
    city = place("75", day)
    assert (city.full, city.was) == ("thành phố Đồng Nai", ("tỉnh",))
    assert city.change and city.change.source == "Nghị quyết 30/2026/QH16"
    assert find("tỉnh Đồng Nai", on=day) == (city,)


def test_changes_change_something() -> None:
    """Each change is of a unit that is there, to another kind, after the first day, with source and certainty."""
    for code, known in changes().items():
        for change, before in zip(known, (places()[code].kind, *(change.kind for change in known)), strict=False):
            assert change.kind != before and change.date > TWO_LEVELS
            assert change.source and change.certainty in ("likely", "doubtful")


def test_no_province_has_another_code() -> None:
    with pytest.raises(KeyError):
        communes_of("24376")
    with pytest.raises(KeyError):
        place("54")


def test_data_file_is_in_order() -> None:
    """Composed letters, LF, sorted by code within its block, and small in a package."""
    text = (SEED / "provinces.tsv").read_bytes().decode()
    assert text == unicodedata.normalize("NFC", text) and "\r" not in text
    for block in text.split("\n\n")[1:]:
        codes = [line.split("\t")[0] for line in block.splitlines() if not line.startswith("#")]
        assert codes == sorted(set(codes))
    assert len(text.encode()) < 450_000


def test_notice_goes_with_the_data() -> None:
    """The licence of the data asks for its notice beside each copy."""
    notice = (SEED / "provinces.SOURCE.md").read_text(encoding="utf-8")
    assert "Copyright (c) 2025 Tran Ngoc Minh Hieu" in notice and "MIT License" in notice


def small_package(folder: Path) -> Path:
    """Two provinces become one: a commune is split, another has no commune but a district."""
    with sqlite3.connect(folder / "dataset.db") as data:
        data.execute("CREATE TABLE admin_units (province, provinceCode, provinceKey, ward, wardCode, wardKey)")
        data.executemany(
            "INSERT INTO admin_units VALUES ('Tỉnh Lâm Đồng', '68', 'p', ?, ?, ?)",
            [("Xã Một", "10001", "mot"), ("Phường Hai", "10002", "hai"), ("Đặc khu Ba", "10003", "ba")],
        )
        data.execute(
            "CREATE TABLE admin_units_legacy "
            "(province, provinceCode, provinceKey, district, districtCode, districtKey, ward, wardCode, wardKey)"
        )
        data.executemany(
            "INSERT INTO admin_units_legacy VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                ("Tỉnh Lâm Đồng", "68", "p", "Huyện Cũ", "001", "cu", "Xã Một", "10001", "mot"),
                ("Tỉnh Khác", "60", "q", "Thị Xã Kia", "002", "kia", "Thị Trấn Hai", "10002", "hai"),
                ("Tỉnh Khác", "60", "q", "Huyện Đảo", "003", "dao", None, None, None),
            ],
        )
    default, other = ({"newWardKey": key, "isDefaultNewWard": key == "mot"} for key in ("mot", "hai"))
    converter = {
        "DICT_PROVINCE": {"p": ["p", "q"]},
        "DICT_PROVINCE_WARD_NO_DIVIDED": {"p": {"mot": ["p_cu_mot"], "ba": ["q_dao_"]}},
        "DICT_PROVINCE_WARD_DIVIDED": {"p": {"q_kia_hai": [other, default]}},
    }
    (folder / "converter_2025.json").write_text(json.dumps(converter), encoding="utf-8")
    return folder / "dataset.db"


def test_tool_writes_five_blocks(tmp_path: Path) -> None:
    """Kinds apart from names, sorted, the main successor first."""
    blocks = tool.written(tool.read_lists(small_package(tmp_path))).split("\n\n")[1:]
    assert [block.splitlines()[1:] for block in blocks] == [
        ["68\tT\tLâm Đồng\t1671/NQ-UBTVQH15"],
        ["10001\tX\tMột\t68", "10002\tP\tHai\t68", "10003\tĐK\tBa\t68"],
        ["60\tT\tKhác\t\t68", "68\tT\tLâm Đồng\t\t68"],
        ["001\tH\tCũ\t68", "002\tTX\tKia\t60", "003\tH\tĐảo\t60\t10003"],
        ["10001\tX\tMột\t001\t10001", "10002\tTT\tHai\t002\t10001 10002"],
    ]


def test_tool_compares(tmp_path: Path) -> None:
    """What another list says otherwise is printed; successors that it does not have are marked."""
    lists = tool.read_lists(small_package(tmp_path))
    wards = [{"name": "Xã Một", "code": 10001}, {"name": "Phường Hai", "code": 9}, {"name": "Đặc khu Bốn", "code": 4}]
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "nested-divisions.json").write_text(json.dumps([{"code": 68, "name": "Lâm Đồng", "wards": wards}]))
    said = "\n".join(tool.compare_units(lists, tmp_path))
    assert "another name or kind: 0" in said and "in one list only: 2" in said
    assert "Phường Hai (68): 10002, there 00009" in said
    splits = [
        {"level3_id": "10001", "splits": [{"name": "Xã Một"}]},
        {"level3_id": "10002", "splits": [{"name": "Phường Hai"}]},
    ]
    island = {"level2_id": "003", "splits": [{"name": "Đặc khu Ba"}]}
    (tmp_path / "splits.json").write_text(json.dumps({"data": [{"level2s": [island], "level3s": splits}]}))
    said = "\n".join(tool.compare_succession(lists, tmp_path / "splits.json"))
    assert "3 old units: {'the same': 2, 'fewer': 0, 'more': 1, 'other': 0}" in said
    assert "10002\tTT\tHai\t002\t10001 10002?" in tool.written(lists)
