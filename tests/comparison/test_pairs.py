"""One changed provision of bodies that no registry here has: its weight, what is said, in whose list it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from test_changes import folded

from kehoach.comparison.compare import compare
from kehoach.comparison.dutytable import duty_rows
from kehoach.files.repository import Repository
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.linking import linker_of
from kehoach.model.fromdata import plan_from, registry_from
from kehoach.model.frozen import but
from kehoach.model.registry import Registry

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("pairs.cases.yaml").read_text(encoding="utf-8"))
SHORT: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("short-pairs.cases.yaml").read_text(encoding="utf-8")
)
_TOLD = {"source": "cặp đo", "certainty": "certain"}
_ISSUER = "noi-ban-hanh"


def registry_for(case: dict[str, Any], known: Registry) -> tuple[Registry, str]:
    """Give the bodies of a case and its issuer's id; the terms are those of the five plans."""
    if "known_issuer" in case:
        return known, case["known_issuer"]
    area = {"area": case["issuer"]["name"].removeprefix("Ủy ban nhân dân ")}
    units: list[Mapping[str, Any]] = [{"id": _ISSUER, **area, **case["issuer"], **_TOLD}]
    for number, unit in enumerate(case["units"]):
        units.append({"id": f"don-vi-{number}", "kind": "department", "within": _ISSUER, **unit, **_TOLD})
    return but(registry_from({"units": units}), terms=known.terms), _ISSUER


def plan_of(case: dict[str, Any], side: int, registry: Registry, issuer: str) -> LinkedPlan:
    """Make a plan of the one provision on a side."""
    year, provision = case["years"][side], case[("old", "new")[side]]
    issued = {"place": "Nơi ban hành", "date": f"{year}-01-15", "printed": f"Nơi ban hành, ngày 15/01/{year}"}
    body = [{"id": "nhiem-vu", "heading": "Nhiệm vụ", "items": [{"id": "viec", **provision}]}]
    data = {"title": "KẾ HOẠCH công tác", "issuer": issuer, "issued": issued, "body": body}
    return LinkedPlan(plan_from(f"{issuer}/cong-tac/{year}", data), linker_of(registry))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_change_is_told(repository: Repository, case: dict[str, Any]) -> None:
    """A change is substantive, named, and with the bodies concerned alone; another way of writing is neither."""
    registry, issuer = registry_for(case, repository.registry)
    old, new = (plan_of(case, side, registry, issuer) for side in (0, 1))
    comparison = compare(old, new, registry)
    said = folded(" ".join(comparison.headline))
    listed = {folded(row.who) for row in duty_rows(comparison, old, new, registry)}
    assert any(change.weight == "substantive" for change in comparison.provisions) is case["substantive"], said
    assert [
        words for words in case["headline_must_name"] if not any(folded(one) in said for one in words.split("|"))
    ] == [], said
    assert [words for words in case.get("must_not_say", ()) if folded(words) in said] == []
    wanted = [folded(name) for name in case["bodies"]]
    allowed = [*wanted, *map(folded, case.get("may_list", ()))]
    assert [name for name in wanted if not any(name in who or who in name for who in listed)] == [], listed
    assert [who for who in listed if not any(name in who or who in name for name in allowed)] == []
    assert case["substantive"] or not said or said.startswith("không đổi việc"), said


@pytest.mark.parametrize("back", [False, True], ids=["on", "back"])
@pytest.mark.parametrize("case", SHORT, ids=lambda case: case["new"])
def test_a_changed_word_is_told_both_ways(repository: Repository, case: dict[str, Any], back: bool) -> None:
    """One word or figure changes the meaning or does not, whichever of the two sentences is the later one."""
    texts = [case["old"], case["new"]]
    years = [2025, 2026 if case.get("next_year") else 2025]
    if back:
        texts, years = texts[::-1], years[::-1]
    made = {"years": years, "old": {"text": texts[0]}, "new": {"text": texts[1]}}
    sides = [plan_of(made, side, repository.registry, "tinh-dak-lak") for side in (0, 1)]
    comparison = compare(sides[0], sides[1], repository.registry)
    changed = any(change.weight == "substantive" for change in comparison.provisions)
    assert changed is case["substantive"], comparison.headline
    assert comparison.headline[0].startswith("Không đổi việc") is not changed


