"""What a plan tells of each body, document and indicator, as digests: what shows no more of it stays as it is."""

from __future__ import annotations

from collections.abc import Mapping

from kehoach.agenda.agenda import Timetable, binding
from kehoach.machine.fingerprints import digest
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.linked import ANCHORS


def told_by(linked: LinkedPlan) -> Mapping[str, str]:
    """Give by ``kind/id`` the digest of the lines that mention a thing, and of duties with their times.

    Under ``ANCHORS`` stands that of all its anchors. Duties count for each body that they name, where their times were
    worked out.
    """
    found: dict[str, list[str]] = {ANCHORS: [repr(sorted(linked.anchors.items()))]}
    for line, mention in linked.all_mentions():
        if mention.target:
            said = repr((line.path, line.words, linked.anchors.get(line.path, ""), mention))
            found.setdefault(f"{mention.kind}/{mention.target}", []).append(said)
    dated = any(isinstance(part, Timetable) for part in linked.parts)
    for one in binding(linked) if dated else ():
        units = dict.fromkeys(party.unit for party in one.duty.named if party.unit)
        said = repr(one) if units else ""
        for unit in units:
            found.setdefault(f"unit/{unit}", []).append(said)
    return {name: digest(parts) for name, parts in sorted(found.items())}
