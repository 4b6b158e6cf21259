"""What a run has taken is told at its end."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from kehoach.commands.publish import time_and_memory
from kehoach.machine import usage
from kehoach.machine.usage import Usage
from kehoach.publishing.digests import folder_bytes


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell")
def test_the_most_memory_of_all_processes_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those named are counted too; one that is no more counts nothing, and less memory later takes nothing away."""
    monkeypatch.setattr(usage, "_APART", 0.0)
    own = Usage()
    own.look()
    assert own.most > 1_000_000
    twice = Usage()
    twice.look([os.getpid(), 0])
    assert twice.most > 1.5 * own.most
    before = twice.most
    twice.look()
    assert twice.most == before


def test_looks_are_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each takes time of its own."""
    looked: list[int] = []

    def held(process: int) -> int:
        looked.append(process)
        return 1

    monkeypatch.setattr(usage, "_held", held)
    monkeypatch.setattr(usage, "_APART", 1000.0)
    run = Usage()
    run._looked = -2000.0
    run.look()
    run.look()
    assert looked == [os.getpid()]


def test_it_is_said_in_a_sentence(tmp_path: Path) -> None:
    """Time, memory where the system tells it, bytes."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c").write_bytes(b"x" * 3_000_000)
    length = folder_bytes(tmp_path)
    assert time_and_memory(125.4, 600_000_000, length) == (
        "Hết 2 phút 5 giây; mọi tiến trình cùng lúc dùng nhiều nhất 600 MB bộ nhớ; trang có 3 MB."
    )
    assert time_and_memory(60, 0, length) == "Hết 1 phút 0 giây; trang có 3 MB."
