"""Whether a name ends where it was read to end: a name that no list holds is asserted only before a proven boundary.

A boundary is the end of the text, a sign that stands in no name, a joint with another body or a clause behind it, a
small word or a verb that names have none of. What names can go on with as well ("Phòng Phổ biến" before "và theo dõi
thi hành pháp luật", "Phòng Kiểm tra" before "sau thông quan") proves the end of names alone that are known whole: an
office's, a place's. Whatever is none of these leaves the name unread; it is never cut.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kehoach.meaning.bodyname import BodyName
from kehoach.meaning.bodynouns import FINITE, GROUP_OPENING, NOUNS_OF_BODIES
from kehoach.meaning.lexicon import AUXILIARIES, DEPARTMENTS, GROUP_NOUNS, LONG_PLACES, MATTERS, NOUNS, PLACES, VERBS
from kehoach.meaning.nameopenings import Openings
from kehoach.meaning.nametable import table_of
from kehoach.meaning.offices import OFFICES
from kehoach.meaning.otherwords import FRONTS, INDIVIDUALS, MANNER, OTHER_WORDS, TOLD

_IN_NAMES = table_of(
    "khảo sát|thẩm tra|vận chuyển|"
    "quản lý|kiểm tra|kiểm soát|giám sát|thanh tra|theo dõi|xây dựng|phát triển|đầu tư|đào tạo|bồi dưỡng|hỗ trợ|"
    "xử lý|thi hành|tư vấn|nghiên cứu|ứng dụng|bảo vệ|bảo tồn|chăm sóc|phục hồi|nuôi dưỡng|điều trị|điều tra|"
    "tuyên truyền|phổ biến|truyền thông|thông tin|lưu trữ|thống kê|kiểm định|giám định|đăng kiểm|đăng ký|đấu giá|"
    "đấu thầu|thẩm định|tổng hợp|điều hành|điều phối|vận hành|khai thác|sản xuất|kinh doanh|chế biến|cung ứng|"
    "huấn luyện|thi đấu|biểu diễn|xúc tiến|quy hoạch|quan trắc|đo đạc|dự báo|cảnh báo|phân tích|xét nghiệm|chẩn đoán|"
    "cấp cứu|phòng ngừa|giải quyết|tiếp nhận|tiếp dân|tiếp công dân|bồi thường|giải phóng mặt bằng|hòa giải|trợ giúp|"
    "chuyển đổi|chuyển giao|hợp tác|liên kết|thanh toán|kiểm toán|thu phí|tuyển dụng|tuyển sinh|phân phối|sửa chữa|"
    "bảo trì|bảo dưỡng|thiết kế|thi công|vận động|cứu hộ|cứu nạn|chữa cháy|thi đua|xuất bản|phát hành|công chứng|"
    "sát hạch|giúp việc|phục vụ|khiếu nại|tố cáo|phát thanh|truyền hình|dùng|thu|chi|in|bán|mua|dịch|phát|học|thi|"
    "giáo dục|sáng tạo|đổi mới|kỷ luật|khen thưởng|trưng bày|cấp phép|dự toán"
)
"""Verbs that stand within names as well: "Phòng Quản lý hỗ trợ người nộp thuế", "Hội Bảo vệ … người tiêu dùng"."""
_NEVER_DONE = frozenset(("cấp cứu", "phát thanh", "truyền hình"))
"""What stands in names, and behind an office's seldom says what it does."""
_CLOSING = table_of(
    "phải|sẽ|cần|chưa|được|có|đã|đang|nên|chỉ|cũng|đều|vẫn|còn|tự|nhanh chóng|nghiêm cấm|bắt buộc|có thể|là|để|trước|"
    "dự|khi|nếu|bằng|như|hoặc|nhằm|thông qua|qua|do|bởi|hay|đối với|mà|thì|này|đó|hãy|nêu|nhưng|song|bị|gồm|tùy|ngay|"
    "không|hằng|hàng tháng|hàng quý|hàng năm|hàng tuần|mỗi|từng|tuyệt đối|kiên quyết|lần lượt|đồng loạt|sớm|luôn|vừa|"
    "xong|trong tháng|trong quý|trong năm|trong ngày|trong quá trình|trong việc|trong thời|trong phạm vi|"
    "trong công tác|trong trường hợp|trong vòng|trong tuần|trong giai đoạn|trên cơ sở|cùng với|với|theo chức năng|"
    "theo quy định|theo nhiệm vụ|theo thẩm quyền|theo phân công|theo định kỳ|theo kế hoạch|theo lĩnh vực|theo đúng|"
    "theo từng|theo đó|theo phạm vi|theo hướng dẫn|theo sự|theo mẫu|theo Nghị|theo Quyết|theo văn bản|theo nội dung|"
    "theo tiến độ|từ ngày|từ tháng|từ năm|từ nay|từ khi|sau khi|sau đó|sau đây|sau ngày|vào|đến ngày|đến hết|"
    "chậm nhất|trước ngày|nói trên|nêu trên|tại các|tại Điều|tại Kế hoạch|tại văn bản|tại hội nghị|tại cuộc họp|cuối|"
    "đầu|ngày|tháng|quý|tuần|tối thiểu|ít nhất|hoàn toàn|triệt để|chung tay|nhất thiết|dứt khoát|hết sức|tạm thời"
)
"""Small words that no name goes on with."""
_SIGNS = frozenset((".", ";", ":", ")", "(", "]", "”", "“", '"', "…", "|", "?", "!", "+", "•", "=", ">", "→", "*"))
_NUMERAL = re.compile(r"[0-9]+|[IVX]+")
_OWN = frozenset(("Sở", "Bộ", "Tỉnh", "Trường", "Viện", "Cục", "Ban"))
"""Nouns behind an office's that alone say whose it is."""
_TELLING = frozenset(("về", "sau", "trong", "ngoài", "theo", "của", "cho", "các", "một", "tại", "ở", "vì"))
"""Small words that can tell what an office is for: "Phòng Cảnh sát … về trật tự xã hội"."""
_LINKS = frozenset(("và", "cùng", "với", "hoặc", "hay"))
_FIELDS = frozenset(
    ("bảo hiểm xã hội", "kiểm lâm", "thuế", "hải quan", "thanh tra", "thư viện", "viễn thông", "bưu điện", "bảo tàng")
)
"""Bodies that are called by what other bodies are for, too: "Cục Lâm nghiệp và Kiểm lâm"."""


