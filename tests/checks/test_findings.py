"""What was found in single plans is used again only where a new look would find the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from assembling import assemble
from corpus import XA_EA_KNOP

from kehoach.checks import run
from kehoach.checks.findings import KIND, Findings
from kehoach.checks.run import check_all, check_repository
from kehoach.files.problems import Problem
from kehoach.files.repository import load
from kehoach.machine.store import Store
from kehoach.meaning.fabric import weave

LATER = "tinh-dak-lak/tuyen-truyen-cchc/2025"
EARLIER = "tinh-dak-lak/tuyen-truyen-cchc/2021"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with the five plans."""
    return assemble(tmp_path)


def store_of(root: Path) -> Store:
    return Store(root / "kept")


def checked(root: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[list[Problem], list[str]]:
    """Check with what is known; gives the problems and the plans that were looked at."""
    store = store_of(root)
    looked: list[str] = []
    of_plan = run._of_plan

    def noted(repository: object, fabric: object, agenda: object, plan_id: str) -> object:
        looked.append(plan_id)
        return of_plan(repository, fabric, agenda, plan_id)  # type: ignore[arg-type]

    repository = load(root)
    fabric = weave(repository)
    findings = Findings(repository, fabric)
    findings.read(store)
    with monkeypatch.context() as patch:
        patch.setattr(run, "_of_plan", noted)
        problems = check_all(repository, fabric, findings)
    findings.write(store)
    assert problems == check_repository(repository, fabric)
    return problems, looked


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the five plans that has been checked."""
    root = assemble(tmp_path_factory.mktemp("findings"))
    with pytest.MonkeyPatch.context() as patch:
        checked(root, patch)
    return root


@pytest.fixture
def known(once: Path, tmp_path: Path) -> Path:
    """A copy of such a repository."""
    return shutil.copytree(once, tmp_path / "kho")


def test_unchanged_plans_are_not_looked_at(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All the first time, none the second, the one that was edited the third."""
    repository = load(root)
    _, looked = checked(root, monkeypatch)
    assert looked == sorted(repository.plans, key=list(weave(repository).plans).index)
    assert checked(root, monkeypatch)[1] == []
    with (root / "plans" / f"{XA_EA_KNOP}.yaml").open("a", encoding="utf-8") as handle:
        handle.write("# CẦN XEM: chỗ này\n")
    problems, looked = checked(root, monkeypatch)
    assert looked == [XA_EA_KNOP]
    assert any(problem.code == "KH320" for problem in problems)


@pytest.mark.parametrize("change", ["edit", "remove", "source", "registry"])
def test_plans_that_lean_on_another_are_looked_at_again(
    known: Path, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the edition before changes, goes, or the registries change, findings are those of a new look."""
    earlier = known / "plans" / f"{EARLIER}.yaml"
    if change == "edit":
        earlier.write_text(earlier.read_text(encoding="utf-8").replace("id: ", "id: x", 3), encoding="utf-8")
    elif change == "remove":
        earlier.unlink()
    elif change == "source":
        earlier.with_name("2021.source.txt").write_text("khác", encoding="utf-8")
    else:
        (known / "plans" / "registry" / "units.yaml").write_text("units: []\n", encoding="utf-8")
    _, looked = checked(known, monkeypatch)
    assert LATER in looked
    assert (XA_EA_KNOP in looked) == (change == "registry")


@pytest.mark.parametrize("content", [b"{", b"[]", b"null", b"[" * 100_000, b"[1, 2]", b'[{}, [["KH101"]]]'])
def test_findings_of_another_form_are_looked_for_again(
    known: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands under the right state and is no list of findings counts as missing."""
    store = store_of(known)
    rows = list(store.read_all(KIND))
    assert len(rows) == 5
    store.write(KIND, [(name, of, content) for name, of, _ in rows])
    assert len(checked(known, monkeypatch)[1]) == 5
