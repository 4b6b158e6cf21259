"""Addresses that were published once and must go on resolving: a committed list that only grows.

One line a provision, ``<plan id>#<item id>``, in ``plans/permanent-ids.txt``. A plan is never deleted, only
withdrawn; an item's id never changes once it was published.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from kehoach.files.memory import outlined
from kehoach.files.problems import Problem
from kehoach.model.plan import Plan

FILE = "plans/permanent-ids.txt"


def published_ids(text: str) -> list[str]:
    """Read the list, one id a line."""
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def current_ids(plans: Mapping[str, Plan]) -> Iterator[str]:
    """Give the ids that the issued plans publish now, in printed order."""
    for plan, items in outlined(plans):
        if plan.status != "draft":
            yield from (f"{plan.id}#{item_id}" for item_id in items)


def grown(published: Iterable[str], plans: Mapping[str, Plan]) -> str:
    """Give the list's text with all current ids added; nothing is ever taken out."""
    return "".join(f"{name}\n" for name in sorted({*published, *current_ids(plans)}))


def problems(published: Iterable[str], plans: Mapping[str, Plan], unread: Container[str] = ()) -> Iterator[Problem]:
    """Find published ids that no plan has any more, and ids of issued plans that are not on the list.

    ``unread`` are ids of plans whose files could not be read: what they hold is not known.
    """
    numbered = dict.fromkeys(published)
    now = {f"{plan.id}#{item_id}" for plan, items in outlined(plans) for item_id in items}
    for number, name in enumerate(numbered, 1):
        plan_id, _, item_id = name.partition("#")
        if name not in now and plan_id not in unread:
            lost = f"mã mục {item_id} của {plan_id}" if plan_id in plans else f"kế hoạch {plan_id}"
            yield Problem("KH316", FILE, number, "", f"Đã công bố {lost} nhưng nay không còn.")
    missing = [name for name in current_ids(plans) if name not in numbered]
    if missing:
        message = f"{len(missing)} mã mục đã đăng chưa có trong danh sách, đầu tiên là {missing[0]}."
        yield Problem("KH317", FILE, 1, "", message)


def dropped(before: Iterable[str], after: Iterable[str]) -> Iterator[Problem]:
    """Find addresses that a change takes off the list, which only ever grows."""
    still = set(after)
    lost = [name for name in before if name not in still]
    if lost:
        message = f"Danh sách địa chỉ đã công bố bị bỏ {len(lost)} dòng, đầu tiên là {lost[0]}; chỉ được thêm dòng."
        yield Problem("KH316", FILE, 1, "", message)
