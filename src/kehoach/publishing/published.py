"""Whether a published site is still the one that a build would make, and which of its files can stay.

Everything that a build reads is hashed again, by content. Of the published files what the system says is compared
(length, both times, the file's own number), which no edit leaves as it was; ``verify`` hashes them.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
import stat
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from kehoach.machine.fingerprints import FolderDigests, digest, program
from kehoach.machine.store import Store
from kehoach.publishing.filenotes import NotedFiles

STANDING = "standing"
"""What is noted of all files at a place together."""
AROUND = ("hooks", "site_src")
READ = (*AROUND, "plans", "schema")
"""Folders of a repository that a build reads, beside the files at its root; ``AROUND`` are those beside the plans."""
_AT_ONCE = 1000
"""Files of which it is said at once what the system says."""
_NAMED = re.compile(r"!ENV\s+\[?([^\]\n#]*)")
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")

Statuses = dict[str, str]
"""What the system says of files, in a word each, by their path in a folder; of folders by paths that end with "/"."""


def state_of(
    root: Path, environment: Mapping[str, str], *circumstances: object, folders: FolderDigests | None = None
) -> str:
    """Give the digest of all that a build of the site reads; ``circumstances`` is what else it is told.

    ``folders`` are those as they were read before.
    """
    # Where no commit gives the day, it is that on which one builds.
    day = environment.get("SOURCE_DATE_EPOCH") or dt.datetime.now(dt.timezone(dt.timedelta(hours=7))).date()
    return digest((*_read(root, environment, READ, folders or FolderDigests()), day, *circumstances))


def theme_state(
    root: Path, environment: Mapping[str, str], *circumstances: object, folders: FolderDigests | None = None
) -> str:
    """Give in the same way the digest of all that the theme and the authored pages are made from."""
    return digest((*_read(root, environment, AROUND, folders or FolderDigests()), *circumstances))


def _read(
    root: Path, environment: Mapping[str, str], names: tuple[str, ...], folders: FolderDigests
) -> Iterator[object]:
    files = sorted(path for path in root.iterdir() if path.is_file())
    environment_names = {name for path in files if path.suffix == ".yml" for name in _environment(path)}
    yield program()
    yield folders(*(root / name for name in names))
    yield from ((path.name, path.read_bytes()) for path in files)
    yield from ((name, environment.get(name)) for name in sorted(environment_names))


def settings_of(root: Path, environment: Mapping[str, str]) -> dict[str, str]:
    """Give of an environment what a build reads: what configurations name, and the time of the commit."""
    names = {"SOURCE_DATE_EPOCH", *(name for path in root.glob("*.yml") for name in _environment(path))}
    return {name: environment[name] for name in sorted(names & environment.keys())}


def _environment(configuration: Path) -> Iterator[str]:
    """Give the names that a configuration takes from the environment."""
    for match in _NAMED.finditer(configuration.read_text(encoding="utf-8", errors="replace")):
        yield from _WORD.findall(match[1])


def unchanged(store: Store, place: Path, state: str) -> int | None:
    """Give the number of published files where the place holds, untouched, what was built of the same state."""
    kept_state, data = store.read(STANDING, str(place)) or ("", b"")
    if kept_state != state:
        return None
    statuses = statuses_of(place)
    return len(statuses) - 1 if statuses and data == _sum(statuses) else None


def note_standing(store: Store, place: Path, state: str, statuses: Statuses) -> None:
    """Note of which state all that is at a place was built."""
    store.write(STANDING, [(str(place), state, _sum(statuses))])


def _sum(statuses: Statuses) -> bytes:
    names, digest_of_all = sorted(statuses), hashlib.sha256()
    for start in range(0, len(names), _AT_ONCE):
        # No name holds a NUL. Twenty thousand parts one by one take twice as long as in longer texts.
        lines = "".join([f"{name} {statuses[name]}\0" for name in names[start : start + _AT_ONCE]])
        digest_of_all.update(lines.encode("utf-8", "surrogatepass"))
    return digest_of_all.hexdigest().encode()


def untouched(noted: NotedFiles, now: Statuses) -> dict[str, str]:
    """Give the digests of files of which the system says what it said when they were noted."""
    return {name: digest for name, (status, digest) in noted.items() if digest and now.get(name) == status}


def unlike(place: Path, digests: Mapping[str, str], names: Iterable[str]) -> list[str]:
    """Give those of the named files below a folder whose bytes have another digest, or none."""
    return [name for name in names if name in digests and not _is(place / name, digests[name])]


def _is(path: Path, digest: str) -> bool:
    try:
        with path.open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest() == digest
    except OSError:
        return False


def statuses_of(folder: Path, before: Statuses | None = None) -> Statuses:
    """Give what the system says of every file below a folder; nothing where there is none.

    What it said ``before`` of files of these names is taken over where it is the same, so that it is held once.
    """
    statuses: Statuses = {}
    if folder.is_dir() and not folder.is_symlink():
        _see(os.fspath(folder), "", statuses, before or {})
    return statuses


def statuses_noted(folder: Path, noted: NotedFiles) -> Statuses | None:
    """Give the same of a folder of which something was noted; None where other files may be in it.

    As long as folders are what they were nothing came into them, so that no one has to be read: only their files are
    asked for, which takes half as long.
    """
    folders = noted_folders(noted)
    if not folders or folder_statuses(folder, folders) != folders:
        return None
    top = os.fspath(folder)
    return {name: said for name in noted if not name.endswith("/") and (said := _said_of(f"{top}/{name}"))}


def noted_folders(noted: NotedFiles) -> Statuses:
    """Give what was noted of folders."""
    return {name: status for name, (status, _) in noted.items() if name.endswith("/")}


def folder_statuses(folder: Path, names: Iterable[str]) -> Statuses:
    """Give what the system says of some folders below a folder, by names that end with "/"; of those that are there."""
    if not folder.is_dir() or folder.is_symlink():
        return {}
    top = os.fspath(folder)
    # The time of the first one's own change is that of the swap, so that it is told by what it holds.
    first = " ".join(sorted(path.name for path in folder.iterdir()))
    statuses = {name: first if name == "/" else _said_of(f"{top}/{name[:-1]}") for name in names}
    return {name: status for name, status in statuses.items() if name == "/" or _is_folder(status)}


def folders_of(names: Iterable[str]) -> set[str]:
    """Name the folders that lead to some files, and the first one, "/"."""
    folders: set[str] = set()
    for name in names:
        while name not in folders:
            if name.endswith("/"):
                folders.add(name)
            name = name.rstrip("/").rpartition("/")[0] + "/"
    return folders


def _see(folder: str, inside: str, statuses: Statuses, before: Statuses) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = inside + entry.name
            if entry.is_dir(follow_symlinks=False):
                _see(entry.path, f"{name}/", statuses, before)
            else:
                status, status_before = _status_line(entry.stat(follow_symlinks=False)), before.get(name)
                # Each name is that which all else that is known of the file has.
                statuses[sys.intern(name)] = status_before if status_before == status else status


def _status_line(status: os.stat_result) -> str:
    return f"{status.st_mode} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"


def _said_of(path: str) -> str:
    """Give what the system says of a file or folder; empty where there is none."""
    try:
        return _status_line(os.lstat(path))
    except (FileNotFoundError, NotADirectoryError):
        return ""


def _is_folder(status: str) -> bool:
    return stat.S_ISDIR(int(status.partition(" ")[0] or 0))


def number_of(status: str) -> str:
    """Give the file's own number, which all its names share."""
    return status.rpartition(" ")[2]


def statuses_again(folder: Path, before: Statuses, names: Iterable[str], numbers: Collection[str] = ()) -> Statuses:
    """Give what the system says of some files below a folder: what it said, but asked again of new and touched ones.

    ``numbers`` are those of files that were given a name, or lost one: that shows in what is said of the others.
    """
    return {
        name: before[name]
        if name in before and number_of(before[name]) not in numbers
        else _status_line((folder / name).lstat())
        for name in names
    }