@pytest.mark.parametrize(
    ("text", "told", "not_told"),
    [
        # The quarter's report is no duty of a list, the half-year's is: nobody came.
        (
            (
                "Sở Nội vụ báo cáo UBND tỉnh hằng quý, 6 tháng và cả năm.",
                "Sở Nội vụ báo cáo UBND tỉnh 6 tháng và cả năm.",
            ),
            "thời gian đổi từ “hằng quý, 6 tháng và cả năm” sang “6 tháng và cả năm”",
            "giao thêm",
        ),
        (
            ("UBND các xã, phường, trừ các xã vùng III, tổ chức ngày hội.", "UBND các xã, phường tổ chức ngày hội."),
            "không còn điều kiện “trừ các xã vùng III”",
            "giao thêm",
        ),
        (
            ("Sở Nội vụ, Sở Tài chính và UBND các xã, phường thực hiện.", "Sở Nội vụ, Sở Tài chính thực hiện."),
            "không còn giao UBND các xã, phường (",
            "thị trấn",
        ),
        (("Trước khi ban hành, lấy ý kiến.", "Sau khi ban hành, lấy ý kiến."), "sang “Sau khi ban hành”", "“khi ban”"),
        (
            ("Công chức được sử dụng mạng xã hội.", "Công chức không được sử dụng mạng xã hội."),
            "từ “được sử dụng” sang “không được sử dụng”",
            "“được sử”",
        ),
        (
            ("Cục Thống kê có thể mời các xã dự họp.", "Cục Thống kê mời các xã dự họp."),
            "mức độ bắt buộc",
            "nơi thực hiện",
        ),
        (
            (
                "Giao Chi cục Thủy lợi làm đầu mối hướng dẫn các xã thực hiện bộ tiêu chí.",
                "Việc thực hiện bộ tiêu chí do các xã tiến hành, đầu mối là Chi cục Thủy lợi.",
            ),
            "không còn nội dung",
            "không còn nơi chủ trì",
        ),
        # Who stands at another place of a list, or receives a report beside a time that goes, neither came nor went.
        (
            (
                "Sở Xây dựng chủ trì, phối hợp với Sở Tư pháp, BQL các CCN tỉnh, Công an tỉnh, Sở VH,TT&DL rà soát.",
                "Sở Xây dựng chủ trì, phối hợp với Sở VH,TT&DL, Công an tỉnh, Sở Tư pháp rà soát.",
            ),
            "không còn nơi phối hợp “BQL các CCN tỉnh” (mục",
            "đổi từ",
        ),
        (
            (
                "Trạm Thú y báo cáo dịch bệnh về Chi cục Chăn nuôi vào thứ Hai hằng tuần và đột xuất khi có dịch.",
                "Trạm Thú y báo cáo dịch bệnh về Chi cục Chăn nuôi đột xuất khi có dịch.",
            ),
            "thời gian đổi từ “vào thứ Hai hằng tuần và đột xuất” sang “đột xuất”",
            "nơi nhận",
        ),
        (
            (
                "Chủ trì: Sở Y tế. Phối hợp: Sở Nội vụ (chọn người), Sở Tư pháp, trường học.",
                "Chủ trì: Sở Nội vụ (chọn người). Phối hợp: Sở Y tế, Sở Tư pháp, trường học.",
            ),
            "nơi phối hợp đổi từ “Sở Nội vụ” sang “Sở Y tế” (",
            "“Sở Y tế, Sở Tư pháp”",
        ),
        # Who leads is told of names that no list has.
        (
            (
                "Phòng Sổ bộ và theo dõi lưu trữ chủ trì, phối hợp với Trung tâm Số hóa rà soát hồ sơ.",
                "Trung tâm Số hóa chủ trì, phối hợp với Phòng Sổ bộ và theo dõi lưu trữ rà soát hồ sơ.",
            ),
            "nơi chủ trì đổi từ “Phòng Sổ bộ và theo dõi lưu trữ” sang “Trung tâm Số hóa”",
            "vai trò",
        ),
        (
            (
                "Các xã gửi số liệu về Phòng Sổ bộ và theo dõi lưu trữ trước ngày 10/5.",
                "Các xã gửi số liệu về Văn phòng Sở trước ngày 10/5.",
            ),
            "thêm nơi nhận “Văn phòng Sở”",
            "“Phòng Sổ bộ”",
        ),
        # One that the registry knows and one that it does not are told as one change, wherever they are named besides.
        (
            (
                "Giao Sở Xây dựng chủ trì, phối hợp với UBND các xã, phường rà soát biển báo.",
                "Giao Đội Cảnh sát giao thông số 2 chủ trì, phối hợp với UBND các xã, phường rà soát biển báo.",
            ),
            "nơi chủ trì đổi từ “Sở Xây dựng” sang “Đội Cảnh sát giao thông số 2”",
            "không còn giao",
        ),
        (
            ("Sở Nội vụ và Sở Tài chính kiểm tra công vụ.", "Sở Nội vụ kiểm tra công vụ tại Sở Tài chính."),
            "không còn giao Sở Tài chính (",
            "cơ quan được nêu",
        ),
        (
            (
                "Đơn vị sự nghiệp gửi đề án về Sở Nội vụ.",
                "Đơn vị sự nghiệp gửi đề án về Sở Nội vụ, trừ đơn vị tự bảo đảm chi thường xuyên.",
            ),
            "trừ đơn vị tự bảo đảm chi thường xuyên",
            "thời gian",
        ),
        # Whole words and whole things of a list are quoted, each as what it is.
        (
            (
                "Văn phòng Đảng ủy ban hành lịch tiếp công dân.",
                "Văn phòng Đảng ủy tham mưu Thường trực Đảng ủy ban hành lịch tiếp công dân.",
            ),
            "vai trò đổi từ “ban hành” sang “tham mưu Thường trực Đảng ủy ban hành”",
            "“ủy ban hành”",
        ),
        (
            (
                "Các sở rà soát, đề xuất cải cách thủ tục hành chính trong lĩnh vực đất đai.",
                "Các sở rà soát, đề xuất cải cách thể chế trong lĩnh vực đất đai.",
            ),
            "nội dung đổi từ “đề xuất cải cách thủ tục hành chính” sang “đề xuất cải cách thể chế”",
            "“đề xuất cải cách thể chế trong",
        ),
        (
            ("Bộ phận một cửa đặt hai máy quét.", "Bộ phận một cửa đặt bốn máy quét."),
            "số lượng đổi từ “đặt hai máy quét” sang “đặt bốn máy quét”",
            "“một cửa",
        ),
        (
            ("UBND xã hỗ trợ tiền ăn, mức 60 triệu đồng/năm.", "UBND xã hỗ trợ tiền ăn, mức 80 triệu đồng/năm."),
            "số lượng đổi từ “mức 60 triệu đồng/năm” sang “mức 80 triệu đồng/năm”",
            "nội dung",
        ),
        (
            (
                "Công an xã lắp camera tại ngã tư Bệnh viện, cổng chợ và bến xe trong quý II.",
                "Công an xã lắp camera tại ngã tư Bệnh viện và bến xe trong quý II.",
            ),
            "địa điểm đổi từ “tại ngã tư Bệnh viện, cổng chợ và bến xe” sang “tại ngã tư Bệnh viện và bến xe”",
            "nội dung",
        ),
        (
            (
                "Các trường báo cáo Sở: báo cáo học kỳ I trước ngày 15/01, báo cáo năm học trước ngày 10/6.",
                "Các trường báo cáo Sở: báo cáo năm học trước ngày 10/6.",
            ),
            "không còn ghi thời gian “báo cáo học kỳ I trước ngày 15/01”",
            ", báo cáo”",
        ),
        # What changed in a sentence turned round is told alone.
        (
            (
                "Phòng Kinh tế gửi báo cáo tiến độ trồng rừng trước ngày 20/9.",
                "Báo cáo tiến độ trồng rừng do Phòng Nội vụ gửi trước ngày 20/9.",
            ),
            "đổi từ “Phòng Kinh tế” sang “Phòng Nội vụ” (",
            "nội dung",
        ),
        (
            (
                "Phòng Kinh tế gửi báo cáo tiến độ trồng rừng trước ngày 20/9.",
                "Báo cáo tiến độ trồng rừng do Phòng Kinh tế gửi trước ngày 30/9.",
            ),
            "thời gian đổi từ “trước ngày 20/9” sang “trước ngày 30/9” (",
            "nội dung",
        ),
        (
            (
                "Phòng Kinh tế đào tạo cán bộ, kiểm tra công chức.",
                "Việc đào tạo công chức, kiểm tra cán bộ do Phòng Kinh tế thực hiện.",
            ),
            "“",
            "Không đổi việc",
        ),
        # Like is quoted with like, and a condition without what is done under it.
        (
            ("Báo trước cho đương sự tối thiểu 05 ngày.", "Báo trước cho đương sự tối đa 05 ngày."),
            "số lượng đổi từ “tối thiểu 05 ngày” sang “tối đa 05 ngày”",
            "Không còn con số",
        ),
        (
            (
                "Sở Y tế lấy ý kiến trước khi UBND tỉnh phê duyệt.",
                "Sở Y tế lấy ý kiến sau khi được UBND tỉnh phê duyệt.",
            ),
            "điều kiện đổi từ “trước khi UBND tỉnh phê duyệt” sang “sau khi được UBND tỉnh phê duyệt”",
            "“trước khi”",
        ),
        (
            (
                "Sở Y tế xử lý ổ dịch, báo cáo UBND tỉnh.",
                "Sở Y tế xử lý ổ dịch; trường hợp vượt khả năng báo cáo UBND tỉnh.",
            ),
            "thêm điều kiện “trường hợp vượt khả năng” (",
            "đổi từ",
        ),
        (
            ("Diễn tập chữa cháy tại Tiểu khu 87, thôn Bình Minh.", "Diễn tập chữa cháy."),
            "không còn địa điểm “tại Tiểu khu 87, thôn Bình Minh”",
            "số lượng",
        ),
        (
            ("Trạm Y tế báo cáo dịch bệnh với UBND xã.", "Trạm Y tế thông báo dịch bệnh với UBND xã."),
            "nội dung đổi từ “báo cáo dịch bệnh” sang “thông báo dịch bệnh”",
            "không còn nội dung",
        ),
    ],
)
def test_what_is_told_of_a_changed_word(
    repository: Repository, text: tuple[str, str], told: str, not_told: str
) -> None:
    """Whole words are quoted, and nobody is said to come or go who stands in both sentences."""
    case = {"years": [2025, 2025], "old": {"text": text[0]}, "new": {"text": text[1]}}
    sides = [plan_of(case, side, repository.registry, "tinh-dak-lak") for side in (0, 1)]
    said = " ".join(compare(sides[0], sides[1], repository.registry).headline)
    assert told in said
    assert not_told not in said


