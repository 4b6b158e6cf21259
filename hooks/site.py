"""MkDocs events: load and weave the plans once per build, hand MkDocs finished pages and files.

No rule, text or computation lives here; MkDocs runs this file anew for every build, so nothing outlives one.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from kehoach import pages
from kehoach.checks import check_repository
from kehoach.fabric import weave
from kehoach.opendata import open_data
from kehoach.problems import Severity
from kehoach.repository import load
from kehoach.vietnamese import long_date

log = logging.getLogger("mkdocs.hooks.kehoach")


@dataclass
class Build:
    """What one build needs: the site and its generated pages by source address."""

    site: pages.Site = field(repr=False)
    generated: dict[str, pages.Page] = field(repr=False)


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load before the macros plugin asks for it."""
    root = Path(config.config_file_path).parent
    repository = load(root)
    fabric = weave(repository)
    for problem in check_repository(repository, fabric):
        if problem.severity is Severity.ERROR:
            log.warning("%s:%s: %s: %s", problem.file, problem.line, problem.code, problem.message)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    today = datetime.fromtimestamp(int(epoch), UTC).date() if epoch else None
    site = pages.make_site(fabric, repository, templates=root / "site_src" / "templates", today=today)
    config.extra["kehoach"] = Build(site, {f"{page.path}index.md": page for page in pages.build_pages(site)})
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add generated pages, open data and the plans' own files."""
    build: Build = config.extra["kehoach"]
    for address in build.generated:
        _add(files, File.generated(config, address, content=""))
    for address, data in open_data(build.site.fabric).items():
        _add(files, File.generated(config, address, content=data))
    root = Path(config.config_file_path).parent
    for address, source in pages.plan_files(build.site).items():
        _add(files, File.generated(config, address, abs_src_path=str(root / source)))
    return files


def _add(files: Files, file: File) -> None:
    if files.get_file_from_path(file.src_uri):
        raise ValueError(f"{file.src_uri} would overwrite an authored file")
    files.append(file)


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give a generated page its metadata; deny a page the right to switch macros on for itself."""
    page.meta.pop("render_macros", None)
    made = config.extra["kehoach"].generated.get(page.file.src_uri)
    page.meta["hide"] = ["navigation"] if made is None or made.toc else ["navigation", "toc"]
    if made:
        # The theme prints both without escaping.
        page.meta["title"] = str(escape(made.title))
        page.meta["description"] = str(escape(made.description))
        page.meta["search"] = {"boost": made.weight} if made.weight else {"exclude": True}
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Hand a generated page its body, an authored page the pieces it embeds."""
    build: Build = config.extra["kehoach"]
    made = build.generated.get(page.file.src_uri)
    if made:
        # The h1 comes first: it is where the theme's skip link leads; the list itself shows what is below it.
        top = AnchorLink(str(escape(made.title)), "kh_dau", 1)
        top.children = list(_toc(made.toc, 2))
        page.toc = TableOfContents([top])
        html = made.html
    else:
        html = pages.embed(build.site, html, page.file.src_uri.removesuffix("index.md"))
    page.present_anchor_ids = (page.present_anchor_ids or set()) | set(re.findall(r'\sid="([^"]+)"', html))
    return html


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let the theme write dates as official documents do."""
    env.filters["long_date"] = long_date
    return env


def _toc(headings: Iterable[pages.Heading], level: int) -> Iterable[AnchorLink]:
    for heading in headings:
        link = AnchorLink(str(escape(heading.title)), heading.anchor, level)
        link.children = list(_toc(heading.children, level + 1))
        yield link
