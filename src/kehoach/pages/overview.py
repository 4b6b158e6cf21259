"""The whole fabric on one page: bodies and documents by level as a drawing of clusters, and a list to filter.

However many plans there are, a level draws at most so many clusters: one per body while they are few, the
largest ones and one for all others beyond that. Relations between clusters are counted, not drawn one by one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from kehoach.comparison.relations import Endpoint, Relations, relations_of
from kehoach.model.plan import Plan
from kehoach.pages.diagram import Box, Canvas, Drawing, DrawnLabel, box, wrapped
from kehoach.pages.directory import headings
from kehoach.pages.namedlinks import Named, named_body
from kehoach.pages.page import DOCUMENTS, FABRIC, Page, href, unit_path
from kehoach.pages.parting import IndexBlock, IndexSection, cut, letters, part_pages, place_of
from kehoach.pages.site import Site
from kehoach.pages.view import View
from kehoach.pages.vocabulary import LEVELS
from kehoach.wording.letters import slug, upper_first

CLUSTERS = 6
"""Most clusters of plans that a level draws."""
_MOST = 500
"""Plans that a page lists; each takes a fifth of a kilobyte."""

_DRAWN = {"implements": "rest", "based_on": "rest", "said_above": "rest"}
"""Relations that are drawn, and the style of their lines."""


@dataclass(frozen=True)
class Cluster:
    """Plans of one body or of several, or the documents of a level."""

    key: str
    title: str
    subject: str
    link: str
    css: str


@dataclass(frozen=True)
class Edge:
    """How many relations of a style lead from one cluster to another."""

    source: str
    target: str
    style: str
    count: int


@dataclass(frozen=True)
class EditionRow:
    """A plan in the list: how many plans and documents it rests on, how many plans are compared with it."""

    id: str
    edition: str
    name: str
    above: int
    below: int


_Row = tuple[Named, tuple[EditionRow, ...]]
"""A body with its plans."""


@dataclass(frozen=True)
class OverviewView(View):
    """The whole fabric: how many plans, other documents and ties there are, the drawings and what they say.

    The ends of ``edges`` are named as the drawings name them.
    """

    template: ClassVar[str] = "overview.html.j2"

    plans: int
    documents: int
    ties: int
    drawings: tuple[Drawing, Drawing]
    edges: tuple[Edge, ...]
    levels: tuple[IndexSection[_Row], ...]
    analysis: bool


def overview_page(site: Site) -> Page:
    """Build the page of the whole fabric."""
    view = overview_view(site)
    description = "Kế hoạch nào dựa vào kế hoạch, văn bản nào."
    return Page(FABRIC, "Lược đồ các kế hoạch", site.lay_out(FABRIC, view), headings(view.levels), description)


def overview_view(site: Site) -> OverviewView:
    """Gather what the page of the whole fabric shows."""
    relations = relations_of(site.fabric)
    levels = _plans_by_level(site)
    place, bands = _clusters(site, levels)
    edges = _edges(site, place)
    names = {cluster.key: cluster.title for band in bands.values() for cluster in band}
    types: Counter[str] = Counter()
    ends: set[Endpoint] = set()
    for tie in relations.said():
        types[tie.type] += 1
        ends |= {tie.source.whole, tie.target.whole}
    ends |= {Endpoint("plan", plan_id) for pair in relations.going_on() for plan_id in pair}
    ends_by_kind = Counter(end.kind for end in ends)
    return OverviewView(
        ends_by_kind["plan"],
        ends_by_kind["document"],
        types["implements"] + types["based_on"],
        (_wide(bands, edges), _tall(bands, edges)),
        tuple(replace(edge, source=names[edge.source], target=names[edge.target]) for edge in edges),
        cut(FABRIC, _sections(site, levels), _MOST),
        site.analysis,
    )


def overview_parts(site: Site) -> Iterator[Page]:
    """Build the pages of which the list of all bodies' plans is put together, where it is long."""
    sections = _sections(site, _plans_by_level(site))
    return part_pages(site, Named("Lược đồ các kế hoạch", FABRIC), "fabric", sections, _MOST)


