"""What Python makes of the methods of dataclasses, kept beside its compiled modules.

``dataclasses`` writes the methods of each class as a text and compiles it whenever the class is defined: for the
classes that a site needs that is a quarter of bringing in all modules. Here it is kept from run to run as modules are,
in ``__pycache__``, with a file for each version of Python, written where Python may write there. Entries go by the text
itself, so none is ever out of date. Where what is kept is not whole or was made by another Python, or ``dataclasses``
goes about it in another way, methods are compiled as ever.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
from functools import cached_property
from hashlib import sha256
from importlib import import_module
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from typing import Any

_MOST = 6000
"""Texts that are kept; of more only those that this run has used, so that what no class has any longer goes."""


class MethodCodes:
    """The compiled texts that a file keeps; without a file none are."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._used: dict[str, bytes] = {}
        self._is_new = False

    def take_part(self) -> None:
        """Have ``dataclasses`` run texts here from now on: a name of its module goes before the built-in one."""
        # Brought in only here: a command that has nothing to do defines no class.
        vars(import_module("dataclasses"))["exec"] = self.run

    def run(self, text: str, names: dict[str, Any], own: dict[str, Any] | None = None, /) -> None:
        """Do what the built-in ``exec`` does with a text."""
        data = self._used.get(text) or self._kept.get(text)
        if data is None:
            data, self._is_new = marshal.dumps(compile(text, "<string>", "exec", dont_inherit=True)), True
        self._used[text] = data
        exec(marshal.loads(data), names, own)

    def keep(self) -> None:
        """Write down what was compiled in this run and was not kept, where Python may write its modules."""
        if not self._is_new or self._file is None or sys.dont_write_bytecode:
            return
        codes_kept = self._used if len(self._kept) > _MOST else self._kept | self._used
        data = marshal.dumps(codes_kept)
        with contextlib.suppress(OSError):
            written = self._file.with_name(f"{self._file.name}.{os.getpid()}")
            written.write_bytes(_sum(data) + data)
            written.replace(self._file)
        self._is_new = False

    @cached_property
    def _kept(self) -> dict[str, bytes]:
        """What the file holds, which is read when the first class is defined."""
        with contextlib.suppress(OSError, ValueError, EOFError, TypeError):
            whole = self._file.read_bytes() if self._file else b""
            return _read(whole[:32], whole[32:])
        return {}


def _sum(data: bytes) -> bytes:
    return sha256(MAGIC_NUMBER + sys.version.encode() + data).digest()


def _read(checksum: bytes, data: bytes) -> dict[str, bytes]:
    codes_kept: dict[str, bytes] = marshal.loads(data) if checksum == _sum(data) else {}
    return codes_kept


def _file() -> Path | None:
    """Give where what is compiled of classes stands beside this module's own code."""
    try:
        return Path(cache_from_source(__file__)).with_suffix(".methods")
    except NotImplementedError:  # Python keeps no modules
        return None


METHODS = MethodCodes(_file())
"""The methods of the program's dataclasses."""
