"""Long work shows how far it is, to a person at a terminal only."""

from __future__ import annotations

import io
import sys

import pytest

from kehoach.machine.progressbar import with_bar


class Terminal(io.StringIO):
    """A standard error that someone looks at."""

    def isatty(self) -> bool:
        return True


def said(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, ci: str, count: int = 3) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("CI", ci)
    assert list(with_bar(iter(range(count)), count, "Dựng trang")) == list(range(count))
    return stream.getvalue()


def test_terminal_shows_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what is done and how much of it."""
    bar = said(monkeypatch, Terminal(), "")
    assert "Dựng trang" in bar and "100%" in bar


@pytest.mark.parametrize(
    ("stream", "ci", "count"), [(io.StringIO(), "", 3), (Terminal(), "true", 3), (Terminal(), "", 1)]
)
def test_elsewhere_it_is_quiet(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, ci: str, count: int) -> None:
    """A log, a pipe, a single step: nothing is shown, all steps are done."""
    assert said(monkeypatch, stream, ci, count) == ""
