"""Saved files are noticed, whatever way the system has, and reading them is no change."""

from __future__ import annotations

import queue
import sys
from pathlib import Path

import pytest
from corpus import ROOT
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.polling import PollingObserver

sys.path.append(str(ROOT / "hooks"))
import watching
from watching import LOOK, Watcher

PATIENCE = 60.0


class Heard(FileSystemEventHandler):
    """Takes down what is told."""

    def __init__(self) -> None:
        self.names: queue.Queue[str] = queue.Queue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not event.is_directory:
            self.names.put(Path(str(event.src_path)).name)


def first_heard(watcher: Watcher, folder: Path) -> str:
    """Read one file and save another; gives the first that is told of."""
    (folder / "below").mkdir()
    (folder / "below" / "a.yaml").write_text("a")
    (folder / "below" / "b.yaml").write_text("b")
    heard = Heard()
    watcher.schedule(heard, str(folder), recursive=True)
    watcher.start()
    try:
        assert (folder / "below" / "a.yaml").read_text() == "a"
        (folder / "below" / "b.yaml").write_text("khác")
        return heard.names.get(timeout=PATIENCE)
    finally:
        watcher.stop()
        watcher.join()


@pytest.mark.parametrize("environment", [{}, {LOOK: "1"}])
def test_saved_file_is_noticed_and_read_one_is_not(tmp_path: Path, environment: dict[str, str]) -> None:
    """Told by the system, or by looking."""
    assert first_heard(Watcher(environment), tmp_path) == "b.yaml"


def test_without_room_for_notices_it_looks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system limits how many folders are watched; the preview then works as before."""

    class Full(PollingObserver):
        def start(self) -> None:
            tried.append("told")
            raise OSError(28, "inotify watch limit reached")

    tried: list[str] = []
    monkeypatch.setattr(watching, "Observer", Full)
    assert first_heard(Watcher({}), tmp_path) == "b.yaml"
    assert tried == ["told"]
