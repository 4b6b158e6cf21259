"""What was published must go on resolving: no address of the committed list may be lost, none may be missing on it."""

from __future__ import annotations

import sys
from collections.abc import Container, Iterable, Iterator, Mapping

from kehoach.files.memory import outlined
from kehoach.files.permanentids import PERMANENT_IDS, PublishedIds
from kehoach.files.problems import Problem
from kehoach.model.plan import Plan


def problems(published: Iterable[str], plans: Mapping[str, Plan], unread: Container[str] = ()) -> Iterator[Problem]:
    """Find published ids that no plan has any more, and ids of issued plans that are not on the list.

    ``unread`` are ids of plans whose files could not be read: what they hold is not known.
    """
    if isinstance(published, PublishedIds) and published.are_those_of(plans):
        return
    now = {plan.id: items for plan, items in outlined(plans)}
    ids_by_plan: dict[str, set[str]] = {}
    number, before = 0, ""
    for name in published:
        plan_id, _, item_id = name.partition("#")
        if plan_id != before:
            # The list has those of a plan together: its items are looked up many times.
            before, of_plan, ids_now = plan_id, ids_by_plan.setdefault(plan_id, set()), {*now.get(plan_id, ())}
        if item_id in of_plan:
            continue
        number += 1
        of_plan.add(sys.intern(item_id))
        if item_id not in ids_now and plan_id not in unread:
            lost = f"mã mục {item_id} của {plan_id}" if plan_id in plans else f"kế hoạch {plan_id}"
            yield Problem("KH316", PERMANENT_IDS, number, "", f"Đã công bố {lost} nhưng nay không còn.")
    missing = [
        f"{plan.id}#{item_id}"
        for plan, items in outlined(plans)
        if plan.status != "draft"
        for item_id in items
        if item_id not in ids_by_plan.get(plan.id, ())
    ]
    if missing:
        message = f"{len(missing)} mã mục đã đăng chưa có trong danh sách, đầu tiên là {missing[0]}."
        yield Problem("KH317", PERMANENT_IDS, 1, "", message)


def dropped(before: Iterable[str], after: Iterable[str]) -> Iterator[Problem]:
    """Find addresses that a change takes off the list, which only ever grows."""
    still = set(after)
    lost = [name for name in before if name not in still]
    if lost:
        message = f"Danh sách địa chỉ đã công bố bị bỏ {len(lost)} dòng, đầu tiên là {lost[0]}; chỉ được thêm dòng."
        yield Problem("KH316", PERMANENT_IDS, 1, "", message)
