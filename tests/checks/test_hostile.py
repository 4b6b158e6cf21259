"""Hostile files: each gives its code at its line, in no time and little memory, and never a traceback.

``tests/fixtures/hostile/index.tsv`` names every file with the code and line of its first problem, "-" where the words
are sound and must only do no harm. Large files are kept compressed.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from commandrunning import run_all
from corpus import FIXTURES, ROOT, found
from expectations import SCHEMA_TESTS, checked, repository_at

from kehoach.files.problems import Problem, Severity
from kehoach.machine.usererror import FAULT

HOSTILE = FIXTURES / "hostile"
SECONDS, MEMORY = 2, 300_000_000
FILES = [path for path in found(HOSTILE, "*/*") if path.is_file()]
EXPECTED = {
    name: (code, int(line))
    for name, code, line in (
        row.split("\t") for row in (HOSTILE / "index.tsv").read_text(encoding="utf-8").splitlines()
    )
}
PLAN = "xa-mau/tuyen-truyen/2025"
EXAMPLE = "xa-vi-du/tuyen-truyen-cchc/2025"


def name_of(path: Path) -> str:
    return path.relative_to(HOSTILE).as_posix()


def set_up(path: Path, root: Path) -> str:
    """Make a repository in which the hostile file has its place; gives that place."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    kind = path.parent.name
    if kind == "progress":
        shutil.copytree(FIXTURES / "vi-du", root)
        shutil.copytree(ROOT / "schema", root / "schema")
        place = f"plans/{EXAMPLE}.progress.yaml"
    else:
        repository_at(root)
        place = f"plans/registry/{path.name.split('.')[0]}.yaml" if kind == "registry" else f"plans/{PLAN}.yaml"
    (root / place).write_bytes(data)
    return place


def refusals(problems: list[Problem], place: str) -> list[Problem]:
    """What is wrong with a file itself, apart from what its words name."""
    return [p for p in problems if p.file == place and p.severity is Severity.ERROR]


def test_every_file_is_expected_and_there_are_enough() -> None:
    """The index names exactly the files that are there."""
    assert {name_of(path) for path in FILES} == set(EXPECTED)
    assert len(FILES) >= 80
    assert len({code for code, _ in EXPECTED.values()}) >= 15


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_hostile_file_gives_its_code_and_line(path: Path, tmp_path: Path) -> None:
    """The first problem is the expected one; with sound words there is none. Neither takes two seconds."""
    place = set_up(path, tmp_path / "kho")
    begun = time.process_time()
    problems = refusals(checked(tmp_path / "kho"), place)
    assert time.process_time() - begun < SECONDS
    code, line = EXPECTED[name_of(path)]
    assert [(p.code, p.line) for p in problems[:1]] == ([] if code == "-" else [(code, line)])
    assert all(p.message and p.rule.remedy for p in problems)


def commands(root: Path, plan: str, draft: Path) -> Iterator[list[str]]:
    """What can be done with a repository from the command line."""
    for rest in (
        ["validate"],
        ["validate", "--format", "github"],
        ["fmt", "--check"],
        ["export", plan, "--to", "txt"],
        ["export", plan, "--to", "docx"],
        ["export", plan, "--to", "ics"],
        ["export", plan, "--to", "csv"],
        ["export", plan, "--to", "xlsx"],
        ["diff", plan, plan],
        ["report", plan, "--period", "2025"],
        ["new", plan.rpartition("/")[0], "2027"],
    ):
        yield ["--root", str(root), *rest]
    yield ["--root", str(root), "import", str(root / f"plans/{plan}.yaml"), "--output", str(draft)]


def assert_civil(found: dict[str, object], lines: list[list[str]]) -> None:
    """Each command ended with 0 or 1, in time, with words and in little memory."""
    runs = found["runs"]
    assert isinstance(runs, list) and len(runs) == len(lines)
    for line, run in zip(lines, runs, strict=True):
        assert run["status"] in (0, 1), (line, run["said"])
        assert "Traceback" not in run["said"] and FAULT not in run["said"], (line, run["said"])
        assert line[-1] in ("docx", "xlsx") or not re.search("[\x00-\x08\x0b\x1b\u202e]", run["said"]), line
        assert run["status"] == 0 or run["said"].strip(), line
        assert run["seconds"] < SECONDS, (line, run["seconds"])
    peak = found["peak"]
    assert isinstance(peak, int) and peak < MEMORY, peak


