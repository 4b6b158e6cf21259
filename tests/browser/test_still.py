"""Nothing moves while a page comes: neither when a font arrives, nor when a script shows what it brings."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import pytest
from playwright.sync_api import Browser

from .test_looks import FURTHER, PAGES
from .visit import Look, QuietHandler, serve, visiting

WATCH = """new PerformanceObserver(list => list.getEntries().forEach(entry => (window.moved ||= []).push(
  [entry.value, ...entry.sources.map(source => source.node?.outerHTML?.slice(0, 100))]
))).observe({type: "layout-shift", buffered: true})"""
DELAY, RATE, PIECE = 0.12, 200_000, 16_384
"""Seconds before an answer begins, bytes a second of the whole line, and bytes sent at once."""
ALL = PAGES | FURTHER


class SlowHandler(QuietHandler):
    """Sends each answer late, and all of them over one narrow line.

    The server is slow, not the browser: a line that Chromium plays by itself at times never ends an answer.
    """

    line = threading.Lock()

    def send_head(self) -> Any:
        """Let the answer wait."""
        time.sleep(DELAY)
        return super().send_head()

    def copyfile(self, source: IO[bytes], outputfile: IO[bytes]) -> None:  # type: ignore[override]
        """Send piece after piece, each in the time that the line takes for it."""
        while piece := source.read(PIECE):
            with self.line:
                time.sleep(len(piece) / RATE)
            outputfile.write(piece)


@pytest.fixture(scope="module")
def slow_home(built_site: Path) -> Iterator[str]:
    """The site's address under the sub-path /a/b/, behind a slow line."""
    with serve(built_site.parents[1], SlowHandler) as address:
        yield f"{address}/a/b/"


@pytest.mark.parametrize("path", ALL.values(), ids=ALL)
@pytest.mark.parametrize("look", [Look("phone", dark=False), Look("desktop", dark=True)], ids=str)
def test_nothing_moves_while_a_page_comes(browser: Browser, slow_home: str, look: Look, path: str) -> None:
    """Over a slow line, where each font and script comes late, no part moves."""
    with visiting(browser, slow_home, look) as visit:
        visit.page.add_init_script(WATCH)
        visit.open(path)
        assert visit.page.evaluate("PerformanceObserver.supportedEntryTypes").count("layout-shift") == 1
        assert visit.page.evaluate("window.moved || []") == []