@pytest.mark.parametrize(
    ("old", "new", "substantive"),
    [
        ("Sở Nội vụ tuyên truyền cải cách hàng chính.", "Sở Nội vụ tuyên truyền cải cách hành chính.", False),
        ("Sở Nội vụ tổng hơp kết quả.", "Sở Nội vụ tổng hợp kết quả.", False),
        ("Sở Nội vụ sử lý vướng mắc.", "Sở Nội vụ xử lý vướng mắc.", False),
        ("Sở Nội vụ định giá đất.", "Sở Nội vụ đánh giá đất.", True),
        ("Sở Nội vụ thực hiện điểm c khoản 2.", "Sở Nội vụ thực hiện điểm d khoản 2.", True),
        ("Sở Nội vụ dán bảng tin.", "Sở Nội vụ dán bản tin.", True),
        ("Sở Nội vụ mở hai lớp.", "Sở Nội vụ mở hai lóp.", True),
        ("Trưng tâm Y tế tổ chứ khám, mỗi đơt 03 ngày.", "Trung tâm Y tế tổ chức khám, mỗi đợt 03 ngày.", True),
        ("Trug tâm Y tế tổ chứ khám, mỗi đơt 03 ngày.", "Trung tâm Y tế tổ chức khám, mỗi đợt 03 ngày.", False),
        ("Sở Nội vụ gửi các các số liệu trước ngày10/11 ;", "Sở Nội vụ gửi các số liệu trước ngày 10/11;", False),
        ("Sở Nội vụ kiểm tra trong tháng10, quý4.", "Sở Nội vụ kiểm tra trong tháng 10, quý IV.", False),
        ("Sở Nội vụ kiểm tra trong tháng10.", "Sở Nội vụ kiểm tra trong tháng 11.", True),
        ("Tuyên truyền có trọngtâm, trọngđiểm.", "Tuyên truyền có trọng tâm, trọng điểm.", False),
        ("Văn thư tổng hợp viêc thực hiện Kế hoạch.", "Văn thư tổng hợp việc thực hiện Kế hoạch.", False),
    ],
)
def test_a_slip_of_spelling_is_no_change(repository: Repository, old: str, new: str, substantive: bool) -> None:
    """A word that makes no word, in the place of one that does, is a slip; two words that both make sense are none."""
    case = {"years": [2026, 2026], "old": {"text": old}, "new": {"text": new}}
    sides = [plan_of(case, side, repository.registry, "tinh-dak-lak") for side in (0, 1)]
    comparison = compare(sides[0], sides[1], repository.registry)
    assert any(change.weight == "substantive" for change in comparison.provisions) is substantive, comparison.headline
    assert comparison.headline[0].startswith("Không đổi việc") is not substantive


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Ưu tiên vùng dân tộc thiểu sổ.", "Ưu tiên vùng dân tộc thiểu số.", "thiểu sổ” thành"),
        ("Sở Nội vụ tổ chức hội thao.", "Sở Nội vụ tổ chức hội thảo.", "hội thao” thành"),
    ],
)
def test_a_word_that_differs_in_its_marks_may_be_a_slip(repository: Repository, old: str, new: str, told: str) -> None:
    """Of a slip or another word it is told where it stands, neither that it changed nor that it did not."""
    case = {"years": [2026, 2026], "old": {"text": old}, "new": {"text": new}}
    sides = [plan_of(case, side, repository.registry, "tinh-dak-lak") for side in (0, 1)]
    comparison = compare(sides[0], sides[1], repository.registry)
    assert not any(change.weight == "substantive" for change in comparison.provisions)
    assert "chỗ có thể đổi nghĩa: “" in comparison.headline[0]
    assert told in comparison.headline[0]


