"""What the tests measure the code by: five plans and their sources, frozen, and the hand-read lists."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from kehoach.files.yamlvalues import LOADER
from kehoach.model.printed import Line

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "gold"
FIXTURES = ROOT / "tests" / "fixtures"
FIVE = FIXTURES / "five"


def found(folder: Path, pattern: str) -> list[Path]:
    """Give the files that a pattern finds, sorted; finding none is a fault of the test."""
    paths = sorted(folder.glob(pattern))
    if not paths:
        raise FileNotFoundError(folder / pattern)
    return paths


PLAN_IDS = [
    path.relative_to(FIVE / "plans").with_suffix("").as_posix() for path in found(FIVE / "plans", "*/*/[0-9]*.yaml")
]

HUYEN_DONG_XUAN = "huyen-dong-xuan/tuyen-truyen-cchc/2025"
SO_XAY_DUNG = "so-xay-dung-dak-lak/tuyen-truyen-cchc/2025"
TINH_2021 = "tinh-dak-lak/tuyen-truyen-cchc/2021"
TINH_2025 = "tinh-dak-lak/tuyen-truyen-cchc/2025"
XA_EA_KNOP = "xa-ea-knop/tuyen-truyen-cchc/2026"


def table(path: Path) -> Any:
    """Read a table of cases by libyaml, as the plans are: PyYAML's own reader takes ten times as long."""
    return yaml.load(path.read_bytes(), Loader=LOADER)


def gold(name: str) -> Any:
    """Read a hand-read list."""
    return table(GOLD / f"{name}.yaml")


def source(plan_id: str) -> str:
    """Read the source text of one of the five plans."""
    return (FIVE / "plans" / f"{plan_id}.source.txt").read_text(encoding="utf-8")


def at(lines: Sequence[Line], path: str) -> list[Line]:
    """Give the printed lines that carry a label path."""
    return [line for line in lines if line.path == path]
