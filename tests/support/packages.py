"""What a package is made from, and what is in it."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from corpus import ROOT

EPOCH = "1767225600"
PARTS = ("plans", "schema", "site_src", "hooks", "deploy")


def copy_of_repository(place: Path) -> Path:
    """Copy what a build reads, without history and without what was built before."""
    for name in PARTS:
        shutil.copytree(ROOT / name, place / name)
    shutil.copy(ROOT / "mkdocs.yml", place)
    return place


def contents(folder: Path) -> dict[str, tuple[str, int]]:
    """SHA-256 and mode of every file."""
    return {
        path.relative_to(folder).as_posix(): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mode)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
