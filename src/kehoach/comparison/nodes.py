"""A plan as a flat list of what is compared: provisions with their fields, and the parts around them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain, pairwise
from typing import Any

from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.mentions import Mention
from kehoach.model.fields import FIELDS
from kehoach.model.plan import Item, Target
from kehoach.model.printed import Line
from kehoach.model.registry import Registry
from kehoach.wording.letters import comparable

_AROUND = {
    "header": "header",
    "number": "number",
    "date": "date",
    "type": "title",
    "subject": "title",
    "authority": "title",
    "attached": "attached",
    "basis": "basis",
    "pursuance": "pursuance",
    "proposal": "proposal",
    "enactment": "enactment",
    "close": "close",
    "recipient": "recipient",
    "footnote": "footnote",
    "signature": "signature",
    "signer": "signature",
}
CONTENT = frozenset(("heading", "text", *(field.key for field in FIELDS if field.content)))
"""Names of what tells a provision from others."""

_SLASH = re.compile(r"\s+/\s*|/\s+")
_SPAN = re.compile(r"\s?[-–]\s?")
_SINGLE = ("header", "number", "date", "title", "attached", "enactment", "close", "signature")


@dataclass(frozen=True)
class ComparedNode:
    """One thing to compare.

    ``group`` separates what can never be the same thing (provision, basis, recipient, …); ``key`` is its
    permanent identity, empty where it has none; ``fields`` are printed words by field name (heading, text,
    lead, …); ``parent`` is the index of the provision around it, -1 at the top; ``lines`` its printed lines.
    """

    index: int
    group: str
    key: str
    path: str
    anchor: str
    parent: int
    fields: Mapping[str, str]
    mentions: Mapping[str, Sequence[Mention]]
    continues: tuple[str, ...] = ()
    targets: tuple[Target, ...] = ()
    words: tuple[str, ...] = field(default=(), compare=False)

    @cached_property
    def named(self) -> Mapping[str, tuple[str, ...]]:
        """The ids that the node mentions by kind, once each; of documents only those properly cited."""
        by_kind: dict[str, dict[str, None]] = {}
        for mentions in self.mentions.values():
            for mention in mentions:
                if mention.target and (mention.kind != "document" or mention.citation):
                    by_kind.setdefault(mention.kind, {})[mention.target] = None
        return {kind: tuple(targets) for kind, targets in by_kind.items()}

    @cached_property
    def words_and_phrases(self) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
        """The comparable words that the node holds, and its phrases of two."""
        return frozenset(self.words), frozenset(pairwise(self.words))

    @property
    def name(self) -> str:
        """What the node is called within its plan: the permanent anchor, or the name of a part without one."""
        return self.anchor or self.key

    @property
    def text(self) -> str:
        """All printed words, fields joined by line breaks."""
        return "\n".join(self.fields.values())

    @property
    def title(self) -> str:
        """A short name: the heading, or the first words of the text."""
        words = self.fields.get("heading") or self.fields.get("text") or self.text
        words = words.rstrip(" .:;")
        return words if len(words) <= 90 else words[:90].rsplit(" ", 1)[0].rstrip(" ,;") + " …"


class Vocabulary:
    """Turns printed words into comparable ones: abbreviations spelled out, the plan's own year neutral."""

    # A span of years and a date are one word: in "2021 - 2025" the plan's year is not the year itself.
    _WORD = re.compile(
        r"(?:19|20)[0-9]{2}\s?[-–]\s?(?:19|20)[0-9]{2}(?!\d)"
        r"|tháng\s+[0-9]{1,2}\s+năm\s+[0-9]{4}|[^\W_]+(?:[./][^\W_]+)*"
    )

    def __init__(self, registry: Registry) -> None:
        self._expansions = {
            name: tuple(map(comparable, self._WORD.findall(term.expansion)))
            for term in registry.terms.values()
            if term.expansion and "(" not in term.expansion
            for name in (term.term, *term.variants)
        }
        self._read: dict[str, tuple[str, ...]] = {}
        self._words: dict[str, tuple[str, ...]] = {}
        self._nodes: dict[str, tuple[LinkedPlan, list[ComparedNode], dict[tuple[int, str], Any]]] = {}

    def words(self, text: str, year: int) -> tuple[str, ...]:
        """Give the comparable words of a text from the plan of a year; what plans repeat is read once."""
        spelled = self._read.get(text)
        if spelled is None:
            parts = [self.spelled(word) for word in self._WORD.findall(_SLASH.sub("/", text) if "/" in text else text)]
            spelled = self._read[text] = tuple(chain.from_iterable(parts))
        own = str(year)
        return tuple("<năm>" if word == own else word for word in spelled) if own in spelled else spelled

    def spelled(self, word: str) -> tuple[str, ...]:
        """Give the comparable words that a printed word stands for."""
        if word not in self._words:
            self._words[word] = self._expansions.get(word) or (comparable(_SPAN.sub("-", word)),)
        return self._words[word]

    def forget(self, most: int) -> None:
        """Let go of all that was read where it is more than so many plans; words are few and stay."""
        if len(self._nodes) > most:
            self._read.clear()
            self._nodes.clear()

    def nodes(self, linked: LinkedPlan) -> list[ComparedNode]:
        """Give a plan's nodes in printed order, read once for all that it is compared with."""
        entry = self._nodes.get(linked.plan.id)
        if entry is None or entry[0] is not linked:
            entry = self._nodes[linked.plan.id] = (linked, nodes(linked, self), {})
        return entry[1]

    def signs_read(self, linked: LinkedPlan) -> dict[tuple[int, str], Any]:
        """Give what was read of a plan's nodes, by index and field, for all that it is compared with."""
        entry = self._nodes.get(linked.plan.id)
        return entry[2] if entry and entry[0] is linked else {}


