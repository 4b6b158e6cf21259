"""Whom a reader tells of an error on a page, and the words by which that page is named to them.

The site takes nothing in. A plan's words are its issuing body's: the page names it, with the contact that the
registry knows; what a machine read, or a page that is of no one plan, is for whoever runs the site.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from kehoach.model.plan import Plan
from kehoach.model.units import Contact
from kehoach.pages.citing import document
from kehoach.pages.page import PLANS, Page
from kehoach.pages.site import Site
from kehoach.pages.view import View
from kehoach.wording.letters import upper_first


@dataclass(frozen=True)
class Reporting(View):
    """``body`` issued the plan that a page shows, empty on other pages; ``unit`` is its id where it has a page.

    ``cited`` names the page or its document in a remark.
    """

    template: ClassVar[str] = "_reporting.html.j2"

    body: str
    unit: str
    contact: Contact | None
    cited: str


def reporting(site: Site, page: Page) -> Reporting:
    """Say whom to turn to about a page."""
    plan = plan_of(site, page.path)
    if plan is None:
        return Reporting("", "", None, f"Trang “{page.title}”")
    issuer = site.registry.units.get(plan.issuer)
    cited = upper_first(document(plan, site.unit_name(plan.issuer), bool(plan.decision)))
    page_name = cited if page.title == plan.title else f"{cited}; trang “{page.title}”"
    return Reporting(
        site.unit_name(plan.issuer), issuer.id if issuer else "", issuer.contact if issuer else None, page_name
    )


def plan_of(site: Site, path: str) -> Plan | None:
    """Give the plan that a page is about; of a comparison the later one, of a page of no plan none."""
    if not path.startswith(PLANS):
        return None
    unit, series, *rest = [*path.removeprefix(PLANS).split("/"), "", ""][:4]
    edition = rest[1].rpartition("..")[2] if rest[0] == "so-sanh" else rest[0]
    outline = site.fabric.outlines.get(f"{unit}/{series}/{edition}")
    return outline.head if outline else None


def reporting_part(site: Site, page: Page) -> str:
    """Write the part of a page's foot that says it."""
    return site.lay_out(page.path, reporting(site, page))
