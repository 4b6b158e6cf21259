"""What works ask of all plans: noted each time, with an answer, and told by names of what may change that."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import keeping
import pytest
from assembling import assemble
from bench.edits import KINDS, edit
from corpus import ROOT, TINH_2021, TINH_2025, XA_EA_KNOP
from keeping import Around

from kehoach.comparison.relations import Endpoint, relations_of
from kehoach.files.memory import Memory
from kehoach.files.repository import load
from kehoach.files.yamldump import dump_plan
from kehoach.machine.store import Store
from kehoach.machine.tracing import ASKED, watched
from kehoach.meaning.fabric import OUTLINED, Fabric, weave
from kehoach.meaning.linked import question_to_plan
from kehoach.pages.build import make_site
from kehoach.pages.home import home
from kehoach.publishing.changednames import ChangedNames
from kehoach.publishing.graphshards import GraphShards
from kehoach.publishing.questions import NAMED, QUESTIONS, TOLD
from kehoach.publishing.readings import Readings, everything
from kehoach.publishing.registryfiles import RegistryFiles
from kehoach.publishing.signatures import Signatures
from kehoach.publishing.works import Circumstances

EDITS = 2
"""Edits of each kind and plan."""
FIELDS: Mapping[str, Any] = {
    "title": "Kế hoạch khác",
    "symbol": "KH-SNV",
    "status": "draft",
    "issuer": "so-noi-vu-dak-lak",
    "issued": {"place": "Đắk Lắk", "date": "2024-02-29", "printed": "ngày 29 tháng 02 năm 2024"},
    "legal_basis": ["Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;"],
    "body": [{"id": "muc-le", "text": "Ủy ban nhân dân tỉnh tổ chức thực hiện kế hoạch này."}],
}
"""What else of a plan is edited, field by field."""


class Asked:
    """The five plans, built once; gives what the works asked of all plans, and the state of the repository now."""

    def __init__(self, folder: Path) -> None:
        self.root, self.store = assemble(folder / "kho"), Store(folder / "giu")
        self.state = Around(ROOT / "site_src")
        keeping.made(self.root, folder / "site", self.store, self.state)
        entries = (json.loads(data) for _, _, data in self.store.read_all("work"))
        self.names = {name for entry in entries for name in entry["plans"] if name.startswith(ASKED)}

    def now(self) -> Signatures:
        """Open the repository as it is."""
        repository = load(self.root, Memory(Readings(self.store, everything), RegistryFiles(self.store)))
        site = make_site(weave(repository), repository, templates=self.state.source / "templates", today=self.state.day)
        return Signatures(site, Circumstances(home("Thử", None), self.state.source, {}))

    def answers(self, now: Signatures) -> Mapping[str, str]:
        """Give what all that was asked comes to."""
        return {name: now.fact(name) for name in self.names}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    """What the works of the five plans asked."""
    return Asked(tmp_path_factory.mktemp("hoi"))


def test_each_kind_is_asked_and_known(asked: Asked) -> None:
    """No work asks a question whose answer nobody can give again, and none is described that nobody asks."""
    kinds = {name.removeprefix(ASKED).partition("/")[0] for name in asked.names}
    # Of years with few deadlines there is no page for each month, and counts are told on lists of everything.
    assert kinds <= {*QUESTIONS}
    assert {*QUESTIONS} - kinds <= {"month", "moves"}


def test_who_asks_is_noted_though_it_was_asked_before(fabric: Fabric) -> None:
    """Not what answering looks at, which it does once for all."""
    for _ in range(2):
        with watched() as seen:
            fabric.below(TINH_2021)
            relations_of(fabric).to(Endpoint("plan", TINH_2025))
            fabric.occurrences("unit", "tinh-dak-lak", {XA_EA_KNOP})
        assert seen == {
            f"?below/{TINH_2021}",
            f"?ties/plan/{TINH_2025}",
            question_to_plan(XA_EA_KNOP, "unit/tinh-dak-lak"),
        }


def test_what_an_answer_hangs_on() -> None:
    """A question about a thing hangs on what plans in outline tell of it, whichever year it is asked for."""
    site = object()
    assert [*QUESTIONS["named"].hangs_on(site, "unit/tinh-dak-lak/2025")] == [f"{NAMED}unit/tinh-dak-lak"]  # type: ignore[arg-type]
    assert [*QUESTIONS["issued"].hangs_on(site, "tinh-dak-lak")] == [f"{NAMED}unit/tinh-dak-lak"]  # type: ignore[arg-type]


@pytest.mark.parametrize("plan_id", [TINH_2021, TINH_2025, XA_EA_KNOP])
def test_an_answer_that_an_edit_changes_is_told_by_name(asked: Asked, plan_id: str) -> None:
    """Whatever kind of edit: an answer that is another one hangs on a name that has changed."""
    before = asked.answers(first := asked.now())
    path = asked.root / "plans" / f"{plan_id}.yaml"
    text = path.read_bytes()
    value = first.site.repository.plan_files[plan_id].value
    data = {key: part for key, part in value.items() if key not in ("source", "corrections")}
    changes = 0
    for name, after in _edited(plan_id, data, first):
        path.write_text(dump_plan(after), encoding="utf-8")
        now = asked.now()
        assert plan_id in now.site.fabric.plans, f"{name} is no plan"
        changed = ChangedNames(GraphShards(asked.store, now.ground), now).names
        others = {name for name, answer in asked.answers(now).items() if answer != before[name]}
        untold = sorted(name for name in others if changed.isdisjoint(now.concerns(name)))
        assert untold == [], name
        changes += len(others)
    path.write_bytes(text)
    assert changes > 100


def _edited(plan_id: str, data: Mapping[str, Any], before: Signatures) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Give a plan's values after each of many edits, with what was edited."""
    for kind in KINDS:
        for seed in range(EDITS):
            if done := edit(kind, plan_id, data, before.site.registry, seed):
                yield f"{kind} {seed}", done.after
    yield from ((name, {**data, name: value}) for name, value in FIELDS.items())


def test_a_title_changes_no_answer_about_a_thing(asked: Asked) -> None:
    """Nobody is looked at for it but who names the plan by its title, and what goes through all plans."""
    path = asked.root / "plans" / f"{XA_EA_KNOP}.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("title: Kế hoạch", "title: Kế hoạch riêng", 1), encoding="utf-8")
    now = asked.now()
    changed = ChangedNames(GraphShards(asked.store, now.ground), now).names
    path.write_text(text, encoding="utf-8")
    assert f"{OUTLINED}{XA_EA_KNOP}" in changed
    assert not [name for name in changed if name.startswith((NAMED, TOLD))]


def test_each_question_has_an_answer_when_a_plan_is_gone(asked: Asked) -> None:
    """Where plans come or go each work is told by all that it asked, of plans too that are no more."""
    path = asked.root / "plans" / f"{TINH_2025}.yaml"
    text = path.read_bytes()
    path.unlink()
    now = asked.now()
    path.write_bytes(text)
    assert TINH_2025 not in now.site.fabric.plans
    assert {*asked.answers(now)} == asked.names
    assert all(
        name.startswith(("~", "=", "#", "?", "*")) for asked_name in asked.names for name in now.concerns(asked_name)
    )
