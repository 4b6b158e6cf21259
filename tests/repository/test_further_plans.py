"""Next year's edition, or the plan of a further body, fails no test: only those that look at ``plans/`` could."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from corpus import HUYEN_DONG_XUAN, ROOT, XA_EA_KNOP, found, source
from ownplans import FIXTURES

from kehoach.commands.main import main

SAYS = re.compile("|".join(FIXTURES))
LEFT = shutil.ignore_patterns(".*cache", ".git", ".nox", ".venv", "__pycache__", "dist", "site", "browser", "hostile")


def following(root: Path, line: str) -> str:
    """Give the year after the newest edition of a line of plans: this may be tried in that year, too."""
    return str(max(int(path.name[:4]) for path in (root / "plans" / line).glob("[0-9]*.yaml")) + 1)


def free(root: Path, line: str, year: str) -> str:
    """Give an edition of a year that a line of plans does not have yet."""
    editions = (year, *(f"{year}-{number}" for number in range(2, 10)))
    return next(edition for edition in editions if not (root / "plans" / line / f"{edition}.yaml").exists())


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository with next year's plan of a commune, and another body's first plan brought in."""
    root = tmp_path_factory.mktemp("grown") / "kho"
    shutil.copytree(ROOT, root, ignore=LEFT)
    line = XA_EA_KNOP.rpartition("/")[0]
    assert main(["--root", str(root), "new", line, following(root, line)]) == 0
    (root / "ke-hoach.txt").write_text(source(HUYEN_DONG_XUAN), encoding="utf-8")
    edition = free(root, "so-noi-vu-dak-lak/tuyen-truyen-cchc", "2025")
    ids = ("--unit", "so-noi-vu-dak-lak", "--series", "tuyen-truyen-cchc", "--edition", edition)
    assert main(["--root", str(root), "import", str(root / "ke-hoach.txt"), *ids]) == 0
    return root


@pytest.mark.plans
def test_further_plans_fail_no_test(grown: Path) -> None:
    """The tests that take the repository's own plans pass in the grown one, and there are some."""
    files = [path for path in found(grown / "tests", "*/test_*.py") if SAYS.search(path.read_text(encoding="utf-8"))]
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-m", "plans", *map(str, files)]
    done = subprocess.run(command, cwd=grown, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    counted = re.search(r"^([0-9]+) passed", done.stdout, re.MULTILINE)
    assert counted and int(counted[1]) >= 20
