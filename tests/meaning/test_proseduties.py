"""Duties of prose: closing paragraphs, articles of a decision, why a paragraph is a duty and of which kind."""

from __future__ import annotations

from typing import Any

import pytest
from linkedplans import ISSUED, PLAN, linked

from kehoach.agenda.agenda import Agenda
from kehoach.exports.datarows import ROWS
from kehoach.files.repository import Repository
from kehoach.meaning.duty import Duty
from kehoach.meaning.fabric import Fabric, LinkedPlan

REPORTS = (
    "Trên đây là Kế hoạch tuyên truyền năm 2027.\n"
    "Trước ngày 10 của tháng cuối quý, các cơ quan, đơn vị báo cáo kết quả về UBND xã./."
)


def reporting(plan: LinkedPlan) -> list[Duty]:
    return [duty for duty in plan.duties if duty.kind == "reporting"]


def test_closing_paragraph_orders_a_report(repository: Repository) -> None:
    """A report asked for behind the last provision is a duty with its days; the other closing words are none."""
    plan = linked(repository, close=REPORTS)
    (duty,) = reporting(plan)
    assert (duty.id, duty.anchor, duty.report_to) == (f"{PLAN}#close--2--bao-cao", "close", "UBND xã")
    assert duty.report is not None
    assert duty.report.periods == ("quarter",)
    assert {day for value in duty.times for day in getattr(value, "dates", ())} != set()
    assert [d for d in plan.duties if d.anchor == "close"] == [duty]


def test_each_sentence_of_a_closing_is_of_those_whom_it_names(repository: Repository) -> None:
    """Who tells of difficulties is not who reports; what is to be done by a day is a duty without a report, too."""
    first = "Các cơ quan, đơn vị phổ biến Kế hoạch này đến người dân."
    reports = "Yêu cầu các thôn, buôn báo cáo kết quả 6 tháng trước ngày 10/6/2027, báo cáo năm trước ngày 10/12/2027."
    (duty,) = linked(repository, close=f"{first} {reports}").duties[-1:]
    assert (duty.kind, [party.words for party in duty.doers]) == ("reporting", ["các thôn, buôn"])
    once = "Yêu cầu các thôn, buôn nghiêm túc thực hiện; gửi danh sách tổ tự quản trước ngày 05/3/2027."
    (duty,) = (d for d in linked(repository, close=f"{first} {once}").duties if d.anchor == "close")
    assert (duty.kind, [party.words for party in duty.doers]) == ("assignment", ["các thôn, buôn"])
    assert not [d for d in linked(repository, close=first).duties if d.anchor == "close"]


def test_who_reports_a_difficulty_by_a_closing_has_it_to_do_in_that_case(repository: Repository) -> None:
    """It is the duty that the same words would be as a provision with a number: whose, in which case, to whom."""
    words = "nếu có vướng mắc, đề nghị các cơ quan, đơn vị kịp thời phản ánh về UBND xã để xem xét, giải quyết./."
    for first in (
        "Trên đây là Kế hoạch tuyên truyền năm 2027; trong quá trình thực hiện, ",
        "Trong quá trình thực hiện ",
    ):
        (duty,) = (d for d in linked(repository, close=first + words).duties if d.anchor == "close")
        assert [party.words for party in duty.doers] == ["các cơ quan, đơn vị"]
        assert (duty.condition, duty.report_to) == ("nếu có vướng mắc", "UBND xã")


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Việc kiểm tra do Công an xã chủ trì, trường hợp quá tải thì Ban Chỉ huy Quân sự xã thực hiện.", "Công an xã"),
        ("Trường hợp quá tải thì Ban Chỉ huy Quân sự xã thực hiện.", "Ban Chỉ huy Quân sự xã"),
    ],
)
def test_who_has_it_to_do_in_one_case_only_does_not_have_it_beside_who_always_has(
    repository: Repository, text: str, doers: str
) -> None:
    """A body under a condition is none of those who lead; where nobody else is named, the duty has its condition."""
    body = [{"id": "nhiem-vu", "heading": "Nhiệm vụ", "items": [{"id": "viec", "text": text}]}]
    (duty,) = linked(repository, body=body).duties
    assert [party.words for party in duty.doers] == [doers]
    assert bool(duty.condition) is text.startswith("Trường hợp")


