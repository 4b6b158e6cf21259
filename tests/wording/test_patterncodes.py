"""What patterns were compiled to is kept: it is what ``re`` makes of them, whole and of this Python."""

from __future__ import annotations

import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from kehoach.meaning.timerows import ROWS
from kehoach.wording.latepatterns import late
from kehoach.wording.patterncodes import PatternCodes

PATTERNS = (
    (r"(?P<day>[0-9]{1,2})/(?P<month>0?[1-9]|1[0-2])(?![0-9])", re.NOFLAG),
    ("[à-ỹ]+?(?<!quý )(?P<bar>đ)(?P=bar)", re.IGNORECASE),
    ("(?x) ngày  # the day\n | tháng", re.DOTALL),
    *((row.pattern, re.IGNORECASE) for row in ROWS[:40]),
)


@pytest.fixture(autouse=True)
def _python_writes_its_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the patterns that are parsed from now on."""
    re.purge()  # of a full memory of its own ``re`` drops the oldest, which can be one of these
    parser, seen = import_module("re._parser"), list[str]()
    parse = parser.parse

    def noted(source: str, *rest: Any) -> Any:
        seen.append(source)
        return parse(source, *rest)

    monkeypatch.setattr(parser, "parse", noted)
    return seen


def _use(file: Path | None) -> PatternCodes:
    codes = PatternCodes(file)
    for source, flags in PATTERNS:
        pattern = codes.compiled(source, flags)
        assert pattern == re.compile(source, flags)  # flags and numbers too
        assert (pattern.groups, pattern.groupindex) == (
            re.compile(source, flags).groups,
            re.compile(source, flags).groupindex,
        )
    return codes


def test_what_was_kept_is_what_compiling_gives_and_nothing_is_compiled_again(tmp_path: Path, parsed: list[str]) -> None:
    file = tmp_path / "kept"
    _use(file).keep()
    parsed.clear()
    _use(file).keep()
    assert not parsed
    assert [one.name for one in tmp_path.iterdir()] == ["kept"]


@pytest.mark.parametrize("harm", ["cut", "another byte", "another Python", "nothing in it"])
def test_what_is_not_whole_or_of_another_python_is_not_looked_at(
    harm: str, tmp_path: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "kept"
    _use(file).keep()
    data = file.read_bytes()
    harmed = {"cut": data[:-1], "another byte": data[:99] + bytes([data[99] ^ 1]) + data[100:], "nothing in it": b""}
    file.write_bytes(harmed.get(harm, data))
    if harm == "another Python":
        monkeypatch.setattr(sys, "version", "another")
    parsed.clear()
    _use(file).keep()
    assert len(parsed) == len(PATTERNS)
    parsed.clear()
    _use(file)
    assert not parsed


def test_numbers_that_the_machine_refuses_are_worked_out_again(tmp_path: Path) -> None:
    codes = PatternCodes(tmp_path / "kept")
    source, flags = PATTERNS[0]
    codes.compiled(source, flags)
    [(key, (set_flags, numbers, *rest))] = vars(codes)["_used"].items()
    vars(codes)["_kept"][key] = set_flags, numbers[:8], *rest
    assert codes.compiled(source, flags) == re.compile(source, flags)


def test_nothing_is_written_where_python_writes_no_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _use(tmp_path / "missing" / "kept").keep()
    _use(None).keep()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    _use(tmp_path / "kept").keep()
    assert not [*tmp_path.iterdir()]


def test_a_python_without_the_parts_of_re_compiles_as_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "re._compiler", None)
    _use(tmp_path / "kept").keep()
    assert not [*tmp_path.iterdir()]


def test_patterns_that_are_no_longer_used_go_once_there_are_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "kept"
    _use(file).keep()
    monkeypatch.setattr("kehoach.wording.patterncodes._MOST", 10)
    new = PatternCodes(file)
    new.compiled("a new one", 0)
    new.keep()
    assert [source for source, _ in PatternCodes(file)._kept] == ["a new one"]


def test_a_faulty_pattern_is_told() -> None:
    with pytest.raises(re.error):
        late("(").search("")
