"""Files as offices send them: other programs' Word files, archives, protected and empty ones, what is no text."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from bounds import Work, counted
from importrendering import saved

from kehoach.commands.main import main
from kehoach.files.repository import Repository, load
from kehoach.importing import office
from kehoach.importing.contents import contents_lines
from kehoach.importing.model import ImportProblem, SourceTable
from kehoach.importing.noise import split_lines
from kehoach.importing.pipeline import ImportResult, import_text
from kehoach.importing.read import import_file, read
from kehoach.importing.readingshare import understood
from kehoach.meaning.linetokens import read_doubtful

HEAD = (
    *("ỦY BAN NHÂN DÂN", "TỈNH MẪU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
    *("Số: 57/KH-UBND", "Tỉnh Mẫu, ngày 12 tháng 02 năm 2026", "KẾ HOẠCH", "Cải cách hành chính năm 2026"),
    *("Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ;", "Ban hành Kế hoạch như sau:"),
)
BODY = ("I. MỤC ĐÍCH", "1. Phục vụ người dân.", "2. Bám sát chỉ đạo.", "II. NHIỆM VỤ", "1. Sở Nội vụ tham mưu.")
FOOT = ("Nơi nhận:", "- Bộ Nội vụ;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Văn Mẫu")

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": _W,
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "o": "urn:schemas-microsoft-com:office:office",
        "v": "urn:schemas-microsoft-com:vml",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    }.items()
)


def _word(between: str = "", body: tuple[str, ...] = BODY, first: str = "") -> bytes:
    """A Word file of the plan's lines, with elements before the legal basis and at the end of its body."""
    from docx import Document
    from docx.oxml import parse_xml

    document: Any = Document()
    for line in (*HEAD, *body, *FOOT):
        document.add_paragraph(line)
    paragraphs = document.paragraphs
    for xml, before in ((first, paragraphs[len(HEAD) - 2]), (between, paragraphs[len(HEAD) + len(body)])):
        for element in list(parse_xml(f"<w:body {_NAMES}>{xml}</w:body>")):
            before._p.addprevious(element)
    return saved(document)


def _changed(
    data: bytes,
    change: Callable[[str, bytes], tuple[str, bytes]] = lambda name, part: (name, part),
    more: Mapping[str, str] | None = None,
) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(*change(name, old.read(name)))
        for name, text in (more or {}).items():
            new.writestr(name, text)
    return out.getvalue()


def _archive(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def _strict(name: str, part: bytes) -> tuple[str, bytes]:
    return name, re.sub(rb"http://schemas\.openxmlformats\.org/(\w+)/2006/", rb"http://purl.oclc.org/ooxml/\1/", part)


def _renamed(name: str, part: bytes) -> tuple[str, bytes]:
    """Files that Word saves from a browser or a server hold document2.xml."""
    if name in ("_rels/.rels", "[Content_Types].xml"):
        return name, part.replace(b"word/document.xml", b"word/document2.xml")
    return name.replace("document.xml", "document2.xml"), part


def _macros(name: str, part: bytes) -> tuple[str, bytes]:
    return name, part.replace(b"wordprocessingml.document.main+xml", b"ms-word.document.macroEnabled.main+xml")


@pytest.mark.parametrize(
    "change",
    [_strict, _renamed, _macros, lambda name, part: (name.replace("/", "\\"), part)],
    ids=["strict", "document2", "macros", "backslashes"],
)
def test_other_programs_files_are_the_same_plan(change: Callable[[str, bytes], tuple[str, bytes]]) -> None:
    """Namespaces, names of parts, macros and the stroke between folders change not a word."""
    data = _word()
    result = import_file(_changed(data, change))
    assert result.data == import_file(data).data
    assert result.data["number"] == "57" and len(result.data["body"]) == 2


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"kế hoạch.docx": "x", "phụ lục.pdf": "x"}, "tệp nén, bên trong có kế hoạch.docx, phụ lục.pdf; hãy giải nén"),
        ({"ppt/presentation.xml": "x"}, "bản trình chiếu PowerPoint"),
        ({"xl/workbook.bin": "x"}, "dạng .xlsx"),
        ({"mimetype": "application/epub+zip"}, "sách điện tử"),
        ({"a.bin": "x"}, "không có văn bản Word bên trong"),
        ({}, "không có văn bản Word bên trong"),
    ],
    ids=["files", "slides", "binary-workbook", "book", "other", "empty"],
)
def test_an_archive_that_is_no_document_is_named(parts: Mapping[str, str], said: str) -> None:
    """The message says what the archive is and what to do with it."""
    with pytest.raises(ImportProblem, match=re.escape(said)):
        read(_archive(**parts))


