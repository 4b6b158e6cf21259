"""Capitals told, and lowered so that raising them again gives the printed words."""

from __future__ import annotations

import pytest

from kehoach.wording.casing import CapitalNames, is_capitals, is_mostly_capitals


def test_capitals_become_sentence_case() -> None:
    """Names and abbreviations of the text keep their capitals; raising gives the printed words back."""
    names = CapitalNames(["Kế hoạch của tỉnh Đắk Lắk về CCHC do Sở Nội vụ chủ trì."])
    for text in ("CÔNG TÁC CCHC TỈNH ĐẮK LẮK", "SỞ NỘI VỤ", "TM. ỦY BAN NHÂN DÂN"):
        assert names.sentence_case(text).upper() == text
    assert names.sentence_case("CÔNG TÁC CCHC TỈNH ĐẮK LẮK") == "Công tác CCHC tỉnh Đắk Lắk"


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("ỨNG DỤNG IoT CỦA ĐẢNG ỦY XÃ TRÊN PHẠM VI TỈNH", "Ứng dụng IoT của Đảng ủy xã trên phạm vi tỉnh"),
        ("THỰC HIỆN QUYẾT ĐỊNH CỦA CHÍNH PHỦ VIỆT NAM", "Thực hiện quyết định của Chính phủ Việt Nam"),
        ("TRIỂN KHAI NGHỊ QUYẾT SỐ 9/NQ-CP CỦA CHÍNH PHỦ", "Triển khai Nghị quyết số 9/NQ-CP của Chính phủ"),
        ("THỰC HIỆN ĐỀ ÁN “TRỒNG MỘT TRIỆU CÂY XANH”", "Thực hiện Đề án “Trồng một triệu cây xanh”"),
        ("TRIỂN KHAI THI HÀNH LUẬT THỦ ĐÔ", "Triển khai thi hành Luật Thủ đô"),
        ("THỰC HIỆN PHÁP LUẬT VỀ ĐẤT ĐAI", "Thực hiện pháp luật về đất đai"),
        ("V/V HỖ TRỢ GIỐNG CÂY", "V/v hỗ trợ giống cây"),
    ],
)
def test_capitals_to_sentence_case(printed: str, meant: str) -> None:
    """Names with small letters stay, those of bodies and of certain documents get their capital, a Roman figure is no
    abbreviation."""
    assert CapitalNames(["Phần VI nói về công nghệ.", "IoT là mạng."]).sentence_case(printed) == meant


@pytest.mark.parametrize(
    ("text", "capitals", "mostly"),
    [
        ("KẾ HOẠCH", True, True),
        ("THỰC HIỆN CHỈ THỊ SỐ 24/CT-TTg CỦA THỦ TƯỚNG", False, True),
        ("Kế hoạch", False, False),
        ("A", False, False),
        ("2026", False, False),
    ],
)
def test_what_is_set_in_capitals(text: str, capitals: bool, mostly: bool) -> None:
    """Two capital letters at least and no small one; or few small ones in a long line, as a symbol has them."""
    assert (is_capitals(text), is_mostly_capitals(text)) == (capitals, mostly)
