"""The commands ``validate`` and ``ids``."""

from __future__ import annotations

import argparse
import sys

from kehoach.checks.remembered import remember, remembered, state_of
from kehoach.checks.reporters import FORMATS
from kehoach.files.problems import has_errors
from kehoach.machine.leaving import spare


def run_validate(options: argparse.Namespace) -> int:
    """Write all findings; returns 1 where one is an error."""
    state = state_of(options.root)
    found = remembered(options.root, state)
    if found is None:
        # Imported only here: it takes longer than to see that nothing has changed.
        from kehoach.checks.findings import Findings
        from kehoach.checks.run import check_all
        from kehoach.files.memory import Memory
        from kehoach.files.opening import open_repository
        from kehoach.meaning.fabric import weave
        from kehoach.publishing.readings import Readings, words

        repository = open_repository(options.root, Memory(Readings(options.root, words)))
        fabric = weave(repository)
        spare(repository, fabric)
        findings = Findings(repository, fabric)
        findings.read(options.root)
        found = check_all(repository, fabric, findings), len(repository.plan_files) + len(repository.registry_files)
        findings.write(options.root)
        remember(options.root, state, *found)
    problems, files = found
    sys.stdout.write(FORMATS[options.format](problems, files))
    return 1 if has_errors(problems) else 0


def run_ids(options: argparse.Namespace) -> int:
    """Write the published ids, or add to their list those that are new."""
    from kehoach.files.opening import open_repository
    from kehoach.files.permanence import FILE, grown
    from kehoach.machine.writer import write_whole

    repository = open_repository(options.root)
    text = grown(repository.published_ids, repository.plans)
    write_whole(text, options.root / FILE if options.add else None)
    return 0
