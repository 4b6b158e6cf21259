"""The theme around a page's body: rendered once per depth and kind as a frame, then filled by plain replacement.

Pages in the navigation have a frame of their own. The thousands of others differ from each other in a few places
only; rendering the theme for each took as long as making all their bodies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from jinja2 import Environment
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from kehoach.machine.fingerprints import digest
from kehoach.pages.home import Home
from kehoach.pages.metadata import head as head_of
from kehoach.pages.page import Heading
from kehoach.pages.page import Page as MadePage
from kehoach.pages.site import Site
from kehoach.publishing.policy import without_inline

_SLOTS = ("TITLE", "DESCRIPTION", "HEAD", "CONTENT", "ENTRIES", "SCRIPTS", "ADDRESS")
_SLOT = re.compile(rf"kh-khe-({'|'.join(_SLOTS)})-e7b1")


def _slot(name: str) -> str:
    return f"kh-khe-{name}-e7b1"


@dataclass
class Shell:
    """Puts the theme around a generated page."""

    env: Environment
    config: MkDocsConfig
    nav: Navigation
    files: Files
    site: Site
    home: Home
    made: dict[str, str] = field(default_factory=dict)
    """The scripts that stood in the frames so far: address from the root, content."""
    _digests: dict[int, str] = field(default_factory=dict)
    _frames: dict[tuple[str, int, bool], list[str]] = field(default_factory=dict)

    def __call__(self, made: MadePage) -> str:
        """Give the whole HTML of a page."""
        to_root = "../" * made.path.count("/")
        values = {
            "TITLE": str(escape(made.title)),
            "DESCRIPTION": str(escape(made.description)),
            "HEAD": str(head_of(self.site, made, self.home)),
            "CONTENT": made.html,
            "ENTRIES": "".join(self._entry(link) for link in links(made.toc, 2)),
            "SCRIPTS": "".join(f'\n    <script src="{to_root}{script}" defer></script>\n  ' for script in made.scripts),
            "ADDRESS": f"{made.path}index.html",
        }
        # Text and slots by turns: a slot's value is never searched for slots.
        frame = self._frame(made.path, bool(made.toc))
        return "".join(values[part] if index % 2 else part for index, part in enumerate(frame))

    def around(self, path: str, listed: bool) -> str:
        """Give the digest of all that stands around a page."""
        frame = self._frame(path, listed)
        return self._digests.setdefault(id(frame), digest(frame))

    def scripts(self, paths: Iterable[str]) -> dict[str, str]:
        """Give the scripts that stood in the theme's pages at some addresses: address from the root, content."""
        for path in {path.count("/"): path for path in paths}.values():
            self._frame(path, True)
        return self.made

    def _entry(self, link: AnchorLink) -> str:
        return self.env.get_template("partials/toc-item.html").render(toc_item=link)

    def _frame(self, path: str, listed: bool) -> list[str]:
        # The theme marks the section that a page is in, and counts the folders to the root.
        depth = path.count("/")
        key = (path if path in self._in_nav else path.partition("/")[0], depth, listed)
        if key not in self._frames:
            html, scripts = without_inline(self._rendered(path, listed), "../" * depth)
            self._frames[key] = _SLOT.split(html)
            self.made.update(scripts)
        return self._frames[key]

    @cached_property
    def _in_nav(self) -> Mapping[str, Page]:
        return {page.file.src_uri.removesuffix("index.md"): page for page in self.nav.pages}

    def _rendered(self, path: str, listed: bool) -> str:
        section, _, below = path.partition("/")
        address = f"{section}/{'khung/' * below.count('/')}index"
        page = self._in_nav.get(path)
        if page is None:
            page = Page(None, File.generated(self.config, f"{address}.md", content=""), self.config)
        else:
            page.active = True
        page.content = f"<h1>{_slot('CONTENT')}</h1>"
        page.meta = {
            "title": _slot("TITLE"),
            "description": _slot("DESCRIPTION"),
            "head": _slot("HEAD"),
            "scripts": [_slot("SCRIPTS")],
            "hide": ["navigation"] if listed else ["navigation", "toc"],
        }
        top = AnchorLink(_slot("TITLE"), TOP, 1)
        entry = AnchorLink(_slot("ENTRIES"), "kh_khung", 2)
        top.children = [entry] if listed else []
        page.toc = TableOfContents([top])
        context = get_context(self.nav, self.files, self.config, page)
        html = self.env.get_template("main.html").render(context)
        page.active = False
        html = html.replace(page.content, _slot("CONTENT"))
        html = html.replace(self._entry(entry), _slot("ENTRIES"))
        html = re.sub(rf'\n    <script src="[^"]*{_slot("SCRIPTS")}" defer></script>\n  ', _slot("SCRIPTS"), html)
        return html.replace(f"{address}.html", _slot("ADDRESS"))


TOP = "kh_dau"
"""The h1's anchor: it comes first in the table of contents, where the theme's skip link leads."""


def links(headings: Iterable[Heading], level: int) -> Iterable[AnchorLink]:
    """Give a table of contents as MkDocs has it; the theme prints titles without escaping."""
    for heading in headings:
        link = AnchorLink(str(escape(heading.title)), heading.anchor, level)
        link.children = list(links(heading.children, level + 1))
        yield link