class NameEnds(Openings):
    """A text in which the ends of names are proven; methods take numbers of tokens."""

    def _with_proven_ends(self, names: Sequence[BodyName]) -> Sequence[BodyName]:
        """Give the names, those whose end is not proven as not sure."""
        proven: list[BodyName] = []
        for name in names:
            before = proven[-1] if proven else None
            sure = self._is_proven(name) and not (before and self._is_part(before, name))
            proven.append(name if sure else replace(name, sure=False))
        return proven

    def _is_part(self, before: BodyName, name: BodyName) -> bool:
        """Whether a name can be the end of the one before: "Cục Lâm nghiệp và Kiểm lâm"."""
        start, end = self._after(name.start), self._after(before.end)
        behind = not before.sure and self._joint(start - 1) == start and start - end < 8
        return behind and self._is_field(start) and not any(self._is_said(at) for at in range(end, start - 1))

    def _is_proven(self, name: BodyName) -> bool:
        if not name.sure or name.kind == "role" or name.told_to:
            return name.sure
        start, end = self._after(name.start), self._after(name.end)
        if self.known.get(start) == end or len(name.words.split()) != len(self.text[name.start : name.end].split()):
            return True
        if name.kind == "group" or GROUP_OPENING & {self._word(at) for at in range(start, end)}:
            # "các trường Mầm non, Tiểu học", "các phòng - Tin học": which of them are meant goes on.
            if self._word(end) == "cấp" and self._is_capital(end + 1):
                return False  # "các đơn vị cấp Trung đoàn trở lên"
            joint = self._joint(end)
            return joint == end or not self._is_capital(joint) or self._is_other(joint) or self._opens_line(end)
        return self._ends_before(start, end)

    def _ends_before(self, start: int, end: int) -> bool:
        """Whether what stands behind a name proves that it ends there."""
        if self._ends_with_matter(end) or self._may_be_shorter(start, end) or self._word(end) in PLACES:
            return False
        if end >= len(self.words) or self._word(end) in _SIGNS:
            return True
        if self._is_closed(start, end):
            return self._may_follow(end)
        word = self._word(end)
        if word == "," or word in _LINKS:
            if word in (",", "và", "hoặc"):
                return self._is_apart(end + 1, word == "," and self._is_office(start, end))
            return self._is_other(end + 1) or self._is_said(end + 1)
        if word in ("-", "–"):
            return self._opens_line(end) or self._is_other(end + 1) or self._is_standing(end + 1)
        if not word[0].isalnum():
            return word == "/" and self._is_other(end + 1)
        if "\n" in self.text[self.words[end - 1].end : self.words[end].start]:
            return True
        if not self._is_small(end):
            return self._is_office(start, end) and not self._is_capital(end)
        if FINITE.match(self.text, self.words[end].start):
            return True
        verb, small = VERBS.longest(self.words, end)[0], AUXILIARIES.longest(self.words, end)[0]
        if verb >= max(small, 1) and _IN_NAMES.longest(self.words, end)[0] >= verb:
            if self._goes_on_joined(end):
                return False  # "Phòng Kinh tế xây dựng và vật liệu xây dựng"
            return self._is_office(start, end) and f"{word} {self._word(end + 1)}" not in _NEVER_DONE
        if verb >= max(small, 1) or _CLOSING.longest(self.words, end)[0] or MANNER.longest(self.words, end)[0]:
            return True
        if word in ("các", "những") and TOLD.longest(self.words, end + 1)[0]:
            return True  # "báo cáo Ban Chỉ đạo các vướng mắc"
        tells_nothing = word not in _TELLING or any(table.longest(self.words, end + 1)[0] for table in (MATTERS, TOLD))
        # "Hội đồng Quản lý chất lượng bệnh viện": a house named right behind tells whose office it is.
        return tells_nothing and self._is_office(start, end) and self._may_follow(end) and not self._is_head(end)

    def _may_follow(self, at: int) -> bool:
        """Whether a sentence can go on so behind a name that is known whole."""
        if not self._is_small(at):
            return not self._is_capital(at) or self._is_head(at) or self._is_title(at)
        if (self._word(at), self._word(at + 1)) == ("theo", "yêu"):
            return self._word(at + 3) == "của"
        tables = (VERBS, AUXILIARIES, MATTERS, MANNER, FRONTS, _CLOSING)
        return self._is_other(at) or self._word(at) == "số" or any(t.longest(self.words, at)[0] for t in tables)

    def _is_apart(self, at: int, office: bool) -> bool:
        """Whether what stands behind a joint is no part of the name before it: a body, a clause, a verb of no name."""
        if at >= len(self.words) or not self.words[at].word[0].isalpha():
            return True
        if self._is_other(at) or (office and self._is_head(at)):
            return True
        if self._is_capital(at) or _IN_NAMES.longest(self.words, at)[0]:
            return False
        if NOUNS.longest(self.words, at)[0] > VERBS.longest(self.words, at)[0]:
            return False
        return any(table.longest(self.words, at)[0] for table in (VERBS, AUXILIARIES, FRONTS, MANNER))

    def _is_other(self, at: int) -> bool:
        """Whether another body or person is named at a token."""
        if self._is_head(at) and self._is_capital(at):
            return not self._is_field(at)
        if self._word(at) in GROUP_OPENING or INDIVIDUALS.longest(self.words, at)[0]:
            return True
        return GROUP_NOUNS.longest(self.words, at)[0] > OTHER_WORDS.longest(self.words, at)[0] or self._is_head(at)

    def _is_field(self, at: int) -> bool:
        """Whether a body is named that is called by what others are for, and by no more: "và Kiểm lâm"."""
        end = at + NOUNS_OF_BODIES.longest(self.words, at)[0]
        bare = " ".join(self._word(i) for i in range(at, end)) in _FIELDS
        return bare and self._place(end) == end and not self._is_capital(end) and self._word(end) not in GROUP_OPENING

    def _may_be_shorter(self, start: int, end: int) -> bool:
        """Whether a name can end before what it seems to end with: "Tổ Tự quản | tổng hợp báo cáo kết quả"."""
        last = (self._word(end - 2), self._word(end - 1)) == ("tổng", "hợp") and self._is_small(end - 2)
        at = start + NOUNS_OF_BODIES.longest(self.words, start)[0]
        known = last and any(t.longest(self.words[: end - 2], at)[0] == end - 2 - at for t in (OFFICES, DEPARTMENTS))
        only = self._is_office(start, end) and not known
        return last and not only and self._word(end) in ("báo", "trình", "gửi", "và", ",")

    def _goes_on_joined(self, at: int) -> bool:
        """Whether behind a verb without an object a noun is joined, so that both name an office."""
        end = at + VERBS.longest(self.words, at)[0]
        noun = NOUNS.longest(self.words, end + 1)[0]
        return self._word(end) == "và" and noun > 1 and noun > VERBS.longest(self.words, end + 1)[0]

    def _ends_with_matter(self, end: int) -> bool:
        """Whether a name took up what is handed over: "báo cáo Chi cục Kiểm lâm kết quả"."""
        return self._word(end - 2) == "kết" and self._word(end - 1) == "quả" and self._word(end - 3) != "trả"

    def _is_closed(self, start: int, end: int, whose: str = "") -> bool:
        """Whether nothing can follow in a name: it ends with a place, or is a department's, of which all are known."""
        length, kinds = NOUNS_OF_BODIES.longest(self.words, start)
        if start in self.known or "authority" in kinds:
            return True
        if "holder" in kinds:
            return start + length == end or self._is_closed(start + length, end, "plain")
        if "whole" in kinds and self._word(start) != "khoa":
            return True
        if self._word(end - 1) in PLACES or LONG_PLACES.longest(self.words, end - 2)[0] == 2:
            return True
        if self._is_proper(max(end - 2, start), end) or _NUMERAL.fullmatch(self.words[end - 1].word):
            return True
        if start + length == end:
            return whose == "plain" and ("plain" in kinds or self.words[start].word in _OWN)  # "Văn phòng Sở"
        inside = next((at for at in range(end - 1, start + length - 1, -1) if self._is_head(at)), end)
        if inside < end and self._is_closed(inside, end, kinds[0] if kinds else whose):
            return True  # "Văn phòng UBND tỉnh"
        return self._word(start) in ("sở", "bộ") and self._is_office(start, end)

    def _is_office(self, start: int, end: int) -> bool:
        """Whether an office of some kind is called by exactly these words."""
        length, kinds = NOUNS_OF_BODIES.longest(self.words, start)
        at = start + length
        if "holder" in kinds and at < end and self._is_head(at):
            return self._is_office(at, end)
        if GROUP_NOUNS.longest(self.words, start)[0] == end - start > 1:
            return True  # "Tổ trưởng chuyên môn"
        if at >= end:
            verb = VERBS.longest(self.words, end)[0]
            return length > 2 or bool({"plain", "whole"} & {*kinds}) or (verb > 0 and self._has_object(end + verb))
        short = all(word.word.isupper() or not word.word.isalpha() for word in self.words[at:end])
        if short or not (self._is_capital(at) or "open" in kinds):
            return short
        return any(table.longest(self.words, at)[0] == end - at for table in (OFFICES, DEPARTMENTS))

    def _to_separator(self, start: int, at: int) -> int:
        """In a list a name goes to where the next can begin, whether a word list knows its words or not."""
        end = at
        while end < len(self.words) and not (self._is_capital(end) and self._is_head(end)):
            joined = self._word(end) == "và" and self._is_small(end + 1) and not self._is_apart(end + 1, office=False)
            joined = joined and any(table.longest(self.words, end + 1)[0] for table in (NOUNS, _IN_NAMES))
            if not (joined or self.words[end].word[0].isalnum()) or (not joined and self._word(end) in _LINKS):
                break
            if not joined and self._is_said(end):
                return self._unsure(end)
            end += 1
        self.sure = True
        return end

    def _is_said(self, at: int) -> bool:
        """Whether a word stands here that lists of names have none of: a verb that no name holds, a small word."""
        if not self._is_small(at) or _IN_NAMES.longest(self.words, at)[0]:
            return False
        return bool(FINITE.match(self.text, self.words[at].start)) or self._is_end(at, nouns=True)
