"""What the eye does not see: hidden and struck text, old fonts, look-alikes, encodings, stamps, broken names."""

from __future__ import annotations

import io
import shutil
import unicodedata
from typing import Any

import pytest
from importrendering import as_word
from importsamples import DUTIES
from test_import_word import _raw, _run

from kehoach.importing.encodings import decode
from kehoach.importing.header import read_header
from kehoach.importing.heads import doubts, whole_names
from kehoach.importing.model import ImportProblem, SourceLine, SourceParagraph, SourceRow, SourceTable
from kehoach.importing.office import as_docx, kind_of
from kehoach.importing.pipeline import import_text
from kehoach.importing.read import import_file, read
from kehoach.importing.tables import without_layout
from kehoach.importing.word import read_word


def _texts(data: bytes) -> list[str]:
    return [part.text for part in read_word(data).parts if isinstance(part, SourceLine)]


def test_hidden_and_struck_text_is_left_out_and_listed() -> None:
    """A note between colleagues does not go public; the report has it with its line."""
    unseen = _run("ghi chú nội bộ ", "<w:vanish/>") + _run("cũ ", "<w:strike/>")
    body = f"<w:p>{_run('Trước ')}{unseen}{_run('ngày 5')}</w:p>"
    reading = read_word(_raw(body))
    assert _texts(_raw(body)) == ["Trước ngày 5"] and "nội bộ" not in reading.text
    assert [(part.line, part.text.strip(), part.reason[:6]) for part in reading.removed] == [
        (1, "ghi chú nội bộ", "Chữ ẩn"),
        (1, "cũ", "Chữ bị"),
    ]


