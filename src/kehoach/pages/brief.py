"""What a plan sets out to do, in a few lines of its own duties: who, what, how often as printed, the next date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.agenda.timetable import Scheduled
from kehoach.meaning.duty import clipped
from kehoach.meaning.mentions import Party
from kehoach.pages.duties import parties
from kehoach.pages.namedlinks import Named
from kehoach.pages.site import Site
from kehoach.wording.letters import upper_first

LINES = 5
_BETWEEN = re.compile(r"\A\s*(?:[,;]\s*)?(?:và\s+)?")


@dataclass(frozen=True)
class BriefLine:
    """One duty in a line; ``who`` is empty where the text names nobody, ``often`` where no time or the task says it.

    ``due`` is its next day, with ``when`` saying how this stands to the site's.
    """

    duty_id: str
    anchor: str
    who: tuple[Named, ...]
    task: str
    often: str
    due: dt.date | None
    when: str


@dataclass(frozen=True)
class Brief:
    """The lines of a plan's page, and how many duties it has besides."""

    lines: tuple[BriefLine, ...]
    more: int


def brief(site: Site, plan_id: str) -> Brief:
    """Choose the duties with the next dates, then those with printed words of time and a doer, in printed order.

    One duty of an item stands for it; nothing is said that a duty's own fields do not say.
    """
    rows = site.agenda.plans[plan_id]
    ranked = sorted(((line(site, entry), bool(_often(entry))) for entry in rows), key=lambda told: _rank(*told))
    chosen: list[BriefLine] = []
    for entry, _ in ranked:
        if len(chosen) < LINES and entry.anchor not in {other.anchor for other in chosen}:
            chosen.append(entry)
    return Brief(tuple(chosen), len(rows) - len(chosen))


def line(site: Site, scheduled: Scheduled) -> BriefLine:
    """Say a duty in a line, with its next date from the site's day on."""
    duty = scheduled.duty
    dated = (
        (deadline.due, site.when(deadline.plan_id, deadline.due)) for deadline in scheduled.deadlines if deadline.due
    )
    to_come = [(due, when) for due, when in dated if when != "đã qua"]
    often = _often(scheduled)
    task = upper_first(clipped(_without(duty.doers, duty.text or duty.title)))
    due, when = to_come[0] if to_come else (None, "")
    shown_time = "" if _says(task, often) else clipped(often)
    return BriefLine(duty.id, duty.anchor, parties(site, duty.doers), task, shown_time, due, when)


def _often(scheduled: Scheduled) -> str:
    """Give the printed words of a duty's time."""
    return (scheduled.duty.schedule_text or scheduled.schedule.words).rstrip(". ;,")


def _says(task: str, often: str) -> bool:
    """Whether a task's own words say how often, or are the beginning of what says so."""
    task_words, time = task.removesuffix(" …").casefold(), often.casefold()
    return time in task_words or time.startswith(task_words)


def _without(doers: Sequence[Party], text: str) -> str:
    """Leave out the bodies that a sentence opens with where they stand before it already."""
    rest = text
    for party in doers:
        following = _BETWEEN.sub("", rest)
        if not following.startswith(party.words):
            return text
        rest = following[len(party.words) :]
    return rest.lstrip() if rest[:1] == " " and rest[1:2].islower() else text


def _rank(entry: BriefLine, is_timed: bool) -> tuple[bool, str, bool, bool]:
    day = entry.due.isoformat() if entry.due else ""
    return (not day, day, not is_timed, not entry.who)
