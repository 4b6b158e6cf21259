"""The relations of a plan or document as its page shows them: grouped, named from its side, ready to be linked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kehoach.comparison.relations import Thing, Tie, relations_of
from kehoach.pages.page import document_path, plan_path
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
    """A related plan or document: what it is called, what it is about, its address, and the relation itself."""

    title: str
    subject: str
    path: str
    tie: Tie
    thing: Thing


@dataclass(frozen=True)
class Group:
    """Neighbours of one relation; ``outward`` where the page's own document is the relation's source."""

    label: str
    side: str
    outward: bool
    neighbours: tuple[Neighbour, ...]

    @property
    def anchor(self) -> str:
        """The anchor of the group's list."""
        return f"kh_qh-{self.neighbours[0].tie.type}-{'di' if self.outward else 'den'}".replace("_", "-")


def groups(site: Site, thing: Thing) -> list[Group]:
    """Give the relations of a plan or document from its side, grouped by what they are; items' ties left out."""
    relations = relations_of(site.fabric)
    found: list[Group] = []
    for kind, sides in _SIDES.items():
        for outward, ties in ((True, relations.of(thing)), (False, relations.to(thing))):
            these = [tie for tie in ties if tie.type == kind]
            if these:
                label, side = sides[0 if outward else 1]
                others = tuple(neighbour(site, tie.target if outward else tie.source, tie) for tie in these)
                found.append(Group(label, side, outward, others))
    return found


def neighbour(site: Site, thing: Thing, tie: Tie) -> Neighbour:
    """Name a plan or document as a neighbour."""
    if thing.kind == "plan":
        return Neighbour(site.place_name(thing.id), site.plan(thing.id).title, plan_path(thing.id), tie, thing)
    document = site.registry.documents.get(thing.id)
    if document is None:
        return Neighbour(thing.id, "", "", tie, thing)
    date = f", {short_date(document.issued)}" if document.issued else ""
    return Neighbour(f"{document.title}{date}", upper_first(document.subject), document_path(thing.id), tie, thing)


def sides(found: Sequence[Group], side: str) -> list[Group]:
    """Give the groups of one side."""
    return [group for group in found if group.side == side]
