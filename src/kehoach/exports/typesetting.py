"""Typst as a function: a layout, data and fonts in, a PDF or a picture out. No font of the machine is used.

The data reach the layout as JSON values, never as Typst code, so no word of a plan is run. The same input gives
the same bytes: the layouts carry no date and the fonts lie in the repository.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import typst

from kehoach.exports.docxfile import printable
from kehoach.exports.pdfletters import with_small_letters

_FORGETTING = 5
"""Empty documents that are set after each. Typst keeps 4 MB of each of the last ten, in case that they come again."""


@dataclass(frozen=True)
class Press:
    """A folder of layouts (``<name>.typ``) and one of fonts; fonts are read once."""

    layouts: Path
    fonts: Path

    @cached_property
    def _compiler(self) -> typst.Compiler:
        return typst.Compiler(font_paths=[self.fonts], ignore_system_fonts=True)

    def pdf(self, layout: str, data: Mapping[str, Any]) -> bytes:
        """Set an accessible PDF (PDF/UA-1: tagged, with language and title, fonts embedded)."""
        return with_small_letters(self._set(layout, data, format="pdf", pdf_standards=["ua-1"]))

    def png(self, layout: str, data: Mapping[str, Any], ppi: float = 72) -> bytes:
        """Draw a picture; at 72 ``ppi`` a point of the layout is a pixel."""
        return self._set(layout, data, format="png", ppi=ppi)

    def _set(self, layout: str, data: Mapping[str, Any], **options: Any) -> bytes:
        source = (self.layouts / f"{layout}.typ").read_bytes()
        inputs = {"data": json.dumps(_printable(data), ensure_ascii=False)}
        if _IDLE:
            return b""
        if _USERS and os.getpid() not in _USERS:
            return self._apart(layout, data, options)
        _USERS.add(os.getpid())
        pages = self._compiler.compile(source, sys_inputs=inputs, **options)
        assert isinstance(pages, bytes)
        for _ in range(_FORGETTING):
            self._compiler.compile(b"", format="svg")
        return pages

    def _apart(self, layout: str, data: Mapping[str, Any], options: Mapping[str, Any]) -> bytes:
        """Set it in a process of its own."""
        request = [str(self.layouts), str(self.fonts), layout, data, options]
        code = f"from {__name__} import answer; answer()"
        run = subprocess.run([sys.executable, "-c", code], input=json.dumps(request).encode(), capture_output=True)
        if run.returncode:
            raise RuntimeError(run.stderr.decode(errors="replace"))
        return run.stdout


_USERS: set[int] = set()
"""Processes that the compiler worked in. Its threads do not survive a fork: a child of such a process would wait
for them for ever, so that it has what it needs set by another."""


_IDLE: list[bool] = []


@contextlib.contextmanager
def idle() -> Iterator[None]:
    """Within, every press gives nothing: a process that is to be forked does not start the compiler's threads."""
    _IDLE.append(True)
    try:
        yield
    finally:
        _IDLE.pop()


def answer() -> None:
    """Set what standard input asks for, and write it to standard output."""
    layouts, fonts, layout, data, options = json.loads(sys.stdin.buffer.read())
    sys.stdout.buffer.write(Press(Path(layouts), Path(fonts))._set(layout, data, **options))


def _printable(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {key: _printable(entry) for key, entry in value.items()}
    return [_printable(entry) for entry in value] if isinstance(value, list | tuple) else value
