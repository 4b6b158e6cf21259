"""Years that a plan's title names: its own, and the last of the period that it is laid out for."""

from __future__ import annotations

import re

from kehoach.wording.latepatterns import late

_YEAR = r"((?:19|20)[0-9]{2})(?![0-9])"
_OWN = late(rf"(?<!đến )(?<!tới )(?<!hết )(?:năm|Năm|NĂM|học|HỌC)\s+{_YEAR}")
_UNTIL = late(
    rf"(?:giai đoạn|nhiệm kỳ|các năm|từ năm)\s+(?:19|20)[0-9]{{2}}\s*(?:[-–]|đến(?:\s+năm)?)\s*{_YEAR}"
    rf"|(?:đến|tới)(?:\s+hết)?\s+năm\s+{_YEAR}",
    re.IGNORECASE,
)


def title_years(title: str) -> list[int]:
    """Give the years that a title says to be its plan's: not "đến năm 2030"."""
    return [int(year) for year in _OWN.findall(title)]


def last_year(title: str) -> int | None:
    """Give the last year of the period that a title names; None where it names a year of its own, or no period.

    "Kế hoạch năm 2026 thực hiện Đề án giai đoạn 2026-2030" is laid out for 2026.
    """
    own = {int(year) for year in _OWN.findall(_UNTIL.sub("", title))}
    ends = [int(first or second) for first, second in _UNTIL.findall(title)]
    return max(ends) if ends and not own else None
