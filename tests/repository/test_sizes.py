"""Modules and functions stay short enough to be read in one go; what outgrows that is parted, not allowed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from corpus import ROOT

LINES_OF_A_MODULE, LINES_OF_A_FUNCTION = 300, 40


def modules() -> Iterator[tuple[str, str]]:
    """Give the name and the text of each module of the package and of the hooks."""
    for folder in ("src", "hooks"):
        for path in sorted(Path(ROOT, folder).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def test_no_module_is_long() -> None:
    """Counted with its docstrings and comments."""
    lengths = {name: len(text.splitlines()) for name, text in modules()}
    assert len(lengths) > 400
    assert {name: length for name, length in lengths.items() if length > LINES_OF_A_MODULE} == {}


def test_no_function_is_long() -> None:
    """Counted from its ``def`` to its last line."""
    long = {
        f"{name}:{node.lineno} {node.name}": lines
        for name, text in modules()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > LINES_OF_A_FUNCTION
    }
    assert long == {}
