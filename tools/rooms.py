"""Count the rooms of the package, their floors and the imports that run up: ``python tools/rooms.py``.

A room is a folder of ``src/kehoach``; its floor is one above the highest that it imports from, and an import runs up
where it leads to the same floor's or a higher room by the order of the layers contract in pyproject.toml.

``python tools/rooms.py 10 7`` draws ten lines with the seed 7, for somebody new to name the room of each from the
picture in CONTRIBUTING.md; where they stand is printed behind them. ``python tools/rooms.py 10 7 10`` draws ten pieces
of ten lines each. Where readers go wrong, a module stands in the wrong room, or the picture or a name in the line does
not say enough.
"""

from __future__ import annotations

import ast
import builtins
import keyword
import random
import re
import sys
import textwrap
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "kehoach"
PYTHON = {*keyword.kwlist, "self", *dir(builtins), *dir(str), *dir(list), *dir(dict)}
"""Words that stand in any Python code."""


def main() -> None:
    """Print the figures, or so many lines or pieces as are asked for."""
    if len(sys.argv) > 2:
        _draw(*map(int, sys.argv[1:]))
        return
    files = [path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE]
    loose = [path.name for path in PACKAGE.glob("*.py") if path.name not in ("__init__.py", "__main__.py")]
    imports = {(_room(path), room) for path in files for room in _imported(path)}
    floors = _floors()
    up = sorted((room, other) for room, other in imports if room != other and floors[other] >= floors[room])
    print(f"{len(files)} modules in {len(floors)} rooms on {max(floors.values())} floors")
    print(f"loose modules: {', '.join(loose) or 'none'}")
    print(f"imports between rooms that run up: {up or 'none'}")


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0]


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("kehoach."):
            yield str(node.module).split(".")[1]


def _floors() -> dict[str, int]:
    """Give the floor of each room, from the ground, as the layers contract says."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    [layers] = [c["layers"] for c in settings["tool"]["importlinter"]["contracts"] if c["type"] == "layers"]
    return {room: floor for floor, rooms in enumerate(reversed(layers), 1) for room in rooms.split(" | ")}


def _draw(count: int, seed: int, length: int = 1) -> None:
    """Print pieces of so many lines drawn at random, then a blank line, then where each begins."""
    paths = sorted(path for path in PACKAGE.glob("*/*.py") if path.name != "__init__.py")
    pieces = random.Random(seed).sample([piece for path in paths for piece in _pieces(path, length)], count)
    for number, (_, _, text) in enumerate(pieces, 1):
        print(textwrap.indent(f"{number:3} {text}", "    ")[4:] + "\n" * (length > 1))
    print()
    for number, (path, line, _) in enumerate(pieces, 1):
        print(f"{number:3} {path.relative_to(PACKAGE)}:{line}")


def _pieces(path: Path, length: int) -> Iterator[tuple[Path, int, str]]:
    """Give the pieces of a module that begin with a line that says something, imports left out.

    Such a line is no decorator and has two words of four letters that are not Python's.
    """
    text = path.read_text(encoding="utf-8")
    imports = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Import | ast.ImportFrom)]
    left_out = {line for node in imports for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)}
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if number not in left_out]
    for begin, (number, line) in enumerate(lines[: len(lines) - length + 1]):
        words = {*re.findall(r"[^\W\d_]{4,}", line)} - PYTHON
        if len(words) >= 2 and not line.lstrip().startswith("@"):
            yield path, number, textwrap.dedent("\n".join(line for _, line in lines[begin : begin + length])).strip()


if __name__ == "__main__":
    main()
