"""Tracked changes of Word from one run of paragraphs and tables to another, in the cells of tables too."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from kehoach.exports.trackedtext import Marks, merged, moved, tracked_paragraph, words_of

P, TABLE, ROW, CELL = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc"))

Name = Callable[[BaseOxmlElement], str]
"""Names a paragraph, row or table, the same on both sides where both are one thing; empty where it has no name."""


class Redline:
    """Shows two documents as one; ``old`` and ``new`` name what stands in either."""

    def __init__(self, old: Name, new: Name) -> None:
        self.marks = Marks()
        self._old, self._new = old, new
        self._moves = 0

    def blocks(self, old: Sequence[BaseOxmlElement], new: Sequence[BaseOxmlElement]) -> Iterator[BaseOxmlElement]:
        """Give the new blocks in their order with the old ones where they stood."""
        pairs = self._pairs(old, new)
        steady = _in_order(pairs)
        away = {i: j for i, j in pairs.items() if i not in steady and _is_moved(old[i], new[j])}
        to = {j: i for i, j in away.items()}
        back = {j: i for i, j in steady.items()}
        names = {i: f"chuyen{self._moves + number}" for number, i in enumerate(away, 1)}
        self._moves += len(away)
        at = 0
        for j, block in enumerate(new):
            if j in back:
                yield from self._removed(old, range(at, back[j]), names)
                at = back[j] + 1
                yield self._merged(old[back[j]], block)
            elif j in to:
                yield moved(block, self.marks, "w:moveTo", names[to[j]])
            else:
                yield self._whole(block, "w:ins")
        yield from self._removed(old, range(at, len(old)), names)

    def _pairs(self, old: Sequence[BaseOxmlElement], new: Sequence[BaseOxmlElement]) -> dict[int, int]:
        """Pair what has the same name, the first with the first."""
        by_name: dict[str, list[int]] = {}
        for j, block in enumerate(new):
            by_name.setdefault(self._new(block), []).append(j)
        by_name.pop("", None)
        pairs = {}
        for i, block in enumerate(old):
            own = by_name.get(self._old(block))
            if own and new[own[0]].tag == block.tag:
                pairs[i] = own.pop(0)
        return pairs

    def _removed(
        self, old: Sequence[BaseOxmlElement], places: range, names: dict[int, str]
    ) -> Iterator[BaseOxmlElement]:
        for i in places:
            if i in names:
                yield moved(old[i], self.marks, "w:moveFrom", names[i])
            elif old[i].tag != P or words_of(old[i]):
                # An empty line or the end of a section says nothing: the new document's own stand.
                yield self._whole(old[i], "w:del")

    def _whole(self, block: BaseOxmlElement, tag: str) -> BaseOxmlElement:
        if block.tag == P:
            return tracked_paragraph(block, self.marks, tag) if words_of(block) else block
        for row in block.findall(ROW):
            self._whole_row(row, tag)
        return block

    def _whole_row(self, row: BaseOxmlElement, tag: str) -> BaseOxmlElement:
        properties = row.find(qn("w:trPr"))
        if properties is None:
            properties = OxmlElement("w:trPr")
            row.insert(0, properties)
        properties.append(self.marks.element(tag))
        for paragraph in row.iter(P):
            tracked_paragraph(paragraph, self.marks, tag)
        return row

    def _merged(self, old: BaseOxmlElement, new: BaseOxmlElement) -> BaseOxmlElement:
        return merged(old, new, self.marks) if new.tag == P else self._table(old, new)

    def _table(self, old: BaseOxmlElement, new: BaseOxmlElement) -> BaseOxmlElement:
        """Merge row by row; a table with other columns is put in whole behind the old one."""
        rows = old.findall(ROW), new.findall(ROW)
        pairs = _in_order(self._pairs(*rows)) if self._old(rows[0][0]) else {0: 0}
        if not _same_columns(old, new, pairs):
            for row in rows[1]:
                self._whole_row(row, "w:ins")
            for row in reversed(rows[0]):
                rows[1][0].addprevious(self._whole_row(row, "w:del"))
            return new
        back, at = {j: i for i, j in pairs.items()}, 0
        for j, row in enumerate(rows[1]):
            if j not in back:
                self._whole_row(row, "w:ins")
                continue
            for removed in rows[0][at : back[j]]:
                row.addprevious(self._whole_row(removed, "w:del"))
            at = back[j] + 1
            self._row(rows[0][back[j]], row)
        for removed in rows[0][at:]:
            new.append(self._whole_row(removed, "w:del"))
        return new

    def _row(self, old: BaseOxmlElement, new: BaseOxmlElement) -> None:
        for before, after in zip(old.findall(CELL), new.findall(CELL), strict=True):
            blocks = before.findall(P), after.findall(P)
            for block in blocks[1]:
                after.remove(block)
            for block in list(self.blocks(*blocks)):
                after.append(block)


def _is_moved(old: BaseOxmlElement, new: BaseOxmlElement) -> bool:
    """Only a paragraph that says the same can be shown as moved; its label may be another."""
    if old.tag != P or new.tag != P:
        return False
    before, after = words_of(old), words_of(new)
    return before == after or (before.rpartition("\u00a0")[2] == after.rpartition("\u00a0")[2] != "")


def _in_order(pairs: dict[int, int]) -> dict[int, int]:
    """Keep as many pairs as possible that stand in the same order on both sides."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for i, j in sorted(pairs.items()):
        at = bisect_left(tails, j)
        before[i] = ends[at - 1] if at else None
        tails[at:], ends[at:] = ([j], [i]) if at == len(tails) else ([j, *tails[at + 1 :]], [i, *ends[at + 1 :]])
    steady: dict[int, int] = {}
    step = ends[-1] if ends else None
    while step is not None:
        steady[step] = pairs[step]
        step = before[step]
    return dict(sorted(steady.items()))


def _same_columns(old: BaseOxmlElement, new: BaseOxmlElement, pairs: dict[int, int]) -> bool:
    """Tell whether rows can stand in one table: as many columns, paired rows of the same cells, none half merged."""
    rows = old.findall(ROW), new.findall(ROW)
    if len(old.findall(f".//{qn('w:gridCol')}")) != len(new.findall(f".//{qn('w:gridCol')}")):
        return False
    if any(_shape(rows[0][i]) != _shape(rows[1][j]) for i, j in pairs.items()):
        return False
    merges = any(next(table.iter(qn("w:vMerge")), None) is not None for table in (old, new))
    return bool(pairs) and (not merges or len(rows[0]) == len(rows[1]) == len(pairs))


def _shape(row: BaseOxmlElement) -> list[tuple[str, str]]:
    """Give how many columns each cell of a row takes, and how it is merged with those above."""
    shape = []
    for cell in row.findall(CELL):
        span, merge = (cell.find(f"{qn('w:tcPr')}/{qn(name)}") for name in ("w:gridSpan", "w:vMerge"))
        shape.append(
            ("" if span is None else str(span.get(qn("w:val"))), "-" if merge is None else str(merge.get(qn("w:val"))))
        )
    return shape
