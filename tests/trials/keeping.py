"""Compare what is made with and without what earlier builds kept, after random edits: ``tests/trials/keeping.py 100``.

Differences are told as they are found, and every tenth sequence, so that a trial cut short has said something, too.

Every sequence edits plans, registries and files of a small repository, or the day, address, theme, program and
templates around it, one after the other; after each edit the works that use what is kept must give the same addresses
and the same bytes as works that do not.
"""

from __future__ import annotations

import datetime as dt
import random
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import yaml
from assembling import assemble
from bench.edits import KINDS, edit
from corpus import ROOT

from kehoach.checks import findings as findings_module
from kehoach.checks.run import check_all
from kehoach.exports.opendata import size
from kehoach.files.memory import Memory
from kehoach.files.repository import load
from kehoach.files.yamldump import dump_plan
from kehoach.files.yamlwriter import write_yaml
from kehoach.machine.store import Store
from kehoach.meaning.fabric import weave
from kehoach.pages import handovers, monthpage, months, relationparts, unitlists, yearly, yearpages
from kehoach.pages.build import make_site
from kehoach.pages.home import home
from kehoach.pages.page import Page
from kehoach.publishing import keptoutlines, readings, signatures
from kehoach.publishing.filecache import FileCache
from kehoach.publishing.readings import Readings, everything
from kehoach.publishing.registryfiles import RegistryFiles
from kehoach.publishing.workcache import WorkCache
from kehoach.publishing.workrunner import begin
from kehoach.publishing.works import Circumstances, Works

EDITS = 3


@dataclass
class Around:
    """What stands around a repository while it is edited."""

    source: Path
    day: dt.date = dt.date(2026, 9, 21)
    url: str | None = None
    committed: dt.datetime | None = None
    theme: str = ""
    program: str = "1"


@patch.object(keptoutlines, "_FEW", 0)
@patch.object(handovers, "MOST", 1)
@patch.object(relationparts, "MOST", 1)
@patch.object(months, "LONG", 3)
@patch.object(monthpage, "LONG", 3)
@patch.object(yearly, "PLANS_SHOWN", 1)
@patch.object(yearly, "TASKS_SHOWN", 3)
@patch.object(unitlists, "PLANS", 1)
@patch.object(unitlists, "MEMBERS", 1)
@patch.object(yearpages, "TASKS", 2)
@patch.object(yearpages, "PLACES", 1)
@patch.object(yearpages, "QUOTES", 1)
def made(root: Path, place: Path, store: Store | None, state: Around) -> dict[str, bytes]:
    """Make everything in a new folder, and check all, with what is kept or without.

    Lists are cut after one plan or three tasks.
    """
    for module in (signatures, readings, findings_module):
        vars(module)["program"] = lambda: state.program
    repository = load(root, Memory(Readings(store, everything), RegistryFiles(store)) if store else None)
    fabric = weave(repository)
    findings = findings_module.Findings(repository, fabric)
    if store:
        findings.read(store)
    problems = check_all(repository, fabric, findings)
    if store:
        findings.write(store)
    site = make_site(fabric, repository, templates=state.source / "templates", today=state.day)
    around = Circumstances(home("Thử", state.url), state.source, {}, state.committed)
    kept = _kept(store, signatures.Signatures(site, around), place, state.theme) if store else None
    if kept:
        site.pieces.append(kept.piece)
        site.former.append(kept.former())
    done = begin(Works(site, around), place, _shell(state.theme), 1, keeper=kept)()
    if kept:
        kept.keep_only(done.sizes.values())
    assert store is None or store.spoiled == 0
    files = {path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()}
    assert {address: size(data) for address, data in files.items()} == done.sizes
    shutil.rmtree(place)
    return {**files, "problems": "\n".join(map(str, problems)).encode()}


def _kept(store: Store, signed: signatures.Signatures, place: Path, theme: str) -> WorkCache:
    return WorkCache(store, FileCache(store.folder), signed, place, lambda path, listed: theme, theme=f"theme {theme}")


def _shell(theme: str) -> Callable[[Page], str]:
    return lambda page: f"{theme}\n{page.title}\n{page.description}\n{page.toc}\n{page.scripts}\n{page.html}"


