"""Timings of a repository's plans: ``python -m kehoach.bench.measure``. Figures to compare, never a pass or fail."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from kehoach.checks import check_repository
from kehoach.fabric import weave
from kehoach.repository import Repository, load

REPEATS = 5
REPORT = Path(".cache/bench.json")


def measure(root: Path, repeats: int = REPEATS) -> dict[str, float]:
    """Give the median seconds of each step over ``repeats`` runs, after one that warms the caches.

    ``load`` reads the files, ``weave`` links what was read, ``validate`` does both and checks, ``build`` makes
    the site.
    """
    repository = load(root)
    steps: dict[str, Callable[[], object]] = {
        "load": lambda: load(root),
        "weave": lambda: _weave(repository),
        "validate": lambda: _validate(root),
        "build": lambda: _build(root),
    }
    return {name: median(_seconds(step, repeats)) for name, step in steps.items()}


def _seconds(step: Callable[[], object], repeats: int) -> list[float]:
    step()
    times = []
    for _ in range(repeats):
        start = perf_counter()
        step()
        times.append(perf_counter() - start)
    return times


def _weave(repository: Repository) -> None:
    """Link every plan to the last duty; ``weave`` by itself leaves that until it is asked for."""
    _ = [linked.duties for linked in weave(repository).plans.values()]


def _validate(root: Path) -> None:
    repository = load(root)
    check_repository(repository, weave(repository))


def _build(root: Path) -> None:
    """Build the site into a folder that is thrown away; the whole command's time, start of Python included."""
    with tempfile.TemporaryDirectory() as place:
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", place]
        subprocess.run(command, cwd=root, check=True, capture_output=True)


def main(root: Path = Path()) -> None:
    """Print the medians and write them to ``.cache/bench.json``."""
    seconds = measure(root)
    plans = len(load(root).plans)
    for name, value in seconds.items():
        print(f"{name:8} {value * 1000:9.1f} ms  ({plans} plans, median of {REPEATS})")
    report = root / REPORT
    report.parent.mkdir(exist_ok=True)
    report.write_text(json.dumps({"plans": plans, "repeats": REPEATS, "seconds": seconds}, indent=2) + "\n")


if __name__ == "__main__":
    main()
