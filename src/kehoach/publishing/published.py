"""Whether a published site is still the one that a build would make: then nothing is built.

Everything that a build reads is hashed again, by content. Of the published files what the system says is compared
(length, both times, the file's own number), which no edit leaves as it was; ``verify`` hashes them.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kehoach.machine.fingerprints import digest, folder_digest, program
from kehoach.machine.store import Store

KIND = "site"
READ = ("hooks", "plans", "schema", "site_src")
"""Folders of a repository that a build reads, beside the files at its root."""
_NAMED = re.compile(r"!ENV\s+\[?([^\]\n#]*)")
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def state_of(root: Path, environment: Mapping[str, str], *circumstances: object) -> str:
    """Give the digest of all that a build of the site reads; ``circumstances`` is what else it is told."""
    files = sorted(path for path in root.iterdir() if path.is_file())
    named = {name for path in files if path.suffix == ".yml" for name in _environment(path)}
    told = [(name, environment.get(name)) for name in sorted(named)]
    # Where no commit gives the day, it is that on which one builds.
    day = environment.get("SOURCE_DATE_EPOCH") or dt.datetime.now(dt.timezone(dt.timedelta(hours=7))).date()
    contents = [(path.name, path.read_bytes()) for path in files]
    folders = folder_digest(*(root / name for name in READ))
    return digest((program(), folders, *contents, *told, day, *circumstances))


def _environment(configuration: Path) -> Iterator[str]:
    """Give the names that a configuration takes from the environment."""
    for match in _NAMED.finditer(configuration.read_text(encoding="utf-8", errors="replace")):
        yield from _WORD.findall(match[1])


def unchanged(store: Store, place: Path, state: str) -> int | None:
    """Give the number of published files where the place holds, untouched, what was built of the same state."""
    of, data = store.read(KIND, str(place)) or ("", b"")
    if of != state:
        return None
    try:
        return int(json.loads(data)["count"]) if json.loads(data)["files"] == _seen(place) else None
    except (ValueError, TypeError, KeyError, RecursionError):
        store.spoiled += 1
        return None
    except OSError:
        return None


def publish(store: Store, place: Path, state: str, count: int) -> None:
    """Note of which state the files at a place were built."""
    if store.folder and place.is_dir():
        store.write(KIND, [(str(place), state, json.dumps({"count": count, "files": _seen(place)}).encode())])


def _seen(folder: Path, inside: str = "") -> dict[str, Any]:
    """Give what the system says of every file below a folder."""
    found: dict[str, Any] = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            name = inside + entry.name
            if entry.is_dir(follow_symlinks=False):
                found |= _seen(Path(entry.path), f"{name}/")
            else:
                seen = entry.stat(follow_symlinks=False)
                found[name] = [seen.st_mode, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino]
    return found
