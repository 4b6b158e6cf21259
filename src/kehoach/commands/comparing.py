"""The ``diff`` and ``review`` commands: arguments to values, results to text."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
from pathlib import Path

from kehoach.checks.review import ReviewSide, review
from kehoach.commands.selecting import plan_id_from
from kehoach.comparison.compare import compare
from kehoach.comparison.data import as_data
from kehoach.comparison.markdown import as_markdown
from kehoach.comparison.terminaltext import as_text
from kehoach.exports.redline import redline
from kehoach.files.memory import Memory
from kehoach.files.opening import open_repository
from kehoach.files.repository import Repository
from kehoach.files.revisions import RevisionError, changed_files, repository_at
from kehoach.machine.usererror import UserError
from kehoach.machine.writer import write_whole
from kehoach.meaning.fabric import Fabric, LinkedPlan, weave
from kehoach.pages.differencefile import difference_file

_Cache = dict[str, tuple[Repository, Fabric]]


def run_diff(options: argparse.Namespace) -> int:
    """Write how two plans differ."""
    write_whole(_diff(options), options.output)
    return 0


def _diff(options: argparse.Namespace) -> str | bytes:
    """Compare two plans, each ``ID`` or ``ID@REVISION``; one plan alone is compared with the edition before it."""
    root: Path = options.root
    cache: _Cache = {}
    new_name = options.new
    old_name = options.old
    if new_name is None:
        new_name = old_name
        old_name = _edition_before(root, new_name, cache)
    old, _ = _plan(root, old_name, cache)
    new, fabric = _plan(root, new_name, cache)
    comparison = compare(old, new, fabric.registry, use_ids=not options.ignore_ids)
    if options.to == "docx":
        return redline(old, new, comparison, fabric.registry)
    if options.format == "json":
        return json.dumps(as_data(comparison), ensure_ascii=False, indent=2) + "\n"
    if options.format == "html":
        theme = root / "site_src"
        if not (theme / "templates").is_dir():
            raise UserError(f"{root.resolve()} không có thư mục site_src với mẫu trang, nên không xuất được HTML.")
        repository, _ = cache[new_name.partition("@")[2]]
        return difference_file(fabric, repository, comparison, old, new, theme)
    if options.format == "markdown":
        return as_markdown(comparison)
    return as_text(comparison, all_changes=options.all)


def _edition_before(root: Path, name: str, cache: _Cache) -> str:
    linked, fabric = _plan(root, name, cache)
    earlier = fabric.previous(linked.plan.id)
    if earlier is None:
        raise UserError(f"{linked.plan.id} chưa có kế hoạch năm trước trong kho; hãy ghi rõ hai kế hoạch cần so.")
    _, _, revision = name.partition("@")
    return f"{earlier}@{revision}" if revision else earlier


def _plan(root: Path, name: str, cache: _Cache) -> tuple[LinkedPlan, Fabric]:
    plan_id, _, revision = name.partition("@")
    plan_id = plan_id_from(plan_id)
    if revision not in cache:
        repository = _repository(root, revision)
        cache[revision] = repository, weave(repository)
    repository, fabric = cache[revision]
    linked = fabric.plans.get(plan_id)
    if linked is None:
        at = f" ở phiên bản {revision}" if revision else ""
        faults = [p for p in repository.problems if p.file == f"plans/{plan_id}.yaml"]
        if faults:
            raise UserError(f"Không đọc được kế hoạch {plan_id}{at}: dòng {faults[0].line}: {faults[0].message}")
        plan_ids = "\n  ".join(fabric.plans)
        raise UserError(f"Không có kế hoạch {plan_id}{at}. Đang có:\n  {plan_ids}")
    return linked, fabric


def _repository(root: Path, revision: str, memory: Memory | None = None, schemas_at: str | None = None) -> Repository:
    try:
        return repository_at(root, revision, memory, schemas_at) if revision else open_repository(root, memory)
    except RevisionError as error:
        raise UserError(str(error)) from None


def run_review(options: argparse.Namespace) -> int:
    """Write a review of the working tree, or of another revision, as Markdown; returns 1 where it brings new errors."""
    memory = Memory()
    base = _repository(options.root, options.base, memory)
    head = _repository(options.root, options.head or "", memory, schemas_at=options.base)
    preview = options.preview or os.environ.get("KEHOACH_PREVIEW_URL", "")
    outside = [name for name in changed_files(options.root, options.base, options.head) if _is_outside(name)]
    sides = ReviewSide(base, weave(base)), ReviewSide(head, weave(head))
    result = review(*sides, preview, outside, today=dt.date.today())
    write_whole(result.markdown, options.output)
    return 1 if result.new_errors else 0


def _is_outside(name: str) -> bool:
    return not name.startswith("plans/")
