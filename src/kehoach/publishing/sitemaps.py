"""Maps of a site, by which search engines find its pages (sitemaps.org)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from kehoach.pages.home import Home

SITEMAP = "sitemap.xml"
_MAPPED = 50_000


def maps(addresses: Iterable[str], home: Home) -> Iterator[tuple[str, bytes]]:
    """List all pages for search engines (sitemaps.org); addresses have to be whole, so without the site's own none.

    A map has at most 50,000; where there are more, several are listed in one. No ``lastmod``: what a page is made from
    has no one day.
    """
    ordered = sorted(addresses) if home.url else []
    starts = range(0, len(ordered), _MAPPED)
    if len(starts) < 2:
        yield SITEMAP, _sitemap("urlset", "url", ordered, home)
        return
    names = [SITEMAP.replace(".", f"-{number}.") for number, _ in enumerate(starts, 1)]
    for name, start in zip(names, starts, strict=True):
        yield name, _sitemap("urlset", "url", ordered[start : start + _MAPPED], home)
    yield SITEMAP, _sitemap("sitemapindex", "sitemap", names, home)


def _sitemap(kind: str, entry: str, addresses: Iterable[str], home: Home) -> bytes:
    root = ElementTree.Element(kind, xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for address in addresses:
        ElementTree.SubElement(ElementTree.SubElement(root, entry), "loc").text = home.full(address)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
