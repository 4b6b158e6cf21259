"""Names of the bodies of a plan's own area, with the area's name and without: "Hội Nông dân tỉnh Lâm Đồng"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kehoach.comparison.slots import Sign
from kehoach.model.registry import Registry
from kehoach.wording.organisations import organisation

_LEVELS = r"tỉnh|thành phố|thị xã|huyện|quận|xã|phường|thị trấn|đặc khu"
_AREA = re.compile(rf"(?P<level>{_LEVELS})\s+(?P<name>\S.*)", re.IGNORECASE)


@dataclass(frozen=True)
class OwnNames:
    """By the one form of an organisation's name, the unit that it is here; and how the own area is called."""

    organisations: Mapping[str, str]
    areas: tuple[re.Pattern[str], ...]

    def short(self, words: str) -> str:
        """Give a body's name without the name of the own area behind its level."""
        for area in self.areas:
            words = area.sub(r"\1", words)
        return words

    def known(self, words: str, sign: Sign) -> Sign:
        """Give a name that the registries lack the sign of the organisation that it is another name of."""
        unit = self.organisations.get(organisation(self.short(words[sign.start : sign.end])), "")
        return sign._replace(key=f"@{unit}", unit=unit) if unit else sign


@lru_cache(maxsize=64)
def own_names(registry: Registry, scopes: tuple[str, ...]) -> OwnNames:
    """Give how bodies are called by those who live where a plan holds."""
    forms: dict[str, str] = {}
    for unit in registry.units.values():
        for name in unit.names if unit.within in scopes else ():
            if form := organisation(name):
                forms.setdefault(form, unit.id)
    found = (_AREA.fullmatch(registry.units[scope].area) for scope in scopes if scope in registry.units)
    areas = (rf"\b((?i:{match['level']}))\s+{re.escape(match['name'])}(?!\w)" for match in found if match)
    return OwnNames(forms, tuple(map(re.compile, areas)))
