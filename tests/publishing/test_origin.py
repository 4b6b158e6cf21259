"""From which state a site says that it was built."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from checkouts import checkout, commit, git

from kehoach.machine.usererror import UserError
from kehoach.publishing.origin import CHANGED, commit_time, current_commit


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return checkout(tmp_path / "kho")


def test_a_clean_tree_is_its_commit(root: Path) -> None:
    """What Python compiled beside the hooks is no input."""
    head = git(root, "rev-parse", "HEAD").strip()
    (root / "hooks" / "__pycache__").mkdir(parents=True)
    (root / "hooks" / "__pycache__" / "site.cpython-311.pyc").write_bytes(b"")
    assert current_commit(root) == head


@pytest.mark.parametrize("name", ["plans/registry/moi.yaml", "site_src/docs/moi.md", "hooks/moi.py"])
def test_an_input_that_git_does_not_hold_is_a_change(root: Path, name: str) -> None:
    """A file that was never added, or that is ignored, can change every page; the commit does not hold it."""
    head = git(root, "rev-parse", "HEAD").strip()
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text("x")
    assert current_commit(root) == head + CHANGED
    (root / ".gitignore").write_text(f"{name}\n")
    commit(root, "bỏ qua")
    assert current_commit(root).endswith(CHANGED)


def test_what_is_no_input_does_not_count(root: Path) -> None:
    """Notes beside the repository's folders change nothing."""
    (root / "ghi-chu.txt").write_text("x")
    assert CHANGED not in current_commit(root)


def test_an_archive_inside_another_repository_keeps_its_own_name(root: Path) -> None:
    """The repository around it is not where it came from."""
    archive = root / "tai-ve" / "ke-hoach"
    archive.mkdir(parents=True)
    (archive / ".git-archival.txt").write_text("commit: abc\ntime: 1767225600\n")
    assert (current_commit(archive), commit_time(archive)) == ("abc", {"SOURCE_DATE_EPOCH": "1767225600"})


def test_a_checkout_of_somebody_else_is_said(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """git reads it for its owner only; without a word the site would carry neither commit nor date."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    status = subprocess.run(["git", "-C", str(root), "status"], capture_output=True, check=False).returncode
    assert status != 0
    with pytest.raises(UserError, match=r"người dùng khác.*safe\.directory"):
        current_commit(root)
