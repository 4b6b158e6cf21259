"""Authored pages may embed pieces of the model; they reach nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from assembling import BUILT, assemble
from building import ENVIRONMENT
from corpus import FIXTURES
from manybuilds import FAULT, build_each

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


PAGE = "site_src/docs/du-lieu/index.md"
SOUND = "as it is"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int]]:
    """The folder of all sites, and how each build ended: a page that reaches out in each, but in one."""
    base = tmp_path_factory.mktemp("macros")
    root = assemble(base / "kho", *BUILT, plans=FIXTURES / "vi-du")
    text = (root / PAGE).read_text(encoding="utf-8")
    texts = {name: f"{text}\n\n{reaching}\n" for name, reaching in REACHING.items()}
    return base, build_each(root, PAGE, {**texts, SOUND: text}, ENVIRONMENT)


@pytest.mark.parametrize("name", REACHING)
def test_a_page_that_reaches_out_is_not_built(built: tuple[Path, dict[str, int]], name: str) -> None:
    """Even a page that may use macros gets an error for anything but the two macros."""
    base, statuses = built
    assert statuses[name] not in (0, FAULT)
    assert not list((base / name).rglob("du-lieu/index.html"))


def test_macros_of_the_project_still_work(built: tuple[Path, dict[str, int]]) -> None:
    """Without such reaching the same repository is built."""
    base, statuses = built
    assert statuses[SOUND] == 0
    assert "<!-- kehoach:" not in (base / SOUND / "du-lieu" / "index.html").read_text(encoding="utf-8")
