"""What was published goes on resolving: the list of permanent ids, what it loses, what a withdrawn plan shows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from corpus import ROOT, TINH_2021, TINH_2025

from kehoach.checks import succession_rules
from kehoach.checks.checkedplan import CheckedPlan
from kehoach.checks.permanence_rules import problems
from kehoach.files.permanentids import PublishedIds, current_ids, grown
from kehoach.files.repository import Repository
from kehoach.meaning.fabric import weave
from kehoach.pages.build import build_pages, make_site
from kehoach.pages.page import href, plan_path
from kehoach.pages.plan import plan_page, withdrawal


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
    found = list(problems([*repository.published_ids][1:], repository.plans))
    assert [p.code for p in found] == ["KH317"]


def test_the_list_only_grows(repository: Repository) -> None:
    """Adding keeps what is listed, also what is gone, sorted and each once."""
    text = grown(["da-mat/loat/2020#x", *repository.published_ids], repository.plans)
    assert [*PublishedIds.of(text)] == sorted({"da-mat/loat/2020#x", *current_ids(repository.plans)})


def test_a_list_that_is_what_the_plans_publish_is_not_gone_through(repository: Repository) -> None:
    """It is compared as a whole; one that holds more, less or the same in another order is gone through."""
    plans = repository.plans
    text = grown((), plans)
    lines = text.splitlines(keepends=True)
    others = [
        "".join(lines[1:]),
        "".join(lines[:-1]),
        f"{text}a/b/2020#x\n",
        "".join(reversed(lines)),
        "",
        f"#\n{text}",
    ]
    assert [PublishedIds.of(one).are_those_of(plans) for one in (text, *others)] == [True, *[False] * len(others)]
    assert not PublishedIds.of(text).are_those_of({TINH_2021: plans[TINH_2021]})
    drafts = {plan_id: replace(plan, status="draft") for plan_id, plan in plans.items()}
    assert PublishedIds().are_those_of(drafts)


def test_drafts_publish_nothing(repository: Repository) -> None:
    """A draft's ids may still change."""
    plans = {plan_id: replace(plan, status="draft") for plan_id, plan in repository.plans.items()}
    assert list(current_ids(plans)) == []


def test_a_withdrawn_plan_stays_and_says_why_and_what_follows(repository: Repository) -> None:
    """Its page keeps address and anchors, tells day and reason, and leads to the plan that follows."""
    said = {"date": "2025-03-05", "reason": "Hết giai đoạn <2021>.", "followed_by": TINH_2025}
    gone = replace(repository.plans[TINH_2021], status="withdrawn", withdrawal=said)
    withdrawn = replace(repository, plans={**repository.plans, TINH_2021: gone})
    site = make_site(weave(withdrawn), withdrawn, templates=ROOT / "site_src" / "templates")
    [page] = [page for page in build_pages(site) if page.path == f"ke-hoach/{TINH_2021}/"]
    assert "Đã thu hồi từ ngày 05/3/2025</span>" in page.html
    assert "Thu hồi từ ngày 05/3/2025. Lý do: Hết giai đoạn &lt;2021&gt;." in page.html
    assert f'Tiếp theo: <a href="{href(page.path, plan_path(TINH_2025))}">' in page.html
    assert all(f'id="{item.id}"' in page.html for item in gone.walk())
    assert list(problems(repository.published_ids, withdrawn.plans)) == []


@pytest.mark.parametrize(
    ("follower", "status", "said"),
    [
        (TINH_2025, "draft", "còn là dự thảo"),
        (TINH_2025, "issued", ""),
        (TINH_2021, "issued", "là chính kế hoạch này"),
        (f"plans/{TINH_2025}.yaml", "issued", f"Ghi mã: {TINH_2025}."),
        ("một công văn", "issued", ""),
    ],
)
def test_what_follows_a_withdrawn_plan_is_held(repository: Repository, follower: str, status: str, said: str) -> None:
    """A draft, the plan itself or no plan at all is told; the page says of a draft that it is one."""
    noted = {"date": "2025-03-05", "reason": "x", "followed_by": follower}
    plans = {
        **repository.plans,
        TINH_2021: replace(repository.plans[TINH_2021], status="withdrawn", withdrawal=noted),
        TINH_2025: replace(repository.plans[TINH_2025], status=status),
    }
    changed = replace(repository, plans=plans)
    fabric = weave(changed)
    loaded = repository.plan_files[TINH_2021]
    messages = [
        p.message for p in succession_rules.problems(CheckedPlan(fabric.plans[TINH_2021], loaded, None, fabric))
    ]
    assert [said in message for message in messages] == ([True] if said else [])
    site = make_site(fabric, changed, templates=ROOT / "site_src" / "templates")
    shown = withdrawal(site, plans[TINH_2021])
    assert shown and ("(dự thảo)" in shown.follower) == (status == "draft")


def test_an_issued_plan_that_goes_on_from_a_draft_is_told_once(repository: Repository) -> None:
    """The earlier plan's state has been forgotten, or this one was issued too soon."""
    earlier = replace(repository.plans[TINH_2021], status="draft")
    changed = replace(repository, plans={**repository.plans, TINH_2021: earlier})
    fabric = weave(changed)
    checked = CheckedPlan(fabric.plans[TINH_2025], repository.plan_files[TINH_2025], None, fabric)
    found = [(p.code, TINH_2021 in p.message) for p in succession_rules.problems(checked)]
    assert found == [("KH325", True)]


def test_withdrawn_plan_followed_by_words_or_nothing(repository: Repository) -> None:
    """What follows may be no page of the site."""
    for follower, shown in (({"followed_by": "một công văn"}, "Tiếp theo: một công văn."), ({}, "Lý do: x")):
        gone = replace(
            repository.plans[TINH_2021],
            status="withdrawn",
            withdrawal={"date": "2025-03-05", "reason": "x", **follower},
        )
        withdrawn = replace(repository, plans={**repository.plans, TINH_2021: gone})
        site = make_site(weave(withdrawn), withdrawn, templates=ROOT / "site_src" / "templates")
        assert shown in plan_page(site, TINH_2021).html
