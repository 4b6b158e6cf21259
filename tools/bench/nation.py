"""Build the index site over made-up packages and print what it takes: ``python -m bench.nation``.

One run, in a process of its own: seconds of the processor and of the clock, the most memory it had, what it wrote.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.nationdata import write_packages


def main() -> int:
    """Make the packages, build, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--provinces", type=int, default=34)
    parser.add_argument("--plans", type=int, default=300, help="of each province")
    parser.add_argument("--keep", type=Path, help="a folder to leave packages and site in")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kehoach-") as temporary:
        place = options.keep or Path(temporary)
        folders = write_packages(Path(), place / "packages", options.provinces, options.plans)
        site = place / "site"
        command = [sys.executable, "-m", "kehoach", "nation", *map(str, folders), "--output", str(site), "--parquet"]
        start = time.monotonic()
        subprocess.run(command, check=True, env={**os.environ, "PYTHONUTF8": "1"})
        seconds = time.monotonic() - start
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        processor, memory = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
        print(f"{options.provinces} provinces, {options.plans} plans each, read from {_megabytes(place / 'packages')}")
        print(f"processor {processor:.0f} s, clock {seconds:.0f} s, memory {memory:.0f} MB")
        _print_files(site)
    return 0


def _print_files(site: Path) -> None:
    kinds = {"pages": "**/*.html", "search": "tim/chi-muc/*.js", "Parquet": "parquet/**/*.parquet"}
    for kind, pattern in kinds.items():
        sizes = [path.stat().st_size for path in site.glob(pattern)]
        most = max(sizes, default=0) / 1e3
        print(f"{kind:8} {len(sizes):>6} files, {sum(sizes) / 1e6:.0f} MB, the largest {most:.0f} kB")


def _megabytes(folder: Path) -> str:
    return f"{sum(path.stat().st_size for path in folder.rglob('*') if path.is_file()) / 1e6:.0f} MB of tables"


if __name__ == "__main__":
    sys.exit(main())
