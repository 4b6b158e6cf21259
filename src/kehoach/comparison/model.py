"""What a comparison says, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kehoach.comparison.bodies import Handover
from kehoach.comparison.meanings import Difference
from kehoach.comparison.nodes import ComparedNode
from kehoach.comparison.numbers import Number
from kehoach.comparison.words import Op


@dataclass(frozen=True)
class FieldChange:
    """How one printed field changed: both texts, the runs between them, and its weight."""

    name: str
    old: str
    new: str
    ops: tuple[Op, ...]
    weight: str


@dataclass(frozen=True)
class StandingWords:
    """The new provision that still says what a removed one said; ``whole`` is whether all of it."""

    node: ComparedNode
    whole: bool


@dataclass(frozen=True)
class Change:
    """What became of one provision.

    ``status``: same, changed, added or removed; ``relation``: pair, split or merge; ``moved``: another parent
    or another order, beyond what insertion and removal around it explain. ``reason`` names the rule that gave
    the weight. ``numbers_gone`` are promised numbers without a counterpart: an alarm. ``gave`` and ``took`` are the
    new provisions split off this one, and the old ones merged into it. ``differences`` tell what the words do to
    the meaning; ``swapped`` are bodies of which the first led and now takes part, and the second the other way
    round; ``stands`` is the new provision that still says what a removed one said. ``sections`` are the headings that
    it stood and stands under, where these are not one section; ``resettled`` is whether they name bodies or times.
    """

    status: str
    old: ComparedNode | None
    new: ComparedNode | None
    relation: str = "pair"
    moved: bool = False
    by: str = ""
    fields: tuple[FieldChange, ...] = ()
    weight: str = "editorial"
    reason: str = ""
    numbers: tuple[tuple[Number, Number], ...] = ()
    numbers_gone: tuple[Number, ...] = ()
    handovers: tuple[Handover, ...] = ()
    bodies_gone: tuple[str, ...] = ()
    bodies_come: tuple[str, ...] = ()
    documents_gone: tuple[str, ...] = ()
    documents_come: tuple[str, ...] = ()
    indicators_gone: tuple[str, ...] = ()
    indicators_come: tuple[str, ...] = ()
    gave: tuple[ComparedNode, ...] = ()
    took: tuple[ComparedNode, ...] = ()
    differences: tuple[Difference, ...] = ()
    swapped: tuple[tuple[str, str], ...] = ()
    stands: StandingWords | None = None
    sections: tuple[str, str] = ("", "")
    resettled: bool = False

    @property
    def renumbered(self) -> bool:
        """Whether the label path differs."""
        return bool(self.old and self.new and self.old.path != self.new.path)

    @property
    def node(self) -> ComparedNode:
        """The new node, or the old one of a removal."""
        node = self.new or self.old
        assert node is not None
        return node

    def field(self, name: str) -> FieldChange | None:
        """Give the change of one field."""
        return next((f for f in self.fields if f.name == name), None)


@dataclass(frozen=True)
class BasisChange:
    """What became of an invoked document: kept, added, dropped or replaced (``old`` and ``new`` are ids).

    Of one that the registries do not know there is no id: ``words`` are its type, number and day as printed.
    """

    kind: str
    old: str = ""
    new: str = ""
    words: str = ""


@dataclass(frozen=True)
class WordShare:
    """How many of some words of the new plan stand unchanged in the old one."""

    kept: int
    words: int

    @property
    def percent(self) -> float:
        """Kept words in a hundred; 0 where there are no words."""
        return 100 * self.kept / self.words if self.words else 0.0


@dataclass(frozen=True)
class Comparison:
    """All changes from one plan to another, in the printed order of the new plan, removals where they stood."""

    old_id: str
    new_id: str
    changes: tuple[Change, ...]
    basis: tuple[BasisChange, ...]
    carried: WordShare
    sections: Mapping[str, WordShare] = field(default_factory=dict)
    headline: tuple[str, ...] = ()

    @property
    def provisions(self) -> list[Change]:
        """Changes of provisions only."""
        return [change for change in self.changes if change.node.group == "provision"]

    def count(self, status: str) -> int:
        """Count the provisions of a status."""
        return sum(change.status == status for change in self.provisions)
