"""Provisions cited as officials cite them: the smallest part first, then the document.

The names follow Nghị định 30/2020/NĐ-CP, phụ lục I: mục (I.), khoản (1.), điểm (a), gạch đầu dòng (-); in a
decision Điều, khoản, điểm. A number below a number is one khoản: 2.1.
"""

from __future__ import annotations

import re

from kehoach.model.plan import Plan, split_title
from kehoach.model.printed import Line
from kehoach.pages.prose import BLANK, blanks_shown
from kehoach.wording.letters import long_date

_SPECIAL = {
    "can-cu": "căn cứ",
    "de-nghi": "phần đề nghị",
    "thuc-hien": "phần thực hiện",
    "ban-hanh": "câu ban hành",
    "kem-theo": "dòng kèm theo",
    "noi-nhan": "dòng nơi nhận",
    "close": "đoạn kết",
}
_BULLETS = {"-": "gạch đầu dòng", "+": "dấu cộng", "•": "dấu chấm"}
_NAMED = re.compile(rf"({'|'.join(_SPECIAL)})(?:-([0-9]+))?")


def provision(path: str) -> str:
    """Say a label path: ``III.2.b.-4`` is "gạch đầu dòng thứ 4 điểm b khoản 2 mục III"; empty for no path."""
    if match := _NAMED.fullmatch(path.removeprefix("QD.")):
        return f"{_SPECIAL[match[1]]} thứ {match[2]}" if match[2] else _SPECIAL[match[1]]
    parts: list[str] = []
    number = ""
    for element in path.split(".") if path else ():
        if element == "QD":
            continue
        number = f"{number}.{element}" if number and element.isdigit() else element
        name = _name(number, bool(parts))
        if number != element:
            parts[0] = name
        else:
            parts.insert(0, name)
        number = number if element.isdigit() and name.startswith("khoản") else ""
    return " ".join(parts)


def _name(element: str, below: bool) -> str:
    """Name one element of a path; ``below`` tells that another stands above it."""
    if element.startswith("dieu-"):
        return f"Điều {element.removeprefix('dieu-')}"
    if element[0] in _BULLETS:
        return f"{_BULLETS[element[0]]} thứ {element[1:]}"
    if not below:
        return f"mục {element}"
    if element[0].isdigit():
        return f"khoản {element}"
    return f"mục {element}" if element.isupper() else f"điểm {element}"


def document(plan: Plan, issuer: str, decision: bool = False) -> str:
    """Name a plan to cite it, or the decision that issues it; a number or day left blank shows as "…"."""
    number, symbol = plan.official_number
    day = plan.date_line.date
    date = long_date(day) if day else _day_left_blank(plan)
    kind = split_title(plan.title)[0].capitalize() or "Văn bản"
    citation_words = f"số {number or BLANK}/{symbol} {date} của {issuer}"
    if not plan.decision:
        return f"{kind} {citation_words}"
    return f"Quyết định {citation_words}" if decision else f"{kind} kèm theo Quyết định {citation_words}"


def _day_left_blank(plan: Plan) -> str:
    first, last = plan.window
    date_parts = long_date(first).partition(" tháng " if first.month == last.month else " năm ")
    return f"ngày {BLANK}{date_parts[1]}{date_parts[2]}"


def citation(plan: Plan, line: Line, issuer: str) -> str:
    """Cite the provision of a printed line: ``điểm b khoản 2 mục III Kế hoạch số 618/KH-SXD ngày … của …``."""
    document_cited = document(plan, issuer, line.part == "QD")
    place = provision(line.path)
    return f"{place} {document_cited}" if place else document_cited


def official_name(plan: Plan) -> str:
    """Name the document that puts a plan into force: ``Quyết định số 618/QĐ-UBND, ngày 05 tháng 3 năm 2025``.

    What is left blank shows as "…", and is said in words at the end.
    """
    kind = "Quyết định" if plan.decision else "Kế hoạch"
    number, symbol = plan.official_number
    date = plan.date_line.date
    missing = [name for name, value in (("số", number), ("ngày", date)) if not value]
    date_words = long_date(date) if date else blanks_shown(plan.date_line.printed)
    remark = f" ({' và '.join(missing)} chưa ghi)" if missing else ""
    return f"{kind} số {number or BLANK}/{symbol}, {date_words}{remark}".replace(", (", " (")
