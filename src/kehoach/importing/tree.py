"""What goes into the outline and what comes out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as value
from itertools import groupby

from kehoach.importing.fields import FieldRead, fields_apart
from kehoach.importing.labels import BULLET_STYLES, Label
from kehoach.importing.model import SourceTable


@dataclass
class OutlineEntry:
    """One paragraph for the outline.

    ``labels`` are the readings of its label where they are known already; ``table`` is set for a table, ``row`` is
    its place among all rows of tables (0: not from a table); ``apart`` tells that a text without label is no
    continuation of the one before, ``leaf`` that nothing can stand below it.
    """

    text: str
    line: int
    labels: list[Label] | None = None
    table: SourceTable | None = None
    row: int = 0
    apart: bool = False
    leaf: bool = False


@dataclass
class OutlineNode:
    """A provision with its paragraphs (the label is not part of them), its field or table, and what is below."""

    line: int
    label: Label | None = None
    paragraphs: list[str] = value(default_factory=list)
    field: FieldRead | None = None
    children: list[OutlineNode] = value(default_factory=list)
    row: int = 0
    table: SourceTable | None = None

    @property
    def announces(self) -> bool:
        """Whether the last words announce a list."""
        return bool(self.paragraphs) and self.paragraphs[-1].endswith(":")

    def walk(self) -> Iterator[OutlineNode]:
        """This node and all below it, in order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


@dataclass
class OpenNode:
    """A node that still can get more below it; the first one is the root.

    ``is_title`` tells that it is a heading which neither label nor capitals mark.
    """

    node: OutlineNode
    label: Label | None = None
    is_title: bool = False

    @property
    def is_bullet(self) -> bool:
        """Whether a bullet stands before it."""
        return self.label is not None and self.label.style in BULLET_STYLES


def fields_of(entry: OutlineEntry, labels: Sequence[Label]) -> list[OutlineEntry]:
    """Part a line with or without a bullet into its fields; ``labels`` are the readings of its label."""
    if any(label.style not in BULLET_STYLES for label in labels):
        return [entry]
    words = labels[0].rest if labels else entry.text
    first, *further = fields_apart(words)
    if not further or not entry.text.endswith(words):
        return [entry]
    opening = f"{entry.text.removesuffix(words)}{first}"
    own = replace(labels[0], rest=first) if labels else None
    return [
        replace(entry, text=opening, labels=[own] if own and entry.labels is not None else entry.labels),
        *(replace(entry, text=text, labels=[]) for text in further),
    ]


def own_fields(node: OutlineNode) -> None:
    """Hang lines such as "Thời gian: …" without a mark on the bullet before them where each bullet has its own.

    A single group of them behind the last bullet says when and by whom the whole is done.
    """
    bare = [child for child in node.children if child.field and child.label is None and not child.row]
    kinds = Counter(child.field.kind for child in bare if child.field)
    last = max((at for at, child in enumerate(node.children) if child not in bare), default=-1)
    others: list[OutlineNode] = []
    for are_fields, group in groupby(enumerate(node.children), lambda entry: entry[1] in bare):
        run = [child for _, child in group]
        owner = others[-1] if others else None
        own = any(child.field and kinds[child.field.kind] > 1 for child in run) or node.children.index(run[-1]) < last
        bulleted = owner and owner.label and not owner.field and owner.label.style in BULLET_STYLES
        if are_fields and own and owner and bulleted:
            owner.children += run
        else:
            others += run
    node.children[:] = others
