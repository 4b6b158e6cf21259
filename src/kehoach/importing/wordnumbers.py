"""Automatic numbering of Word lists as the labels that Word prints."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from kehoach.wording.labels import roman
from kehoach.wording.latepatterns import late

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SYMBOLS = {
    "\uf0b7": "•",
    "\uf0a7": "•",
    "\uf0d8": "•",
    "\uf0fc": "•",
    "\uf02b": "+",
    "\uf02d": "-",
    "o": "•",
    "§": "•",
    "Ø": "•",
    "ü": "•",
}
_SYMBOL_FONT = late("[\ue000-\uf8ff]")
"""A sign of a symbol font, which only that font can draw."""

# Programs made for Chinese write "1、" and "（a）" where others write "1." and "(a)".
_WIDE = str.maketrans("、．（）：", "..():")
_CONTENTS = re.compile(r"toc (?:[1-9]|heading)", re.IGNORECASE)
"""Names of the styles that Word gives to the lines of a table of contents, in every language of its menus."""

_LEVELS = 9


@dataclass(frozen=True)
class _Level:
    format: str = "decimal"
    text: str = ""
    start: int = 1
    restarts: bool = True
    legal: bool = False
    style: str = ""


@dataclass
class Styles:
    """What paragraph styles say of numbering, capitals and use, with what they are based on."""

    parents: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, tuple[str, int | None]] = field(default_factory=dict)
    capitals: set[str] = field(default_factory=set)
    unseen: dict[str, str] = field(default_factory=dict)
    contents: set[str] = field(default_factory=set)
    fonts: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, root: Element | None) -> Styles:
        """Read word/styles.xml."""
        styles = cls()
        for style in root.iter(f"{W}style") if root is not None else ():
            name = style.get(f"{W}styleId", "")
            styles.parents[name] = _value(style, "basedOn")
            if _CONTENTS.fullmatch(_value(style, "name")):
                styles.contents.add(name)
            if (number := numbering_of(style.find(f"{W}pPr"))) is not None:
                styles.numbers[name] = number
            properties = style.find(f"{W}rPr")
            if is_on(properties, "caps"):
                styles.capitals.add(name)
            if reason := unseen(properties):
                styles.unseen[name] = reason
            if font := font_of(properties):
                styles.fonts[name] = font
        return styles

    def chain(self, name: str) -> list[str]:
        """Give a style and all it is based on, nearest first."""
        out: list[str] = []
        while name and name not in out and len(out) < 30:
            out.append(name)
            name = self.parents.get(name, "")
        return out


def numbering_of(properties: Element | None) -> tuple[str, int | None] | None:
    """Read the list and level of a paragraph's or style's properties; the level is None where it is not said."""
    number = properties.find(f"{W}numPr") if properties is not None else None
    if number is None:
        return None
    level = _value(number, "ilvl")
    return _value(number, "numId"), whole(level)


def whole(text: str) -> int | None:
    """Read an attribute as a whole number of a size that counts something, None where it is none."""
    return int(text) if re.fullmatch("[0-9]{1,6}", text) else None


def is_on(properties: Element | None, name: str) -> bool:
    """Tell whether a property such as ``caps`` is set."""
    element = properties.find(f"{W}{name}") if properties is not None else None
    return element is not None and element.get(f"{W}val", "1") not in ("0", "false", "off")


def unseen(properties: Element | None) -> str:
    """Say why a run of text is no content: hidden or struck through; empty where it is."""
    if is_on(properties, "vanish"):
        return "Chữ ẩn trong tệp Word."
    return "Chữ bị gạch bỏ trong tệp Word." if is_on(properties, "strike") or is_on(properties, "dstrike") else ""


def font_of(properties: Element | None) -> str:
    """Give the name of a run's font, empty where it does not say."""
    fonts = properties.find(f"{W}rFonts") if properties is not None else None
    return fonts.get(f"{W}ascii", "") or fonts.get(f"{W}hAnsi", "") if fonts is not None else ""


