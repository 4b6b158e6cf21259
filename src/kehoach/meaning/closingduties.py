"""The duties that closing words order behind the last provision of a plan."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kehoach.meaning.clausedoers import clause_ends
from kehoach.meaning.duty import Duty
from kehoach.meaning.prose import Prose
from kehoach.meaning.proseduties import IS_DUTY, duty_of, part_of
from kehoach.meaning.reportduties import reporting_of


def closing_reports(plan_id: str, prose: Prose, anchor: str, suffix: str) -> Iterator[Duty]:
    """Give what a closing paragraph orders by a day, in a certain case, or as a report.

    What else it says asks for no more than the plan. Each is of those whom its own sentence names.
    """
    text, number = prose.text, 0
    ends = [end for end in clause_ends(text) if text[:end].rstrip().endswith(".")]
    for start, end in pairwise([0, *ends, len(text)]):
        part = part_of(prose, start, end) if ends else prose
        own = part.doing[0] and (part.condition or IS_DUTY["it has a day"](part))
        if part.order or own:
            number += 1
            more = f"--ve-{number}" if number > 1 else ""
            duty = duty_of(plan_id, part, f"{anchor}{suffix}{more}", anchor)
            yield reporting_of(duty, part.order) if part.order else duty
