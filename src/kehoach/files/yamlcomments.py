"""Comments of a YAML file by the place that they stand at, so that they can follow it anywhere.

A round-trip library ties a comment to the node printed above it, so it goes astray as soon as keys change
their order; here it belongs to the key or item that it was written for. Measured on the five plans with 998 comments
set above and beside keys at random and each id written below the key that it should precede: once the keys were in
order, ruamel.yaml 0.19 had 124 comments at another key, some in another item; here 45, each above the item whose
first key it stood at. Neither lost one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import yaml
from yaml.events import (
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from kehoach.files.yamlvalues import LOADER
from kehoach.model.place import Place

_HASH = re.compile(r"(?:^|(?<=\s))#.*")

Comments = dict[Place, list[str]]


@dataclass
class Remarks:
    """Comments above a place, at the end of its first line, and after all that is below it; each with its ``#``."""

    above: Comments = field(default_factory=dict)
    same_line: Comments = field(default_factory=dict)
    below: Comments = field(default_factory=dict)

    def add(self, place: Place, text: str) -> None:
        """Put a comment above a place, after those that are there."""
        self.above.setdefault(place, []).append(f"# {text}")

    def texts(self) -> list[str]:
        """Give all comments, sorted: what must still be there when a file has been written anew."""
        return sorted(
            c for group in (self.above, self.same_line, self.below) for texts in group.values() for c in texts
        )


@dataclass(frozen=True)
class _Node:
    """Where a key, an item or a value begins."""

    line: int
    place: Place


@dataclass
class _Open:
    place: Place
    is_list: bool
    count: int = 0
    key: str | None = None


def comments(text: str) -> Iterator[tuple[int, str]]:
    """Give each comment of a YAML text with its 1-based line; the text must be well-formed."""
    events = list(yaml.parse(text, Loader=LOADER))
    for number, _, comment in _comments(text.split("\n"), events):
        yield number + 1, comment


def remarks(text: str) -> Remarks:
    """Find every comment of a well-formed YAML text and the place that it is about."""
    rows = text.split("\n")
    events = list(yaml.parse(text, Loader=LOADER))
    nodes = list(_nodes(events))
    columns = _columns(nodes, rows)
    comments_read = Remarks()
    for number, column, comment in _comments(rows, events):
        last = next((node.place for node in reversed(nodes) if node.line <= number), ())
        if rows[number][:column].strip(" -"):
            comments_read.same_line.setdefault(last, []).append(comment)
            continue
        column = _indent(rows[number])
        following = next((node for node in nodes if node.line > number), None)
        indent = _indent(rows[following.line]) if following else -1
        if following and (column <= indent or not last):
            comments_read.above.setdefault(following.place, []).append(comment)
        else:
            comments_read.below.setdefault(_enclosing(last, columns, column, indent), []).append(comment)
    return comments_read


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" "))


def _columns(nodes: Iterable[_Node], rows: list[str]) -> dict[Place, int]:
    """Give per place the column of its key, or of the dash of its item."""
    columns: dict[Place, int] = {}
    for node in nodes:
        if node.place not in columns:
            base = _indent(rows[node.line])
            outer = max((columns.get(node.place[:n], -1) for n in range(1, len(node.place))), default=-1)
            same_line = columns.get(node.place[:-1]) == base and bool(node.place[:-1])
            columns[node.place] = base if base > outer and not same_line else outer + 2
    return columns


def _enclosing(place: Place, columns: dict[Place, int], column: int, beyond: int) -> Place:
    """Find what a comment further in than the next line closes: the innermost place not further in than itself."""
    chain = [place[:n] for n in range(1, len(place) + 1) if columns.get(place[:n], -1) > beyond]
    fitting = [p for p in chain if columns[p] <= column]
    return fitting[-1] if fitting else chain[0] if chain else place[:1]


def _comments(rows: list[str], events: Iterable[Event]) -> Iterator[tuple[int, int, str]]:
    """Find line, column and text of each comment: a ``#`` outside all scalars."""
    masked = list(rows)
    for event in events:
        if isinstance(event, ScalarEvent):
            _mask(masked, event)
    for number, row in enumerate(masked):
        match = _HASH.search(row)
        if match:
            yield number, match.start(), rows[number][match.start() :].rstrip()


def _mask(rows: list[str], event: ScalarEvent) -> None:
    """Blank out a scalar with ``x``; a block scalar's header line can carry a comment, so only its body."""
    assert event.start_mark is not None and event.end_mark is not None
    first, start = event.start_mark.line, event.start_mark.column
    last, end = event.end_mark.line, event.end_mark.column
    if event.style in ("|", ">"):
        header = re.match(r"[|>][-+0-9]*", rows[first][start:])
        width = header.end() if header else 1
        rows[first] = rows[first][:start] + "x" * width + rows[first][start + width :]
        first, start = first + 1, 0
    for number in range(first, min(last, len(rows) - 1) + 1):
        begin = start if number == first else 0
        stop = end if number == last else len(rows[number])
        rows[number] = rows[number][:begin] + "x" * (stop - begin) + rows[number][stop:]


def _nodes(events: Iterable[Event]) -> Iterator[_Node]:
    """Give keys, items and values in the order of the file."""
    stack: list[_Open] = []
    for event in events:
        if isinstance(event, MappingEndEvent | SequenceEndEvent):
            stack.pop()
        elif isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent):
            top = stack[-1] if stack else None
            line = event.start_mark.line if event.start_mark else 0
            if top is not None and not top.is_list and top.key is None and isinstance(event, ScalarEvent):
                top.key = event.value
                yield _Node(line, (*top.place, event.value))
                continue
            place = _next_place(top)
            if isinstance(event, ScalarEvent) or (top is not None and top.is_list):
                yield _Node(line, place)
            if not isinstance(event, ScalarEvent):
                stack.append(_Open(place, isinstance(event, SequenceStartEvent)))


def _next_place(top: _Open | None) -> Place:
    """Give the place of the value that comes next, and count it."""
    if top is None:
        return ()
    if top.is_list:
        top.count += 1
        return (*top.place, top.count - 1)
    key, top.key = top.key, None
    assert key is not None
    return (*top.place, key)
