"""A whole site from the theme and the plans: which files it has, made where they are not there yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from kehoach.exports.datapackage import Size
from kehoach.exports.opendata import size
from kehoach.exports.typesetting import idle
from kehoach.files.revisions import histories, versions
from kehoach.machine.store import Store
from kehoach.machine.tracing import made_anew, watched
from kehoach.pages.build import make_site
from kehoach.pages.build import plan_files as copied_files
from kehoach.pages.frames import Shell
from kehoach.pages.home import Home
from kehoach.pages.site import Site
from kehoach.publishing.elsewhere import Make, Order, made_elsewhere, order_of
from kehoach.publishing.filecache import FileCache
from kehoach.publishing.opened import Opened
from kehoach.publishing.signatures import Signatures
from kehoach.publishing.themes import KeptTheme, Themes
from kehoach.publishing.workcache import WorkCache
from kehoach.publishing.workrunner import Output, Overwritten, begin, make_again, write_new, write_pieces
from kehoach.publishing.works import PAPERS, Circumstances, Work, Works, last

VIETNAM = dt.timezone(dt.timedelta(hours=7))


@dataclass
class Filling:
    """A site that is put together in a folder; files that are ``present`` elsewhere, by digest, are left out of it."""

    root: Path
    place: Path
    theme: KeptTheme
    present: Mapping[str, str]
    sizes: dict[str, Size] = field(default_factory=dict)

    def run(
        self,
        opened: Opened,
        environment: Mapping[str, str],
        themes: Themes,
        files: FileCache,
        executor: Executor | None = None,
    ) -> dict[str, Size]:
        """Give the measures of all files by address; raises Unknown or Touched where the theme has to be made again.

        Where there is an ``executor``, its workers do the works.
        """
        today = _day(environment)
        opened.repository.let_go_of_files()
        site, circumstances = _circumstances(self.root, opened, environment, self.theme, today)
        shell = Shell(self.theme, site, circumstances.home)
        cache = self._cache(opened.store, files, site, circumstances, shell, themes.state)
        if cache:
            site.pieces.append(cache.piece)
            site.former.append(cache.former())
        elsewhere = None
        if executor:
            order = order_of(self.root, self.place, environment, today, self.theme)
            elsewhere = partial(made_elsewhere, executor, order, workshop)
        works = Works(site, circumstances, self.theme.authored)
        prepare = partial(_prepare, site, works)
        output = begin(works, self.place, shell, rest=site.forget, prepare=prepare, keeper=cache, elsewhere=elsewhere)()
        self.sizes.update(output.sizes)
        for address, data in last({*output.pages, *self.theme.pages}, output.sizes, circumstances):
            self._put(address, data)
        self._copy(site)
        self._dress(themes, shell, output)
        if cache:
            sizes = {*output.sizes.values(), *self.theme.files.values()}
            cache.keep_only(sizes, thorough=themes.folder.is_dir())
        return self.sizes

    def _cache(
        self, store: Store, files: FileCache, site: Site, around: Circumstances, shell: Shell, theme: str
    ) -> WorkCache | None:
        if store.folder is None:
            return None
        return WorkCache(store, files, Signatures(site, around), self.place, shell.around, self.present, theme)

    def _dress(self, themes: Themes, shell: Shell, output: Output) -> None:
        """Put the theme's files and the scripts that frames ask for."""
        for address, measure in self.theme.files.items():
            self._take(address, measure)
            if self.present.get(address) != measure[1]:
                themes.put(self.theme, address, self.place)
        for address, script in shell.scripts(output.pages).items():
            if address not in self.theme.files:
                self._put(address, script.encode())

    def _copy(self, site: Site) -> None:
        """Put what is published as it lies in the repository; what was read and is present is not read again."""
        read = {loaded.file: loaded.sha256 for loaded in site.repository.plan_files.values()}
        for address, source in copied_files(site).items():
            path = self.root / source
            if source in read and self.present.get(address) == read[source]:
                self._take(address, (path.stat().st_size, read[source]))
            else:
                self._put(address, path.read_bytes())

    def _take(self, address: str, measure: Size) -> None:
        if address in self.sizes:
            raise Overwritten(address)
        self.sizes[address] = measure

    def _put(self, address: str, data: bytes) -> None:
        measure = size(data)
        self._take(address, measure)
        if self.present.get(address) != measure[1]:
            write_new(self.place, address, partial(write_pieces, [data]))


def _prepare(site: Site, works: Works) -> None:
    """Work out what many works share, and make those of one plan for nothing.

    That brings in what pages are made with, and compiles patterns: each of thousands of processes would do it again.
    The press alone is left idle: once it has worked here, no process that is forked could use it.
    """
    site.prepare()
    site.pieces.append(made_anew)
    with watched(), idle():
        last_one = [plan_id for plan_id in site.fabric.plans if site.fabric.previous(plan_id)][-1:]
        for name in (f"{kind}/{plan_id}" for plan_id in last_one for kind in ("plan", PAPERS)):
            for _ in works.named(name).make():
                pass
    site.pieces.pop()
    site.fabric.let_go(0)
    site.forget()


def workshop(order: Order) -> tuple[Mapping[str, Work], Make]:
    """Open a repository on a worker of a cluster: its works by name, and what makes them; nothing is kept there."""
    opened = Opened(order.root, Store(), whole=True)
    site, circumstances = _circumstances(order.root, opened, order.environment, order.theme, order.today)
    shell = Shell(order.theme, site, circumstances.home)
    works = Works(site, circumstances, order.theme.authored)
    return {work.name: work for work in works}, partial(make_again, place=order.place, shell=shell, rest=site.forget)


def _committed(environment: Mapping[str, str]) -> dt.datetime | None:
    epoch = environment.get("SOURCE_DATE_EPOCH")
    return dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch else None


def _day(environment: Mapping[str, str]) -> dt.date:
    return (_committed(environment) or dt.datetime.now(dt.UTC)).astimezone(VIETNAM).date()


def _circumstances(
    root: Path, opened: Opened, environment: Mapping[str, str], theme: KeptTheme, today: dt.date
) -> tuple[Site, Circumstances]:
    site = make_site(
        opened.fabric,
        opened.repository,
        templates=root / "site_src" / "templates",
        today=today,
        versions=versions(root),
        analysis=theme.analysis,
        documents=theme.documents,
    )
    return site, Circumstances(Home(*theme.home), root / "site_src", histories(root) or {}, _committed(environment))