def _sections(site: Site, levels: Mapping[str, list[tuple[str, list[Plan]]]]) -> Iterator[IndexSection[_Row]]:
    relations = relations_of(site.fabric)
    for level, units in levels.items():
        blocks = []
        for unit_id, plans in units:
            name, row = place_of(site, unit_id), _of_unit(site, relations, unit_id, plans)
            blocks.append(IndexBlock(upper_first(name), letters(name), (row,), size=len(plans)))
        yield IndexSection(LEVELS[level], slug(LEVELS[level]), tuple(block.rows[0] for block in blocks), tuple(blocks))


def _of_unit(
    site: Site, relations: Relations, unit_id: str, plans: Sequence[Plan]
) -> tuple[Named, tuple[EditionRow, ...]]:
    return named_body(site, unit_id), tuple(_edition(site, relations, plan) for plan in plans)


def _edition(site: Site, relations: Relations, plan: Plan) -> EditionRow:
    above = sum(tie.type in ("implements", "based_on") for tie in relations.of(Endpoint("plan", plan.id), said=True))
    below = len(relations.compared_with.get(plan.id, ()))
    return EditionRow(plan.id, plan.edition, site.place_name(plan.id), above, below)


def _plans_by_level(site: Site) -> dict[str, list[tuple[str, list[Plan]]]]:
    """Give the plans by level and body, the bodies with most plans first."""
    by_unit: dict[str, list[Plan]] = {}
    for outline in site.fabric.outlines.values():
        by_unit.setdefault(outline.head.unit, []).append(outline.head)
    by_level: dict[str, list[tuple[str, list[Plan]]]] = {level: [] for level in LEVELS}
    for unit_id, plans in sorted(by_unit.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        unit = site.registry.units.get(unit_id)
        by_level[unit.level if unit else ""].append((unit_id, plans))
    return {level: units for level, units in by_level.items() if units}


def _clusters(
    site: Site, by_level: Mapping[str, list[tuple[str, list[Plan]]]]
) -> tuple[dict[Endpoint, str], dict[str, list[Cluster]]]:
    """Give the cluster of every plan and document, and the clusters of every level, documents first."""
    place: dict[Endpoint, str] = {}
    bands: dict[str, list[Cluster]] = {level: [] for level in LEVELS}
    document_ids = {
        document.id for document in site.registry.documents.values() if document.plan in site.fabric.outlines
    }
    documents: dict[str, int] = Counter()
    for document in site.registry.documents.values():
        issuer = site.registry.units.get(document.issuer)
        level = (issuer.level if issuer else "") or "national"
        if document.id not in document_ids:
            place[Endpoint("document", document.id)] = f"documents-{level}"
            documents[level] += 1
    for level, count in documents.items():
        title = f"Văn bản {LEVELS[level][0].lower()}{LEVELS[level][1:]}"
        link = href(FABRIC, DOCUMENTS)
        bands[level].append(Cluster(f"documents-{level}", title, f"{count} văn bản", link, "kh-dg-document"))
    for level, units in by_level.items():
        units_drawn = units if len(units) <= CLUSTERS else units[: CLUSTERS - 1]
        for unit_id, plans in units_drawn:
            years = ", ".join(sorted({plan.edition for plan in plans})[-6:])
            link = href(FABRIC, unit_path(unit_id)) if unit_id in site.registry.units else ""
            title = site.unit_name(unit_id)
            bands[level].append(Cluster(unit_id, title, f"{len(plans)} kế hoạch: {years}", link, "kh-dg-plan"))
            place.update({Endpoint("plan", plan.id): unit_id for plan in plans})
        rest = units[len(units_drawn) :]
        if rest:
            total = sum(len(plans) for _, plans in rest)
            link = f"#{slug(LEVELS[level])}"
            key = f"others-{level}"
            bands[level].append(Cluster(key, f"{len(rest)} cơ quan khác", f"{total} kế hoạch", link, "kh-dg-plan"))
            place.update({Endpoint("plan", plan.id): key for _, plans in rest for plan in plans})
    return place, {level: band for level, band in bands.items() if band}


def _edges(site: Site, place: Mapping[Endpoint, str]) -> list[Edge]:
    counts: Counter[tuple[str, str, str]] = Counter()
    for tie in relations_of(site.fabric).said():
        source, target = place.get(tie.source.whole), place.get(tie.target.whole)
        if tie.type in _DRAWN and tie.source.kind == "plan" and source and target and source != target:
            counts[source, target, _DRAWN[tie.type]] += 1
    return [Edge(*key, count) for key, count in counts.items()]


def _wide(bands: Mapping[str, list[Cluster]], edges: Sequence[Edge]) -> Drawing:
    """Levels below each other, clusters of a level side by side; lines run from below upwards."""
    left, width, gap, columns = 110.0, 262.0, 18.0, 3
    canvas = Canvas(left + columns * (width + gap))
    boxes: dict[str, Box] = {}
    y = 4.0
    for level, band in bands.items():
        for row, line in enumerate(wrapped(LEVELS[level], left - 16, 3)):
            canvas.labels.append(DrawnLabel(0, y + 22 + 17 * row, line))
        for start in range(0, len(band), columns):
            row_boxes = [
                box(left + column * (width + gap), y, width, c.title, c.subject, c.link, c.css)
                for column, c in enumerate(band[start : start + columns])
            ]
            boxes.update({c.key: b for c, b in zip(band[start : start + columns], row_boxes, strict=True)})
            canvas.boxes += row_boxes
            y += max(b.height for b in row_boxes) + 22
        y += 30
    canvas.height = y - 30
    for lane, edge in enumerate(edges):
        _line(canvas, boxes[edge.source], boxes[edge.target], edge, gap / 2 + lane % 5 - 2)
    return canvas.drawing()


def _line(canvas: Canvas, source: Box, target: Box, edge: Edge, lane: float) -> None:
    """Join two clusters: a curve between neighbouring rows, right angles beside the columns over more rows."""
    start, end = source.x + source.width / 2, target.x + target.width / 2
    upward = source.y > target.y
    y0, y1 = (source.y, target.y + target.height) if upward else (source.y + source.height, target.y)
    side = 7 if upward else -7
    if source.y == target.y:
        # Beside each other: an arc below both.
        y0 = y1 = max(source.y + source.height, target.y + target.height)
        path = f"M{start:g} {y0:g}C{start:g} {y0 + 26:g} {end:g} {y1 + 26:g} {end:g} {y1:g}"
        side = 7
    elif abs(y0 - y1) > 1.5 * source.height:
        x = source.x - lane
        turn = 16 + lane if upward else -16 - lane
        path = f"M{start:g} {y0:g}V{y0 - turn / 2:g}H{x:g}V{y1 + turn:g}H{end:g}V{y1:g}"
    else:
        bend = (y1 - y0) / 2
        path = f"M{start:g} {y0:g}C{start:g} {y0 + bend:g} {end:g} {y1 - bend:g} {end:g} {y1:g}"
    canvas.lines.append(f"{path}|{edge.style}")
    canvas.heads.append(f"{end:g},{y1:g} {end - 4:g},{y1 + side:g} {end + 4:g},{y1 + side:g}")


def _tall(bands: Mapping[str, list[Cluster]], edges: Sequence[Edge]) -> Drawing:
    """One column; lines run in tracks on the left, one track for each cluster that others rest on."""
    targets = list(dict.fromkeys(edge.target for edge in edges))
    left = min(12.0 + 7 * len(targets), 90.0)
    canvas = Canvas(340.0)
    boxes: dict[str, Box] = {}
    y = 2.0
    for level, band in bands.items():
        canvas.labels.append(DrawnLabel(left, y + 13, LEVELS[level]))
        y += 21
        for cluster in band:
            boxes[cluster.key] = box(left, y, 340 - left, cluster.title, cluster.subject, cluster.link, cluster.css)
            canvas.boxes.append(boxes[cluster.key])
            y += boxes[cluster.key].height + 8
        y += 10
    canvas.height = y
    step = (left - 12) / max(len(targets), 1)
    for track, target in enumerate(targets):
        x = 4 + step * track
        end = boxes[target].y + boxes[target].height / 2 + (track % 3 - 1) * 4
        for edge in (edge for edge in edges if edge.target == target):
            start = boxes[edge.source].y + boxes[edge.source].height / 2 + (track % 5 - 2) * 4
            canvas.lines.append(f"M{left:g} {start:g}H{x:g}V{end:g}H{left:g}|{edge.style}")
        canvas.heads.append(f"{left:g},{end:g} {left - 7:g},{end - 4:g} {left - 7:g},{end + 4:g}")
    return canvas.drawing()
