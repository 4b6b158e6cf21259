"""The name of a body as it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class BodyName:
    """A body as named in a text: ``start``/``end`` slice it; ``words`` are its name without line breaks.

    ``words`` says more than the slice where several names share one noun ("các Sở: Nội vụ, Tài chính"). ``kind`` is
    ``named``, ``holder`` (an office: "Giám đốc Sở Nội vụ"), ``group`` or ``role`` ("đơn vị chủ trì").
    ``told_to`` is where what is told of it behind it ends: whose unit it is ("Phòng Pháp chế, Cục Thuế"), what it is
    besides, which share of the work is its own. ``told_on`` says that words behind it can tell which is meant,
    and it is not sure: "các đơn vị liên quan | đến việc sắp xếp".
    """

    start: int
    end: int
    words: str
    kind: str
    sure: bool = True
    told_to: int = 0
    told_on: bool = False

    @property
    def reach(self) -> int:
        """Where its words, and what is told of it behind them, end."""
        return max(self.end, self.told_to)

    def as_printed(self, text: str, usual: str) -> BodyName:
        """Give a name that was found in the usual spelling of a text with the words that the text has itself."""
        said, printed = (" ".join(of[self.start : self.end].split()) for of in (usual, text))
        return replace(self, words=self.words.replace(said, printed))

    def moved(self, by: int) -> BodyName:
        """Give the same name in a text that stands at a place of a longer one."""
        owned = self.told_to + by if self.told_to else 0
        return replace(self, start=self.start + by, end=self.end + by, told_to=owned)
