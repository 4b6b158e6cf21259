"""What fields of a duty are called in print: "Cơ quan chủ trì", "Đơn vị thực hiện", "Thời gian hoàn thành"."""

from __future__ import annotations

import re
from functools import lru_cache

from kehoach.wording.letters import bare

LONGEST = 60
"""Characters of a label at most."""

_WHO = (
    r"(?:cac )?(?:(?:co quan|don vi|phong|ban|bo phan|dau moi|to chuc|ca nhan|nguoi|trach nhiem|phan cong|can bo"
    r"|lanh dao|nganh|dia phuong|so)(?:\s*[,/]\s*|\s+va\s+|\s+)?){1,4}"
)
_KINDS = {
    "lead": rf"(?:{_WHO})?(?:chu tri|dau moi|phu trach|chiu trach nhiem chinh)(?: thuc hien| tham muu| to chuc"
    r"| giai quyet| chinh| trien khai| theo doi| tham muu thuc hien)?",
    "implementers": rf"(?:{_WHO})(?:trien khai )?thuc hien|(?:{_WHO})trien khai|phan cong(?: nhiem vu)?"
    r"|trach nhiem|don vi dam nhiem|doi tuong thuc hien",
    "partners": rf"(?:{_WHO})?(?:cung )?(?:phoi hop|tham gia)(?: thuc hien| trien khai| to chuc)?",
    "schedule": r"(?:thoi gian|thoi han|tien do|lo trinh|thoi diem|ke hoach thoi gian|han)"
    r"(?: (?:thuc hien|hoan thanh|trien khai|to chuc|tien hanh|du kien|bat dau|ket thuc|thuc hien,? hoan thanh))*"
    r"|hoan thanh(?: truoc)?",
    "method": r"(?:cach thuc|hinh thuc|phuong thuc|bien phap|cach lam|phuong phap)"
    r"(?: (?:thuc hien|trien khai|tien hanh|to chuc))*",
    "output": r"(?:(?:ket qua|san pham)(?:\s*[,/]\s*|\s+va\s+|\s+|\s+la\s+)?){1,2}(?:(?:dau ra|du kien"
    r"|hoan thanh|dat duoc|can dat|thuc hien|chu yeu|cu the|phai dat)\s*){0,2}|dau ra",
    "report": r"che do (?:thong tin,? )?bao cao(?: thuc hien)?",
    "budget": r"(?:kinh phi|nguon kinh phi|du toan|nguon von|nguon luc)"
    r"(?: (?:thuc hien|kinh phi|trien khai|du kien|bao dam|dam bao))*",
}
_PATTERNS = {kind: re.compile(rf"(?:{pattern})\Z") for kind, pattern in _KINDS.items()}
_CONTENT = re.compile(r"noi dung(?: [a-z ]{1,40})?\Z")


@lru_cache(maxsize=4096)
def label_kind(label: str) -> str:
    """Tell which field of the schema a printed label names, empty where none."""
    words = " ".join(re.sub(r"\(.{0,60}\)", "", bare(label).lower()).split())
    return next((kind for kind, pattern in _PATTERNS.items() if pattern.match(words)), "")


def labelled(words: str) -> tuple[str, int]:
    """Tell what a paragraph's label before a colon names, and where the words behind it begin.

    The name is a field of the schema, ``content`` (Nội dung), or empty where the paragraph has no such label.
    """
    label, colon, rest = words.partition(":")
    if not colon or not rest.strip() or len(label) > LONGEST:
        return "", 0
    kind = label_kind(label.strip()) or ("content" if _CONTENT.match(bare(label).strip().lower()) else "")
    return kind, len(label) + 1 if kind else 0
