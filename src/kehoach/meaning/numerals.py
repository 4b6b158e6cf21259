"""Numbers as words say them."""

from __future__ import annotations

from kehoach.wording.letters import comparable

DIGITS = {
    comparable(word): value
    for word, value in {
        "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8,
        "chín": 9, "mười": 10,
    }.items()
}  # fmt: skip
"""What the numerals to ten count, by their comparable form."""

SCALES = {
    comparable(word): value
    for word, value in {"mươi": 10, "trăm": 100, "nghìn": 1000, "ngàn": 1000, "triệu": 10**6, "tỷ": 10**9}.items()
}
"""What a word behind a numeral multiplies it by."""

FIVE = comparable("năm")
"""The word that is five or a year."""
