"""Reading a repository as it was at a git revision. An edge: it runs git and reads from its archive."""

from __future__ import annotations

import datetime as dt
import io
import tarfile
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kehoach.files.memory import Memory
from kehoach.files.repository import Repository, load, load_schemas
from kehoach.files.schemas import Schema
from kehoach.files.yamlfile import parse
from kehoach.machine import git
from kehoach.model.fromdata import plan_from
from kehoach.model.plan import Plan


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
    found = git.output(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if found is None:
        hint = " Bản sao này chỉ có một phần lịch sử; hãy chạy git fetch --unshallow." if is_shallow(root) else ""
        raise RevisionError(f"Không có phiên bản git “{name}” trong kho này.{hint}")
    return found.decode().strip()


def is_shallow(root: Path) -> bool:
    """Whether the clone holds only the tip of the history; then no date of a file can be told."""
    return git.output(root, "rev-parse", "--is-shallow-repository") == b"true\n"


def repository_at(root: Path, revision: str, memory: Memory | None = None) -> Repository:
    """Load plans, registries and schemas as they were at a revision; ``memory`` holds files that another load read."""
    commit = resolve(root, revision)
    archive = git.output(root, "archive", "--format=tar", commit, "--", "plans", "schema")
    if archive is None:
        raise RevisionError(f"Phiên bản {revision} không có thư mục plans và schema.")
    with tempfile.TemporaryDirectory(prefix="kehoach-") as folder:
        for name, data in _members(archive):
            path = Path(folder, *name.parts)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        try:
            return load(Path(folder), memory)
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
    out = git.output(root, "log", "-z", "--format=%x01%H%x02%cI%x02%s", "--name-only", "--relative", "--", "plans")
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


@dataclass(frozen=True)
class Version:
    """A plan as a commit left it; ``plan`` is None where that state cannot be read by this program.

    ``first`` tells whether the commit brought the file in.
    """

    revision: Revision
    plan: Plan | None
    first: bool = False


def versions(root: Path, most: int = 6) -> Mapping[str, list[Version]] | None:
    """Give, per plan id, its latest versions, newest first; None where no history can be told."""
    told = histories(root)
    if told is None:
        return None
    schema = load_schemas(root / "schema")["plan"]
    wanted = [
        (name, revision, revision is steps[-1])
        for name, steps in told.items()
        if name.endswith(".yaml") and name.count("/") == 3 and ".progress." not in name
        for revision in steps[:most]
    ]
    texts = _contents(root, [f"{revision.commit}:./{name}" for name, revision, _ in wanted])
    found: dict[str, list[Version]] = {}
    for (name, revision, first), text in zip(wanted, texts, strict=True):
        plan_id = name.removeprefix("plans/").removesuffix(".yaml")
        found.setdefault(plan_id, []).append(Version(revision, _plan(plan_id, name, text, schema), first))
    return found


def _plan(plan_id: str, name: str, text: bytes | None, schema: Schema) -> Plan | None:
    loaded = parse(text, name) if text is not None else None
    if loaded is None or loaded.problems or any(schema.problems(loaded)):
        return None
    return plan_from(plan_id, loaded.value)


def _contents(root: Path, names: Sequence[str]) -> list[bytes | None]:
    """Read many objects with one git; None for what is not there."""
    out = git.output(root, "cat-file", "--batch", given="\n".join(names).encode() + b"\n") if names else b""
    found: list[bytes | None] = []
    at = 0
    for _ in names:
        head, _, rest = (out or b"")[at:].partition(b"\n")
        if not head.split(b" ")[-1].isdigit():
            found.append(None)
            at += len(head) + 1
            continue
        size = int(head.split(b" ")[-1])
        found.append(rest[:size])
        at += len(head) + 1 + size + 1
    return found