def test_a_workbook_inside_a_word_file_makes_it_no_workbook() -> None:
    """An embedded table that is stored as it is shows its names among the bytes of the document."""
    assert import_file(_changed(_word(), more={"word/embeddings/a.xlsx": "PK xl/workbook.xml"})).data["number"] == "57"


def test_macros_are_told_and_the_file_keeps_an_ending_that_word_opens(tmp_path: Path) -> None:
    """A .docm that was given the name .docx is kept as what it is."""
    path = tmp_path / "a.docx"
    path.write_bytes(_changed(_word(), _macros, {"word/vbaProject.bin": "x"}))
    assert main(["--root", str(tmp_path), "import", str(path), "--output", str(tmp_path / "ra")]) == 0
    assert (tmp_path / "ra/2026.source.docm").read_bytes() == path.read_bytes()
    assert "macro không được chạy" in (tmp_path / "ra/2026.bao-cao-nhap.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", ["docx", "docm", "doc", "mht", "xml", "odt", "xlsx", "png", "goc"])
def test_what_an_import_keeps_beside_a_plan_is_no_misplaced_file(ending: str, five: Path, tmp_path: Path) -> None:
    """Whatever file a plan came from is in its place beside it; without the plan's year it is in nobody's."""
    root = tmp_path / "kho"
    shutil.copytree(five, root)
    for name in (f"2025.source.{ending}", f"ke-hoach.{ending}"):
        (root / "plans/tinh-dak-lak/tuyen-truyen-cchc" / name).write_bytes(b"x")
    problems = [problem.file for problem in load(root).problems if problem.code == "KH113"]
    assert problems == [f"plans/tinh-dak-lak/tuyen-truyen-cchc/ke-hoach.{ending}"]


def test_a_file_without_a_word_is_refused() -> None:
    """Nothing to import is said, instead of a draft that holds nothing."""
    from docx import Document

    with pytest.raises(ImportProblem, match="không có chữ nào"):
        read(saved(Document()))


def test_a_protected_pdf_says_so() -> None:
    """A PDF that asks for a password is told from a broken one, with the remedy."""
    from pypdf import PdfWriter

    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(600, 800)
    writer.encrypt("mat-khau")
    writer.write(out)
    with pytest.raises(ImportProblem, match="tệp PDF có mật khẩu; hãy mở bằng mật khẩu"):
        read(out.getvalue())


def _old(*names: str) -> bytes:
    """The beginning of a compound file with names of its list of parts."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + b"".join(f"{n}\0".encode("utf-16-le") for n in names)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (_old("EncryptedPackage"), "có mật khẩu"),
        (_old("Workbook"), "bảng tính cũ"),
        (_old("PowerPoint Document"), "PowerPoint"),
        (_old("__properties_version1.0"), "Outlook"),
        (_old("WordDocument", "Workbook"), "cần LibreOffice"),
        (b'<?xml version="1.0"?>\n<pkg:package xmlns:pkg="x"></pkg:package>', "dạng XML của Word"),
        (b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nx", "không có trang nào"),
    ],
    ids=["encrypted", "xls", "ppt", "msg", "doc-with-table", "flat", "mail"],
)
def test_what_no_program_can_convert_is_said_without_one(
    data: bytes, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A protected file, slides and mail are told by their own names, where LibreOffice is not installed, too."""
    monkeypatch.setattr("kehoach.importing.office.shutil.which", lambda _: None)
    with pytest.raises(ImportProblem, match=said):
        read(data)


