"""Commands on every hostile file and tree end with 0 or 1 and words, in little memory, without a traceback.

Each file meets ``validate`` and, in turn, a third of the other commands; with KEHOACH_ALL, as ``attack`` sets it, all.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from commandrunning import run_all
from expectations import SCHEMA_TESTS, repository_at
from hostilefiles import EXAMPLE, FILES, PLAN, TREES, set_up

from kehoach.machine.usererror import FAULT

MEMORY = 300_000_000
PARTS = 8
SHARE = 1 if os.environ.get("KEHOACH_ALL") else 3


def commands(root: Path, plan: str, draft: Path) -> Iterator[list[str]]:
    """What can be done with a repository from the command line."""
    for rest in (
        ["validate"],
        ["validate", "--format", "github"],
        ["fmt", "--check"],
        ["export", plan, "--to", "txt"],
        ["export", plan, "--to", "docx"],
        ["export", plan, "--to", "ics"],
        ["export", plan, "--to", "csv"],
        ["export", plan, "--to", "xlsx"],
        ["diff", plan, plan],
        ["report", plan, "--period", "2025"],
        ["new", plan.rpartition("/")[0], "2027"],
    ):
        yield ["--root", str(root), *rest]
    yield ["--root", str(root), "import", str(root / f"plans/{plan}.yaml"), "--output", str(draft)]


def assert_civil(found: dict[str, object], lines: list[list[str]]) -> None:
    """Each command ended with 0 or 1, with words and in little memory."""
    runs = found["runs"]
    assert isinstance(runs, list) and len(runs) == len(lines)
    for line, run in zip(lines, runs, strict=True):
        assert run["status"] in (0, 1), (line, run["said"])
        assert "Traceback" not in run["said"] and FAULT not in run["said"], (line, run["said"])
        assert line[-1] in ("docx", "xlsx") or not re.search("[\x00-\x08\x0b\x1b\u202e]", run["said"]), line
        assert run["status"] == 0 or run["said"].strip(), line
    peak = found["peak"]
    assert isinstance(peak, int) and peak < MEMORY, peak


@pytest.mark.parametrize("part", range(PARTS))
def test_commands_on_hostile_files_are_civil(part: int, tmp_path: Path) -> None:
    """No command prints a traceback, hangs or takes much memory, whatever file lies in the repository."""
    lines: list[list[str]] = []
    for number, path in enumerate(FILES[part::PARTS]):
        root = tmp_path / f"kho-{number}"
        set_up(path, root)
        plan = EXAMPLE if path.parent.name == "progress" else PLAN
        if path.parent.name == "registry":
            shutil.copy(SCHEMA_TESTS / "valid" / "full.yaml", root / f"plans/{PLAN}.yaml")
        whole = list(commands(root, plan, tmp_path / f"nhap-{number}"))
        lines += [line for at, line in enumerate(whole) if at == 0 or at % SHARE == (number + part) % SHARE]
    assert_civil(run_all(lines, tmp_path), lines)
    assert list(tmp_path.rglob("*.part")) == []


@pytest.mark.skipif(os.name == "nt", reason="links, pipes and such names are made on a POSIX system")
def test_commands_on_hostile_trees_are_civil(tmp_path: Path) -> None:
    """The same from the command line, and for schemas that are none."""
    lines: list[list[str]] = []
    for number, (harm, _) in enumerate(TREES.values()):
        root = tmp_path / f"kho-{number}"
        shutil.copy(SCHEMA_TESTS / "valid" / "minimal.yaml", repository_at(root) / "2025.yaml")
        harm(root)
        if (root / f"plans/{PLAN}.yaml").is_file() or (root / f"plans/{PLAN}.yaml").is_symlink():
            lines += commands(root, PLAN, tmp_path / f"nhap-{number}")
        else:
            lines.append(["--root", str(root), "validate"])
    for number, data in enumerate((b"{", None, b"\xff")):
        root = tmp_path / f"khuon-{number}"
        repository_at(root)
        schema = root / "schema" / "plan.v1.schema.json"
        schema.unlink() if data is None else schema.write_bytes(data)
        lines += commands(root, PLAN, tmp_path / "nhap")
    assert_civil(run_all(lines, tmp_path), lines)
