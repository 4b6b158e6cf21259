"""All checks of a repository in one run."""

from __future__ import annotations

from kehoach.checks import link_rules, plan_rules, registry_rules
from kehoach.checks.subject import Subject
from kehoach.fabric import Fabric
from kehoach.linking import Linker
from kehoach.problems import Problem, in_order
from kehoach.repository import Repository


def check_repository(repository: Repository, fabric: Fabric) -> list[Problem]:
    """Give every problem of every file, in order; what did not load is reported and otherwise left out."""
    found = list(repository.problems)
    found.extend(registry_rules.problems(repository.registry, repository.registry_files, repository.plans))
    linker = Linker(repository.registry)
    for plan_id, linked in fabric.plans.items():
        subject = Subject(linked, repository.plan_files[plan_id], repository.sources.get(plan_id), fabric, linker)
        found.extend(plan_rules.problems(subject))
        found.extend(link_rules.problems(subject))
    return in_order(found)
