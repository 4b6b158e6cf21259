"""A folder of one's own beside a place, to build in before the switch; what killed builds left is cleared away.

Every build holds a shared lock on the folder around the place, which the system frees when it dies. Who gets that
lock alone knows that no other build is at work and that all left-overs are of the dead.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: nothing is locked and nothing cleared away
    fcntl = None  # type: ignore[assignment]


@contextlib.contextmanager
def temporary_folder(place: Path) -> Iterator[Path]:
    """Give a new folder ``.<name>-<random>`` beside a place, and take it away with all that is in it."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with _shared_lock(place):
        folder = Path(tempfile.mkdtemp(prefix=_prefix(place), dir=place.parent))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _prefix(place: Path) -> str:
    return f".{place.name}-"


@contextlib.contextmanager
def _shared_lock(place: Path) -> Iterator[None]:
    """Hold the shared lock; clear left-overs where no one else holds it."""
    if fcntl is None:
        yield
        return
    parent = os.open(place.parent, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # held by others, or a file system without locks
            fcntl.flock(parent, fcntl.LOCK_EX | fcntl.LOCK_NB)
            for leftover in place.parent.glob(f"{_prefix(place)}????????"):
                if leftover.is_dir() and not leftover.is_symlink():
                    shutil.rmtree(leftover, ignore_errors=True)
        with contextlib.suppress(OSError):
            fcntl.flock(parent, fcntl.LOCK_SH)
        yield
    finally:
        os.close(parent)


@contextlib.contextmanager
def exclusive_lock(lock: Path) -> Iterator[bool]:
    """Hold a lock by a file's name; False where another process holds it, or the system has no locks.

    The system frees it when the process dies.
    """
    if fcntl is None:
        yield False
        return
    try:
        descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    except OSError:
        yield False
        return
    try:
        yield _is_locked(descriptor)
    finally:
        os.close(descriptor)


def _is_locked(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
