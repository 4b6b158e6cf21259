"""The command ``init``: start a repository for another body, or renew what one took from the package."""

from __future__ import annotations

import argparse
import datetime as dt
import shutil
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from string import Template

from kehoach.publishing.beside import beside
from kehoach.repository import load_schemas
from kehoach.starting.body import SERIES, Body, checked, sample_of, series_of, unit_of
from kehoach.starting.registries import Entry, national
from kehoach.starting.shell import FILES, FOLDERS, KEPT, configuration, copy_folders, settings, settings_of, shell
from kehoach.usererror import UserError
from kehoach.writing.formatting import write_plan
from kehoach.yamlfile import parse

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


def run_init(options: argparse.Namespace) -> int:
    """Write the repository beside its place, whole, then give it its name."""
    place: Path = options.place.resolve()
    try:
        if options.upgrade:
            upgrade(place)
            names = (*(f"{name}/" for name in FOLDERS), *FILES)
            print(f"Đã làm mới {', '.join(names)} và mkdocs.yml của {options.place}.")
            return 0
        body = checked(options.unit, options.name, options.level, options.address, options.feedback, options.color)
        _refuse_taken(place)
        with beside(place) as folder:
            start(folder / "new", body, dt.date.today().year)
            if place.is_dir():
                place.rmdir()
            (folder / "new").rename(place)
    except OSError as error:
        raise UserError(f"Không ghi được {options.place}: {error.strerror or error}; chưa có gì thay đổi.") from None
    print(f"Đã lập kho của {body.name} ở {options.place}. Bước tiếp theo ghi trong README.md của kho.")
    return 0


def start(root: Path, body: Body, year: int) -> None:
    """Write a whole repository into a folder that is not there yet."""
    root.mkdir()
    copy_folders(root)
    lines = settings(f"Kế hoạch của {body.name}", body.address, body.feedback, body.color)
    files = {"mkdocs.yml": configuration(lines), **_seeds(body), **_plans(root, body, year)}
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def upgrade(root: Path) -> None:
    """Renew schemas, hooks, pages and theme; plans, settings and moved addresses stay."""
    path = root / "mkdocs.yml"
    lines = settings_of(path.read_text(encoding="utf-8")) if path.is_file() else None
    if lines is None or not (root / "plans" / "registry").is_dir():
        raise UserError(
            f"{root} không phải kho do init lập (thiếu plans/ hoặc mkdocs.yml có tên, địa chỉ, góp ý, màu)."
        )
    if (root / "src" / "kehoach").exists():
        raise UserError(f"{root} là kho gốc của chương trình, không cần làm mới.")
    with beside(root / "mkdocs.yml") as folder:
        new, old = folder / "new", folder / "old"
        new.mkdir()
        old.mkdir()
        copy_folders(new)
        if (root / KEPT).is_file():
            shutil.copyfile(root / KEPT, new / KEPT)
        (new / "mkdocs.yml").write_text(configuration(lines), encoding="utf-8", newline="\n")
        _exchange(root, new, old, (*FOLDERS, *FILES, "mkdocs.yml"))


def _exchange(root: Path, new: Path, old: Path, names: Iterable[str]) -> None:
    """Put what is new into its places and what was there into ``old``; where that fails, all is as it was."""
    done: list[str] = []
    try:
        for name in names:
            for place in (root / name, old / name):
                place.parent.mkdir(parents=True, exist_ok=True)
            done.append(name)
            if (root / name).exists():
                (root / name).rename(old / name)
            (new / name).rename(root / name)
    except OSError:
        for name in done:
            if (old / name).exists():
                if (root / name).exists():
                    (root / name).rename(new / name)
                (old / name).rename(root / name)
        raise


def _refuse_taken(place: Path) -> None:
    if place.exists() and not place.is_dir():
        raise UserError(f"{place} là một tệp; hãy chọn thư mục mới hoặc trống.")
    if place.is_dir() and any(place.iterdir()):
        raise UserError(f"{place} đã có tệp; hãy chọn thư mục mới hoặc trống.")


def _seeds(body: Body) -> dict[str, str]:
    values = {"unit": body.unit, "name": body.name, "version": version("kehoach"), "series": SERIES}
    return {
        place: Template((_SEED / name).read_text(encoding="utf-8")).safe_substitute(values)
        for name, place in _PLACES.items()
    }


def _plans(root: Path, body: Body, year: int) -> dict[str, str]:
    schemas = load_schemas(root / "schema")
    held = national({kind: _entries(kind) for kind in ("units", "documents", "indicators", "terms")})
    held["units"] = [*(unit for unit in held["units"] if unit["id"] != body.unit), unit_of(body)]
    held["series"] = [series_of()]
    files = {
        f"plans/registry/{kind}.yaml": write_plan({"schema_version": 1, kind: entries}, schemas[kind])
        for kind, entries in held.items()
    }
    sample = write_plan(sample_of(body, year), schemas["plan"])
    return {**files, f"plans/{body.unit}/{SERIES}/{year}.yaml": sample}


def _entries(kind: str) -> list[Entry]:
    name = f"plans/registry/{kind}.yaml"
    value = parse((shell() / name).read_bytes(), name).value
    entries: list[Entry] = value[kind] if value else []
    return entries
