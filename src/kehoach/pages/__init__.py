"""Pages of the site as values: path, title, table of contents and HTML made from autoescaped templates."""

from kehoach.pages.build import build_pages, make_site, plan_files
from kehoach.pages.embeds import EMBEDS, embed, figures, placeholder
from kehoach.pages.page import Heading, Page, href
from kehoach.pages.site import Site

__all__ = [
    "EMBEDS",
    "Heading",
    "Page",
    "Site",
    "build_pages",
    "embed",
    "figures",
    "href",
    "make_site",
    "placeholder",
    "plan_files",
]
