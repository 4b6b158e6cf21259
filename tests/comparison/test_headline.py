"""The headline: what a citizen is told first, in sentences that can be read aloud."""

from __future__ import annotations

import copy
import re
from dataclasses import replace

import pytest
from corpus import HUYEN_DONG_XUAN, SO_XAY_DUNG, TINH_2021, TINH_2025

from kehoach.comparison.compare import compare
from kehoach.comparison.numbers import changed, numbers
from kehoach.comparison.phrases import clause, place, shortened
from kehoach.files.repository import Repository
from kehoach.meaning.fabric import Fabric, LinkedPlan
from kehoach.meaning.linking import Linker
from kehoach.model.fromdata import plan_from


@pytest.fixture(scope="module")
def told(fabric: Fabric) -> tuple[str, ...]:
    return compare(fabric.plans[TINH_2021], fabric.plans[TINH_2025], fabric.registry).headline


@pytest.mark.parametrize(
    "sentence",
    [
        r"Tăng từ 12 lên 15 chỉ tiêu: .*\(mục I\.1\.c\)",
        r"Không còn con số 15 phút: “thời lượng mỗi tháng ít nhất 15 phút” \(mục III\.4, gạch 4, cộng 3 năm 2021\)",
        r"Chuyển từ Sở Thông tin và Truyền thông sang Văn phòng UBND tỉnh: Chuyên mục “Tiếp nhận, trả lời .*"
        r"\(mục III\.2\.c\).*Sở Thông tin và Truyền thông đã thôi hoạt động từ 01/3/2025",
        r"Sở Khoa học và Công nghệ kế thừa việc của Sở Thông tin và Truyền thông từ 01/3/2025",
        r"Ban Tuyên giáo và Dân vận Tỉnh ủy kế thừa việc của Ban Tuyên giáo Tỉnh ủy",
        r"vai trò đổi từ “cân đối” sang “tham mưu UBND tỉnh cân đối” \(mục IV\.2\.b\)",
        r"nội dung đổi từ “cải cách thủ tục” sang “cải cách thể chế” \(mục IV\.1\.c\)",
        r"không còn dẫn Quyết định số 377/QĐ-UBND ngày 02/02/2016 \(mục III\.2\.b\)",
        r"dẫn Quyết định số 3235/QĐ-UBND ngày 25/12/2024 thay Quyết định số 3242/QĐ-UBND ngày 30/12/2020; "
        r"không còn dẫn Kế hoạch CCHC Nhà nước 2021-2025 của Chính phủ, của tỉnh; "
        r"thêm dẫn Nghị quyết số 76/NQ-CP ngày 15/7/2021, .*Chỉ thị số 17-CT/TU ngày 24/12/2021 \(mục I\.2\.d\)",
        r"“Lắp đặt pa nô .*cộng 1 năm 2021\), bỏ “tại các đường phố chính [^;]*”; “In áp phích, tờ gấp",
        r"“Chỉ số sẵn sàng ứng dụng công nghệ thông tin \(ICT Index\)” sang “Chỉ số Chuyển đổi số cấp tỉnh \(DTI\)”",
        r"thêm nơi phối hợp “Báo Đắk Lắk”.*\(mục III\.2\.b\)",
        r"nơi phối hợp đổi từ “Sở Thông tin và Truyền thông” sang “Sở Văn hóa, Thể thao và Du lịch”",
        r"bỏ câu “Truyền thông về Cổng dịch vụ công quốc gia.*\(mục I\.2\.c\)",
        r"Gộp vào “Tuyên truyền bằng pa nô, .*bỏ “tại các đường phố chính ở trung tâm huyện, thị xã, thành phố và",
        r"Giao rộng hơn, từ UBND các huyện, thị xã, thành phố thành các cơ quan, địa phương.*\(mục IV\.2\.c\)",
        r"Bỏ: “Đưa nội dung, nhiệm vụ CCHC.*\(mục III\.5\.b năm 2021\); ý này còn ở mục II\.2\.d",
        r"Bỏ: “Sở Văn hoá, Thể thao và Du lịch tổ chức các Hội thi.*\(mục III\.5\.a năm 2021\)\.",
        r"Chỉ số được nêu tên: thêm DTI, PCI và DDCI; bỏ ICT Index",
        r"Bỏ: “Kênh thông tin của tỉnh Đắk Lắk trên ứng dụng Zalo .*\(mục III\.2\.đ năm 2021\)",
        r"Mới: “Đẩy mạnh tuyên truyền các dịch vụ đô thị thông minh của tỉnh” \(mục III\.2\.đ\)",
        r"Luật Tổ chức chính quyền địa phương năm 2025 thay Luật Tổ chức chính quyền địa phương năm 2015 làm căn cứ",
        r"[0-9]+% số chữ giữ nguyên từ kế hoạch năm 2021",
        r"chưa kiểm chứng",
    ],
)
def test_2021_to_2025_tells_what_changed(told: tuple[str, ...], sentence: str) -> None:
    """Each change that matters to people stands in the headline, with its place."""
    assert [said for said in told if re.search(sentence, said)]


