"""What the parts of a plan are called when a change of them is told, and the first words of a value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kehoach.files.planplaces import value_at
from kehoach.meaning.fabric import LinkedPlan
from kehoach.model.fields import LABELS
from kehoach.model.place import Place
from kehoach.updating.merging import item_places
from kehoach.wording.pathnames import path_name

_PARTS = {
    "title": "tên kế hoạch",
    "header": "tên cơ quan ở đầu văn bản",
    "number": "số",
    "symbol": "ký hiệu",
    "issued": "nơi và ngày ban hành",
    "legal_basis": "căn cứ",
    "in_pursuance": "phần thực hiện",
    "proposal": "đề nghị",
    "enactment": "câu ban hành",
    "recipients": "nơi nhận",
    "signature": "chữ ký",
    "close": "đoạn kết",
    "attached": "dòng kèm theo",
    "heading": "đề mục",
    "text": "lời văn",
    "cells": "ô của bảng",
    "notes": "chú thích chân trang",
    "columns": "cột của bảng",
    "labels": "nhãn của các dòng",
    "numbering": "cách đánh số",
    "unlabelled": "đánh số",
    "decision": "quyết định",
    "authority": "thẩm quyền ký",
    "role": "chức vụ",
    "name": "họ tên",
    "place": "nơi",
    "date": "ngày",
    "printed": "dòng in",
    "plain_headings": "chữ hoa, chữ thường của đề mục, nay đúng như gõ",
    "table": "bảng",
}


def name_of(value: Mapping[str, Any], linked: LinkedPlan, place: Place) -> str:
    """Call a place as it is printed, with the id by which the file calls it."""
    item = next((place[:n] for n in range(len(place), 0, -1) if place[:n] in set(item_places(value))), ())
    keys = [_PARTS.get(key) or LABELS.get(key, key).lower() for key in place[len(item) :] if isinstance(key, str)]
    if not item:
        return ", ".join(keys) or "kế hoạch"
    name = str(value_at(value, item).get("id", ""))
    path = next((line.path for line in linked.lines if line.item and line.item.id == name and line.path), "")
    printed_place = f"{path_name(path)} ({name})" if path else f"mục {name}"
    return ", ".join((printed_place, *keys[:1]))


def first_words(value: Any) -> str:
    """Give the first words of an item or a value."""
    if isinstance(value, Mapping):
        cells = value.get("cells", ())
        texts = [str(value.get(key, "")) for key in ("title", "heading", "text")]
        texts += [str(c.get("text", "") if isinstance(c, Mapping) else c or "") for c in cells]
        value = " ".join(filter(None, texts)) or "; ".join(leaves(value))
    if isinstance(value, list):
        value = " ".join(leaves(value))
    words = " ".join(str(value).split())
    return f"“{words if len(words) <= 100 else words[:100].rsplit(' ', 1)[0] + ' …'}”"


def leaves(value: Any) -> Iterator[str]:
    """Give all words within a value, as they are printed."""
    if isinstance(value, Mapping):
        yield from leaves([entry for key, entry in value.items() if key not in ("id", "kind")])
    elif isinstance(value, list):
        for entry in value:
            yield from leaves(entry)
    elif isinstance(value, str) and value:
        yield value
