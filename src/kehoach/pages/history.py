"""A plan through time: its commits, and each provision through the editions before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from kehoach.comparison.changesentence import badge, sentence
from kehoach.comparison.compare import compare
from kehoach.comparison.editions import Ancestor
from kehoach.files.revisions import Revision, Version
from kehoach.meaning.fabric import LinkedPlan
from kehoach.pages.difference import compared_page
from kehoach.pages.differencetext import Compared
from kehoach.pages.page import Page, difference_path, href, plan_path, revision_path
from kehoach.pages.site import Site
from kehoach.wording.letters import short_date
from kehoach.wording.pathnames import path_name


@dataclass(frozen=True)
class Since:
    """What became of a provision: a badge and a sentence where it changed, where to see it, its line of editions."""

    badge: str
    sentence: str
    href: str
    line: tuple[tuple[str, str], ...]
    first: str


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
    before = f"năm {site.plan(comparison.old_id).edition}"
    page = difference_path(comparison.old_id, plan_id)
    ancestry = site.editions.ancestry(plan_id)
    by_anchor: dict[str, Since] = {}
    for change in comparison.provisions:
        if change.new is None or (change.relation == "merge" and change.new.anchor in by_anchor):
            continue
        words = sentence(change, before, site.registry)
        line = ancestry.get(change.new.name, ())
        by_anchor.setdefault(
            change.new.anchor,
            Since(
                badge(change),
                words,
                href(path, page, change.new.name.replace(".", "-").lower()),
                tuple(_ancestor(site, path, ancestor) for ancestor in line),
                site.plan(line[-1].plan_id).edition if line else site.plan(plan_id).edition,
            ),
        )
    return by_anchor


def _ancestor(site: Site, path: str, ancestor: Ancestor) -> tuple[str, str]:
    words = f"{site.plan(ancestor.plan_id).edition} ({path_name(ancestor.node.path)})"
    return words, href(path, plan_path(ancestor.plan_id), ancestor.node.anchor)


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
