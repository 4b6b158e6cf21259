"""Points a) b) c) d) đ) of a Word file in their order: after one was put in, taken out or moved, they count again.

Word has no list with đ, so that an exported point carries its letter as the fixed text of a list of its own. It does
not follow the point's place as a number does; whoever edits in Word leaves "a) c) d)" behind, or "b)" twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, MutableSequence, Sequence
from dataclasses import dataclass, replace

from kehoach.importing.model import SourceLine, SourceTable
from kehoach.wording.labels import capacity, printed_label

_LETTER = re.compile(r"[a-zđ]\)")
_LATIN = re.compile(r"[fjwz]\)")
"""Letters that only Word's own order has."""


@dataclass(frozen=True)
class Numbered:
    """A label that Word prints: the number of its line, its level, whether its text is fixed."""

    line: int
    level: int
    label: str
    fixed: bool

    @property
    def is_letter(self) -> bool:
        """Whether it is that of a point."""
        return bool(_LETTER.fullmatch(self.label))

    @property
    def is_bullet(self) -> bool:
        """Whether it is a mark without letter or figure."""
        return not any(char.isalnum() for char in self.label)


def put_in_order(
    lines: MutableSequence[str], parts: MutableSequence[SourceLine | SourceTable], numbered: Sequence[Numbered]
) -> None:
    """Write the letter of its place before each point, in the lines of the source and in their parts.

    A letter typed by hand among them counts where it is the one that is due, and stays as it is.
    """
    due = dict(_due(parts, numbered))
    for index, part in enumerate(parts):
        if isinstance(part, SourceLine) and part.number in due:
            before, after = due[part.number]
            parts[index] = replace(part, text=after + part.text.removeprefix(before))
            lines[part.number - 1] = after + lines[part.number - 1].removeprefix(before)


def _due(
    parts: Sequence[SourceLine | SourceTable], numbered: Sequence[Numbered]
) -> Iterator[tuple[int, tuple[str, str]]]:
    """Give the line of each point whose letter is not that of its place, with both letters."""
    style = "abc" if any(_LATIN.fullmatch(one.label) for one in numbered if one.fixed) else "a"
    most = capacity(style) or 0
    for points in _lists(parts, {one.line: one for one in numbered}):
        for place, point in enumerate(points[:most], 1):
            label = printed_label(style, place)
            if point is not None and point.label != label:
                yield point.line, (point.label, label)


def _lists(
    parts: Sequence[SourceLine | SourceTable], numbered: Mapping[int, Numbered]
) -> Iterator[list[Numbered | None]]:
    """Give the points of each list in order, None for one that was typed by hand.

    A list ends where an outer label stands, and before an "a)" behind a table or a text without label. One that Word
    began to count itself is left out: what its author fixed in it, an "đ)", stands where it should.
    """
    open_: dict[int, list[Numbered | None]] = {}
    parted: set[int] = set()
    counted = False
    for part in parts:
        one = numbered.get(part.number) if isinstance(part, SourceLine) else None
        inner = max(open_, default=None)
        if one is None:
            typed = _LETTER.match(part.text) if isinstance(part, SourceLine) else None
            if typed and inner is not None and typed[0] == printed_label("a", len(open_[inner]) + 1):
                open_[inner].append(None)
            else:
                parted.update(open_)
            continue
        if one.is_letter and not one.fixed and inner is not None and inner not in parted:
            open_[inner].append(one)
            continue
        counted = (one.is_letter and (counted or not one.fixed)) or (one.is_bullet and counted)
        is_point = one.is_letter and not counted
        for level in [level for level in open_ if level > one.level or (level == one.level and not is_point)]:
            yield open_.pop(level)
            parted.discard(level)
        if is_point:
            if one.label == "a)" and one.level in parted:
                yield open_.pop(one.level)
            open_.setdefault(one.level, []).append(one)
            parted.discard(one.level)
    yield from open_.values()
