"""Where the site will stand: known only where it is built with an address."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.pages.color import color_of
from kehoach.pages.page import href


@dataclass(frozen=True)
class Home:
    """The site's name, its address ending in "/", empty where the builder did not say it, and the body's color.

    The color is ``#rrggbb``, empty for the one that the theme has.
    """

    name: str
    url: str = ""
    color: str = ""

    def full(self, path: str, page_path: str = "") -> str:
        """Give the full address of a path of the site, or where the site's is not known, the way from ``page_path``."""
        return f"{self.url}{href('', path)}" if self.url else href(page_path, path)


def home(name: str, url: str | None, color: str | None = None) -> Home:
    """Make it from what the configuration says; raises ValueError for a color that none can read."""
    return Home(name, f"{url.rstrip('/')}/" if url else "", color_of(color))
