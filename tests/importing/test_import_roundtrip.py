"""A plan written as DOCX and imported again is the same plan.

Compared are all keys of the printed document: title, head, number, symbol, place and date, căn cứ, thực hiện, ban
hành, every article and item with heading, run-in heading, text, numbering, labels, fields and order, close,
recipients and signature, and whether it is a draft. What a document does not print cannot come back:
``NOT_PRINTED``; what it prints in capitals comes back in sentence case by rules, which can miss a name.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from bench.edits import KINDS, edit
from corpus import PLAN_IDS, TINH_2025, XA_EA_KNOP
from roundtrip import printed_data, same_numbering, there_and_back

from kehoach.files.repository import Repository
from kehoach.meaning.fabric import Fabric, LinkedPlan
from kehoach.model.fromdata import plan_from


def faults(plan_id: str, data: dict[str, Any], fabric: Fabric) -> list[str]:
    """Keys in which a plan differs after a journey through Word, and words lost."""
    linker = next(iter(fabric.plans.values())).linker
    made = LinkedPlan(plan_from(plan_id, data), linker)
    result = there_and_back(made, fabric.registry)
    wanted = printed_data(data, made, fabric.registry)
    found = printed_data(result.data, made, fabric.registry)
    out = [key for key in {**wanted, **found} if wanted.get(key) != found.get(key)]
    out += [f"lost {word}" for _, word in result.report.words.lost]
    return [*out, *([] if same_numbering(data, result.data) else ["numbering"])]


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_plan_comes_back(plan_id: str, repository: Repository, fabric: Fabric) -> None:
    """The five plans, alone or behind their decision, come back whole."""
    assert faults(plan_id, repository.plan_files[plan_id].value, fabric) == []


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_ids_are_those_of_the_words(plan_id: str, fabric: Fabric) -> None:
    """Ids are not printed: the draft gets new ones, each once."""
    result = there_and_back(fabric.plans[plan_id], fabric.registry)
    plan = plan_from(plan_id, result.data)
    ids = [item.id for item in plan.walk()]
    assert len(ids) == len(set(ids)) == len(list(fabric.plans[plan_id].plan.walk()))


@pytest.mark.parametrize("kind", KINDS)
def test_edited_plans_come_back(kind: str, repository: Repository, fabric: Fabric) -> None:
    """So do plans changed as editions change: moved, split, merged, added, renewed."""
    made = 0
    for plan_id in PLAN_IDS:
        change = edit(kind, plan_id, repository.plan_files[plan_id].value, repository.registry, 1)
        if change is not None:
            made += 1
            name = change.after_id or plan_id
            assert faults(name, change.after, fabric) == [], (plan_id, change.touched)
    assert made


SIGNATURES = (
    {"authority": "TM. Ủy ban nhân dân", "role": "Chủ tịch", "name": "Lê Anh Vũ"},
    {"authority": "TM. Ủy ban nhân dân KT. Chủ tịch", "role": "Phó Chủ tịch", "name": "H'Yim Kđoh"},
    {"authority": "TL. Chủ tịch", "role": "Chánh Văn phòng", "name": None},
    {"role": "Giám đốc", "name": "TS. Nguyễn Văn An"},
)


@pytest.mark.parametrize("signature", SIGNATURES, ids=["tm", "tm-kt", "tl", "bare"])
@pytest.mark.parametrize("plan_id", [TINH_2025, XA_EA_KNOP])
def test_foot_and_blanks_come_back(
    plan_id: str, signature: dict[str, Any], repository: Repository, fabric: Fabric
) -> None:
    """Every form of signature, a draft's mark, number and day left blank or given, around one section with duties."""
    data = deepcopy(repository.plan_files[plan_id].value)
    data["body"] = data["body"][2:3]
    document = data.get("decision", data)
    document["signature"] = signature
    for number, date, printed in (
        (None, None, "ngày tháng 02 năm 2026"),
        ("07", "2026-02-05", "ngày 05 tháng 02 năm 2026"),
    ):
        document["number"] = number
        document["issued"] = {"place": "Đắk Lắk", "date": date, "printed": printed}
        for status in ("draft", "issued"):
            data["status"] = status
            assert faults(plan_id, data, fabric) == []