@pytest.mark.parametrize(
    ("font", "typed", "meant"),
    [
        (".VnTime", "KÕ ho¹ch tuyªn truyÒn", "Kế hoạch tuyên truyền"),
        (".VnTimeH", "kÕ ho¹ch", "KẾ HOẠCH"),
        ("VNI-Times", "Keá hoaïch tuyeân truyeàn", "Kế hoạch tuyên truyền"),
        ("Times New Roman", "Kế hoạch", "Kế hoạch"),
    ],
)
def test_runs_in_old_fonts_are_converted(font: str, typed: str, meant: str) -> None:
    """The font's name says how a run is meant, were it one word among Unicode."""
    run = _run(typed, f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')
    assert _texts(_raw(f"<w:p>{_run('Đây là ')}{run}</w:p>")) == [f"Đây là {meant}"]


def test_a_deleted_end_of_paragraph_joins_two() -> None:
    """In tracked changes a paragraph whose mark was deleted goes on in the next one."""
    first = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{_run('Trước ngày ')}</w:p>"
    assert _texts(_raw(f"{first}<w:p>{_run('15/3/2026.')}</w:p>")) == ["Trước ngày 15/3/2026."]


def test_a_deleted_end_of_paragraph_joins_within_its_own_text_alone() -> None:
    """In a text box and in a note, too; before a table in a control it joins nothing, and beside a box its own text."""
    gone = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    two = f"<w:p>{gone}{_run('Hạn: ')}</w:p><w:p>{gone}{_run('15/3.')}</w:p>"
    box = f"<w:r><w:pict><w:txbxContent>{two}</w:txbxContent></w:pict></w:r>"
    body = f"<w:p>{gone}{_run('Trước ')}{box}</w:p><w:p>{_run('ngày 5.')}</w:p>"
    assert _texts(_raw(body)) == ["Hạn: 15/3.", "Trước ngày 5."]
    row = f"<w:tbl><w:tr><w:tc><w:p>{_run('Ô')}</w:p></w:tc></w:tr></w:tbl>"
    table = f"<w:p>{gone}{_run('Như sau:')}</w:p><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>"
    assert _texts(_raw(table)) == ["Như sau:"]
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    contents = f"<w:sdt>{gallery}<w:sdtContent><w:p>{_run('Mục lục')}</w:p></w:sdtContent></w:sdt>"
    between = f"<w:p>{gone}{_run('Trên.')}</w:p>{contents}<w:p>{_run('Dưới.')}</w:p>"
    assert _texts(_raw(between)) == ["Trên.", "Dưới."]
    mark = '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    notes = _raw(f"{mark}<w:p>{_run('Hết.')}</w:p>", f'<w:footnote w:id="1">{two}</w:footnote>')
    assert [note.text for note in read_word(notes).footnotes] == ["Hạn: 15/3."] and _texts(notes)[-1] == "Hết."


def test_tracked_changes_of_a_note_are_settled_like_those_of_the_text() -> None:
    """Accepted, what was put in stands; rejected, what was taken out."""
    change = f"<w:ins>{_run('năm 2026')}</w:ins><w:del><w:r><w:delText>năm 2025</w:delText></w:r></w:del>"
    note = f'<w:footnote w:id="1"><w:p>{_run("Mẫu ")}{change}</w:p></w:footnote>'
    data = _raw(f'<w:p>{_run("Theo mẫu")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>', note)
    for accept, said in ((True, "Mẫu năm 2026"), (False, "Mẫu năm 2025")):
        assert [below.text for below in read_word(data, accept=accept).footnotes] == [said]


def test_no_wrapped_word_is_lost() -> None:
    """Fields, insertions, moves, controls, tags, symbols and hyphens of Word keep their words."""
    inside = "".join(
        f"<w:{tag}>{_run(tag + ' ')}</w:{tag}>" for tag in ("fldSimple", "ins", "moveTo", "smartTag", "hyperlink")
    )
    symbol = "<w:r><w:t>12</w:t><w:noBreakHyphen/><w:t>KH</w:t></w:r>"
    body = f"<w:p>{inside}<w:sdt><w:sdtContent>{_run('sdt ')}</w:sdtContent></w:sdt>{symbol}</w:p>"
    assert _texts(_raw(body)) == ["fldSimple ins moveTo smartTag hyperlink sdt 12-KH"]


@pytest.mark.parametrize("text", ["Đề án số 06", "Ủy ban nhân dân xã Ea Knốp – Đắk Lắk", "Số: 12/QĐ-UBND"])
def test_one_line_of_unicode_is_no_old_encoding(text: str) -> None:
    """An encoding without a letter of the text cannot be the one it was typed in."""
    assert decode(text.encode()) == (text, [])


def test_look_alikes_and_decomposed_text() -> None:
    """Ð is read as Đ; a text in NFD is no scan."""
    text = (
        "KẾ HOẠCH\nTuyên truyền năm 2025\nI. NHIỆM VỤ\n1. Thực hiện Quyết định số 04/Q\u00d0-UBND.\n"
        + "Đẩy mạnh. " * 40
    )
    assert "04/QĐ-UBND" in str(import_text(text).data)
    made = import_text(unicodedata.normalize("NFD", text), source_file="2025.source.txt").data
    assert made["source"]["medium"] == "text"


def _signed(stamps: list[tuple[str, float, float]]) -> bytes:
    """A page with a blank number and day, and annotations with text."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>"]
    words = [
        (60, 720, "UBND XA A"),
        (60, 700, "So:         /KH-UBND"),
        (330, 700, "Ea Kar, ngay     thang 3 nam 2026"),
        (260, 660, "KE HOACH"),
        (230, 640, "Tuyen truyen nam 2026"),
        (60, 600, "I. NHIEM VU"),
        (60, 580, "1. Phat thanh moi tuan tren he thong truyen thanh."),
    ]
    stream = "\n".join(f"BT /F1 12 Tf {x} {y} Td ({text}) Tj ET" for x, y, text in words)
    notes = " ".join(f"{6 + 2 * n} 0 R" for n in range(len(stamps)))
    font = "<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>>>>>"
    objects += [
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources{font}/Contents 4 0 R/Annots[{notes}]>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<<>>",
    ]
    for number, (text, x, y) in enumerate(stamps):
        shown = f"BT /F1 12 Tf 1 2 Td ({text}) Tj ET"
        wide = 8 * len(text) + 4
        objects.append(f"<</Type/Annot/Subtype/Stamp/Rect[{x} {y} {x + wide} {y + 14}]/AP<</N {7 + 2 * number} 0 R>>>>")
        form = f"<</Type/XObject/Subtype/Form/BBox[0 0 {wide} 14]/Resources{font}/Length {len(shown)}>>"
        objects.append(f"{form}stream\n{shown}\nendstream")
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1"))
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write("".join(f"{place:010} 00000 n \n" for place in places).encode())
    out.write(f"trailer<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF".encode())
    return out.getvalue()


def test_stamps_of_a_signed_document() -> None:
    """Number and day in annotations are the document's; the stamp of a body that received it is listed apart."""
    reading = read(_signed([("17", 82, 698), ("09", 399, 698), ("DEN So 455 So X", 400, 780)]))
    assert "17 /KH-UBND" in reading.text and "ngay 09 thang 3" in " ".join(reading.text.split())
    assert any("455" in part.text and "trang 1" in part.reason for part in reading.removed)
    assert "455" not in reading.text
    assert sum("dấu số" in note.message for note in reading.notes) == 2


def test_names_broken_over_lines_are_joined() -> None:
    """Only lines that together are a name or a number are; others stay apart."""
    rows = [
        "ỦY BAN NHÂN",
        "DÂN",
        "XÃ A",
        "CỘNG HÒA XÃ",
        "HỘI CHỦ NGHĨA VIỆT NAM",
        "Số:",
        "12/KH-UBND",
        "Ea Knốp, ngày 1 tháng 2 năm",
        "2026",
    ]
    joined = [
        part.text
        for part in whole_names([SourceLine(n, row) for n, row in enumerate(rows, 1)])
        if isinstance(part, SourceLine)
    ]
    assert joined == [
        "ỦY BAN NHÂN DÂN",
        "XÃ A",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 12/KH-UBND",
        "Ea Knốp, ngày 1 tháng 2 năm 2026",
    ]
    odd: dict[str, Any] = {
        "header": ["Hội chủ nghĩa Việt Nam"],
        "recipients": ["DÂN"],
        "signature": {"name": "NHÂN DÂN Nguyễn Văn A"},
    }
    assert len(list(doubts(odd))) == 3
    assert list(doubts({"header": ["Xã Ea Knốp"], "recipients": ["Lưu: VT."], "signature": {"name": "Lê Thị B"}})) == []


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        (["SỞ Y TẾ", "TỈNH VĨNH LONG", "BỆNH VIỆN ĐA KHOA", "KHU VỰC CÙ LAO MINH"], [(0, 2), (2, 4)]),
        (["UBND TỈNH TÂY NINH", "HỘI ĐỒNG PHỐI HỢP PHỔ BIẾN,", "GIÁO DỤC PHÁP LUẬT"], [(0, 1), (1, 3)]),
        (["ỦY BAN", "NHÂN DÂN", "XÃ NHƠN HẢI"], [(0, 2), (2, 3)]),
        (["ỦY BAN NHÂN DÂN", "TỈNH LÂM ĐỒNG"], [(0, 1), (1, 2)]),
        (["ĐẢNG BỘ TỈNH PHÚ THỌ", "ĐẢNG ỦY XÃ THANH SƠN"], [(0, 1), (1, 2)]),
        (["TỈNH ĐOÀN AN GIANG", "BCH ĐOÀN XÃ VĨNH TẾ"], [(0, 1), (1, 2)]),
    ],
)
def test_names_of_a_head_go_on(rows: list[str], names: list[tuple[int, int]]) -> None:
    """A line that names no body goes on with the name above; a committee and its place stay two lines."""
    found = read_header([SourceParagraph(row, number) for number, row in enumerate(rows, 1)]).names
    assert found == [" ".join(rows[start:end]) for start, end in names]


