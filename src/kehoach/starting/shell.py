"""What a new repository takes from the package as it is: schemas, hooks, pages, theme, site configuration."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

FOLDERS = ("schema", "hooks", "site_src")
KEPT = Path("site_src", "moved.txt")
"""Belongs to the body, not to the package: published addresses that have moved."""

_SETTINGS = {
    "name": re.compile(r"^site_name: .*$", re.M),
    "address": re.compile(r"^site_url: .*$", re.M),
    "feedback": re.compile(r"^  feedback: .*$", re.M),
}


def shell() -> Path:
    """Give the folder that holds them: inside an installed package, or the root of a source checkout."""
    installed = Path(__file__).parent / "shell"
    return installed if installed.is_dir() else Path(__file__).parents[3]


def copy_folders(target: Path) -> None:
    """Copy the folders of the shell into an empty place."""
    for name in FOLDERS:
        shutil.copytree(shell() / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))


def configuration(lines: dict[str, str]) -> str:
    """Give mkdocs.yml with the lines of name, address and feedback replaced."""
    text = (shell() / "mkdocs.yml").read_text(encoding="utf-8")
    for key, pattern in _SETTINGS.items():
        text = pattern.sub(lambda _, line=lines[key]: line, text, count=1)  # type: ignore[misc]
    return text


def settings(name: str, address: str, feedback: str) -> dict[str, str]:
    """Give the lines of mkdocs.yml that belong to the body; a JSON string is a YAML string."""
    said = {key: json.dumps(value, ensure_ascii=False) for key, value in locals().items()}
    return {
        "name": f"site_name: {said['name']}",
        "address": f"site_url: !ENV [SITE_URL, {said['address']}]",
        "feedback": f"  feedback: {said['feedback']}",
    }


def settings_of(text: str) -> dict[str, str] | None:
    """Find those lines in the mkdocs.yml of a repository; None where one is missing."""
    found = {key: pattern.search(text) for key, pattern in _SETTINGS.items()}
    lines = {key: match[0] for key, match in found.items() if match}
    return lines if len(lines) == len(_SETTINGS) else None
