"""Pages of the site as values: path, title, table of contents and HTML made from autoescaped templates."""

from kehoach.pages.build import build_pages, make_site, plan_files
from kehoach.pages.dutyfiles import duty_files
from kehoach.pages.embeds import EMBEDS, embed, figures, placeholder
from kehoach.pages.home import Home, home
from kehoach.pages.metadata import head
from kehoach.pages.page import Heading, Page, href
from kehoach.pages.site import Site

__all__ = [
    "EMBEDS",
    "Heading",
    "Home",
    "Page",
    "Site",
    "build_pages",
    "duty_files",
    "embed",
    "figures",
    "head",
    "home",
    "href",
    "make_site",
    "placeholder",
    "plan_files",
]
