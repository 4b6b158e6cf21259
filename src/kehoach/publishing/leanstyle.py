"""A stylesheet without the rules that no page of the site can match: a theme is made for more than any one site uses.

A selector is kept where every class, id, attribute and attribute's value in it is a word of the tags and strings that
make the pages; what it names beyond that is in no page. Words are taken from sources, not from built pages, so that
the result is the same for every plan.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from pathlib import Path

_WORD = re.compile(r"[\w-]+")
# A template's expression within a tag may hold the sign that ends one.
_MARKUP = re.compile(r"<[a-zA-Z{](?:\{%[^%]*%\}|\{\{[^}]*\}\}|[^>])*>|\"[^\"\n]*\"|'[^'\n]*'|`[^`]*`")
_WORN = re.compile(r"\{:([^}\n]*)\}|<([a-zA-Z][^>]*)>")
_ADMONITION = re.compile(r"^ *(?:!!!|\?\?\?\+?) +([\w -]+)", re.MULTILINE)
_NAMED = re.compile(r"[.#]((?:[\w-]|\\.)+)|\[([\w-]+)(?:=[\"']?([\w-]+)[\"']?)?")
_NEVER = ("[dir=rtl]",)
_STRINGS = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'|\([^()"\';]*\)')
_SET = re.compile(r"(?<=[{;])\s*(--[\w-]+)\s*:[^;{}]*(?:;|(?=\}))")
_READ = re.compile(r"var\(\s*(--[\w-]+)")
_GROUPS = ("@media", "@supports")


def words(texts: Iterable[str]) -> set[str]:
    """Give the words of the tags and strings of templates and scripts: what pages may wear stands in one of them."""
    return {word for text in texts for markup in _MARKUP.findall(text) for word in _WORD.findall(markup)}


def authored_words(texts: Iterable[str]) -> set[str]:
    """Give the words of what authored pages wear, in Markdown: attribute lists, tags and admonitions."""
    words_authored: set[str] = set()
    for text in texts:
        words_authored.update(word for match in _WORN.finditer(text) for word in _WORD.findall(match[1] or match[2]))
        for match in _ADMONITION.finditer(text):
            words_authored |= {"admonition", "admonition-title", *match[1].split()}
    return words_authored


def source_words(source: Path) -> set[str]:
    """Give the words of what the pages may wear that are made from the folder ``source``."""
    kinds = ("templates/*.j2", "theme/**/*.html", "docs/assets/javascripts/*.js")
    templates = (path.read_text(encoding="utf-8") for kind in kinds for path in source.glob(kind))
    authored = (path.read_text(encoding="utf-8") for path in source.glob("docs/**/*.md"))
    return words(templates) | authored_words(authored)


@lru_cache(maxsize=1)
def stylesheet(theme_sheets: tuple[str, ...], own_sheets: tuple[str, ...], held: frozenset[str], others: str) -> str:
    """Give the one stylesheet of a theme's, as far as pages can match it, and our own; the last one is remembered.

    A live preview asks for the same one at each save. ``others`` are the sheets beside it, which may read what it sets.
    """
    sheets = [*(lean(sheet, held) for sheet in theme_sheets), *map(compact, own_sheets)]
    return without_idle("\n".join(sheets), others)


def lean(sheet: str, held: Collection[str]) -> str:
    """Leave out of a stylesheet what matches nothing; ``held`` are the words of the sources."""
    return "".join(_rules(sheet, held))


def compact(sheet: str) -> str:
    """Leave out of a stylesheet what only its readers need: remarks, and the space between rules."""
    return "".join(
        f"{head}{{{compact(body) if head.startswith(_GROUPS) else _space(body)}}}" if body else f"{head};"
        for head, body in _parted(sheet)
    )


def _space(declarations: str) -> str:
    return re.sub(r"\s*\n\s*", "", declarations)


def idle_selectors(sheet: str, held: Collection[str]) -> Iterator[str]:
    """Give the selectors of a stylesheet that match nothing."""
    for head, body in _parted(sheet):
        if head.startswith(_GROUPS):
            yield from idle_selectors(body, held)
        elif not head.startswith("@"):
            yield from (selector for selector in _selectors(head) if not _may_match(selector, held))


def without_idle(sheet: str, others: str = "") -> str:
    """Leave out the custom properties that nothing reads, here or in ``others``: most of a theme's are idle icons."""
    while True:
        read = {*_READ.findall(sheet), *_READ.findall(others)}
        blind = _STRINGS.sub(lambda match: " " * len(match[0]), sheet)
        idle = [match.span() for match in _SET.finditer(blind) if match[1] not in read]
        if not idle:
            return sheet
        for start, end in reversed(idle):
            sheet = sheet[:start] + sheet[end:]


def _rules(sheet: str, held: Collection[str]) -> Iterator[str]:
    for head, body in _parted(sheet):
        if head.startswith(_GROUPS):
            inner = lean(body, held)
            if inner:
                yield f"{head}{{{inner}}}"
        elif head.startswith("@"):
            yield f"{head}{{{body}}}" if body else f"{head};"
        elif selectors := [selector for selector in _selectors(head) if _may_match(selector, held)]:
            yield f"{','.join(selectors)}{{{body}}}"


def _parted(sheet: str) -> Iterator[tuple[str, str]]:
    """Give each rule's head and body; a statement has no body. Braces within strings are no braces."""
    clean = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    # Of equal length, so that places in it are places in the sheet.
    blind = _STRINGS.sub(lambda match: " " * len(match[0]), clean)
    start = position = 0
    while position < len(blind):
        if blind[position] == ";":
            yield clean[start:position].strip(), ""
            start = position + 1
        elif blind[position] == "{":
            end = _closing(blind, position)
            yield clean[start:position].strip(), clean[position + 1 : end].strip()
            start, position = end + 1, end
        position += 1


def _closing(blind: str, opening: int) -> int:
    depth = 0
    for match in re.compile("[{}]").finditer(blind, opening):
        depth += 1 if match[0] == "{" else -1
        if not depth:
            return match.start()
    raise ValueError("a block of the stylesheet does not end")


def _selectors(head: str) -> Iterator[str]:
    """Part a list of selectors at commas outside of parentheses and brackets."""
    depth = start = 0
    for position, character in enumerate(head):
        depth += (character in "([") - (character in ")]")
        if character == "," and not depth:
            yield head[start:position].strip()
            start = position + 1
    yield head[start:].strip()


def _may_match(selector: str, held: Collection[str]) -> bool:
    """Tell whether a selector can match; what stands in ``:not()`` and ``:is()`` says nothing of that."""
    if any(never in selector for never in _NEVER):
        return False
    plain = re.sub(r":(?:not|is|where|has)\((?:[^()]|\([^()]*\))*\)", "", selector)
    class_names = (name.replace("\\", "") for names in _NAMED.findall(plain) for name in names if name)
    return all(name in held for name in class_names)
