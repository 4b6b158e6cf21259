"""The package for portals: whole, and the same bytes anywhere."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from corpus import PLAN_IDS
from packages import contents, copy_of_repository, run

from kehoach.agenda.agenda import Agenda
from kehoach.exports.calendar import plan_has_calendar
from kehoach.meaning.fabric import Fabric
from kehoach.publishing.archive import sums, write_zip
from kehoach.publishing.verifying import verify


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The package made twice, in circumstances that have nothing in common."""
    base = tmp_path_factory.mktemp("packages")
    one = copy_of_repository(base / "one")
    other = copy_of_repository(base / "Thư mục khác" / "sâu hơn")
    circumstances = [
        (one, 0o022, {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
        (other, 0o077, {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "LANG": "vi_VN.UTF-8"}),
    ]
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda c: run(c[0], "package", umask=c[1], **c[2]), circumstances))
    return [one / "dist", other / "dist"]


def test_packages_are_the_same_byte_for_byte(packages: list[Path]) -> None:
    """Folder, time zone, locale, umask and hash seed leave no trace, in bytes or modes."""
    one, other = map(contents, packages)
    assert one == other
    assert len(one) > 40
    assert {mode & 0o777 for _, mode in one.values()} == {0o644}


def test_every_plan_comes_in_every_form(packages: list[Path], fabric: Fabric) -> None:
    """A folder per plan holds the document in its forms, the line to embed it, their sums; a calendar has events."""
    for plan_id in PLAN_IDS:
        calendar = {".ics"} if plan_has_calendar(Agenda(fabric), plan_id) else set()
        forms = {".html", ".docx", ".pdf", ".json", ".txt", *calendar}
        folder = packages[0] / "ke-hoach" / plan_id
        name = plan_id.replace("/", "-")
        assert {path.name for path in folder.iterdir()} == {"SHA256SUMS", "nhung.txt", *(name + form for form in forms)}
        assert all(path.stat().st_size for path in folder.iterdir())


def test_sums_are_right(packages: list[Path]) -> None:
    """Each list names every file beside or below it with its SHA-256."""
    for listed in packages[0].rglob("SHA256SUMS"):
        found = {path: path.read_bytes() for path in listed.parent.rglob("*") if path.is_file() and path != listed}
        named = {path.relative_to(listed.parent).as_posix(): data for path, data in found.items()}
        assert listed.read_text(encoding="utf-8") == sums(named)


def test_zip_is_whole_and_sorted(packages: list[Path]) -> None:
    """The zipped site is as its own manifest says; entries are sorted, dated alike, plain files."""
    archive = packages[0] / "trang.zip"
    assert verify(archive)[1]
    with zipfile.ZipFile(archive) as bundle:
        entries = bundle.infolist()
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {(entry.date_time, entry.external_attr >> 16) for entry in entries} == {((1980, 1, 1, 0, 0, 0), 0o100644)}


def test_zip_does_not_depend_on_dates_or_modes(tmp_path: Path) -> None:
    """Two folders with the same files give the same zip."""
    archives = []
    for name, mode in (("a", 0o600), ("b", 0o755)):
        folder = tmp_path / name
        folder.mkdir()
        for file in ("z.txt", "ă.txt") if name == "a" else ("ă.txt", "z.txt"):
            (folder / file).write_text("x", encoding="utf-8")
            (folder / file).chmod(mode)
            os.utime(folder / file, (mode, mode))
        write_zip(folder, tmp_path / f"{name}.zip")
        archives.append((tmp_path / f"{name}.zip").read_bytes())
    assert archives[0] == archives[1]


def test_pages_are_not_written_over_others(five: Path, tmp_path: Path) -> None:
    """A folder that holds something is refused and left as it is."""
    (tmp_path / "mine").write_text("x", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "kehoach", "--root", str(five), "pages", "--to", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "hãy chọn một thư mục mới" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