@pytest.mark.parametrize(
    "claim",
    [
        # 2021 names the resolution, 2025 gives its number: the same document.
        r"thêm dẫn [^;]*19-NQ/TW",
        # A directive of the party and a programme do not stand for the plan of a year.
        r"17-CT/TU[^;]* thay |3478/QĐ-UBND[^;]* thay ",
        # Named anew once, however often the provision names it.
        r"18-NQ/TW.*dẫn [^;]*18-NQ/TW",
    ],
)
def test_2021_to_2025_claims_nothing_that_print_does_not_say(told: tuple[str, ...], claim: str) -> None:
    """What was read against both texts by hand and is not so."""
    assert not [said for said in told if re.search(claim, said)]


def test_two_laws_of_one_name_and_year_have_numbers(fabric: Fabric) -> None:
    """One that follows the other within the year is not said to follow itself."""
    before = fabric.plans[TINH_2025]
    assert before.plan.decision is not None
    first, *others = before.plan.decision.legal_basis
    decision = replace(before.plan.decision, legal_basis=(first.replace("19/02/2025", "16/6/2025"), *others))
    after = LinkedPlan(replace(before.plan, decision=decision), before.linker)
    said = compare(before, after, fabric.registry).headline
    assert "Luật số 72/2025/QH15 thay Luật số 65/2025/QH15 làm căn cứ." in said


def test_nothing_that_vanished_is_only_counted(told: tuple[str, ...], fabric: Fabric) -> None:
    """Every dropped and every new provision has a sentence of its own."""
    found = compare(fabric.plans[TINH_2021], fabric.plans[TINH_2025], fabric.registry)
    for status, word in (("removed", "Bỏ: "), ("added", "Mới: ")):
        assert sum(said.startswith(word) for said in told) == found.count(status)


def test_a_wider_group_is_not_called_a_move(told: tuple[str, ...]) -> None:
    """A group that a body belongs to took nothing from it."""
    assert not [said for said in told if said.startswith("Chuyển từ UBND")]


def test_sentences_read_aloud(told: tuple[str, ...]) -> None:
    """Sentences end with a full stop, are of bearable length, cite no bullet paths and close their quotes."""
    for said in told:
        assert said.endswith(".")
        assert len(said) <= 420
        assert not re.search(r"\.[-+]\d", said)
        assert said.count("“") == said.count("”")
    assert len(told) == len(set(told))


def test_numbers_and_bodies_come_first(told: tuple[str, ...]) -> None:
    """What changes for people comes before lists of provisions, the legal basis and the share last."""
    starts = [next(i for i, s in enumerate(told) if s.startswith(w)) for w in ("Tăng", "Chuyển", "Bỏ", "Mới", "Luật")]
    assert starts == sorted(starts)


def test_two_bodies(fabric: Fabric) -> None:
    """Of two bodies' plans the headline says what is shared, adapted and own, and names the bodies."""
    found = compare(fabric.plans[HUYEN_DONG_XUAN], fabric.plans[SO_XAY_DUNG], fabric.registry)
    text = " ".join(found.headline)
    assert re.search(r"[0-9]+% số chữ của kế hoạch Sở Xây dựng .* trùng với kế hoạch .*Đồng Xuân", text)
    assert re.search(r"[0-9]+ mục giống nguyên văn, [0-9]+ mục sửa lại, [0-9]+ mục riêng", text)
    assert "Riêng của Sở Xây dựng" in text and "Chỉ có ở " in text
    assert "kế thừa" not in text and "Chuyển từ" not in text


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("III.4.-4.+3", "mục III.4, gạch 4, cộng 3"),
        ("QD.dieu-2", "Điều 2 của Quyết định"),
        ("I.1.c", "mục I.1.c"),
        ("IV.-1", "mục IV, gạch 1"),
        ("", "phần thể thức"),
    ],
)
def test_place(path: str, words: str) -> None:
    assert place(path) == words


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("ngắn", "ngắn"),
        (
            "Đẩy mạnh tuyên truyền bầu cử đại biểu Quốc hội khóa XV và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ mới",
            "Đẩy mạnh tuyên truyền bầu cử đại biểu Quốc hội khóa XV …",
        ),
        ("a" * 100, "a" * 100),
    ],
    ids=["short", "at a joint", "one word"],
)
def test_shortened(words: str, cut: str) -> None:
    """A phrase is cut where it can end."""
    assert shortened(words, 90) == cut or shortened(words, 90).startswith(cut[:80])


