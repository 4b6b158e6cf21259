"""What a copy of a plan is for: to be worked on, to be signed, or to be read; each has its marks and its blanks.

Only the signed original has legal value (Nghị định 30/2020/NĐ-CP, Điều 5, 25–26): a copy to be read says so on every
page. A copy to be signed becomes that original, so that nothing foreign stands on it, and its number and day are left
to whoever registers it as it is issued.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kehoach.meaning.fabric import LinkedPlan
from kehoach.model.plan import Decision, Issued, Plan

NOT_THE_ORIGINAL = "Bản xuất từ dữ liệu để tra cứu, không thay thế văn bản gốc đã ký."
NOT_ISSUED = "Bản dự thảo xuất từ dữ liệu để đọc, không phải văn bản đã ban hành."
WITHDRAWN = "Kế hoạch này đã được thu hồi. "
PURPOSES = ("signing", "reading")

# The number before "/…" or "-…" and the day before its month, as heads and lines in brackets print them.
_NUMBER = re.compile(r"(?<=số) *[0-9]+(?=[/-])")
_DAY = re.compile(r"(?<=ngày) *[0-9]{1,2}(?= tháng|/)")


@dataclass(frozen=True)
class Copy:
    """How a copy is marked: DỰ THẢO in its head, a line in its foot, labels as words or as Word's numbering."""

    draft: bool
    footer: str
    typed: bool


def copy_of(plan: Plan, purpose: str | None = None) -> Copy:
    """Give the marks of a copy for one of ``PURPOSES``; None is the copy that is worked on."""
    draft = plan.status == "draft"
    if purpose == "signing":
        return Copy(False, "", True)
    withdrawn = WITHDRAWN if plan.status == "withdrawn" else ""
    notice = NOT_ISSUED if draft else withdrawn + NOT_THE_ORIGINAL
    return Copy(draft, notice, True) if purpose == "reading" else Copy(draft, "" if draft else notice, False)


def made_for(linked: LinkedPlan, purpose: str | None) -> LinkedPlan:
    """Give the plan as a copy prints it: one to be signed has no number and no day yet."""
    return LinkedPlan(with_blanks(linked.plan), linked.linker) if purpose == "signing" else linked


def with_blanks(plan: Plan) -> Plan:
    """Take out number and day, of the decision that issues a plan too; everything else stays word for word."""
    decision = plan.decision
    return replace(
        plan,
        number=None,
        issued=plan.issued and _undated(plan.issued),
        attached=plan.attached and _DAY.sub(" ", _NUMBER.sub(" ", plan.attached)),
        decision=decision and _blank(decision),
    )


def _blank(decision: Decision) -> Decision:
    return replace(decision, number=None, issued=_undated(decision.issued))


def _undated(issued: Issued) -> Issued:
    return replace(issued, date=None, printed=" ".join(_DAY.sub("", issued.printed).split()))
