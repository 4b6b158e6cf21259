"""Printed fields of a duty ("Cơ quan chủ trì: Sở Nội vụ.") and the columns of a table that mean the same."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kehoach.importing.ownheadings import own_label
from kehoach.model.fields import LABELS, LONGEST, heading_kind, label_kind
from kehoach.wording.latepatterns import late
from kehoach.wording.letters import bare
from kehoach.wording.ocr import agrees

_COLUMNS = {
    "number": late(r"(?:so )?(?:tt|stt)|so thu tu|so tt|no|#"),
    "task": late(
        r"(?:ten |noi dung |cac |danh muc |nhom )*"
        r"(?:nhiem vu|cong viec|hoat dong|noi dung|giai phap|dau viec|viec|chuyen de|hang muc|cong tac)"
        r"(?:[ ,/]*(?:(?:va )?(?:nhiem vu|cong viec|giai phap|hoat dong|thuc hien|trong tam|cu the|chu yeu|cong tac"
        r"|trien khai|tuyen truyen|can thuc hien|kiem tra|chuyen de|cong trinh|khac phuc|duoc giao|chinh|can lam)))*"
        r"|bien phap (?:khac phuc|cai thien)"
        r"|noi dung (?!chi\b|chi tieu|tieu chi|muc tieu|kinh phi|chuong trinh|ton tai|han che|vuong mac|khuyet diem)"
        r".{2,30}"
        r"|ten (?:nhom )?(?:thu tuc|quy trinh|van ban|bao cao|de an|du an|chuong trinh|mo hinh|lop|khoa)(?: .{1,40})?"
    ),
    "subject": late(
        r"(?:ten )?(?:cac )?(?:co quan|don vi|co so|dia phuong|doi tuong|noi|xa|phuong|truong|dia diem|doanh nghiep)"
        r"(?: (?:co quan|don vi|co so|to chuc|ca nhan|doanh nghiep|xa|phuong))* ?"
        r"(?:duoc (?!giao|phan cong)|bi |tiep nhan |den ).{2,30}"
        r"|doi tuong (?:kiem tra|giam sat|thanh tra)"
    ),
    "target": late(r"(?:ten |cac )?(?:chi tieu|muc tieu|tieu chi|chi so|nhom chi tieu)(?: .{1,40})?"),
    "note": late(r"ghi chu(?: khac)?|luu y"),
}
_FURTHER = late(rf"(?<=[.;])\s+(?P<label>[^\W\d_][^.;:(),]{{1,{LONGEST - 2}}}?)\s*:\s+(?=\S)")
_NAMED_MOMENT = late(
    r"(?:(?:thang|quy|tuan|dot|ky) (?:thu )?(?:[0-9]{1,2}|[ivx]{1,4}|nhat|hai|ba|tu)|t[0-9]{1,2}|ngay [0-9]{1,2}"
    r"|thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\b.{0,30}"
)
_MOMENT = late(r"(?:ngay|tuan|thang|quy|nam|hoc ky)(?: (?:thang|nam|thuc hien|to chuc|hoan thanh))*|moc thoi gian")


@dataclass(frozen=True)
class FieldRead:
    """A field as printed: its kind (a key of the schema), printed label and what stands after the colon."""

    kind: str
    label: str
    text: str


def read_field(text: str, recognised: bool = False) -> FieldRead | None:
    """Read a line such as "Cơ quan chủ trì: Sở Nội vụ."; None where it is no field."""
    label, colon, rest = text.partition(":")
    # Recognition takes specks before a line for quotes.
    label = label.strip().lstrip("'‘’`") if recognised else label.strip()
    if not colon or not label or len(label) > LONGEST:
        return None
    kind = kind_of(label, recognised) or own_label(label, _before_next(rest))
    return FieldRead(kind, label, rest.strip()) if kind else None


def fields_apart(text: str) -> list[str]:
    """Part a line of several fields ("Thời gian: quý II. Đơn vị thực hiện: Phòng A."); one with fewer stays whole."""
    first = read_field(text)
    if first is None or not first.text:
        return [text]
    kinds, starts = {first.kind}, [0]
    for match in _FURTHER.finditer(text):
        kind = kind_of(match["label"]) or own_label(match["label"], _before_next(text[match.end() :]))
        if kind and kind not in kinds:
            kinds.add(kind)
            starts.append(match.start("label"))
    return [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _before_next(text: str) -> str:
    """Give the words of a field up to the label of the next one on the same line."""
    following = _FURTHER.search(text)
    return text[: following.start()] if following else text


def kind_of(label: str, recognised: bool = False) -> str:
    """Tell which field a printed label names, empty where none."""
    return label_kind(label) or (_read_badly(label) if recognised else "")


def _read_badly(label: str) -> str:
    """Match a label that recognition bent with the usual labels."""
    read = label.split()
    for kind, usual in LABELS.items():
        for printed in (usual, usual.replace("Cơ quan", "Đơn vị")):
            words = printed.split()
            if len(read) == len(words) and all(map(agrees, read, words)):
                return kind
    return ""


def column_kind(heading: str) -> str:
    """Tell what a table's column holds: a field of the schema, a kind of ``model.tables.COLUMN_NAMES``, or empty."""
    outside = re.sub(r"\(.{0,60}\)", " ", bare(heading[: 2 * LONGEST]).lower()) or heading
    words = " ".join(re.sub(r"[\W_]+", " ", outside).split())
    if _NAMED_MOMENT.fullmatch(words):
        return "moment"
    for kind in ("number", "task", "subject", "target", "note"):
        if _COLUMNS[kind].fullmatch(words):
            return kind
    if kind := kind_of(heading.strip()) if len(heading) <= LONGEST else "":
        return kind
    return heading_kind(words) or ("schedule" if _MOMENT.fullmatch(words) else "")
