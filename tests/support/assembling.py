"""A repository of the five frozen plans, with what of the checkout makes one: schemas, shell and templates."""

from __future__ import annotations

import shutil
from pathlib import Path

from corpus import FIVE, ROOT

BUILT = ("plans", "schema", "hooks", "site_src", "mkdocs.yml")
"""What a build of the site reads."""


def assemble(root: Path, *parts: str, plans: Path = FIVE) -> Path:
    """Copy the named parts into a folder, plans and schemas where none are named; gives the folder.

    ``plans`` is the folder whose ``plans/`` is taken; all else comes from the checkout.
    """
    for name in parts or ("plans", "schema"):
        source = (plans if name == "plans" else ROOT) / name
        if source.is_dir():
            shutil.copytree(source, root / name)
        else:
            root.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, root / name)
    if (settings := root / "mkdocs.yml").is_file():
        # Word and PDF files are tested by themselves: a site with them takes twice as long.
        settings.write_text(settings.read_text("utf-8").replace("documents: true", "documents: false"), "utf-8")
    return root
