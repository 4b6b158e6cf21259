"""A plan's reading: all that its own words say by the registries, as one frozen value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.meaning.duties import find_duties
from kehoach.meaning.duty import Duty
from kehoach.meaning.linking import Linker, Mention
from kehoach.meaning.schedules import Schedule, duty_schedule
from kehoach.model.plan import Plan
from kehoach.model.printed import Line, lines


@dataclass(frozen=True)
class PlanReading:
    """What was read of a plan.

    ``mentions`` is parallel to ``lines``, ``times`` to ``duties``; both are in printed order.
    """

    lines: tuple[Line, ...]
    mentions: tuple[tuple[Mention, ...], ...]
    duties: tuple[Duty, ...]
    times: tuple[Schedule, ...]

    def found(self) -> Iterator[tuple[Line, Mention]]:
        """Every mention with its line, in printed order."""
        for line, mentions in zip(self.lines, self.mentions, strict=True):
            for mention in mentions:
                yield line, mention


def read_plan(plan: Plan, linker: Linker) -> PlanReading:
    """Read a plan by the registries that a linker stands for."""
    printed = tuple(lines(plan))
    mentions = linker.link(plan, printed)
    duties = find_duties(plan.id, printed, mentions)
    return PlanReading(printed, mentions, duties, tuple(_times(duties, plan.year)))


def _times(duties: tuple[Duty, ...], year: int) -> Iterator[Schedule]:
    reports = {duty.id.removesuffix("--bao-cao"): duty.text for duty in duties if duty.report}
    for duty in duties:
        yield duty_schedule(duty, year, "" if duty.report else reports.get(duty.id, ""))
