"""Rows of a filled table merged into a plan's recorded results, or refused, each with the number of its row.

What is recorded stays: a row that says the same changes nothing, one that says otherwise needs a reason, which becomes
a revision, and no row takes a result out.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Protocol

from kehoach.agenda.resultcolumns import HEADINGS, RESULTS
from kehoach.wording.letters import comparable

_CONTENT = ("result", "date", "done", "reason", "until", "evidence")
_SPELLINGS = {
    "done": ("đã xong", "xong", "làm xong", "hoàn thành", "đã hoàn thành"),
    "partial": ("một phần", "làm một phần", "hoàn thành một phần", "đã làm một phần"),
    "not_done": ("chưa thực hiện", "chưa triển khai"),
}
"""What people write for a result beside its name, where it can mean no other."""
_VERDICTS = {
    **{comparable(name): key for key, name in RESULTS.items()},
    **{comparable(name): key for key, names in _SPELLINGS.items() for name in names},
    **{key: key for key in RESULTS},
}
_NAMES = {key: heading for heading, key in HEADINGS.items()}
_PROOF = re.compile(r"(?:(?P<title>.+?):\s+)?(?P<place>https://\S+|[0-9-]+\.evidence/\S.*)\Z")
_SYMBOL = re.compile(r"[0-9](?:/[0-9]{4})?[/-][A-ZĐ]")
"""What a document's number and symbol have, as the schema of results asks of a name that stands alone."""


class FilledRow(Protocol):
    """A row of the table: its number in the file, its cells by column."""

    @property
    def number(self) -> int:
        """The row's number in the file."""

    def text(self, key: str) -> str:
        """Give a cell as it was written."""

    def day(self, key: str) -> dt.date | None:
        """Give a day, None where there is none."""


@dataclass(frozen=True)
class ResultNames:
    """What the words of the table stand for: periods and bodies by name, evidence files by path with their digest.

    ``unit`` gives the id of a body as the plan names it, empty where nobody has the name; ``near`` the known name that
    is nearest to one. ``folder`` is where the plan's evidence lies, such as ``2026.evidence``.
    """

    periods: Mapping[str, str]
    unit: Callable[[str], str]
    near: Callable[[str], str]
    folder: str
    digest: Callable[[str], str | None]
    today: dt.date
    by: str = ""


@dataclass
class Merging:
    """The results as they would be, the row that each comes from, how many came or changed, and what is refused."""

    results: list[dict[str, Any]]
    rows: dict[int, int] = field(default_factory=dict)
    added: int = 0
    changed: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)


class _Refused(Exception):
    """A row that is not taken in; its arguments say why, each a sentence."""


def merge_results(recorded: Sequence[Mapping[str, Any]], rows: Sequence[FilledRow], names: ResultNames) -> Merging:
    """Merge rows into recorded results; rows without a result are gaps that nobody has filled in yet."""
    merging = Merging([deepcopy(dict(entry)) for entry in recorded])
    places = {_key(entry): at for at, entry in enumerate(merging.results)}
    seen: dict[tuple[str, str, str], int] = {}
    for row in rows:
        if not any(row.text(key) for key in (*_CONTENT, "why")):
            continue
        try:
            entry = _entry(row, names)
            key = _key(entry)
            if key in seen:
                raise _Refused(f"Việc và kỳ này đã có ở dòng {seen[key]}.")
            seen[key] = row.number
            at = places.get(key)
            merging.rows[len(merging.results) if at is None else at] = row.number
            if at is None:
                merging.results.append(entry)
                merging.added += 1
            elif _content(entry) != _content(merging.results[at]):
                merging.results[at] = _revised(merging.results[at], entry, row, names)
                merging.changed += 1
        except _Refused as refused:
            merging.refused.extend((row.number, why) for why in refused.args)
    return merging


def _key(entry: Mapping[str, Any]) -> tuple[str, str, str]:
    return str(entry.get("duty")), str(entry.get("period")), str(entry.get("unit", ""))


def _content(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: entry[key] for key in _CONTENT if key in entry}


def _entry(row: FilledRow, names: ResultNames) -> dict[str, Any]:
    """Read a row whole, so that all that is wrong with it is told at once."""
    parts: Mapping[str, Callable[[], Any]] = {
        "duty": lambda: _needed(row, "duty"),
        "period": lambda: _id_of_cell(row, "period", names.periods, str, _known_periods(names)),
        "unit": lambda: _body(row, "unit", names),
        "result": lambda: _id_of_cell(
            row, "result", _VERDICTS, comparable, f"Chọn một trong: {', '.join(RESULTS.values())}"
        ),
        "date": lambda: _day(row, "date"),
        "done": lambda: _words(row, "done"),
        "reason": lambda: _words(row, "reason"),
        "until": lambda: _day(row, "until"),
        "evidence": lambda: list(_proofs(row, names)),
        "recorded": lambda: _day(row, "recorded") or names.today.isoformat(),
        "recorded_by": lambda: _recorder(row, names),
    }
    entry: dict[str, Any] = {}
    refused: list[str] = []
    for key, part in parts.items():
        try:
            if value := part():
                entry[key] = value
        except _Refused as why:
            refused.extend(why.args)
    if refused:
        raise _Refused(*refused)
    return entry


