"""What each page of one site shows.

Views of plans, bodies, documents and months, tasks, differences and sources as HTML; long lists cut into pages, charts,
links and addresses, words for codes, search, the frame around a page.
"""

__all__ = [
    "build",
    "color",
    "differencefile",
    "dutyfiles",
    "embeds",
    "feedback",
    "frames",
    "guidetodata",
    "home",
    "metadata",
    "months",
    "namedlinks",
    "page",
    "paper",
    "parting",
    "pictures",
    "planorder",
    "redirects",
    "search",
    "searchfiles",
    "searchindex",
    "searchjoined",
    "searchwords",
    "site",
    "view",
    "wideparts",
]
"""Modules that other rooms may import."""
