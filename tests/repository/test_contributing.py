"""The way in for developers is true: the picture of the rooms, and the files and functions that it names."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import defaultdict
from importlib import import_module

from corpus import ROOT
from recipes import PAGE, RECIPES, files

import kehoach

ROOMS = re.findall(r"^(?:    .+\n)+", kehoach.__doc__ or "", re.MULTILINE)
BASES = (ROOT, ROOT / "src" / "kehoach")


def test_the_picture_is_that_of_the_package() -> None:
    """Rooms stand on the floors of the layers contract, and each is said to be what it says itself."""
    assert ROOMS[0] in PAGE
    metadata = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    [layers] = [c["layers"] for c in metadata["tool"]["importlinter"]["contracts"] if c["type"] == "layers"]
    floors = re.sub(r"\n {5,}", " ", ROOMS[0]).split("    ----------\n")
    drawn = [re.findall(r"^    (\w+) +(.+)", floor, re.MULTILINE) for floor in floors]
    assert [" | ".join(room for room, _ in floor) for floor in drawn] == layers
    for room, sentence in (line for floor in drawn for line in floor):
        words, own = (
            re.findall(r"\w+", text.lower()) for text in (sentence, import_module(f"kehoach.{room}").__doc__ or "")
        )
        assert own[: len(words)] == words, room


def test_every_file_that_is_named_exists() -> None:
    """From the root or from the package; a function that is named behind its file stands in it."""
    named = files(PAGE)
    assert len(named) >= 30
    assert [name for name in named if not any((base / name).exists() for base in BASES)] == []
    functions = re.findall(r"`([\w/]+\.py)` `(\w+)`", PAGE)
    assert len(functions) >= 8
    for name, function in functions:
        path = next(base / name for base in BASES if (base / name).exists())
        assert f"def {function}(" in path.read_text(encoding="utf-8"), (name, function)


def test_every_recipe_names_files_and_commands() -> None:
    """What to touch and what must pass then; a trial runs the commands."""
    assert len(RECIPES) >= 7
    assert [name for name, text in RECIPES.items() if not files(text) or "```sh\n" not in text] == []


def test_each_room_lists_what_others_import() -> None:
    """No more and no less: what is not listed may be changed within the room alone."""
    package = ROOT / "src" / "kehoach"
    asked: dict[str, set[str]] = defaultdict(set)
    for path in [*package.glob("*/*.py"), package / "__main__.py", *(ROOT / "hooks").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ImportFrom) or not (node.module or "").startswith("kehoach."):
                continue
            _, room, *module = str(node.module).split(".")
            if room != path.parent.name or path.is_relative_to(ROOT / "hooks"):
                asked[room].update(module or (name.name for name in node.names))
    listed = {room: set(import_module(f"kehoach.{room}").__all__) for room in asked}
    assert listed == asked