def test_whom_brackets_say_to_do_it_has_it_to_do(repository: Repository) -> None:
    """ "(Sở A thực hiện, trước ngày …)" behind a sentence that names partners alone."""
    text = "Phối hợp với Bưu điện xã nhắn tin đến từng hộ (Phòng Văn hóa - Xã hội thực hiện, trước ngày 20/3/2027)."
    plan = linked(repository, body=[{"id": "a", "heading": "Việc", "items": [{"id": "b", "text": text}]}])
    (duty,) = plan.duties
    assert [party.words for party in duty.lead] == ["Phòng Văn hóa - Xã hội"]


def duties_below(repository: Repository, *items: dict[str, Any]) -> list[tuple[list[str], list[str]]]:
    """Who leads or does, and with whom, each duty of a section."""
    plan = linked(repository, body=[{"id": "a", "heading": "Tổ chức thực hiện", "items": list(items)}])
    return [([p.words for p in duty.doers], [p.words for p in duty.bodies("partners")]) for duty in plan.duties]


def test_a_colon_behind_a_request_begins_the_list_of_those_who_are_asked(repository: Repository) -> None:
    """ "Đề nghị: Hội A, Hội B" over a list asks them for what stands below."""
    body = {
        "id": "b",
        "heading": "Đề nghị: Hội Nông dân, Hội Phụ nữ",
        "items": [{"id": "c", "text": "Vận động hội viên."}],
    }
    assert duties_below(repository, body) == [(["Hội Nông dân", "Hội Phụ nữ"], [])]


@pytest.mark.parametrize(
    "line", ["Phối hợp với Sở Tài chính:", "Chủ trì, phối hợp với Sở Tài chính:", "Chủ trì, phối hợp với Sở Tài chính"]
)
def test_a_line_of_partners_alone_is_with_whom_all_below_it_is_done(repository: Repository, line: str) -> None:
    """They hold for what stands below the line and no further; a line that says work, too, passes nobody on."""
    own = {"id": "b1", "heading": line, "items": [{"id": "c", "text": "Lập dự toán trước ngày 10/6/2027."}]}
    after = {"id": "b2", "text": "Mở lớp tập huấn trong tháng 5/2027."}
    body = {"id": "b", "heading": "Sở Nội vụ", "items": [own, after]}
    assert duties_below(repository, body) == [(["Sở Nội vụ"], ["Sở Tài chính"]), (["Sở Nội vụ"], [])]
    work = {**own, "heading": "Phối hợp với Sở Tài chính mua sắm thiết bị:"}
    assert duties_below(repository, {**body, "items": [work]}) == [(["Sở Nội vụ"], [])]


@pytest.mark.parametrize(
    ("text", "doers", "partners"),
    [
        ("Việc sắp xếp các trường học do Sở Nội vụ chủ trì.", ["Sở Nội vụ"], []),
        (
            "Thủ tục hưởng trợ cấp do Phòng Kinh tế giải quyết trong 05 ngày, Công an xã phối hợp xác nhận.",
            ["Phòng Kinh tế"],
            ["Công an xã"],
        ),
        ("Tham gia hội thi do Tỉnh đoàn tổ chức.", ["Văn phòng Sở"], []),
        ("Phối hợp thực hiện các đề án do Sở Tư pháp chủ trì.", ["Văn phòng Sở"], []),
    ],
)
def test_a_thing_is_the_work_of_whom_it_is_done_by(
    repository: Repository, text: str, doers: list[str], partners: list[str]
) -> None:
    """ "Việc … do A chủ trì" is A's whoever the heading names; which thing is worked on is no order to A."""
    body = {"id": "b", "heading": "Văn phòng Sở", "items": [{"id": "c", "text": text}]}
    assert duties_below(repository, body) == [(doers, partners)]


def test_who_joins_in_a_clause_of_its_own_is_a_partner(repository: Repository) -> None:
    """ "A chủ trì …; B phối hợp …" is one duty; what is done by B besides is B's, and so is what B alone does."""
    leads = "Sở Tài chính chủ trì mua sắm thiết bị"
    assert duties_below(repository, {"id": "b", "text": f"{leads}; Công an tỉnh phối hợp kiểm tra kho."}) == [
        (["Sở Tài chính"], ["Công an tỉnh"])
    ]
    for other in ("Kinh phí khen thưởng do Sở Nội vụ thẩm định trước ngày 15/9/2027.", "Sở Nội vụ kiểm tra kho."):
        assert duties_below(repository, {"id": "b", "text": f"{leads}. {other}"}) == [
            (["Sở Tài chính"], []),
            (["Sở Nội vụ"], []),
        ]


