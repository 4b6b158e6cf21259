"""The patterns by which a sentence says who does what, over a text in which each body stands as one sign."""

from __future__ import annotations

import re

from kehoach.meaning.fronts import CLEAR_VERB, IN_FRONT
from kehoach.wording.latepatterns import late

FIRST = 0xE000
MOST = 512
"""Bodies of one text that stand as signs: the compiler goes over all signs wherever a pattern has one."""
SIGNS = rf"\u{FIRST:04x}-\u{FIRST + MOST - 1:04x}"
# Case is told apart in them: where it is not, the compiler looks at each of these signs for another case.
B = rf"(?-i:[{SIGNS}])"
JOINT = r"(?:\s*[,;/]\s*(?:và\s+|cùng\s+)?|\s+(?:và|cùng với|cùng|hoặc)\s+)"
# Brackets behind a body belong to the list where it goes on: "Sở A (Phòng B), Sở C".
_CODE = r"(?-i:[A-ZĐ]{1,5}[0-9]{0,3})"
_NEXT = rf"(?:(?:\s*\(\s*(?:{B}|{_CODE}|(?:đối với|(?:sau đây\s+)?gọi)\s[^()]{{1,60}})\s*\))?{JOINT}{B})"
_NEXT_OF_ONE = rf"(?:\s*[,;]\s*(?:và\s+)?{B}|\s+và\s+{B})"
# Whole lists alone: not by "}}+", which before Python 3.11.5 keeps what the last try of a group took.
BODIES = rf"{B}{_NEXT}{{0,{MOST}}}(?!{_NEXT})"
_ONE_SENTENCE = rf"{B}{_NEXT_OF_ONE}{{0,{MOST}}}(?!{_NEXT_OF_ONE})"
_END = r"(?![^\W_])"
TITLED = (
    r"(?:(?:riêng|(?:(?:các|một|01)\s+)?(?:đồng chí|đ/c|ông\s*\(bà\):?|ông, bà:?|ông|bà)|tất cả|toàn bộ|toàn thể)\s+)?"
)

_TOPIC = (
    r"(?:(?:hằng|hàng)\s+(?:năm|quý|tháng|tuần|ngày)\s+)?"
    r"(?:(?:các\s+)?(?:nội dung|nhiệm vụ|công việc|việc)\s+(?:này|trên|nêu trên),?\s+)?"
)
"""When, or what is worked on, before who does: "Hằng năm UBND xã rà soát", "Nội dung này Sở Tư pháp thực hiện"."""

REQUEST = r"(?:kính\s+|trân trọng\s+)?đề nghị"
_GIVING = (
    r"(?:(?:(?:thống nhất|đồng ý|tiếp tục|chấp thuận)\s+)?giao(?:\s+(?:nhiệm vụ|trách nhiệm))?(?:\s+cho)?"
    rf"|phân công|ủy quyền(?:\s+cho)?|{REQUEST}|yêu cầu|mời(?:\s+đại diện(?=\s+{B}))?)"
)
GIVES = ("mời", "giao", "phân công", "ủy quyền", "đề nghị", "yêu cầu")
"""Words of which each order to somebody holds one."""
OWN_ROLE = late(r"\s+(?:đồng\s+)?(?:chủ trì|phối hợp|theo dõi|tham mưu|chỉ đạo)(?![^\W_])")
"""Behind a body that a label names, a verb that says itself what it does."""
_STANDING_FOR = (
    rf"(?:\s+[-–]\s+(?:(?:(?:cơ quan|đơn vị|bộ phận)\s+)?thường trực(?:\s+(?:của\s+)?{B})?|{B}(?=,\s)),?(?=\s))?"
)
_PERSONS = r"(?:ông|bà|đồng chí)(?:\s*\((?:ông|bà)\))?[^,.;()]{0,60}?(?=\s+(?:chịu|căn cứ|có trách)\s)"
ASIDE = late(
    rf"{_STANDING_FOR}(?:\s*\([^)]*\))?(?:\s+(?:và|cùng)\s+(?:các\s+)?(?:(?:tổ chức,\s+)?cá nhân"
    rf"(?:\s+(?:có\s+)?liên quan)?|{_PERSONS}))?(?P<comma>\s?,\s+(?:(?i:{IN_FRONT}){_END}"
    rf"|(?:chủ động\s+)?(?:phối hợp(?:\s+chặt chẽ)?|cùng)(?:\s+(?:với|cùng))?\s+{B}))?"
)
COMMA = late(r",\s+")

