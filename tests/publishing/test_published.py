"""Nothing is built where the published site is the one that would be built; anything else is built."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from assembling import BUILT, assemble

from kehoach.machine.store import Store
from kehoach.publishing import filenotes, published
from kehoach.publishing.build import build_site
from kehoach.publishing.filenotes import KIND, SPARE, hand_over, note, note_again, notes_of_files, side_of

GENERATOR = """
import sys, pathlib
place = pathlib.Path(sys.argv[sys.argv.index("--site-dir") + 1])
place.mkdir()
(place / "index.html").write_text("x")
(place / "a").mkdir()
(place / "a" / "b.html").write_text("y")
pathlib.Path(".built").mkdir(exist_ok=True)
pathlib.Path(".built/x").open("a").write("x")
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of the five plans whose site is two files."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    monkeypatch.delenv("SITE_URL", raising=False)
    root = assemble(tmp_path / "kho", *BUILT)
    (tmp_path / "generator.py").write_text(GENERATOR)
    return root


def built(root: Path, place: str = "site", previous: str = "") -> int:
    """Build the site; gives how often the generator has run."""
    store = Store(root.parent / "kept")
    generator = (sys.executable, str(root.parent / "generator.py"))
    (root / ".built" / "x").unlink(missing_ok=True)
    assert build_site(root, root.parent / place, "c", previous=previous, generator=generator, store=store) == 2
    return len((root / ".built" / "x").read_text()) if (root / ".built" / "x").exists() else 0


def _environment(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/")


def _day(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790086400")


def _file(name: str) -> Callable[[Path, pytest.MonkeyPatch], None]:
    def change(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = root / name
        path.write_bytes(path.read_bytes() + b" " if path.exists() else b"x")

    return change


def _program(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(published, "program", lambda: "another")


def _touched(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root.parent / "site" / "a" / "b.html").write_text("z")


def _gone(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root.parent / "site" / "a" / "b.html").unlink()


def _more(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root.parent / "site" / "a" / "c.html").write_text("z")


def test_unchanged_site_is_not_built_again(root: Path) -> None:
    """Once, and then not: neither for another place nor without a store is that known."""
    assert [built(root), built(root), built(root)] == [1, 0, 0]
    assert [built(root, "other"), built(root, previous="m")] == [1, 1]


CHANGES = {
    "plan": _file("plans/xa-ea-knop/tuyen-truyen-cchc/2026.yaml"),
    "source": _file("plans/xa-ea-knop/tuyen-truyen-cchc/2026.source.txt"),
    "schema": _file("schema/plan.v1.schema.json"),
    "hook": _file("hooks/shell.py"),
    "theme": _file("site_src/theme/main.html"),
    "new page": _file("site_src/docs/khac.md"),
    "configuration": _file("mkdocs.yml"),
    "file at the root": _file(".git-archival.txt"),
    "environment": _environment,
    "day": _day,
    "program": _program,
    "published file": _touched,
    "published file gone": _gone,
    "file put beside": _more,
}


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_is_built(root: Path, change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of what is read, and of what stands published."""
    built(root)
    CHANGES[change](root, monkeypatch)
    assert built(root) == 1
    assert built(root) == 0
    assert (root.parent / "site" / "a" / "b.html").read_text() == "y"


@pytest.mark.parametrize("files", [0, 1, 5, 300])
def test_a_note_of_any_length_is_read_again(tmp_path: Path, files: int) -> None:
    """Of ten thousand plans it is longer than an entry may be, so that it is kept in parts: all of them, or none."""
    store, place = Store(tmp_path / "kept"), tmp_path / "site"
    rows = {f"{number % 30}/{number}.html": (f"{number} 1", "d" * 64) for number in range(files)}
    for _ in range(3):
        note(store, KIND, place, {f"x{number}/": ("", "") for number in range(6)})
    note(store, KIND, place, rows)
    assert notes_of_files(store, KIND, place) == rows
    own = f"{place}\n{side_of(store, KIND, place)}\n"
    names = [name for name, *_ in store.read_all(filenotes.NOTE) if name.startswith(own)]
    store.drop(filenotes.NOTE, names[files % len(names)])
    assert notes_of_files(store, KIND, place) == {}
    assert store.spoiled == 0


def test_a_note_is_written_anew_where_it_is_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an edit touches lies together, so that most parts stay; where one is missing all are written."""
    store, place = Store(tmp_path / "kept"), tmp_path / "site"
    before = {f"a/{folder}/{number}.html": ("1", "d") for folder in range(90) for number in range(3)}
    note(store, KIND, place, before)
    side = side_of(store, KIND, place)
    rows = {**before, "a/7/2.html": ("2", "e"), "a/7/": ("3", ""), "a/8/new.html": ("4", "f")}
    del rows["a/7/0.html"]
    written: list[str] = []
    monkeypatch.setattr(store, "write", partial(_write_and_name, store.write, written))
    note_again(store, KIND, place, rows, side, before)
    assert notes_of_files(store, KIND, place) == rows
    parts = [name for name in written if name.startswith(f"{place}\n")]
    assert len(parts) == 2
    store.drop(filenotes.NOTE, parts[0])
    note_again(store, KIND, place, before, side, rows)
    assert notes_of_files(store, KIND, place) == before


def _write_and_name(
    write: Callable[[str, list[tuple[str, str, bytes]]], None],
    names: list[str],
    kind: str,
    entries: Iterable[tuple[str, str, bytes]],
) -> None:
    rows = [*entries]
    names += [name for name, *_ in rows]
    write(kind, rows)


def test_notes_of_two_folders_take_turns(tmp_path: Path) -> None:
    """What is noted of one leaves that of the other; the published folder's becomes that of the one that waits."""
    store, place = Store(tmp_path / "kept"), tmp_path / "site"
    sites = [{f"{number}.html": (str(number), "d")} for number in range(6)]
    note(store, KIND, place, sites[0])
    note(store, SPARE, place, sites[1])
    for before, now in pairwise((sites[0], *sites[2:])):
        side = side_of(store, KIND, place)
        store.drop(SPARE, str(place))
        note(store, KIND, place, now)
        hand_over(store, side, place)
        assert [notes_of_files(store, kind, place) for kind in (KIND, SPARE)] == [now, before]
    note(store, SPARE, place, sites[1])
    assert [notes_of_files(store, kind, place) for kind in (KIND, SPARE)] == [sites[5], sites[1]]


@pytest.mark.parametrize("content", [b"{", b"[]", b"null", b'{"count": 2}', b'{"files": {}, "count": "x"}'])
def test_note_of_another_form_is_not_believed(root: Path, content: bytes) -> None:
    """What stands under the right state and says nothing of the files counts as missing."""
    built(root)
    store = Store(root.parent / "kept")
    for kind in (KIND, filenotes.NOTE, published.STANDING):
        store.write(kind, [(name, of, content) for name, of, _ in store.read_all(kind)])
    assert built(root) == 1


def test_what_the_system_says_again_is_held_once(tmp_path: Path) -> None:
    """Of a file that stays what it was the word before is taken over; of one that was written it is a new one."""
    for name in ("same", "written"):
        (tmp_path / name).write_text("x")
    before = published.statuses_of(tmp_path)
    (tmp_path / "written").write_text("longer")
    now = published.statuses_of(tmp_path, before)
    assert now["same"] is before["same"] and now["written"] != before["written"]
    assert now == published.statuses_of(tmp_path)
