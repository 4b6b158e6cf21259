"""The command lines of each recipe in CONTRIBUTING.md pass as they stand."""

from __future__ import annotations

import shlex
import subprocess
import sys

import pytest
from corpus import ROOT
from recipes import RECIPES, commands

TOOL = ".nox/main/bin/"


@pytest.mark.parametrize("recipe", RECIPES)
def test_the_commands_of_a_recipe_pass(recipe: str) -> None:
    """Run with the Python of the tests, which is that of the session."""
    for line in commands(RECIPES[recipe]):
        assert line.startswith(TOOL)
        name, *arguments = shlex.split(line.removeprefix(TOOL))
        options = ["-p", "no:cacheprovider"] if name == "pytest" else []
        command = [sys.executable, "-m", name, *options, *arguments]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
