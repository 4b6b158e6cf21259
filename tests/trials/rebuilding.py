"""Build a site again and again while it is edited and harmed: ``tests/trials/rebuilding.py 40``.

Plans, registries, templates and the day change; what is kept is cut short, rewritten or taken away; published files
are edited in place; builds are killed. Afterwards the published site must be whole by its own manifest, and after each
build that ends it must be, byte for byte, the one that is built with nothing kept.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import yaml
from corpus import ROOT
from growth import make
from keeping import _copy, _plan, _touch

from kehoach.files.yamlwriter import write_yaml
from kehoach.machine.store import Store
from kehoach.publishing.build import build_site
from kehoach.publishing.manifest import NAME, read_manifest
from kehoach.publishing.opened import Opened
from kehoach.publishing.verifying import verify

STEPS = 12
LONGEST = 1.5
"""Seconds after which a build is killed at the latest; about as long as one takes."""


class Trial:
    """A repository with a site that is kept up to date; ``day`` is when its commit was made."""

    def __init__(self, base: Path, seed: int) -> None:
        self.chance, self.base, self.root = random.Random(seed), base, base / "kho"
        self.day = 1_790_000_000
        make(self.root, 2)
        (self.root / "site_src").unlink()
        shutil.copytree(ROOT / "site_src", self.root / "site_src", ignore=shutil.ignore_patterns("docs"))

    def build(self, place: str, folder: Path | None) -> Mapping[str, str]:
        """Build the site; gives the digests of its files."""
        os.environ["SOURCE_DATE_EPOCH"] = str(self.day)
        store = Store(folder)
        build_site(self.root, self.base / place, "c", store=store, opened=Opened(self.root, store, whole=True))
        return read_manifest((self.base / place / NAME).read_bytes()).files

    def kept(self) -> Path:
        """The folder of what is kept."""
        return self.base / "giu"

    def killed(self) -> str:
        """Begin a build and kill it."""
        child = os.fork()
        if child == 0:
            os.setsid()
            self.build("site", self.kept())
            os._exit(0)
        time.sleep(0.05 + self.chance.uniform(0, LONGEST))
        # With what it has started: a machine that stops ends all of them.
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return "killed"

    def file_of(self, folder: Path) -> Path | None:
        """Choose a file below a folder."""
        files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
        return self.chance.choice(files) if files else None


def _cut(trial: Trial) -> str:
    """The store cut short, or with other bytes in the middle."""
    path = trial.kept() / "kept.sqlite3"
    if not path.exists():
        return "no store"
    data = bytearray(path.read_bytes())
    middle = trial.chance.randrange(len(data))
    if trial.chance.random() < 0.5:
        del data[middle:]
    else:
        data[middle : middle + 64] = os.urandom(len(data[middle : middle + 64]))
    for beside in trial.kept().glob("kept.sqlite3-*"):
        beside.unlink()
    path.write_bytes(data)
    return f"store at {middle}"


def _rewritten(trial: Trial, folder: Path) -> str:
    """A file with other bytes of the same length and with its times put back, or gone."""
    path = trial.file_of(folder)
    if path is None:
        return "nothing there"
    times = path.stat()
    if trial.chance.random() < 0.3:
        path.unlink()
    else:
        path.write_bytes(b"x" * times.st_size)
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    return f"{path.relative_to(trial.base)}"


def _gone(trial: Trial) -> str:
    """A folder that is kept, or the site itself, taken away."""
    folder = trial.chance.choice([*trial.kept().glob("spare-*[0-9a-f]"), trial.kept() / "files", trial.base / "site"])
    shutil.rmtree(folder, ignore_errors=True)
    return f"no {folder.name}"


def _note(trial: Trial) -> str:
    path = trial.root / "plans" / "registry" / "units.yaml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    trial.chance.choice(data["units"])["note"] = f"Ghi chú {trial.chance.random()}."
    path.write_text(write_yaml(data), encoding="utf-8")
    return "note"


def _template(trial: Trial) -> str:
    path = trial.chance.choice(sorted((trial.root / "site_src" / "templates").glob("*.html.j2")))
    path.write_text(f"{path.read_text(encoding='utf-8')}<!-- {trial.chance.random()} -->\n", encoding="utf-8")
    return path.name


def _day(trial: Trial) -> str:
    trial.day += 86_400 * trial.chance.choice((1, 1, 40))
    return "day"


CHANGES: dict[Callable[[Trial], str], int] = {
    lambda trial: _plan(trial.root, trial.chance): 5,
    lambda trial: _copy(trial.root, trial.chance): 2,
    lambda trial: _touch(trial.root, trial.chance): 1,
    _note: 1,
    _template: 1,
    _day: 2,
    _cut: 1,
    lambda trial: _rewritten(trial, trial.base / "site"): 2,
    lambda trial: _rewritten(trial, trial.kept()): 2,
    _gone: 1,
    Trial.killed: 3,
}
"""What is done between two builds, and how often."""


def sequence(base: Path, seed: int) -> list[str]:
    """Run one sequence; gives what differed, each with the steps that led there."""
    trial, done, wrong = Trial(base, seed), [], []
    trial.build("site", trial.kept())
    for _ in range(STEPS):
        for change in trial.chance.choices([*CHANGES], [*CHANGES.values()], k=trial.chance.choice((0, 1, 1, 2))):
            done.append(change(trial))
            if done[-1] == "killed" and (trial.base / "site").exists() and "site/" not in " ".join(done[-3:]):
                wrong += [] if verify(trial.base / "site")[1] else [f"seed {seed}: broken after {'; '.join(done)}"]
        kept, plain = trial.build("site", trial.kept()), trial.build("khac", None)
        different = sorted(name for name in kept.keys() | plain.keys() if kept.get(name) != plain.get(name))
        wrong += [f"seed {seed}: {name} after {'; '.join(done)}" for name in different[:3]]
        wrong += [] if verify(trial.base / "site")[1] else [f"seed {seed}: not whole after {'; '.join(done)}"]
    return wrong


def main() -> int:
    """Run so many sequences, from seed 0."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    wrong = 0
    for seed in range(count):
        with tempfile.TemporaryDirectory(prefix="kehoach-") as folder:
            different = sequence(Path(folder), seed)
        wrong += len(different)
        told = [f"{seed + 1} sequences of {STEPS} builds, {wrong} differences"] if (seed + 1) % 10 == 0 else []
        print(*(f"{line}\n" for line in different + told), sep="", end="", flush=True)
    print(f"{count} sequences of {STEPS} builds, {wrong} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
