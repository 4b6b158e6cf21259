"""Bytes of a text file to Unicode, old Vietnamese encodings included.

TCVN3 (ABC) and VNI put Vietnamese letters on the places of Western ones and need their own fonts; what reads
"Céng hoµ" or "Coäng hoøa" without them is recognised by how many words become Vietnamese syllables.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

from kehoach.wording.latepatterns import late
from kehoach.wording.letters import SYLLABLE, bare, nfc

_TCVN3: dict[str, str | int | None] = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
_VNI_TONES = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_VNI_HATS = {
    **dict(zip("âáàåãä", ("\u0302", *(f"\u0302{tone}" for tone in "\u0301\u0300\u0309\u0303\u0323")), strict=True)),
    **dict(zip("êéèúüë", ("\u0306", *(f"\u0306{tone}" for tone in "\u0301\u0300\u0309\u0303\u0323")), strict=True)),
}
_VNI_SINGLE = dict(zip("ñíìæóòôöîÑÍÌÆÓÒÔÖÎ", "đíìỉĩịơưỵĐÍÌỈĨỊƠƯỴ", strict=True))
_VNI = late(r"([AEOaeo])([âáàåãäêéèúüëÂÁÀÅÃÄÊÉÈÚÜË])|([AEOUYaeouyôöÔÖ])([ùøûõïÙØÛÕÏ])|([ñíìæóòôöîÑÍÌÆÓÒÔÖÎ])")

_WORD = late(r"[^\W\d_]+")
_CAPITALS = late("[A-Z][^a-z]*[A-Z]")
_SAMPLE = 200_000
_CP1252 = bytes(range(0x80, 0x100)).decode("cp1252", "ignore")


def decode(data: bytes) -> tuple[str, list[str]]:
    """Decode a text file; also give Vietnamese sentences on what had to be converted. Never fails."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            text = data[len(mark) :].decode(name, "replace")
            remarks = [] if name == "utf-8" else [f"Tệp mã hóa {name[:6].upper()}, đã chuyển sang UTF-8."]
            return _repaired(text, remarks)
    try:
        return _repaired(data.decode("utf-8"), [])
    except UnicodeDecodeError:
        pass
    if name := _looks_like_utf16(data):
        return _repaired(data.decode(name, "replace"), ["Tệp mã hóa UTF-16 không có dấu BOM, đã chuyển sang UTF-8."])
    western = data.decode("cp1252", "surrogateescape")
    western = re.sub(r"[\udc80-\udcff]", lambda match: chr(ord(match[0]) - 0xDC00), western)
    text, name = from_legacy(western)
    if not name:
        return western, ["Không rõ bảng mã của tệp; đọc như Windows-1252. Cần đối chiếu với bản gốc."]
    return text, [f"Tệp dùng bảng mã cũ {name}, đã chuyển sang Unicode. Cần đối chiếu với bản gốc."]


def _repaired(text: str, remarks: list[str]) -> tuple[str, list[str]]:
    """Convert text that is Unicode in form but was typed with an old Vietnamese font."""
    converted, name = from_legacy(text)
    if name:
        remarks = [*remarks, f"Chữ gõ bằng phông cũ {name}, đã chuyển sang Unicode. Cần đối chiếu với bản gốc."]
    return converted, remarks


def _looks_like_utf16(data: bytes) -> str:
    sample = data[:2000]
    zeros = sample[1::2].count(0), sample[0::2].count(0)
    if max(zeros) < len(sample) // 6:
        return ""
    return "utf-16-le" if zeros[0] > zeros[1] else "utf-16-be"


def from_legacy(text: str) -> tuple[str, str]:
    """Convert a text typed in an old encoding; the name is empty where it is none, and the text unchanged."""
    sample = text[:_SAMPLE]
    if not re.search(r"[\u0080-\u00ff]", sample) or not _is_western(sample):
        return text, ""
    best, name = _plausibility(sample), ""
    for candidate, function in _CONVERSIONS.items():
        score = _plausibility(function(sample))
        if score > best + 0.15:
            best, name = score, candidate
    return (_CONVERSIONS[name](text) if name else text), name


def _is_western(text: str) -> bool:
    """Tell whether every letter is one that an encoding of bytes can have; a real "ế" was never typed in one."""
    return all(char <= "\u00ff" or char in _CP1252 or not char.isalpha() for char in set(text))


def from_font(text: str, font: str) -> str:
    """Convert what was typed in an old Vietnamese font, known by its name; other text stays.

    Fonts of capitals (".VnTimeH") show small letters as capitals.
    """
    if font.startswith(".Vn"):
        converted = text.translate(str.maketrans(_TCVN3))
        return converted.upper() if font.endswith("H") else converted
    return _from_vni(text) if font.upper().startswith("VNI") else text


def _plausibility(text: str) -> float:
    """Give the share of words with letters beyond ASCII that can be Vietnamese, less those that cannot."""
    words = [word for word in _WORD.findall(nfc(text)) if not word.isascii()]
    return sum(_is_vietnamese(word) for word in words) / len(words) if words else 0.0


def _is_vietnamese(word: str) -> bool:
    plain = bare(word)
    if not plain.isascii() or not SYLLABLE.match(plain.lower()):
        return False
    # Capitals inside a word are what a wrong table makes of it.
    return word.islower() or word.isupper() or word.istitle()


def _from_tcvn3(text: str) -> str:
    """Convert TCVN3; its capitals with a tone are small letters in a font of capitals, so neighbours decide."""
    return "\n".join(map(_raise_capitals, text.translate(str.maketrans(_TCVN3)).split("\n")))


def _raise_capitals(line: str) -> str:
    if re.search("[A-Z][^\\W\\d_]*[A-Z]", line) and not re.search("[a-z]", line):
        return line.upper()
    return _WORD.sub(lambda match: match[0].upper() if _CAPITALS.search(match[0]) else match[0], line)


def _from_vni(text: str) -> str:
    def letter(match: re.Match[str]) -> str:
        base, hat, vowel, tone, single = match.groups()
        if base:
            return base + _VNI_HATS[hat.lower()]
        if vowel:
            return _VNI_SINGLE.get(vowel, vowel) + _VNI_TONES[tone.lower()]
        return _VNI_SINGLE[single]

    return nfc(_VNI.sub(letter, text))


def _from_cp1258(text: str) -> str:
    try:
        return nfc(text.encode("cp1252").decode("cp1258"))
    except UnicodeError:
        return text


def _from_twice_encoded(text: str) -> str:
    try:
        return b"".join(char.encode("cp1252" if char > "\u00ff" else "latin-1") for char in text).decode("utf-8")
    except UnicodeError:
        return text


_CONVERSIONS: dict[str, Callable[[str], str]] = {
    "Windows-1258": _from_cp1258,
    "TCVN3 (ABC)": _from_tcvn3,
    "VNI": _from_vni,
    "UTF-8 mã hóa hai lần": _from_twice_encoded,
}
