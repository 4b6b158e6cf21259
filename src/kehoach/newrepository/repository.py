"""Writing a new repository, and renewing what one took from the package."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from string import Template

from kehoach.files.formatting import write_plan
from kehoach.files.repository import load_schemas
from kehoach.files.yamlfile import parse
from kehoach.machine.tempfolder import temporary_folder
from kehoach.machine.usererror import UserError
from kehoach.newrepository.body import SERIES, NewBody, sample_of, sample_series, unit_of
from kehoach.newrepository.departments import bodies_of_the_state
from kehoach.newrepository.registries import Entry, national
from kehoach.newrepository.template import (
    BODYS_OWN,
    COPIED_FILES,
    COPIED_FOLDERS,
    configuration,
    copy_folders,
    settings,
    settings_of,
    template,
)

_SEED = Path(__file__).parent / "seed"
_PLACES = {
    "noxfile.txt": "noxfile.py",
    "requirements.txt": "requirements.txt",
    "readme.txt": "README.md",
    "gitignore.txt": ".gitignore",
    "test_plans.txt": "tests/test_plans.py",
    "gitlab.txt": ".gitlab-ci.yml",
    "check.txt": ".github/workflows/check.yml",
    "pages.txt": ".github/workflows/pages.yml",
}


def start_repository(root: Path, body: NewBody, year: int, local: Sequence[Entry] = ()) -> None:
    """Write a whole repository into a folder that is not there yet.

    ``local`` are entries of bodies around the one that it is for, its own among them if it is a usual one.
    """
    root.mkdir()
    copy_folders(root)
    lines = settings(f"Kế hoạch của {body.name}", body.address, body.feedback, body.color)
    files = {"mkdocs.yml": configuration(lines), **_seeds(body), **_plans(root, body, year, local)}
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def upgrade_repository(root: Path) -> None:
    """Renew schemas, hooks, pages and theme; plans, settings and moved addresses stay."""
    path = root / "mkdocs.yml"
    lines = settings_of(path.read_text(encoding="utf-8")) if path.is_file() else None
    if lines is None or not (root / "plans" / "registry").is_dir():
        raise UserError(
            f"{root} không phải kho do init lập (thiếu plans/ hoặc mkdocs.yml có tên, địa chỉ, góp ý, màu)."
        )
    if (root / "src" / "kehoach").exists():
        raise UserError(f"{root} là kho gốc của chương trình, không cần làm mới.")
    with temporary_folder(root / "mkdocs.yml") as folder:
        new, old = folder / "new", folder / "old"
        new.mkdir()
        old.mkdir()
        copy_folders(new)
        if (root / BODYS_OWN).is_file():
            shutil.copyfile(root / BODYS_OWN, new / BODYS_OWN)
        (new / "mkdocs.yml").write_text(configuration(lines), encoding="utf-8", newline="\n")
        _exchange(root, new, old, (*COPIED_FOLDERS, *COPIED_FILES, "mkdocs.yml"))


def _exchange(root: Path, new: Path, old: Path, names: Iterable[str]) -> None:
    """Put what is new into its places and what was there into ``old``; where that fails, all is as it was."""
    moved: list[str] = []
    try:
        for name in names:
            for place in (root / name, old / name):
                place.parent.mkdir(parents=True, exist_ok=True)
            moved.append(name)
            if (root / name).exists():
                (root / name).rename(old / name)
            (new / name).rename(root / name)
    except OSError:
        for name in moved:
            if (old / name).exists():
                if (root / name).exists():
                    (root / name).rename(new / name)
                (old / name).rename(root / name)
        raise


def _seeds(body: NewBody) -> dict[str, str]:
    values = {"unit": body.unit, "name": body.name, "version": version("kehoach"), "series": SERIES}
    return {
        place: Template((_SEED / name).read_text(encoding="utf-8")).safe_substitute(values)
        for name, place in _PLACES.items()
    }


def _plans(root: Path, body: NewBody, year: int, local: Sequence[Entry]) -> dict[str, str]:
    schemas = load_schemas(root / "schema")
    registries = national({kind: _entries(kind) for kind in ("units", "documents", "indicators", "series", "terms")})
    held = {unit["id"] for unit in registries["units"]}
    registries["units"] += [unit for unit in bodies_of_the_state() if unit["id"] not in held]
    unit_by_id = {unit["id"]: unit for unit in local}
    own = unit_by_id.get(body.unit) or unit_of(body)
    registries["units"] = [unit for unit in registries["units"] if unit["id"] not in {*unit_by_id, body.unit}]
    registries["units"] += [*(unit for unit in local if unit["id"] != body.unit), own]
    registries["series"] += [sample_series()]
    files = {
        f"plans/registry/{kind}.yaml": write_plan({"schema_version": 1, kind: entries}, schemas[kind])
        for kind, entries in registries.items()
    }
    sample = write_plan(sample_of(body, year), schemas["plan"])
    return {**files, f"plans/{body.unit}/{SERIES}/{year}.yaml": sample}


def _entries(kind: str) -> list[Entry]:
    name = f"plans/registry/{kind}.yaml"
    value = parse((template() / name).read_bytes(), name).value
    entries: list[Entry] = value[kind] if value else []
    return entries