def test_what_is_ordered_before_the_line_over_a_list_is_a_duty(repository: Repository) -> None:
    """The sentence that leads to the list is none."""
    below = [{"id": "c", "text": "Lập dự toán trước ngày 10/6/2027."}]
    order, leads = "Giao Sở Y tế chủ trì đối soát dữ liệu.", "Giao Sở Y tế chủ trì các nhiệm vụ cụ thể:"

    def ordered(text: str) -> list[tuple[str, list[str]]]:
        over = {"id": "b", "text": text, "items": below}
        plan = linked(repository, body=[{"id": "a", "heading": "Việc", "items": [over]}])
        return [(duty.text, [party.words for party in duty.lead]) for duty in plan.duties if duty.anchor == "b"]

    assert ordered(f"{order} Cụ thể như sau:") == [(order, ["Sở Y tế"])]
    assert ordered(f"{order}\nCụ thể như sau:") == [(order, ["Sở Y tế"])]
    assert ordered(leads) == []


def test_closing_report_is_in_calendar_and_data(repository: Repository) -> None:
    """Its four days are deadlines, and the open data hold it."""
    plan = linked(repository, close=REPORTS)
    fabric = Fabric(repository.registry, {PLAN: plan})
    days = [deadline.due.isoformat() for deadline in Agenda(fabric).deadlines if deadline.due]
    assert days == ["2027-03-09", "2027-06-09", "2027-09-09", "2027-12-09"]
    assert [row for row in ROWS["duties"](fabric) if row["duty_id"] == f"{PLAN}#close--2--bao-cao"]


def test_article_of_a_decision_orders_a_report(repository: Repository) -> None:
    """A report asked for in an article is a duty of its own, beside what the article assigns."""
    text = (
        "Giao Phòng Văn hóa - Xã hội chủ trì triển khai Kế hoạch; định kỳ trước ngày 15 của tháng cuối quý báo cáo "
        "UBND xã."
    )
    decision = {
        "title": "QUYẾT ĐỊNH ban hành Kế hoạch",
        "number": "12",
        "symbol": "QĐ-UBND",
        "issued": ISSUED,
        "authority": "Chủ tịch Ủy ban nhân dân xã",
        "articles": [{"id": "qd-giao", "text": text}],
    }
    found = {duty.kind for duty in linked(repository, decision=decision).duties if duty.anchor == "qd-giao"}
    assert found == {"assignment", "reporting"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Giao Sở Nội vụ rà soát hồ sơ; Sở Tư pháp và Sở Y tế cử công chức tham gia trước ngày 06/4/2027.",
            [("Sở Nội vụ", []), ("Sở Tư pháp; Sở Y tế", ["06/4/2027"])],
        ),
        (
            "Sở Nội vụ mở lớp trước ngày 30/6/2027. Giao Sở Tư pháp in tài liệu.",
            [("Sở Nội vụ", ["30/6/2027"]), ("Sở Tư pháp", [])],
        ),
        ("Sở Nội vụ rà soát; phối hợp với Sở Tư pháp in tài liệu; Sở Nội vụ tổng hợp.", [("Sở Nội vụ", [])]),
        ("Sở Nội vụ rà soát, báo cáo; thông báo cho Sở Tư pháp.", [("Sở Nội vụ", [])]),
        (
            "Đề nghị Hội Nông dân xã và các tổ chức chính trị - xã hội vận động; mỗi tổ chức nhận giúp 03 hộ nghèo.",
            [("Hội Nông dân xã; các tổ chức chính trị - xã hội", [])],
        ),
    ],
)
def test_each_clause_with_a_doer_of_its_own_is_a_duty(
    repository: Repository, text: str, wanted: list[tuple[str, list[str]]]
) -> None:
    """Behind a semicolon or a full stop somebody else can have something to do, with a day of his own."""
    body = [{"id": "yeu-cau", "heading": "Yêu cầu", "items": [{"id": "viec", "text": text}]}]
    found = linked(repository, body=body).duties
    assert [
        (
            "; ".join(p.words for p in duty.doers),
            [d for d in ("06/4/2027", "30/6/2027") if d in duty.text and duty.times],
        )
        for duty in found
    ] == wanted
    assert len({duty.id for duty in found}) == len(found)


