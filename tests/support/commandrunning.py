"""Many commands of kehoach, each in a forked process under a limit of memory; run by tests as a program.

Reads a JSON list of argument lists from the standard input; writes ``{"peak": bytes, "runs": [{"status", "said"},
…]}``. A command that raises stands there with its traceback, one that had no end with a word of it.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import resource
import subprocess
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import kehoach.checks.run  # noqa: F401 - as what a command brings below, so that no child imports it anew
from kehoach.commands.arguments import commands
from kehoach.commands.main import command, main

ADDRESSES = 3_000_000_000
"""Address space allowed, far above what is held: libraries reserve more than they use."""

SECONDS = 60
"""Processor time allowed, which only a command without end reaches."""


class _Stream(io.TextIOWrapper):
    """A standard stream that is kept; bytes of documents go to its buffer."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", errors="replace")

    def text(self) -> str:
        self.flush()
        assert isinstance(self.buffer, io.BytesIO)
        return self.buffer.getvalue().decode("utf-8", "replace")


def run_all(commands: Sequence[Sequence[str]], folder: Path) -> dict[str, Any]:
    """Run commands in a process of their own, in a folder where some of them write."""
    done = subprocess.run(
        [sys.executable, __file__],
        input=json.dumps([list(command) for command in commands]),
        env={**os.environ, "PYTHONUTF8": "1", "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        cwd=folder,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _run(arguments: Sequence[str]) -> dict[str, Any]:
    out, error = _Stream(), _Stream()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(error):
        try:
            status = main(arguments)
        except SystemExit as stop:
            status = int(stop.code or 0)
        except BaseException:
            status = -1
            traceback.print_exc()
    return {"status": status, "said": out.text()[-2000:] + error.text()}


def _forked(arguments: Sequence[str]) -> tuple[dict[str, Any], int]:
    """Run a command in a child, so that its memory is its own; give what it said and its peak in bytes."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        with os.fdopen(writing, "w", encoding="utf-8") as pipe:
            json.dump(_run(arguments), pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        said: dict[str, Any] = json.loads(pipe.read() or '{"status": -1, "said": "no end"}')
    _, _, used = os.wait4(child, 0)
    return said, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    for described in commands().values():
        command(described.get_default("run"))
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
    made = [_forked(arguments) for arguments in json.load(sys.stdin)]
    json.dump({"peak": max(peak for _, peak in made), "runs": [said for said, _ in made]}, sys.stdout)
