"""What became of each word of meaning in a line, and what differs between two lines."""

from __future__ import annotations

import pytest
from registries import context, small_registry

from kehoach.meaning.fabric import Fabric
from kehoach.meaning.ledger import LedgerReading, differing, summary
from kehoach.meaning.linetokens import read_line
from kehoach.meaning.linking import Linker
from kehoach.model.printed import Line

LINKER = Linker(small_registry())
HERE = context(LINKER.registry, "tinh-a")


def read(text: str) -> LedgerReading:
    return read_line(Line("KH", "text", text, ("body", 0), "I.1"), LINKER.mentions(text, HERE), 2025)


def rows(text: str) -> list[tuple[str, str, str]]:
    return [(token.kind, token.text, token.fate) for token in read(text).tokens]


def test_every_kind_of_word_has_its_fate() -> None:
    """Known bodies, citations, days, counts, roles and modality are read; what no registry knows is not."""
    found = rows(
        "Sở Nội vụ chủ trì, phối hợp với Sở Hàng không tỉnh A và các cơ quan liên quan thực hiện ít nhất hai lần, "
        "15 tin, không quá ngày 10/3/2025, theo Quyết định số 49/QĐ-BNV ngày 01/3/2025 và mã 12/XYZ-ABC."
    )
    assert ("body", "Sở Nội vụ", "read") in found
    assert ("body", "Sở Hàng không tỉnh A", "unread") in found
    assert ("body", "các cơ quan liên quan", "ignored") in found
    assert ("symbol", "Quyết định số 49/QĐ-BNV ngày 01/3/2025", "read") in found
    assert ("symbol", "12/XYZ-ABC", "unread") in found
    assert ("role", "chủ trì", "read") in found and ("role", "phối hợp", "read") in found
    assert ("quantity", "ít nhất hai lần", "read") in found
    assert any(kind == "date" for kind, _, _ in found)
    assert not any(kind == "quantity" and text.startswith("10") for kind, text, _ in found)


def test_a_group_that_may_be_told_further_is_unread() -> None:
    """A group is general and ignored; where words behind it tell which are meant, the ledger lists it."""
    assert ("body", "Các đơn vị liên quan", "ignored") in rows("Các đơn vị liên quan kiểm kê tài sản.")
    assert ("body", "Các đơn vị liên quan", "unread") in rows("Các đơn vị liên quan đến việc di dời kiểm kê tài sản.")


@pytest.mark.parametrize(
    ("before", "after", "gone", "come"),
    [
        ("được đăng tin", "không được đăng tin", ["được"], ["không được"]),
        ("đăng 300 tin", "đăng 500 tin", ["300 tin"], ["500 tin"]),
        ("đăng hai tin", "đăng 2 tin", [], []),
        ("Sở Nội vụ chủ trì", "Sở Nội vụ tham mưu", ["chủ trì"], ["tham mưu"]),
        ("tăng cường tuyên truyền", "đẩy mạnh tuyên truyền", [], []),
    ],
)
def test_tokens_that_differ_are_where_meaning_can_change(
    before: str, after: str, gone: list[str], come: list[str]
) -> None:
    """Only what one line alone says differs; a number in words is the number in figures."""
    left, right = differing(read(before), read(after))
    assert [token.text for token in left] == gone
    assert [token.text for token in right] == come


def test_the_year_of_a_figure_is_read_as_the_figures_own() -> None:
    """ "Năm 2027 đạt 45%" is when a share is to be reached, "kết quả năm 2024" and "so với năm 2027" are not."""
    text = "Tỷ lệ trường có thư viện số năm 2027 đạt 45%, đến năm 2030 đạt 85%."
    dates = {token.text: (token.fate, token.by) for token in read(text).of("date")}
    assert dates == {
        "năm 2027": ("read", "hạn của chỉ tiêu 2027-12-31"),
        "năm 2030": ("read", "hạn của chỉ tiêu 2030-12-31"),
    }
    told = read("Kết quả năm 2024 đạt 45%; năm nay tăng 6% so với năm 2027.").of("date")
    assert {token.fate for token in told} == {"ignored"}


def test_summary_counts_what_was_understood() -> None:
    """Times, symbols and bodies are counted, those that are ignored by a rule as understood."""
    assert summary([read("Sở Nội vụ báo cáo Sở Hàng không tỉnh A trước ngày 10/3/2025.")]) == (
        "đọc được 1/1 mốc thời gian, 1/2 cơ quan"
    )
    assert summary([read("tuyên truyền")]) == ""


def test_nothing_of_the_five_plans_is_unread(fabric: Fabric) -> None:
    """Every day, symbol and body of the plans that are held is read or ignored by a rule."""
    unread = [
        (plan_id, reading.line, token.text)
        for plan_id, linked in fabric.plans.items()
        for reading in linked.ledger
        for token in reading.unread
    ]
    assert unread == []
    assert all(len(p.ledger) == len(p.lines) for p in fabric.plans.values())
