"""Headings over what somebody has to do: whose duties these are, with whom; what names no body is none."""

from __future__ import annotations

from typing import Any

import pytest
from registries import small_registry, unit

from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.linking import linker_of
from kehoach.meaning.parties import begun, heading_parties, parties
from kehoach.meaning.wholenames import whole_names
from kehoach.model.fromdata import plan_from, registry_from


@pytest.mark.parametrize(
    ("heading", "bodies"),
    [
        ("Phòng Cải cách hành chính và Văn thư lưu trữ", ["Phòng Cải cách hành chính và Văn thư lưu trữ"]),
        ("Các đơn vị được kiểm tra", ["Các đơn vị được kiểm tra"]),
        ("Các cơ quan, địa phương được kiểm tra:", ["Các cơ quan, địa phương được kiểm tra"]),
        ("Giao Sở Tư pháp (Cơ quan Thường trực Hội đồng):", ["Sở Tư pháp"]),
        ("Đoàn xã, phường, đặc khu", ["Đoàn xã, phường, đặc khu"]),
        ("ĐƠN VỊ ĐƯỢC KIỂM TRA VÀ LỊCH KIỂM TRA", []),
        ("Nội dung kiểm tra các sở, ban, ngành", []),
        ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Sở Nội vụ được giao chủ trì", []),
        ("Các Khu Quản lý đường bộ", ["Các Khu Quản lý đường bộ"]),
        ("Các trường TH, THCS và THPT", ["Các trường TH, THCS và THPT"]),
        ("Ban Nữ công; Nhà khách Công đoàn", ["Ban Nữ công", "Nhà khách Công đoàn"]),
        ("Công đoàn các xã, phường và tương đương", ["Công đoàn các xã, phường và tương đương"]),
        ("Trường học hạnh phúc", []),
        ("Trường học an toàn", []),
        ("Nhóm giúp việc có nhiệm vụ:", ["Nhóm giúp việc"]),
        ("Sở Y tế có trách nhiệm sau đây:", ["Sở Y tế"]),
        ("Sở Y tế - cơ quan thường trực Ban Chỉ đạo:", ["Sở Y tế"]),
        ("Đề nghị chính quyền các địa phương:", ["chính quyền các địa phương"]),
        ("Đội Quản lý thị trường 7 B:", ["Đội Quản lý thị trường 7 B"]),
        ("Tổ chức Hội Nông dân xã", ["Tổ chức Hội Nông dân xã"]),
        ("Tổ chức Đoàn kiểm tra công vụ", []),
        ("Tổ chức Hội thi cải cách hành chính", []),
        ("Phòng Kinh doanh, Công ty Điện lực Hòa Bình:", ["Phòng Kinh doanh"]),
        ("Phòng Kế hoạch, Phòng Kinh doanh:", ["Phòng Kế hoạch", "Phòng Kinh doanh"]),
        ("Các Sở: Nội vụ, Tài chính; UBND các xã, phường:", ["Sở Nội vụ", "Sở Tài chính", "UBND các xã, phường"]),
    ],
)
def test_bodies_of_a_heading(heading: str, bodies: list[str]) -> None:
    """A heading is a list of bodies, a group with what tells its members, or names none."""
    assert [party.words for party in heading_parties(heading, [])] == bodies


def test_an_entrusting_heading_names_who_and_with_whom() -> None:
    """What stands below "Giao A chủ trì, phối hợp với B:" is A's, with B; a sentence of its own overrules it."""
    below = ["Tham mưu thành lập Đoàn kiểm tra trong tháng 3/2026;", "Sở Tài chính bố trí kinh phí."]
    data: dict[str, Any] = {
        "schema_version": 1,
        "title": "Kế hoạch kiểm tra năm 2026",
        "issuer": "a",
        "plain_headings": True,
        "body": [
            {
                "id": "giao",
                "heading": "Giao Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp:",
                "items": [{"id": f"y-{number}", "text": text} for number, text in enumerate(below)],
            }
        ],
    }
    duties = LinkedPlan(plan_from("a/b/2026", data), linker_of(small_registry())).duties
    told = [([p.words for p in duty.lead], [p.words for p in duty.partners]) for duty in duties if duty.text in below]
    assert told == [(["Sở Nội vụ"], ["Sở Tư pháp"]), (["Sở Tài chính"], [])]


