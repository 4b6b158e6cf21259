"""Any body before any verb: the name ends where the verb begins, or nobody is said to have the duty."""

from __future__ import annotations

import pytest

from kehoach.meaning.actors import read_actors

BODIES = (
    "Sở Nội vụ|Sở Giáo dục và Đào tạo|Sở Văn hóa, Thể thao và Du lịch|Văn phòng UBND tỉnh|Văn phòng Sở|Thanh tra Sở|"
    "Công an xã|Ban Chỉ huy Quân sự xã|UBND các xã, phường|Phòng Văn hóa - Xã hội|Phòng Kinh tế, Hạ tầng và Đô thị|"
    "Văn phòng HĐND và UBND xã|Trạm Y tế|Trung tâm Phục vụ hành chính công xã|Bệnh viện Mắt|Khoa Dược|"
    "Khoa Kiểm soát bệnh tật|Phòng Tổ chức - Hành chính|Phòng Đào tạo|Hội Khuyến học|Ban Xây dựng Đảng|"
    "Ủy ban Kiểm tra Đảng ủy|Các sở, ban, ngành|Các phòng chuyên môn|Các trường mầm non, tiểu học|Các doanh nghiệp|"
    "Công ty Điện lực Đắk Lắk|Thuế cơ sở 3|Kho bạc Nhà nước khu vực XIV|Hạt Kiểm lâm khu vực Ea Súp|"
    "Báo và Phát thanh, Truyền hình Đắk Lắk|Tổ công nghệ số cộng đồng|Trường THPT Lê Quý Đôn|Giám đốc Sở Y tế|"
    "Hiệu trưởng|Bí thư chi bộ|Khoa Nhi|Thủ trưởng các đơn vị|Tòa án nhân dân khu vực 1|Mặt trận Tổ quốc Việt Nam xã"
)
VERBS = (
    "cử 01 công chức đầu mối|gửi văn bản góp ý|lập danh sách hộ nghèo|mở lớp tập huấn|in tờ rơi|trao giấy khen|"
    "chấm điểm|rà lại danh sách|thu phí|đo chỉ số|dựng pa nô|soạn thảo văn bản|dọn vệ sinh|cắt điện|"
    "kiên trì vận động|nhập dữ liệu|cài ứng dụng|bám địa bàn|phải công khai|không yêu cầu thêm giấy tờ|"
    "tự đánh giá|làm đầu mối|tổ chức hội nghị|quản lý hồ sơ|thông tin kịp thời|phát thanh bản tin|"
    "đào tạo lại cán bộ|phát triển đảng viên mới|thực hành tiết kiệm|xét duyệt hồ sơ|tra cứu hồ sơ|"
    "vận hành phần mềm|bảo vệ hiện trường|vệ sinh trường lớp|thiết kế bộ nhận diện"
)


@pytest.mark.parametrize("body", BODIES.split("|"))
def test_no_other_name_is_asserted(body: str) -> None:
    """The name is neither cut nor does it take up a part of the verb, and few verbs leave it unread."""
    read = {verb: {actor.name.words for actor in read_actors(f"{body} {verb}.").rows} for verb in VERBS.split("|")}
    assert {verb: names for verb, names in read.items() if names - {body}} == {}
    assert sum(not names for names in read.values()) <= 4