_CASE_ENDS = r"(?:(?<=vướng mắc)|(?<=phát sinh)|(?<=khó khăn)|(?<=cần thiết)|(?<=thay đổi)|(?<=bất thường))"
FRONT_END = late(
    rf",\s+|(?<=[^\W_])\s(?=(?i:{REQUEST})\s+(?i:{TITLED}){B})"
    rf"|{_CASE_ENDS}\s(?={BODIES}\s+(?:kịp thời\s+)?(?:phản ánh|báo cáo|gửi|liên hệ|thông báo)(?![^\W_]))"
)
"""Behind what stands before who acts: a comma, a request or what ends a case: "nếu có vướng mắc Sở A báo cáo"."""
GIVEN = late(rf"(?P<verb>(?i:{_GIVING}))\s+(?i:{TITLED})(?P<list>{BODIES})", needs="|".join(GIVES))
GIVER = late(
    rf",\s+(?P<giver>{BODIES})\s+(?P<verb>(?i:{_GIVING}))\s+(?i:{TITLED})(?P<list>{BODIES})", needs="|".join(GIVES)
)
SUBJECT = late(rf"(?i:{_TOPIC}{TITLED})(?P<list>{BODIES})")
DIRECTS = late(
    r"(?:(?:đã\s+)?có\s+(?:(?:ý kiến|văn bản)(?:\s+chỉ đạo)?\s+(?=yêu cầu\s|giao\s|chỉ đạo\s)|ý kiến\s+(?=đề nghị\s)))?"
    r"(?:(?:trực tiếp|sẽ|phải|cần|cũng|kịp thời|chủ động|"
    r"có trách nhiệm|(?:thống nhất|đồng ý|quyết định|chấp thuận)(?=\s+giao\s))\s+)*"
    r"(?P<verb>(?:lãnh đạo,\s+)?chỉ đạo(?:,\s+(?:đôn đốc|hướng dẫn|kiểm tra|yêu cầu))*|lãnh đạo"
    rf"|giao(?:\s+(?:nhiệm vụ|trách nhiệm))?(?:\s+cho)?|phân công|ủy quyền(?:\s+cho)?|{REQUEST}|yêu cầu)\s+"
    rf"{TITLED}(?P<list>{BODIES})",
    re.IGNORECASE,
)

