"""A plan to a Word document and back: what must be the same, and what a document cannot say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kehoach.exports.docx import official_document
from kehoach.exports.form import letterhead
from kehoach.importing.pipeline import ImportResult
from kehoach.importing.read import import_file
from kehoach.meaning.fabric import LinkedPlan
from kehoach.model.registry import Registry
from kehoach.wording.labels import DEFAULT_NUMBERING

NOT_PRINTED = frozenset(
    "id facts continues source corrections sic links published official_url "  # noqa: SIM905
    "signed_file coverage withdrawal review".split()
)
"""Keys that a document does not print: ids and what people note beside the words."""


def there_and_back(linked: LinkedPlan, registry: Registry) -> ImportResult:
    """Write a plan as DOCX and import that, told whose plan it is as ``import --unit`` tells it."""
    return import_file(official_document(linked, registry), issuer=linked.plan.issuer)


def printed_data(data: Mapping[str, Any], linked: LinkedPlan, registry: Registry) -> dict[str, Any]:
    """What a document says of a plan.

    Without ids and notes; with the head that is printed where the plan gives none; without the levels of numbering
    that no item uses; an issued, replaced or withdrawn plan looks alike, only a draft says that it is one, and what
    has no number, day or signer yet is one.
    """
    out: dict[str, Any] = _without_notes(data)
    out.setdefault("header", letterhead(linked.plan, registry))
    out["header"] = [name.upper() for name in out["header"]]
    out.pop("numbering", None)
    document = out.get("decision", out)
    given = document.get("number"), document.get("issued", {}).get("date"), document.get("signature", {}).get("name")
    if out.get("status") != "draft" and all(given):
        out.pop("status", None)
    else:
        out["status"] = "draft"
    return out


def same_numbering(wanted: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
    """Tell whether the levels of numbering found are the first ones of those wanted."""
    levels = tuple(wanted.get("numbering", DEFAULT_NUMBERING))
    got = tuple(found.get("numbering", DEFAULT_NUMBERING))
    return levels[: len(got)] == got


def _without_notes(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _without_notes(entry) for key, entry in value.items() if key not in NOT_PRINTED}
    return [_without_notes(entry) for entry in value] if isinstance(value, list) else value
