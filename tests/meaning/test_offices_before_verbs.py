"""Offices that are called by what they are for end before verbs that stand in names of offices, too."""

from __future__ import annotations

import pytest

from kehoach.meaning.actors import read_actors

OFFICES = (
    "Chi cục Quản lý thị trường|Chi cục Dân số|Chi cục Thủy lợi|Chi cục Chăn nuôi, Thú y và Thủy sản|"
    "Chi cục Trồng trọt, Bảo vệ thực vật và Quản lý chất lượng|Trung tâm Giống nông nghiệp|Trung tâm Lưu trữ|"
    "Trung tâm Đăng kiểm phương tiện cơ giới|Trung tâm Khuyến công và Tư vấn phát triển công nghiệp|"
    "Trung tâm Cung ứng dịch vụ công|Ban Quản lý Khu kinh tế|Ban Quản lý di tích|Ban Thanh tra nhân dân|"
    "Hội Nhà báo|Hội Luật gia|Hội Đông y|Hội Người mù|Hội Văn học - Nghệ thuật|Đoàn Luật sư|Quỹ Đầu tư phát triển|"
    "Phòng Quản lý môi trường|Phòng Quản lý năng lượng|Phòng Báo chí - Truyền thông|Phòng Tin học và Thống kê|"
    "Phòng Xây dựng và Kiểm tra văn bản|Phòng Giáo dục Trung học và Thường xuyên|"
    "Đội Thanh niên tình nguyện"
)
VERBS = (
    "kiểm tra việc thực hiện|tổng hợp, báo cáo kết quả|quản lý chặt chẽ hồ sơ|theo dõi, đôn đốc|giám sát chất lượng|"
    "tổ chức hội nghị|hỗ trợ người dân"
)


@pytest.mark.parametrize("body", OFFICES.split("|"))
def test_an_office_ends_before_its_verb(body: str) -> None:
    """Its name is known whole, so that "kiểm tra", "giám sát" and their like behind it are what it does."""
    read = {verb: {actor.name.words for actor in read_actors(f"{body} {verb}.").rows} for verb in VERBS.split("|")}
    assert {verb: names for verb, names in read.items() if names != {body}} == {}


@pytest.mark.parametrize(
    "text",
    [
        "Tổ Tự quản tổng hợp báo cáo kết quả.",
        "Phòng Bảo trợ xã hội tổng hợp báo cáo kết quả.",
        "Phòng Quản lý ngân sách huyện xã kiểm tra việc thực hiện.",
    ],
)
def test_a_name_that_may_end_earlier_or_go_on_is_not_asserted(text: str) -> None:
    """ "Tổng hợp" ends a name or begins the work; a place behind a place leaves it open which is meant."""
    assert not read_actors(text).rows
