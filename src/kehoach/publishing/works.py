"""Everything the site is made of, in works that can be done in any order and in several processes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from kehoach.exports import feed
from kehoach.exports.datapackage import PACKAGE, About, Size
from kehoach.exports.docx import official_document
from kehoach.exports.feed import Histories
from kehoach.exports.opendata import package, plan_data, plan_rows, summaries, tables
from kehoach.exports.pdf import official_pdf
from kehoach.exports.typesetting import Press
from kehoach.machine.fingerprints import digest
from kehoach.machine.streamed import Streamed
from kehoach.machine.tracing import ALL, note
from kehoach.model.planid import line_of
from kehoach.model.units import Unit
from kehoach.pages.build import INDEX, INDEX_PARTS, KINDS, PagePart, part_of, parts
from kehoach.pages.dutyfiles import calendar_file, plan_duty_files, ready_events, unit_duty_files
from kehoach.pages.embeds import embed
from kehoach.pages.guidetodata import FILE as GUIDE
from kehoach.pages.guidetodata import guide_to_data
from kehoach.pages.home import Home
from kehoach.pages.page import CALENDAR_FILE, DATA_FILES, Page, plan_file, unit_file, unit_path
from kehoach.pages.paper import embed_page, embed_path
from kehoach.pages.pictures import picture
from kehoach.pages.redirects import FILE, moves, redirect_pages
from kehoach.pages.searchfiles import FOLDER, passage_files, search_files
from kehoach.pages.searchjoined import JOINED, words_of_plan
from kehoach.pages.site import Site
from kehoach.publishing.addresses import ADDRESSES, address_files
from kehoach.publishing.planstates import HISTORY
from kehoach.publishing.questions import ALL_SCHEDULED
from kehoach.publishing.sitemaps import SITEMAP, maps

ROBOTS = "robots.txt"
FEED = "feed"
"""The work that tells of changes of files."""
AUTHORED = "authored"
"""The kind of works that make an authored page which shows something of the plans."""
PASSAGES = "passages"
"""The kind of works that make what the search shows of the editions of a plan."""
SUMMARIES, GUIDING = "summaries", "guide to data"
"""Works that tell of all plans no more than what each in outline does."""
EVENTS = "calendar file"
"""The work that tells of all duties that are due."""
UNIT_FILES = "unit-files"
"""The kind of works that make the tables and the calendar of what one body has to do."""
NEWS = "news"
"""The kind of works that tell one body of them."""
PAPERS, TABLES, SEARCHING = "papers", "tables", "search"
"""The kind of works that set a plan for print, and the works that join rows and words of all plans."""

_JOINED = (TABLES, SEARCHING, EVENTS)
_BELOW = {
    TABLES: DATA_FILES,
    SUMMARIES: DATA_FILES,
    EVENTS: CALENDAR_FILE,
    SEARCHING: FOLDER,
    PASSAGES: f"{FOLDER}p",
    FEED: feed.FILE,
    GUIDING: GUIDE,
}
"""Where all that is made from everything stands, by the kind of work."""

Made = tuple[str, Page | bytes | Streamed]
"""An address from the site's root with what stands there: a page for the shell, or a file's bytes."""


@dataclass(frozen=True)
class Circumstances:
    """What the edge knows of a build: the site's address, its source folder, the files' history, the commit's time.

    ``source`` holds ``templates``, ``fonts`` and the map of moved addresses.
    """

    home: Home
    source: Path
    histories: Histories
    committed: dt.datetime | None = None

    @cached_property
    def press(self) -> Press:
        """What sets pictures and documents."""
        return press_of(self.source)


def press_of(source: Path) -> Press:
    """Make the press from a folder that holds ``templates`` and ``fonts``."""
    return Press(source / "templates", source / "fonts")


@dataclass(frozen=True)
class Work:
    """Pages and files made together; works of a ``group`` share what is worked out.

    ``below`` is where all that it makes stands, if it is made from everything; the name of another is
    ``kind/subject``, and the subject's words are in each address. What is ``joined`` is so from pieces that the works
    of plans make, and done when these are.
    """

    name: str
    group: str
    make: Callable[[], Iterable[Made]]
    below: str = ""
    joined: bool = False

    @property
    def subject(self) -> str:
        """What it is about."""
        return self.below or self.name.partition("/")[2]

    def may_hold(self, address: str) -> bool:
        """Tell whether what stands at an address can be made by this work."""
        if self.below:
            return address.startswith(self.below)
        return all(word in address for word in self.subject.split("/"))


@dataclass(frozen=True)
class Works:
    """All works of a site but the last touches (``last``), which need to know what the others made.

    ``authored`` are the texts of authored pages that show something of the plans, by address.
    """

    site: Site
    of: Circumstances
    authored: Mapping[str, str] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Work]:
        """Give them all."""
        for part in parts(self.site):
            yield self._of_part(part)
        for kind, (subjects, _) in self._kinds.items():
            yield from (self._of_kind(kind, subject) for subject in subjects())

    def named(self, name: str) -> Work:
        """Give the work of a name that is one of theirs, without listing the others."""
        kind, _, subject = name.partition("/")
        if kind in KINDS:
            return self._of_part(part_of(self.site, kind, subject))
        return self._of_kind(kind, subject)

    def _of_part(self, part: PagePart) -> Work:
        return Work(part.name, part.group, partial(self._pages_and_files, part), _index(part.name))

    def _of_kind(self, kind: str, subject: str) -> Work:
        name = f"{kind}/{subject}" if subject else kind
        # The provisions that the search shows are those of the pages of the same plans.
        group = {UNIT_FILES: f"unit/{subject}", AUTHORED: AUTHORED, PASSAGES: subject}.get(kind, name)
        below = subject.partition("@")[0] if kind == AUTHORED else _BELOW.get(kind, "")
        return Work(
            name,
            line_of(subject) if kind == PAPERS else group,
            partial(self._kinds[kind][1], subject),
            below,
            kind in _JOINED,
        )

    def _pages_and_files(self, part: PagePart) -> Iterator[Made]:
        yield from _pages_and_files(self.site, self.of, part)
        kind, _, name = part.name.partition("/")
        if kind == "plan" and self._are_joined_anew:
            # While the plan is at hand: each list of all plans would bring it back again.
            plan_rows(self.site.fabric, name, self.site.piece)
            ready_events(self.site, name, self.of.home)
            words_of_plan(self.site, name)

    @cached_property
    def _are_joined_anew(self) -> bool:
        """Whether lists are joined of the pieces of all plans; one that is brought up to date asks for those before."""
        return bool(self.site.former) and self.site.former[-1].joined(JOINED) is None

    @cached_property
    def _kinds(self) -> Mapping[str, tuple[Callable[[], Iterable[str]], Callable[[str], Iterable[Made]]]]:
        """By kind what there is a work of it for, and how that is made."""
        site, of, fabric = self.site, self.of, self.site.fabric
        units = site.registry.units
        return {
            PAPERS: (lambda: fabric.plans if site.documents else (), partial(_papers, site, of)),
            TABLES: (
                _once,
                lambda _: _noted(ALL, tables(fabric, site.piece, site.former[-1] if site.former else None)),
            ),
            SUMMARIES: (_once, lambda _: summaries(fabric)),
            EVENTS: (_once, lambda _: _noted(ALL_SCHEDULED, [calendar_file(site, of.home)])),
            SEARCHING: (_once, lambda _: _noted(ALL, search_files(site))),
            PASSAGES: (
                lambda: map("/".join, fabric.editions),
                lambda line: passage_files(site, *line.split("/")).items(),
            ),
            UNIT_FILES: (lambda: units, lambda name: unit_duty_files(site, units[name], of.home)),
            FEED: (_once, lambda _: _feed(site, of)),
            GUIDING: (_once, lambda _: [(GUIDE, guide_to_data(site, of.home).encode())]),
            NEWS: (
                lambda: (name for name in units if feed.has_news(fabric, site.agenda, name)),
                lambda name: _news(site, of, units[name]),
            ),
            # The text is named by its digest: what is kept of another is not of this one.
            AUTHORED: (lambda: (f"{at}@{digest([html])}" for at, html in self.authored.items()), self._embedded),
        }

    def _embedded(self, subject: str) -> Iterator[Made]:
        address = subject.partition("@")[0]
        yield address, embed(self.site, self.authored[address], address.removesuffix("index.html")).encode()


def _once() -> tuple[str]:
    return ("",)


def _noted(name: str, made: Iterable[Made]) -> Iterable[Made]:
    """Note what a list is of, which is joined of what was kept: it asks for what has changed alone."""
    note(name)
    return made


def _index(name: str) -> str:
    kind, _, address = name.partition("/")
    if kind != INDEX:
        return ""
    return address if address in INDEX_PARTS else f"{address}index.html"


def _pages_and_files(site: Site, of: Circumstances, part: PagePart) -> Iterator[Made]:
    for page in part.make():
        yield page.path, page
    kind, _, name = part.name.partition("/")
    if kind == "plan":
        yield from plan_data(site.fabric, site.editions, name).items()
        yield from plan_duty_files(site, name, of.home)
        if of.home.url:
            yield picture(site, name, of.press, of.home)
        yield f"{embed_path(name)}index.html", embed_page(site, name, of.home).encode()


def _papers(site: Site, of: Circumstances, plan_id: str) -> Iterator[Made]:
    """A plan as it is handed on to be read: set for print, and to be opened in an office program."""
    linked = site.fabric.plans[plan_id]
    yield plan_file(plan_id, ".docx"), official_document(linked, site.registry, "reading")
    yield plan_file(plan_id, ".pdf"), official_pdf(linked, site.registry, of.press, "reading")


def _feed(site: Site, of: Circumstances) -> Iterator[Made]:
    note(HISTORY + ALL)
    news = feed.entries(site.fabric, site.agenda, of.histories, site.day, site.versions, site.piece)
    yield feed.FILE, feed.atom(of.home.name, of.home.url, news, site.day)


def _news(site: Site, of: Circumstances, unit: Unit) -> Iterator[Made]:
    plans = {*site.agenda.givers(unit.id), *site.fabric.plans_of(unit.id)}
    for plan_id in plans:
        note(HISTORY + plan_id)
        if site.versions:
            # Which of its commits changed no printed word is read off a plan's history.
            note(plan_id)
    day = site.day_for_news(plans)
    files = (f"plans/{plan_id}{end}" for plan_id in plans for end in (".yaml", ".progress.yaml"))
    is_later = any(revision.day > day for file in files for revision in of.histories.get(file, ()))
    news = feed.unit_entries(site.fabric, site.agenda, of.histories, day, site.versions, unit.id, site.piece)
    if is_later or not news:
        # What is still to come becomes news on a day of its own, and a feed without any has the day itself.
        day = site.day
    file, title = unit_file(unit.id, ".xml"), f"{unit.name}: kế hoạch và việc"
    yield file, feed.atom(of.home.name, of.home.url, news, day, file, unit_path(unit.id), title)


def _robots(home: Home) -> bytes:
    """Let every program read everything (RFC 9309), and name the map where its address is known."""
    map_of_site = f"Sitemap: {home.full(SITEMAP)}\n" if home.url else ""
    return f"User-agent: *\nAllow: /\n{map_of_site}".encode()


def last(addresses: Collection[str], sizes: Mapping[str, Size], of: Circumstances) -> Iterator[tuple[str, bytes]]:
    """Make what depends on all else: the description of the data, the site's map, pages at addresses that have moved.

    ``addresses`` are those of all pages, ``sizes`` the measures of the other files.
    """
    created = of.committed.astimezone(dt.UTC).isoformat().replace("+00:00", "Z") if of.committed else ""
    yield package(sizes, About(created, of.home.url))
    yield from maps(addresses, of.home)
    yield ROBOTS, _robots(of.home)
    yield from address_files(addresses)
    yield from redirect_pages(_moved(of), addresses, of.home).items()


def last_names(of: Circumstances) -> set[str]:
    """Give the addresses of all that ``last`` makes."""
    return {PACKAGE, SITEMAP, ROBOTS, ADDRESSES, *(f"{old}index.html" for old, _ in moves(_moved(of)))}


def _moved(of: Circumstances) -> str:
    return (of.source / FILE).read_text(encoding="utf-8")
