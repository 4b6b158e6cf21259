"""Writing problems for people and machines: text, JSON, GitHub annotations, SARIF 2.1.0."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from kehoach.files.problems import RULES, Problem, Severity
from kehoach.files.yamltext import visible

_WORDS = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTE: "ghi chú"}
_SARIF = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def summary(problems: Sequence[Problem], files: int) -> str:
    """Count problems by severity in one Vietnamese sentence."""
    counts = [f"{sum(p.severity is severity for p in problems)} {word}" for severity, word in _WORDS.items()]
    return f"Đã kiểm tra {files} tệp: {', '.join(counts)}."


def _said(problem: Problem) -> str:
    return f"{problem.field}: {problem.message}" if problem.field else problem.message


def as_text(problems: Sequence[Problem], files: int) -> str:
    """Write ``file:line: field: message`` lines with code, severity and remedy, then a summary.

    Names and words come from files that anyone may have written: a terminal is given nothing to obey.
    """
    out = []
    for problem in problems:
        where = f"{visible(problem.file)}:{problem.line}"
        out.append(f"{where}: {visible(_said(problem))} [{problem.code}, {_WORDS[problem.severity]}]")
        if problem.severity is not Severity.NOTE:
            out.append(f"    → {problem.rule.remedy}")
    return "\n".join((*out, summary(problems, files))) + "\n"


def as_json(problems: Sequence[Problem], files: int) -> str:
    """Write a JSON object: number of files and the list of problems."""
    rows = [
        {
            "code": p.code,
            "severity": p.severity.value,
            "file": p.file,
            "line": p.line,
            "field": p.field,
            "message": p.message,
            "title": p.rule.title,
            "remedy": p.rule.remedy,
        }
        for p in problems
    ]
    return json.dumps({"files": files, "problems": rows}, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Sequence[Problem], files: int) -> str:
    """Write workflow commands that annotate the lines of a pull request; notes are left out."""
    out = [
        f"::{_GITHUB[p.severity]} file={_property(p.file)},line={p.line},title={_property(f'{p.code} {p.rule.title}')}"
        f"::{_data(f'{_said(p)} {p.rule.remedy}')}"
        for p in problems
        if p.severity is not Severity.NOTE
    ]
    return "\n".join((*out, summary(problems, files))) + "\n"


def _data(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(problems: Sequence[Problem], files: int) -> str:
    """Write SARIF 2.1.0 with one run."""
    codes = sorted({p.code for p in problems})
    rules = [
        {
            "id": code,
            "shortDescription": {"text": RULES[code].title},
            "help": {"text": RULES[code].remedy},
            "defaultConfiguration": {"level": _SARIF[RULES[code].severity]},
        }
        for code in codes
    ]
    results = [
        {
            "ruleId": p.code,
            "ruleIndex": codes.index(p.code),
            "level": _SARIF[p.severity],
            "message": {"text": _said(p)},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": p.file, "uriBaseId": "%SRCROOT%"},
                        "region": {"startLine": p.line},
                    }
                }
            ],
        }
        for p in problems
    ]
    document = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "kehoach", "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "properties": {"files": files},
                "results": results,
            }
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Sequence[Problem], int], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
"""Report formats by name; each takes problems and the number of files checked."""
