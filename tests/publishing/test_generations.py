"""Publishing by two folders that take turns: what has changed is written, and nothing is believed that was touched."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.machine.store import Store
from kehoach.machine.usererror import UserError
from kehoach.publishing import generations, published
from kehoach.publishing.filenotes import SPARE
from kehoach.publishing.generations import Generations

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="locks and one-step exchange are Linux's")

FIRST = {"index.html": "một", "a/b.html": "b", "a/c/d.html": "d", "e": "e"}
Site = dict[str, str]


class Killed(BaseException):
    """The build ends here, as by a signal."""


class Publisher:
    """Publishes sites given as texts by address, leaving out of the folder made what is present already.

    Files that are ``kept`` are linked from there.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self.place, self.number = folder, folder / "site", 0
        self.store = Store(folder / "kept")
        self.kept: Path | None = None

    def __call__(self, site: Site) -> list[str]:
        """Publish a site; gives the addresses of the files that were made for it."""
        self.number += 1
        near = self.folder / f"near-{self.number}"
        new = near / "new"
        new.mkdir(parents=True)
        held = Generations(self.store, self.place)
        with held.held(near):
            digests = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in site.items()}
            made = [name for name in site if held.present.get(name) != digests[name]]
            for name in made:
                (new / name).parent.mkdir(parents=True, exist_ok=True)
                if self.kept and (self.kept / name).read_text(encoding="utf-8") == site[name]:
                    os.link(self.kept / name, new / name)
                else:
                    (new / name).write_text(site[name], encoding="utf-8")
            held.publish(new, digests, f"state {self.number}")
        shutil.rmtree(near)
        return made

    def found(self) -> Site:
        """Give what is published."""
        files = (path for path in self.place.rglob("*") if path.is_file())
        return {path.relative_to(self.place).as_posix(): path.read_text(encoding="utf-8") for path in files}

    @property
    def waiting(self) -> Path:
        """The folder that waits its turn."""
        [found] = [path for path in (self.folder / "kept").glob(f"{SPARE}-*") if path.is_dir()]
        return found


@pytest.fixture
def publish(tmp_path: Path) -> Publisher:
    """A place where a first site is published."""
    made = Publisher(tmp_path)
    assert made(FIRST) == list(FIRST)
    return made


def test_only_what_has_changed_since_the_turn_before_is_made(publish: Publisher) -> None:
    """The second build finds all but its own change; the third what the two since its folder's turn have changed."""
    second = {**FIRST, "e": "khác"}
    assert publish(second) == ["e"]
    assert publish.found() == second
    third = {**second, "a/b.html": "khác"}
    assert publish(third) == ["a/b.html", "e"]
    assert publish.found() == third
    assert publish(third) == ["a/b.html"]
    assert published.unchanged(publish.store, publish.place, "state 4") == len(third) - 1


def test_files_come_go_and_turn_into_folders(publish: Publisher) -> None:
    """And back: no folder is left empty, no file of another generation left."""
    for site in ({"index.html": "một", "e/f": "f", "a/c": "c"}, FIRST, {"x/y/z": "z"}, {"e/g": "g"}, FIRST):
        publish(site)
        assert publish.found() == site
        assert all(any(folder.iterdir()) for folder in publish.place.rglob("*") if folder.is_dir())


def test_a_whole_site_of_files_that_the_one_before_has_is_believed(publish: Publisher) -> None:
    """After a killed build files come from where they are kept: they have names in the site that is taken away."""
    publish({**FIRST, "e": "2"})
    publish.store.keep_only(SPARE, ())
    kept = publish.folder / "kept-files"
    shutil.copytree(publish.place, kept, copy_function=os.link)
    publish.kept = kept
    assert publish({**FIRST, "e": "3"}) == list(FIRST)
    assert published.unchanged(publish.store, publish.place, "state 3") == len(FIRST) - 1
    assert publish({**FIRST, "e": "4"}) == ["e"]


