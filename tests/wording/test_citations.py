"""The grammar of legal citations, against the hand-read list and against styles of its own."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from bounds import counted, limited
from corpus import gold
from hypothesis import given
from hypothesis import strategies as st

from kehoach.meaning.fabric import Fabric
from kehoach.wording.citationpatterns import TYPES
from kehoach.wording.citations import Citation, find_citations, symbol_key

Row = tuple[str, str, str, str, str, str, str]


def test_hand_read_citations_are_found_and_no_others(own_fabric: Fabric) -> None:
    """Precision and recall over the five plans, every column compared, are at least 0.98."""
    wanted: Counter[Row] = Counter(
        (c["plan"], c["path"], c["type"], c["number"] or "", c["symbol"] or "", c["issued"] or "", c["text"])
        for c in gold("citations")["citations"]
    )
    found: Counter[Row] = Counter(
        (plan_id, line.path, c.type, c.number, c.symbol, c.issued.isoformat() if c.issued else "", c.text)
        for plan_id in {row[0] for row in wanted}
        for line in own_fabric.plans[plan_id].lines
        if line.kind != "attached" and not line.is_header
        for c in find_citations(line.words)
    )
    hits = (wanted & found).total()
    precision, recall = hits / found.total(), hits / wanted.total()
    print(f"citations: precision {precision:.3f}, recall {recall:.3f} of {wanted.total()}")
    assert precision >= 0.98, found - wanted
    assert recall >= 0.98, wanted - found


def test_blank_decision_of_a_plan_is_a_blank_citation(own_fabric: Fabric) -> None:
    """The line that ties a plan to its own unnumbered decision cites it without a number."""
    for entry in gold("citations")["self"]:
        line = next(line for line in own_fabric.plans[entry["plan"]].lines if line.path == entry["path"])
        (citation,) = find_citations(line.words)
        assert (citation.type, citation.symbol, citation.is_blank) == (entry["type"], entry["symbol"], True)


def said(citations: list[Citation]) -> list[str]:
    """Write citations as ``type | number | symbol | date or year | law's name``, blanks left out."""
    return [
        " | ".join(str(part) for part in (c.type, c.number, c.symbol, c.issued or c.year, c.name) if part)
        for c in citations
    ]


