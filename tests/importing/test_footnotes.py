"""Footnotes of Word: notes of what bears their mark, through the model, print, exports, redline and update."""

from __future__ import annotations

import io
import zipfile
from copy import deepcopy
from typing import Any

import pytest
from corpus import ROOT
from test_import_word import _raw

from kehoach.comparison.compare import compare
from kehoach.exports.docx import official_document
from kehoach.exports.pdf import official_data, official_pdf
from kehoach.exports.redline import redline
from kehoach.exports.text import to_text
from kehoach.exports.typesetting import Press
from kehoach.fidelity.sourcetrace import trace
from kehoach.files.repository import load_schemas
from kehoach.importing.pdfnotes import notes_of
from kehoach.importing.pipeline import ImportResult, import_reading
from kehoach.importing.raised import with_raised
from kehoach.importing.read import import_file, read
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.linking import linker_of
from kehoach.model.fromdata import plan_from, registry_from
from kehoach.model.printed import lines

DATA: dict[str, Any] = {
    "schema_version": 1,
    "title": "Kế hoạch chuyển đổi số năm 2026",
    "issuer": "xa-binh-an",
    "header": ["Ủy ban nhân dân", "Xã Bình An"],
    "number": "12",
    "symbol": "KH-UBND",
    "issued": {"place": "Bình An", "date": "2026-01-05", "printed": "ngày 05 tháng 01 năm 2026"},
    "legal_basis": ["Căn cứ Luật Chuyển đổi số;", "Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị."],
    "body": [
        {
            "id": "muc-tieu",
            "heading": "Mục tiêu",
            "notes": [{"text": "Tính đến hết năm 2026."}],
            "items": [
                {
                    "id": "ho-so",
                    "text": "Hồ sơ trực tuyến đạt 80%; hồ sơ số hóa đạt 80%.",
                    "notes": [
                        {"after": "sơ trực tuyến", "text": "Không kể hồ sơ cấp tỉnh.\nTính theo tháng."},
                        {"text": "Theo Đề án 06."},
                    ],
                },
                {"id": "ho-so-2", "text": "Hồ sơ trực tuyến đúng hạn đạt 99%."},
            ],
        },
        {
            "id": "viec",
            "heading": "Các việc",
            "table": {
                "columns": [
                    {"kind": "task", "heading": "Việc"},
                    {"kind": "lead", "heading": "Chủ trì"},
                    {"kind": "schedule", "heading": "Thời gian"},
                ],
                "rows": [
                    {"id": "tap-huan", "cells": ["Tập huấn kỹ năng số", "Phòng Kinh tế", "Quý II/2026"]},
                    {
                        "id": "ra-quan",
                        "cells": ["Ra quân ngày Chuyển đổi số", "Đoàn xã", "Tháng 10/2026"],
                        "notes": [{"after": "Chuyển đổi số", "text": "Ngày 10 tháng 10 hằng năm."}],
                    },
                ],
            },
        },
    ],
    "recipients": ["UBND tỉnh;", "Lưu: VT."],
    "signature": {"role": "Chủ tịch", "name": "Lê Văn Bình"},
    "notes": [{"after": "Luật Chuyển đổi số", "text": "Luật số 148/2025/QH15."}],
}


def _linked(data: dict[str, Any]) -> LinkedPlan:
    return LinkedPlan(plan_from("xa-binh-an/chuyen-doi-so/2026", data), linker_of(registry_from({})))


def _again(data: bytes) -> ImportResult:
    return import_file(data, issuer="xa-binh-an", source_file="2026.source.txt")


def _without_ids(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_ids(one) for key, one in value.items() if key not in ("id", "source")}
    return [_without_ids(one) for one in value] if isinstance(value, list) else value


def test_notes_are_printed_below_their_marks() -> None:
    """Marks stand behind their words, notes below the line or table, numbered through the whole plan."""
    shown = to_text(lines(plan_from("a/b/2026", DATA)))
    assert "Căn cứ Luật Chuyển đổi số[1];\n\n[1] Luật số 148/2025/QH15." in shown
    assert "I. MỤC TIÊU[2]" in shown and "Hồ sơ trực tuyến[3] đạt 80%; hồ sơ số hóa đạt 80%.[4]" in shown
    assert shown.index("| Ra quân ngày Chuyển đổi số[5]") < shown.index("[5] Ngày 10 tháng 10 hằng năm.")


