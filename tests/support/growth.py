"""How often each function is called by a command in repositories of different sizes; run by tests as a program.

Calls are counted, not seconds, so that a slow or busy machine changes nothing. The repositories are made of one small
plan, copied for bodies that differ in name only, two years each: what a command does for a plan stays the same.
"""

from __future__ import annotations

import contextlib
import cProfile
import io
import json
import math
import os
import pstats
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml
from assembling import assemble
from corpus import FIXTURES, ROOT

from kehoach.files.permanentids import PERMANENT_IDS
from kehoach.files.yamldump import dump_plan
from kehoach.files.yamlwriter import write_yaml
from kehoach.machine import forking
from kehoach.machine.store import CACHE_VARIABLE

FEW, MANY = 3, 12
"""Bodies of the smaller and of the larger repository, with two plans each."""
MOST, MOST_OF_ONE = 1.1, 1.4
"""By what power of the plans all calls of a command, and those of one function, may grow."""
LEAST = 500
"""Calls in the larger repository below which a function is not looked at: it may be met there for the first time."""
_SYLLABLES = ["An", "Ba", "Ca", "Da", "Ga", "Ha", "La", "Ma", "Na"]
_ADDRESS = re.compile(r" at 0x[0-9a-f]+")
_LINE = "tuyen-truyen-cchc"
PLAN = f"xa-an-an/{_LINE}/2025"

Counts = dict[str, int]
"""Calls by function."""

THEME = """
import json, os, pathlib, sys
place = pathlib.Path(sys.argv[sys.argv.index("--site-dir") + 1])
place.mkdir(exist_ok=True)
(place / "404.html").write_text("404")
(place / "index.html").write_text("<!-- kehoach:next --><!-- kehoach:newest --><!-- kehoach:figures -->")
asked = pathlib.Path(os.environ["KEHOACH_THEME"])
frames = [[p.partition("/")[0], p.count("/"), n, ["", "CONTENT", ""], {}] for p, n in json.loads(asked.read_text())]
said = {"home": ["Thu", "https://vidu.example/", ""], "analysis": False, "documents": False, "own": [""], "pages": [""]}
asked.write_text(json.dumps({**said, "entry": [["l"], ["b"], "", ["a"]], "frames": frames}))
"""


def make(root: Path, bodies: int) -> None:
    """Write a repository of so many bodies."""
    assemble(root, "plans", "schema", plans=FIXTURES / "vi-du")
    (root / "site_src").symlink_to(ROOT / "site_src", target_is_directory=True)
    (root / "hooks").mkdir()
    (root / "hooks" / "generator.py").write_text(THEME, encoding="utf-8")
    (root / "mkdocs.yml").write_text("site_name: Thử\n", encoding="utf-8")
    units = yaml.safe_load((root / "plans/registry/units.yaml").read_text(encoding="utf-8"))
    [source] = (root / "plans").glob("*/*/2025.yaml")
    plan = source.read_text(encoding="utf-8")
    shutil.rmtree(source.parents[1])
    texts, ids = [], []
    for name in _names(bodies):
        texts += [_renamed(unit, name) for unit in units["units"]]
        for year in (2024, 2025):
            data = yaml.safe_load(_renamed(plan, name).replace("2025", str(year)).replace("15/12", f"1{year % 7}/12"))
            path = root / "plans" / f"xa-{_slug(name)}" / _LINE / f"{year}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dump_plan(data), encoding="utf-8", newline="\n")
            plan_id = path.relative_to(root / "plans").with_suffix("").as_posix()
            ids += [f"{plan_id}#{found}\n" for found in re.findall(r"- id: (\S+)", path.read_text(encoding="utf-8"))]
    registry = root / "plans" / "registry" / "units.yaml"
    registry.write_text(write_yaml({**units, "units": texts}), encoding="utf-8", newline="\n")
    (root / PERMANENT_IDS).write_text("".join(sorted(ids)), encoding="utf-8")


def _names(count: int) -> Iterator[str]:
    pairs = (f"{first} {second}" for first in _SYLLABLES for second in _SYLLABLES)
    return (name for name, _ in zip(pairs, range(count), strict=False))


def _slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def _renamed(value: Any, name: str) -> Any:
    """Give a plain value with another body's name in every text."""
    if isinstance(value, dict):
        return {key: _renamed(below, name) for key, below in value.items()}
    if isinstance(value, list):
        return [_renamed(below, name) for below in value]
    return value.replace("Ví Dụ", name).replace("vi-du", _slug(name)) if isinstance(value, str) else value


def _remark(root: Path) -> None:
    with (root / "plans" / "registry" / "units.yaml").open("a", encoding="utf-8") as file:
        file.write("# Ghi chú\n")


