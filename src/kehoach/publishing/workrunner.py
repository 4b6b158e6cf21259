"""Doing the works of a site: in one process or several, each file written as soon as it is made."""

from __future__ import annotations

import hashlib
import pickle
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol

from kehoach.exports.datapackage import Size
from kehoach.exports.opendata import size
from kehoach.machine.forking import spread
from kehoach.machine.progressbar import with_bar
from kehoach.machine.streamed import Streamed, UnchangedFile
from kehoach.pages.page import Page
from kehoach.publishing.filecache import place_file
from kehoach.publishing.works import Work, Works

Shell = Callable[[Page], str]
"""Puts the site around a page's body."""

FEW = 60
"""Works that are too few to be worth another process."""
_BATCH = 12


class Overwritten(Exception):
    """Two things were to stand at one address; the argument is the address."""


@dataclass
class Output:
    """What was made: the measures of all files by address, and of each page whether it lists its headings.

    ``entries`` and ``pieces`` are what is to be kept of it in the store.
    """

    sizes: dict[str, Size]
    pages: dict[str, bool]
    entries: list[tuple[str, str, bytes]] = field(default_factory=list)
    pieces: list[tuple[str, str, bytes]] = field(default_factory=list)

    def add(self, other: Output) -> None:
        """Take in what else was made; raises Overwritten where that stands at an address of this."""
        if twice := self.sizes.keys() & other.sizes.keys():
            raise Overwritten(min(twice))
        # Texts are shared with what is known of the works.
        self.sizes.update((sys.intern(name), (n, sys.intern(sha256))) for name, (n, sha256) in other.sizes.items())
        self.pages.update((sys.intern(address), listed) for address, listed in other.pages.items())
        self.entries += other.entries
        self.pieces += other.pieces


class Keeper(Protocol):
    """Knows what works have made before."""

    def standing(self, works: Works) -> tuple[Output, Iterable[Work]]:
        """Give what works make that need not be looked at, and the others."""

    def restored(self, work: Work) -> Output | None:
        """Give what a work makes where it need not be made; asked of every other work, in the first process."""

    def make_and_keep(self, work: Work, make: Callable[[], Output]) -> Output:
        """Have a work made."""

    def is_present(self, address: str, size: Size) -> bool:
        """Tell whether the file of an address is there already, so that it need not be written."""

    def keep(self, output: Output) -> None:
        """Keep what some works made; called in the first process."""


@dataclass(frozen=True)
class _Workshop:
    batches: Sequence[Sequence[str]]
    named: Callable[[str], Work]
    place: Path
    shell: Shell
    rest: Callable[[], None]
    keeper: Keeper | None
    is_again: bool = False

    def do(self, number: int) -> Output:
        """Do a batch."""
        output = Output({}, {})
        for work in map(self.named, self.batches[number]):
            make = partial(self._made, work)
            output.add(self.keeper.make_and_keep(work, make) if self.keeper else make())
        self.rest()
        return output

    def _made(self, work: Work) -> Output:
        output = Output({}, {})
        for address, product in work.make():
            if isinstance(product, Page):
                output.pages[address] = bool(product.toc)
                self._put(output, f"{address}index.html", self.shell(product).encode())
            elif isinstance(product, UnchangedFile):
                self._put_again(output, address, product)
            elif isinstance(product, Streamed):
                self._put_streamed(output, address, product)
            else:
                self._put(output, address, product)
        return output

    def _put(self, output: Output, name: str, data: bytes) -> None:
        output.sizes[name] = size(data)
        if self.is_again:
            (self.place / name).unlink(missing_ok=True)
        if self.keeper is None or not self.keeper.is_present(name, output.sizes[name]):
            write_new(self.place, name, partial(write_pieces, [data]))

    def _put_again(self, output: Output, name: str, file: UnchangedFile) -> None:
        """Put a file that is what it was: it is neither read nor written where it is there already."""
        if self.keeper is None or self.is_again:
            self._put_streamed(output, name, file)
            return
        output.sizes[name] = file.length, file.sha256
        if not self.keeper.is_present(name, output.sizes[name]):
            write_new(self.place, name, partial(place_file, file.path))

    def _put_streamed(self, output: Output, name: str, data: Streamed) -> None:
        """Do the same with a file that is measured only when it is written."""
        path = self.place / name
        if self.is_again:
            path.unlink(missing_ok=True)
        write_new(self.place, name, partial(write_pieces, data))
        with path.open("rb") as handle:
            output.sizes[name] = path.stat().st_size, hashlib.file_digest(handle, "sha256").hexdigest()
        if self.keeper and self.keeper.is_present(name, output.sizes[name]):
            path.unlink()