@pytest.mark.parametrize("parts", [("Mỏ Cày,", "ngày 09 tháng 01 năm 2026"), ("Mỏ Cày, ngày 09 tháng 01", "năm 2026")])
def test_a_day_broken_over_lines(parts: tuple[str, str]) -> None:
    """Place and day are one line, wherever their column breaks them."""
    [line] = whole_names([SourceLine(1, parts[0]), SourceLine(2, parts[1])])
    assert isinstance(line, SourceLine) and line.text == "Mỏ Cày, ngày 09 tháng 01 năm 2026"


@pytest.mark.parametrize("parts", ["Mỏ Cày, ngày 09\ntháng 01 năm 2026", "Mỏ Cày,\n\nngày 09 tháng 01 năm 2026"])
def test_a_day_broken_in_its_cell(parts: str) -> None:
    """So it is where the head is a table of one row with all its lines in two cells."""
    head = SourceTable((SourceRow(1, ("UBND XÃ MỎ CÀY\nSố: 5/KH-UBND", f"Độc lập - Tự do - Hạnh phúc\n{parts}")),))
    texts = [block.text for block in without_layout([head]) if isinstance(block, SourceParagraph)]
    assert texts[-1] == "Mỏ Cày, ngày 09 tháng 01 năm 2026"
    assert texts[:-1] == ["UBND XÃ MỎ CÀY", "Số: 5/KH-UBND", "Độc lập - Tự do - Hạnh phúc"]


def test_each_bullet_has_its_own_time() -> None:
    """A line of time under each dash belongs to it; a single one behind the last dash to the whole."""
    rows = ["KẾ HOẠCH", "Một năm 2026", "I. VIỆC", "1. Phòng A"]
    rows += ["- Việc một.", "Thời gian: Tháng 3.", "- Việc hai.", "Thời gian: Tháng 6."]
    text = "\n".join([*rows, "2. Phòng B", "- Ý một.", "- Ý hai.", "Thời gian: Tháng 9."])
    first, second = import_text(text).data["body"][0]["items"]
    assert [item["schedule"] for item in first["items"]] == ["Tháng 3.", "Tháng 6."] and "schedule" not in first
    assert second["schedule"] == "Tháng 9."


