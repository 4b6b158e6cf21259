"""A plan without the site around it: one file that can be attached anywhere, and a page to embed in a portal.

Both show the document word for word with its notes and say what they are; neither has a script.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.mentions import Mention
from kehoach.model.plan import SignedFile
from kehoach.pages.citing import official_name
from kehoach.pages.home import Home
from kehoach.pages.linebreaks import unbroken
from kehoach.pages.notes import SourceRemark, remarks
from kehoach.pages.page import href, plan_path
from kehoach.pages.sheet import Sheet, sheets
from kehoach.pages.site import Site
from kehoach.pages.view import View

STYLE = "assets/stylesheets/paper.css"
ICON = "assets/images/favicon.svg"


class _Unlinked(LinkedPlan):
    """A plan whose words lead nowhere: what they would lead to is not there outside the site."""

    @property
    def mentions(self) -> tuple[tuple[Mention, ...], ...]:
        """No mention in any line."""
        return tuple(() for _ in self.lines)


def embed_path(plan_id: str) -> str:
    """Address of the page of a plan that a portal embeds."""
    return f"{plan_path(plan_id)}nhung/"


def snippet(site: Site, plan_id: str, home: Home) -> str:
    """Give the one line of HTML that shows a plan within a page of a portal."""
    address = (
        home.full(embed_path(plan_id)) if home.url else f"https://DIA-CHI-CUA-TRANG/{embed_path(plan_id)}index.html"
    )
    markup = Markup('<iframe src="{}" title="{}" width="100%" height="800" loading="lazy"></iframe>')
    return str(markup.format(address, site.plan(plan_id).title))


def embed_page(site: Site, plan_id: str, home: Home) -> str:
    """Make the page to embed; its style is a file of the site, its one link opens the whole page."""
    path = embed_path(plan_id)
    return _paper(site, plan_id, path, style="", stylesheet=href(path, STYLE), whole=href(path, plan_path(plan_id)))


def one_file(site: Site, plan_id: str, home: Home, style: str) -> str:
    """Make the file that needs no other: the style within, no script, no link but to the whole page where known."""
    whole = home.full(plan_path(plan_id)) if home.url else ""
    return _paper(site, plan_id, plan_path(plan_id), style=style, stylesheet="", whole=whole)


@dataclass(frozen=True)
class PaperView(View):
    """A plan by itself; ``style`` stands within or ``stylesheet`` leads to it, ``whole`` leads to the whole page."""

    template: ClassVar[str] = "paper.html.j2"

    title: str
    official: str
    issuer: str
    status: str
    reason: str
    signed_file: SignedFile | None
    sheets: tuple[Sheet, ...]
    remarks: tuple[SourceRemark, ...]
    style: Markup
    stylesheet: str
    icon: str
    whole: str


def _paper(site: Site, plan_id: str, path: str, *, style: str, stylesheet: str, whole: str) -> str:
    linked = site.fabric.plans[plan_id]
    plan = linked.plan
    source_remarks, notes = remarks(plan, linked.lines)
    unlinked = _Unlinked(plan, linked.linker)
    unlinked.learn(linked.parts)
    view = PaperView(
        plan.title,
        official_name(plan),
        site.issued_by(plan),
        plan.status,
        (plan.withdrawal or {}).get("reason", ""),
        plan.signed_file,
        sheets(site, unlinked, notes, path),
        tuple(source_remarks),
        Markup(style),
        stylesheet,
        href(path, ICON) if stylesheet else "data:,",
        whole,
    )
    return unbroken(site.lay_out(path, view))
