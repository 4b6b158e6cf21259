"""Applying a comparison: from a plan's nodes and the published data to the other plan's nodes.

That it gives the other plan back is the proof that the data leaves nothing out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kehoach.comparison.nodes import ComparedNode
from kehoach.comparison.words import Op, text_after, text_before


@dataclass(frozen=True)
class Printed:
    """What a node says: the kind of part, its name and label path, printed words by field."""

    part: str
    name: str
    path: str
    fields: Mapping[str, str]


def printed(nodes: Iterable[ComparedNode]) -> list[Printed]:
    """Give what the nodes of a plan say, in printed order."""
    return [Printed(node.group, node.name, node.path, dict(node.fields)) for node in nodes]


def apply(data: Mapping[str, Any], old: Iterable[Printed]) -> list[Printed]:
    """Rebuild the new plan from the old one and a comparison as data; raises ValueError where they do not fit."""
    known = {(one.part, one.name): one for one in old}
    out: dict[tuple[str, str], Printed] = {}
    for change in data["changes"]:
        if change["to_path"] is None:
            continue
        part, name = change["part"], change["to_id"]
        base = known[part, change["from_id"]].fields if change["from_path"] is not None else {}
        # A provision split off one and merged with another stands in two changes; each says all of it.
        out.setdefault((part, name), Printed(part, name, change["to_path"], _fields(base, change["fields"])))
    return list(out.values())


def _fields(base: Mapping[str, str], changes: Mapping[str, Any]) -> dict[str, str]:
    fields = dict(base)
    for name, change in changes.items():
        runs = [Op(*run) for run in change["ops"]]
        if text_before(runs) != base.get(name, ""):
            raise ValueError(f"{name}: the comparison starts from other words")
        if change["to"] is None:
            fields.pop(name)
        else:
            fields[name] = text_after(runs)
    return fields
