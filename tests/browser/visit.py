"""Opening the built site in Chromium and what is seen there."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Request, ViewportSize

AXE = Path(__file__).parent / "assets" / "axe.min.js"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

IDLE = "new Promise(done => requestAnimationFrame(() => requestIdleCallback(() => setTimeout(done))))"
PATIENCE = 6000
"""Looks at a page that does not rest, two minutes at least."""


@dataclass(frozen=True)
class Look:
    """What the visitor holds in hand: a screen size and a light or dark preference."""

    device: str
    dark: bool

    def __str__(self) -> str:
        return f"{self.device}-{'dark' if self.dark else 'light'}"

    @property
    def viewport(self) -> ViewportSize:
        """Size in CSS pixels."""
        return {"width": 390, "height": 844} if self.device == "phone" else {"width": 1280, "height": 900}


LOOKS = [Look(device, dark) for device in ("phone", "desktop") for dark in (False, True)]


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files without a line per request."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def serve(folder: Path, handler: type[QuietHandler] = QuietHandler) -> Iterator[str]:
    """Serve a folder on a free loopback port; gives the address without a closing slash."""
    answering = functools.partial(handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), answering) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@dataclass
class Visit:
    """One open page, with every request and complaint since it was opened."""

    page: Page
    home: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    under_way: set[Request] = field(default_factory=set)

    def open(self, path: str) -> int:
        """Go to a path of the site and wait until it rests; gives the HTTP status, 0 for a file."""
        self.under_way.clear()
        response = self.page.goto(f"{self.home}{path}", wait_until="load")
        self._rest()
        return response.status if response and response.url.startswith("http") else 0

    def asked(self, request: Request) -> None:
        """Note a request that begins."""
        self.requests.append(request.url)
        self.under_way.add(request)

    def failed(self, request: Request) -> None:
        """Note a request that was refused or found nothing; one that a reload cut off, as of an icon, is no fault."""
        self.under_way.discard(request)
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url} {request.failure}")

    def reload(self) -> None:
        """Load the page again and wait until it rests."""
        self.under_way.clear()
        self.page.reload(wait_until="load")
        self._rest()

    def _rest(self) -> None:
        """Wait until what scripts do on loading is done and no answer is owed.

        Playwright's "networkidle" waits half a second at every page, and not for scripts without requests.
        """
        for _ in range(PATIENCE):
            self.page.evaluate(IDLE)
            if not self.under_way:
                return
            self.page.wait_for_timeout(20)
        raise TimeoutError(f"{self.page.url}: {[request.url for request in self.under_way]}")

    @property
    def foreign(self) -> list[str]:
        """Requests to anywhere but the site."""
        own = urlsplit(self.home)
        return [
            url
            for url in self.requests
            if urlsplit(url).scheme not in ("data", "blob")
            and (urlsplit(url).scheme, urlsplit(url).netloc) != (own.scheme, own.netloc)
        ]

    def accessibility_faults(self, part: str = "html") -> list[str]:
        """What axe-core finds against WCAG 2.2 A and AA in a part of the page: rule, place and markup."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        result = self.page.evaluate("([part, tags]) => axe.run(part, {runOnly: tags})", [part, WCAG])
        assert result["passes"], "axe-core checked nothing"
        return [
            f"{violation['id']} {node['target']}: {node['html']} {node['failureSummary']}"
            for violation in result["violations"]
            for node in violation["nodes"]
        ]

    def search(self, words: str) -> list[str]:
        """Ask from the header of any page, as a visitor does; gives the links found, best first."""
        field = self.page.locator(".kh-find-head input")
        if field.count() and field.is_visible():
            field.fill(words)
            field.press("Enter")
        else:
            self.page.locator(".kh-find-link").click()
            self.page.locator("#kh_tim").fill(words)
        return self.found()

    def found(self) -> list[str]:
        """The links of the hits on the search page, once there are any or it is said that there are none."""
        self.page.locator("[data-kh-status]:not(:empty)").wait_for()
        links = self.page.locator(".kh-hit-title a")
        return [str(link) for link in links.evaluate_all("links => links.map(link => link.href)")]


@contextmanager
def visiting(browser: Browser, home: str, look: Look) -> Iterator[Visit]:
    """Give a fresh visitor with nothing stored."""
    context = browser.new_context(
        viewport=look.viewport,
        color_scheme="dark" if look.dark else "light",
        has_touch=look.device == "phone",
        reduced_motion="reduce",
        locale="vi-VN",
    )
    context.set_default_timeout(120_000)
    page = context.new_page()
    visit = Visit(page, home)
    page.on("request", visit.asked)
    page.on("requestfinished", lambda request: visit.under_way.discard(request))
    page.on("requestfailed", visit.failed)
    page.on("pageerror", lambda error: visit.complaints.append(f"script: {error}"))
    page.on(
        "console",
        lambda line: visit.complaints.append(f"console: {line.text}") if line.type in ("error", "warning") else None,
    )
    try:
        yield visit
    finally:
        context.close()
