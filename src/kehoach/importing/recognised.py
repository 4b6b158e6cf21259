"""What an import recognised, as an officer would tick it off: head, outline, tables, fields, foot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kehoach.model.fields import BY_KEY, IDEAS, labelled, printed_keys
from kehoach.model.itemdata import items_within, table_from
from kehoach.model.items import Table
from kehoach.wording.citations import find_citations
from kehoach.wording.nationalname import is_own_nation, numbered

_OPEN = "chưa thấy"
_NEXT_LINE = re.compile(
    r"(?<=nhân dân) – (tỉnh|thành phố|quận|huyện|thị xã|thị trấn|xã(?! hội)|phường|đặc khu)(?![^\W_])", re.IGNORECASE
)


def recognised(data: Mapping[str, Any]) -> dict[str, str]:
    """Give each part of a document with what was read for it; what was not found says so."""
    document = data.get("decision") or data
    issued = document.get("issued", {})
    signed = document if "signature" in document else data
    signatures = [signed.get("signature", {}), *signed.get("cosignatures", ())]
    items = list(_items(data))
    tables = [table_from(holder["table"]) for holder in (*items, *data.get("appendices", ())) if "table" in holder]
    return {
        "Tên": data["title"],
        "Cơ quan ban hành": _issuer(data.get("header", ())) or _OPEN,
        "Số, ký hiệu": _number(document),
        "Ngày ban hành": issued.get("date") or _OPEN,
        "Người ký": "; ".join(
            ", ".join(filter(None, (signature.get("role"), signature.get("name")))) or _OPEN for signature in signatures
        ),
        "Căn cứ": str(len(document.get("legal_basis", ())) + len(data.get("in_pursuance", ()))),
        "Nơi nhận": str(len(document.get("recipients", ()))),
        "Đề cương": _outline(data),
        "Việc có chủ trì, thời gian, sản phẩm…": _fields(items, tables),
        "Bảng": _tables(tables),
        "Phụ lục": str(len(data.get("appendices", ()))),
        "Văn bản được viện dẫn": str(len(set(_cited(data)))),
    }


def _issuer(header: Sequence[str]) -> str:
    """Say whose plan it is: a body above it apart, a name that is printed on two lines as one."""
    bodies = " – ".join(name for name in header if not is_own_nation(name))
    return _NEXT_LINE.sub(lambda place: f" {place[1].lower()}", bodies)


def _number(document: Mapping[str, Any]) -> str:
    if not document.get("symbol"):
        return _OPEN
    return numbered(document.get("number") or "…", document["symbol"]).partition(" ")[2]


def _outline(data: Mapping[str, Any]) -> str:
    """Count items by how deep they stand."""
    counts: Counter[int] = Counter()
    waiting = [(1, item) for item in data["body"]]
    while waiting:
        depth, item = waiting.pop()
        counts[depth] += 1
        waiting += [(depth + 1, below) for key in ("items", *IDEAS) for below in item.get(key, ())]
    return "; ".join(f"cấp {depth}: {counts[depth]} mục" for depth in sorted(counts))


def _fields(items: list[Mapping[str, Any]], tables: list[Table]) -> str:
    counts = Counter(field.kind for table in tables for row in table.rows if row.counts for field in row.item.fields)
    for item in items:
        own_label, _ = labelled(item.get("text", ""))
        for key in BY_KEY:
            counts[key] += key == own_label or any(name in item for name in printed_keys(key))
    counted = [f"{BY_KEY[key].name.lower()}: {counts[key]}" for key in BY_KEY if counts[key]]
    return "; ".join(counted) or _OPEN


def _tables(tables: list[Table]) -> str:
    return f"{len(tables)} bảng, {sum(len(table.rows) for table in tables)} dòng" if tables else "0"


def _items(data: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Walk through all items of decision, body and appendices."""
    yield from items_within((*data["body"], *data.get("decision", {}).get("articles", ())))
    yield from (item for appendix in data.get("appendices", ()) for item in items_within(appendix.get("items", ())))


def _cited(value: Any) -> Iterator[str]:
    """Give number and symbol of every document that some words name."""
    if isinstance(value, str):
        for citation in find_citations(value):
            yield f"{citation.number}/{citation.symbol}"
    elif isinstance(value, Mapping):
        for key, below in value.items():
            if key not in ("source", "corrections", "id"):
                yield from _cited(below)
    elif isinstance(value, list):
        for below in value:
            yield from _cited(below)
