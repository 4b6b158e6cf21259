"""A plan's reading: all that its own words say by the registries, as one frozen value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.meaning.duties import find_duties
from kehoach.meaning.duty import Duty
from kehoach.meaning.ledger import LedgerReading
from kehoach.meaning.linetokens import read_line
from kehoach.meaning.linking import Linker
from kehoach.meaning.mentions import Mention
from kehoach.meaning.schedules import Schedule, duty_schedule
from kehoach.model.plan import Plan
from kehoach.model.printed import Line, lines


@dataclass(frozen=True)
class PlanReading:
    """What was read of a plan.

    ``mentions`` are parallel to ``lines``, ``times`` to ``duties``; all are in printed order.
    """

    lines: tuple[Line, ...]
    mentions: tuple[tuple[Mention, ...], ...]
    duties: tuple[Duty, ...]
    times: tuple[Schedule, ...]

    def all_mentions(self) -> Iterator[tuple[Line, Mention]]:
        """Every mention with its line, in printed order."""
        for line, mentions in zip(self.lines, self.mentions, strict=True):
            for mention in mentions:
                yield line, mention


@dataclass(frozen=True)
class Ledger:
    """What became of each word of meaning of a plan's lines; ``readings`` are parallel to them."""

    readings: tuple[LedgerReading, ...]


def read_plan(plan: Plan, linker: Linker) -> PlanReading:
    """Read a plan by the registries that a linker stands for."""
    printed = tuple(lines(plan))
    mentions = linker.link(plan, printed)
    duties = find_duties(plan, printed, mentions)
    times = tuple(duty_schedule(duty) for duty in duties)
    return PlanReading(printed, mentions, duties, times)


def read_ledger(read: PlanReading, year: int) -> Ledger:
    """Put the words of a plan that was read into its ledger; ``year`` is the plan's."""
    pairs = zip(read.lines, read.mentions, strict=True)
    return Ledger(tuple(read_line(line, mentions, year) for line, mentions in pairs))
