"""Whether documents still hold, as pages tell it: what happened to them, and what a plan rests on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from markupsafe import Markup

from kehoach.meaning.status import BasisHealth, Event
from kehoach.pages.namedlinks import Named, Origin, cited, named_document, origin
from kehoach.pages.page import document_path
from kehoach.pages.site import Site


@dataclass(frozen=True)
class Happened:
    """What happened to a document on a day, and which document did it, if one did."""

    kind: str
    date: dt.date
    by: Named | None
    origin: Origin


@dataclass(frozen=True)
class BasisRow:
    """A document that a plan rests on: its state when the plan was issued and on the site's day.

    ``ended`` is what had ended it before the plan was issued, ``later`` what happened since; ``source`` says where its
    state then comes from, None where the registry knows none.
    """

    document: Named
    issued: dt.date | None
    then: str
    now: str
    ended: Happened | None
    later: tuple[Happened, ...]
    source: Markup | None


def happened(site: Site, path: str, event: Event) -> Happened:
    """Tell what happened to a document."""
    successor = named_document(site, event.by) if event.by else None
    return Happened(event.kind, event.date, successor, origin(site, path, event.evidence))


def basis_row(site: Site, path: str, row: BasisHealth) -> BasisRow:
    """Tell how a document that a plan rests on stands."""
    event = row.then.event
    return BasisRow(
        Named(row.document.title, document_path(row.document.id)),
        row.document.issued,
        row.then.state,
        row.now.state if row.now else "",
        happened(site, path, event) if event and row.then.gone else None,
        tuple(happened(site, path, event) for event in row.later),
        cited(site, path, event.evidence.source) if event else None,
    )
