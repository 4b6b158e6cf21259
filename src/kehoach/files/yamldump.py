"""A plan's data as the text of its file, for whoever makes a plan by machine.

The rules of writing (indent, wrapping, quoting) are those of `yamlwriter`, which the formatter uses too, so
that a fresh file is already formatted:

- a first line names the schema for editors;
- block style, two spaces, lists indented below their key, LF, no anchors, no tags;
- a string stands on its key's line where it fits into 100 columns; a longer one, or one of several
  paragraphs, is folded (``>-``) and broken only at spaces, a blank line between paragraphs;
- double quotes only where a plain string would be read as something else;
- keys of the plan in the order of the schema; below an item the order given, which is the printed order.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kehoach.files.yamlwriter import write_yaml
from kehoach.wording.letters import nfc

SCHEMA_LINE = "# yaml-language-server: $schema=../../../schema/plan.v1.schema.json"

TOP_KEYS = (
    "schema_version",
    "status",
    "withdrawal",
    "title",
    "issuer",
    "co_issuers",
    "header",
    "decision",
    "number",
    "symbol",
    "issued",
    "published",
    "official_url",
    "signed_file",
    "attached",
    "legal_basis",
    "in_pursuance",
    "enactment",
    "numbering",
    "plain_headings",
    "labels",
    "body",
    "close",
    "recipients",
    "signature",
    "cosignatures",
    "appendices",
    "notes",
    "source",
    "corrections",
    "sic",
    "links",
    "coverage",
)
"""Keys of a plan in the order of the schema; a test compares the two."""


def dump_plan(data: Mapping[str, Any]) -> str:
    """Write a plan's data; reading the text back with `yamlfile.parse` gives equal data."""
    ordered = {key: data[key] for key in TOP_KEYS if key in data}
    ordered.update((key, value) for key, value in data.items() if key not in ordered)
    return f"{SCHEMA_LINE}\n{nfc(write_yaml(ordered))}"
