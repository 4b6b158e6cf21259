"""A long PDF says on a terminal how many of its pages are read; where there is no terminal it says nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PDF = Path(__file__).parent / "files" / "bang-nhiem-vu.pdf"
_COMMAND = [sys.executable, "-m", "kehoach.importing.pdfworker"]


@pytest.mark.skipif(sys.platform == "win32", reason="có cửa sổ lệnh giả chỉ trên hệ POSIX")
def test_pages_are_counted_on_a_terminal() -> None:
    """The bar stands on the standard error and reaches its end; the pages themselves go to the standard output."""
    ours, theirs = os.openpty()
    environment = {key: value for key, value in os.environ.items() if key != "CI"}
    with PDF.open("rb") as data:
        made = subprocess.run(
            _COMMAND, stdin=data, stdout=subprocess.PIPE, stderr=theirs, env=environment, timeout=120, check=True
        )
    os.close(theirs)
    said = os.read(ours, 10_000).decode()
    os.close(ours)
    assert "Đọc từng trang" in said and said.rstrip().endswith("100%")
    assert made.stdout.startswith(b'{"pages"')


def test_nothing_is_said_elsewhere() -> None:
    """A program that reads the standard error finds no bar."""
    with PDF.open("rb") as data:
        made = subprocess.run(_COMMAND, stdin=data, capture_output=True, timeout=120, check=True)
    assert made.stderr == b""
