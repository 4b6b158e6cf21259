"""Slips of spelling that an edition puts right: "tổng hơp" for "tổng hợp", "hàng chính" for "hành chính".

A word is a slip where it can be no Vietnamese syllable at all, or where it is one of the usual confusions and makes no
word with those beside it, while the word in its place makes one that is known. Names, figures, and words that both make
sense are never slips: that one of them came in the place of the other is a change.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from kehoach.comparison.signs import SignText
from kehoach.meaning.lexicon import GROUP_NOUNS, MODIFIERS, NOUNS, VERBS
from kehoach.meaning.nametable import Token, tokens

_TABLES = (VERBS, NOUNS, GROUP_NOUNS, MODIFIERS)
_STOPPED = re.compile(r"(?:p|t|c|ch)\Z")
_SHARP = ("\u0301", "\u0323")
"""The two tones that a syllable ending in p, t, c or ch can have."""
_VOWEL = re.compile(r"[aeiouy]")
_FOREIGN = re.compile(r"[fjwz]")
_CONFUSED = (
    (re.compile(r"(?:nh|ng|n)\Z"), "N"),
    (re.compile(r"(?:ch|c|t)\Z"), "T"),
    (re.compile(r"\A(?:s|x)(?=[aeiouyâêôăơư])"), "S"),
    (re.compile(r"\A(?:ch|tr)"), "C"),
    (re.compile(r"\A(?:gi|d|r)(?=[aeiouy])"), "D"),
    (re.compile(r"\A(?:l|n)(?=[aeiouy])"), "L"),
    (re.compile(r"[\u0303\u0309]"), "H"),
)
"""What the spelling of Vietnamese is most often mistaken in: codas, s and x, ch and tr, hỏi and ngã."""


class SpellingSlip(NamedTuple):
    """Where a word stands in the old and in the new text of which one is a slip; ``mended`` is the right form."""

    old: int
    new: int
    length: int
    mended: str


@lru_cache(maxsize=4096)
def slips(old: str, new: str) -> tuple[SpellingSlip, ...]:
    """Find the words that stand in the place of each other of which one is a slip; both have as many letters."""
    before, after = tokens(old), tokens(new)
    matcher = SequenceMatcher(None, [token.key for token in before], [token.key for token in after], autojunk=False)
    return tuple(
        SpellingSlip(before[i + n].start, after[k + n].start, len(before[i + n].word), mended)
        for tag, i, j, k, m in matcher.get_opcodes()
        if tag == "replace" and j - i == m - k
        for n in range(j - i)
        if (mended := _mended(before, i + n, after, k + n))
    )


def with_slips_mended(old: str, new: str) -> tuple[str, str]:
    """Give both texts with each slip in its right form; all other places stay where they are."""
    for slip in slips(old, new):
        old = f"{old[: slip.old]}{slip.mended}{old[slip.old + slip.length :]}"
        new = f"{new[: slip.new]}{slip.mended}{new[slip.new + slip.length :]}"
    return old, new


def _mended(before: Sequence[Token], i: int, after: Sequence[Token], k: int) -> str:
    """Give the right one of two words that stand in the same place, empty where neither is a slip of the other."""
    old, new = before[i].word, after[k].word
    if len(old) != len(new) or not (_is_plain(old) and _is_plain(new)):
        return ""
    if _possible(old) != _possible(new):
        return (new if _possible(new) else old) if _letters_apart(old, new) <= 1 else ""
    if not _possible(old) or _sounded(old) != _sounded(new):
        return ""
    in_lexicon = _is_known(before, i), _is_known(after, k)
    if in_lexicon == (False, True) and not _stands(before, i, after):
        return new
    return old if in_lexicon == (True, False) and not _stands(after, k, before) else ""


def _is_plain(word: str) -> bool:
    """Whether a word is a syllable in small letters, no name, figure or letter of a list ("điểm c khoản 2")."""
    plain = "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
    return len(word) > 1 and word.isalpha() and word.islower() and bool(_VOWEL.search(plain))


@lru_cache(maxsize=4096)
def _possible(word: str) -> bool:
    """Whether a word can be a Vietnamese syllable, as far as its last letters and tone tell."""
    apart = unicodedata.normalize("NFD", word)
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    stopped = _STOPPED.search(plain) and not any(tone in apart for tone in _SHARP)
    return not (stopped or _FOREIGN.search(plain))


def _letters_apart(old: str, new: str) -> int:
    """Count the letters that differ, their marks aside."""
    plain = (unicodedata.normalize("NFD", word) for word in (old, new))
    first, second = ("".join(c for c in word if not unicodedata.combining(c)) for word in plain)
    return sum(a != b for a, b in zip(first, second, strict=True)) if len(first) == len(second) else 9


def _sounded(word: str) -> str:
    """Write a word so that the usual confusions are one form."""
    form = unicodedata.normalize("NFD", word)
    plain = "".join(c for c in form if c not in "\u0300\u0301\u0303\u0309\u0323")
    tones = "".join(c for c in form if c in "\u0300\u0301\u0303\u0309\u0323")
    for pattern, sign in _CONFUSED[:-1]:
        plain = pattern.sub(sign, plain)
    return plain + _CONFUSED[-1][0].sub("H", tones)


def _is_known(words: Sequence[Token], at: int) -> bool:
    """Whether a word makes one of two or more syllables that is known with those beside it."""
    return any(
        start + table.longest(words, start)[0] > max(at, start + 1)
        for start in range(max(at - 3, 0), at + 1)
        for table in _TABLES
    )


def _stands(words: Sequence[Token], at: int, other_words: Sequence[Token]) -> bool:
    """Whether a word stands beside its neighbours elsewhere, too, so that it is written so on purpose."""
    near = [(-1, words[at - 1].key if at else ""), (1, words[at + 1].key if at + 1 < len(words) else "")]
    for step, neighbour in near:
        for text in (words, other_words):
            for index, token in enumerate(text):
                place = index + step
                same = token.key == words[at].key and 0 <= place < len(text) and text[place].key == neighbour
                if same and neighbour and (text is not words or index != at):
                    return True
    return False


def without_slips(old: SignText, new: SignText) -> tuple[SignText, SignText]:
    """Give both texts with one sign for a word that is a slip of the other's word in its place."""
    pairs = slips(old.words, new.words)
    if not pairs:
        return old, new
    at = {sign.start: index for index, sign in enumerate(new.signs)}
    place_of = {slip.old: at[slip.new] for slip in pairs if slip.new in at}
    signs = [
        sign._replace(key=new.signs[place_of[sign.start]].key)
        if sign.start in place_of and sign.key[0].isalpha()
        else sign
        for sign in old.signs
    ]
    return old._replace(signs=tuple(signs)), new