@pytest.mark.parametrize("back", [False, True], ids=["on", "back"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Nâng cao hiểu biết pháp luật của hội viên; góp phần giữ gìn trật tự.",
            "Giúp hội viên nâng cao hiểu biết pháp luật, qua đó góp phần giữ gìn trật tự.",
        ),
        ("Niêm yết 100% thủ tục ở bảng tin.", "Toàn bộ (100%) thủ tục được niêm yết ở bảng tin."),
        (
            "Kinh phí thực hiện được bố trí từ dự toán đã giao cho các trường.",
            "Các trường sử dụng dự toán đã được giao để bảo đảm kinh phí thực hiện.",
        ),
        (
            "Sở Tài chính có trách nhiệm thẩm định dự toán do các trường gửi đến, trình UBND tỉnh.",
            "Giao Sở Tài chính thẩm định dự toán của các trường, trình UBND tỉnh.",
        ),
        ("Đôn đốc, nhắc nhở các thôn làm việc này.", "Nhắc nhở và đôn đốc các thôn trong quá trình làm việc này."),
    ],
)
def test_what_is_put_otherwise_may_be_the_same(repository: Repository, old: str, new: str, back: bool) -> None:
    """The same words with other small words are told as a place to look at: no change for sure, and no sameness."""
    case = {"years": [2026, 2026], "old": {"text": new if back else old}, "new": {"text": old if back else new}}
    sides = [plan_of(case, side, repository.registry, "tinh-dak-lak") for side in (0, 1)]
    comparison = compare(sides[0], sides[1], repository.registry)
    assert not any(change.weight == "substantive" for change in comparison.provisions), comparison.headline
    assert "chỗ có thể đổi nghĩa: “" in comparison.headline[0]


