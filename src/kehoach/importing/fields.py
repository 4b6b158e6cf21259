"""Printed fields of a duty ("Cơ quan chủ trì: Sở Nội vụ.") and the columns of a table that mean the same."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kehoach.model.fields import LABELS, LONGEST, label_kind
from kehoach.wording.letters import bare
from kehoach.wording.ocr import agrees

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
    if not colon or not label or len(label) > LONGEST:
        return None
    kind = kind_of(label, ocr)
    return Field(kind, label, rest.strip()) if kind else None


def kind_of(label: str, ocr: bool = False) -> str:
    """Tell which field a printed label names, empty where none."""
    return label_kind(label) or (_read_badly(label) if ocr else "")


def _read_badly(label: str) -> str:
    """Match a label that recognition bent with the usual labels."""
    read = label.split()
    for kind, usual in LABELS.items():
        for printed in (usual, usual.replace("Cơ quan", "Đơn vị")):
            wanted = printed.split()
            if len(read) == len(wanted) and all(map(agrees, read, wanted)):
                return kind
    return ""


def column_kind(heading: str) -> str:
    """Tell what a table's column holds: a field of the schema, "number", "task", or empty."""
    words = " ".join(re.sub(r"[\W_]+", " ", bare(heading[:LONGEST]).lower()).split())
    for kind, pattern in _COLUMNS.items():
        if pattern.fullmatch(words):
            return kind
    found = kind_of(heading.strip()) if len(heading) <= LONGEST else ""
    return found or ("schedule" if _MOMENT.fullmatch(words) else "")