FOUND: list[tuple[str, list[str]]] = [
    ("Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ", ["Nghị quyết | 76 | NQ-CP | 2021-07-15"]),
    ("theo 76/NQ-CP", ["Nghị quyết | 76 | NQ-CP"]),
    ("NGHỊ QUYẾT SỐ 76/NQ-CP", ["Nghị quyết | 76 | NQ-CP"]),
    ("nghị định số 30/2020/NĐ-CP", ["Nghị định | 30 | 2020/NĐ-CP | 2020"]),
    ("Nghị định 30/2020/NĐ-CP", ["Nghị định | 30 | 2020/NĐ-CP | 2020"]),
    # Party documents join number and symbol by a hyphen.
    ("Chỉ thị số 17-CT/TU ngày 05/3/2021", ["Chỉ thị | 17 | CT/TU | 2021-03-05"]),
    ("Hướng dẫn 36-HD/VPTW", ["Hướng dẫn | 36 | HD/VPTW"]),
    ("Chương trình hành động số 15-CTr/TU", ["Chương trình | 15 | CTr/TU"]),
    ("Kết luận số 01-KL/TW; 02-KL/TW", ["Kết luận | 01 | KL/TW", "Kết luận | 02 | KL/TW"]),
    ("Quy định số 205-QĐ/TW", ["Quy định | 205 | QĐ/TW"]),
    ("Kế hoạch số 132-KH/UBND", ["Kế hoạch | 132 | KH/UBND"]),
    # Symbols of every make.
    ("Nghị quyết số 35/2023/UBTVQH15 ngày 12/7/2023", ["Nghị quyết | 35 | 2023/UBTVQH15 | 2023-07-12"]),
    ("Nghị quyết số 1660/NQ-UBTVQH15", ["Nghị quyết | 1660 | NQ-UBTVQH15"]),
    ("Kế hoạch định hướng số 140/KH-BCĐTKNQ18", ["Kế hoạch | 140 | KH-BCĐTKNQ18"]),
    ("Công văn số 9302/UBND-TH ngày 30/9/2020", ["Công văn | 9302 | UBND-TH | 2020-09-30"]),
    ("Quyết định số 749/QĐ-TTg ngày 03/6/2020", ["Quyết định | 749 | QĐ-TTg | 2020-06-03"]),
    ("Quyết định số 76a/QĐ-UBND", ["Quyết định | 76a | QĐ-UBND"]),
    ("Thông tư liên tịch số 05/2013/TTLT-BNV-BTC", ["Thông tư | 05 | 2013/TTLT-BNV-BTC | 2013"]),
    ("Nghị quyết số 76/NQ–CP", ["Nghị quyết | 76 | NQ-CP"]),
    ("Kế hoạch số 0156/KHUBND ngày 26/12/2025", ["Kế hoạch | 0156 | KH-UBND | 2025-12-26"]),
    ("Kế hoạch số 004/KH-UBND", ["Kế hoạch | 004 | KH-UBND"]),
    ("Kế hoạch số      /KH-UBND", ["Kế hoạch | KH-UBND"]),
    # Spaces and line breaks inside.
    ("Chỉ thị số 17-\nCT/TU", ["Chỉ thị | 17 | CT/TU"]),
    ("Nghị định số 45/2020/NĐ-\nCP ngày\n08/4/2020", ["Nghị định | 45 | 2020/NĐ-CP | 2020-04-08"]),
    ("Quyết định số 04 /QĐ-UBND", ["Quyết định | 04 | QĐ-UBND"]),
    ("Kế hoạch số 05/ KH-SVHTTDL", ["Kế hoạch | 05 | KH-SVHTTDL"]),
    ("Nghị quyết\nsố 76 /NQ - CP", ["Nghị quyết | 76 | NQ-CP"]),
    # Dates.
    ("Kế hoạch số 5/KH-SNV ngày 14 tháng 01 năm 2026", ["Kế hoạch | 5 | KH-SNV | 2026-01-14"]),
    ("Nghị quyết số 76/NQ-CP, ngày 15/7/2021", ["Nghị quyết | 76 | NQ-CP | 2021-07-15"]),
    ("Nghị quyết số 76/NQ-CP (ngày 15/7/2021)", ["Nghị quyết | 76 | NQ-CP | 2021-07-15"]),
    ("Thông báo số 12/TB-VPCP ngày 5.1.2024", ["Thông báo | 12 | TB-VPCP | 2024-01-05"]),
    ("Quyết định số 1/QĐ-UBND ngày 29/02/2024", ["Quyết định | 1 | QĐ-UBND | 2024-02-29"]),
    ("Quyết định số 1/QĐ-UBND ngày 31/02/2025", ["Quyết định | 1 | QĐ-UBND"]),
    ("Quyết định số 1/QĐ-UBND ngày 15/7/20215", ["Quyết định | 1 | QĐ-UBND"]),
    # Enumerations; a shared date counts only where it can be true.
    (
        "Nghị định số 45/2020/NĐ-CP, số 61/2018/NĐ-CP và 107/2021/NĐ-CP",
        [f"Nghị định | {number} | {year}/NĐ-CP | {year}" for number, year in ((45, 2020), (61, 2018), (107, 2021))],
    ),
    (
        "Báo cáo số 123/BC-UBND, 124/BC-UBND ngày 01/02/2024",
        ["Báo cáo | 123 | BC-UBND | 2024-02-01", "Báo cáo | 124 | BC-UBND | 2024-02-01"],
    ),
    (
        "Báo cáo số 123/BC-UBND và số 124/BC-UBND ngày 01/02/2024",
        ["Báo cáo | 123 | BC-UBND | 2024-02-01", "Báo cáo | 124 | BC-UBND | 2024-02-01"],
    ),
    (
        "Kế hoạch số 132/KH-UBND; Kế hoạch số 156/KH-UBND ngày 26/12/2025",
        ["Kế hoạch | 132 | KH-UBND", "Kế hoạch | 156 | KH-UBND | 2025-12-26"],
    ),
    (
        "Công văn số 5/SNV-CCHC, 6/STP-VP ngày 01/02/2024",
        ["Công văn | 5 | SNV-CCHC", "Công văn | 6 | STP-VP | 2024-02-01"],
    ),
    (
        "Nghị định số 45/2020/NĐ-CP, 61/2018/NĐ-CP ngày 23/4/2018",
        ["Nghị định | 45 | 2020/NĐ-CP | 2020", "Nghị định | 61 | 2018/NĐ-CP | 2018-04-23"],
    ),
    (
        "Kế hoạch số 19/KH-UBND ngày 03/02/2025 và Kế hoạch số 19/KH-UBND ngày 16/01/2025",
        ["Kế hoạch | 19 | KH-UBND | 2025-02-03", "Kế hoạch | 19 | KH-UBND | 2025-01-16"],
    ),
    # Laws.
    (
        "Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025;",
        ["Luật | 72 | 2025/QH15 | 2025-06-16 | Luật Tổ chức chính quyền địa phương"],
    ),
    ("Luật Tiếp cận thông tin năm 2016", ["Luật | 2016 | Luật Tiếp cận thông tin"]),
    ("Luật Tiếp cận thông tin 104/2016/QH13", ["Luật | 104 | 2016/QH13 | 2016 | Luật Tiếp cận thông tin"]),
    ("Luật số 104/2016/QH13", ["Luật | 104 | 2016/QH13 | 2016"]),
    ("Bộ luật Lao động ngày 20/11/2019", ["Bộ luật | 2019-11-20 | Bộ luật Lao động"]),
    ("Hiến pháp năm 2013", ["Hiến pháp | 2013 | Hiến pháp"]),
    (
        "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ ngày 22/11/2019",
        ["Luật | 2019-11-22 | Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ"],
    ),
    ("Luật Ngân sách nhà nước, Luật Kế toán ngày 20/11/2015", ["Luật | 2015-11-20 | Luật Kế toán"]),
    ("Luật Kế toán và Thông tư số 76/2020/TT-BTC", ["Thông tư | 76 | 2020/TT-BTC | 2020"]),
    ("Luật Đầu tư và Nghị quyết số 35/2023/UBTVQH15", ["Nghị quyết | 35 | 2023/UBTVQH15 | 2023"]),
]


