"""The nouns that names of bodies begin with, by how a name goes on behind them, and words that only look like them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kehoach.meaning.lexicon import GROUP_NOUNS, VERBS
from kehoach.meaning.nametable import NameTable, tokens
from kehoach.wording.latepatterns import late


def _heads(kind: str, words: str) -> dict[str, str]:
    return {head.strip(): kind for head in words.split("|")}


_HEADS: Mapping[str, str] = {
    **_heads(
        "authority",
        "UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND và UBND|HĐND, UBND|Hội đồng nhân dân và Ủy ban nhân dân|"
        "HĐND|Hội đồng nhân dân|"
        "U.B.N.D|H.Đ.N.D|ubnd|hđnd|hđnd và ubnd|"
        "Hội đồng nhân dân, Ủy ban nhân dân|HĐND - UBND|HĐND&UBND|HĐND & UBND|"
        "Đoàn đại biểu Quốc hội và Hội đồng nhân dân|Đoàn ĐBQH và Hội đồng nhân dân|"
        "Đoàn đại biểu Quốc hội và HĐND|Đoàn ĐBQH và HĐND|Đoàn đại biểu Quốc hội|Đoàn ĐBQH",
    ),
    **_heads(
        "capital",
        "HTX|Báo và Đài|Báo và đài|"
        "Sở Giao dịch|Sở giao dịch|"
        "Sở|Phòng|Bộ|Cục|Chi cục|Tổng cục|Vụ|Viện|Báo|Đài|Hội|Đoàn|Liên đoàn|Liên minh|Hiệp hội|Quỹ|Trường|"
        "Bệnh viện|Ngân hàng|Hạt|Trạm|Phân hiệu|Tập đoàn|Tổng công ty|Công ty|Hợp tác xã|Đại học|Học viện|"
        "Tạp chí|Khoa|Phòng giao dịch|Phòng Giao dịch|Bưu cục|Thành phố|Đặc khu|Huyện|"
        "Tổng Liên đoàn|Tổng hội|Liên hiệp|Hội liên hiệp|Liên hiệp các Hội|"
        "Liên hiệp các hội|Liên hiệp các tổ chức|Liên hiệp các Tổ chức|Nhà máy|Xí nghiệp|Nhà hát|Nhà Thiếu nhi|"
        "Nhà thiếu nhi|Nhà xuất bản|Lâm trường|Nông trường|Vườn quốc gia|Khu bảo tồn|"
        "Cung Văn hóa|Cung Thiếu nhi|Cung thiếu nhi|Cung Thể thao|Thương vụ|Cung Lao động|"
        "Cảng|Cảng vụ|Cảng hàng không|Bến xe|Trại giam|Trại tạm giam|Nhà tạm giữ|"
        "Quân khu|Quân đoàn|Quân chủng|Binh đoàn|Sư đoàn|Lữ đoàn|Trung đoàn|Tiểu đoàn|Hải đoàn|Hải đội|"
        "Vùng Cảnh sát biển|Vùng 1 Hải quân|Vùng 2 Hải quân|Vùng 3 Hải quân|"
        "Vùng 4 Hải quân|Vùng 5 Hải quân|Doanh nghiệp tư nhân|Bộ Tư lệnh|"
        "VNPT|Viettel|MobiFone|Mobifone|VinaPhone|Agribank|BIDV|Vietcombank|VietinBank|"
        "Liên danh|Liên danh nhà thầu|P.|Ngành|Xã|Phường|Chi đoàn|Liên chi đoàn|"
        "Chi hội|Nghiệp đoàn|Công đoàn ngành|Đồn|Kiểm toán|Tỉnh",
    ),
    **_heads(
        "open",
        "Bộ môn|Hội đồng tuyển sinh|Hội đồng coi thi|Hội đồng chấm thi|"
        "Cụm thi đua|Khối thi đua|Ban|Tổ|Đội|Bộ phận|Trung tâm|Hội đồng|Nhóm|Ủy ban|Tiểu ban|Câu lạc bộ|Tổ hợp tác|"
        "Phòng khám|Ban quản lý|Ban quản trị|Ban Quản trị|"
        "Ban Quản lý|"
        "Trạm y tế|Trạm Y tế|Đảng bộ|Chi bộ|Đoàn kiểm tra|Tổ kiểm tra|Tổ giúp việc|Tổ công tác|Tổ thẩm định|"
        "Tổ rà soát|Tổ khảo sát|Tổ xác minh|Tổ tự quản|"
        "Đoàn giám sát|Đoàn thanh tra|Đoàn khảo sát|Đoàn đánh giá|Đoàn thẩm định|Đoàn công tác|Hội đồng thẩm định|"
        "Hội đồng nghiệm thu|Hội đồng tư vấn|Hội đồng đánh giá|Ban tự quản|"
        "Hội đồng phối hợp phổ biến, giáo dục pháp luật|Ban công tác",
    ),
    **_heads(
        "plain",
        "Vụ Các vấn đề chung về xây dựng pháp luật|Ban Xây dựng Đoàn|GVCN|"
        "Ban Giám đốc|Ban giám đốc|Ban Giám khảo|Ban giám khảo|Ban Kiểm soát|Ban kiểm soát|Ban Thanh niên Trường học|"
        "Hội đồng quản trị|Hội đồng Quản trị|Hội đồng thành viên|Hội đồng Thành viên|"
        "Ban vì sự tiến bộ phụ nữ|Ban vì sự tiến bộ của phụ nữ|Ban vì sự tiến bộ Phụ nữ|"
        "Thanh tra xây dựng|Thanh tra giao thông|Thanh tra môi trường|Thanh tra chuyên ngành|Thanh tra y tế|"
        "Thanh tra sở|Thanh tra nhân dân|Thanh tra lao động|Thanh tra văn hóa|"
        "Quản lý thị trường|Kiểm lâm|Bộ đội biên phòng|Đoàn Chủ tịch|"
        "UB MTTQ|UB Mặt trận Tổ quốc|BCH|BĐD|BTV|BQL|BCĐ|TTYT|UBMTTQ|MTTQ|LĐLĐ|BHXH|NHCSXH|NHNN|KBNN|VKSND|TAND|"
        "BCHQS|BĐBP|HLHPN|"
        "Đảng đoàn|Văn phòng điều phối|Văn phòng đại diện|Văn phòng thường trực|"
        "Văn phòng|VP|VP.|TTPVHCC|TTHCC|Thanh tra|Công an|Kho bạc|Thuế|Hải quan|Bưu điện|Viễn thông|Điện lực|"
        "Bảo hiểm xã hội|"
        "Tòa án|Tòa án nhân dân|Tòa Hình sự|Tòa Dân sự|Tòa Hành chính|Tòa Kinh tế|Tòa Lao động|"
        "Tòa Gia đình và người chưa thành niên|Viện kiểm sát|Viện kiểm sát nhân dân|Viện Kiểm sát nhân dân|Thư viện|"
        "Thông tấn xã|Bảo tàng|Mặt trận|Thường trực|Chính quyền|Văn phòng đăng ký đất đai|Văn phòng Đăng ký đất đai|"
        "Bộ Chỉ huy|Bộ đội Biên phòng|Ban Chỉ huy|Chi nhánh|Cổng|Trang|Trang thông tin điện tử|"
        "Cổng thông tin điện tử|"
        "Hội đồng thi đua - khen thưởng|Hội đồng Thi đua - Khen thưởng|Hội đồng thi đua khen thưởng|"
        "Đài phát thanh và truyền hình|Đài phát thanh - truyền hình|Đài phát thanh, truyền hình|"
        "Báo và phát thanh, truyền hình|Báo và Phát thanh, truyền hình|Báo và Phát thanh, Truyền hình|"
        "Báo và Phát thanh - Truyền hình|Báo và phát thanh - truyền hình|"
        "Khu Quản lý đường bộ|Khu Đường bộ|Nhà khách|Tư vấn giám sát|Tư vấn giám sát thi công|"
        "Tư vấn giám sát thi công xây dựng|"
        "Tư vấn giám sát thi công xây dựng công trình|Tư vấn thiết kế|"
        "Cơ sở Hội|Cơ sở Đoàn|Công đoàn|Công đoàn cơ sở|Nhà văn hóa|Nhà Văn hóa|Đồn Biên phòng|Thi hành án dân sự",
    ),
    **_heads(
        "whole",
        "Tỉnh ủy|Thành ủy|Huyện ủy|Thị ủy|Đảng ủy|Tỉnh đoàn|Thành đoàn|Huyện đoàn|Chính phủ|Quốc hội|"
        "Tổng Kiểm toán nhà nước|Tổng Kiểm toán Nhà nước|Thủ tướng Chính phủ|Tòa án nhân dân tối cao|"
        "Tòa án nhân dân Tối cao|Viện kiểm sát nhân dân tối cao|"
        "Viện Kiểm sát nhân dân tối cao|Viện kiểm sát nhân dân Tối cao|Viện Kiểm sát nhân dân Tối cao|Bộ Chính trị|"
        "Sở quản lý ngành, lĩnh vực|Bộ quản lý ngành, lĩnh vực|Sở quản lý chuyên ngành|Bộ quản lý chuyên ngành|"
        "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh|Trung ương Đoàn TNCS Hồ Chí Minh|Văn phòng Trung ương Đảng|"
        "Văn phòng Trung ương|Ban Bí thư|Quân ủy Trung ương|Đoàn trường|Nhà trường|Chi ủy|"
        "Hội đồng trường|Công đoàn trường|"
        "Liên đội trường|"
        "Giáo viên chủ nhiệm|Ban Giám hiệu|Ban giám hiệu|Ban Giám hiệu nhà trường|Ban giám hiệu nhà trường|"
        "Thống kê tỉnh, thành phố|Thống kê các tỉnh, thành phố|Thống kê tỉnh|Thống kê thành phố|Thống kê cơ sở|"
        "Hai ngành|Hai cơ quan|Hai bên|Mỗi bên|"
        "Trung ương Đoàn|Trung ương Hội|Đại biểu HĐND|Đại biểu Hội đồng nhân dân|Đại biểu Quốc hội|"
        "Liên đội|Tổng phụ trách Đội|Giáo viên Tổng phụ trách Đội|Tổng phụ trách|Giáo viên Tổng phụ trách|"
        "Khoa Khám bệnh|"
        "Khoa Dược|Khoa Cấp cứu|"
        "Hội đồng Thuốc và điều trị|Hội đồng Thuốc và Điều trị|Khoa Xét nghiệm|Khoa Kiểm soát nhiễm khuẩn",
    ),
    **_heads(
        "holder",
        "Công chức tư pháp - hộ tịch|Công chức văn phòng - thống kê|Công chức tài chính - kế toán|"
        "Công chức văn hóa - xã hội|Công chức địa chính - xây dựng|"
        "Công chức địa chính - xây dựng - đô thị và môi trường|"
        "Công chức địa chính - nông nghiệp - xây dựng và môi trường|"
        "Thú y viên|Chánh thanh tra|Phó Chánh thanh tra|"
        "GĐ|PGĐ|TGĐ|PTGĐ|PCT|CVP|PCVP|Chánh văn phòng|Phó Chánh văn phòng|Phó chánh văn phòng|"
        "Chủ tịch|Phó Chủ tịch|Giám đốc|Phó Giám đốc|Chánh|Phó Chánh|Trưởng phòng|Trưởng Phòng|Trưởng ban|"
        "Trưởng Ban|Trưởng|Thủ trưởng|thủ trưởng|Lãnh đạo|lãnh đạo|Bí thư|Phó Bí thư|Cục trưởng|"
        "Chi cục trưởng|Hiệu trưởng|Người đứng đầu|người đứng đầu|Bộ trưởng|Tổng Biên tập|Viện trưởng|"
        "Trưởng Công an|Chỉ huy trưởng|Trưởng thôn|Tổ trưởng|Đội trưởng|Trưởng Trạm|Công chức|công chức|"
        "Phó Trưởng|Phó Trưởng ban|Phó Trưởng phòng|Tổ phó|Đội phó|Chính trị viên|Phó Chỉ huy trưởng|Trưởng khoa|"
        "Trưởng buôn|Trưởng làng|Bí thư chi bộ|Bí thư Chi bộ|Tổng Thư ký|Điều dưỡng trưởng|Phó Tổng Giám đốc|"
        "Tổng Giám đốc|Tập thể lãnh đạo|Thành viên|Nhân viên|Phó Hiệu trưởng|Hiệu phó|Kế toán|Kế toán trưởng|"
        "Chánh án|Viện trưởng Viện Kiểm sát|Thư ký|Hòa giải viên|Thẩm phán|"
        "Kiểm toán viên|Kiểm sát viên|Chấp hành viên|Tổng Giám thị|Chủ nhiệm|Phó Chủ nhiệm|Chi hội trưởng|"
        "Trưởng cụm|Cụm trưởng|Trưởng khối|Khối trưởng|Điều dưỡng|Bác sĩ|Dược sĩ|Kỹ thuật viên|Giảng viên|"
        "Tổng Kiểm toán|Thứ trưởng|Vụ trưởng|Tổng cục trưởng|Tổng cục phó|Tư lệnh|Chính ủy|Phó Thủ tướng|"
        "Trưởng trạm|Ủy viên|Thôn trưởng|Trưởng bản|Cơ quan Ủy ban Kiểm tra|Cơ quan Ủy ban Mặt trận Tổ quốc",
    ),
}

_POLICE = tuple(f"{kind}{number:02}" for kind in ("PA", "PC", "PH", "PK", "PV", "PX") for number in range(1, 13))
"""Signs of the divisions of a province's police."""
NOUNS_OF_BODIES = NameTable()
for _head, _kind in _HEADS.items():
    NOUNS_OF_BODIES.add(_head, _kind)
