"""Where the name of a body can open: at a sentence's first word, in a list, behind what opens the sentence."""

from __future__ import annotations

from kehoach.meaning import fronts
from kehoach.meaning.bodynouns import LISTED_AFTER, SMALL_OPENING, STRONG
from kehoach.meaning.lexicon import GROUP_NOUNS, MODIFIERS, NOUNS
from kehoach.meaning.nametable import Token
from kehoach.meaning.sharednouns import SharedNouns

_JOINTS = frozenset(("", ",", ";", "và"))
_THINGS = frozenset("dự chợ nhóm cấp lớp khu cụm phương hệ địa khóm ấp làng tiểu doanh hộ hợp trang".split())  # noqa: SIM905
"""First syllables of groups that are places or things, and do nothing by themselves."""


class Openings(SharedNouns):
    """A text in which is told where names can open; methods take numbers of tokens."""

    def _can_begin(self, token: Token, before: str) -> bool:
        """Whether a name can begin with a word, by the word itself and the one before: most can not."""
        if token.word[0].islower() and token.key not in SMALL_OPENING:
            return before in _JOINTS or before.lower() in LISTED_AFTER
        return True

    def _is_fronted(self, at: int, length: int) -> bool:
        """Whether who acts stands behind what opens the sentence: "Định kỳ cuối năm học, nhà trường tổng hợp …"."""
        thing = self._word(at) in _THINGS and not self._has_to(at)
        if self._word(at - 1) != "," or thing or self._ends_group(at - 1):
            return False
        school = self._word(at) == "nhà"
        if not school and (length < 2 or self.listed):
            return False
        opening = fronts.openings(self.text, self.words[at].start)[-1]
        return fronts.FRONTED.match(self.text, opening) is not None and self._acts(at, length)

    def _has_to(self, at: int) -> bool:
        """Whether words follow a group that only who acts has: "doanh nghiệp viễn thông có trách nhiệm"."""
        sure = self.sure
        end = self._group(at)
        self.sure = sure
        return end < len(self.words) and STRONG.match(self.text, self.words[end].start) is not None

    def _acts(self, at: int, length: int) -> bool:
        """Whether a group that begins at a word is followed by its verb, or by another that is."""
        sure = self.sure
        end = self._group(at)
        self.sure = sure
        if self._word(end) in ("và", ",") and (other := GROUP_NOUNS.longest(self.words, end + 1)[0]):
            return not self._is_verb(end + 1) and self._acts(end + 1, other)
        return (
            self._is_verb(end) or STRONG.match(self.text, self.words[end].start) is not None
            if end < len(self.words)
            else False
        )

    def _ends_group(self, at: int) -> bool:
        """Whether a group's noun ends before a comma, so that what follows can be another of its list."""
        return any(GROUP_NOUNS.longest(self.words, at - back)[0] == back for back in range(1, min(at, 4) + 1))

    def _is_named_for(self, at: int) -> bool:
        return any(table.longest(self.words, at)[0] for table in (NOUNS, MODIFIERS, GROUP_NOUNS))

    def _opens(self, at: int, length: int) -> bool:
        """Whether a group's noun stands where a sentence, or a part of one, begins."""
        before = self.words[at - 1] if at else None
        if before is None:
            return True
        capital = before.word in (".", ")", ";", ":") and self.words[at].word[0].isupper()
        return capital or (before.word == ";" and length > 1)
