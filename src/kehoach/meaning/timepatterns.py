"""Patterns of printed words of time, from which the table of lexemes is put together."""

from __future__ import annotations

from kehoach.meaning.nametable import tokens

COUNT = r"(?:[0-9]{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
_TEENS = r"mười\s+(?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín)"
MANY_COUNT = (
    r"(?:[0-9]{1,3}\s*(?:[-–]|đến)\s*[0-9]{1,3}"
    rf"|(?:hai|ba|bốn|năm|sáu|bảy|tám|chín)\s+mươi(?:\s+(?:mốt|lăm|nhăm))?|{_TEENS}|{COUNT})"
)
"""A count of days, which can be more than ten: "hai mươi (20) ngày làm việc"."""
EVERY_FEW = rf"(?:định kỳ|mỗi|cứ)\s+{MANY_COUNT}(?:\s*\([^)]*\))?\s+ngày(?:\s*/\s*|\s+)(?:(?:một|0?1)\s+)?lần\b"
"""What comes back after some days: "định kỳ 10 (mười) ngày một lần"."""
LIMIT = (
    r"(?:(?:chậm|muộn) nhất(?:\s+(?:là|vào|đến|trước|trong|hết))*|không (?:quá|muộn hơn)"
    r"|xong(?:\s+(?:trước|trong))?|hạn (?:cuối|chót)(?: là)?|đến (?:trước|hết|cuối)"
    r"|trước|đến|hết|vào|trong|sau|kể từ|từ)"
)

