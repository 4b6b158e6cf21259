"""Word documents whose parts have names, "Phần I", "Chương I", "Điều 1", above what they number."""

from __future__ import annotations

from collections.abc import Callable

from wordshapes import add, plan


def _parted(*texts: str) -> bytes:
    return plan(lambda document: add(document, *texts))


SHAPES: dict[str, Callable[[], bytes]] = {
    "phan-la-ma": lambda: _parted(
        *(
            "Phần I",
            "MỤC ĐÍCH, YÊU CẦU",
            "I. MỤC ĐÍCH",
            "1. Phục vụ tốt hơn.",
            "II. YÊU CẦU",
            "1. Bám sát kế hoạch.",
        ),
        *("Phần II", "NHIỆM VỤ", "I. HẠ TẦNG", "1. Rà soát đường truyền:", "a) Thuê.", "b) Bảo trì."),
        *("Phần III", "TỔ CHỨC THỰC HIỆN", "1. Các phòng báo cáo.", "2. Văn phòng tổng hợp."),
    ),
    "phan-thu-nhat": lambda: _parted(
        *("PHẦN THỨ NHẤT: KẾT QUẢ NĂM 2025", "I. Ưu điểm", "- Đạt 5 chỉ tiêu.", "II. Hạn chế", "- Máy còn thiếu."),
        *("PHẦN THỨ HAI: NHIỆM VỤ NĂM 2026", "I. Mục tiêu", "- Đạt 6 chỉ tiêu."),
    ),
    "phan-chu-cai": lambda: _parted(
        *("PHẦN A. KẾT QUẢ", "I. ƯU ĐIỂM", "1. Đạt 5 chỉ tiêu.", "PHẦN B. NHIỆM VỤ", "I. MỤC TIÊU"),
        *("1. Đạt 6 chỉ tiêu.", "2. Mở 2 lớp."),
    ),
    "chuong-muc-dieu": lambda: _parted(
        *("Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Mục đích", "1. Phục vụ tốt hơn.", "2. Bớt giấy tờ."),
        *("Điều 2. Yêu cầu", "Các phòng bám sát kế hoạch.", "Chương II", "NHIỆM VỤ", "Mục 1", "HẠ TẦNG"),
        *("Điều 3. Đường truyền", "1. Thuê.", "2. Bảo trì.", "Mục 2", "NHÂN LỰC", "Điều 4. Lớp học", "a) Mở lớp."),
        *("b) Thi.", "Chương III", "TỔ CHỨC THỰC HIỆN", "Điều 5. Trách nhiệm", "Văn phòng theo dõi."),
    ),
}
"""How each shape is made, by its name."""
