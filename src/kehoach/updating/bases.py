"""Which state of a plan's file a Word file goes back to: the one it was exported from, with what it has of later ones.

An exported file names the state of the plan's words (``exports.docxfile.identifier_of``). Whoever goes on in the same
file after it has been taken in once still has that first name in it; so to that state each later change is added that
the file has as well: its own ones of then, and not what others changed in the meantime.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from kehoach.exports.docxfile import words_digest
from kehoach.files.formatting import Unformattable, write_plan
from kehoach.files.schemas import Schema
from kehoach.files.yamlfile import Loaded, parse
from kehoach.model.fromdata import plan_from
from kehoach.model.printed import Line, lines
from kehoach.updating.itemtree import twin
from kehoach.updating.threeway import three_way


@dataclass(frozen=True)
class Base:
    """A state of a plan's file, and the day from which it was that; None where it is the present one."""

    loaded: Loaded
    day: dt.date | None = None


def base_among(
    states: Iterable[Base], plan_id: str, recorded: str, file_lines: Iterable[Line], schema: Schema
) -> Base | None:
    """Choose among states, newest first, the one of the recorded digest; None where none has it.

    ``file_lines`` are the lines of the file, and ``recorded`` is empty for one that was made from another plan: it goes
    back to the state from which it differs least.
    """
    file_words = _words(file_lines)
    bases_known: list[Base] = []
    for state in states:
        bases_known.append(state)
        if recorded and words_digest(_printed(plan_id, state.loaded.value)) == recorded:
            break
    else:
        if recorded:
            return None
        nearest = min(reversed(bases_known), key=lambda state: _distance(plan_id, state.loaded.value, file_words))
        bases_known = bases_known[: bases_known.index(nearest) + 1]
    start = bases_known[-1]
    value = start.loaded.value
    for before, after in pairwise(reversed(bases_known)):
        value = _with_change(plan_id, value, before.loaded.value, after.loaded.value, file_words)
    if value == bases_known[0].loaded.value:
        return bases_known[0]
    return start if value is start.loaded.value else _written(value, start, schema)


def _with_change(
    plan_id: str, value: Any, before: Mapping[str, Any], after: Mapping[str, Any], file_words: Counter[str]
) -> Any:
    """Give a state with a later change where the file has that change as well, else as it is."""
    if twin(before) or twin(after):
        return value
    changed = three_way(before, value, after).value
    has_it = _distance(plan_id, changed, file_words) < _distance(plan_id, value, file_words)
    return changed if has_it else value


def _written(value: Mapping[str, Any], start: Base, schema: Schema) -> Base:
    try:
        return Base(parse(write_plan(value, schema).encode(), start.loaded.file), start.day)
    except Unformattable:
        return start


def _distance(plan_id: str, value: Mapping[str, Any], file_words: Counter[str]) -> int:
    """Count the paragraphs that a state and a file do not have in common."""
    words = _words(_printed(plan_id, value))
    return (file_words - words).total() + (words - file_words).total()


def _printed(plan_id: str, value: Mapping[str, Any]) -> list[Line]:
    return list(lines(plan_from(plan_id, value)))


def _words(printed: Iterable[Line]) -> Counter[str]:
    return Counter(" ".join(words.split()) for line in printed for words in line.words.split("\n"))
