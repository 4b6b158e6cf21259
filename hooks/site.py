"""MkDocs events: load and weave the plans once per build, hand MkDocs finished pages and files.

No rule, text or computation lives here; MkDocs runs this file anew for every build, so nothing outlives one.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
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
from kehoach.feedback import Feedback, feedback
from kehoach.problems import Severity
from kehoach.publishing.policy import without_inline
from kehoach.publishing.published import Circumstances, site_files
from kehoach.repository import load
from kehoach.revisions import histories, versions
from kehoach.vietnamese import long_date

VIETNAM = timezone(timedelta(hours=7))
# The theme's own search, which this site has no use for: 1.2 MB that every portal would have to take.
UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
log = logging.getLogger("mkdocs.hooks.kehoach")


@dataclass
class Build:
    """What one build needs: the site, its address, its generated pages by source address, scripts of the theme."""

    site: pages.Site = field(repr=False)
    home: pages.Home
    generated: dict[str, pages.Page] = field(repr=False)
    scripts: dict[str, str] = field(default_factory=dict, repr=False)
    feedback: Feedback | None = None


def committed() -> datetime | None:
    """Give the time of the commit that is built, where the builder says it (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else None


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load before the macros plugin asks for it."""
    root = Path(config.config_file_path).parent
    repository = load(root)
    fabric = weave(repository)
    for problem in check_repository(repository, fabric):
        if problem.severity is Severity.ERROR:
            log.warning("%s:%s: %s: %s", problem.file, problem.line, problem.code, problem.message)
    today = (committed() or datetime.now(UTC)).astimezone(VIETNAM).date()
    site = pages.make_site(
        fabric, repository, templates=root / "site_src" / "templates", today=today, versions=versions(root)
    )
    generated = {f"{page.path}index.md": page for page in pages.build_pages(site)}
    build = Build(site, pages.home(config.site_name, config.site_url), generated)
    build.feedback = feedback(config.extra.get("feedback"))
    config.extra["kehoach"] = build
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add generated pages, open data and the plans' own files."""
    build: Build = config.extra["kehoach"]
    for file in [file for file in files if file.src_uri.startswith(UNUSED)]:
        files.remove(file)
    for address in build.generated:
        _add(files, File.generated(config, address, content=""))
    root = Path(config.config_file_path).parent
    for address, source in pages.plan_files(build.site).items():
        _add(files, File.generated(config, address, abs_src_path=str(root / source)))
    held = {file.dest_uri.removesuffix("index.html") for file in files}
    around = Circumstances(build.home, root / "site_src", histories(root) or {}, committed())
    for address, data in site_files(build.site, held, around):
        _add(files, File.generated(config, address, content=data))
    return files


def _add(files: Files, file: File) -> None:
    if files.get_file_from_path(file.src_uri):
        raise ValueError(f"{file.src_uri} would overwrite an authored file")
    files.append(file)


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give a generated page its metadata; deny a page the right to switch macros on for itself."""
    page.meta.pop("render_macros", None)
    build: Build = config.extra["kehoach"]
    made = build.generated.get(page.file.src_uri)
    page.meta["hide"] = ["navigation"] if made is None or made.toc else ["navigation", "toc"]
    if made:
        # The theme prints both without escaping.
        page.meta["title"] = str(escape(made.title))
        page.meta["description"] = str(escape(made.description))
        page.meta["scripts"] = made.scripts
        page.meta["head"] = str(pages.head(build.site, made, build.home))
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


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Take the theme's inline scripts out of a page, as the site's Content-Security-Policy asks."""
    build: Build = config.extra["kehoach"]
    output, scripts = without_inline(output, "../" * page.url.count("/"))
    build.scripts.update(scripts)
    return output


def on_post_build(config: MkDocsConfig) -> None:
    """Write the scripts that were taken out; drop the compressed sitemap, which holds the day of the build."""
    Path(config.site_dir, "sitemap.xml.gz").unlink(missing_ok=True)
    for address, script in config.extra["kehoach"].scripts.items():
        Path(config.site_dir, address).write_text(script, encoding="utf-8", newline="\n")


def _toc(headings: Iterable[pages.Heading], level: int) -> Iterable[AnchorLink]:
    for heading in headings:
        link = AnchorLink(str(escape(heading.title)), heading.anchor, level)
        link.children = list(_toc(heading.children, level + 1))
        yield link
