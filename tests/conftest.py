"""The repository's own plans, loaded and linked once for all tests."""

from __future__ import annotations

import pytest
from corpus import ROOT as ROOT
from hypothesis import settings

from kehoach.files.repository import Repository, load
from kehoach.meaning.fabric import Fabric, weave

# The same examples in every run, on slow machines too.
settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def repository() -> Repository:
    """The plans and registries of this repository."""
    return load(ROOT)


@pytest.fixture(scope="session")
def fabric(repository: Repository) -> Fabric:
    """The plans of this repository, linked."""
    return weave(repository)
