"""Names behind which it may go on to say which are meant: their end is in doubt, so that nothing is asserted of them.

What a name is known by ends where a verb, a sign or another name begins. Behind a group, an office or a place some
words can as well tell which of them is meant ("các đơn vị liên quan | đến việc sắp xếp", "Sở Tài chính | nơi có tài
sản", "cơ quan có thẩm quyền | giải quyết có trách nhiệm …"), and a name that ends before them is that of others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kehoach.meaning.bodyname import BodyName
from kehoach.wording.latepatterns import late
from kehoach.wording.letters import CAPITAL

_MANY = late(r"(?:(?:các|những)\s|.*\s(?:các|những)\s|(?:cơ quan|đơn vị|tổ chức|cấp)\s)", re.IGNORECASE)
_WHICH = late(
    r"\s+(?:nơi(?!\s+\w+\s+\w+\s*(?:[.;,]|\Z))|địa phương|cùng\s+(?:sáp nhập|sắp xếp)"
    r"|cấp\s+(?:ủy|đại biểu|tiếp xúc|tổ chức|trên|có|đó))\s"
    r"|\s+có\s+(?!(?:(?:các|những)\s+nhiệm vụ|trách nhiệm|"
    r"nghĩa vụ|quyền|nhiệm vụ|thể|văn bản|ý kiến|báo cáo|biện pháp|giải pháp|hướng dẫn|"
    r"kế hoạch|phương án|công văn|thông báo|tờ trình|chức năng|thẩm quyền|chỉ đạo|cơ chế|hình thức|chính sách|"
    r"kiến nghị|đề xuất|đề nghị|trả lời|phản hồi|kết luận|quyết định|vai trò|mặt|gì|được)(?![^\W_])"
    rf"|{CAPITAL}|\d|[^.;:,()]{{3,90}}?\sthì\s)"
)
"""Where a body is, but for two words that end the clause, or what it has: "UBND cấp tỉnh | có đất thu hồi"."""
_CONCERNING = late(r".*liên quan")
_CONCERNED = late(r"\s+(?:trực tiếp\s+)?(?:đến|tới)\s")
"""Behind "liên quan", what they have to do with."""
_LEVELS = late(
    r"\s*(?:,|và|hoặc)\s+(?P<level>cấp\s+(?:xã|huyện|tỉnh|trung ương)|xã|phường|huyện|quận|thị xã|thị trấn"
    r"|thành phố|đặc khu)(?![^\W_])"
)
_BARE_LEVEL = late(r"(?:cấp|xã|phường|huyện|quận|thị xã|thị trấn|thành phố|đặc khu)\s")
_OF_LEVEL = late(r".*\s(?:cấp\s\w+|xã|phường|huyện|quận|tỉnh|thị xã|thị trấn|thành phố)\Z")
"""A name that ends with a level or a kind of place, and behind it another that shares its noun."""
_EITHER = late(r"\s+(?:(?:hoặc|hay)|và\s+(?:người|đại diện|cấp phó))\s")
_ANY_HEAD = late(r"(?:người đứng đầu|thủ trưởng|lãnh đạo|giám đốc)", re.IGNORECASE)
"""Who heads any body: of which one is said behind who stands for him: "người đứng đầu | hoặc người đại diện của …"."""
_LIES = late(
    r"\s+(?:ở|ngoài|do|của|thuộc)\s"
    r"|\s+tại\s+(?!(?:Điều|Kế hoạch|Quyết định|Công văn|các|cuộc|hội nghị|phiên|văn bản|điểm|khoản|mục|Phụ lục)\b)"
    r"|\s+từ\s+(?!(?:ngày|nay|năm|tháng|khi|quý|đầu|đó)\b)"
    r"|\s+trong\s+(?:tỉnh|ngành|hệ thống|nước|khu vực|vùng|phạm vi (?:tỉnh|xã|cả nước|toàn)|toàn)\s"
)
"""Behind a group where its members are or whose they are."""
_FIELD = late(r"\s+và\s+[a-zđ]")

_FOR = (
    r"(?:quản lý|sử dụng|thẩm định|thẩm tra|cấp phép|kiểm tra|thanh tra|giám sát|kiểm toán|điều tra|huấn luyện|phục vụ"
    r"|đào tạo|bồi dưỡng|giải quyết|xử lý|tiếp nhận|thực hiện|tham gia|tổ chức|nghiên cứu|đăng ký|cung cấp|cung ứng"
    r"|kinh doanh|sản xuất|thi công|tư vấn|vận hành|khai thác|bảo vệ|xây dựng|phát triển|chuyển giao|ban hành"
    r"|hoạt động|giáo dục|công chứng|giao|nhận|thu|cấp|đề nghị|quyết định)(?![^\W_])"
)
"""What bodies do and are told from others by, as well: "cơ quan | quản lý công chức"."""
_FOR_AND_DOES = late(
    rf"\s+{_FOR}(?:(?!(?<!công)(?<!quy)\s(?:để|khi|nếu|việc|mà|do|trong đó|bảo đảm|đảm bảo|yêu cầu|cho|nhằm|người"
    r"|văn bản|trình|gửi|tham mưu)\s)[^.;:,()]"
    r"|,(?!\s(?:có|chịu|phải|chủ|không|trả|lập|tham|bảo|đảm|báo|phối)\s)){0,110}?"
    r"(?<![,;])(?<!và)(?<!ban hành)(?<!các)\s"
    r"(?:có trách nhiệm|chịu trách nhiệm|phải|chủ động|chủ trì|có thể|được mời|trả lời|tham mưu giúp|không được"
    r"|không chi|lập hồ sơ|theo chức năng|căn cứ|quyết định|báo cáo cơ quan)(?![^\W_])"
)
"""Behind what can tell which are meant a verb of their own, with no comma before it."""
_ASKING = late(r"\s+đề nghị\s[^.;:,]{3,90}?(?<!và)\s(?:gửi|nộp|lập hồ sơ|có trách nhiệm|phải)\s")
"""Behind a group what it asks for, and then what it does: "Cơ quan, tổ chức | đề nghị thành lập quỹ gửi hồ sơ"."""
_CHARGED = late(
    r"\s+có trách nhiệm\s(?!chủ trì)[^.;:]{3,120}?(?<![,;])(?<!và)\s(?:chủ trì|có trách nhiệm|phải)(?![^\W_])"
)
"""Behind a group the work by which it is told from others, and behind that what it has to do."""
_FOR_OF = late(
    rf"\s+{_FOR}(?:(?:,|\s+và)\s+{_FOR}){{0,3}}\s+(?:của|trực thuộc|thuộc"
    r"|(?:và|hoặc)\s+(?:các|những|cơ quan|đơn vị|doanh nghiệp))(?![^\W_])"
)
"""A work without what is worked on, and behind it whose they are, or others: "các đoàn | kiểm tra của Bộ Chính trị"."""
_CHARGE = late(r"\s+(?:thẩm định|thẩm tra|kiểm toán|quản lý|soạn thảo|biên soạn|giải quyết|thanh tra)(?![^\W_])")
"""Behind "cơ quan chủ trì" what it leads, or what it does."""
_BARE_CHIEF = late(r"(?:(?:Chủ tịch\s+)?(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân)|Giám đốc|Phó Giám đốc)")
_STANDING = late(r"(?:Thường trực|Lãnh đạo|Thủ trưởng|Người đứng đầu)\s(?:cơ quan|đơn vị)", re.IGNORECASE)
_LEADS = late(r"\s+(?:chủ trì|trình)\s+(?:thẩm tra|thẩm định|soạn thảo|dự án|dự thảo)(?![^\W_])")
"""Behind those who head a body, which one: "Thường trực cơ quan | chủ trì thẩm tra"."""
_OTHER_PLACE = late(r"\s?/\s?(?:tỉnh|thành phố|huyện|xã|phường|đặc khu|thị xã)(?![^\W_])")
"""Behind a stroke another kind of place: "Trung tâm Dịch vụ việc làm tỉnh | /thành phố"."""
_BARE_OFFICE = late(r"(?:Văn phòng|Phòng|Trung tâm|Chi nhánh)")
_STROKE = late(r"\s?/")
"""Behind a bare noun one that shares the rest of its name: "Văn phòng | /Chi nhánh văn phòng đăng ký đất đai"."""
_THERE = late(r".*\snơi\s[^,;]+")
_IS_THERE = late(
    r"\s+(?:đăng ký|hoạt động|cư trú|thường trú|tạm trú|đang|được|bị|làm việc|công tác|xảy ra|đóng|đặt)(?![^\W_])"
)
"""Behind the place where a body is what is there: "cơ quan nơi chủ sở hữu mới | đăng ký hoạt động"."""
_FIRM = late(r"(?:Hợp tác xã|Công ty|Doanh nghiệp tư nhân|Tổ hợp tác)")
_TRADE = late(r"\s+(?:dịch vụ|nông nghiệp|sản xuất|kinh doanh|thương mại|xây dựng|vận tải|chăn nuôi|cổ phần)(?![^\W_])")
"""Behind the bare noun of a firm its trade: "Hợp tác xã | dịch vụ điện Quảng Phú"."""
_MEMBERS = late(r"(?:Ủy viên|Uỷ viên|Thành viên|Đại biểu)\s")
_GENTLEMEN = late(r"(?:các|những)\s+(?:đồng chí\s+|đ/c\s+)?\Z", re.IGNORECASE)
_MANAGES = late(r"\s+quản lý\s")
_TOLD_APART = late(
    r".*\s(?:được giao(?: nhiệm vụ)?|có (?!liên quan|thẩm quyền|chức năng|trách nhiệm|uy tín)[^\W\d_]+(?: [^\W\d_]+)?)"
)
_GOES_ON = late(r"\s+(?:hoặc\s|đăng ký|đề nghị|tham gia|nhu cầu|yêu cầu|sử dụng|làm nhiệm vụ)")
"""Behind what tells a group from others more of it: "cơ sở đào tạo được giao nhiệm vụ | hoặc đặt hàng"."""
_SOCIETY = late(r"\s*,\s+tổ chức(?:\s+(?:thực hiện|quản lý|tham gia|cung cấp|làm)\s|\s*,\s|\s+và\s)")
_ENDS_BARE = late(r".*(?:\A|\s)(?:cơ quan|đơn vị)\Z", re.IGNORECASE)


_TOLD_BEHIND = (
    (_CONCERNING, _CONCERNED),
    (_ANY_HEAD, _EITHER),
    (_STANDING, _LEADS),
    (_THERE, _IS_THERE),
    (_FIRM, _TRADE),
    (_BARE_CHIEF, _MANAGES),
    (_BARE_OFFICE, _STROKE),
)
"""By how a name ends or is, what behind it can tell which body is meant."""


_CLOSED = frozenset((".", ";", ":", ")", ""))
"""Signs behind which no name goes on."""


def with_doubt(text: str, names: Sequence[BodyName]) -> Sequence[BodyName]:
    """Give the names, those as not sure behind which it can go on to say which are meant."""
    starts = {name.start for name in names}
    whole = {name.start for name in names if not _BARE_LEVEL.match(name.words)}
    told: list[BodyName] = []
    for name in names:
        before = told[-1] if told else None
        shared = before is not None and not before.sure and _level_behind(text, before) == name.start
        open_ = name.sure and (shared or (before is not None and _one_of(text, before, name)))
        if name.sure and not open_ and text[name.reach : name.reach + 1] not in _CLOSED:
            open_ = (
                (_level_behind(text, name) or len(text)) not in (whole | {len(text)})
                or _goes_on_with_field(text, name, starts)
                or is_open(text, name)
            )
        told.append(replace(name, sure=False, told_on=not shared) if open_ else name)
    return told


def _one_of(text: str, before: BodyName, name: BodyName) -> bool:
    """Whether behind those who are members of a body another can be that of which they are, too."""
    members = _MEMBERS.match(before.words) and _GENTLEMEN.search(text, 0, before.start)
    return bool(members) and text[before.reach : name.start].strip() in (",", "và")


def _level_behind(text: str, name: BodyName) -> int:
    """Give where behind a name of a level another level opens, 0 where none does."""
    level = _LEVELS.match(text, name.reach) if _OF_LEVEL.fullmatch(name.words) else None
    return level.start("level") if level else 0


def is_open(text: str, name: BodyName) -> bool:
    """Whether words behind a name can tell which body is meant, so that its own end is in doubt."""
    at = name.reach
    if _WHICH.match(text, at) or _OTHER_PLACE.match(text, at):
        return True
    if any(known.fullmatch(name.words) and told.match(text, at) for known, told in _TOLD_BEHIND):
        return True
    if name.kind == "role":
        return bool(_CHARGE.match(text, at) or _FOR_AND_DOES.match(text, at))
    return (name.kind == "group" or _MANY.match(name.words) is not None) and _is_told_apart(text, name)


def _is_told_apart(text: str, name: BodyName) -> bool:
    at = name.reach
    if any(told.match(text, at) for told in (_LIES, _FOR_OF, _FOR_AND_DOES, _CHARGED, _ASKING)):
        return True
    if _TOLD_APART.fullmatch(name.words) and _GOES_ON.match(text, at):
        return True
    return bool(_SOCIETY.match(text, at) and _ENDS_BARE.fullmatch(name.words))


def _goes_on_with_field(text: str, name: BodyName, starts: set[int]) -> bool:
    """Whether behind an office that is called by its field "và" adds to that: "… về nông nghiệp | và môi trường"."""
    if name.kind != "role" or " về " not in name.words:
        return False
    further = _FIELD.match(text, name.reach)
    return further is not None and further.end() - 1 not in starts