DAY, MONTH, YEAR = r"[0-9]{1,2}", r"(?:1[0-2]|0?[1-9])(?![0-9])", r"[0-9]{4}(?![0-9])"
AND = r"(?:\s*[,;]\s*(?:và\s+)?|\s+(?:và|hoặc|hay)\s+)"
TO = r"(?:\s*(?:,|;|[-–])\s*(?:và\s+)?|\s+(?:và|đến(?: hết)?)\s+)"
DATE = (
    rf"{DAY}(?:\s*/\s*[0-9]{{1,2}}(?:\s*/\s*[0-9]{{4}}|/[0-9]{{2}}(?![0-9]))?"
    r"|\s*tháng\s+[0-9]{1,2}(?!\s+lần)(?:\s*(?:năm|/)\s*[0-9]{4})?"
    r"|\s*[.-]\s*[0-9]{1,2}\s*[.-]\s*[0-9]{4})(?![0-9/]|[.,][0-9])"
)
CLOCK = r"(?:[0-9]{1,2}\s*(?:giờ|h|g)(?![^\W\d_])(?:\s*[0-9]{1,2}(?:\s*phút|['’])?)?,?\s+)"
MANY = r"(?:các\s+|(?:hai|ba|bốn|0?[2-9])\s+(?=ngày))?"
NAMED = r"(?:(?:(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)(?:\s*,)?\s+)?ngày(?:\s*:)?\s*(?:mùng\s+|mồng\s+)?)"
EVERY = r"(?:hằng|hàng|mỗi|từng)"
NO_COMPOUND = "".join(
    rf"(?<!{word} )"
    for word in (
        "kiểm",
        "giám",
        "thẩm",
        "quyết",
        "xác",
        "quy",
        "ấn",
        "nhất",
        "chỉ",
        "nhận",
        "khẳng",
        "hoạch",
        "cố",
        "bình",
    )
)
"""Before "định kỳ", where "định" is the last syllable of another word: "quyết định kỳ họp"."""
PART_OF_HOURS = r"giờ\s+(?:làm việc|hành chính|sáng|chiều)"
_WEEKDAY = r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7](?![0-9]))|chủ nhật)(?![^\W_])"
_PART_OF_DAY = r"(?:(?:(?:buổi|(?:đầu|cuối) giờ)\s+)?(?:sáng|trưa|chiều|tối)\s+)?"
_JOINED_WEEKDAY = rf"(?:(?:\s*[,–-]\s*(?:và\s+)?|\s+(?:và|đến(?:\s+hết)?)\s+)(?:ngày\s+)?{_PART_OF_DAY}{_WEEKDAY})"
WEEKDAYS = rf"(?:{_PART_OF_DAY}{_WEEKDAY}{_JOINED_WEEKDAY}+)"
"""Several days of the week: "thứ Ba và thứ Năm", "thứ 2 đến thứ 6"."""
_NO_ORDINAL = "".join(
    rf"(?<!{word} )" for word in ("họp", "lần", "kỳ", "đợt", "bước", "nhóm", "khóa", "loại", "vòng", "giai đoạn", "xếp")
)
"""Before "thứ hai", where it is no day of the week: "phiên họp thứ hai của Ban Chỉ đạo"."""
ONE_WEEKDAY = (
    rf"{_NO_ORDINAL}{_PART_OF_DAY}(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy)(?=\s*(?:[,.;()]|\Z|hằng|hàng|đầu|cuối|của|mỗi|tuần))"
    r"|thứ\s+[2-7](?=\s+(?:hằng|hàng|mỗi)\s+tuần)|chủ nhật)"
)
ANY_WEEKDAYS = rf"(?:{_WEEKDAY}{_JOINED_WEEKDAY}*(?!{_JOINED_WEEKDAY}))"
EARLY = (
    r"(?:(?:mùng|mồng)\s+(?=[0-9]{1,2}(?:(?:\s*,\s*|\s+và\s+)(?:(?:mùng|mồng)\s+)?[0-9]{1,2})*\s+"
    rf"(?:của\s+)?(?:{EVERY}\s+tháng|tháng\s+(?:sau|đầu|cuối|kế))))"
)
"""Before a day of the months, for "ngày"; with a month alone it is one of the moon's: "mùng 10 tháng 3"."""
PLACE = r"(?:cuối(?: cùng)?|đầu(?: tiên)?|giữa|thứ\s+(?:nhất|hai|ba|[1-3]))"
LATER = r"(?:sau|kế tiếp|tiếp theo|liền kề|liền sau|kế sau|kế(?!\s+hoạch)(?![^\W_]))"
OF_QUARTER = rf"(?:\s+(?:(?:của|trong|{EVERY})\s+)*(?:quý|kỳ)(?:\s+báo cáo)?(?:\s+{LATER})?)"
_BEHIND_PERIOD = r"(?:\s+sau\s+tháng\s+(?:cuối(?:\s+cùng)?\s+(?:của\s+)?)?kỳ\s+báo cáo)"
MONTH_OF = (
    rf"tháng\s+(?:{PLACE}{OF_QUARTER}?|{LATER}(?:\s+của)?(?:\s+(?:kỳ|quý)(?:\s+báo cáo)?|{_BEHIND_PERIOD})?|báo cáo)"
)
"""A month of a quarter or of a period: "tháng cuối quý", "tháng thứ ba trong quý", "tháng kế tiếp"."""

