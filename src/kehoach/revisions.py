"""Reading a repository as it was at a git revision. An edge: it runs git and reads from its archive."""

from __future__ import annotations

import datetime as dt
import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kehoach.repository import Repository, load

_SECONDS = 60


class RevisionError(Exception):
    """A revision cannot be read; the message is a Vietnamese sentence."""


@dataclass(frozen=True)
class Revision:
    """A commit that touched a file: full hash, day, subject."""

    commit: str
    day: dt.date
    subject: str


def resolve(root: Path, name: str) -> str:
    """Give the full hash of the commit that a name stands for; raises RevisionError where there is none."""
    if not name or name.startswith("-"):
        raise RevisionError(f"“{name}” không phải tên một phiên bản git.")
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if found is None:
        hint = " Bản sao này chỉ có một phần lịch sử; hãy chạy git fetch --unshallow." if is_shallow(root) else ""
        raise RevisionError(f"Không có phiên bản git “{name}” trong kho này.{hint}")
    return found.decode().strip()


def is_shallow(root: Path) -> bool:
    """Whether the clone holds only the tip of the history; then no date of a file can be told."""
    return _git(root, "rev-parse", "--is-shallow-repository") == b"true\n"


def repository_at(root: Path, revision: str) -> Repository:
    """Load plans, registries and schemas as they were at a revision."""
    commit = resolve(root, revision)
    archive = _git(root, "archive", "--format=tar", commit, "--", "plans", "schema")
    if archive is None:
        raise RevisionError(f"Phiên bản {revision} không có thư mục plans và schema.")
    with tempfile.TemporaryDirectory(prefix="kehoach-") as folder:
        for name, data in _members(archive):
            path = Path(folder, *name.parts)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        try:
            return load(Path(folder))
        except (FileNotFoundError, KeyError):
            raise RevisionError(f"Phiên bản {revision} chưa có khuôn dạng mà chương trình này đọc được.") from None


def _members(archive: bytes) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Give the plain files of an archive; links and names that lead out of it are left out."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            name = PurePosixPath(member.name)
            handle = tar.extractfile(member) if member.isfile() else None
            if handle and not name.is_absolute() and ".." not in name.parts:
                yield name, handle.read()


def histories(root: Path) -> Mapping[str, list[Revision]] | None:
    """Give, per file below ``plans/``, the commits that changed it, newest first.

    None without git, outside a checkout, or in a shallow clone, where every file would carry the tip's date.
    """
    if is_shallow(root):
        return None
    # -z separates by NUL; --relative names files from ``root``; core.quotePath does not apply with -z.
    out = _git(root, "log", "-z", "--format=%x01%H%x02%cI%x02%s", "--name-only", "--relative", "--", "plans")
    if out is None:
        return None
    found: dict[str, list[Revision]] = {}
    for chunk in out.decode("utf-8", "replace").split("\x01")[1:]:
        head, _, names = chunk.partition("\0")
        commit, date, subject = head.split("\x02", 2)
        revision = Revision(commit, dt.datetime.fromisoformat(date).date(), subject.strip())
        for name in names.replace("\n", "\0").split("\0"):
            if name:
                found.setdefault(name, []).append(revision)
    return found


def _git(root: Path, *arguments: str) -> bytes | None:
    """Run git in a folder; None where git is missing or says no."""
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=_SECONDS, stdin=subprocess.DEVNULL)
    except (FileNotFoundError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
