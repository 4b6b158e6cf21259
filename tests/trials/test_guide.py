"""The guide is followed as it is written: each command in order, in a clone whose path has a space."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from assembling import BUILT, assemble
from corpus import ROOT

from kehoach.commands.main import main

PAGE = (ROOT / "site_src/docs/huong-dan/nam-moi/index.md").read_text(encoding="utf-8")
SNIPPETS = json.loads((ROOT / ".vscode/kehoach.code-snippets").read_text(encoding="utf-8"))
EDITION = Path("plans/tinh-dak-lak/tuyen-truyen-cchc/2026.yaml")
WHO = {
    f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in (("NAME", "A"), ("EMAIL", "a@b"))
}


def blocks(kind: str) -> list[str]:
    """Give the page's fenced blocks of one kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def run(command: str, folder: Path) -> str:
    """Run a command of the guide, a session of nox as the subcommand that it stands for; it has to succeed."""
    words = shlex.split(command)
    if words[:2] == ["python3", "run.py"]:
        words = [sys.executable, "-m", "kehoach", words[2], *words[4:]]
    home = {"HOME": str(folder.parent), "GIT_CONFIG_NOSYSTEM": "1", "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    path = {"PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        words, cwd=folder, env={**os.environ, **WHO, **home, **path}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh clone, as a new user has it, of a repository with the files of this one."""
    base = tmp_path_factory.mktemp("người dùng mới")
    origin, work = base / "kho.git", base / "bản gốc"
    work.mkdir()
    assemble(work, *BUILT, ".gitignore")
    run("git init -q -b main", work)
    run("git add .", work)
    run("git commit -q -m start", work)
    run(f"git clone -q --bare . {shlex.quote(str(origin))}", work)
    run(f"git clone -q {shlex.quote(str(origin))} {shlex.quote(str(base / 'kho của tôi'))}", work)
    return base / "kho của tôi"


@pytest.fixture(scope="module")
def said(clone: Path) -> dict[str, str]:
    """What each command of the page printed, run in the page's order."""
    return {command: run(command, clone) for block in blocks("sh") for command in block.splitlines()}


def test_the_walk_ends_with_a_branch_ready_for_review(clone: Path, said: dict[str, str]) -> None:
    """The new plan alone is committed and pushed; the review speaks of it; the draft and its page are there."""
    assert run("git diff --name-only origin/main origin/ke-hoach-2026", clone).split() == [EDITION.as_posix()]
    assert "tinh-dak-lak/tuyen-truyen-cchc/2026" in said["python3 run.py review -- --base main"]
    assert (clone / "du-thao.docx").read_bytes()[:2] == b"PK"
    assert (clone / "site/ke-hoach/tinh-dak-lak/tuyen-truyen-cchc/2026/index.html").is_file()


def test_messages_of_the_page_are_those_that_are_printed(said: dict[str, str]) -> None:
    """Each line of a result that the page shows stands in the result."""
    shown = [line for block in blocks("text") for line in block.splitlines()]
    assert shown
    assert set(shown) <= set(said["python3 run.py validate"].splitlines())


def test_new_refuses_to_write_over_a_plan(clone: Path, said: dict[str, str]) -> None:
    """A second run stops, as the page says, and leaves the file as it is."""
    assert said
    before = (clone / EDITION).read_bytes()
    with pytest.raises(AssertionError, match="2026"):
        run("python3 run.py new -- tinh-dak-lak/tuyen-truyen-cchc 2026", clone)
    assert (clone / EDITION).read_bytes() == before


def with_snippet(name: str, text: str) -> str:
    """Put a snippet, its proposals taken, before what stands first under its key in a plan."""
    body = re.sub(r"\$\{\d+\|([^,|]*)[^|]*\|\}", r"\1", "\n".join(SNIPPETS[name]["body"]))
    rows = re.sub(r"\$\{\d+:([^}]*)\}|\$0", lambda match: match[1] or "", body).split("\n")
    key = "legal_basis:\n" if name == "Căn cứ" else "body:\n"
    assert text.count(f"\n{key}") == 1
    return text.replace(f"\n{key}", f"\n{key}" + "".join(f"  {row}\n" for row in rows if row))


@pytest.mark.parametrize("name", SNIPPETS)
def test_a_plan_with_a_snippet_stays_valid(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Typed into next year's draft and formatted, each snippet passes every check without an error."""
    root = ["--root", str(assemble(tmp_path))]
    assert main([*root, "new", "xa-ea-knop/tuyen-truyen-cchc", "2027"]) == 0
    plan = tmp_path / "plans/xa-ea-knop/tuyen-truyen-cchc/2027.yaml"
    plan.write_text(with_snippet(name, plan.read_text(encoding="utf-8")), encoding="utf-8")
    assert main([*root, "fmt", str(plan)]) == 0
    capsys.readouterr()
    assert main([*root, "validate"]) == 0
    assert ": 0 lỗi" in capsys.readouterr().out