_HEADED = "Đồn|Hạt|Trạm|Vụ|Cục|Chi cục|Đội|Tổ|Nhóm|Khoa|Viện|Chi hội|Đoàn|Sư đoàn|Lữ đoàn|Trung đoàn|Tiểu đoàn|Đại đội"
for _head in _HEADED.split("|"):
    for _office in (f"{_head} trưởng", f"Phó {_head} trưởng", f"Phó {_head}"):
        NOUNS_OF_BODIES.add(_office, "holder")
for _head in (*_POLICE, *(f"P{number}" for number in range(1, 13))):
    NOUNS_OF_BODIES.add(_head, "whole")
for _head in ("SỞ", "PHÒNG"):
    NOUNS_OF_BODIES.add(_head, "capital")

SMALL_HEADS = frozenset(("sở", "phòng", "trường", "báo", "đài", "trạm", "hội", "tổ", "khoa", "đội", "ban"))
"""Nouns that begin a name in small letters where a capital follows: "trường Đại học Tây Nguyên"."""
SMALL_FIRST = SMALL_HEADS | {"bệnh", "trung", "công", "chi"}
"""The same with the first syllables of longer ones: "bệnh viện Đa khoa", "công ty Điện lực"."""

NOT_AFTER = frozenset(("luật", "“", '"', "chuyên", "tiểu"))
STRONG = late(r"(?:chủ trì|đồng chủ trì|có trách nhiệm|chịu trách nhiệm|chủ động|phải|sẽ)(?![^\W_])")
"""What only a verb can be; words before it that no list has belong to the name."""
FINITE = late(
    r"(?:chủ trì|có trách nhiệm|chịu trách nhiệm|báo cáo|gửi|trình|chủ động|tham mưu|đồng chủ trì"
    r"|làm việc\s+(?:trực tiếp|tại|với|theo|từ|trong))(?![^\W_])"
)
"""What a verb is whose subject's name ends before it, and never what a team is called by."""
SYNTHESIS = late(r"tổng hợp\s+(?:chủ trì|phối hợp|có trách nhiệm|chịu trách nhiệm|chủ động|lập)(?![^\W_])")
"""Behind "Văn phòng" a part of its name, as another verb follows that is no thing which is put together."""
SERIAL = late(
    r"(?:tổ chức|phối hợp|chủ trì|tham mưu|hướng dẫn|triển khai|chỉ đạo|tiếp tục|tăng cường|chủ động|kịp thời|"
    r"trực tiếp|"
    r"đề xuất|nghiên cứu|thực hiện|tập trung|đẩy mạnh|thường xuyên|khẩn trương|nghiêm túc|định kỳ|báo cáo|kiểm tra|"
    r"rà soát|"
    r"theo dõi|đôn đốc|thống nhất|vận động|tuyên truyền|huy động|giúp|cử|giao|phân công|đăng ký|xem xét|có trách nhiệm|"
    r"chịu trách nhiệm|tích cực|gương mẫu|hỗ trợ|tham gia|ký)(?![^\W_])"
)
"""Verbs that another follows without a comma."""
ACTIVITY = late(
    r"(?:nhận quân|chi trả|cho vay|thu gom|vận chuyển|giao quân|thi công|phát triển|cảnh báo|bảo trì|kiểm định|"
    r"kiểm soát|giám định|cung ứng|khai thác|"
    r"sản xuất|chế biến|ứng dụng|"
    r"bảo tồn|"
    r"vận hành|quản lý|điều trị|phục hồi|chăm sóc|nuôi dưỡng|đào tạo|bồi dưỡng|nghiên cứu|tư vấn|truyền thông|xúc tiến|"
    r"giới thiệu|thiết kế|sửa chữa|xử lý|cứu hộ|bảo vệ|thông tin|lưu trữ|thẩm định|đánh giá|dự báo|quan trắc|điều phối|"
    r"hòa giải|trợ giúp|sát hạch|huấn luyện|đăng kiểm|đấu giá|chuyển giao)(?![^\W_])"
)
"""What a center or a company is for, which can stand in its name as well as be what it does."""
FOR_PURPOSE = frozenset("tâm sở nghiệp chức trạm ty quan vị hộ đội tổ phòng ban trường lượng thầu máy".split())  # noqa: SIM905
"""Last syllables of the nouns of groups that are called by what they are for: "trung tâm", "doanh nghiệp"."""
NAMING = late(
    r"(?:phát triển|xây dựng|chuyển đổi|đổi mới|sắp xếp|thực hiện|vận động|phòng|chống|cải cách)(?![^\W_])",
    re.IGNORECASE,
)
"""Verbs that also say what a steering committee is for."""
_MEMBERS = """
địa xã phường thôn buôn cấp huyện tỉnh đặc thị tổ sở đơn cơ trường ngành thành khu bộ chi ấp khóm khoa lớp chung quân
"""
MEMBERS = frozenset(_MEMBERS.split())
TOWNS = ("đặc khu", "thành phố", "thị xã", "thị trấn")
"""Kinds of place of which a province can have but one, so that its name stands last among the others' kinds."""
NEVER_SECOND = frozenset(
    "và của là có phải sẽ cần được đã đang theo để về trong trên tại từ với cho khi do các những thì này".split()  # noqa: SIM905
)
"""Small words that no word of two syllables ends with, as "hàng không" ends with another."""
TOLD_FURTHER = frozenset(("được", "chưa", "đã", "đang", "bị", "còn"))
GROUP_OPENING = frozenset(("các", "những", "mọi", "từng", "mỗi"))
LISTED_AFTER = frozenset(
    ("trình", "gửi", "mưu", "hợp", "với", "giao", "cho", "nghị", "về", "cáo", "đạo", "cầu", "đến", "chẽ")
)
_BARE = """
trưởng lực thủ kíp ca cố chủ giáo nhà nhân hòa thư cơ đơn hội đoàn doanh địa trường trạm cấp chính cán
"""
BARE_OPENING = frozenset(_BARE.split())
"""First syllables of groups that are named without "các": "lực lượng", "chủ đầu tư", "giáo viên"."""
ELIDED = late(
    r"[Cc]ác\s+(?P<head>[Ss]ở|[Pp]hòng|[Bb]an|[Bb]ộ|Vụ|Cục|Chi cục|Viện|Khoa)"
    r"(?:(?:\s*[,-]\s*(?:[Bb]an|[Nn]gành|[Đđ]oàn thể|[Đđ]ơn vị)|\s+[Nn]gành){1,3}\s*:|\s*:?)\s+"
    r"(?P<names>[A-ZĐÂÊÔƠƯ][^.;:()“”]*)"
)
FIRMS_TOLD = late(
    r"[Cc]ác\s+(?P<head>[Tt]ập đoàn|[Tt]ổng công ty|[Cc]ông ty|[Nn]gân hàng|[Bb]ệnh viện)\s*:\s+"
    r"(?P<names>[A-ZĐÂÊÔƠƯ][^.;:()“”]*)"
)
"""Firms and houses whose noun a colon parts from their names, which alone may look like other bodies."""
EACH_THING = late(r"(?:mỗi|từng)\s+(?:dự án|nhóm nhiệm vụ|chợ|tỉnh|thành phố|huyện)(?![^\W_])", re.IGNORECASE)
"""What a rule is for and nobody who acts: "mỗi dự án không quá 02 học sinh"."""
FUNCTION = late(
    r"(?:(?:[Cc]ác|[Nn]hững)\s+)?(?:[Cc]ơ quan|[Đđ]ơn vị|[Bb]ộ phận|[Pp]hòng|[Bb]an)(?:,\s+(?:đơn vị|cơ quan|"
    r"bộ phận))?\s+"
    r"(?:được\s+(?:giao|phân công)\s+(?:nhiệm vụ\s+)?"
    r"(?:chủ trì\s+tham mưu|chủ trì|tham mưu|phối hợp|thực hiện|phụ trách)"
    r"|được\s+(?:giao|phân công)(?:\s+nhiệm vụ)?(?=\s+(?:tại|trong|ở|định kỳ|có trách nhiệm|chịu trách nhiệm|phải)\s)"
    r"|tham mưu về tổ chức, cán bộ|(?:chuyên môn|tham mưu|(?:tham mưu,\s+)?quản lý nhà nước|chủ trì|"
    r"đầu mối)\s+về\s+[^,.;:()]{2,40}?"
    r"(?:\s+(?:ở\s+)?cấp\s+(?:xã|tỉnh|huyện)(?:(?:,|\s+và)\s+cấp\s+(?:xã|huyện))*|\s+ở\s+trung\s+ương)?"
    r"|chủ trì (?:thi công|thẩm định|thẩm tra|xây dựng|biên soạn|quản lý|tổ chức|lập)(?:\s[^,.;:()]{2,40}?)?"
    r"(?=\s+(?:có trách nhiệm|có quyền|chịu trách nhiệm|phải|phối hợp với|gửi)\s)"
    r"|chủ trì (?:kế hoạch|lập kế hoạch|lập quy hoạch|nhiệm vụ|nội dung|thực hiện|soạn thảo|hoạt động|đề án|dự án|"
    r"chương trình)"
    r"|chủ trì|đầu mối|thường trực"
    r"|phối hợp(?=\s+(?:có trách nhiệm|chịu trách nhiệm|phải|cần|được|không|sẽ|chủ động|kịp thời|và)(?![^\W_])"
    r"|\s*[,;.):]|\s*\Z)"
    r"|soạn thảo|thẩm định|thẩm tra|ban hành|quản lý"
    r"|(?:được|chịu sự)\s+(?:kiểm tra|thanh tra|giám sát|kiểm toán))"
    r"(?=\s+(?:có trách nhiệm|có quyền|chịu trách nhiệm|khẩn trương|nghiêm túc|tích cực|nhanh chóng|thường xuyên|"
    r"định kỳ|đăng|nộp|bố trí|phổ biến|hoàn thành|chuẩn bị|phải|cần|được|không|sẽ|gửi|tổng hợp|báo cáo|đôn đốc|"
    r"theo dõi|hướng dẫn|"
    r"kiểm tra|chủ động|kịp thời|phân công|lấy ý kiến|công khai|niêm yết|xử lý|giải quyết|rà soát|cập nhật|lập|trình|"
    r"thông báo|cung cấp|đề xuất|tổ chức|triển khai|xây dựng|thực hiện|tiếp nhận|tham mưu|để|trước|xem xét|quyết định|"
    r"ban hành|quản lý|trong|phối hợp|và|chủ trì)(?![^\W_])|\s*[,;.):]|\s*\Z)"
)
_FUNCTION_ALONE = late(
    r"(?:(?:[Cc]ác|[Nn]hững)\s+)?(?:[Cc]ơ quan|[Đđ]ơn vị|[Bb]ộ phận)\s+(?:chủ trì|đầu mối|thường trực|soạn thảo"
    r"|thẩm định|thẩm tra|ban hành|(?:được|bị|chịu sự)\s+(?:kiểm tra|thanh tra|giám sát|kiểm toán)"
    r"|quản lý\s+(?:thuế|thị trường|nhà nước|cấp trên|trực tiếp))(?=\s+(?P<behind>[^\W\d_][^,.;:()]{0,40}))"
)


