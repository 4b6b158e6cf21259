"""The addresses of all pages, for the 404 page to look among: many are cut by what they begin with."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

ADDRESSES = "assets/dia-chi.txt"
"""Lists them, one a line; one that ends in ``*`` stands for those that begin so, which are in a file of their own."""
MOST = 40_000
"""Letters of a file that the 404 page asks for."""
_FEW = 8
"""Addresses that are too few for a file of their own."""


def address_files(addresses: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """Give the files that list the addresses of pages: first those of parts, then the one that names them."""
    ordered = sorted(addresses)
    if _length(ordered) <= MOST:
        yield ADDRESSES, _address_lines(ordered)
        return
    head: list[str] = []
    for beginning, part in _parts(ordered, ""):
        if beginning:
            head.append(f"{beginning}*")
            yield part_file(beginning), _address_lines(part)
        else:
            head += part
    yield ADDRESSES, _address_lines(head)


def part_file(beginning: str) -> str:
    """Name the file of the addresses that begin so; none of them has such a sign, and the page's script knows it."""
    return f"assets/dia-chi/{beginning.replace('/', '~')}.txt"


def _parts(ordered: Collection[str], before: str) -> Iterator[tuple[str, list[str]]]:
    """Give addresses by what they begin with; few together, and one that others begin with, without a beginning."""
    for beginning, group in groupby(ordered, key=lambda address: address[: len(before) + 1]):
        part = list(group)
        if len(part) <= _FEW or beginning == before:
            yield "", part
        elif _length(part) <= MOST:
            yield _shared(part), part
        else:
            yield from _parts(part, _shared(part))


def _shared(ordered: Sequence[str]) -> str:
    """Give what all of some addresses begin with, which are in order: what the first and the last do."""
    pairs = enumerate(zip(ordered[0], ordered[-1], strict=False))
    return ordered[0][: next((place for place, (letter, other) in pairs if letter != other), len(ordered[0]))]


def _length(addresses: Collection[str]) -> int:
    return sum(map(len, addresses)) + len(addresses)


def _address_lines(addresses: Collection[str]) -> bytes:
    return "".join(f"{address}\n" for address in addresses).encode()