def _value(element: Element, name: str) -> str:
    child = element.find(f"{W}{name}")
    return child.get(f"{W}val", "") if child is not None else ""


class Numbers:
    """Counts the lists of one document; `label` is called once for each paragraph, in order."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._own: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._overrides: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        by_style: dict[str, Element] = {}
        for abstract in root.iter(f"{W}abstractNum"):
            by_style.setdefault(_value(abstract, "styleLink"), abstract)
        for abstract in root.iter(f"{W}abstractNum"):
            # A list that only names a style of lists is numbered as the list that defines this.
            defined = by_style.get(_value(abstract, "numStyleLink") or "-", abstract)
            self._levels[abstract.get(f"{W}abstractNumId", "")] = _levels_of(defined)
        for number in root.iter(f"{W}num"):
            name = number.get(f"{W}numId", "")
            self._abstract[name] = _value(number, "abstractNumId")
            for override in number.findall(f"{W}lvlOverride"):
                start = whole(_value(override, "startOverride"))
                if start is not None:
                    self._overrides.setdefault(name, {})[whole(override.get(f"{W}ilvl", "")) or 0] = start
                if own := _levels_of(override):
                    self._own[name] = {**self._own.get(name, {}), **own}

    def level_for(self, number: str, style: str) -> int:
        """Give the level that a style is tied to in a list."""
        levels = self._of(number)
        return next((index for index, level in levels.items() if level.style == style), 0)

    def is_fixed(self, number: str, level: int) -> bool:
        """Tell whether a level prints the same words before each of its paragraphs."""
        return "%" not in self._of(number).get(level, _Level()).text

    def _of(self, number: str) -> Mapping[int, _Level]:
        """Give the levels of a list: those of its kind, with those that it defines anew."""
        levels = self._levels.get(self._abstract.get(number, ""), {})
        return {**levels, **self._own[number]} if number in self._own else levels

    def label(self, number: str, level: int) -> str:
        """Count a paragraph of a list and give its label, empty where it has none."""
        abstract = self._abstract.get(number, "")
        levels = self._of(number)
        if not levels or not 0 <= level < _LEVELS:
            return ""
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        if number not in self._begun:
            self._begun.add(number)
            for at, start in self._overrides.get(number, {}).items():
                if at < _LEVELS:
                    counts[at] = start - 1
        own = levels.get(level, _Level())
        before = counts[level]
        counts[level] = own.start if before is None else before + 1
        for deeper in range(level + 1, _LEVELS):
            if levels.get(deeper, _Level()).restarts:
                counts[deeper] = None
        return _written(own, levels, counts)


def _levels_of(parent: Element) -> dict[int, _Level]:
    return {whole(level.get(f"{W}ilvl", "")) or 0: _level(level) for level in parent.findall(f"{W}lvl")}


def _level(element: Element) -> _Level:
    start = whole(_value(element, "start"))
    return _Level(
        _value(element, "numFmt") or "decimal",
        _value(element, "lvlText"),
        1 if start is None else start,
        _value(element, "lvlRestart") != "0",
        is_on(element, "isLgl"),
        _value(element, "pStyle"),
    )


def _written(own: _Level, levels: Mapping[int, _Level], counts: list[int | None]) -> str:
    if own.format == "bullet":
        return _SYMBOLS.get(own.text) or _SYMBOL_FONT.sub("•", own.text)

    def figure(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        level = levels.get(at, _Level())
        count = counts[at]
        return _figure(level.start if count is None else count, "decimal" if own.legal else level.format)

    return re.sub(r"%([1-9])", figure, own.text.translate(_WIDE))


def _figure(count: int, form: str) -> str:
    if form == "none":
        return ""
    if form in ("upperRoman", "lowerRoman"):
        name = roman(count) if 0 < count < 4000 else str(count)
        return name if form == "upperRoman" else name.lower()
    if form in ("upperLetter", "lowerLetter") and 0 < count < 2000:
        name = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return name.upper() if form == "upperLetter" else name
    return f"{count:02d}" if form == "decimalZero" else str(count)
