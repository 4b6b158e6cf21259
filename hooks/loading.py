"""The plans of one build, loaded and linked; what is wrong with them is told in the build's log."""

from __future__ import annotations

import logging
from pathlib import Path

from preview import PREVIEW  # beside this file

from kehoach.checks import trackedfiles
from kehoach.checks.checkcache import remembered, state_of
from kehoach.checks.findings import Findings
from kehoach.checks.rules import Severity, severity_of
from kehoach.checks.run import check_all, check_repository
from kehoach.files.problems import Problem
from kehoach.files.repository import Repository, load
from kehoach.machine.gcpause import paused
from kehoach.machine.store import Store
from kehoach.meaning.fabric import Fabric, weave
from kehoach.publishing.readings import Readings, everything

log = logging.getLogger("mkdocs.hooks.kehoach")


def loaded(root: Path, store: Store) -> Repository:
    """Load the repository, link its plans and tell what is wrong with them."""
    PREVIEW.memory.recall = Readings(store, everything)
    with paused():
        repository = load(root, PREVIEW.memory)
        before, PREVIEW.fabric = PREVIEW.fabric, weave(repository, PREVIEW.fabric)
        for problem in _problems(root, store, repository, PREVIEW.fabric, before):
            if severity_of(problem) is Severity.ERROR:
                log.warning("%s:%s: %s: %s", problem.file, problem.line, problem.code, problem.message)
    return repository


def _problems(root: Path, store: Store, repository: Repository, fabric: Fabric, before: Fabric | None) -> list[Problem]:
    """Check what was not checked just now: by the command that builds, or by this preview."""
    committed = list(trackedfiles.problems(root))
    if before is None and (earlier := remembered(store, state_of(root))):
        return [*earlier[0], *committed]
    if before is not None:
        changed = [name for name, linked in fabric.plans.items() if before.plans.get(name) is not linked]
        return [*check_repository(repository, fabric, changed), *committed]
    findings = Findings(repository, fabric)
    findings.read(store)
    problems = check_all(repository, fabric, findings)
    findings.write(store)
    return [*problems, *committed]
