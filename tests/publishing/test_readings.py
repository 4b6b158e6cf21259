"""Plans that were read are brought back as they were, or read anew."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from assembling import assemble
from corpus import XA_EA_KNOP

from kehoach.agenda.agenda import Agenda
from kehoach.agenda.timetable import Timetable
from kehoach.checks.run import check_repository
from kehoach.comparison.commontext import sample
from kehoach.files.memory import Memory
from kehoach.files.repository import Repository, load
from kehoach.machine.store import Store
from kehoach.machine.tracing import watched
from kehoach.meaning.fabric import Fabric, weave
from kehoach.meaning.linking import Linker
from kehoach.publishing import readings
from kehoach.publishing.keptoutlines import KIND as OUTLINE
from kehoach.publishing.readings import KIND, Readings, everything, words


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with the five plans."""
    return assemble(tmp_path)


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the five plans and all that is kept of them."""
    root = assemble(tmp_path_factory.mktemp("readings"))
    read(root)
    return root


@pytest.fixture
def known(once: Path, tmp_path: Path) -> Path:
    """A copy of such a repository."""
    return shutil.copytree(once, tmp_path / "kho")


def store_of(root: Path) -> Store:
    return Store(root / "kept")


def read(root: Path, work_out: Any = everything) -> Repository:
    return load(root, Memory(Readings(store_of(root), work_out)))


def said(fabric: Fabric) -> dict[str, Any]:
    """All that a fabric says plan by plan."""
    agenda = Agenda(fabric)
    return {
        plan_id: (
            linked.plan,
            linked.lines,
            linked.mentions,
            linked.duties,
            agenda.plans[plan_id],
            sample(linked, fabric.registry),
        )
        for plan_id, linked in fabric.plans.items()
    }


def parts_of(repository: Repository) -> list[tuple[Any, ...]]:
    return [known.whole()[1] for known in repository.recalled.values()]


def has_times(parts: tuple[object, ...]) -> bool:
    return any(isinstance(part, Timetable) for part in parts)


def unlinked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note from now on which plans are linked."""
    done: list[str] = []
    link = Linker.link

    def noted(self: Linker, plan: Any, lines: Any) -> Any:
        done.append(plan.id)
        return link(self, plan, lines)

    monkeypatch.setattr(Linker, "link", noted)
    return done


@pytest.mark.parametrize("few", [0, 60])
def test_plans_come_back_as_they_were_read(root: Path, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read in one process or several, kept and brought back: values, words, duties and times are the same."""
    monkeypatch.setattr(readings, "FEW", few)
    plain = load(root)
    first = read(root)
    done = unlinked(monkeypatch)
    again = read(root)
    assert said(weave(first)) == said(weave(again)) == said(weave(plain))
    assert done == list(plain.plans)  # only those that were read without
    for repository in (first, again):
        for plan_id, loaded in repository.plan_files.items():
            same = plain.plan_files[plan_id]
            assert (loaded.value, loaded.lines, loaded.text) == (same.value, same.lines, same.text)
        assert check_repository(repository, weave(repository)) == check_repository(plain, weave(plain))


def test_what_a_check_left_out_is_worked_out_for_a_site(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check keeps words, a site adds the times; neither links what is linked."""
    read(root, words)
    done = unlinked(monkeypatch)
    assert all(has_times(parts) for parts in parts_of(read(root)))
    assert all(has_times(parts) for parts in parts_of(read(root, words)))
    assert done == []


@pytest.mark.parametrize("change", ["plan", "registry", "remark", "definition", "schema", "program"])
def test_any_change_is_read_anew(known: Path, change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plan's own bytes concern it alone, registries, schema and program all; what a registry only shows, none."""
    path = {
        "plan": known / "plans" / f"{XA_EA_KNOP}.yaml",
        "registry": known / "plans" / "registry" / "terms.yaml",
        "remark": known / "plans" / "registry" / "units.yaml",
        "definition": known / "plans" / "registry" / "terms.yaml",
        "schema": known / "schema" / "plan.v1.schema.json",
        "program": None,
    }[change]
    if path:
        data = path.read_bytes()
        old, new = {
            "registry": (b"term: ", b"term: X"),
            "definition": ("ứng dụng Zalo.".encode(), b"Zalo."),
            "schema": (b'"title"', b'"$comment": "X", "title"'),
        }.get(change, (b"", b"# X\n"))
        assert old in data
        path.write_bytes(data.replace(old, new, 1))
    else:
        monkeypatch.setattr(readings, "program", lambda: "another")
    done = unlinked(monkeypatch)
    found = read(known)
    none = change in {"remark", "definition"}
    assert done == ([] if none else [XA_EA_KNOP] if change == "plan" else list(found.plans))


def test_reading_looks_at_nothing_that_is_only_shown(root: Path) -> None:
    """Else what a registry shows would have to count for what is kept of plans."""
    with watched() as seen:
        assert said(weave(load(root)))
    assert not [name for name in seen if name.startswith("@")]


def test_a_faulty_plan_is_told_each_time(known: Path) -> None:
    """What is wrong is not kept, nor what was right before."""
    (known / "plans" / f"{XA_EA_KNOP}.yaml").write_text("title: 1\n", encoding="utf-8")
    for _ in range(2):
        found = read(known)
        assert XA_EA_KNOP not in found.plans
        assert found.problems == load(known).problems != ()


@pytest.mark.parametrize("kind", [KIND, OUTLINE])
@pytest.mark.parametrize("harm", ["pickle", "cut", "values", "part", "other plan", "gone"])
def test_harm_counts_as_missing(known: Path, kind: str, harm: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever stands there under the right key, the plans are those in the repository, and it is counted."""
    before = said(weave(read(known)))
    store = store_of(known)
    rows = list(store.read_all(kind))
    store.keep_only(kind, [])
    contents = [data for _, _, data in rows]
    for (plan_id, key, data), other in zip(rows, [*contents[1:], contents[0]], strict=True):
        tables, roots = json.loads(data)
        new = {
            "pickle": b"\x80\x05}.",
            "cut": data[:-100],
            "values": json.dumps([tables, roots[1:]]).encode(),
            "part": json.dumps([tables, [roots[0], roots[0]]]).encode(),
            "other plan": other,
        }.get(harm)
        if new is not None:
            store.write(kind, [(plan_id, key, new)])
    done = unlinked(monkeypatch)
    again = Readings(store, everything)
    assert said(weave(load(known, Memory(again)))) == before
    # With its outline alone gone, a plan need not be linked again.
    assert len(done) == (len(before) if kind == KIND else 0)
    assert store.spoiled == (0 if harm == "gone" else len(before))


def test_plans_that_are_gone_are_dropped(known: Path) -> None:
    """There is an entry for each plan there is."""
    for path in (known / "plans" / XA_EA_KNOP).parent.glob("2026*"):
        path.rename(path.with_name(path.name.replace("2026", "2027")))
    found = read(known)
    assert {name for name, _, _ in store_of(known).read_all(KIND)} == set(found.plans)
