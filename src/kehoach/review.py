"""A change of the repository in words: what a pull request does to plans, duties and registries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kehoach.checks import check_repository
from kehoach.diff import compare
from kehoach.diff.model import Comparison
from kehoach.diff.written import as_markdown, escape
from kehoach.duties import Duty
from kehoach.fabric import Fabric, LinkedPlan
from kehoach.problems import Problem, Severity, in_order
from kehoach.registry import KINDS
from kehoach.repository import Repository

LIMIT = 60_000
"""Most characters of a review: the forges refuse longer comments."""

MARK = "<!-- kehoach-review -->"
"""First line of a review, by which a workflow finds the comment to update."""


@dataclass(frozen=True)
class Side:
    """A state of the repository, linked."""

    repository: Repository
    fabric: Fabric


@dataclass(frozen=True)
class Review:
    """A review as Markdown, empty when nothing changed, and the errors that the change brings."""

    markdown: str
    new_errors: tuple[Problem, ...]


def review(base: Side, head: Side, preview: str = "") -> Review:
    """Compare two states; ``preview`` is the address of a preview site to link to, if there is one."""
    touched = _touched(base.repository, head.repository)
    registries = list(_registry_changes(base, head))
    new, old = _problems(base, head, touched, bool(registries))
    if not touched and not registries and not new:
        return Review("", ())
    short: list[str] = [MARK, "# Thay đổi đối với các kế hoạch", ""]
    folded: list[str] = []
    for plan_id in touched:
        lines, details = _plan(plan_id, base.fabric, head.fabric)
        short += lines
        folded += details
    if registries:
        short += ["## Sổ dùng chung", "", *registries, ""]
    short += _problem_lines(new, old)
    if preview:
        short += [f"[Xem trước trang]({preview})", ""]
    errors = tuple(p for p in new if p.severity is Severity.ERROR)
    return Review(_cut("\n".join(short), folded), errors)


def _touched(base: Repository, head: Repository) -> list[str]:
    """Give the plans that differ: added, removed or changed, companions included."""
    ids = sorted({*base.plans, *head.plans})
    return [
        plan_id
        for plan_id in ids
        if base.plans.get(plan_id) != head.plans.get(plan_id) or base.sources.get(plan_id) != head.sources.get(plan_id)
    ]


def _plan(plan_id: str, base: Fabric, head: Fabric) -> tuple[list[str], list[str]]:
    old, new = base.plans.get(plan_id), head.plans.get(plan_id)
    if new is None:
        return [
            f"## `{plan_id}`",
            "",
            "Kế hoạch bị xóa khỏi kho. Kế hoạch đã ban hành chỉ nên thu hồi, không xóa.",
            "",
        ], []
    title = [f"## `{plan_id}`", "", f"{escape(new.plan.title)}", ""]
    if old is not None:
        return _compared(title, "So với bản đang có", compare(old, new, head.registry), old, new)
    earlier = head.previous(plan_id)
    if earlier is None:
        return [*title, f"Kế hoạch mới, {len(new.duties)} việc; chưa có kế hoạch năm trước để so.", ""], []
    before = head.plans[earlier]
    return _compared(title, f"Kế hoạch mới, so với `{earlier}`", compare(before, new, head.registry), before, new)


def _compared(
    title: Sequence[str], heading: str, comparison: Comparison, old: LinkedPlan, new: LinkedPlan
) -> tuple[list[str], list[str]]:
    if not comparison.headline:
        return [*title, f"{heading}: chữ in không đổi; chỉ đổi chú giải, đính chính hoặc nguồn.", ""], []
    out = [*title, f"**{heading}**", "", *(f"- {escape(sentence)}" for sentence in comparison.headline), ""]
    table = list(_duty_table(old.duties, new.duties, comparison))
    if table:
        out += ["| Cơ quan | Việc | Thay đổi |", "| --- | --- | --- |", *table, ""]
    return out, [as_markdown(comparison, level=3)]


def _duty_table(old: Sequence[Duty], new: Sequence[Duty], comparison: Comparison) -> Iterator[str]:
    """Rows of duties by body: new, dropped or changed."""
    status = {}
    for change in comparison.provisions:
        if change.relation == "pair":
            if change.old and change.status == "removed":
                status["old", change.old.key] = "bỏ"
            elif change.new and change.status == "added":
                status["new", change.new.key] = "mới"
            elif change.new and change.weight == "substantive":
                status["new", change.new.key] = "sửa"
    rows = [(duty, status.get((side, duty.anchor))) for side, duties in (("old", old), ("new", new)) for duty in duties]
    listed = sorted(
        {(_doers(duty), duty.title, word) for duty, word in rows if word}, key=lambda r: (r[0].lower(), r[2], r[1])
    )
    for who, title, word in listed:
        yield f"| {escape(who) or '(không nêu)'} | {escape(title)} | {word} |"


def _doers(duty: Duty) -> str:
    return "; ".join(party.words for party in (duty.lead or duty.implementers))


_REGISTRY_NAMES = {
    "units": "cơ quan",
    "documents": "văn bản",
    "indicators": "chỉ số",
    "terms": "thuật ngữ",
    "series": "loạt kế hoạch",
}
_MENTION_KINDS = {"units": "unit", "documents": "document", "indicators": "indicator", "terms": "term"}


def _registry_changes(base: Side, head: Side) -> Iterator[str]:
    """Say which entries were added, dropped or changed, and which plans mention them."""
    for kind in KINDS:
        before: Mapping[str, object] = getattr(base.repository.registry, kind)
        after: Mapping[str, object] = getattr(head.repository.registry, kind)
        for entry in sorted({*before, *after}):
            if before.get(entry) == after.get(entry):
                continue
            word = "thêm" if entry not in before else "bỏ" if entry not in after else "sửa"
            fabric = base.fabric if word == "bỏ" else head.fabric
            found = fabric.occurrences(_MENTION_KINDS[kind], entry) if kind in _MENTION_KINDS else []
            plans = sorted({occurrence.plan_id for occurrence in found})
            affects = (
                f"; có mặt trong {', '.join(f'`{p}`' for p in plans)}" if plans else "; chưa kế hoạch nào nhắc đến"
            )
            yield f"- {word} {_REGISTRY_NAMES[kind]} `{entry}`{affects}"


def _problems(base: Side, head: Side, touched: Iterable[str], registries: bool) -> tuple[list[Problem], list[Problem]]:
    """Give the problems that the change brings and those that were there, line numbers not counting."""
    only = None if registries else set(touched)
    before = {_identity(p) for p in check_repository(base.repository, base.fabric, only)}
    now = check_repository(head.repository, head.fabric, only)
    new = [p for p in now if _identity(p) not in before and p.severity is not Severity.NOTE]
    old = [p for p in now if _identity(p) in before and p.severity is not Severity.NOTE]
    return in_order(new), in_order(old)


def _identity(problem: Problem) -> tuple[str, str, str]:
    return problem.code, problem.file, problem.message


def _problem_lines(new: Sequence[Problem], old: Sequence[Problem]) -> list[str]:
    out: list[str] = []
    if new:
        out += ["## Lỗi và cảnh báo mới", ""]
        out += [f"- `{p.file}:{p.line}` {escape(p.message)} ({p.code})" for p in new]
        out.append("")
    if old:
        out += [f"<details><summary>Đã có từ trước ({len(old)})</summary>", ""]
        out += [f"- `{p.file}:{p.line}` {escape(p.message)} ({p.code})" for p in old]
        out += ["", "</details>", ""]
    return out


def _cut(short: str, folded: Sequence[str]) -> str:
    """Keep the whole within the limit: first details go, whole plans at a time, then the end of the short part."""
    note = "\n*Đã lược bớt chi tiết vì quá dài; chạy `kehoach diff` để xem đủ.*\n"
    room = LIMIT - len(note)
    if len(short) > room:
        return short[: short.rfind("\n", 0, room)] + note
    out, left_out = short, False
    for details in folded:
        if len(out) + len(details) + 1 > room:
            left_out = True
            continue
        out += "\n" + details
    return out + note if left_out else out
