"""All files of the site that are made and are not pages of its shell, whatever generator builds the shell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from kehoach import pages
from kehoach.feed import Histories
from kehoach.opendata import About, open_data
from kehoach.search import search_files


@dataclass(frozen=True)
class Circumstances:
    """What the edge knows of a build: the site's address, its source folder, the files' history, the commit's time.

    ``source`` holds ``templates``, ``fonts`` and the map of moved addresses.
    """

    home: pages.Home
    source: Path
    histories: Histories
    committed: dt.datetime | None = None


def site_files(site: pages.Site, held: Container[str], of: Circumstances) -> Iterator[tuple[str, bytes]]:
    """Give the files' addresses from the site's root and their bytes; ``held`` are the addresses of all pages."""
    created = of.committed.astimezone(dt.UTC).isoformat().replace("+00:00", "Z") if of.committed else ""
    yield from open_data(site.fabric, site.editions, About(created, of.home.url)).items()
    yield from pages.duty_files(site).items()
    yield from search_files(site).items()
    yield from pages.output_files(site, held, of.home, of.source, of.histories).items()
