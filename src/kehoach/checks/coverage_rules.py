"""Rules for what a person noted on the items of upper plans: every plan and item named must be there."""

from __future__ import annotations

from collections.abc import Iterator

from kehoach.checks.checkedplan import CheckedPlan
from kehoach.files.problems import Problem


def problems(checked: CheckedPlan) -> Iterator[Problem]:
    """Find entries of ``coverage`` that name a plan or item that is not there, or judge one item twice."""
    own = {item.id for item in checked.plan.walk()}
    seen: dict[str, int] = {}
    for index, entry in enumerate(checked.plan.coverage):
        upper_id, _, item_id = entry.upper.rpartition("#")
        place = ("coverage", index, "upper")
        upper = checked.fabric.plans.get(upper_id)
        if upper_id == checked.plan.id:
            yield checked.problem("KH318", place, f"{upper_id} là chính kế hoạch này.")
        elif upper is None:
            yield checked.problem("KH318", place, f"Không có kế hoạch {upper_id} trong kho.")
        elif all(item.id != item_id for item in upper.plan.walk()):
            yield checked.problem("KH318", place, f"Không có mục {item_id} trong {upper_id}.")
        if entry.item and entry.item not in own:
            item_place = ("coverage", index, "item")
            yield checked.problem("KH318", item_place, f"Không có mục {entry.item} trong kế hoạch này.")
        if entry.upper in seen:
            first = checked.loaded.line(("coverage", seen[entry.upper]))
            yield checked.problem("KH318", place, f"Mục {entry.upper} đã đối chiếu ở dòng {first}.")
        seen.setdefault(entry.upper, index)