def function_at(text: str, start: int) -> re.Match[str] | None:
    """Match an office named by its function that ends before a verb or a sign: "Cơ quan chủ trì cụ thể hóa …"."""
    if known := FUNCTION.match(text, start):
        return known
    alone = _FUNCTION_ALONE.match(text, start)
    behind = tokens(alone["behind"]) if alone else ()
    return alone if behind and behind[0].word[0].islower() and VERBS.longest(behind, 0)[0] > 0 else None


PAIRED = late(
    r"(?:(?:[Cc]ác|[Nn]hững)\s+)?(?:[Cc]ơ quan|[Đđ]ơn vị)\s+phối hợp(?=\s+(?!với\b|cùng\b|chặt\b|và\b|trong\b)[^\W\d_])"
)
"""A function's name where the same text names "đơn vị chủ trì": "các đơn vị phối hợp cử người tham gia"."""
PAIR = late(r"(?:cơ quan|đơn vị)\s+chủ trì(?![^\W_])", re.IGNORECASE)
FUNCTION_OPENING = frozenset(token.key for token in tokens("các những cơ đơn bộ phòng ban"))
SMALL_OPENING = FUNCTION_OPENING | frozenset(
    token.key
    for token in tokens("mọi từng mỗi những các lãnh thủ người công chính cấp cán hiệu giám chủ trưởng bí phó")
)
"""Words in small letters that a name can begin with anywhere."""
OPENING = SMALL_OPENING
OPENING |= frozenset(NOUNS_OF_BODIES.opening) | frozenset(GROUP_NOUNS.opening)

