"""Building the site beside the published one and switching at the end. An edge: it runs the site generator.

Killed at any moment, the published folder is the old site or the new one, whole.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from kehoach.command import UserError
from kehoach.manifest import NAME, Manifest

_EXCHANGE = 2
_CURRENT_FOLDER = -100


def build_site(root: Path, place: Path, commit: str, arguments: Sequence[str] = ()) -> None:
    """Build into a folder of its own beside ``place``, list the files, then switch; the old site stays on failure."""
    place = place.absolute()
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{place.name}-", dir=place.parent))
    try:
        built = beside / "new"
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(built), *arguments]
        environment = {**commit_time(root), **os.environ, "NO_MKDOCS_2_WARNING": "1"}
        done = subprocess.run(command, cwd=root, check=False, env=environment, stdin=subprocess.DEVNULL)
        if done.returncode != 0:
            raise UserError("Chưa dựng được trang (lỗi in ở trên); trang cũ giữ nguyên.")
        set_modes(built)
        files = {path: digest for path, digest in folder_digests(built).items() if path != NAME}
        (built / NAME).write_text(Manifest(commit, "", files).to_json(), encoding="utf-8", newline="\n")
        switch(built, place)
    except OSError as error:
        raise UserError(f"Không ghi được trang: {error.strerror or error}; trang cũ giữ nguyên.") from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def set_modes(folder: Path) -> None:
    """Give files and folders the same modes whatever the umask."""
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


def switch(new: Path, place: Path) -> None:
    """Put a finished folder in the place of another in one step; what was there is at ``new`` afterwards."""
    if not place.exists():
        try:
            new.rename(place)
            return
        except OSError:
            if not place.exists():
                raise
    if not _exchange(new, place):
        # No exchange on this system: two renames, between which the place is empty for an instant.
        aside = new.with_name("old")
        place.rename(aside)
        new.rename(place)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two names in one step by Linux's renameat2; False where the system has no such call."""
    libc = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
    call = getattr(libc, "renameat2", None)
    if call is None:
        return False
    return bool(
        call(_CURRENT_FOLDER, os.fsencode(one), _CURRENT_FOLDER, os.fsencode(other), ctypes.c_uint(_EXCHANGE)) == 0
    )


def folder_digests(folder: Path) -> dict[str, str]:
    """Give the SHA-256 of every file below a folder by its path in it; a link counts as its target's name."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            found[path.relative_to(folder).as_posix()] = f"link:{path.readlink()}"
        elif path.is_file():
            with path.open("rb") as handle:
                found[path.relative_to(folder).as_posix()] = hashlib.file_digest(handle, "sha256").hexdigest()
    return found


def zip_digests(archive: Path) -> dict[str, str]:
    """Give the SHA-256 of every file in a zip; read in pieces, so that size does not matter."""
    found = {}
    with zipfile.ZipFile(archive) as bundle:
        for entry in bundle.infolist():
            if entry.is_dir():
                continue
            digest = hashlib.sha256()
            with bundle.open(entry) as handle:
                while piece := handle.read(1 << 20):
                    digest.update(piece)
            found[entry.filename] = digest.hexdigest()
    return found


def current_commit(root: Path) -> str:
    """Name the commit of a checkout, marked where the tree has changes; empty without git."""
    try:
        head = _git(root, "rev-parse", "HEAD")
        changed = _git(root, "status", "--porcelain", "--untracked-files=no")
    except (OSError, subprocess.SubprocessError):
        return ""
    return f"{head}+thay-doi" if changed else head


def commit_time(root: Path) -> dict[str, str]:
    """Give the time of a checkout's commit as SOURCE_DATE_EPOCH, so that a later build shows the same date.

    Source: the specification of reproducible-builds.org. Empty without git.
    """
    try:
        return {"SOURCE_DATE_EPOCH": _git(root, "log", "-1", "--format=%ct")}
    except (OSError, subprocess.SubprocessError):
        return {}


def _git(root: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(root), *arguments], capture_output=True, check=True, timeout=30, stdin=subprocess.DEVNULL
    )
    return done.stdout.decode().strip()
