"""A duty as lists show it: where it is printed, who is named in it, what else its fields say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kehoach.meaning.duty import Duty
from kehoach.meaning.parties import Party
from kehoach.model.fields import BODIES
from kehoach.pages.namedlinks import Named
from kehoach.pages.page import unit_path
from kehoach.pages.site import Site


@dataclass(frozen=True)
class DutyView:
    """A duty; ``bodies`` are the fields that name bodies, each with its name, ``doers`` those whom it falls to."""

    plan_id: str
    anchor: str
    path: str
    place: str
    kind: str
    text: str
    bodies: tuple[tuple[str, tuple[Named, ...]], ...]
    doers: tuple[Named, ...]
    partners: tuple[Named, ...]
    texts: tuple[tuple[str, str], ...]
    report_to: str
    schedule_text: str


def duty_view(site: Site, duty: Duty) -> DutyView:
    """Gather what lists show of a duty."""
    return DutyView(
        duty.plan_id,
        duty.anchor,
        duty.path,
        site.place_name(duty.plan_id, duty.path),
        duty.kind,
        duty.text,
        tuple(_bodies(site, duty)),
        parties(site, duty.doers),
        parties(site, duty.partners),
        duty.texts,
        duty.report_to,
        duty.schedule_text,
    )


def _bodies(site: Site, duty: Duty) -> Iterator[tuple[str, tuple[Named, ...]]]:
    for field in BODIES:
        if bodies := duty.bodies(field.key):
            is_request = duty.kind == "request" and field.role == "lead"
            yield "Đề nghị với" if is_request else field.name, parties(site, bodies)


def parties(site: Site, bodies: Iterable[Party]) -> tuple[Named, ...]:
    """Name bodies by their printed words; one that only a person's note names, by its short name."""
    return tuple(
        Named(party.words or site.unit_name(party.unit), unit_path(party.unit) if party.unit else "")
        for party in bodies
    )
