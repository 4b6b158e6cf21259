"""Hostile files and trees, and what each is expected to give.

``tests/fixtures/hostile/index.tsv`` names every file with the code and line of its first problem, "-" where the words
are sound and must only do no harm. Large files are kept compressed.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from corpus import FIXTURES, ROOT, found
from expectations import SCHEMA_TESTS, repository_at

HOSTILE = FIXTURES / "hostile"
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
    """Name a file as the index does."""
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


def _sourced(root: Path, digest: str = "0" * 64) -> None:
    """Give the plan a source."""
    with (root / f"plans/{PLAN}.yaml").open("a", encoding="utf-8") as handle:
        handle.write(f'source:\n  file: 2025.source.txt\n  medium: text\n  sha256: "{digest}"\n')


def _huge_source(root: Path) -> None:
    _sourced(root)
    _write(root, "plans/xa-mau/tuyen-truyen/2025.source.txt", "Mục đích " * 3_000_000)


def _linked_source(root: Path) -> None:
    # The bytes are the right ones: that it is a link is all that is wrong.
    _write(root, "ngoai.txt", "Mục đích")
    _sourced(root, hashlib.sha256("Mục đích".encode()).hexdigest())
    _link(root, "plans/xa-mau/tuyen-truyen/2025.source.txt", "../../../ngoai.txt")


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
