"""What every page is made from: the woven plans, the templates and look-ups that many pages share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from jinja2 import Environment

from kehoach.agenda.agenda import Agenda
from kehoach.agenda.deadlines import Deadline
from kehoach.agenda.standing import Standing, standings, unrecorded
from kehoach.comparison.cascade import Cascade
from kehoach.comparison.editions import Editions, Origin
from kehoach.comparison.inheritance import moves_by_body
from kehoach.comparison.nodes import vocabulary_of
from kehoach.comparison.relations import relations_of
from kehoach.exports.feed import is_near
from kehoach.exports.revised import Revised
from kehoach.files.repository import Repository
from kehoach.files.revisions import Version
from kehoach.machine.lazymapping import LazyMapping
from kehoach.machine.tracing import Former, Piece, Pieces, Traced, made_anew, note, untraced, watched
from kehoach.meaning.fabric import Fabric
from kehoach.meaning.linked import ANCHORS
from kehoach.meaning.linked import DUTIES as DUTIES
from kehoach.meaning.status import (
    BasisHealth,
    Health,
    Stage,
    basis_health,
    health,
    when,
)
from kehoach.model.plan import Plan
from kehoach.model.planid import PLACE as PLACE
from kehoach.model.registry import Document, Registry
from kehoach.pages.planorder import PlanOrder
from kehoach.pages.stages import Stages
from kehoach.pages.view import View, rendered
from kehoach.wording.pathnames import path_name

DAY, STANDING, BASIS, HEALTH, STAGE, REVISED = "day", "standing", "basis", "health", "stage", "revised"
ANCHOR, NEWS, ORIGINS, CALLED = "anchor", "news", "origins", "called"
"""Kinds of facts beside the plans' words: a work that looked at one is done again when that comes to something else."""


