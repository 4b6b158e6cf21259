"""The evidence for what became of an item of an upper plan: both passages, with what they share or differ in marked."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from kehoach.comparison.cascade import CascadeCell, passage
from kehoach.comparison.nodes import ComparedNode
from kehoach.comparison.words import Op, count, kept_words
from kehoach.pages.namedlinks import NamedItem

MARKED_RUN = 3
"""Fewest words of a common run that is marked where most words differ."""
_CUT = 320
"""Letters that are shown of an item that nothing takes up."""


@dataclass(frozen=True)
class Judged:
    """What was found of an item and by whom; ``machine`` is its finding where a person gave another."""

    status: str
    certainty: str
    by: str
    machine: str


@dataclass(frozen=True)
class CascadeEvidence:
    """An upper item with what takes it up.

    ``words`` is the one passage to show, ``old`` and ``new`` the two where they differ; ``also`` are other items that
    take it up, ``nearest`` what comes closest to one that nothing takes up.
    """

    upper: NamedItem
    at: str
    tags: str
    judged: Judged
    item: NamedItem | None
    manner: tuple[str, ...]
    note: str
    words: Markup | str
    old: Markup | None
    new: Markup | None
    also: tuple[NamedItem, ...]
    nearest: NamedItem | None


def evidence(cell: CascadeCell, tags: str) -> CascadeEvidence:
    """Lay out what became of an item; ``tags`` is what it can be filtered by."""
    old, new = sides(cell) if cell.status != "verbatim" and cell.item else (None, None)
    whole = cell.status == "verbatim"
    words = passage_lines(passage(cell.upper)) if whole else "" if cell.item else shortened(cell.upper, _CUT)
    return CascadeEvidence(
        named_item(cell.upper),
        f"kh_{cell.upper.key}",
        tags,
        judged(cell),
        named_item(cell.item) if cell.item else None,
        cell.manner,
        cell.note,
        words,
        old,
        new,
        tuple(named_item(node) for node in cell.also),
        named_item(cell.nearest) if cell.nearest else None,
    )


def judged(cell: CascadeCell) -> Judged:
    """Give what was found of an item, without its words."""
    return Judged(cell.status, cell.certainty, cell.by, cell.machine)


def named_item(node: ComparedNode) -> NamedItem:
    """Name the provision that a node stands for."""
    return NamedItem(node.path, node.anchor)


def shortened(node: ComparedNode, most: int = 190) -> str:
    """Give an item's words, cut at a word."""
    words = (node.fields.get("heading") or node.fields.get("text") or node.text).replace("\n", " ")
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0].rstrip(" ,;") + " …"


def sides(cell: CascadeCell) -> tuple[Markup, Markup]:
    """Mark up both passages of a cell: what differs where most is the same, what is common where most differs."""
    assert cell.item is not None
    total = max(count(passage(cell.upper)), count(passage(cell.item)))
    alike = 2 * kept_words(cell.ops) >= total
    return tuple(  # type: ignore[return-value]
        Markup().join(_run(op, tag, alike) for op in cell.ops if op.tag in ("=", tag)) for tag in "-+"
    )


def passage_lines(text: str) -> Markup:
    """Break a passage where its fields begin."""
    return Markup("<br>").join(Markup.escape(line) for line in text.split("\n"))


_MARKS = {
    "-": Markup('<del><span class="kh-sr">[bỏ] </span>{}</del>'),
    "+": Markup('<ins><span class="kh-sr">[thêm] </span>{}</ins>'),
    "=": Markup("<mark>{}</mark>"),
}


def _run(op: Op, tag: str, alike: bool) -> Markup:
    words = passage_lines(op.words)
    marked = op.tag == tag if alike else op.tag == "=" and count(op.words) >= MARKED_RUN
    if not marked or not op.words.strip():
        return words
    return _MARKS[op.tag].format(words)
