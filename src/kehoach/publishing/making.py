"""Doing the works of a site: in one process or several, each file written as soon as it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kehoach.forking import spread
from kehoach.opendata import Size, size
from kehoach.pages import Page
from kehoach.publishing.works import Work

Shell = Callable[[Page], str]
"""Puts the site around a page's body."""

FEW = 60
"""Works that are too few to be worth another process."""
_BATCH = 12


class Overwritten(Exception):
    """Two things were to stand at one address; the argument is the address."""


@dataclass(frozen=True)
class Done:
    """What was made: the measures of all files by address, and the addresses of pages."""

    sizes: dict[str, Size]
    pages: list[str]


@dataclass(frozen=True)
class _Workshop:
    batches: Sequence[Sequence[Work]]
    place: Path
    shell: Shell
    rest: Callable[[], None]

    def do(self, number: int) -> Done:
        """Do a batch."""
        done = Done({}, [])
        for work in self.batches[number]:
            for address, made in work.make():
                if isinstance(made, Page):
                    done.pages.append(address)
                    name = f"{address}index.html"
                    done.sizes[name] = _write(self.place, name, self.shell(made).encode())
                else:
                    done.sizes[address] = _write(self.place, address, made)
        self.rest()
        return done


Finish = Callable[[], Done]
"""Waits until all is done, and gives what was made, in the order of addresses."""


def begin(
    works: Iterable[Work],
    place: Path,
    shell: Shell,
    processes: int | None = None,
    rest: Callable[[], None] = lambda: None,
) -> Finish:
    """Begin to do all works, writing what they make below ``place``; ``rest`` is called now and then, to free memory.

    ``processes`` is at most what is used; by default one for each core, and none but this one where works are few
    or the system cannot fork. What is made is the same. Finishing raises Overwritten where a file is there already.
    """
    batches = list(_batches(works))
    workshop = _Workshop(batches, place, shell, rest)
    few = sum(map(len, batches)) < FEW
    found = spread(workshop.do, len(batches), 1 if few else processes)
    return lambda: _joined(found)


def _joined(found: Iterable[Done]) -> Done:
    sizes: dict[str, Size] = {}
    pages: list[str] = []
    for one in found:
        sizes.update(one.sizes)
        pages += one.pages
    return Done(dict(sorted(sizes.items())), sorted(pages))


def _batches(works: Iterable[Work]) -> Iterator[list[Work]]:
    """Put works of a group together, the longest first: those made from everything, then the largest groups.

    Small groups go with others.
    """
    groups: dict[str, list[Work]] = {}
    for work in works:
        if work.below:
            yield [work]
        else:
            groups.setdefault(work.group, []).append(work)
    batch: list[Work] = []
    for group in sorted(groups.values(), key=len, reverse=True):
        batch += group
        if len(batch) >= _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _write(place: Path, address: str, data: bytes) -> Size:
    path = place / address
    try:
        _write_new(path, data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_new(path, data)
    except FileExistsError:
        raise Overwritten(address) from None
    return size(data)


def _write_new(path: Path, data: bytes) -> None:
    with path.open("xb") as handle:
        handle.write(data)