@pytest.mark.parametrize(
    ("section", "heading", "holders"),
    [
        ("Tổ chức thực hiện", "Phòng Quản lý Thu và Phát triển người tham gia", True),
        ("Tổ chức thực hiện", "Phòng Quản lý giá và công sản", True),
        ("Tổ chức thực hiện", "Phòng Quản lý, hỗ trợ hộ kinh doanh", True),
        ("Tổ chức thực hiện", "Phòng Quản lý thuế, phí và thu khác", True),
        ("Tổ chức thực hiện", "Phòng Quản lý, kiểm tra định kỳ", False),
        ("Nội dung", "Phòng Quản lý giá và công sản chịu trách nhiệm:", True),
        ("Nội dung", "Phòng Quản lý sổ và công quỹ", False),
        ("Tổ chức thực hiện", "Phòng Kinh tế phối hợp kiểm tra", False),
        ("Tổ chức thực hiện", "Kinh phí và chế độ báo cáo", False),
    ],
)
def test_a_name_goes_on_to_the_end_of_its_heading(section: str, heading: str, holders: bool) -> None:
    """Where a section says who does what, a name is whole whatever its words; elsewhere it may be a topic."""
    items = [{"id": "dau-muc", "heading": heading, "items": [{"id": "viec", "text": "Rà soát hồ sơ trong quý II."}]}]
    data: dict[str, Any] = {
        "schema_version": 1,
        "title": "Kế hoạch kiểm tra năm 2026",
        "issuer": "a",
        "plain_headings": True,
        "body": [{"id": "muc", "heading": section, "items": items}],
    }
    duties = LinkedPlan(plan_from("a/b/2026", data), linker_of(small_registry())).duties
    whole = heading.removesuffix(" chịu trách nhiệm:")
    assert [[party.words for party in duty.lead] for duty in duties] == [[whole] if holders else []]


@pytest.mark.parametrize(
    ("above", "items", "leads"),
    [
        (
            "Số hóa hồ sơ:",
            ["Hồ sơ đảng viên: Ban Xây dựng Đảng;", "Hồ sơ kiểm tra: cơ quan Ủy ban Kiểm tra (quý II)."],
            [["Ban Xây dựng Đảng"], ["cơ quan Ủy ban Kiểm tra"]],
        ),
        ("Số hóa hồ sơ:", ["Hồ sơ đảng viên: Ban Xây dựng Đảng;", "Hồ sơ kiểm tra: theo quy định."], []),
        ("Thành phần tham dự:", ["Cấp tỉnh: Sở Nội vụ;", "Cấp xã: Ủy ban nhân dân xã."], []),
        ("Tổ chức hội nghị:", ["Chủ trì: Sở Nội vụ;", "Phối hợp: Sở Tài chính."], None),
    ],
)
def test_owners_behind_colons(above: str, items: list[str], leads: list[list[str]] | None) -> None:
    """Where each item of a list ends in bodies behind its colon, its work is theirs; members and fields are none."""
    below = [{"id": f"y-{number}", "text": text} for number, text in enumerate(items)]
    data: dict[str, Any] = {
        "schema_version": 1,
        "title": "Kế hoạch chuyển đổi số năm 2026",
        "issuer": "a",
        "plain_headings": True,
        "body": [{"id": "muc", "heading": above, "items": below}],
    }
    duties = LinkedPlan(plan_from("a/b/2026", data), linker_of(small_registry())).duties
    told = [[party.words for party in duty.lead] for duty in duties if duty.text in items]
    assert told == ([] if leads is None else leads)


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Văn phòng tổng hợp", "Văn phòng tổng hợp"),
        ("Giáo viên hướng dẫn", "Giáo viên hướng dẫn"),
        ("Phòng Kỹ thuật cầu phà", "Phòng Kỹ thuật cầu phà"),
        ("Văn phòng tổng hợp kết quả", "Văn phòng"),
        ("Thống kê tỉnh, thành phố", "Thống kê tỉnh, thành phố"),
        ("Đoàn các xã, phường", "Đoàn các xã, phường"),
    ],
)
def test_name_alone_in_a_cell_goes_on_to_its_end(cell: str, name: str) -> None:
    """A verb that an office is called by ends its name, and is what it does where an object follows."""
    assert [party.words for party in whole_names(cell, parties(cell, []), begun(cell, []))] == [name]


def test_a_kind_of_place_behind_words_that_were_not_read_is_no_body() -> None:
    """The name that "thành phố" ends has its beginning there; alone in its cell it is one."""
    assert parties("Rừng quét tỉnh, thành phố", []) == ()
    assert [party.words for party in parties("Sở Nội vụ, thành phố", [])][:1] != ["thành phố"]


