"""Names of the political and social organisations as offices write them: one organisation has several.

Sources: Điều lệ Đoàn TNCS Hồ Chí Minh and the Youth Union's own letterheads ("Tỉnh đoàn", "Thành đoàn", "Huyện đoàn",
"Xã đoàn" for its body of that level); Luật Mặt trận Tổ quốc Việt Nam 75/2015/QH13 ("Ủy ban Mặt trận Tổ quốc Việt Nam"
with the level behind it); Điều lệ Hội Liên hiệp Phụ nữ Việt Nam. Only what names the same body at the same level is
one: "Đoàn Thanh niên xã" and "Xã đoàn", never "Tỉnh đoàn" and "Đoàn Thanh niên".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_WHOLE_LEVEL = {"thành": "thành phố", "thị": "thị xã"}
_YOUTH_OF_LEVEL = re.compile(r"(tỉnh|thành|thị|huyện|quận|xã|phường) đoàn(?!\w)")
_VN = r"(?: (?:việt nam|vn))?"
_NAMES = (
    (rf"(?:[uủ][ỷy] ban |ub |ub)?(?:mặt trận tổ quốc|mttq){_VN}|(?:ub)?mttqvn", "mặt trận tổ quốc"),
    (rf"(?:hội (?:liên hiệp phụ nữ|lhpn)|hlhpn){_VN}", "hội liên hiệp phụ nữ"),
    (r"liên đoàn lao động|lđlđ", "liên đoàn lao động"),
    (rf"hội (?:cựu chiến binh|ccb){_VN}", "hội cựu chiến binh"),
    (r"(?:đoàn thanh niên(?: cộng sản)?|đoàn tncs|đtn)(?: (?:hồ chí minh|hcm))?", "đoàn thanh niên"),
)
_FORMS = tuple((re.compile(rf"(?:{pattern})(?!\w)"), form) for pattern, form in _NAMES)
_NAMED = re.compile(
    rf"(?<!\w)(?:(?i:{'|'.join(pattern for pattern, _ in _NAMES)})"
    r"(?: (?:tỉnh|thành phố|thị xã|huyện|quận|xã|phường|đặc khu)(?!\w))?"
    r"|(?:Tỉnh|Thành|Thị|Huyện|Quận|Xã|Phường) [Đđ]oàn)(?!\w)(?: [A-ZĐÀ-Ỹ][^\W_]*)*"
)


_HINTS = ("oàn", "TTQ", "ặt trận", "hụ nữ", "LHPN", "LĐLĐ", "CCB", "hiến binh", "ĐTN")
"""What the names hold, one of them each."""


def organisation(name: str) -> str:
    """Give a name in the one form of its organisation, empty where it is none of them: "Tỉnh đoàn" is "đoàn … tỉnh"."""
    words = " ".join(name.lower().split())
    if match := _YOUTH_OF_LEVEL.match(words):
        return f"đoàn thanh niên {_WHOLE_LEVEL.get(match[1], match[1])}{words[match.end() :]}"
    for pattern, form in _FORMS:
        if match := pattern.match(words):
            return f"{form}{words[match.end() :]}"
    return ""


def organisations_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Find the organisations that a text names: where each name begins and ends, and its one form."""
    if not any(hint in text for hint in _HINTS):
        return
    for match in _NAMED.finditer(text):
        if form := organisation(match[0]):
            yield match.start(), match.end(), form
