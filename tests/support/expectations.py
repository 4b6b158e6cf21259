"""Files with one fault each, and the problem that each expects on its first line: ``# expect: CODE LINE FIELD``."""

from __future__ import annotations

import shutil
from pathlib import Path

from corpus import FIXTURES, ROOT, found

from kehoach.checks.run import check_repository
from kehoach.files.problems import Problem
from kehoach.files.repository import load
from kehoach.meaning.fabric import weave

SCHEMA_TESTS = FIXTURES / "schema"
VALID = found(SCHEMA_TESTS / "valid", "*.yaml")
INVALID = found(SCHEMA_TESTS / "invalid", "*.yaml")
INVALID_REGISTRIES = found(SCHEMA_TESTS / "registry-invalid", "*.yaml")

Finding = tuple[str, int, str]


def expected(path: Path) -> Finding:
    """Read the code, line and field that a file expects."""
    first = path.read_bytes().split(b"\n")[0].decode("utf-8-sig").strip()
    prefix, code, line, *field = first.removeprefix("# ").split(" ")
    assert prefix == "expect:", path
    return code, int(line), " ".join(field)


def finding(problem: Problem) -> Finding:
    """Give what of a problem is expected."""
    return problem.code, problem.line, problem.field


def repository_at(root: Path) -> Path:
    """Make a repository of the schemas and the small registry, without plans; returns the folder for its plans."""
    shutil.copytree(ROOT / "schema", root / "schema")
    shutil.copytree(SCHEMA_TESTS / "registry", root / "plans" / "registry")
    plans = root / "plans" / "xa-mau" / "tuyen-truyen"
    plans.mkdir(parents=True)
    return plans


def checked(root: Path) -> list[Problem]:
    """Load, link and check the repository at a folder."""
    repository = load(root)
    return check_repository(repository, weave(repository))
