"""Columns of what held before beside those of what holds now: "Hạn cũ | Hạn mới", "Chủ trì trước đây | Chủ trì mới"."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.importing.cellkinds import Held, cells_of
from kehoach.importing.model import SourceRow
from kehoach.model.items import Column
from kehoach.wording.latepatterns import late
from kehoach.wording.oldspelling import modern

_BEFORE = late(
    r"\bcũ\b|trước đây|ban đầu|trước (?:khi )?(?:điều chỉnh|gia hạn|sửa đổi|thay đổi)"
    r"|đã (?:giao|duyệt|phê duyệt|đăng ký)|theo (?:kế hoạch|quyết định) (?:cũ|trước)"
)
_NOW = late(r"\bmới\b|điều chỉnh|gia hạn|sửa (?:đổi|lại)|thay (?:đổi|thế|bằng)|chuyển sang|lùi (?:đến|sang)")


def leave_former(kinds: list[str], columns: Sequence[Column], below: Sequence[SourceRow]) -> frozenset[int]:
    """Let a column of what held before have no kind where one beside it says what holds now, which has it then.

    Gives the columns of what held before.
    """
    former = [number for number, column in enumerate(columns) if is_former(column)]
    left: set[int] = set()
    for now in [n for n, column in enumerate(columns) if n not in former and _NOW.search(_words(column))]:
        for before in [n for n in former if n not in left and _are_alike(cells_of(below, n), cells_of(below, now))][:1]:
            kinds[before], kinds[now] = "", kinds[now] or kinds[before]
            left.add(before)
    return frozenset(left)


def is_former(column: Column) -> bool:
    """Tell whether a column's heading says that what stands below it held before."""
    return bool(_BEFORE.search(_words(column)))


def _words(column: Column) -> str:
    return modern(" ".join((*column.above, column.heading))).lower()


def _are_alike(one: Held, other: Held) -> bool:
    """Whether two columns both hold times, or both names of bodies."""
    return all(2 * cells.times >= 1 for cells in (one, other)) or (one.names_bodies and other.names_bodies)
