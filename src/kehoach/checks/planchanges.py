"""What a change does to a plan beside its printed words: status, facts, results, sources, addresses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields

from rapidfuzz.distance import Indel

from kehoach.comparison.markdown import code, escape
from kehoach.meaning.fabric import Fabric, LinkedPlan
from kehoach.model.plan import Facts, Item, Plan
from kehoach.model.progress import Progress
from kehoach.wording.letters import short_date

STATUSES: Mapping[str, str] = {"draft": "dự thảo", "issued": "đã ban hành", "withdrawn": "đã thu hồi"}
_FACTS: Mapping[str, str] = {
    "duty": "loại việc",
    "lead": "nơi chủ trì",
    "implementers": "nơi thực hiện",
    "partners": "nơi phối hợp",
    "report": "kỳ và hạn báo cáo",
    "targets": "chỉ tiêu",
}
_BESIDE: Mapping[str, str] = {
    "corrections": "đính chính",
    "sic": "chỗ in sai giữ nguyên",
    "links": "liên kết đặt tay",
    "coverage": "đối chiếu với cấp trên",
    "source": "nguồn",
    "signed_file": "bản ký số",
    "official_url": "nơi đăng chính thức",
    "published": "ngày đăng",
}
_SAME = 0.35
"""Likeness of words from which an address still leads to the same matter."""
_LEAST = 6
"""Fewest words of a provision whose likeness tells anything."""
_MOST = 8
"""Most addresses named one by one."""


def beside_print(old: Plan, new: Plan) -> Iterator[str]:
    """Say what changed of a plan that is not printed, a sentence each; status first."""
    if old.status != new.status:
        back = ", trở lại dự thảo sau khi đã công bố" if new.status == "draft" else ""
        yield f"**Tình trạng: từ {STATUSES[old.status]} sang {STATUSES[new.status]}**{back}{_withdrawal(new)}."
    elif old.withdrawal != new.withdrawal:
        yield f"Lời thu hồi thay đổi{_withdrawal(new)}."
    yield from _facts(old, new)
    before, after = ({item.id: item.continues for item in plan.walk()} for plan in (old, new))
    if any(before[item] != after[item] for item in before.keys() & after.keys()):
        yield "Mã mục nối tiếp (continues) thay đổi."
    changed = [words for name, words in _BESIDE.items() if getattr(old, name) != getattr(new, name)]
    if changed:
        yield f"Đổi phần không in: {', '.join(changed)}."


def _withdrawal(plan: Plan) -> str:
    withdrawal = plan.withdrawal or {}
    return (
        f" ngày {withdrawal['date']}: {escape(str(withdrawal.get('reason', '')))}".rstrip(".: ") if withdrawal else ""
    )


def _facts(old: Plan, new: Plan) -> Iterator[str]:
    before = {item.id: item.facts for item in old.walk()}
    for item in new.walk():
        was = before.get(item.id, item.facts)
        for field in fields(Facts):
            a, b = getattr(was, field.name), getattr(item.facts, field.name)
            if a != b:
                name = _FACTS.get(field.name, field.name)
                yield f"Dữ kiện ghi tay của mục {code(item.id)}, {name}: {escape(_value(a))} → {escape(_value(b))}."


def _value(value: object) -> str:
    """Write a noted fact in one line."""
    if not value:
        return "không ghi"
    if isinstance(value, tuple):
        return "; ".join(_value(part) for part in value)
    if isinstance(value, str | int | float):
        return str(value)
    parts = ((field.name, getattr(value, field.name)) for field in fields(value))  # type: ignore[arg-type]
    return ", ".join(f"{name} {_value(part)}" for name, part in parts if part)


def results(old: Progress | None, new: Progress | None) -> Iterator[str]:
    """Say which recorded results came, went or changed."""
    before, after = ({result.key: result for result in (side.results if side else ())} for side in (old, new))
    added, dropped = ([key for key in side if key not in other] for side, other in ((after, before), (before, after)))
    altered = [key for key in before.keys() & after.keys() if before[key] != after[key]]
    kinds_of_change = ((added, "thêm"), (altered, "sửa"), (dropped, "bỏ"))
    parts = [f"{word} {len(keys)} ({_results_named(keys)})" for keys, word in kinds_of_change if keys]
    if parts:
        yield f"Kết quả đã ghi: {'; '.join(parts)}."


def _results_named(keys: Sequence[tuple[str, str, str]]) -> str:
    names = [code(f"{duty} {period} {unit}".strip()) for duty, period, unit in sorted(keys)[:_MOST]]
    return ", ".join(names) + (f" và {len(keys) - _MOST} kết quả khác" if len(keys) > _MOST else "")


def addresses(old: Plan, new: Plan) -> Iterator[str]:
    """Say which published addresses of a plan are gone, and which now lead to something else."""
    if old.status == "draft":
        return
    before, after = ({item.id: _words(item) for item in plan.walk()} for plan in (old, new))
    lost = [name for name in before if name not in after]
    if lost:
        further = f" và {len(lost) - _MOST} mã khác" if len(lost) > _MOST else ""
        yield f"Địa chỉ đã công bố nay không còn: {', '.join(map(code, lost[:_MOST]))}{further}."
    home = {words: name for name, words in before.items() if len(words) >= _LEAST}
    for name in before.keys() & after.keys():
        a, b = before[name], after[name]
        if a == b or len(a) < _LEAST or Indel.normalized_similarity(a, b) >= _SAME:
            continue
        now = next((code(other) for other, words in after.items() if words == a), "")
        swapped = " (đổi mã)" if home.get(b, name) != name else ""
        new_home = f"; điều cũ nay ở {now}" if now else ""
        yield f"Địa chỉ đã công bố {code(name)} nay dẫn tới điều khác{swapped}{new_home}."


def _words(item: Item) -> tuple[str, ...]:
    return tuple(f"{item.heading} {item.text}".lower().split())


def doubts(linked: LinkedPlan, fabric: Fabric, progress: Progress | None, today: dt.date) -> Iterator[str]:
    """Say what cannot be right of a plan at a day: dates to come, a plan that rests on itself."""
    plan = linked.plan
    dates = {"ngày ban hành": plan.date_line.date, "ngày đăng": plan.published}
    dates |= {f"ngày ghi kết quả {code(r.duty)}": r.recorded for r in (progress.results if progress else ())}
    for name, day in dates.items():
        if day and day > today:
            yield f"Ngày ở tương lai: {name} là {short_date(day)}."
    own = fabric.registry.document_of.get(plan.id, "")
    if any(upper.id in (own, plan.id) for upper in fabric.above(plan.id) if upper.id):
        yield "Kế hoạch nêu chính nó làm căn cứ."
    if any(target.rpartition("#")[0] == plan.id for item in plan.walk() for target in item.continues):
        yield "Kế hoạch nối tiếp chính nó (continues)."
