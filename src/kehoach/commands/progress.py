"""The command ``progress``: a table of results to be filled in, and the filled table into the plan's progress file."""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kehoach.agenda.agenda import Agenda
from kehoach.agenda.recordedresults import Merging, ResultNames, merge_results
from kehoach.agenda.resultcolumns import HEADINGS, RESULTS
from kehoach.agenda.resulttable import period_names, result_rows, unit_names
from kehoach.checks.progress_rules import change_problems, problems
from kehoach.checks.rules import Severity, severity_of
from kehoach.commands.importing import read_bytes
from kehoach.commands.selecting import find_plan
from kehoach.exports.resulttable import results_csv, results_xlsx
from kehoach.files.formatting import in_order, write_plan
from kehoach.files.opening import open_repository
from kehoach.files.problems import Problem
from kehoach.files.recordedprogress import Recorded
from kehoach.files.repository import Repository, load_schemas
from kehoach.files.schemas import Schema
from kehoach.files.yamlcomments import Remarks, remarks
from kehoach.files.yamlfile import parse
from kehoach.files.yamlwriter import write_yaml
from kehoach.importing.model import ImportProblem
from kehoach.importing.resulttable import read_results
from kehoach.machine.usererror import UserError
from kehoach.machine.writer import write_all, write_whole
from kehoach.meaning.fabric import weave
from kehoach.meaning.linking import linker_of
from kehoach.meaning.periods import Period, period_of
from kehoach.meaning.unknownbodies import nearest
from kehoach.model.plan import Plan
from kehoach.model.progress import progress_from

_SHOWN = 30
"""Refused rows that are told one by one."""


def run_progress(options: argparse.Namespace) -> int:
    """Write the table (``--to``), or bring a filled one in (``--from``): every row of it, or nothing."""
    repository = open_repository(options.root)
    fabric = weave(repository)
    plan = find_plan(repository, fabric, options.plan).plan
    agenda = Agenda(fabric)
    if options.source:
        return _bring_in(repository, agenda, plan, options)
    recorded = repository.progress.get(plan.id)
    rows = result_rows(agenda, plan.id, recorded.progress if recorded else None, _period(options.period))
    write_whole(results_csv(rows) if options.to == "csv" else results_xlsx(rows, plan.title, plan.id), options.output)
    return 0


def _period(key: str | None) -> Period | None:
    period = period_of(key) if key else None
    if key and period is None:
        raise UserError(f"“{key}” không phải kỳ; ghi 2026-03, 2026-Q1, 2026-H1 hoặc 2026.")
    return period


def _bring_in(repository: Repository, agenda: Agenda, plan: Plan, options: argparse.Namespace) -> int:
    name = f"plans/{plan.id}.progress.yaml"
    table = results_brought_in(
        repository, agenda, plan, options.root, options.source, read_bytes(options.source), options.by or ""
    )
    if table.text is None:
        print(f"{name} không đổi: bảng không có kết quả nào mới.")
        return 0
    if not options.check:
        write_all({options.root / name: table.text})
    print(f"{name}: {'sẽ' if options.check else 'đã'} {table.counts}.")
    print("\n".join(table.remarks), end="\n" if table.remarks else "")
    return 0


@dataclass(frozen=True)
class ResultsBroughtIn:
    """The new text of a plan's progress file, None where nothing changes; how much came; what is to be looked at."""

    text: str | None
    counts: str = ""
    remarks: tuple[str, ...] = ()


def results_brought_in(
    repository: Repository, agenda: Agenda, plan: Plan, root: Path, source: Path, data: bytes, by: str = ""
) -> ResultsBroughtIn:
    """Merge a filled table into a plan's results; raises UserError that names every row which cannot be taken.

    ``source`` is the table's name, ``by`` who recorded it where a row does not say.
    """
    name = f"plans/{plan.id}.progress.yaml"
    path = root / name
    loaded = repository.progress.get(plan.id)
    if loaded is None and path.exists():
        raise UserError(f"Chưa đọc được {name}; chạy kehoach validate, sửa lỗi rồi chạy lại.")
    value: dict[str, Any] = dict(loaded.loaded.value) if loaded else {"schema_version": 1, "results": []}
    try:
        rows = read_results(data)
    except ImportProblem as problem:
        raise UserError(f"{source}: {problem} Chưa ghi gì.") from None
    names = ResultNames(
        period_names(plan, agenda),
        _unit(agenda, plan),
        lambda name: (nearest(agenda.fabric.registry, plan, name) or ("", ""))[0],
        f"{plan.id.rpartition('/')[2]}.evidence",
        _digest(path.parent),
        dt.date.today(),
        by,
    )
    merging = merge_results(value["results"], rows, names)
    _refuse(source, merging.refused)
    if not merging.added and not merging.changed:
        return ResultsBroughtIn(None)
    schema = load_schemas(root / "schema")["progress"]
    new = {**value, "results": merging.results}
    draft = write_yaml(in_order(new, schema), Remarks())
    remarks_by_row = _checked(draft, name, schema, loaded, agenda, plan, names.digest, merging, source)
    text = write_plan(new, schema, remarks(loaded.loaded.text) if loaded else None)
    counts = f"thêm {merging.added}, sửa {merging.changed} kết quả; {len(value['results'])} kết quả có từ trước"
    return ResultsBroughtIn(text, counts, tuple(remarks_by_row))


