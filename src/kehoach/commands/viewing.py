"""What of the findings somebody asked for: the plans named, the level, and which files are being worked on."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from kehoach.checks.problemformats import ProblemView, as_text
from kehoach.checks.rules import Severity
from kehoach.commands.selecting import plan_id_from
from kehoach.files.problems import Problem
from kehoach.machine import git
from kehoach.machine.usererror import UserError

LEVELS = tuple(severity.value for severity in Severity)


def problems_to_show(options: argparse.Namespace, problems: Sequence[Problem]) -> list[Problem]:
    """Give the problems of the plans that the options name, with those of what all plans share; all where none is."""
    return _parted(options, problems)[0]


def _parted(options: argparse.Namespace, problems: Sequence[Problem]) -> tuple[list[Problem], list[Problem]]:
    """Part those that are asked for from the rest."""
    names = getattr(options, "plans", ())
    only = {name for plan in names for name in _files(options.root, plan)}
    parted: tuple[list[Problem], list[Problem]] = ([], [])
    for problem in problems:
        parted[bool(only) and problem.file not in only and not _is_shared(problem.file)].append(problem)
    return parted


def text(options: argparse.Namespace, problems: Sequence[Problem], files: int) -> str:
    """Write findings for a person."""
    problems_shown, aside = _parted(options, problems)
    level = Severity(getattr(options, "level", None) or Severity.WARNING.value)
    return as_text(problems_shown, files, ProblemView(tuple(aside), frozenset(_touched(options.root)), level))


def _files(root: Path, name: str) -> list[str]:
    """Name a plan's file and its progress; raises UserError where there is no such plan."""
    plan_id = plan_id_from(name)
    if not (root / "plans" / f"{plan_id}.yaml").is_file():
        raise UserError(f"Không có tệp plans/{plan_id}.yaml. Ghi mã kế hoạch hoặc đường dẫn của tệp.")
    return [f"plans/{plan_id}.yaml", f"plans/{plan_id}.progress.yaml"]


def _is_shared(file: str) -> bool:
    """Tell whether a file is no plan's own: a fault of a registry stands behind faults of plans."""
    return file.startswith("plans/registry/") or file.count("/") < 3


def _touched(root: Path) -> list[str]:
    """Name the files that differ from the last commit; none where git cannot tell."""
    status = git.output(root, "status", "--porcelain", "-z", "--untracked-files=all", "--", "plans") or b""
    return [entry[3:].decode("utf-8", "replace") for entry in status.split(b"\0") if entry]
