"""Building the site beside the published one and switching at the end. An edge: it runs the site generator.

Killed at any moment, the published folder is the old site or the new one, whole.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from kehoach.machine.fingerprints import FolderDigests
from kehoach.machine.store import CACHE_VARIABLE, Store
from kehoach.machine.tempfolder import temporary_folder
from kehoach.machine.usererror import UserError
from kehoach.publishing import published
from kehoach.publishing.digests import folder_digests
from kehoach.publishing.generations import Generations
from kehoach.publishing.manifest import NAME, Manifest
from kehoach.publishing.opened import Opened
from kehoach.publishing.origin import commit_time

_OF_A_SITE = (NAME, "404.html")

DIGESTS = "KEHOACH_DIGESTS"
"""Names the file in which the generator may say the digests of what it wrote, by address, so that no one reads it."""

_SET = {"NO_MKDOCS_2_WARNING": "1", "OPENBLAS_NUM_THREADS": "1"}
"""Matrices are small here, and several processes compute at once."""

MKDOCS = (sys.executable, "hooks/generator.py")
FAILED = "Chưa dựng được trang (lỗi in ở trên); trang cũ giữ nguyên."


def build_site(
    root: Path,
    place: Path,
    commit: str,
    *,
    previous: str = "",
    generator: Sequence[str] = MKDOCS,
    store: Store | None = None,
    opened: Opened | None = None,
    executor: Executor | None = None,
) -> int:
    """Build into a folder of its own beside ``place``, list the files, then switch; the old site stays on failure.

    ``previous`` is the SHA-256 of the manifest before this one; ``generator`` takes MkDocs' arguments; with a ``store``
    what earlier builds made is used, and nothing is built where all is as it was. The generator makes the whole site,
    or, with the repository ``opened``, the theme alone, which is filled here, or by the workers of an ``executor``.
    Gives the number of files.
    """
    place = place.resolve()
    _refuse_others(root, place)
    store = store or Store()
    try:
        environment = {**commit_time(root), **os.environ, **_SET}
        inputs = (place, commit, previous, *generator)
        # Of what was there before it was read: what is edited meanwhile is not in the site.
        folders = opened.folders if opened else FolderDigests()
        state = published.state_of(root, environment, *inputs, folders=folders)
        count = published.unchanged(store, place, state)
        if count is not None:
            return count
        if store.folder is None:
            environment[CACHE_VARIABLE] = "0"
        generations = Generations(store, place)
        build = _Build(root, generations, Manifest(commit, previous, {}), generator, environment, folders)
        with temporary_folder(place) as folder, generations.held(folder) if opened else nullcontext():
            files = build.filled(folder, opened, executor) if opened else build.whole(folder)
            same = published.state_of(root, environment, *inputs, folders=folders.again()) == state
            return build.publish(folder / "new", files, state if same else "")
    except OSError as error:
        raise UserError(f"Không ghi được trang: {error.strerror or error}; trang cũ giữ nguyên.") from None


@dataclass(frozen=True)
class _Build:
    """What one build is told."""

    root: Path
    generations: Generations
    manifest: Manifest
    generator: Sequence[str]
    environment: Mapping[str, str]
    folders: FolderDigests

    def whole(self, folder: Path) -> dict[str, str]:
        """Have the generator make the site as ``new`` in a folder; gives the digests of its files."""
        built, digests_file = folder / "new", folder / "digests.json"
        completed = subprocess.run(
            [*self.generator, "build", "--strict", "--site-dir", str(built)],
            cwd=self.root,
            check=False,
            env={**self.environment, DIGESTS: str(digests_file)},
            stdin=subprocess.DEVNULL,
        )
        if completed.returncode != 0:
            raise UserError(FAILED)
        return {path: digest for path, digest in folder_digests(built, _digests(digests_file)).items() if path != NAME}

    def filled(self, folder: Path, opened: Opened, executor: Executor | None) -> dict[str, str]:
        """Make as ``new`` what of the site is not present; gives the digests of all files."""
        # Imported only here: it takes longer than to see that nothing has changed.
        from kehoach.publishing.filecache import FileCache, Touched
        from kehoach.publishing.filling import Filling
        from kehoach.publishing.themes import Themes, Unknown, Wanted

        store, new = self.generations.store, folder / "new"
        files = FileCache(store.folder)
        state = published.theme_state(self.root, self.environment, *self.generator, folders=self.folders)
        themes = Themes(self.root, self.generator, self.environment, state, store, files, folder / "theme")
        frames_met: Wanted = []
        while True:
            new.mkdir()
            try:
                filling = Filling(self.root, new, themes.theme(frames_met), self.generations.present)
                sizes = filling.run(opened, self.environment, themes, files, executor)
                return {address: digest for address, (_, digest) in sizes.items()}
            except Unknown as met:
                frames_met += [(met.args[0], is_listed) for is_listed in (True, False)]
            except Touched:
                themes.forget()
            shutil.rmtree(new)

    def publish(self, new: Path, files: Mapping[str, str], state: str) -> int:
        """List all files, then switch; gives their number."""
        digest = hashlib.sha256()
        with (new / NAME).open("wb") as handle:
            for piece in replace(self.manifest, files=files).pieces():
                digest.update(data := piece.encode())
                handle.write(data)
        self.generations.publish(new, {**files, NAME: digest.hexdigest()}, state)
        return len(files)


def _digests(path: Path) -> dict[str, str]:
    digests: dict[str, str] = json.loads(path.read_bytes()) if path.is_file() else {}
    return digests


def _refuse_others(root: Path, place: Path) -> None:
    """Raise UserError where the place holds something that is no site: the switch would take it away."""
    if root.resolve().is_relative_to(place):
        raise UserError(f"{place} chứa chính kho này; hãy chọn thư mục khác cho trang.")
    if place.is_dir() and any(place.iterdir()) and not any((place / name).is_file() for name in _OF_A_SITE):
        raise UserError(f"{place} có tệp nhưng không phải trang đã dựng; hãy chọn thư mục khác hoặc tự dọn trước.")
    if place.exists() and not place.is_dir():
        raise UserError(f"{place} không phải thư mục.")