@pytest.mark.parametrize("part", range(4))
def test_commands_on_hostile_files_are_civil(part: int, tmp_path: Path) -> None:
    """No command prints a traceback, hangs or takes much memory, whatever file lies in the repository."""
    lines: list[list[str]] = []
    for number, path in enumerate(FILES[part::4]):
        root = tmp_path / f"kho-{number}"
        set_up(path, root)
        plan = EXAMPLE if path.parent.name == "progress" else PLAN
        if path.parent.name == "registry":
            shutil.copy(SCHEMA_TESTS / "valid" / "full.yaml", root / f"plans/{PLAN}.yaml")
        lines += commands(root, plan, tmp_path / f"nhap-{number}")
    assert_civil(run_all(lines, tmp_path), lines)
    assert list(tmp_path.rglob("*.part")) == []


# What no file can hold: links, folders in the place of files, names


def _link(root: Path, place: str, target: str) -> None:
    path = root / place
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    path.symlink_to(target)


def _folder(root: Path, place: str) -> None:
    path = root / place
    path.unlink(missing_ok=True)
    path.mkdir(parents=True)


def _write(root: Path, place: str, data: bytes | str) -> None:
    path = root / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)


def _sourced(root: Path) -> None:
    """Give the plan a source."""
    with (root / f"plans/{PLAN}.yaml").open("a", encoding="utf-8") as handle:
        handle.write(f'source:\n  file: 2025.source.txt\n  medium: text\n  sha256: "{"0" * 64}"\n')


def _huge_source(root: Path) -> None:
    _sourced(root)
    _write(root, "plans/xa-mau/tuyen-truyen/2025.source.txt", "Mục đích " * 3_000_000)


def _linked_source(root: Path) -> None:
    _sourced(root)
    _link(root, "plans/xa-mau/tuyen-truyen/2025.source.txt", "/etc/passwd")


def _source_folder(root: Path) -> None:
    _sourced(root)
    _folder(root, "plans/xa-mau/tuyen-truyen/2025.source.txt")


def _pipe(root: Path) -> None:
    (root / f"plans/{PLAN}.yaml").unlink()
    os.mkfifo(root / f"plans/{PLAN}.yaml")


