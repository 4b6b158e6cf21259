"""All checks of a repository in one run."""

from __future__ import annotations

from collections.abc import Collection

from kehoach import permanence
from kehoach.agenda.agenda import Agenda
from kehoach.checks import coverage_rules, link_rules, mark_rules, plan_rules, progress_rules, registry_rules
from kehoach.checks.subject import Subject
from kehoach.fabric import Fabric
from kehoach.problems import Problem, in_order
from kehoach.repository import Repository


def check_repository(repository: Repository, fabric: Fabric, only: Collection[str] | None = None) -> list[Problem]:
    """Give every problem of every file, in order; what did not load is reported, and its absence is held against none.

    ``only`` limits the rules over loaded plans to some plan ids.
    """
    found = list(repository.problems)
    unread = {problem.file.removeprefix("plans/").removesuffix(".yaml") for problem in found}
    known = {*repository.plans, *unread}
    found.extend(registry_rules.problems(repository.registry, repository.registry_files, known))
    found.extend(permanence.problems(repository.published_ids, repository.plans, unread))
    agenda = Agenda(fabric)
    for plan_id, linked in fabric.plans.items():
        if only is not None and plan_id not in only:
            continue
        subject = Subject(linked, repository.plan_files[plan_id], repository.sources.get(plan_id), fabric)
        found.extend(mark_rules.problems(subject.loaded))
        found.extend(plan_rules.problems(subject))
        found.extend(link_rules.problems(subject))
        found.extend(coverage_rules.problems(subject))
        if plan_id in repository.progress:
            found.extend(progress_rules.problems(repository.progress[plan_id], agenda))
    if any(loaded.value is None for loaded in repository.registry_files.values()):
        found = [problem for problem in found if not _asks_registries(problem)]
    return in_order(found)


def _asks_registries(problem: Problem) -> bool:
    """Whether a problem says that the registries do not know something."""
    return problem.code == "KH302" or problem.code.startswith("KH4")
