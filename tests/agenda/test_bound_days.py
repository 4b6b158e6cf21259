"""Days that bind one body alone: they stand in its list and in no other body's."""

from __future__ import annotations

from corpus import XA_EA_KNOP
from hostileduty import with_duty

from kehoach.agenda.agenda import Agenda
from kehoach.meaning.duty import Duty, Value
from kehoach.meaning.fabric import Fabric
from kehoach.meaning.parties import Party
from kehoach.meaning.timegrammar import read_times
from kehoach.model.frozen import FrozenMap

_TEXT = "Gửi kết quả trước ngày 20/6/2026, đối với Phòng Văn hóa - Xã hội trước ngày 10/6/2026."
_ONE, _OTHER = "phong-van-hoa-xa-hoi-ea-knop", "van-phong-hdnd-ubnd-ea-knop"


def test_day_of_one_body_is_in_its_list_alone(fabric: Fabric) -> None:
    """The day said for one body is no day of another that has the same duty; the day of all is everybody's."""
    units = fabric.registry.units
    other = _OTHER if _OTHER in units else next(u for u in units if u.endswith("ea-knop") and u != _ONE)
    fields = FrozenMap.of({"lead": Value("", (Party("Phòng", _ONE), Party("Văn phòng", other)))})
    times = read_times(_TEXT, 2026).values
    duty = Duty(f"{XA_EA_KNOP}#x", XA_EA_KNOP, "assignment", "I", "x", "Gửi", _TEXT, fields=fields, times=times)
    agenda = Agenda(with_duty(fabric, duty))
    days = {
        unit: sorted(str(d.due) for share in agenda.shares(unit) for d in share.scheduled.deadlines)
        for unit in (_ONE, other)
    }
    assert days == {_ONE: ["2026-06-09", "2026-06-19"], other: ["2026-06-19"]}
