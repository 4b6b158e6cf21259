"""MkDocs events: load and weave the plans once per build, hand MkDocs the pages of the navigation, write the others.

No rule, text or computation lives here; MkDocs runs this file anew for every build, so nothing outlives one.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from assembly import Build, Index, write  # beside this file, as are loading, preview and shell
from jinja2 import Environment
from loading import loaded
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from preview import PREVIEW
from shell import Rendered

from kehoach.files.repository import Repository
from kehoach.files.revisions import histories, versions
from kehoach.machine.processexit import spare
from kehoach.machine.store import Store, folder_of
from kehoach.meaning.fabric import weave
from kehoach.pages.build import INDEXES, make_site
from kehoach.pages.build import plan_files as copied_files
from kehoach.pages.color import styles
from kehoach.pages.embeds import embed as embedded
from kehoach.pages.feedback import feedback
from kehoach.pages.frames import Shell
from kehoach.pages.home import home as home_of
from kehoach.pages.wideparts import with_wide_parts
from kehoach.publishing.build import DIGESTS
from kehoach.publishing.filecache import FileCache as KeptFiles
from kehoach.publishing.leanstyle import compact, source_words, stylesheet
from kehoach.publishing.policy import without_inline
from kehoach.publishing.signatures import Signatures
from kehoach.publishing.themes import THEME
from kehoach.publishing.workcache import WorkCache
from kehoach.publishing.workrunner import begin
from kehoach.publishing.works import Circumstances, Works
from kehoach.wording.letters import long_date

VIETNAM = timezone(timedelta(hours=7))
# The theme's own search and script, which this site has no use for: 1.3 MB that every portal would have to take.
UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/", "assets/javascripts/bundle.")
THEME_STYLES = ("assets/stylesheets/main.", "assets/stylesheets/palette.")
STYLES = "assets/stylesheets/kehoach.css"
# Of this project: a theme's have a digest in their name.
OTHER_STYLES = re.compile(r"assets/stylesheets/[a-z-]+\.css")


def committed() -> datetime | None:
    """Give the time of the commit that is built, where the builder says it (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else None


def on_startup(command: str, dirty: bool) -> None:
    """Note whether this is a live preview; a build tells no more than warnings, and looks for no dead cycles."""
    PREVIEW.serving = command == "serve"
    PREVIEW.theme_request = None if PREVIEW.serving else os.environ.get(THEME)
    if not PREVIEW.serving:
        gc.disable()
        _tell(logging.INFO, logging.WARNING)


def on_shutdown() -> None:
    """Leave all as it was."""
    gc.enable()
    _tell(logging.WARNING, logging.INFO)


def _tell(usual: int, now: int) -> None:
    """Have the generator tell more or less, unless it was asked for something else."""
    logger = logging.getLogger("mkdocs")
    if logger.level == usual:
        logger.setLevel(now)


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load before the macros plugin asks for it."""
    root = Path(config.config_file_path).parent
    PREVIEW.begin()
    store = Store(None if PREVIEW.theme_request else folder_of(root, os.environ))
    repository = Repository() if PREVIEW.theme_request else loaded(root, store)
    history = None if PREVIEW.theme_request else versions(root)
    today = (committed() or datetime.now(UTC)).astimezone(VIETNAM).date()
    fabric = PREVIEW.fabric or weave(repository)
    site = make_site(
        fabric,
        repository,
        templates=root / "site_src" / "templates",
        today=today,
        versions=history,
        analysis=config.extra.get("analysis") is True,
        documents=config.extra.get("documents") is not False,
    )
    try:
        home = home_of(config.site_name, config.site_url, config.extra.get("color"))
        remarks = feedback(config.extra.get("feedback"))
    except ValueError as error:
        raise PluginError(f"mkdocs.yml: {error}") from None
    changes = None if PREVIEW.theme_request else histories(root)
    around = Circumstances(home, root / "site_src", changes or {}, committed())
    config.extra["kehoach"] = build = Build(site, around, store, remarks)
    if PREVIEW.serving:
        PREVIEW.remember(config.theme)
    else:
        spare(build)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the index pages and the plans' own files."""
    build: Build = config.extra["kehoach"]
    for file in [file for file in files if file.src_uri.startswith(UNUSED)]:
        files.remove(file)
    if config.extra_css:
        # One file instead of seven: a phone waits for every style before it shows anything.
        ours = [files.src_uris[name] for name in map(str, config.extra_css) if name in files.src_uris]
        others = [file for file in files if OTHER_STYLES.fullmatch(file.src_uri) and file not in ours]
        shared = _styles(files, config, ours, "".join(file.content_string for file in others))
        for sheet in others:
            sheet.content_string = compact(sheet.content_string)
        _add(files, File.generated(config, STYLES, content=shared))
        config.extra_css = [STYLES]
    for address in INDEXES:
        index = Index.generated(config, f"{address}index.md", content="")
        index.dest_uri = f"{address}index.html"
        _add(files, index)
    root = Path(config.config_file_path).parent
    for address, source in copied_files(build.site).items():
        _add(files, File.generated(config, address, abs_src_path=str(root / source)))
    return files


def _styles(files: Files, config: MkDocsConfig, ours: list[File], others: str) -> str:
    """Take the theme's stylesheets and ours out of the site, and give ours with what of the theme's pages can match.

    ``others`` are the sheets beside it, which may read what these set.
    """
    build: Build = config.extra["kehoach"]
    themes = sorted((file for file in files if file.src_uri.startswith(THEME_STYLES)), key=lambda file: file.src_uri)
    for file in (*themes, *ours):
        files.remove(file)
    held = source_words(Path(config.docs_dir).parent)
    held.update(str(value) for palette in config.theme["palette"] for value in palette.values())
    theme_sheets = tuple(file.content_string for file in themes if file.src_uri.endswith(".css"))
    *own, paper = (file.content_string for file in ours)
    # The body's color stands after the theme's and before paper.
    return stylesheet(theme_sheets, (*own, styles(build.home.color), paper), frozenset(held), others)


def _add(files: Files, file: File) -> None:
    if files.get_file_from_path(file.src_uri):
        raise ValueError(f"{file.src_uri} would overwrite an authored file")
    files.append(file)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keep the navigation for the shell, which draws what it names of ours."""
    config.extra["kehoach"].nav = nav
    for file in files:
        if isinstance(file, Index):
            file.named = True
    return nav


@event_priority(100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Deny an authored page the right to switch macros on for itself."""
    page.meta.pop("render_macros", None)
    page.meta["hide"] = ["navigation"]
    if PREVIEW.serving:
        PREVIEW.rendered.remember(page)
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Let what is wide scroll; have the anchors known of the pieces that a page embeds, put in when it is whole."""
    build: Build = config.extra["kehoach"]
    whole = embedded(build.site, html, page.file.src_uri.removesuffix("index.md"), build.pieces)
    page.present_anchor_ids = (page.present_anchor_ids or set()) | set(re.findall(r'\sid="([^"]+)"', whole))
    return with_wide_parts(html)


@event_priority(-100)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let the theme write dates as official documents do; begin with all that is not in the navigation."""
    build: Build = config.extra["kehoach"]
    env.filters["long_date"] = long_date
    env.bytecode_cache = PREVIEW.compiled
    assert build.nav is not None
    build.files, build.shell = files, Shell(Rendered(env, config, build.nav, files), build.site, build.home)
    if PREVIEW.serving or PREVIEW.theme_request:
        return env
    place = Path(config.site_dir)
    if build.store.folder:
        signatures = Signatures(build.site, build.around)
        build.kept = WorkCache(build.store, KeptFiles(build.store.folder), signatures, place, build.shell.around)
    build.finish = begin(Works(build.site, build.around), place, build.shell, rest=build.site.forget, keeper=build.kept)
    return env


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Take the theme's inline scripts out of a page, as its Content-Security-Policy asks, and put in what it embeds."""
    build: Build = config.extra["kehoach"]
    output, scripts = without_inline(output, "../" * page.url.count("/"))
    build.scripts.update(scripts)
    if PREVIEW.theme_request:
        return output
    return embedded(build.site, output, page.file.src_uri.removesuffix("index.md"), build.pieces)


def on_post_build(config: MkDocsConfig) -> None:
    """Wait for the works, or leave them to the preview; write what is made last.

    The compressed sitemap holds the day of the build.
    """
    build: Build = config.extra["kehoach"]
    assert build.shell
    place = Path(config.site_dir)
    place.joinpath("sitemap.xml.gz").unlink(missing_ok=True)
    if PREVIEW.theme_request:
        place.joinpath("sitemap.xml").unlink(missing_ok=True)
        write(place, build.scripts)
        build.answer(Path(PREVIEW.theme_request))
    elif PREVIEW.serving:
        PREVIEW.demand = build.on_demand(place)
        PREVIEW.end()
    else:
        output = build.complete(place)
        if digests := os.environ.get(DIGESTS):
            Path(digests).write_text(json.dumps({address: digest for address, (_, digest) in output.sizes.items()}))


def on_build_error(error: Exception) -> None:
    """Let the preview answer with what there is."""
    PREVIEW.end()


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """Make pages when they are asked for."""
    PREVIEW.attach(server)
    return server
