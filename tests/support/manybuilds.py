"""Many builds of one repository, each with another text of one page, by forked processes; run by tests as a program.

Reads ``{"page": file, "texts": {name: text}}`` in the repository's folder from the standard input; writes the exit
status of each build. What is imported once serves all: a build by itself spends two thirds of its time on that.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path

FAULT = 70
"""The status of a build that ended with a traceback."""


def build_each(root: Path, page: str, texts: Mapping[str, str], environment: Mapping[str, str]) -> dict[str, int]:
    """Build the site into ``<name of the text>`` beside the repository, once for each text; gives the statuses."""
    done = subprocess.run(
        [sys.executable, __file__],
        input=json.dumps({"page": page, "texts": dict(texts)}),
        cwd=root,
        env=dict(environment),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    statuses: dict[str, int] = json.loads(done.stdout.splitlines()[-1])
    return statuses


def _built(name: str) -> int:
    from mkdocs.__main__ import cli

    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        cli(["build", "--quiet", "--site-dir", str(Path("..", name))])
    except SystemExit as stop:
        os._exit(int(stop.code or 0))
    except BaseException:
        traceback.print_exc()
        os._exit(FAULT)
    os._exit(0)


def _bring_in() -> None:
    """Import what each build would import for itself."""
    for module in ("material", "mkdocs_macros.plugin", "mkdocs.commands.build", "kehoach.publishing.ondemand"):
        __import__(module)


if __name__ == "__main__":
    _bring_in()
    asked = json.load(sys.stdin)
    found = {}
    for title, text in asked["texts"].items():
        Path(asked["page"]).write_text(text, encoding="utf-8")
        found[title] = _built(title)
    json.dump(found, sys.stdout)