def test_where_more_stands_is_no_duty(repository: Repository) -> None:
    """A paragraph that refers to an appendix is nobody's work, though it stands below a body's heading."""
    text = "Vận động hội viên tham gia.\nDanh mục nhiệm vụ tại Phụ lục kèm theo Kế hoạch này."
    items = [{"id": "nong-dan", "heading": "Hội Nông dân xã", "text": text}]
    body = [{"id": "to-chuc-thuc-hien", "heading": "Tổ chức thực hiện", "items": items}]
    (duty,) = linked(repository, body=body).duties
    assert (duty.text, [party.words for party in duty.lead]) == ("Vận động hội viên tham gia.", ["Hội Nông dân xã"])


def test_who_is_who_is_no_duty(repository: Repository) -> None:
    """ "Trưởng đoàn: Lãnh đạo Chi cục" names persons and orders nothing; with work behind the colon it does."""
    items = [
        {"id": "doan", "heading": "Trưởng đoàn:", "run_in": True, "text": "Lãnh đạo Chi cục Thủy lợi."},
        {"id": "viec", "heading": "Văn phòng:", "run_in": True, "text": "Lập sổ theo dõi."},
    ]
    body = [{"id": "doan-kiem-tra", "heading": "Đoàn kiểm tra", "items": items}]
    assert [duty.anchor for duty in linked(repository, body=body).duties] == ["viec"]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Y tế, Giám đốc Trung tâm Y tế khu vực chỉ đạo chống dịch.", []),
        ("Tổ chức giao ban trong tháng 5/2027.", [["Lãnh đạo Sở"]]),
    ],
)
def test_a_heading_that_ends_within_a_name_says_of_nobody(
    repository: Repository, text: str, doers: list[list[str]]
) -> None:
    """Of "Lãnh đạo Sở" over "Y tế, …" the name was cut at the line's end; over work it is the office's own."""
    body = {"id": "b", "heading": "Lãnh đạo Sở", "items": [{"id": "c", "text": text}]}
    assert [found for found, _ in duties_below(repository, body)] == doers


