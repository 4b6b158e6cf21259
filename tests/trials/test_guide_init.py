"""The guide to a repository for another body is followed as it is written, sessions of nox as what they stand for."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from corpus import ROOT, XA_EA_KNOP

PAGE = (ROOT / "site_src/docs/huong-dan/co-quan-khac/index.md").read_text(encoding="utf-8")
SERIES = Path("plans/registry/series.yaml")
PLAN = Path("plans/xa-vi-du/tuyen-truyen-cchc/2026.yaml")
KEHOACH = [sys.executable, "-m", "kehoach"]
STANDING_FOR = {
    "tests": [sys.executable, "-m", "pytest", "-q", "tests"],
    "upgrade": [*KEHOACH, "init", "--upgrade", "."],
}
WHO = {
    f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in (("NAME", "A"), ("EMAIL", "a@b"))
}


def blocks(kind: str) -> list[str]:
    """Give the page's fenced blocks of one kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def run(words: list[str], folder: Path) -> str:
    """Run a command, which has to succeed."""
    home = {"HOME": str(folder.parent), "GIT_CONFIG_NOSYSTEM": "1", "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    environment = {**os.environ, **WHO, **home, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{words}\n{done.stdout}{done.stderr}"
    return done.stdout


def sessions(words: list[str], folder: Path) -> list[str]:
    """Give the sessions that a call runs, each of which the new repository has."""
    text = (folder / "noxfile.py").read_text(encoding="utf-8")
    default = re.search(r"^nox\.options\.sessions = (\[.*\])$", text, re.MULTILINE)
    assert default
    names = [words[2]] if words[2:] else list(yaml.safe_load(default[1]))
    assert set(names) <= {
        *re.findall(r"^def ([a-z]+)\(session|", text, re.MULTILINE),
        *re.findall(r'name="([a-z]+)"', text),
    }
    return names


def follow(line: str, folder: Path) -> Path:
    """Do what one line says; gives the folder to go on in."""
    words = shlex.split(line)
    if words[0] == "cd":
        return folder / words[1]
    if words[:2] == ["python3", "run.py"]:
        for name in sessions(words, folder):
            run([*STANDING_FOR.get(name, [*KEHOACH, name]), *words[4:]], folder)
    else:
        run([*KEHOACH, *words[1:]] if words[0] == "kehoach" else words, folder)
    return folder


def forget_sample(folder: Path) -> None:
    """Take the sample's series out of the registry, as the page says beside ``git rm``."""
    path = folder / SERIES
    head, *entries = re.split(r"(?m)^(?=  - id:)", path.read_text(encoding="utf-8"))
    rest = [entry for entry in entries if "id: ke-hoach-mau" not in entry]
    assert len(rest) == len(entries) - 1
    path.write_text("".join((head, *rest)), encoding="utf-8")


def ask_for_next(folder: Path) -> None:
    """Change the one line that an upgrade begins with."""
    path = folder / "requirements.txt"
    [line] = path.read_text(encoding="utf-8").splitlines()
    path.write_text(f"{line}.1\n", encoding="utf-8")


@pytest.fixture(scope="module")
def followed(five: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The new repository after every line of the page, in its order."""
    base = tmp_path_factory.mktemp("cơ quan mới")
    export = ["export", XA_EA_KNOP, "--to", "docx", "--output", str(base / "ke-hoach.docx")]
    run([*KEHOACH, "--root", str(five), *export], base)
    folder = base
    for line in "".join(blocks("sh")).splitlines():
        if line.startswith("python3 run.py ids"):
            forget_sample(folder)
        if line == "python3 run.py upgrade":
            ask_for_next(folder)
        folder = follow(line, folder)
    return folder


def test_the_walk_ends_with_a_sound_repository(followed: Path) -> None:
    """The first plan stands alone, its page is built, all is committed; a draft has no address on record yet."""
    assert [path.relative_to(followed) for path in followed.glob("plans/xa-vi-du/*/*.yaml")] == [PLAN]
    assert "\nstatus: draft\n" in (followed / PLAN).read_text(encoding="utf-8")
    assert (followed / "plans/permanent-ids.txt").read_text(encoding="utf-8") == ""
    assert (followed / "site/ke-hoach/xa-vi-du/tuyen-truyen-cchc/2026/index.html").is_file()
    assert run(["git", "status", "--porcelain"], followed) == ""
    assert ": 0 lỗi" in run([*KEHOACH, "validate"], followed)


def test_what_the_page_lists_is_there(followed: Path) -> None:
    """Each file and folder of the table, but the sample that was removed; the settings shown are those written."""
    rows = re.findall(r"^\| (`[^|]*[./][^|]*`) \|", PAGE, re.MULTILINE)
    listed = [name for row in rows for name in re.findall(r"`([^`]+)`", row) if " " not in name]
    assert len(listed) >= 8
    assert [name for name in listed if not (followed / name).exists()] == ["plans/xa-vi-du/ke-hoach-mau/"]
    [settings] = (block for block in blocks("yaml") if "site_name" in block)
    assert set(settings.splitlines()) <= set((followed / "mkdocs.yml").read_text(encoding="utf-8").splitlines())
