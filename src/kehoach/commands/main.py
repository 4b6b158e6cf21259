"""The command line: reads arguments, runs the command, chooses the exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NoReturn

from kehoach.commands.arguments import parser
from kehoach.machine.gcpause import paused
from kehoach.machine.processexit import leave
from kehoach.machine.usererror import UserError, unexpected
from kehoach.wording.patterncodes import CODES


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0 when all is well and 1 when something is wrong, with a Vietnamese message."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    arguments = sys.argv[1:] if arguments is None else arguments
    options = parser(arguments).parse_args(arguments)
    try:
        with paused():
            return command(options.run)(options)
    except UserError as error:
        print(f"kehoach: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 1
    except KeyboardInterrupt:
        print("kehoach: đã dừng theo yêu cầu.", file=sys.stderr)
        return 130
    except Exception as error:
        # A fault of the program: the tests hold that none of their inputs gets here.
        print(f"kehoach: {unexpected(error)}", file=sys.stderr)
        return 1


def command(name: str) -> Callable[[argparse.Namespace], int]:
    """Give the function of a command, ``module:function``; it takes the options and gives the exit status."""
    module, _, function = name.partition(":")
    run: Callable[[argparse.Namespace], int] = getattr(import_module(module), function)
    return run


def run() -> NoReturn:
    """Run the command of this process and end it."""
    with paused():  # to the end: what is still there then would be searched for cycles once more, in vain
        status = main()
        CODES.keep()
        leave(status)


if __name__ == "__main__":
    run()
