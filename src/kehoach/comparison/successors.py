"""Bodies that a reorganisation put in the place of others: the duty is the same, and who has it now is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from kehoach.comparison.bodies import heir
from kehoach.comparison.bodyparts import part_of_body
from kehoach.comparison.meanings import NAMES, Difference
from kehoach.comparison.signruns import LISTED
from kehoach.comparison.signs import SignText
from kehoach.comparison.slots import Sign
from kehoach.model.registry import Registry


class Inherited(NamedTuple):
    """An old text that names heirs for bodies that had ended, and a difference for each of them."""

    old: SignText
    heirs: tuple[Difference, ...] = ()


def with_heirs(old: SignText, new: SignText, registry: Registry, by: dt.date) -> Inherited:
    """Name in an old text, for each body that had ended by a day, the one of the new text that stands in its place."""
    there = {sign.key for sign in new.signs}
    arrived = {sign.unit: sign for sign in reversed(new.signs) if sign.unit}
    heirs = {
        sign.unit: arrived[successor]
        for sign in old.signs
        if sign.unit
        and sign.key not in there
        and (successor := heir(registry, sign.unit, arrived, by))
        and _in_its_place(old, new, sign, arrived[successor])
    }
    old = old._replace(signs=tuple(_of_today(sign, new) for sign in old.signs))
    if not heirs:
        return Inherited(old)
    differences = {sign.unit: _difference(old, new, sign, heirs[sign.unit]) for sign in old.signs if sign.unit in heirs}
    return Inherited(old._replace(signs=_renamed(old, heirs)), tuple(differences.values()))


def _of_today(sign: Sign, new: SignText) -> Sign:
    """Give a group of local authorities the name by which the new text calls the same level."""
    called = next((s.unit for s in new.signs if s.key == sign.key and s.unit), "") if "<" in sign.key else ""
    return sign._replace(unit=called) if called else sign


def _in_its_place(old: SignText, new: SignText, ended: Sign, heir_named: Sign) -> bool:
    """Whether an heir has the part of the body that ended; one that had a part before must have been listed with it."""
    parts = part_of_body(old.words, ended), part_of_body(new.words, heir_named)
    before = [sign for sign in old.signs if sign.key == heir_named.key]
    return parts[0] == parts[1] and all(part_of_body(old.words, sign) == parts[0] for sign in before)


def _difference(old: SignText, new: SignText, ended: Sign, heir_named: Sign) -> Difference:
    words = [" ".join(t.words[s.start : s.end].split()) for t, s in ((old, ended), (new, heir_named))]
    part = NAMES[part_of_body(new.words, heir_named)]
    return Difference("heir", words[0], words[1], (ended.unit, heir_named.unit), about=part)


def _renamed(text: SignText, heirs: Mapping[str, Sign]) -> tuple[Sign, ...]:
    """Name the heirs; one that a list would name twice stands in it once."""
    signs: list[Sign] = []
    listed: set[str] = set()
    last: Sign | None = None
    for sign in text.signs:
        goes_on = last is not None and LISTED.fullmatch(text.words, last.end, sign.start)
        listed = listed if goes_on and sign.key[0] == "@" else set()
        last = sign
        own = heirs.get(sign.unit) if sign.unit else None
        named = sign._replace(key=own.key, unit=own.unit) if own else sign
        if sign.key[0] != "@" or named.key not in listed:
            signs.append(named)
        listed |= {named.key}
    return tuple(signs)
