"""Relations that a document has with hundreds of plans: its page names the parts of a long list, each a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kehoach.comparison.relations import relations_of
from kehoach.model.planid import year_of
from kehoach.model.registry import Document
from kehoach.pages.namedlinks import Named
from kehoach.pages.page import Page, document_path
from kehoach.pages.parting import FILES, PART, UNDATED, IndexBlock, IndexSection, cut, letters, part_pages, place_of
from kehoach.pages.relationgroups import Neighbour, RelationGroup, groups
from kehoach.pages.site import Site
from kehoach.wording.letters import slug, upper_first

MOST = FILES
"""Relations that a page lists by themselves, beside quotes from those that mention the document."""
_LETTERS = 40
"""Letters of a document's name that an address may hold."""


def with_parts(site: Site, path: str, relation_groups: Sequence[RelationGroup]) -> tuple[RelationGroup, ...]:
    """Give the groups of relations of the document at an address, those that are long with the pages they are on."""
    parts = {section.anchor: section.parts for section in cut(path, _sections(site, relation_groups), MOST)}
    return tuple(replace(group, parts=parts.get(_address(group), ())) for group in relation_groups)


def relation_parts(site: Site, document: Document, title: str) -> Iterator[Page]:
    """Build the pages that long lists of a document's relations are cut into; ``title`` is its own page's."""
    path, relations = document_path(document.id), relations_of(site.fabric)
    endpoint = relations.endpoint(document.id)
    if len(relations.to(endpoint)) > MOST:
        # As they are named on a page one folder further down, which all parts are.
        related = groups(site, endpoint, f"{path}{PART}/")
        yield from part_pages(site, Named(title, path), "ties", _sections(site, related, title), MOST)


def _sections(
    site: Site, relation_groups: Iterable[RelationGroup], title: str = ""
) -> Iterator[IndexSection[Neighbour]]:
    """Put what names the document in order by year and name; what it names itself is never long."""
    for group in relation_groups:
        if group.outward:
            continue
        blocks = tuple(_block(site, neighbour) for neighbour in group.neighbours)
        name = f"{title}, {group.label[:1].lower()}{group.label[1:]}"
        yield IndexSection(name, _address(group), group.neighbours, blocks)


def _address(group: RelationGroup) -> str:
    return slug(group.label)


def _block(site: Site, one: Neighbour) -> IndexBlock[Neighbour]:
    if one.kind == "plan":
        place = place_of(site, one.id.partition("/")[0])
        return IndexBlock(upper_first(place), (str(year_of(one.id)), *letters(place)), (one,))
    document = site.registry.documents.get(one.id)
    year = str(document.issued.year) if document and document.issued else UNDATED
    return IndexBlock(one.title, (year, *letters(one.title)[:_LETTERS]), (one,))
