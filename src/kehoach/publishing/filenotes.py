"""What is noted of the files of two folders that take turns: what the system says of each, and its SHA-256.

The note of the published folder is that of the waiting one after the next build. It is as long as the site has files,
so it stays where it is: two notes lie side by side, and for each folder stands which of them is its.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

from kehoach.machine.store import Store

KIND, SPARE = "site", "spare"
"""Which note is that of the published folder, and which that of the one that waits its turn."""
NOTE = "files"
_SIDES = ("0", "1")
_PART = 100_000
"""Files in a part of a note: some twenty megabytes."""
_LISTS, _MORE = 3, b", 1]"
"""A part is so many lists, and ends so where another follows."""

NotedFiles = Mapping[str, tuple[str, str]]
"""What was noted of files: what the system said, and their SHA-256; of folders, which have none, by names with "/"."""


def noted(store: Store, kind: str, place: Path) -> NotedFiles:
    """Give what was noted of each file of a folder; nothing where a part of it is missing."""
    files: dict[str, tuple[str, str]] = {}
    side = _side(store, kind, place)
    try:
        for data in _parts(store, f"{place}\n{side}") if side else ():
            names, statuses, digests = json.loads(data)[:_LISTS]
            rows = zip(map(str, statuses), map(str, digests), strict=True)
            files.update(zip(map(str, names), rows, strict=True))
    except LookupError:
        return {}
    except (ValueError, TypeError, RecursionError):
        store.spoiled += 1
        return {}
    return files


def note(store: Store, kind: str, place: Path, files: NotedFiles) -> None:
    """Note what is known of each file of a folder; what is noted of the other stays."""
    taken = {_side(store, one, place) for one in (KIND, SPARE)}
    other = _side(store, SPARE if kind == KIND else KIND, place)
    side = next(side for side in (*(side for side in _SIDES if side not in taken), *_SIDES) if side != other)
    names = _part_names(f"{place}\n{side}")
    store.write(NOTE, ((name, "", data) for name, data in zip(names, _parts_of(files), strict=False)))
    store.write(kind, [(str(place), "", side.encode())])


def hand_over(store: Store, side: str, place: Path) -> None:
    """Have a note be that of the folder that waits; ``side`` is what ``published_side`` said of it before."""
    store.write(SPARE, [(str(place), "", side.encode())] if side else [])


def published_side(store: Store, place: Path) -> str:
    """Tell which note is that of the published folder; empty where there is none."""
    return _side(store, KIND, place)


def _side(store: Store, kind: str, place: Path) -> str:
    _, data = store.read(kind, str(place)) or ("", b"")
    side = data.decode("ascii", "replace")
    return side if side in _SIDES else ""


def _parts(store: Store, name: str) -> Iterator[bytes]:
    """Give a note as it is kept, in parts; raises LookupError where one is missing."""
    for part in _part_names(name):
        _, data = store.read(NOTE, part) or ("", b"")
        if not data:
            raise LookupError(part)
        yield data
        if not data.endswith(_MORE):
            return


def _parts_of(files: NotedFiles) -> Iterator[bytes]:
    names, rows = list(files), list(files.values())
    for start in range(0, max(len(names), 1), _PART):
        # Three lists of words: twenty thousand short lists take five times as long to write and to read.
        statuses, digests = zip(*rows[start : start + _PART], strict=True) if rows else ((), ())
        lists = json.dumps([names[start : start + _PART], statuses, digests]).encode()
        yield lists[:-1] + _MORE if start + _PART < len(names) else lists


def _part_names(name: str) -> Iterator[str]:
    """Name the parts of a note: without the first, which goes by its name, none of the others is read."""
    yield name
    yield from (f"{name}\n{number}" for number in count(1))
