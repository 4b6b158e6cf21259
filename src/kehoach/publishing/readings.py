"""Plans as they were read, kept as plain data: values, lines, mentions, duties and their times.

Reading, linking and scheduling a plan takes ten times as long as bringing this back.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from kehoach.agenda.timetable import Timetable, scheduled, timed
from kehoach.comparison.commontext import Sample, sample
from kehoach.files.memory import RecalledPlan, RecallRequest
from kehoach.machine.fingerprints import digest, program
from kehoach.machine.forking import spread
from kehoach.machine.gcpause import paused
from kehoach.machine.store import Store
from kehoach.machine.usererror import UserError
from kehoach.machine.values import Broken, Form
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.linked import Anchors, Mentions
from kehoach.meaning.linking import linker_of
from kehoach.meaning.reading import PlanReading
from kehoach.model.frozen import but
from kehoach.model.outline import Outline
from kehoach.model.plan import Plan
from kehoach.model.registry import Registry
from kehoach.publishing.keptoutlines import KIND as OUTLINE
from kehoach.publishing.keptoutlines import KeptOutlines, Noted, written
from kehoach.publishing.subjectdigests import SubjectDigests, subject_digests
from kehoach.wording.latepatterns import compile_all

KIND = "reading"
_FORM = Form(Plan, PlanReading, Timetable, Sample)

_ALONE: Mapping[type, str] = {Timetable: "timetable", Anchors: "anchors", Mentions: "mentions"}
"""What is kept by itself too, and under which kind: pages of bodies and documents look at it in many plans."""
_FORMS = {kind: Form(kind) for kind in _ALONE}


@dataclass(frozen=True)
class _Written:
    """A plan that was read, as it is kept: its outline, with what that was worked out for, all of it, parts alone."""

    plan_id: str
    needs: str
    outline: Noted
    whole: bytes
    alone: Mapping[str, bytes]


FEW = 60
"""Plans that are too few to be worth another process."""
_BATCH = 8

Parts = tuple[Any, ...]
"""What was worked out of a plan, each part a value of its own kind."""
WorkOut = Callable[[LinkedPlan, Registry], object]


def words(linked: LinkedPlan, registry: Registry) -> object:
    """Work out what the words of a plan mean: all that checks look at."""
    return linked.reading


def everything(linked: LinkedPlan, registry: Registry) -> object:
    """Work out all that a site shows of a plan by itself."""
    return scheduled(linked), sample(linked, registry)


_NEEDS: Mapping[WorkOut, frozenset[type]] = {
    words: frozenset({PlanReading}),
    everything: frozenset({PlanReading, Timetable, Sample}),
}


class Readings:
    """Plans that were read; request for plans (``memory.Recall``) it reads what is not kept.

    Of each its outline is held; the plan itself is brought back from where it is kept whenever it is request for.
    """

    def __init__(self, store: Store, work_out: WorkOut) -> None:
        self._store = store
        self._work_out = work_out
        self._needs = ",".join(sorted(kind.__name__ for kind in _NEEDS[work_out]))

    def __call__(self, request: RecallRequest) -> Mapping[str, RecalledPlan]:
        """Give the plans that are sound, each with all that is known of it; keeps what is new and drops the rest."""
        with paused():
            against = digest((program(), request.against))
            keys = {plan_id: digest((against, plan_id, sha256)) for plan_id, sha256 in request.files.items()}
            kept_outlines = KeptOutlines(self._store, keys, self._needs)
            outlines = kept_outlines.held()
            recalled = {
                plan_id: self._recalled(request, plan_id, keys[plan_id], noted)
                for plan_id, (_, noted) in outlines.items()
            }
            missing = [plan_id for plan_id in keys if plan_id not in recalled]
            if missing:
                for kind in (KIND, OUTLINE, *_ALONE.values()):
                    self._store.keep_only(kind, request.plan_ids)
            for plan_id, (needs, noted), whole in self._made(request, keys, missing, kept_outlines):
                outlines[plan_id] = needs, noted
                recalled[plan_id] = self._recalled(request, plan_id, keys[plan_id], noted, whole)
            kept_outlines.write(outlines)
            return {plan_id: recalled[plan_id] for plan_id in keys if plan_id in recalled}

    def _made(
        self, request: RecallRequest, keys: Mapping[str, str], missing: Sequence[str], kept: KeptOutlines
    ) -> Iterator[tuple[str, tuple[str, Noted], bytes | None]]:
        """Read plans that are not kept; gives their outlines, and the rest of those that are kept nowhere.

        What is kept is taken up from there when all are read: it shares its texts, and lies together in memory, where
        outlines among all that reading leaves behind take three times as much.
        """
        read: list[str] = []
        for plan_read, whole in self._read(request, keys, missing):
            if whole is None:
                read.append(plan_read.plan_id)
            else:
                yield plan_read.plan_id, (plan_read.needs, plan_read.outline), whole
        refused = []
        for plan_id in read:
            if kept_again := kept.again(plan_id):
                yield plan_id, kept_again, None
            else:
                refused.append(plan_id)
        for plan_read, whole in self._read(request, keys, refused):
            yield plan_read.plan_id, (plan_read.needs, plan_read.outline), whole

    def _recalled(
        self, request: RecallRequest, plan_id: str, key: str, noted: Noted, whole: bytes | None = None
    ) -> RecalledPlan:
        """Take up an outline; ``whole`` is the rest of the plan where that is kept nowhere."""
        bring = partial(self._whole, request, plan_id, key, whole and zlib.compress(whole, 1))
        by_subject = SubjectDigests(noted.about, noted.digests)
        alone = partial(self._alone, plan_id, key)
        return RecalledPlan(noted.outline, noted.names, noted.digest, noted.untitled, by_subject, bring, alone)

    def _whole(self, request: RecallRequest, plan_id: str, key: str, packed: bytes | None) -> tuple[Plan, Parts]:
        """Bring a plan back; one that is no longer kept is read anew."""
        if packed:
            return _brought_back(zlib.decompress(packed))
        stored = self._stored(plan_id, key)
        if stored and _NEEDS[self._work_out] <= {*map(type, stored[1])}:
            return stored
        read = request.read(plan_id)
        if read is None or read.sha256 != request.files[plan_id]:
            raise UserError(f"Tệp của {plan_id} vừa đổi trong lúc chương trình đang đọc; hãy chạy lại.")
        return read.plan, self._worked(request, read.plan).parts

    def _alone(self, plan_id: str, key: str, kind: type) -> Any:
        """Bring one part of a plan back; None where it is not kept by itself."""
        kept_state, data = (kind in _ALONE and self._store.read(_ALONE[kind], plan_id)) or ("", b"")
        if kept_state != key:
            return None
        try:
            [part] = _FORMS[kind].read(data)
        except (Broken, ValueError):
            part = None
        if isinstance(part, kind):
            return part
        self._store.spoiled += 1
        return None

    def _worked(self, request: RecallRequest, plan: Plan, parts: Parts = ()) -> LinkedPlan:
        linked = LinkedPlan(plan, linker_of(request.registry))
        linked.learn(parts)
        self._work_out(linked, request.registry)
        return linked

    def _read(
        self, request: RecallRequest, keys: Mapping[str, str], missing: Sequence[str]
    ) -> Iterator[tuple[_Written, bytes | None]]:
        """Read plans that are not kept: a few here, many in several processes; gives outlines, and plans not kept."""
        few = len(missing) < FEW
        if not few:
            linker_of(request.registry)  # not in each process again
            compile_all()
        size = 1 if few else _BATCH
        batches = [missing[start : start + size] for start in range(0, len(missing), size)]

        def read(plan_id: str) -> _Written | None:
            sound = request.read(plan_id)
            if sound is None or sound.sha256 != request.files[plan_id]:
                return None
            former = self._stored(plan_id, keys[plan_id])
            linked = self._worked(request, *(former or (sound.plan, ())))
            outline = _outline(linked)
            by_subject = subject_digests(linked)
            digests = digest([outline]), digest([replace(outline, head=but(outline.head, title=""))])
            noted = Noted(outline, tuple(sorted(sound.names)), *digests, by_subject.names, by_subject.digits)
            needs = ",".join(sorted(type(part).__name__ for part in linked.parts))
            whole = _written((linked.plan, linked.parts))
            return _Written(plan_id, needs, noted, whole, _written_alone(linked))

        def read_batch(number: int) -> list[_Written]:
            return [row for plan_id in batches[number] if (row := read(plan_id))]

        for batch in spread(read_batch, len(batches), 1 if few else None):
            self._keep(batch, keys)
            is_kept = self._store.folder is not None
            yield from ((plan_read, None if is_kept else plan_read.whole) for plan_read in batch)

    def _keep(self, batch: Sequence[_Written], keys: Mapping[str, str]) -> None:
        self._store.write(KIND, ((plan_read.plan_id, keys[plan_read.plan_id], plan_read.whole) for plan_read in batch))
        for kind in _ALONE.values():
            parts = (
                (plan_read.plan_id, keys[plan_read.plan_id], plan_read.alone[kind])
                for plan_read in batch
                if kind in plan_read.alone
            )
            self._store.write(kind, parts)
        # The last, so that where this is found the rest has been kept.
        rows = (
            (plan_read.plan_id, f"{plan_read.needs}:{keys[plan_read.plan_id]}", written(plan_read.outline))
            for plan_read in batch
        )
        self._store.write(OUTLINE, rows)

    def _stored(self, plan_id: str, key: str) -> tuple[Plan, Parts] | None:
        """Give what is kept of a plan, though it may not be all that is needed now."""
        kept_state, data = self._store.read(KIND, plan_id) or ("", b"")
        if kept_state != key:
            return None
        try:
            plan, parts = _brought_back(data)
        except (Broken, ValueError):
            plan, parts = None, ()
        if isinstance(plan, Plan) and plan.id == plan_id and {*map(type, parts)} <= _NEEDS[everything]:
            return plan, parts
        self._store.spoiled += 1
        return None


def _outline(linked: LinkedPlan) -> Outline:
    """Give a plan's outline, with its times where they were worked out."""
    return timed(linked) if any(isinstance(part, Timetable) for part in linked.parts) else linked.outline


def _written(stored: tuple[Plan, Parts]) -> bytes:
    plan, parts = stored
    return _FORM.written((plan, *parts))


def _written_alone(linked: LinkedPlan) -> dict[str, bytes]:
    """Write what is kept by itself of a plan, as far as it was worked out."""
    parts = (Anchors(linked.anchors), linked.named, *linked.parts)
    return {_ALONE[type(part)]: _FORMS[type(part)].written((part,)) for part in parts if type(part) in _ALONE}


def _brought_back(data: bytes) -> tuple[Plan, Parts]:
    plan, *parts = _FORM.read(data)
    return plan, tuple(parts)
