"""Another program run to its end, with bounds on its time, its memory and what it writes."""

from __future__ import annotations

import contextlib
import subprocess
from collections.abc import Sequence


def run_bounded(command: Sequence[str], seconds: float, memory: int, largest_file: int) -> None:
    """Run a program that says nothing and is asked nothing; memory and files in bytes, where the system can bound them.

    Raises OSError where it cannot be started, subprocess.TimeoutExpired where it did not end in time: it is ended then,
    with all that it started.
    """
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True) as process:
        _limit(process.pid, memory, largest_file)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            _end(process)
            raise


def _limit(pid: int, memory: int, largest_file: int) -> None:
    with contextlib.suppress(ImportError, AttributeError, ValueError, OSError):
        import resource

        resource.prlimit(pid, resource.RLIMIT_AS, (memory, memory))
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (largest_file, largest_file))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program with all that it started."""
    import os
    import signal

    with contextlib.suppress(OSError, AttributeError):
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
