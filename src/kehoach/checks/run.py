"""All checks of a repository in one run."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain, groupby

from kehoach.agenda.agenda import Agenda
from kehoach.checks import (
    coverage_rules,
    fact_rules,
    link_rules,
    mark_rules,
    note_rules,
    permanence_rules,
    plan_rules,
    progress_rules,
    registry_rules,
    succession_rules,
    table_rules,
    time_rules,
)
from kehoach.checks.checkedplan import CheckedPlan
from kehoach.checks.findings import Findings, Looked
from kehoach.files.problems import Problem, in_order
from kehoach.files.repository import Repository
from kehoach.machine.forking import spread
from kehoach.machine.progressbar import with_bar
from kehoach.machine.tracing import watched
from kehoach.meaning.fabric import Fabric
from kehoach.model.planid import body_of

FEW = 100
"""Plans that are too few to be worth another process."""
HELD = 30
"""Plans whose text is held from one body to the next."""


def check_repository(repository: Repository, fabric: Fabric, only: Collection[str] | None = None) -> list[Problem]:
    """Give every problem of every file, in order; what did not load is reported, and its absence is held against none.

    ``only`` limits the rules over loaded plans to some plan ids.
    """
    agenda = Agenda(fabric)
    chosen = [plan_id for plan_id in fabric.plans if only is None or plan_id in only]
    return _gathered(repository, [_of_plan(repository, fabric, agenda, plan_id) for plan_id in chosen])


def check_all(
    repository: Repository, fabric: Fabric, findings: Findings | None = None, processes: int | None = None
) -> list[Problem]:
    """Give the same problems, with many plans looked at in several processes, at most ``processes``.

    What ``findings`` knows is not looked for again; it takes up what is found.
    """
    agenda = Agenda(fabric)
    findings = findings or Findings(repository, fabric)
    problems_by_plan = {plan_id: problems for plan_id in fabric.plans if (problems := findings.of(plan_id)) is not None}
    missing = [plan_id for plan_id in fabric.plans if plan_id not in problems_by_plan]
    bodies = [list(plan_ids) for _, plan_ids in groupby(missing, lambda plan_id: body_of(plan_id))]

    def of_body(number: int) -> list[tuple[str, Looked]]:
        looked = [(plan_id, _looked(repository, fabric, agenda, plan_id)) for plan_id in bodies[number]]
        for plan_id in bodies[number]:
            repository.plan_files[plan_id].let_go()
        if fabric.let_go(HELD):
            agenda.let_go()
        return looked

    few = len(missing) < FEW
    if not few:
        fabric.prepare()
    results = spread(of_body, len(bodies), 1 if few else processes)
    by_plan = dict(chain.from_iterable(results if few else with_bar(results, len(bodies), "Kiểm tra kế hoạch")))
    findings.learn(by_plan.items())
    problems_by_plan.update((plan_id, looked.problems) for plan_id, looked in by_plan.items())
    return _gathered(repository, (problems_by_plan[plan_id] for plan_id in fabric.plans))


def _looked(repository: Repository, fabric: Fabric, agenda: Agenda, plan_id: str) -> Looked:
    with watched() as seen:
        return Looked(list(_of_plan(repository, fabric, agenda, plan_id)), seen)


def _of_plan(repository: Repository, fabric: Fabric, agenda: Agenda, plan_id: str) -> Iterator[Problem]:
    sources = repository.sources.get(plan_id)
    checked = CheckedPlan(fabric.plans[plan_id], repository.plan_files[plan_id], sources, fabric)
    yield from mark_rules.problems(checked)
    yield from plan_rules.problems(checked)
    yield from fact_rules.problems(checked)
    yield from time_rules.problems(checked)
    yield from table_rules.problems(checked)
    yield from note_rules.problems(checked)
    yield from link_rules.problems(checked)
    yield from coverage_rules.problems(checked)
    yield from succession_rules.problems(checked)
    if plan_id in repository.progress:
        yield from progress_rules.problems(repository.progress[plan_id], agenda)


def _gathered(repository: Repository, of_plans: Iterable[Iterable[Problem]]) -> list[Problem]:
    """Put the problems of single plans together with those of the whole."""
    all_problems = list(repository.problems)
    unread = {problem.file.removeprefix("plans/").removesuffix(".yaml") for problem in all_problems}
    plan_ids = {*repository.plans, *unread}
    all_problems.extend(registry_rules.problems(repository.registry, repository.registry_files, plan_ids))
    all_problems.extend(permanence_rules.problems(repository.published_ids, repository.plans, unread))
    for problems in of_plans:
        all_problems.extend(problems)
    if any(loaded.value is None for loaded in repository.registry_files.values()):
        all_problems = [problem for problem in all_problems if not _asks_registries(problem)]
    return in_order(all_problems)


def _asks_registries(problem: Problem) -> bool:
    """Whether a problem says that the registries do not know something."""
    return problem.code == "KH302" or problem.code.startswith("KH4")
