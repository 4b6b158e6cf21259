"""Ending a process without freeing what it holds: at a thousand plans that takes longer than most of the work."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import NoReturn

_spared: list[object] = []


def spare(*things: object) -> None:
    """Keep things to the end of the process, though nobody needs them any more."""
    _spared.extend(things)


def leave(status: int) -> NoReturn:
    """End the process at once; what it wrote to files must be closed."""
    logging = sys.modules.get("logging")  # most commands never log: bringing it in takes longer than leaving
    if logging is not None:
        logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            stream.flush()
    os._exit(status)
