"""What each page of the site shows: views, charts, links and addresses, search, the theme's frame."""

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
]
"""Modules that other rooms may import."""