def _duties(repository: Repository, year: int, texts: Sequence[str]) -> LinkedPlan:
    issued = {"place": "Nơi", "date": f"{year}-01-15", "printed": f"Nơi, ngày 15/01/{year}"}
    items = [{"id": f"viec-{number}", "text": text} for number, text in enumerate(texts)]
    body = [{"id": "nhiem-vu", "heading": "Nhiệm vụ", "items": items}]
    data = {"title": "KẾ HOẠCH công tác", "issuer": "xa-ea-knop", "issued": issued, "body": body}
    return LinkedPlan(plan_from(f"xa-ea-knop/cong-tac/{year}", data), linker_of(repository.registry))


_LOUDSPEAKER = "Về tuyên truyền: Đài Truyền thanh phát tin phòng dịch 02 lần mỗi tuần."
_POSTED = "Đội Quản lý thị trường số 2 niêm yết cơ sở vi phạm trước ngày 20 hằng tháng."
_CHECKED = "Về kiểm tra: Trạm Y tế kiểm tra các bếp ăn tập thể."


@pytest.mark.parametrize("back", [False, True], ids=["on", "back"])
@pytest.mark.parametrize(
    ("sentence", "substantive", "told"),
    [
        (_POSTED, False, ("chuyển sang mục I.", "nhận câu “Đội Quản lý thị trường số 2")),
        ("Niêm yết cơ sở vi phạm trước ngày 20 hằng tháng.", True, ("bỏ câu “Niêm yết", "thêm câu “Niêm yết")),
    ],
)
def test_a_sentence_that_stands_in_another_provision_now_moved(
    repository: Repository, sentence: str, substantive: bool, told: tuple[str, str], back: bool
) -> None:
    """A sentence that says whose duty it is moved; any other has another subject where it stands now."""
    texts = [[f"{_LOUDSPEAKER} {sentence}", _CHECKED], [_LOUDSPEAKER, f"{_CHECKED} {sentence}"]]
    old, new = (_duties(repository, y, side) for y, side in zip((2025, 2026), texts[:: -1 if back else 1], strict=True))
    comparison = compare(old, new, repository.registry)
    assert any(change.weight == "substantive" for change in comparison.provisions) is substantive
    assert all(words in " ".join(comparison.headline) for words in told), comparison.headline


