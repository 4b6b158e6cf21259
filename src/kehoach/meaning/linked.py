"""A plan with what its words say; whole, or brought back when somebody asks for more than its outline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from kehoach.files.memory import RecalledPlan
from kehoach.machine.tracing import ASKED
from kehoach.meaning.duty import Duty
from kehoach.meaning.ledger import LedgerReading
from kehoach.meaning.linking import Linker
from kehoach.meaning.mentions import Mention
from kehoach.meaning.reading import Ledger, PlanReading, read_ledger, read_plan
from kehoach.model.plan import Plan
from kehoach.model.printed import Line

if TYPE_CHECKING:
    from kehoach.model.outline import Outline

Part = TypeVar("Part")


@dataclass(frozen=True)
class Anchors:
    """The anchor of each label path of a plan, and of each item by its id."""

    by_place: Mapping[str, str]


@dataclass(frozen=True)
class Passage:
    """A line that mentions something: its label path, all that it says, and the anchor that leads to it."""

    path: str
    words: str
    anchor: str


@dataclass(frozen=True)
class Mentions:
    """Every mention of a plan in printed order, and parallel to them where it stands.

    Of a line no more than that: with its item and all else that it holds, ten times as much is brought back.
    """

    passages: tuple[Passage, ...]
    mentions: tuple[Mention, ...]

    def of(self, kind: str, target: str) -> Iterator[tuple[Passage, Mention]]:
        """Give those of one thing."""
        for passage, mention in zip(self.passages, self.mentions, strict=True):
            if mention.target == target and mention.kind == kind:
                yield passage, mention


ANCHORS, DUTIES = "anchors", "duties"
"""Name among what a plan tells of things the digests of where its places lead, and of all its duties."""


TELLS = "tells"
"""The kind of the question what one plan tells of a thing."""


def question_to_plan(plan_id: str, thing: str) -> str:
    """Name the question what a plan tells of a thing, by ``kind/id`` or another name under which digests of it are."""
    return f"{ASKED}{TELLS}/{plan_id}#{thing}"


def due_in(year: int, month: int) -> str:
    """Name there the digest of its duties that are due in a month."""
    return f"due/{year}-{month:02d}"


@dataclass(frozen=True, eq=False)
class LinkedPlan:
    """A plan with what its words say; each part is a frozen value of its own kind, worked out once when asked for."""

    plan: Plan
    linker: Linker
    _parts: dict[type, Any] = field(default_factory=dict, repr=False)

    def part(self, kind: type[Part], work: Callable[[], Part]) -> Part:
        """Give the part of a kind: what is worked out of this plan's words and the registries alone."""
        if kind not in self._parts:
            self._parts[kind] = work()
        part: Part = self._parts[kind]
        return part

    @property
    def reading(self) -> PlanReading:
        """What the plan's own words say."""
        return self.part(PlanReading, lambda: read_plan(self.plan, self.linker))

    @property
    def ledger(self) -> tuple[LedgerReading, ...]:
        """What became of each word that carries meaning, parallel to ``lines``."""
        return self.part(Ledger, lambda: read_ledger(self.reading, self.plan.year)).readings

    @property
    def lines(self) -> tuple[Line, ...]:
        """The printed lines."""
        return self.reading.lines

    @property
    def mentions(self) -> tuple[tuple[Mention, ...], ...]:
        """The mentions in each line, parallel to ``lines``."""
        return self.reading.mentions

    @property
    def duties(self) -> tuple[Duty, ...]:
        """The plan's duties in printed order."""
        return self.reading.duties

    @property
    def status(self) -> str:
        """Whether the plan is a draft, in force or withdrawn."""
        return self.plan.status

    @property
    def anchors(self) -> Mapping[str, str]:
        """The anchor of each label path, and of each item by its id."""
        return self._anchors

    @cached_property
    def _anchors(self) -> Mapping[str, str]:
        anchors: dict[str, str] = {}
        for line in self.lines:
            if line.anchor:
                anchors.setdefault(line.path, line.anchor)
                anchors.setdefault(line.anchor, line.anchor)
        return anchors

    def all_mentions(self) -> Iterator[tuple[Line, Mention]]:
        """Every mention with its line, in printed order."""
        return self.reading.all_mentions()

    @property
    def named(self) -> Mentions:
        """Every mention with where it stands, in printed order."""
        return self._named

    @cached_property
    def _named(self) -> Mentions:
        passages: list[Passage] = []
        for line, mentions in zip(self.lines, self.mentions, strict=True):
            if mentions:
                passages += [Passage(line.path, line.words, self.anchors.get(line.path, ""))] * len(mentions)
        return Mentions(tuple(passages), tuple(mention for _, mention in self.all_mentions()))

    @property
    def parts(self) -> tuple[Any, ...]:
        """The parts that were worked out so far."""
        return tuple(self._parts.values())

    def learn(self, parts: Iterable[Any]) -> None:
        """Take over parts that were worked out of the same plan and registries."""
        self._parts.update((type(part), part) for part in parts)

    @cached_property
    def outline(self) -> Outline:
        """What is known of it without its text."""
        from kehoach.meaning.outlining import outline_of  # a command that reads one plan needs no outlines

        return outline_of(self.plan, self.reading)


