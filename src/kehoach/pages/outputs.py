"""Files of the site that are not pages of its shell: what others follow, embed, show and are led by."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path

from kehoach import feed
from kehoach.feed import Histories
from kehoach.official.typesetting import Press
from kehoach.pages.home import Home
from kehoach.pages.paper import embed_page, embed_path
from kehoach.pages.pictures import pictures
from kehoach.pages.redirects import FILE, redirect_pages
from kehoach.pages.site import Site


def press_of(source: Path) -> Press:
    """Make the press from a folder that holds ``templates`` and ``fonts``."""
    return Press(source / "templates", source / "fonts")


def output_files(site: Site, held: Container[str], home: Home, source: Path, histories: Histories) -> dict[str, bytes]:
    """Make the feed, pictures, embeddable pages and redirects: address from the site's root, bytes.

    ``held`` are the addresses of the site's pages; ``source`` holds ``templates``, ``fonts`` and the map of moves.
    """
    news = feed.entries(site.fabric, site.agenda, histories, site.day, site.versions)
    moved = (source / FILE).read_text(encoding="utf-8")
    return {
        feed.FILE: feed.atom(home.name, home.url, news, site.day),
        **pictures(site, press_of(source), home.name),
        **{
            f"{embed_path(plan_id)}index.html": embed_page(site, plan_id, home).encode()
            for plan_id in site.fabric.plans
        },
        **redirect_pages(moved, held, home),
    }