Finish = Callable[[], Output]
"""Waits until all is done, and gives what was made, in the order of addresses."""


def begin(
    works: Works,
    place: Path,
    shell: Shell,
    processes: int | None = None,
    rest: Callable[[], None] = lambda: None,
    prepare: Callable[[], None] = lambda: None,
    keeper: Keeper | None = None,
    elsewhere: Callable[[Sequence[Sequence[str]]], Iterator[Output]] | None = None,
) -> Finish:
    """Begin to do all works, writing what they make below ``place``; ``rest`` is called now and then, to free memory,
    ``prepare`` before processes are forked.

    ``processes`` is at most what is used; by default one for each core, and none but this one where works are few
    or the system cannot fork; ``elsewhere`` makes batches of names in its stead. What is made is the same. Finishing
    raises Overwritten where a file is there already.
    """
    output, looked_at = keeper.standing(works) if keeper else (Output({}, {}), works)
    # By their names alone: what makes them, of all works together, would be more than is known of the plans.
    batches = list(_batches(_missing(looked_at, keeper, output)))
    workshop = _Workshop(batches, works.named, place, shell, rest, keeper)
    few = sum(map(len, batches)) < FEW
    if not few and not elsewhere:
        prepare()
    outputs = elsewhere(batches) if elsewhere else spread(workshop.do, len(batches), 1 if few else processes)
    return lambda: _output_with_parts(output, outputs if few else with_bar(outputs, len(batches), "Dựng trang"), keeper)


def _missing(works: Iterable[Work], keeper: Keeper | None, output: Output) -> Iterator[Work]:
    """Give the works that have to be made; adds to an output what of the others is kept."""
    for work in works:
        if keeper and (restored := keeper.restored(work)):
            output.add(restored)
        else:
            yield work


def make_again(works: Sequence[Work], place: Path, shell: Shell, rest: Callable[[], None]) -> Output:
    """Make some works below ``place``, where another may have begun to make the same and not have ended."""
    by_name = {work.name: work for work in works}
    return _Workshop([list(by_name)], by_name.__getitem__, place, shell, rest, None, is_again=True).do(0)


def _output_with_parts(output: Output, parts: Iterable[Output], keeper: Keeper | None) -> Output:
    packed = []
    for part in parts:
        # The measures of a quarter of a million files are as much as the plans, so they wait packed.
        packed.append(zlib.compress(pickle.dumps((part.sizes, part.pages)), 1))
        # What is to be kept of it goes to the store at once: of all works together it is more than the site.
        if keeper and part.entries:
            keeper.keep(part)
    while packed:
        output.add(Output(*pickle.loads(zlib.decompress(packed.pop()))))
    return Output(dict(sorted(output.sizes.items())), dict(sorted(output.pages.items())))


def _batches(works: Iterable[Work]) -> Iterator[list[str]]:
    """Put the names of works of a group together, the longest first: made from everything, then the largest groups.

    Small groups go with others. The last are those that are joined from what the others made.
    """
    groups: dict[str, list[str]] = {}
    joined = []
    for work in works:
        if work.joined:
            joined.append([work.name])
        elif work.below:
            yield [work.name]
        else:
            groups.setdefault(work.group, []).append(work.name)
    batch: list[str] = []
    for group in sorted(groups.values(), key=len, reverse=True):
        batch += group
        if len(batch) >= _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
    yield from joined


def write_new(place: Path, address: str, write: Callable[[Path], None]) -> None:
    """Write a file of the site that is not there yet; raises Overwritten where it is."""
    path = place / address
    try:
        try:
            write(path)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            write(path)
    except FileExistsError:
        raise Overwritten(address) from None


def write_pieces(data: Iterable[bytes], path: Path) -> None:
    """Write a file that is not there yet; raises FileExistsError where it is."""
    with path.open("xb") as handle:
        handle.writelines(data)
