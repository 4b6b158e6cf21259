"""Slips of spelling that an edition puts right: "tổng hơp" for "tổng hợp", "hàng chính" for "hành chính".

A word is a slip where it can be no Vietnamese syllable at all, or where it is one of the usual confusions, or lacks a
letter, and makes no word with those beside it, while the word in its place makes one that is known; so are words that
run into each other. Names, figures, and words that both make sense are never slips: that one of them came in the place
of the other is a change.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from kehoach.comparison.signs import SignText
from kehoach.comparison.slots import Range, Sign
from kehoach.comparison.waysofsaying import in_one_form, keys_of
from kehoach.meaning.lexicon import GROUP_NOUNS, MODIFIERS, NOUNS, VERBS
from kehoach.meaning.nametable import Token, tokens
from kehoach.wording.letters import SYLLABLE, bare, comparable

_TABLES = (VERBS, NOUNS, GROUP_NOUNS, MODIFIERS)
_STOPPED = re.compile(r"(?:p|t|c|ch)\Z")
_SHARP = ("\u0301", "\u0323")
"""The two tones that a syllable ending in p, t, c or ch can have."""
_VOWEL = re.compile(r"[aeiouy]")
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
    """Where words stand in the old and in the new text of which one is a slip; ``mended`` is the right form."""

    old: Range
    new: Range
    mended: str


@lru_cache(maxsize=4096)
def slips(old: str, new: str) -> tuple[SpellingSlip, ...]:
    """Find the words that stand in the place of each other of which one is a slip."""
    before, after = tokens(old), tokens(new)
    matcher = SequenceMatcher(None, [token.key for token in before], [token.key for token in after], autojunk=False)
    spelling_slips: list[SpellingSlip] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "replace":
            continue
        if j - i == m - k:
            pairs = [
                ((i + n, i + n + 1), (k + n, k + n + 1), _mended(before, i + n, after, k + n)) for n in range(j - i)
            ]
        else:
            pairs = [((i, j), (k, m), _parted(before[i:j], after[k:m]))]
        spelling_slips += (
            SpellingSlip((before[a].start, before[b - 1].end), (after[c].start, after[d - 1].end), mended)
            for (a, b), (c, d), mended in pairs
            if mended
        )
    return tuple(spelling_slips)


def with_slips_mended(old: str, new: str) -> tuple[str, str]:
    """Give both texts with each slip in its right form."""
    for slip in reversed(slips(old, new)):
        old = f"{old[: slip.old[0]]}{slip.mended}{old[slip.old[1] :]}"
        new = f"{new[: slip.new[0]]}{slip.mended}{new[slip.new[1] :]}"
    return old, new


def may_be_slip(old: str, new: str, places: Range) -> bool:
    """Whether two words that begin at some places differ in their marks alone, and only one makes a word that is known.

    Such a word can be a slip or another word ("hội thao", "hội thảo"): which of the two is not told.
    """
    before, after = tokens(old), tokens(new)
    at = [next((i for i, t in enumerate(side) if t.start == start), -1)
          for side, start in zip((before, after), places, strict=True)]  # fmt: skip
    if min(at) < 0:
        return False
    words = before[at[0]].word, after[at[1]].word
    if not all(map(_is_plain, words)) or bare(words[0]) != bare(words[1]):
        return False
    return _is_known(before, at[0]) != _is_known(after, at[1])


def _parted(old: Sequence[Token], new: Sequence[Token]) -> str:
    """Give the words of which one text runs some into each other: "trọngtâm"; empty where they are others."""
    sides = sorted((old, new), key=len)
    joined = ["".join(token.word for token in side).lower() for side in sides]
    if joined[0] != joined[1] or not joined[0].isalpha():
        return ""
    split = all(_possible(token.word.lower()) for token in sides[1])
    return " ".join(token.word for token in sides[1 if split else 0])


def _mended(before: Sequence[Token], i: int, after: Sequence[Token], k: int) -> str:
    """Give the right one of two words that stand in the same place, empty where neither is a slip of the other."""
    old, new = before[i].word, after[k].word
    if not (_is_plain(old) and _is_plain(new)):
        return _name_mended(before, i, after, k)
    if _possible(old) != _possible(new):
        return (new if _possible(new) else old) if _letters_apart(old, new) <= 1 else ""
    alike = len(old) == len(new) and _sounded(old) == _sounded(new)
    if not _possible(old) or not (alike or _lacks_a_letter(old, new)):
        return ""
    in_lexicon = _is_known(before, i), _is_known(after, k)
    if in_lexicon == (False, True) and not _stands(before, i, after):
        return new
    return old if in_lexicon == (True, False) and not _stands(after, k, before) else ""


def _name_mended(before: Sequence[Token], i: int, after: Sequence[Token], k: int) -> str:
    """Give the right form of the word that opens a known noun: "Trug tâm", "Trung tâm"."""
    words = before[i].word, after[k].word
    if not all(word.istitle() and word.isalpha() and len(word) > 1 for word in words):
        return ""
    possible = [_possible(word.lower()) for word in words]
    if possible[0] == possible[1] or _letters_apart(words[0].lower(), words[1].lower()) > 1:
        return ""
    side, at = ((before, i), (after, k))[possible.index(True)]
    return side[at].word if _is_known(side, at) else ""


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
    return not stopped and SYLLABLE.match(plain.replace("đ", "d")) is not None


def _letters_apart(old: str, new: str) -> int:
    """Count the letters that differ, their marks aside; of words of other lengths also those that one has more."""
    return Levenshtein.distance(bare(old), bare(new))


def _lacks_a_letter(old: str, new: str) -> bool:
    """Whether one word is the other without one letter that is heard, all marks being the same: "chứ", "chức"."""
    return _sounded(old) != _sounded(new) and abs(len(old) - len(new)) == 1 and Levenshtein.distance(old, new) == 1


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
    neighbours = [(-1, words[at - 1].key if at else ""), (1, words[at + 1].key if at + 1 < len(words) else "")]
    for step, neighbour in neighbours:
        for text in (words, other_words):
            for index, token in enumerate(text):
                place = index + step
                same = token.key == words[at].key and 0 <= place < len(text) and text[place].key == neighbour
                if same and neighbour and (text is not words or index != at):
                    return True
    return False


def without_slips(old: SignText, new: SignText) -> tuple[SignText, SignText]:
    """Give both texts with the signs of the right form for each word that is a slip."""
    same = [sign.key for sign in old.signs] == [sign.key for sign in new.signs]
    pairs = () if same else slips(old.words, new.words)
    if not pairs:
        return old, new
    return _signed_right(old, [(slip.old, slip.mended) for slip in pairs]), _signed_right(
        new, [(slip.new, slip.mended) for slip in pairs]
    )


def _signed_right(text: SignText, places: Sequence[tuple[Range, str]]) -> SignText:
    wrong = [((start, end), mended) for (start, end), mended in places if text.words[start:end] != mended]
    if not wrong:
        return text
    signs: list[Sign] = []
    ranges_told: set[Range] = set()
    for sign in text.signs:
        place = next((place for place in wrong if place[0][0] < sign.end and sign.start < place[0][1]), None)
        if place is None or not (sign.key[0] == "@" or sign.key[0].isalpha()):
            signs.append(sign)
            continue
        (start, end), mended = place
        if sign.key[0] == "@":
            slip, right = (" ".join(map(comparable, words.split())) for words in (text.words[start:end], mended))
            signs.append(sign if sign.unit else sign._replace(key=sign.key.replace(slip, right, 1)))
        elif (start, end) not in ranges_told:
            ranges_told.add((start, end))
            signs += [Sign(start, end, key) for key in keys_of(mended)]
    return text._replace(signs=tuple(in_one_form(text.words, signs)))
