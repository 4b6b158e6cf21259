"""Linking: which words of a plan mean which body, document, indicator or term.

Names come from the registries; a body's short name is read in the plan's own context ("Sở Nội vụ" in a
province plan is that province's). Citations come from the grammar. A hand-set link overrules all.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kehoach.meaning.lexicon import AUXILIARIES, VERBS
from kehoach.meaning.mentions import Mention, whole_names_only
from kehoach.meaning.nametable import Layers, NameTable, Token, find_names, layered, tokens
from kehoach.meaning.spellings import ways
from kehoach.model.plan import Plan
from kehoach.model.printed import Line
from kehoach.model.registry import Document, Registry
from kehoach.wording.citationpatterns import LAWS
from kehoach.wording.citations import Citation, find_citations, symbol_key

_UNLINKED = ("header", "nation", "number", "date", "type", "subject", "signer", "signature", "resolve")


@dataclass(frozen=True)
class Context:
    """Where and when a text is read: its scope chain, innermost first, and the days it can be from."""

    scopes: tuple[str, ...]
    first: dt.date
    last: dt.date


class Linker:
    """Finds mentions by one state of the registries; tables are built once and shared by all plans."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._layered: dict[tuple[str, ...], Layers] = {}

    def context(self, plan: Plan) -> Context:
        """Give the context that a plan is read in."""
        return Context(tuple(self.registry.scopes(plan.issuer)), *plan.window)

    def link(self, plan: Plan, lines: Sequence[Line]) -> tuple[tuple[Mention, ...], ...]:
        """Find the mentions of each line of a plan, sorted, none overlapping another."""
        context = self.context(plan)
        overrides: dict[str, list[tuple[str, str]]] = {}
        for override in plan.links:
            overrides.setdefault(override.at, []).append((override.text, override.to))
        by_line: list[tuple[Mention, ...]] = []
        by_words: dict[str, tuple[Mention, ...]] = {}  # the cells of a table say the same many times
        for line in lines:
            if line.kind in _UNLINKED:
                by_line.append(())
                continue
            own_overrides = [*overrides.get(line.path, ()), *overrides.get(line.item.id if line.item else "", ())]
            if own_overrides:
                by_line.append(tuple(self.mentions(line.words, context, own_overrides)))
                continue
            if line.words not in by_words:
                by_words[line.words] = tuple(self.mentions(line.words, context))
            by_line.append(by_words[line.words])
        return tuple(by_line)

    def mentions(self, text: str, context: Context, overrides: Iterable[tuple[str, str]] = ()) -> list[Mention]:
        """Find the mentions in one text; ``overrides`` are (words, ``kind:id`` or ``none``)."""
        mentions: list[Mention] = []
        for words, to in overrides:
            kind, _, target = to.partition(":")
            start = text.find(words)
            while start >= 0:
                _add(mentions, Mention(start, start + len(words), kind, target, words))
                start = text.find(words, start + len(words))
        for citation in find_citations(text):
            target = "" if citation.is_blank else self._resolve(citation, text, context)
            _add(mentions, Mention(citation.start, citation.end, "document", target, citation.text, citation))
        set_by_hand = {mention.start for mention in mentions if mention.citation is None}
        self._add_names(mentions, text, context)
        return list(whole_names_only(text, [mention for mention in mentions if mention.kind != "none"], set_by_hand))

    def _add_names(self, mentions: list[Mention], text: str, context: Context) -> None:
        words = tokens(text)
        for first, end, meanings in find_names(words, self._layers(context.scopes)):
            if _goes_on_with_verb(words, first, end):
                continue
            kind, target = self._choose(meanings, context)
            _add(mentions, _mention(text, words[first:end], kind, target))

    def _choose(self, meanings: Sequence[str], context: Context) -> tuple[str, str]:
        """Prefer the body that exists at the time; otherwise the first meaning."""
        if len(meanings) == 1:
            kind, _, target = meanings[0].partition(":")
            return kind, target
        options = [(kind, target) for kind, _, target in (meaning.partition(":") for meaning in meanings)]
        for kind, target in options:
            if kind != "unit" or self.registry.units[target].exists(context.first, context.last):
                return kind, target
        return options[0]

    # Names

    def _layers(self, scopes: tuple[str, ...]) -> Layers:
        if scopes not in self._layered:
            inner = [self._scope_tables[scope] for scope in scopes if scope in self._scope_tables]
            self._layered[scopes] = layered((*inner, self._everywhere))
        return self._layered[scopes]

    @cached_property
    def _scope_tables(self) -> Mapping[str, NameTable]:
        tables: dict[str, NameTable] = {}
        for unit in self.registry.units.values():
            for scope, names in ((unit.id, unit.self_names), (unit.within, unit.names)):
                for name in names if scope else ():
                    for way in ways(name):
                        tables.setdefault(scope, NameTable()).add(way, f"unit:{unit.id}")
        return tables

    @cached_property
    def _everywhere(self) -> NameTable:
        table = NameTable()
        for unit in self.registry.units.values():
            for name in dict.fromkeys((unit.name, *unit.full_names, *(() if unit.within else unit.names))):
                for way in ways(name):
                    table.add(way, f"unit:{unit.id}")
        for document in self.registry.documents.values():
            for name in document.names if document.type not in LAWS else ():
                table.add(name, f"document:{document.id}")
        for indicator in self.registry.indicators.values():
            for name in dict.fromkeys((*indicator.names, indicator.abbreviation)):
                if name:
                    table.add(name, f"indicator:{indicator.id}")
        for term in self.registry.terms.values():
            for name in (term.term, *term.variants):
                table.add(name, f"term:{term.id}")
        return table

    # Documents

    @cached_property
    def _by_number(self) -> Mapping[tuple[tuple[int, ...], str], list[Document]]:
        documents: dict[tuple[tuple[int, ...], str], list[Document]] = {}
        for document in self.registry.documents.values():
            if document.number:
                documents.setdefault(_number_key(document.number, document.symbol), []).append(document)
        return documents

    @cached_property
    def _laws(self) -> Mapping[str, list[Document]]:
        laws: dict[str, list[Document]] = {}
        for document in self.registry.documents.values():
            for name in document.names if document.type in LAWS else ():
                laws.setdefault(name.lower(), []).append(document)
        return laws

    def same_number(self, citation: Citation) -> list[Document]:
        """Give the documents that carry a citation's number and symbol, whoever issued them, whenever."""
        return list(self._by_number.get(_number_key(citation.number, citation.symbol), ()))

    def _resolve(self, citation: Citation, text: str, context: Context) -> str:
        """Find the one document that a citation can mean, or nothing: it is never guessed between two."""
        if citation.name:
            options = self._laws.get(citation.name.lower(), [])
            options = options or (self.same_number(citation) if citation.number else [])
        else:
            options = self.same_number(citation)
        options = [document for document in options if _fits_date(document, citation)]
        if len(options) > 1 and (issuers := self._named_issuers(citation, text, context)):
            options = [document for document in options if document.issuer in issuers]
        if len(options) > 1:
            scopes = set(context.scopes)
            near = [d for d in options if scopes & set(self.registry.scopes(d.issuer)[:1])]
            options = near or options
        return options[0].id if len(options) == 1 else ""

    def _named_issuers(self, citation: Citation, text: str, context: Context) -> set[str]:
        """Read the issuer that is named right after a citation: "của UBND tỉnh Phú Yên"."""
        following = text[citation.end : citation.end + 120]
        words = tokens(following)
        if not words or words[0].key != "cua\u0309":
            return set()
        for first, _, meanings in find_names(words, self._layers(context.scopes)):
            if first == 1:
                ids = {meaning.removeprefix("unit:") for meaning in meanings if meaning.startswith("unit:")}
                return ids | {self.registry.units[i].within for i in ids if self.registry.units[i].kind == "chairman"}
            break
        return set()