class PartsAlone:
    """Parts of plans that were brought back by themselves, the last ``HELD_ALONE`` that were asked for.

    Pages of bodies and documents ask the same plans, the newest, again and again.
    """

    def __init__(self) -> None:
        self._held: dict[tuple[OutlinedPlan, type], Any] = {}

    def part(self, plan: OutlinedPlan, kind: type[Part]) -> Part | None:
        """Give the part of a kind of a plan; None where it is not kept by itself."""
        key = plan, kind
        part: Part | None = self._held.pop(key, None)
        if part is None and (part := plan.recalled.alone(kind)) is None:
            return None
        self._held[key] = part
        if len(self._held) > HELD_ALONE:
            del self._held[next(iter(self._held))]
        return part


HELD_ALONE = 120
"""Parts that are held at once, each of some 90 kB; to bring one back takes a millisecond or two."""
HELD = 40
"""Plans of which the text is held at once, each half a megabyte; to bring one back takes some milliseconds."""


class OutlinedPlan(LinkedPlan):
    """A linked plan that is brought back when somebody asks for more than its outline, until it is let go of.

    ``brought`` is a list that plans share: each that is brought back puts itself there. Beyond ``HELD`` the first is
    let go of, so that a piece of work which goes through all plans has room; what it took from a plan stays as it is.
    Parts that were brought back by themselves are shared too.
    """

    recalled: RecalledPlan

    def __init__(
        self, recalled: RecalledPlan, linker: Linker, brought: list[OutlinedPlan], parts_alone: PartsAlone
    ) -> None:
        shared = {"brought": brought, "parts_alone": parts_alone}
        self.__dict__.update(linker=linker, recalled=recalled, outline=recalled.outline, **shared)

    def __getattr__(self, name: str) -> Any:
        """Bring back the plan and the parts that are kept of it."""
        if name not in ("plan", "_parts"):
            raise AttributeError(name)
        plan, parts = self.recalled.whole()
        self.__dict__.update(plan=plan, _parts={type(part): part for part in parts})
        brought = self.__dict__["brought"]
        brought.append(self)
        if len(brought) > HELD:
            brought.pop(0).let_go()
        return self.__dict__[name]

    def part(self, kind: type[Part], work: Callable[[], Part]) -> Part:
        """Give the part of a kind, by itself where nothing else of the plan was brought back."""
        alone: Part | None = self._alone(kind)
        return super().part(kind, work) if alone is None else alone

    @property
    def status(self) -> str:
        """Whether the plan is a draft, in force or withdrawn."""
        return self.outline.head.status

    @property
    def anchors(self) -> Mapping[str, str]:
        """The anchor of each label path, and of each item by its id."""
        alone = self._alone(Anchors)
        return self._anchors if alone is None else alone.by_place

    @property
    def named(self) -> Mentions:
        """Every mention with where it stands, in printed order."""
        return self._alone(Mentions) or self._named

    def _alone(self, kind: type[Part]) -> Part | None:
        parts_alone: PartsAlone = self.__dict__["parts_alone"]
        return None if "_parts" in self.__dict__ else parts_alone.part(self, kind)

    def let_go(self) -> None:
        """Let go of all but the outline."""
        for name in ("plan", "_parts", "_anchors", "_named"):
            self.__dict__.pop(name, None)
