"""What a plan tells of each body, document and indicator, as digests: what shows no more of it stays as it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from kehoach.agenda.timetable import Timetable, binding
from kehoach.machine.fingerprints import digest
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.linked import ANCHORS, DUTIES, due_in

_LONG = 32
"""Digits of a digest that tell two texts apart as surely as anybody needs."""


class SubjectDigests(Mapping[str, str]):
    """Digests of what a plan tells of things by their names, which are in order: of ten thousand plans held at once."""

    __slots__ = ("_packed", "names")

    def __init__(self, names: tuple[str, ...], digits: str) -> None:
        self.names, self._packed = names, bytes.fromhex(digits)

    @property
    def digits(self) -> str:
        """All of them, one after the other."""
        return self._packed.hex()

    def __getitem__(self, name: str) -> str:
        at = bisect_left(self.names, name)
        if at == len(self.names) or self.names[at] != name:
            raise KeyError(name)
        return self._packed[at * _LONG // 2 : (at + 1) * _LONG // 2].hex()

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


def subject_digests(linked: LinkedPlan) -> SubjectDigests:
    """Give by ``kind/id`` the digest of what is shown of mentions of a thing, and of duties with their times.

    Under ``ANCHORS`` stands that of all its anchors, under ``DUTIES`` that of all duties. A duty counts for each body
    that it names and each month in which it is due (``due_in``), where its times were worked out.
    """
    by_subject: dict[str, list[str]] = {ANCHORS: [repr(sorted(linked.anchors.items()))]}
    for name, told in _mentioned(linked):
        by_subject.setdefault(name, []).append(told)
    dated = any(isinstance(part, Timetable) for part in linked.parts)
    for row in binding(linked) if dated else ():
        units = dict.fromkeys(party.unit for party in row.duty.named if party.unit)
        months = dict.fromkeys(
            due_in(deadline.due.year, deadline.due.month) for deadline in row.deadlines if deadline.due
        )
        words = repr(row)
        for name in (DUTIES, *months, *(f"unit/{unit}" for unit in units)):
            by_subject.setdefault(name, []).append(words)
    names = tuple(sorted(by_subject))
    return SubjectDigests(names, "".join(digest(by_subject[name])[:_LONG] for name in names))


def _mentioned(linked: LinkedPlan) -> Iterator[tuple[str, str]]:
    """Give for each mention by ``kind/id`` what is shown of it: of a body where it stands, of all else its line too."""
    places_mentioned: set[tuple[str, str, str]] = set()
    for line, mention in linked.all_mentions():
        if not mention.target:
            continue
        name, anchor = f"{mention.kind}/{mention.target}", linked.anchors.get(line.path, "")
        if mention.kind != "unit":
            yield name, repr((line.path, line.words, anchor, mention))
        elif (name, line.path, line.words) not in places_mentioned:
            places_mentioned.add((name, line.path, line.words))
            yield name, repr((line.path, anchor))
