"""Sessions of the project; ``python3 run.py`` runs them from a bare Python."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tomllib
from pathlib import Path

import nox
from filelock import FileLock  # comes with nox, through virtualenv
from nox.command import CommandFailed

nox.options.default_venv_backend = "none"  # sessions share the virtualenvs that _scripts makes
nox.options.sessions = ["lint", "types", "validate", "tests", "trials", "site", "browser"]

ENV = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
# Tests start this program a hundred times: whatever the machine's habit, it is compiled once for all of them.
TESTS_ENV = {**ENV, "PYTHONDONTWRITEBYTECODE": ""}
TOOLS_ENV = {**ENV, "PYTHONPATH": "tools"}
TRIALS_ENV = {**ENV, "PYTHONPATH": os.pathsep.join(("tools", "tests/support", "tests/trials", "tests/trials/fuzz"))}
# Tests go to whoever is idle; those of a file that share what is dear to build stay in one process (sharing.py).
PARALLEL = ("--numprocesses=auto", "--dist=loadscope", "--durations=10")
# All but "cluster": fifteen packages more, for one trial that says where it was not run.
EXTRAS = ("site", "import", "nation", "tests", "browser", "lint", "types")
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
LOCKS = {
    "nox": ["requirements/nox.in"],
    "main": ["pyproject.toml", "requirements/build.in", "--extra=site", "--extra=import", "--extra=tests"],
    "dev": ["pyproject.toml", "requirements/build.in", "requirements/nox.in", *(f"--extra={name}" for name in EXTRAS)],
    "fuzz": ["pyproject.toml", "requirements/build.in", "requirements/fuzz.in", "--extra=import", "--extra=tests"],
    "audit": ["requirements/audit.in"],
    "lock": ["requirements/lock.in"],
}
TOOLS = ("audit", "lock")  # environments without the project


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and formatting of the code, that no room imports from a floor above, and the workflows."""
    scripts = _scripts(session, "dev")
    session.run(f"{scripts}/lint-imports", "--no-cache")
    session.run(f"{scripts}/ruff", "check", ".")
    session.run(f"{scripts}/ruff", "format", "--check", ".")
    session.run(f"{scripts}/zizmor", "--offline", "--no-progress", "--quiet", ".github")


@nox.session
def types(session: nox.Session) -> None:
    """Check types strictly."""
    session.run(f"{_scripts(session, 'dev')}/mypy", *session.posargs, env=ENV)


@nox.session
def validate(session: nox.Session) -> None:
    """Check every plan and registry; all problems at once, in Vietnamese."""
    _kehoach(session, "validate")


@nox.session(default=False)
def fmt(session: nox.Session) -> None:
    """Rewrite plans and registries in their canonical form and fill in missing ids."""
    _kehoach(session, "fmt")


@nox.session(default=False)
def new(session: nox.Session) -> None:
    """Start the next edition from the last one: ``-- UNIT/SERIES YEAR``."""
    _kehoach(session, "new")


@nox.session(default=False, name="import")
def bring_in(session: nox.Session) -> None:
    """Make a draft plan of a TXT, DOCX, PDF or scan, with a list of what to look at: ``-- FILE``."""
    _kehoach(session, "import")


@nox.session(default=False)
def update(session: nox.Session) -> None:
    """Bring what was changed in a plan's Word file into its YAML: ``-- PLAN --from FILE.docx``."""
    _kehoach(session, "update")


@nox.session(default=False)
def progress(session: nox.Session) -> None:
    """Give a table of results to fill in, or record a filled one: ``-- PLAN --to xlsx`` or ``--from FILE``."""
    _kehoach(session, "progress")


@nox.session(default=False)
def inbox(session: nox.Session) -> None:
    """Take the Word files of hop-thu/: new plans, or changes of those that are there."""
    _kehoach(session, "inbox")


@nox.session(default=False)
def units(session: nox.Session) -> None:
    """Write entries for the bodies that plans name and the registry lacks: ``-- --suggest PLAN``."""
    _kehoach(session, "units")


@nox.session(default=False)
def ids(session: nox.Session) -> None:
    """Show the list of published ids with those that are new; ``-- --add`` writes it."""
    _kehoach(session, "ids")


