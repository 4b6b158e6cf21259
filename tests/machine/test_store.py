"""What is kept from run to run is given back whole and under its own digest, or not at all."""

from __future__ import annotations

import os
import random
import sqlite3
from pathlib import Path

import pytest

from kehoach.machine import store as stores
from kehoach.machine.store import CACHE_VARIABLE, Store, folder_of

ENTRIES = [(f"kế hoạch {number}", f"of {number}", f"Đề mục {number}".encode() * 50) for number in range(20)]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store with some entries, as a later process finds it."""
    first = Store(tmp_path / "kept")
    first.write("reading", ENTRIES)
    first._close()
    return Store(tmp_path / "kept")


def test_entries_come_back(store: Store) -> None:
    """By name and all together; of another kind or name there is nothing."""
    assert sorted(store.read_all("reading")) == sorted(ENTRIES)
    assert store.read("reading", ENTRIES[3][0]) == ENTRIES[3][1:]
    assert store.read("work", ENTRIES[3][0]) is None
    assert store.read("reading", "x") is None
    assert store.spoiled_message() == ""


def test_entry_written_anew_replaces_the_old_and_dead_ones_go(store: Store) -> None:
    """A name has one entry, and what is of nothing any more is dropped."""
    store.write("reading", [(ENTRIES[0][0], "another", b"new")])
    store.write("work", [("w", "", b"")])
    store.keep_only("reading", [ENTRIES[0][0], "not there"])
    assert list(store.read_all("reading")) == [(ENTRIES[0][0], "another", b"new")]
    assert store.read("work", "w") == ("", b"")


@pytest.mark.parametrize("column", ["name", "of", "sum", "data"])
def test_altered_entry_is_not_believed_and_is_counted(store: Store, column: str) -> None:
    """One that was put under another name, another state or with another content."""
    assert store.folder
    with sqlite3.connect(store.folder / "kept.sqlite3") as connection:
        given = "x'00'" if column in {"sum", "data"} else "'of 2'"
        connection.execute(f"update entry set {column} = {given} where name = ?", (ENTRIES[7][0],))
    assert len(list(store.read_all("reading"))) == len(ENTRIES) - 1
    assert store.spoiled == 1
    assert "1 mục hỏng" in store.spoiled_message()


def test_content_that_unpacks_without_end_is_not_believed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more of it is unpacked than an entry can hold."""
    monkeypatch.setattr(stores, "_MOST", 100)
    assert list(store.read_all("reading")) == []
    assert store.spoiled == len(ENTRIES)


def test_broken_file_is_begun_anew(store: Store) -> None:
    """Whatever lies there, cut off or overwritten at any place: nothing false is read, and the next run has its own."""
    assert store.folder
    path = store.folder / "kept.sqlite3"
    with sqlite3.connect(path) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
    connection.close()
    whole, chance = path.read_bytes(), random.Random(3)
    places = [0, 18, 100, *chance.sample(range(len(whole)), 12)]
    for broken in [
        b"",
        b"not a database" * 100,
        *(whole[:at] for at in places),
        *(whole[:at] + bytes(64) + whole[at + 64 :] for at in places),
    ]:
        for left in store.folder.iterdir():
            left.unlink()
        path.write_bytes(broken)
        for _ in range(3):
            again = Store(store.folder)
            assert set(again.read_all("reading")) <= set(ENTRIES)
            again.write("reading", ENTRIES)
            again._close()
        assert sorted(Store(store.folder).read_all("reading")) == sorted(ENTRIES)


@pytest.mark.parametrize("pragma", ["user_version", "application_id"])
def test_file_of_another_version_is_begun_anew(store: Store, pragma: str) -> None:
    """Nothing is guessed of a format that is not ours, and it is said."""
    assert store.folder
    with sqlite3.connect(store.folder / "kept.sqlite3") as connection:
        connection.execute(f"pragma {pragma} = 99")
    assert list(store.read_all("reading")) == []
    assert "hỏng hoặc lạ" in store.spoiled_message()
    store.write("reading", ENTRIES)
    assert len(list(Store(store.folder).read_all("reading"))) == len(ENTRIES)


def test_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    """Neither read nor written through."""
    (tmp_path / "kept").mkdir(mode=0o700)
    other = Store(tmp_path / "other")
    other.write("reading", ENTRIES)
    (tmp_path / "kept" / "kept.sqlite3").symlink_to(tmp_path / "other" / "kept.sqlite3")
    store = Store(tmp_path / "kept")
    assert list(store.read_all("reading")) == []
    assert len(list(other.read_all("reading"))) == len(ENTRIES)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_folder_that_others_can_write_to_is_not_used(tmp_path: Path) -> None:
    """Who can write there can make us believe anything."""
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept").chmod(0o777)
    store = Store(tmp_path / "kept")
    store.write("reading", ENTRIES)
    assert list(store.read_all("reading")) == []
    assert list((tmp_path / "kept").iterdir()) == []


def test_nowhere_to_keep_is_no_error(tmp_path: Path) -> None:
    """No folder, or a file in its place."""
    (tmp_path / "kept").write_text("")
    for store in (Store(None), Store(tmp_path / "kept")):
        store.write("reading", ENTRIES)
        store.keep_only("reading", [])
        assert list(store.read_all("reading")) == []
        assert store.spoiled_message() == ""


def test_place_is_the_users_and_of_one_repository(tmp_path: Path) -> None:
    """Outside the work tree, nowhere in CI unless asked for, and each repository has its own."""
    home = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    one, other = folder_of(tmp_path / "a", home), folder_of(tmp_path / "b", home)
    assert one and other and one != other
    assert one.parent == other.parent == tmp_path / "cache" / "kehoach"
    assert folder_of(tmp_path / "a", {**home, "CI": "true"}) is None
    assert folder_of(tmp_path / "a", {**home, CACHE_VARIABLE: "0"}) is None
    asked = folder_of(tmp_path / "a", {**home, "CI": "true", CACHE_VARIABLE: str(tmp_path / "asked")})
    assert asked and asked.parent == tmp_path / "asked"
    assert folder_of(tmp_path, {**home, CACHE_VARIABLE: "relative"}) is None
    assert folder_of(tmp_path, {CACHE_VARIABLE: str(tmp_path / ".cache")}) is None
