"""Small registries, so that a test says all that its case rests on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from kehoach.meaning.linking import Context
from kehoach.model.fromdata import registry_from
from kehoach.model.registry import Registry

_EVIDENCE = {"source": "thử", "certainty": "certain"}


def unit(unit_id: str, name: str, **rest: Any) -> Mapping[str, Any]:
    """Make a body's entry."""
    return {"id": unit_id, "name": name, "kind": "department", **_EVIDENCE, **rest}


def document(document_id: str, kind: str, number: str | None, symbol: str, **rest: Any) -> Mapping[str, Any]:
    """Make a document's entry."""
    return {"id": document_id, "type": kind, "number": number, "symbol": symbol, **_EVIDENCE, **rest}


def lifetime(start: str = "", end: str = "") -> dict[str, str]:
    """Make a body's lifetime; an end left out is not known."""
    return {**_EVIDENCE, **({"from": start} if start else {}), **({"to": end} if end else {})}


UNITS = [
    unit("chinh-phu", "Chính phủ"),
    unit("tinh-a", "UBND tỉnh A", self_names=["UBND tỉnh", "tỉnh"]),
    unit("tinh-b", "UBND tỉnh B", self_names=["UBND tỉnh"]),
    unit("so-noi-vu-a", "Sở Nội vụ tỉnh A", within="tinh-a", names=["Sở Nội vụ"]),
    unit("so-noi-vu-b", "Sở Nội vụ tỉnh B", within="tinh-b", names=["Sở Nội vụ"]),
    unit("so-van-hoa-a", "Sở Văn hóa tỉnh A", within="tinh-a", names=["Sở Văn hóa"], self_names=["Sở"]),
    unit("van-phong-so-a", "Văn phòng Sở Văn hóa tỉnh A", within="so-van-hoa-a", names=["Văn phòng Sở"]),
    unit("huyen-b1", "UBND huyện B1", within="tinh-b", self_names=["UBND huyện"]),
    unit("phong-noi-vu-b1", "Phòng Nội vụ huyện B1", within="huyen-b1", names=["Phòng Nội vụ"]),
    unit("chu-tich-a", "Chủ tịch UBND tỉnh A", kind="chairman", within="tinh-a", names=["Chủ tịch UBND tỉnh"]),
    unit("bao-cu-a", "Báo A", within="tinh-a", names=["Báo tỉnh"], lifetime=lifetime(end="2025-02-28")),
    unit("bao-moi-a", "Báo và Đài A", within="tinh-a", names=["Báo tỉnh"], lifetime=lifetime("2025-03-01")),
]
LAW = "Luật Tổ chức chính quyền địa phương"
DOCUMENTS = [
    document("ke-hoach-19-a", "Kế hoạch", "19", "KH-UBND", issuer="tinh-a", issued="2025-02-03"),
    document("ke-hoach-19-b1", "Kế hoạch", "19", "KH-UBND", issuer="huyen-b1", issued="2025-01-16"),
    document("quyet-dinh-49", "Quyết định", "49", "QĐ-BNV", issued="2025-03-01"),
    document("luat-2015", "Luật", None, "", names=[LAW], issued="2015-06-19"),
    document("luat-2025", "Luật", "72", "2025/QH15", names=[LAW], issued="2025-06-16"),
]
TERMS: list[Mapping[str, Any]] = [
    {"id": "cchc", "term": "CCHC", "expansion": "cải cách hành chính", "well_known": True, **_EVIDENCE}
]
INDICATORS: list[Mapping[str, Any]] = [
    {"id": "par-index", "name": "Chỉ số CCHC", "abbreviation": "PAR INDEX", "kind": "index", **_EVIDENCE}
]


def small_registry() -> Registry:
    """Two provinces with bodies of the same short names, a district, documents of the same number."""
    return registry_from({"units": UNITS, "documents": DOCUMENTS, "terms": TERMS, "indicators": INDICATORS})


def context(registry: Registry, issuer: str, day: str = "2025-06-15") -> Context:
    """Read as in a plan that a body issued on a day."""
    date = dt.date.fromisoformat(day)
    return Context(tuple(registry.scopes(issuer)), date, date)
