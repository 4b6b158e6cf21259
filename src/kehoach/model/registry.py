"""The registries: bodies, legal documents, indicators, terms and series, as frozen values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any

from kehoach.machine.fingerprints import digest
from kehoach.machine.tracing import Shown
from kehoach.model.units import Evidence, Groups, Succession, Unit

KINDS = ("units", "documents", "indicators", "terms", "series")
"""Kinds of registry, each a file of that name."""


@dataclass(frozen=True)
class Relation:
    """What a document does to another: replaces, amends, corrects, repeals, implements, based_on, issues."""

    type: str
    document: str
    date: dt.date | None
    evidence: Evidence


@dataclass(frozen=True)
class Document:
    """A legal or administrative document; its key is issuer, type, number and year."""

    id: str
    type: str
    number: str | None
    symbol: str
    issuer: str
    issued: dt.date | None
    subject: str
    names: tuple[str, ...]
    valid_from: dt.date | None
    period: tuple[int, int] | None
    period_evidence: Evidence | None
    line: str
    relations: tuple[Relation, ...]
    plan: str
    note: str
    evidence: Evidence
    official_url: str = ""

    @property
    def code(self) -> str:
        """Number and symbol as usually written: ``76/NQ-CP``, ``17-CT/TU``; empty for a law by name."""
        if not self.number:
            return ""
        joint = "-" if self.symbol.endswith(("/TU", "/TW", "/VPTW", "/BCĐ")) else "/"
        return f"{self.number}{joint}{self.symbol}" if self.symbol else self.number

    @property
    def title(self) -> str:
        """Type with number and symbol, or the name of a document without a number."""
        if self.code:
            return f"{self.type} số {self.code}" if self.type != "Luật" else f"Luật số {self.code}"
        return self.names[0] if self.names else f"{self.type} {self.subject}".strip()


@dataclass(frozen=True)
class Indicator:
    """An index or measure that plans name."""

    id: str
    name: str
    abbreviation: str
    kind: str
    names: tuple[str, ...]
    description: str
    evidence: Evidence


@dataclass(frozen=True)
class Term:
    """An abbreviation or a term with its expansion and explanation."""

    id: str
    term: str
    expansion: str
    definition: str
    variants: tuple[str, ...]
    well_known: bool
    evidence: Evidence


@dataclass(frozen=True)
class Series:
    """Plans of one kind that follow each other year by year."""

    id: str
    name: str
    description: str
    evidence: Evidence


@dataclass(frozen=True, eq=False)
class Registry:
    """All registries, each by id in file order; each reading of them is a thing of its own."""

    units: Mapping[str, Unit] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    series: Mapping[str, Series] = field(default_factory=dict)

    def scopes(self, unit: str) -> list[str]:
        """Give the unit and the authorities around it, innermost first."""
        if unit not in self._scopes:
            chain: list[str] = []
            while unit and unit in self.units and unit not in chain:
                chain.append(unit)
                unit = self.units[unit].within
            if not chain:
                return []
            self._scopes[chain[0]] = chain
            return chain
        return self._scopes[unit]

    @cached_property
    def _scopes(self) -> dict[str, list[str]]:
        return {}

    @cached_property
    def predecessors(self) -> Mapping[str, list[tuple[Unit, Succession]]]:
        """Per unit the bodies that went into it."""
        before: dict[str, list[tuple[Unit, Succession]]] = {}
        for unit in self.units.values():
            for succession in unit.successions:
                for successor in succession.into:
                    before.setdefault(successor, []).append((unit, succession))
        return before

    @cached_property
    def relations_to(self) -> Mapping[str, list[tuple[Document, Relation]]]:
        """Per document the relations that others have to it."""
        relations: dict[str, list[tuple[Document, Relation]]] = {}
        for document in self.documents.values():
            for relation in document.relations:
                relations.setdefault(relation.document, []).append((document, relation))
        return relations

    @cached_property
    def document_of(self) -> Mapping[str, str]:
        """Per plan the document that it is registered as."""
        return {document.plan: document.id for document in self.documents.values() if document.plan}

    @cached_property
    def meaning(self) -> str:
        """The digest of all that entries say but for what is only shown: plans are read and linked by that."""
        return digest(meaning_of(self))

    @cached_property
    def groups(self) -> Groups:
        """Who belongs to which group."""
        return Groups(self.units, self.scopes)


SHOWN: Mapping[str, tuple[type, tuple[str, ...]]] = {
    "units": (Unit, ("note", "evidence", "contact")),
    "documents": (Document, ("note", "evidence", "official_url")),
    "indicators": (Indicator, ("description", "evidence")),
    "terms": (Term, ("definition", "evidence")),
    "series": (Series, ("description", "evidence")),
}
"""Fields of the entries that nothing is read, linked or compared by: they are only shown."""

for _kind, (_class, _names) in SHOWN.items():
    for _name in _names:
        setattr(_class, _name, Shown(_kind, _name))


def meaning_of(registry: Registry) -> Iterator[Any]:
    """Give all that entries say but for what is only shown, in file order: values with a printed form."""
    for kind in KINDS:
        shown_fields = SHOWN[kind][1]
        names = [field.name for field in fields(SHOWN[kind][0]) if field.name not in shown_fields]
        for entry in getattr(registry, kind).values():
            yield [getattr(entry, name) for name in names]
        yield kind


def shown_of(registry: Registry, name: str) -> Any:
    """Give what is only shown of an entry, by ``kind/id``; None where there is none."""
    kind, _, entry_id = name.partition("/")
    entry = getattr(registry, kind).get(entry_id) if kind in SHOWN else None
    return entry and [getattr(entry, field) for field in SHOWN[kind][1]]
