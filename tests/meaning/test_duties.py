"""Who must do what, against the hand-read list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from corpus import HUYEN_DONG_XUAN, PLAN_IDS, SO_XAY_DUNG, TINH_2025, XA_EA_KNOP, gold

from kehoach.meaning.duty import Duty
from kehoach.meaning.fabric import Fabric
from kehoach.meaning.parties import Party
from kehoach.model.plan import Due

_ROWS: list[dict[str, Any]] = gold("duties")
_PLANS = {row["plan"] for row in _ROWS}


def _words(parties: tuple[Party, ...]) -> list[str]:
    return [party.words for party in parties]


def _row(duty: Duty) -> dict[str, Any]:
    return {
        "lead": _words(duty.lead),
        "implementers": _words(duty.implementers),
        "partners": _words(duty.partners),
        "schedule": duty.schedule_text or None,
        "periods": list(duty.report.periods) if duty.report else None,
        "due": duty.due_text or None,
        "report_to": duty.report_to or None,
    }


def _pairs(own_fabric: Fabric) -> Iterator[tuple[dict[str, Any], dict[str, Any] | None]]:
    """Pair each hand-read duty with the one found at its plan, path and kind."""
    found: dict[tuple[str, str, str], list[Duty]] = {}
    for plan_id in _PLANS:
        for duty in own_fabric.plans[plan_id].duties:
            found.setdefault((duty.plan_id, duty.path, duty.kind), []).append(duty)
    for entry in _ROWS:
        here = found.get((entry["plan"], entry["path"], entry["kind"]))
        yield entry, _row(here.pop(0)) if here else None


def test_hand_read_duties_are_found_and_no_others(own_fabric: Fabric) -> None:
    """Precision and recall by plan, path and kind are at least 0.95."""
    hits = sum(found is not None for _, found in _pairs(own_fabric))
    total = sum(len(own_fabric.plans[plan_id].duties) for plan_id in _PLANS)
    print(f"duties: precision {hits / total:.3f}, recall {hits / len(_ROWS):.3f} of {len(_ROWS)}")
    assert hits / len(_ROWS) >= 0.95
    assert hits / total >= 0.95


@pytest.mark.parametrize(
    ("column", "least"),
    [
        ("lead", 0.98),
        *((name, 0.95) for name in ("implementers", "partners", "schedule", "periods", "due", "report_to")),
    ],
)
def test_column_equals_the_hand_read_one(own_fabric: Fabric, column: str, least: float) -> None:
    """Each column of the duties found equals what was read by hand, list by list, word by word."""
    pairs = [(entry, found) for entry, found in _pairs(own_fabric) if found]
    wrong = [(e["plan"], e["path"], e[column], f[column]) for e, f in pairs if f[column] != e[column]]
    print(f"{column}: {1 - len(wrong) / len(pairs):.3f}")
    assert 1 - len(wrong) / len(pairs) >= least, wrong


def test_every_reporting_duty_is_found(own_fabric: Fabric) -> None:
    """No reporting duty is missed or made up: period, due words and recipient are all as read by hand."""
    wanted = [(entry, found) for entry, found in _pairs(own_fabric) if entry["kind"] == "reporting"]
    assert len(wanted) == sum(d.kind == "reporting" for plan_id in _PLANS for d in own_fabric.plans[plan_id].duties)
    for entry, found in wanted:
        assert found is not None, entry
        assert {key: entry[key] for key in found} == found


def _reporting(fabric: Fabric, plan_id: str, path: str) -> Duty:
    return next(d for d in fabric.plans[plan_id].duties if d.path == path and d.kind == "reporting")


def test_dong_xuan_reports_monthly_before_the_17th(fabric: Fabric) -> None:
    """The day printed in brackets is the due day, to the district through its Phòng Nội vụ."""
    report = _reporting(fabric, HUYEN_DONG_XUAN, "V.1").report
    assert report and report.periods == ("month",)
    assert report.due and (report.due.day, report.due.comparison, report.due.within) == (17, "before", "month")
    assert (report.to, report.via) == ("huyen-dong-xuan", "phong-noi-vu-dong-xuan")


def test_ea_knop_reports_three_periods_by_the_10th(fabric: Fabric) -> None:
    """Quarter, half year and year, by the 10th of the period's last month, which is said to be a reading."""
    duty = _reporting(fabric, XA_EA_KNOP, "V")
    assert duty.report and duty.report.periods == ("quarter", "half_year", "year")
    assert isinstance(duty.report.due, Due) and duty.report.due.reading
    assert (duty.report.due.day, duty.report.due.comparison) == (10, "by")
    assert (duty.report.to, duty.report.via) == ("xa-ea-knop", "phong-van-hoa-xa-hoi-ea-knop")
    assert [party.unit for party in duty.lead] == ["cac-co-quan-don-vi-ea-knop"]


def test_so_xay_dung_reports_to_its_office(fabric: Fabric) -> None:
    """A report inside a department goes to its Văn phòng, not to whom that one reports."""
    report = _reporting(fabric, SO_XAY_DUNG, "IV.1.-2").report
    assert report and report.to == "van-phong-so-xay-dung-dak-lak"


def test_request_is_no_order(fabric: Fabric) -> None:
    """What begins with “Đề nghị” to the Front and mass organisations is a request."""
    requests = [d for linked in fabric.plans.values() for d in linked.duties if d.kind == "request"]
    assert {d.plan_id for d in requests} >= {TINH_2025, HUYEN_DONG_XUAN}
    kinds = {fabric.registry.units[party.unit].kind for d in requests for party in d.lead if party.unit}
    assert kinds <= {"party", "front", "mass_organisation", "group"}, kinds


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_duty_ids_are_unique_and_permanent(fabric: Fabric, plan_id: str) -> None:
    """A duty's id is made of the plan's and the item's, or of the closing words, so that it stays when labels move."""
    ids = [duty.id for duty in fabric.plans[plan_id].duties]
    items = {"close", *(item.id for item in fabric.plans[plan_id].plan.walk())}
    assert len(ids) == len(set(ids))
    assert all(i.startswith(f"{plan_id}#") and i.split("#")[1].split("--")[0] in items for i in ids)
