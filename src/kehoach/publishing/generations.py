"""Publishing by two folders that take turns: the one that is not published is brought up to date, then they swap.

So a build writes what has changed since the build before last. The folder that waits its turn lies with what is kept;
it is believed as far as the system says of its files what it said when they were noted, and its note is taken away
before it is touched: a build that is killed leaves one that nobody believes. Where the place is on another disk, or
another build is at work, the site is built whole beside the published one.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kehoach.machine.store import Store
from kehoach.machine.tempfolder import exclusive_lock
from kehoach.machine.usererror import UserError
from kehoach.publishing import published
from kehoach.publishing.filenotes import KIND, SPARE, NotedFiles, hand_over, note, note_again, notes_of_files, side_of

ALTERED = (
    "Tệp sắp đưa lên khác tệp đã dựng (ổ đĩa hỏng, hay có chương trình khác sửa); trang cũ giữ nguyên, hãy dựng lại."
)
_MANY = 1000
_EXCHANGE = 2
_CURRENT_FOLDER = -100
_FOLDER, _FILE = 0o755, 0o644


@dataclass
class Generations:
    """The published folder and the one that waits its turn; ``present`` are the digests of the latter's files."""

    store: Store
    place: Path
    present: Mapping[str, str] = field(default_factory=dict)
    _waiting: Path | None = None
    _statuses: published.Statuses = field(default_factory=dict)
    _folders: published.Statuses = field(default_factory=dict)
    _noted: tuple[str, NotedFiles] = "", {}

    @contextlib.contextmanager
    def held(self, near: Path) -> Iterator[None]:
        """Keep other builds from the waiting folder, where there can be one; ``near`` lies beside the place."""
        folder = self.store.folder and self.store.folder / _spare_name(self.place)
        if folder is None or not _is_on_one_disk(near, folder.parent):
            yield
            return
        with exclusive_lock(folder.with_suffix(".lock")) as mine:
            if mine:
                self._waiting = folder
                before = notes_of_files(self.store, SPARE, self.place)
                self._noted = side_of(self.store, SPARE, self.place), before
                if (statuses := published.statuses_noted(folder, before)) is not None:
                    self._folders = published.noted_folders(before)
                self._statuses = (statuses or published.statuses_of(folder)) if before else {}
                self.present = published.untouched(before, self._statuses)
            yield

    def publish(self, new: Path, digests: Mapping[str, str], state: str) -> None:
        """Put the site in its place: files of these digests, of which ``new`` holds all that are not present.

        ``state`` is what it was built of, empty where that is not known. Raises UserError where a file has changed
        since its digest was taken: the old site stays.
        """
        set_modes(new)
        self.store.drop(SPARE, str(self.place))
        waiting = self._waiting
        if waiting and self.present:
            self._publish_waiting(waiting, new, digests, state)
            return
        if waiting and not _twin(new, waiting):
            waiting = None
        statuses = published.statuses_of(new)
        if published.unlike(new, digests, digests):
            raise UserError(ALTERED)
        switch(new, self.place)
        # Files of the site before may have names in this one too: that they lose one shows in what is said of them.
        for before in (new, _aside(new)):
            shutil.rmtree(before, ignore_errors=True)
        first, statuses = statuses, published.statuses_of(self.place, statuses)
        # What is said of a file is taken before its bytes are looked at: who changes it in between is seen.
        changed = [name for name, said in statuses.items() if said != first.get(name)]
        del first
        for altered in published.unlike(self.place, digests, changed):
            del statuses[altered]
        folders = published.folders_of(digests)
        note(self.store, KIND, self.place, _rows(statuses, digests, published.folder_statuses(self.place, folders)))
        published.note_standing(self.store, self.place, state, statuses)
        if waiting:
            statuses = published.statuses_of(waiting, statuses)
            note(self.store, SPARE, self.place, _rows(statuses, digests, published.folder_statuses(waiting, folders)))

    def _publish_waiting(self, waiting: Path, new: Path, digests: Mapping[str, str], state: str) -> None:
        """Bring the waiting folder up to date and put it in the place; what the system says is asked of what changed.

        Files have names in several folders: who gives one a name, or takes one away, touches all of them.
        """
        before = side_of(self.store, KIND, self.place)
        good = {name for name, digest in self.present.items() if digests.get(name) == digest}
        fresh, dropped = digests.keys() - good, self._statuses.keys() - good
        touched = {published.number_of(self._statuses[name]) for name in dropped}
        self._bring_up(waiting, new, fresh, dropped)
        touched |= {*map(published.number_of, published.statuses_again(waiting, {}, fresh).values())}
        now = published.statuses_again(waiting, {name: self._statuses[name] for name in good}, digests, touched)
        folders = self._folders_now(waiting, digests.keys(), fresh | dropped)
        if published.unlike(waiting, digests, fresh):
            raise UserError(ALTERED)
        switch(waiting, self.place)
        note_again(self.store, KIND, self.place, _rows(now, digests, folders), *self._noted)
        published.note_standing(self.store, self.place, state, now)
        _move_back(waiting)
        hand_over(self.store, before, self.place)
        if len(touched) > _MANY:
            self._note_touched(waiting, touched)

    def _note_touched(self, waiting: Path, numbers: Collection[str]) -> None:
        """Note anew those files of the site before that were given a name, or lost one, and have the bytes they had.

        Of a few it does not pay. Of many, which a killed build leaves to be put again, none would be believed at its
        next turn, nor at any other.
        """
        before = notes_of_files(self.store, SPARE, self.place)
        touched = [name for name, (status, of) in before.items() if of and published.number_of(status) in numbers]
        digests = {name: before[name][1] for name in touched}
        now = published.statuses_again(waiting, {}, touched)
        for altered in published.unlike(waiting, digests, touched):
            del now[altered]
        rows = {name: (now.get(name, status), digest) for name, (status, digest) in before.items()}
        note(self.store, SPARE, self.place, rows)

    def _folders_now(self, folder: Path, names: Collection[str], changed: Iterable[str]) -> published.Statuses:
        """Give what the system says of the folders in the waiting one, which holds files of some ``names``.

        It is asked again of those that lead to ``changed`` ones.
        """
        touched = published.folders_of(changed if self._folders else names)
        untouched = {name: status for name, status in self._folders.items() if name not in touched}
        now = published.folder_statuses(folder, touched)
        for name in now:
            inside = (f"{name}{path.name}".lstrip("/") for path in (folder / name.strip("/")).iterdir())
            if not all(one in names or f"{one}/" in untouched or f"{one}/" in now for one in inside):
                # What came into it meanwhile shows when it is its turn.
                now[name] = ""
        return {**untouched, **now}

    def _bring_up(self, folder: Path, new: Path, fresh: Iterable[str], dropped: Iterable[str]) -> None:
        for name in dropped:
            (folder / name).unlink()
            _prune((folder / name).parent, folder)
        for name in fresh:
            path = folder / name
            _make_folder(path.parent)
            (new / name).rename(path)


