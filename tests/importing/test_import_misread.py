"""Labels and numbers that recognition misread, read by the list they continue, and listed."""

from __future__ import annotations

import pytest

from kehoach.importing.misread import put_right
from kehoach.importing.model import Reading, SourceParagraph
from kehoach.importing.noise import split_lines
from kehoach.importing.pipeline import ImportResult, import_reading, import_text
from kehoach.model.fromdata import plan_from
from kehoach.model.printed import lines


def _mended(*texts: str) -> list[str]:
    blocks, _ = put_right([SourceParagraph(text, number) for number, text in enumerate(texts, 1)])
    return [block.text for block in blocks if isinstance(block, SourceParagraph)]


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        (("I. MỤC ĐÍCH", "II. YÊU CẦU", "IH. NỘI DUNG"), "III. NỘI DUNG"),
        (("I. MỤC ĐÍCH", "IL. YÊU CẦU"), "II. YÊU CẦU"),
        (("I. MỤC ĐÍCH", "II YÊU CẦU CHUNG"), "II. YÊU CẦU CHUNG"),
        (("I. MỤC ĐÍCH", "II. YÊU CẦU", "II. KINH PHÍ THỰC HIỆN"), "III. KINH PHÍ THỰC HIỆN"),
        (("a) Một", "b) Hai", "c) Ba", "d) Bốn", "đ) Năm", "e) Sáu", "ø) Bảy"), "g) Bảy"),
        (("I. MỤC ĐÍCH", "l. Nâng cao chất lượng"), "1. Nâng cao chất lượng"),
        (("1. Một", "2. Hai", "3. Ba", "4. Bốn", "S. Năm"), "5. Năm"),
        (("Điều 1. Ban hành", "Điều 2. Hiệu lực", "Điều 3. Thi hành"), "Điều 3. Thi hành"),
        (("Điều L. Ban hành",), "Điều 1. Ban hành"),
        (("Điều 1. Ban hành", "Điều Z. Hiệu lực"), "Điều 2. Hiệu lực"),
        (("Thực hiện Nghị quyết số 76NQ-CP ngày 15/7/2021",), "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021"),
    ],
)
def test_what_the_sequence_asks_for(read: tuple[str, ...], meant: str) -> None:
    """A label is the next of its list by its shape; a number and its symbol have a slash between."""
    assert _mended(*read)[-1] == meant


@pytest.mark.parametrize(
    "texts",
    [
        ("1. Một", "IH. Hai"),
        ("I. MỘT", "L. Ba"),
        ("a) Một", "b) Hai", "l) Ba"),
        ("Ông A. Nói chuyện",),
        ("I. MỘT", "II hai ba bốn"),
    ],
)
def test_what_no_list_asks_for_stays(texts: tuple[str, ...]) -> None:
    """Other letters before a point are no labels."""
    assert _mended(*texts) == list(texts)


_TEXT = """UBND XÃ MẪU
Số: 12KH-UBND
Mẫu, ngày 12 tháng 01 năm 2026
KẾ HOẠCH
Chuyển đổi số năm 2026
I. MỤC ĐÍCH
l. Nâng cao chất lượng phục vụ người dân.
2. Hoàn thành chỉ tiêu được giao.
II. YÊU CẦU
1. Thiết thực.
IH. NỘI DUNG
1. Thực hiện Nghị quyết số 76NQ-CP của Chính phủ.
Nơi nhận:
- Lưu: VT.
CHỦ TỊCH
Đinh Văn Kha
"""


def _recognised() -> ImportResult:
    return import_reading(Reading(_TEXT, [*split_lines(_TEXT)], "ocr"), issuer="xa-mau", source_file="2026.source.txt")


def test_slips_of_a_scan_are_corrections() -> None:
    """The plan says what is meant, its corrections what was read, and the comparison with the source holds."""
    result = _recognised()
    plan = plan_from("a/b/2026", dict(result.data))
    assert result.data["number"] == "12" and "status" not in result.data
    labels = [line.label for line in lines(plan) if line.place[:1] == ("body",)]
    assert labels == ["I.", "1.", "2.", "II.", "1.", "III.", "1."]
    assert {"l.", "IH.", "76NQ-CP"} <= {correction.source.split()[0] for correction in plan.corrections}
    said = " ".join(note.message for note in result.report.doubts)
    assert all(word in said for word in ("“l.”", "“IH.”", "“76NQ-CP”", "“12KH-UBND”"))


def test_a_year_before_a_symbol_has_lost_no_slash() -> None:
    """What ends with a year is no number, though a symbol was run into it."""
    result = import_text("KẾ HOẠCH\nChuyển đổi số năm 2026\nI. MỤC ĐÍCH\n1. Theo văn bản năm 2025KH-UBND của xã.\n")
    assert "2025KH-UBND" in result.yaml and "corrections" not in result.data


def test_a_slash_that_a_typist_left_out_is_a_correction_too() -> None:
    """In a text that is no scan the number is read, the label is not touched."""
    text = _TEXT.replace("l. Nâng", "1. Nâng").replace("IH. ", "III. ")
    result = import_reading(Reading(text, [*split_lines(text)]), issuer="xa-mau", source_file="2026.source.txt")
    plan = plan_from("a/b/2026", dict(result.data))
    assert result.data["number"] == "12" and "status" not in result.data
    assert [correction.source.split()[0] for correction in plan.corrections] == ["12KH-UBND", "76NQ-CP"]
    assert any("76/NQ-CP" in line.words for line in lines(plan))


def test_quarters_of_a_scan_that_may_have_lost_a_stroke_are_named() -> None:
    """III is read as II on the cleanest page: the words stay, the report names the lines; a typed text needs none."""
    text = _TEXT.replace("1. Thiết thực.", "1. Báo cáo quý I, quý H, quý II và\nquý IV; quý Sở, quý UBND.")
    notes = [
        note.message
        for note in import_reading(Reading(text, [*split_lines(text)], "ocr"), issuer="xa-mau").report.doubts
    ]
    assert [message for message in notes if "không phải một quý" in message] == [
        "“quý H” không phải một quý; đối chiếu số La Mã với bản quét."
    ]
    assert "Nhận dạng hay đọc quý III thành quý II; đối chiếu với bản quét ở dòng 10." in notes
    typed = import_reading(Reading(text, [*split_lines(text)]), issuer="xa-mau").report.doubts
    assert not [note for note in typed if "quét" in note.message]
