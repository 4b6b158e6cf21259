"""A relation diagram as shapes in place: what stands above, the document itself, what stands below.

The layout is layered and needs no search for crossings: a document's relations are a star, so each group gets a
panel and each panel one line to the middle. (A graph library such as grandalf or networkx would bring node
placement for general graphs, which a star is not, and no text wrapping, which is most of the work here.) It is
drawn twice, in one column for phones and paper and in three for wide screens; styles show one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kehoach.pages.page import href
from kehoach.pages.relationgroups import ABOVE, BELOW, RelationGroup

SHOWN, CITED = 6, 3
"""Neighbours drawn of one relation, fewer of mere mentions; the list beside the drawing has them all."""
HIGH = 150.0
"""How far down the document stands at most: in a long drawing it stays in sight at the top."""

_SIZE, _LEADING, _PAD, _GAP = 13.0, 17.0, 9.0, 8.0
_WIDE = frozenset("MWQ@%–—ÂĂÔƠĐ")
_NARROW = frozenset("iìíỉĩịljtfrI.,;:'()|/ -")


@dataclass(frozen=True)
class Box:
    """A rectangle with lines of text; a link where ``href`` is given. ``css`` tells what it stands for."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    titles: int
    href: str = ""
    css: str = ""

    @property
    def rows(self) -> list[tuple[float, float, str, bool]]:
        """Each line with its place and whether it belongs to the title."""
        top = self.y + _PAD + _SIZE * 0.85
        return [(self.x + _PAD, top + i * _LEADING, line, i < self.titles) for i, line in enumerate(self.lines)]

    @property
    def name(self) -> str:
        """The whole text, as a link's name."""
        return " ".join(self.lines)


@dataclass(frozen=True)
class DrawnLabel:
    """A relation's name over its panel."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Drawing:
    """All shapes of a drawing; ``lines`` are SVG path data, with ``|style`` behind it, ``heads`` points of arrows."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    labels: tuple[DrawnLabel, ...]
    lines: tuple[str, ...]
    heads: tuple[str, ...]


@dataclass
class Canvas:
    """A drawing while shapes are put on it."""

    width: float
    height: float = 0.0
    boxes: list[Box] = field(default_factory=list)
    labels: list[DrawnLabel] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)

    def drawing(self) -> Drawing:
        """Give what has been drawn."""
        boxes, labels = tuple(self.boxes), tuple(self.labels)
        return Drawing(self.width, self.height, boxes, labels, tuple(self.lines), tuple(self.heads))


def star(groups: Sequence[RelationGroup], title: str, subject: str, path: str) -> tuple[Drawing, Drawing]:
    """Draw a document and its relations: for wide screens, and in one column."""
    return _in_three_columns(groups, title, subject, path), _tall(groups, title, subject, path)


@lru_cache(maxsize=4096)
def wrapped(text: str, width: float, most: int) -> tuple[str, ...]:
    """Break a text into lines of a width at 13 units of size, at most so many; what is cut ends in "…"."""
    wrapped_lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and measure(longer) > width:
            wrapped_lines.append(line)
            line = word
        else:
            line = longer
    wrapped_lines.append(line)
    if len(wrapped_lines) > most:
        last = wrapped_lines[most - 1]
        while last and measure(f"{last} …") > width:
            last = last.rpartition(" ")[0]
        wrapped_lines = [*wrapped_lines[: most - 1], f"{last} …"]
    return tuple(line for line in wrapped_lines if line)


def measure(text: str) -> float:
    """Estimate the width of a text set in the site's face, in its bolder weight, from above."""
    return sum(_SIZE * (0.9 if c in _WIDE else 0.34 if c in _NARROW else 0.71 if c.isupper() else 0.61) for c in text)


def box(x: float, y: float, width: float, title: str, subject: str, link: str = "", css: str = "") -> Box:
    """Make a box as high as its text."""
    titles = wrapped(title, width - 2 * _PAD, 3)
    rest = wrapped(subject, width - 2 * _PAD, 2) if subject else ()
    height = 2 * _PAD + _LEADING * (len(titles) + len(rest)) - 4
    return Box(x, y, width, height, (*titles, *rest), len(titles), link, css)


