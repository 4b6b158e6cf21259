"""Marks of a draft are told by the printed place that they stand above."""

from __future__ import annotations

from dataclasses import replace

from corpus import XA_EA_KNOP

from kehoach.checks.run import check_repository
from kehoach.files.repository import Repository
from kehoach.files.yamlfile import parse
from kehoach.meaning.fabric import weave


def test_a_mark_is_told_by_its_printed_place(repository: Repository) -> None:
    """Above a provision, a recipient, a fact: their place; above the number, which has none: the line alone."""
    text = repository.plan_files[XA_EA_KNOP].text
    above = {
        "number: null": "",
        "text: Các thông tin, thông báo liên quan": "II.2.-7",
        "heading: Kinh phí thực hiện": "IV",
        "day: 10": "V",
        "- TT Đảng ủy;": "noi-nhan-2",
    }
    for words in above:
        row = next(row for row in text.split("\n") if row.lstrip().startswith(words))
        text = text.replace(row, f"{row[: len(row) - len(row.lstrip())]}# CẦN XEM: xem {words[:4]}\n{row}")
    loaded = parse(text.encode(), f"plans/{XA_EA_KNOP}.yaml")
    marked = replace(repository, plan_files={**repository.plan_files, XA_EA_KNOP: loaded})
    marks = [one for one in check_repository(marked, weave(marked), {XA_EA_KNOP}) if one.code == "KH320"]
    assert {one.message: one.label_path for one in marks} == {f"xem {words[:4]}": path for words, path in above.items()}