def _unit(agenda: Agenda, plan: Plan) -> Callable[[str], str]:
    """Read a body's name as the table shows it, by its id, or as the plan itself would print it."""
    registry = agenda.fabric.registry
    unit_by_name = {name: unit for unit, name in unit_names(registry).items()}
    linker = linker_of(registry)
    context = linker.context(plan)

    def unit(name: str) -> str:
        if name in registry.units:
            return name
        mentions = linker.mentions(name, context)
        printed = next((mention.target for mention in mentions if mention.kind == "unit" and mention.text == name), "")
        return unit_by_name.get(name) or printed

    return unit


def _digest(folder: Path) -> Callable[[str], str | None]:
    def digest(file: str) -> str | None:
        path = folder / file
        inside = ".." not in Path(file).parts and path.is_file() and not path.is_symlink()
        return hashlib.sha256(path.read_bytes()).hexdigest() if inside else None

    return digest


def _checked(
    text: str,
    name: str,
    schema: Schema,
    before: Recorded | None,
    agenda: Agenda,
    plan: Plan,
    digest: Callable[[str], str | None],
    merging: Merging,
    source: Path,
) -> list[str]:
    """Check the file as ``validate`` will: errors refuse the table by its rows, the rest is told."""
    loaded = parse(text.encode(), name)
    found_problems: list[Problem] = [*loaded.problems, *schema.problems(loaded)]
    if not found_problems:
        progress = progress_from(plan.id, loaded.value)
        files = {proof.file for result in progress.results for proof in result.evidence if proof.file}
        recorded = Recorded(progress, loaded, {file: sha256 for file in files if (sha256 := digest(file))})
        found_problems = [*problems(recorded, agenda), *(change_problems(before.progress, recorded) if before else ())]
    starts = [loaded.line(("results", at)) for at in range(len(merging.results))]

    def row(problem: Problem) -> int:
        return merging.rows.get(bisect_right(starts, problem.line) - 1, 0)

    by_row = [(row(problem), problem, _in_columns(problem, loaded.value)) for problem in found_problems]
    _refuse(source, [(at, message) for at, problem, message in by_row if severity_of(problem) is Severity.ERROR])
    return [f"  dòng {at}: {message}" for at, _, message in by_row if at]


_KEYS_MISSING = re.compile(r"Thiếu khóa ([a-z_, ]+)")
_AT = re.compile(r"results\[(\d+)\]")


def _in_columns(problem: Problem, value: Mapping[str, Any]) -> str:
    """Say what is missing by the table's columns: who fills in a table knows no keys."""
    missing, at = _KEYS_MISSING.match(problem.message), _AT.match(problem.field)
    if not missing or not at:
        return problem.message
    names = {key: heading for heading, key in HEADINGS.items()}
    columns = ", ".join(f"“{names.get(key, key)}”" for key in missing[1].strip().split(", "))
    verdict = value["results"][int(at[1])].get("result", "")
    return f"Kết quả “{RESULTS.get(verdict, verdict)}” phải ghi cột {columns}."


def _refuse(source: Path, refused: Iterable[tuple[int, str]]) -> None:
    refusals = sorted(refused)
    if not refusals:
        return
    lines = [f"  dòng {number}: {message}" if number else f"  {message}" for number, message in refusals[:_SHOWN]]
    remainder = [f"  … và {len(refusals) - _SHOWN} dòng nữa."] if len(refusals) > _SHOWN else []
    raise UserError("\n".join([f"{source} có {len(refusals)} chỗ không nhận được, chưa ghi gì:", *lines, *remainder]))