def _rows(now: published.Statuses, digests: Mapping[str, str], folders: published.Statuses) -> NotedFiles:
    rows = {name: (status, digests[name]) for name, status in now.items() if name in digests}
    rows.update((name, (status, "")) for name, status in folders.items())
    return rows


def _twin(folder: Path, other: Path) -> bool:
    """Have a second folder of the same files, as links; False where the file system has none."""
    shutil.rmtree(other, ignore_errors=True)
    try:
        for place, _, names in os.walk(folder):
            inside = other / os.path.relpath(place, folder)
            _make_folder(inside)
            for name in names:
                os.link(f"{place}/{name}", inside / name, follow_symlinks=False)
    except OSError:
        shutil.rmtree(other, ignore_errors=True)
        return False
    return True


def _move_back(folder: Path) -> None:
    """Put the folder of the site before where it is kept: systems that cannot exchange two names put it elsewhere."""
    if _aside(folder).is_dir():
        _aside(folder).rename(folder)


def _spare_name(place: Path) -> str:
    return f"{SPARE}-{hashlib.sha256(os.fsencode(place)).hexdigest()[:16]}"


def _is_on_one_disk(near: Path, folder: Path) -> bool:
    """Tell whether files can be moved from one folder to the other, by trying: mounts do not always show."""
    probe, moved = near / ".probe", folder / f".probe-{os.getpid()}"
    try:
        probe.touch()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        probe.rename(moved)
        moved.unlink()
    except OSError:
        probe.unlink(missing_ok=True)
        return False
    return True


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir()
        folder.chmod(_FOLDER)


def _prune(folder: Path, top: Path) -> None:
    """Remove folders that have become empty."""
    while folder != top:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def set_modes(folder: Path) -> None:
    """Give files and folders the same modes whatever the umask."""
    folder.chmod(_FOLDER)
    for place, below, names in os.walk(folder):
        for name in below:
            Path(place, name).chmod(_FOLDER)
        for name in names:
            Path(place, name).chmod(_FILE)


def switch(new: Path, place: Path) -> None:
    """Put a finished folder in the place of another in one step; what was there is at ``new`` afterwards.

    Or beside it, on systems that cannot exchange two names.
    """
    if not place.exists():
        try:
            new.rename(place)
            return
        except OSError:
            if not place.exists():
                raise
    if not _exchange(new, place):
        # No exchange on this system: two renames, between which the place is empty for an instant.
        place.rename(_aside(new))
        new.rename(place)


def _aside(new: Path) -> Path:
    return new.with_name("old")


def _exchange(first: Path, second: Path) -> bool:
    """Swap two names in one step by Linux's renameat2; False where the system has no such call."""
    libc = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
    call = getattr(libc, "renameat2", None)
    if call is None:
        return False
    return bool(
        call(_CURRENT_FOLDER, os.fsencode(first), _CURRENT_FOLDER, os.fsencode(second), ctypes.c_uint(_EXCHANGE)) == 0
    )
