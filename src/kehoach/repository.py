"""Loading a repository from disk: plans, registries and schemas. The only module of the core that reads files."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kehoach import permanence
from kehoach.agenda.progress import Progress, Recorded, progress_from
from kehoach.plan import Plan, plan_from
from kehoach.problems import Problem
from kehoach.registry import KINDS, Registry, registry_from
from kehoach.schemas import Schema
from kehoach.yamlfile import Loaded, parse
from kehoach.yamltext import MAX_BYTES

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
# Another year is a slip, and some days of it cannot be reckoned with.
_EDITION = re.compile(r"(?:19|20|21)[0-9]{2}(?:-[1-9][0-9]?)?\Z", re.ASCII)
_EVIDENCE = re.compile(r"[0-9]{4}(?:-[1-9][0-9]?)?\.evidence\Z")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\Z")
_MAX_SOURCE = 20_000_000
_MAX_SOURCE_TEXT = 500_000
"""A text is laid beside its plan letter by letter; ten times the longest plan is enough."""


@dataclass(frozen=True)
class SourceText:
    """The source file beside a plan: its bytes' SHA-256 and, for text, what it says."""

    sha256: str
    text: str | None


@dataclass(frozen=True)
class Repository:
    """All that was read: plans, registries and progress by id, files with line numbers, source texts, problems."""

    plans: Mapping[str, Plan] = field(default_factory=dict)
    registry: Registry = field(default_factory=Registry)
    plan_files: Mapping[str, Loaded] = field(default_factory=dict)
    registry_files: Mapping[str, Loaded] = field(default_factory=dict)
    sources: Mapping[str, SourceText] = field(default_factory=dict)
    published_ids: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    progress: Mapping[str, Recorded] = field(default_factory=dict)


@dataclass
class Memory:
    """What loads of several states of a repository share: sound files, and what was made of them."""

    files: dict[tuple[str, bytes, str], Loaded] = field(default_factory=dict)
    """By name, bytes and schema."""
    plans: dict[str, tuple[Loaded, Plan]] = field(default_factory=dict)
    registry: tuple[tuple[Loaded, ...], Registry] = ((), Registry())

    def plan(self, plan_id: str, loaded: Loaded) -> Plan:
        """Give the plan of a file, the same one for the same file."""
        kept = self.plans.get(plan_id)
        if kept is None or kept[0] is not loaded:
            kept = self.plans[plan_id] = (loaded, plan_from(plan_id, loaded.value))
        return kept[1]

    def registries(self, files: Mapping[str, Loaded]) -> Registry:
        """Give the registries of some files, the same ones for the same files."""
        held = tuple(files.values())
        if len(held) != len(self.registry[0]) or any(a is not b for a, b in zip(held, self.registry[0], strict=True)):
            values = {kind: loaded.value[kind] for kind, loaded in files.items() if loaded.value is not None}
            self.registry = (held, registry_from(values))
        return self.registry[1]


class BrokenSchemas(KeyError):
    """The folder of schemas lacks a kind of file or holds what is no schema; the argument says which."""


