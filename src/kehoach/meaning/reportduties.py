"""The duty to report that the sentence of another duty orders."""

from __future__ import annotations

from kehoach.meaning.duty import Duty
from kehoach.meaning.reportorders import ReportOrder
from kehoach.model.fields import DOERS
from kehoach.model.frozen import FrozenMap, but


def reporting_of(duty: Duty, order: ReportOrder) -> Duty:
    """The report that a duty's sentence orders: all but who makes it is its own."""
    return but(
        duty,
        id=f"{duty.id}--bao-cao",
        kind="reporting",
        fields=FrozenMap(tuple((key, value) for key, value in duty.fields.entries if key in DOERS)),
        text=duty.text[order.start : order.end].strip(),
        report=order.report,
        due_text=order.due_text,
        times=order.times,
        report_to=order.to_text,
    )
