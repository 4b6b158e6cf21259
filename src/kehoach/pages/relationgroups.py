"""The relations of a plan or document as its page shows them: grouped, named from its side, ready to be linked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from kehoach.comparison.relations import Endpoint, Tie, relations_of
from kehoach.pages.namedlinks import NamedItem, cited
from kehoach.pages.page import document_path, plan_path
from kehoach.pages.parting import PartLink
from kehoach.pages.site import Site
from kehoach.wording.letters import short_date, upper_first

ABOVE, BELOW = "above", "below"

_SIDES: Mapping[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "issues": (("Ban hành", BELOW), ("Được ban hành bởi", ABOVE)),
    "implements": (("Triển khai, thực hiện", ABOVE), ("Được triển khai bởi", BELOW)),
    "based_on": (("Căn cứ", ABOVE), ("Là căn cứ của", BELOW)),
    "proposed_by": (("Theo đề nghị tại", ABOVE), ("Là đề nghị của", BELOW)),
    "said_above": (("Kế hoạch cấp trên, do người đọc ghi", ABOVE), ("Kế hoạch cấp dưới, do người đọc ghi", BELOW)),
    "follows": (("Kỳ trước", ABOVE), ("Kỳ sau", BELOW)),
    "replaces": (("Thay thế", ABOVE), ("Được thay thế bởi", BELOW)),
    "repeals": (("Bãi bỏ", ABOVE), ("Bị bãi bỏ bởi", BELOW)),
    "amends": (("Sửa đổi, bổ sung", ABOVE), ("Được sửa đổi, bổ sung bởi", BELOW)),
    "corrects": (("Đính chính", ABOVE), ("Được đính chính bởi", BELOW)),
    "cites": (("Nhắc đến trong nội dung", BELOW), ("Được nhắc đến trong", BELOW)),
}
"""Per type its name and side as said of the source, and of the target; in the order that a page shows them."""


@dataclass(frozen=True)
class Neighbour:
    """A related plan or document: what it is called, what it is about, its address, and what the relation rests on.

    ``words`` say it, at ``place`` of the plan ``plan_id``; ``origin`` says where the fact was found otherwise.
    """

    kind: str
    id: str
    title: str
    subject: str
    path: str
    certainty: str
    date: dt.date | None
    words: str
    plan_id: str
    place: NamedItem | None
    origin: Markup


@dataclass(frozen=True)
class RelationGroup:
    """Neighbours of one relation; ``outward`` where the page's own document is the relation's source.

    Where they are many, ``parts`` are the pages that list them.
    """

    type: str
    label: str
    side: str
    outward: bool
    neighbours: tuple[Neighbour, ...]
    parts: tuple[PartLink, ...] = ()

    @property
    def anchor(self) -> str:
        """The anchor of the group's list."""
        return f"kh_qh-{self.type}-{'di' if self.outward else 'den'}".replace("_", "-")


def groups(site: Site, endpoint: Endpoint, page_path: str) -> list[RelationGroup]:
    """Give the relations of a plan or document by type, for the page at ``page_path``; those of items are left out."""
    relations = relations_of(site.fabric)
    relation_groups: list[RelationGroup] = []
    for kind, sides in _SIDES.items():
        for outward, ties in ((True, relations.of(endpoint)), (False, relations.to(endpoint))):
            own_ties = [tie for tie in ties if tie.type == kind]
            if own_ties:
                label, side = sides[0 if outward else 1]
                neighbours = tuple(
                    _neighbour(site, tie.target if outward else tie.source, tie, page_path) for tie in own_ties
                )
                relation_groups.append(RelationGroup(kind, label, side, outward, neighbours))
    return relation_groups


def _neighbour(site: Site, endpoint: Endpoint, tie: Tie, page_path: str) -> Neighbour:
    """Name a plan or document as a neighbour."""
    at = tie.source.id
    place = NamedItem(tie.path, site.anchor(at, tie.path)) if tie.path else None
    origin = cited(site, page_path, tie.origin)
    called = _called(site, endpoint)
    return Neighbour(endpoint.kind, endpoint.id, *called, tie.certainty, tie.date, tie.words, at, place, origin)


def _called(site: Site, endpoint: Endpoint) -> tuple[str, str, str]:
    """Give the title, subject and address of a plan or document; a document that the registry lacks has its id."""
    if endpoint.kind == "plan":
        return site.place_name(endpoint.id), site.plan(endpoint.id).title, plan_path(endpoint.id)
    document = site.registry.documents.get(endpoint.id)
    if document is None:
        return endpoint.id, "", ""
    date = f", {short_date(document.issued)}" if document.issued else ""
    return f"{document.title}{date}", upper_first(document.subject), document_path(endpoint.id)
