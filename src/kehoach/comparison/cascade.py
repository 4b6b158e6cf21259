"""Which items of an upper plan a lower plan takes up: word for word, adapted or not at all, and what it adds.

The machine's reading is by words (``uptake``); a person's, noted in the lower plan's file under ``coverage``,
overrules it. What the weights mean was measured on cells read by hand (tests/gold/coverage.yaml).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kehoach.comparison.adaptation import manner
from kehoach.comparison.likeness import Matrix
from kehoach.comparison.nodes import ComparedNode, vocabulary_of
from kehoach.comparison.terminaltext import FIELD_NAMES
from kehoach.comparison.uptake import SHARED, TAKEN, Item, UptakeItems, plan_items, weights
from kehoach.comparison.words import Op, ops
from kehoach.meaning.fabric import LinkedPlan
from kehoach.model.plan import Uptake
from kehoach.model.registry import Registry

STATUSES = ("verbatim", "adapted", "absent")

CLEAR = 0.5
"""Weight from which an item is clearly taken up: more than half of the words, or of the shorter text, is shared."""
LIKELY = 0.34
"""Weight from which it is likely; below, it is a guess."""
BESIDE = 0.6
"""Share of the best item's weight that another one needs to be named beside it."""
CLEARLY_ABSENT = 0.15
"""Weight up to which nothing but words that all such plans use is shared."""
LIKELY_ABSENT = 0.2
"""Weight up to which an item is likely absent; above, something like it is there."""


@dataclass(frozen=True)
class CascadeCell:
    """What became of one item of the upper plan in the lower one.

    ``item`` takes it up best, ``also`` names others that do; for an absent one ``item`` is None and ``nearest``
    what comes closest. ``manner`` says how it was adapted. ``by`` is machine or person; of a person's word
    ``machine`` keeps what the machine had read.
    """

    upper: ComparedNode
    status: str
    certainty: str
    weight: float
    item: ComparedNode | None = None
    nearest: ComparedNode | None = None
    also: tuple[ComparedNode, ...] = ()
    manner: tuple[str, ...] = ()
    by: str = "machine"
    machine: str = ""
    note: str = ""

    @cached_property
    def ops(self) -> tuple[Op, ...]:
        """The evidence: the runs of words that lead from the upper item to the lower one."""
        return ops(passage(self.upper), passage(self.item)) if self.item else ()


def passage(node: ComparedNode) -> str:
    """Give an item's words as they are to be read, a printed field after its name, each on a line."""
    return "\n".join(
        words if name in ("heading", "text") else f"{FIELD_NAMES.get(name, name)}: {words}"
        for name, words in node.fields.items()
        if words
    )


@dataclass(frozen=True)
class Own:
    """An item of the lower plan that takes up nothing of the upper one."""

    item: ComparedNode
    certainty: str


@dataclass(frozen=True)
class Coverage:
    """An upper plan's items in printed order with what became of them, and the lower plan's own items."""

    upper_id: str
    lower_id: str
    cells: tuple[CascadeCell, ...]
    own: tuple[Own, ...]

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many items have each status."""
        by_status = Counter(cell.status for cell in self.cells)
        return {status: by_status[status] for status in STATUSES}

    @property
    def taken(self) -> int:
        """How many items are taken up in any way."""
        return len(self.cells) - self.counts["absent"]


class Cascade:
    """Compares plans of different bodies; each plan's items are read once, each pair is compared once."""

    def __init__(self, registry: Registry) -> None:
        self._vocabulary = vocabulary_of(registry)
        self._items: dict[str, UptakeItems] = {}
        self._found: dict[tuple[str, str], Coverage] = {}

    def cover(self, upper: LinkedPlan, lower: LinkedPlan) -> Coverage:
        """Compare two plans; the lower plan's own ``coverage`` entries overrule the reading."""
        key = (upper.plan.id, lower.plan.id)
        if key not in self._found:
            self._found[key] = _cover(upper, lower, self._read(upper), self._read(lower))
        return self._found[key]

    def forget(self, most: int) -> None:
        """Let go of all comparisons where there are more than so many, and of all plans' items of twice as many."""
        if len(self._found) > most:
            self._found.clear()
        if len(self._items) > 2 * most:
            self._items.clear()

    def _read(self, linked: LinkedPlan) -> UptakeItems:
        if linked.plan.id not in self._items:
            self._items[linked.plan.id] = plan_items(linked, self._vocabulary)
        return self._items[linked.plan.id]