BY = late(
    rf"(?<![^\W_])(?<![Kk]hông )(?<![Cc]hưa )(?<!chuyển )(?<!bàn )(?P<how>[Dd]o|giao(?:\s+cho)?)"
    rf"\s+{TITLED}(?P<list>{BODIES})\s+"
    r"(?=(?P<plain>chủ trì|thực hiện|tổ chức|triển khai|đảm nhiệm|đảm nhận|làm đầu mối|làm nòng cốt|quản lý"
    r"|vận hành|phụ trách|cung cấp|"
    r"tự\s+(?:thực hiện|tổ chức|quyết định|bảo đảm|đảm bảo|bố trí|chi trả|cân đối)|"
    r"tham mưu|theo dõi|chỉ đạo|phối hợp|trực tiếp\s+(?:đảm nhiệm|thực hiện|triển khai|phụ trách))(?![^\W_])|[^\W\d_])"
)
"""``plain`` stands for verbs that say who works even where "do" opens the sentence and could tell a cause."""
FAULT = late(
    r"(?:chậm(?: trễ)?|trễ|lỗi|sai(?: sót)?|khó khăn|vướng mắc|thiếu|nguyên nhân|lý do|bị \w+|hạn chế|vì|là|"
    r"chịu trách nhiệm)\s*\Z"
)
"""Before "do" a cause follows and no doer."""
ATTRIBUTE = late(r"(?!(?:chủ trì|đảm nhiệm|đảm nhận|tham mưu|theo dõi|phối hợp|làm đầu mối|làm nòng cốt|trực tiếp)\b)")
"""Behind "do" and a body it can tell which thing is meant: "tham gia hội thi do Tỉnh đoàn tổ chức"."""
HANDS_DOWN = late(
    r"(?:giao|phân công|phê duyệt|quyết định|quy định|yêu cầu|đề nghị|đặt hàng|ủy quyền|cho phép|bầu|bổ nhiệm|"
    r"thành lập|chỉ định)"
    r"(?![^\W_])"
)
"""What those do who others have their work from: "nhiệm vụ do UBND tỉnh giao"."""
INVITED = late(r"được\s+mời\s+(?P<joins>(?:cùng\s+)?(?:tham gia|tham dự|dự|phối hợp))?", re.IGNORECASE, needs="mời")
JOINS = late(r"\s+(?:cùng\s+)?(?:tham gia|tham dự|dự)(?![^\W_])")
"""What those do who are invited: "Mời Hội Nông dân xã tham dự"."""
SERVES_AS = late(rf"làm\s+(?P<office>{B})", needs="làm")
STATED = late(r"[^,.;:]*?\s(?:là|được|phải|bị|chưa)\s")
"""What is said further on of a thing that "do" and a body tell: "Số liệu do Cục Thống kê công bố là căn cứ"."""
TAKES_PART = late(
    r"(?:cử\b[^,;.]{0,60}?)?(?:tham gia|tham dự|hưởng ứng|tuyên truyền|giới thiệu|phổ biến)\b", re.IGNORECASE
)
PASSIVE = late(
    rf"\s+được\s+(?P<giver>{BODIES})\s+(?P<verb>giao|phân công|ủy quyền)(?:\s+(?:nhiệm vụ|trách nhiệm|làm))?\s+",
    needs="giao|phân công|ủy quyền",
)
PRESIDED = late(rf"(?:dưới\s+)?sự chủ trì của\s+(?P<list>{B}(?:\s+và\s+{B})*)", re.IGNORECASE)
NAMED = late(
    r"(?:\A|(?<=[.;:,])\s)\s*(?:(?:cơ quan|đơn vị|bộ phận)\s+)?(?P<verb>chủ trì|phối hợp|tham gia(?= (?:góp ý"
    r"|phối hợp|biên soạn|thực hiện))"
    rf"|thực hiện|theo dõi)(?![^\W_])(?-i:[^.;:{SIGNS}]){{0,120}}?\s+là\s+(?P<list>{B}(?:(?:,"
    rf"|\s+và)\s+{B}){{0,20}})(?=\s*[.;,)]|\s*\Z)",
    re.IGNORECASE,
)
"""The role first, the body behind it: "Chủ trì biên tập là Sở Nội vụ", "đơn vị chủ trì phần đề án là Sở A"."""
ENTRUSTED = late(
    r"(?:(?:\A|(?<=[.;:]\s))(?:[^\W\d_]+\s+){0,2}?|(?<=[,(]\s))"
    rf"(?:việc|nhiệm vụ|nội dung|trách nhiệm|phần|mảng|hoạt động)\b(?-i:[^.;{SIGNS}])*?\s"
    r"(?:(?:được|đã)\s+(?:giao|phân công)(?:\s+trực tiếp)?\s+cho|(?:giao|chuyển)\s+(?:về|cho))\s+"
    rf"(?P<list>{BODIES})(?=\s*[.;,)]|\s*\Z)",
    re.IGNORECASE,
    needs="giao|phân công|chuyển",
)
OWED = late(
    r"(?<!không )(?:(?:thuộc|là)\s+(?:trách nhiệm|nhiệm vụ|phần việc)\s+của"
    rf"|[Tt]rách nhiệm(?:\s+[^\W\d_]+){{0,6}}?\s+thuộc\s+về)\s+(?P<list>{BODIES})(?=\s*[.;,)]|\s*\Z)"
)
PASSIVELY = late(
    rf"(?:\A|(?<=[.;:])\s)(?P<what>(?-i:[^.;:,{SIGNS}]){{3,90}}?)\s(?:được|phải được|sẽ được)\s+(?P<list>{BODIES})\s+"
    r"(?:trực tiếp\s+)?(?:thực hiện|tổ chức|triển khai|tiếp nhận|tổng hợp|kiểm tra|công khai|niêm yết|cập nhật|rà soát|"
    r"thẩm định|quản lý|vận hành|giám sát|theo dõi|báo cáo|đánh giá|tham mưu)(?![^\W_])",
)
"""What is done and by whom: "Hồ sơ được Phòng Nội vụ tiếp nhận"."""
ROLE_BEHIND = late(
    rf"(?P<list>{B})\s*\(\s*(?P<verb>chủ trì|phối hợp|thực hiện|theo dõi|tham mưu|thẩm định|thẩm tra|tổng hợp)"
    r"(?:\s[^()]*)?\)",
    re.IGNORECASE,
)
"""The role in brackets behind a body: "Lãnh đạo UBND xã (chủ trì)"."""
BRACKET = late(
    rf"(?:[(\[;]|(?<!{B}),)\s*(?:giao\s+)?(?P<list>{BODIES})\s+(?P<verb>chủ trì(?=,\s+{B}\s+phối hợp)"
    rf"|(?:chủ trì|(?:cùng\s+)?phối hợp)(?!\s*,?\s*(?:phối hợp|với|cùng|chặt|{B})))",
    re.IGNORECASE,
)
PARTNERS = late(
    r"(?<![^\W_])(?:phối hợp(?:\s+(?:chỉ đạo|triển khai|thực hiện)(?=\s+(?:cùng với|cùng|với)\s))?"
    r"|(?:liên kết|kết hợp|(?<!chương trình )(?<!thỏa thuận )(?<!biên bản )(?<!ký kết )(?<!quan hệ )(?<!hợp đồng )"
    r"(?<!về )"
    r"hợp tác|cộng tác)(?=\s+(?:với|cùng)))(?:\s+chặt chẽ)?(?:,\s+(?!với)"
    r"[^\W\d_]+\s+[^\W\d_]+(?:\s+chặt chẽ)?)?(?:\s+(?:cùng với|cùng|với))?\s+"
    rf"(?P<list>{BODIES})",
    re.IGNORECASE,
)
JOINED = late(
    rf"(?<!huy động )(?<!thu hút )(?<!kêu gọi )(?:với\s+)?sự (?:phối hợp|tham gia|hỗ trợ) của\s+(?P<list>{BODIES})",
    re.IGNORECASE,
    needs="sự phối hợp|sự tham gia|sự hỗ trợ",
)
DIRECTED = late(
    r"(?:dưới|chịu|theo)\s+sự\s+(?:lãnh đạo,\s+)?chỉ đạo(?:\s+(?:trực tiếp|chung))?\s+của\s+"
    rf"(?P<list>{B}(?:\s+và\s+{B}|,\s+{B}(?=[.;]|\s+và\s+theo\s|\s*\Z))*)",
    re.IGNORECASE,
    needs="sự",
)
JOINING = late(
    r"(?:cùng\s+tham gia|là\s+(?:cơ quan|đơn vị|bộ phận)\s+phối hợp)(?![^\W_])",
    re.IGNORECASE,
    needs="tham gia|phối hợp",
)
"""What those do who take part, whoever leads."""
BESIDE = late(rf"(?<=[^\W\d_]),\s+cùng(?:\s+với)?\s+(?P<list>{BODIES})(?=\s+[^\W\d_])")
"""Behind a verb and a comma: "được giao chủ trì, cùng Công an tỉnh thẩm định …"."""
IN_PLACE_OF = late(rf"\s+thay(?:\s+(?:cho|thế))?\s+(?P<list>{BODIES})(?=\s)", re.IGNORECASE, needs="thay")
LED_WITH = late(
    rf"(?<!đồng )chủ trì,?\s+cùng(?:\s+với)?\s+(?P<list>{BODIES})(?=\s+[^\W\d_])", re.IGNORECASE, needs="cùng"
)
"""Who leads together with others: "chủ trì cùng Công an xã đối chiếu dữ liệu"."""

