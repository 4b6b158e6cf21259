"""Plans and registries from the plain values of their files, which the schemas have accepted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from kehoach.model.fields import LABELS
from kehoach.model.itemdata import appendix_from, items_from, notes_from
from kehoach.model.plan import (
    Correction,
    Decision,
    Issued,
    Override,
    Plan,
    Sic,
    Signature,
    SignedFile,
    Source,
    Uptake,
)
from kehoach.model.registry import Document, Indicator, Registry, Relation, Series, Term
from kehoach.model.units import Contact, Evidence, Members, Succession, Unit
from kehoach.wording.labels import DEFAULT_NUMBERING


def plan_from(plan_id: str, data: Mapping[str, Any]) -> Plan:
    """Build a plan from data that the schema accepts."""
    labels = {**LABELS, **data.get("labels", {})}
    decision = data.get("decision")
    return Plan(
        id=plan_id,
        title=data["title"],
        issuer=data["issuer"],
        status=data.get("status", "issued"),
        header=tuple(data.get("header", ())),
        decision=_decision(decision, labels) if decision else None,
        number=data.get("number"),
        symbol=data.get("symbol", ""),
        issued=_issued(data["issued"]) if "issued" in data else None,
        attached=data.get("attached", ""),
        legal_basis=tuple(data.get("legal_basis", ())),
        in_pursuance=tuple(data.get("in_pursuance", ())),
        enactment=data.get("enactment", ""),
        numbering=tuple(data.get("numbering", DEFAULT_NUMBERING)),
        plain_headings=data.get("plain_headings", False),
        body=items_from(data["body"], labels),
        close=data.get("close", ""),
        recipients=tuple(data.get("recipients", ())),
        signature=_signature(data.get("signature")),
        source=Source(**data["source"]) if "source" in data else None,
        corrections=tuple(Correction(**entry) for entry in data.get("corrections", ())),
        sic=tuple(Sic(**entry) for entry in data.get("sic", ())),
        links=tuple(Override(**entry) for entry in data.get("links", ())),
        withdrawal=data.get("withdrawal"),
        coverage=tuple(Uptake(**entry) for entry in data.get("coverage", ())),
        published=dt.date.fromisoformat(data["published"]) if "published" in data else None,
        signed_file=SignedFile(**data["signed_file"]) if "signed_file" in data else None,
        official_url=data.get("official_url", ""),
        appendices=tuple(appendix_from(entry, labels) for entry in data.get("appendices", ())),
        notes=notes_from(data.get("notes", ())),
        co_issuers=tuple(data.get("co_issuers", ())),
        cosignatures=_cosignatures(data),
    )


def _decision(data: Mapping[str, Any], labels: Mapping[str, str]) -> Decision:
    return Decision(
        title=data["title"],
        number=data["number"],
        symbol=data["symbol"],
        issued=_issued(data["issued"]),
        authority=data["authority"],
        legal_basis=tuple(data.get("legal_basis", ())),
        proposal=tuple(data.get("proposal", ())),
        articles=items_from(data["articles"], labels),
        recipients=tuple(data.get("recipients", ())),
        signature=_signature(data.get("signature")),
        cosignatures=_cosignatures(data),
    )


def _issued(data: Mapping[str, Any]) -> Issued:
    date = dt.date.fromisoformat(data["date"]) if data["date"] else None
    return Issued(data["place"], date, data["printed"])


def _signature(data: Mapping[str, Any] | None) -> Signature | None:
    return Signature(data.get("authority", ""), data["role"], data["name"]) if data else None


def _cosignatures(data: Mapping[str, Any]) -> tuple[Signature, ...]:
    return tuple(filter(None, map(_signature, data.get("cosignatures", ()))))


def registry_from(data: Mapping[str, list[Mapping[str, Any]]]) -> Registry:
    """Build the registries from schema-valid lists of entries by kind; of two equal ids the first counts."""

    def table(kind: str, build: Any) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        for entry in data.get(kind, ()):
            entries.setdefault(entry["id"], build(entry))
        return entries

    return Registry(
        table("units", _unit),
        table("documents", _document),
        table("indicators", _indicator),
        table("terms", _term),
        table("series", _series),
    )


def _evidence(data: Mapping[str, Any]) -> Evidence:
    return Evidence(data["source"], data["certainty"])


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _unit(data: Mapping[str, Any]) -> Unit:
    lifetime = data.get("lifetime")
    members = data.get("members")
    return Unit(
        id=data["id"],
        name=data["name"],
        kind=data["kind"],
        level=data.get("level", ""),
        area=data.get("area", ""),
        within=data.get("within", ""),
        parent=data.get("parent", ""),
        names=tuple(data.get("names", ())),
        self_names=tuple(data.get("self_names", ())),
        full_names=tuple(data.get("full_names", ())),
        start=_date(lifetime.get("from")) if lifetime else None,
        end=_date(lifetime.get("to")) if lifetime else None,
        lifetime=_evidence(lifetime) if lifetime else None,
        successions=tuple(_succession(entry) for entry in data.get("successions", ())),
        members=Members(
            tuple(members.get("units", ())),
            tuple(members.get("kinds", ())),
            members.get("level", ""),
            members.get("within", ""),
        )
        if members
        else None,
        note=data.get("note", ""),
        evidence=_evidence(data),
        contact=_contact(data["contact"]) if "contact" in data else None,
    )


def _contact(data: Mapping[str, Any]) -> Contact:
    details = {key: data[key] for key in ("address", "phone", "email", "page") if key in data}
    return Contact(_evidence(data), **details)


def _succession(data: Mapping[str, Any]) -> Succession:
    date = dt.date.fromisoformat(data["date"])
    return Succession(data["event"], date, tuple(data.get("into", ())), data.get("note", ""), _evidence(data))


def _document(data: Mapping[str, Any]) -> Document:
    period = data.get("period")
    return Document(
        id=data["id"],
        type=data["type"],
        number=data["number"],
        symbol=data.get("symbol", ""),
        issuer=data.get("issuer", ""),
        issued=_date(data.get("issued")),
        subject=data.get("subject", ""),
        names=tuple(data.get("names", ())),
        valid_from=_date(data.get("valid_from")),
        period=(period["from"], period["to"]) if period else None,
        period_evidence=_evidence(period) if period else None,
        line=data.get("line", ""),
        relations=tuple(
            Relation(entry["type"], entry["document"], _date(entry.get("date")), _evidence(entry))
            for entry in data.get("relations", ())
        ),
        plan=data.get("plan", ""),
        note=data.get("note", ""),
        evidence=_evidence(data),
        official_url=data.get("official_url", ""),
    )


def _indicator(data: Mapping[str, Any]) -> Indicator:
    return Indicator(
        data["id"],
        data["name"],
        data.get("abbreviation", ""),
        data["kind"],
        tuple(data.get("names", ())),
        data.get("description", ""),
        _evidence(data),
    )


def _term(data: Mapping[str, Any]) -> Term:
    return Term(
        data["id"],
        data["term"],
        data.get("expansion", ""),
        data.get("definition", ""),
        tuple(data.get("variants", ())),
        data.get("well_known", False),
        _evidence(data),
    )


def _series(data: Mapping[str, Any]) -> Series:
    return Series(data["id"], data["name"], data.get("description", ""), _evidence(data))
