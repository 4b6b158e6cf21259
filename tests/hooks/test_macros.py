"""Authored pages may embed pieces of the model; they reach nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from assembling import BUILT, assemble
from building import ENVIRONMENT
from corpus import FIXTURES

REACHING = {
    "configuration": "{{ config.site_name }}",
    "environment": "{{ environment }}",
    "clock": "{{ now() }}",
    "page's file": "{{ page.file.abs_src_path }}",
    "globals by a macro": "{{ embed.__globals__ }}",
    "globals by Jinja's own": "{{ cycler.__init__.__globals__ }}",
    "classes by a string": '{{ "".__class__.__mro__ }}',
    "attribute by a filter": '{{ figure | attr("__globals__") }}',
    "another file": '{% include "index.md" %}',
    "format string": '{{ "{0.__class__}".format(figure) }}',
    "macros' list": "{{ macros }}",
}


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a build reads, with one plan."""
    return assemble(tmp_path_factory.mktemp("macros"), *BUILT, plans=FIXTURES / "vi-du")


def built(root: Path, place: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(place)]
    return subprocess.run(command, cwd=root, env=ENVIRONMENT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", REACHING)
def test_a_page_that_reaches_out_is_not_built(repository: Path, tmp_path: Path, name: str) -> None:
    """Even a page that may use macros gets an error for anything but the two macros."""
    page = repository / "site_src" / "docs" / "du-lieu" / "index.md"
    before = page.read_text(encoding="utf-8")
    page.write_text(f"{before}\n\n{REACHING[name]}\n", encoding="utf-8")
    try:
        done = built(repository, tmp_path / "site")
    finally:
        page.write_text(before, encoding="utf-8")
    assert done.returncode != 0
    assert not list((tmp_path / "site").rglob("du-lieu/index.html"))


def test_macros_of_the_project_still_work(repository: Path, tmp_path: Path) -> None:
    """Without such reaching the same repository is built."""
    assert built(repository, tmp_path / "site").returncode == 0
    assert "<!-- kehoach:" not in (tmp_path / "site" / "du-lieu" / "index.html").read_text(encoding="utf-8")