def test_a_page_saved_with_its_pictures_is_a_page() -> None:
    """A web archive named .doc, as portals give it, is read by the page in it, whatever its letters were in."""
    page = "<html><head><meta charset=windows-1258></head><body>Kế hoạch</body></html>"
    data = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        f'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{page}\r\n--b--\r\n'
    ).encode()
    assert office.kind_of(data) == ".mht"
    assert office._page_in(data).decode("utf-8-sig").strip() == page.replace("<meta charset=windows-1258>", "")


@pytest.mark.parametrize(
    ("opens", "kind"),
    [
        ('<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument>', ".xml"),
        ('<?xml version="1.0"?>\n\n<office:document xmlns="x">', ".fodt"),
        ('<?xml version="1.0"?><!DOCTYPE html><html>', ".html"),
        ("KẾ HOẠCH\nMIME-Version là gì", ""),
    ],
)
def test_kinds_of_xml_are_told_apart(opens: str, kind: str) -> None:
    """Word's XML of 2003 and OpenDocument in one file go to LibreOffice, under the ending that it knows."""
    assert office.kind_of(opens.encode()) == kind


def _said(result: ImportResult) -> str:
    return result.report.text()


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_diagrams_and_charts_are_listed() -> None:
    """Words that only a drawing shows are none of the plan, and the report has them."""
    a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    part = f"<x {a}><a:p><a:r><a:t>Bước 1: </a:t></a:r><a:r><a:t>Khảo sát</a:t></a:r></a:p></x>"
    more = {"word/diagrams/data1.xml": part, "word/charts/chart1.xml": part.replace("Khảo sát", "Tỷ lệ")}
    said = _said(import_file(_changed(_word(), more=more)))
    assert "“Bước 1: Khảo sát”: Chữ trong sơ đồ SmartArt" in said and "“Bước 1: Tỷ lệ”: Chữ trong biểu đồ" in said


def test_text_in_a_file_of_another_kind_is_refused() -> None:
    """What only Word puts in its place would be lost unsaid."""
    with pytest.raises(ImportProblem, match="altChunk"):
        read(_word('<w:altChunk r:id="x"/>'))


def test_a_formula_keeps_its_words() -> None:
    """A fraction, a power and what stands around them are one line, to be looked at."""
    number = "<m:f><m:num><m:r><m:t>số hồ sơ</m:t></m:r></m:num><m:den><m:r><m:t>n</m:t></m:r></m:den></m:f>"
    power = "<m:sSup><m:e><m:r><m:t>m</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
    result = import_file(
        _word(f"<w:p>{_run('Tính ')}<m:oMath>{number}<m:r><m:t> + </m:t></m:r>{power}</m:oMath></w:p>")
    )
    assert "Tính (số hồ sơ)/n + m²" in result.yaml
    assert "1 công thức" in _said(result)


def test_a_field_that_nobody_filled_in_is_listed() -> None:
    """The prompt of a content control is no word of the plan; what was filled in is."""
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{_run('Bấm vào đây.')}</w:sdtContent></w:sdt>"
    filled = f"<w:sdt><w:sdtPr/><w:sdtContent>{_run('15/3/2026')}</w:sdtContent></w:sdt>"
    result = import_file(_word(f"<w:p>{_run('Ngày ')}{filled}{prompt}</w:p>"))
    assert "Ngày 15/3/2026" in result.yaml and "Bấm vào đây" not in result.yaml
    assert "“Bấm vào đây.”: Chữ gợi ý của ô nhập chưa điền." in _said(result)


@pytest.mark.parametrize("styled", [False, True])
def test_a_table_of_contents_is_no_text(styled: bool) -> None:
    """Word's own contents, in their frame or by style alone, are listed once and change nothing of the plan."""
    lines = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="MucLuc1"/></w:pPr>{_run(title)}<w:r><w:tab/></w:r>{_run("3")}</w:p>'
        for title in ("I. MỤC ĐÍCH", "II. NHIỆM VỤ")
    )
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    frame = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{lines}</w:sdtContent></w:sdt>"
    style = b'<w:style w:type="paragraph" w:styleId="MucLuc1"><w:name w:val="toc 1"/></w:style></w:styles>'

    def change(name: str, part: bytes) -> tuple[str, bytes]:
        return name, part.replace(b"</w:styles>", style) if styled and name == "word/styles.xml" else part

    result = import_file(_changed(_word(first=lines if styled else frame), change))
    assert result.data == import_file(_word()).data
    assert "“I. MỤC ĐÍCH … 3 / II. NHIỆM VỤ … 3”: Mục lục" in _said(result)


