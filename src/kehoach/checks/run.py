"""All checks of a repository in one run."""

from __future__ import annotations

from collections.abc import Collection

from kehoach import permanence
from kehoach.checks import link_rules, plan_rules, registry_rules
from kehoach.checks.subject import Subject
from kehoach.fabric import Fabric
from kehoach.problems import Problem, in_order
from kehoach.repository import Repository


def check_repository(repository: Repository, fabric: Fabric, only: Collection[str] | None = None) -> list[Problem]:
    """Give every problem of every file, in order; what did not load is reported and otherwise left out.

    ``only`` limits the rules over loaded plans to some plan ids.
    """
    found = list(repository.problems)
    found.extend(registry_rules.problems(repository.registry, repository.registry_files, repository.plans))
    found.extend(permanence.problems(repository.published_ids, repository.plans))
    for plan_id, linked in fabric.plans.items():
        if only is not None and plan_id not in only:
            continue
        subject = Subject(linked, repository.plan_files[plan_id], repository.sources.get(plan_id), fabric)
        found.extend(plan_rules.problems(subject))
        found.extend(link_rules.problems(subject))
    return in_order(found)
