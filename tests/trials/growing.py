"""Count the calls of every command in four repositories, each twice the one before: ``tests/trials/growing.py``.

Prints them with the power of the number of plans by which they grow from the last but one to the last, and the
functions that grow faster than that by themselves. Where one does, a repository twice as large again is counted: what
begins at some number of plans, say parting a month that no longer fits on a page, is steep once; a power stays steep.
Ends with 1 where one stays so.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from growth import MOST, Counts, exponent, measured, steep

SIZES = (4, 8, 16, 32)


def main() -> int:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="kehoach-") as folder:
        counted = measured(Path(folder), SIZES)
        wrong = _told(counted)
        if not wrong:
            return 0
        print(f"Steep from {SIZES[-2]} to {SIZES[-1]}: {', '.join(wrong)}; counted once more with {2 * SIZES[-1]}.")
        counted += measured(Path(folder), (2 * SIZES[-1],))
    still = _told([{name: counts[name] for name in wrong} for counts in counted])
    return 1 if still else 0


def _told(counted: Sequence[dict[str, Counts]]) -> list[str]:
    """Print the calls of each command by size; gives the commands that grow too fast, or that have such a function."""
    wrong = []
    for name in counted[0]:
        totals = [sum(counts[name].values()) for counts in counted]
        power, fast = exponent(totals[-2], totals[-1], 2), steep(counted[-2][name], counted[-1][name], 2)
        if power > MOST or fast:
            wrong.append(name)
        print(f"{name:20}" + "".join(f"{total:>12}" for total in totals) + f"{power:8.2f}", *fast.items())
    return wrong


if __name__ == "__main__":
    sys.exit(main())