def test_a_large_first_letter_belongs_to_its_paragraph() -> None:
    """A letter set in a frame of its own is none of the words of a paragraph of its own."""
    frame = '<w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>'
    result = import_file(_word(f"<w:p>{frame}{_run('T')}</w:p><w:p>{_run('riển khai đồng bộ.')}</w:p>"))
    assert "Triển khai đồng bộ." in result.yaml


def test_a_table_in_a_text_box_is_a_table() -> None:
    """Programs that make Word files of PDFs set tables into boxes."""
    rows = (("Nội dung", "Chủ trì"), ("Rà soát thủ tục", "Sở Y tế"))
    cells = "".join(f"<w:tr>{''.join(f'<w:tc><w:p>{_run(text)}</w:p></w:tc>' for text in row)}</w:tr>" for row in rows)
    box = f"<w:txbxContent><w:p>{_run('Trong khung.')}</w:p><w:tbl>{cells}</w:tbl></w:txbxContent>"
    data = _word(f"<w:p><w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r></w:p>")
    tables = [part for part in read(data).parts if isinstance(part, SourceTable)]
    assert [[row.cells for row in table.rows] for table in tables] == [list(rows)]
    assert "Trong khung." in import_file(data).yaml


def _listed(levels: tuple[tuple[str, str], ...]) -> bytes:
    """The plan with its body numbered by Word, in the formats and texts of a program."""
    texts = ((0, "MỤC ĐÍCH"), (1, "Phục vụ người dân."), (2, "Nhanh hơn."), (3, "Qua mạng."), (0, "NHIỆM VỤ"))
    numbers = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
    body = "".join(f"<w:p><w:pPr>{numbers.format(level)}</w:pPr>{_run(text)}</w:p>" for level, text in texts)
    written = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    lists = (
        f'<w:numbering xmlns:w="{_W}"><w:abstractNum w:abstractNumId="1">{written}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )

    def change(name: str, part: bytes) -> tuple[str, bytes]:
        return name, lists.encode() if name == "word/numbering.xml" else part

    return _changed(_word(body, ()), change)


@pytest.mark.parametrize(
    "levels",
    [
        (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "●")),
        (("upperRoman", "%1、"), ("decimal", "%2．"), ("lowerLetter", "（%3）"), ("bullet", "\uf06c")),
        (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "\uf0e0")),
    ],
    ids=["Google", "WPS", "symbol font"],
)
def test_lists_of_other_programs_are_the_same_outline(levels: tuple[tuple[str, str], ...]) -> None:
    """Round bullets, the signs of Chinese lists and those of symbol fonts label as those of Word do."""
    usual = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "•"))
    result = import_file(_listed(levels))
    assert result.data["body"] == import_file(_listed(usual)).data["body"]
    assert [len(item.get("items", ())) for item in result.data["body"]] == [1, 0]


def test_a_plus_of_a_symbol_font_is_one() -> None:
    """Word keeps the bullet "+" as a code of Symbol; it labels as the font draws it, not as another bullet."""
    levels = (("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)"), ("bullet", "\uf02b"))
    assert "+ Qua mạng." in read(_listed(levels)).text.split("\n")


def _numbering(lists: str) -> bytes:
    """The plan with two paragraphs of list 1 behind its body."""
    number = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    body = "".join(f"<w:p>{number}{_run(text)}</w:p>" for text in ("Rà soát thủ tục.", "Công bố danh mục."))

    def change(name: str, part: bytes) -> tuple[str, bytes]:
        whole = f'<w:numbering xmlns:w="{_W}">{lists}</w:numbering>'
        return name, whole.encode() if name == "word/numbering.xml" else part

    return _changed(_word(body), change)


