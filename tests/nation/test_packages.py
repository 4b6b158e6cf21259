"""Data packages from elsewhere: found wherever they lie, refused in Vietnamese where they are not what they say."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from datapackages import SITE, rewrite, write_package

from kehoach.commands.nation import province_code
from kehoach.machine.usererror import UserError
from kehoach.meaning.fabric import Fabric
from kehoach.nation import opening
from kehoach.nation.building import gathered
from kehoach.nation.fetching import NotFetched, fetch
from kehoach.nation.packages import DataPackage, read_package

PLAN = "xa-ea-knop/tuyen-truyen-cchc/2026"


@pytest.fixture
def package(tmp_path: Path, fabric: Fabric) -> Path:
    return write_package(tmp_path / "package", fabric)


def zipped(folder: Path, archive: Path, below: str = "") -> Path:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as bundle:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                bundle.write(path, f"{below}{path.relative_to(folder).as_posix()}")
    return archive


def read(place: Path | str, tmp_path: Path, **fetching: Callable[[str], Iterator[bytes]]) -> DataPackage:
    work = tmp_path / "work"
    work.mkdir()
    return read_package(str(place), work, **fetching)


def forms(package: Path, tmp_path: Path) -> dict[str, Path]:
    """Lay a package out in every form in which it can be given."""
    inner = zipped(package, tmp_path / "trang.zip")
    dist = tmp_path / "dist"
    dist.mkdir()
    inner.rename(dist / "trang.zip")
    return {
        "site": package,
        "data": package / "data",
        "zipped site": zipped(package, tmp_path / "site.zip"),
        "zipped site in a folder": zipped(package, tmp_path / "folder.zip", "site/"),
        "dist": dist,
        "zipped dist": zipped(dist, tmp_path / "dist.zip"),
        "zipped dist in a folder": zipped(dist, tmp_path / "outer.zip", "dist/"),
    }


@pytest.mark.parametrize(
    "form",
    ["site", "data", "zipped site", "zipped site in a folder", "dist", "zipped dist", "zipped dist in a folder"],
)
def test_every_form_is_found(package: Path, tmp_path: Path, form: str) -> None:
    """The folder or zip of a site or of what ``package`` writes: the same plans, tables and address."""
    found = read(forms(package, tmp_path)[form], tmp_path)
    assert found.site == SITE
    assert len(found.plans) == 5
    assert set(found.tables) == {
        "duties", "assignments", "deadlines", "reports", "citations", "targets", "relations",
    }  # fmt: skip


def test_a_published_site_is_asked_for_its_data_alone(package: Path, tmp_path: Path) -> None:
    """By https, below ``data/``."""
    asked = []

    def answer(address: str) -> Iterator[bytes]:
        asked.append(address)
        yield (package / address.removeprefix(SITE)).read_bytes()

    assert len(read(f"{SITE}index.html", tmp_path, fetching=answer).plans) == 5
    assert all(address.startswith(f"{SITE}data/") for address in asked)
    assert len(asked) == 9


@pytest.mark.parametrize("address", ["http://a.example/x.zip", "file:///etc/passwd", "ftp://a.example/"])
def test_only_https_is_asked(address: str, tmp_path: Path) -> None:
    """Before anything is sent."""
    with pytest.raises(NotFetched, match="https://"):
        list(fetch(address))
    with pytest.raises(UserError, match="chỉ nhận địa chỉ https://"):
        read(address, tmp_path)


def test_what_is_longer_than_described_is_not_read_to_its_end(package: Path, tmp_path: Path) -> None:
    """A site that sends without end is cut off at the length that its description told."""
    sent = []

    def endless(address: str) -> Iterator[bytes]:
        if address.endswith("datapackage.json"):
            yield (package / "data" / "datapackage.json").read_bytes()
            return
        while True:
            sent.append(1)
            yield b"x" * 10_000

    with pytest.raises(UserError, match="dài hơn"):
        read(SITE, tmp_path, fetching=endless)
    assert len(sent) < 100


def replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(package: Path) -> None:
        text = (package / "data" / name).read_text(encoding="utf-8")
        assert old in text
        rewrite(package, {name: text.replace(old, new).encode()})

    return change


def described(key: str, value: object) -> Callable[[Path], None]:
    def change(package: Path) -> None:
        path = package / "data" / "datapackage.json"
        path.write_text(json.dumps({**json.loads(path.read_bytes()), key: value}), encoding="utf-8")

    return change


def written(name: str, data: bytes) -> Callable[[Path], None]:
    def change(package: Path) -> None:
        (package / "data" / name).write_bytes(data)

    return change


def linked(package: Path) -> None:
    path = package / "data" / "duties.csv"
    path.rename(package / "other")
    path.symlink_to(package / "other")


BROKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "no description": (lambda package: (package / "data" / "datapackage.json").unlink(), "không thấy data/datapackage"),
    "no JSON": (written("datapackage.json", b"{"), "không phải JSON"),
    "deep JSON": (written("datapackage.json", b"[" * 100_000), "không phải JSON"),
    "not UTF-8": (written("datapackage.json", b"\xff\xfe{}\x80"), "không phải JSON"),
    "no object": (written("datapackage.json", b"[]"), "không có dạng phải có"),
    "no address": (described("homepage", ""), "SITE_URL"),
    "address that is a script": (described("homepage", "javascript:alert(1)"), "http:// hoặc https://"),
    "address with a quote": (described("homepage", 'https://a.example/"onclick="'), "không có chữ lạ"),
    "no tables": (described("resources", []), "không kể plans.json"),
    "table of another length": (written("duties.csv", b"x"), "khác với mô tả"),
    "table that is a link": (linked, "không phải tệp thường"),
    "table missing": (lambda package: (package / "data" / "plans.json").unlink(), "thiếu data/plans.json"),
    "plan that leads up": (replaced("plans.json", f'"id":"{PLAN}"', '"id":"../../x/2026"'), "mã kế hoạch không hợp lệ"),
    "plan twice": (
        replaced("plans.json", '"id":"tinh-dak-lak/tuyen-truyen-cchc/2021"', f'"id":"{PLAN}"'),
        "kể hai lần",
    ),
    "year that is none": (replaced("plans.json", '"year":2026', '"year":"2026"'), "năm không hợp lệ"),
    "list without provinces": (replaced("plans.json", '"province":', '"tinh":'), "bản cũ"),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_package_is_named(package: Path, tmp_path: Path, fault: str) -> None:
    """With what is wrong with it."""
    harm, words = BROKEN[fault]
    harm(package)
    with pytest.raises(UserError) as refusal:
        read(package, tmp_path)
    assert words in str(refusal.value)
    assert str(package) in str(refusal.value)


def test_a_file_that_stands_twice_in_a_zip_is_refused(package: Path, tmp_path: Path) -> None:
    """Who checks one of them reads the other."""
    archive = zipped(package, tmp_path / "twice.zip")
    with zipfile.ZipFile(archive, "a") as bundle, pytest.warns(UserWarning, match="Duplicate"):
        bundle.writestr("data/duties.csv", "x")
    with pytest.raises(UserError, match="hai lần trong zip"):
        read(archive, tmp_path)


def test_a_zip_that_is_none_or_unpacks_without_end_is_refused(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told before anything is unpacked, and of what is unpacked never more than was described."""
    for data in (b"", b"PK\x03\x04", b"x" * 1000):
        (tmp_path / "x.zip").write_bytes(data)
        with pytest.raises(UserError, match="không phải tệp zip"):
            read_package(str(tmp_path / "x.zip"), tmp_path)
    monkeypatch.setattr("kehoach.machine.ziplimits._SMALL", 1000)
    monkeypatch.setattr("kehoach.machine.ziplimits._MAX_RATIO", 1)
    with pytest.raises(UserError, match="bung ra quá lớn"):
        read(zipped(package, tmp_path / "bomb.zip"), tmp_path)


