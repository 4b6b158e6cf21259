"""The works of a build with their files and pages: ten thousand works with thirty thousand files are known at once.

They are kept and held in columns. To take up each file by itself takes four times as long, and after an edit all but
a few works stand as they did: only of those few a row of their own is asked for.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any, NamedTuple

from kehoach.exports.datapackage import Size


class Row(NamedTuple):
    """A work's files with length and SHA-256, its pages with what tells their frames apart."""

    files: Sequence[tuple[str, int, str]]
    pages: Sequence[tuple[str, bool, str]]

    @classmethod
    def of_entry(cls, entry: Mapping[str, Any]) -> Row:
        """Take it up from what is kept of a work by itself; raises an error where that is nothing of the kind."""
        files = [(str(address), int(length), str(sha256)) for address, length, sha256 in entry["files"]]
        _refuse_outside([address for address, *_ in files])
        return cls(files, [(str(address), bool(listed), str(frame)) for address, listed, frame in entry["pages"]])


class WorkRows(Mapping[str, Row]):
    """Works by their names."""

    def __init__(self) -> None:
        self._places: dict[str, tuple[tuple[int, int], tuple[int, int]]] = {}
        self._files: tuple[list[str], list[int], list[str]] = ([], [], [])
        self._pages: tuple[list[str], list[bool], list[str]] = ([], [], [])

    def take_up(self, part: Any) -> None:
        """Take up the works of which ``columns_of`` gave a part; raises an error where it is nothing of the kind."""
        names, counts, files, (addresses, listed, numbers, frames) = part
        _refuse_outside(files[0])
        _refuse_others({str: (names, files[0], files[2], addresses, frames), int: files[1:2], bool: (listed,)})
        own = _shared(files[0]), files[1], _shared(files[2])
        own_pages = _shared(addresses), listed, [sys.intern(frames[number]) for number in numbers]
        sides = _extended(self._files, own, counts[0]), _extended(self._pages, own_pages, counts[1])
        self._places.update(zip(names, zip(*sides, strict=True), strict=True))

    def __getitem__(self, name: str) -> Row:
        (first, end), (first_page, end_page) = self._places[name]
        files = zip(*(column[first:end] for column in self._files), strict=True)
        pages = zip(*(column[first_page:end_page] for column in self._pages), strict=True)
        return Row([*files], [*pages])

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __len__(self) -> int:
        return len(self._places)

    def sizes(self) -> dict[str, Size]:
        """Give the measures of all files by address."""
        addresses, lengths, digests = self._files
        return dict(zip(addresses, zip(lengths, digests, strict=True), strict=True))

    def pages(self) -> dict[str, bool]:
        """Tell of each page, by address, whether it lists its headings."""
        return dict(zip(*self._pages[:2], strict=True))

    def digests(self) -> set[str]:
        """Give the digests of all files."""
        return set(self._files[2])

    def holding(self, addresses: Collection[str]) -> list[str]:
        """Name the works that made files at some addresses."""
        wanted, own = {*addresses}, self._files[0]
        return [name for name, ((first, end), _) in self._places.items() if not wanted.isdisjoint(own[first:end])]


def columns_of(rows: Mapping[str, Row]) -> Any:
    """Give works as plain data, by columns; what tells frames apart once, since most pages have the same."""
    counts = [[len(row[side]) for row in rows.values()] for side in range(2)]
    files, pages = ([column_entry for row in rows.values() for column_entry in row[side]] for side in range(2))
    frames = {frame: number for number, frame in enumerate(dict.fromkeys(frame for *_, frame in pages))}
    columns = [[page[0] for page in pages], [page[1] for page in pages], [frames[page[2]] for page in pages]]
    return [[*rows], counts, [[file[place] for file in files] for place in range(3)], [*columns, [*frames]]]


def _extended(
    columns: Iterable[list[Any]], more: Iterable[Sequence[Any]], counts: Iterable[int]
) -> Iterator[tuple[int, int]]:
    """Lengthen columns by what some works have, so many each; gives where those of each begin and end."""
    bounds: list[int] = []
    for column, added in zip(columns, more, strict=True):
        bounds = bounds or [*accumulate(counts, initial=len(column))]
        column.extend(added)
        if len(column) != bounds[-1]:
            raise ValueError(counts)
    return pairwise(bounds)


def _refuse_others(kinds: Mapping[type, Iterable[Sequence[Any]]]) -> None:
    """Raise TypeError where a column holds anything but what its kind says."""
    if any({*map(type, column)} - {kind} for kind, columns in kinds.items() for column in columns):
        raise TypeError


def _shared(texts: Iterable[str]) -> list[str]:
    """Give texts each once in memory: the measures of all files hold the same."""
    return [*map(sys.intern, texts)]


def _refuse_outside(addresses: Sequence[str]) -> None:
    """Raise ValueError where an address is not on the site."""
    together = "\n".join(addresses)
    if together.startswith("/") or "\n/" in together or ".." in together:
        for address in addresses:
            if address.startswith("/") or ".." in address.split("/"):
                raise ValueError(address)
