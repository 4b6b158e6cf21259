"""The usual mistakes of a drafting officer: each is met with a message at its line that says what and how to mend it.

``mistakes.cases.yaml`` was written by a reader who had not seen the code.
"""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from corpus import FIVE, ROOT, XA_EA_KNOP, table

from kehoach.checks.rules import Severity, rule_of, severity_of
from kehoach.checks.run import check_repository
from kehoach.files.memory import Memory
from kehoach.files.problems import Problem
from kehoach.files.repository import load
from kehoach.meaning.fabric import weave

CASES: list[dict[str, Any]] = table(Path(__file__).with_name("mistakes.cases.yaml"))
NAME = f"plans/{XA_EA_KNOP}.yaml"
MARKS = "\u0302\u0306\u031b"
"""Circumflex, breve and horn: Windows' Vietnamese letters carry them, and stand before their tone mark."""


def _windows(text: str) -> bytes:
    """Encode a text as old Windows does: letters with circumflex, breve or horn, tone marks after them."""
    out = ""
    for letter in unicodedata.normalize("NFD", text):
        composed = unicodedata.normalize("NFC", out[-1:] + letter) if letter in MARKS else ""
        out = out[:-1] + composed if len(composed) == 1 else out + letter
    return out.encode("cp1258", "replace")


_BYTES: dict[str, Callable[[str], bytes]] = {
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16-khong-bom": lambda text: text.encode("utf-16-le"),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "windows-1258": _windows,
    "word-mang-ten-yaml": lambda _: b"PK\x03\x04\x14\x00\x00\x00",
    "bom": lambda text: text.encode("utf-8-sig"),
}


@cache
def _text() -> str:
    return (FIVE / NAME).read_text(encoding="utf-8")


def edited(case: dict[str, Any]) -> bytes:
    """Give the file with a mistake in it."""
    edit = case["edit"]
    if "bytes" in edit:
        return _BYTES[case["name"]](_text())
    assert _text().count(edit["find"]) == 1
    new = edit["replace"] if "replace" in edit else unicodedata.normalize("NFD", edit["replace_nfd"])
    return _text().replace(edit["find"], new).encode()


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("kho")
    shutil.copytree(ROOT / "schema", place / "schema")
    shutil.copytree(FIVE / "plans", place / "plans")
    return place


@pytest.fixture(scope="module")
def memory() -> Memory:
    """The other files, which every case has alike."""
    return Memory()


def _problems(root: Path, memory: Memory) -> list[Problem]:
    repository = load(root, memory)
    problems = check_repository(repository, weave(repository), {XA_EA_KNOP})
    return [one for one in problems if one.file == NAME and severity_of(one) is not Severity.NOTE]


def _says(problem: Problem, words: list[str]) -> bool:
    printed = f"{problem.field}: {problem.message} {rule_of(problem).remedy}".casefold()
    return all(word.casefold() in printed for word in words)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_mistake_is_told_where_it_is(root: Path, memory: Memory, case: dict[str, Any]) -> None:
    """The message stands at the line of the mistake and names what is wrong; an error is an error."""
    (root / NAME).write_bytes(edited(case))
    also = case.get("or_line", [])
    lines = {case["line"], *(also if isinstance(also, list) else [also])}
    problems = _problems(root, memory)
    here = [one for one in problems if one.line in lines and _says(one, case["must_say"])]
    assert here, [(one.line, one.code, one.message) for one in problems][:6]
    if case["level"] == "error":
        assert any(severity_of(one) is Severity.ERROR for one in problems)