def _letters(text: str) -> str:
    return f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="{text}"/></w:lvl>'


@pytest.mark.parametrize(
    "lists",
    [
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="KieuA"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="KieuA"/>{_letters("%1)")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
        f'<w:abstractNum w:abstractNumId="1">{_letters("%1-")}</w:abstractNum><w:num w:numId="1">'
        f'<w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">{_letters("%1)")}</w:lvlOverride></w:num>',
    ],
    ids=["style of lists", "level defined anew"],
)
def test_a_list_defined_elsewhere_has_its_labels(lists: str) -> None:
    """A list can name a style that another list defines, and define a level anew for itself alone."""
    lines = read(_numbering(lists)).text.split("\n")
    assert "a) Rà soát thủ tục." in lines and "b) Công bố danh mục." in lines


CONTENTS = ("MỤC LỤC", "I. MỤC ĐÍCH ............ 2", "II. NHIỆM VỤ CỦA CÁC CƠ QUAN", "TRÊN ĐỊA BÀN ....... 13")


def test_contents_of_a_text_are_no_text() -> None:
    """Lines with dots and pages that do not fall are listed and change nothing else, an entry over two lines, too."""
    text = "\n\n".join((*HEAD, *BODY, *FOOT))
    result = import_text(text.replace(HEAD[-2], "\n".join((*CONTENTS, "", HEAD[-2]))))
    assert {**result.data, "source": 0} == {**import_text(text).data, "source": 0}
    assert [part.text for part in result.report.removed if "Mục lục" in part.reason] == list(CONTENTS)


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Kinh phí: ........ 20", "2. Nhân lực: ......... 5", "3. Thời gian: ........ 3"),
        ("Sở Nội vụ    5", "Sở Tài chính    6", "Sở Y tế    7"),
        ("MỤC LỤC", "I. MỤC ĐÍCH ........ 2"),
        ("Năm 2024", "Năm 2025", "Năm 2026"),
    ],
)
def test_other_lines_that_end_in_a_number_are_text(lines: tuple[str, ...]) -> None:
    """Falling numbers, gaps without dots, one entry alone are no contents."""
    assert contents_lines(split_lines("\n".join(lines))) == {}


def test_cells_that_say_the_same_are_read_once(repository: Repository) -> None:
    """The report on meaning takes as long as a table has different cells, and counts each of them that is there."""

    def told(rows: int) -> tuple[Work, str]:
        table = "".join(f"\n| Rà soát thủ tục số {row} | Sở Nội vụ | Quý II/2026 |" for row in range(rows))
        lines = (*HEAD, "I. NHIỆM VỤ", f"| Nội dung | Chủ trì | Thời gian |{table}", *FOOT)
        result = import_text("\n".join(lines))
        with counted() as work:
            told = understood(result.data, result.printed, repository.registry, "", 2026)
        return work, told[0]

    (few, said), (many, said_of_many) = told(10), told(50)
    assert many.of(read_doubtful) - few.of(read_doubtful) == 40
    assert "11/11 mốc thời gian" in said and "51/51 mốc thời gian" in said_of_many


@pytest.mark.parametrize(
    ("lines", "paths"),
    [
        (("II. YÊU CẦU", "1. Đúng tiến độ.", "III. NHIỆM VỤ", "1. Rà soát."), ["II", "II.1", "III", "III.1"]),
        (("Nội dung gồm hai phần.", "II. YÊU CẦU", "III. NHIỆM VỤ"), ["II", "III"]),
        (("II. Yêu cầu về tiến độ của các phòng.", "1. Rà soát."), ["1"]),
    ],
)
def test_a_plan_may_begin_with_its_second_heading(lines: tuple[str, ...], paths: list[str]) -> None:
    """The printed number is kept and told, and what follows counts on; without capitals it is no heading."""
    result = import_text("\n".join((*HEAD, *lines, *FOOT)))
    assert [line.path for line in result.printed if line.item and line.label] == paths
    assert ("“II.” không nối tiếp" in str(result.report)) == ("II" in paths)
