"""What a new repository takes from the package as it is.

Schemas, hooks, pages, theme and their configuration; help for editors, forms of the forge; what runs the sessions.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

COPIED_FOLDERS = ("schema", "hooks", "site_src", ".vscode", ".github/ISSUE_TEMPLATE", ".gitlab")
COPIED_FILES = (
    "run.py",
    "requirements/nox.txt",
    ".github/pull_request_template.md",
    ".github/workflows/inbox.yml",
    ".ci/inbox",
    ".ci/gitlab-inbox",
    "hop-thu/README.md",
)

BODYS_OWN = Path("site_src", "moved.txt")
"""Belongs to the body, not to the package: published addresses that have moved."""

_SETTINGS = {
    "name": re.compile(r"^site_name: .*$", re.M),
    "address": re.compile(r"^site_url: .*$", re.M),
    "feedback": re.compile(r"^  feedback: .*$", re.M),
    "color": re.compile(r"^  color: .*$", re.M),
}


def template() -> Path:
    """Give the folder that holds them: inside an installed package, or the root of a source checkout."""
    installed = Path(__file__).parent / "template"
    return installed if installed.is_dir() else Path(__file__).parents[3]


def copy_folders(repository: Path) -> None:
    """Copy all of it into an empty place."""
    for name in COPIED_FOLDERS:
        shutil.copytree(template() / name, repository / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in COPIED_FILES:
        (repository / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(template() / name, repository / name)
        if name.startswith(".ci/"):
            # A wheel does not keep that a script can be run.
            (repository / name).chmod(0o755)


def configuration(lines: dict[str, str]) -> str:
    """Give mkdocs.yml with the lines of the body's settings replaced."""
    text = (template() / "mkdocs.yml").read_text(encoding="utf-8")
    for key, pattern in _SETTINGS.items():
        text = pattern.sub(lambda _, line=lines[key]: line, text, count=1)  # type: ignore[misc]
    return text


def settings(name: str, address: str, feedback: str, color: str) -> dict[str, str]:
    """Give the lines of mkdocs.yml that belong to the body; a JSON string is a YAML string."""
    values = {key: json.dumps(value, ensure_ascii=False) for key, value in locals().items()}
    return {
        "name": f"site_name: {values['name']}",
        "address": f"site_url: !ENV [SITE_URL, {values['address']}]",
        "feedback": f"  feedback: {values['feedback']}",
        "color": f"  color: {values['color']}",
    }


def settings_of(text: str) -> dict[str, str] | None:
    """Find those lines in the mkdocs.yml of a repository; None where one is missing."""
    matches = {key: pattern.search(text) for key, pattern in _SETTINGS.items()}
    lines = {key: match[0] for key, match in matches.items() if match}
    return lines if len(lines) == len(_SETTINGS) else None
