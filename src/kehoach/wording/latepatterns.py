"""Patterns that are compiled when they are first used: to compile all of them takes longer than to read a plan."""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    """Stands for a compiled pattern; its methods and attributes come from that once the first of them is asked for."""

    def __init__(self, source: str, flags: re.RegexFlag) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self._source, self._flags), name)
        if not name.startswith("__"):
            self.__dict__[name] = value
        return value


def late(source: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Give what can be used as ``re.compile`` of the same would be; a fault in the source shows at its first use."""
    return cast("re.Pattern[str]", _Late(source, flags))
