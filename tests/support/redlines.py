"""Plans in pairs for redlines: real ones, any two that can be drawn, tables of many shapes; and what a file says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from corpus import HUYEN_DONG_XUAN, SO_XAY_DUNG, TINH_2021, TINH_2025, XA_EA_KNOP
from hypothesis import strategies as st
from wordtables import SHAPES

from kehoach.comparison.compare import compare
from kehoach.exports.redline import redline
from kehoach.files.repository import Repository
from kehoach.importing.read import import_file
from kehoach.importing.word import read_word
from kehoach.meaning.fabric import LinkedPlan, weave
from kehoach.meaning.linking import Linker
from kehoach.model.fromdata import plan_from
from kehoach.model.registry import Registry

PAIRS = [
    (TINH_2021, TINH_2025),
    (TINH_2025, TINH_2021),
    (HUYEN_DONG_XUAN, XA_EA_KNOP),
    (SO_XAY_DUNG, TINH_2025),
    (XA_EA_KNOP, XA_EA_KNOP),
]


def said(data: bytes, *, accept: bool = True) -> list[str]:
    """The lines of a Word file as our reader gives them, labels, tables and all."""
    return [line for line in read_word(data, accept=accept).text.split("\n") if line.strip()]


def red(old: LinkedPlan, new: LinkedPlan, registry: Registry) -> bytes:
    return redline(old, new, compare(old, new, registry), registry)


def invented(body: list[dict[str, Any]], repository: Repository, plan_id: str = "xa-ea-knop/thu/2026") -> LinkedPlan:
    plan = plan_from(plan_id, {"title": "Kế hoạch A", "issuer": "xa-ea-knop", "body": body})
    return weave(replace(repository, plans={plan.id: plan})).plans[plan.id]


TEXTS = st.sampled_from(
    ["Việc chung", "Việc chung:", "Việc chung.", "Việc riêng của xã.", "Báo cáo hằng quý", "Họp; ghi biên bản", "x"]
)


@st.composite
def bodies(draw: st.DrawFn, depth: int = 0) -> list[dict[str, Any]]:
    names = draw(st.permutations([f"m{depth}{n}" for n in range(5)]))
    items = []
    for name in names[: draw(st.integers(1, 4))]:
        item: dict[str, Any] = {"id": name}
        kind = draw(st.integers(0, 3))
        item |= {"heading": draw(TEXTS)} if kind in (0, 1) else {"text": draw(TEXTS)}
        item |= {"text": f"{draw(TEXTS)}\n{draw(TEXTS)}"} if kind == 1 else {}
        item |= {"lead": draw(TEXTS)} if draw(st.booleans()) else {}
        item |= {"items": draw(bodies(depth + 1))} if depth < 2 and draw(st.booleans()) else {}
        items.append(item)
    return items


def with_table(shape: str) -> LinkedPlan:
    """One of the shapes of tables as a plan."""
    data = import_file(SHAPES[shape](), issuer="xa-mau").data
    return LinkedPlan(plan_from("xa-mau/tuyen-truyen/2026", data), Linker(Registry()))


TABLES = [("merged", "wide"), ("inspection", "inspection"), ("wide", "merged"), ("headless", "wide")]
