"""Texts in capitals told, and lowered to sentence case so that raising the words again gives the printed ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import compress, pairwise

from kehoach.wording.latepatterns import late
from kehoach.wording.letters import SYLLABLE, bare, upper_first
from kehoach.wording.pieces import WordCutter

_TOKENS = WordCutter(r"[^\W\d_]+")
_BODIES = frozenset(
    {
        *((first, second) for first in ("đảng", "tỉnh", "huyện", "thành", "thị", "quận") for second in ("ủy", "uỷ")),
        *(("ủy", "ban"), ("uỷ", "ban"), ("hội", "đồng"), ("đảng", "bộ"), ("chính", "phủ"), ("quốc", "hội")),
        *(("cộng", "sản"), ("ban", "thường"), ("thường", "vụ")),
        *(("nhà", "nước"), ("thủ", "tướng"), ("trung", "ương")),
    }
)
_NAMES = {("việt", "nam"): ("Việt", "Nam"), ("hồ", "chí"): ("Hồ", "Chí"), ("chí", "minh"): ("Chí", "Minh")}
_FIELDS_NAMED = late(r"(?:Sở|Bộ|Phòng|Ban|Vụ|Cục|Ủy ban|Hội đồng) ")
_NAMED_AFTER = late(r"\A(?:Chi cục|Tổng cục|Cục|Vụ|Trạm|Trung tâm|Ban|Hạt|(?:Tổng )?[Ll]iên đoàn) [^\W\d_]")
_NEXT_FIELD = late(r"((?: và|,| [-–]) )([^\W\d_])")
_PLACE_LAST = late(
    r"(?<!\w)(?P<kind>tỉnh|thành phố|quận|huyện|thị xã|thị trấn|phường|đặc khu|khu vực|xã(?! hội| viên)) "
    r"(?P<name>[^\W\d_]+(?: [^\W\d_]+){0,2})\Z",
    re.IGNORECASE,
)
_OWN_NAMES = {
    name.lower(): name
    for name in (
        *("Tổng Liên đoàn", "Hội Liên hiệp Phụ nữ", "Hội Liên hiệp Thanh niên", "Hội Nông dân", "Hội Cựu chiến binh"),
        *("Hội Chữ thập đỏ", "Đoàn Thanh niên", "Mặt trận Tổ quốc", "Bộ Chỉ huy Quân sự", "Ban Chỉ huy Quân sự"),
    )
}
_OWN_NAME = late("|".join(_OWN_NAMES), re.IGNORECASE)
_PROVINCE_LAST = late(
    r"\W(?P<name>an giang|bắc giang|bắc kạn|bạc liêu|bắc ninh|bến tre|bình định|bình dương|bình phước|bình thuận|cà mau"
    r"|cần thơ|cao bằng|đà nẵng|đắk lắk|đắk nông|điện biên|đồng nai|đồng tháp|gia lai|hà giang|hà nam|hà nội|hà tĩnh"
    r"|hải dương|hải phòng|hậu giang|hòa bình|huế|hưng yên|khánh hòa|kiên giang|kon tum|lai châu|lâm đồng|lạng sơn"
    r"|lào cai|long an|nam định|nghệ an|ninh bình|ninh thuận|phú thọ|phú yên|quảng bình|quảng nam|quảng ngãi|quảng ninh"
    r"|quảng trị|sóc trăng|sơn la|tây ninh|thái bình|thái nguyên|thanh hóa|tiền giang|trà vinh|tuyên quang|vĩnh long"
    r"|vĩnh phúc|yên bái)\Z",
    re.IGNORECASE,
)
"""Provinces of today and of before 2025 of a name of their own."""
_SCHOOL_LAST = late(
    r"Trường (?:(?:tiểu học|mầm non|mẫu giáo|trung học(?: cơ sở| phổ thông)?|phổ thông|cơ sở|dân tộc|nội trú|bán trú"
    r"|chuyên|liên cấp|và|-|–|[A-ZĐ&]{2,}) )+(?P<name>[^\W\d_]+(?: [^\W\d_]+){0,3})\Z"
)
_NO_PLACE = late(r"(?:[^\W\d_]+ )*(?:và|của|các|thông|trực|đoàn|khóa|nhiệm|miền|nông)\b", re.IGNORECASE)
_ROMAN = late(r"[IVXLC]+\Z")
_COUNTED = frozenset("vực vùng khu quý khóa khoá kỳ thứ phần chương hạng loại nhóm bảng".split())  # noqa: SIM905
"""Words that a Roman figure follows: "khu vực XII", "lần thứ XIV"."""
_DOCUMENT = late(
    r"(?<!\w)(?:(?:nghị quyết|quyết định|chỉ thị|nghị định|thông tư|công văn|thông báo|kết luận|công điện|kế hoạch"
    r"|hướng dẫn|chương trình(?: hành động)?|đề án|pháp lệnh|luật|tờ trình)(?= (?:liên tịch )?số:? ?[0-9])"
    r"|(?:đề án|chương trình|dự án|chiến lược)(?= [“\"]))",
    re.IGNORECASE,
)
"""A certain document, by its number or by its name in quotes, is called by its type with a capital."""
_QUOTED_NAME = late(
    r"(?<!\w)(?:đề án|chương trình|dự án|chiến lược|phong trào(?: thi đua)?|cuộc vận động|cuộc thi"
    r"|hội thi|mô hình|tuần lễ|ngày hội) [“\"][^\W\d_]",
    re.IGNORECASE,
)
_LAW = late(r"(?<!\w)(?:thi hành|thực hiện|triển khai) luật [^\W\d_]", re.IGNORECASE)
_REGARDING = late(r"(?<!\w)V/V(?!\w)")
_SAMPLE = 400_000
_SIGNS_FOR = late(r"(?:(?:TM|KT|TL|TUQ|Q)\.|T/M|T/L|K/T)\s*")


def is_capitals(text: str) -> bool:
    """Tell whether a text is set in capitals: at least two letters, none small."""
    return text.isupper() and sum(char.isalpha() for char in text[:200]) >= 2


def is_mostly_capitals(text: str) -> bool:
    """Tell whether a text is set in capitals but for names with small letters ("SỐ 24/CT-TTg")."""
    letters = [char for char in text[:400] if char.isalpha()]
    return is_capitals(text) or (len(letters) > 20 and 8 * sum(map(str.islower, letters)) <= len(letters))


class CapitalNames:
    """Abbreviations and names as a document's own prose writes them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.abbreviations: set[str] = set()
        prose: list[str] = []
        pairs: Counter[tuple[str, str]] = Counter()
        sample_left = _SAMPLE
        for text in texts:
            sample_left -= len(text)
            if sample_left < 0:
                break
            if not is_capitals(text):
                tokens = _TOKENS(text)
                pairs.update(pairwise(tokens))
                self._learn(tokens)
                prose.append(text)
        self._prose = "\n".join(prose)
        self._names = {
            (first.lower(), second.lower()): (first, second)
            for (first, second), count in pairs.items()
            if first.istitle() and second.istitle() and count > pairs[first.lower(), second.lower()]
        }

    def name_case(self, text: str) -> str:
        """Write a name or a post in capitals as the document's own prose writes it most often, else as in a sentence.

        "KT. CHÁNH ÁN" is written "KT. Chánh án" where the prose says "Chánh án".
        """
        opening = _SIGNS_FOR.match(text)
        before = opening[0] if opening else ""
        return (before and self._in_prose(text, before)) or self._in_prose(text) or self.sentence_case(text)

    def _in_prose(self, text: str, before: str = "") -> str:
        name = text[len(before) :]
        if not is_capitals(name) or len(name.split()) < 2 or len(self._low) != len(self._prose):
            return ""
        low, spellings = name.lower(), Counter[str]()
        at = self._low.find(low)
        while at >= 0:
            end = at + len(low)
            written = self._prose[at:end]
            whole = not (self._low[at - 1 : at].isalnum() or self._low[end : end + 1].isalnum())
            if whole and written[0].isupper() and written.upper() == name and not is_capitals(written):
                spellings[written] += 1
            at = self._low.find(low, end)
        return f"{before}{spellings.most_common(1)[0][0]}" if spellings else ""

    @cached_property
    def _low(self) -> str:
        return self._prose.lower()

    def _learn(self, tokens: Sequence[str]) -> None:
        # Few words are in capitals: those are looked at with what stands around them.
        for at in compress(range(len(tokens)), map(str.isupper, tokens)):
            token = tokens[at]
            if len(token) < 2 or token in self.abbreviations:
                continue
            neighbours = (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])
            # "VI" is a label far more often than an abbreviation.
            alone = not (any(map(str.isupper, neighbours)) or _ROMAN.match(token))
            if alone and not (_is_syllable(token) and _has_marks(token)):
                self.abbreviations.add(token)

    def sentence_case(self, text: str) -> str:
        """Write capitals as in a sentence; the text itself where that would not give it back when raised."""
        if not _mostly_capitals(text):
            return text
        pieces = re.split(r"([^\W\d_]+)", text)
        words = pieces[1::2]
        keeps = [not word.isupper() or word in self.abbreviations or not _is_syllable(word) for word in words]
        keeps = [
            keep or (before.lower() in _COUNTED and bool(_ROMAN.match(word)))
            for keep, before, word in zip(keeps, ["", *words], words, strict=False)
        ]
        lowered = [word if keep else word.lower() for word, keep in zip(words, keeps, strict=True)]
        bound = False
        for index, (first, second) in enumerate(pairwise(words)):
            pair = first.lower(), second.lower()
            if not pieces[2 * index + 2].isspace():
                # "KT. CHỦ TỊCH": what follows an abbreviation with its point begins a name.
                if pieces[2 * index + 2].startswith(".") and keeps[index]:
                    lowered[index + 1] = upper_first(lowered[index + 1])
            elif (pair in self._names or pair in _NAMES) and not bound:
                lowered[index : index + 2] = self._names.get(pair) or _NAMES[pair]
            elif pair in _BODIES:
                lowered[index] = upper_first(lowered[index])
                bound = True  # the second word is a part of this name: "Ủy ban nhân dân" is no "Ban Nhân dân"
                continue
            elif index == 0 and pair[0] in ("sở", "bộ", "phòng", "phó", "chánh") and pair[1] != "chống":
                lowered[1] = upper_first(lowered[1])
            bound = False
        pieces[1::2] = lowered
        out = upper_first(_documents_named("".join(pieces)))
        return out if out.upper() == text.upper() else text

    def body_name(self, text: str) -> str:
        """Write the name of a body: each field that a department is named after has a capital (Giáo dục và Đào tạo).

        So has each syllable of the place, or of the person, that it ends with, be that named nowhere else: "thành phố
        Huế", "Trường THPT Nguyễn Trãi".
        """
        name = self._in_prose(text)
        if name:
            return name
        name = self.sentence_case(text)
        if name == text:
            return name
        place = _PLACE_LAST.search(name) or _SCHOOL_LAST.match(name) or _PROVINCE_LAST.search(name)
        if place and not _NO_PLACE.match(place["name"]):
            # "ĐẮK LẮK": syllables of no Vietnamese word are in capitals still.
            words = place["name"].split()
            capitals = " ".join(
                w if w in self.abbreviations or _ROMAN.match(w) else upper_first(w.lower()) for w in words
            )
            name = f"{name[: place.start('name')]}{capitals}"
        name = _OWN_NAME.sub(lambda match: _OWN_NAMES[match[0].lower()], name)
        name = _NAMED_AFTER.sub(lambda match: match[0][:-1] + match[0][-1].upper(), name)
        if not _FIELDS_NAMED.match(name):
            return name
        return _NEXT_FIELD.sub(lambda match: match[1] + match[2].upper(), name)


def _documents_named(text: str) -> str:
    """Write documents that a text names with the capitals that their names have."""
    text = _DOCUMENT.sub(lambda match: upper_first(match[0]), _REGARDING.sub("v/v", text))
    text = _QUOTED_NAME.sub(lambda match: match[0][:-1] + match[0][-1].upper(), text)
    return _LAW.sub(lambda match: match[0][:-6] + "L" + match[0][-5:-1] + match[0][-1].upper(), text)


def _mostly_capitals(text: str) -> bool:
    """Tell whether a text is set in capitals but for names that have a small letter (IoT, QĐ-TTg)."""
    if is_capitals(text):
        return True
    words = _TOKENS(text)
    mixed = [word for word in words if not word.isupper()]
    return len(words) >= 5 and 6 * len(mixed) <= len(words) and all(not w.istitle() and not w.islower() for w in mixed)


def _has_marks(word: str) -> bool:
    return bare(word) != word.replace("Đ", "D")


def _is_syllable(word: str) -> bool:
    return bool(SYLLABLE.match(bare(word).lower()))
