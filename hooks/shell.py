"""The theme rendered for pages that are not there yet: their text is filled in by ``kehoach.pages.frames``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from kehoach.pages.frames import Entry, Frame, parted, slot
from kehoach.publishing.policy import without_inline


@dataclass
class Rendered:
    """MkDocs' theme as text with slots."""

    env: Environment
    config: MkDocsConfig
    nav: Navigation
    files: Files

    @cached_property
    def own(self) -> Mapping[str, Page]:
        """The pages in the navigation, by address."""
        return {page.file.src_uri.removesuffix("index.md"): page for page in self.nav.pages}

    @cached_property
    def entry(self) -> Entry:
        """How headings are listed."""
        leaf, parent = (AnchorLink(slot("TITLE"), slot("ANCHOR"), 2) for _ in range(2))
        parent.children = [leaf, leaf]
        return Entry.of(self._entry(leaf), self._entry(parent))

    def _entry(self, link: AnchorLink) -> str:
        return self.env.get_template("partials/toc-item.html").render(toc_item=link)

    def frame(self, path: str, listed: bool) -> Frame:
        """Give what stands around a page."""
        html, scripts = without_inline(self._rendered(path, listed), "../" * path.count("/"))
        return Frame(parted(html), scripts)

    def _rendered(self, path: str, listed: bool) -> str:
        section, _, below = path.partition("/")
        address = f"{section}/{'khung/' * below.count('/')}index"
        page = self.own.get(path)
        if page is None:
            page = Page(None, File.generated(self.config, f"{address}.md", content=""), self.config)
        else:
            page.active = True
        page.content = f"<h1>{slot('CONTENT')}</h1>"
        page.meta = {
            "title": slot("TITLE"),
            "description": slot("DESCRIPTION"),
            "head": slot("HEAD"),
            "scripts": [slot("SCRIPTS")],
            "report": slot("REPORT"),
            "hide": ["navigation"] if listed else ["navigation", "toc"],
        }
        top = AnchorLink(slot("TITLE"), TOP, 1)
        entry = AnchorLink(slot("ENTRIES"), "kh_khung", 2)
        top.children = [entry] if listed else []
        page.toc = TableOfContents([top])
        context = get_context(self.nav, self.files, self.config, page)
        html = self.env.get_template("main.html").render(context)
        page.active = False
        html = html.replace(page.content, slot("CONTENT"))
        html = html.replace(self._entry(entry), slot("ENTRIES"))
        html = re.sub(rf'<script src="[^"]*{slot("SCRIPTS")}" defer></script>\n', slot("SCRIPTS"), html)
        return html.replace(f"{address}.html", slot("ADDRESS"))


TOP = "kh_dau"
"""The h1's anchor: it comes first in the table of contents, where the theme's skip link leads."""
