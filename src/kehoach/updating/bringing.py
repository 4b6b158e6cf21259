"""A Word file's changes brought into a plan, and what a person is told of it: the new text of the plan's file."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from kehoach.checks.rules import Severity, severity_of
from kehoach.checks.run import check_repository
from kehoach.drafting.reviewmarks import MARK
from kehoach.exports.docx import official_document
from kehoach.files.formatting import write_plan
from kehoach.files.problems import Problem
from kehoach.files.repository import Repository
from kehoach.files.schemas import Schema
from kehoach.files.yamlcomments import Remarks, remarks
from kehoach.files.yamlfile import Loaded, parse
from kehoach.importing.model import ImportProblem, Reading, WordRemark
from kehoach.importing.pipeline import ImportResult, import_reading
from kehoach.importing.read import read
from kehoach.meaning.fabric import Fabric, LinkedPlan, weave
from kehoach.model.fromdata import plan_from
from kehoach.model.place import Place
from kehoach.updating.bases import Base
from kehoach.updating.clashes import clash_marks
from kehoach.updating.itemtree import twin
from kehoach.updating.merging import Merged, item_places, with_known
from kehoach.updating.planupdate import Updated, remark_places, updated, without_ids
from kehoach.updating.rebasing import carried, retold
from kehoach.updating.references import comments_followed, references_followed, with_ancestry
from kehoach.updating.report import PlanUpdate, report
from kehoach.updating.threeway import three_way
from kehoach.wording.letters import short_date


@dataclass(frozen=True)
class Update:
    """The new text of a plan's file, the same as before where nothing changes, and the report in sentences."""

    text: str
    report: tuple[str, ...]


def update(
    repository: Repository,
    fabric: Fabric,
    linked: LinkedPlan,
    reading: Reading,
    schema: Schema,
    base: Base | None = None,
) -> Update:
    """Bring what a file says into a plan; raises ImportProblem where not everything has its certain place.

    ``base`` is the state of the plan's file that the Word file was made from, where it is an older one: what the plan
    became since then stays.
    """
    if base is None or base.day is None:
        edit = _edited(repository, fabric, linked, reading, schema)
        sentences = report(edit.states, edit.remarked, edit.lost, edit.dangling, edit.problems)
        return Update(edit.text, tuple(sentences))
    then = with_text(repository, linked.plan.id, base.loaded)
    edit = _edited(*then, then[1].plans[linked.plan.id], reading, schema)
    since = f"Tệp Word xuất từ bản ngày {short_date(base.day)} của kế hoạch; chỗ kế hoạch sửa từ đó được giữ nguyên."
    edit = _onto(edit, repository, fabric, linked, schema)
    return Update(edit.text, (since, *report(edit.states, edit.remarked, edit.lost, edit.dangling, edit.problems)))


@dataclass(frozen=True)
class _Edit:
    """A plan with what a file says in it: its file's text, both states, and what a person has to look at."""

    text: str
    states: PlanUpdate
    remarked: Sequence[tuple[WordRemark, Place]]
    lost: Sequence[str]
    dangling: Sequence[str]
    problems: Sequence[Problem]


def _edited(repository: Repository, fabric: Fabric, linked: LinkedPlan, reading: Reading, schema: Schema) -> _Edit:
    """Bring a file into the very state of a plan that it was made from."""
    loaded = repository.plan_files[linked.plan.id]
    base = _printed(repository, linked)
    result = import_reading(reading, issuer=linked.plan.issuer)
    result = replace(result, data=with_known(result.data, base.data))
    changes = _merged(loaded.value, base, result)
    value, remarked = changes.merged.value, remark_places(reading, result.data)
    dangling = references_followed(loaded.value, value)
    earlier = fabric.previous(linked.plan.id)
    earlier_ids = {item.id for item in fabric.plans[earlier].plan.walk()} if earlier else set()
    with_ancestry(loaded.value, value, [*changes.split, *changes.joined], earlier_ids)
    comments, lost = comments_followed(remarks(loaded.text), loaded.value, changes.merged)
    marked = _mark(comments, _remark_marks(remarked))
    after, text = linked, loaded.text
    problems: list[Problem] = []
    if marked or not _same(value, loaded.value):
        text = write_plan(value, schema, comments)
        after, problems = _checked(repository, fabric, linked, text, lambda again: _says_as(again, result))
    states = PlanUpdate(loaded.value, parse(text.encode(), loaded.file).value, linked, after, changes, base, result)
    return _Edit(text, states, remarked, lost, dangling, problems)


def _onto(edit: _Edit, repository: Repository, fabric: Fabric, linked: LinkedPlan, schema: Schema) -> _Edit:
    """Bring what a file made of an older state into the plan as it is now."""
    loaded = repository.plan_files[linked.plan.id]
    old, said, now = edit.states.plan, edit.states.value, loaded.value
    for side in (old, now, said):
        _refuse_twins(side)
    joined = three_way(old, now, said)
    value = joined.value
    changes = retold(now, value, old, said, edit.states.changes)
    dangling = references_followed(now, value)
    comments, lost = comments_followed(remarks(loaded.text), now, changes.merged)
    remarked = [(remark, carried(place, said, value)) for remark, place in edit.remarked]
    clashing = [(place, f"{MARK} {words}") for place, words in clash_marks(joined.clashes, value)]
    marked = _mark(comments, [*_remark_marks(remarked), *clashing])
    after, text = linked, loaded.text
    problems: list[Problem] = []
    if marked or not _same(value, now):
        text = write_plan(value, schema, comments)
        value = parse(text.encode(), loaded.file).value
        after, problems = _checked(repository, fabric, linked, text, lambda again: _says_whole(again, value))
    states = replace(
        edit.states, plan=now, value=value, before=linked, after=after, changes=changes, clashes=tuple(joined.clashes)
    )
    return _Edit(text, states, remarked, lost, dangling, problems)


