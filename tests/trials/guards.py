"""Break each guard in turn and see its tests fail: ``python tests/trials/guards.py [WORDS OF A NAME …]``.

The tests run in a copy of the repository. A guard whose text is no longer there, and a test that fails with all
guards whole or does not run at all, are errors: they would prove nothing.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus import ROOT
from guardtable import GUARDS, Guard

SECONDS = 900
MEMORY = 6_000_000_000


def copied(place: Path) -> Path:
    """Copy the files that git knows, as they are in the working tree."""
    listed = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, capture_output=True, check=True).stdout.split(b"\0")
    for name in map(os.fsdecode, filter(None, names)):
        if (ROOT / name).is_file():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, place / name)
    return place


def run(place: Path, tests: Iterable[str], seconds: int = SECONDS) -> tuple[int, str]:
    """Run tests in a copy under limits; give pytest's status (-1: no end) and its last lines."""
    settings = {
        "PYTHONPATH": str(place / "src"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--tb=line", *dict.fromkeys(tests)]
    try:
        done = subprocess.run(
            command,
            cwd=place,
            env={**os.environ, **settings},
            capture_output=True,
            text=True,
            check=False,
            timeout=seconds,
            stdin=subprocess.DEVNULL,
            preexec_fn=_limited,
        )
    except subprocess.TimeoutExpired:
        return -1, "no end"
    return done.returncode, "\n".join((done.stdout + done.stderr).strip().splitlines()[-12:])


def _limited() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def broken(place: Path, guard: Guard) -> str:
    """Break a guard in a copy; give an empty word, or why that cannot be done."""
    path = place / guard.file
    text = path.read_text(encoding="utf-8")
    for old, new in guard.changes:
        if text.count(old) != 1:
            return f"stale: {text.count(old)} times in {guard.file}: {old!r}"
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8", newline="\n")
    return ""


def shown(place: Path, guard: Guard) -> str:
    """Tell how the tests of a broken guard end: "fails" where every one of them does."""
    whole = (place / guard.file).read_bytes()
    try:
        stale = broken(place, guard)
        if stale:
            return stale
        status, said = run(place, guard.tests)
    finally:
        (place / guard.file).write_bytes(whole)
    if status == -1:
        return "fails (no end)"
    counted = re.match(r"([0-9]+) failed in ", said.splitlines()[-1] if said else "")
    if status != 1 or not counted or int(counted[1]) < len(guard.tests):
        return f"NOT SHOWN, status {status}: {said}"
    return f"fails ({counted[1]} of its tests)"


def main(words: Sequence[str]) -> int:
    """Print a line a guard; 1 where one is not shown to be needed."""
    chosen = [guard for guard in GUARDS if not words or any(word in guard.name for word in words)]
    bad = 0
    with tempfile.TemporaryDirectory(prefix="kehoach-") as folder:
        place = copied(Path(folder))
        # All together they take as long as the tests of many guards do one by one.
        status, said = run(place, (test for guard in chosen for test in guard.tests), SECONDS * 4)
        if status or not chosen:
            print(f"With all guards whole the tests do not pass:\n{said}")
            return 1
        for guard in chosen:
            begun = time.monotonic()
            how = shown(place, guard)
            bad += not how.startswith("fails")
            print(f"{guard.name}: {how}, {time.monotonic() - begun:.0f} s", flush=True)
    print(f"{len(chosen) - bad} of {len(chosen)} guards are shown to be needed.")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
