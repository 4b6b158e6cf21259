"""Findings are used again only while nothing has changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from assembling import assemble
from corpus import XA_EA_KNOP

from kehoach.checks import run
from kehoach.checks.checkcache import KIND, remember, remembered, state_of
from kehoach.checks.run import check_all, check_repository
from kehoach.commands.main import main
from kehoach.files.problems import Problem
from kehoach.files.repository import load
from kehoach.machine.store import CACHE_VARIABLE, Store
from kehoach.meaning.fabric import weave


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with the five plans."""
    return assemble(tmp_path)


def store_of(root: Path) -> Store:
    return Store(root / "kept")


def found(root: Path) -> tuple[list[Problem], int]:
    repository = load(root)
    problems = check_all(repository, weave(repository))
    remember(store_of(root), root, state_of(root), problems, 10)
    return problems, 10


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the five plans whose findings are remembered."""
    root = assemble(tmp_path_factory.mktemp("remembered"))
    found(root)
    return root


@pytest.fixture
def known(once: Path, tmp_path: Path) -> Path:
    """A copy of such a repository, whose findings are those of its state."""
    root = shutil.copytree(once, tmp_path / "kho")
    assert remembered(store_of(root), state_of(root))
    return root


def test_unchanged_repository_has_the_same_findings(root: Path) -> None:
    """What is remembered is what a check would find."""
    assert remembered(store_of(root), state_of(root)) is None
    assert found(root) == remembered(store_of(root), state_of(root))


@pytest.mark.parametrize("change", ["plan", "source", "registry", "schema", "new file", "link", "name"])
def test_any_change_is_noticed(known: Path, change: str) -> None:
    """A byte, a name, a kind of file: each asks for a new check."""
    plan = known / "plans" / f"{XA_EA_KNOP}.yaml"
    if change == "new file":
        plan.with_name("2030.yaml").write_text("", encoding="utf-8")
    elif change == "link":
        plan.rename(known / "aside.yaml")
        plan.symlink_to(known / "aside.yaml")
    elif change == "name":
        plan.rename(plan.with_name("2029.yaml"))
    else:
        path = {
            "plan": plan,
            "source": plan.with_name("2026.source.txt"),
            "registry": known / "plans" / "registry" / "terms.yaml",
            "schema": known / "schema" / "plan.v1.schema.json",
        }[change]
        path.write_bytes(path.read_bytes() + b" ")
    assert remembered(store_of(known), state_of(known)) is None


def test_findings_of_files_that_changed_meanwhile_are_not_kept(root: Path) -> None:
    """A file saved while it was being checked has to be checked again."""
    before = state_of(root)
    (root / "plans" / f"{XA_EA_KNOP}.yaml").write_bytes(b"")
    remember(store_of(root), root, before, [], 0)
    assert remembered(store_of(root), before) is None


def test_several_processes_find_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who looks at which body does not matter, nor that plans are few."""
    (root / "plans" / f"{XA_EA_KNOP}.yaml").write_text("title: 1", encoding="utf-8")
    monkeypatch.setattr(run, "FEW", 0)
    repository = load(root)
    fabric = weave(repository)
    one, two = (check_all(repository, fabric, processes=count) for count in (1, 2))
    assert one == two == check_repository(repository, fabric)


@pytest.mark.parametrize("content", [b"{", b"[]", b"null", b"[" * 100_000, b'[1, [["KH101"]]]'])
def test_findings_of_another_form_are_not_believed(known: Path, content: bytes) -> None:
    """What stands under the right state and is no list of findings counts as missing."""
    store = store_of(known)
    store.write(KIND, [("", state_of(known), content)])
    assert remembered(store, state_of(known)) is None
    assert store.spoiled == 1


def test_command_says_the_same_twice(
    root: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whether remembered or not, the same is printed, in every format."""
    for form in ("text", "json", "sarif", "github"):
        said = []
        place = tmp_path_factory.mktemp("kept")
        monkeypatch.setenv(CACHE_VARIABLE, str(place))
        for _ in range(2):
            assert main(["--root", str(root), "validate", "--format", form]) == 0
            said.append(capsys.readouterr().out)
        assert said[0] == said[1]
        assert list(place.glob("*/*.sqlite3"))