@pytest.mark.parametrize("data", [b"", b" \n\t", b"\xef\xbb\xbf\n"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    """There is nothing to import."""
    with pytest.raises(ImportProblem, match="rỗng"):
        read(data)


def test_kinds_for_libreoffice() -> None:
    """Told apart by their first bytes, whatever the name."""
    assert kind_of(b"\xd0\xcf\x11\xe0....") == ".doc" and kind_of(b"{\\rtf1") == ".rtf"
    assert kind_of(b"\xef\xbb\xbf<!DOCTYPE html><html>") == ".html" and kind_of("Kế hoạch".encode()) == ""


def test_without_libreoffice_the_way_to_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message has the line that installs it."""
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(ImportProblem, match="apt-get install libreoffice"):
        read(b"{\\rtf1 a}")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_rtf_and_html_through_libreoffice() -> None:
    """Several files in one start; one that is broken costs no other."""
    words = "K\\u7871? ho\\u7841?ch"
    made = as_docx([f"{{\\rtf1\\ansi {words}\\par}}".encode(), "<html><body><p>Kế hoạch</p></body></html>".encode()])
    assert ["Kế hoạch" in read_word(one).text for one in made if isinstance(one, bytes)] == [True, True]


def test_report_says_what_was_recognised() -> None:
    """One page: head, outline, fields, tables; the same for a program."""
    report = import_file(as_word(DUTIES)).report
    assert "Số, ký hiệu: 45/KH-UBND" in report.text() and "Ngày ban hành: 2025-02-12" in report.text()
    assert report.data()["recognised"]["Bảng"].startswith("1 bảng")
    assert report.data()["words"]["kept"] == report.words.kept


_HEAD = "UBND XÃ TÂN AN\nSố: 45/{}-UBND\nTân An, ngày 3 tháng 3 năm 2026\n"
_FOOT = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nLê Văn Tám\n"


@pytest.mark.parametrize(
    ("symbol", "body", "said"),
    [
        ("CV", "V/v đôn đốc báo cáo\nKính gửi: Các thôn, buôn.\nĐề nghị gửi báo cáo.\n", "công văn"),
        ("CT", "CHỈ THỊ\nVề tăng cường kỷ luật\n1. Chấp hành giờ làm việc.\n2. Báo cáo hằng quý.\n", "CHỈ THỊ"),
        ("TTr", "TỜ TRÌNH\nVề việc phê duyệt kế hoạch\n1. Sự cần thiết.\n2. Nội dung.\n", "TỜ TRÌNH"),
    ],
)
def test_what_is_no_plan_is_told_and_imported(symbol: str, body: str, said: str) -> None:
    """A letter, directive or submission becomes a draft with its head and foot, and the report says what it is."""
    result = import_text(_HEAD.format(symbol) + body + _FOOT, source_file="2026.source.txt")
    assert result.data["status"] == "draft" and result.data["signature"]["name"] == "Lê Văn Tám"
    assert result.data["symbol"] == f"{symbol}-UBND"
    assert f"{said}" in result.report.text() and "không phải kế hoạch" in result.report.text()


def test_stars_of_word_are_bullets_of_the_source() -> None:
    """A star that opens a line is published as a round bullet, and is no departure."""
    text = "KẾ HOẠCH\nMột năm 2026\nI. VIỆC\n1. Nắm dư luận\n* Báo cáo tuần.\n* Tổng hợp tháng.\n"
    result = import_text(_HEAD.format("KH") + text + _FOOT, source_file="2026.source.txt")
    assert "status" not in result.data
    assert len(result.data["body"][0]["items"][0]["items"]) == 2


def test_an_office_below_another_comes_back() -> None:
    """Lines of a signature that no prefix opens are one name, however the print breaks them."""
    foot = ("TM. HỘI ĐỒNG", "CHỦ TỊCH", "PHÓ CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "", "Ngô Trung Kiên")
    text = "KẾ HOẠCH\nHoạt động năm 2026\n1. Họp Hội đồng.\nNơi nhận:\n- Sở Tư pháp;\n- Lưu: VT.\n" + "\n".join(foot)
    signature = import_text(text).data["signature"]
    assert signature["authority"].upper() == "TM. HỘI ĐỒNG CHỦ TỊCH" and "Hội đồng chủ tịch" in signature["authority"]