def test_who_edits_while_the_site_before_is_taken_away_is_seen(
    publish: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its digest was looked at before: the next build makes the file again, though its length and time are back."""
    publish({**FIRST, "e": "2"})
    publish.store.keep_only(SPARE, ())
    taken_away = shutil.rmtree

    def edited(folder: Path, ignore_errors: bool = False) -> None:
        if ignore_errors and publish.number == 3:
            _rewritten(publish.place / "a" / "b.html")
        taken_away(folder, ignore_errors=ignore_errors)

    monkeypatch.setattr("kehoach.publishing.generations.shutil.rmtree", edited)
    publish({**FIRST, "e": "3"})
    monkeypatch.undo()
    assert published.unchanged(publish.store, publish.place, "state 3") is None
    publish({**FIRST, "e": "4"})
    publish({**FIRST, "e": "5"})
    assert publish.found() == {**FIRST, "e": "5"}


def test_files_that_are_put_again_are_believed_at_the_next_turn(
    publish: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of all the system says something else: they are linked anew, which shows in the site before; edits show still."""
    monkeypatch.setattr(generations, "_MANY", 0)
    publish({**FIRST, "e": "2"})
    publish.kept = publish.folder / "kept-files"
    shutil.copytree(publish.place, publish.kept, copy_function=os.link)
    shutil.copytree(publish.waiting, publish.folder / "more", copy_function=os.link)
    assert publish({**FIRST, "e": "3"}) == list(FIRST)
    assert publish({**FIRST, "e": "4"}) == ["e"]
    _rewritten(publish.waiting / "a" / "b.html")
    assert "a/b.html" in publish({**FIRST, "e": "5"})
    assert publish.found() == {**FIRST, "e": "5"}


def _rewritten(path: Path) -> None:
    """Change a file's words and put its length and time back."""
    times = path.stat()
    path.write_text("x" * times.st_size, encoding="ascii")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def _linked(path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/hostname")


def _in_a_new_folder(folder: Path) -> None:
    """Put a file where none was, with all times of the folder above as they were but that of its own change."""
    times = folder.stat()
    (folder / "new").mkdir()
    (folder / "new" / "more.html").write_text("thêm")
    os.utime(folder, ns=(times.st_atime_ns, times.st_mtime_ns))


HARMS: dict[str, Callable[[Path], object]] = {
    "rewritten": lambda folder: _rewritten(folder / "index.html"),
    "gone": lambda folder: (folder / "a/b.html").unlink(),
    "more": lambda folder: (folder / "a/more.html").write_text("thêm"),
    "more above": lambda folder: (folder / "more.html").write_text("thêm"),
    "more in a new folder": lambda folder: _in_a_new_folder(folder / "a/c"),
    "link": lambda folder: _linked(folder / "e"),
    "all gone": shutil.rmtree,
}


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("where", ["waiting", "place"])
def test_what_was_touched_is_made_anew(publish: Publisher, where: str, harm: str) -> None:
    """In the folder that waits, and in the published one, which waits afterwards."""
    publish({**FIRST, "e": "2"})
    HARMS[harm](getattr(publish, where))
    for number in (3, 4, 5):
        site = {**FIRST, "e": str(number)}
        publish(site)
        assert publish.found() == site


def test_what_comes_while_a_site_is_put_together_goes_at_its_turn(
    publish: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Into a folder that gets files of this build: what the system says of it was asked for after that."""
    publish({**FIRST, "e": "2"})
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(generations, "set_modes", lambda new: (publish.waiting / "a/more.html").write_text("thêm"))
        publish({**FIRST, "e": "3", "a/b.html": "khác"})
    publish({**FIRST, "e": "4"})
    publish({**FIRST, "e": "5"})
    assert publish.found() == {**FIRST, "e": "5"}


def test_killed_build_leaves_a_folder_that_nobody_believes(publish: Publisher, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was half brought up to date: the published site is whole, the next build begins anew."""
    publish({**FIRST, "e": "2"})
    with monkeypatch.context() as broken, pytest.raises(Killed):
        broken.setattr(generations, "_make_folder", lambda folder: (_ for _ in ()).throw(Killed))
        publish({**FIRST, "e": "3"})
    assert publish.found() == {**FIRST, "e": "2"}
    shutil.rmtree(publish.folder / "near-3")
    assert publish({**FIRST, "e": "4"}) == list(FIRST)
    assert publish.found() == {**FIRST, "e": "4"}


@pytest.mark.parametrize("lacking", ["_exchange", "_is_on_one_disk", "_twin"])
def test_without_what_it_takes_sites_are_whole(
    publish: Publisher, lacking: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No exchange of two names, another disk, a file system without links."""
    monkeypatch.setattr(generations, lacking, lambda *_: False)
    for number in (2, 3, 4):
        site = {**FIRST, "e": str(number)}
        publish(site)
        assert publish.found() == site


def test_two_builds_do_not_share_the_folder(publish: Publisher, tmp_path: Path) -> None:
    """While one holds it the other makes everything."""
    near = tmp_path / "near"
    near.mkdir()
    with Generations(publish.store, publish.place).held(near):
        assert publish({**FIRST, "e": "2"}) == list(FIRST)
    assert publish.found() == {**FIRST, "e": "2"}
    publish({**FIRST, "e": "3"})
    assert publish.found() == {**FIRST, "e": "3"}


@pytest.mark.parametrize("lacking", ["", "_exchange", "_is_on_one_disk"])
def test_file_that_changes_after_it_was_listed_is_not_published(
    publish: Publisher, lacking: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was made is read again: the old site stays, and the next build is whole."""
    if lacking:
        monkeypatch.setattr(generations, lacking, lambda *_: False)
    with monkeypatch.context() as broken, pytest.raises(UserError, match="khác tệp đã dựng"):
        broken.setattr(generations, "set_modes", lambda new: _rewritten(new / "e"))
        publish({**FIRST, "e": "2"})
    assert publish.found() == FIRST
    shutil.rmtree(publish.folder / "near-2")
    publish({**FIRST, "e": "3"})
    assert publish.found() == {**FIRST, "e": "3"}


def test_first_site_that_changes_is_not_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is none before it."""
    publish = Publisher(tmp_path)
    with monkeypatch.context() as broken, pytest.raises(UserError):
        broken.setattr(generations, "set_modes", lambda new: _rewritten(new / "e"))
        publish(FIRST)
    assert not publish.place.exists()
