"""The name of a body as it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class BodyName:
    """A body as named in a text: ``start``/``end`` slice it; ``words`` are its name without line breaks.

    ``words`` says more than the slice where several names share one noun ("các Sở: Nội vụ, Tài chính"). ``kind`` is
    ``named``, ``holder`` (an office: "Giám đốc Sở Nội vụ"), ``group`` or ``role`` ("đơn vị chủ trì").
    ``owned_to`` is where the body ends that it is a unit of, which stands behind a comma: "Phòng Pháp chế, Cục Thuế".
    """

    start: int
    end: int
    words: str
    kind: str
    sure: bool = True
    owned_to: int = 0

    @property
    def reach(self) -> int:
        """Where its words, and those of the body that it is a unit of, end."""
        return max(self.end, self.owned_to)

    def moved(self, by: int) -> BodyName:
        """Give the same name in a text that stands at a place of a longer one."""
        owned = self.owned_to + by if self.owned_to else 0
        return replace(self, start=self.start + by, end=self.end + by, owned_to=owned)
