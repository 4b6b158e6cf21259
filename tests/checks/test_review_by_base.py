"""A pull request played on a bare repository: the base's program and schemas read the head's plans as data."""

from __future__ import annotations

from pathlib import Path

import pytest
from checkouts import change, checkout, commit, git
from corpus import TINH_2025

from kehoach.commands.main import main


@pytest.fixture
def reviewed(tmp_path: Path) -> Path:
    """A reviewer's clone of a forge on which somebody has pushed a branch that changes a plan and what decides."""
    work, forge, clone = (tmp_path / name for name in ("tac-gia", "kho.git", "nguoi-xem"))
    checkout(work)
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", str(forge))
    git(work, "push", "--quiet", str(forge), "main")
    git(tmp_path, "clone", "--quiet", str(forge), str(clone))
    git(work, "switch", "--quiet", "--create", "sua")
    change(work, TINH_2025, "15 chỉ tiêu", "18 chỉ tiêu")
    (work / "schema" / "plan.v1.schema.json").write_text("{}", encoding="utf-8")
    commit(work, "Sửa")
    git(work, "push", "--quiet", str(forge), "sua:refs/pull/1/head")
    git(clone, "fetch", "--quiet", "origin", "refs/pull/1/head")
    return clone


def test_the_head_is_read_and_nothing_of_it_is_checked_out(reviewed: Path, tmp_path: Path) -> None:
    """What changed is said though the head's own schemas would accept nothing, and the work tree stays the base's."""
    written = tmp_path / "review.md"
    arguments = ["--root", str(reviewed), "review", "--base", "HEAD", "--head", "FETCH_HEAD"]
    assert main([*arguments, "--output", str(written)]) == 1  # the source says 15
    text = written.read_text(encoding="utf-8")
    assert "15" in text and "18" in text
    assert git(reviewed, "status", "--porcelain") == ""


def test_a_head_that_is_no_commit_is_refused(reviewed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a sentence, with status 1."""
    assert main(["--root", str(reviewed), "review", "--base", "HEAD", "--head", "khong-co"]) == 1
    assert "Không có phiên bản git “khong-co”" in capsys.readouterr().err