def _cover(upper: LinkedPlan, lower: LinkedPlan, above: UptakeItems, below: UptakeItems) -> Coverage:
    weighed = weights(above, below)
    judged = {
        entry.upper.rpartition("#")[2]: entry
        for entry in lower.plan.coverage
        if entry.upper.rpartition("#")[0] == upper.plan.id
    }
    reader = _Reader(above.items, below.items, weighed)
    cells = tuple(
        _overruled(reader.cell(row), judged.get(node.key), reader) for row, (node, _) in enumerate(above.items)
    )
    return Coverage(upper.plan.id, lower.plan.id, cells, tuple(reader.own(cells)))


class _Reader:
    """Reads cells off the weights of two given plans."""

    def __init__(self, above: Sequence[Item], below: Sequence[Item], weighed: Matrix) -> None:
        self.above, self.below = above, below
        self.weighed = weighed
        self._columns = list(zip(*weighed, strict=True)) or [()] * len(below)
        # Of the upper items that a lower one resembles, it is first of all taken from the one it resembles most.
        self.best_above = [max(range(len(above)), key=column.__getitem__, default=0) for column in self._columns]

    def cell(self, row: int) -> CascadeCell:
        node, words = self.above[row]
        line = self.weighed[row]
        taking = [c for c in range(len(self.below)) if line[c] >= (TAKEN if self.best_above[c] == row else SHARED)]
        if not taking:
            nearest = max(range(len(line)), key=line.__getitem__, default=-1)
            weight = line[nearest] if nearest >= 0 else 0.0
            certainty = "certain" if weight <= CLEARLY_ABSENT else "likely" if weight <= LIKELY_ABSENT else "doubtful"
            return CascadeCell(
                node, "absent", certainty, weight, nearest=self.below[nearest][0] if weight >= LIKELY_ABSENT else None
            )
        first, *rest = sorted(taking, key=lambda c: (-line[c], c))
        item, other = self.below[first]
        weight = line[first]
        also = tuple(self.below[c][0] for c in rest if line[c] >= BESIDE * weight)
        if words == other:
            return CascadeCell(node, "verbatim", "certain", weight, item, also=also)
        certainty = "certain" if weight >= CLEAR else "likely" if weight >= LIKELY else "doubtful"
        return CascadeCell(
            node, "adapted", certainty, weight, item, also=also, manner=manner(self.above[row], self.below[first])
        )

    def item(self, key: str) -> Item | None:
        """Give the lower item of an id, headings included in what a person may name."""
        return next((entry for entry in self.below if entry[0].key == key), None)

    def own(self, cells: Sequence[CascadeCell]) -> Iterator[Own]:
        """Give the lower items that no upper item is taken up by."""
        used = {node.index for cell in cells for node in (cell.item, *cell.also) if node}
        for column, (node, _) in enumerate(self.below):
            if node.index in used:
                continue
            weight = max(self._columns[column], default=0.0)
            if weight < SHARED:
                yield Own(node, "certain" if weight <= LIKELY_ABSENT else "likely" if weight < TAKEN else "doubtful")


def _overruled(cell: CascadeCell, judgement: Uptake | None, reader: _Reader) -> CascadeCell:
    """Let a person's word stand; where it agrees with the machine the cell is confirmed."""
    if judgement is None:
        return cell
    entry = reader.item(judgement.item) if judgement.item else None
    if judgement.item and entry is None:
        return cell
    item = entry[0] if entry else None
    upper = next(pair for pair in reader.above if pair[0] is cell.upper)
    also = tuple(node for node in (cell.item, *cell.also) if node and item and node.index != item.index)
    return CascadeCell(
        cell.upper,
        judgement.status,
        "certain",
        cell.weight,
        item,
        also=also,
        manner=manner(upper, entry) if entry and judgement.status == "adapted" else (),
        by="person",
        machine=cell.status,
        note=judgement.note,
    )