HEAD = (
    r"(?:Các\s|các\s)?(?:UBND|HĐND|Ủy ban|Hội đồng|Chủ tịch|Thủ trưởng|Giám đốc|Chánh|Trưởng|Văn phòng|Sở|Ban|Phòng|"
    r"Trung tâm|Đài|Báo|Cổng|Trang|Bưu điện|Công an|Bộ Chỉ huy|Tòa án|Viện|Chi cục|Cục|Trường|Hội|Đoàn|Liên đoàn|"
    r"Tỉnh ủy|Tỉnh đoàn|Huyện ủy|Huyện đoàn|Đảng ủy|Mặt trận|[Cc]ơ quan|[Đđ]ơn vị|"
    r"[Pp]hòng|[Ss]ở|[Bb]an|[Dd]oanh nghiệp|[Đđ]ịa phương)"
)
"""Nouns that the name of a body begins with."""

_OF_PLACE = re.compile(
    r"(?P<head>(?:(?:Chủ tịch|Phó Chủ tịch|Bí thư|Trưởng)\s)?(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân"
    r"|Hội đồng nhân dân|Công an|Đảng ủy|Trạm Y tế|Ban Chỉ huy Quân sự))\s(?:xã|phường|đặc khu|thị trấn|huyện|thôn|"
    r"tỉnh|thành phố|quận|thị xã)"
    r"\s[A-ZĐ0-9]|(?P<of_level>UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân)\scấp\s(?:tỉnh|huyện)\Z"
)
_OF_LEVEL = re.compile(r"([^;:]+)\scấp\s(?:tỉnh|thành phố|huyện)")


def shared_noun(name: str, listed: bool) -> str:
    """Give the noun of a name of which each place or level has one; in a list of bodies each level has one of any."""
    if same := _OF_PLACE.match(name):
        return str(same["head"] or same["of_level"])
    of_level = _OF_LEVEL.fullmatch(name) if listed else None
    return of_level[1] if of_level else ""
