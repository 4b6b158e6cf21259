"""What the words behind a subject say of its work: that it decides, helps, suffers, or is itself what is done."""

from __future__ import annotations

import re

from kehoach.meaning.actorpatterns import BODIES, SIGNS, B
from kehoach.meaning.fronts import LABEL
from kehoach.wording.latepatterns import late

DECIDES = late(
    r"phê duyệt\b|ký\s+(?:quyết định|ban hành|văn bản|giấy|séc|tờ trình|công văn|duyệt|hồ sơ)\b"
    r"|xem xét,?\s+(?:phê duyệt|quyết định|chỉ đạo|cho ý kiến|thông qua|chấp thuận)\b"
    r"|thông qua\s+(?:nghị quyết|dự toán|kế hoạch|quy chế|danh sách|phương án|chương trình|kết quả|báo cáo)\b"
    r"|quyết định\s+(?:công nhận|khen thưởng|tặng|phê duyệt|ban hành|thành lập|phân bổ|bổ nhiệm|kết quả)\b"
    r"|(?:thống nhất|đồng ý|chấp thuận)\s+(?:chủ trương|với (?:đề nghị|đề xuất)|theo đề nghị|đề nghị)\b"
    r"|(?:quyết định|thông qua|cho ý kiến|chấp thuận|ký)\s*(?:[.;,)]|\Z)"
    r"|(?:đề nghị|yêu cầu)\s+(?:quán triệt|triển khai|thực hiện|tổ chức|tập trung|tăng cường|khẩn trương|nghiêm túc"
    r"|tiếp tục|chấp hành|đẩy mạnh|chủ động|phải|cần|nghiên cứu|rà soát|đẩy nhanh|hoàn thành|bảo đảm|đảm bảo"
    r"|xây dựng|xử lý)(?![^\W_])"
    r"|(?:chỉ rõ|nhấn mạnh|cho rằng|khẳng định|nhận định|hoan nghênh)(?![^\W_])",
    re.IGNORECASE,
    needs="đề nghị|yêu cầu|chỉ rõ|nhấn mạnh|cho rằng|định|hoan nghênh|duyệt|ký|xem xét|thông qua|quyết định|"
    "cho ý kiến|chấp thuận|thống nhất|đồng ý",
)
"""What those do whom a thing is put before, or who have all others do one, and no work of theirs."""
DEFINES = late(
    r"[^.;()]{3,120}?\s(?:bao\s+)?gồm(?:\s+có)?\s*:|"
    r"[^,.;:()]{3,90}?\slà\s+(?:(?:các|những)\s+)?(?:cơ quan|đơn vị|tổ chức|bộ phận|người|cá nhân|doanh nghiệp)"
    r"(?!\s+(?:chủ trì|đầu mối|thường trực|phối hợp))(?![^\W_])",
    needs="là|gồm",
)
"""Behind a group what it is: "Cơ quan quản lý đầu tư công là đơn vị có chức năng …"."""
RESTRICTED = late(
    r"(?!phải|sẽ|cần|có trách|chịu trách|được|không|đã|khi|nếu|theo|trong|căn cứ|chủ|trực tiếp|thường xuyên|phối hợp|"
    r"báo cáo|gửi"
    r"|tham mưu|rà soát)"
    r"[^,.;:()]{4,80}?\s(?:phải|có trách nhiệm|chịu trách nhiệm)\s",
    needs="phải|trách nhiệm",
)
"""Behind a group which of them are meant, up to what they must do: "Giáo viên phát hiện đầu tiên phải báo ngay"."""
OF_LIST = late(
    r"(?:quản lý|sử dụng|thực hiện|tham gia|cung cấp|kinh doanh|sản xuất|khai thác|vận hành|thi công|tư vấn)\s"
    rf"(?-i:[^,.;:()\n{SIGNS}]){{3,70}}?\s+và\s+{B}\s+[^\W\d_]",
    needs="và",
)
"""Behind the last of those that act, which of them is meant, where another one that acts follows."""
FOR = late(rf"\s*{LABEL}(?i:đối với)\s+(?P<list>{BODIES})(?=\s*:\s)", needs="đối với")
"""A heading that says whose the work behind it is: "Đối với Sở Nội vụ: Tổng hợp …"."""
HELPS = late(
    r"(?:cùng\s+)?(?:hỗ trợ|giúp|tham gia)(?![^\W_])"
    r"|cử\s+(?:[^\W\d_]+\s+){1,5}(?:cùng\s+)?(?:tham gia|phối hợp)(?=\s*(?:[.;,)]|\Z))",
    re.IGNORECASE,
    needs="hỗ trợ|giúp|tham gia|phối hợp",
)
UNDERGOES = late(
    r"(?:phải\s+)?chịu sự\s+(?:chỉ đạo|lãnh đạo|điều hành|phân công|kiểm tra|giám sát|thanh tra|quản lý|hướng dẫn|"
    r"kiểm soát)",
    re.IGNORECASE,
    needs="chịu sự",
)
"""What one suffers from others and no duty."""
THING_OR_BODY = late(
    r"(?:Bộ|Hội|Đoàn|Đài|Trạm|Phòng|Nhóm|Quỹ|Vụ|Tổ|Đội|Trang|Cổng|Báo|Trường|Viện|Đồn|Ngành|Tỉnh|Xã|Cục)(?![^\W_])"
)
"""Nouns that things and events are called by as well as bodies: "Hội Xuân", "Trạm Dừng chân", "Bộ Đề thi"."""
NO_OBJECT = late(
    r"(?:tổ chức|xây dựng|hoàn thành|rà soát|thực hiện|triển khai|diễn ra|bắt đầu|kết thúc|hoàn thiện|phát hành"
    r"|thành lập)\s*"
    r"(?:\Z|[.;,(]|(?:trong|trước|vào|từ|theo|tại|xong|chậm nhất|hằng|mỗi|tháng|quý|năm|ngày)(?![^\W_]))",
    re.IGNORECASE,
)
"""A verb without what it is done to, so that its subject can be that."""
PAYS = late(
    r"(?:hỗ trợ|cấp|chi)\s+[^.;,()]{0,60}?(?:[0-9][0-9.,]*\s*(?:đồng|triệu|tỷ|nghìn)|kinh phí|tiền|học bổng)(?![^\W_])",
    re.IGNORECASE,
    needs="hỗ trợ|cấp|chi",
)
"""Who gives money helps nobody who leads, it is a duty of their own: "UBND xã hỗ trợ mỗi tổ 300.000 đồng"."""
