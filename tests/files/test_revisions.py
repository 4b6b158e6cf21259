"""Reading plans as they were at a git revision."""

from __future__ import annotations

import datetime as dt
from pathlib import Path, PurePosixPath

import pytest
from checkouts import change, checkout, commit, git
from corpus import PLAN_IDS, TINH_2025, XA_EA_KNOP

from kehoach.files.memory import Memory
from kehoach.files.repository import load
from kehoach.files.revisions import (
    RevisionError,
    _files,
    _is_inside,
    changed_files,
    histories,
    is_shallow,
    repository_at,
    resolve,
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return checkout(tmp_path / "kho")


def test_a_revision_is_read_whole(root: Path) -> None:
    """Plans and registries come from the revision, not from the working tree."""
    change(root, TINH_2025, "15 chỉ tiêu", "18 chỉ tiêu")
    old, now = repository_at(root, "HEAD"), load(root)
    assert list(old.plans) == PLAN_IDS
    assert old.registry.units == now.registry.units and old.registry.documents == now.registry.documents
    assert old.plans[TINH_2025] != now.plans[TINH_2025]
    assert old.plans[XA_EA_KNOP] == now.plans[XA_EA_KNOP]


def test_files_read_before_are_not_read_again(root: Path) -> None:
    """With a memory, a file with the same bytes is the same object; a changed one is not."""
    change(root, TINH_2025, "15 chỉ tiêu", "18 chỉ tiêu")
    memory = Memory()
    now = load(root, memory)
    old = repository_at(root, "HEAD", memory)
    assert old.plan_files[XA_EA_KNOP] is now.plan_files[XA_EA_KNOP]
    assert old.plan_files[TINH_2025] is not now.plan_files[TINH_2025]


@pytest.mark.parametrize("name", ["khong-co", "--output=x", "-h", "", "HEAD:plans", "HEAD^{tree}", "a..b", "\n"])
def test_unknown_or_odd_names_are_refused(root: Path, name: str) -> None:
    """A name that stands for no commit, or looks like an option, is refused in Vietnamese and runs nothing."""
    with pytest.raises(RevisionError, match="phiên bản git"):
        resolve(root, name)
    assert not (root / "x").exists()


def test_options_are_refused_before_git_sees_them(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What begins with a dash never reaches git's command line."""
    seen: list[str] = []
    monkeypatch.setattr("kehoach.machine.git.output", lambda _, *arguments: seen.extend(arguments))
    with pytest.raises(RevisionError):
        resolve(root, "--upload-pack=touch x")
    assert seen == []


def test_schemas_can_come_from_another_revision(root: Path) -> None:
    """Who changes a plan must not decide by what it is checked."""
    schema = root / "schema" / "plan.v1.schema.json"
    schema.write_text(schema.read_text(encoding="utf-8").replace('"title"', '"tieu_de"'), encoding="utf-8")
    commit(root, "schema")
    assert not repository_at(root, "HEAD").plans
    assert list(repository_at(root, "HEAD", schemas_at="HEAD^").plans) == PLAN_IDS


def test_changed_files_are_named(root: Path) -> None:
    """Between two commits, or up to the working tree with files that git does not know yet."""
    change(root, TINH_2025, "15 chỉ tiêu", "18 chỉ tiêu")
    (root / "moi.txt").write_text("x")
    assert changed_files(root, "HEAD") == ["moi.txt", f"plans/{TINH_2025}.yaml"]
    commit(root, "hai tệp")
    assert changed_files(root, "HEAD") == []
    assert changed_files(root, "HEAD^", "HEAD") == ["moi.txt", f"plans/{TINH_2025}.yaml"]


@pytest.mark.parametrize("name", ["plans/../../x.yaml", "/tmp/x.yaml", "plans/.."])
def test_names_that_climb_out_of_a_tree_are_left_out(name: str) -> None:
    """A tree may have been made by hand; absolute names are left out too."""
    assert not _is_inside(PurePosixPath(name))
    assert _is_inside(PurePosixPath("plans/a.yaml"))


def test_what_attributes_say_of_an_archive_is_not_heard(root: Path) -> None:
    """A plan is read as it was committed, whatever a .gitattributes beside it hides or fills in."""
    place = root / "plans" / "xa-vi-du"
    place.mkdir(parents=True)
    (place / ".gitattributes").write_text("* export-subst\nan.yaml export-ignore\n")
    (place / "an.yaml").write_text("a\n")
    (place / "hien.yaml").write_text("$Format:%H$\n")
    (place / "link.yaml").symlink_to("an.yaml")
    commit(root, "attributes")
    files = {path.name: data for path, data in _files(root, "HEAD", "plans/xa-vi-du").items()}
    assert files.pop(".gitattributes")
    assert files == {"an.yaml": b"a\n", "hien.yaml": b"$Format:%H$\n"}


def test_shallow_clone(root: Path, tmp_path: Path) -> None:
    """A shallow clone tells no history, and says how to get what is missing."""
    change(root, TINH_2025, "15 chỉ tiêu", "18 chỉ tiêu")
    commit(root, "Sửa")
    shallow = tmp_path / "nong"
    git(tmp_path, "clone", "--quiet", "--depth=1", root.as_uri(), str(shallow))
    assert is_shallow(shallow)
    assert histories(shallow) is None
    with pytest.raises(RevisionError, match="git fetch --unshallow"):
        resolve(shallow, "HEAD~1")


def test_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside a checkout, or on a machine without git, there is no history and no revision."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert histories(tmp_path) is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert histories(tmp_path) is None
    with pytest.raises(RevisionError):
        resolve(tmp_path, "HEAD")


def test_revision_without_plans(root: Path) -> None:
    """A revision from before there were plans or schemas is refused with a reason."""
    git(root, "checkout", "--quiet", "--orphan", "khac")
    git(root, "rm", "--quiet", "-r", "--force", ".")
    (root / "README").write_text("x", encoding="utf-8")
    commit(root, "Không có kế hoạch")
    with pytest.raises(RevisionError, match="plans và schema"):
        repository_at(root, "khac")


def test_revision_with_other_schemas(root: Path) -> None:
    """A revision whose schemas this program does not know is refused with a reason."""
    for path in (root / "schema").glob("*.json"):
        path.unlink()
    (root / "schema" / "ghi-chu.txt").write_text("x", encoding="utf-8")
    commit(root, "Khuôn dạng khác")
    with pytest.raises(RevisionError, match="khuôn dạng"):
        repository_at(root, "HEAD")


def test_histories(root: Path) -> None:
    """Each file lists the commits that changed it, newest first; names with diacritics and spaces included."""
    odd = root / "plans" / "tệp lạ “ngoặc”.txt"
    odd.write_text("x", encoding="utf-8")
    first = commit(root, "Thêm tệp lạ: “a\tb”")
    change(root, TINH_2025, "15 chỉ tiêu", "18 chỉ tiêu")
    second = commit(root, "Sửa chỉ tiêu")
    found = histories(root)
    assert found is not None
    assert [r.commit for r in found["plans/tệp lạ “ngoặc”.txt"]] == [first]
    history = found[f"plans/{TINH_2025}.yaml"]
    assert [(r.commit, r.subject) for r in history][:1] == [(second, "Sửa chỉ tiêu")]
    assert [r.subject for r in history] == ["Sửa chỉ tiêu", "Bản đầu"]
    assert history[0].day == dt.date(2026, 1, 15)


def test_links_in_a_revision_are_not_followed(root: Path) -> None:
    """A symbolic link in the archive is left out, wherever it leads."""
    (root / "plans" / "registry" / "lien-ket.yaml").symlink_to("/etc/passwd")
    commit(root, "Liên kết")
    assert list(repository_at(root, "HEAD").plans) == PLAN_IDS
