"""Places of words in a plan's value: what stands there is text, wherever the print has it."""

from __future__ import annotations

from typing import Any

from kehoach.files.planplaces import prose_places, value_at
from kehoach.model.fromdata import plan_from
from kehoach.model.printed import lines

DATA: dict[str, Any] = {
    "schema_version": 1,
    "title": "Kế hoạch kiểm tra năm 2026",
    "issuer": "xa-mau",
    "body": [
        {
            "id": "lich",
            "heading": "Lịch",
            "notes": [{"text": "Có thể thay đổi."}],
            "table": {
                "columns": [{"kind": "task", "heading": "Việc"}, {"kind": "schedule", "heading": "Thời gian"}],
                "rows": [
                    {"id": "nhom", "group": True, "cells": [{"text": "Các sở", "columns": 2}]},
                    {"id": "kiem-tra", "cells": ["Kiểm tra", "Tháng 3/2026"]},
                ],
            },
        }
    ],
    "appendices": [{"id": "mau-bao-cao", "title": "Mẫu báo cáo", "text": "Nêu rõ kết quả."}],
}


def test_every_place_of_words_holds_text() -> None:
    """Also a cell over several columns, which is a mapping, a footnote, and an appendix whose label is its place's."""
    found = {value_at(DATA, place) for place, _ in prose_places(lines(plan_from("a/b/2026", DATA)))}
    assert {"Các sở", "Kiểm tra", "Tháng 3/2026", "Có thể thay đổi.", "Thời gian", "Mẫu báo cáo"} <= found
    assert all(isinstance(words, str) for words in found)
