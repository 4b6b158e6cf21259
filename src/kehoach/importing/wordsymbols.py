"""Signs of symbol fonts as the characters that they look like: such a font draws "≥" where the file says "³"."""

from __future__ import annotations

from kehoach.wording.extractedtext import normalized

_SIGNS: dict[str, dict[int, str]] = {
    # The encoding of Adobe's Symbol font, as Unicode's table of vendors gives it; Greek letters are left out.
    "symbol": {
        **{ord(sign): sign for sign in " !#%&()+,./0123456789:;<=>?[]_{|}"},
        0x2D: "−",
        0xA2: "′",
        0xA3: "≤",
        0xA4: "⁄",
        0xA5: "∞",
        0xAE: "→",
        0xB0: "°",
        0xB1: "±",
        0xB2: "″",
        0xB3: "≥",
        0xB4: "×",
        0xB7: "•",
        0xB8: "÷",
        0xB9: "≠",
        0xBA: "≡",
        0xBB: "≈",
        0xBC: "…",
        0xD7: "⋅",
        0xDE: "⇒",
    },
    "wingdings": {
        0x6C: "●",
        0x6E: "■",
        0x6F: "□",
        0x71: "□",
        0x76: "❖",
        0x9F: "•",
        0xA7: "▪",
        0xA8: "□",
        0xD8: "➢",
        0xE0: "→",
        0xE8: "→",
        0xF0: "⇒",
        0xFB: "✗",
        0xFC: "✓",
        0xFD: "☒",
        0xFE: "☑",
    },
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "•", 0xA3: "□"},
    "webdings": {0x61: "✓", 0x63: "□", 0x67: "■", 0x72: "✗"},
}


def is_symbol_font(font: str) -> bool:
    """Tell whether a font draws signs where a file has letters."""
    return font.lower() in _SIGNS


def signs(text: str, font: str) -> str:
    """Give the text of a run in a symbol font as it is seen; a sign that is not known stays as the file has it.

    Word writes such a sign as the code itself or in the private range from U+F000.
    """
    known = _SIGNS.get(font.lower(), {})
    return "".join(known.get(ord(letter) & 0xFF if ord(letter) >> 8 in (0, 0xF0) else -1, letter) for letter in text)


def unknown_signs(text: str) -> int:
    """Count the signs of a text that only its font can draw, and that no reader takes for a bullet."""
    return sum("\uf000" <= letter <= "\uf0ff" and not normalized(letter) for letter in text)