def test_a_zip_within_a_zip_within_a_zip_is_refused(package: Path, tmp_path: Path) -> None:
    """One is what ``package`` writes; more is somebody's joke."""
    for number in range(3):
        folder = tmp_path / str(number)
        folder.mkdir()
        zipped(tmp_path / str(number - 1) if number else package, folder / opening.SITE)
    with pytest.raises(UserError, match="trong zip không có"):
        read(tmp_path / "2", tmp_path)


ROWS: dict[str, tuple[Callable[[Path], None], str]] = {
    "column missing": (replaced("deadlines.csv", "last_day", "ngay"), "thiếu cột last_day"),
    "no columns": (lambda package: rewrite(package, {"duties.csv": b""}), "không có dòng tên cột"),
    "row too short": (
        lambda package: rewrite(package, {"reports.csv": (package / "data" / "reports.csv").read_bytes() + b"a,b\n"}),
        "không đọc được thành bảng",
    ),
    "not UTF-8": (
        lambda package: rewrite(package, {"reports.csv": (package / "data" / "reports.csv").read_bytes() + b"\xff\n"}),
        "không đọc được thành bảng",
    ),
    "day that is none": (replaced("deadlines.csv", "2026-03-10", "2026-02-31"), "không đọc được thành bảng"),
    "plan that is not listed": (replaced("deadlines.csv", f",{PLAN},", ",xa-khac/x/2026,"), "không có trong danh sách"),
    "address elsewhere": (
        replaced("duties.csv", f"ke-hoach/{PLAN}/index.html#", "https://xau.example/#"),
        "không thuộc trang",
    ),
    "body that leads up": (
        replaced("assignments.csv", ",cac-co-quan-don-vi-ea-knop,", ",../../x,"),
        "mã cơ quan không hợp lệ",
    ),
}