@lru_cache(maxsize=2)
def vocabulary_of(registry: Registry) -> Vocabulary:
    """Give the vocabulary of a state of the registries, one for all who ask."""
    return Vocabulary(registry)


def nodes(linked: LinkedPlan, vocabulary: Vocabulary) -> list[ComparedNode]:
    """Give a plan's nodes in printed order."""
    gathered: dict[str, _Gathered] = {}
    for line, mentions in zip(linked.lines, linked.mentions, strict=True):
        group = "provision" if line.item else _AROUND.get(line.kind)
        if group:
            name = (
                line.item.id
                if line.item
                else f"{line.part}.{group}"
                if group in _SINGLE
                else f"{line.part}.{line.path}"
            )
            gathered.setdefault(f"{group}:{name}", _Gathered(group, name, line)).take(line, mentions)
    parents: dict[str, int] = {}
    compared_nodes: list[ComparedNode] = []
    year = linked.plan.year
    parent_of = _parents(linked)
    for index, gathering in enumerate(gathered.values()):
        item = gathering.first.item
        if item:
            parents[item.id] = index
        compared_nodes.append(
            ComparedNode(
                index=index,
                group=gathering.group,
                key=item.id if item else gathering.name if gathering.group in _SINGLE else "",
                path=gathering.first.path,
                anchor=gathering.first.anchor,
                parent=parents.get(parent_of.get(item.id, ""), -1) if item else -1,
                fields=gathering.fields,
                mentions=gathering.mentions,
                continues=item.continues if item else (),
                targets=item.facts.targets if item else (),
                words=vocabulary.words(_content(gathering.fields), year),
            )
        )
    return compared_nodes


def _content(fields: Mapping[str, str]) -> str:
    """The words that tell a provision from others: not when it is done or by whom, which repeat."""
    return " ".join(text for name, text in fields.items() if name in CONTENT or name[0] == "“")


def _parents(linked: LinkedPlan) -> dict[str, str]:
    parents: dict[str, str] = {}

    def descend(item: Item) -> None:
        for child in item.items:
            parents[child.id] = item.id
            descend(child)
        for table in item.tables:
            above = item.id
            for row in table.rows:
                parents[row.item.id] = item.id if row.group else above
                above = row.item.id if row.group else above

    for item in linked.plan.roots:
        descend(item)
    return parents


def cell_name(line: Line) -> str:
    """Name what a cell, or the label or title of an appendix, is of its row or appendix; empty for mere numbers.

    A column that is none of the fields of a duty goes by its heading, in quotes.
    """
    if line.cell is None:
        return "heading" if line.kind == "appendix_title" or (line.item and not line.item.heading) else ""
    if line.cell.is_heading:
        return "columns"
    table, column = line.cell.table, line.cell.column
    kind = table.kinds[column] if column < len(table.kinds) else ""
    if kind == "number" or line.field is None or column == table.main:
        return "" if kind == "number" else "text"
    if kind in ("", "moment", "body"):
        return f"“{table.columns[column].heading or f'cột {column + 1}'}”"
    return kind


@dataclass
class _Gathered:
    group: str
    name: str
    first: Line
    fields: dict[str, str] = field(default_factory=dict)
    mentions: dict[str, Sequence[Mention]] = field(default_factory=dict)

    def take(self, line: Line, mentions: Sequence[Mention]) -> None:
        if line.kind == "footnote":
            self._add(line.kind, line.words, mentions, line.words)
        elif line.cell or line.kind in ("appendix", "appendix_title"):
            name = cell_name(line)
            if name and line.words:
                words = line.item.heading if line.kind == "appendix_title" and line.item else line.words
                self._add(name, words, mentions, line.words)
        elif line.field:
            self._add(line.field.kind, line.words[line.lead_in :].strip(), mentions, line.words)
        elif line.kind == "heading":
            self._add("heading", line.item.heading if line.item else line.words, mentions, line.words)
        elif line.lead_in:
            self._add("heading", line.words[: line.lead_in], mentions, line.words)
            self._add("text", line.words[line.lead_in :].strip(), mentions, line.words)
        else:
            self._add("text", line.words, mentions, line.words)

    def _add(self, name: str, words: str, mentions: Sequence[Mention], printed: str) -> None:
        between = " | " if name == "columns" else "\n"
        self.fields[name] = f"{self.fields[name]}{between}{words}" if self.fields.get(name) else words
        start = printed.find(words) if words else -1
        inside = [m for m in mentions if start <= m.start and m.end <= start + len(words)]
        self.mentions[name] = [*self.mentions.get(name, ()), *(inside if start >= 0 else mentions)]
