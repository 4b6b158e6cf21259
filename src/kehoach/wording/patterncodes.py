"""What Python makes of patterns, kept beside its compiled modules.

A compiled pattern is a list of numbers: ``re`` works it out in Python, which for those that one plan needs takes 80 ms,
and a machine in C goes by it. Here it is kept from run to run as modules are, in ``__pycache__``, with a file for each
version of Python, written where Python may write there. Entries go by the pattern itself, so none is ever out of date.
What is used of ``re`` is its own business: where a part is missing, or what is kept is not whole or was made by another
Python, patterns are compiled as ever.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import re
import sys
from array import array
from functools import cached_property
from hashlib import sha256
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

_MOST = 1000
"""Patterns that are kept; of more only those that this run has used, so that what no module has any longer goes."""

_Key = tuple[str, int]
_Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, numbers, groups, the group of each name and the name of each group."""


class PatternCodes:
    """The patterns that a file keeps; without a file none are."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._used: dict[_Key, _Code] = {}
        self._is_new = False

    @cached_property
    def _kept(self) -> dict[_Key, _Code]:
        """What the file holds, which is read when the first pattern is asked for."""
        with contextlib.suppress(ImportError, AttributeError, OSError, ValueError, EOFError):
            self._compiler, self._parser = import_module("re._compiler"), import_module("re._parser")
            self._machine: Any = import_module("_sre")
            form = sys.version, sys.byteorder, self._machine.MAGIC, self._machine.CODESIZE
            self._form = repr(form).encode()
            return self._read(self._file.read_bytes()) if self._file else {}
        return {}

    def compiled(self, source: str, flags: int) -> re.Pattern[str]:
        """Give what ``re.compile`` gives of the same."""
        key = source, int(flags)
        try:
            code = self._kept.get(key) or self._worked_out(key)
            set_flags, numbers, *names = code
            pattern: re.Pattern[str] = self._machine.compile(source, set_flags, array("I", numbers).tolist(), *names)
        except (AttributeError, TypeError, ValueError, OverflowError, RuntimeError):
            return re.compile(source, flags)  # parts of ``re`` that are missing or not what they were
        self._used[key] = code
        return pattern

    def keep(self) -> None:
        """Write down what was compiled in this run and was not kept, where Python may write its modules."""
        if not self._is_new or self._file is None or sys.dont_write_bytecode:
            return
        codes_kept = self._used if len(self._kept) > _MOST else self._kept | self._used
        data = marshal.dumps(codes_kept)
        with contextlib.suppress(OSError):
            written = self._file.with_name(f"{self._file.name}.{os.getpid()}")
            written.write_bytes(self._sum(data) + data)
            written.replace(self._file)
        self._is_new = False

    def _worked_out(self, key: _Key) -> _Code:
        source, flags = key
        parsed = self._parser.parse(source, flags)
        numbers = array("I", map(int, self._compiler._code(parsed, flags)))
        state = parsed.state
        by_name = {str(name): int(group) for name, group in state.groupdict.items()}
        names: list[str | None] = [None] * state.groups
        for name, group in by_name.items():
            names[group] = name
        self._is_new = True
        return int(flags | state.flags), numbers.tobytes(), state.groups - 1, by_name, tuple(names)

    def _sum(self, data: bytes) -> bytes:
        return sha256(self._form + data).digest()

    def _read(self, data: bytes) -> dict[_Key, _Code]:
        whole, rest = data[:32], data[32:]
        codes_kept: dict[_Key, _Code] = marshal.loads(rest) if whole == self._sum(rest) else {}
        return codes_kept


def _file() -> Path | None:
    """Give where what is compiled of this module's patterns stands beside its own code."""
    try:
        return Path(cache_from_source(__file__)).with_suffix(".patterns")
    except NotImplementedError:  # Python keeps no modules
        return None


CODES = PatternCodes(_file())
"""The patterns of the program."""