TOGETHER = late(rf"đồng chủ trì(?:\s+(?:với|cùng))?\s+(?P<list>{BODIES})", re.IGNORECASE)
# What stands between a subject and its verb without commas: "các sở theo chức năng được giao chủ động triển khai".
ADJUNCT = late(
    r"(?:theo(?!\s+dõi)|trên cơ sở|căn cứ|trong (?:phạm vi|quá trình|thẩm quyền)|tùy theo|khi|sau khi|với vai trò|"
    r"bằng)\b"
    rf"[^.;]{{0,160}}?\s(?={CLEAR_VERB})"
    r"|trong\s+(?:công tác|việc|lĩnh vực)[^.;:]{0,160}?\s(?=(?:có|chịu) trách nhiệm(?![^\W_]))"
    r"|theo\s+(?:chức năng|nhiệm vụ|thẩm quyền|lĩnh vực)[^.;:]{0,60}?\s"
    r"(?=(?:thực hiện|thông tin|quản lý|quyết định|xem xét|tham gia|tiến hành)(?![^\W_]))",
    re.IGNORECASE,
)
ADVISED = late(
    r"(?<![^\W_])(?:tham mưu(?:,?\s+(?:giúp|đề xuất|trình))?(?:\s+(?:cho|với))?|giúp(?:\s+việc)?(?:\s+cho)?)\s+"
    rf"(?P<list>{_ONE_SENTENCE})",
    re.IGNORECASE,
)
NO_VERB = late(
    rf"\s*(?:[.;:)]|thì\s+{B}|"
    r"(?:có\s+)?(?:ý kiến|chỉ đạo|kết luận|yêu cầu|văn bản)\s[^.;:]{0,40}?như sau\b|"
    rf"được\s+(?!{B})(?!giao|phân công|ủy quyền|mời|chỉ định|cử|yêu cầu|đề nghị|huy động|chọn)|bị\b|"
    rf"đã\b(?!\s+được giao)"
    r"|nhận được\b|(?:hoạt động|làm việc)\s+(?:dưới|theo|trên)\b|có (?:tư cách|con dấu|tên|trụ sở)\b|gặp (?:khó|"
    r"vướng|trở|sự)\b|(?:nhận )?thấy\b|chứ\b|ngày càng\b|"
    r"trước (?:đây|kia)\b|chưa\b|"
    r"hiện (?:có|nay)\b"
    rf"|(?:được|bị)\s+{B}|(?:(?:không|chưa)\s+(?:phải|cần|thuộc|còn|"
    rf"được giao|"
    r"chịu trách nhiệm|chủ trì|phối hợp|tham gia|có nhiệm vụ|làm đầu mối|phụ trách)|thôi)\b"
    r"|(?:sẽ|đã|cũng|đều)\s+là\b|đối với\b(?![^.;:]*\s(?:có|chịu) trách nhiệm\s)"
    r"|(?:không|chưa)\s+(?:thể\b|[^\W\d_]+(?:\s+[^\W\d_]+)?\s+được\b)"
    r"|(?:còn|cũng|đều) (?:được|bị)\b|đạt\b|gồm\b|bao gồm\b|có\s+(?:(?:ít nhất|tối thiểu|trên|dưới|hơn|khoảng|"
    r"từ)\s+)?[0-9]"
    r"|(?:không\s+(?:quá|dưới|vượt quá|ít hơn|nhiều hơn)|ít nhất|tối thiểu|tối đa|khoảng|từ)\s+[0-9]"
    r"|của\b|trên\b|trong\b|tại\b|về\b|để\b|theo\b(?!\s+dõi)|năm\b|do\b|khi\b|các\b|thuộc\b|và\b|"
    r"với\b|ở\b|là\b(?!\s+(?:đầu mối|(?:cơ quan|đơn vị|bộ phận) (?:chủ trì|đầu mối|thường trực|phối hợp)))|\Z)"
)


