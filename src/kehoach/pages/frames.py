"""The theme around a page's body: text with slots, once per depth and kind of page, filled by plain replacement.

Pages in the navigation have a frame of their own. The thousands of others differ from each other in a few places
only; rendering the theme for each took as long as making all their bodies.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from markupsafe import Markup, escape

from kehoach.machine.fingerprints import digest
from kehoach.pages.home import Home
from kehoach.pages.linebreaks import unbroken
from kehoach.pages.metadata import head as head_of
from kehoach.pages.page import Heading, Page
from kehoach.pages.reporting import reporting_part
from kehoach.pages.site import Site

_SLOTS = ("TITLE", "LABEL", "ANCHOR", "DESCRIPTION", "HEAD", "CONTENT", "ENTRIES", "SCRIPTS", "ADDRESS", "REPORT")
_SLOT = re.compile(rf"kh-khe-({'|'.join(_SLOTS)})-e7b1")
_IN_ATTRIBUTE = re.compile(r'(?<==")kh-khe-TITLE-e7b1(?=")')

_LISTED = 'class="kh-contents"'

Parts = Sequence[str]
"""Text and names of slots by turns."""


def slot(name: str) -> str:
    """Give the word that stands for a value in a template's output."""
    return f"kh-khe-{name}-e7b1"


def parted(html: str) -> Parts:
    """Take a template's output apart at its slots."""
    return _SLOT.split(html)


def filled(parts: Parts, values: Mapping[str, str]) -> str:
    """Put values into slots; a slot's value is never searched for slots."""
    return "".join(values[part] if index % 2 else part for index, part in enumerate(parts))


@dataclass(frozen=True)
class Frame:
    """What stands around a page, and the scripts that it asks for: address from the root, content."""

    parts: Parts
    scripts: Mapping[str, str]


@dataclass(frozen=True)
class Entry:
    """How the theme writes a heading in a page's list: one without others below it, and around and between those."""

    leaf: Parts
    before: Parts
    between: str
    after: Parts

    @classmethod
    def of(cls, leaf: str, parent: str) -> Entry:
        """Take apart how the theme writes a heading, and one with two such headings below."""
        before, between, after = parent.split(leaf)
        return cls(_labelled(leaf), _labelled(before), between, _labelled(after))

    def __call__(self, heading: Heading) -> str:
        """Write a heading with all below it."""
        title = str(escape(heading.title))
        # The theme takes tags out of the title for the label, and what was escaped is read as text again.
        values = {"TITLE": title, "LABEL": str(escape(Markup(title).striptags())), "ANCHOR": heading.anchor}
        if not heading.children:
            return filled(self.leaf, values)
        below = self.between.join(self(child) for child in heading.children)
        return f"{filled(self.before, values)}{below}{filled(self.after, values)}"


def _labelled(html: str) -> Parts:
    return parted(_IN_ATTRIBUTE.sub(slot("LABEL"), html))


Key = tuple[str, int, bool]
"""The frame of a page: its address or the section it is in, its depth, whether its headings are listed."""


def key_of(path: str, listed: bool, own: Collection[str]) -> Key:
    """Tell which frame a page has; ``own`` are the addresses of those in the navigation.

    The theme marks the section that a page is in, and counts the folders to the root.
    """
    return path if path in own else path.partition("/")[0], path.count("/"), listed


class Theme(Protocol):
    """Gives the theme as text with slots."""

    @property
    def own(self) -> Collection[str]:
        """The addresses of the pages in the navigation."""

    @property
    def entry(self) -> Entry:
        """How headings are listed."""

    def frame(self, path: str, listed: bool) -> Frame:
        """Give what stands around a page."""


@dataclass
class Shell:
    """Puts the theme around a generated page."""

    theme: Theme
    site: Site
    home: Home
    _frames: dict[Key, Frame] = field(default_factory=dict)
    _digests: dict[Key, str] = field(default_factory=dict)

    def __call__(self, page: Page) -> str:
        """Give the whole HTML of a page."""
        to_root = "../" * page.path.count("/")
        values: dict[str, Any] = {
            "TITLE": str(escape(page.title)),
            "DESCRIPTION": str(escape(page.description)),
            "HEAD": str(head_of(self.site, page, self.home)),
            "CONTENT": unbroken(page.html),
            # A page that lists its headings itself has a script lay them beside it: they are not sent twice.
            "ENTRIES": "" if _LISTED in page.html else "".join(map(self.theme.entry, page.toc)),
            "SCRIPTS": "".join(f'<script src="{to_root}{script}" defer></script>\n' for script in page.scripts),
            "ADDRESS": f"{page.path}index.html",
            "REPORT": reporting_part(self.site, page),
        }
        return filled(self._frame(page.path, bool(page.toc)).parts, values)

    def around(self, path: str, listed: bool) -> str:
        """Give the digest of all that stands around a page."""
        key = key_of(path, listed, self.theme.own)
        if key not in self._digests:
            self._digests[key] = digest(self._frame(path, listed).parts)
        return self._digests[key]

    def scripts(self, paths: Iterable[str]) -> dict[str, str]:
        """Give the scripts that the frames of pages at some addresses ask for: address from the root, content."""
        scripts: dict[str, str] = {}
        for path in {path.count("/"): path for path in paths}.values():
            scripts.update(self._frame(path, True).scripts)
        return scripts

    def _frame(self, path: str, listed: bool) -> Frame:
        key = key_of(path, listed, self.theme.own)
        if key not in self._frames:
            self._frames[key] = self.theme.frame(path, listed)
        return self._frames[key]
