"""Word documents in the shapes that offices give their plans: each a head, a body of its own kind and a foot."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from importrendering import saved

Fill = Callable[[Any], None]

_NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
_DATE = "Hòa Bình Hạ, ngày 14 tháng 01 năm 2026"
_BODY = ("I. MỤC ĐÍCH", "1. Nâng cao chất lượng phục vụ người dân.", "2. Hoàn thành chỉ tiêu được giao.")


def _side(document: Any, left: Sequence[str], right: Sequence[str]) -> None:
    table = document.add_table(1, 2)
    for cell, lines in zip(table.rows[0].cells, (left, right), strict=True):
        cell.text = "\n".join(lines)


def plan(
    fill: Fill,
    title: str = "Chuyển đổi số năm 2026",
    head: Fill | None = None,
    foot: Fill | None = None,
    kind: str = "KẾ HOẠCH",
) -> bytes:
    document: Any = Document()
    if head:
        head(document)
    else:
        _side(document, ("ỦY BAN NHÂN DÂN", "XÃ HÒA BÌNH HẠ", "Số: 31/KH-UBND"), (*_NATION, _DATE))
    add(document, kind, title, "Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị;")
    fill(document)
    if foot:
        foot(document)
    else:
        _foot(document)
    return saved(document)


def _foot(document: Any) -> None:
    _side(
        document,
        ("Nơi nhận:", "- Sở Khoa học và Công nghệ (b/c);", "- Lưu: VT."),
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "Đinh Văn Kha"),
    )


def add(document: Any, *texts: str) -> None:
    for text in texts:
        document.add_paragraph(text)


def _lines(*texts: str) -> Fill:
    return lambda document: add(document, *_BODY, "II. NHIỆM VỤ", *texts)


def _table(rows: Sequence[Sequence[str]], *merges: tuple[tuple[int, int], tuple[int, int]]) -> Fill:
    def fill(document: Any) -> None:
        table = document.add_table(len(rows), len(rows[0]))
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
        for first, last in merges:
            words = table.cell(*first).text
            table.cell(*first).merge(table.cell(*last)).text = words

    return fill


def _raw(*paragraphs: str) -> Fill:
    """Add paragraphs of Word's own markup behind two usual ones."""

    def fill(document: Any) -> None:
        add(document, *_BODY, "II. NHIỆM VỤ")
        for inner in paragraphs:
            document.element.body.insert(-1, parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>"))

    return fill


def _run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _then(*fills: Fill) -> Fill:
    def fill(document: Any) -> None:
        for one in fills:
            one(document)

    return fill


def _font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def _numbered(document: Any) -> None:
    add(document, *_BODY, "II. NHIỆM VỤ")
    for text in ("Rà soát văn bản.", "Phân công lãnh đạo phụ trách.", "Báo cáo kết quả."):
        document.add_paragraph(text, style="List Number")


def _party(document: Any) -> None:
    _side(
        document,
        ("ĐẢNG ỦY XÃ HÒA BÌNH HẠ", "*", "Số 12-KH/ĐU"),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", "", "Hòa Bình Hạ, ngày 12 tháng 01 năm 2026"),
    )


def _broken(document: Any) -> None:
    left = ("ỦY BAN NHÂN", "DÂN", "XÃ HÒA BÌNH HẠ", "Số:", "31/KH-UBND")
    add(document, *left, "CỘNG HÒA XÃ", "HỘI CHỦ NGHĨA VIỆT NAM", _NATION[1], _DATE)


def _decision(*behind: Fill) -> bytes:
    document: Any = Document()
    _side(document, ("ỦY BAN NHÂN DÂN", "XÃ HÒA BÌNH HẠ", "Số: 31/QĐ-UBND"), (*_NATION, _DATE))
    add(document, "QUYẾT ĐỊNH", "Ban hành Kế hoạch chuyển đổi số năm 2026", "ỦY BAN NHÂN DÂN XÃ HÒA BÌNH HẠ")
    add(document, "Căn cứ Luật Tổ chức chính quyền địa phương;", "QUYẾT ĐỊNH:")
    add(document, "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch chuyển đổi số năm 2026.")
    add(document, "Điều 2. Văn phòng và các đơn vị chịu trách nhiệm thi hành./.")
    _foot(document)
    add(document, "KẾ HOẠCH", "Chuyển đổi số năm 2026", "(Kèm theo Quyết định số 31/QĐ-UBND ngày 14/01/2026)", *_BODY)
    _then(*behind)(document)
    return saved(document)


_HEADING = ("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian", "Sản phẩm")
_ROWS = (
    ("1", "Lắp đặt wifi tại nhà văn hóa", "Phòng Kinh tế", "Quý II/2026", "Báo cáo"),
    ("2", "Tập huấn kỹ năng số", "Phòng Văn hóa - Xã hội", "Tháng 5/2026", "Lớp học"),
    ("3", "Nâng cấp máy tính", "Văn phòng", "Trước ngày 30/9/2026", "Máy tính"),
)
_GROUPS = (_HEADING, ("I", "Hạ tầng số", "", "", ""), *_ROWS[:1], ("II", "Nhân lực số", "", "", ""), *_ROWS[1:2])
_VISITS = (
    ("STT", "Đơn vị được kiểm tra", "Thời gian"),
    ("1", "Thôn Một", "Tháng 3/2026"),
    ("2", "Thôn Hai", "15/4/2026"),
)
_VANISH = "<w:vanish/>"

SHAPES: dict[str, Callable[[], bytes]] = {
    "danh-so-go-tay": lambda: plan(_lines("1. Rà soát văn bản.", "2. Báo cáo kết quả.")),
    "danh-so-tu-dong": lambda: plan(_numbered),
    "bang-viec": lambda: plan(_then(_lines(), _table((_HEADING, *_ROWS)))),
    "o-gop-doc": lambda: plan(_then(_lines(), _table((_HEADING, *_ROWS), ((1, 2), (2, 2))))),
    "dong-nhom": lambda: plan(_then(_lines(), _table(_GROUPS, ((1, 1), (1, 4)), ((3, 1), (3, 4))))),
    "lich-kiem-tra": lambda: plan(_then(_lines(), _table(_VISITS))),
    "phu-luc-sau-chu-ky": lambda: plan(
        _lines("1. Thực hiện theo Phụ lục kèm theo."),
        foot=_then(_foot, lambda d: add(d, "PHỤ LỤC", "LỊCH KIỂM TRA NĂM 2026"), _table(_VISITS)),
    ),
    "hai-phu-luc": lambda: plan(
        _lines("1. Thực hiện theo các phụ lục."),
        foot=_then(
            _foot,
            lambda d: add(d, "PHỤ LỤC I", "LỊCH KIỂM TRA"),
            _table(_VISITS),
            lambda d: add(d, "PHỤ LỤC II", "PHÂN CÔNG NHIỆM VỤ"),
            _table((_HEADING, *_ROWS)),
        ),
    ),
    "chu-an": lambda: plan(_raw(_run("1. Họp giao ban hằng tháng") + _run(" (hỏi lại)", _VANISH) + _run("."))),
    "gach-bo": lambda: plan(_raw(_run("1. Báo cáo ") + _run("hằng tuần", "<w:strike/>") + _run("hằng tháng."))),
    "phong-vntime": lambda: plan(_raw(_run("1. ") + _run("Båo c¸o kÕt qu¶ hµng th¸ng.", _font(".VnTime")))),
    "phong-vni": lambda: plan(_raw(_run("1. ") + _run("Baùo caùo keát quaû haøng thaùng.", _font("VNI-Times")))),
    "dau-van-ban-ngat-dong": lambda: plan(_lines("1. Rà soát văn bản."), head=_broken),
    "sau-diem-a-den-f": lambda: plan(_lines("1. Chỉ đạo:", *(f"{x}) Việc thứ {x} phải làm." for x in "abcdef"))),
    "han-cua-tung-gach": lambda: plan(
        _lines("1. Phòng Kinh tế", "- Việc một.", "Thời gian: Tháng 3/2026.", "- Việc hai.", "Thời gian: Tháng 6/2026.")
    ),
    "truong-khong-dau": lambda: plan(
        _lines("1. Truyền thông", "Đơn vị chủ trì: Trạm Y tế.", "Thời gian hoàn thành: Quý III.", "2. Tổng kết năm.")
    ),
    "quyet-dinh-kem-ke-hoach": _decision,
    "dang-uy": lambda: plan(_lines("1- Ban Xây dựng Đảng tham mưu.", "2- Các chi bộ báo cáo."), head=_party),
    "chu-giong-d": lambda: plan(_lines("1. Thực hiện Quyết định số 04/Q\u00d0-UBND của UBND tỉnh.")),
    "to-hop": lambda: plan(
        _lines(*(unicodedata.normalize("NFD", t) for t in ("1. Đẩy mạnh tuyên\u00a0truyền.", "2. Bảo đảm kinh phí.")))
    ),
    "dau-sao": lambda: plan(_lines("1. Nắm dư luận", "* Báo cáo tuần.", "* Tổng hợp tháng.")),
    "thap-phan": lambda: plan(_lines("1. Hạ tầng", "1.1. Lắp đặt wifi.", "1.2. Nâng cấp máy.", "2. Nhân lực")),
    "truong-va-theo-doi": lambda: plan(
        _raw(
            f'<w:fldSimple w:instr="DOCPROPERTY x">{_run("1. Việc của trường")}</w:fldSimple>{_run(" tự động.")}',
            f'<w:ins w:id="1" w:author="a">{_run("2. Việc thêm")}</w:ins>{_run(" vào.")}',
            f'{_run("3. Hạn ")}<w:del w:id="2" w:author="a"><w:r><w:delText>cũ</w:delText></w:r></w:del>{_run("mới.")}',
        )
    ),
    "ten-chu-hoa": lambda: plan(_lines("1. Rà soát."), title="ỨNG DỤNG IoT CỦA ĐẢNG ỦY XÃ NĂM 2026"),
    "chua-co-so": lambda: plan(
        _lines("1. Rà soát văn bản."),
        head=lambda d: _side(
            d, ("UBND XÃ HÒA BÌNH HẠ", "Số:      /KH-UBND"), (*_NATION, "Hòa Bình Hạ, ngày     tháng 01 năm 2026")
        ),
    ),
    "bieu-khong-nhan-sau-chu-ky": lambda: plan(
        _lines("1. Thực hiện theo biểu kèm theo."),
        foot=_then(_foot, lambda d: add(d, "BIỂU CHI TIẾT NHIỆM VỤ NĂM 2026"), _table((_HEADING, *_ROWS))),
    ),
    "phu-luc-truoc-chu-ky": lambda: plan(
        _then(
            _lines("1. Thực hiện theo Phụ lục."),
            lambda d: add(d, "PHỤ LỤC", "LỊCH KIỂM TRA"),
            _table(_VISITS),
            lambda d: add(d, "Trên đây là Kế hoạch chuyển đổi số năm 2026./."),
        )
    ),
    "co-quan-co-so": lambda: plan(
        _lines("1. Rà soát."),
        head=lambda d: _side(
            d, ("PHÒNG GIÁO DỤC XÃ HÒA BÌNH HẠ", "TRƯỜNG THCS HÒA BÌNH 2", "Số: 31/KH-THCSHB2"), (*_NATION, _DATE)
        ),
    ),
    "quan-ham-va-noi-nhan-chung": lambda: plan(
        _raw(
            f"{_run('1. Phòng Kinh tế rà soát văn bản, lập hồ sơ đầy đủ, phối hợp với Đoàn')}"
            f"<w:r><w:br/></w:r>{_run('xã báo cáo.')}"
        ),
        foot=lambda d: _side(
            d,
            (
                "Nơi nhận:",
                "- Giám đốc Công an tỉnh",
                "- Phó Giám đốc phụ trách",
                "} (để báo cáo);",
                "- Sở Y tế; Đoàn xã;",
                "- Lưu: VT; KT.",
            ),
            ("KT. TRƯỞNG CÔNG AN XÃ", "PHÓ TRƯỞNG CÔNG AN XÃ", "", "Thượng tá Đinh Văn Kha"),
        ),
    ),
    "dang-uy-thap-phan": lambda: plan(
        _lines("1- Hạ tầng", "1.1- Phủ sóng di động.", "1.2- Nâng cấp máy.", "2- Nhân lực"), head=_party
    ),
    "bo-chu-dd": lambda: plan(_lines("1. Chỉ đạo:", *(f"{x}) Việc thứ {x} phải làm." for x in "abcdegh"))),
    "phu-luc-sau-quyet-dinh": lambda: _decision(
        lambda d: add(d, "Lịch kiểm tra ở Phụ lục I kèm theo.", "Phụ lục I", "LỊCH KIỂM TRA NĂM 2026"), _table(_VISITS)
    ),
    "dong-kem-theo-hai-dong": lambda: plan(
        _lines("1. Thực hiện theo Phụ lục kèm theo."),
        foot=_then(
            _foot,
            lambda d: add(d, "PHỤ LỤC", "LỊCH KIỂM TRA", "(Kèm theo Kế hoạch số 31/KH-UBND", "của Ủy ban nhân dân xã)"),
            _table(_VISITS),
        ),
    ),
    "loai-cua-hai-co-quan": lambda: plan(_lines("1. Rà soát."), "Tuyên truyền năm 2026", kind="KẾ HOẠCH PHỐI HỢP"),
    "chu-hoa-trong-muc": lambda: plan(
        _lines("1. Hạ tầng", "1.1. Máy chủ", "A. Thuê dịch vụ.", "B. Bảo trì.", "1.2. Đường truyền", "2. Nhân lực")
    ),
    "khung-du-thao": lambda: plan(
        _raw(
            '<w:r><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent><w:p>'
            f"{_run('DỰ THẢO')}</w:p></w:txbxContent></v:textbox></w:pict></w:r>{_run('1. Rà soát văn bản.')}"
        )
    ),
}
"""How each shape is made, by its name."""
