"""Loading a repository: plans, registries and schemas. Only here and in ``planfiles`` does the core read files."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kehoach.files.memory import Memory, Plans, RecalledPlan
from kehoach.files.permanentids import PERMANENT_IDS, PublishedIds
from kehoach.files.planfiles import IdsByName, Reader, name_from_root, named_in, plain_bytes, read_file
from kehoach.files.problems import Problem
from kehoach.files.schemas import Schema
from kehoach.files.yamlfile import Loaded
from kehoach.files.yamltext import MAX_BYTES
from kehoach.machine.fingerprints import digest
from kehoach.model.plan import Plan
from kehoach.model.registry import KINDS, Registry

if TYPE_CHECKING:
    from kehoach.files.recordedprogress import Recorded
    from kehoach.model.progress import Progress

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
    published_ids: Iterable[str] = ()
    problems: tuple[Problem, ...] = ()
    progress: Mapping[str, Recorded] = field(default_factory=dict)
    recalled: Mapping[str, RecalledPlan] = field(default_factory=dict)
    """Plans that are brought back when asked for, with what their words say by the registries; the linking takes it."""

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """Per plan the digest of its file, its source and its progress with the evidence."""
        return {
            plan_id: digest((loaded.sha256, self.sources.get(plan_id), *self.recorded(plan_id)))
            for plan_id, loaded in self.plan_files.items()
        }

    def let_go_of_files(self) -> None:
        """Let go of the values of the registries' files, which checks alone look at; they are read again when asked."""
        for loaded in self.registry_files.values():
            loaded.let_go()

    def recorded(self, plan_id: str) -> tuple[Any, ...]:
        """Give all that is recorded of a plan's progress, with what it rests on; nothing where there is none."""
        recorded = self.progress.get(plan_id)
        return (recorded.loaded.text, sorted(recorded.evidence.items())) if recorded else ()

    def names(self, plan_id: str) -> frozenset[str]:
        """Give the ids of the plans that a plan's file names."""
        recalled = self.recalled.get(plan_id)
        return frozenset(recalled.names) if recalled else named_in(self.plan_files[plan_id].text)


class BrokenSchemas(KeyError):
    """The folder of schemas lacks a kind of file or holds what is no schema; the argument says which."""


