"""What a plan tells of each body, document and indicator, as digests: what shows no more of it stays as it is."""

from __future__ import annotations

from collections.abc import Mapping

from kehoach.agenda.timetable import Timetable, binding
from kehoach.machine.fingerprints import digest
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.linked import ANCHORS


def subject_digests(linked: LinkedPlan) -> Mapping[str, str]:
    """Give by ``kind/id`` the digest of the lines that mention a thing, and of duties with their times.

    Under ``ANCHORS`` stands that of all its anchors. Duties count for each body that they name, where their times were
    worked out.
    """
    by_subject: dict[str, list[str]] = {ANCHORS: [repr(sorted(linked.anchors.items()))]}
    for line, mention in linked.all_mentions():
        if mention.target:
            words = repr((line.path, line.words, linked.anchors.get(line.path, ""), mention))
            by_subject.setdefault(f"{mention.kind}/{mention.target}", []).append(words)
    dated = any(isinstance(part, Timetable) for part in linked.parts)
    for row in binding(linked) if dated else ():
        units = dict.fromkeys(party.unit for party in row.duty.named if party.unit)
        words = repr(row) if units else ""
        for unit in units:
            by_subject.setdefault(f"unit/{unit}", []).append(words)
    return {name: digest(parts) for name, parts in sorted(by_subject.items())}
