"""The command ``update``: bring what people changed in a Word file into the plan's YAML, or nothing at all."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from kehoach.checks.rules import Severity, severity_of
from kehoach.checks.run import check_repository
from kehoach.commands.importing import read_bytes
from kehoach.commands.selecting import find_plan
from kehoach.drafting.reviewmarks import MARK
from kehoach.exports.docx import official_document
from kehoach.files.formatting import Unformattable, write_plan
from kehoach.files.opening import open_repository
from kehoach.files.problems import Problem
from kehoach.files.repository import Repository, load_schemas
from kehoach.files.schemas import Schema
from kehoach.files.yamlcomments import Remarks, remarks
from kehoach.files.yamlfile import Loaded, parse
from kehoach.importing.model import ImportProblem, Reading
from kehoach.importing.pipeline import ImportResult, import_reading
from kehoach.importing.read import read
from kehoach.machine.usererror import UserError
from kehoach.machine.writer import write_all
from kehoach.meaning.fabric import Fabric, LinkedPlan, weave
from kehoach.model.fromdata import plan_from
from kehoach.model.place import Place
from kehoach.updating.merging import Merged, item_places, with_known
from kehoach.updating.planupdate import Updated, remark_places, updated, without_ids
from kehoach.updating.references import comments_followed, references_followed, with_ancestry
from kehoach.updating.report import PlanUpdate, report


@dataclass(frozen=True)
class Update:
    """The new text of a plan's file, the same as before where nothing changes, and the report in sentences."""

    text: str
    report: tuple[str, ...]


def run_update(options: argparse.Namespace) -> int:
    """Write the plan's file and say what changed; with ``--check`` only say it. Refuses what has no certain place."""
    repository = open_repository(options.root)
    fabric = weave(repository)
    linked = find_plan(repository, fabric, options.plan)
    schema = load_schemas(options.root / "schema")["plan"]
    try:
        reading = edited_document(read_bytes(options.source), accept=options.tracked == "accept")
        change = update(repository, fabric, linked, reading, schema)
    except ImportProblem as problem:
        raise UserError(f"{options.source}: {problem} Chưa ghi gì vào kế hoạch.") from None
    except Unformattable as error:
        reasons = "\n".join(f"  {problem.message}" for problem in error.problems[:10])
        raise UserError(f"{options.source}: kế hoạch sau khi sửa không hợp lệ, chưa ghi gì.\n{reasons}") from None
    name = f"plans/{linked.plan.id}.yaml"
    if change.text == repository.plan_files[linked.plan.id].text:
        print(f"{name} không đổi: tệp Word nói đúng như kế hoạch.")
    elif options.check:
        print(f"{name} sẽ đổi như sau; chưa ghi gì.")
    else:
        write_all({options.root / name: change.text})
        print(f"Đã sửa {name} theo {options.source.name}. Xem lại bằng git diff trước khi gửi.")
    print("\n".join(change.report))
    return 0


def edited_document(data: bytes, *, accept: bool = True) -> Reading:
    """Read a file that people changed; raises ImportProblem for one in which paragraphs cannot be told for certain."""
    if data[:1024].lstrip().startswith(b"%PDF"):
        raise ImportProblem(
            "Tệp PDF không cho biết chắc đâu là hết một đoạn, nên không đưa thay đổi về kế hoạch đang có được. Hãy sửa "
            "trên bản Word của kế hoạch. Bản đã ký thì ghi địa chỉ và mã băm của nó vào khóa signed_file."
        )
    return read(data, accept=accept)


def update(repository: Repository, fabric: Fabric, linked: LinkedPlan, reading: Reading, schema: Schema) -> Update:
    """Bring what a file says into a plan; raises ImportProblem where not everything has its certain place."""
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
    marked = _mark(
        comments, [(place, f"{MARK} {remark.text} ({remark.author})") for remark, place in remarked if place]
    )
    after, text = linked, loaded.text
    problems: list[Problem] = []
    if marked or not _same(value, loaded.value):
        text = write_plan(value, schema, comments)
        after, problems = _checked(repository, fabric, linked, text, result)
    states = PlanUpdate(loaded.value, parse(text.encode(), loaded.file).value, linked, after, changes, base, result)
    return Update(text, tuple(report(states, remarked, lost, dangling, problems)))


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


def _checked(
    repository: Repository, fabric: Fabric, linked: LinkedPlan, text: str, result: ImportResult
) -> tuple[LinkedPlan, list[Problem]]:
    """Print the new plan and read that again: it must say what the file says, word for word.

    Also give the problems that the plan did not have before.
    """
    plan_id = linked.plan.id
    read_again = parse(text.encode(), repository.plan_files[plan_id].file)
    plans = {**repository.plans, plan_id: plan_from(plan_id, read_again.value)}
    files: dict[str, Loaded] = {**repository.plan_files, plan_id: read_again}
    later = replace(repository, plans=plans, plan_files=files)
    woven = weave(later)
    after = woven.plans[plan_id]
    again = _printed(later, after)
    if not _same(without_ids(again.data), without_ids(result.data)):
        place = _first_difference(without_ids(again.data), without_ids(result.data))
        raise ImportProblem(f"Kế hoạch sau khi sửa in ra khác tệp Word ở chỗ: {place}.")
    before = {(p.code, p.message) for p in check_repository(repository, fabric, {plan_id})}
    problems = check_repository(later, woven, {plan_id})
    return after, [p for p in problems if severity_of(p) is not Severity.NOTE and (p.code, p.message) not in before]


def _first_difference(first: Any, second: Any) -> str:
    if isinstance(first, Mapping) and isinstance(second, Mapping):
        for key in (*first, *second):
            if first.get(key) != second.get(key):
                return _first_difference(first.get(key), second.get(key))
    if isinstance(first, list) and isinstance(second, list):
        for a, b in zip(first, second, strict=False):
            if a != b:
                return _first_difference(a, b)
    shown = str(second if second is not None else first)
    return f"“{shown[:80]}”"