@dataclass(frozen=True)
class Site:
    """The values that pages are built from; ``today`` is the day the site speaks of, if it is to name one.

    ``versions`` gives each plan's states in git, newest first; None where they cannot be told;
    ``analysis`` tells whether plans that do not name each other are laid side by side, ``documents`` whether
    each plan is published as DOCX and PDF too; ``revised`` keeps comparisons of the states in git, ``pieces`` gives
    what lists of everything are joined from, ``former`` the lists of an earlier build.
    """

    fabric: Fabric
    repository: Repository
    environment: Environment
    today: dt.date | None = None
    versions: Mapping[str, Sequence[Version]] | None = None
    analysis: bool = False
    documents: bool = True
    revised: dict[tuple[str, str, str], Any] = field(default_factory=dict, repr=False)
    pieces: list[Pieces] = field(default_factory=lambda: [made_anew], repr=False)
    former: list[Former] = field(default_factory=list, repr=False)

    @property
    def registry(self) -> Registry:
        """The registries."""
        return self.fabric.registry

    def plan(self, plan_id: str) -> Plan:
        """Give a plan that is held, without its text."""
        return self.fabric.outlines[plan_id].head

    def piece(self, kind: str, plan_id: str, make: Piece, *beside: str) -> bytes:
        """Give what is made of one plan alone, or of it and some others, from what is kept where that is the same."""
        return self.pieces[-1](kind, plan_id, make, *beside)

    @cached_property
    def editions(self) -> Editions:
        """The editions of every series against each other."""
        return Editions(self.fabric)

    def origins(self, plan_id: str) -> Mapping[str, Origin]:
        """Give by its name where each provision of a plan first stood, as ``Editions.origins`` does."""
        note(f"@{ORIGINS}/{plan_id}")
        with watched():
            return self.editions.origins(plan_id, self.piece)

    @cached_property
    def agenda(self) -> Agenda:
        """What is to be done in all plans."""
        return Agenda(self.fabric)

    @cached_property
    def order(self) -> PlanOrder:
        """The plans in the order of their days."""
        return PlanOrder(self.fabric)

    @property
    def rank(self) -> Mapping[str, int]:
        """Place of each plan among all, the latest first: good to put some in order, and for nothing else."""
        return self.order.rank

    @property
    def newest(self) -> list[Plan]:
        """All plans without their text, the latest first."""
        return self.order.newest

    def revised_on(self, plan_id: str) -> Revised:
        """Tell of a plan's last revision, of its issue where the history does not tell."""
        note(f"@{REVISED}/{plan_id}")
        days = [version.revision.day for version in (self.versions or {}).get(plan_id, ())]
        return Revised(days[0], days.count(days[0])) if days else Revised(self.plan(plan_id).window[1])

    @property
    def day(self) -> dt.date:
        """The day from which the site looks at deadlines: ``today``, else the last day of issue of its plans."""
        note(f"@{DAY}")
        return self._day

    def day_for_news(self, plan_ids: Iterable[str]) -> dt.date:
        """Give the site's day for the news of some plans: looked at is what of theirs is news on it, not the day."""
        for plan_id in plan_ids:
            note(f"@{NEWS}/{plan_id}")
        return self._day

    def _news_of(self, plan_id: str) -> Any:
        head, day = self.plan(plan_id), self._day
        days_near = {due.due for due in self.agenda.outlines[plan_id].days if due.due and is_near(due.due, day)}
        return sorted(days_near), [passed <= day for passed in (head.published, head.window[1]) if passed]

    @cached_property
    def _day(self) -> dt.date:
        with watched():
            heads = [outline.head for outline in self.fabric.outlines.values()]
        return self.today or max((head.window[1] for head in heads), default=dt.date.min)

    @cached_property
    def standings(self) -> Mapping[str, Mapping[str, Standing]]:
        """Per plan where each of its deadlines stands on the site's day, by its key."""
        return Traced(self._standings, f"@{STANDING}/")

    @cached_property
    def _standings(self) -> LazyMapping[Mapping[str, Standing]]:
        return LazyMapping(self.agenda.plans, self._standings_of, PLANS_KEPT)

    def _standings_of(self, plan_id: str) -> Mapping[str, Standing]:
        with watched():
            recorded = self.repository.progress.get(plan_id)
            deadlines = [deadline for row in self.agenda.plans[plan_id] for deadline in row.deadlines]
            all_standings = standings(self.agenda, deadlines, recorded.progress if recorded else None, self._day)
            return {standing.deadline.key: standing for standing in all_standings}

    def standing(self, deadline: Deadline) -> Standing:
        """Tell where a deadline stands on the site's day."""
        return self.standings[deadline.plan_id][deadline.key]

    def basis(self, plan_id: str) -> tuple[BasisHealth, ...]:
        """Give the documents that a plan rests on, with their state when it was issued and on the site's day."""
        note(f"@{BASIS}/{plan_id}")
        return basis_health(self.registry, self.plan(plan_id), self.fabric.above(plan_id), self._day)

    def health(self, document: Document) -> Health:
        """Tell a document's state on the site's day."""
        note(f"@{HEALTH}/{document.id}")
        return health(self.registry, document, self._day)

    def on_the_day(self, kind: str, name: str) -> Any:
        """Give what a fact that depends on the day comes to; None where there is no such thing."""
        if kind == DAY:
            return self._day
        if kind == STANDING:
            return self._standing_of(name)
        if kind == REVISED and name in self.fabric.plans:
            return self.revised_on(name)
        if kind == ANCHOR:
            plan_id, _, path = name.partition("#")
            recalled = self.repository.recalled.get(plan_id)
            # All its anchors by their digest: to look one up its text would have to be brought back.
            return recalled.subject_digests.get(ANCHORS) if recalled else self.anchor(plan_id, path)
        if kind == DUTIES and (recalled := self.repository.recalled.get(name)):
            return recalled.digest, recalled.subject_digests.get(DUTIES)
        if kind == DUTIES:
            return self.repository.digests.get(name)
        if kind == STAGE:
            return self._stages.of(name)
        if kind == NEWS and name in self.fabric.plans:
            return self._news_of(name)
        if kind == CALLED and name in self.fabric.plans:
            return self.called(name)
        if kind == ORIGINS and name in self.fabric.plans:
            with watched():
                return self.editions.trail(name, self.piece)
        if kind == BASIS and name in self.fabric.plans:
            return [(row.then.state, row.now and row.now.state, len(row.later)) for row in self.basis(name)]
        if kind == HEALTH and name in self.registry.documents:
            return self.health(self.registry.documents[name]).state
        return None

    def _standing_of(self, plan_id: str) -> Any:
        if plan_id in self.repository.recalled and plan_id not in self.repository.progress:
            # Many duties are due on one day.
            days = dict.fromkeys((day.due, day.last) for day in self.repository.recalled[plan_id].outline.days)
            return [(unrecorded(due, last, self._day), due and when(due, self._day)) for due, last in days]
        by_key = self._standings.get(plan_id, {}).items()
        return [(key, s.state, s.days_after, s.deadline.due and when(s.deadline.due, self._day)) for key, s in by_key]

    def stages(self, name: str) -> tuple[Stage, ...]:
        """Give the stage of a plan or body on the site's day, and those still to come."""
        note(f"@{STAGE}/{name}")
        return self._stages.of(name)

    @cached_property
    def _stages(self) -> Stages:
        return Stages(self.fabric, self._day)

    def current(self, plan_id: str) -> bool:
        """Tell whether a plan is being carried out on the site's day, or will be."""
        return self.stages(plan_id)[0].code in ("current", "coming")

    def when(self, plan_id: str, due: dt.date) -> str:
        """Say how the day on which something of a plan is due stands to the site's."""
        note(f"@{STANDING}/{plan_id}")
        return when(due, self._day)

    def lay_out(self, page_path: str, view: View) -> str:
        """Give the HTML of what a view holds, for the page at ``page_path``."""
        return rendered(self.environment, page_path, view)

    def anchor(self, plan_id: str, path: str) -> str:
        """Give the anchor of a label path or item id in a plan that is held; empty where there is none."""
        note(f"@{ANCHOR}/{plan_id}#{path}")
        plans = untraced(self.fabric.plans)
        return plans[plan_id].anchors.get(path, "") if plan_id in plans else ""

    def place_name(self, plan_id: str, path: str = "") -> str:
        """Name a plan, or a place in it, in few words: ``UBND tỉnh Đắk Lắk 2025, III.2.b``."""
        name = f"{self.unit_name(self.plan(plan_id).issuer)} {self.plan(plan_id).edition}"
        return f"{name}, {path_name(path)}" if path else name

    def issued_by(self, plan: Plan) -> str:
        """Name the bodies that issue a plan: "Tỉnh Đoàn và Sở Tư pháp"."""
        *first, last = map(self.unit_name, plan.issuers)
        return " và ".join(filter(None, (", ".join(first), last)))

    def called(self, plan_id: str) -> str:
        """Call a plan in few words, by who issues it and its edition; no more of it counts as looked at."""
        note(f"@{CALLED}/{plan_id}")
        with watched():
            plan = self.plan(plan_id)
            return f"{self.issued_by(plan)} {plan.edition}"

    def unit_name(self, unit_id: str) -> str:
        """Give the short name by which a body is known everywhere."""
        unit = self.registry.units.get(unit_id)
        if unit is None:
            return unit_id
        return unit.full_names[0] if unit.full_names else unit.name

    def path(self, plan_id: str, item_id: str) -> str:
        """Give the label path of an item of a plan."""
        return next((line.path for line in self.fabric.plans[plan_id].lines if line.anchor == item_id), "")

    @cached_property
    def cascade(self) -> Cascade:
        """The comparisons of plans of different bodies, each made when first asked for."""
        return Cascade(self.registry)

    def prepare(self) -> None:
        """Work out what many pages share: before processes are forked, each of which would do it again."""
        self.fabric.prepare()
        _ = self.rank, self.agenda.years, relations_of(self.fabric).pairings, moves_by_body(self.fabric)
        for name in self.environment.list_templates():
            self.environment.get_template(name)

    def forget(self) -> None:
        """Let go of what was worked out for many pages, once it is much: memory must not grow with the plans."""
        self.editions.forget(MOST_KEPT)
        self.cascade.forget(MOST_KEPT)
        vocabulary_of(self.registry).forget(2 * MOST_KEPT)
        texts = self.fabric.let_go(PLANS_KEPT)
        if self.agenda.let_go(0 if texts else PLANS_KEPT):
            self._standings.forget()


MOST_KEPT = 60
"""Comparisons that are kept for pages to come; a batch of works needs some dozens."""
PLANS_KEPT = 30
"""Plans whose text is held between batches of works; each takes two thirds of a megabyte."""
