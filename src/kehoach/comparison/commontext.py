"""Plans of different bodies that were written from one model: much of their text is the same, word for word.

Each plan is reduced to a fixed sample of its runs of nine words, so that a thousand plans are compared by what
they have in common and not each with each (winnowing: Schleimer, Wilkerson, Aiken 2003). Runs that very many
plans share are formulas and say nothing.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from itertools import combinations

from kehoach.comparison.nodes import Vocabulary, vocabulary_of
from kehoach.meaning.fabric import LinkedPlan
from kehoach.model.planid import body_of
from kehoach.model.registry import Registry

RUN = 9
"""Words in a row that are looked for elsewhere."""
SAMPLE = 4
"""One run in so many is kept, the same ones in every text."""
COMMON = 0.15
"""Share of the smaller sample that two plans need in common."""
FORMULA = 24
"""A run that more plans share is a formula."""
NEAREST = 3
"""With how many others a plan is said to share its origin at most."""


@dataclass(frozen=True)
class CommonText:
    """Two plans, and the share of the smaller one's sampled runs that stands in the other."""

    first: str
    second: str
    share: float

    @property
    def certainty(self) -> str:
        """How sure it is that one model lies behind both."""
        return "likely" if self.share >= 2 * COMMON else "doubtful"


def common_texts(plans: Iterable[LinkedPlan], registry: Registry) -> list[CommonText]:
    """Find the pairs of plans of different bodies that share much text, the closest first."""
    samples = {linked.plan.id: sample(linked, registry) for linked in plans}
    holders: dict[int, list[str]] = {}
    for plan_id, runs in samples.items():
        for run in runs:
            holders.setdefault(run, []).append(plan_id)
    shared = Counter(
        pair for ids in holders.values() if 1 < len(ids) <= FORMULA for pair in combinations(sorted(ids), 2)
    )
    texts = []
    for (first, second), count in shared.items():
        share = count / min(len(samples[first]), len(samples[second]))
        if share >= COMMON and body_of(first) != body_of(second):
            texts.append(CommonText(first, second, share))
    texts.sort(key=lambda common: (-common.share, common.first, common.second))
    return _nearest(texts)


def _nearest(texts: Iterable[CommonText]) -> list[CommonText]:
    nearest: list[CommonText] = []
    times: Counter[str] = Counter()
    for common in texts:
        if times[common.first] < NEAREST and times[common.second] < NEAREST:
            nearest.append(common)
            times.update((common.first, common.second))
    return nearest


@dataclass(frozen=True)
class Sample:
    """The runs of a plan's text that are kept, as numbers."""

    runs: frozenset[int]


def sample(linked: LinkedPlan, registry: Registry) -> Set[int]:
    """Give the runs of a plan's text that are kept, as numbers."""
    return linked.part(Sample, lambda: Sample(frozenset(_runs(linked, vocabulary_of(registry))))).runs


def _runs(linked: LinkedPlan, vocabulary: Vocabulary) -> Iterator[int]:
    for line in linked.lines:
        words = vocabulary.words(line.words, linked.plan.year) if line.item else ()
        for start in range(len(words) - RUN + 1):
            run = zlib.crc32(" ".join(words[start : start + RUN]).encode())
            if run % SAMPLE == 0:
                yield run
