"""The stages by themselves: lines to paragraphs, labels to a tree, noise, fields, the check of words."""

from __future__ import annotations

import unicodedata

import pytest
from corpus import ROOT, table

from kehoach.importing.blocks import paragraphs
from kehoach.importing.fields import column_kind, kind_of, read_field
from kehoach.importing.labels import read_labels
from kehoach.importing.model import SourceLine, SourceParagraph
from kehoach.importing.noise import split_lines, without_noise
from kehoach.importing.outline import SourceOutline
from kehoach.importing.pipeline import import_text
from kehoach.importing.tables import find_tables
from kehoach.importing.tree import OutlineEntry, OutlineNode
from kehoach.importing.wordcheck import words_kept
from kehoach.model.fromdata import plan_from
from kehoach.model.printed import lines
from kehoach.wording.extractedtext import normalized, without_marks


def _paragraphs(text: str) -> list[str]:
    parts, _ = without_noise(split_lines(text))
    return [block.text for block in paragraphs(parts) if isinstance(block, SourceParagraph)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a) Kết quả giải quyết của\n\nChính phủ được công bố.", 1),
        ("a) Hệ thống dịch vụ công tích hợp một cửa\n\nđiện tử; triển khai.", 1),
        ("1. Mục tiêu\n\nĐẩy mạnh cải cách.", 2),
        ("Theo Chỉ thị số 17-\nCT/TU của Tỉnh ủy.", 1),
        ("giai đoạn 2021\n- 2025 của tỉnh", 1),
        ("- Nội dung một;\n- Nội dung hai.", 2),
        ("a)\nNội dung đứng riêng.", 1),
        ("-\nNội dung đứng riêng.", 1),
        ("III. CÁC HOẠT ĐỘNG\nTRỌNG ĐIỂM", 1),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", 2),
    ],
)
def test_lines_become_paragraphs(text: str, expected: int) -> None:
    """A sentence broken by a line or page goes on; headings, labels and signatures do not."""
    assert len(_paragraphs(text)) == expected


def test_a_broken_symbol_is_joined_without_a_space() -> None:
    """ "17-" and "CT/TU" are one symbol; a dash between words keeps its spaces."""
    assert _paragraphs("Chỉ thị số 17-\nCT/TU ngày 24") == ["Chỉ thị số 17-CT/TU ngày 24"]


def test_hidden_characters_and_composition() -> None:
    """NFD becomes NFC, what cannot be seen goes, symbol bullets become bullets."""
    assert normalized(unicodedata.normalize("NFD", "Đắk Lắk")) == "Đắk Lắk"
    assert normalized("\ufeffa\u200bb\u00ad \uf0b7") == "ab •"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("## **II. NỘI DUNG**", "II. NỘI DUNG"),
        ("- a) Bảng pa nô", "a) Bảng pa nô"),
        (" - + Đài Phát thanh", " + Đài Phát thanh"),
        ("(<http://www.sonoivu.daklak.gov.vn>)", "(http://www.sonoivu.daklak.gov.vn)"),
        ("“*Năm hài lòng*”", "“Năm hài lòng”"),
        ("* Mục tiêu cụ thể:", "* Mục tiêu cụ thể:"),
        ("1\\. Mục đích", "1. Mục đích"),
    ],
)
def test_markdown_marks_are_dropped(text: str, plain: str) -> None:
    """Marks of an extraction are no words; a star that is a bullet stays."""
    assert without_marks(text) == plain


def test_page_numbers_and_running_heads_are_noise() -> None:
    """Figures between pages go with their line numbers; figures in a list of rows stay."""
    page = "Một câu dài hơn để thành một trang có đủ chữ. " * 20
    _, removed = without_noise(split_lines(f"{page}\n\n2\n\n{page}\n\n3\n\n{page}"))
    assert [(part.line, part.text) for part in removed] == [(3, "2"), (7, "3")]
    _, removed = without_noise(split_lines("1\n\nRà soát\n\n2\n\nTập huấn\n\n3\n\nHướng dẫn"))
    assert removed == []


@pytest.mark.parametrize(
    "text",
    [
        "76/NQ-CP ngày 15/7/2021",
        "V/v ban hành",
        "1.000 người",
        "-5 độ",
        "2025: “Tập trung",
        "đ/c An",
        "9 THÁNG ĐẦU NĂM",
        "12 Đơn vị báo cáo",
    ],
)
def test_what_looks_like_a_label_but_is_none(text: str) -> None:
    """Numbers of documents, abbreviations and amounts open a text without being its label."""
    assert read_labels(text) == []


