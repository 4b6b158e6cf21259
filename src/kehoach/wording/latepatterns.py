"""Patterns that are compiled when they are first used: to compile all of them takes longer than to read a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache, partial
from typing import Any, cast
from weakref import WeakSet

from kehoach.wording.patterncodes import CODES

_NOTHING: Mapping[str, Iterator[re.Match[str]] | None] = {
    **dict.fromkeys(("match", "search", "fullmatch")),
    "finditer": iter(()),
}
"""What each way to look for a pattern gives where it fits nowhere."""
_lowered = lru_cache(maxsize=64)(str.lower)


class _Late:
    """Stands for a compiled pattern; its methods and attributes come from that once the first of them is asked for."""

    def __init__(self, source: str, flags: re.RegexFlag, needs: tuple[tuple[str, ...], ...]) -> None:
        self._source, self._flags, self._needs = source, flags, needs
        self._pattern: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        if self._needs and name in _NOTHING:
            return partial(self._tried, name)
        return self._compiled(name)

    def compile(self) -> re.Pattern[str]:
        """Give the compiled pattern."""
        if self._pattern is None:
            self._pattern = CODES.compiled(self._source, self._flags)
        return self._pattern

    def _compiled(self, name: str) -> Any:
        value = getattr(self.compile(), name)
        if not name.startswith("__"):
            self.__dict__[name] = value
        return value

    def _tried(self, name: str, text: str, *place: int) -> Any:
        """Look for it in a text that has the words that it needs."""
        lowered = _lowered(text)
        has_needed_words = all(any(word in lowered for word in group) for group in self._needs)
        return self._compiled(name)(text, *place) if has_needed_words else _NOTHING[name]


def late(source: str, flags: re.RegexFlag = re.NOFLAG, *, needs: str = "") -> re.Pattern[str]:
    """Give what can be used as ``re.compile`` of the same would be; a fault in the source shows at its first use.

    ``needs`` are words in small letters, parted by "|": whatever it fits has one of them, or one of each group that ";"
    parts, so that it is not compiled before a text does.
    """
    pattern = _Late(source, flags, tuple(tuple(group.split("|")) for group in needs.split(";") if group))
    _LATE.add(pattern)
    return cast("re.Pattern[str]", pattern)


_LATE: WeakSet[_Late] = WeakSet()


def compile_all() -> None:
    """Compile all patterns that there are: before processes are forked, each of which would do it again."""
    for pattern in _LATE:
        pattern.compile()
