"""Atheris (libFuzzer) on one target that reads bytes or text: coverage chooses what is tried next.

``python -m fuzzcoverage loader [--seconds 60]``, on Linux. A failing input is kept as ``crash-<hash>``.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path
from typing import Any

import atheris

BEGINNINGS = 40

# Only what is imported here, for the first time, tells its coverage.
with atheris.instrument_imports(include=["kehoach"]):
    from fuzztargets import TARGETS

NAMES = ("loader", "formatter", "grammar", "linker", "import-word")


def main() -> None:
    """Run a target until the time is over or an input fails; the process ends with libFuzzer's status."""
    parser = argparse.ArgumentParser()
    parser.add_argument("target", choices=NAMES)
    parser.add_argument("--seconds", type=int, default=60)
    options = parser.parse_args()
    target = TARGETS[options.target]
    drawn = [target.draw(random.Random(number)) for number in range(BEGINNINGS)]

    def run(data: bytes) -> None:
        given: Any = data if isinstance(drawn[0], bytes) else data.decode("utf-8", "replace")
        target.run(given)

    with tempfile.TemporaryDirectory(prefix="kehoach-") as corpus:
        for number, given in enumerate(drawn):
            Path(corpus, str(number)).write_bytes(given if isinstance(given, bytes) else given.encode())
        limits = [f"-max_total_time={options.seconds}", "-timeout=20", "-max_len=8192", "-print_final_stats=1"]
        atheris.Setup([sys.argv[0], *limits, corpus], run)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