@pytest.mark.parametrize(
    ("text", "style", "number"),
    [
        ("IV. TỔ CHỨC", "I", 4),
        ("II/ Khó khăn", "I", 2),
        ("1.Mục đích", "1", 1),
        ("2 CHỈ TIÊU", "1", 2),
        ("(2) Nội dung", "1", 2),
        ("đ) Các hình thức", "a", 5),
        ("a/ Rà soát", "a", 1),
        ("b- Rà soát", "a", 2),
        ("đ – Rà soát", "a", 5),
        ("A - Rà soát", "A", 1),
        ("1.2.3. Chỉ tiêu", "1.1", 3),
        ("2.1- Chi bộ", "1.1", 1),
        ("– Địa điểm", "-", 0),
        ("-Nội dung", "-", 0),
        ("• Tổ chức", "•", 0),
        ("Điều 12. Hiệu lực", "Điều", 12),
        ("Phụ lục I", "§", 1),
    ],
)
def test_labels_in_all_spellings(text: str, style: str, number: int) -> None:
    """Stops, brackets, slashes and missing spaces make no difference."""
    assert (style, number) in {(label.style, label.number) for label in read_labels(text)}


def _tree(*texts: str) -> list[str]:
    """Build an outline and write it as label paths by printed labels."""
    out: list[str] = []

    def walk(node: OutlineNode, path: str) -> None:
        for child in node.children:
            name = f"{path}{child.label.printed if child.label else '·'} "
            out.append(name.strip())
            walk(child, name)

    walk(SourceOutline().build(OutlineEntry(text, n) for n, text in enumerate(texts, 1)), "")
    return out


def test_i_is_roman_or_letter_by_its_place() -> None:
    """ "i)" behind "h)" is the ninth letter; "I." is a Roman figure."""
    letters = [f"{letter}) Nội dung." for letter in "abcdđeghi"]
    assert _tree("I. MỘT", *letters, "II. HAI")[-2:] == ["I. i)", "II."]


def _body(*texts: str) -> list[tuple[str, str]]:
    """The labels and words of the provisions of a plan that is imported."""
    plan = plan_from("a/b/2026", dict(import_text("\n\n".join(("KẾ HOẠCH", "Chuyển đổi số", *texts))).data))
    return [(line.label, line.words) for line in lines(plan) if line.place[0] == "body"]


@pytest.mark.parametrize("letters", ["abcdefghijk", "abcdđeghiklm", "abcdegh", "abdđ"])
def test_letters_in_either_order_keep_their_labels(letters: str) -> None:
    """Word's own order, the Vietnamese one, one without đ and one with a gap come back as printed."""
    texts = [f"{letter}) Việc thứ {letter}." for letter in letters]
    found = _body("I. MỤC ĐÍCH", "1. Chỉ đạo:", *texts, "II. THỰC HIỆN", "1. Văn phòng báo cáo.")
    assert found[2:-2] == [(f"{letter})", f"Việc thứ {letter}.") for letter in letters]


def test_printed_numbers_are_kept_where_they_do_not_follow() -> None:
    """A number left out, one given twice and a list that goes on in the next section stay as they are printed."""
    texts = ("I. MỤC TIÊU", "1. Một.", "2. Hai.", "4. Bốn.", "4. Bốn nữa.", "II. NHIỆM VỤ", "5. Năm.", "6. Sáu.")
    assert [f"{label} {words}" for label, words in _body(*texts)] == list(texts)


def test_those_addressed_stand_above_the_body_with_all_before_it() -> None:
    """Bullets below "Kính gửi:" open no body, and what is printed below them stays below them."""
    above = ("Kính gửi: - Các ban, ngành;", "- Ban tự quản 09 thôn.", "Căn cứ Công văn số 2/UBND-VX, xã lập kế hoạch:")
    body = ("I/ MỤC ĐÍCH", "1/ Vui chơi.", "II/ NỘI DUNG", "1/ Khai mạc.")
    data = import_text("\n\n".join(("KẾ HOẠCH", "Hoạt động hè", *above, *body))).data
    assert data["enactment"].split("\n") == [*above] and "legal_basis" not in data
    assert [item["heading"] for item in data["body"]] == ["Mục đích", "Nội dung"]


def test_a_list_that_counts_anew_stands_beside_the_one_before_it() -> None:
    """Behind bullets of its first member and behind a decimal that is done nothing new is listed below."""
    bullets = _body("1. Phòng Y tế:", "- Tham mưu.", "- Tổng hợp.", "1. Trung tâm lấy mẫu.", "2. Công an cử người.")
    assert [label for label, _ in bullets] == ["1.", "-", "-", "1.", "2."]
    decimals = ("1. Người bệnh", "1.1. Cập nhật.", "1.2. Bố trí.", "1. Chuyên môn", "1.1. Rà soát.")
    assert _tree(*decimals) == ["1.", "1. 1.1.", "1. 1.2.", "1.", "1. 1.1."]
    assert _tree("1. A", "1.1. Gồm:", "1. B", "2. C")[1:] == ["1. 1.1.", "1. 1.1. 1.", "1. 1.1. 2."]


def test_the_longest_list_of_a_plan_is_its_outermost() -> None:
    """A bullet of another kind before all parts makes no plan of bullets of it."""
    found = _body("- Lời mở đầu.", "I. MỘT", "1. Hai.", "II. BA", "1. Bốn.")
    assert [label for label, _ in found] == ["", "I.", "1.", "II.", "1."]