def _panel(canvas: Canvas, group: RelationGroup, x: float, y: float, width: float, path: str) -> float:
    """Put a group's label and boxes below each other; gives where it ends."""
    for line in wrapped(group.label, width, 2):
        canvas.labels.append(DrawnLabel(x, y + _SIZE, line))
        y += _LEADING
    y += 4
    most = CITED if group.type == "cites" else SHOWN
    neighbours = group.neighbours if len(group.neighbours) <= most + 1 else group.neighbours[:most]
    for neighbour in neighbours:
        doubt = " kh-dg-doubt" if neighbour.certainty != "certain" else ""
        link = href(path, neighbour.path) if neighbour.path else ""
        canvas.boxes.append(
            box(x, y, width, neighbour.title, neighbour.subject, link, f"kh-dg-{neighbour.kind}{doubt}")
        )
        y = canvas.boxes[-1].y + canvas.boxes[-1].height + _GAP
    if len(group.neighbours) > len(neighbours):
        further = f"và {len(group.neighbours) - len(neighbours)} văn bản khác"
        canvas.boxes.append(box(x, y, width, further, "", f"#{group.anchor}", "kh-dg-more"))
        y = canvas.boxes[-1].y + canvas.boxes[-1].height + _GAP
    return y


def _tall(groups: Sequence[RelationGroup], title: str, subject: str, path: str) -> Drawing:
    """One column: a rail on the left runs from the document to every panel."""
    rail, left, width = 7.0, 22.0, 318.0
    canvas = Canvas(left + width)
    y = 2.0
    marks: list[tuple[float, bool]] = []
    for group in (group for group in groups if group.side == ABOVE):
        first = len(canvas.boxes)
        y = _panel(canvas, group, left, y, width, path) + 6
        marks += [(b.y + b.height / 2, group.outward) for b in canvas.boxes[first:]]
    middle = box(left, y, width, title, subject, css="kh-dg-self")
    canvas.boxes.append(middle)
    y = middle.y + middle.height + _GAP + 8
    for group in (group for group in groups if group.side == BELOW):
        first = len(canvas.boxes)
        y = _panel(canvas, group, left, y, width, path) + 6
        marks += [(b.y + b.height / 2, group.outward) for b in canvas.boxes[first:]]
    centre = middle.y + middle.height / 2
    if marks:
        top, bottom = min(centre, *(m for m, _ in marks)), max(centre, *(m for m, _ in marks))
        canvas.lines.append(f"M{rail:g} {top:g}V{bottom:g}")
        canvas.lines += [f"M{rail:g} {at:g}H{left:g}" for at, _ in marks] + [f"M{rail:g} {centre:g}H{left:g}"]
        canvas.heads += [_right(left, at) for at, outward in marks if outward]
        if any(not outward for _, outward in marks):
            canvas.heads.append(_right(left, centre))
    canvas.height = y
    return canvas.drawing()


def _in_three_columns(groups: Sequence[RelationGroup], title: str, subject: str, path: str) -> Drawing:
    """Three columns: above on the left, the document in the middle, below on the right; an empty one is left out."""
    side, centre, space = 290.0, 210.0, 48.0
    above = [group for group in groups if group.side == ABOVE]
    below = [group for group in groups if group.side == BELOW]
    left = side + space if above else 0.0
    right = left + centre + space
    canvas = Canvas(2 * (side + space) + centre)
    panels: list[tuple[bool, bool, float]] = []
    ends = [140.0]
    for column, x, edge in ((above, 0.0, side + 6), (below, right, right - 6)):
        y = 2.0
        for group in column:
            first = len(canvas.boxes)
            y = _panel(canvas, group, x, y, side, path) + 10
            last = canvas.boxes[-1]
            top, bottom = canvas.boxes[first].y, last.y + last.height
            panels.append((column is above, group.outward, (top + bottom) / 2))
            canvas.lines.append(f"M{edge:g} {top:g}V{bottom:g}")
        ends.append(y)
    canvas.height = max(ends)
    middle = box(left, 0, centre, title, subject, css="kh-dg-self")
    middle = replace(middle, y=min((canvas.height - middle.height) / 2, HIGH))
    canvas.boxes.insert(0, middle)
    at = middle.y + middle.height / 2
    for is_above, outward, y in panels:
        start, end = (middle.x, side + 6) if is_above else (middle.x + centre, right - 6)
        bend = (start + end) / 2
        canvas.lines.append(f"M{start:g} {at:g}C{bend:g} {at:g} {bend:g} {y:g} {end:g} {y:g}")
        if is_above:
            canvas.heads.append(_arrow_left(end, y) if outward else _right(start, at))
        else:
            canvas.heads.append(_right(end, y) if outward else _arrow_left(start, at))
    return canvas.drawing()


def _right(x: float, y: float) -> str:
    return f"{x:g},{y:g} {x - 7:g},{y - 4:g} {x - 7:g},{y + 4:g}"


def _arrow_left(x: float, y: float) -> str:
    return f"{x:g},{y:g} {x + 7:g},{y - 4:g} {x + 7:g},{y + 4:g}"
