"""Count the rooms of the package, their floors and the imports that run up: ``python tools/rooms.py``.

A room is a folder of ``src/kehoach``; its floor is one above the highest that it imports from, and an import runs up
where it leads to the same floor's or a higher room by the order of the layers contract in pyproject.toml.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "kehoach"


def main() -> None:
    """Print the figures."""
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


if __name__ == "__main__":
    main()
