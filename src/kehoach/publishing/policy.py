"""The site's Content-Security-Policy, and pages brought in line with it: no inline script, no inline style.

A script that a theme writes into a page becomes a file named after its content, so that the policy needs neither
``unsafe-inline`` nor a list of hashes that changes with the theme.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping

SCRIPTS = "assets/javascripts/"

DIRECTIVES: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
"""What a page may load. ``data:`` is for the icons that the theme's own stylesheet carries."""

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_ALIGNED = re.compile(r' style="text-align: ?(left|right|center);?"')
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def policy(ancestors: str = "'self'", styles: str = "") -> str:
    """Write the policy; ``ancestors`` are the sites that may frame a page, ``styles`` more sources of style."""
    directives = {
        **DIRECTIVES,
        "style-src": f"{DIRECTIVES['style-src']} {styles}".strip(),
        "frame-ancestors": ancestors,
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def without_inline(html: str, to_root: str) -> tuple[str, dict[str, str]]:
    """Move a page's inline scripts to files and its alignment styles to classes.

    ``to_root`` leads from the page to the site's root, empty or ending in "/". Gives the page and the files:
    address from the root, content. Scripts stay where they were and block as before.
    """
    files: dict[str, str] = {}

    def moved(match: re.Match[str]) -> str:
        name = hashlib.sha256(match[1].encode()).hexdigest()[:12]
        files[address := f"{SCRIPTS}trang.{name}.js"] = f"{match[1]}\n"
        return f'<script src="{to_root}{address}"></script>'

    return _ALIGNED.sub(r' class="kh-\1"', _INLINE.sub(moved, html)), files


def style_hashes(html: str) -> Iterator[str]:
    """Give the sources by which a policy admits a page's own ``<style>``; the 404 page cannot know where files lie."""
    for match in _STYLE.finditer(html):
        digest = base64.b64encode(hashlib.sha256(match[1].encode()).digest()).decode()
        yield f"'sha256-{digest}'"