@pytest.mark.parametrize(("text", "citations"), FOUND)
def test_style_is_read(text: str, citations: list[str]) -> None:
    """Every way in which real documents write a citation gives type, number, symbol, date and name."""
    assert said(find_citations(text)) == citations


@pytest.mark.parametrize(
    "text",
    [
        "điện thoại 0262.8552255",
        "đạt 100% hồ sơ",
        "trực 24/7",
        "mức độ 3, 4",
        "và/hoặc",
        "https://daklak.gov.vn/76/NQ-CP",
        "ngày 15/7/2021",
        "ngày 14 tháng 01 năm 2026",
        "QĐ này",
        "Quyết định này có hiệu lực kể từ ngày 01/7/2025",
        "giai đoạn 2021-2030",
        "TCVN ISO 9001:2015",
        "12/15 chỉ tiêu",
        "Văn phòng HĐND&UBND",
        "Công văn 3759",
        "Luật Cư trú, Luật Căn cước",
        "Đoàn Luật sư tỉnh Đắk Lắk năm 2025",
        "Hội Luật gia tỉnh, ngày 12/3/2025",
        "Luật này có hiệu lực từ ngày 01/7/2025",
        "tuyên truyền Luật Cư trú trên địa bàn huyện năm 2025",
        "",
    ],
)
def test_other_figures_are_no_citation(text: str) -> None:
    """Phone numbers, shares, dates, addresses and talk about laws cite nothing."""
    assert find_citations(text) == []


def test_text_stops_before_an_impossible_date() -> None:
    """A date that does not exist is left out of the citation, not corrected."""
    (citation,) = find_citations("Quyết định số 12/QĐ-UBND ngày 31/02/2025")
    assert (citation.text, citation.issued) == ("Quyết định số 12/QĐ-UBND", None)


def test_bracketed_date_keeps_both_brackets() -> None:
    """The words of a citation with its date in brackets end after the closing one."""
    (citation,) = find_citations("theo Nghị quyết số 76/NQ-CP (ngày 15/7/2021) của Chính phủ")
    assert citation.text == "Nghị quyết số 76/NQ-CP (ngày 15/7/2021)"


@pytest.mark.parametrize("other", ["KHUBND", "kh-ubnd", "KH - UBND", "KH–UBND", "KH/UBND"])
def test_symbols_compare_without_separators(other: str) -> None:
    """Case, spaces and separators do not tell two symbols apart."""
    assert symbol_key(other) == symbol_key("KH-UBND")


FRAGMENTS = [
    *TYPES,
    *("số", "ngày", "tháng", "năm", "và", "của", ",", ";", "/", "-", " ", "\n", "(", ")", "."),
    *("1", "15", "2020", "2021"),
    *("QĐ-UBND", "NĐ-CP", "NQ", "QH15", "15/7/2021", "76/NQ-CP", "17-CT/TU", "45/2020/NĐ-CP", "72/2025/QH15", "KHUBND"),
    *("sửa đổi", "Tổ chức", "ngày 1/1/2021/QĐ-X", "ngày 14 tháng 01 năm 2026", "²", "đ", "Đ", "\u0301"),
]


@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=3), max_size=25), st.sampled_from(["", " "]))
def test_any_text_gives_ordered_disjoint_spans(fragments: list[str], joint: str) -> None:
    """Whatever the text, spans are in order, apart from each other, and slice their own words."""
    text = joint.join(fragments)
    position = 0
    for citation in find_citations(text):
        assert position <= citation.start < citation.end <= len(text)
        assert text[citation.start : citation.end] == citation.text
        assert citation.issued is None or isinstance(citation.issued, dt.date)
        position = citation.end


@pytest.mark.parametrize(
    "unit",
    [
        *("Luật ", "số 1/", "Nghị quyết số ", "Luật A năm ", "Luật sửa đổi Luật ", "Luật x số 1/2020/QH13 ", "1/QĐ-"),
        *("Hiến pháp năm 2013 ", "Luật sửa đổi năm 2013, ", "Nghị quyết số 1/NQ-CP, ", "1/QĐ ", "Nghị quyết a b c "),
        *("Nghị quyết số 1/NQ-CP. 2/QĐ. ", "A-", "/", "1 /", "ngày 1/1/", "Luật\n", "Quyết định số 1/2020/QĐ-"),
    ],
)
def test_endless_repetition_ends(unit: str) -> None:
    """50 kB of any fragment are read to the end with few calls a byte: no pattern runs away, no loop is quadratic."""
    text = unit * (50_000 // len(unit))
    with limited(), counted() as work:
        find_citations(text)
    assert work.calls < 20 * len(text)