@pytest.mark.parametrize("purpose", [None, "reading"])
def test_footnotes_come_back(purpose: str | None) -> None:
    """Written as Word's own footnotes and imported again, each is the note of what had it, word for word."""
    made = _again(official_document(_linked(DATA), registry_from({}), purpose))
    assert _without_ids(made.data) == _without_ids(DATA)
    assert made.report.words.lost == () and "status" not in made.data
    plan = plan_from("xa-binh-an/chuyen-doi-so/2026", made.data)
    assert trace(plan, lines(plan), made.source).departures == []


def test_word_has_the_parts_that_it_wants() -> None:
    """The notes have a part, styles, separators named in the settings; a plan without notes has none of it."""
    with zipfile.ZipFile(io.BytesIO(official_document(_linked(DATA), registry_from({})))) as archive:
        names = archive.namelist()
        assert names.count("word/footnotes.xml") == 1
        assert b'w:type="separator"' in archive.read("word/footnotes.xml")
        assert archive.read("word/document.xml").count(b"<w:footnoteReference ") == 5
        assert b"<w:footnotePr>" in archive.read("word/settings.xml")
        assert b"footnotes+xml" in archive.read("[Content_Types].xml")
    bare = {**DATA, "body": [{"id": "a", "text": "Một việc."}]}
    del bare["notes"]
    with zipfile.ZipFile(io.BytesIO(official_document(_linked(bare), registry_from({})))) as archive:
        assert "word/footnotes.xml" not in archive.namelist()


def test_pdf_has_each_note_behind_its_words() -> None:
    """The layout gets the words parted where a mark stands, with what the note says."""
    parts = official_data(_linked(DATA), registry_from({}))["parts"]
    runs = [run for block in parts[0]["blocks"] if "runs" in block for run in block["runs"] if run["note"]]
    assert [(run["words"], run["note"].split("\n")[0]) for run in runs] == [
        ("Căn cứ Luật Chuyển đổi số", "Luật số 148/2025/QH15."),
        ("MỤC TIÊU", "Tính đến hết năm 2026."),
        ("Hồ sơ trực tuyến", "Không kể hồ sơ cấp tỉnh."),
        (" đạt 80%; hồ sơ số hóa đạt 80%.", "Theo Đề án 06."),
    ]


def test_notes_of_head_and_foot_come_back() -> None:
    """Marks stand behind the issuing body, the number, a recipient and the signer too, in Word and in PDF."""
    data = deepcopy(DATA)
    for after in ("Xã Bình An", "12/KH-UBND", "UBND tỉnh;", "Lê Văn Bình"):
        data["notes"].append({"after": after, "text": f"Chú thích của {after}"})
    made = _again(official_document(_linked(data), registry_from({})))
    assert {note["text"] for note in made.data["notes"]} == {note["text"] for note in data["notes"]}
    assert str(official_data(_linked(data), registry_from({}))["parts"]).count("Chú thích của") == 4


def test_footnotes_of_a_pdf_come_back() -> None:
    """Numbers that stand raised on a page lead to the small lines at its foot; no mark becomes part of a number."""
    press = Press(ROOT / "site_src" / "templates", ROOT / "site_src" / "fonts")
    made = _again(official_pdf(_linked(DATA), registry_from({}), press))
    wanted = deepcopy(DATA)
    wanted["body"][0]["items"][0]["notes"][0]["text"] = "Không kể hồ sơ cấp tỉnh. Tính theo tháng."
    assert _without_ids(made.data["body"]) == _without_ids(wanted["body"])
    assert made.data["notes"] == wanted["notes"] and made.report.words.lost == ()
    plan = plan_from("xa-binh-an/chuyen-doi-so/2026", made.data)
    assert trace(plan, lines(plan), made.source).departures == []


def _foot(*texts: str) -> list[dict[str, Any]]:
    return [{"text": text, "small": True} for text in texts]


