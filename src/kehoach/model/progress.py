"""Progress: the results recorded for a plan's duties, period by period, each with its evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

VERDICTS = {
    "done": "đã làm xong",
    "partial": "làm được một phần",
    "not_done": "chưa làm",
    "postponed": "chuyển sang sau",
    "not_applicable": "không còn phải làm",
}
"""Results that can be recorded, with their Vietnamese names."""


@dataclass(frozen=True)
class Proof:
    """A piece of evidence: a public address, a file beside the plan with its SHA-256, or a document's name alone."""

    title: str
    url: str = ""
    file: str = ""
    sha256: str = ""


@dataclass(frozen=True)
class Recorder:
    """Who recorded or changed a result; ``unit`` is a registry id or empty."""

    name: str
    unit: str = ""


@dataclass(frozen=True)
class ResultRevision:
    """A change of a recorded result: what it was before, and why it was changed."""

    date: dt.date
    was: str
    reason: str
    by: Recorder


@dataclass(frozen=True)
class Result:
    """A result of a duty in a period; ``duty`` is the id after ``#``, ``unit`` the one body that it is about."""

    duty: str
    period: str
    verdict: str
    recorded: dt.date
    recorded_by: Recorder
    unit: str = ""
    date: dt.date | None = None
    done: str = ""
    reason: str = ""
    until: dt.date | None = None
    evidence: tuple[Proof, ...] = ()
    revisions: tuple[ResultRevision, ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """Duty, period and body: a file holds one result for each."""
        return self.duty, self.period, self.unit


@dataclass(frozen=True)
class Progress:
    """What is recorded for a plan; ``example`` tells that the results are made up to show the feature."""

    plan_id: str
    results: tuple[Result, ...]
    example: bool = False
    note: str = ""

    @cached_property
    def by_duty(self) -> Mapping[tuple[str, str], tuple[Result, ...]]:
        """The results of each duty and period, the one for all bodies first."""
        grouped: dict[tuple[str, str], list[Result]] = {}
        for result in sorted(self.results, key=lambda r: r.key):
            grouped.setdefault((result.duty, result.period), []).append(result)
        return {key: tuple(results) for key, results in grouped.items()}

    def of(self, duty_id: str, period: str) -> tuple[Result, ...]:
        """Give the results recorded for a duty (with or without its plan's id) in a period."""
        return self.by_duty.get((duty_id.rpartition("#")[2], period), ())


def progress_from(plan_id: str, data: Mapping[str, Any]) -> Progress:
    """Build the progress of a plan from data that the schema accepts."""
    results = tuple(_result(entry) for entry in data["results"])
    return Progress(plan_id, results, data.get("example", False), data.get("note", ""))


def unexplained(before: Progress, after: Progress) -> tuple[Result, ...]:
    """Give the results of an earlier version that were changed or taken out without a new revision.

    Only the evidence may grow without one: to add a proof changes no result.
    """
    now = {result.key: result for result in after.results}
    return tuple(old for old in before.results if not _explained(old, now.get(old.key)))


def _explained(old: Result, new: Result | None) -> bool:
    if new is None or new.revisions[: len(old.revisions)] != old.revisions:
        return False
    same = (old.verdict, old.date, old.done, old.reason, old.until, old.recorded, old.recorded_by) == (
        new.verdict,
        new.date,
        new.done,
        new.reason,
        new.until,
        new.recorded,
        new.recorded_by,
    )
    if same and new.evidence[: len(old.evidence)] == old.evidence:
        return True
    added = new.revisions[len(old.revisions) :]
    return bool(added) and added[0].was == old.verdict


def _result(data: Mapping[str, Any]) -> Result:
    return Result(
        duty=data["duty"],
        period=data["period"],
        verdict=data["result"],
        recorded=dt.date.fromisoformat(data["recorded"]),
        recorded_by=Recorder(**data["recorded_by"]),
        unit=data.get("unit", ""),
        date=_date(data.get("date")),
        done=data.get("done", ""),
        reason=data.get("reason", ""),
        until=_date(data.get("until")),
        evidence=tuple(Proof(**entry) for entry in data.get("evidence", ())),
        revisions=tuple(
            ResultRevision(dt.date.fromisoformat(r["date"]), r["was"], r["reason"], Recorder(**r["by"]))
            for r in data.get("revisions", ())
        ),
    )


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
