"""Fields that stand as provisions of their own, "b) Cơ quan chủ trì: …", say whose duty it is and when."""

from __future__ import annotations

import pytest

from kehoach.importing.pipeline import import_text
from kehoach.meaning.duty import Duty
from kehoach.meaning.fabric import Fabric, LinkedPlan
from kehoach.meaning.linking import linker_of
from kehoach.model.fields import labelled
from kehoach.model.fromdata import plan_from

HEAD = """ỦY BAN NHÂN DÂN
TỈNH ĐẮK LẮK
Số: 45/KH-UBND
Đắk Lắk, ngày 12 tháng 3 năm 2024

KẾ HOẠCH
Tuyên truyền cải cách hành chính năm 2024

"""

TEXT = f"""{HEAD}I. NỘI DUNG
1. Tuyên truyền trên báo chí
a) Nội dung: Đăng tin, bài về kết quả cải cách hành chính.
b) Thời gian thực hiện: Thường xuyên trong năm 2024.
c) Đơn vị chủ trì: Sở Nội vụ.
d) Đơn vị phối hợp: Sở Xây dựng, Báo Đắk Lắk.
2. Tổ chức hội thi
2.1. Cơ quan chủ trì: Sở Xây dựng.
2.2. Sản phẩm: Báo cáo kết quả hội thi.
3. Nâng cao chất lượng
a) Nội dung: Mở chuyên mục.
b) Giao Sở Nội vụ chủ trì, phối hợp với Báo Đắk Lắk thực hiện.

II. THỜI GIAN, KINH PHÍ
1. Thời gian thực hiện: Năm 2024.
2. Kinh phí: Theo dự toán được giao.
"""


def duties(fabric: Fabric) -> list[Duty]:
    """The duties of the plan that is imported from the text."""
    plan = plan_from("tinh-dak-lak/thu/2024", {**import_text(TEXT).data, "issuer": "tinh-dak-lak"})
    return list(LinkedPlan(plan, linker_of(fabric.registry)).duties)


def test_provisions_below_an_item_are_its_fields(fabric: Fabric) -> None:
    """Who leads, who helps, when and with what result; the content is what is to be done."""
    first, second, third = duties(fabric)
    assert (first.kind, first.title, first.text) == (
        "activity",
        "Tuyên truyền trên báo chí",
        "Đăng tin, bài về kết quả cải cách hành chính.",
    )
    assert [party.unit for party in first.lead] == ["so-noi-vu-dak-lak"]
    assert [party.unit for party in first.partners] == ["so-xay-dung-dak-lak", "bao-dak-lak"]
    assert first.schedule_text == "Thường xuyên trong năm 2024"
    assert ([party.unit for party in second.lead], second.words("output")) == (
        ["so-xay-dung-dak-lak"],
        "Báo cáo kết quả hội thi.",
    )
    # A sentence is read as a sentence, and a span of time or money is nobody's duty.
    assert (third.kind, [party.unit for party in third.lead]) == ("assignment", ["so-noi-vu-dak-lak"])


def test_import_leaves_their_words_and_letters_alone() -> None:
    """The label stays in the text, as printed; it is counted, and nothing is said to be doubtful about it."""
    result = import_text(TEXT)
    item = result.data["body"][0]["items"][0]
    assert [child["text"] for child in item["items"]] == [line.partition(") ")[2] for line in TEXT.splitlines()[10:14]]
    assert result.report.fields == 7
    assert [note for note in result.report.doubts if "chủ trì" in str(note)] == []


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Cơ quan chủ trì: Sở Nội vụ", "lead"),
        ("Thời gian hoàn thành: quý III", "schedule"),
        ("Nội dung tuyên truyền: chỉ số hài lòng", "content"),
        ("Nội dung: ", ""),
        ("Sở Nội vụ: chủ trì", ""),
        ("Thời gian thực hiện trong năm, cụ thể như sau, theo từng giai đoạn: quý I", ""),
        ("Cơ quan chủ trì là Sở Nội vụ", ""),
    ],
)
def test_label_before_a_colon(words: str, kind: str) -> None:
    """Only a usual label with words behind its colon is a field."""
    found, at = labelled(words)
    assert found == kind
    assert words[at:].strip() == (words.partition(":")[2].strip() if kind else words.strip())


INLINE = f"""{HEAD}I. NHIỆM VỤ
1. Tổ chức hội thi. Thời gian: Quý III. Đơn vị chủ trì: Sở Nội vụ. Đơn vị phối hợp: Sở Xây dựng; Báo Đắk Lắk.
2. Xây dựng chuyên mục (Báo Đắk Lắk chủ trì, phối hợp với Sở Nội vụ; hoàn thành trước ngày 30/6/2024).
3. Biên soạn tài liệu (Cơ quan thực hiện: Sở Nội vụ; sản phẩm: sổ tay; thời gian: quý II năm 2024) gửi các cơ quan.
4. Sở Nội vụ tổ chức tập huấn theo chủ đề: chuyển đổi số, chỉ số hài lòng (thời gian: tháng 5).
"""


def test_fields_within_a_sentence(fabric: Fabric) -> None:
    """In brackets or in sentences of a few words: each label ends what the one before says."""
    plan = plan_from("tinh-dak-lak/thu/2024", {**import_text(INLINE).data, "issuer": "tinh-dak-lak"})
    found = [
        (
            duty.kind,
            [party.unit for party in duty.lead],
            [party.unit for party in duty.implementers],
            [party.unit for party in duty.partners],
            duty.schedule_text,
            duty.words("output"),
        )
        for duty in LinkedPlan(plan, linker_of(fabric.registry)).duties
    ]
    assert found == [
        ("activity", ["so-noi-vu-dak-lak"], [], ["so-xay-dung-dak-lak", "bao-dak-lak"], "Quý III", ""),
        ("activity", ["bao-dak-lak"], [], ["so-noi-vu-dak-lak"], "", ""),
        ("activity", [], ["so-noi-vu-dak-lak"], [], "quý II năm 2024", "sổ tay"),
        ("assignment", ["so-noi-vu-dak-lak"], [], [], "tháng 5", ""),
    ]


def test_report_has_a_time_of_its_own(fabric: Fabric) -> None:
    """What a sentence says of when its work is done does not hold for the report that it orders too."""
    text = f"{HEAD}I. NHIỆM VỤ\n1. Sở Nội vụ tổ chức tập huấn (thời gian: tháng 5); hằng quý báo cáo UBND tỉnh.\n"
    plan = plan_from("tinh-dak-lak/thu/2024", {**import_text(text).data, "issuer": "tinh-dak-lak"})
    found = LinkedPlan(plan, linker_of(fabric.registry)).duties
    assert [(duty.kind, duty.schedule_text) for duty in found] == [("assignment", "tháng 5"), ("reporting", "")]