def _told(heading: str, *below: str, text: str = "") -> list[tuple[list[str], list[str]]]:
    """Give who leads each paragraph below a heading, and with whom."""
    items: list[dict[str, Any]] = [{"id": f"y-{number}", "text": words} for number, words in enumerate(below)]
    above = {"id": "tren", "heading": heading, "items": items, **({"text": text} if text else {})}
    data: dict[str, Any] = {
        "schema_version": 1,
        "title": "Kế hoạch kiểm tra năm 2026",
        "issuer": "a",
        "plain_headings": True,
        "body": [{"id": "thuc-hien", "heading": "Tổ chức thực hiện", "items": [above]}],
    }
    duties = LinkedPlan(plan_from("a/b/2026", data), linker_of(small_registry())).duties
    return [([p.words for p in duty.lead], [p.words for p in duty.partners]) for duty in duties]


@pytest.mark.parametrize(
    ("heading", "text", "lead", "partners"),
    [
        ("Sở Nội vụ chủ trì, phối hợp với Sở Tài chính:", "", ["Sở Nội vụ"], ["Sở Tài chính"]),
        ("Các phòng chuyên môn phối hợp với Văn phòng:", "", ["Các phòng chuyên môn"], ["Văn phòng"]),
        ("Cơ quan quản lý:", "Sở Y tế tỉnh Gia Lai:", ["Sở Y tế tỉnh Gia Lai"], []),
        ("Đối với các Sở:", "Nội vụ, Tài chính; UBND các xã:", ["Sở Nội vụ", "Sở Tài chính", "UBND các xã"], []),
        ("Giám đốc Sở Nội vụ chỉ đạo Chi cục Văn thư chủ trì:", "", ["Chi cục Văn thư"], []),
    ],
)
def test_a_line_that_says_who_leads_holds_for_what_stands_below(
    heading: str, text: str, lead: list[str], partners: list[str]
) -> None:
    """Below a line of names, or one that says who leads with whom and no work, the work is theirs."""
    assert _told(heading, "Rà soát hồ sơ tồn đọng.", text=text)[-1] == (lead, partners)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Rà soát hồ sơ.\nTrước ngày 05/3, Chủ tịch UBND tỉnh sẽ họp nghe báo cáo.",
        "Rà soát hồ sơ.\nTrên cơ sở Kế hoạch này, Ban Thường vụ giao các chi bộ.",
        "Rà soát hồ sơ.\nKế hoạch này có hiệu lực thi hành sau 10 ngày kể từ ngày ký.",
        "Rà soát hồ sơ.\nVăn phòng UBND tỉnh xin thông báo để các cơ quan biết, thực hiện.",
        "Rà soát hồ sơ.\nVới Sở Tài chính, Sở Y tế xây dựng định mức.",
    ],
)
def test_what_another_does_is_not_of_the_heading(paragraph: str) -> None:
    """A paragraph that opens with somebody else, or says when a document comes into force, is not the heading's."""
    told = _told("Sở Nội vụ:", paragraph)
    assert told[0] == (["Sở Nội vụ"], [])
    assert (["Sở Nội vụ"], []) not in told[1:]
    assert not any("Sở Y tế" in lead for lead, _ in told)


def test_the_next_paragraph_goes_on_with_whom_the_first_one_names() -> None:
    """Of two paragraphs of an item the second is of those whom the first one names, and not of the heading's."""
    told = _told("Sở Nội vụ:", "Sở Y tế tập huấn cho trạm y tế xã.\nKiểm tra việc thực hiện hằng quý.")
    assert [lead for lead, _ in told] == [["Sở Y tế"], ["Sở Y tế"]]


@pytest.mark.parametrize(
    ("above", "expected"),
    [("Danh mục dự án", []), ("Tổ chức thực hiện", ["Thành phố Cỏ Hoa"])],
)
def test_a_place_over_projects_is_where_they_are(above: str, expected: list[str]) -> None:
    """A place acts only where work is handed out; over a list it parts the list."""
    heading = {"id": "noi", "heading": "Thành phố Cỏ Hoa:", "items": [{"id": "khu", "text": "Rà soát hồ sơ quý II."}]}
    body = [{"id": "tren", "heading": above, "items": [heading]}]
    data: dict[str, Any] = {"schema_version": 1, "title": "Kế hoạch năm 2026", "issuer": "a", "body": body}
    place = unit("thanh-pho-co-hoa", "Thành phố Cỏ Hoa")
    linked = LinkedPlan(plan_from("a/b/2026", data), linker_of(registry_from({"units": [place]})))
    assert [party.words for duty in linked.duties for party in duty.lead] == expected
