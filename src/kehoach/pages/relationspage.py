"""What a plan has to do with other plans and documents: drawn, and in the words of the text; a page of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kehoach.comparison.relations import Endpoint
from kehoach.pages.diagram import Drawing, star
from kehoach.pages.namedlinks import NamedPlan, named_plan
from kehoach.pages.page import Heading, Page, relations_path
from kehoach.pages.relationgroups import RelationGroup, groups
from kehoach.pages.site import Site
from kehoach.pages.view import View


@dataclass(frozen=True)
class RelationsView(View):
    """A plan's relations by kind, and the two drawings of them: for a wide screen and for a narrow one."""

    template: ClassVar[str] = "relations.html.j2"

    plan: NamedPlan
    groups: tuple[RelationGroup, ...]
    drawings: tuple[Drawing, Drawing]


def relations_page(site: Site, plan_id: str) -> Page | None:
    """Build the page; None for a plan that names nothing and is named by nothing."""
    path, plan = relations_path(plan_id), site.plan(plan_id)
    related = tuple(groups(site, Endpoint("plan", plan_id), path))
    if not related:
        return None
    name = site.place_name(plan_id)
    view = RelationsView(named_plan(site, plan_id), related, star(related, name, plan.title, path))
    toc = tuple(Heading(group.label, group.anchor) for group in related)
    title = f"Căn cứ và quan hệ: {name}"
    return Page(path, title, site.lay_out(path, view), toc, f"Kế hoạch {name} dựa vào gì, và những gì dựa vào nó.")
