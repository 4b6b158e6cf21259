"""The recipes for developers in CONTRIBUTING.md, with the files that they name and the commands that must pass."""

from __future__ import annotations

import re

from corpus import ROOT

PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
RECIPES: dict[str, str] = dict(re.findall(r"^### (.+?)\n(.*?)(?=^##)", PAGE, re.MULTILINE | re.DOTALL))


def files(text: str) -> list[str]:
    """Give the files that a text names with their folder, without those whose name is the reader's."""
    return re.findall(r"`((?:[\w.-]+/)+[\w.-]+\.[a-z0-9]+)`", text)


def commands(text: str) -> list[str]:
    """Give the command lines of a text."""
    return [line for block in re.findall(r"^```sh\n(.*?)^```$", text, re.M | re.S) for line in block.splitlines()]
