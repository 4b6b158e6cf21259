"""``python -m kehoach``: the command line."""

from kehoach.commands.main import run

run()
