"""Recorded progress: schema, checks, one fault a file, and what a page may say of it."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from corpus import FIXTURES, ROOT, found

from kehoach.agenda.agenda import Agenda
from kehoach.agenda.standing import NO_PROGRESS, STATES, standings, summary
from kehoach.checks.progress_rules import change_problems
from kehoach.checks.review import ReviewSide, review
from kehoach.checks.run import check_repository
from kehoach.files.problems import Problem
from kehoach.files.repository import Repository, load
from kehoach.meaning.fabric import weave

PLAN = "xa-vi-du/tuyen-truyen-cchc/2025"
_FOLDER = FIXTURES / "progress"
_FILE = f"plans/{PLAN}.progress.yaml"


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A made-up repository with a plan and its recorded progress."""
    root = tmp_path / "kho"
    shutil.copytree(FIXTURES / "vi-du", root)
    shutil.copytree(ROOT / "schema", root / "schema")
    return root


def _problems(repository: Repository) -> list[Problem]:
    found = check_repository(repository, weave(repository))
    return [p for p in found if p.file.endswith(".progress.yaml")]


def _expected(path: Path) -> tuple[str, int]:
    code, line = path.read_text(encoding="utf-8").split("\n")[0].removeprefix("# ").split(" ")
    return code, int(line)


def test_example_is_without_fault(example: Path) -> None:
    """The example that the guide shows passes every check of progress, and is marked as an example."""
    repository = load(example)
    assert {p.code for p in _problems(repository)} == set()
    assert repository.progress[PLAN].progress.example
    assert len(repository.progress[PLAN].progress.results) == 6


def test_published_plans_have_no_invented_results(repository: Repository) -> None:
    """No progress file stands beside the published plans."""
    assert repository.progress == {}


@pytest.mark.parametrize("path", found(_FOLDER / "invalid", "*.yaml"), ids=lambda path: path.stem)
def test_one_fault_gives_its_code_and_line(example: Path, path: Path) -> None:
    """Each faulty file gives exactly the code, at the line, that its first line names."""
    shutil.copyfile(path, example / _FILE)
    assert [(p.code, p.line) for p in _problems(load(example))] == [_expected(path)]


def test_enough_faults_are_tried() -> None:
    """At least twenty faulty files, over at least ten codes."""
    paths = found(_FOLDER / "invalid", "*.yaml")
    assert len(paths) >= 20
    assert len({_expected(path)[0] for path in paths}) >= 10


def test_file_without_a_plan(example: Path) -> None:
    """Progress of a plan that is not there is refused."""
    shutil.copyfile(example / _FILE, example / "plans/xa-vi-du/tuyen-truyen-cchc/2030.progress.yaml")
    assert [p.code for p in _problems(load(example))] == ["KH601"]


def test_evidence_that_is_a_link_does_not_count(example: Path) -> None:
    """A symbolic link in the folder of evidence is not followed."""
    proof = example / "plans/xa-vi-du/tuyen-truyen-cchc/2025.evidence/bao-cao-quy-1.txt"
    kept = example / "bao-cao.txt"
    proof.rename(kept)
    proof.symlink_to(kept)
    repository = load(example)
    assert [p.code for p in _problems(repository)] == ["KH607"]
    assert [p.file for p in repository.problems if p.code == "KH113"] == [
        "plans/xa-vi-du/tuyen-truyen-cchc/2025.evidence/bao-cao-quy-1.txt"
    ]


def test_folder_of_evidence_that_is_a_link_does_not_count(example: Path) -> None:
    """Nor is a linked folder, which could show any file of the machine."""
    folder = example / "plans/xa-vi-du/tuyen-truyen-cchc/2025.evidence"
    folder.rename(example / "minh-chung")
    folder.symlink_to(example / "minh-chung")
    repository = load(example)
    assert {p.code for p in _problems(repository)} == {"KH607"}


def test_repository_from_before_progress_loads(example: Path) -> None:
    """A state of the repository without a schema for progress has none."""
    (example / "schema" / "progress.v1.schema.json").unlink()
    assert load(example).progress == {}


