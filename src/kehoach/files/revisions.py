"""Reading a repository as it was at a git revision. An edge: it runs git and reads from its archive."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path, PurePosixPath

from kehoach.files.memory import Memory
from kehoach.files.repository import Repository, load, load_schemas
from kehoach.files.schemas import Schema
from kehoach.files.yamlfile import parse
from kehoach.machine import git
from kehoach.model.fromdata import plan_from
from kehoach.model.plan import Plan

_PLAIN = (b"100644", b"100755")
"""Modes of plain files in a tree; links and submodules have others."""


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
    commit = git.output(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if commit is None:
        hint = " Bản sao này chỉ có một phần lịch sử; hãy chạy git fetch --unshallow." if is_shallow(root) else ""
        raise RevisionError(f"Không có phiên bản git “{name}” trong kho này.{hint}")
    return commit.decode().strip()


def is_shallow(root: Path) -> bool:
    """Whether the clone holds only the tip of the history; then no date of a file can be told."""
    return git.output(root, "rev-parse", "--is-shallow-repository") == b"true\n"


def repository_at(root: Path, revision: str, memory: Memory | None = None, schemas_at: str | None = None) -> Repository:
    """Load plans, registries and schemas as they were at a revision; ``memory`` holds files that another load read.

    ``schemas_at`` names another revision to take the schemas from: what decides may be somebody else's to change.
    """
    commit = resolve(root, revision)
    decides = resolve(root, schemas_at) if schemas_at else commit
    with tempfile.TemporaryDirectory(prefix="kehoach-") as folder:
        for name, at in (("plans", commit), ("schema", decides)):
            files = _files(root, at, name)
            if not files:
                raise RevisionError(f"Phiên bản {revision} không có thư mục plans và schema.")
            for path, data in files.items():
                place = Path(folder, *path.parts)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(data)
        try:
            return load(Path(folder), memory)
        except (FileNotFoundError, KeyError):
            raise RevisionError(f"Phiên bản {revision} chưa có khuôn dạng mà chương trình này đọc được.") from None


def changed_files(root: Path, base: str, head: str | None = None) -> list[str]:
    """Name the files that differ between a revision and another, or the working tree with what git does not track."""
    ends = [resolve(root, name) for name in (base, head) if name is not None]
    changed = git.output(root, "diff", "--name-only", "--no-renames", "-z", *ends, "--")
    untracked = git.output(root, "ls-files", "-z", "--others", "--exclude-standard") if head is None else b""
    if changed is None or untracked is None:
        raise RevisionError(f"git không kể được những tệp khác với {base}.")
    return sorted(name.decode("utf-8", "replace") for name in (changed + untracked).split(b"\0") if name)


def folder_at(root: Path, revision: str, folder: str) -> dict[PurePosixPath, bytes]:
    """Read the plain files below a folder as they were at a revision; raises RevisionError where there is none."""
    return _files(root, resolve(root, revision), folder)


def _files(root: Path, commit: str, folder: str) -> dict[PurePosixPath, bytes]:
    """Read the plain files below a folder at a commit; links and names that lead out of it are left out.

    By their objects: an archive would leave out and rewrite what a .gitattributes among them says.
    """
    tree_entries = git.output(root, "ls-tree", "-r", "-z", commit, "--", folder) or b""
    entries = [entry.split(b"\t", 1) for entry in tree_entries.split(b"\0") if entry]
    blobs = {
        PurePosixPath(name.decode("utf-8", "surrogateescape")): entry_head.split()[2].decode()
        for entry_head, name in entries
        if entry_head.split()[0] in _PLAIN
    }
    inside = {path: blob for path, blob in blobs.items() if _is_inside(path)}
    contents = _contents(root, list(inside.values()))
    return {path: data for path, data in zip(inside, contents, strict=True) if data is not None}


def _is_inside(path: PurePosixPath) -> bool:
    return not path.is_absolute() and ".." not in path.parts


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
    by_file: dict[str, list[Revision]] = {}
    for chunk in out.decode("utf-8", "replace").split("\x01")[1:]:
        head, _, names = chunk.partition("\0")
        commit, date, subject = head.split("\x02", 2)
        revision = Revision(commit, dt.datetime.fromisoformat(date).date(), subject.strip())
        for name in names.replace("\n", "\0").split("\0"):
            if name:
                by_file.setdefault(name, []).append(revision)
    return by_file


def file_states(root: Path, name: str, most: int = 200) -> Iterator[tuple[Revision, bytes]]:
    """Give what a file below ``root`` was at each commit that changed it, newest first; nothing without git."""
    out = git.output(root, "log", "-z", f"--max-count={most}", "--format=%H%x02%cI%x02%s", "--", name) or b""
    for entry in out.decode("utf-8", "replace").split("\0"):
        commit, _, rest = entry.partition("\x02")
        day, _, subject = rest.partition("\x02")
        data = _contents(root, [f"{commit}:./{name}"])[0] if commit else None
        if data is not None:
            yield Revision(commit, dt.datetime.fromisoformat(day).date(), subject.strip()), data


@dataclass(frozen=True)
class Version:
    """A plan as a commit left it, read when it is asked for; ``first`` tells whether the commit brought the file in."""

    revision: Revision
    read: Callable[[], Plan | None] = field(repr=False)
    first: bool = False

    @cached_property
    def plan(self) -> Plan | None:
        """The plan; None where that state cannot be read by this program."""
        return self.read()


def versions(root: Path, most: int = 6) -> Mapping[str, list[Version]] | None:
    """Give, per plan id, its latest versions, newest first; None where no history can be told."""
    steps_by_file = histories(root)
    if steps_by_file is None:
        return None
    schema = load_schemas(root / "schema")["plan"]
    by_plan: dict[str, list[Version]] = {}
    for name, steps in steps_by_file.items():
        if name.endswith(".yaml") and name.count("/") == 3 and ".progress." not in name:
            states = _States(root, name, schema, tuple(revision.commit for revision in steps[:most]))
            by_plan[states.plan_id] = [
                Version(revision, partial(states.plan, number), revision is steps[-1])
                for number, revision in enumerate(steps[:most])
            ]
    return by_plan


@dataclass(frozen=True)
class _States:
    """A plan's file at some commits, read with one git once any of them is asked for."""

    root: Path
    name: str
    schema: Schema
    commits: tuple[str, ...]

    @property
    def plan_id(self) -> str:
        return self.name.removeprefix("plans/").removesuffix(".yaml")

    @cached_property
    def _texts(self) -> list[bytes | None]:
        return _contents(self.root, [f"{commit}:./{self.name}" for commit in self.commits])

    def plan(self, number: int) -> Plan | None:
        """Give the plan as one of the commits left it; None where it cannot be read."""
        text = self._texts[number]
        loaded = parse(text, self.name) if text is not None else None
        if loaded is None or loaded.problems or any(self.schema.problems(loaded)):
            return None
        return plan_from(self.plan_id, loaded.value)


def _contents(root: Path, names: Sequence[str]) -> list[bytes | None]:
    """Read many objects with one git; None for what is not there."""
    out = git.output(root, "cat-file", "--batch", stdin="\n".join(names).encode() + b"\n") if names else b""
    contents: list[bytes | None] = []
    at = 0
    for _ in names:
        head, _, rest = (out or b"")[at:].partition(b"\n")
        if not head.split(b" ")[-1].isdigit():
            contents.append(None)
            at += len(head) + 1
            continue
        size = int(head.split(b" ")[-1])
        contents.append(rest[:size])
        at += len(head) + 1 + size + 1
    return contents
