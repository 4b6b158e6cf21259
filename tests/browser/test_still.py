"""Nothing moves while a page comes: neither when a font arrives, nor when a script shows what it brings."""

from __future__ import annotations

import pytest
from playwright.sync_api import TimeoutError as Unfinished

from .test_looks import FURTHER, PAGES
from .visit import Look, Visit

WATCH = """new PerformanceObserver(list => list.getEntries().forEach(entry => (window.moved ||= []).push(
  [entry.value, ...entry.sources.map(source => source.node?.outerHTML?.slice(0, 100))]
))).observe({type: "layout-shift", buffered: true})"""
SLOW = {"offline": False, "latency": 120, "downloadThroughput": 200_000, "uploadThroughput": 100_000}
ALL = PAGES | FURTHER


@pytest.mark.parametrize("path", ALL.values(), ids=ALL)
@pytest.mark.parametrize("look", [Look("phone", dark=False), Look("desktop", dark=True)], ids=str)
def test_nothing_moves_while_a_page_comes(visit: Visit, path: str) -> None:
    """Over a slow line, where each font and script comes late, no part moves."""
    visit.page.add_init_script(WATCH)
    session = visit.page.context.new_cdp_session(visit.page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    # The line that the browser plays at times never ends an answer: the page is then asked for again.
    visit.page.set_default_navigation_timeout(45_000)
    try:
        visit.open(path)
    except Unfinished:
        visit.open(path)
    assert visit.page.evaluate("PerformanceObserver.supportedEntryTypes").count("layout-shift") == 1
    moved = visit.page.evaluate("window.moved || []")
    assert moved == []