def _refuse_twins(value: Mapping[str, Any]) -> None:
    """Refuse a plan in which two items have one id, by which items of two states are told."""
    if name := twin(value):
        raise ImportProblem(
            f"Kế hoạch đã sửa từ khi xuất tệp Word và có hai mục cùng mã {name}, nên không ghép được. Đặt cho mỗi mục "
            "một mã riêng trong tệp kế hoạch rồi làm lại."
        )


def _remark_marks(remarked: Sequence[tuple[WordRemark, Place]]) -> list[tuple[Place, str]]:
    return [(place, f"{MARK} {remark.text} ({remark.author})") for remark, place in remarked if place]


def _printed(repository: Repository, linked: LinkedPlan) -> ImportResult:
    document = official_document(linked, repository.registry)
    return import_reading(read(document), issuer=linked.plan.issuer)


def _merged(plan: Mapping[str, Any], base: ImportResult, result: ImportResult) -> Updated:
    """Merge, or keep the plan as it is where both documents say the same."""
    changes = updated(plan, base.data, result)
    if not _same(without_ids(base.data), without_ids(result.data)):
        return changes
    same = {place: place for place in item_places(plan)}
    return replace(changes, merged=Merged(deepcopy(dict(plan)), [], same))


def _same(first: Any, second: Any) -> bool:
    """Tell whether two values are the same, the order of their keys included."""
    return json.dumps(first) == json.dumps(second)


def _mark(comments: Remarks, marks: Sequence[tuple[Place, str]]) -> int:
    """Put review marks that are not there yet; tell how many."""
    comment_lines = set(comments.texts())
    new = [(place, text) for place, text in marks if f"# {text}" not in comment_lines]
    for place, text in new:
        comments.add(place, text)
    return len(new)


def with_text(repository: Repository, plan_id: str, loaded: Loaded) -> tuple[Repository, Fabric]:
    """Give the repository with another text of a plan's file."""
    plans = {**repository.plans, plan_id: plan_from(plan_id, loaded.value)}
    files: dict[str, Loaded] = {**repository.plan_files, plan_id: loaded}
    later = replace(repository, plans=plans, plan_files=files)
    return later, weave(later)


def _checked(
    repository: Repository, fabric: Fabric, linked: LinkedPlan, text: str, check: Callable[[ImportResult], None]
) -> tuple[LinkedPlan, list[Problem]]:
    """Print the new plan, read that again and have it checked; also give the problems that the plan did not have."""
    plan_id = linked.plan.id
    later, woven = with_text(repository, plan_id, parse(text.encode(), repository.plan_files[plan_id].file))
    after = woven.plans[plan_id]
    check(_printed(later, after))
    before = {(p.code, p.message) for p in check_repository(repository, fabric, {plan_id})}
    problems = check_repository(later, woven, {plan_id})
    return after, [p for p in problems if severity_of(p) is not Severity.NOTE and (p.code, p.message) not in before]


def _says_as(again: ImportResult, result: ImportResult) -> None:
    """Refuse a plan that does not say what the file says, word for word."""
    if not _same(without_ids(again.data), without_ids(result.data)):
        place = _first_difference(without_ids(again.data), without_ids(result.data))
        raise ImportProblem(f"Kế hoạch sau khi sửa in ra khác tệp Word ở chỗ: {place}.")


def _says_whole(again: ImportResult, value: Mapping[str, Any]) -> None:
    """Refuse a plan whose print does not show each of its items: both sides together have no shape that a page has."""
    if list(item_places(again.data)) != list(item_places(value)):
        raise ImportProblem(
            "Kế hoạch đã sửa từ khi xuất tệp Word, và chỗ sửa của hai bên không ghép được với nhau. Hãy lấy bản Word "
            "mới nhất của kế hoạch rồi sửa lại trên bản ấy."
        )


def _first_difference(first: Any, second: Any) -> str:
    if isinstance(first, Mapping) and isinstance(second, Mapping):
        for key in (*first, *second):
            if first.get(key) != second.get(key):
                return _first_difference(first.get(key), second.get(key))
    if isinstance(first, list) and isinstance(second, list):
        for a, b in zip(first, second, strict=False):
            if a != b:
                return _first_difference(a, b)
    if isinstance(first, str) and isinstance(second, str):
        # The end of what both begin with, and the longer of both from there.
        same = next((at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), 0)
        same = same or min(len(first), len(second)) * (first[:1] == second[:1])
        return f"“{'…' * (same > 20)}{max(first, second, key=len)[max(same - 20, 0) : same + 60].strip()}”"
    value_shown = str(second if second is not None else first)
    return f"“{value_shown[:80]}”"