def test_nobody_is_a_partner_of_oneself(repository: Repository) -> None:
    """Whom others are told to work with is who leads, where the heading says so."""
    text = "Tham mưu UBND tỉnh chỉ đạo Công an tỉnh phối hợp với Sở Nội vụ để rà soát cư trú."
    body = {"id": "b", "heading": "Sở Nội vụ", "items": [{"id": "c", "text": text}]}
    assert duties_below(repository, body) == [(["Sở Nội vụ"], [])]


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Rà soát hồ sơ.", ["Các phòng chuyên môn"]),
        ("Thanh tra đột xuất 02 đơn vị.", ["Các phòng chuyên môn"]),
        ("Cơ sở dữ liệu hộ nghèo: cập nhật hằng tháng.", ["Các phòng chuyên môn"]),
        ("Đối với Phòng Quét hồ sơ cũ, hướng dẫn thêm.", ["Các phòng chuyên môn"]),
        ("Phòng 9 và Phòng 10 rà soát hồ sơ.", ["Phòng 9", "Phòng 10"]),
        ("Văn phòng tổng hợp theo dõi tiến độ.", []),
        ("Tổ rà quét hồ sơ họp hằng tuần.", []),
        ("Giao Nhóm rà quét lập sổ theo dõi.", []),
        ("Yêu cầu Tổng thầu EPC lập tiến độ.", []),
    ],
)
def test_the_heading_has_no_work_that_opens_with_another(repository: Repository, text: str, leads: list[str]) -> None:
    """Below a heading what opens with another body is that one's, and nobody's where its name was not read."""
    items = [{"id": "phong", "heading": "Đối với các phòng chuyên môn", "items": [{"id": "viec", "text": text}]}]
    body = [{"id": "to-chuc-thuc-hien", "heading": "Tổ chức thực hiện", "items": items}]
    duties = linked(repository, body=body).duties
    assert [party.words.capitalize() for duty in duties for party in duty.lead] == [lead.capitalize() for lead in leads]


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Phòng Quản lý, Bảo trì cầu phà: tham mưu kế hoạch kiểm tra.", ["Phòng Quản lý, Bảo trì cầu phà"]),
        ("Ông Bùi Văn Y, Phó Tổng Giám đốc: chỉ đạo chung.", ["Ông Bùi Văn Y"]),
        ("Đồng chí Lê Hồng Phong: tuyên truyền thân thế, sự nghiệp.", []),
        ("Trường Mầm non: xây thêm 02 phòng học.", []),
        ("Hội trại: tổ chức trong 02 ngày.", []),
        ("Phòng Truyền thống, Trưng bày hiện vật: nâng cấp, sửa chữa.", []),
        ("Phòng Quét hồ sơ: 02 máy.", []),
        ("Quét hồ sơ cũ. Nhiệm vụ này giao các tổ chuyên môn thực hiện.", ["các tổ chuyên môn"]),
        ("Đo 45 giếng; xong trước ngày 30/11/2026. Phòng 4 chủ trì, các phòng khác cử người tham gia.", ["Phòng 4"]),
        ("Nhóm doanh thu dưới 500 triệu đồng/năm: kê khai theo quý.", []),
        (
            "Phòng Bưu chính, Viễn thông và Công nghệ thông tin là đầu mối.",
            ["Phòng Bưu chính, Viễn thông và Công nghệ thông tin"],
        ),
        ("Hai bên đường trồng hoa.", []),
    ],
)
def test_name_before_a_colon_has_the_work_behind_it(repository: Repository, text: str, leads: list[str]) -> None:
    """A name goes on to its colon, be its words known or not, where a verb stands behind; a thing has no work."""
    body = [{"id": "yeu-cau", "heading": "Yêu cầu", "items": [{"id": "viec", "text": text}]}]
    assert [party.words for duty in linked(repository, body=body).duties for party in duty.lead] == leads


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Phòng Văn hóa - Xã hội viết tin, bài.", ["assignment"]),
        ("Đề nghị Mặt trận Tổ quốc xã tuyên truyền đến hội viên.", ["request"]),
        ("Mở chuyên mục trên Đài truyền thanh (Phòng Văn hóa - Xã hội chủ trì).", ["activity"]),
        ("In tờ rơi trước ngày 30/6/2027.", ["activity"]),
        ("Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này.", []),
        ("Công tác tuyên truyền phải thiết thực.", []),
        ("Đăng ký đề tài; mỗi dự án không quá 02 học sinh.", []),
    ],
)
def test_paragraph_is_a_duty_for_a_named_reason(repository: Repository, text: str, kinds: list[str]) -> None:
    """Who has it to do, a task's place or a day make a duty; words without any make none."""
    body = [{"id": "yeu-cau", "heading": "Yêu cầu", "items": [{"id": "viec", "text": text}]}]
    assert [duty.kind for duty in linked(repository, body=body).duties] == kinds


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Chỉ huy hiện trường do Chủ tịch UBND cấp xã đảm nhiệm.", [["Chủ tịch UBND cấp xã"]]),
        ("Theo dõi các lĩnh vực do mình phụ trách.", []),
        ("Bảo đảm yêu cầu do UBND tỉnh giao.", []),
    ],
)
def test_what_somebody_carries_out(repository: Repository, text: str, leads: list[list[str]]) -> None:
    """ "do … đảm nhiệm" says whose a thing is; nobody is named by "do mình", and who gives work does not do it."""
    body = [{"id": "yeu-cau", "heading": "Yêu cầu", "items": [{"id": "viec", "text": text}]}]
    assert [[party.words for party in duty.lead] for duty in linked(repository, body=body).duties] == leads


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Tiếp nhận hồ sơ; trường hợp Phòng Kinh tế quá tải thì Công an xã chủ trì thẩm định.",
            [("Phòng Kinh tế", ""), ("Công an xã", "trường hợp Phòng Kinh tế quá tải")],
        ),
        ("Khi có dịch, Trạm Y tế xã khoanh vùng ổ dịch.", [("Trạm Y tế xã", "Khi có dịch")]),
        ("Rà soát dữ liệu, trường hợp cần thiết, Công an xã xác minh.", [("Phòng Kinh tế", "")]),
        ("Tiếp nhận hồ sơ; Công an xã thẩm định hồ sơ.", [("Phòng Kinh tế", ""), ("Công an xã", "")]),
        ("Nâng cấp Cổng; Công an xã chủ trì, phối hợp với Trạm Y tế xã thực hiện.", [("Công an xã", "")]),
        (
            "Phòng Kinh tế rà soát; Công an xã, khi có yêu cầu, cung cấp số liệu.",
            [("Phòng Kinh tế", ""), ("Công an xã", "khi có yêu cầu")],
        ),
        ("Trạm Y tế xã (khi có dịch) phun thuốc.", [("Trạm Y tế xã", "khi có dịch")]),
        ("Phòng Kinh tế vắng mặt thì Công an xã chủ trì.", [("Công an xã", "Phòng Kinh tế vắng mặt")]),
        ("Công an xã gặp vướng mắc thì báo cáo UBND xã.", [("Công an xã", "gặp vướng mắc")]),
        ("Công an xã chủ trì, phối hợp với Trạm Y tế xã; trưởng các thôn rà soát hộ nghèo.", [("Công an xã", "")]),
    ],
)
def test_work_under_a_condition_says_so_and_leaves_the_other_work_alone(
    repository: Repository, text: str, wanted: list[tuple[str, str]]
) -> None:
    """What no other body is named for is the work of the heading above; what is done in some case says in which."""
    items = [{"id": "phong", "heading": "Phòng Kinh tế", "items": [{"id": "viec", "text": text}]}]
    body = [{"id": "to-chuc-thuc-hien", "heading": "Tổ chức thực hiện", "items": items}]
    duties = linked(repository, body=body).duties
    assert [("; ".join(party.words for party in duty.lead), duty.condition) for duty in duties] == wanted
    assert all((("Điều kiện", duty.condition) in duty.texts) == bool(duty.condition) for duty in duties)


