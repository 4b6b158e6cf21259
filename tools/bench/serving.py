"""How long the live preview takes from a saved file to a new page."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 600.0
_TITLE = re.compile(r"(^title: (?:>-\n +)?\S+ \S+)", re.MULTILINE)


@contextmanager
def preview(root: Path) -> Iterator[str]:
    """Run the live preview of a repository; gives its address, which ends in "/"."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address, "--quiet"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "OPENBLAS_NUM_THREADS": "1"}
    server = subprocess.Popen(
        command, cwd=root, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        yield f"http://{address}/"
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def wait(page: str, words: str, patience: float = PATIENCE) -> str:
    """Ask for a page until it holds some words; gives its text, raises TimeoutError."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(page, timeout=patience) as answer:
                text: str = answer.read().decode()
                if words in text:
                    return text
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(0.01)
    raise TimeoutError(page)


def latencies(root: Path, plan: Path, repeats: int) -> list[float]:
    """Give the seconds from saving a plan until its page shows what was saved, several times over."""
    before = plan.read_text(encoding="utf-8")
    name = plan.relative_to(root / "plans").with_suffix("").as_posix()
    with preview(root) as address:
        page = f"{address}ke-hoach/{name}/index.html"
        wait(page, "<h1")
        time.sleep(2)
        try:
            return list(_saved(plan, before, page, repeats))
        finally:
            plan.write_text(before, encoding="utf-8")


def _saved(plan: Path, text: str, page: str, repeats: int) -> Iterator[float]:
    for number in range(repeats):
        mark = f"Lần lưu thứ {number}"
        start = time.perf_counter()
        plan.write_text(_TITLE.sub(rf"\1 {mark}", text, count=1), encoding="utf-8")
        wait(page, mark)
        yield time.perf_counter() - start
        time.sleep(1)
