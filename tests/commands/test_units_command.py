"""``units --suggest``: entries for what the registry lacks, ready to be written into it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from corpus import XA_EA_KNOP

from kehoach.checks.rules import Severity, severity_of
from kehoach.checks.run import check_repository
from kehoach.commands.main import main
from kehoach.drafting.unitstubs import issuer_stub, unit_stub
from kehoach.files.repository import Repository, load
from kehoach.importing.readingshare import understood
from kehoach.meaning.fabric import weave
from kehoach.model.fromdata import registry_from

KNOWN = "        lead: Trung tâm Phục vụ hành chính công."
REGISTRY = "plans/registry/units.yaml"


@pytest.fixture
def kho(five: Path, tmp_path: Path) -> Path:
    """The five plans; in Ea Knốp's one lead is a body that the registry does not know."""
    root = tmp_path / "kho"
    shutil.copytree(five, root)
    path = root / f"plans/{XA_EA_KNOP}.yaml"
    text = path.read_text(encoding="utf-8")
    assert KNOWN in text
    path.write_text(text.replace(KNOWN, "        lead: Trung tâm Chuyển đổi số cộng đồng xã."), encoding="utf-8")
    return root


def test_known_bodies_need_no_entry(five: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All bodies of the five plans are known: nothing is suggested."""
    assert main(["--root", str(five), "units", "--suggest"]) == 0
    assert "đã có trong sổ" in capsys.readouterr().out


def test_entry_says_all_that_is_known(kho: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whole name with the place, kind and level by the name, where it belongs, where it is named."""
    assert main(["--root", str(kho), "units", "--suggest", XA_EA_KNOP]) == 0
    [entry] = yaml.safe_load(capsys.readouterr().out)
    assert entry == {
        "id": "trung-tam-chuyen-doi-so-cong-dong-ea-knop",
        "name": "Trung tâm Chuyển đổi số cộng đồng xã Ea Knốp",
        "kind": "public_service_unit",
        "level": "commune",
        "within": "xa-ea-knop",
        "parent": "xa-ea-knop",
        "names": ["Trung tâm Chuyển đổi số cộng đồng xã"],
        "source": f"{XA_EA_KNOP}#III.3.-2",
        "certainty": "likely",
    }


def test_added_entry_makes_the_body_known(kho: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The registry keeps all that was there and is in canonical form; the duty then has its lead."""
    before = (kho / REGISTRY).read_text(encoding="utf-8")
    assert main(["--root", str(kho), "units", "--suggest", "--add"]) == 0
    assert (kho / REGISTRY).read_text(encoding="utf-8").startswith(before.rstrip())
    assert main(["--root", str(kho), "fmt", "--check", str(kho / REGISTRY)]) == 0
    repository = load(kho)
    fabric = weave(repository)
    leads = {party.unit for duty in fabric.plans[XA_EA_KNOP].duties for party in duty.bodies("lead")}
    assert "trung-tam-chuyen-doi-so-cong-dong-ea-knop" in leads
    errors = [
        p for p in check_repository(repository, fabric) if p.file == REGISTRY and severity_of(p) is Severity.ERROR
    ]
    assert not errors
    assert main(["--root", str(kho), "units", "--suggest"]) == 0
    assert "đã có trong sổ" in capsys.readouterr().out


def test_ministry_belongs_to_no_commune_and_is_no_department(kho: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who is of the whole country is entered so, and a department of the same name is not taken for a slip of it."""
    path = kho / f"plans/{XA_EA_KNOP}.yaml"
    text = path.read_text(encoding="utf-8").replace("Trung tâm Chuyển đổi số cộng đồng xã", "Bộ Xây dựng đô thị")
    path.write_text(text, encoding="utf-8")
    assert main(["--root", str(kho), "units", "--suggest", XA_EA_KNOP]) == 0
    out = capsys.readouterr().out
    [entry] = yaml.safe_load(out)
    assert (entry["id"], entry["kind"], entry["level"]) == ("bo-xay-dung-do-thi", "ministry", "national")
    assert not {"within", "parent"} & entry.keys()
    assert "Gần nhất" not in out


def test_name_without_a_sure_end_is_no_entry(kho: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An entry of half a name would make it known: it is told with the words in print, to be written by hand."""
    path = kho / f"plans/{XA_EA_KNOP}.yaml"
    heading = "heading: Phòng Sổ bộ và theo dõi lưu trữ"
    text = path.read_text(encoding="utf-8").replace("heading: Tuyên truyền trên hệ thống Đài truyền thanh", heading)
    path.write_text(text.replace("Trung tâm Chuyển đổi số cộng đồng xã", "Phòng Văn hóa - Xã hội"), encoding="utf-8")
    assert heading in text
    before = (kho / REGISTRY).read_bytes()
    assert main(["--root", str(kho), "units", "--suggest", XA_EA_KNOP, "--add"]) == 0
    assert "#III.1: “Phòng Sổ bộ và theo dõi lưu trữ”" in capsys.readouterr().err
    assert (kho / REGISTRY).read_bytes() == before


def test_nearest_known_name_is_shown(kho: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A slip of the pen is told as such: whose name is nearest, and what to do if it is the same body."""
    path = kho / f"plans/{XA_EA_KNOP}.yaml"
    text = path.read_text(encoding="utf-8").replace("Chuyển đổi số cộng đồng xã", "Phục vụ hành chánh công")
    path.write_text(text, encoding="utf-8")
    assert main(["--root", str(kho), "units", "--suggest", XA_EA_KNOP]) == 0
    assert "Gần nhất là “Trung tâm Phục vụ hành chính công" in capsys.readouterr().out


def test_a_name_that_is_a_known_bodys_written_out_is_no_second_entry(
    kho: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """ "Hội đồng nhân dân xã" of Ea Knốp, in whatever spelling, is told with whose name it is."""
    units = kho / REGISTRY
    known = "\n  - id: hoi-dong-hoa\n    name: Hội Hoà Bình xã Ea Knốp\n    kind: other\n"
    units.write_text(
        f"{units.read_text(encoding='utf-8').rstrip()}{known}    source: thử\n    certainty: likely\n", encoding="utf-8"
    )
    path = kho / f"plans/{XA_EA_KNOP}.yaml"
    text = path.read_text(encoding="utf-8").replace("Trung tâm Chuyển đổi số cộng đồng xã", "Hội Hòa Bình xã")
    path.write_text(text, encoding="utf-8")
    before = units.read_bytes()
    assert main(["--root", str(kho), "units", "--suggest", XA_EA_KNOP, "--add"]) == 0
    assert "“Hội Hòa Bình xã”, hoi-dong-hoa" in capsys.readouterr().err
    assert units.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "kind", "whole"),
    [
        ("Sở Khoa học và Công nghệ", "department", "Sở Khoa học và Công nghệ"),
        ("Phòng Kinh tế xã", "division", "Phòng Kinh tế xã Ea Knốp"),
        ("Tổ công nghệ số cộng đồng", "steering_committee", "Tổ công nghệ số cộng đồng"),
        ("Hội Nông dân xã", "mass_organisation", "Hội Nông dân xã Ea Knốp"),
        ("Hội đồng nhân dân xã", "people_council", "Hội đồng nhân dân xã Ea Knốp"),
        ("Đài Truyền thanh tỉnh", "press", "Đài Truyền thanh tỉnh"),
        ("các thôn, buôn", "group", "Các thôn, buôn"),
        ("Chủ tịch UBND các xã, phường", "group", "Chủ tịch UBND các xã, phường"),
        ("Hạt kiểm lâm", "other", "Hạt kiểm lâm"),
        ("Bộ Chính trị", "party", "Bộ Chính trị"),
    ],
)
def test_kind_is_told_by_the_name(repository: Repository, name: str, kind: str, whole: str) -> None:
    """Of the name's first words, longest meaning first; a bare level gets the place's name where it is that level."""
    entry = unit_stub(name, "x#1", "xa-ea-knop", repository.registry, ())
    assert (entry["kind"], entry["name"]) == (kind, whole)
    taken = {entry["id"]}
    assert unit_stub(name, "x#1", "xa-ea-knop", repository.registry, taken)["id"] == f"{entry['id']}-2"


@pytest.mark.parametrize(
    ("header", "name", "kind"),
    [
        (("UBND thành phố Cần Thơ", "Sở Y tế"), "Sở Y tế thành phố Cần Thơ", "department"),
        (("Ủy ban nhân dân", "Tỉnh Tuyên Quang"), "Ủy ban nhân dân tỉnh Tuyên Quang", "people_committee"),
        (("UBND xã Đắk Wil",), "UBND xã Đắk Wil", "people_committee"),
        (("Sở Giáo dục và Đào tạo", "Trường THPT số 1"), "Trường THPT số 1", "public_service_unit"),
    ],
)
def test_issuer_is_named_by_the_head_of_its_plan(header: tuple[str, ...], name: str, kind: str) -> None:
    """Of a department the authority above says of which place; what a plan calls itself stays known in its plans."""
    entry = issuer_stub("ma-co-quan", header, "ma-co-quan/a/2026")
    assert entry and (entry["id"], entry["name"], entry["kind"]) == ("ma-co-quan", name, kind)
    assert header[-1] in entry.get("self_names", [entry["name"]]) or header[0] == "Ủy ban nhân dân"
    assert issuer_stub("ma-co-quan", (), "ma-co-quan/a/2026") is None


def test_unknown_issuer_comes_first(kho: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without it nothing of its plan has a place; the entry makes its id known."""
    path = kho / f"plans/{XA_EA_KNOP}.yaml"
    text = path.read_text(encoding="utf-8")
    head = "issuer: xa-moi\nheader:\n  - Ủy ban nhân dân\n  - Xã Mới\n"
    path.write_text(text.replace("issuer: xa-ea-knop\n", head, 1), encoding="utf-8")
    assert main(["--root", str(kho), "units", "--suggest", XA_EA_KNOP]) == 0
    first = yaml.safe_load(capsys.readouterr().out)[0]
    assert (first["id"], first["name"], first["kind"]) == ("xa-moi", "Ủy ban nhân dân xã Mới", "people_committee")


def test_part_of_a_department_belongs_to_it(five: Path) -> None:
    """Another department's "Văn phòng Sở" is another body: the name stands in the plans of this one alone."""
    registry = load(five).registry
    office = unit_stub("Văn phòng Sở", "p#I", "so-xay-dung-dak-lak", registry, set())
    whole = "Văn phòng Sở Xây dựng tỉnh Đắk Lắk"
    assert (office["id"], office["name"]) == ("van-phong-so-xay-dung-dak-lak", whole)
    assert (office["within"], office["parent"], office["names"]) == (*["so-xay-dung-dak-lak"] * 2, ["Văn phòng Sở"])
    room = unit_stub("Phòng Quản lý nhà", "p#I", "so-xay-dung-dak-lak", registry, set())
    assert (room["id"], room["parent"]) == ("phong-quan-ly-nha-so-xay-dung-dak-lak", "so-xay-dung-dak-lak")
    centre = unit_stub("Trung tâm Quy hoạch tỉnh", "p#I", "so-xay-dung-dak-lak", registry, set())
    rooms = unit_stub("các phòng", "p#I", "so-xay-dung-dak-lak", registry, set())
    assert centre["parent"] == rooms["parent"] == "tinh-dak-lak"


@pytest.mark.parametrize("name", ["Đội Sở hữu trí tuệ và sở", "Phòng Cơ sở dữ liệu", "Tổ Trường học, trụ sở"])
def test_a_word_alike_in_small_letters_is_not_the_body_itself(five: Path, name: str) -> None:
    """Only "Văn phòng Sở" means the department; of "… trụ sở" its name makes no other one."""
    entry = unit_stub(name, "p#I", "so-xay-dung-dak-lak", load(five).registry, set())
    assert entry["name"] == name and "names" not in entry


@pytest.mark.parametrize("house", ["so-khoa-hoc-va-cong-nghe-dak-lak", f"so-{'rat-dai-' * 8}dak-lak"])
def test_a_long_name_has_an_id_that_the_schema_takes(house: str) -> None:
    """Of a name and the body it belongs to, an id keeps whole words and has room for a running number."""
    whole = {"name": "Sở Khoa học và Công nghệ", "kind": "department", "level": "province"}
    told = {"source": "thử", "certainty": "certain"}
    registry = registry_from({"units": [{"id": house, **whole, **told}]})
    ids = set(registry.units)
    for _ in range(3):
        name = "Phòng Bưu chính, Viễn thông và Công nghệ thông tin"
        ids.add(unit_stub(name, "thử#1", house, registry, ids)["id"])
    assert len(ids) == 4
    assert all(len(one) <= 80 and re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", one) for one in ids)


TABLE = """    table:
      columns:
        - kind: task
          heading: Nội dung
        - kind: lead
          heading: Chủ trì
        - kind: partners
          heading: Phối hợp
      rows:
        - id: nang-cap-may-chu
          cells:
            - Nâng cấp máy chủ
            - "VNPT Krông Bông\\nViettel Krông Bông"
            - Phòng Quản lý giá và công sản
        - id: bao-duong-may-chu
          cells:
            - Bảo dưỡng máy chủ
            - VNPT Krông Bông
            - Các phòng, nhà thầu
"""


def test_bodies_in_the_cells_of_a_table_are_told_as_the_import_tells_them(
    five: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each once, whole, where it first stands; paragraphs of a cell are bodies of their own; kinds alone are none."""
    root = tmp_path / "kho"
    shutil.copytree(five, root)
    path = root / f"plans/{XA_EA_KNOP}.yaml"
    text = path.read_text(encoding="utf-8")
    begun = "body:\n  - id: muc-dich-yeu-cau\n    heading: Mục đích, yêu cầu\n"
    assert begun in text
    path.write_text(text.replace(begun, begun + TABLE), encoding="utf-8")
    repository = load(root)
    fabric = weave(repository)
    names = ["VNPT Krông Bông", "Viettel Krông Bông", "Phòng Quản lý giá và công sản"]
    told = [p.message for p in check_repository(repository, fabric, [XA_EA_KNOP]) if p.code == "KH402"]
    assert [message.split("”")[0] for message in told] == [f"“{name}" for name in names]
    lines = fabric.plans[XA_EA_KNOP].lines
    data = repository.plan_files[XA_EA_KNOP].value
    listed = [line for line in understood(data, lines, repository.registry, "xa-ea-knop", 2026) if "bảng" in line]
    assert all(line.split("“")[1].rstrip("”") in name for line, name in zip(listed, names, strict=True))
    assert main(["--root", str(root), "units", "--suggest", XA_EA_KNOP]) == 0
    entries = yaml.safe_load(capsys.readouterr().out)
    assert [entry.get("names", [entry["name"]])[0] for entry in entries] == names
    assert {entry["source"] for entry in entries} == {f"{XA_EA_KNOP}#I.T1.R1"}


def test_a_place_or_a_fund_is_told_only_where_it_has_something_to_do(five: Path, tmp_path: Path) -> None:
    """Where one gathers, or what is paid from, is asked of nobody to enter into the registry of bodies."""
    root = tmp_path / "kho"
    shutil.copytree(five, root)
    path = root / f"plans/{XA_EA_KNOP}.yaml"
    begun = "body:\n  - id: muc-dich-yeu-cau\n    heading: Mục đích, yêu cầu\n"
    said = (
        "Sơ tán dân đến Nhà văn hóa buôn Kroa A, chi từ Quỹ Phòng, chống thiên tai; Quỹ Hỗ trợ nông dân xã cho vay vốn."
        " Niêm yết tại Trung tâm Phục vụ hành chính công phường Tân Mẫu."
    )
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(begun, f"{begun}    text: {said}\n"), encoding="utf-8")
    repository = load(root)
    told = [p.message for p in check_repository(repository, weave(repository), [XA_EA_KNOP]) if p.code == "KH402"]
    assert [message.split("”")[0] for message in told] == ["“Quỹ Hỗ trợ nông dân xã"]
