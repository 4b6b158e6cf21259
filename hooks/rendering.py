"""Authored pages as they were rendered: a save in a live preview changes one of them at most, and mostly a plan."""

from __future__ import annotations

import logging
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

_OF_TEXT_ALONE = {"admonition", "attr_list", "def_list", "fenced_code", "md_in_html", "tables", "toc"}
"""Extensions that make of a text what is in it; others may read files that nobody looks at here."""
_MADE = ("content", "toc", "_title_from_render", "present_anchor_ids")
"""What rendering leaves in a page, beside the anchors that it leads to."""
_LOGGER = logging.getLogger("mkdocs.structure.pages")


@dataclass(frozen=True)
class _Rendered:
    """A page as it was rendered; ``leads_to`` has by the names of files which anchors links ask for there."""

    of: Hashable
    made: dict[str, Any]
    leads_to: dict[str, dict[str, str]] | None


class _Heard(logging.Handler):
    """Hears whether something is told of a page."""

    said = False

    def emit(self, record: logging.LogRecord) -> None:
        """Note that there is something."""
        self.said = True


class RenderedPages:
    """The pages of the builds before, by their files."""

    def __init__(self) -> None:
        self._held: dict[str, _Rendered] = {}

    def remember(self, page: Page) -> None:
        """Render a page only where its text, the site's files or the settings of Markdown are not those of before.

        A page of which something is told is rendered every time, so that it is told again.
        """
        render, name = page.render, page.file.src_uri

        def rendered(config: MkDocsConfig, files: Files) -> None:
            of = (page.markdown, frozenset(files.src_uris), repr((config.markdown_extensions, config.mdx_configs)))
            held = self._held.get(name)
            if held and held.of == of and set(config.markdown_extensions) <= _OF_TEXT_ALONE:
                _restore(page, held, files)
                return
            heard = _Heard()
            _LOGGER.addHandler(heard)
            try:
                render(config, files)
            finally:
                _LOGGER.removeHandler(heard)
            self._held.pop(name, None)
            if not heard.said:
                self._held[name] = _kept(page, of)

        page.render = rendered  # type: ignore[method-assign]  # the generator has no other place for it


def _kept(page: Page, of: Hashable) -> _Rendered:
    leads_to = page.links_to_anchors
    named = None if leads_to is None else {file.src_uri: dict(links) for file, links in leads_to.items()}
    return _Rendered(of, {name: getattr(page, name) for name in _MADE}, named)


def _restore(page: Page, held: _Rendered, files: Files) -> None:
    for name, value in held.made.items():
        setattr(page, name, value)
    if held.leads_to is not None:
        page.links_to_anchors = {files.src_uris[name]: dict(links) for name, links in held.leads_to.items()}
