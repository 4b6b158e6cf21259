"""Build the package in every circumstance and compare: ``python tests/trials/reproducibility.py [--jobs N]``.

Folder x time zone x locale x umask x day x hash seed, 96 builds; the day is changed by ``faketime`` where it is
installed. The test suite makes two of these builds; this script is for releases.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from packages import EPOCH, contents, copy_of_repository

ZONES = ("UTC", "Asia/Ho_Chi_Minh", "Pacific/Kiritimati")
LOCALES = ("C", "C.UTF-8")
UMASKS = (0o022, 0o077)
DAYS = ("2026-03-01 23:59:50", "2031-12-31 23:59:58") if shutil.which("faketime") else ("",)
SEEDS = ("0", "4711")


def digest(root: Path, zone: str, locale: str, umask: int, day: str, seed: str) -> str:
    """Make one package and give a digest over names, bytes and modes."""
    with tempfile.TemporaryDirectory(dir=root.parent) as folder:
        place = Path(folder) / "dist"
        settings = {"TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": EPOCH}
        command = [
            sys.executable,
            "-m",
            "kehoach",
            "--root",
            str(root),
            "package",
            "--output",
            str(place),
        ]
        done = subprocess.run(
            [*(["faketime", day] if day else []), *command],
            env={**os.environ, **settings, "GIT_CEILING_DIRECTORIES": str(root.parent)},
            umask=umask,
            capture_output=True,
            check=False,
        )
        if done.returncode:
            return f"failed: {done.stderr.decode()[-300:]}"
        return hashlib.sha256(repr(contents(place)).encode()).hexdigest()


def circumstances(base: Path) -> Iterator[tuple[Path, str, str, int, str, str]]:
    """Give every combination, in two copies of the repository."""
    roots = (copy_of_repository(base / "a"), copy_of_repository(base / "Thư mục khác" / "b"))
    yield from itertools.product(roots, ZONES, LOCALES, UMASKS, DAYS, SEEDS)


def main() -> int:
    """Print how many builds gave which digest; 0 where it is one."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    jobs = parser.parse_args().jobs
    with tempfile.TemporaryDirectory(prefix="kehoach-") as folder, ThreadPoolExecutor(jobs) as pool:
        found = Counter(pool.map(lambda one: digest(*one), list(circumstances(Path(folder)))))
    for value, count in found.most_common():
        print(count, value)
    return 0 if len(found) == 1 and not next(iter(found)).startswith("failed") else 1


if __name__ == "__main__":
    sys.exit(main())
