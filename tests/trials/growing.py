"""Count the calls of every command in four repositories, each twice the one before: ``tests/trials/growing.py``.

Prints them with the power of the number of plans by which they grow from the last but one to the last, and the
functions that grow faster than that by themselves; 1 where there is one.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from growth import MOST, exponent, measured, steep

SIZES = (4, 8, 16, 32)


def main() -> int:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="kehoach-") as folder:
        found = measured(Path(folder), SIZES)
    wrong = False
    for name in found[0]:
        totals = [sum(counts[name].values()) for counts in found]
        power, fast = exponent(totals[-2], totals[-1], 2), steep(found[-2][name], found[-1][name], 2)
        wrong |= power > MOST or bool(fast)
        print(f"{name:20}" + "".join(f"{total:>12}" for total in totals) + f"{power:8.2f}", *fast.items())
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