ASSIGNS = late(
    r"giao\s+nhiệm vụ\s+cho\b"
    r"|giao(?!\s+ban\b)(?:\s+cho)?\s+(?:phòng|sở|văn phòng|trung tâm|ubnd|chủ đầu tư|giáo viên|đơn vị|cơ quan|"
    r"cán bộ|công chức|viên chức|nhân viên|bộ phận|hiệu trưởng|trưởng|phó|thư ký|nhà thầu|ông|bà|đồng chí|chính quyền|"
    r"người|các|từng|mỗi|tổ(?! chức)|đội)(?![^\W_])",
    re.IGNORECASE,
    needs="giao",
)
"""An order to somebody whose name was not read."""
GIVES_OUT = late(rf"giao\s(?-i:[^.;{SIGNS}]){{0,80}}?\scho\s+{B}", re.IGNORECASE, needs="giao")
"""A thing that is given to somebody: who gives has no work by it."""
ASKS = late(REQUEST, re.IGNORECASE)
IN_CHARGE = late(
    r"phụ trách\b(?:(?!\s+(?:khâu|mảng|việc|công tác|nội dung|phần|địa bàn|bữa|các|thôn|nhiệm vụ|lớp|nhóm|tuyến)\b)"
    r"|[^.;,]*?\s(?:trực tiếp|chủ trì|chủ động|chỉ đạo|có trách nhiệm|chịu trách nhiệm|điều hành|ký|duyệt|"
    r"kiểm tra|thường xuyên|tham mưu|phối hợp|báo cáo|phân công|giao|theo dõi|đôn đốc|rà soát|tổng hợp|"
    r"triển khai|tổ chức)(?![^\W_]))",
    re.IGNORECASE,
    needs="phụ trách",
)
"""Behind an office it can say which of several: "Phó Chủ tịch UBND xã phụ trách văn hóa trực tiếp chỉ đạo"."""
SENTENCE_END = late(r"[.;]\s")
GIVES_HELP = late(
    r"hỗ trợ\s+(?!cài|đăng|nhập|người|thực|tổ|triển|xây|hướng|kiểm|vận|giải|làm|công tác)[^\W\d_]|đồng tổ chức",
    needs="hỗ trợ|đồng tổ chức",
)
"""What those do in a second clause of whom it is not said whether they help or have a duty of their own."""
URGES = late(
    rf"(?:đôn đốc|theo dõi|hướng dẫn|kiểm tra|giám sát|nhắc|vận động|tuyên truyền)\s+(?P<list>{BODIES})\s+[^\W\d_]"
)
"""Who is urged to do what; what stands behind the next comma can be urged, too."""
INCLUDING = late(
    rf",\s+(?:nhất là|đặc biệt là|trước hết là|trong đó(?: có)?)\s+(?P<list>{BODIES})(?:\s+là[^,.;]*)?,",
    needs="nhất là|đặc biệt là|trước hết là|trong đó",
)
"""Who of several is named once more: "Các sở, nhất là Sở Y tế, …"."""
SECOND = late(rf"(?<=[^\W_]),\s+(?i:{TITLED})(?P<list>{BODIES})(?=\s+[^\W\d_])")
"""Behind a clause that ends in its own words the next one begins: "Sở A rà soát, Sở B thẩm định"."""
ALSO_ADVISES = late(
    rf"(?:phối hợp(?:\s+chặt chẽ)?(?:\s+(?:cùng với|cùng|với))?\s+{BODIES}|,|\bvà|\bđồng thời)\s+"
    rf"(?:chủ động\s+|kịp thời\s+)?tham mưu(?:,?\s+(?:giúp|đề xuất|trình))?(?:\s+(?:cho|với))?\s+{B}",
    re.IGNORECASE,
    needs="tham mưu",
)
OTHER_DOER = late(rf"{B}\s+(?!và|cùng|tham mưu|với|về|của|trong|tại|trên|trước|theo|khi|để|tổng hợp về)[^\W\d_]")
UNDER = late(rf"phối hợp(?:\s+(?:với|cùng|cùng với))?\s+(?P<list>{BODIES}),?\s+do\s", re.I, needs="do")
_BEFORE_VERB = (
    r"(?:(?:(?:giữ|đóng|với) vai trò(?: là)?(?: cơ quan)?|có trách nhiệm|chịu trách nhiệm|chủ động|tiếp tục|"
    r"trực tiếp|phải|sẽ|cần|thường xuyên|kịp thời|đồng|"
    r"được giao(?: nhiệm vụ)?|được phân công|tăng cường|tập trung|là (?:cơ quan|đơn vị|đầu mối)|cùng):?\s+)*"
)
_LEADING = (
    r"(?:chủ trì|(?:làm|là)(?: (?:cơ quan|đơn vị|bộ phận))? đầu mối|đầu mối|làm nòng cốt|chịu trách nhiệm "
    r"(?:chính|chủ trì)"
    r"|làm (?:trưởng (?:đoàn|ban|nhóm|tiểu ban)|tổ trưởng|đội trưởng|nhóm trưởng)(?!\s+(?:các|những)))"
)
_STANDING = r"(?:là (?:cơ quan|đơn vị|bộ phận) thường trực,\s+(?:có trách nhiệm\s+)?)?"
STANDING_OF = late(
    rf"là (?:cơ quan|đơn vị|bộ phận) thường trực\s+(?:của\s+)?{B},\s+(?=(?:có trách nhiệm\s+)?chủ trì)",
    re.I,
    needs="thường trực",
)
LEADS, WATCHES, DIRECTS_ITSELF = (
    late(rf"{_BEFORE_VERB}{verb}\b", re.I)
    for verb in (_STANDING + _LEADING, "theo dõi", r"(?:lãnh đạo(?:,\s+chỉ đạo)?|chỉ đạo)")
)
SUPPORTS = late(
    r"(?:cùng\s+)?(?:hỗ trợ|tham gia|phụ giúp)\s*(?:[.;)]|,(?!\s*phối hợp)|\Z)",
    re.IGNORECASE,
    needs="hỗ trợ|"
    r"tham gia|phụ giúp",
)
"""What those do who help whoever leads; with what is done behind it, it is a duty of their own."""