NEXT_YEAR = (
    r"(?:(?:của|trong)\s+)?(?:(?:hằng|hàng|mỗi|từng|cùng)\s+năm"
    rf"|năm\s+{LATER}(?!\s+trước)(?:\s+(?:năm\s+)?(?:kế hoạch|báo cáo))?)"
)
NUMERAL = r"(?:IV|III|II|I|[1-4])(?![0-9A-Za-z])"
OF_YEAR = rf"(?:\s*(?:/|-|của năm|năm)\s*{YEAR}|\s*,?\s+{NEXT_YEAR})"
COUNTED_NOUN = (
    r"(?:lần|tin|bài|lớp|hội nghị|thủ tục|người|buổi|cuộc|ngày(?!\s+[0-9])|chỉ tiêu|nhiệm vụ|hồ sơ|thành viên"
    r"|chuyên (?:mục|đề|trang)|phóng sự|video|clip|chương trình|mô hình|pa ?nô|băng rôn|tờ|bản|đợt|tài liệu|văn bản"
    r"|tiêu chí|dịch vụ|câu lạc bộ|phút|tháng|tuần|nghìn|triệu|tỷ(?!\s+(?:lệ|trọng|suất|số|giá))"
    r"|đoàn (?:kiểm tra|công tác|giám sát|thanh tra)"
    r"|tổ công tác|dự án|đề án|công trình|sáng kiến|trường hợp|cơ sở)\b"
)
"""What is counted, for sure: "trong quý 2, 3 lớp tập huấn" is of the second quarter alone.

No body is among them: in "tháng 6, 12 xã báo cáo" it can be that which acts in both months.
"""
COUNTS = rf"(?:\s*(?:[%‰]|/\s*[0-9]{{1,3}}(?![0-9])|{COUNTED_NOUN})|[.,][0-9])"
NEVER_COUNTED = (
    r"(?:và|thì|để|nhằm|tại|ở|do|cho|với|theo|của|trong|về|trước|sau|phải|sẽ|đã|được|khi|nếu|là|cùng|gồm|riêng|trừ"
    r"|đối với|mỗi|định kỳ|(?:hằng|hàng)\s+(?:năm|tháng|quý)|đến\s+(?![0-9])|ngày\s+[0-9]"
    r"|năm\s+(?:[0-9]{4}|sau|nay|kế|liền|tiếp)|gửi|nộp|trình|hoàn thành|thực hiện|tiến hành|triển khai|ban hành|rà soát"
    r"|công bố|tham mưu|xây dựng|niêm yết|bố trí|phối hợp|chủ trì|đôn đốc|cập nhật|thẩm định|phê duyệt|phát động"
    r"|phát sóng|đăng tải|tổng hợp|quán triệt|tiếp tục|tiếp nhận|lồng ghép|biên soạn|đồng thời|ngoài ra|thay (?:bằng"
    r"|cho)"
    r"|(?:kiểm tra|giám sát)\s+(?:việc|công tác|tình hình|tại)"
    r"|tổ chức\s+(?:hội nghị|hội thi|họp|lớp|cuộc|đợt|tập huấn|kiểm tra|sơ kết|tổng kết|đối thoại|tuyên truyền))\b"
)
"""What a number in front never counts: small words, and verbs that are no nouns as well."""
CLOSED = (
    rf"(?=\s*(?:\Z|[;:()]|[.,](?![0-9])|[-–]\s+[^\W\d_]|[/–-]\s*{YEAR}"
    rf"|(?:[-–]|đến|hoặc|hay)\s*(?:(?:tháng|quý)\s|[0-9]{{1,2}}\s*(?:\Z|[;:()]|[.,](?![0-9])|{NEVER_COUNTED}))"
    rf"|{NEVER_COUNTED}))"
)
"""Where a bare figure is the last word of its list: what follows ends the time, so that it counts nothing."""
_ROMAN, _FIGURE = r"(?:IV|III|II|I)(?![0-9A-Za-z])", r"[1-4](?![0-9A-Za-z])"
# A list keeps to one kind of numeral: in "quý I, 2 đoàn kiểm tra" the figure counts, whatever it is that it counts.
QUARTERS = (
    rf"(?:các\s+)?quý\s+(?:{_ROMAN}(?:{TO}(?:quý\s+{NUMERAL}|{_ROMAN}))*"
    rf"|{_FIGURE}(?:{TO}(?:quý\s+{NUMERAL}|{_ROMAN}|{_FIGURE}))*){OF_YEAR}?"
)
LISTED_MONTHS = rf"tháng\s+{MONTH}(?:{TO}(?:tháng\s+{MONTH}(?!\s*/\s*[0-9]{{1,2}}(?![0-9]))|{MONTH}))*"
MONTHS = rf"(?:các\s+)?{LISTED_MONTHS}{OF_YEAR}?"
MONTHS_EACH = (
    rf"tháng\s+{MONTH}(?:{AND}tháng\s+{MONTH})+(?!\s*(?:/|năm\s+(?:trước|nay)))"
    rf"(?=\s*(?:[,.;:)]|\Z|{EVERY}\s+năm|năm\s+{YEAR}))(?:\s+năm\s+{YEAR})?"
)
"""Months that a day is of, each named as one: "ngày 10 tháng 3, tháng 6 và tháng 9"."""