def load_schemas(folder: Path) -> dict[str, Schema]:
    """Read every ``<kind>.v1.schema.json`` of a folder; raises FileNotFoundError or BrokenSchemas."""
    schemas: dict[str, Schema] = {}
    for path in sorted(folder.glob("*.v1.schema.json")):
        kind = path.name.split(".")[0]
        try:
            schemas[kind] = Schema.read(kind, path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            raise BrokenSchemas(path.name) from None
    if not schemas:
        raise FileNotFoundError(folder)
    return schemas


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
    reader = Reader(dict(paths), root, schemas["plan"], memory, IdsByName(registry))
    recalled = list(reader.recalled(registry)) if memory.recall else []
    known_plans = {plan_id: plan for plan_id, _, plan in recalled}
    plan_files = dict(reader.sound(problems, {plan_id: loaded for plan_id, loaded, _ in recalled}))
    read_plans = {
        plan_id: memory.plan(plan_id, loaded) for plan_id, loaded in plan_files.items() if plan_id not in known_plans
    }
    plans = Plans(read_plans, known_plans, plan_files)
    sources = dict(_sources(reader.paths, {head.id: head for head, _ in plans.outlined()}))
    published = PublishedIds.of(_listed(root, problems, scale))
    # A repository from before progress was recorded has no schema for it.
    recorded = schemas.get("progress")
    progress = dict(_progress(folder, root, plans, recorded, problems)) if recorded else {}
    return Repository(
        plans, registry, plan_files, registry_files, sources, published, tuple(problems), progress, known_plans
    )


def load_registry(root: Path) -> Registry:
    """Read the registries alone, empty where there are none; faulty ones count as missing."""
    try:
        schemas = load_schemas(root / "schema")
        folder = root / "plans" / "registry"
        return Memory().registries(
            {kind: _read(folder / f"{kind}.yaml", root, schemas[kind], [], None, 1) for kind in KINDS}
        )
    except (FileNotFoundError, KeyError):
        return Registry()


def _listed(root: Path, problems: list[Problem], scale: int) -> str:
    """Read the list of published ids, empty where there is none yet."""
    path = root / PERMANENT_IDS
    data = plain_bytes(path, root, scale) if path.exists() or path.is_symlink() else b""
    try:
        if isinstance(data, bytes) and len(data) <= MAX_BYTES * scale:
            return data.decode("utf-8")
        problems.append(data if isinstance(data, Problem) else Problem("KH106", PERMANENT_IDS, 1, "", "Tệp quá dài."))
    except UnicodeDecodeError:
        problems.append(Problem("KH102", PERMANENT_IDS, 1, "", "Tệp không phải UTF-8."))
    return ""


def _read(
    path: Path, root: Path, schema: Schema, problems: list[Problem], memory: Memory | None = None, scale: int = 1
) -> Loaded:
    loaded = read_file(path, root, schema, memory, scale)
    problems.extend((*loaded.problems, *loaded.warnings))
    return loaded


def _sources(paths: Mapping[str, Path], plans: Mapping[str, Plan]) -> Iterator[tuple[str, SourceText]]:
    for plan_id, plan in plans.items():
        if plan.source and (source := _source(paths[plan_id].parent / plan.source.file)):
            yield plan_id, source


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
    paths = sorted(folder.glob("*/*/*.progress.yaml"))
    if not paths:
        return
    # Only here: most repositories have none, and what reads the registries alone needs neither of them.
    from kehoach.files.recordedprogress import Recorded
    from kehoach.model.progress import progress_from

    for path in paths:
        plan_id = path.relative_to(folder).as_posix().removesuffix(".progress.yaml")
        if plan_id not in plans:
            if not path.with_name(f"{plan_id.rpartition('/')[2]}.yaml").is_file():
                name = name_from_root(path, root)
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
        if path.name == Path(PERMANENT_IDS).name and len(relative.parts) == 1:
            continue
        if _is_companion(path) and len(relative.parts) == 3:
            continue
        if len(relative.parts) == 4 and _EVIDENCE.match(relative.parts[2]) and not path.is_symlink():
            continue
        name = name_from_root(path, root)
        if not _well_placed(relative):
            problems.append(Problem("KH113", name, 1, "", _misplaced(relative)))
            continue
        yield relative.with_suffix("").as_posix(), path


def _is_companion(path: Path) -> bool:
    """Whether a file stands beside a plan by design: its progress, its source text, the bytes that this was read from.

    Those are of any kind that an import takes, and keep the ending that they came with.
    """
    return bool(re.search(r"\.source\.[a-z0-9]{1,5}\Z|\.progress\.yaml\Z", path.name))


_SYSTEM_FILES = (".ds_store", "thumbs.db", "desktop.ini")


def _misplaced(relative: Path) -> str:
    """Say why a file is no plan's, and the name that it should have where that can be told."""
    year = re.search(r"(?<![0-9])20[0-9]{2}(?![0-9])", relative.stem)
    if relative.name.lower() in _SYSTEM_FILES or relative.name.startswith("~$"):
        return "Tệp của máy tính hoặc của Word đang mở, không phải của kho; xóa tệp này."
    if relative.suffix.lower() in (".doc", ".docx", ".odt", ".pdf", ".xlsx"):
        return "Tệp Word, Excel, PDF không đặt ở đây; đặt vào hop-thu/ để máy đưa vào kế hoạch."
    if not re.search(r"\.ya?ml", relative.name.lower()):
        return "Tên hoặc chỗ đặt tệp không đúng mẫu."
    if len(relative.parts) == 3 and year and "progress" in relative.name.lower():
        return f"Tên tệp kết quả chỉ gồm năm và đuôi .progress.yaml: {year[0]}.progress.yaml."
    if len(relative.parts) == 3 and relative.suffix == ".yaml" and _EDITION.match(relative.stem):
        return "Tên hai thư mục phải là mã cơ quan và mã loạt trong sổ: không dấu, chữ thường, nối bằng gạch."
    if len(relative.parts) == 3 and year:
        second = "; kế hoạch thứ hai trong năm thì thêm -2" if relative.stem != year[0] else ""
        return f"Tên tệp chỉ gồm năm và đuôi .yaml: {year[0]}.yaml{second}."
    if len(relative.parts) == 3:
        return "Tên tệp phải là năm của kế hoạch, ví dụ 2026.yaml."
    return "Tệp phải nằm trong thư mục của cơ quan và của loạt kế hoạch."


def _well_placed(relative: Path) -> bool:
    if len(relative.parts) != 3 or relative.suffix != ".yaml":
        return False
    unit, series, edition = *relative.parts[:2], relative.stem
    slugs = all(_SLUG.match(part) and not _RESERVED.match(part) and len(part) <= 80 for part in (unit, series))
    return slugs and bool(_EDITION.match(edition)) and unit != "registry"
