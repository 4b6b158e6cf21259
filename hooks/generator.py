"""MkDocs in a process that leaves at once when the site is built: ``python hooks/generator.py build``."""

from __future__ import annotations

import sys
from typing import NoReturn

from mkdocs.__main__ import cli

from kehoach.machine.processexit import leave


def main() -> NoReturn:
    """Run MkDocs with the arguments given; the exit status is its own."""
    try:
        cli(prog_name="mkdocs")
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
        leave(end.code if isinstance(end.code, int) else int(end.code is not None))
    leave(0)


if __name__ == "__main__":
    main()
