"""What each page of the site shows.

Views of plans, bodies, documents and months, charts, links and addresses, words for codes, search, the frame around a
page.
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
    "page",
    "paper",
    "pictures",
    "redirects",
    "searchfiles",
    "searchjoined",
    "site",
    "wideparts",
    "yearly",
]
"""Modules that other rooms may import."""
