"""What the site generator makes of the theme and the authored pages alone, as plain data that is kept between builds.

It knows no plan: pieces of the model that authored pages embed stay placeholders, and the frames around generated
pages have slots. So the generator runs again only where theme, authored pages or configuration change.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from kehoach.exports.datapackage import Size
from kehoach.exports.opendata import size
from kehoach.machine.store import CACHE_VARIABLE, Store
from kehoach.machine.usererror import UserError
from kehoach.pages.frames import Entry, Frame, Key, key_of
from kehoach.publishing.filecache import FileCache
from kehoach.publishing.workrunner import write_new

KIND = "theme"
THEME = "KEHOACH_THEME"
"""Names the file in which the generator finds the frames asked for (``Wanted``), and leaves what it made."""
_MARK = b"<!-- kehoach:"

Wanted = list[tuple[str, bool]]
"""Addresses of pages whose frames are wanted, and whether their headings are listed."""

_DEPTHS = {
    "": (0,),
    "chi-so/": (0, 1, 3, 4),
    "co-quan/": (0, 1, 2, 3, 4),
    "du-lieu/": (0, 1),
    "huong-dan/": (0,),
    "ke-hoach/": (0, 1, 3, 4, 7),
    "lich/": (0, 1, 2, 3),
    "luoc-do/": (0, 1),
    "thuat-ngu/": (0,),
    "tim/": (0,),
    "van-ban/": (0, 1, 2, 3, 4),
}
"""How deep pages stand below the sections; a page elsewhere has its frame made when it is met (``Unknown``)."""

USUAL: Wanted = [
    (f"{section}{'x/' * depth}", listed)
    for section, depths in _DEPTHS.items()
    for depth in depths
    for listed in (True, False)
]


class Unknown(Exception):
    """A page is met whose frame was not asked for; the arguments are its address and whether it lists headings."""


@dataclass(frozen=True)
class KeptTheme:
    """The theme as plain data.

    ``home`` is the site's name, address and color by its configuration, ``analysis`` whether that asks for pages that
    lay plans side by side, ``documents`` whether for Word and PDF files; ``pages`` are the addresses of authored pages,
    ``authored`` those that embed something with their text, ``files`` all other files by address, ``wanted`` the
    frames that were asked for.
    """

    home: tuple[str, str, str]
    analysis: bool
    documents: bool
    own: Sequence[str]
    pages: Sequence[str]
    entry: Entry
    frames: Mapping[Key, Frame]
    authored: Mapping[str, str]
    files: Mapping[str, Size]
    wanted: Sequence[tuple[str, bool]]

    def has(self, path: str, listed: bool) -> bool:
        """Tell whether it has what stands around a page."""
        return key_of(path, listed, self.own) in self.frames

    def frame(self, path: str, listed: bool) -> Frame:
        """Give what stands around a page; raises Unknown where it was not asked for."""
        try:
            return self.frames[key_of(path, listed, self.own)]
        except KeyError:
            raise Unknown(path, listed) from None


def theme_data(own: Iterable[str], pages: Iterable[str], entry: Entry, frames: Mapping[Key, Frame]) -> dict[str, Any]:
    """Give what the generator says of a theme as plain data, beside the site's ``home`` and choices."""
    return {
        "own": sorted(own),
        "pages": sorted(pages),
        "entry": [entry.leaf, entry.before, entry.between, entry.after],
        "frames": [[*key, frame.parts, dict(frame.scripts)] for key, frame in frames.items()],
    }


def _understood(data: bytes) -> KeptTheme:
    """Bring a theme back; raises ValueError, TypeError or LookupError where it is none."""
    answer = json.loads(data)
    frames = {(str(a), int(b), bool(c)): Frame(parts, scripts) for a, b, c, parts, scripts in answer["frames"]}
    files = {str(address): (int(length), str(of)) for address, length, of in answer["files"]}
    name, url, color = map(str, answer["home"])
    leaf, before, between, after = answer["entry"]
    entry = Entry(leaf, before, between, after)
    home, choices = (name, url, color), (bool(answer["analysis"]), bool(answer["documents"]))
    wanted = [(str(path), bool(listed)) for path, listed in answer["wanted"]]
    return KeptTheme(home, *choices, answer["own"], answer["pages"], entry, frames, answer["authored"], files, wanted)


@dataclass(frozen=True)
class Themes:
    """Has themes made by a generator in a folder of its own, and keeps them.

    ``state`` is the digest of all that a theme is made from.
    """

    root: Path
    generator: Sequence[str]
    environment: Mapping[str, str]
    state: str
    store: Store
    file_cache: FileCache
    folder: Path

    def theme(self, frames_met: Wanted) -> KeptTheme:
        """Give the theme with the usual frames and those met; raises UserError where the generator fails.

        Frames that were met once are made again with each new theme: pages that need them are there as a rule, and
        who meets one anew has the generator run a second time.
        """
        kept_state, data = self.store.read(KIND, str(self.root)) or ("", b"")
        kept_theme = self._kept(data) if data else None
        if kept_theme and kept_state == self.state and all(kept_theme.has(*one) for one in (*USUAL, *frames_met)):
            return kept_theme
        before = kept_theme.wanted if kept_theme else ()
        data = self._built([*dict.fromkeys((*USUAL, *before, *frames_met))])
        self.store.write(KIND, [(str(self.root), self.state, data)])
        return _understood(data)

    def _kept(self, data: bytes) -> KeptTheme | None:
        try:
            return _understood(data)
        except (ValueError, TypeError, LookupError, RecursionError):
            self.store.spoiled += 1
            return None

    def forget(self) -> None:
        """Have the theme made again: a file of it is no longer what it was."""
        self.store.spoiled += 1
        self.store.keep_only(KIND, ())

    def put(self, theme: KeptTheme, address: str, place: Path) -> None:
        """Put a file of a theme below a place; raises Touched where it is no longer the one that was made."""
        built = self.folder / address
        if built.is_file():
            # Moved, not linked: taking a second name away later would look as if the published file had changed.
            write_new(place, address, lambda path: _move(built, path))
        else:
            write_new(place, address, partial(self.file_cache.put, theme.files[address]))

    def _built(self, frames: Wanted) -> bytes:
        request = self.folder.with_suffix(".json")
        request.write_text(json.dumps(frames), encoding="utf-8")
        completed = subprocess.run(
            [*self.generator, "build", "--strict", "--site-dir", str(self.folder)],
            cwd=self.root,
            check=False,
            env={**self.environment, THEME: str(request), CACHE_VARIABLE: "0"},
            stdin=subprocess.DEVNULL,
        )
        if completed.returncode != 0:
            raise UserError("Chưa dựng được trang (lỗi in ở trên); trang cũ giữ nguyên.")
        answer = json.loads(request.read_bytes())
        authored: dict[str, str] = {}
        files: dict[str, Size] = {}
        for path in sorted(path for path in self.folder.rglob("*") if path.is_file()):
            address, data = path.relative_to(self.folder).as_posix(), path.read_bytes()
            if path.suffix == ".html" and _MARK in data:
                authored[address] = data.decode()
            else:
                files[address] = size(data)
                self.file_cache.keep(path, size(data))
        rows = [[address, *of] for address, of in files.items()]
        theme = {**answer, "authored": authored, "files": rows, "wanted": frames}
        return json.dumps(theme, ensure_ascii=False).encode()


def _move(path: Path, place: Path) -> None:
    path.rename(place)
