"""Works that are done only where what an earlier build made of the same things is not kept whole."""

from __future__ import annotations

import hashlib
import json
import pickle
import zlib
from collections.abc import Callable, Collection, Iterable, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from kehoach.comparison.editions import STEPS
from kehoach.exports.datapackage import Size
from kehoach.machine.store import Store
from kehoach.machine.tracing import ASKED, Former, note, watched
from kehoach.meaning.fabric import OUTLINED
from kehoach.pages.searchfiles import LISTED
from kehoach.pages.searchjoined import JOINED
from kehoach.pages.site import DUTIES, REVISED
from kehoach.publishing.changednames import asked_for
from kehoach.publishing.filecache import FileCache, Touched
from kehoach.publishing.keptlists import PIECE, KeptLists, list_name
from kehoach.publishing.signatures import Signatures
from kehoach.publishing.workgraph import WORK, Learned, WorkGraph
from kehoach.publishing.workrows import Row, WorkRows
from kehoach.publishing.workrunner import Output, write_new
from kehoach.publishing.works import Work, Works

KIND = WORK
PIECES = ("calendar", "due", "events", "rows", "same", STEPS, "words")
"""Kinds of pieces that lists of everything are joined from, or what goes through all editions of a plan."""

JOINED_LISTS = (JOINED, LISTED, "rows", "events")
"""What is kept of lists of everything that were joined: of the search, and by the kind of the pieces of others."""

_WAITING = 64
"""Pieces that are held before they go to the store: a list of everything makes one of each plan."""

_OF_DUTIES = ("calendar", "due", "events")
"""Those that are made of a plan's outline and of its duties with their times alone."""


