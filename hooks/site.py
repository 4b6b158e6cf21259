"""MkDocs events: load and weave the plans once per build, hand MkDocs the pages of the navigation, write the others.

No rule, text or computation lives here; MkDocs runs this file anew for every build, so nothing outlives one.
"""

from __future__ import annotations

import json
import logging
import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from resident import RESIDENT
from shell import TOP, Shell, links  # beside this file
from watchdog.observers.polling import PollingObserver

from kehoach import pages
from kehoach.checks.run import check_repository
from kehoach.fabric import weave
from kehoach.feedback import Feedback, feedback
from kehoach.pages.build import index_pages
from kehoach.problems import Severity
from kehoach.publishing.build import DIGESTS
from kehoach.publishing.cache import Cache
from kehoach.publishing.kept import kept_works
from kehoach.publishing.making import Finish, begin
from kehoach.publishing.policy import without_inline
from kehoach.publishing.works import Circumstances, last, sitemap, works
from kehoach.repository import load
from kehoach.revisions import histories, versions
from kehoach.vietnamese import long_date

VIETNAM = timezone(timedelta(hours=7))
# The theme's own search, which this site has no use for: 1.2 MB that every portal would have to take.
UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
CACHE = ".cache/kehoach"
STYLES = "assets/stylesheets/kehoach.css"
log = logging.getLogger("mkdocs.hooks.kehoach")


@dataclass
class Build:
    """What one build needs: the site, what is known around it, its index pages by source address."""

    site: pages.Site = field(repr=False)
    around: Circumstances = field(repr=False)
    index: dict[str, pages.Page] = field(repr=False)
    feedback: Feedback | None = None
    scripts: dict[str, str] = field(default_factory=dict, repr=False)
    nav: Navigation | None = field(default=None, repr=False)
    shell: Shell | None = field(default=None, repr=False)
    finish: Finish | None = field(default=None, repr=False)

    @property
    def home(self) -> pages.Home:
        """The site's name and address."""
        return self.around.home


def committed() -> datetime | None:
    """Give the time of the commit that is built, where the builder says it (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else None


def on_startup(command: str, dirty: bool) -> None:
    """Note whether this is a live preview."""
    RESIDENT.serving = command == "serve"


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load before the macros plugin asks for it."""
    root = Path(config.config_file_path).parent
    repository = load(root, RESIDENT.memory)
    fabric = RESIDENT.fabric = weave(repository, RESIDENT.fabric)
    for problem in check_repository(repository, fabric):
        if problem.severity is Severity.ERROR:
            log.warning("%s:%s: %s: %s", problem.file, problem.line, problem.code, problem.message)
    today = (committed() or datetime.now(UTC)).astimezone(VIETNAM).date()
    site = pages.make_site(
        fabric, repository, templates=root / "site_src" / "templates", today=today, versions=versions(root)
    )
    home = pages.home(config.site_name, config.site_url)
    around = Circumstances(home, root / "site_src", histories(root) or {}, committed())
    index = {f"{page.path}index.md": page for page in index_pages(site)}
    config.extra["kehoach"] = Build(site, around, index, feedback(config.extra.get("feedback")))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the index pages and the plans' own files."""
    build: Build = config.extra["kehoach"]
    for file in [file for file in files if file.src_uri.startswith(UNUSED)]:
        files.remove(file)
    sheets = [Path(config.docs_dir, sheet).read_text(encoding="utf-8") for sheet in config.extra_css]
    if sheets:
        # One file instead of eight: a phone waits for every style before it shows anything.
        _add(files, File.generated(config, STYLES, content="\n".join(sheets)))
        config.extra_css = [STYLES]
    for address in build.index:
        _add(files, File.generated(config, address, content=""))
    root = Path(config.config_file_path).parent
    for address, source in pages.plan_files(build.site).items():
        _add(files, File.generated(config, address, abs_src_path=str(root / source)))
    return files


def _add(files: Files, file: File) -> None:
    if files.get_file_from_path(file.src_uri):
        raise ValueError(f"{file.src_uri} would overwrite an authored file")
    files.append(file)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keep the navigation for the shell."""
    config.extra["kehoach"].nav = nav
    return nav


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give an index page its metadata; deny a page the right to switch macros on for itself."""
    page.meta.pop("render_macros", None)
    build: Build = config.extra["kehoach"]
    made = build.index.get(page.file.src_uri)
    page.meta["hide"] = ["navigation"] if made is None or made.toc else ["navigation", "toc"]
    if made:
        # The theme prints both without escaping.
        page.meta["title"] = str(escape(made.title))
        page.meta["description"] = str(escape(made.description))
        page.meta["scripts"] = made.scripts
        page.meta["head"] = str(pages.head(build.site, made, build.home))
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Hand an index page its body, an authored page the pieces it embeds."""
    build: Build = config.extra["kehoach"]
    made = build.index.get(page.file.src_uri)
    if made:
        top = AnchorLink(str(escape(made.title)), TOP, 1)
        top.children = list(links(made.toc, 2))
        page.toc = TableOfContents([top])
        html = made.html
    else:
        html = pages.embed(build.site, html, page.file.src_uri.removesuffix("index.md"))
    page.present_anchor_ids = (page.present_anchor_ids or set()) | set(re.findall(r'\sid="([^"]+)"', html))
    return html


@event_priority(-100)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let the theme write dates as official documents do; begin with all that is not in the navigation."""
    build: Build = config.extra["kehoach"]
    env.filters["long_date"] = long_date
    env.bytecode_cache = RESIDENT.compiled
    assert build.nav is not None
    build.shell = Shell(env, config, build.nav, files, build.site, build.home)
    cache = Cache(Path(config.config_file_path).parent / CACHE)
    doing = list(kept_works(works(build.site, build.around), build.site, build.around, cache))
    cache.keep_only([work.name for work in doing])
    build.finish = begin(doing, Path(config.site_dir), build.shell, 1 if RESIDENT.serving else None, build.site.forget)
    return env


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Take the theme's inline scripts out of a page, as the site's Content-Security-Policy asks."""
    build: Build = config.extra["kehoach"]
    output, scripts = without_inline(output, "../" * page.url.count("/"))
    build.scripts.update(scripts)
    return output


def on_post_build(config: MkDocsConfig) -> None:
    """Wait for the rest; write what names all pages, and the scripts that were taken out.

    The compressed sitemap holds the day of the build.
    """
    build: Build = config.extra["kehoach"]
    assert build.finish and build.shell
    place = Path(config.site_dir)
    done = build.finish()
    for file in build.shell.files:
        if file.dest_uri in done.sizes:
            raise ValueError(f"{file.dest_uri} stands for an authored file and a generated one")
    own_pages = (file.dest_uri for file in build.shell.files.documentation_pages())
    held = {*done.pages, *(address.removesuffix("index.html") for address in own_pages)}
    place.joinpath("sitemap.xml.gz").unlink(missing_ok=True)
    own = {**build.scripts, **build.shell.scripts(done.pages)}
    for address, data in (
        *last(held, done.sizes, build.around),
        ("sitemap.xml", sitemap(held, build.home)),
        *((address, script.encode()) for address, script in own.items()),
    ):
        path = place / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    if said := os.environ.get(DIGESTS):
        Path(said).write_text(json.dumps({address: digest for address, (_, digest) in done.sizes.items()}))


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """Notice a saved file soon: by default the preview looks twice a second and then waits."""
    server.build_delay = 0.02
    server.observer = PollingObserver(timeout=0.1)
    watched = list(server._watched_paths)
    server._watched_paths.clear()
    for path in watched:
        server.watch(path)
    return server
