"""Files imported to their place among the plans of one repository, and what ``validate`` says of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from expectations import checked, repository_at

from kehoach.checks.rules import Severity, severity_of
from kehoach.commands.main import main
from kehoach.files.problems import Problem

UNIT = "xa-mau"
SERIES = "nhap-{}"


def placed(root: Path, files: Mapping[str, bytes]) -> dict[str, str]:
    """Import each file into a series of its own; gives the name of the file by the folder of its plan."""
    repository_at(root)
    entries = "".join(
        f"  - id: {SERIES.format(number)}\n    name: Loạt {number}\n    source: thử\n    certainty: certain\n"
        for number in range(len(files))
    )
    (root / "plans" / "registry" / "series.yaml").write_text(f"schema_version: 1\nseries:\n{entries}", encoding="utf-8")
    folders: dict[str, str] = {}
    for number, (name, data) in enumerate(files.items()):
        path = root / f"{number}{Path(name).suffix}"
        path.write_bytes(data)
        ids = ["--unit", UNIT, "--series", SERIES.format(number)]
        command = ["--root", str(root), "import", str(path), *ids]
        if main(command):
            assert main([*command, "--edition", "2025"]) == 0, name
        path.unlink()
        folders[f"plans/{UNIT}/{SERIES.format(number)}/"] = name
    return folders


def errors(root: Path, folders: Mapping[str, str]) -> list[tuple[str, Problem]]:
    """Give the errors that ``validate`` finds, each with the name of the file that its plan was imported from."""
    found: Sequence[Problem] = [problem for problem in checked(root) if severity_of(problem) is Severity.ERROR]
    return [(next((n for f, n in folders.items() if p.file.startswith(f)), p.file), p) for p in found]
