"""What earlier builds kept is used only where it would be made the same; ``trials/keeping.py`` tries many edits."""

from __future__ import annotations

import hashlib
import json
import os
import random
from pathlib import Path

import pytest
from corpus import ROOT
from keeping import sequence

from kehoach.exports.opendata import size
from kehoach.publishing.cache import Cache, Entry, Touched

MADE = {"a/index.html": "<h1>Đề mục</h1>".encode(), "b.bin": bytes(range(256))}


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """A cache that holds the work "a"."""
    held = Cache(tmp_path / "kept")
    held.write("a", {"signature": "s"}, made(tmp_path / "site"))
    return held


def made(place: Path, files: dict[str, bytes] = MADE) -> list[Entry]:
    """Write files of a site."""
    for address, data in files.items():
        (place / address).parent.mkdir(parents=True, exist_ok=True)
        (place / address).write_bytes(data)
    return [Entry.of(address, place / address, size(data)) for address, data in files.items()]


def files_of(cache: Cache) -> list[Path]:
    return sorted(path for path in cache.folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("seed", [11, 12])
def test_kept_works_equal_fresh_ones(seed: int, tmp_path: Path) -> None:
    """After every edit the site from what is kept is the site made anew, byte for byte."""
    assert sequence(tmp_path, seed) == []


def test_what_is_kept_comes_back(cache: Cache) -> None:
    """Files are found as they were written."""
    found = cache.read("a")
    assert found and found[0] == {"signature": "s"}
    assert {entry.address: entry.path.read_bytes() for entry in found[1]} == MADE
    assert {entry.address: entry.size for entry in found[1]} == {address: size(data) for address, data in MADE.items()}
    assert cache.read("b") is None


def test_work_that_is_kept_anew_replaces_the_old(cache: Cache, tmp_path: Path) -> None:
    """Of a work only the last is kept, and nothing is left aside."""
    cache.write("a", {"signature": "t"}, made(tmp_path / "other", {"c": b"c"}))
    found = cache.read("a")
    assert found and found[0] == {"signature": "t"} and [entry.address for entry in found[1]] == ["c"]
    assert len(list(cache.folder.iterdir())) == 1


def test_files_are_copied_where_they_cannot_be_linked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system without links, or a site on another disk."""

    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    cache = Cache(tmp_path / "kept")
    cache.write("a", {}, made(tmp_path / "site"))
    found = cache.read("a")
    assert found and [entry.path.read_bytes() for entry in found[1]] == list(MADE.values())
    assert all(entry.path.stat().st_nlink == 1 for entry in found[1])


def test_broken_description_counts_as_missing(cache: Cache) -> None:
    """Whatever byte is changed or missing, nothing of the work is believed."""
    [path] = cache.folder.rglob("made")
    whole = path.read_bytes()
    chance = random.Random(5)
    for at in chance.sample(range(len(whole)), 40):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert cache.read("a") is None
        path.write_bytes(whole[:at])
        assert cache.read("a") is None


@pytest.mark.parametrize("harm", ["in place", "shorter", "gone", "link"])
def test_touched_file_counts_as_missing(cache: Cache, tmp_path: Path, harm: str) -> None:
    """Who edits the published site in place, edits the kept file too: it is made anew."""
    path = tmp_path / "site" / "a" / "index.html"
    [kept] = [entry.path for entry in cache.read("a")[1] if entry.address == "a/index.html"]  # type: ignore[index]
    if harm == "in place":
        path.write_bytes(path.read_bytes().replace("Đ".encode(), "đ".encode()))
    elif harm == "shorter":
        times = path.stat()
        path.write_bytes(b"")
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    elif harm == "gone":
        kept.unlink()
    else:
        kept.rename(tmp_path / "aside")
        kept.symlink_to(tmp_path / "aside")
    assert cache.read("a") is None


@pytest.mark.parametrize("address", ["/etc/x", "../x", "a/../../x"])
def test_address_outside_the_site_is_not_believed(cache: Cache, tmp_path: Path, address: str) -> None:
    """A cache that came with someone's branch writes nothing beside the site."""
    [path] = cache.folder.rglob("made")
    line = path.read_bytes()[:-32].replace(b'"b.bin"', f'"{address}"'.encode())
    path.write_bytes(line + hashlib.sha256(line).digest())
    assert cache.read("a") is None


def test_file_that_another_build_replaced_is_not_taken(cache: Cache, tmp_path: Path) -> None:
    """Two builds at once: what was found is no longer there when it is taken, or is something else."""
    found = cache.read("a")
    assert found
    cache.write("a", {}, made(tmp_path / "other", {"c": b"c" * 256, "d": b"d" * 256}))
    for number, entry in enumerate(found[1]):
        with pytest.raises(Touched):
            entry.put(tmp_path / f"placed-{number}")
    cache.keep_only([])
    with pytest.raises(Touched):
        found[1][0].put(tmp_path / "placed-2")
    assert not list(tmp_path.glob("placed-*"))


def test_link_is_not_believed(cache: Cache, tmp_path: Path) -> None:
    """Nor does it publish a file from elsewhere, though all its measures are right."""
    [path] = cache.folder.rglob("made")
    kept = path.with_name("1")
    kept.unlink()
    kept.symlink_to(tmp_path / "elsewhere")
    found = kept.lstat()
    described = json.loads(path.read_bytes()[:-32])
    described["made"][1][1], described["made"][1][3] = found.st_size, found.st_mtime_ns
    line = json.dumps(described).encode()
    path.write_bytes(line + hashlib.sha256(line).digest())
    assert cache.read("a") is None


def test_works_that_are_no_more_are_dropped(cache: Cache, tmp_path: Path) -> None:
    """The folder holds the works of the last build only, and git never sees it."""
    cache.write("b", {}, made(tmp_path / "b"))
    (cache.folder / "left.123.new").mkdir()
    (cache.folder / "file").write_text("")
    cache.keep_only(["a"])
    assert cache.read("a") and cache.read("b") is None
    assert {path.name for path in files_of(cache)} == {".gitignore", "made", "0", "1"}
    assert (cache.folder / ".gitignore").read_text() == "*\n"


def test_full_disk_keeps_nothing_and_harms_nothing(tmp_path: Path) -> None:
    """Where the folder cannot be written, works are done every time."""
    (tmp_path / "kept").write_text("a file in its place")
    cache = Cache(tmp_path / "kept")
    cache.write("a", {}, made(tmp_path / "site"))
    cache.keep_only(["a"])
    assert cache.read("a") is None


def test_cache_is_never_committed() -> None:
    """Git leaves the folder alone."""
    assert ".cache/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
