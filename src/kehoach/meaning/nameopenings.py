"""Where the name of a body can open: at a sentence's first word, in a list, behind what opens the sentence."""

from __future__ import annotations

from kehoach.meaning import fronts
from kehoach.meaning.bodynouns import LISTED_AFTER, SMALL_OPENING
from kehoach.meaning.lexicon import GROUP_NOUNS, MODIFIERS, NOUNS
from kehoach.meaning.nametable import Token
from kehoach.meaning.sharednouns import SharedNouns

_JOINTS = frozenset(("", ",", ";", "và"))


class Openings(SharedNouns):
    """A text in which is told where names can open; methods take numbers of tokens."""

    def _can_begin(self, token: Token, before: str) -> bool:
        """Whether a name can begin with a word, by the word itself and the one before: most can not."""
        if token.word[0].islower() and token.key not in SMALL_OPENING:
            return before in _JOINTS or before.lower() in LISTED_AFTER
        return True

    def _is_fronted(self, at: int, length: int) -> bool:
        """Whether who acts stands behind what opens the sentence: "Định kỳ cuối năm học, nhà trường tổng hợp …"."""
        own = self._word(at) == "nhà" and self._word(at - 1) == "," and self._is_verb(at + length)
        return own and fronts.FRONTED.match(self.text) is not None

    def _is_named_for(self, at: int) -> bool:
        return any(table.longest(self.words, at)[0] for table in (NOUNS, MODIFIERS, GROUP_NOUNS))

    def _opens(self, at: int, length: int) -> bool:
        """Whether a group's noun stands where a sentence, or a part of one, begins."""
        before = self.words[at - 1] if at else None
        if before is None:
            return True
        capital = before.word in (".", ")", ";") and self.words[at].word[0].isupper()
        return capital or (before.word == ";" and length > 1)
