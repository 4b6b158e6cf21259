"""Git holds nothing that the program makes, and what is committed there is never taken for what was read."""

from __future__ import annotations

import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from assembling import BUILT, assemble
from building import build
from corpus import FIXTURES

from kehoach.checks import trackedfiles
from kehoach.commands.main import main
from kehoach.machine.store import _NAME as STORE
from kehoach.machine.store import CACHE_VARIABLE, Store, folder_of
from kehoach.publishing.readings import KIND as READING
from kehoach.publishing.workcache import KIND as WORK

WORD, FORGED = "cải cách hành chính", "cải tạo hành chính"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository under git, with one plan."""
    place = assemble(tmp_path / "kho", *BUILT, ".gitignore", plans=FIXTURES / "vi-du")
    git(place, "init", "--quiet")
    commit(place)
    return place


def git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@x", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


def commit(root: Path) -> None:
    git(root, "add", "--all", "--force")
    git(root, "commit", "--quiet", "--message", "x")


@pytest.mark.parametrize("folder", trackedfiles.FOLDERS)
def test_tracked_output_is_an_error(root: Path, folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever lies there, by force or not; untracked it is no concern of anyone."""
    place = root / folder / "a b" / "tệp.html"
    place.parent.mkdir(parents=True)
    place.write_text("", encoding="utf-8")
    place.with_name("khác.html").write_text("", encoding="utf-8")
    assert list(trackedfiles.problems(root)) == []
    commit(root)
    [problem] = trackedfiles.problems(root)
    assert (problem.code, problem.file) == ("KH120", f"{folder}/a b/khác.html")
    assert "1 tệp khác" in problem.message
    assert main(["--root", str(root), "validate"]) == 1
    assert "KH120" in capsys.readouterr().out


def test_git_is_not_asked_where_its_index_names_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its index is read; one with shortened paths, or elsewhere, is left to git, as is one that names such a file."""
    asked: list[Path] = []
    monkeypatch.setattr("kehoach.machine.git.output", lambda root, *_: asked.append(root))
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    assert list(trackedfiles.problems(root)) == [] and len(asked) == 0
    git(root, "update-index", "--index-version", "4")
    assert list(trackedfiles.problems(root)) == [] and len(asked) == 1
    git(root, "update-index", "--index-version", "2")
    (root / "site").mkdir()
    (root / "site" / "a").touch()
    git(root, "add", "--force", "site/a")
    assert list(trackedfiles.problems(root)) == [] and len(asked) == 2
    git(root, "rm", "--quiet", "--cached", "site/a")
    monkeypatch.setenv("GIT_INDEX_FILE", "elsewhere")
    assert list(trackedfiles.problems(root)) == [] and len(asked) == 3


def test_without_git_nothing_is_said(tmp_path: Path) -> None:
    """A folder that is no repository holds nothing by git."""
    assert list(trackedfiles.problems(tmp_path)) == []


def test_a_word_changed_in_what_is_kept_alone_is_refused_and_absent(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A fresh clone of a repository with a committed store, a word changed in it: refused, named in review, absent."""
    kept = tmp_path / "kept"
    build(root, tmp_path / "honest", **{CACHE_VARIABLE: str(kept)})
    folder = folder_of(root, {CACHE_VARIABLE: str(kept)})
    assert folder
    forge(folder)
    clone = tmp_path / "clone"
    # As it would have to lie to be found, were places in the work tree looked at.
    own = folder_of(clone, {CACHE_VARIABLE: str(kept)})
    assert own
    copy_store(folder, root / ".cache" / own.name)
    commit(root)
    git(tmp_path, "clone", "--quiet", str(root), str(clone))
    monkeypatch.setenv(CACHE_VARIABLE, str(clone / ".cache"))
    assert main(["--root", str(clone), "validate"]) == 1
    assert "KH120" in capsys.readouterr().out
    assert main(["--root", str(clone), "review", "--base", "HEAD~1", "--head", "HEAD"]) == 0
    assert f"`.cache/{own.name}/" in capsys.readouterr().out.split("# Thay đổi")[0]
    build(clone, tmp_path / "site", **{CACHE_VARIABLE: str(clone / ".cache")})
    assert pages(tmp_path / "site") == pages(tmp_path / "honest")
    page = tmp_path / "site" / "ke-hoach" / "xa-vi-du/tuyen-truyen-cchc/2025" / "index.html"
    assert FORGED not in page.read_text(encoding="utf-8")


def forge(folder: Path) -> None:
    """Change a word in all that is kept, with sums that fit."""
    store = Store(folder)
    for kind in (READING, WORK):
        rows = [(name, of, data.replace(WORD.encode(), FORGED.encode())) for name, of, data in store.read_all(kind)]
        assert rows
        store.write(kind, rows)
    store._close()
    assert any(FORGED.encode() in data for _, _, data in Store(folder).read_all(READING))


def copy_store(folder: Path, place: Path) -> None:
    """Copy a store by SQLite itself: a process that ends late may still have it open."""
    place.mkdir(parents=True)
    with closing(sqlite3.connect(folder / STORE)) as source, closing(sqlite3.connect(place / STORE)) as copy:
        source.backup(copy)


def pages(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in (site / "ke-hoach").rglob("*")
        if path.is_file()
    }
