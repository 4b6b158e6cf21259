"""Noticing saved files: told by the system where it tells, else by looking ten times a second.

Reading a file is no change, though the system tells of that too.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

CHANGES = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]
LOOK = "KEHOACH_LOOK"
"""Set where files lie on a disk whose system tells nothing, such as a network's."""
_EVERY = 0.1


@dataclass
class Watcher:
    """An observer as the live preview's server uses it; which one it is is settled when it starts."""

    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    _watched: dict[int, tuple[FileSystemEventHandler, str, bool]] = field(default_factory=dict)
    _inner: Any = None

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool = False) -> int:
        """Watch a path from the start on; gives what to call it by."""
        number = len(self._watched)
        self._watched[number] = (handler, path, recursive)
        return number

    def unschedule(self, number: int) -> None:
        """Watch it no longer; only before the start."""
        del self._watched[number]

    def start(self) -> None:
        """Begin to watch; where the system has no room for so many folders, look instead."""
        for make in (_polling_observer,) if self.environment.get(LOOK) else (_system_observer, _polling_observer):
            self._inner = make()
            for handler, path, recursive in self._watched.values():
                self._inner.schedule(handler, path, recursive=recursive, event_filter=CHANGES)
            try:
                self._inner.start()
                return
            except OSError:
                self._inner.unschedule_all()
        raise OSError("no way to watch files")

    def stop(self) -> None:
        """End watching."""
        if self._inner:
            self._inner.stop()

    def join(self) -> None:
        """Wait until watching has ended."""
        if self._inner:
            self._inner.join()


def _system_observer() -> Any:
    return Observer()


def _polling_observer() -> Any:
    return PollingObserver(timeout=_EVERY)