def _word(root: Path) -> None:
    path = root / "plans" / f"{PLAN}.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Đăng tin,", "Đăng nhiều tin,"), encoding="utf-8")


def _commit(root: Path) -> None:
    for arguments in (["init", "-q"], ["add", "plans", "schema"], ["commit", "-qm", "Kho"]):
        named = ["-c", "user.name=Thu", "-c", "user.email=thu@vidu.example"]
        subprocess.run(["git", *named, *arguments], cwd=root, check=True, stdin=subprocess.DEVNULL)
    _word(root)


def _day(root: Path) -> None:
    os.environ["SOURCE_DATE_EPOCH"] = str(int(os.environ["SOURCE_DATE_EPOCH"]) + 86_400)


Step = tuple[str, Callable[[Path], None], Sequence[str]]
"""What is measured: its name, what is changed before, the command."""


def _nothing(root: Path) -> None:
    pass


STEPS: Sequence[Step] = (
    ("fmt", _nothing, ["fmt"]),
    ("validate", _nothing, ["validate"]),
    ("site", _nothing, ["site"]),
    ("site, unchanged", _nothing, ["site"]),
    ("validate, unchanged", _nothing, ["validate"]),
    ("site, a remark", _remark, ["site"]),
    ("site, next day", _day, ["site"]),
    ("site, a word", _word, ["site"]),
    ("ids", _nothing, ["ids"]),
    ("export", _nothing, ["export", PLAN, "--to", "ics", "--output", "../viec.ics"]),
    ("diff", _nothing, ["diff", PLAN]),
    ("report", _nothing, ["report", PLAN, "--period", "2025-Q2", "--output", "../bao-cao.md"]),
    ("new", _nothing, ["new", PLAN.rpartition("/")[0], "2026"]),
    ("verify", _nothing, ["verify", "site"]),
    ("review", _commit, ["review", "--base", "HEAD"]),
)


def count(root: Path) -> dict[str, Counts]:
    """Run the steps in a repository, one after the other; gives the calls of each."""
    from kehoach.commands.main import main

    vars(forking)["os"] = _OneCore()
    _like_a_large_repository()
    found: dict[str, Counts] = {}
    os.chdir(root)
    for name, change, arguments in STEPS:
        change(root)
        profile = cProfile.Profile()
        said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            profile.enable()
            status = main(arguments)
            profile.disable()
        said.seek(0)
        if status:
            raise SystemExit(f"{name}: {said.read()}")
        stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
        counts = found[name] = Counter[str]()
        for (file, line, of), (_, calls, *_) in stats.items():
            counts[f"{'/'.join(Path(file).parts[-2:])}:{line} {_ADDRESS.sub('', of)}"] += calls
    return found


def _like_a_large_repository() -> None:
    """Let all sizes hold few plans at once, as thousands do; or what only the largest lets go of passes for growth."""
    from kehoach.checks import run
    from kehoach.files import planfiles
    from kehoach.pages import site

    vars(planfiles)["MANY"] = vars(run)["HELD"] = 2
    vars(site)["MOST_KEPT"] = vars(site)["PLANS_KEPT"] = 4


class _OneCore:
    """Has everything done in this process, whose calls are counted."""

    def __getattr__(self, name: str) -> object:
        return (lambda: 1) if name == "cpu_count" else getattr(os, name)


def measured(folder: Path, sizes: Sequence[int] = (FEW, MANY)) -> list[dict[str, Counts]]:
    """Count in repositories of so many bodies, each in a process of its own."""
    found = []
    for bodies in sizes:
        root = folder / str(bodies) / "kho"
        own = {CACHE_VARIABLE: str(root.with_name("giu")), "SOURCE_DATE_EPOCH": "1790000000", "PYTHONUTF8": "1"}
        done = subprocess.run(
            [sys.executable, __file__, str(root), str(bodies)],
            env={**os.environ, **own},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        found.append(json.loads(done.stdout))
    return found


def exponent(few: int, many: int, times: float = MANY / FEW) -> float:
    """Say by what power of the number of plans, of which there are so many times more, a count grows."""
    return math.log(many / few) / math.log(times) if few and many else 0.0


def steep(few: Mapping[str, int], many: Mapping[str, int], times: float = MANY / FEW) -> dict[str, float]:
    """Give the functions that are called often and grow by more than the number of plans, sorting included."""
    powers = {name: exponent(few.get(name, 1), calls, times) for name, calls in many.items() if calls >= LEAST}
    return {name: round(power, 2) for name, power in powers.items() if power > MOST_OF_ONE}


if __name__ == "__main__":
    place = Path(sys.argv[1])
    make(place, int(sys.argv[2]))
    json.dump(count(place), sys.stdout)
