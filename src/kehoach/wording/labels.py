"""Labels of items, derived from position and style, never typed.

Styles follow Nghị định 30/2020/NĐ-CP (I. / 1. / a) / -), with "+", "•" and "1.1" as they occur in practice. What Word
counts by itself is another order of letters (``abc``, ``ABC``: a b c d e f, no đ) or small Roman figures (``i``).
Parts that are named stand above all others, as a noun and how it is counted: ``Phần I``, ``Chương 1``, ``Điều 1``.
"""

from __future__ import annotations

from string import ascii_lowercase

from kehoach.wording.letters import LETTERS

DEFAULT_NUMBERING = ("I", "1", "a", "-", "+")
BULLETS = ("-", "+", "•")
NAMED = ("Phần", "Chương", "Mục", "Điều")
"""Nouns of parts that are named, the outermost first."""

ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")

_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """Write a positive number in Roman figures."""
    numeral = ""
    for value, figure in _ROMAN:
        while number >= value:
            numeral += figure
            number -= value
    return numeral


def letter(number: int) -> str:
    """Give the n-th letter in Vietnamese order (a b c d đ e g …); past y come aa, ab, …, past yy aaa."""
    letters = ""
    while number > 0:
        number, index = divmod(number - 1, len(LETTERS))
        letters = LETTERS[index] + letters
    return letters


def capacity(style: str) -> int | None:
    """Tell how many items a style can label in an official document, None where there is no limit."""
    return {"a": len(LETTERS), "abc": len(ascii_lowercase)}.get(style.lower())


def style_noun(style: str) -> str:
    """Give the noun of the style of a named part: ``Phần`` of ``Phần I``; empty for any other style."""
    noun = style.partition(" ")[0]
    return noun if noun in NAMED else ""


def in_capitals(style: str) -> bool:
    """Tell whether headings of a style are printed in capitals."""
    return style == "I" or style_noun(style) not in ("", "Điều")


def ordinal(style: str, number: int) -> str:
    """Give the path element of the n-th item: ``IV``, ``2``, ``đ``, ``-3``, ``Phần-IV``; empty for no label."""
    if style_noun(style):
        return f"{style_noun(style)}-{_counted(style, number)}".replace(" ", "-")
    if style in ("I", "i"):
        return roman(number) if style == "I" else roman(number).lower()
    if style in ("a", "A"):
        return letter(number) if style == "a" else letter(number).upper()
    if style in ("abc", "ABC"):
        name = ascii_lowercase[(number - 1) % 26] * ((number - 1) // 26 + 1)
        return name if style == "abc" else name.upper()
    if style in ("1", "1.1"):
        return str(number)
    return f"{style}{number}" if style in BULLETS else ""


def _counted(style: str, number: int) -> str:
    """Give what stands behind the noun of a named part: ``IV``, ``4``, ``thứ tư``."""
    form = style.partition(" ")[2]
    if not form.startswith("thứ"):
        return ordinal(form, number)
    return f"thứ {ORDINALS[number - 1] if 0 < number <= len(ORDINALS) else number}"


def printed_label(style: str, number: int, parent: str = "") -> str:
    """Give the label as printed: ``IV.``, ``2.``, ``đ)``, ``-``; ``parent`` is the printed label above."""
    if style in BULLETS:
        return style
    if style_noun(style):
        return f"{style_noun(style)} {_counted(style, number)}."
    name = ordinal(style, number)
    if style in ("a", "abc"):
        return f"{name})"
    if style == "1.1":
        above = parent.rstrip(".")
        return f"{above}.{name}." if above[:1].isdigit() else f"{name}."
    return f"{name}." if name else ""


def next_bullet(style: str) -> str:
    """Give the bullet that stands below an item of the style: a dash, below a dash a plus."""
    return {"-": "+", "+": "•"}.get(style, "-")


def bullet_of_fields(style: str, below: str) -> str:
    """Give the bullet of the fields of an item: that of its sub-items where they have one, which stand beside them."""
    return below if below in BULLETS else next_bullet(style)


def child_style(style: str, numbering: tuple[str, ...]) -> str:
    """Give the style of the items below an item of ``style`` where the item does not say its own."""
    if style in numbering:
        position = numbering.index(style) + 1
        if position < len(numbering):
            return numbering[position]
    return next_bullet(style)