def load_schemas(folder: Path) -> dict[str, Schema]:
    """Read every ``<kind>.v1.schema.json`` of a folder; raises FileNotFoundError or BrokenSchemas."""
    found: dict[str, Schema] = {}
    for path in sorted(folder.glob("*.v1.schema.json")):
        kind = path.name.split(".")[0]
        try:
            found[kind] = Schema.read(kind, path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            raise BrokenSchemas(path.name) from None
    if not found:
        raise FileNotFoundError(folder)
    return found


PLANS_A_SCALE = 500
"""For each so many plans the registries and the list of published ids may be as long again as a plan."""


def load(root: Path, memory: Memory | None = None) -> Repository:
    """Read ``root/plans`` against ``root/schema``; faulty files yield problems and are left out.

    Files that ``memory`` holds are not read again; it takes up those read now.
    """
    schemas = load_schemas(root / "schema")
    for kind in ("plan", *KINDS):
        if kind not in schemas:
            raise BrokenSchemas(kind)
    folder = root / "plans"
    problems: list[Problem] = []
    paths = list(_plan_paths(folder, root, problems))
    scale = 1 + len(paths) // PLANS_A_SCALE
    registry_files = {
        kind: _read(folder / "registry" / f"{kind}.yaml", root, schemas[kind], problems, memory, scale)
        for kind in KINDS
    }
    memory = memory or Memory()
    registry = memory.registries(registry_files)
    plans: dict[str, Plan] = {}
    plan_files: dict[str, Loaded] = {}
    sources: dict[str, SourceText] = {}
    for plan_id, path in paths:
        loaded = _read(path, root, schemas["plan"], problems, memory)
        if loaded.value is None:
            continue
        plan = memory.plan(plan_id, loaded)
        plans[plan_id], plan_files[plan_id] = plan, loaded
        if plan.source:
            source = _source(path.parent / plan.source.file)
            if source:
                sources[plan_id] = source
    published = permanence.published_ids(_listed(root, problems, scale))
    # A repository from before progress was recorded has no schema for it.
    known = schemas.get("progress")
    progress = dict(_progress(folder, root, plans, known, problems)) if known else {}
    return Repository(
        plans, registry, plan_files, registry_files, sources, tuple(published), tuple(problems), progress=progress
    )


def read_file(path: Path, root: Path, schema: Schema, memory: Memory | None = None, scale: int = 1) -> Loaded:
    """Read one file and check it against its schema; problems are in the result.

    ``scale`` is how many times the usual limits of length and values hold.
    """
    name = path.relative_to(root).as_posix()
    data = _bytes(path, root, scale)
    if isinstance(data, Problem):
        return Loaded(name, problems=[data])
    key = (name, data, schema.digest)
    if memory and key in memory.files:
        return memory.files[key]
    loaded = parse(data, name, scale)
    if not loaded.problems:
        loaded.problems.extend(schema.problems(loaded))
        if loaded.problems:
            loaded.value = None
        elif memory is not None:
            memory.files[key] = loaded
    return loaded


def _bytes(path: Path, root: Path, scale: int) -> bytes | Problem:
    """Read a plain file that lies in the repository itself; of one that is too long no more than shows it."""
    name = path.relative_to(root).as_posix()
    if any(part.is_symlink() for part in (path, *path.parents) if part.is_relative_to(root) and part != root):
        return Problem("KH101", name, 1, "", "Tệp hoặc thư mục là liên kết tượng trưng.")
    try:
        if not path.is_file():
            return Problem("KH101", name, 1, "", "Không có tệp này, hoặc đây không phải tệp thường.")
        with path.open("rb") as handle:
            return handle.read(MAX_BYTES * scale + 1)
    except OSError as error:
        return Problem("KH101", name, 1, "", f"Không đọc được: {error.strerror}.")


def _listed(root: Path, problems: list[Problem], scale: int) -> str:
    """Read the list of published ids, empty where there is none yet."""
    path = root / permanence.FILE
    data = _bytes(path, root, scale) if path.exists() or path.is_symlink() else b""
    try:
        if isinstance(data, bytes) and len(data) <= MAX_BYTES * scale:
            return data.decode("utf-8")
        problems.append(data if isinstance(data, Problem) else Problem("KH106", permanence.FILE, 1, "", "Tệp quá dài."))
    except UnicodeDecodeError:
        problems.append(Problem("KH102", permanence.FILE, 1, "", "Tệp không phải UTF-8."))
    return ""


def _read(
    path: Path, root: Path, schema: Schema, problems: list[Problem], memory: Memory | None = None, scale: int = 1
) -> Loaded:
    loaded = read_file(path, root, schema, memory, scale)
    problems.extend(loaded.problems)
    return loaded


def _source(path: Path) -> SourceText | None:
    limit = _MAX_SOURCE_TEXT if path.suffix == ".txt" else _MAX_SOURCE
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > limit:
            return None
        data = path.read_bytes()
    except OSError:
        return None
    text = data.decode("utf-8", "replace") if path.suffix == ".txt" else None
    return SourceText(hashlib.sha256(data).hexdigest(), text)


def _progress(
    folder: Path, root: Path, plans: Mapping[str, Plan], schema: Schema, problems: list[Problem]
) -> Iterator[tuple[str, Recorded]]:
    """Read the progress files beside plans, with the SHA-256 of the evidence that they name."""
    for path in sorted(folder.glob("*/*/*.progress.yaml")):
        plan_id = path.relative_to(folder).as_posix().removesuffix(".progress.yaml")
        if plan_id not in plans:
            if not path.with_name(f"{plan_id.rpartition('/')[2]}.yaml").is_file():
                name = path.relative_to(root).as_posix()
                problems.append(Problem("KH601", name, 1, "", f"Không có kế hoạch {plan_id}."))
            continue
        loaded = _read(path, root, schema, problems)
        if loaded.value is not None:
            progress = progress_from(plan_id, loaded.value)
            yield plan_id, Recorded(progress, loaded, dict(_evidence(path.parent, progress)))


def _evidence(folder: Path, progress: Progress) -> Iterator[tuple[str, str]]:
    """Hash the evidence files that are there; the schema lets no name leave the folder of evidence."""
    for name in sorted({proof.file for result in progress.results for proof in result.evidence if proof.file}):
        path = folder / name
        source = None if path.parent.is_symlink() else _source(path)
        if source:
            yield name, source.sha256


def _plan_paths(folder: Path, root: Path, problems: list[Problem]) -> Iterator[tuple[str, Path]]:
    """Find plan files at their places in a fixed order; anything misplaced is a problem."""
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if relative.parts[0] == "registry" or (path.is_dir() and not path.is_symlink()):
            continue
        if path.name == Path(permanence.FILE).name and len(relative.parts) == 1:
            continue
        if _is_companion(path) and len(relative.parts) == 3:
            continue
        if len(relative.parts) == 4 and _EVIDENCE.match(relative.parts[2]) and not path.is_symlink():
            continue
        name = path.relative_to(root).as_posix()
        if not _well_placed(relative):
            problems.append(Problem("KH113", name, 1, "", "Tên hoặc chỗ đặt tệp không đúng mẫu."))
            continue
        yield relative.with_suffix("").as_posix(), path


def _is_companion(path: Path) -> bool:
    """Whether a file stands beside a plan by design: its source text or its progress."""
    return bool(re.search(r"\.source\.(?:txt|docx|pdf)\Z|\.progress\.yaml\Z", path.name))


def _well_placed(relative: Path) -> bool:
    if len(relative.parts) != 3 or relative.suffix != ".yaml":
        return False
    unit, series, edition = *relative.parts[:2], relative.stem
    slugs = all(_SLUG.match(part) and not _RESERVED.match(part) and len(part) <= 80 for part in (unit, series))
    return slugs and bool(_EDITION.match(edition)) and unit != "registry"
