"""The end of an import: the draft laid along its source as ``validate`` will do it, and whether it is issued yet."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from typing import Any

from kehoach.fidelity.sourcetrace import Departure, trace
from kehoach.importing.heads import doubts
from kehoach.importing.model import Note
from kehoach.model.fromdata import plan_from
from kehoach.model.line import Line
from kehoach.model.plan import split_title
from kehoach.wording.titleyears import title_years

_SHOWN = 20
UNDECODED = re.compile(r"\(cid:[0-9]+\)")
"""What the reader of PDFs writes for a sign of a font that does not say which letter it is."""
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
_PLACE = "a/b/2000"
"""A place among the plans for what has none yet."""


def closed(data: dict[str, Any], source: str, printed: Sequence[Line]) -> tuple[dict[str, Any], list[Note]]:
    """Leave out corrections that fit nowhere, and make a draft of what is not issued or not proved word for word.

    ``printed`` are the lines that the draft prints, which corrections and status do not change.

    The status says draft where number, day or signer is missing, where the document is no plan, and where a place
    differs from the source by none of the rewritings; the notes say why.
    """
    notes: list[Note] = list(dict.fromkeys(doubts(data)))
    reasons = _missing(data)
    if "source" in data:
        departures, data = _compared(data, source, printed)
        if departures:
            reasons.append(f"{len(departures)} chỗ chữ chưa khớp với nguồn")
            notes += [Note(0, _sentence(departure)) for departure in departures[:_SHOWN]]
    if UNDECODED.search(source):
        reasons.append("có chữ mà tệp PDF không cho biết là chữ nào")
    if data.get("status") == "draft":
        reasons.insert(0, "bản nguồn ghi là dự thảo")
    if reasons:
        data = {"schema_version": data["schema_version"], "status": "draft", **data, **{"status": "draft"}}
        notes.insert(
            0,
            Note(0, f"Ghi status: draft vì {'; '.join(reasons)}. Bổ sung, xem lại rồi xóa dòng status để công bố."),
        )
    return data, notes


def own_year(data: Mapping[str, Any]) -> int | None:
    """Give the year that a plan is for: one that its title names, near the day of issue, else that of the day.

    "đến năm 2030", "giai đoạn 2021-2025" and the dates of other documents are no plan's own year.
    """
    issued = (data.get("decision") or data).get("issued", {}).get("printed", "")
    days = [int(year) for year in _YEAR.findall(issued)]
    for year in title_years(data["title"]):
        if not days or abs(year - days[0]) <= 1:
            return year
    if days:
        return days[0]
    return next((int(year) for year in _YEAR.findall(data["title"])), None)


def _missing(data: Mapping[str, Any]) -> list[str]:
    """Say what an issued plan has and this one has not."""
    document = data.get("decision") or data
    out: list[str] = []
    if not document.get("number"):
        out.append("thiếu số văn bản")
    if not document.get("issued", {}).get("date"):
        out.append("thiếu ngày ban hành")
    signatures = (document.get("signature", {}), *document.get("cosignatures", ()))
    if not all(signature.get("name") for signature in signatures):
        out.append("thiếu người ký")
    if not split_title(data["title"])[0]:
        kind = " ".join(itertools.takewhile(str.isupper, data["title"].split()))
        out.append(f"văn bản là {kind}, không phải kế hoạch" if kind else "tên không mở đầu bằng tên loại của kế hoạch")
    return out


def _compared(data: dict[str, Any], source: str, printed: Sequence[Line]) -> tuple[Sequence[Departure], dict[str, Any]]:
    departures = _departures(data, source, printed)
    unfit = {departure.correction for departure in departures} - {None}
    if unfit:
        fitting = [entry for index, entry in enumerate(data["corrections"]) if index not in unfit]
        data = {key: value for key, value in data.items() if key != "corrections"}
        if fitting:
            data["corrections"] = fitting
        departures = _departures(data, source, printed)
    return departures, data


def _departures(data: Mapping[str, Any], source: str, printed: Sequence[Line]) -> Sequence[Departure]:
    head = {key: value for key, value in data.items() if key not in ("body", "appendices")}
    return trace(plan_from(_PLACE, {**head, "body": []}), printed, source).departures


def _sentence(departure: Departure) -> str:
    if not departure.published:
        return f"Chữ của nguồn chưa có chỗ trong bản nháp: “{departure.source}”."
    if not departure.source:
        return f"Không thấy trong nguồn, hoặc thấy ở chỗ khác: “{departure.published}”."
    return f"Nguồn ghi “{departure.source}”, bản nháp ghi “{departure.published}”."
