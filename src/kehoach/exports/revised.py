"""When a plan was last revised, as a calendar tells it: an event stays as it is while its plan does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from icalendar import Event

_FROM = dt.date(2000, 1, 1)
_A_DAY = 100
"""More than the revisions that one day counts."""


@dataclass(frozen=True)
class Revised:
    """The day of a plan's last revision, and how many it had that day."""

    day: dt.date
    count: int = 1

    @property
    def sequence(self) -> int:
        """A number that rises with every revision; of two events a program takes the higher (RFC 5545, 3.8.7.4)."""
        return max(0, (self.day - _FROM).days) * _A_DAY + min(self.count, _A_DAY - 1)

    def write(self, event: Event) -> None:
        """Write the three properties that tell a newer event from an older one; no clock is read."""
        moment = dt.datetime(self.day.year, self.day.month, self.day.day, tzinfo=dt.UTC)
        event.add("dtstamp", moment)
        event.add("last-modified", moment)
        event.add("sequence", self.sequence)


Stamps = Callable[[str], Revised]
"""Gives a plan's last revision by its id."""
