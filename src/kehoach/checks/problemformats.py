"""Writing problems for people and machines: text, JSON, GitHub annotations, SARIF 2.1.0."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from kehoach.checks.rules import RULES, Severity, rule_of, severity_of
from kehoach.files.problems import Problem
from kehoach.wording.hiddenletters import visible

_WORDS = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTE: "ghi chú"}
_SARIF = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def summary(problems: Sequence[Problem], files: int) -> str:
    """Count problems by severity in one Vietnamese sentence."""
    return f"Đã kiểm tra {files} tệp: {_counts(problems)}."


def _counts(problems: Sequence[Problem]) -> str:
    return ", ".join(f"{sum(severity_of(p) is severity for p in problems)} {word}" for severity, word in _WORDS.items())


def _with_field(problem: Problem) -> str:
    return f"{problem.field}: {problem.message}" if problem.field else problem.message


class ProblemView(NamedTuple):
    """How a person sees problems.

    ``aside`` are those not asked for, which are counted; ``last`` are files being worked on, told where the eye falls;
    from ``level`` on each problem has its line, below it each kind of a file has one.
    """

    aside: tuple[Problem, ...] = ()
    last: frozenset[str] = frozenset()
    level: Severity = Severity.WARNING


_PLAIN = ProblemView()
_PLACES = {severity: place for place, severity in enumerate(Severity)}


def as_text(problems: Sequence[Problem], files: int, view: ProblemView = _PLAIN) -> str:
    """Write ``file:line: field: message`` lines with code and severity, a kind's remedy once, then a summary.

    Names and words come from files that anyone may have written: a terminal is given nothing to obey.
    """
    told_lines: list[str] = []
    for _, group in groupby(
        sorted(problems, key=lambda problem: _rank(problem, view)), key=lambda problem: (problem.file, problem.code)
    ):
        told_lines += _kind(list(group), view)
    if view.aside:
        told_lines.append(f"Các tệp khác: {_counts(view.aside)}; bỏ tên kế hoạch để xem.")
    return "\n".join((*told_lines, summary(problems, files))) + "\n"


def _rank(problem: Problem, view: ProblemView) -> tuple[object, ...]:
    """Order files by name, those in work last; within a file what hinders least first, so that it is read last."""
    severity = -_PLACES[severity_of(problem)]
    return problem.file in view.last, problem.file, severity, problem.code, problem.line, problem.field


def _kind(problems: Sequence[Problem], view: ProblemView) -> Iterator[str]:
    """Write the problems of one kind in one file."""
    first = problems[0]
    tail = f"[{first.code}, {_WORDS[severity_of(first)]}]"
    if _PLACES[severity_of(first)] > _PLACES[view.level]:
        title, where = rule_of(first).title, visible(places(problems))
        yield f"{visible(first.file)}: {title}: {len(problems)} chỗ ({where}). {tail}"
        return
    same: dict[str, list[Problem]] = {}
    for problem in problems:
        same.setdefault(problem.message, []).append(problem)
    for problem, *repeats in same.values():
        place = f" ({visible(problem.label_path)})" if problem.label_path else ""
        if repeats:
            # One matter in many places is told once.
            place = f" ({len(repeats) + 1} chỗ: {visible(places([problem, *repeats]))})"
        words = problem.message if repeats else _with_field(problem)
        yield f"{visible(problem.file)}:{problem.line}: {visible(words)}{place} {tail}"
    if severity_of(first) is not Severity.NOTE:
        yield f"    → {rule_of(first).remedy}"


_MOST_PLACES = 8


def places(problems: Sequence[Problem]) -> str:
    """Name where problems stand: by the printed place, else by the line of the file; the first eight of many."""
    printed = list(dict.fromkeys(problem.label_path for problem in problems if problem.label_path))
    lines = [str(problem.line) for problem in problems if not problem.label_path]
    place_names = [*printed, *([f"dòng {lines[0]}", *lines[1:]] if lines else [])]
    return ", ".join(place_names[:_MOST_PLACES]) + ("…" if len(place_names) > _MOST_PLACES else "")


def as_json(problems: Sequence[Problem], files: int) -> str:
    """Write a JSON object: number of files and the list of problems."""
    rows = [
        {
            "code": p.code,
            "severity": severity_of(p).value,
            "file": p.file,
            "line": p.line,
            "place": p.label_path,
            "field": p.field,
            "message": p.message,
            "title": rule_of(p).title,
            "remedy": rule_of(p).remedy,
        }
        for p in problems
    ]
    return json.dumps({"files": files, "problems": rows}, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Sequence[Problem], files: int) -> str:
    """Write workflow commands that annotate the lines of a pull request; notes are left out."""
    annotated = (problem for problem in problems if severity_of(problem) is not Severity.NOTE)
    return "\n".join((*map(_annotation, annotated), summary(problems, files))) + "\n"


def _annotation(problem: Problem) -> str:
    rule = rule_of(problem)
    place = f"file={_property(problem.file)},line={problem.line}"
    title = _property(f"{problem.code} {rule.title}")
    return f"::{_GITHUB[rule.severity]} {place},title={title}::{_data(f'{_with_field(problem)} {rule.remedy}')}"


def _data(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(problems: Sequence[Problem], files: int) -> str:
    """Write SARIF 2.1.0 with one run."""
    codes = sorted({p.code for p in problems})
    run = {
        "tool": {"driver": {"name": "kehoach", "rules": [_sarif_rule(code) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "properties": {"files": files},
        "results": [_sarif_result(problem, codes) for problem in problems],
    }
    document = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _sarif_rule(code: str) -> dict[str, object]:
    return {
        "id": code,
        "shortDescription": {"text": RULES[code].title},
        "help": {"text": RULES[code].remedy},
        "defaultConfiguration": {"level": _SARIF[RULES[code].severity]},
    }


def _sarif_result(problem: Problem, codes: Sequence[str]) -> dict[str, object]:
    place = {
        "artifactLocation": {"uri": problem.file, "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": problem.line},
    }
    return {
        "ruleId": problem.code,
        "ruleIndex": codes.index(problem.code),
        "level": _SARIF[severity_of(problem)],
        "message": {"text": _with_field(problem)},
        "locations": [{"physicalLocation": place}],
    }


FORMATS: dict[str, Callable[[Sequence[Problem], int], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
"""Report formats by name; each takes problems and the number of files checked."""
