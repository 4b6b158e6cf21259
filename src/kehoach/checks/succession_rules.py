"""Rules for what a plan goes on from and what follows it: items of earlier plans, the plan that takes its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kehoach.checks.checkedplan import CheckedPlan
from kehoach.checks.plan_rules import item_place
from kehoach.files.problems import Problem

_ID = re.compile(r"(?:plans/)?[a-z0-9-]+/[a-z0-9-]+/\S+\Z")
"""What can only be meant as a plan's id, or as the path of its file; a follower may be named in words, too."""


def problems(checked: CheckedPlan) -> Iterator[Problem]:
    """Find what a plan names as earlier or later and that is not there, or no more than a draft."""
    yield from _continues(checked)
    yield from _follower(checked)


def _continues(checked: CheckedPlan) -> Iterator[Problem]:
    plan = checked.plan
    earlier = checked.fabric.previous(plan.id)
    drafts: set[str] = set()
    for line in checked.linked.lines:
        if not line.item or line.anchor != line.item.id:
            continue
        for target in line.item.continues:
            plan_id, _, item_id = target.rpartition("#")
            place = (*item_place(line), "continues")
            earlier_id = plan_id or earlier or ""
            other = checked.fabric.plans.get(earlier_id)
            if other is None or all(item.id != item_id for item in other.plan.walk()):
                earlier_plan = earlier_id or "kế hoạch trước (chưa có)"
                yield checked.problem("KH312", place, f"Không có mục {item_id} trong {earlier_plan}.")
            elif other.plan.status == "draft" and plan.status == "issued" and earlier_id not in drafts:
                drafts.add(earlier_id)
                yield checked.problem("KH325", place, f"Tiếp nối {earlier_id}, nhưng kế hoạch ấy còn là dự thảo.")


def _follower(checked: CheckedPlan) -> Iterator[Problem]:
    plan, place = checked.plan, ("withdrawal", "followed_by")
    follower = str((plan.withdrawal or {}).get("followed_by", ""))
    if not follower or follower in checked.fabric.registry.documents:
        return
    other = checked.fabric.plans.get(follower)
    if follower == plan.id:
        yield checked.problem("KH325", place, f"{follower} là chính kế hoạch này.")
    elif other is not None and other.plan.status == "draft":
        yield checked.problem("KH325", place, f"Kế hoạch tiếp theo {follower} còn là dự thảo.")
    elif other is None and _ID.match(follower):
        follower_id = follower.removeprefix("plans/").removesuffix(".yaml")
        remedy = f" Ghi mã: {follower_id}." if follower_id in checked.fabric.plans and follower_id != follower else ""
        yield checked.problem("KH325", place, f"Không có kế hoạch {follower} trong kho.{remedy}")
