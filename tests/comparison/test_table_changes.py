"""Two states of a table compared: row by row, by content, moved rows, changed columns."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from wordtables import SHAPES

from kehoach.comparison.compare import compare
from kehoach.comparison.model import Comparison
from kehoach.comparison.terminaltext import as_text
from kehoach.importing.read import import_file
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.linking import Linker
from kehoach.model.fromdata import plan_from
from kehoach.model.registry import Registry

NONE = Registry()
DATA: dict[str, Any] = dict(import_file(SHAPES["wide"](), issuer="xa-mau").data)
Rows = list[dict[str, Any]]


def compared(change: Callable[[Rows], object], use_ids: bool = True) -> Comparison:
    """The plan of nine columns against itself with its rows changed."""
    data = deepcopy(DATA)
    change(data["appendices"][0]["table"]["rows"])
    old, new = (LinkedPlan(plan_from("xa-mau/tuyen-truyen/2026", one), Linker(NONE)) for one in (DATA, data))
    return compare(old, new, NONE, use_ids=use_ids)


def told(comparison: Comparison) -> dict[str, tuple[str, bool, tuple[str, ...]]]:
    """Status, whether moved, and changed fields of each row."""
    return {
        change.node.title: (change.status, change.moved, tuple(field.name for field in change.fields))
        for change in comparison.provisions
        if ".R" in change.node.path
    }


@pytest.mark.parametrize("use_ids", [True, False])
def test_rows_change_places(use_ids: bool) -> None:
    """A row that moved is the same row, and its new number is no change of its words."""

    def swap(rows: Rows) -> None:
        rows.reverse()
        rows[0]["cells"][0], rows[1]["cells"][0] = "1", "2"

    found = told(compared(swap, use_ids))
    assert {title: status for title, (status, _, _) in found.items()} == {
        "Số hóa hồ sơ": "same",
        "Khảo sát hài lòng": "same",
    }
    assert sum(moved for _, moved, _ in found.values()) == 1


def test_a_cell_changes() -> None:
    """A changed cell is told by what its column holds, and the deadline is in the headline."""

    def later(rows: Rows) -> None:
        rows[1]["cells"][5] = "Tháng 11/2026"

    comparison = compared(later)
    assert told(comparison)["Khảo sát hài lòng"] == ("changed", False, ("schedule",))
    assert any("Tháng 11/2026" in sentence for sentence in comparison.headline)


def test_rows_come_and_go() -> None:
    """A new row is added, a row taken out is removed; the rest is as it was."""

    def renew(rows: Rows) -> None:
        cells = ["3", "Đối thoại với người dân", "Văn phòng", "", "", "Quý IV/2026", "Biên bản", "", ""]
        rows[0:1] = [{"id": "doi-thoai", "cells": cells}]

    found = told(compared(renew))
    assert (found["Số hóa hồ sơ"][0], found["Đối thoại với người dân"][0]) == ("removed", "added")
    assert found["Khảo sát hài lòng"][0] == "same"
    assert "PL1.T1.R1" in as_text(compared(renew))


def test_nothing_changed() -> None:
    """A plan with tables against itself has no change."""
    assert all(change.status == "same" and not change.moved for change in compared(lambda rows: None).changes)