def _plan(root: Path, chance: random.Random) -> str:
    path = chance.choice(sorted((root / "plans").glob("*/*/[0-9]???.yaml")))
    plan_id = path.relative_to(root / "plans").with_suffix("").as_posix()
    repository = load(root)
    kind = chance.choice([kind for kind in KINDS if kind != "year"])
    data = {key: value for key, value in repository.plan_files[plan_id].value.items() if key != "corrections"}
    done = edit(
        kind, plan_id, {k: v for k, v in data.items() if k != "source"}, repository.registry, chance.randrange(10**6)
    )
    if done:
        path.write_text(dump_plan(done.after), encoding="utf-8")
    return f"{kind} in {plan_id}"


def _copy(root: Path, chance: random.Random) -> str:
    """A new edition, or one that is gone again."""
    path = chance.choice(sorted((root / "plans").glob("*/*/[0-9]???.yaml")))
    other = path.with_name(f"{chance.randint(2017, 2028)}.yaml")
    if other.exists() and len(list((root / "plans").glob("*/*/[0-9]???.yaml"))) > 4:
        other.unlink()
        return f"no {other.parent.parent.name} {other.stem}"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    for key in ("source", "corrections"):
        data.pop(key, None)
    other.write_text(dump_plan(data), encoding="utf-8")
    return f"new {other.parent.parent.name} {other.stem}"


def _registry(root: Path, chance: random.Random) -> str:
    kind, field = chance.choice((("units", "note"), ("documents", "subject"), ("terms", "definition")))
    path = root / "plans" / "registry" / f"{kind}.yaml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    entry = chance.choice(data[kind])
    entry[field] = f"{entry.get(field, '')} lần {chance.randint(1, 999)}".strip()
    path.write_text(write_yaml(data), encoding="utf-8")
    return f"{kind} {entry['id']}"


def _touch(root: Path, chance: random.Random) -> str:
    """The same text with a remark more: a revision that changes no word."""
    path = chance.choice(sorted((root / "plans").glob("*/*/[0-9]???.yaml")))
    with path.open("a", encoding="utf-8") as handle:
        handle.write(f"# lần {chance.randint(1, 999)}\n")
    return f"remark in {path.parent.parent.name}"


def _surroundings(state: Around, chance: random.Random) -> str:
    """A new day, address, theme, program or template."""
    kind = chance.choice(("day", "day", "address", "theme", "program", "template"))
    if kind == "day":
        state.day += dt.timedelta(days=chance.choice((1, 1, 30, 120)))
    elif kind == "address":
        state.url = chance.choice((None, "https://vidu.example/", "https://vidu.example/trang/"))
    elif kind == "theme":
        state.theme += "x"
    elif kind == "program":
        state.program += "x"
    else:
        path = chance.choice(sorted((state.source / "templates").glob("*.html.j2")))
        path.write_text(f"{path.read_text(encoding='utf-8')}<!-- {chance.random()} -->\n", encoding="utf-8")
    return f"{kind} {state.day}"


HARMS: dict[Callable[[Path, random.Random], str], int] = {_plan: 6, _copy: 2, _registry: 1, _touch: 1}
"""What is done to a repository, and how often."""


def sequence(base: Path, seed: int) -> list[str]:
    """Run one sequence of edits; gives what differed, each with the edits that led there."""
    chance = random.Random(seed)
    root = base / f"kho-{seed}"
    assemble(root)
    store, state = Store(base / f"giu-{seed}"), Around(base / f"nguon-{seed}")
    shutil.copytree(ROOT / "site_src", state.source, ignore=shutil.ignore_patterns("docs"))
    made(root, root / "site", store, state)
    done, wrong = [], []
    for _ in range(EDITS):
        [harm] = chance.choices([*HARMS, None], [*HARMS.values(), 4])
        done.append(harm(root, chance) if harm else _surroundings(state, chance))
        kept, plain = made(root, root / "site", store, state), made(root, root / "site", None, state)
        different = sorted(name for name in kept.keys() | plain.keys() if kept.get(name) != plain.get(name))
        wrong += [f"seed {seed}: {name} after {'; '.join(done)}" for name in different[:3]]
    for folder in (root, state.source):
        shutil.rmtree(folder)
    return wrong


def main() -> int:
    """Run so many sequences, from seed 0."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="kehoach-") as folder:
        for seed in range(count):
            different = sequence(Path(folder), seed)
            wrong += len(different)
            told = [f"{seed + 1} sequences of {EDITS} edits, {wrong} differences"] if (seed + 1) % 10 == 0 else []
            print(*(f"{line}\n" for line in different + told), sep="", end="", flush=True)
    print(f"{count} sequences of {EDITS} edits, {wrong} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
