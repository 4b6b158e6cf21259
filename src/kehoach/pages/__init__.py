"""Pages of the site as values: path, title, table of contents and HTML made from autoescaped templates; search."""

__all__ = [
    "build",
    "color",
    "differencefile",
    "dutyfiles",
    "embeds",
    "feedback",
    "guidetodata",
    "home",
    "metadata",
    "months",
    "page",
    "paper",
    "pictures",
    "redirects",
    "reporting",
    "searchfiles",
    "searchjoined",
    "site",
]
"""Modules that other rooms may import."""