def test_clause() -> None:
    """A number is quoted with its clause; decimal commas and dots end none."""
    text = "Tăng cường; phấn đấu đạt 88,5% trở lên, trong năm 2025."
    assert clause(text, numbers(text)[0]) == "phấn đấu đạt 88,5% trở lên"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tuyên truyền 15 chỉ tiêu", ["15 chỉ tiêu"]),
        ("100% CBCCVC", ["100%"]),
        ("ít nhất 02 tin mỗi tháng", ["02 tin mỗi"]),
        ("Nghị quyết số 76/NQ-CP ngày 15/7/2021, năm 2025, giai đoạn 2021 - 2025", []),
        ("khoản 3 Điều 5; mức độ 3, 4; quý 2; 6 tháng và năm; đường dây nóng 02628552255", []),
        ("trong quý 2; 3 lớp tập huấn; 6 tháng, 9 tháng và cả năm; ít nhất 6 tháng", ["3 lớp tập", "6 tháng"]),
        ("Đặt biển báo cách cổng trường trên 300m và có ít nhất 02 người trực.", ["300m", "02 người trực"]),
        ("Khảo sát học sinh lớp 12 vào ngày 15/5.", []),
    ],
)
def test_numbers_are_promises(text: str, found: list[str]) -> None:
    """Dates, years, citations, levels, periods and telephone numbers promise nothing."""
    assert [number.text for number in numbers(text)] == found


def test_numbers_match_by_unit() -> None:
    """A number is matched with one of the same unit; one without a counterpart is gone."""
    pairs, gone, new = changed(numbers("12 chỉ tiêu, 15 phút"), numbers("15 chỉ tiêu, 3 lớp"))
    assert [(a.value, b.value) for a, b in pairs] == [("12", "15")]
    assert [n.text for n in gone] == ["15 phút"]
    assert [n.text for n in new] == ["3 lớp"]


def test_part_that_was_split_off_with_its_words_is_told(repository: Repository, fabric: Fabric) -> None:
    """No rule of meaning tells it, but a duty stands at a place of its own now."""
    value = copy.deepcopy(repository.plan_files[TINH_2025].value)
    items = value["body"][3]["items"][0]["items"][0]["items"]
    whole = items[1]["text"]
    first, _, second = whole.partition("; định kỳ ")
    items[1]["text"] = f"{first}."
    items.insert(2, {"id": "bao-cao-rieng", "continues": [items[1]["id"]], "text": f"Định kỳ {second}"})
    items[2]["facts"] = items[1].pop("facts")
    new = LinkedPlan(plan_from(TINH_2025, value), Linker(repository.registry))
    told = compare(fabric.plans[TINH_2025], new, fabric.registry).headline
    assert any(
        re.match(
            r"Tách thành mục riêng: “Định kỳ báo cáo .*\(mục IV\.1\.a, gạch 3\), từ mục IV\.1\.a, gạch 2", sentence
        )
        for sentence in told
    )


def test_district_group_that_stands_in_both_did_not_come(repository: Repository, fabric: Fabric) -> None:
    """One of two groups was reworded after the reform: the other, still in print, is no news."""
    value = copy.deepcopy(repository.plan_files[TINH_2025].value)
    value["decision"]["issued"] |= {"date": "2026-03-12", "printed": "ngày 12 tháng 3 năm 2026"}
    item = value["body"][1]["items"][1]["items"][0]
    assert item["text"].count("các huyện, thị xã, thành phố") == 2
    text = item["text"].replace("các xã, phường, thị trấn", "các xã, phường, đặc khu")
    item["text"] = text.replace("UBND các huyện, thị xã, thành phố", "UBND các xã, phường, đặc khu")
    new = LinkedPlan(plan_from(TINH_2025.replace("2025", "2026"), value), Linker(repository.registry))
    told = compare(fabric.plans[TINH_2025], new, fabric.registry).headline
    assert any("II.2.a" in sentence and "UBND các xã, phường, đặc khu" in sentence for sentence in told)
    assert not any("huyện" in sentence for sentence in told if "II.2.a" in sentence)