MINIMAL = (SCHEMA_TESTS / "valid" / "minimal.yaml").read_bytes()
TREES: dict[str, tuple[Callable[[Path], None], set[str]]] = {
    "plan is a link out of the tree": (lambda r: _link(r, f"plans/{PLAN}.yaml", "/etc/passwd"), {"KH101"}),
    "plan is a link within the tree": (
        lambda r: _link(r, "plans/xa-mau/tuyen-truyen/2026.yaml", "2025.yaml"),
        {"KH101"},
    ),
    "plan is a link to itself": (lambda r: _link(r, f"plans/{PLAN}.yaml", "2025.yaml"), {"KH101"}),
    "plan is a dangling link": (lambda r: _link(r, f"plans/{PLAN}.yaml", "khong-co"), {"KH101"}),
    "plan is a folder": (lambda r: _folder(r, f"plans/{PLAN}.yaml"), set()),
    "plan is a pipe": (_pipe, {"KH101"}),
    "series is a link": (lambda r: _link(r, "plans/xa-mau/lien-ket", "tuyen-truyen"), {"KH113"}),
    "unit is a link": (lambda r: _link(r, "plans/xa-lien-ket", "xa-mau"), {"KH113"}),
    "registry is a link": (lambda r: _link(r, "plans/registry/units.yaml", "/etc/passwd"), {"KH101"}),
    "registry folder is a link": (lambda r: _link(r, "plans/registry", "/etc"), {"KH101"}),
    "registry is a folder": (lambda r: _folder(r, "plans/registry/units.yaml"), {"KH101"}),
    "registry is missing": (lambda r: (r / "plans/registry/terms.yaml").unlink(), {"KH101"}),
    "progress is a link": (lambda r: _link(r, f"plans/{PLAN}.progress.yaml", "/etc/passwd"), {"KH101"}),
    "progress is a folder": (lambda r: _folder(r, f"plans/{PLAN}.progress.yaml"), {"KH101"}),
    "source is a link out of the tree": (_linked_source, {"KH303"}),
    "source is a folder": (_source_folder, {"KH303"}),
    "source of 36 MB": (_huge_source, {"KH303"}),
    "list of ids is a link": (lambda r: _link(r, "plans/permanent-ids.txt", "/etc/passwd"), {"KH101"}),
    "list of ids is a folder": (lambda r: _folder(r, "plans/permanent-ids.txt"), {"KH101"}),
    "list of ids is not UTF-8": (lambda r: _write(r, "plans/permanent-ids.txt", b"\xff\xfe"), {"KH102"}),
    "list of ids is too long": (lambda r: _write(r, "plans/permanent-ids.txt", "x/y/2025#z\n" * 300_000), {"KH106"}),
    "list of ids names another's": (lambda r: _write(r, "plans/permanent-ids.txt", "../../x#y\n"), {"KH316"}),
    "name folds to another": (lambda r: _write(r, "plans/XA-MAU/tuyen-truyen/2025.yaml", MINIMAL), {"KH113"}),
    "name with a dot": (lambda r: _write(r, "plans/xa-mau./tuyen-truyen/2025.yaml", MINIMAL), {"KH113"}),
    "name of a device": (lambda r: _write(r, "plans/con/tuyen-truyen/2025.yaml", MINIMAL), {"KH113"}),
    "name of a device with a number": (lambda r: _write(r, "plans/xa-mau/com1/2025.yaml", MINIMAL), {"KH113"}),
    "name with a space": (lambda r: _write(r, "plans/xa-mau/tuyen truyen/2025.yaml", MINIMAL), {"KH113"}),
    "name with a line break": (
        lambda r: _write(r, "plans/xa-mau/tuyen-truyen/2025\n::error::.yaml", MINIMAL),
        {"KH113"},
    ),
    "name with an escape": (lambda r: _write(r, "plans/xa-mau/tuyen-truyen/\x1b[2J.yaml", MINIMAL), {"KH113"}),
    "name that is no text": (lambda r: _write(r, os.fsdecode(b"plans/xa-mau/\xff\xfe/2025.yaml"), MINIMAL), {"KH113"}),
    "name with letters composed apart": (
        lambda r: _write(r, "plans/xa\u0303/tuyen-truyen/2025.yaml", MINIMAL),
        {"KH113"},
    ),
    "name with full-width figures": (
        lambda r: _write(r, "plans/xa-mau/tuyen-truyen/２０２５.yaml", MINIMAL),
        {"KH113"},
    ),
    "year 9999": (lambda r: _write(r, "plans/xa-mau/tuyen-truyen/9999.yaml", MINIMAL), {"KH113"}),
    "year 0": (lambda r: _write(r, "plans/xa-mau/tuyen-truyen/0000.yaml", MINIMAL), {"KH113"}),
    "hidden file": (lambda r: _write(r, "plans/xa-mau/tuyen-truyen/.2025.yaml", MINIMAL), {"KH113"}),
    "another kind of file": (lambda r: _write(r, "plans/xa-mau/tuyen-truyen/2025.html", "<script>"), {"KH113"}),
    "plan in the registry's place": (lambda r: _write(r, "plans/registry/x/2025.yaml", MINIMAL), set()),
}


@pytest.mark.skipif(os.name == "nt", reason="links, pipes and such names are made on a POSIX system")
@pytest.mark.parametrize("name", TREES)
def test_hostile_tree_gives_its_code(name: str, tmp_path: Path) -> None:
    """Links, folders, pipes and names that do not belong are refused, in no time."""
    shutil.copy(SCHEMA_TESTS / "valid" / "minimal.yaml", repository_at(tmp_path) / "2025.yaml")
    harm, codes = TREES[name]
    harm(tmp_path)
    begun = time.process_time()
    problems = checked(tmp_path)
    assert time.process_time() - begun < SECONDS
    # Without its registries a plan's words name nothing; that is said too.
    assert {p.code for p in problems if p.severity is Severity.ERROR} == codes


@pytest.mark.skipif(os.name == "nt", reason="links, pipes and such names are made on a POSIX system")
def test_commands_on_hostile_trees_are_civil(tmp_path: Path) -> None:
    """The same from the command line, and for schemas that are none."""
    lines: list[list[str]] = []
    for number, (harm, _) in enumerate(TREES.values()):
        root = tmp_path / f"kho-{number}"
        shutil.copy(SCHEMA_TESTS / "valid" / "minimal.yaml", repository_at(root) / "2025.yaml")
        harm(root)
        if (root / f"plans/{PLAN}.yaml").is_file() or (root / f"plans/{PLAN}.yaml").is_symlink():
            lines += commands(root, PLAN, tmp_path / f"nhap-{number}")
        else:
            lines.append(["--root", str(root), "validate"])
    for number, data in enumerate((b"{", None, b"\xff")):
        root = tmp_path / f"khuon-{number}"
        repository_at(root)
        schema = root / "schema" / "plan.v1.schema.json"
        schema.unlink() if data is None else schema.write_bytes(data)
        lines += commands(root, PLAN, tmp_path / "nhap")
    assert_civil(run_all(lines, tmp_path), lines)