@dataclass(frozen=True)
class WorkCache:
    """What is kept of the works of a site, for a folder in which the site is being made.

    ``around`` says by a digest what the shell puts around a page, from its address and whether it lists its headings.
    ``present`` are digests of files, by address, that need not be put there; ``theme`` is the digest of all that frames
    and authored pages are made from, where it is told.
    """

    store: Store
    files: FileCache
    signatures: Signatures
    place: Path
    around: Callable[[str, bool], str]
    present: Mapping[str, str] = field(default_factory=dict)
    theme: str = ""
    _names: set[str] = field(default_factory=set, repr=False)
    _pieces: list[tuple[str, str, bytes]] = field(default_factory=list, repr=False)
    _packed_works: list[bytes] = field(default_factory=list, repr=False)

    @cached_property
    def graph(self) -> WorkGraph:
        """What is known of the works of the last build, and of what they asked for."""
        graph = WorkGraph(self.store, self.signatures, self.theme)
        self.signatures.known = graph.known_fact
        return graph

    def make_and_keep(self, work: Work, make: Callable[[], Output]) -> Output:
        """Have a work made, and keep that."""
        with watched() as seen:
            output = make()
        described = {
            "plans": sorted(seen),
            "of_plans": self.signatures.of_plans(seen),
            "pages": [[address, listed, self.around(address, listed)] for address, listed in output.pages.items()],
            "files": [[address, *size] for address, size in output.sizes.items()],
        }
        for address, size in output.sizes.items():
            self.files.keep(self.place / address, size)
        output.entries.append((work.name, self.signatures(work), json.dumps(described).encode()))
        output.pieces += self._pieces
        self._pieces.clear()
        return output

    def piece(self, kind: str, plan_id: str, make: Callable[[], bytes], *beside: str) -> bytes:
        """Give a piece that is made of one plan, and of those beside it; one that looks at more is made every time."""
        name, plans = f"{kind}/{plan_id}", (plan_id, *beside)
        state = self.signatures.of_piece(*plans)
        for looked_at in plans:
            # What it says of them may have been worked out by another work, so that no one is seen to look.
            note(f"@{DUTIES}/{looked_at}" if kind in _OF_DUTIES else looked_at)
        before, data = self.store.read(PIECE, name) or ("", b"")
        if before == state:
            return data
        with watched() as seen:
            data = make()
        for name_seen in seen:
            note(name_seen)
        own = {mark + looked_at for looked_at in plans for mark in ("", OUTLINED, f"@{REVISED}/")}
        if all(name_seen in own or name_seen.startswith(ASKED) for name_seen in seen):
            self._pieces.append((name, state, data))
        if len(self._pieces) >= _WAITING:
            self.store.write(PIECE, self._pieces)
            self._pieces.clear()
        return data

    def former(self) -> Former:
        """Give what is kept of lists that are joined."""
        return KeptLists(self.store, self.files, self.signatures, self._pieces)

    def is_present(self, address: str, size: Size) -> bool:
        """Tell whether the file of an address is there already."""
        return self.present.get(address) == size[1]

    def keep(self, output: Output) -> None:
        """Keep what some works made."""
        works = [
            (name, hashlib.sha256(data).digest(), self._names_asked_for(json.loads(data)), self._asked_before(name))
            for name, _, data in output.entries
        ]
        # Packed until all are made: a hundred thousand works one by one are as much as all plans in outline.
        self._packed_works.append(zlib.compress(pickle.dumps(works), 1))
        self.store.write(KIND, output.entries)
        self.store.write(PIECE, output.pieces)

    def _names_asked_for(self, entry: Mapping[str, Any]) -> tuple[str, ...]:
        return asked_for(entry["plans"], self.signatures.concerns)

    def _asked_before(self, name: str) -> tuple[str, ...]:
        """Give what a work asked for by what is still kept of it."""
        _, data = self.store.read(KIND, name) or ("", b"")
        try:
            return self._names_asked_for(json.loads(data)) if data else ()
        except (ValueError, TypeError, LookupError, RecursionError):
            return ()

    def standing(self, works: Works) -> tuple[Output, Iterable[Work]]:
        """Put what is kept of works into its place that asked for nothing that has changed; gives it and the others."""
        graph = self.graph
        before, touched = graph.before, graph.touched or ()
        work_names = None if graph.is_listed else [work.name for work in works]
        names = before.keys() if work_names is None else {*work_names}
        looked_at = {name for name in names if name not in before or name in touched}
        if not graph.is_framed:
            looked_at |= {name for name in names - looked_at if not self._framed(before[name].pages)}
        output, lost = self._put_all(before, names - looked_at)
        looked_at |= lost
        if work_names is None:
            return output, [works.named(name) for name in sorted(looked_at)]
        self._names.update(work_names)
        return output, (works.named(name) for name in work_names if name in looked_at)

    def _put_all(self, before: WorkRows, names: Set[str]) -> tuple[Output, set[str]]:
        """Put the files of works that stand into their places; names those of which one is not what was kept."""
        sizes, pages = before.sizes(), before.pages()
        for row in map(before.__getitem__, before.keys() - names):
            _take_away(row, sizes, pages)
        absent = {address for address, (_, sha256) in sizes.items() if self.present.get(address) != sha256}
        lost = {name for name in before.holding(absent) if name in names and not self._put(before[name])}
        for row in map(before.__getitem__, lost):
            _take_away(row, sizes, pages)
        return Output(sizes, pages), lost

    def restored(self, work: Work) -> Output | None:
        """Put what is kept of a work into its place; None where it has to be made."""
        kept_state, data = self.store.read(KIND, work.name) or ("", b"")
        if kept_state != self.signatures(work):
            return None
        try:
            entry = json.loads(data)
            row = Row.of_entry(entry) if self._same(entry) else None
            asked = self._names_asked_for(entry) if row else ()
        except (ValueError, TypeError, LookupError, RecursionError):
            self.store.spoiled += 1
            return None
        output = self._put(row) if row else None
        if row and output:
            self.graph.learn(work.name, Learned(hashlib.sha256(data).digest(), asked, asked))
        return output

    def _same(self, entry: dict[str, Any]) -> bool:
        """Tell whether plans and frames are those of which it was made."""
        return self.signatures.of_plans(entry["plans"]) == entry["of_plans"] and self._framed(entry["pages"])

    def _framed(self, pages: Iterable[tuple[str, bool, str]]) -> bool:
        return all(self.around(address, listed) == digest for address, listed, digest in pages)

    def _put(self, row: Row) -> Output | None:
        """Put a work's files into their places; None where one of them is no longer what was kept."""
        sizes = {address: (length, sha256) for address, length, sha256 in row.files}
        put: list[Path] = []
        try:
            for address, size in sizes.items():
                if self.present.get(address) == size[1]:
                    continue
                write_new(self.place, address, partial(self.files.put, size))
                put.append(self.place / address)
        except Touched:
            self.store.spoiled += 1
            for path in put:
                path.unlink()
            return None
        return Output(sizes, {address: listed for address, listed, _ in row.pages})

    def keep_only(self, sizes: Collection[Size], thorough: bool = True) -> None:
        """Drop the works that are no more, and the files that are of none.

        Where it need not be ``thorough`` only files of the works' last build are looked for.
        """
        while self._packed_works:
            for name, summed, *asked in pickle.loads(zlib.decompress(self._packed_works.pop())):
                self.graph.learn(name, Learned.made(summed, *asked))
        self.graph.write(self._names or None)
        if self._names:
            self.store.keep_only(KIND, self._names)
            pieces = {f"{kind}/{plan_id}" for kind in PIECES for plan_id in self.signatures.site.fabric.plans}
            self.store.keep_only(PIECE, {*pieces, *map(list_name, JOINED_LISTS)})
        dropped = None if thorough else self.graph.dropped(sizes)
        if dropped is None:
            self.files.keep_only({digest for _, digest in sizes})
        else:
            self.files.drop(dropped)


def _take_away(row: Row, sizes: dict[str, Size], pages: dict[str, bool]) -> None:
    for address, *_ in row.files:
        sizes.pop(address, None)
    for address, *_ in row.pages:
        pages.pop(address, None)
