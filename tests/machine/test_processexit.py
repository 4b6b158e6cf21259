"""A process that ends at once has written all and says how it went."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from corpus import ROOT

_SCRIPT = """
import sys
from kehoach.machine.processexit import leave, spare

class Slow:
    def __del__(self):
        print("freed")

spare(Slow())
sys.stdout.write("một " * 20_000)
sys.stderr.write("lỗi")
leave({status})
"""


@pytest.mark.parametrize("status", [0, 1])
def test_all_is_said_and_nothing_freed(status: int) -> None:
    """What was printed arrives whole, the status is the one given."""
    done = subprocess.run([sys.executable, "-c", _SCRIPT.format(status=status)], capture_output=True, check=False)
    assert (done.returncode, done.stdout.decode().split(), done.stderr.decode()) == (status, ["một"] * 20_000, "lỗi")


def test_reader_that_has_gone_is_no_fault() -> None:
    """``kehoach … | head`` ends quietly."""
    code = "from kehoach.machine.processexit import leave\nprint('x' * 100)\nleave(0)"
    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=buffered) as process:
        assert process.stdout
        process.stdout.close()
        assert process.wait() == 0
        assert process.stderr
        assert process.stderr.read() == b""


@pytest.mark.parametrize(("arguments", "status"), [(["--version"], 0), (["build", "--no"], 2), (["build"], 1)])
def test_generator_keeps_its_status(arguments: list[str], status: int, tmp_path: Path) -> None:
    """The site generator in its own process says what MkDocs says."""
    command = [sys.executable, str(ROOT / "hooks" / "generator.py"), *arguments]
    done = subprocess.run(command, capture_output=True, check=False, cwd=tmp_path)
    assert done.returncode == status
    assert done.stdout or done.stderr
