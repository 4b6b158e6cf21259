"""How much of an imported plan's meaning was read by a registry, for the report of the import."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kehoach.meaning.ledger import LedgerReading, LedgerToken, summary
from kehoach.meaning.linetokens import read_doubtful
from kehoach.meaning.linking import linker_of
from kehoach.meaning.mentions import Mention
from kehoach.model.fromdata import plan_from
from kehoach.model.line import Line
from kehoach.model.registry import Registry
from kehoach.wording.letters import upper_first
from kehoach.wording.pathnames import path_name

_MOST = 40
_UNPLACED = "nhap/nhap/2000"


def understood(
    data: Mapping[str, Any], printed: Sequence[Line], registry: Registry, unit: str, year: int
) -> tuple[str, ...]:
    """Say what was read of a draft and name each thing that was not, once, with its place.

    ``printed`` are the lines that the draft prints.

    Empty where the registry holds no bodies: nothing could be read by it.
    """
    if not registry.units:
        return ()
    plan_id = f"{unit or 'nhap'}/nhap/{year}" if year else _UNPLACED
    plan = plan_from(plan_id, {**data, "body": [], "appendices": []})
    # Duties are left aside: the checks tell of them, and to read them takes longer than all that is counted here.
    linked = zip(printed, linker_of(registry).link(plan, printed), strict=True)
    readings = tuple(_readings(linked, plan.year))
    counted = summary(readings)
    if not counted:
        return ()
    unread = _once(readings)
    sentences = [f"{upper_first(counted)}."]
    sentences += [
        f"  chưa đọc được ở {path_name(path) or 'phần đầu'}: “{token.text}”" for path, token in unread[:_MOST]
    ]
    if len(unread) > _MOST:
        sentences.append(f"  … và {len(unread) - _MOST} chỗ nữa.")
    return tuple(sentences)


def _readings(linked: Iterable[tuple[Line, Sequence[Mention]]], year: int) -> Iterator[LedgerReading]:
    """Read each line; what is said again, as in the cells of a table, is read once.

    The linker gives one and the same mentions where words are the same and nothing is linked by hand.
    """
    known: dict[tuple[str, int, str, int, str], LedgerReading] = {}
    for line, mentions in linked:
        key = line.words, id(mentions), line.kind, line.lead_in, line.field.kind if line.field else ""
        if key not in known:
            known[key] = read_doubtful(line, mentions, year)
        yield LedgerReading(line.path, known[key].tokens)


def _once(readings: tuple[LedgerReading, ...]) -> list[tuple[str, LedgerToken]]:
    tokens: dict[tuple[str, str], tuple[str, LedgerToken]] = {}
    for reading in readings:
        for token in reading.unread:
            tokens.setdefault((token.kind, token.text.lower()), (reading.line, token))
    return list(tokens.values())
