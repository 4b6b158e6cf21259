"""Whether words open with a verb, as no name of a body goes on with."""

from __future__ import annotations

from kehoach.meaning.lexicon import AUXILIARIES, VERBS
from kehoach.meaning.nametable import tokens


def opens_verb(words: str, alone: bool = False) -> bool:
    """Whether words begin with a verb or, unless that is to be left out, a small word, which no name goes on with."""
    opening = tokens(words)
    if not opening:
        return False
    return VERBS.longest(opening, 0)[0] > 0 or (not alone and AUXILIARIES.longest(opening, 0)[0] > 0)


def has_verb(words: str) -> bool:
    """Whether a verb of two syllables stands among words."""
    spoken = tokens(words)
    return any(VERBS.longest(spoken, at)[0] > 1 for at in range(len(spoken)))
