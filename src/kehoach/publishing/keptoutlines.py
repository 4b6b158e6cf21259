"""Outlines of plans as they are kept: each by itself, and some dozens together.

Of all plans outlines are needed at every start. To take up a thousand one by one takes twice as long as in groups, of
which an edit makes one anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kehoach.machine.fingerprints import digest
from kehoach.machine.store import Store
from kehoach.machine.values import Broken, Form, Same
from kehoach.model.outline import Outline

KIND, GROUP = "outline", "outlines"
_GROUPS = 32
_FEW = 60
"""Plans that are too few to be worth groups."""


@dataclass(frozen=True)
class Noted:
    """A plan in outline, with the ids of the plans that its file names.

    ``digest`` is that of the outline, ``untitled`` that of it without the title; ``about`` are the subjects that it
    tells something of, in order, ``digests`` those of what it tells, one after the other (``SubjectDigests``).
    """

    outline: Outline
    names: tuple[str, ...]
    digest: str
    untitled: str
    about: tuple[str, ...]
    digests: str


_FORM = Form(Noted, shared=True)

Held = dict[str, tuple[str, Noted]]
"""Outlines by plan, each with the kinds of parts that were worked out for it, as words with commas between."""


def written(noted: Noted) -> bytes:
    """Write an outline."""
    return _FORM.written((noted,))


class KeptOutlines:
    """The outlines of plans that are kept under ``keys``, digests by plan of all that each was made from."""

    def __init__(self, store: Store, keys: Mapping[str, str], needs: str) -> None:
        self._store, self._keys, self._needs = store, keys, needs
        self._groups = _grouped(keys) if len(keys) > _FEW else {}
        self._whole: set[str] = set()
        self._same: Same = {}

    def held(self) -> Held:
        """Give those for which all that is needed was worked out."""
        outlines: Held = {}
        for group, plan_ids in self._groups.items():
            kept_state, data = self._store.read(GROUP, group) or ("", b"")
            needs, _, state = kept_state.partition(":")
            if state == self._state(plan_ids) and self._is_enough(needs):
                notes = self._understood(data, plan_ids)
                self._whole |= {group} if notes else set()
                outlines.update((noted.outline.head.id, (needs, noted)) for noted in notes)
        for plan_id in self._keys:
            if plan_id not in outlines and (noted := self.again(plan_id)):
                outlines[plan_id] = noted
        return outlines

    def write(self, outlines: Held) -> None:
        """Keep the outlines of the groups that are not kept whole."""
        self._store.write(GROUP, self._entries(outlines))

    def _entries(self, outlines: Held) -> Iterator[tuple[str, str, bytes]]:
        for group, plan_ids in self._groups.items():
            if group not in self._whole and outlines.keys() >= {*plan_ids}:
                needs = set.intersection(*(set(outlines[plan_id][0].split(",")) for plan_id in plan_ids))
                data = _FORM.written([outlines[plan_id][1] for plan_id in plan_ids])
                yield group, f"{','.join(sorted(needs))}:{self._state(plan_ids)}", data

    def _is_enough(self, needs: str) -> bool:
        return set(self._needs.split(",")) <= set(needs.split(","))

    def _state(self, plan_ids: Sequence[str]) -> str:
        return digest(part for plan_id in plan_ids for part in (plan_id, self._keys[plan_id]))

    def again(self, plan_id: str) -> tuple[str, Noted] | None:
        """Give one by itself; None where it is not kept."""
        kept_state, data = self._store.read(KIND, plan_id) or ("", b"")
        needs, _, key = kept_state.partition(":")
        if key != self._keys[plan_id] or not self._is_enough(needs):
            return None
        return next(((needs, noted) for noted in self._understood(data, [plan_id])), None)

    def _understood(self, data: bytes, plan_ids: Sequence[str]) -> Sequence[Noted]:
        """Bring outlines back; none where these are not those of the plans."""
        try:
            notes = _FORM.read(data, self._same)
            if all(isinstance(noted, Noted) for noted in notes) and [n.outline.head.id for n in notes] == plan_ids:
                return notes
        except (Broken, ValueError, TypeError, AttributeError):
            pass
        self._store.spoiled += 1
        return ()


def _grouped(plan_ids: Iterable[str]) -> dict[str, list[str]]:
    """Put plans into groups by their names, so that another plan changes one group."""
    groups: dict[str, list[str]] = {}
    for plan_id in sorted(plan_ids):
        groups.setdefault(str(int(digest([plan_id])[:8], 16) % _GROUPS), []).append(plan_id)
    return groups
