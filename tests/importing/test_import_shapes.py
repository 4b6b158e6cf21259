"""Twenty-five shapes of Word plans: imported, placed, accepted, written as DOCX and imported again: the same plan."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from closedloop import errors, placed
from wordshapes import SHAPES

from kehoach.exports.docx import official_document
from kehoach.files.repository import load
from kehoach.importing.read import import_file
from kehoach.meaning.fabric import weave
from kehoach.model.fromdata import plan_from
from kehoach.model.plan import Plan
from kehoach.model.printed import lines

DRAFTS = {"chua-co-so.docx"}


def _said(plan: Plan) -> list[tuple[str, str]]:
    """The words of a plan with their labels, without the head that an export may fill up."""
    return [(line.label, line.words.lower()) for line in lines(plan) if line.kind not in ("header", "nation")]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """All shapes placed in one repository."""
    root = tmp_path_factory.mktemp("kho")
    return root, placed(root, {f"{name}.docx": make() for name, make in SHAPES.items()})


def test_all_are_accepted(repository: tuple[Path, dict[str, str]]) -> None:
    """No shape gives an error, and only what has no number is a draft."""
    root, folders = repository
    assert len(SHAPES) == 25 and errors(root, folders) == []
    plans = load(root).plans
    assert len(plans) == len(SHAPES)
    drafts = {folders[f"plans/{plan.unit}/{plan.series}/"] for plan in plans.values() if plan.status == "draft"}
    assert drafts == DRAFTS


def test_all_come_back_through_word(repository: tuple[Path, dict[str, str]]) -> None:
    """The official document of each, imported again, says the same under the same labels."""
    root, folders = repository
    loaded = load(root)
    fabric = weave(loaded)
    for plan_id, linked in fabric.plans.items():
        again = import_file(official_document(linked, loaded.registry), issuer=linked.plan.issuer)
        back = replace(plan_from(plan_id, dict(again.data)), id=plan_id)
        assert _said(back) == _said(linked.plan), folders[f"plans/{linked.plan.unit}/{linked.plan.series}/"]
