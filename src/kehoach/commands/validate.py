"""The commands ``validate`` and ``ids``."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from kehoach.checks import tracked
from kehoach.checks.problemformats import FORMATS
from kehoach.checks.remembered import remember, remembered, state_of
from kehoach.files.problems import Problem, has_errors, in_order
from kehoach.machine.leaving import spare
from kehoach.machine.store import Store, folder_of


def run_validate(options: argparse.Namespace) -> int:
    """Write all findings; returns 1 where one is an error."""
    # Imported only here: it asks git, which a machine's formats need not.
    from kehoach.commands import viewing

    store = Store(folder_of(options.root, os.environ))
    found, files = _found(options.root, store)
    problems = in_order([*found, *tracked.problems(options.root)])
    store.tell()
    shown = viewing.shown(options, problems)
    if options.format == "text":
        sys.stdout.write(viewing.text(options, problems, files))
    else:
        sys.stdout.write(FORMATS[options.format](shown, files))
    return 1 if has_errors(shown) else 0


def _found(root: Path, store: Store) -> tuple[list[Problem], int]:
    """Give what is wrong with the files, and their number."""
    state = state_of(root)
    if known := remembered(store, state):
        return known
    # Imported only here: it takes longer than to see that nothing has changed.
    from kehoach.checks.findings import Findings
    from kehoach.checks.run import check_all
    from kehoach.files.memory import Memory
    from kehoach.files.opening import open_repository
    from kehoach.meaning.fabric import weave
    from kehoach.publishing.readings import Readings, words

    repository = open_repository(root, Memory(Readings(store, words)))
    fabric = weave(repository)
    spare(repository, fabric)
    findings = Findings(repository, fabric)
    findings.read(store)
    found = check_all(repository, fabric, findings), len(repository.plan_files) + len(repository.registry_files)
    findings.write(store)
    remember(store, root, state, *found)
    return found


def run_ids(options: argparse.Namespace) -> int:
    """Write the published ids, or add to their list those that are new."""
    from kehoach.files.opening import open_repository
    from kehoach.files.permanence import FILE, grown
    from kehoach.machine.writer import write_whole

    repository = open_repository(options.root)
    text = grown(repository.published_ids, repository.plans)
    write_whole(text, options.root / FILE if options.add else None)
    return 0
