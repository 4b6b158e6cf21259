"""Making what is asked for when it is asked for: a live preview shows one page of thousands."""

from __future__ import annotations

import threading
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kehoach.exports.opendata import size
from kehoach.machine.streamed import Streamed
from kehoach.pages.page import Page
from kehoach.publishing.workrunner import Output, Shell
from kehoach.publishing.works import Made, Work


@dataclass(frozen=True)
class Late:
    """Files that can only be made when all works are done."""

    names: Container[str]
    make: Callable[[Output], Iterable[tuple[str, bytes]]]


class OnDemand:
    """The works of a site whose files are written below ``place`` when they are needed; used from several threads."""

    def __init__(self, works: Iterable[Work], place: Path, shell: Shell, late: Late) -> None:
        self._place, self._shell, self._late = place, shell, late
        self._works = list(works)
        self._begun: dict[str, Iterator[Made]] = {}
        self._done = Output({}, {})
        self._lock = threading.Lock()

    def need(self, address: str) -> bool:
        """Write the file at an address from the site's root, with what is made before it; tell whether there is one.

        A work is done as far as needed: a plan's page comes before its comparisons.
        """
        with self._lock:
            if address in self._done.sizes:
                return True
            if address in self._late.names:
                for work in self._works:
                    self._do(work, address)
                return any(self._write(*file) == address for file in self._late.make(self._done))
            likely = (work for work in self._works if work.may_hold(address))
            # The longest subject says most: a plan's page before its body's.
            ordered = sorted(likely, key=lambda work: len(work.subject), reverse=True)
            return any(self._do(work, address) for work in ordered)

    def stop(self) -> None:
        """Write nothing any more; returns when nothing is being written."""
        with self._lock:
            self._works.clear()

    def _do(self, work: Work, address: str) -> bool:
        """Do a work until it has made what stands at an address."""
        if work.name not in self._begun:
            self._begun[work.name] = iter(work.make())
        return any(self._write(*file) == address for file in self._begun[work.name])

    def _write(self, address: str, content: Page | bytes | Streamed) -> str:
        if isinstance(content, Page):
            name, data = f"{address}index.html", self._shell(content).encode()
            self._done.pages[address] = bool(content.toc)
        else:
            name, data = address, bytes(content)
        path = self._place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self._done.sizes[name] = size(data)
        return name
