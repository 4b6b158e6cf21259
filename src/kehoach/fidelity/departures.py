"""What a comparison of a plan with its source finds."""

from __future__ import annotations

from dataclasses import dataclass, field

from kehoach.model.printed import Line


@dataclass(frozen=True)
class Departure:
    """A place where source and published text differ without a correction, or a correction fits nowhere.

    ``line`` is the printed line, ``correction`` the index of the correction that does not fit.
    """

    source: str
    published: str
    line: Line | None = None
    correction: int | None = None


@dataclass
class Trace:
    """The comparison: departures, and per printed line the first and last line of the source it stands on."""

    departures: list[Departure] = field(default_factory=list)
    spans: list[tuple[int, int] | None] = field(default_factory=list)
    words: int = 0
