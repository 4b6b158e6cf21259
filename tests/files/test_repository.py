"""Reading a repository from disk: what is found where, and what is refused."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
from assembling import assemble
from corpus import PLAN_IDS, XA_EA_KNOP
from expectations import SCHEMA_TESTS, VALID, checked, finding, repository_at

from kehoach.checks.rules import Severity, severity_of
from kehoach.files import repository as reading
from kehoach.files.repository import Repository, load
from kehoach.meaning.fabric import weave

MINIMAL = SCHEMA_TESTS / "valid" / "minimal.yaml"


def test_a_repository_holds_all_its_plans(repository: Repository) -> None:
    """Every plan file under plans/ loads, with its file's lines and its source's hash."""
    assert sorted(repository.plans) == sorted(PLAN_IDS)
    for plan_id, plan in repository.plans.items():
        assert repository.plan_files[plan_id].line(("title",)) > 1
        assert plan.source and repository.sources[plan_id].sha256 == plan.source.sha256


def test_reading_twice_gives_the_same(five: Path, repository: Repository) -> None:
    """Order and content do not depend on the file system."""
    again = load(five)
    assert list(again.plans.items()) == list(repository.plans.items())
    assert again.registry.units == repository.registry.units


@pytest.mark.parametrize(
    "place",
    [
        "2025.yaml",
        "xa-mau/2025.yaml",
        "xa-mau/tuyen-truyen/them/2025.yaml",
        "xa-mau/tuyen-truyen/2025.yml",
        "xa-mau/tuyen-truyen/hai-nghin.yaml",
        "xa-mau/tuyen-truyen/2025-0.yaml",
        "xa-mau/Tuyen-Truyen/2025.yaml",
        "xã-mẫu/tuyen-truyen/2025.yaml",
        "xa_mau/tuyen-truyen/2025.yaml",
        "con/tuyen-truyen/2025.yaml",
        "xa-mau/nul/2025.yaml",
        "xa-mau/tuyen-truyen/ghi-chu.txt",
        "2025.source.txt",
    ],
)
def test_misplaced_file_is_reported(tmp_path: Path, place: str) -> None:
    """A file of another name, kind or depth is KH113 and is not read."""
    repository_at(tmp_path)
    path = tmp_path / "plans" / place
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(MINIMAL, path)
    repository = load(tmp_path)
    assert [(p.code, p.file, p.line) for p in repository.problems] == [("KH113", f"plans/{place}", 1)]
    assert repository.plans == {}


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("xa-mau/tuyen-truyen/2026.yml", "2026.yaml."),
        ("xa-mau/tuyen-truyen/2026 (1).yaml", "2026.yaml; kế hoạch thứ hai trong năm thì thêm -2"),
        ("xa-mau/tuyen-truyen/ke-hoach.yaml", "phải là năm"),
        ("Xã mẫu/tuyen-truyen/2026.yaml", "thư mục phải là mã"),
        ("2026.yaml", "trong thư mục của cơ quan"),
        ("xa-mau/tuyen-truyen/2026.docx", "hop-thu/"),
        ("xa-mau/tuyen-truyen/2026.YAML", "2026.yaml."),
        ("xa-mau/tuyen-truyen/2026.yaml.txt", "2026.yaml;"),
        ("xa-mau/tuyen-truyen/2026-progress.yaml", "2026.progress.yaml."),
        ("xa-mau/tuyen-truyen/Thumbs.db", "xóa tệp này"),
        ("xa-mau/tuyen-truyen/~$2026.docx", "xóa tệp này"),
    ],
)
def test_misplaced_file_is_told_its_name(tmp_path: Path, place: str, said: str) -> None:
    """The message gives the name or folder as it should be."""
    repository_at(tmp_path)
    path = tmp_path / "plans" / place
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(MINIMAL, path)
    [problem] = load(tmp_path).problems
    assert problem.code == "KH113" and said in problem.message


def test_second_edition_of_a_year_has_its_place(tmp_path: Path) -> None:
    """A running number follows the year, and editions are ordered by it as a number."""
    folder = repository_at(tmp_path)
    for edition in ("2025", "2025-2", "2025-10", "2024"):
        shutil.copy(MINIMAL, folder / f"{edition}.yaml")
    (line,) = weave(load(tmp_path)).editions.values()
    assert [plan_id.rpartition("/")[2] for plan_id in line] == ["2024", "2025", "2025-2", "2025-10"]


def test_linked_plan_is_refused(tmp_path: Path) -> None:
    """A symbolic link, to a file or of a folder, is KH101: nothing outside the repository is read."""
    folder = repository_at(tmp_path)
    (folder / "2025.yaml").symlink_to(MINIMAL)
    assert [(p.code, p.file) for p in load(tmp_path).problems] == [("KH101", "plans/xa-mau/tuyen-truyen/2025.yaml")]
    (folder / "2025.yaml").unlink()
    (folder.parent / "khac").symlink_to(SCHEMA_TESTS / "valid")
    assert {p.code for p in load(tmp_path).problems} <= {"KH101", "KH113"} != set()
    assert load(tmp_path).plans == {}


def test_linked_source_is_not_read(tmp_path: Path) -> None:
    """A source that is a link counts as missing."""
    folder = repository_at(tmp_path)
    shutil.copy(SCHEMA_TESTS / "valid" / "full.yaml", folder / "2025.yaml")
    (folder / "full.source.txt").symlink_to(SCHEMA_TESTS / "sources" / "full.source.txt")
    assert [p.code for p in checked(tmp_path) if p.code.startswith("KH303")] == ["KH303"]


def test_missing_registry_is_one_problem(tmp_path: Path) -> None:
    """Without the registry of units that is said once; nothing is held against plans or other registries."""
    folder = repository_at(tmp_path)
    for path in VALID:
        shutil.copy(path, folder / f"20{VALID.index(path) + 20}.yaml")
    for path in (SCHEMA_TESTS / "sources").iterdir():
        shutil.copy(path, folder)
    (tmp_path / "plans" / "registry" / "units.yaml").unlink()
    found = [p for p in checked(tmp_path) if p.code not in ("KH313", "KH314", "KH317", "KH307", "KH333")]
    assert [finding(p) for p in found] == [("KH101", 1, "")]


def test_slip_in_a_published_plan_is_one_problem(tmp_path: Path) -> None:
    """A plan that cannot be read is not reported as lost, provision by provision."""
    assemble(tmp_path)
    path = tmp_path / "plans" / f"{XA_EA_KNOP}.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "title: Kế hoạch khác\n", encoding="utf-8")
    found = [p for p in checked(tmp_path) if severity_of(p) is Severity.ERROR]
    assert [(p.code, p.file) for p in found] == [("KH109", f"plans/{XA_EA_KNOP}.yaml")]


def test_continued_provision_is_looked_up_in_the_edition_before(tmp_path: Path) -> None:
    """``continues`` names an item of the edition before, or of any plan by its id."""
    folder = repository_at(tmp_path)
    minimal = MINIMAL.read_text(encoding="utf-8")
    (folder / "2024.yaml").write_text(minimal.replace("năm 2025", "năm 2024"), encoding="utf-8")
    continued = minimal.replace("id: muc-dich", "id: muc-tieu") + "    continues:\n      - muc-dich\n"
    (folder / "2025.yaml").write_text(continued, encoding="utf-8")
    assert checked(tmp_path) == []
    (folder / "2025.yaml").write_text(continued.replace("- muc-dich", "- xa-mau/tuyen-truyen/2024#muc-dich"))
    assert checked(tmp_path) == []


def test_binary_source_is_only_hashed(tmp_path: Path) -> None:
    """A DOCX or PDF source is compared by its hash, not word for word."""
    folder = repository_at(tmp_path)
    data = b"%PDF-1.7\n\xff\xfe"
    (folder / "2025.source.pdf").write_bytes(data)
    source = f"source:\n  file: 2025.source.pdf\n  medium: text\n  sha256: {hashlib.sha256(data).hexdigest()!r}\n"
    (folder / "2025.yaml").write_text(MINIMAL.read_text(encoding="utf-8") + source, encoding="utf-8")
    assert checked(tmp_path) == []


def test_folder_without_schemas_is_no_repository(tmp_path: Path) -> None:
    """A wrong root is a broken set-up, not a problem of a file."""
    with pytest.raises(FileNotFoundError):
        load(tmp_path)


def test_relative_root_reads_the_same(five: Path, repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """The working directory decides nothing but where a relative root begins."""
    monkeypatch.chdir(five)
    assert load(Path()).plans == repository.plans
    monkeypatch.chdir(five / "plans")
    assert load(Path("..")).plans == repository.plans


def test_progress_without_its_plan_is_reported(tmp_path: Path) -> None:
    """A file of results stands beside the plan that it is about."""
    (repository_at(tmp_path) / "2030.progress.yaml").write_text("schema_version: 1\n", encoding="utf-8")
    name = "plans/xa-mau/tuyen-truyen/2030.progress.yaml"
    assert [(p.code, p.file) for p in load(tmp_path).problems] == [("KH601", name)]


@pytest.mark.parametrize(("plans", "refused"), [(500, True), (1, False)])
def test_what_grows_with_the_plans_may_be_longer_where_there_are_more(
    tmp_path: Path, plans: int, refused: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten thousand plans have registries and published ids longer than any plan may be."""
    assemble(tmp_path)
    monkeypatch.setattr(reading, "PLANS_A_SCALE", plans)
    listed, units = tmp_path / "plans" / "permanent-ids.txt", tmp_path / "plans" / "registry" / "units.yaml"
    listed.write_text(listed.read_text(encoding="utf-8") + "# dài\n" * 400_000, encoding="utf-8")
    units.write_text(units.read_text(encoding="utf-8") + "# dài\n" * 400_000, encoding="utf-8")
    found = {(problem.code, problem.file) for problem in load(tmp_path).problems}
    too_long = {("KH106", "plans/permanent-ids.txt"), ("KH106", "plans/registry/units.yaml")}
    assert found == (too_long if refused else set())
