from __future__ import annotations

from dataclasses import replace

from kehoach.permanence import current_ids, grown, problems, published_ids
from kehoach.repository import Repository


def test_every_published_provision_is_still_there_and_listed(repository: Repository) -> None:
    """The committed list names exactly what the plans publish, or more."""
    assert repository.published_ids
    assert list(problems(repository.published_ids, repository.plans)) == []


def test_a_lost_provision_is_an_error_at_its_line(repository: Repository) -> None:
    """An id on the list that its plan has lost is reported with its line."""
    plan_id = next(iter(repository.plans))
    found = list(problems([*current_ids(repository.plans), f"{plan_id}#mat-roi"], repository.plans))
    assert [(p.code, p.line) for p in found] == [("KH316", len(list(current_ids(repository.plans))) + 1)]


def test_a_deleted_plan_is_an_error(repository: Repository) -> None:
    """A plan that was published cannot be deleted, only withdrawn."""
    plans = dict(repository.plans)
    gone = plans.pop("xa-ea-knop/tuyen-truyen-cchc/2026")
    found = list(problems(repository.published_ids, plans))
    assert {p.code for p in found} == {"KH316"}
    assert len(found) == len(list(gone.walk()))


def test_a_new_provision_is_a_warning_until_listed(repository: Repository) -> None:
    """Ids that are not on the list yet are reported once, with how many they are."""
    found = list(problems(repository.published_ids[1:], repository.plans))
    assert [p.code for p in found] == ["KH317"]


def test_the_list_only_grows(repository: Repository) -> None:
    """Adding keeps what is listed, also what is gone, sorted and each once."""
    text = grown(["da-mat/loat/2020#x", *repository.published_ids], repository.plans)
    assert published_ids(text) == sorted({"da-mat/loat/2020#x", *current_ids(repository.plans)})


def test_drafts_publish_nothing(repository: Repository) -> None:
    """A draft's ids may still change."""
    plans = {plan_id: replace(plan, status="draft") for plan_id, plan in repository.plans.items()}
    assert list(current_ids(plans)) == []
