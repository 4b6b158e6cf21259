"""Digests of folders: any change shows, and what the system says of a file spares reading it only where it can."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.machine import fingerprints
from kehoach.machine.fingerprints import FolderDigests, folder_digest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two files."""
    place = tmp_path / "plans"
    (place / "a").mkdir(parents=True)
    for name in ("a/x.yaml", "y.yaml"):
        (place / name).write_text(name)
    return place


def _link(folder: Path) -> None:
    (folder / "z").symlink_to("y.yaml")


CHANGES: dict[str, Callable[[Path], object]] = {
    "edited": lambda folder: (folder / "a" / "x.yaml").write_text("a/z.yaml"),
    "added": lambda folder: (folder / "a" / "z.yaml").write_text(""),
    "removed": lambda folder: (folder / "y.yaml").unlink(),
    "renamed": lambda folder: (folder / "y.yaml").rename(folder / "z.yaml"),
    "exchanged": lambda folder: (folder / "y.yaml").replace(folder / "a" / "x.yaml"),
    "folder": lambda folder: (folder / "b").mkdir(),
    "link": _link,
}


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_shows(folder: Path, change: str) -> None:
    """In a digest made anew, and in one of the folder as it is again."""
    before = FolderDigests()
    state = before(folder)
    assert state == before.again()(folder) == FolderDigests()(folder)
    CHANGES[change](folder)
    assert before(folder) == state
    assert before.again()(folder) == FolderDigests()(folder) == folder_digest(folder) != state


def test_files_are_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Again only those that are new, or were written shortly before they were read: the next edit may look the same."""
    read: list[str] = []
    content = fingerprints._content

    def noted(path: str) -> bytes:
        read.append(path)
        return content(path)

    monkeypatch.setattr(fingerprints, "_content", noted)
    monkeypatch.setattr(fingerprints, "_UNSETTLED", -(10**18))
    settled = FolderDigests()
    state = settled(folder)
    assert len(read) == 2
    assert settled.again()(folder) == state and len(read) == 2
    monkeypatch.setattr(fingerprints, "_UNSETTLED", 10**18)
    assert settled.again()(folder) == state and len(read) == 4


def test_files_are_told_by_their_digests(folder: Path) -> None:
    """Those that were read; none behind a link, which nobody who reads the repository follows."""
    (folder / "z").symlink_to("y.yaml")
    folders = FolderDigests()
    folders(folder)
    assert folders.file(folder / "y.yaml") == hashlib.sha256(b"y.yaml").hexdigest()
    assert [folders.file(folder / name) for name in ("z", "a", "b.yaml")] == ["", "", ""]
    linked = folder.with_name("linked")
    linked.symlink_to(folder)
    folders(linked)
    assert not folders.file(linked / "y.yaml") and folders.file(folder / "y.yaml")
