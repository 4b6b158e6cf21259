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
_LISTED = late(rf"\bnăm\s+(?:19|20)[0-9]{{2}}(?:\s*(?:,|và|[-–]|đến)\s*(?:năm\s+)?{_YEAR})+", re.IGNORECASE)
"""Years of its own: "năm 2025 và năm 2026", "năm 2025, 2026"; the last is caught."""
_OUTLOOK = late(rf",?\s*(?:định hướng|tầm nhìn|hướng)\s+(?:đến|tới)(?:\s+hết)?\s+năm\s+{_YEAR}", re.IGNORECASE)
_SERVES = late(
    r"\b(?:chương trình|đề án|nghị quyết|quyết định|chiến lược|chỉ thị|kết luận|dự án|quy hoạch|phong trào"
    r"|cuộc vận động|luật)\b",
    re.IGNORECASE,
)
"""What a plan can serve whose period is not its own: "thực hiện Chương trình … giai đoạn 2021-2030"."""


def title_years(title: str) -> list[int]:
    """Give the years that a title says to be its plan's: not "đến năm 2030"."""
    return [int(year) for year in _OWN.findall(title)]


def last_year(title: str) -> int | None:
    """Give the last year of the period that a title names; None where it names a year of its own, or no period.

    "Kế hoạch năm 2026 thực hiện Đề án giai đoạn 2026-2030" is laid out for 2026.
    """
    if years_listed := _LISTED.findall(title):
        return max(map(int, years_listed))
    own = {int(year) for year in _OWN.findall(_UNTIL.sub("", title))}
    ends = [int(first or second) for first, second in _UNTIL.findall(title)]
    return max(ends) if ends and not own else None


def period_end(title: str) -> int | None:
    """Give the last of several years that a title says its plan to be for; None where it is for one, or does not say.

    An outlook ("tầm nhìn đến năm 2045"), and the period of a programme that the plan serves, are not its own.
    """
    own = _OUTLOOK.sub("", title)
    until = _UNTIL.search(own)
    if not _LISTED.search(own) and until and _SERVES.search(own, 0, until.start()):
        return None
    return last_year(own)
