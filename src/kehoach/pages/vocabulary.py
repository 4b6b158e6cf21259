"""Vietnamese words for the codes of the model, as the pages show them."""

from __future__ import annotations

from collections.abc import Mapping

from kehoach.agenda.standing import NO_PROGRESS as NO_PROGRESS
from kehoach.agenda.standing import STATES as STATES
from kehoach.model.plan import Target
from kehoach.model.progress import VERDICTS as VERDICTS
from kehoach.wording.letters import decimal

LEVELS: Mapping[str, str] = {
    "national": "Trung ương",
    "province": "Cấp tỉnh",
    "district": "Cấp huyện",
    "commune": "Cấp xã",
    "": "Nhiều cấp",
}

UNIT_KINDS: Mapping[str, str] = {
    "people_committee": "Ủy ban nhân dân",
    "people_council": "Hội đồng nhân dân",
    "chairman": "Chủ tịch Ủy ban nhân dân",
    "department": "Sở, ban, ngành",
    "division": "Phòng chuyên môn",
    "office": "Văn phòng",
    "public_service_unit": "Đơn vị sự nghiệp",
    "portal": "Cổng, trang thông tin điện tử",
    "press": "Báo, đài",
    "party": "Cơ quan đảng",
    "front": "Mặt trận Tổ quốc",
    "mass_organisation": "Đoàn thể",
    "steering_committee": "Ban chỉ đạo, tổ giúp việc",
    "government": "Chính phủ",
    "prime_minister": "Thủ tướng Chính phủ",
    "national_assembly": "Quốc hội",
    "ministry": "Bộ, cơ quan ngang bộ",
    "minister": "Bộ trưởng",
    "position": "Chức danh",
    "group": "Nhóm cơ quan",
    "other": "Cơ quan khác",
}

SUCCESSIONS: Mapping[str, str] = {
    "dissolved": "Giải thể",
    "merged": "Sáp nhập, hợp nhất",
    "renamed": "Đổi tên",
    "split": "Chia tách",
    "transferred": "Chuyển một phần việc",
    "abolished": "Kết thúc hoạt động",
}

HANDOVERS: Mapping[str, str] = {
    "renamed": "Cơ quan đổi tên",
    "succeeded": "Nhận theo sắp xếp tổ chức",
    "reformed": "Cấp huyện đã hết, việc giao cho cấp xã",
    "widened": "Giao cho nhóm rộng hơn",
    "narrowed": "Giao cho nơi hẹp hơn",
    "reassigned": "Giao lại, cơ quan cũ vẫn còn",
    "reassigned_after_dissolution": "Cơ quan cũ đã thôi hoạt động; việc giao cho nơi không phải cơ quan kế thừa",
}
"""Why a duty went to another body."""

UPPER_RELATIONS: Mapping[str, str] = {
    "implements": "Thực hiện",
    "based_on": "Căn cứ",
    "proposed_by": "Theo đề nghị",
    "said_above": "Kế hoạch cấp trên, do người đọc ghi",
}

HEALTH: Mapping[str, str] = {
    "in_force": "còn áp dụng",
    "in_period": "trong giai đoạn áp dụng",
    "lapsed": "hết tác dụng cùng văn bản được sửa",
    "amended": "đã được sửa đổi",
    "replaced": "đã được thay thế",
    "repealed": "đã bị bãi bỏ",
    "expired": "đã hết giai đoạn",
    "not_yet": "chưa có hiệu lực",
    "unknown": "chưa rõ",
}

HEALTH_EVENTS: Mapping[str, str] = {
    "in_force": "có hiệu lực",
    "issued": "ban hành",
    "amended": "được sửa đổi bởi",
    "replaced": "được thay thế bởi",
    "repealed": "bị bãi bỏ bởi",
    "expired": "hết giai đoạn",
}

UPTAKES: Mapping[str, str] = {"verbatim": "Nguyên văn", "adapted": "Có sửa", "absent": "Không thấy câu tương ứng"}

MANNERS: Mapping[str, str] = {
    "place": "chỉ đổi tên cơ quan, địa bàn",
    "shortened": "rút ngắn",
    "extended": "nằm trong một mục dài hơn",
    "reworded": "sửa một phần lời văn",
    "rewritten": "viết lại",
    "numbers": "con số khác",
    "documents": "văn bản viện dẫn khác",
    "bodies": "cơ quan làm khác",
}

PAIRINGS: Mapping[str, str] = {
    "implements": "Kế hoạch này ghi rõ là thực hiện kế hoạch được đối chiếu.",
    "based_on": "Kế hoạch này lấy kế hoạch được đối chiếu làm căn cứ.",
    "said_above": "Người đọc ghi kế hoạch được đối chiếu là kế hoạch cấp trên; văn bản không nói điều này.",
    "nearest_held": "Kế hoạch này không nói là thực hiện kế hoạch được đặt cạnh. Máy đặt hai bản cạnh nhau vì đó là kế "
    "hoạch cùng loạt gần nhất của cấp trên đang giữ toàn văn; chỉ xét việc mà bản trên giao cho cơ quan này hoặc nhóm "
    "có cơ quan này. Không thấy câu tương ứng không có nghĩa là không làm.",
    "common_origin": "Hai kế hoạch không nhắc đến nhau. Máy đặt hai bản cạnh nhau vì có nhiều câu chữ trùng; chỉ kể "
    "những chỗ trùng hoặc gần trùng, không nói bản nào theo bản nào.",
}
"""Why two plans are laid side by side, said on the page of the comparison."""

CERTAINTIES: Mapping[str, str] = {"certain": "chắc chắn", "likely": "nhiều khả năng", "doubtful": "còn ngờ"}

STATUSES: Mapping[str, str] = {"draft": "Dự thảo", "issued": "Đã ban hành", "withdrawn": "Đã thu hồi"}

MEDIA: Mapping[str, str] = {"text": "Chữ lấy từ tệp văn bản", "ocr": "Chữ nhận dạng từ ảnh chụp, đã đọc lại"}

DUTY_KINDS: Mapping[str, str] = {
    "activity": "Hoạt động",
    "assignment": "Phân công",
    "request": "Đề nghị",
    "reporting": "Báo cáo",
}

WEEKDAYS = (
    ("T2", "thứ Hai"),
    ("T3", "thứ Ba"),
    ("T4", "thứ Tư"),
    ("T5", "thứ Năm"),
    ("T6", "thứ Sáu"),
    ("T7", "thứ Bảy"),
    ("CN", "Chủ nhật"),
)
"""Days of the week, Monday first, short and long."""

COMPARISONS: Mapping[str, str] = {"equal": "", "at_least": "ít nhất", "at_most": "nhiều nhất"}


def target_text(target: Target) -> str:
    """Say a target: ``ít nhất 15 phút mỗi tháng``, ``88,5%``."""
    return figure_text(target.comparison, target.value, target.unit, target.per)


_PERIODS = {
    "day": "ngày",
    "week": "tuần",
    "month": "tháng",
    "quarter": "quý",
    "half_year": "6 tháng",
    "year": "năm",
}


def figure_text(comparison: str, value: float, unit: str, per: str) -> str:
    """Say a figure with its unit, what it is compared by and for which period."""
    joint = "" if unit == "%" else " "
    figure = f"{COMPARISONS[comparison]} {decimal(value)}{joint}{unit}".strip()
    return f"{figure} {period_text(figure, per)}".rstrip()


def period_text(figure: str, per: str) -> str:
    """Say for which period a figure is, where its own words do not: "mỗi tuần"."""
    period = _PERIODS.get(per, "")
    return f"mỗi {period}" if period and period not in figure.lower() else ""
