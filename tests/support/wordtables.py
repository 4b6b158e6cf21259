"""Word plans with tables and appendices as offices type them, built paragraph by paragraph; all words are made up."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement

Rows = Sequence[Sequence[str]]
"""Cells from left to right; ``<`` is merged with the cell before it, ``^`` with the one above."""


def add_table(document: Document, rows: Rows, headed: int = 0) -> None:
    """Add a table whose cells are merged as its marks say; ``headed`` are its rows that each page prints again."""
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            if text not in ("<", "^"):
                table.cell(number, column).text = text
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            if text in ("<", "^") and (column, number) != (0, 0):
                first_row, first = number, column
                while rows[first_row][first] == "<":
                    first -= 1
                while rows[first_row][first] == "^":
                    first_row -= 1
                table.cell(first_row, first).merge(table.cell(number, column))
    for row in table.rows[:headed]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def plan(body: Callable[[Document], Any], after: Callable[[Document], Any] = lambda document: None) -> bytes:
    """A commune's plan with head and foot; ``body`` writes the provisions, ``after`` what follows the signature."""
    document = docx.Document()
    add_table(
        document,
        [
            ["ỦY BAN NHÂN DÂN\nXÃ MẪU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"],
            ["Số: 21/KH-UBND", "Mẫu, ngày 12 tháng 01 năm 2026"],
        ],
    )
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Kiểm tra công tác cải cách hành chính năm 2026")
    body(document)
    add_table(document, [["Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn Mẫu"]])
    after(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def say(document: Document, *paragraphs: str) -> None:
    """Add paragraphs."""
    for text in paragraphs:
        document.add_paragraph(text)


def _purpose(document: Document) -> None:
    say(document, "I. MỤC ĐÍCH", "1. Nắm tình hình.", "2. Chấn chỉnh việc chậm trễ.", "II. NHIỆM VỤ")


def _with_table(rows: Rows, headed: int = 0) -> bytes:
    """Give a plan whose tasks are the rows of a table."""

    def body(document: Document) -> None:
        _purpose(document)
        add_table(document, rows, headed)

    return plan(body)


def merged() -> bytes:
    """A heading of two rows, who leads merged over two duties, a duty merged over two times."""
    rows = [
        ["TT", "Nhiệm vụ", "Phân công", "<", "Thời gian"],
        ["^", "^", "Chủ trì", "Phối hợp", "^"],
        ["1", "Rà soát thủ tục hành chính", "Phòng Văn hóa", "Trạm Y tế", "Tháng 3/2026"],
        ["2", "Niêm yết thủ tục", "^", "", "Tháng 4/2026"],
        ["3", "Báo cáo kết quả", "Văn phòng", "Phòng Văn hóa", "Tháng 6/2026"],
        ["^", "^", "^", "^", "Tháng 11/2026"],
    ]
    return _with_table(rows)


def groups() -> bytes:
    """Rows that name the rows below them: over the whole width, and with an outer number only."""
    rows = [
        ["STT", "Nội dung công việc", "Đơn vị chủ trì", "Sản phẩm", "Thời gian hoàn thành"],
        ["I", "Cải cách thể chế", "<", "<", "<"],
        ["1", "Rà soát văn bản", "Phòng Văn hóa", "Danh mục", "Quý I"],
        ["2", "Tự kiểm tra văn bản", "Phòng Văn hóa", "Báo cáo", "Quý II"],
        ["II", "Cải cách thủ tục", "", "", ""],
        ["1", "Công khai thủ tục", "Văn phòng\nPhòng Văn hóa", "Bảng niêm yết", "Thường xuyên"],
    ]
    return _with_table(rows)


def inspection() -> bytes:
    """An appendix after the signature: who is visited in which month."""

    def after(document: Document) -> None:
        say(
            document,
            "PHỤ LỤC",
            "ĐƠN VỊ ĐƯỢC KIỂM TRA",
            "(Kèm theo Kế hoạch số 21/KH-UBND của UBND xã Mẫu)",
        )
        rows = [
            ["STT", "Đơn vị được kiểm tra", "Thời gian kiểm tra"],
            ["1", "Trạm Y tế", "Tháng 3/2026"],
            ["2", "Trường Tiểu học Mẫu", "Tháng 9/2026"],
        ]
        add_table(document, rows)

    def body(document: Document) -> None:
        _purpose(document)
        say(document, "1. Kiểm tra theo lịch ở phụ lục.")

    return plan(body, after)


def months() -> bytes:
    """A timetable: the months stand in the heading, a mark says in which a duty is done; a dash is none."""
    rows = [
        ["TT", "Công việc", "Người thực hiện", "Thời gian năm 2026", "<", "<"],
        ["^", "^", "^", "Tháng 1", "Tháng 2", "Tháng 3"],
        ["1", "Lập danh sách hồ sơ", "Văn phòng", "x", "-", "–"],
        ["2", "Trả kết quả tận nhà", "Phòng Văn hóa", "☐", "✓", "☑"],
    ]
    return _with_table(rows)


def days() -> bytes:
    """Rows below a day: the day names the group, the row has the hour."""

    def after(document: Document) -> None:
        say(document, "Phụ lục", "LỊCH LÀM VIỆC CỦA ĐOÀN KIỂM TRA")
        rows = [
            ["Thời gian", "Nội dung", "Thành phần thực hiện"],
            ["Ngày 13 tháng 3 năm 2026", "<", "<"],
            ["", "Kiểm tra hồ sơ tại bộ phận một cửa", "Văn phòng"],
            ["", "Làm việc với Trạm Y tế", "Phòng Văn hóa"],
            ["Ngày 14 tháng 3 năm 2026", "<", "<"],
            ["", "Thông qua biên bản", "Văn phòng"],
        ]
        add_table(document, rows)

    return plan(_purpose, after)


def wide() -> bytes:
    """Nine columns on a page across, with who keeps watch."""

    def after(document: Document) -> None:
        section = document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
        say(document, "PHỤ LỤC I", "DANH MỤC NHIỆM VỤ NĂM 2026")
        rows = [
            "TT | Nhiệm vụ | Chủ trì | Phối hợp | Đơn vị theo dõi | Thời gian | Sản phẩm | Kinh phí | Ghi chú",
            "1 | Số hóa hồ sơ | Phòng Văn hóa | Trạm Y tế | Văn phòng | Quý III/2026 | Kho dữ liệu | 5 triệu | Mới",
            "2 | Khảo sát hài lòng | Văn phòng |  | Phòng Văn hóa | Tháng 12/2026 | Báo cáo |  | ",
        ]
        add_table(document, [row.split(" | ") for row in rows])

    return plan(_purpose, after)


def two_appendices() -> bytes:
    """Two appendices with parts I., 1. of their own, which are not those of the body."""

    def after(document: Document) -> None:
        say(document, "Phụ lục I", "NỘI DUNG KIỂM TRA", "I. CHỈ ĐẠO", "1. Ban hành kế hoạch.", "2. Phân công rõ người.")
        say(document, "II. KẾT QUẢ", "1. Số hồ sơ đúng hạn.", "Phụ lục II", "ĐỀ CƯƠNG BÁO CÁO")
        say(document, "I. TÌNH HÌNH", "1. Thuận lợi.", "2. Khó khăn.", "- Về nhân lực;", "- Về kinh phí.")

    def body(document: Document) -> None:
        _purpose(document)
        say(document, "1. Kiểm tra theo phụ lục.")

    return plan(body, after)


def targets() -> bytes:
    """Targets and criteria for awards: no one has to do a row of them."""

    def body(document: Document) -> None:
        _purpose(document)
        say(document, "1. Chỉ tiêu phấn đấu như sau:")
        rows = [
            ["TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2025", "Năm 2026"],
            ["1", "Hồ sơ giải quyết đúng hạn", "%", "97", "99"],
            ["2", "Mức độ hài lòng của người dân", "%", "90", "95"],
        ]
        add_table(document, rows)
        say(document, "2. Tiêu chí khen thưởng như sau:")
        add_table(document, [["Tiêu chí", "Điểm tối đa"], ["Đúng hạn", "40"], ["Sáng kiến", "60"]])

    return plan(body)


def prose() -> bytes:
    """An appendix without a table, its label and title on one line."""

    def after(document: Document) -> None:
        say(document, "Phụ lục 01: MẪU PHIẾU KHẢO SÁT", "Phiếu này không ghi tên người trả lời.")
        say(document, "1. Ông (bà) đến làm thủ tục gì?", "2. Ông (bà) phải đi lại mấy lần?")

    return plan(_purpose, after)


def headless() -> bytes:
    """A table without heading, and one behind it in the same part."""

    def body(document: Document) -> None:
        _purpose(document)
        say(document, "1. Đầu mối liên hệ.")
        add_table(document, [["Văn phòng; trực giờ hành chính.", "0262 000 111."], ["Phòng Văn hóa.", "0262 000 222."]])
        say(document, "Các đơn vị cử người theo bảng sau:")
        add_table(document, [["TT", "Họ tên", "Chức vụ"], ["1", "Lê Thị Mẫu", "Công chức"]])
        say(document, "2. Giữ liên lạc thường xuyên.")

    return plan(body)


def without_label() -> bytes:
    """What stands behind the signature has a title, and no label."""

    def after(document: Document) -> None:
        say(document, "BẢNG PHÂN CÔNG NHIỆM VỤ", "(Ban hành kèm theo Kế hoạch số 21/KH-UBND)")
        rows = [
            ["Stt", "Nội dung", "Trách nhiệm thực hiện", "Thời gian (Năm 2026)"],
            ["01", "Trả lời kiến nghị", "Lãnh đạo\nVăn phòng", "Ngày 13 tháng 3"],
            ["02", "Đối thoại với người dân", "Phòng Văn hóa", "Ngày 10 tháng 4"],
        ]
        add_table(document, rows)

    return plan(_purpose, after)


def roles() -> bytes:
    """Who leads and who helps in one cell, names over two lines, groups counted by letters, a supervisor beside."""
    rows = [
        ["TT", "Nội dung cải tiến", "Phân công (chủ trì/phối hợp)", "Thời gian", "Lãnh đạo phụ trách"],
        ["A", "HẠ TẦNG SỐ", "<", "<", "<"],
        ["1", "Lắp đặt wifi", "CT: Phòng Văn hóa\nPH: Trạm Y tế; Văn phòng", "Quý I", "Phó Chủ tịch"],
        ["2", "Số hóa hồ sơ", "- Chủ trì: Trung tâm Phục vụ\nhành chính công", "Quý II", ""],
        ["B", "NHÂN LỰC", "<", "<", "<"],
        ["3", "Mở lớp", "- Chủ trì: Các xóm\n- Phối hợp: Phòng Quản lý quy hoạch xây dựng", "Quý III", ""],
    ]
    return _with_table(rows)


def owners() -> bytes:
    """Groups that are named after those whose work they list, below a line of column numbers; nobody leads a row."""
    rows = [
        ["Mã việc", "Nội dung", "Từ", "Đến", "Kết quả phải đạt"],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        ["PHÒNG KỸ THUẬT", "<", "<", "<", "<"],
        ["KT-01", "Lập hồ sơ tách mạng", "05/01/2026", "28/02/2026", "27 bộ hồ sơ"],
        ["II.1", "PHÒNG KINH DOANH", "<", "<", "<"],
        ["KD-01", "Thay đồng hồ quá hạn", "", "Quý III/2026", "900 cái"],
    ]
    return _with_table(rows, headed=2)


def years() -> bytes:
    """A column of years beside one of times without a name of its own, what is done behind a name of its own."""
    rows = [
        ["Năm", "Mô hình", "Người phụ trách", "Cơ quan thực hiện", "Dự kiến"],
        ["2026", "Một cửa lưu động", "Phó Chủ tịch", "Văn phòng", "26/3"],
        ["2027", "Ngày không hẹn", "", "Phòng Thanh tra - Kiểm tra", "Tháng 8"],
        ["^", "Tổng kết", "", "Nhà thầu XL-02", "Quý IV"],
    ]
    return _with_table(rows)


def going_on() -> bytes:
    """Rows that go on below: a task in the middle of words, a body more; tasks in a column "Chỉ tiêu / Hoạt động"."""
    rows = [
        ["STT", "Chỉ tiêu / Hoạt động", "Bộ phận đầu mối", "Phối hợp", "Hạn"],
        ["1", "Lắp biển chỉ đường, lắp ghế", "Văn phòng", "Phòng Văn hóa", "31/3/2026"],
        ["", "ở sảnh và sơn lại tường", "", "", ""],
        ["", "", "", "Trạm Y tế", ""],
        ["2", "Trồng cây", "Phòng Văn hóa", "", "30/4/2026"],
        ["", "Tưới cây", "", "", "30/5/2026"],
    ]
    return _with_table(rows)


def ditto() -> bytes:
    """Cells that say the same as the ones above, roles behind names, codes of rooms."""
    rows = [
        ["TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian"],
        ["1", "Rà soát thủ tục", "Phòng Văn hóa", "Trạm Y tế, Văn phòng", "Quý I"],
        ["2", "Niêm yết thủ tục", "nt", "-nt-", "Quý II"],
        ["3", "Số hóa hồ sơ", "PC06 chủ trì, PV01, Trạm Y tế phối hợp", "", "″"],
    ]
    return _with_table(rows)


SHAPES: dict[str, Callable[[], bytes]] = {
    shape.__name__.replace("_", "-"): shape
    for shape in (
        merged,
        groups,
        inspection,
        months,
        days,
        wide,
        two_appendices,
        targets,
        prose,
        headless,
        without_label,
        roles,
        owners,
        years,
        going_on,
        ditto,
    )
}