def test_a_split_is_of_weight_only_with_what_it_changes(repository: Repository) -> None:
    """Who cuts one duty into two changes nothing; another day or body of a part is told."""
    whole = (
        "Trạm Khuyến nông tập huấn trồng nấm cho 80 hộ và cung ứng 5.000 bịch phôi đạt chuẩn, hoàn thành trong quý II."
    )
    parts = [
        "Trạm Khuyến nông tập huấn trồng nấm cho 80 hộ, hoàn thành trong quý II.",
        "Trạm Khuyến nông cung ứng 5.000 bịch phôi nấm đạt chuẩn, hoàn thành trong quý II.",
    ]
    weights = {}
    for name, second in (("same", parts[1]), ("changed", parts[1].replace("quý II", "quý III"))):
        comparison = compare(
            _duties(repository, 2025, [whole]), _duties(repository, 2026, [parts[0], second]), repository.registry
        )
        weights[name] = [change.weight for change in comparison.provisions if change.relation == "split"]
    assert weights == {"same": ["minor"], "changed": ["substantive"]}


def test_who_must_do_the_changed_sentence_is_in_the_list(repository: Repository) -> None:
    """Of two sentences of a provision only the one that changed concerns its body."""
    rest = "các thôn ra quân dọn kênh mương vào sáng ngày 05/6."
    sides = [
        _duties(repository, year, [f"Nhân Ngày Môi trường thế giới, UBND xã {verb} lễ phát động tập trung; {rest}"])
        for year, verb in ((2025, "không tổ chức"), (2026, "tổ chức"))
    ]
    comparison = compare(sides[0], sides[1], repository.registry)
    assert [row.who for row in duty_rows(comparison, sides[0], sides[1], repository.registry)] == ["UBND xã"]