@lru_cache(maxsize=2)
def linker_of(registry: Registry) -> Linker:
    """Give the linker of a state of the registries, one for all who ask."""
    return Linker(registry)


def _fits_date(document: Document, citation: Citation) -> bool:
    if citation.issued and document.issued:
        return document.issued == citation.issued
    if citation.year and document.issued:
        return document.issued.year == citation.year
    return True


def _number_key(number: str, symbol: str) -> tuple[tuple[int, ...], str]:
    """Leading zeros, separators and case do not tell two documents apart; a dot and the year in a symbol do."""
    return tuple(map(int, _FIGURES.findall(number))) or (0,), symbol_key(symbol)


_FIGURES = re.compile("[0-9]+")


def _goes_on_with_verb(words: Sequence[Token], first: int, end: int) -> bool:
    """Whether a name but for its first word is a verb here: "các đơn vị thuộc Bộ xây dựng, trình Bộ trưởng …"."""
    if end == first + 1 or not words[first + 1].word[:1].islower() or words[first].word[:1].islower():
        return False
    if VERBS.longest(words, first + 1)[0] != end - first - 1 or end == len(words):
        return False
    behind = words[end].word
    return VERBS.longest(words, end + 1)[0] > 0 if behind == "," else _has_object(words, end)


def _has_object(words: Sequence[Token], at: int) -> bool:
    """Whether what stands behind a verb can be what is done, and is no verb of its own."""
    return words[at].word[:1].isalpha() and not VERBS.longest(words, at)[0] and not AUXILIARIES.longest(words, at)[0]


def _mention(text: str, words: Sequence[Token], kind: str, target: str) -> Mention:
    start, end = words[0].start, words[-1].end
    return Mention(start, end, kind, target, text[start:end])


def _add(mentions: list[Mention], mention: Mention) -> None:
    """Keep a mention, in the order of the text, unless an earlier one holds some of its words."""
    at = bisect(mentions, mention.start, key=lambda other: other.start)
    free = at == 0 or mentions[at - 1].end <= mention.start
    if free and (at == len(mentions) or mention.end <= mentions[at].start):
        mentions.insert(at, mention)
