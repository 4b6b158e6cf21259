"""A change of the repository in words: what a pull request does to plans, duties and registries."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kehoach.checks import permanence_rules, progress_rules
from kehoach.checks.planchanges import STATUSES, addresses, beside_print, doubts, results
from kehoach.checks.problemformats import places
from kehoach.checks.rules import Severity, severity_of
from kehoach.checks.run import check_repository
from kehoach.comparison.compare import compare
from kehoach.comparison.dutytable import DutyRow, duties_of, duty_rows
from kehoach.comparison.markdown import code, details, escape
from kehoach.files.problems import Problem, in_order
from kehoach.files.repository import Repository
from kehoach.meaning.fabric import Fabric, LinkedPlan
from kehoach.model.registry import KINDS, Registry
from kehoach.wording.labels import NAMED

LIMIT = 60_000
"""Most characters of a review: the forges refuse longer comments."""

MARK = "<!-- kehoach-review -->"
"""First line of a review, by which a workflow finds the comment to update."""


@dataclass(frozen=True)
class ReviewSide:
    """A state of the repository, linked."""

    repository: Repository
    fabric: Fabric


@dataclass(frozen=True)
class Review:
    """A review as Markdown, empty when nothing changed, and the errors that the change brings."""

    markdown: str
    new_errors: tuple[Problem, ...]


def review(
    base: ReviewSide, head: ReviewSide, preview: str = "", outside: Sequence[str] = (), *, today: dt.date
) -> Review:
    """Compare two states at a day; the first thing said is which files outside ``plans/`` change.

    ``preview`` is the address of a preview site to link to, if there is one; ``outside`` are those files' names.
    """
    touched = _touched(base.repository, head.repository)
    registries = list(_registry_changes(base, head))
    rewritten = _rewritten(base.repository, head.repository, touched)
    new, old = _problems(base, head, touched, bool(registries))
    if not (touched or registries or new or outside or rewritten):
        return Review("", ())
    short: list[str] = [MARK, *_outside(outside), "# Thay đổi đối với các kế hoạch", "", *rewritten]
    folded: list[tuple[str, list[str]]] = []
    for plan_id in touched:
        section = _plan(plan_id, base, head, today)
        short += section.short
        folded += [(plan_id, section.details)] if section.details else []
    if registries:
        short += ["## Sổ dùng chung", "", *registries, ""]
    short += _problem_lines(new, old)
    if preview:
        short += [f"[Xem trước trang]({preview})", ""]
    errors = tuple(p for p in new if severity_of(p) is Severity.ERROR)
    blocks = ["\n".join((f"## Chi tiết {code(plan_id)}", "", *lines)) for plan_id, lines in folded]
    return Review(_cut("\n".join(short), blocks), errors)


def _touched(base: Repository, head: Repository) -> list[str]:
    """Give the plans that differ: added, removed or changed, companions included."""

    def state(repository: Repository, plan_id: str) -> tuple[object, ...]:
        recorded = repository.progress.get(plan_id)
        plan, source = repository.plans.get(plan_id), repository.sources.get(plan_id)
        return plan, source, recorded.progress if recorded else None

    ids = sorted({*base.plans, *head.plans})
    return [plan_id for plan_id in ids if state(base, plan_id) != state(head, plan_id)]


_MOST_NAMES = 20
_OF_THE_PROGRAM = frozenset(
    ("src", "hooks", ".github", ".ci", ".gitlab-ci.yml", "noxfile.py", "run.py", "pyproject.toml", "mkdocs.yml")
)


def _outside(names: Sequence[str]) -> list[str]:
    if not names:
        return []
    rows = [code(name) for name in sorted(names)]
    if len(rows) > _MOST_NAMES:
        # By folder, the program's own first: many new files must not hide the one that does something.
        tops = Counter(name.partition("/")[0] + "/" * ("/" in name) for name in names)
        first = sorted(tops, key=lambda top: (top.strip("/") not in _OF_THE_PROGRAM, top))
        rows = [f"{code(top)} ({tops[top]} tệp)" if top.endswith("/") else code(top) for top in first]
    further = f" và {len(rows) - _MOST_NAMES} chỗ khác" if len(rows) > _MOST_NAMES else ""
    listed = ", ".join(rows[:_MOST_NAMES])
    return [f"**Thay đổi này chạm đến {len(names)} tệp ngoài `plans/`**: {listed}{further}.", ""]


def _rewritten(base: Repository, head: Repository, touched: Sequence[str]) -> list[str]:
    """Say of which plans only the way their file is written changed."""
    names = [
        plan_id
        for plan_id, loaded in head.plan_files.items()
        if plan_id not in touched and plan_id in base.plan_files and base.plan_files[plan_id].text != loaded.text
    ]
    return [*(f"- {code(name)}: tệp được viết lại, chữ in không đổi." for name in names), ""] if names else []


@dataclass(frozen=True)
class _Section:
    short: list[str]
    details: list[str]


def _plan(plan_id: str, base: ReviewSide, head: ReviewSide, today: dt.date) -> _Section:
    old, new = base.fabric.plans.get(plan_id), head.fabric.plans.get(plan_id)
    if new is None:
        deleted = "Kế hoạch bị xóa khỏi kho. Kế hoạch đã ban hành chỉ nên thu hồi, không xóa."
        faulty = "Tệp kế hoạch có lỗi nên chưa đọc được; sửa các lỗi nêu dưới đây rồi xem lại."
        return _Section([f"## {code(plan_id)}", "", faulty if _is_faulty(head, plan_id) else deleted, ""], [])
    title = [f"## {code(plan_id)}", "", f"Tên: {escape(new.plan.title)}", ""]
    sentences = list(_besides_words(plan_id, base, head, today))
    title += [*(f"- {sentence}" for sentence in sentences), ""] if sentences else []
    if old is not None:
        return _compared(title, "So với bản đang có", old, new, head.fabric.registry)
    earlier = head.fabric.previous(plan_id)
    arrived = "Bản đang có bị lỗi nên không so được" if _is_faulty(base, plan_id) else "Kế hoạch mới"
    if earlier is None:
        first = f"{arrived}, {len(new.duties)} việc; chưa có kế hoạch năm trước để so."
        return _Section([*title, first, "", *_table(duties_of(new, head.fabric.registry))], [])
    before = head.fabric.plans[earlier]
    return _compared(title, f"{arrived}; so với {code(earlier)}", before, new, head.fabric.registry)


def _besides_words(plan_id: str, base: ReviewSide, head: ReviewSide, today: dt.date) -> Iterator[str]:
    """Say what the change does to a plan beside its printed words."""
    old, new = base.fabric.plans.get(plan_id), head.fabric.plans[plan_id]
    recorded = [side.repository.progress.get(plan_id) for side in (base, head)]
    before, after = (record.progress if record else None for record in recorded)
    if old is None:
        yield f"Tình trạng: {STATUSES[new.plan.status]}."
    else:
        yield from beside_print(old.plan, new.plan)
        yield from addresses(old.plan, new.plan)
    yield from results(before, after)
    yield from doubts(new, head.fabric, after, today)


def _is_faulty(side: ReviewSide, plan_id: str) -> bool:
    return any(problem.file == f"plans/{plan_id}.yaml" for problem in side.repository.problems)


def _compared(title: Sequence[str], heading: str, old: LinkedPlan, new: LinkedPlan, registry: Registry) -> _Section:
    comparison = compare(old, new, registry)
    if not comparison.headline:
        return _Section([*title, f"{heading}: chữ in không đổi.", ""], [])
    comment_lines = [*title, f"**{heading}**", "", *(f"- {escape(sentence)}" for sentence in comparison.headline), ""]
    return _Section(comment_lines + _table(duty_rows(comparison, old, new, registry)), details(comparison))


def _table(rows: Sequence[DutyRow]) -> list[str]:
    if not rows:
        return []
    lines = (f"| {escape(r.who)} | {escape(r.word)} | {escape(r.duty)} | {escape(r.where)} |" for r in rows)
    return ["| Cơ quan | Thay đổi | Việc | Chỗ |", "| --- | --- | --- | --- |", *lines, ""]


_REGISTRY_NAMES = {
    "units": "cơ quan",
    "documents": "văn bản",
    "indicators": "chỉ số",
    "terms": "thuật ngữ",
    "series": "loạt kế hoạch",
}
_MENTION_KINDS = {"units": "unit", "documents": "document", "indicators": "indicator", "terms": "term"}


def _registry_changes(base: ReviewSide, head: ReviewSide) -> Iterator[str]:
    """Say which entries were added, dropped or changed, and which plans mention them."""
    for kind in KINDS:
        before: Mapping[str, object] = getattr(base.repository.registry, kind)
        after: Mapping[str, object] = getattr(head.repository.registry, kind)
        for entry in sorted({*before, *after}):
            if before.get(entry) == after.get(entry):
                continue
            word = "thêm" if entry not in before else "bỏ" if entry not in after else "sửa"
            fabric = base.fabric if word == "bỏ" else head.fabric
            occurrences = fabric.occurrences(_MENTION_KINDS[kind], entry) if kind in _MENTION_KINDS else []
            plans = sorted({occurrence.plan_id for occurrence in occurrences})
            affects = f"; có mặt trong {', '.join(map(code, plans))}" if plans else "; chưa kế hoạch nào nhắc đến"
            yield f"- {word} {_REGISTRY_NAMES[kind]} {code(entry)}{_renamed(before, after, entry)}{affects}"


def _renamed(before: Mapping[str, object], after: Mapping[str, object], entry: str) -> str:
    old, new = (getattr(side.get(entry), "name", "") for side in (before, after))
    return f", đổi tên từ “{escape(old)}” thành “{escape(new)}”" if old and new and old != new else ""


def _problems(
    base: ReviewSide, head: ReviewSide, touched: Iterable[str], registries: bool
) -> tuple[list[Problem], list[Problem]]:
    """Give the problems that the change brings and those that were there; where in the file does not count."""
    only = None if registries else set(touched)
    before = Counter(_identity(p) for p in check_repository(base.repository, base.fabric, only))
    new: list[Problem] = []
    old: list[Problem] = []
    unexplained = progress_rules.changes(base.repository.progress, head.repository.progress)
    dropped = permanence_rules.dropped(base.repository.published_ids, head.repository.published_ids)
    for problem in (*check_repository(head.repository, head.fabric, only), *unexplained, *dropped):
        if severity_of(problem) is Severity.NOTE:
            continue
        is_old = before[_identity(problem)] > 0
        before[_identity(problem)] -= is_old
        (old if is_old else new).append(problem)
    return in_order(new), in_order(old)


# A provision before it was put in renumbers those after it: label paths in a message do not tell problems apart.
_PATH = re.compile(rf"(?<!\w)(?:QD\.[\w.+-]+|(?:[IVXLC]+|(?:{'|'.join(NAMED)})-[\w-]+)(?:\.[\w+-]+)*)(?!\w)")


def _identity(problem: Problem) -> tuple[str, str, str]:
    return problem.code, problem.file, _PATH.sub("*", problem.message)


def _problem_lines(new: Sequence[Problem], old: Sequence[Problem]) -> list[str]:
    problem_lines: list[str] = []
    if new:
        problem_lines += ["## Lỗi và cảnh báo mới", "", *problem_rows(new), ""]
    if old:
        problem_lines += [f"<details><summary>Đã có từ trước ({len(old)})</summary>", "", *problem_rows(old)]
        problem_lines += ["", "</details>", ""]
    return problem_lines


def problem_rows(problems: Sequence[Problem]) -> list[str]:
    """Write problems as a list in Markdown, what is said of many places of a file once."""
    same: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        same.setdefault((problem.file, problem.code, problem.message), []).append(problem)
    return [_problem_row(alike) for alike in same.values()]


def _problem_row(alike: Sequence[Problem]) -> str:
    first = alike[0]
    kind = "lỗi" if severity_of(first) is Severity.ERROR else "cảnh báo"
    count = f"{len(alike)} chỗ: " if len(alike) > 1 else ""
    where = f" ({count}{escape(places(alike))})" if count or first.label_path else ""
    return f"- {code(f'{first.file}:{first.line}')} {kind}: {escape(first.message)}{where} ({first.code})"


def _cut(short: str, folded: Sequence[str]) -> str:
    """Keep the whole within the limit: first details go, whole plans at a time, then the end of the short part."""
    note = "\n*Đã lược bớt vì quá dài; chạy `kehoach diff` để xem đủ.*\n"
    room = LIMIT - len(note)
    if len(short) > room:
        return _closed(short[: short.rfind("\n", 0, room - len(_END))]) + note
    comment, left_out = short, False
    for block in folded:
        if len(comment) + len(block) + 1 > room:
            left_out = True
            continue
        comment += "\n" + block
    return comment + note if left_out else comment


_END = "\n\n</details>\n"


def _closed(text: str) -> str:
    """Close a fold that a cut left open."""
    return text + _END if text.count("<details>") > text.count("</details>") else text
