"""The site, built once and served under a sub-path, and a Chromium to visit it with."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock  # comes with nox, through virtualenv
from playwright.sync_api import Browser, sync_playwright

from .visit import Look, Visit, serve, visiting

ROOT = Path(__file__).parents[2]
NO_CHROMIUM = (
    "Không thấy Chromium trên máy này; cài rồi chạy lại: sudo apt-get install chromium "
    "(no Chromium found: install it and run again)"
)
# Chromium would otherwise call home at every start; it refuses its sandbox to root.
FLAGS = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium from the system; without one the run fails, it never skips."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.exit(NO_CHROMIUM, returncode=1)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=FLAGS, chromium_sandbox=False)
        yield started
        started.close()


@pytest.fixture(scope="session")
def built_site(browser: Browser, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the built site, two levels below the folder that is served: built by whichever process is first."""
    own = tmp_path_factory.getbasetemp()
    place = (own if worker_id == "master" else own.parent) / "served" / "a" / "b"
    command = [sys.executable, "-m", "kehoach", "--root", str(ROOT), "site", "--output", str(place)]
    place.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(place.parents[1] / "lock"):
        if not place.is_dir():
            subprocess.run(command, check=True)
    return place


@pytest.fixture(scope="session")
def home(built_site: Path) -> Iterator[str]:
    """The site's address under the sub-path /a/b/."""
    with serve(built_site.parents[1]) as address:
        yield f"{address}/a/b/"


@pytest.fixture
def look() -> Look:
    """A desktop in the light, unless a test says otherwise."""
    return Look("desktop", dark=False)


@pytest.fixture
def visit(browser: Browser, home: str, look: Look) -> Iterator[Visit]:
    """A fresh visitor of the served site."""
    with visiting(browser, home, look) as visitor:
        yield visitor
