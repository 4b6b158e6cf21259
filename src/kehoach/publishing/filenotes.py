"""What is noted of the files of two folders that take turns: what the system says of each, and its SHA-256.

The note of the published folder is that of the waiting one after the next build. It is as long as the site has files,
so it stays where it is: two notes lie side by side, and for each folder stands which of them is its. Each is in parts
by the folders at the top, so that an edit, which touches what lies together, writes few of them anew.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from kehoach.machine.store import Store

KIND, SPARE = "site", "spare"
"""Which note is that of the published folder, and which that of the one that waits its turn."""
NOTE = "files"
_SIDES = ("0", "1")
_PARTS = 64

NotedFiles = Mapping[str, tuple[str, str]]
"""What was noted of files: what the system said, and their SHA-256; of folders, which have none, by names with "/"."""


def notes_of_files(store: Store, kind: str, place: Path) -> NotedFiles:
    """Give what was noted of each file of a folder; nothing where a part of it is missing."""
    files: dict[str, tuple[str, str]] = {}
    side = side_of(store, kind, place)
    try:
        for part in range(_PARTS) if side else ():
            files.update(_read(store, _name(place, side, part)))
    except LookupError:
        return {}
    except (ValueError, TypeError, RecursionError):
        store.spoiled += 1
        return {}
    return files


def note(store: Store, kind: str, place: Path, files: NotedFiles) -> None:
    """Note what is known of each file of a folder; what is noted of the other stays."""
    parts: dict[int, dict[str, tuple[str, str]]] = {part: {} for part in range(_PARTS)}
    for name, row in files.items():
        parts[_part_of(name)][name] = row
    _write(store, kind, place, _free_side(store, kind, place), parts)


def note_again(store: Store, kind: str, place: Path, files: NotedFiles, side: str, before: NotedFiles) -> None:
    """Do the same on a ``side`` that says what was noted ``before`` and is no folder's: others of its parts stay."""
    changed = {name: row for name, row in files.items() if before.get(name) != row}
    gone = before.keys() - files.keys()
    try:
        parts = {part: dict(_read(store, _name(place, side, part))) for part in {*map(_part_of, gone.union(changed))}}
    except (LookupError, ValueError, TypeError, RecursionError):
        note(store, kind, place, files)
        return
    for name in gone:
        parts[_part_of(name)].pop(name, None)
    for name, row in changed.items():
        parts[_part_of(name)][name] = row
    _write(store, kind, place, side, parts)


def _write(store: Store, kind: str, place: Path, side: str, parts: Mapping[int, NotedFiles]) -> None:
    store.write(NOTE, ((_name(place, side, part), "", _written(rows)) for part, rows in parts.items()))
    store.write(kind, [(str(place), "", side.encode())])


def hand_over(store: Store, side: str, place: Path) -> None:
    """Have a note be that of the folder that waits; ``side`` is what ``side_of`` said of it before."""
    store.write(SPARE, [(str(place), "", side.encode())] if side else [])


def side_of(store: Store, kind: str, place: Path) -> str:
    """Tell which note is that of a folder; empty where there is none."""
    _, data = store.read(kind, str(place)) or ("", b"")
    side = data.decode("ascii", "replace")
    return side if side in _SIDES else ""


def _free_side(store: Store, kind: str, place: Path) -> str:
    sides_taken = {side_of(store, note_kind, place) for note_kind in (KIND, SPARE)}
    other = side_of(store, SPARE if kind == KIND else KIND, place)
    return next(side for side in (*(side for side in _SIDES if side not in sides_taken), *_SIDES) if side != other)


def _name(place: Path, side: str, part: int) -> str:
    return f"{place}\n{side}\n{part}"


def _part_of(name: str) -> int:
    """Give the part that tells of a file, or of a folder: that of the two folders at the top in which it lies."""
    top, _, rest = name.partition("/")
    return zlib.crc32(f"{top}/{rest.partition('/')[0]}".encode("utf-8", "surrogatepass")) % _PARTS


def _read(store: Store, name: str) -> Iterable[tuple[str, tuple[str, str]]]:
    """Give what a part of a note tells; raises LookupError where it is missing."""
    _, data = store.read(NOTE, name) or ("", b"")
    if not data:
        raise LookupError(name)
    names, statuses, digests = json.loads(data)
    return zip(map(str, names), zip(map(str, statuses), map(str, digests), strict=True), strict=True)


def _written(files: NotedFiles) -> bytes:
    # Three lists of words: twenty thousand short lists take five times as long to write and to read.
    statuses, digests = zip(*files.values(), strict=True) if files else ((), ())
    return json.dumps([[*files], statuses, digests]).encode()
