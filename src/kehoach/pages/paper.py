"""A plan without the site around it: one file that can be attached anywhere, and a page to embed in a portal.

Both show the document word for word with its notes and say what they are; neither has a script.
"""

from __future__ import annotations

from markupsafe import Markup

from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.mentions import Mention
from kehoach.pages.home import Home
from kehoach.pages.notes import remarks
from kehoach.pages.page import href, plan_path
from kehoach.pages.plan import official_name
from kehoach.pages.sheet import sheets
from kehoach.pages.site import Site

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
    here = embed_path(plan_id)
    return _paper(
        site, plan_id, home, here, style="", stylesheet=href(here, STYLE), whole=href(here, plan_path(plan_id))
    )


def one_file(site: Site, plan_id: str, home: Home, style: str) -> str:
    """Make the file that needs no other: the style within, no script, no link but to the whole page where known."""
    whole = home.full(plan_path(plan_id)) if home.url else ""
    return _paper(site, plan_id, home, plan_path(plan_id), style=style, stylesheet="", whole=whole)


def _paper(site: Site, plan_id: str, home: Home, here: str, *, style: str, stylesheet: str, whole: str) -> str:
    linked = site.fabric.plans[plan_id]
    listed, notes = remarks(linked.plan, linked.lines)
    unlinked = _Unlinked(linked.plan, linked.linker)
    unlinked.learn(linked.parts)
    return site.render(
        "paper.html.j2",
        here,
        plan=linked.plan,
        official=official_name(linked.plan),
        sheets=sheets(site, unlinked, notes, here),
        remarks=listed,
        home=home,
        style=Markup(style),
        stylesheet=stylesheet,
        icon=href(here, ICON) if stylesheet else "data:,",
        whole=whole,
    )
