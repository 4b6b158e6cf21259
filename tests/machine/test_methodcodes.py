"""The methods of dataclasses are kept compiled: they are what ``dataclasses`` makes, whole and of this Python."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path
from typing import Any

import pytest

from kehoach.machine.methodcodes import MethodCodes

TEXTS = (
    "def made(first, *, second=5):\n return first, second",
    "def made(names: _kind) -> None:\n names.append(len(names))",
)


@pytest.fixture(autouse=True)
def _python_writes_its_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def _use(file: Path | None) -> MethodCodes:
    """Define some functions, and keep what they compile to; gives what did so."""
    codes = MethodCodes(file)
    for text in TEXTS:
        expected: dict[str, Any] = {}
        own: dict[str, Any] = {}
        exec(compile(text, "<string>", "exec", dont_inherit=True), {"_kind": list}, expected)
        codes.run(text, {"_kind": list}, own)
        assert own["made"].__code__ == expected["made"].__code__
        assert own["made"].__annotations__ == expected["made"].__annotations__
        assert own["made"].__kwdefaults__ == expected["made"].__kwdefaults__
    return codes


def _is_new(file: Path) -> bool:
    codes = _use(file)
    compiled_now: bool = vars(codes)["_is_new"]
    codes.keep()
    return compiled_now


def test_what_was_kept_is_what_compiling_gives_and_nothing_is_compiled_again(tmp_path: Path) -> None:
    """A second run takes all from the file, and the file is the only thing that is written."""
    assert _is_new(tmp_path / "kept")
    assert not _is_new(tmp_path / "kept")
    assert [one.name for one in tmp_path.iterdir()] == ["kept"]


@pytest.mark.parametrize("harm", ["cut", "another byte", "another Python", "nothing in it"])
def test_what_is_not_whole_or_of_another_python_is_not_looked_at(
    harm: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A harmed file counts as none, and is written anew."""
    file = tmp_path / "kept"
    _is_new(file)
    data = file.read_bytes()
    harmed = {"cut": data[:-1], "another byte": data[:99] + bytes([data[99] ^ 1]) + data[100:], "nothing in it": b""}
    file.write_bytes(harmed.get(harm, data))
    if harm == "another Python":
        monkeypatch.setattr(sys, "version", "another")
    assert _is_new(file)
    assert not _is_new(file)


def test_nothing_is_written_where_python_writes_no_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No folder is made for it, and a Python that is told to write nothing does so."""
    _use(tmp_path / "missing" / "kept").keep()
    _use(None).keep()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    _use(tmp_path / "kept").keep()
    assert not [*tmp_path.iterdir()]


def test_texts_that_are_no_longer_used_go_once_there_are_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file does not grow with the versions of the program."""
    file = tmp_path / "kept"
    _use(file).keep()
    monkeypatch.setattr("kehoach.machine.methodcodes._MOST", 1)
    new = MethodCodes(file)
    new.run("a = 1", {})
    new.keep()
    assert [*MethodCodes(file)._kept] == ["a = 1"]


def test_classes_are_the_same_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A frozen class with defaults that is defined from what was kept compares, prints and refuses as any other."""
    monkeypatch.setitem(vars(dataclasses), "exec", None)
    for _ in range(2):
        codes = MethodCodes(tmp_path / "kept")
        codes.take_part()

        @dataclasses.dataclass(frozen=True, order=True)
        class Pair:
            first: int
            second: tuple[str, ...] = ()

        assert (Pair(1), repr(Pair(1)), hash(Pair(1))) == (
            Pair(1, ()),
            f"{Pair.__qualname__}(first=1, second=())",
            hash(Pair(1, ())),
        )
        assert Pair(1) < Pair(2)
        with pytest.raises(dataclasses.FrozenInstanceError):
            Pair(1).first = 2  # type: ignore[misc]
        codes.keep()
    assert not vars(codes)["_is_new"]
