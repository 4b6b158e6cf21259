"""Count the calls of every command in four repositories, each twice the one before: ``tests/trials/growing.py``.

Prints them with the power of the number of plans by which they grow from the last but one to the last, and the
functions that grow faster than that by themselves. Where one does, a repository twice as large again is counted: what
begins at some number of plans, say parting a month that no longer fits on a page, is steep once; a power stays steep.
Ends with 1 where the same is steep both times.
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
        once = _told(counted)
        if not once:
            return 0
        print(f"Steep from {SIZES[-2]} to {SIZES[-1]}: {', '.join(once)}; counted once more with {2 * SIZES[-1]}.")
        counted += measured(Path(folder), (2 * SIZES[-1],))
    twice = _told([{name: counts[name] for name in once} for counts in counted])
    still = {name: sorted(once[name] & twice.get(name, set())) for name in once}
    print(f"Steep both times: {', '.join(word for words in still.values() for word in words) or 'nothing'}.")
    return 1 if any(still.values()) else 0


def _told(counted: Sequence[dict[str, Counts]]) -> dict[str, set[str]]:
    """Print the calls of each command by size; gives what of which command grows too fast: functions, or all calls."""
    too_fast: dict[str, set[str]] = {}
    for name in counted[0]:
        totals = [sum(counts[name].values()) for counts in counted]
        power, fast = exponent(totals[-2], totals[-1], 2), steep(counted[-2][name], counted[-1][name], 2)
        if power > MOST or fast:
            too_fast[name] = {*fast, *(["all calls"] if power > MOST else [])}
        print(f"{name:20}" + "".join(f"{total:>12}" for total in totals) + f"{power:8.2f}", *fast.items())
    return too_fast


if __name__ == "__main__":
    sys.exit(main())
