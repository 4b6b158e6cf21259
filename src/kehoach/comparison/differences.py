"""What of a duty's meaning differs between two texts: each difference with its kind and the printed words.

The signs of both texts are laid side by side. Every sign that has no counterpart ends in a difference; which kind it
is, the slot says that it stands in. What no rule reads is told as a place that may change the meaning.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from kehoach.comparison.accountedsigns import AccountedSigns
from kehoach.comparison.borneout import borne_out
from kehoach.comparison.changedphrases import (
    ChangedPhrase,
    as_one,
    led_sentence,
    whole_sentence,
    without_contradictions,
    without_moved,
)
from kehoach.comparison.counterparts import (
    NOTHING_ELSEWHERE,
    Counterparts,
    citations_told,
    documents_printed,
)
from kehoach.comparison.fronted import without_fronted
from kehoach.comparison.hunks import Hunk, hunks_of, only_reordered
from kehoach.comparison.listedbodies import lists_changed
from kehoach.comparison.meanings import Difference
from kehoach.comparison.nearwords import may_say_the_same
from kehoach.comparison.otherorder import (
    said_by_object,
    same_but_for_conditions,
    same_in_other_order,
    shares_object,
    without_moved_elements,
)
from kehoach.comparison.paraphrase import is_passive, only_style, put_otherwise
from kehoach.comparison.rewording import only_reworded
from kehoach.comparison.rolechanges import OF_PARTS, acts_as_before, led_by_other, role_changes, same_roles_said
from kehoach.comparison.sentenceorder import without_moved_sentences
from kehoach.comparison.signruns import bodies_in_any_order, opens_duty, units_of, without_titles, without_whose
from kehoach.comparison.signs import SignText
from kehoach.comparison.slips import may_be_slip
from kehoach.comparison.slots import NOTHING, Sign
from kehoach.comparison.toldanew import differences_of_meaning, is_timed_elsewhere, is_told_anew, stands_alone
from kehoach.comparison.waysofsaying import ensure_the_same
from kehoach.comparison.writtenout import turned_round

_OF_ROLES = ("role", "lead", "doer", "partner")
_TYPED = ("time", "quantity", "condition", "lead", "doer", "partner", "addressee")
"""Kinds that are told one by one out of a change that is larger than ``_SMALL``."""
_SMALL = 7
"""Most changed signs that are one difference; what is larger is told by kind, and then as a whole."""
_MARK = re.compile(r"[,;]")
_NOWHERE: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


def differences(
    old: SignText,
    new: SignText,
    counterparts: Counterparts = NOTHING_ELSEWHERE,
    relatives: tuple[frozenset[str], frozenset[str]] = _NOWHERE,
) -> tuple[Difference, ...]:
    """Give the differences of two texts in printed order; none where both say the same in other words.

    ``relatives`` are the signs of old provisions merged into the new one, and of new ones split off the old one.
    """
    keys = [sign.key for sign in old.signs], [sign.key for sign in new.signs]
    if keys[0] == keys[1] or bodies_in_any_order(old.words, old.signs) == bodies_in_any_order(new.words, new.signs):
        return ()
    if same_but_for_conditions(old, new) or ensure_the_same(*keys) or said_by_object(old, new):
        return ()
    if only_reworded(old, new):
        return ()
    if (turned := turned_round(old, new)) is not None:
        there = counterparts.old | counterparts.new
        return tuple(d for d in turned if d.kind != "lead" or d.names or not {f"@{unit}" for unit in d.units} <= there)
    old, new, order = without_moved_sentences(*without_whose(old, new))
    old, new, times = without_fronted(old, new)
    hunks = hunks_of(old, new)
    if not hunks:
        return (*times, *order)
    told = _of_hunks(old, new, hunks, counterparts, relatives)
    return (*times, *borne_out(told, old, new), *order)


def _of_hunks(
    old: SignText,
    new: SignText,
    hunks: list[Hunk],
    counterparts: Counterparts,
    relatives: tuple[frozenset[str], frozenset[str]],
) -> tuple[Difference, ...]:
    """Tell runs of changed signs: who leads now, who came to lists, what is in another order, then all else."""
    roles = role_changes(old, new, counterparts)
    if not roles and (swapped := led_by_other(old, new, counterparts)):
        return tuple(swapped)
    hunks, lists = lists_changed(old, new, hunks, counterparts)
    hunks = hunks if only_reordered(old, new, hunks) else without_moved_elements(old, new, hunks)
    if not hunks:
        return tuple(dict.fromkeys((*roles, *lists)))
    reader = _Reader(old, new, counterparts, relatives, bool(roles))
    whole = Hunk((hunks[0].old[0], hunks[-1].old[1]), (hunks[0].new[0], hunks[-1].new[1]))
    if only_reordered(old, new, hunks):
        if same_in_other_order(old, new, *whole) or shares_object(old, new, *whole):
            return tuple(lists)
        return (*roles, *lists) if roles else (reader.reordered(whole).difference, *lists)
    all_phrases = as_one((phrase for hunk in hunks for phrase in reader.read(hunk)), (old, new))
    texts = old, new
    moved = acts_as_before, is_timed_elsewhere, same_roles_said
    phrases = [d for d in without_contradictions(all_phrases) if not any(is_moved(d, texts) for is_moved in moved)]
    if phrases and is_told_anew(old, new, hunks):
        anew = differences_of_meaning(old, new, counterparts, reader.whole("unread", whole))
        anew += [d for d in phrases if d.kind == "sentence" and stands_alone(d, (old, new))]
        return tuple(dict.fromkeys((*roles, *lists, *(d for d in anew if not (roles and d.kind in OF_PARTS)))))
    if all_phrases and not (roles or lists) and (not phrases or put_otherwise(old, new)):
        return (reader.whole("unread", whole),)
    return tuple(dict.fromkeys((*roles, *lists, *phrases)))


class _Reader(AccountedSigns):
    def __init__(
        self,
        old: SignText,
        new: SignText,
        counterparts: Counterparts,
        relatives: tuple[frozenset[str], frozenset[str]],
        roles_told: bool = False,
    ) -> None:
        super().__init__(old, new, counterparts, relatives)
        self.roles_told = roles_told
        self.cited: set[tuple[int, str]] = set()

    def read(self, hunk: Hunk) -> Iterator[ChangedPhrase]:
        """Give the differences of one run of changed signs."""
        olds, news = (self._unaccounted(side, hunk[side]) for side in (0, 1))
        if self._words(0, olds).lower() == self._words(1, news).lower() or self._says_no_more(olds, news):
            return
        if olds and news:
            olds, news = (self._without_giving(i, s, o) for i, (s, o) in enumerate(((olds, news), (news, olds))))
        cited = [[s for s in side if s.key[0] == "§"] for side in (olds, news)]
        if cited[0] or cited[1]:
            yield from self._citations(*cited)
            olds, news = (without_titles(text.words, s) for text, s in zip(self.sides, (olds, news), strict=True))
        if not olds and not news:
            return
        if self._may_say_the_same(hunk, olds, news):
            yield self._phrase("object", self._narrowed(hunk, (olds, news)), olds, news).of("unread")
            return
        only_time = self._only_time(olds, news)
        if not only_time and (
            whole := whole_sentence(self.sides, olds, news) or led_sentence(self.sides, hunk, olds, news)
        ):
            yield ChangedPhrase(whole, (NOTHING, NOTHING))
            return
        if len(olds) + len(news) > _SMALL and not (olds and news):
            olds, news = (list(without_moved(s, t.signs)) for s, t in zip((olds, news), self.sides[::-1], strict=True))
        hunk = self._narrowed(hunk, (olds, news))
        kinds = self._kinds(olds, news)
        if "role" in kinds and len(olds) + len(news) <= _SMALL and (parts := self._body_and_role(olds, news)):
            yield from parts
        elif (len(olds) + len(news) <= _SMALL or len(kinds) == 1) and not self._time_for_words(olds, news):
            yield self._phrase(kinds[0], hunk, olds, news)
        else:
            for kind in kinds:
                if kind in _TYPED:
                    yield from (ChangedPhrase(part, (NOTHING, NOTHING)) for part in self._part(kind, olds, news))
            olds, news = self._without_moved_time(olds, news)
            if olds or news:
                yield self._phrase("object", self._narrowed(hunk, (olds, news)), olds, news)

    def _without_giving(self, side: int, signs: Sequence[Sign], others: Sequence[Sign]) -> list[Sign]:
        """Leave out what only opens a duty before a name in the place of another: "Giao Sở A …", "Sở B …"."""
        named = len(signs) > 1 and signs[1].key[0] == others[0].key[0] == "@"
        opens = named and opens_duty(self.sides[side], signs[:1])
        return [*(signs[1:] if opens else signs)]

    def _time_for_words(self, olds: Sequence[Sign], news: Sequence[Sign]) -> bool:
        """Whether a time went and other words came in its place, or the other way round: neither became the other."""
        timed = [any(self._kind(i, sign) == "time" for sign in side) for i, side in enumerate((olds, news))]
        return (bool(olds and news) and timed[0] != timed[1]) or self._timed_apart(olds, news)

    def _timed_apart(self, olds: Sequence[Sign], news: Sequence[Sign]) -> bool:
        """Whether a comma parts words of time from others that came or went beside them: "tiếng Hàn, mỗi năm"."""
        side, signs = (0, olds) if olds else (1, news)
        return not (olds and news) and any(
            (self._kind(side, a) == "time") != (self._kind(side, b) == "time")
            and _MARK.search(self.sides[side].words, a.end, b.start)
            for a, b in pairwise(signs)
        )

    def _without_moved_time(self, olds: list[Sign], news: list[Sign]) -> list[list[Sign]]:
        """Leave out what only says when, as the other text does, too: it stands in the place of no other words."""
        told = Difference("time", self._words(0, olds), ""), Difference("time", "", self._words(1, news))
        if self._timed_apart(olds, news):
            return [[s for s in side if self._kind(i, s) != "time"] for i, side in enumerate((olds, news))]
        moved = [is_timed_elsewhere(one, self.sides) for one in told]
        timed = (all(self._kind(i, s) == "time" for s in side) for i, side in enumerate((olds, news)))
        return [[] if a and b else side for a, b, side in zip(moved, timed, (olds, news), strict=True)]

    def _may_say_the_same(self, hunk: Hunk, olds: Sequence[Sign], news: Sequence[Sign]) -> bool:
        """Whether one word may be a slip of the other, or the words are near in meaning, or ask and submit in style."""
        one = len(olds) == len(news) == 1 and olds[0].key[0].isalpha() and news[0].key[0].isalpha()
        slip = one and may_be_slip(self.sides[0].words, self.sides[1].words, (olds[0].start, news[0].start))
        style = only_style(self.sides, hunk, (self._words(0, olds), self._words(1, news)))
        if slip or style or any(map(is_passive, self.sides, (olds, news), (news, olds))):
            return True
        kinds = self._kinds(olds, news)
        plain = kinds == ["object"] or (kinds in (["modality"], ["role"]) and bool(olds and news))
        return plain and may_say_the_same([s.key for s in olds], [s.key for s in news])

    def _says_no_more(self, olds: Sequence[Sign], news: Sequence[Sign]) -> bool:
        """Whether words only say of somebody's duty that it is one, or of roles what is told of the bodies."""
        if self.roles_told and all(self._kind(i, s) in _OF_ROLES for i, side in enumerate((olds, news)) for s in side):
            return True
        return all(opens_duty(text, signs) for text, signs in zip(self.sides, (olds, news), strict=True) if signs)

    def _citations(self, olds: Sequence[Sign], news: Sequence[Sign]) -> Iterator[ChangedPhrase]:
        uncited = [[s for s in signs if (side, s.key) not in self.cited] for side, signs in enumerate((olds, news))]
        self.cited |= {(side, sign.key) for side, signs in enumerate(uncited) for sign in signs}
        went, came = (documents_printed(text, signs) for text, signs in zip(self.sides, uncited, strict=True))
        for difference in citations_told(went, came, self.counterparts.documents):
            yield ChangedPhrase(difference, (NOTHING, NOTHING))

    def _part(self, kind: str, olds: Sequence[Sign], news: Sequence[Sign]) -> Iterator[Difference]:
        """Tell what of a larger change belongs to one kind."""
        signs = [[s for s in side if self._kind(i, s) == kind and not self._only_year(i, s)]
                for i, side in enumerate((olds, news))]  # fmt: skip
        old, new = ("; ".join(self._phrases(side, kind, signs[side])) for side in (0, 1))
        if old.lower() != new.lower():
            names = (*self._names(0, signs[0]), *self._names(1, signs[1]))
            yield Difference(kind, old, new, units_of((*signs[0], *signs[1])), names)


def without_counterpart(side: int, text: SignText, keys: Container[str]) -> list[Difference]:
    """Tell the runs of a text whose signs stand nowhere in the other: dropped on side 0, put in on side 1."""
    nothing = SignText("", ())
    reader = _Reader(*((text, nothing) if side == 0 else (nothing, text)), NOTHING_ELSEWHERE, _NOWHERE)
    run: list[int] = []
    phrases: list[ChangedPhrase] = []
    for index in [*(i for i, sign in enumerate(text.signs) if sign.key not in keys), len(text.signs) + 9]:
        if run and index - run[-1] > 3:
            hunk = Hunk((run[0], run[-1] + 1), (0, 0)) if side == 0 else Hunk((0, 0), (run[0], run[-1] + 1))
            phrases += reader.read(hunk)
            run = []
        run.append(index)
    return as_one(phrases, reader.sides)
