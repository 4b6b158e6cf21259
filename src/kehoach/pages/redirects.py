"""Addresses that have moved: a committed map, a page at each old address that leads to the new one.

The page works without a script; with one, the place on the page (``#…``) is kept too.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from markupsafe import Markup

from kehoach.pages.home import Home
from kehoach.pages.page import href

FILE = "moved.txt"
ICON = "assets/images/favicon.svg"
SCRIPT = "assets/javascripts/moved.js"

_PAGE = Markup(
    """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="description" content="Trang này đã chuyển sang địa chỉ khác.">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={to}">
<link rel="icon" href="{icon}">
<link rel="canonical" href="{canonical}">
<title>Đã chuyển địa chỉ</title>
<script src="{script}" defer></script>
</head>
<body>
<main>
<h1>Đã chuyển địa chỉ</h1>
<p>Trang này nay ở <a href="{to}">địa chỉ mới</a>.</p>
</main>
</body>
</html>
"""
)


class BrokenMap(Exception):
    """The map names an address that cannot be redirected; the message is a Vietnamese sentence."""


def moves(text: str) -> Iterator[tuple[str, str]]:
    """Read the map: one ``old new`` a line, both as addresses of pages from the root; ``#`` begins a remark."""
    for number, line in enumerate(text.splitlines(), 1):
        words = line.partition("#")[0].split()
        if words:
            if len(words) != 2 or not all(_is_page(word) for word in words):
                raise BrokenMap(f"{FILE}:{number}: cần hai địa chỉ trang, mỗi địa chỉ kết thúc bằng “/”.")
            yield words[0], words[1]


def _is_page(address: str) -> bool:
    parts = address.split("/")
    return address.endswith("/") and all(part and part.strip(".") for part in parts[:-1])


def redirect_pages(text: str, addresses: Container[str], home: Home) -> dict[str, bytes]:
    """Make a page for each old address; raises BrokenMap where one is still held, or leads to none that is."""
    pages = {}
    for old, new in moves(text):
        if old in addresses:
            raise BrokenMap(f"{FILE}: {old} vẫn là một trang, không thể chuyển đi.")
        if new not in addresses:
            raise BrokenMap(f"{FILE}: {new} không phải trang nào; chuyển thẳng tới địa chỉ sau cùng.")
        to = href(old, new)
        page = _PAGE.format(to=to, canonical=home.full(new, old), script=href(old, SCRIPT), icon=href(old, ICON))
        pages[f"{old}index.html"] = page.encode()
    return pages