@pytest.mark.parametrize(
    ("second", "leads"),
    [
        ("Cập nhật danh sách vào hồ sơ lớp.", ["Giáo viên chủ nhiệm"]),
        ("Tổ chức Đoàn Thanh niên Cộng sản Hồ Chí Minh", []),
        ("Định kỳ cuối năm học, tập thể sư phạm họp rút kinh nghiệm.", []),
        ("Định kỳ hằng tháng cập nhật danh sách.", ["Giáo viên chủ nhiệm"]),
        ("Kiểm tra sổ sách đối với giáo viên chủ nhiệm.", []),
        ("Các đồng chí Trưởng, Phó bộ môn có trách nhiệm dự.", []),
    ],
)
def test_work_goes_on_where_no_other_is_meant(repository: Repository, second: str, leads: list[str]) -> None:
    """Who was named in one paragraph has the next only where a verb opens it and nobody else can be meant."""
    text = f"Giáo viên chủ nhiệm theo dõi học sinh trong lớp.\n{second}"
    body = [{"id": "to-chuc", "heading": "Tổ chức thực hiện", "items": [{"id": "gvcn", "text": text}]}]
    duties = [duty for duty in linked(repository, body=body).duties if duty.text.rstrip(".") == second.rstrip(".")]
    assert [party.words for duty in duties for party in duty.lead] == leads


@pytest.mark.parametrize(
    ("heading", "text", "kinds"),
    [
        ("Chỉ tiêu", "Đến 30/6/2027: 100% thôn có bảng quy trình.", []),
        ("MỤC ĐÍCH, YÊU CẦU", "Ít nhất 90% hồ sơ nộp trực tuyến trước ngày 30/6/2027.", []),
        ("Yêu cầu", "Hoàn thành việc rà soát trước ngày 30/6/2027.", ["activity"]),
        ("Mục tiêu", "Giao Phòng Kinh tế rà soát, đạt 90% trước ngày 30/6/2027.", ["assignment"]),
        ("Mục tiêu, nhiệm vụ", "Ít nhất 90% hồ sơ nộp trực tuyến trước ngày 30/6/2027.", ["activity"]),
    ],
)
def test_a_figure_to_reach_by_a_day_is_no_task(
    repository: Repository, heading: str, text: str, kinds: list[str]
) -> None:
    """Among aims a day that is a figure's sets nobody to work; what is to be done is a task there, too."""
    body = [{"id": "muc-tieu", "heading": heading, "items": [{"id": "mot", "text": text}]}]
    assert [duty.kind for duty in linked(repository, body=body).duties] == kinds
