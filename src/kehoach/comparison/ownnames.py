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
_LEVEL = re.compile(r"\bcấp\s+(tỉnh|xã)(?!\w)")
"""The level of a body, said as one: "Công an cấp tỉnh" is "Công an tỉnh" in the plan of a province."""
_AREA = re.compile(rf"(?P<level>{_LEVELS})\s+(?P<name>\S.*)", re.IGNORECASE)


@dataclass(frozen=True)
class OwnNames:
    """By the one form of an organisation's name, and by a body's own name, the unit; and how the own area is called."""

    organisations: Mapping[str, str]
    bodies: Mapping[str, str]
    areas: tuple[re.Pattern[str], ...]

    def short(self, words: str) -> str:
        """Give a body's name without the name of the own area behind its level, and the level without "cấp"."""
        for area in self.areas:
            words = area.sub(r"\1", words)
        return _LEVEL.sub(r"\1", words)

    def known(self, words: str, sign: Sign) -> Sign:
        """Give a name that the registries lack the sign of the body that it is another name of."""
        name = self.short(words[sign.start : sign.end])
        unit = self.organisations.get(organisation(name), "") or self.bodies.get(" ".join(name.lower().split()), "")
        return sign._replace(key=f"@{unit}", unit=unit) if unit else sign


@lru_cache(maxsize=64)
def own_names(registry: Registry, scopes: tuple[str, ...]) -> OwnNames:
    """Give how bodies are called by those who live where a plan holds."""
    forms: dict[str, str] = {}
    bodies = {name.lower(): unit.id for unit in registry.units.values() if unit.within in scopes for name in unit.names}
    for unit in registry.units.values():
        for name in unit.names if unit.within in scopes else ():
            if form := organisation(name):
                forms.setdefault(form, unit.id)
    found = (_AREA.fullmatch(registry.units[scope].area) for scope in scopes if scope in registry.units)
    areas = (rf"\b((?i:{match['level']}))\s+{re.escape(match['name'])}(?!\w)" for match in found if match)
    return OwnNames(forms, bodies, tuple(map(re.compile, areas)))
