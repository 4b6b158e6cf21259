"""Valid files pass; each file with one fault gives that one problem, at its line and field, and no other."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from corpus import ROOT, found
from expectations import (
    INVALID,
    INVALID_REGISTRIES,
    SCHEMA_TESTS,
    VALID,
    checked,
    expected,
    finding,
    repository_at,
)

from kehoach.checks.rules import RULES, Severity, severity_of
from kehoach.files.problems import Problem


def _check(root: Path, plan: Path) -> list[Problem]:
    folder = repository_at(root)
    shutil.copy(plan, folder / "2025.yaml")
    for source in (SCHEMA_TESTS / "sources").iterdir():
        shutil.copy(source, folder)
    return [problem for problem in checked(root) if problem.file == "plans/xa-mau/tuyen-truyen/2025.yaml"]


def test_registry_beside_the_cases_is_sound(tmp_path: Path) -> None:
    """The small registry itself has no problem, so that every problem is the case's own."""
    repository_at(tmp_path)
    assert checked(tmp_path) == []


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_valid_plan_has_no_problem(tmp_path: Path, path: Path) -> None:
    """Valid plans give neither errors nor warnings; a note can only say what was kept as printed or left blank."""
    assert [p for p in _check(tmp_path, path) if severity_of(p) is not Severity.NOTE] == []


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_one_fault_is_one_problem(tmp_path: Path, path: Path) -> None:
    """A plan with one fault gives exactly the problem that its first line expects."""
    assert [finding(problem) for problem in _check(tmp_path, path)] == [expected(path)]


@pytest.mark.parametrize("path", INVALID_REGISTRIES, ids=lambda path: path.stem)
def test_one_registry_fault_is_one_problem(tmp_path: Path, path: Path) -> None:
    """The same for registries; the file's name begins with the registry's."""
    repository_at(tmp_path)
    kind = path.stem.split(".")[0]
    shutil.copy(path, tmp_path / "plans" / "registry" / f"{kind}.yaml")
    problems = checked(tmp_path)
    assert {problem.file for problem in problems} == {f"plans/registry/{kind}.yaml"}
    assert [finding(problem) for problem in problems] == [expected(path)]


def test_every_case_is_worth_its_name() -> None:
    """There are enough cases, and no two files are the same fault."""
    assert len(INVALID) >= 34 and len(INVALID_REGISTRIES) >= 8
    bodies = [path.read_bytes().split(b"\n", 1)[-1] for path in (*INVALID, *INVALID_REGISTRIES)]
    assert len(set(bodies)) == len(bodies)


def test_every_rule_has_a_case() -> None:
    """No code stands in the table that no case produces; codes that no single file can show have tests of their own."""
    cases = {expected(path)[0] for path in (*INVALID, *INVALID_REGISTRIES)}
    others = "".join(
        path.read_text(encoding="utf-8")
        for pattern in ("*/test_*.py", "fixtures/progress/**/*.yaml")
        for path in found(ROOT / "tests", pattern)
    )
    assert cases <= set(RULES)
    assert set(RULES) - cases - set(re.findall(r"KH[0-9]{3}", others)) == set()


def test_every_rule_says_what_to_do() -> None:
    """Title and remedy are Vietnamese sentences, the code's number its group."""
    for code, rule in RULES.items():
        assert re.fullmatch(r"KH[1-9][0-9]{2}", code)
        assert rule.title and not rule.title.endswith(".")
        assert rule.remedy.endswith(".")


def _keys(schema: Any, prefix: str = "") -> Iterator[str]:
    """Every key that a schema knows, as definition.key."""
    for key, below in schema.get("properties", {}).items():
        yield f"{prefix}{key}"
        yield from _keys(below, f"{prefix}{key}.")
    for name, definition in schema.get("$defs", {}).items():
        yield from _keys(definition, f"{name}.")


def _used(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, below in value.items():
            yield key
            yield from _used(below)
    elif isinstance(value, list):
        for below in value:
            yield from _used(below)


def test_valid_plans_use_every_key_of_the_schema() -> None:
    """No key of the plan schema is without a valid example."""
    schema = json.loads((ROOT / "schema" / "plan.v1.schema.json").read_text(encoding="utf-8"))
    # These point into another plan, which a single file cannot bring along.
    elsewhere = {"continues", "coverage", "upper", "item"}
    known = {key.rpartition(".")[2] for key in _keys(schema)} - elsewhere
    used = {key for path in VALID for key in _used(yaml.safe_load(path.read_text(encoding="utf-8")))}
    assert known == used


def test_sources_of_the_cases_are_as_recorded() -> None:
    """The recorded hash of a case's source is that of the file, unless that is the fault."""
    recorded = set(re.findall(r'sha256: "([0-9a-f]{64})"', "".join(p.read_text(encoding="utf-8") for p in VALID)))
    hashes = {hashlib.sha256(p.read_bytes()).hexdigest() for p in (SCHEMA_TESTS / "sources").iterdir()}
    assert recorded <= hashes
