"""Plans that are known in outline: brought back when somebody asks for their text, and let go of again."""

from __future__ import annotations

from pathlib import Path

import pytest
from assembling import assemble
from corpus import XA_EA_KNOP

from kehoach.agenda.agenda import Agenda
from kehoach.checks import run
from kehoach.comparison.inheritance import moves
from kehoach.comparison.relations import relations_of
from kehoach.files import planfiles
from kehoach.files.memory import Memory
from kehoach.files.permanentids import current_ids
from kehoach.files.repository import load
from kehoach.machine.store import Store
from kehoach.machine.tracing import watched
from kehoach.machine.usererror import UserError
from kehoach.meaning.fabric import OUTLINED, Fabric, weave
from kehoach.meaning.linked import OutlinedPlan
from kehoach.publishing.readings import Readings, everything


def known(root: Path) -> Fabric:
    return weave(load(root, Memory(Readings(Store(root / "kept"), everything))))


def brought(fabric: Fabric) -> list[str]:
    """The plans whose text is held."""
    return [name for name, one in fabric.plans.items() if isinstance(one, OutlinedPlan) and "plan" in vars(one)]


def test_what_all_plans_say_together_asks_for_no_text(tmp_path: Path) -> None:
    """Relations, editions, who names whom and the ids that were published come from outlines, and are the same."""
    root = assemble(tmp_path)
    plain, fabric = weave(load(root)), known(root)
    assert relations_of(fabric).all == relations_of(plain).all
    assert moves(fabric) == moves(plain)
    assert fabric.editions == plain.editions
    for plan_id, linked in plain.plans.items():
        assert fabric.above(plan_id) == plain.above(plan_id)
        assert fabric.outlines[plan_id].named == linked.outline.named
    for unit in plain.registry.units:
        assert fabric.count_of_duties(unit) == plain.count_of_duties(unit)
    assert brought(fabric) == []


def test_text_is_brought_back_and_let_go_of(tmp_path: Path) -> None:
    """Beyond so many plans the text of all is let go of; asked for again it is what it was."""
    fabric = known(assemble(tmp_path))
    lines = {plan_id: linked.lines for plan_id, linked in fabric.plans.items()}
    assert not fabric.let_go(len(lines))
    assert fabric.let_go(len(lines) - 1) and brought(fabric) == []
    assert {plan_id: linked.lines for plan_id, linked in fabric.plans.items()} == lines


def test_duties_are_brought_back_by_themselves_and_let_go_of(tmp_path: Path) -> None:
    """What a body has to do in all plans asks for no text; beyond so many plans their duties are let go of too."""
    root = assemble(tmp_path)
    fabric, plain = known(root), Agenda(weave(load(root)))
    agenda, count = Agenda(fabric), len(fabric.plans)
    shares = {body: agenda.shares(body) for body in fabric.owing}
    assert shares == {body: plain.shares(body) for body in fabric.owing} and brought(fabric) == []
    assert agenda.plans.held == count and not agenda.let_go(count)
    assert agenda.let_go(count - 1) and agenda.plans.held == 0 and not agenda.let_go()
    assert {body: agenda.shares(body) for body in fabric.owing} == shares


def test_places_of_mentions_are_brought_back_by_themselves(tmp_path: Path) -> None:
    """Where all plans mention something asks for no text of theirs."""
    root = assemble(tmp_path)
    fabric, plain = known(root), weave(load(root))
    things = {(named.kind, named.target) for outline in plain.outlines.values() for named in outline.named}
    assert len(things) > 50
    for kind, target in things:
        assert fabric.occurrences(kind, target) == plain.occurrences(kind, target) != []
    assert brought(fabric) == []


def test_parts_brought_back_by_themselves_are_held_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What many pages ask for is brought back once; of all, only those asked for last are held."""
    monkeypatch.setattr("kehoach.meaning.linked.HELD_ALONE", 2)
    fabric = known(assemble(tmp_path))
    first, second, third, *_ = fabric.plans.values()
    anchors = [one.anchors for one in (first, second)]
    assert first.anchors is anchors[0] and third.anchors and first.anchors is anchors[0]
    assert second.anchors == anchors[1] and second.anchors is not anchors[1]
    assert brought(fabric) == []


def test_a_piece_of_work_holds_few_plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who goes through all of them holds the last ones; what is asked for again is what it was."""
    monkeypatch.setattr("kehoach.meaning.linked.HELD", 2)
    root = assemble(tmp_path)
    fabric = known(root)
    first, *others = fabric.plans.values()
    lines = first.lines
    assert all(other.lines for other in others) and brought(fabric) == [other.plan.id for other in others[-2:]]
    assert first.lines == lines and first.lines is not lines
    assert len(brought(fabric)) == 2
    again = weave(load(root, Memory(Readings(Store(root / "kept"), everything))), fabric)
    assert all(one.duties for one in again.plans.values()) and len(brought(again)) == 2


def test_what_is_read_or_checked_of_many_is_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the values of files nor the text of plans: all together are more than a machine has room for."""
    root = assemble(tmp_path)
    monkeypatch.setattr(planfiles, "MANY", 1)
    monkeypatch.setattr(run, "HELD", 1)
    memory = Memory(Readings(Store(root / "kept"), everything))
    repository = load(root, memory)
    assert not memory.plans and not [name for name, *_ in memory.files if name.count("/") == 3]
    fabric = weave(repository)
    assert run.check_all(repository, fabric, processes=1) == run.check_repository(load(root), weave(load(root)))
    assert len(brought(fabric)) <= 1
    assert not [loaded for loaded in repository.plan_files.values() if "value" in loaded.__dict__]


def test_an_outline_is_a_look_of_its_own(tmp_path: Path) -> None:
    """Who asks for a plan's outline is not noted to have looked at its text."""
    fabric = known(assemble(tmp_path))
    with watched() as seen:
        assert fabric.outlines[XA_EA_KNOP].head.id == XA_EA_KNOP
    assert seen == {OUTLINED + XA_EA_KNOP}


@pytest.mark.parametrize("kept", [True, False])
def test_published_ids_are_those_of_the_text(tmp_path: Path, kept: bool) -> None:
    """With what is kept in a folder or in memory alone."""
    root = assemble(tmp_path)
    store = Store(root / "kept" if kept else None)
    found = load(root, Memory(Readings(store, everything)))
    assert list(current_ids(found.plans)) == list(current_ids(load(root).plans))
    assert dict(found.plans) == dict(load(root).plans)


def test_a_file_that_changes_meanwhile_is_not_taken_for_what_it_was(tmp_path: Path) -> None:
    """What is not kept any more is read again from the file, and only as long as that is the same."""
    root = assemble(tmp_path)
    known(root)
    store = Store(root / "kept")
    repository = load(root, Memory(Readings(store, everything)))
    store.keep_only("reading", [])
    path = root / "plans" / f"{XA_EA_KNOP}.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8')}# X\n", encoding="utf-8")
    with pytest.raises(UserError, match="chạy lại"):
        weave(repository).plans[XA_EA_KNOP].lines  # noqa: B018
    with pytest.raises(UserError, match="chạy lại"):
        repository.plan_files[XA_EA_KNOP].text  # noqa: B018
