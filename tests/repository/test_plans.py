"""The plans of this repository, however many they are: without an error, and each its source word for word."""

from __future__ import annotations

from kehoach.checks.rules import Severity, severity_of
from kehoach.checks.run import check_repository
from kehoach.fidelity.sourcetrace import trace
from kehoach.files.repository import Repository
from kehoach.meaning.fabric import Fabric


def test_plans_and_registries_have_no_error(own_repository: Repository, own_fabric: Fabric) -> None:
    """What this repository publishes passes its own checks."""
    problems = check_repository(own_repository, own_fabric)
    assert own_repository.plans
    assert [problem for problem in problems if severity_of(problem) is Severity.ERROR] == []


def test_every_plan_is_its_source_word_for_word(own_repository: Repository, own_fabric: Fabric) -> None:
    """No word of a plan with a source in text departs from it without a correction; a draft of ours has none yet."""
    texts = {plan_id: source.text for plan_id, source in own_repository.sources.items() if source.text}
    assert texts
    for plan_id, text in texts.items():
        linked = own_fabric.plans[plan_id]
        assert trace(linked.plan, linked.lines, text).departures == [], plan_id
