"""Patterns of printed targets: figures with units, words that bound them, and what tells that none is promised."""

from __future__ import annotations

import re
from typing import Literal, get_args

Comparison = Literal["equal", "at_least", "above", "at_most", "below", "up", "down", "range", "rank"]
COMPARISONS: tuple[Comparison, ...] = get_args(Comparison)

_NUMBER = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?"
_UNITS = (
    r"chỉ tiêu|chỉ số|hội nghị|hội thảo|hội thi|mô hình|hồ sơ|thủ tục(?: hành chính)?|phóng sự|chuyên mục|chuyên đề"
    r"|chuyên trang|dịch vụ|sản phẩm|doanh nghiệp|hợp tác xã|cán bộ|công chức|viên chức|người dân|lượt người|học viên"
    r"|học sinh|đảng viên|hội viên|đoàn viên|thành viên|lao động|đơn vị|cơ quan|điểm phần trăm|tin, bài|tin bài"
    r"|(?:nghìn |triệu |tỷ )?đồng|lớp(?: tập huấn)?|buổi|lần|lượt|đợt|cuộc|đoàn|tin|bài|ha|km|m2|tấn|kg|cây|con"
    r"|hộ(?: nghèo)?"
    r"|người|xã|phường|thôn|buôn|tổ|trường|trạm|điểm|bậc|hạng|suất|căn|nhà|công trình|dự án|đề án|đề tài|sáng kiến"
    r"|nhiệm vụ|tiêu chí|văn bản|tài khoản|tờ(?: rơi| gấp)?|pa nô|băng rôn|video|clip|câu lạc bộ|giờ|phút|ngày|tuần"
    r"|tháng"
    r"|quý|năm|trang|tuổi|giây"
)
"""What is counted; a word that is not among them can be half of another ("05 thành viên"), so that it is not read."""
FIGURE = re.compile(
    rf"(?<![\w/.,-])(?P<value>{_NUMBER})(?!\s*/\s*[0-9]|[\w])(?:\s*%?\s*(?:[-–]|đến)\s*(?P<upper>{_NUMBER})(?![\w/]))?"
    rf"(?:\s*(?P<share>%|‰)|\s+(?P<unit>(?i:{_UNITS})(?![^\W\d_])))"
    r"(?P<onward>(?:\s+[^\W\d_]+){0,6}?\s+trở\s+(?:lên|xuống))?"
    r"(?![^\W\d_])"
)
_ABOUT = r"(?:\s+(?:từ|đạt|được|là|có))*\s*\Z"
_BOUNDS: tuple[tuple[str, Comparison], ...] = (
    (r"(?:(?:đạt|có|được)\s+)?(?:tối thiểu|ít nhất|không dưới|không thấp hơn|không ít hơn)", "at_least"),
    (r"(?:tối đa|không quá|không vượt quá|không vượt|không cao hơn|nhiều nhất)", "at_most"),
    (r"không\s+(?:[^\W\d_]+\s+){1,6}?(?:vượt\s+)?quá", "at_most"),
    (r"(?:(?:đạt|xuống|còn)\s+)?(?:dưới|thấp hơn)", "below"),
    (r"(?:đạt\s+|lên\s+)?(?:trên|hơn|vượt|cao hơn)", "above"),
    (r"đạt\s+từ", "at_least"),
)
BOUNDS = tuple((re.compile(rf"(?<![^\W_])(?:{words}){_ABOUT}", re.IGNORECASE), said) for words, said in _BOUNDS)
"""Words right before a figure that bound it, the longer ones first."""
ADJUSTED = re.compile(
    r"(?<![^\W_])(?P<how>tăng|nâng|giảm|cắt giảm|kéo giảm|rút ngắn|tiết kiệm)"
    r"(?:\s+(?!(?:lên|xuống|còn|đến)\b)[^\W\d_]+){0,8}?\s*(?:thêm\s*|bình quân\s*)?\Z",
    re.IGNORECASE,
)
AIM = re.compile(
    r"(?<![^\W_])(?:phấn đấu|mục tiêu|chỉ tiêu|quyết tâm|bảo đảm|đảm bảo|duy trì|hoàn thành|đạt|nâng|tăng"
    r"|giảm)(?![^\W_])",
    re.IGNORECASE,
)
SHARE_OPENS = re.compile(r"(?:\A|:\s)\s*(?:(?:có|hằng năm|trong năm|năm\s+[0-9]{4})\s*,?\s*)*\Z", re.IGNORECASE)
"""What a share stands behind that opens its sentence: behind other words it can be what somebody found."""
NOT_AIMED = re.compile(
    r"(?<![^\W_])(?:nếu|trường hợp|đối với|khi|đã|hiện(?: nay| có| tại)?|thực trạng|kết quả\s+(?:năm|đạt)|tính đến"
    r"|chiếm"
    r"|bình quân|ước|quy định|phạt|kinh phí|mức (?:chi|thu|hỗ trợ)|hỗ trợ|chi (?:phí|tiền|cho|ngân sách)|miễn"
    r"|tương đương"
    r"|lũy kế|gồm|dài|dày|theo báo cáo|qua khảo sát|trong đó)(?![^\W_])[^,;:]*\Z",
    re.IGNORECASE,
)
"""What tells that a figure behind it is reached, spent, or a condition."""
NOT_COUNTED = re.compile(
    r"\s*(?:(?:các\s+loại\s+)?(?:phí|lệ phí|thuế|học phí|tiền|giá|kinh phí|chi phí|đồng|mức)(?![^\W_])|kinh phí)",
    re.IGNORECASE,
)
WITHOUT = re.compile(r"\?\s*\Z")
UNITS_OF_TIME = frozenset(("ngày", "giờ", "phút", "tuần", "tháng", "năm", "quý", "trang", "tuổi", "giây"))
CLAUSE_END = re.compile(
    r"[;:(]\s*|,(?![0-9])\s*|\s+và\s+(?=[0-9]|(?:(?:đến|vào|trong)\s+)?(?:hết\s+|cuối\s+)?năm\s+20[0-9]{2})"
)
SENTENCE = re.compile(r"(?:[^.;\n]|[.;](?!\s|\Z)|(?<=[0-9])\.(?=[0-9]))+")
BASE = re.compile(r"[^.;,]{0,60}?\s*(?:so với|so cùng)\s+(?P<base>[^.;,()]+)", re.IGNORECASE)
BY_YEAR = re.compile(r"(?<![^\W_])năm\s+(?P<year>20[0-9]{2})(?![0-9]|\s*[-–]\s*[0-9])", re.IGNORECASE)
OWN_YEAR = re.compile(
    r"(?:(?!\sso\s)[^,;:.()0-9]){0,60}?\s*(?:\(\s*)?(?:(?:đến|vào|trong)\s+)?năm\s+(?P<year>20[0-9]{2})(?![0-9]|\s*[-–]\s*[0-9])"
    r"(?=\s*(?:[.,;)]|\Z|và\s))",
    re.IGNORECASE,
)
"""Behind a figure, the year that is its own: "80% (năm 2027), 90% (năm 2028)"."""
_PERIOD = r"(?P<period>ngày|tuần|tháng|quý|6 tháng|năm)(?![^\W_]|\s*[0-9])"
PER = re.compile(
    rf"(?:\s+[^\W\d_]+){{0,5}}?\s*(?:/\s*|mỗi\s+|một\s+|trong\s+một\s+|hằng\s+)(?:0?1\s+)?{_PERIOD}", re.IGNORECASE
)
PER_BEFORE = re.compile(rf"(?:mỗi|hằng|hàng|từng)\s+{_PERIOD}[^,;:]{{0,40}},?\s*\Z", re.IGNORECASE)
CONDITION = re.compile(
    r"(?:\s+[^\W\d_]+){0,4}?\s*,?\s+(?:phải|thì|bị|sẽ|được\s+(?:khen|xét|xếp|đề nghị|công nhận|thưởng)|không được)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
"""Behind a figure that some have reached it tells what becomes of them: "các xã đạt dưới 70% phải giải trình"."""
REACHED = re.compile(r"(?<![^\W_])(?:có|đạt)(?:\s+(?:dưới|trên|từ|tối thiểu|ít nhất))?\s*\Z", re.IGNORECASE)
FROM = re.compile(r"(?<![^\W_])từ\s*\Z", re.IGNORECASE)
RISES = re.compile(r"[^,;:.]{0,30}?(?<![^\W_])(?:lên|xuống|còn)(?![^\W_])", re.IGNORECASE)
"""Behind "từ" and a figure: it is what is now, the next one the target ("từ 93,2% lên 95,5%")."""
MADE = re.compile(
    r"(?:\A|[,;:]\s)\s*(?:trồng(?: mới)?|xây dựng|tổ chức|mở|kết nạp|thành lập|phát triển|đào tạo|tập huấn|bồi dưỡng"
    r"|lắp đặt"
    r"|phát hành|biên soạn|sản xuất|tạo việc làm cho|giải quyết việc làm cho|thu hút|đăng|phát)(?:\s+(?:mới|thêm|được"
    r"|từ))*\s*\Z",
    re.IGNORECASE,
)
"""What makes as many things as the figure behind it says, where it opens its clause."""
EACH = re.compile(r"(?<![^\W_])mỗi\s+[^;:.0-9]{1,60}?\s(?:có|tổ chức|xây dựng|thành lập|mở|đạt)\s*\Z", re.IGNORECASE)
PART = re.compile(
    r"(?<![\w/.,-])(?P<value>[0-9]{1,4})\s*/\s*(?P<among>[0-9]{1,4})(?![\w/.])\s+"
    rf"(?P<unit>(?i:{_UNITS})(?![^\W\d_])(?:\s*,\s*(?:phường|thôn|buôn|đặc khu|ban|ngành))*)"
)
"""So many of so many: "120/124 xã, phường"."""
RANK = re.compile(
    r"(?<![^\W_])(?:(?:thuộc|nằm trong|vào|trong)\s+(?:nhóm|tốp|top)|xếp\s+(?:hạng|thứ)(?:\s+(?:từ|trong))?)\s+"
    r"(?P<value>[0-9]{1,3})(?![\w/,.%]*[0-9%])",
    re.IGNORECASE,
)
"""A place among others: "thuộc nhóm 30 tỉnh dẫn đầu"."""
PROMISES = re.compile(
    rf"{AIM.pattern}|%|(?<![^\W_])(?:tối thiểu|ít nhất|tối đa|không (?:dưới|thấp|ít|quá|vượt|cao)|nhiều nhất|trên|dưới"
    rf"|trở lên"
    r"|(?:nhóm|tốp|top|hạng|thứ)\s+[0-9]+)(?![^\W_])",
    re.IGNORECASE,
)
"""What a text has where a figure in it can be promised."""
AHEAD = re.compile(r"phấn đấu|mục tiêu|chỉ tiêu|quyết tâm", re.IGNORECASE)
STRIVEN = re.compile(
    r"(?:phấn đấu|mục tiêu|chỉ tiêu|quyết tâm|đạt|có|:|hoàn thành|duy trì)(?:\s+(?!(?:và|của|theo"
    r"|tại)\b)[^\W\d_]+){0,4}?\s*\Z",
    re.IGNORECASE,
)
"""What stands before a figure that is the aim itself."""
_LEVELS = r"tỉnh|thành phố|huyện|thị xã|xã|phường|đặc khu|cả nước|quốc gia"
PLACE_STRIVES = re.compile(
    rf"(?<![^\W_])(?P<place>(?:toàn\s+)?(?:{_LEVELS})(?-i:(?:\s+[A-ZĐÂÊÔƠƯ][^\W\d_]*){{0,4}})),?\s+"
    r"(?:phấn đấu|đặt mục tiêu|đặt chỉ tiêu|quyết tâm|đạt|duy trì|tăng|giảm|nâng|có|bảo đảm|đảm bảo)(?![^\W_])[^.;]*\Z",
    re.IGNORECASE,
)
"""A place that is said to reach what stands behind: "cùng tỉnh phấn đấu đạt …"."""
ACTS = re.compile(
    r"(?<![^\W_])(?P<verb>phấn đấu|bảo đảm|đảm bảo|cắt giảm|tổ chức|hoàn thành|vận động|thực hiện|đạt|có|duy trì|tăng"
    r"|giảm|nâng)"
    r"(?![^\W_])",
    re.IGNORECASE,
)
AGENTIVE = frozenset(("phấn đấu", "bảo đảm", "đảm bảo", "cắt giảm", "tổ chức", "vận động", "thực hiện"))
"""Verbs whose subject does something, so that it is the holder, known or not."""
NO_HOLDER = re.compile(
    r"(?:tỷ lệ|số|mức|chỉ số|diện tích|tổng|chất lượng|trung bình|kết quả|đến|trong|năm|hằng|hàng|trước|quý|tháng"
    r"|từng bước"
    r"|tiếp tục|và|trong đó|cùng|góp phần|để|nhằm|riêng)(?![^\W_])",
    re.IGNORECASE,
)
FROM_BASE = re.compile(
    r"(?<![^\W_])từ\s+[0-9][^,;:.]*?(?:,[0-9]+[^,;:.]*?)?(?=\s(?:lên|xuống|còn)(?:\s|\Z))", re.IGNORECASE
)
IN_EACH = re.compile(
    r"\s*trong\s+(?:một\s+|cùng\s+)?(?P<period>ngày|tuần|tháng|quý|năm)(?![^\W_]|\s*[0-9])", re.IGNORECASE
)
UNDERGOES = re.compile(r"\s*(?:không\s+)?(?:bị|được)(?![^\W_])", re.IGNORECASE)
FRONTED = re.compile(
    r"\s*(?:phấn đấu\s+|mục tiêu\s+)?(?:đến|trong|năm|trước|chậm nhất|hết)\s[^,;:]*[,:]", re.IGNORECASE
)
DONE = re.compile(r"[^,;:]*?(?<![^\W_])(?:đã|đang)(?![^\W_])", re.IGNORECASE)
SEVERAL = re.compile(
    r"(?:(?:riêng|trừ|đối với|và|của)\s+)*(?P<who>(?:mỗi|các|những|từng|mọi)\s+(?:xã|phường|thôn|buôn|sở|phòng|ban"
    r"|đơn vị"
    r"|cơ quan|địa phương|trường|huyện|khu|tổ|chi bộ|trạm)(?![^\W_])[^;:.()]{0,60})\Z",
    re.IGNORECASE,
)
"""A group that reaches what its verb says, whatever more is said of which it is."""
EXCEPTS = re.compile(r"(?:riêng|trừ)(?![^\W_])", re.IGNORECASE)
SUBJECT_OPENS = re.compile(r"(?:\A|[,;:(]|(?<![^\W_])(?:của|cùng|riêng|trừ|và|đối với|để))\s*\Z", re.IGNORECASE)
"""What a subject stands behind; behind anything else a body is what something is done to."""
