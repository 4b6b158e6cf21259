"""Groups that a heading, or the words before a colon, call by what those in them are or do.

"Các doanh nghiệp hoạt động trong lĩnh vực logistics", "Người chăn nuôi", "Các đơn vị nêu tại mục II": no list of words
knows where such a name ends, but nothing else stands there.
"""

from __future__ import annotations

import re

from kehoach.meaning.mentions import Party
from kehoach.meaning.openingverbs import opens_verb
from kehoach.meaning.parties import holder_prefix
from kehoach.wording.latepatterns import late

_WHO = (
    r"doanh nghiệp|công ty|hợp tác xã|tổ hợp tác|hộ(?! chiếu| tịch| khẩu| lý| sinh)|chủ (?:đầu tư|hộ|cơ sở|rừng|dự án"
    r"|trang trại|phương tiện|tàu|nhà|công trình|doanh nghiệp|nuôi)|nhà (?:thầu|đầu tư|sản xuất|cung cấp|máy)"
    r"|người(?! đứng đầu)|nhân dân|công dân|cộng đồng|cá nhân|hiệp hội|trang trại|cơ sở(?! vật chất| dữ liệu| hạ tầng"
    r"| pháp lý| khoa học| lý luận| thực tiễn)|thôn|xóm|bản(?! đồ| tin| vẽ| sao)|buôn|ấp|khu phố|khối phố|tổ dân phố"
    r"|khu dân cư|gia đình|cha mẹ học sinh|phụ huynh|học sinh|sinh viên|đoàn viên|hội viên|đảng viên|ngân hàng"
    r"|tổ chức tín dụng|đối tượng(?= (?:thực hiện|kiểm kê|được|thi đua))"
)
"""Who may be told with or without "các" before them; some of the nouns begin words for things."""
_STAFF = r"cán bộ|công chức|viên chức|người lao động|nhân viên|giáo viên"
_MANY = (
    r"tổ chức|cơ quan|đơn vị|ngành|sở|phòng|ban(?! hành)|hội|đoàn(?! kiểm tra| xe)|trường(?! hợp)|bệnh viện|trung tâm"
    r"|địa phương|xã|phường|huyện|thành viên|báo|đài"
)
"""Who is told as many only: "Tổ chức" alone is a verb."""
_GROUP = late(
    rf"(?i:(?:(?:các|những|mọi|tất cả các|toàn thể(?: các)?)\s+(?:{_WHO}|{_MANY})|(?:{_WHO}))(?![^\W_]))"
    r"[^.:;()]{0,140}",
)
_OBLIGED = late(
    rf"\s*(?P<name>(?i:(?:các|những|mọi|mỗi|từng|tất cả(?: các)?|toàn thể(?: các)?)\s+(?:{_WHO}|{_MANY}|{_STAFF})"
    rf"|(?:{_WHO}|{_STAFF}|(?:cơ quan|đơn vị|bộ phận)(?= (?:có|được)\s)))(?![^\W_])[^.:;()]{{0,90}}?)"
    r"\s+(?:có trách nhiệm|chịu trách nhiệm|phải)\s+"
    r"(?:(?:gương mẫu|nghiêm túc|chủ động|tích cực|thường xuyên|trực tiếp),?\s+){0,2}"
    r"(?P<verb>(?!(?:được|bị|có|là|đạt)\s)[^\W\d_][^.;:]{1,30})",
    needs="trách nhiệm|phải",
)
"""Whom a sentence opens with, and what they are bound to do: "Người có nghĩa vụ kê khai phải nộp bản kê khai"."""
_CHARGED = late(r"\sđược (?:giao|phân công)\s")
_ACTS = late(
    r"(?<![^\W_])(?:chủ trì|phối hợp|báo cáo|tham mưu|theo dõi|tổng hợp|triển khai|chỉ đạo|đôn đốc|đề nghị|yêu cầu"
    r"|chịu trách nhiệm|có trách nhiệm|chủ động|tích cực|tiếp tục|tăng cường|phải|cần|nên|sẽ|bị|đã"
    r"|được (?!giao|phân công|kiểm tra|cấp|thanh tra|hỗ trợ|hưởng|công nhận|phép|ủy quyền)|gồm|nếu|khi|để"
    r"|trước ngày|chưa)(?![^\W_])",
    re.IGNORECASE,
)
"""What makes of the words a sentence of those who are named, or of what happens to them."""
_ASIDE = late(r"\s*\([^()]*\)\Z")
_TOWARDS = late(r"\s*đối với", re.IGNORECASE)


def opens_group(words: str) -> bool:
    """Whether words open with a group, be it read to its end or not."""
    return _GROUP.match(words, holder_prefix(words)) is not None


def told_group(words: str, assigning: bool) -> tuple[Party, ...]:
    """Give the group that some words consist of; ``assigning`` is whether work is handed out where they stand.

    Elsewhere only "Đề nghị", "Giao" before it says that; "Đối với" can say of whom something is told.
    """
    start = holder_prefix(words)
    name = _ASIDE.sub("", words[start:].strip().rstrip(" :"))
    handed_out = assigning or (start and not _TOWARDS.match(words))
    is_group = handed_out and _GROUP.fullmatch(name) and not _ACTS.search(name)
    return (Party(name),) if is_group else ()


def obliged(text: str) -> tuple[Party, ...]:
    """Give the group that opens a sentence which binds it to do something, as its words call it."""
    match = _OBLIGED.match(text)
    # Behind "được giao" stands what they are charged with: "Các cơ quan được phân công chủ trì nhiệm vụ phải …".
    if match is None or _ACTS.search(_CHARGED.split(match["name"])[0]):
        return ()
    if not opens_verb(match["verb"].lower(), alone=True):
        return ()
    return (Party(" ".join(match["name"].split())),)