@pytest.mark.parametrize("path", found(_FOLDER / "changed", "*.after.yaml"), ids=lambda path: path.stem)
def test_changes_need_a_reason(example: Path, path: Path) -> None:
    """A recorded result changes only with a new revision; more evidence may be added."""
    recorded = []
    for version in (path.with_name(path.name.replace(".after.", ".before.")), path):
        shutil.copyfile(version, example / _FILE)
        recorded.append(load(example).progress[PLAN])
    first = path.read_text(encoding="utf-8").split("\n")[0]
    expected = [] if first == "# none" else [_expected(path)]
    assert [(p.code, p.line) for p in change_problems(recorded[0].progress, recorded[1])] == expected


def test_review_of_a_pull_request_refuses_it(example: Path) -> None:
    """``kehoach review`` counts a result changed without a reason among the errors that a change brings."""
    sides = []
    for version in ("before", "after"):
        shutil.copyfile(_FOLDER / "changed" / f"verdict.{version}.yaml", example / _FILE)
        repository = load(example)
        sides.append(ReviewSide(repository, weave(repository)))
    made = review(sides[0], sides[1], today=dt.date(2026, 3, 1))
    assert [problem.code for problem in made.new_errors] == ["KH608"]
    assert "revisions" in made.markdown


def _states(root: Path, today: dt.date, with_progress: bool = True) -> dict[str, str]:
    repository = load(root)
    agenda = Agenda(weave(repository))
    progress = repository.progress[PLAN].progress if with_progress else None
    made = standings(agenda, agenda.deadlines, progress, today)
    return {standing.deadline.key.rpartition("#")[2]: standing.state for standing in made}


def test_states_on_a_day(example: Path) -> None:
    """Recorded results stand as they are; the rest is late, due soon, without report or not yet due."""
    states = _states(example, dt.date(2025, 7, 1))
    assert states["phat-thanh@2025-02"] == "done"
    assert states["phat-thanh@2025-03"] == "partial"
    assert states["phat-thanh@2025-04"] == "not_done"
    assert states["phat-thanh@2025-05"] == "no_report"
    assert states["phat-thanh@2025-08"] == "not_yet_due"
    assert states["hoi-nghi@2025-Q2"] == "postponed"
    assert states["che-do-bao-cao--bao-cao@2025-Q2"] == "due_soon"
    assert _states(example, dt.date(2025, 7, 4))["che-do-bao-cao--bao-cao@2025-Q2"] == "due_soon"
    assert _states(example, dt.date(2025, 7, 5))["che-do-bao-cao--bao-cao@2025-Q2"] == "late"


def test_one_body_of_a_group_does_not_settle_it(example: Path) -> None:
    """One of two offices has reported: the duty is not called done."""
    assert _states(example, dt.date(2025, 7, 1))["che-do-bao-cao--bao-cao@2025-Q1"] == "some"


def test_without_a_file_nothing_is_called_late(example: Path) -> None:
    """No report is not the same as not done."""
    states = _states(example, dt.date(2026, 6, 1), with_progress=False)
    assert set(states.values()) == {"no_report"}
    assert "không có nghĩa" in NO_PROGRESS


def test_summary_counts_and_never_scores(example: Path) -> None:
    """The sentence gives numbers by state that add up, and no share."""
    repository = load(example)
    agenda = Agenda(weave(repository))
    today = dt.date(2025, 7, 1)
    made = standings(agenda, agenda.deadlines, repository.progress[PLAN].progress, today)
    counted = summary(made, today)
    assert sum(counted.counts.values()) == len(agenda.deadlines)
    assert counted.due == 8
    assert "%" not in counted.sentence and "điểm" not in counted.sentence
    assert set(counted.counts) <= set(STATES)


def _fields(node: Any, path: str = "") -> list[tuple[str, dict[str, Any]]]:
    out = []
    if isinstance(node, dict):
        for name, field in node.get("properties", {}).items():
            if isinstance(field, dict) and path.count("/") < 20 and "if" not in path:
                out.append((f"{path}/{name}", field))
        for key, value in node.items():
            if key not in ("allOf", "examples"):
                out += _fields(value, f"{path}/{key}")
    return out


def test_every_field_of_the_schema_is_explained_in_vietnamese() -> None:
    """Each field has title, description and an example, its own or those of what it refers to."""
    schema = json.loads((ROOT / "schema" / "progress.v1.schema.json").read_text(encoding="utf-8"))
    fields = _fields(schema)
    assert len(fields) >= 20
    for path, field in fields:
        target = schema["$defs"][field["$ref"].rpartition("/")[2]] if "$ref" in field else {}
        for key in ("title", "description", "examples"):
            assert {**target, **field}.get(key), f"{path}: {key}"
