"""What runs elsewhere: workflows with least rights and pinned actions, dependencies locked with hashes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from corpus import ROOT, found

WORKFLOWS = found(ROOT / ".github" / "workflows", "*.yml")
LOCKS = found(ROOT / "requirements", "*.txt")
WRITING = {
    "inbox.yml": {"propose": {"contents", "pull-requests"}},
    "pages.yml": {"deploy": {"pages", "id-token"}},
    "review.yml": {"comment": {"pull-requests"}},
    "release.yml": {"publish": {"contents", "id-token", "attestations"}},
}
"""The jobs that may write, and what."""


def workflow(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return data


def steps(path: Path, job: str = "") -> list[dict[str, Any]]:
    jobs = workflow(path)["jobs"]
    return [step for name, each in jobs.items() if not job or name == job for step in each["steps"]]


def test_there_are_workflows() -> None:
    """The folder is found."""
    assert set(WRITING) <= {path.name for path in WORKFLOWS}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit(path: Path) -> None:
    """A tag can be moved, a commit's hash cannot; the version stands beside it."""
    lines = re.findall(r"uses: *(.*)", path.read_text(encoding="utf-8"))
    assert len(lines) == sum("uses" in step for step in steps(path))
    assert [
        line for line in lines if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+", line)
    ] == []


def test_an_action_is_pinned_to_one_commit() -> None:
    """The same action is not taken in two versions."""
    pinned = {tuple(step["uses"].split("@")) for path in WORKFLOWS for step in steps(path) if "uses" in step}
    assert len(pinned) == len({name for name, _ in pinned})


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_rights_are_the_least(path: Path) -> None:
    """Nothing by default; a job asks for what it needs, and only the known ones may write."""
    data = workflow(path)
    assert data["permissions"] == {}
    for name, job in data["jobs"].items():
        rights = job["permissions"]
        writing = {right for right, level in rights.items() if level == "write"}
        assert writing == WRITING.get(path.name, {}).get(name, set())
        assert int(job["timeout-minutes"]) <= 60


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_code_of_others_never_runs_with_rights(path: Path) -> None:
    """A job that writes checks nothing out, runs nothing of the repository, and no pull request starts it directly."""
    data = workflow(path)
    assert "pull_request_target" not in data["on"]
    for name in WRITING.get(path.name, {}):
        own = steps(path, name)
        assert not [step for step in own if "checkout" in step.get("uses", "")]
        assert not [step for step in own if re.search(r"run\.py|pip |npm |nox|\.ci/", step.get("run", ""))]
        assert "pull_request" not in data["on"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_secret_is_within_reach_of_a_fork(path: Path) -> None:
    """No workflow names a secret but the token of its own run; a checkout leaves none behind."""
    text = path.read_text(encoding="utf-8")
    assert "secrets." not in text and "secrets[" not in text and "inherit" not in text
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"
    # Words that a pull request chooses never become part of a script.
    for step in steps(path):
        words = re.findall(r"\$\{\{(.*?)\}\}", step.get("run", ""))
        assert [word.strip() for word in words if not word.strip().startswith("matrix.")] == []


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_dependencies_are_locked_with_hashes(path: Path) -> None:
    """Every requirement names one version and at least one hash, and no other index."""
    text = path.read_text(encoding="utf-8").replace("\\\n", " ")
    required = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    assert required
    assert [line for line in required if not re.match(r"[\w.\[\]-]+==[^ ]+ .*--hash=sha256:[0-9a-f]{64}", line)] == []


def test_every_lock_is_audited() -> None:
    """The sessions that renew and audit the locks know all of them."""
    part = (ROOT / "noxfile.py").read_text(encoding="utf-8").partition("LOCKS = {")[2].partition("\n}\n")[0]
    assert {f"{name}.txt" for name in re.findall(r'^    "([a-z]+)":', part, re.MULTILINE)} == {p.name for p in LOCKS}


def test_reviewers_are_asked_for_what_runs() -> None:
    """Each owned place exists, and each place of code is owned."""
    text = (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8")
    places = re.findall(r"^/(\S+) @", text, re.MULTILINE)
    assert [place for place in places if not (ROOT / place).exists()] == []
    code = {path.name for path in (*ROOT.glob("*.py"), *ROOT.glob("*.toml"), *ROOT.glob("*.yml"))}
    assert code <= {place.rstrip("/") for place in places}
