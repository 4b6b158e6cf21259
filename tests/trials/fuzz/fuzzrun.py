"""Fuzz in one process for a time: ``python -m fuzzrun --seconds 60 [--targets loader,grammar] [--inputs 50000]``.

Every input comes from a seed, so that a failure is repeated by its target and number. An input that runs without
end is stopped and counts as a hang. Failing inputs are kept in ``tests/trials/fuzz/corpus/``.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bounds import Hang, limited
from fuzztargets import TARGETS, Target

CORPUS = Path(__file__).parent / "corpus"
BATCH = 200


def once(target: Target, number: int) -> tuple[str, Any]:
    """Draw the input of a number and run it; gives how far it got and the input."""
    chance = random.Random(number)
    given = target.draw(chance)
    with limited():
        return target.run(given), given


def _failed(name: str, number: int, keep: bool) -> str:
    target = TARGETS[name]
    given = target.draw(random.Random(number))
    if keep:
        folder = CORPUS / name
        folder.mkdir(parents=True, exist_ok=True)
        if isinstance(given, bytes):
            (folder / f"{number}.bin").write_bytes(given)
        else:
            text = given if isinstance(given, str) else f"seed {number}"
            (folder / f"{number}.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
    return "".join(traceback.format_exc().splitlines(keepends=True)[-5:])


def batch(name: str, first: int, counts: Counter[str], keep: bool) -> list[str]:
    """Run a batch of inputs of a target; gives what failed."""
    failures = []
    for number in range(first, first + BATCH):
        try:
            counts[once(TARGETS[name], number)[0]] += 1
        except Hang:
            counts["HANG"] += 1
            failures.append(f"{name} {number}: {_failed(name, number, keep)}")
        except Exception:
            counts["CRASH"] += 1
            failures.append(f"{name} {number}: {_failed(name, number, keep)}")
    return failures


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the targets in turn until the time is over; 1 where anything failed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--targets", default=",".join(TARGETS))
    parser.add_argument("--inputs", type=int, default=sys.maxsize, help="end after so many inputs, too")
    parser.add_argument("--seed", type=int, default=1, help="number of the first input")
    parser.add_argument("--keep", action="store_true", help="keep failing inputs in tests/trials/fuzz/corpus")
    parser.add_argument("--totals", type=Path, help="also write the totals as JSON")
    options = parser.parse_args(arguments)
    names = options.targets.split(",")
    totals: dict[str, Counter[str]] = {name: Counter() for name in names}
    end, first, failures = time.monotonic() + options.seconds, options.seed, 0
    while time.monotonic() < end and failures < 50 and sum(map(Counter.total, totals.values())) < options.inputs:
        for name in names:
            for said in batch(name, first, totals[name], options.keep):
                failures += 1
                print(said, flush=True)
            if time.monotonic() >= end:
                break
        first += BATCH
        if options.totals:
            options.totals.write_text(json.dumps(totals, indent=1), encoding="utf-8")
    for name, counts in totals.items():
        print(f"{name}: {counts.total()} inputs, {dict(counts)}")
    return 1 if failures else 0


if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "0")
    sys.exit(main())
