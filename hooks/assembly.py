"""One build of the site: what it needs, and what is written when all pages are made."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from kehoach.machine.store import Store
from kehoach.pages.embeds import Pieces
from kehoach.pages.feedback import Feedback
from kehoach.pages.frames import Shell, key_of
from kehoach.pages.home import Home
from kehoach.pages.page import Page
from kehoach.pages.site import Site
from kehoach.publishing.ondemand import Late, OnDemand
from kehoach.publishing.themes import theme_data
from kehoach.publishing.workcache import WorkCache
from kehoach.publishing.workrunner import Finish, Output
from kehoach.publishing.works import Circumstances, Works, last, last_names


class Index(File):
    """A page of ours that the navigation names: MkDocs knows its address, and leaves it to us once it is named."""

    named = False

    def is_documentation_page(self) -> bool:
        """Be a page until the navigation stands."""
        return not self.named

    def copy_file(self, dirty: bool = False) -> None:
        """Leave writing to the works."""


@dataclass
class Build:
    """What one build needs: the site and what is known around it."""

    site: Site = field(repr=False)
    around: Circumstances = field(repr=False)
    store: Store
    feedback: Feedback | None = None
    scripts: dict[str, str] = field(default_factory=dict, repr=False)
    pieces: Pieces = field(default_factory=dict, repr=False)
    nav: Navigation | None = field(default=None, repr=False)
    files: Files | None = field(default=None, repr=False)
    shell: Shell | None = field(default=None, repr=False)
    kept: WorkCache | None = field(default=None, repr=False)
    finish: Finish | None = field(default=None, repr=False)

    @property
    def home(self) -> Home:
        """The site's name and address."""
        return self.around.home

    def authored(self) -> set[str]:
        """Give the addresses of authored pages."""
        assert self.files is not None
        return {file.dest_uri.removesuffix("index.html") for file in self.files.documentation_pages()}

    def last(self, output: Output) -> Iterator[tuple[str, bytes]]:
        """Give the files that are made of all others: the sitemap, the list of digests and their like."""
        assert self.files is not None
        for file in self.files:
            if file.dest_uri in output.sizes and not isinstance(file, Index):
                raise ValueError(f"{file.dest_uri} stands for an authored file and a generated one")
        return last({*output.pages, *self.authored()}, output.sizes, self.around)

    def answer(self, request: Path) -> None:
        """Answer who asked for the theme alone."""
        assert self.shell
        theme, home = self.shell.theme, self.home
        pages = json.loads(request.read_bytes())
        frames = {key_of(path, listed, theme.own): theme.frame(path, listed) for path, listed in pages}
        choices = {"analysis": self.site.analysis, "documents": self.site.documents}
        set_up = {"home": [home.name, home.url, home.color], **choices}
        theme_alone = {**set_up, **theme_data(theme.own, self.authored(), theme.entry, frames)}
        request.write_text(json.dumps(theme_alone, ensure_ascii=False), encoding="utf-8")

    def on_demand(self, place: Path) -> OnDemand:
        """Leave the works to the live preview, which does one when an address of it is asked for."""
        assert self.shell
        shell, scripts = self.shell, dict(self.scripts)
        write(place, scripts)

        def shown(page: Page) -> str:
            page_scripts = shell.scripts([page.path])
            write(place, {address: script for address, script in page_scripts.items() if address not in scripts})
            scripts.update(page_scripts)
            return shell(page)

        return OnDemand(Works(self.site, self.around), place, shown, Late(last_names(self.around), self.last))

    def complete(self, place: Path) -> Output:
        """Wait for the works, and write what is made last."""
        assert self.shell and self.finish
        output = self.finish()
        if self.kept:
            self.kept.keep_only(output.sizes.values())
            self.store.tell()
        write(place, {**self.scripts, **self.shell.scripts(output.pages), **dict(self.last(output))})
        return output


def write(place: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files by their addresses."""
    for address, content in files.items():
        path = place / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
