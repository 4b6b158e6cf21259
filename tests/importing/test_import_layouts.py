"""Plans in layouts of other bodies, each as text, wrapped text, Word document and PDF."""

from __future__ import annotations

from functools import cache

import pytest
from layoutfiles import FORMS, NAMES, as_text, is_aside, layout, outline
from layoutfiles import fields as wanted_fields
from measures import f1, fields
from measures import outline as found_outline

from kehoach.importing.pipeline import ImportResult, import_text


@cache
def imported(name: str, form: str) -> ImportResult:
    """A layout in one form as a draft, which no test changes."""
    return FORMS[form](layout(name))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", NAMES)
def test_outline_words_and_fields(name: str, form: str) -> None:
    """Other names of fields, other labels, parts, merged cells and tables of figures are read in every form."""
    made = layout(name)
    result = imported(name, form)
    found = [(path, words.lower()) for path, words in found_outline(result.data) if not is_aside(path)]
    assert f1(outline(made), found) >= 0.95
    assert result.report.words.lost == ()
    got = fields(result.data)
    wanted = wanted_fields(made, form == "word")
    assert [(path, kind, got.get((path, kind))) for path, kind, _ in wanted] == wanted


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", NAMES)
def test_head_and_foot(name: str, form: str) -> None:
    """Names, symbol, place, recipients and who signs are told apart in every form."""
    data = imported(name, form).data
    document = data.get("decision", data)
    assert len(data["header"]) == 2 or "Đảng" in data["header"][-1]
    assert document["issued"]["place"] != "…" and document["symbol"] != "…"
    assert len(document["recipients"]) == 3
    assert document["signature"]["name"] and document["signature"]["role"]


def test_what_is_printed_otherwise_is_said() -> None:
    """Labels and bullets of fields that the form of the decree changes are in the report."""
    said = import_text(as_text(layout("y-te-ngoac"))).report.text()
    assert "Nhãn kiểu “1)” được in lại thành “1.”." in said
    assert "Dòng “Chủ trì” không có dấu đầu dòng ở nguồn; khi in có dấu “-”." in said
    said = import_text(as_text(layout("truong-dau-khac"))).report.text()
    assert "Dòng “Chủ trì” có dấu “+” ở nguồn; khi in có dấu “-”." in said


def test_table_over_several_pages() -> None:
    """The heading printed again on each page is removed and listed; a row that a page break parts is one duty."""
    row = "| {} | Việc số {} của năm | Sở Nội vụ | Quý I |"
    text = "\n".join(
        [
            "KẾ HOẠCH",
            "Một việc",
            "I. NHIỆM VỤ",
            "| STT | Nhiệm vụ | Chủ trì | Thời gian |",
            row.format(1, 1),
            row.format(2, 2),
            "",
            "2",
            "",
            "| STT | Nhiệm vụ | Chủ trì | Thời gian |",
            "|  | và những năm sau |  |  |",
            row.format(3, 3),
        ]
    )
    result = import_text(text)
    rows = result.data["body"][0]["table"]["rows"]
    assert [row["cells"][1] for row in rows] == [
        "Việc số 1 của năm",
        "Việc số 2 của năm và những năm sau",
        "Việc số 3 của năm",
    ]
    assert any("STT" in removed.text and "in lại" in removed.reason for removed in result.report.removed)
    assert result.report.words.lost == ()
