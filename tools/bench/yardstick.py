"""What the timings are measured by: the same plans' texts as plain Markdown, built by others without any of our code.

MkDocs with Material as they come: no navigation list of the plans, search on. Hugo, where it is installed, with bare
templates. Neither links, compares nor lists anything.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from kehoach.files.repository import Repository
from kehoach.model.printed import lines

_MKDOCS = """site_name: Kế hoạch
theme: {name: material, language: vi, font: false}
use_directory_urls: false
nav: [index.md]
not_in_nav: "/ke-hoach/**"
plugins: [search]
"""
_HUGO = 'title = "Kế hoạch"\nlanguageCode = "vi"\ndisableKinds = ["taxonomy", "term", "RSS"]\n'
_SINGLE = '<!doctype html><html lang="vi"><title>{{ .Title }}</title><body>{{ .TableOfContents }}{{ .Content }}'


def write_markdown(repository: Repository, docs: Path) -> None:
    """Write each plan's printed text as a page: headings as headings, every other line as a paragraph."""
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Kế hoạch\n", encoding="utf-8")
    for plan_id, plan in repository.plans.items():
        parts = [f"# {plan.title}"]
        for line in lines(plan):
            words = f"{line.label} {line.words}".strip().replace("<", "&lt;")
            parts.append(f"{'#' * min(line.depth + 2, 6)} {words}" if line.kind == "heading" else f"\\{words}")
        path = docs / "ke-hoach" / f"{plan_id}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def prepare_mkdocs(folder: Path) -> list[str]:
    """Make the set-up for MkDocs beside ``docs``; gives the command to be run in the folder."""
    (folder / "mkdocs.yml").write_text(_MKDOCS, encoding="utf-8")
    return [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(folder / "site")]


def prepare_hugo(folder: Path) -> list[str] | None:
    """Make the set-up for Hugo beside ``docs``; None where it is not installed."""
    hugo = shutil.which("hugo")
    if hugo is None:
        return None
    (folder / "layouts" / "_default").mkdir(parents=True, exist_ok=True)
    for name in ("single", "list"):
        (folder / "layouts" / "_default" / f"{name}.html").write_text(_SINGLE, encoding="utf-8")
    (folder / "hugo.toml").write_text(_HUGO, encoding="utf-8")
    # Its pages stand below a root of another name: with index.md the whole folder is one page.
    shutil.copytree(folder / "docs", folder / "hugo-docs", dirs_exist_ok=True)
    (folder / "hugo-docs" / "index.md").replace(folder / "hugo-docs" / "_index.md")
    return [hugo, "--config", "hugo.toml", "--contentDir", "hugo-docs", "--destination", "hugo", "--quiet"]


def run(command: list[str], folder: Path) -> None:
    """Run a build; its failure is the bench's."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
