"""All figures of trust in some hours: ``python tests/trials/attack.py``, with ``20`` that many times shorter."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping

HOSTILE = ("tests/checks/test_hostile.py", "tests/publishing/test_markers.py", "tests/publishing/test_policy.py")


def steps(part: int) -> Mapping[str, tuple[str, ...]]:
    """Give what is run, by what it shows; each so many times shorter where it can be."""
    kills = (f"--random={600 // part}", f"--switch={380 // part}", f"--real={max(20 // part, 1)}")
    return {
        "every command on every hostile file and tree": ("-m", "pytest", "tests/trials/test_hostile_commands.py"),
        "hostile files, marked fields, policy": ("-m", "pytest", *HOSTILE),
        "builds killed": ("tests/trials/kills.py", *kills),
        "sequences of edits, with and without what is kept": ("tests/trials/keeping.py", str(100 // part)),
        "builds after edits, harms and kills": ("tests/trials/rebuilding.py", str(max(40 // part, 1))),
        "calls by number of plans": ("tests/trials/growing.py",),
        "packages in other folders, zones, locales": ("tests/trials/reproducibility.py",),
        "guards broken in turn": ("tests/trials/guards.py",),
    }


def main(part: int = 1) -> int:
    """Run all steps, whatever fails, and name those that did; the exit status says whether any has."""
    failed = []
    for name, arguments in steps(part).items():
        print(f"=== {name}", flush=True)
        if subprocess.run([sys.executable, *arguments], env={**os.environ, "KEHOACH_ALL": "1"}, check=False).returncode:
            failed.append(name)
    if failed:
        print(f"failed: {'; '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
