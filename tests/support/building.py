"""Building the site as the build does, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}


def build(root: Path, place: Path, *options: str, **environment: str) -> str:
    """Build the site of a repository; gives what the build printed."""
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(place), *options]
    done = subprocess.run(
        command, cwd=root, env={**ENVIRONMENT, **environment}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stderr