OF = (
    rf"(?:\s*,?\s*(?:(?:của|trong|vào)\s+)?(?:{MONTH_OF}|{EVERY}\s+tháng|(?:của|trong)\s+tháng(?!\s*[0-9])"
    r"|các tháng(?:\s+trong năm)?(?!\s*[0-9]|\s+(?:còn|khác|cuối|đầu|có))"
    rf"|tháng\s+{MONTH}(?:\s+{EVERY}\s+năm)|(?:kỳ|quý)\s+báo cáo|{EVERY}\s+(?:quý|kỳ)|quý\s+{LATER}"
    rf"|(?:các\s+)?{LISTED_MONTHS})|\s*\(\s*{EVERY}\s+tháng\s*\))"
)
HALVES = (
    rf"(?:(?:0?6|sáu)\s+tháng|nửa)\s+(?:đầu|cuối)\s+năm(?:\s*{YEAR}|\s+{LATER})?"
    rf"|(?:0?9|chín)\s+tháng\s+đầu\s+năm(?:\s*{YEAR}|\s+{LATER})?"
)
NEXT_IS_DAY = r"(?!\s+(?:ngày|[0-9]|tháng|quý))"
ITEM = (
    r"(?:(?:0?6(?:\s*\(sáu\))?|sáu)\s+tháng(?:\s+(?:đầu|cuối)\s+năm)?|(?:0?9|chín)\s+tháng(?:\s+đầu\s+năm)?"
    r"|tuần(?!\s+(?:đầu|cuối|thứ))|ngày(?!\s*[0-9]|\s+(?:đầu|cuối|làm việc|thứ|lễ|mùng|mồng))"
    rf"|tháng(?!\s*[0-9]++(?!\s*(?:{COUNTED_NOUN}|(?:kỳ|số|phiên|chuyên đề)\b))"
    rf"|\s+(?:đầu|cuối|sau|kế|thứ|tới|này|qua|trước{NEXT_IS_DAY}))"
    rf"|quý(?!\s*(?:[0-9]++(?!\s*{COUNTED_NOUN})|[IVX]+\b))"
    rf"|năm(?!\s*(?:[0-9]++(?!\s*{COUNTED_NOUN})|sau\b|trước\b{NEXT_IS_DAY}|liền|kế|tiếp|nay\b)))"
)
ITEMS = (
    rf"{ITEM}(?:(?:\s*[,;/]\s*(?:và\s+)?|\s+(?:và|hoặc)\s+)(?:(?:{EVERY}|báo cáo|cả)\s+)?{ITEM}\b"
    r"(?!\s+(?:có|nghỉ|trùng|gặp|rơi|nào|nhuận|cao điểm|đại hội)\b))*"
)
_WHO = r"(?:tổ chức|đơn vị|cá nhân|cơ quan|địa phương|doanh nghiệp)"
_SAID_TOGETHER = (
    rf"(?:(?<=cơ quan)|(?<=tổ chức)|(?<=đơn vị)|(?<=cá nhân)|(?<=doanh nghiệp)),\s+{_WHO}(?![^\W_]|"
    r"\s+(?:có trách nhiệm|phải|chủ trì|thực hiện|báo cáo|tổ chức|gửi|trình|xem xét|tham mưu|phối hợp|căn cứ|cần"
    r"|nêu trên"
    r"|trên|thông báo|hoàn thành|tiến hành|ra|ban hành)(?![^\W_]))"
    r"|(?<=đơn vị),\s+tổ chức thực hiện nhiệm vụ(?![^\W_])|(?<=cơ quan),\s+người có thẩm quyền"
    r"|(?<=cứu trợ),\s+hỗ trợ|(?<=đánh giá),\s+xếp loại|(?<=tài sản),\s+thu nhập"
    r"|(?<=ban hành),\s+điều chỉnh(?:,\s+bổ sung)?"
    r"|(?<=cấp),\s+(?:cấp lại|cấp đổi|gia hạn|thu hồi|điều chỉnh)(?![^\W_])"
    r"|(?<=cấp lại),\s+(?:cấp đổi|gia hạn|thu hồi|điều chỉnh)(?![^\W_])"
    r"|(?<=sửa đổi),\s+(?:bổ sung|thay thế)(?![^\W_])|(?<=điều chỉnh),\s+bổ sung(?![^\W_])"
    r"|(?<=bồi thường),\s+hỗ trợ(?:,\s+tái định cư)?(?![^\W_])"
    r"|(?:(?<=thảo luận)|(?<=xem xét)|(?<=thẩm định)|(?<=thẩm tra)|(?<=ký)),\s+"
    r"(?:phê duyệt|quyết định|thông qua|ban hành|thẩm tra|cho ý kiến)(?![^\W_])"
)
"""Words that a comma parts and that are said as one: "bồi thường, hỗ trợ, tái định cư", "cơ quan, tổ chức"."""
_WRITTEN = (
    r"(?:đề án|dự án|kế hoạch|quy hoạch|văn bản|nghị quyết|nghị định|quyết định|hồ sơ|báo cáo|phương án|nhiệm vụ"
    r"|chương trình|luật|đơn vị|cơ quan)"
)
_BECOMES = (
    r"(?:được\s+(?:cấp có thẩm quyền\s+)?(?:phê duyệt|ban hành|thông qua|công bố|thẩm định|chấp thuận|ký|cấp|giao"
    r"|duyệt)"
    r"|(?:có|hết) hiệu lực)"
)
_SERIES = rf"{_WRITTEN}\s?(?:(?!\s{_BECOMES})[^.;:()]){{0,120}}?,(?:(?!\s{_BECOMES})[^.;:()]){{1,80}}?\s{_BECOMES}"
"""Several things of which one is said: "đề án, dự án, kế hoạch được phê duyệt"."""
END = (
    rf"(?:\s*(?:ngày\s+|khi\s+)?{_SERIES})?[^\s,.;:()]*(?:{_SAID_TOGETHER}|(?!\s(?:và\s+)?(?:thay thế|bãi bỏ"
    rf"|hủy bỏ)\s|\sthì\s|\shoặc (?:tùy|có thể)"
    r"|\sđược (?:thực hiện|áp dụng|giải quyết) (?:như|theo)\s|(?<!ngày)(?<!khi)(?:\svà)?\sphải\s"
    r"|\s(?:và|hoặc)\s(?:hằng|hàng|định kỳ|đột xuất)(?![^\W_])"
    r"|\s(?-i:Sở|Ủy ban|UBND|Bộ|Phòng|Công an|Chi cục|Cục|Ban|Trung tâm|Văn phòng|Chủ tịch"
    r"|Hội đồng)\s[^,.;:()]{1,60}?\scó trách nhiệm\s"
    r"|\s(?:và|đồng thời|rồi)\s[^,.;:()]{0,60}?\s(?:trước|trong|chậm nhất|muộn nhất|đến|hết|vào)"
    r"(?:\s+(?:hết|là|vào))*\s+(?:(?:ngày|tháng|quý)\s+[0-9IV]|(?:mùa|vụ|dịp|lễ|tết|năm|cuối|đầu)\s))\s[^\s,.;:()]*)*"
)
"""What happens, up to a mark or to another thing with a day of its own."""
UNIT = r"(?:phút|giờ|ngày|tuần|tháng|năm)(?:\s+làm việc)?"
LATEST = (
    r"(?:trong (?:thời hạn|vòng|thời gian) (?:tối đa|không quá|chậm nhất)(?: là)?"
    r"|(?:chậm|muộn) nhất(?:\s+(?:là|trong (?:vòng|thời hạn|phạm vi)|trong|sau))*"
)
ANCHOR = r"(?:kể từ|từ khi|từ ngày|tính từ|sau khi|sau ngày|sau|trước khi|trước ngày|khi có|khi nhận)"
SYMBOL = (
    r"(?:số:?\s*)?[0-9]+[0-9.]*(?:/[0-9]{4})?\s*[/-]\s*(?-i:[A-ZĐƯ]{2})[\w.&-]*(?:[/-][\w.&-]+)*"
    r"(?:(?<=-)\s(?-i:[A-ZĐƯ]{2,}(?:[&-][A-ZĐƯ]+)*)(?![^\W_]))?"
)
DOCUMENT = (
    r"(?-i:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Chỉ thị|Kết luận|Thông tư|Thông báo|Công văn"
    r"|Công điện|Kế hoạch|Hướng dẫn|Chương trình)"
)
NO_TIME = r"(?:(?!\b(?:ngày|tháng|quý|hằng|hàng|trước|định kỳ|riêng)\b)[^.;:()])"
NO_LIMIT = "".join(rf"(?<!{word} )" for word in ("trước", "hết", "nhất", "vào", "đến", "từ"))
ORDINAL_DAY = r"ngày\s+(?:làm việc\s+)?(?:cuối(?: cùng)?|đầu(?: tiên)?"
VAGUE_PART = (
    r"(?:(?:vài|hai|ba|một) tuần\s+(?:đầu|cuối)|tuần\s+(?:đầu(?: tiên)?|cuối(?: cùng)?|thứ\s+\w+"
    r"|[1-5](?:\s*(?:,|và|[-–])\s*(?:tuần\s+)?[1-5])*)(?:\s+của)?"
    r"|thượng tuần|trung tuần|hạ tuần|nửa (?:đầu|cuối)(?!\s+năm)|đầu|giữa|cuối)"
)
_TERM = r"(?:học kỳ(?:\s+(?:I{1,3}|[123])(?![^\W_]))?|năm học)"
TERM = r"học kỳ\s+(?:I{1,3}|[123])(?![^\W_])(?:,?\s+năm học(?:\s+[0-9]{4}\s*[-–]\s*[0-9]{4})?)?"
"""A term of a school year: "học kỳ II năm học 2027 - 2028"."""
SEASON = (
    r"(?:học kỳ(?:\s+(?:I{1,3}|[123])(?![^\W_]))?|năm học|(?:lễ\s+)?khai giảng|(?:kỳ\s+)?nghỉ hè|mùa hè|hè"
    r"|vụ(?:\s+(?:mùa|chiêm|(?:đông|hè)(?:\s*[-–]?\s*(?:xuân|thu))?|xuân|thu)|(?=\s*(?:[.,;)]|\Z))))(?![^\W_])"
    r"(?:,?\s+năm học)?(?:\s+(?:năm\s+)?[0-9]{4}(?:\s*[-–]\s*[0-9]{4})?(?![0-9/]))?"
)
"""School terms and seasons, of which no day is printed: "học kỳ I", "năm học 2027 - 2028", "vụ Đông Xuân"."""
TERMS = (
    rf"(?:vào\s+)?(?:đầu|giữa|cuối)\s+(?:mỗi\s+|các\s+|từng\s+)?{_TERM}"
    rf"(?:\s+và\s+(?:(?:đầu|giữa|cuối)\s+)?(?:mỗi\s+)?{_TERM})?"
)
THING = (
    r"(?:nhiệm vụ|hồ sơ|văn bản|thủ tục(?: hành chính)?|kiến nghị|phản ánh|ý kiến|công việc|nội dung|sản phẩm|tin, bài"
    r"|tin bài|bài(?: viết| dự thi)?|tác phẩm|kế hoạch|dự án|mô hình|sáng kiến|vụ việc|đơn thư|đơn|đề án|chương trình"
    r"|tài liệu|chỉ tiêu|quyết định|nghị quyết|công trình|hợp đồng|trường hợp|yêu cầu|vướng mắc|danh mục|số liệu"
    r"|tập thể|cá nhân|tổ chức|công chức|học viên|thí sinh|cuộc họp|hội nghị|lớp tập huấn|dịch vụ công)"
)
"""What is worked on, and is nobody's name."""
TIMES = r"(?:lần|buổi|kỳ|hội nghị|đợt|cuộc)"
FOLLOWING = frozenset(
    token.key
    for token in tokens(
        "là vào hết cuối trước trong các lúc ngày tháng quý năm nay vòng thời khi quá tuần hiệu yêu muộn mùa kỳ dịp lễ "
        "đại bầu đầu nửa giữa mỗi hằng hàng từng một hai ba bốn sáu bảy tám chín mười thực kể tính gồm áp ít tối "
        "kết đúng nhiệm thượng trung hạ nhân tết thứ đợt cả vài có phát xảy cần được hạn mùng mồng học khai nghỉ hè vụ "
        "phạm sáng trưa chiều tối chủ tiến lộ"
    )
)
"""What a small word is followed by where it speaks of time."""
