"""The steps from files to pages, timed one by one in a process of its own: ``python -m bench.phases ROOT``."""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from kehoach.checks.run import check_repository
from kehoach.files.repository import load
from kehoach.meaning.fabric import weave
from kehoach.pages.build import build_pages, make_site
from kehoach.pages.searchfiles import search_files

UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in what the system counts memory in."""


def phases(root: Path, templates: Path) -> dict[str, float]:
    """Give the seconds of each step, and the peak of memory in bytes."""
    figures: dict[str, float] = {}

    def timed(name: str, step: Callable[[], object]) -> None:
        start = perf_counter()
        step()
        figures[name] = perf_counter() - start

    start = perf_counter()
    repository = load(root)
    figures["load"] = perf_counter() - start
    fabric = weave(repository)
    site = make_site(fabric, repository, templates=templates)
    timed("link", lambda: [linked.duties for linked in fabric.plans.values()])
    timed("check", lambda: check_repository(repository, fabric))
    timed("diffs", lambda: [site.editions.between(*pair) for pair in site.editions.pairs])
    timed("pages", lambda: build_pages(site))
    timed("search data", lambda: dict(search_files(site)))
    figures["peak bytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT
    return figures


if __name__ == "__main__":
    sys.stdout.write(json.dumps(phases(Path(sys.argv[1]), Path(sys.argv[2]))))
