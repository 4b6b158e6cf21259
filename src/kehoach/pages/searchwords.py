"""Words as they are searched for: folded to ASCII to be found, in their accented form to be ranked.

The script of the search page (search-words.js) does the same; a browser test compares the two.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from kehoach.wording.letters import bare, comparable, nfc

_WORD = re.compile(r"[^\W_]+")


def forms(text: str) -> list[str]:
    """Split a text into words that differ by tone and letter only, not by case or the place of a tone mark.

    A number loses its leading zeros: 04/QĐ-UBND and 4/QĐ-UBND are one document.
    """
    return [_form(word) for word in _WORD.findall(nfc(text))]


@lru_cache(maxsize=16384)
def forms_of_name(name: str) -> tuple[str, ...]:
    """Split a name in the same way: thousands of bodies are asked for theirs again and again."""
    return tuple(forms(name))


@lru_cache(maxsize=16384)
def _form(word: str) -> str:
    return word.lstrip("0") or "0" if word.isdigit() else comparable(word)


@lru_cache(maxsize=16384)
def key(form: str) -> str:
    """Fold a form, or several joined by spaces, to what is looked up: no diacritics, đ is d."""
    return bare(form).lower()


def with_pairs(text: str) -> list[str]:
    """Give the forms of a text and of its neighbouring pairs: most Vietnamese words have two syllables."""
    singles = forms(text)
    return [*singles, *map(" ".join, pairwise(singles))]


def abbreviations(name: str) -> tuple[str, str]:
    """Abbreviate a name as officials do: Sở Thông tin và Truyền thông is STTTT, or Sở TTTT."""
    first, *rest = [word for word in forms_of_name(name) if word != _AND]
    ends = "".join(word[0] for word in rest).upper()
    return f"{first[0].upper()}{ends}", f"{first} {ends}"


_AND = "va\u0300"

SAME: tuple[tuple[str, ...], ...] = (
    ("pano", "pa nô", "pa-nô"),
    ("truyền hình", "tivi", "ti vi", "vô tuyến"),
    ("truyền thanh", "loa phường", "phát loa"),
    ("facebook", "fb"),
    ("áp phích", "poster"),
    ("tờ rơi", "tờ gấp"),
    ("kinh phí", "tiền"),
    ("thủ trưởng", "lãnh đạo"),
    ("điện thoại", "gọi số", "gọi điện", "đường dây nóng"),
)
"""Spellings and everyday words for one thing; the first is what plans print most often."""


def same_words() -> list[list[str]]:
    """Give the groups of ``SAME`` as they are looked up, a spelling that folds to another's once."""
    return [list(dict.fromkeys(key(" ".join(forms(spelling))) for spelling in group)) for group in SAME]
