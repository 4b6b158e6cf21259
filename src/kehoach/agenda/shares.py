"""What a body has to do with a duty: named itself, as member of a group, or taken over from another body."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.agenda.timetable import Scheduled
from kehoach.model.outline import Owed
from kehoach.model.units import Succession, Unit


@dataclass(frozen=True)
class Share:
    """What a body has to do with a duty.

    ``role`` is that of the field that names it; ``group`` is the group through which it is named, ``from_unit`` the
    body that was named and whose work it took over by ``succession``; all None where the text names the body itself.
    """

    scheduled: Scheduled
    role: str
    group: Unit | None = None
    from_unit: Unit | None = None
    succession: Succession | None = None


@dataclass(frozen=True)
class Part:
    """A share in outline: the plan, the duty, and how the body comes to it."""

    plan_id: str
    owed: Owed
    role: str
    group: Unit | None = None
    from_unit: Unit | None = None
    succession: Succession | None = None


def named_body(part: Part, unit_id: str) -> str:
    """Give the body that the words of a duty name, of which it is a body's share."""
    named = part.group or part.from_unit
    return named.id if named else unit_id