@nox.session(default=False)
def report(session: nox.Session) -> None:
    """Write the periodic report of a plan from the results recorded: ``-- PLAN --period 2026-Q1``."""
    _kehoach(session, "report")


@nox.session(default=False)
def diff(session: nox.Session) -> None:
    """Compare two plans, or one plan at two revisions: ``-- OLD NEW``."""
    _kehoach(session, "diff")


@nox.session(default=False)
def review(session: nox.Session) -> None:
    """Put a change into words for its reviewer: ``-- --base REVISION``."""
    _kehoach(session, "review")


@nox.session(default=False)
def export(session: nox.Session) -> None:
    """Write a plan in another form: ``-- PLAN --to txt``."""
    _kehoach(session, "export")


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests that need no browser and no long time."""
    session.run(f"{_scripts(session)}/pytest", *PARALLEL, *session.posargs, env=TESTS_ENV)
    if not session.posargs:  # these need what is only in the environment with all extras
        session.run(f"{_scripts(session, 'dev')}/pytest", *PARALLEL, "tests/nation", env=TESTS_ENV)


@nox.session
def trials(session: nox.Session) -> None:
    """Run the long tests: hostile files, growth, the guide as written, killed builds, random edits and input."""
    session.run(f"{_scripts(session)}/pytest", *PARALLEL, "tests/trials", *session.posargs, env=ENV)


@nox.session
def site(session: nox.Session) -> None:
    """Validate, then build the site into site/; a failed build leaves the old one as it was."""
    _kehoach(session, "site")


@nox.session(default=False)
def serve(session: nox.Session) -> None:
    """Show the site live while plans, registries and templates are edited."""
    session.run(f"{_scripts(session)}/mkdocs", "serve", *session.posargs, env=ENV)


@nox.session
def browser(session: nox.Session) -> None:
    """Drive the built site in a real Chromium: phone and desktop, light and dark, accessibility, search."""
    session.run(f"{_scripts(session, 'dev')}/pytest", *PARALLEL, "tests/browser", *session.posargs, env=TESTS_ENV)


@nox.session(default=False)
def pictures(session: nox.Session) -> None:
    """Take the pictures of the officers' guide anew: ``-- NAMES`` for some."""
    python = f"{_scripts(session, 'dev')}/python"
    session.run(python, "-m", "browser.pictures", *session.posargs, env={**ENV, "PYTHONPATH": "tests"})


@nox.session(default=False)
def package(session: nox.Session) -> None:
    """Write dist/: the zipped site and each plan as HTML, DOCX, PDF, calendar and data, for a portal to take."""
    _kehoach(session, "package", "dev" if "--parquet" in session.posargs else "main")


@nox.session(default=False)
def nation(session: nox.Session) -> None:
    """Build an index site over the data packages of many repositories: ``-- DIR_OR_URL…``."""
    _kehoach(session, "nation", "dev")


@nox.session(default=False)
def bench(session: nox.Session) -> None:
    """Time every step on made-up corpora, beside plain site generators; ``-- --plans 1000`` sets the size."""
    session.run(f"{_scripts(session)}/python", "-m", "bench.measure", *session.posargs, env=TOOLS_ENV)


@nox.session(default=False)
def fuzz(session: nox.Session) -> None:
    """Throw random input at the code for a minute: ``-- --seconds 600``; by coverage: ``-- atheris loader``."""
    by_coverage = session.posargs[:1] == ["atheris"]
    run = ["fuzzcoverage", *session.posargs[1:]] if by_coverage else ["fuzzrun", *session.posargs]
    session.run(f"{_scripts(session, 'fuzz')}/python", "-m", *run, env=TRIALS_ENV)


@nox.session(default=False)
def guards(session: nox.Session) -> None:
    """Break each guard in turn and see its tests fail: ``-- WORDS OF A NAME`` for some."""
    session.run(f"{_scripts(session)}/python", "tests/trials/guards.py", *session.posargs, env=TRIALS_ENV)


@nox.session(default=False)
def attack(session: nox.Session) -> None:
    """Print all figures of trust in one go, in some hours; ``-- 20`` makes it that many times shorter."""
    session.run(f"{_scripts(session)}/python", "tests/trials/attack.py", *session.posargs, env=TRIALS_ENV)


