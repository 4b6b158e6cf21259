"""Building the site beside the published one and switching at the end. An edge: it runs the site generator.

Killed at any moment, the published folder is the old site or the new one, whole.
"""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from kehoach.machine.beside import beside
from kehoach.machine.store import ASKED, Store
from kehoach.machine.usererror import UserError
from kehoach.publishing import published
from kehoach.publishing.digests import folder_digests
from kehoach.publishing.manifest import NAME, Manifest
from kehoach.publishing.origin import commit_time

_EXCHANGE = 2
_CURRENT_FOLDER = -100
_FOLDER, _FILE = 0o755, 0o644
_OF_A_SITE = (NAME, "404.html")


DIGESTS = "KEHOACH_DIGESTS"
"""Names the file in which the generator may say the digests of what it wrote, by address, so that no one reads it."""

_SET = {"NO_MKDOCS_2_WARNING": "1", "OPENBLAS_NUM_THREADS": "1"}
"""Matrices are small here, and several processes compute at once."""

MKDOCS = (sys.executable, "hooks/generator.py")


def build_site(
    root: Path,
    place: Path,
    commit: str,
    *,
    previous: str = "",
    generator: Sequence[str] = MKDOCS,
    store: Store | None = None,
) -> int:
    """Build into a folder of its own beside ``place``, list the files, then switch; the old site stays on failure.

    ``previous`` is the SHA-256 of the manifest before this one; ``generator`` takes MkDocs' arguments; with a ``store``
    what earlier builds made is used, and nothing is built where all is as it was. Gives the number of files.
    """
    place = place.resolve()
    _refuse_others(root, place)
    store = store or Store()
    try:
        environment = {**commit_time(root), **os.environ, **_SET}
        state = published.state_of(root, environment, place, commit, previous, *generator)
        known = published.unchanged(store, place, state)
        if known is not None:
            return known
        if store.folder is None:
            environment[ASKED] = "0"
        count = _built(root, place, Manifest(commit, previous, {}), [*generator, "build", "--strict"], environment)
        if published.state_of(root, environment, place, commit, previous, *generator) == state:
            published.publish(store, place, state, count)
        return count
    except OSError as error:
        raise UserError(f"Không ghi được trang: {error.strerror or error}; trang cũ giữ nguyên.") from None


def _built(root: Path, place: Path, manifest: Manifest, command: Sequence[str], environment: Mapping[str, str]) -> int:
    with beside(place) as folder:
        built, said = folder / "new", folder / "digests.json"
        done = subprocess.run(
            [*command, "--site-dir", str(built)],
            cwd=root,
            check=False,
            env={**environment, DIGESTS: str(said)},
            stdin=subprocess.DEVNULL,
        )
        if done.returncode != 0:
            raise UserError("Chưa dựng được trang (lỗi in ở trên); trang cũ giữ nguyên.")
        set_modes(built)
        files = {path: digest for path, digest in folder_digests(built, _digests(said)).items() if path != NAME}
        text = replace(manifest, files=files).to_json()
        (built / NAME).write_text(text, encoding="utf-8", newline="\n")
        (built / NAME).chmod(_FILE)
        switch(built, place)
        return len(files)


def _digests(path: Path) -> dict[str, str]:
    found: dict[str, str] = json.loads(path.read_bytes()) if path.is_file() else {}
    return found


def _refuse_others(root: Path, place: Path) -> None:
    """Raise UserError where the place holds something that is no site: the switch would take it away."""
    if root.resolve().is_relative_to(place):
        raise UserError(f"{place} chứa chính kho này; hãy chọn thư mục khác cho trang.")
    if place.is_dir() and any(place.iterdir()) and not any((place / name).is_file() for name in _OF_A_SITE):
        raise UserError(f"{place} có tệp nhưng không phải trang đã dựng; hãy chọn thư mục khác hoặc tự dọn trước.")
    if place.exists() and not place.is_dir():
        raise UserError(f"{place} không phải thư mục.")


def set_modes(folder: Path) -> None:
    """Give files and folders the same modes whatever the umask."""
    folder.chmod(_FOLDER)
    for path in folder.rglob("*"):
        path.chmod(_FOLDER if path.is_dir() else _FILE)


def switch(new: Path, place: Path) -> None:
    """Put a finished folder in the place of another in one step; what was there is at ``new`` afterwards."""
    if not place.exists():
        try:
            new.rename(place)
            return
        except OSError:
            if not place.exists():
                raise
    if not _exchange(new, place):
        # No exchange on this system: two renames, between which the place is empty for an instant.
        aside = new.with_name("old")
        place.rename(aside)
        new.rename(place)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two names in one step by Linux's renameat2; False where the system has no such call."""
    libc = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
    call = getattr(libc, "renameat2", None)
    if call is None:
        return False
    return bool(
        call(_CURRENT_FOLDER, os.fsencode(one), _CURRENT_FOLDER, os.fsencode(other), ctypes.c_uint(_EXCHANGE)) == 0
    )
