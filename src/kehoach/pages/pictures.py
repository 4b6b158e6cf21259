"""The picture of a plan that is shown where its address is shared (Open Graph)."""

from __future__ import annotations

from kehoach.exports.typesetting import Press
from kehoach.model.plan import Plan
from kehoach.pages.citing import official_name
from kehoach.pages.color import BRAND
from kehoach.pages.home import Home
from kehoach.pages.page import plan_path
from kehoach.pages.site import Site
from kehoach.wording.letters import upper_first

WIDTH, HEIGHT = 800, 420
_PPI = 72 * WIDTH / 1200


def picture_path(plan_id: str) -> str:
    """Address of a plan's picture."""
    return f"{plan_path(plan_id)}anh.png"


def picture_words(site: Site, plan: Plan) -> str:
    """Say what the picture shows, for those who do not see it."""
    return f"{site.issued_by(plan)}: {plan.title}. {official_name(plan)}."


def pictures(site: Site, press: Press, home: Home) -> dict[str, bytes]:
    """Draw every plan's picture: its address and its PNG."""
    return dict(picture(site, plan_id, press, home) for plan_id in site.fabric.plans)


def picture(site: Site, plan_id: str, press: Press, home: Home) -> tuple[str, bytes]:
    """Draw a plan's picture: its address and its PNG."""
    plan = site.plan(plan_id)
    words = {
        "issuer": upper_first(site.issued_by(plan)),
        "title": plan.title,
        "official": official_name(plan),
        "site": home.name,
        "color": home.color or BRAND,
    }
    return picture_path(plan_id), press.png("picture", words, _PPI)
