"""The word index of all entries: made anew where entries came or went, else brought up to date where words changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from functools import cached_property
from typing import Any

from kehoach.machine.tracing import Former
from kehoach.pages.searchindex import Shard, inverted, lines_of, revised, shards, words_of
from kehoach.pages.searchsources import about_of, passages_of
from kehoach.pages.site import Site

JOINED = "search"
"""Names what is kept of the whole index."""
_WORDS = "words"

Texts = Sequence[str]
"""What an entry is found by."""


@dataclass(frozen=True)
class Index:
    """An index as scripts by their names, in the order of keys.

    ``marks`` say of each its first key and whether a block of shards begins with it; ``passages`` are digests of the
    provisions of each plan.
    """

    scripts: Mapping[str, bytes]
    marks: Sequence[tuple[str, bool]]
    passages: Sequence[str]


def script(name: str, value: Any) -> bytes:
    """Write a script that hands over one value."""
    literal = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"khTim.take({json.dumps(name)},{literal})\n".encode()


def _handed_over(data: bytes) -> Any:
    return json.loads(data.decode().partition(",")[2].removesuffix(")\n"))


def search_index(site: Site, cards: Sequence[Texts]) -> Index:
    """Make the index of the texts of cards and of all plans, the newest first."""
    former = site.former[-1] if site.former else None
    joining = _Joining(site, cards, former)
    found = (joining.updated(former) if former else None) or joining.anew()
    if former:
        former.keep(JOINED, joining.state(found))
    return found


@dataclass
class _Changes:
    """Per form the numbers of the entries that no longer hold it, and of those that do now."""

    forms: dict[str, tuple[set[int], set[int]]] = field(default_factory=dict)

    def add(self, number: int, before: set[str], now: set[str]) -> None:
        """Take in what an entry held and what it holds."""
        for place, forms in enumerate((before - now, now - before)):
            for form in forms:
                self.forms.setdefault(form, (set(), set()))[place].add(number)


@dataclass(frozen=True)
class _Joining:
    """One index being made; ``former`` knows what is kept of the one before."""

    site: Site
    cards: Sequence[Texts]
    former: Former | None

    @cached_property
    def _plans(self) -> list[list[Any]]:
        """Per plan its id, by what digest its words are kept, and what it is about."""
        state = self.former.state if self.former else lambda plan_id: ""
        return [[plan.id, state(plan.id), list(about_of(self.site, plan))] for plan in self.site.newest]

    def _told(self, plan_id: str) -> dict[str, Any]:
        """Give the words and pairs of a plan's provisions, each once, and the digest of all that these say."""

        def make() -> bytes:
            passages = passages_of(self.site.fabric.plans[plan_id])
            said = json.dumps([astuple(passage) for passage in passages], ensure_ascii=False)
            words = sorted(words_of(passage.words for passage in passages))
            told = {"passages": hashlib.sha256(said.encode()).hexdigest(), "words": words}
            return json.dumps(told, ensure_ascii=False).encode()

        # Whose plan of which year it is stands in the registry too, and is not kept with the plan's own words.
        told: dict[str, Any] = json.loads(self.site.piece(_WORDS, plan_id, make))
        return told

    def anew(self) -> Index:
        """Join the words of all."""
        held, passages = [words_of(texts) for texts in self.cards], []
        for plan_id, _, about in self._plans:
            told = self._told(plan_id)
            held.append({*told["words"], *words_of(about)})
            passages.append(told["passages"])
        return _index(shards(lines_of(inverted(held))), passages)

    def updated(self, former: Former) -> Index | None:
        """Bring the former index up to date; None where it is not of the same entries, or not whole."""
        before = json.loads(former.joined(JOINED) or b"{}")
        if not before.get("shards") or len(before["cards"]) != len(self.cards):
            return None
        if [row[0] for row in before["plans"]] != [row[0] for row in self._plans]:
            return None
        try:
            changes = _Changes()
            for number, (was, now) in enumerate(zip(before["cards"], self.cards, strict=True)):
                if was != list(now):
                    changes.add(number, words_of(was), words_of(now))
            passages = list(self._passages(former, before, changes))
            kept = [former.file(length, sha256) for *_, length, sha256 in before["shards"]]
        except LookupError:
            return None
        marks = [(first, begins) for first, begins, *_ in before["shards"]]
        made = revised(marks, lambda number: _handed_over(kept[number]).split("\n"), changes.forms)
        return _index(made, passages, kept, marks)

    def _passages(self, former: Former, before: Mapping[str, Any], changes: _Changes) -> Iterable[str]:
        """Give the digests of all provisions, and take in the changes of the words of plans."""
        for place, (was, now) in enumerate(zip(before["plans"], self._plans, strict=True)):
            if was == now:
                yield before["passages"][place]
                continue
            plan_id, state, about = was
            held = json.loads(former.before(_WORDS, plan_id, state))["words"]
            told = self._told(plan_id)
            holds = {*told["words"], *words_of(now[2])}
            changes.add(len(self.cards) + place, {*held, *words_of(about)}, holds)
            yield told["passages"]

    def state(self, made: Index) -> bytes:
        """Write what an index was made of and what it is made up of."""
        sizes = ((len(data), hashlib.sha256(data).hexdigest()) for data in made.scripts.values())
        marks = [(*mark, *size) for mark, size in zip(made.marks, sizes, strict=True)]
        told = {"cards": self.cards, "plans": self._plans, "passages": made.passages, "shards": marks}
        return json.dumps(told, ensure_ascii=False).encode()


def _index(
    made: Iterable[Shard | int],
    passages: Sequence[str],
    kept: Sequence[bytes] = (),
    marks: Sequence[tuple[str, bool]] = (),
) -> Index:
    """Put shards into scripts; a number stands for one that is kept with its mark."""
    scripts: dict[str, bytes] = {}
    found = []
    for one in made:
        first, begins = marks[one] if isinstance(one, int) else (one.first, one.begins)
        name = f"k{hashlib.sha256(first.encode()).hexdigest()[:8]}"
        while name in scripts:
            name += "0"
        data = kept[one] if isinstance(one, int) else script(name, "\n".join(one.lines))
        # One of the same name may have come before it.
        scripts[name] = data if data.startswith(script(name, "")[:-4]) else script(name, _handed_over(data))
        found.append((first, begins))
    return Index(scripts, found, passages)