@nox.session(default=False)
def audit(session: nox.Session) -> None:
    """Ask the advisory database about every pinned dependency; needs a network."""
    pip_audit = f"{_scripts(session, 'audit')}/pip-audit"
    pins = [f"--requirement=requirements/{name}.txt" for name in LOCKS]
    try:
        session.run(pip_audit, "--strict", "--disable-pip", "--require-hashes", *pins, *session.posargs)
    except CommandFailed:
        session.error(
            "Bảng ở trên có lỗ hổng: chạy python3 run.py lock -- --upgrade-package TÊN. Không có bảng: chưa hỏi được "
            "cơ sở dữ liệu (thường do mạng), chưa kết luận gì; chạy lại khi có mạng."
        )


@nox.session(default=False)
def sbom(session: nox.Session) -> None:
    """Write dist/sbom.cdx.json, the list of all pinned dependencies with hashes (CycloneDX)."""
    Path("dist").mkdir(exist_ok=True)
    command = [f"{_scripts(session, 'audit')}/cyclonedx-py", "requirements", "requirements/main.txt"]
    options = ["--pyproject=pyproject.toml", "--output-reproducible", "--output-format=JSON"]
    session.run(*command, *options, "--output-file=dist/sbom.cdx.json")


@nox.session(default=False)
def lock(session: nox.Session) -> None:
    """Renew the pinned versions in requirements/; ``-- --upgrade`` takes the newest."""
    uv = f"{_scripts(session, 'lock')}/uv"
    agreed = ["--constraint=requirements/dev.txt"]
    for name in ("dev", *(name for name in LOCKS if name != "dev")):
        session.run(
            *(uv, "pip", "compile", *LOCKS[name], *(agreed if name != "dev" else [])),
            *("--universal", "--python-version=3.11", "--generate-hashes", "--quiet"),
            *("--custom-compile-command=python3 run.py lock", f"--output-file=requirements/{name}.txt"),
            *session.posargs,
        )


def _kehoach(session: nox.Session, command: str, environment: str = "main") -> None:
    """Run a ``kehoach`` command with the arguments after ``--``; what needs DuckDB in ``dev``, which has all extras."""
    session.run(f"{_scripts(session, environment)}/kehoach", command, *session.posargs, env=ENV)


def _scripts(session: nox.Session, name: str = "main") -> str:
    """Give the scripts folder of the virtualenv pinned by ``requirements/<name>.txt``.

    It is made anew when its lock, the project's metadata, the folder or the Python has changed. Nox's own
    virtualenvs belong to one session each and reinstall on every run.
    """
    place, pins = Path(".nox", name), Path("requirements", f"{name}.txt")
    scripts, stamp = place / SCRIPTS, place / "stamp"
    metadata = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    key = hashlib.sha256(repr((pins.read_bytes(), metadata, str(Path.cwd()), sys.version)).encode()).hexdigest()
    place.parent.mkdir(exist_ok=True)
    with FileLock(f"{place}.lock"):
        if not stamp.is_file() or stamp.read_text() != key or not shutil.which("python", path=scripts):
            shutil.rmtree(place, ignore_errors=True)
            pip = [f"{scripts}/python", "-m", "pip", "--quiet", "--disable-pip-version-check"]
            session.run(sys.executable, "-m", "virtualenv", "--quiet", str(place))
            session.run(*pip, "install", "--require-hashes", "--requirement", str(pins))
            if name not in TOOLS:
                session.run(*pip, "install", "--no-deps", "--no-build-isolation", "--editable", ".")
                _name_relatively(place)
                session.run(*pip, "check")  # names what pyproject.toml asks for and the lock has not
            stamp.write_text(key)
    return str(scripts)


def _name_relatively(place: Path) -> None:
    """Name ``src/`` in the virtualenv's ``.pth`` by the way to it, which has no letters of the folder's own path.

    Python before 3.13 reads such a file in the locale's encoding, even in UTF-8 mode: in a folder with Vietnamese
    letters the package is not found on Windows, and under ``LC_ALL=C`` Python itself does not start.
    """
    for path in place.rglob("_*kehoach.pth"):
        path.write_text(os.path.relpath("src", path.parent), encoding="ascii")