def test_a_line_that_leads_to_a_list_is_no_part_of_the_one_before() -> None:
    """Of two lines without label the second has the bullets that it announces."""
    texts = (
        "1. Cắm trại",
        "Thời gian: Quý I.",
        "Gồm toàn thể đội viên.",
        "Phân công:",
        "+ Lớp 6 nấu ăn.",
        "+ Lớp 7 hát.",
    )
    (item,) = import_text("\n\n".join(("KẾ HOẠCH", "Cắm trại", *texts))).data["body"]
    assert [(below.get("heading") or below["text"], len(below.get("items", ()))) for below in item["items"]] == [
        ("Gồm toàn thể đội viên.", 0),
        ("Phân công:", 2),
    ]


def test_small_roman_figures_are_a_numbering() -> None:
    """ "i." to "iii." below a number are a list of its own."""
    assert [label for label, _ in _body("1. Một:", "i. Hai.", "ii. Ba.", "iii. Bốn.", "2. Năm.")] == [
        "1.",
        "i.",
        "ii.",
        "iii.",
        "2.",
    ]


def test_bullets_nest_by_first_use() -> None:
    """A plus below a dash is deeper, a dash after it is back, letters close both."""
    assert _tree("1. A", "- B:", "+ C", "- D", "a) E") == ["1.", "1. -", "1. - +", "1. -", "1. a)"]


def test_numbers_in_sentences_are_no_labels() -> None:
    """A figure that continues no list stays in the text."""
    assert _tree("1. Chủ đề năm", "2025. Nỗ lực của các cơ quan.", "2. Hình thức") == ["1.", "2."]


def test_lists_begin_anew_below_another_item() -> None:
    """The same figures under another letter are another list."""
    assert _tree("1. A", "a) B:", "1) C", "2) D", "b) E", "2. F") == [
        "1.",
        "1. a)",
        "1. a) 1)",
        "1. a) 2)",
        "1. b)",
        "2.",
    ]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Cơ quan, đơn vị phối hợp thực hiện", "partners"),
        ("Đơn vị đầu mối", "lead"),
        ("Thời hạn hoàn thành", "schedule"),
        ("Sản phẩm/kết quả", "output"),
        ("Phân công thực hiện", "implementers"),
        ("GV thực hiện", "implementers"),
        ("Tổng phụ trách", "lead"),
        ("Đ/c phụ trách", "lead"),
        ("Nguồn kinh phí", "budget"),
        ("Nội dung", ""),
        ("Phòng Nội vụ", ""),
    ],
)
def test_field_labels_and_their_variants(label: str, kind: str) -> None:
    """The same field has several printed names."""
    assert kind_of(label) == kind


def test_fields_keep_their_words() -> None:
    """The printed label and what stands behind the colon are kept as they are."""
    field = read_field("Chủ trì thực hiện: Các sở, ban, ngành.")
    assert field and (field.kind, field.label, field.text) == ("lead", "Chủ trì thực hiện", "Các sở, ban, ngành.")


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("STT", "number"),
        ("Nội dung công việc", "task"),
        ("Ghi chú", "note"),
        ("Trưởng đoàn", "lead"),
        ("Giờ", "schedule"),
        ("Tên thủ tục/nhóm thủ tục hành chính", "task"),
        ("Mốc hoàn thành", "schedule"),
        ("Ngày chậm nhất phải hoàn thành", "schedule"),
    ],
)
def test_columns_of_duty_tables(heading: str, kind: str) -> None:
    """A table's columns are recognised by their headings."""
    assert column_kind(heading) == kind


def test_headings_as_plans_print_them() -> None:
    """Offices have many names for the same column; what is none of them is left without a kind."""
    cases = table(ROOT / "tests" / "importing" / "headings.cases.yaml")
    wrong = [
        (heading, read, kind)
        for kind, headings in cases.items()
        for heading in headings
        if (read := column_kind(heading) or "none") != kind
    ]
    assert not wrong and sum(map(len, cases.values())) > 200


def test_tables_in_text_are_found() -> None:
    """Rows between bars are a table, with or without a bar in front; a single line with bars is a line."""
    lines = split_lines("| a | b |\n|---|---|\n| 1 | 2 |\n\nx | y\n")
    table, line = find_tables(lines)
    assert isinstance(line, SourceLine) and not isinstance(table, SourceLine)
    assert [row.cells for row in table.rows] == [("a", "b"), ("1", "2")]


def test_the_check_finds_a_lost_word() -> None:
    """Words that are missing or stand in another order are named with their lines."""
    data = {"title": "Kế hoạch a", "issuer": "b", "body": [{"id": "c", "unlabelled": True, "text": "một ba"}]}
    printed = lines(plan_from("a/b/2026", data))
    kept = words_kept([SourceParagraph("một hai ba", 7)], (), (), printed)
    assert kept.lost == ((7, "hai"),)
    assert words_kept([SourceParagraph("ba một", 7)], (), (), printed).lost == ((7, "một"),)
