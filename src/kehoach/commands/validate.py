"""The commands ``validate`` and ``ids``."""

from __future__ import annotations

import argparse
import os
import sys

from kehoach.checks import trackedfiles
from kehoach.checks.checkcache import remember, remembered, state_of
from kehoach.checks.problemformats import FORMATS
from kehoach.checks.rules import has_errors
from kehoach.files.problems import Problem, in_order
from kehoach.machine.store import Store, folder_of
from kehoach.publishing.opened import Opened


def run_validate(options: argparse.Namespace) -> int:
    """Write all findings; returns 1 where one is an error."""
    return validated(options, Opened(options.root, Store(folder_of(options.root, os.environ))))


def validated(options: argparse.Namespace, opened: Opened) -> int:
    """Do the same with a repository that is opened where it has to be."""
    # Imported only here: it asks git, which a machine's formats need not.
    from kehoach.commands import viewing

    found_problems, files = _checked(opened)
    problems = in_order([*found_problems, *trackedfiles.problems(options.root)])
    opened.store.tell()
    problems_shown = viewing.problems_to_show(options, problems)
    if options.format == "text":
        sys.stdout.write(viewing.text(options, problems, files))
    else:
        sys.stdout.write(FORMATS[options.format](problems_shown, files))
    return 1 if has_errors(problems_shown) else 0


def _checked(opened: Opened) -> tuple[list[Problem], int]:
    """Give what is wrong with the files, and their number."""
    root, store = opened.root, opened.store
    state = state_of(root, opened.folders)
    if earlier := remembered(store, state):
        return earlier
    # Imported only here: it takes longer than to see that nothing has changed.
    from kehoach.checks.findings import Findings
    from kehoach.checks.run import check_all

    repository = opened.repository
    findings = Findings(repository, opened.fabric)
    findings.read(store)
    count = len(repository.plan_files) + len(repository.registry_files)
    checked = check_all(repository, opened.fabric, findings), count
    findings.write(store)
    remember(store, root, state, *checked, opened.folders)
    return checked


def run_ids(options: argparse.Namespace) -> int:
    """Write the published ids, or add to their list those that are new."""
    from kehoach.files.opening import open_repository
    from kehoach.files.permanentids import PERMANENT_IDS, grown
    from kehoach.machine.writer import write_whole

    repository = open_repository(options.root)
    text = grown(repository.published_ids, repository.plans)
    write_whole(text, options.root / PERMANENT_IDS if options.add else None)
    return 0