@pytest.mark.parametrize(
    ("above", "foot", "left", "notes"),
    [
        ("đạt 88² bài, 500 m²", ["² Số ước", "tính.", "", "3"], "đạt 88 bài, 500 m²", ["Số ước tính."]),
        ("rộng 500 m² đất²", ["2 Theo đo đạc."], "rộng 500 m² đất", ["Theo đo đạc."]),
        ("sau ngày 30/7/2026¹", ["Nơi nhận:", "- Như trên;"], "sau ngày 30/7/2026¹", []),
        ("theo Đề án¹² và²", ["12 Một.", "2 Hai."], "theo Đề án và", ["Một.", "Hai."]),
    ],
)
def test_a_raised_number_is_a_mark_where_a_note_begins_with_it(
    above: str, foot: list[str], left: str, notes: list[str]
) -> None:
    """A power stays one, a mark without its note stays raised, a page's number is no note."""
    page: list[dict[str, Any]] = [{"text": above}, {"text": "1 lần mỗi tháng."}, *_foot(*foot)]
    found = notes_of(page)
    assert page[0]["text"] == left and page[1]["text"] == "1 lần mỗi tháng."
    assert [found.texts[mark.note] for mark in found.marks] == notes == list(found.texts.values())


def _char(text: str, x0: float, size: float, bottom: float) -> dict[str, Any]:
    return {"text": text, "x0": x0, "x1": x0 + size / 2, "top": bottom - size, "bottom": bottom, "size": size}


def test_a_digit_is_raised_by_its_place_beside_a_letter() -> None:
    """Also where the letter is set after it, as LibreOffice does; small digits on the line or away from it are none."""
    chars = [_char("1", 107, 8, 94), _char("2", 111, 8, 94), _char("2", 200, 8, 94), _char("5", 121, 8, 100)]
    chars += [_char("Ụ", 100, 14, 100), _char("a", 114, 14, 100), _char("3", 128, 14, 100)]
    with_raised(chars)
    assert "".join(char["text"] for char in chars) == "¹²25Ụa3"


def test_marks_in_a_ruled_table_know_their_row() -> None:
    """The words before a mark are those of the row, as where the note is put back."""
    page: list[dict[str, Any]] = [{"rows": [["Việc", "Hạn"], ["Rà soát", "Quý II¹"]]}, *_foot("¹ Năm 2026.")]
    (mark,) = notes_of(page).marks
    assert page[0]["rows"][1] == ["Rà soát", "Quý II"]
    assert (mark.part, mark.row, mark.before) == (0, 1, "Rà soátQuý II")


def _edited() -> dict[str, Any]:
    edited = deepcopy(DATA)
    edited["body"][0]["items"][0]["notes"][1]["text"] = "Theo Đề án 06 và Nghị quyết số 57-NQ/TW."
    edited["body"][0]["items"][1]["notes"] = [{"after": "tuyến đúng hạn", "text": "Kể cả trước hạn."}]
    del edited["notes"]
    return edited


def _compared() -> tuple[LinkedPlan, LinkedPlan, Any]:
    old, new = _linked(DATA), _linked(_edited())
    return old, new, compare(old, new, registry_from({}))


def test_changed_notes_are_changes() -> None:
    """A note that changed, came or went is a change of what bears it, and named so."""
    _, _, comparison = _compared()
    told = {(c.node.name, f.name) for c in comparison.changes if c.status == "changed" for f in c.fields}
    assert told == {("ho-so", "footnote"), ("ho-so-2", "footnote")}
    assert [c.old.text for c in comparison.changes if c.status == "removed" and c.old] == ["Luật số 148/2025/QH15."]


@pytest.mark.parametrize(("accept", "wanted"), [(True, _edited()), (False, DATA)])
def test_redline_has_the_notes_of_both(accept: bool, wanted: dict[str, Any]) -> None:
    """Accepting all changes gives the new plan with its notes, rejecting them the old one with its own."""
    old, new, comparison = _compared()
    data = redline(old, new, comparison, registry_from({}))
    made = import_reading(read(data, accept=accept), issuer="xa-binh-an").data
    assert _without_ids(made) == _without_ids(wanted)


