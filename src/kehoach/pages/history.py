"""A plan through time: its commits, and each provision through the editions before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from kehoach.comparison.changesentence import CHANGED, badge, sentence
from kehoach.comparison.compare import compare
from kehoach.files.revisions import Revision, Version
from kehoach.meaning.fabric import LinkedPlan
from kehoach.pages.difference import compared_page
from kehoach.pages.differencetext import Compared
from kehoach.pages.page import Page, difference_path, href, plan_path, revision_path
from kehoach.pages.site import Site
from kehoach.wording.letters import short_date


@dataclass(frozen=True)
class Since:
    """What became of a provision: a badge and a sentence where it changed, and where it first stood.

    ``place`` is its anchor on the page of changes, and ``origin`` the folder of the plan that first had it, with its
    anchor there; both leave out an anchor that is the provision's own, which is nearly always.
    """

    badge: str
    sentence: str
    place: str
    origin: str


@dataclass(frozen=True)
class Changes:
    """What the provisions of a plan are compared with: its name and its folder, and the page of all changes."""

    before: str
    folder: str
    href: str

    def mark(self, since: Since) -> str:
        """Say of a changed provision in one attribute: badge, place and sentence, the words before it as ":".

        What is usual is left out, see ``became`` in reading.js.
        """
        sentence = since.sentence.removesuffix(".")
        opening = f"So với {self.before}: "
        mark_words = f":{sentence.removeprefix(opening)}" if sentence.startswith(opening) else sentence
        usual = since.badge == CHANGED and not since.place and "|" not in mark_words
        return mark_words if usual else f"{since.badge}|{since.place}|{mark_words}"


@dataclass(frozen=True)
class Step:
    """A commit of a plan's history; ``href`` leads to what it changed, where printed words changed."""

    revision: Revision
    href: str
    said: str


def since(site: Site, plan_id: str, path: str) -> Mapping[str, Since]:
    """Say of each provision what became of it since the edition before, by its anchor; nothing for a first edition."""
    comparison = site.editions.since_last(plan_id)
    if comparison is None:
        return {}
    before = _year_named(site, comparison.old_id)
    origins = site.origins(plan_id)
    by_anchor: dict[str, Since] = {}
    for change in comparison.provisions:
        if change.new is None or (change.relation == "merge" and change.new.anchor in by_anchor):
            continue
        change_words = sentence(change, before, site.registry)
        own, first = change.new.anchor, origins.get(change.new.name)
        place = change.new.name.replace(".", "-").lower()
        origin = _origin(path, *first, own) if first else ""
        by_anchor.setdefault(own, Since(badge(change), change_words, "" if place == own else place, origin))
    return by_anchor


def changes(site: Site, plan_id: str, path: str) -> Changes | None:
    """Say what a plan is compared with, and where; None for a first edition."""
    comparison = site.editions.since_last(plan_id)
    if comparison is None:
        return None
    old = comparison.old_id
    return Changes(_year_named(site, old), _folder(path, old), href(path, difference_path(old, plan_id)))


def _year_named(site: Site, plan_id: str) -> str:
    return f"năm {site.plan(plan_id).edition}"


def _folder(path: str, plan_id: str) -> str:
    return href(path, plan_path(plan_id)).removesuffix("index.html")


def _origin(path: str, plan_id: str, anchor: str, own: str) -> str:
    folder = _folder(path, plan_id)
    return folder if anchor == own else f"{folder}#{anchor}"


def steps(site: Site, plan_id: str, path: str) -> tuple[Step, ...] | None:
    """List the commits of a plan, newest first; None where history cannot be told."""
    if site.versions is None:
        return None
    versions = site.versions.get(plan_id, [])
    out = []
    for newer, older in pairwise([*versions, None]):
        assert newer is not None
        changed = bool(_changed(site, older, newer)) if older else False
        read = older is not None and older.plan is not None and newer.plan is not None
        words = "bản đầu trong kho" if newer.first else "chữ in không đổi" if read and not changed else ""
        link = href(path, revision_path(plan_id, newer.revision.commit)) if changed else ""
        out.append(Step(newer.revision, link, words))
    return tuple(out)


def revision_pages(site: Site, plan_id: str) -> Iterator[Page]:
    """Build a page for each commit that changed the printed words of a plan."""
    for newer, older in pairwise((site.versions or {}).get(plan_id, [])):
        if compared := _changed(site, older, newer):
            day = short_date(newer.revision.day)
            title = f"Sửa đổi ngày {day}, bản {newer.revision.commit[:7]}"
            description = f"Sửa đổi ngày {day} của {site.plan(plan_id).title}."
            yield compared_page(site, compared, revision_path(plan_id, newer.revision.commit), title, description)


def _changed(site: Site, older: Version, newer: Version) -> Compared | None:
    """Compare two versions; None where one cannot be read or the printed words are the same."""
    if older.plan is None or newer.plan is None:
        return None
    key = (older.revision.commit, newer.revision.commit, newer.plan.id)
    if key not in site.revised:
        linker = site.fabric.plans[newer.plan.id].linker
        old, new = (LinkedPlan(plan, linker) for plan in (older.plan, newer.plan))
        comparison = compare(old, new, site.registry)
        names = (f"bản ngày {short_date(older.revision.day)}", f"bản ngày {short_date(newer.revision.day)}")
        compared = Compared(comparison, old, new, names, "bản trước", new_page=plan_path(newer.plan.id))
        site.revised[key] = compared if comparison.headline else None
    held: Compared | None = site.revised[key]
    return held
