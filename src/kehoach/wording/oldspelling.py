"""Older spellings of Vietnamese syllables, which official documents of all years still print: "Uỷ", "hoà", "quí"."""

from __future__ import annotations

import re

from kehoach.wording.latepatterns import late

_TONES = {
    f"{vowel}{marked}": f"{tone}{plain}"
    for vowel, tones in (("o", "òóỏõọ"), ("u", "ùúủũụ"))
    for plain, row in (("a", "àáảãạ"), ("e", "èéẻẽẹ"), ("y", "ỳýỷỹỵ"))
    for tone, marked in zip(tones, row, strict=True)
    if (vowel == "u") == (plain == "y")
}
_SYLLABLES = {"quí": "quý", "qui": "quy", "kì": "kỳ", "kí": "ký", "kĩ": "kỹ", "kỉ": "kỷ", "lí": "lý"}
"""Written with i where the usual spelling has y; others with i are usual ("bác sĩ") or other words ("tỉ mỉ")."""
_USUAL = {**_TONES, **_SYLLABLES}
# Every text is looked through: by its first letter, spelled out in both cases, a place is passed over in C.
_OLD = late(
    r"[oOuUqQkKlL](?:(?<=[oO])(?<![qQ].)[àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ]|(?<=[uU])(?<![qQ].)[ỳýỷỹỵỲÝỶỸỴ]"
    r"|(?<![^\W\d_].)(?:(?<=[qQ])[uU][iíIÍ]|(?<=[kK])[ìíĩỉÌÍĨỈ]|(?<=[lL])[íÍ]))(?![^\W\d_])"
)


def modern(text: str) -> str:
    """Give a text of the same length in which syllables stand in the usual spelling; "quý", "hoàn" are left alone."""
    return _OLD.sub(_usual, text)


def modern_syllable(syllable: str) -> str:
    """Give a syllable in small letters with y where the usual spelling has it."""
    return _SYLLABLES.get(syllable, syllable)


def _usual(match: re.Match[str]) -> str:
    printed = match[0]
    usual = _USUAL[printed.lower()]
    return "".join(new.upper() if old.isupper() else new for old, new in zip(printed, usual, strict=True))
