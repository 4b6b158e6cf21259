"""The word index of all entries: made anew where entries came or went, else brought up to date where words changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, field
from functools import cached_property
from typing import Any

from kehoach.machine.spill import Spill
from kehoach.machine.tracing import Former
from kehoach.pages.searchindex import Shard, cut, inverted, lines_of, range_of, revised, words_of
from kehoach.pages.searchsources import about_of, passages_of
from kehoach.pages.site import Site

JOINED = "search"
"""Names what is kept of the whole index."""
_WORDS = "words"

Texts = Sequence[str]
"""What an entry is found by."""


@dataclass(frozen=True)
class Index:
    """An index as scripts with their names, in the order of keys: given once, since all together are much.

    ``marks`` say of each that was given its first key and whether a block of shards begins with it; ``passages`` are
    digests of the provisions of each plan.
    """

    scripts: Iterator[tuple[str, bytes]]
    marks: Mapping[str, tuple[str, bool]]
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
    index = (joining.updated(former) if former else None) or joining.anew()
    return Index(joining.kept(index, former), index.marks, index.passages) if former else index


def words_of_plan(site: Site, plan_id: str) -> dict[str, Any]:
    """Give the words and pairs of a plan's provisions, each once, and the digest of all that these say."""

    def make() -> bytes:
        passages = passages_of(site.fabric.plans[plan_id])
        passage_texts = json.dumps([astuple(passage) for passage in passages], ensure_ascii=False)
        words = sorted(words_of(passage.words for passage in passages))
        words_and_digest = {"passages": hashlib.sha256(passage_texts.encode()).hexdigest(), "words": words}
        return json.dumps(words_and_digest, ensure_ascii=False).encode()

    # Whose plan of which year it is stands in the registry too, and is not kept with the plan's own words.
    plan_words: dict[str, Any] = json.loads(site.piece(_WORDS, plan_id, make))
    return plan_words


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

    def anew(self) -> Index:
        """Join the words of all, which are put aside by ranges of keys, so that those of one range alone are held."""
        aside, passages = Spill(), []
        for number, texts in enumerate(self.cards):
            _put(aside, number, words_of(texts))
        for number, (plan_id, _, about) in enumerate(self._plans, len(self.cards)):
            plan_words = words_of_plan(self.site, plan_id)
            _put(aside, number, {*plan_words["words"], *words_of(about)})
            passages.append(plan_words["passages"])
        return _index(cut(_lines(aside)), passages)

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
            scripts = [former.file(length, sha256) for *_, length, sha256 in before["shards"]]
        except LookupError:
            return None
        marks = [(first, begins) for first, begins, *_ in before["shards"]]
        shards_now = revised(marks, lambda number: _handed_over(scripts[number]).split("\n"), changes.forms)
        return _index(shards_now, passages, scripts, marks)

    def _passages(self, former: Former, before: Mapping[str, Any], changes: _Changes) -> Iterable[str]:
        """Give the digests of all provisions, and take in the changes of the words of plans."""
        for place, (was, now) in enumerate(zip(before["plans"], self._plans, strict=True)):
            if was == now:
                yield before["passages"][place]
                continue
            plan_id, state, about = was
            words_before = json.loads(former.before(_WORDS, plan_id, state))["words"]
            plan_words = words_of_plan(self.site, plan_id)
            holds = {*plan_words["words"], *words_of(now[2])}
            changes.add(len(self.cards) + place, {*words_before, *words_of(about)}, holds)
            yield plan_words["passages"]

    def kept(self, index: Index, former: Former) -> Iterator[tuple[str, bytes]]:
        """Give the scripts of an index, then keep what it was made of and what it is made up of."""
        marks = []
        for name, data in index.scripts:
            yield name, data
            marks.append((*index.marks[name], len(data), hashlib.sha256(data).hexdigest()))
        parts = {"cards": self.cards, "plans": self._plans, "passages": index.passages, "shards": marks}
        former.keep(JOINED, json.dumps(parts, ensure_ascii=False).encode())


def _put(aside: Spill, number: int, forms: Iterable[str]) -> None:
    """Put the words of an entry aside, by ranges of keys."""
    by_range: dict[str, list[str]] = {}
    for form in forms:
        by_range.setdefault(range_of(form), []).append(form)
    for name, forms_of_range in by_range.items():
        aside.put(name, "\n".join((str(number), *forms_of_range)))


def _lines(aside: Spill) -> Iterator[tuple[str, str]]:
    """Give the lines of the whole index with their keys, in order."""
    for name in aside.names():
        texts = [text.split("\n") for text in aside.texts(name)]
        index = inverted((text[1:] for text in texts), (int(text[0]) for text in texts))
        yield from sorted(lines_of(index).items())


def _index(
    shards_now: Iterable[Shard | int],
    passages: Sequence[str],
    scripts_before: Sequence[bytes] = (),
    marks: Sequence[tuple[str, bool]] = (),
) -> Index:
    """Put shards into scripts; a number stands for one that is kept with its mark."""
    shard_marks: dict[str, tuple[str, bool]] = {}

    def scripts() -> Iterator[tuple[str, bytes]]:
        for shard in shards_now:
            first, begins = marks[shard] if isinstance(shard, int) else (shard.first, shard.begins)
            name = f"k{hashlib.sha256(first.encode()).hexdigest()[:8]}"
            while name in shard_marks:
                name += "0"
            data = scripts_before[shard] if isinstance(shard, int) else script(name, "\n".join(shard.lines))
            shard_marks[name] = first, begins
            # One of the same name may have come before it.
            yield name, data if data.startswith(script(name, "")[:-4]) else script(name, _handed_over(data))

    return Index(scripts(), shard_marks, passages)
