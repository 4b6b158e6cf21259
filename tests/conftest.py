"""The five frozen plans, assembled, loaded and linked once for all tests."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from typing import Any

import ownplans
import pytest
from assembling import BUILT, assemble
from corpus import ROOT
from hypothesis import settings

from kehoach.files.repository import Repository, load
from kehoach.machine.store import CACHE_VARIABLE
from kehoach.meaning.fabric import Fabric, weave

# Nothing is kept for the user who runs the tests; those of keeping name a place of their own.
os.environ[CACHE_VARIABLE] = "0"

# The same examples in every run, on slow machines too.
settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
settings.load_profile("repeatable")
ownplans.watch()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    ownplans.mark(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    if config.getvalue("dist") != "loadscope":
        return None
    from sharing import Sharing

    return Sharing(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    yield from ownplans.looked(item)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, None, None]:
    yield from ownplans.looked(item)


@pytest.fixture(scope="session")
def five(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of the five plans that all tests read and none changes."""
    return assemble(tmp_path_factory.mktemp("five"), *BUILT)


@pytest.fixture(scope="session")
def repository(five: Path) -> Repository:
    """The five plans and their registries."""
    return load(five)


@pytest.fixture(scope="session")
def fabric(repository: Repository) -> Fabric:
    """The five plans, linked."""
    return weave(repository)


@pytest.fixture(scope="session")
def own_repository() -> Repository:
    """The plans and registries of this repository, however many they are."""
    return load(ROOT)


@pytest.fixture(scope="session")
def own_fabric(own_repository: Repository) -> Fabric:
    """The plans of this repository, linked."""
    return weave(own_repository)
