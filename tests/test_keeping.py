"""What earlier builds kept is used only where it is what would be made; ``tests/keeping.py`` tries many edits."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from corpus import ROOT
from keeping import sequence

from kehoach.pages import Heading, Page
from kehoach.publishing.cache import Cache, unpacked
from kehoach.publishing.works import Made

TOC = (Heading("Một", "mot", (Heading("Hai", "hai"),)),)
MADE: list[Made] = [
    ("a/", Page("a/", "Tiêu đề", "<h1>Đề mục</h1>", TOC, "Nói", ("x.js",))),
    ("b.bin", bytes(range(256))),
]


@pytest.mark.parametrize("seed", [11, 12])
def test_kept_works_equal_fresh_ones(seed: int, tmp_path: Path) -> None:
    """After every edit the site from what is kept is the site made anew, byte for byte."""
    assert sequence(tmp_path, seed) == []


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    """Pages and files are read as they were written."""
    cache = Cache(tmp_path / "kept")
    cache.write("a", {"signature": "s"}, MADE)
    found = cache.read("a")
    assert found and unpacked(*found) == MADE
    assert found[0]["signature"] == "s"
    assert cache.read("b") is None


def test_broken_file_counts_as_missing(tmp_path: Path) -> None:
    """Whatever byte is changed or missing, nothing of the file is believed."""
    cache = Cache(tmp_path)
    cache.write("a", {"signature": "s"}, MADE)
    [path] = tmp_path.iterdir()
    whole = path.read_bytes()
    chance = random.Random(5)
    for at in chance.sample(range(len(whole)), 40):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert cache.read("a") is None
        path.write_bytes(whole[:at])
        assert cache.read("a") is None


def test_works_that_are_no_more_are_dropped(tmp_path: Path) -> None:
    """The folder holds the works of the last build only, and git never sees it."""
    cache = Cache(tmp_path)
    for name in "ab":
        cache.write(name, {}, MADE)
    cache.keep_only(["a"])
    assert cache.read("a") and cache.read("b") is None
    assert (tmp_path / ".gitignore").read_text() == "*\n"


def test_full_disk_keeps_nothing_and_harms_nothing(tmp_path: Path) -> None:
    """Where the folder cannot be written, works are done every time."""
    (tmp_path / "kept").write_text("a file in its place")
    cache = Cache(tmp_path / "kept")
    cache.write("a", {}, MADE)
    cache.keep_only(["a"])
    assert cache.read("a") is None


def test_cache_is_never_committed() -> None:
    """Git leaves the folder alone."""
    assert ".cache/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
