"""Kill builds at random moments and look at what is published: ``python tests/trials/kills.py``.

Around the switch means from the generator's last file to half as long again as it takes until the site is in place.
Each build runs in a process group that is killed whole, as a machine that stops would. Afterwards the published
folder must be one whole site by its own manifest. A quick generator writes most sites; the last builds are real.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Collection
from pathlib import Path

from assembling import BUILT, assemble
from corpus import FIXTURES

FILES = 400

GENERATOR = f"""
import os, pathlib, sys
place = pathlib.Path(sys.argv[sys.argv.index("--site-dir") + 1])
for number in range({FILES}):
    path = place / str(number % 20) / f"{{number}}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(os.environ["KEHOACH_WORD"] * 500)
(place / "404.html").write_text(os.environ["KEHOACH_WORD"])
"""
BUILDER = """
import sys
from pathlib import Path
from kehoach.publishing.build import MKDOCS, build_site
root, place, commit, generator = sys.argv[1:]
build_site(Path(root), Path(place), commit, generator=MKDOCS if generator == "real" else (sys.executable, generator))
"""


def start(base: Path, word: str, generator: str) -> subprocess.Popen[bytes]:
    """Begin a build of a site that says a word as its commit, in a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", BUILDER, str(base / "repository"), str(base / "site"), word, generator],
        env={**os.environ, "KEHOACH_WORD": word, "GIT_CEILING_DIRECTORIES": str(base), "OPENBLAS_NUM_THREADS": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def published(base: Path) -> tuple[str, bool]:
    """Give the commit that the published folder names, and whether the folder is whole."""
    from kehoach.publishing.manifest import NAME, read_manifest
    from kehoach.publishing.verifying import verify

    place = base / "site"
    return read_manifest((place / NAME).read_bytes()).commit, verify(place)[1]


def prepared(base: Path) -> Path:
    """Make a small repository and the quick generator."""
    repository = base / "repository"
    assemble(repository, *BUILT, plans=FIXTURES / "vi-du")
    generator = base / "generator.py"
    generator.write_text(GENERATOR, encoding="utf-8")
    return generator


def timed(base: Path, word: str, generator: str) -> tuple[float, float]:
    """Let a build run; give the seconds until its site is in place: from its start, and from its last file."""
    place, before, left = base / "site", _inode(base / "site"), set(base.glob(".site-*"))
    begun, build = time.monotonic(), start(base, word, generator)
    written = moment = 0.0
    while build.poll() is None:
        written = written or (time.monotonic() if is_written(base, left) else 0.0)
        moment = moment or (time.monotonic() if _inode(place) != before else 0.0)
        time.sleep(0.001)
    assert build.wait() == 0
    return moment - begun, moment - (written or moment)


def is_written(base: Path, before: Collection[Path]) -> bool:
    """Whether the generator has written its last file, so that the switch is near; not into what was there before."""
    return any(folder not in before and _ends(folder / "new") for folder in base.glob(".site-*"))


def _ends(folder: Path) -> bool:
    return (folder / "404.html").exists() or (folder / "manifest.json").exists()


def _inode(place: Path) -> int:
    return place.stat().st_ino if place.exists() else 0


def kill(base: Path, word: str, generator: str, moment: float, near: bool = False) -> str:
    """Kill a build after a time, or ``near`` after its last file; give what is published: old or new, and the rest."""
    old, _ = published(base)
    # What killed builds have left holds a last file too.
    left = set(base.glob(".site-*"))
    build = start(base, word, generator)
    while near and build.poll() is None and not is_written(base, left):
        time.sleep(0.001)
    time.sleep(max(0.0, moment))
    ran = build.poll() is None
    if ran:
        os.killpg(build.pid, signal.SIGKILL)
    build.wait()
    now, whole = published(base)
    if not whole or now not in (old, word):
        return "BROKEN"
    return f"{'new' if now == word else 'old'}, {'killed' if ran else 'had ended'}"


def campaign(base: Path, chance: random.Random, anywhere: int, around: int, real: int) -> Counter[str]:
    """Kill so many builds at any moment, around the switch, and of the real generator; count what is left."""
    quick = str(prepared(base))
    found: Counter[str] = Counter()
    times = [timed(base, f"truoc-{n}", quick) for n in range(4)][1:]
    typical, last = (sorted(of)[1] for of in zip(*times, strict=True))
    for number in range(anywhere):
        found[f"any moment: {kill(base, f'bat-ky-{number}', quick, chance.uniform(0, typical * 1.3))}"] += 1
    for number in range(around):
        moment = chance.uniform(0, last * 1.5)
        found[f"around the switch: {kill(base, f'doi-{number}', quick, moment, near=True)}"] += 1
    if real:
        whole, last = timed(base, "that", "real")
        for number in range(real):
            near = bool(number % 2)
            moment = chance.uniform(0, last * 1.5) if near else chance.uniform(0.3, whole)
            found[f"real build: {kill(base, f'that-{number}', 'real', moment, near)}"] += 1
    left = [path.name for path in base.glob(".site-*")]
    found["left-overs before the next build"] = len(left)
    assert start(base, "cuoi", quick).wait() == 0
    found["left-overs after the next build"] = len([*base.glob(".site-*")])
    found["last build whole"] = published(base) == ("cuoi", True)
    return found


def main() -> int:
    """Print what was found; 1 where a site was broken or a left-over stayed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--random", type=int, default=50)
    parser.add_argument("--switch", type=int, default=50)
    parser.add_argument("--real", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kehoach-") as folder:
        found = campaign(Path(folder), random.Random(options.seed), options.random, options.switch, options.real)
    for what, count in sorted(found.items()):
        print(count, what)
    broken = any("BROKEN" in what for what in found)
    return 1 if broken or found["left-overs after the next build"] or not found["last build whole"] else 0


if __name__ == "__main__":
    sys.exit(main())
