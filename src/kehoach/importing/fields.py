"""Printed fields of a duty ("Cơ quan chủ trì: Sở Nội vụ.") and the columns of a table that mean the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kehoach.ocr import agrees
from kehoach.plan import FIELD_LABELS
from kehoach.vietnamese import bare

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
_COLUMNS = {
    "number": re.compile(r"(?:so )?(?:tt|stt)|so thu tu|so tt|no|#"),
    "task": re.compile(
        r"(?:ten |noi dung |cac |danh muc |nhom )*"
        r"(?:nhiem vu|cong viec|hoat dong|noi dung|giai phap|muc tieu|chi tieu|dau viec|viec)"
        r"(?:[ ,/]*(?:(?:va )?(?:nhiem vu|cong viec|giai phap|hoat dong|thuc hien|trong tam|cu the|chu yeu|cong tac"
        r"|trien khai|tuyen truyen|can thuc hien)))*"
    ),
}
_MOMENT = re.compile(
    r"(?:ngay|tuan|thang|quy|nam|hoc ky)(?: (?:thang|nam|thuc hien|to chuc|hoan thanh))*|moc thoi gian"
)
_LONGEST = 60


@dataclass(frozen=True)
class Field:
    """A field as printed: its kind (a key of the schema), printed label and what stands after the colon."""

    kind: str
    label: str
    text: str


def read_field(text: str, ocr: bool = False) -> Field | None:
    """Read a line such as "Cơ quan chủ trì: Sở Nội vụ."; None where it is no field."""
    label, colon, rest = text.partition(":")
    # Recognition takes specks before a line for quotes.
    label = label.strip().lstrip("'‘’`") if ocr else label.strip()
    if not colon or not label or len(label) > _LONGEST:
        return None
    kind = kind_of(label, ocr)
    return Field(kind, label, rest.strip()) if kind else None


@lru_cache(maxsize=4096)
def kind_of(label: str, ocr: bool = False) -> str:
    """Tell which field a printed label names, empty where none."""
    words = " ".join(re.sub(r"\(.{0,60}\)", "", bare(label).lower()).split())
    for kind, pattern in _PATTERNS.items():
        if pattern.match(words):
            return kind
    return _read_badly(label) if ocr else ""


def _read_badly(label: str) -> str:
    """Match a label that recognition bent with the usual labels."""
    read = label.split()
    for kind, usual in FIELD_LABELS.items():
        for printed in (usual, usual.replace("Cơ quan", "Đơn vị")):
            wanted = printed.split()
            if len(read) == len(wanted) and all(map(agrees, read, wanted)):
                return kind
    return ""


def column_kind(heading: str) -> str:
    """Tell what a table's column holds: a field of the schema, "number", "task", or empty."""
    words = " ".join(re.sub(r"[\W_]+", " ", bare(heading[:_LONGEST]).lower()).split())
    for kind, pattern in _COLUMNS.items():
        if pattern.fullmatch(words):
            return kind
    found = kind_of(heading.strip()) if len(heading) <= _LONGEST else ""
    return found or ("schedule" if _MOMENT.fullmatch(words) else "")
