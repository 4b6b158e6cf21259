"""The page of a legal document: what it is, whether it still holds, what it is related to, who cites it where."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from kehoach.comparison.relations import relations_of
from kehoach.meaning.status import events
from kehoach.model.registry import Document
from kehoach.pages.diagram import Drawing, star
from kehoach.pages.namedlinks import Named, NamedPlan, Origin, cited, named_plan, origin, unit_called
from kehoach.pages.page import Heading, Page, document_path
from kehoach.pages.relationgroups import RelationGroup, groups
from kehoach.pages.relationparts import relation_parts, with_parts
from kehoach.pages.site import Site
from kehoach.pages.validity import Happened, happened
from kehoach.pages.view import View
from kehoach.pages.yearly import MentionPlaces, places
from kehoach.wording.letters import upper_first


@dataclass(frozen=True)
class DocumentView(View):
    """A legal document; ``held`` is the plan that it is, ``now`` its state on the site's day."""

    template: ClassVar[str] = "document.html.j2"

    title: str
    subject: str
    issuer: Named | None
    issued: dt.date | None
    valid_from: dt.date | None
    period: tuple[int, int] | None
    period_origin: Origin | None
    names: tuple[str, ...]
    official_url: str
    held: NamedPlan | None
    note: Markup
    origin: Origin
    now: str
    events: tuple[Happened, ...]
    related: tuple[RelationGroup, ...]
    drawings: tuple[Drawing, Drawing]
    citing: MentionPlaces


def document_pages(site: Site, document: Document) -> Iterator[Page]:
    """Build the page of a legal document, and those of its relations where these are many.

    A plan that is held is shown with the plan's own relations.
    """
    path, view = document_path(document.id), document_view(site, document)
    toc = [Heading("Hiệu lực", "hieu-luc")]
    toc += [Heading("Quan hệ với văn bản khác", "quan-he")] if view.related else []
    toc += [Heading("Nơi viện dẫn", "vien-dan")] if view.citing.plans else []
    description = f"{document.title}: {document.subject}" if document.subject else document.title
    # Many bodies have a plan with number 19: its issuer tells it apart in tabs, bookmarks and results.
    title = f"{document.title} của {view.issuer.name}" if view.issuer else document.title
    yield Page(path, title, site.lay_out(path, view), tuple(toc), description)
    yield from relation_parts(site, document, title)


def document_view(site: Site, document: Document) -> DocumentView:
    """Gather what the page of a legal document shows."""
    path, evidence = document_path(document.id), document.period_evidence
    related = groups(site, relations_of(site.fabric).endpoint(document.id), path)
    return DocumentView(
        title=document.title,
        subject=document.subject,
        issuer=unit_called(site, document.issuer) if document.issuer else None,
        issued=document.issued,
        valid_from=document.valid_from,
        period=document.period,
        period_origin=origin(site, path, evidence) if evidence else None,
        names=document.names,
        official_url=document.official_url,
        held=named_plan(site, document.plan, staged=True) if document.plan in site.fabric.outlines else None,
        note=cited(site, path, document.note),
        origin=origin(site, path, document.evidence),
        now=site.health(document).state,
        events=tuple(happened(site, path, event) for event in events(site.registry, document)),
        related=with_parts(site, path, related),
        drawings=star(related, document.title, upper_first(document.subject), path),
        citing=places(site, path, "document", document.id),
    )