def _note(number: int, words: str) -> str:
    return (
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> {words}</w:t></w:r></w:p></w:footnote>'
    )


def _mark(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def test_notes_of_other_offices() -> None:
    """Marks inside words, at equal places, among recipients; a note whose mark is deleted is told."""
    items = "".join(
        f"<w:p><w:r><w:t>{label}) Đạt 90% trở lên</w:t></w:r>{mark}<w:r><w:t>; báo cáo quý.</w:t></w:r></w:p>"
        for label, mark in (("a", ""), ("b", _mark(1)), ("c", _mark(2)))
    )
    gone = f'<w:p><w:r><w:t>d) Tự kiểm tra.</w:t></w:r><w:del w:id="7">{_mark(3)}</w:del></w:p>'
    foot = f"<w:p><w:r><w:t>Nơi nhận:</w:t></w:r></w:p><w:p><w:r><w:t>- UBND tỉnh</w:t></w:r>{_mark(4)}</w:p>"
    notes = _note(1, "Của điểm b.") + _note(2, "Của điểm c.") + _note(3, "Đã xóa.") + _note(4, "Để báo cáo.")
    head = "<w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p><w:p><w:r><w:t>Chuyển đổi số năm 2026</w:t></w:r></w:p>"
    made = import_file(_raw(head + items + gone + foot, notes)).data
    assert [item.get("notes") for item in made["body"]] == [
        None,
        [{"after": "90% trở lên", "text": "Của điểm b."}],
        [{"after": "90% trở lên", "text": "Của điểm c."}],
        None,
    ]
    assert made["notes"] == [{"after": "UBND tỉnh", "text": "Để báo cáo."}] and made["recipients"] == ["UBND tỉnh"]
    removed = import_file(_raw(head + items + gone + foot, notes)).report.removed
    assert [part.text for part in removed if "Chú thích" in part.reason] == ["Đã xóa."]


@pytest.mark.parametrize(
    "number",
    [
        ("Số:", _mark(1), "</w:p><w:p>", "31/KH-UBND"),
        ("Số: 31", _mark(1), "</w:p><w:p>", "/KH-UBND"),
        ("Số:", "</w:p><w:p>", "31", _mark(1), "/KH-UBND"),
    ],
)
def test_a_note_within_a_number_over_two_paragraphs(number: tuple[str, ...]) -> None:
    """The number is whole, its note stands below it, and the draft is as its source."""
    runs = (part if part.startswith("<") or not part else f"<w:r><w:t>{part}</w:t></w:r>" for part in number)
    before = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("ỦY BAN NHÂN DÂN", "XÃ MẪU"))
    behind = "".join(
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
        for text in (
            *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Mẫu, ngày 14 tháng 01 năm 2026"),
            *("KẾ HOẠCH", "Chuyển đổi số năm 2026", "I. MỤC ĐÍCH", "1. Phục vụ tốt hơn."),
            *("Nơi nhận:", "- Sở Y tế;", "- Lưu: VT.", "CHỦ TỊCH", "Trần Văn Mẫu"),
        )
    )
    made = import_file(
        _raw(f"{before}<w:p>{''.join(runs)}</w:p>{behind}", _note(1, "Số tạm.")), source_file="x.txt"
    ).data
    assert (made.get("status"), made["number"], made["symbol"]) == (None, "31", "KH-UBND")
    assert [note["text"] for note in made["notes"]] == ["Số tạm."]


def test_a_note_names_no_more_words_than_a_line_holds() -> None:
    """A long paragraph that stands twice in an item has no few words of its own; the schema takes what is named."""
    words = " ".join(f"tiếng {number}" for number in range(300))
    plain = f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"
    marked = f"<w:p><w:r><w:t>{words}</w:t></w:r>{_mark(1)}</w:p>"
    made = import_file(_raw(plain + plain + marked + plain, _note(1, "Số tạm."))).data
    [note] = made["body"][0]["notes"]
    assert note["text"] == "Số tạm." and 1900 < len(note["after"]) <= 2000
    assert load_schemas(ROOT / "schema")["plan"]._quick.is_valid(dict(made))
