"""Which state of a plan's file a Word file goes back to: the one that it was exported from, or that took it in before.

An exported file names the state of the plan's words (``exports.docxfile.identifier_of``). Whoever goes on in the same
file after it has been taken in once still has that first name in it; so of all states since, the base is the one from
which the file differs least.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from kehoach.exports.docxfile import words_digest
from kehoach.files.yamlfile import Loaded
from kehoach.machine.frozenclasses import frozen
from kehoach.model.fromdata import plan_from
from kehoach.model.printed import Line, lines


@frozen
class Base:
    """A state of a plan's file, and the day from which it was that; None where it is the present one."""

    loaded: Loaded
    day: dt.date | None = None


def base_among(states: Iterable[Base], plan_id: str, recorded: str, said: Iterable[Line]) -> Base | None:
    """Choose among states, newest first, down to the one of the recorded digest; None where none has it.

    ``said`` are the lines of the file, and ``recorded`` is empty for one that was made from another plan. Of states
    that are as near the older one is taken: then what only the newer one has is known to be the plan's.
    """
    file_words = _words(said)
    distances: list[tuple[int, Base]] = []
    for state in states:
        printed = lines(plan_from(plan_id, state.loaded.value))
        state_words = _words(printed)
        distances.append(((file_words - state_words).total() + (state_words - file_words).total(), state))
        if recorded and words_digest(printed) == recorded:
            break
    else:
        if recorded:
            return None
    return min(reversed(distances), key=lambda pair: pair[0])[1]


def _words(printed: Iterable[Line]) -> Counter[str]:
    return Counter(" ".join(words.split()) for line in printed for words in line.words.split("\n"))
