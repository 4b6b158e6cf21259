"""Kinds of difference of meaning, and one difference as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

NAMES: Mapping[str, str] = {
    "time": "thời gian",
    "quantity": "số lượng",
    "condition": "điều kiện",
    "negation": "ý phủ định",
    "modality": "mức độ bắt buộc",
    "role": "vai trò",
    "lead": "nơi chủ trì",
    "doer": "nơi thực hiện",
    "partner": "nơi phối hợp",
    "addressee": "nơi nhận",
    "body": "cơ quan được nêu",
    "heir": "cơ quan sắp xếp lại",
    "citation": "văn bản viện dẫn",
    "place": "địa điểm",
    "sentence": "câu",
    "order": "thứ tự câu",
    "moved": "câu chuyển chỗ",
    "object": "nội dung",
    "unread": "chỗ có thể đổi nghĩa",
}
"""Each kind in Vietnamese, what concerns people most first."""


@dataclass(frozen=True)
class Difference:
    """One difference of meaning: the printed words on both sides, one empty where it came or went, and its bodies.

    ``units`` are those that the registries know, ``names`` the others. Of a sentence that stands behind another one now
    (``order``), ``old`` and ``new`` are those before it, and ``about`` is the sentence; of one that stands in another
    provision now (``moved``) one of them is the sentence, and ``about`` where it stands or stood; of a body in the
    place of one that ended (``heir``) ``about`` is the part that both have.
    """

    kind: str
    old: str
    new: str
    units: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    about: str = ""
