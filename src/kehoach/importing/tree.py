"""What goes into the outline and what comes out of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as value

from kehoach.importing.fields import FieldRead
from kehoach.importing.labels import Label
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