def _words(row: FilledRow, key: str) -> str:
    return " ".join(row.text(key).split())


def _needed(row: FilledRow, key: str) -> str:
    if not row.text(key):
        raise _Refused(f"Chưa ghi cột “{_NAMES[key]}”.")
    return row.text(key)


def _id_of_cell(row: FilledRow, key: str, ids: Mapping[str, str], form: Callable[[str], str], remedy: str) -> str:
    _needed(row, key)
    text = _words(row, key)
    id_named = ids.get(form(text)) or ids.get(text)
    if not id_named:
        raise _Refused(f"Cột “{_NAMES[key]}” ghi “{text}”, không có trong danh sách. {remedy}.")
    return id_named


def _known_periods(names: ResultNames) -> str:
    """Say how a period is written, by the first that is known."""
    name, key = next(iter(names.periods.items()), ("quý I/2026", "2026-Q1"))
    return f"Ghi kỳ như bảng xuất ra, ví dụ “{name}”" + (f" hoặc {key}" if key != name else "")


def _body(row: FilledRow, key: str, names: ResultNames) -> str:
    text = _words(row, key)
    unit = names.unit(text) if text else ""
    if text and not unit:
        near = names.near(text)
        remedy = f"gần nhất là “{near}”" if near else "ghi tên như trong kế hoạch, hoặc để trống"
        raise _Refused(f"Cột “{_NAMES[key]}” ghi “{text}”, không có trong sổ cơ quan; {remedy}.")
    return unit


def _day(row: FilledRow, key: str) -> str:
    day = row.day(key)
    if day is None and row.text(key):
        raise _Refused(
            f"Cột “{_NAMES[key]}” ghi “{row.text(key)}”, không phải ngày có thật dạng ngày/tháng/năm, ví dụ 31/3/2026."
        )
    return day.isoformat() if day else ""


def _recorder(row: FilledRow, names: ResultNames) -> dict[str, str]:
    name = _words(row, "by") or names.by
    if not name:
        raise _Refused(f"Chưa ghi cột “{_NAMES['by']}”; hoặc thêm --by TÊN cho cả bảng.")
    unit = _body(row, "by_unit", names)
    return {"name": name, "unit": unit} if unit else {"name": name}


def _proofs(row: FilledRow, names: ResultNames) -> Iterator[dict[str, str]]:
    """Give the evidence, a line each: a name with an address or a file, or a document's symbol alone."""
    for line in filter(None, map(str.strip, row.text("evidence").split("\n"))):
        match = _PROOF.match(line)
        if match is None and _SYMBOL.search(line):
            yield {"title": line}
            continue
        if match is None:
            forms = f"“Tên: https://…”, “Tên: {names.folder}/tệp.pdf”, hoặc số, ký hiệu văn bản"
            raise _Refused(f"Minh chứng “{line}” không đúng mẫu; mỗi dòng ghi {forms}.")
        place, title = match["place"], match["title"] or match["place"]
        if place.startswith("https://"):
            yield {"title": title, "url": place}
            continue
        digest = names.digest(place)
        if digest is None:
            raise _Refused(f"Không có tệp minh chứng {place} cạnh kế hoạch.")
        yield {"title": title, "file": place, "sha256": digest}


def _revised(old: Mapping[str, Any], new: Mapping[str, Any], row: FilledRow, names: ResultNames) -> dict[str, Any]:
    """Change a recorded result for a reason; only evidence can be added without one."""
    unchanged = {key: value for key, value in old.items() if key not in _CONTENT}
    changed = {**unchanged, **_content(new)}
    proofs = old.get("evidence", [])
    grown = new.get("evidence", [])[: len(proofs)] == proofs
    if grown and {**_content(old), "evidence": None} == {**_content(new), "evidence": None}:
        return changed
    if not row.text("why"):
        raise _Refused(f"Kết quả đã ghi bị sửa; hãy ghi cột “{_NAMES['why']}”.")
    day = max(new["recorded"], names.today.isoformat()) if new["recorded"] == old["recorded"] else new["recorded"]
    revision = {"date": day, "was": old["result"], "reason": " ".join(row.text("why").split())}
    changed["revisions"] = [*old.get("revisions", []), {**revision, "by": new["recorded_by"]}]
    return changed
