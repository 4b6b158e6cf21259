"""Timings of generated corpora beside those of plain site generators: ``python -m bench.measure``.

Medians of three runs, in processor seconds of all processes but for the preview, whose wait is what counts; figures to
compare within one run on one machine, never a pass or fail. ``--plans 10000`` takes an hour. The report is printed as
a table and written to ``.cache/bench.json``.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median

import yaml

from bench import serving, yardstick
from bench.corpus import make_corpus
from bench.edits import edit
from bench.phases import UNIT
from kehoach.files.repository import load
from kehoach.files.yamldump import dump_plan
from kehoach.files.yamlwriter import write_yaml
from kehoach.machine.store import CACHE_VARIABLE

REPORT = Path(".cache/bench.json")
SIZES = (50, 250, 1000)
REPEATS = 3
_EDITED = "huyen-do-0002/tuyen-truyen-cchc/2020"
"""A plan that is edited: one of the copies, in the middle of its line; every corpus has it."""

Figures = dict[str, float]


def measure(source: Path, plans: int, repeats: int, folder: Path) -> Iterator[tuple[str, float]]:
    """Give the figures of a corpus of so many plans, by name, as they come."""
    root = folder / "corpus"
    make_corpus(source, root, plans)
    for name in ("hooks", "site_src"):
        (root / name).symlink_to((source / name).resolve(), target_is_directory=True)
    shutil.copy(source / "mkdocs.yml", root)
    steps = [_phases(root, source / "site_src" / "templates") for _ in range(repeats)]
    yield from ((name, median(step[name] for step in steps)) for name in steps[0])
    yield "validate, cold", median(_seconds(_validate, root, before=lambda: _forget(root)) for _ in range(repeats))
    yield "validate, unchanged", median(_seconds(_validate, root) for _ in range(repeats))
    yield "site, cold", median(_seconds(_site, root, before=lambda: _forget(root)) for _ in range(repeats))
    yield "site, unchanged", median(_seconds(_site, root) for _ in range(repeats))
    for name, change in _changes(root).items():
        yield f"site, {name}", median(_seconds(_site, root, before=change) for _ in range(repeats))
    yield "peak bytes of a build", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * UNIT
    yield "bytes written", float(sum(path.stat().st_size for path in (root / "site").rglob("*") if path.is_file()))
    yield "bytes written, compressed", float(_compressed_bytes(root / "site"))
    yield "search bytes before a result", float(_search_bytes(root / "site"))
    yield "serve, save to page", median(serving.latencies(root, root / "plans" / f"{_EDITED}.yaml", repeats))
    yield from _other_generators(root, folder / "yardstick", repeats)


def _phases(root: Path, templates: Path) -> Figures:
    command = [sys.executable, "-m", "bench.phases", str(root), str(templates)]
    figures: Figures = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return figures


def _other_generators(root: Path, folder: Path, repeats: int) -> Iterator[tuple[str, float]]:
    yardstick.write_markdown(load(root), folder / "docs")
    commands = {
        "MkDocs, texts only": yardstick.prepare_mkdocs(folder),
        "Hugo, texts only": yardstick.prepare_hugo(folder),
    }
    for name, command in commands.items():
        if command:
            yield name, median(_seconds(partial(yardstick.run, command), folder) for _ in range(repeats))


def _seconds(step: Callable[[Path], object], root: Path, before: Callable[[], object] = lambda: None) -> float:
    """Give the processor seconds of all processes that a step starts: others on the machine do not count."""
    before()
    start = _processor()
    step(root)
    return _processor() - start


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


_DAY = [1_790_000_000]
"""When the commit that is built was made, in seconds; the next day is a change of its own."""


def _run(root: Path, *arguments: str) -> None:
    own = {"NO_MKDOCS_2_WARNING": "1", "OPENBLAS_NUM_THREADS": "1", "SOURCE_DATE_EPOCH": str(_DAY[0])}
    environment = {**os.environ, **own, CACHE_VARIABLE: str(_cache_folder(root))}
    run = subprocess.run([sys.executable, *arguments], cwd=root, env=environment, check=False, capture_output=True)
    if run.returncode:
        raise SystemExit(f"{' '.join(arguments)}: {(run.stdout + run.stderr).decode(errors='replace')}")


def _site(root: Path) -> None:
    _run(root, "-m", "kehoach", "site")


def _validate(root: Path) -> None:
    _run(root, "-m", "kehoach", "validate")


def _cache_folder(root: Path) -> Path:
    return root.resolve().with_name("kept")


def _forget(root: Path) -> None:
    for place in (_cache_folder(root), root / "site"):
        shutil.rmtree(place, ignore_errors=True)


def _changes(root: Path) -> dict[str, Callable[[], None]]:
    """What is edited before a build, each time anew."""
    plan = root / "plans" / f"{_EDITED}.yaml"
    seeds = count()
    units = root / "plans" / "registry" / "units.yaml"
    source = root / "site_src"

    def reworded() -> None:
        repository = load(root)
        change = edit("wording", _EDITED, repository.plan_files[_EDITED].value, repository.registry, next(seeds))
        assert change
        plan.write_text(dump_plan(change.after), encoding="utf-8")

    def template() -> None:
        if source.is_symlink():
            real = source.resolve()
            source.unlink()
            shutil.copytree(real, source)
        with (source / "templates" / "plan.html.j2").open("a", encoding="utf-8") as handle:
            handle.write("\n")

    return {
        "one plan edited": reworded,
        "registry note edited": lambda: _noted(units, next(seeds)),
        "registry name edited": lambda: _renamed(units, next(seeds)),
        "next day": _next_day,
        "one template edited": template,
    }


def _renamed(units: Path, number: int) -> None:
    text = units.read_text(encoding="utf-8")
    units.write_text(re.sub("name: Quốc hội.*", f"name: Quốc hội {number}", text, count=1), encoding="utf-8")


def _noted(units: Path, number: int) -> None:
    data = yaml.safe_load(units.read_text(encoding="utf-8"))
    data["units"][0]["note"] = f"Ghi chú {number}."
    units.write_text(write_yaml(data), encoding="utf-8")


def _next_day() -> None:
    _DAY[0] += 86_400


def _compressed_bytes(site: Path) -> int:
    """Count what all files take, each compressed by itself: as a server sends them, and as a package has them."""
    data = (path.read_bytes() for path in site.rglob("*") if path.is_file())
    return sum(min(len(whole), len(gzip.compress(whole, 6))) for whole in data)


def _search_bytes(site: Path) -> int:
    """Count what a visitor loads, compressed, before a first result: scripts, manifest, one file of each kind."""
    folder = site / "tim" / "chi-muc"
    sizes = {path.name: len(gzip.compress(path.read_bytes(), 6)) for path in folder.glob("*.js")}
    largest = (max((size for name, size in sizes.items() if name[0] == kind), default=0) for kind in "mkcp")
    scripts = (site / "assets" / "javascripts").glob("search-*.js")
    return sum(largest) + sum(len(gzip.compress(path.read_bytes(), 6)) for path in scripts)


def exponents(figures: Mapping[int, Figures]) -> Figures:
    """Give by what power of the number of plans each figure grows from the last size but one to the last."""
    if len(figures) < 2:
        return {}
    few, many = sorted(figures)[-2:]
    return {
        name: math.log(value / figures[few][name]) / math.log(many / few)
        for name, value in figures[many].items()
        if figures[few].get(name) and value
    }


def table(figures: Mapping[int, Figures]) -> str:
    """Write the figures with their growth, and their ratio to the yardstick at the largest size."""
    sizes, growth = sorted(figures), exponents(figures)
    yard = figures[sizes[-1]].get("MkDocs, texts only", 0)
    lines = [f"{'':32}" + "".join(f"{size:>12}" for size in sizes) + f"{'growth':>9}{'ratio':>8}"]
    for name in figures[sizes[-1]]:
        cells = "".join(f"{_shown(name, figures[size].get(name)):>12}" for size in sizes)
        ratio = f"{figures[sizes[-1]][name] / yard:8.2f}" if yard and "bytes" not in name else ""
        lines.append(f"{name:32}{cells}{growth.get(name, math.nan):9.2f}{ratio}")
    return "\n".join(lines)


def _shown(name: str, value: float | None) -> str:
    if value is None:
        return ""
    if "bytes" in name:
        return f"{value / 1e6:.1f} MB" if value >= 1e6 else f"{value / 1e3:.1f} kB"
    return f"{value:.3f} s"


def main() -> None:
    """Measure each size and print the table."""
    parser = argparse.ArgumentParser(description="Đo thời gian trên kho kế hoạch sinh ra từ các kế hoạch thật.")
    parser.add_argument("--plans", type=int, nargs="+", default=SIZES, help="số kế hoạch của mỗi kho")
    parser.add_argument("--repeats", type=int, default=REPEATS, help="số lần đo, lấy số giữa")
    options = parser.parse_args()
    figures: dict[int, Figures] = {}
    for plans in options.plans:
        with tempfile.TemporaryDirectory(prefix="kehoach-") as folder:
            figures[plans] = {}
            for name, figure in measure(Path(), plans, options.repeats, Path(folder)):
                print(f"{plans:6} {name}", file=sys.stderr)
                figures[plans][name] = figure
        REPORT.parent.mkdir(exist_ok=True)
        report = json.dumps({"repeats": options.repeats, "figures": figures}, indent=1)
        REPORT.write_text(f"{report}\n", encoding="utf-8")
    print(table(figures))


if __name__ == "__main__":
    main()
