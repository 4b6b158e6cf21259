"""Long indexes cut by place, year and first letters, so that no page grows with the number of plans.

An index that is short stays one page. Of a long one the front page names the parts of each section that is not short
itself; a part that would be too long names its own parts. An address says what its page lists by letters, never by a
running number: a part that outgrows a page keeps its address and leads on from there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from kehoach.pages.namedlinks import Named
from kehoach.pages.page import Page
from kehoach.pages.site import Site
from kehoach.pages.view import View
from kehoach.wording.letters import CAPITAL, nfc, slug, upper_first

Row = TypeVar("Row")

LINES, FILES, CARDS = 300, 200, 150
"""Rows of a page, by how much each takes: a third of a kilobyte, half, or three quarters."""
SHORT = 30
"""Rows of a section that a front page shows itself."""

PART = "danh-muc_"
"""Begins the address of each part below that of its index; no id of a body or document has such a sign."""
UNDATED = "chua-ro-nam"
_END = "_"


@dataclass(frozen=True)
class IndexBlock(Generic[Row]):
    """Rows that stay together, in the order of ``key``: a year where an index goes by years, then letters.

    ``name`` is what the rows are of, say a place; ``title`` heads them, None where they need no heading. ``size`` is
    how many rows they count for, where each is a list itself.
    """

    name: str
    key: tuple[str, ...]
    rows: tuple[Row, ...]
    title: Named | None = None
    size: int = 0

    @property
    def count(self) -> int:
        """How many rows they are."""
        return self.size or len(self.rows)


def place_of(site: Site, unit_id: str) -> str:
    """Name the place of a body; one that has none by its own name."""
    unit = site.registry.units.get(unit_id)
    return unit.area or unit.name if unit else unit_id


def by_place(site: Site, rows: Iterable[tuple[str, Row]]) -> tuple[IndexBlock[Row], ...]:
    """Put rows, each given with the body it is of, together by place."""
    places: dict[str, list[Row]] = {}
    for unit_id, row in rows:
        places.setdefault(place_of(site, unit_id), []).append(row)
    return tuple(
        IndexBlock(upper_first(name), letters(name), tuple(rows_there), Named(upper_first(name)))
        for name, rows_there in places.items()
    )


@dataclass(frozen=True)
class PartLink:
    """A part of an index: what it is called, its address, how many rows it has."""

    name: str
    path: str
    count: int


@dataclass(frozen=True)
class IndexSection(Generic[Row]):
    """What an index holds under a heading: its rows, and the same by ``blocks``.

    Where it is long, ``parts`` are shown instead.
    """

    title: str
    anchor: str
    rows: tuple[Row, ...]
    blocks: tuple[IndexBlock[Row], ...]
    parts: tuple[PartLink, ...] = ()

    @property
    def count(self) -> int:
        """How many rows it has."""
        return _count(self.blocks)


class Layouts(Protocol):
    """Lays out views by the templates of a site."""

    def lay_out(self, page_path: str, view: View) -> str:
        """Give the HTML of what a view holds, for the page at ``page_path``."""


@dataclass(frozen=True)
class PartView(View):
    """A part of an index: its rows, or where they are too many the parts that they are in.

    ``kind`` names the macro that lays out rows.
    """

    template: ClassVar[str] = "part.html.j2"

    title: str
    above: Named
    kind: str
    count: int
    blocks: tuple[IndexBlock[Any], ...]
    parts: tuple[PartLink, ...]


def letters(name: str) -> tuple[str, ...]:
    """Give a name as letters to be put in order by; of a place its own name, without what kind of place it is."""
    own = re.search(f"{CAPITAL}.*", nfc(name))
    return tuple(slug(own[0] if own else name).replace("-", ""))


def cut(index: str, sections: Iterable[IndexSection[Row]], most: int) -> tuple[IndexSection[Row], ...]:
    """Give what sections of the index at an address hold something; where they are long, those that are have parts."""
    filled = tuple(section for section in sections if section.blocks)
    if sum(section.count for section in filled) <= most:
        return filled
    sections_shown, room = [], most // 2  # many short sections are long together
    for one in filled:
        is_short = one.count <= min(SHORT, room)
        room -= one.count if is_short else 0
        sections_shown.append(
            one if is_short else replace(one, parts=tuple(map(_link, _first(_parts(index, one, most)))))
        )
    return tuple(sections_shown)


def part_pages(
    site: Layouts,
    index: Named,
    kind: str,
    sections: Iterable[IndexSection[Row]],
    most: int,
    shown: Callable[[Row], Any] = lambda row: row,
) -> Iterator[Page]:
    """Build the pages of all parts of an index, of at most so many rows each; ``shown`` gives what a page has of one.

    What is shown of all rows is never held together.
    """
    for part in index_parts(index.path, sections, most):
        blocks = tuple(IndexBlock(b.name, b.key, tuple(map(shown, b.rows)), b.title, b.size) for b in part.blocks)
        view = PartView(part.title, index, kind, part.count, blocks, part.parts)
        yield Page(part.path, part.title, site.lay_out(part.path, view), (), f"{index.name}. {part.title}.")


@dataclass(frozen=True)
class IndexPart(Generic[Row]):
    """A part of an index, for who lays it out: its blocks, or the parts that it has itself."""

    title: str
    path: str
    count: int
    blocks: tuple[IndexBlock[Row], ...]
    parts: tuple[PartLink, ...]


def index_parts(index: str, sections: Iterable[IndexSection[Row]], most: int) -> Iterator[IndexPart[Row]]:
    """Give all parts of the index at an address, of at most so many rows each."""
    for section in cut(index, sections, most):
        for part in _all(_parts(index, section, most)) if section.parts else ():
            below = tuple(map(_link, _leaves(part.below)))
            title = f"{section.title}: {part.name}"
            yield IndexPart(title, part.path, _count(part.blocks), () if below else part.blocks, below)


@dataclass(frozen=True)
class _Part:
    name: str
    path: str
    blocks: tuple[IndexBlock[Any], ...]
    below: tuple[_Part, ...] = ()


def _count(blocks: Iterable[IndexBlock[Any]]) -> int:
    return sum(block.count for block in blocks)


def _parts(index: str, section: IndexSection[Any], most: int) -> list[_Part]:
    ordered = sorted(section.blocks, key=lambda block: block.key)
    return list(_below(f"{index}{PART}{section.anchor}_", ordered, (), most))


def _below(path: str, blocks: Iterable[IndexBlock[Any]], before: tuple[str, ...], most: int) -> Iterator[_Part]:
    """Part blocks that share the beginning of their keys by the segment that follows."""

    def beginning(block: IndexBlock[Any]) -> tuple[str, ...]:
        return (*block.key, _END)[: len(before) + 1]

    for key, group in groupby(blocks, key=beginning):
        blocks_there = tuple(group)
        fits = _count(blocks_there) <= most or len(blocks_there) == 1 or key[-1] == _END
        below = () if fits else tuple(_below(path, blocks_there, key, most))
        yield _Part(_part_name(blocks_there, key), f"{path}{''.join(key)}/", blocks_there, below)


def _part_name(blocks: Sequence[IndexBlock[Any]], key: tuple[str, ...]) -> str:
    """Name a part by its year, by the first and the last name in it, or by both."""
    year = key[0] if len(key[0]) > 1 else ""
    year_name = f"Năm {year}" if year != UNDATED else "Chưa rõ năm"
    if year and len(key) == 1:
        return year_name
    first, last = blocks[0].name, blocks[-1].name
    names = first if first == last else f"{first} – {last}"
    return f"{year_name}: {names}" if year else names


def _all(parts: Iterable[_Part]) -> Iterator[_Part]:
    for part in parts:
        yield part
        yield from _all(part.below)


def _first(parts: Sequence[_Part]) -> Sequence[_Part]:
    """Give the first parts among which there is something to choose."""
    while len(parts) == 1 and parts[0].below:
        parts = parts[0].below
    return parts


def _leaves(parts: Iterable[_Part]) -> Iterator[_Part]:
    for part in parts:
        if part.below:
            yield from _leaves(part.below)
        else:
            yield part


def _link(part: _Part) -> PartLink:
    return PartLink(part.name, part.path, _count(part.blocks))