@pytest.mark.parametrize(
    ("texts", "rows"),
    [
        (
            [
                f"Giao Phòng Kinh tế kiểm tra; tham mưu, đề xuất, báo cáo UBND xã trước ngày {d}."
                for d in ("12/3", "28/2")
            ],
            {"Phòng Kinh tế": "sửa: đổi thời gian", "UBND xã": "nơi nhận: đổi thời gian"},
        ),
        (
            [f"Phòng Kinh tế gửi báo cáo đánh giá về Văn phòng Sở trước ngày {day}/3." for day in (10, 20)],
            {"Phòng Kinh tế": "sửa: đổi thời gian", "Văn phòng Sở": "nơi nhận: đổi thời gian"},
        ),
        # A line that only names bodies is of those that it names.
        (
            [f"Đơn vị thực hiện: {name}." for name in ("Phòng Kinh tế", "Phòng Lao động")],
            {"Phòng Kinh tế": "đổi nơi thực hiện", "Phòng Lao động": "đổi nơi thực hiện"},
        ),
        # A day of another thing than the report is none of who receives it.
        (
            [f"Phòng Kinh tế niêm yết giá trước ngày {day}/3, báo cáo UBND xã kết quả." for day in (10, 20)],
            {"Phòng Kinh tế": "sửa: đổi thời gian"},
        ),
        (
            [f"Trước ngày {day}/3, Phòng Kinh tế báo cáo UBND xã kết quả." for day in (10, 20)],
            {"Phòng Kinh tế": "sửa: đổi thời gian", "UBND xã": "nơi nhận: đổi thời gian"},
        ),
        (
            [f"Công an xã phối hợp với Đoàn Thanh niên xã tuần tra {n} đêm; gửi kết quả về UBND xã." for n in (12, 15)],
            {"Công an xã": "sửa: đổi con số", "Đoàn Thanh niên xã": "phối hợp: đổi con số"},
        ),
        (
            [f"UBND xã {word} Hội Nông dân xã vận động hội viên." for word in ("đề nghị", "yêu cầu")],
            {"UBND xã": "giao việc: đổi mức độ bắt buộc", "Hội Nông dân xã": "sửa: đổi mức độ bắt buộc"},
        ),
    ],
)
def test_who_has_a_part_in_what_changed_is_listed_as_such(
    repository: Repository, texts: Sequence[str], rows: Mapping[str, str]
) -> None:
    """Who receives a report by a changed day, or takes part in what changed, is listed with that, not with the duty."""
    sides = [_duties(repository, 2025 + side, [text]) for side, text in enumerate(texts)]
    comparison = compare(sides[0], sides[1], repository.registry)
    listed = duty_rows(comparison, sides[0], sides[1], repository.registry)
    assert {row.who: row.word for row in listed} == rows


def test_last_years_words_are_quoted_with_their_own_year(repository: Repository) -> None:
    """What only last year's plan says is quoted as printed there, not as it was read beside the other year."""
    sides = []
    for year, printed in ((2025, "ngày tháng 01 năm 2025"), (2026, "ngày tháng năm 2026")):
        issued = {"place": "Đắk Lắk", "date": None, "printed": f"Đắk Lắk, {printed}"}
        body = [{"id": "viec", "heading": "Nhiệm vụ", "items": [{"id": "mot", "text": "Sở Nội vụ tổng hợp."}]}]
        data = {"title": "KẾ HOẠCH công tác", "issuer": "tinh-dak-lak", "issued": issued, "body": body}
        plan = plan_from(f"tinh-dak-lak/cong-tac/{year}", data)
        sides.append(LinkedPlan(plan, linker_of(repository.registry)))
    said = " ".join(compare(sides[0], sides[1], repository.registry).headline)
    assert "“tháng 01 năm 2025”" in said
    assert "tháng 01 năm 2026" not in said
