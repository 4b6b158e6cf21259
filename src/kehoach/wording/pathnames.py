"""Label paths said for people."""

from __future__ import annotations

import re
from functools import lru_cache

from kehoach.wording.labels import NAMED
from kehoach.wording.latepatterns import late

_SPECIAL = {
    "can-cu": "căn cứ",
    "de-nghi": "đề nghị",
    "dieu": "Điều",
    "thuc-hien": "phần thực hiện",
    "noi-nhan": "nơi nhận",
    "ban-hanh": "câu ban hành",
    "kem-theo": "dòng kèm theo",
    "signature": "chữ ký",
    "close": "đoạn kết",
    "QD": "Quyết định",
    "PL": "Phụ lục",
    "T": "bảng",
    "R": "dòng",
    "-": "gạch",
    "+": "cộng",
    "•": "chấm",
}
_NAMED = late(rf"({'|'.join(NAMED)})-(thứ-)?(.+)")
_ELEMENT = late(rf"(?!T\Z|R\Z)({'|'.join(map(re.escape, _SPECIAL))})-?([0-9]+)?")


@lru_cache(maxsize=16384)
def path_name(path: str) -> str:
    """Say a label path for people: ``QD.can-cu-1`` is "Quyết định, căn cứ 1", ``II.1.-3`` "II.1, gạch 3"."""
    printed_name = ""
    before = False
    for element in path.split("."):
        match, named_part = _ELEMENT.fullmatch(element), _NAMED.fullmatch(element)
        words = f"{_SPECIAL[match[1]]} {match[2] or ''}".strip() if match else element
        if named_part:
            words = f"{named_part[1]} {'thứ ' if named_part[2] else ''}{named_part[3]}"
        joint = ", " if match or named_part or before or printed_name.startswith("Quyết") else "."
        printed_name += f"{joint}{words}" if printed_name else words
        before = named_part is not None or (match is not None and match[1] in ("PL", "T", "R"))
    return printed_name
