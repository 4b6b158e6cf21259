"""Redlines taken and refused in LibreOffice itself: all changes accepted are the new plan, all rejected the old one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from redlines import PAIRS, TABLES, bodies, invented, red, said, with_table
from writermacros import PROGRAM, after

from kehoach.exports.docx import official_document
from kehoach.files.repository import Repository
from kehoach.meaning.fabric import Fabric, LinkedPlan
from kehoach.model.registry import Registry

pytestmark = pytest.mark.skipif(
    PROGRAM is None, reason="LibreOffice is not installed: apt-get install libreoffice-writer"
)
ORDERS = {".uno:AcceptAllTrackedChanges": 1, ".uno:RejectAllTrackedChanges": 0}


def check(pairs: list[tuple[LinkedPlan, LinkedPlan]], registry: Registry, folder: Path) -> None:
    """Give both orders to a redline of each pair, and read what was saved."""
    redlines = [red(old, new, registry) for old, new in pairs]
    for number, (order, side) in enumerate(ORDERS.items()):
        place = folder / str(number)
        place.mkdir(parents=True)
        for pair, saved in zip(pairs, after(redlines, [order], place), strict=True):
            assert said(saved) == said(official_document(pair[side], registry, "reading"))


def test_real_plans(fabric: Fabric, tmp_path: Path) -> None:
    """Two editions, two bodies, a plan with a decision and one without."""
    check([(fabric.plans[old], fabric.plans[new]) for old, new in PAIRS], fabric.registry, tmp_path)


def test_tables(tmp_path: Path) -> None:
    """Rows that come, go and change; tables of other columns put in and taken out whole."""
    check([(with_table(old), with_table(new)) for old, new in TABLES], Registry(), tmp_path)


def drawn() -> list[tuple[list[dict[str, Any]], list[dict[str, Any]]]]:
    """Draw pairs first: LibreOffice starts slowly, and reads many files in one start."""
    pairs: list[tuple[list[dict[str, Any]], list[dict[str, Any]]]] = []

    @given(bodies(), bodies())
    @settings(max_examples=60, deadline=None, derandomize=True, database=None, phases=[Phase.generate])
    def draw(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> None:
        pairs.append((old, new))

    draw()
    return pairs


def test_any_two_plans(repository: Repository, tmp_path: Path) -> None:
    """However two plans differ in items, order, depth, fields and paragraphs."""
    plans = [
        (invented(old, repository, "xa-ea-knop/thu/2025"), invented(new, repository, "xa-ea-knop/thu/2026"))
        for old, new in drawn()
    ]
    check(plans, repository.registry, tmp_path)
