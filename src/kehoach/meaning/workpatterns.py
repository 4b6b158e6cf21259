"""Patterns by which work comes to a body over others: it is sent, moved, directed, taken up, agreed on or met about."""

from __future__ import annotations

import re

from kehoach.meaning.actorpatterns import BODIES, JOINT, MOST, SIGNS, B
from kehoach.meaning.fronts import LABEL
from kehoach.wording.latepatterns import late

SENT = late(
    rf"(?<![^\W_])(?:gửi\s+(?P<list>{BODIES})\s+(?:để\s+)?(?:thực hiện|triển khai|tổ chức)\b"
    rf"|chuyển\s+(?P<moved>{BODIES})\s+(?:để\s+)?(?:thực hiện|xử lý|giải quyết|thẩm định|thẩm tra|xác minh)\b)",
    re.IGNORECASE,
    needs="gửi|chuyển",
)
MOVED = late(
    r"(?:chuyển|điều chuyển|bàn giao)(?![^\W_])"
    r"(?!(?-i:[^.;])*?\s(?:nhân sự|biên chế|cán bộ|công chức|viên chức|tài sản|trụ sở|hồ sơ|tài liệu|vốn|kinh phí)\s)"
    rf"(?-i:[^.;{SIGNS}]){{0,120}}?\stừ\s+{B}\s+(?:sang|cho|về)"
    rf"\s+(?P<list>{BODIES})",
    re.IGNORECASE,
    needs="chuyển|bàn giao;từ",
)
"""Who has a thing to do from now on, and not who had it."""
HANDED = late(
    r"(?:\A|(?<=[.;:])\s|[(\[])\s*(?:(?:nhiệm vụ|nội dung|công việc|việc)\s+này\s+(?:được\s+)?)?(?:giao"
    r"|phân công)(?:\s+cho)?"
    rf"\s+(?P<list>{B}(?:(?:,|\s+và)\s+{B}){{0,20}})(?=\s*(?:[.;)\]]|\Z)|,\s+(?:có sự|với sự|xong|hoàn thành"
    rf"|trước|trong|vào|thời gian|hạn|từ)\s)",
    re.IGNORECASE,
    needs="giao|phân công",
)
"""Behind what is to be done, whom it is given to: "Lắp máy lấy số. Giao Văn phòng, xong trước 30/6"."""
AGREED = late(rf"(?<![^\W_])thống nhất(?:\s+ý kiến)?\s+với\s+(?P<list>{BODIES})", re.IGNORECASE, needs="thống nhất")
DIRECTED_WORK = late(
    rf"(?<![^\W_])(?<!sự )(?<!việc )chỉ đạo(?:,\s+(?:đôn đốc|hướng dẫn|kiểm tra|"
    rf"yêu cầu))*\s+(?:cho\s+)?(?P<list>{BODIES})"
    r"(?:\s*\([^()]*\))?(?=\s)",
    re.IGNORECASE,
)
"""Whom somebody directs to do a thing, whoever that is: "Chỉ đạo các phòng chuyên môn rà soát …"."""
JOINTLY = late(rf"phối hợp(?:\s+(?:với|cùng))?\s+{BODIES}\s+(?=chỉ đạo\s+{B})", re.IGNORECASE, needs="chỉ đạo")
"""With whom somebody directs others: "A phối hợp với B chỉ đạo C chủ trì"."""
TAKEN_UP = late(
    rf"(?<![^\W_])để\s+(?P<list>{BODIES})\s+(?=(?:tổng hợp|thẩm định|tham mưu|công bố)(?![^\W_]))", needs="để"
)
"""Who does a thing with what is sent to them: "gửi về Sở A để Sở A tổng hợp"."""
ALSO_GIVEN = late(
    rf"(?<=[^\W\d_])\s+và\s+(?:đề nghị|yêu cầu|giao|phân công)\s+(?:cho\s+)?(?P<list>{BODIES})(?=\s+[^\W\d_])",
    needs="đề nghị|yêu cầu|giao|phân công",
)
"""Behind what somebody does, whom they have do another thing: "tiếp nhận kiến nghị và đề nghị các đơn vị trả lời"."""
ANNOUNCED = late(rf"\s*:\s*(?P<list>{B}(?:{JOINT}{B}){{1,{MOST}}}(?!{JOINT}{B}))(?=\s+[^\W\d_])")
"""Behind a colon those whom the words before it stand for: "các hội: Hội Nông dân, Hội Phụ nữ phối hợp …"."""
MEETS = late(
    rf"(?<![^\W_])họp(?!\s+báo)(?:\s+[^\W\d_]+){{0,6}}?\s+với\s+(?P<list>{BODIES})", re.IGNORECASE, needs="họp"
)
JOINS_FIRST = late(rf"\s*{LABEL}(?:Cùng với|Cùng|Với)\s+(?P<list>{BODIES})\s+(?=[^\W\d_])", needs="cùng|với")
"""With whom those of the heading do a thing: "Cùng với UBND các phường triển khai …"."""
_AMONG = rf"\s*\(\s*chủ trì\s*\)(?:\s*[,;]\s*(?:và\s+)?|\s+(?:và|cùng)\s+)(?P<list>{BODIES})"
_JOINING = r"\s*\(\s*(?:cùng\s+)?phối hợp(?:\s+thực hiện)?\s*\)"
OTHERS = late(rf"{_AMONG}(?:{_JOINING})?", re.IGNORECASE, needs="(;chủ trì")
"""Behind a body that leads, as brackets say, the others whom the same work is given to."""
GIVEN_AMONG = late(
    rf"(?<![^\W_])(?:giao|phân công)(?:\s+(?:nhiệm vụ|trách nhiệm))?(?:\s+cho)?\s+{B}{_AMONG}(?=,?\s+[^\W\d_])",
    re.IGNORECASE,
    needs="(;chủ trì",
)
JOINED_AMONG = late(rf"{B}{_AMONG}{_JOINING}", re.IGNORECASE, needs="(;chủ trì")
"""With whom one leads: "Giao Sở A (chủ trì), Sở B, Sở C rà soát", "Sở A (chủ trì), Sở B, Sở C (phối hợp)"."""
