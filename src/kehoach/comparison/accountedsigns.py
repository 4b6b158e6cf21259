"""Changed signs that need not be told: what has its counterpart elsewhere, or stands in a list as before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from kehoach.comparison.changedphrases import unexplained
from kehoach.comparison.counterparts import Counterparts, numbered_anew
from kehoach.comparison.hunks import Hunk
from kehoach.comparison.rolechanges import OF_PARTS, places_in_lists
from kehoach.comparison.signphrases import SignPhrases
from kehoach.comparison.signs import SignText
from kehoach.comparison.slots import Sign
from kehoach.wording.letters import comparable

_SHARED = 0.5
"""Share of a changed run's signs that must stand in a related provision for the run to be explained by it."""
_YEAR, _OWN_YEAR = comparable("năm"), "<năm>"
"""The word before a year, and what a plan's own year is as a sign."""


class AccountedSigns(SignPhrases):
    """Two texts of which signs with a counterpart, in them or elsewhere in their plans, are left out.

    ``relatives`` are the signs of old provisions merged into the new one, and of new ones split off the old one.
    """

    def __init__(
        self,
        old: SignText,
        new: SignText,
        counterparts: Counterparts,
        relatives: tuple[frozenset[str], frozenset[str]],
    ) -> None:
        super().__init__(old, new)
        self.relatives = relatives
        self.counterparts = counterparts
        self.there = (
            frozenset(s.key for s in old.signs) | counterparts.old,
            frozenset(s.key for s in new.signs) | counterparts.new,
        )

    @cached_property
    def held(self) -> tuple[Mapping[str, list[str]], ...]:
        """In which lists each body stands on either side; most changes name none."""
        return tuple(places_in_lists(text) for text in self.sides)

    def _read_kind(self, side: int, sign: Sign) -> str:
        """A body whose part only this text tells, and that the other names too, neither came nor went."""
        kind = super()._read_kind(side, sign)
        if kind in OF_PARTS and sign.key in self.held[1 - side] and not any(self.held[1 - side][sign.key]):
            return "object"
        return kind

    def _unaccounted(self, side: int, at: tuple[int, int]) -> list[Sign]:
        """Give the signs of one side of a change that have no counterpart elsewhere."""
        counterparts = self.counterparts.new if side == 0 else self.counterparts.old
        signs = [s for s in self.sides[side].signs[slice(*at)] if not self._accounted(s, counterparts, 1 - side)]
        signs = [s for i, s in enumerate(signs) if not self._of_own_year(signs, i)]
        related = self.relatives[1 - side]
        if not related or sum(s.key in related for s in signs) < _SHARED * len(signs):
            return signs
        return unexplained(signs, related)

    def _of_own_year(self, signs: Sequence[Sign], at: int) -> bool:
        """Whether a sign says the plan's own year, which both texts say as often, if elsewhere: "năm 2026"."""
        year = at + (signs[at].key == _YEAR)
        named = year < len(signs) and signs[year].key == _OWN_YEAR
        return named and len({sum(sign.key == _OWN_YEAR for sign in text.signs) for text in self.sides}) == 1

    def _accounted(self, sign: Sign, counterparts: frozenset[str], other: int) -> bool:
        if sign.key[0] == "§" and sign.key in self.there[other]:
            return not numbered_anew(sign.key, self.sides[1 - other], self.sides[other])
        if sign.key in counterparts or bool(sign.unit and f"@{sign.unit}" in counterparts):
            return True
        if sign.key[0] != "@":
            return False
        if sign.key in self.relatives[other]:
            return True
        # In a list of those who take part, a body that stands at another place of it neither came nor went.
        lists = self.held[1 - other].get(sign.key, [""])
        return all(lists) and lists == self.held[other].get(sign.key)

    def _narrowed(self, hunk: Hunk, changed: tuple[Sequence[Sign], Sequence[Sign]]) -> Hunk:
        """Leave signs that are accounted for out of both ends of a change."""
        ranges = []
        for side, signs in enumerate(changed):
            first, last = hunk[side]
            if signs:
                all_signs = self.sides[side].signs
                first = next(i for i in range(first, last) if all_signs[i] == signs[0])
                last = next(i for i in range(last, first, -1) if all_signs[i - 1] == signs[-1])
                ranges.append((first, last))
            else:
                ranges.append((last, last))
        return Hunk(*ranges)