@pytest.mark.parametrize("fault", ROWS)
def test_rows_that_are_not_what_they_must_be_are_refused(package: Path, tmp_path: Path, fault: str) -> None:
    """Before anything is made of them."""
    pytest.importorskip("duckdb", reason="the extra `nation` is not installed: not run")
    harm, words = ROWS[fault]
    harm(package)
    (tmp_path / "work").mkdir()
    with pytest.raises(UserError, match=words), gathered([str(package)], tmp_path / "work", province_code):
        pass


def test_the_database_reads_and_writes_nothing_else(package: Path, tmp_path: Path) -> None:
    """Neither files beside its folder nor addresses, and a statement cannot change that."""
    duckdb = pytest.importorskip("duckdb", reason="the extra `nation` is not installed: not run")
    (tmp_path / "work").mkdir()
    (tmp_path / "secret.csv").write_text("a\n1\n")
    with gathered([str(package)], tmp_path / "work", province_code) as connection:
        for statement in (
            f"SELECT * FROM read_csv('{tmp_path}/secret.csv')",
            f"COPY (SELECT 1) TO '{tmp_path}/out.csv'",
            "SELECT * FROM read_csv('https://a.example/x.csv')",
            "INSTALL httpfs",
            "SET enable_external_access = true",
            "SET memory_limit = '9GB'",
        ):
            with pytest.raises((duckdb.PermissionException, duckdb.InvalidInputException)):
                connection.execute(statement)
    assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize(
    ("name", "code"),
    [("tỉnh Đắk Lắk", "66"), ("tỉnh Phú Yên", "66"), ("thành phố Hà Nội", "01"), ("Atlantis", ""), ("", "")],
)
def test_provinces_are_those_of_today(name: str, code: str) -> None:
    """One that was merged is where it went; what no list knows is nowhere."""
    assert province_code(name) == code
