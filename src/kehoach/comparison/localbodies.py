"""Groups of local authorities by their level, however the plan lists them.

Since 01/7/2025 there is no district level and no "thị trấn" (Luật 72/2025/QH15): "UBND các huyện, thị xã, thành phố;
UBND các xã, phường, thị trấn" before and "UBND các xã, phường" after name the same authorities as far as they live. So
do "các huyện ủy, thị ủy, thành ủy, đảng ủy các xã, phường, thị trấn" and "đảng ủy các xã, phường".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from kehoach.comparison.slots import Sign
from kehoach.meaning.mentions import Mention
from kehoach.model.registry import Registry
from kehoach.model.units import Unit
from kehoach.wording.letters import CAPITAL

REFORM = dt.date(2025, 7, 1)
"""First day without a district level (Nghị quyết 203/2025/QH15; Luật 72/2025/QH15)."""

DISTRICT = "<huyện"
"""What the sign of a district group holds."""
WITHOUT_TOWNSHIPS, COMMUNES = "<xã:phường,xã>", "<xã>"
"""What the sign of communes and wards holds where there still are townships, and that of all communes."""

_HEAD = r"(?:(?P<chair>Chủ tịch\s+)?(?P<head>UBND|[UỦ][ỷy] ban nhân dân|HĐND|Hội đồng nhân dân)\s+)"
_ORGAN = r"(?:(?:Ban Thường vụ|Thường trực|Ban Chấp hành)\s+)?"
_PARTY = rf"(?:{_ORGAN}(?P<party>đảng [uủ][ỷy])\s+)"
_DISTRICT_PARTY = (
    rf"{_ORGAN}(?:(?:các|tất cả các)\s+)?huyện [uủ][ỷy](?:\s*,\s*thị [uủ][ỷy])?\s*(?:,|và)\s*(?:thị|thành) [uủ][ỷy]"
    r"(?!\s+(?-i:[A-ZĐ]))"
)
_COMMUNE = r"(?:xã|phường|thị trấn|đặc khu)"
_AND = r"(?:\s*[,;/]\s*(?:và\s+)?|\s+và\s+)"
_NAME = (
    r"(?!(?:UBND|HĐND|Ủy ban|Chủ tịch|Sở|Ban|Bộ|Cục|Chi cục|Công an|Văn phòng|Phòng|Đài|Báo|Hội|Đoàn|Trung tâm|Trường"
    r"|Kho bạc|Ngân hàng|Bảo hiểm|Thanh tra|Mặt trận)(?!\w))"
    rf"(?-i:{CAPITAL})[^\W\d_]*(?:\s(?-i:{CAPITAL})[^\W\d_]*){{0,3}}"
)
"""The name of a town, not of another body that a list goes on with."""
_TOWN = rf"(?:thị xã|thành phố)\s+{_NAME}"
_LIST = re.compile(
    rf"(?<!\w)(?:(?P<district_party>{_DISTRICT_PARTY})|(?:{_HEAD}|{_PARTY})?(?:"
    rf"(?P<district>(?:(?:các|tất cả các)\s+)?huyện(?:\s*,\s*thị xã)?\s*(?:,|và)\s*(?:thị xã|thành phố)"
    rf"(?!\s+(?-i:[A-ZĐ]))|(?:các\s+)?huyện(?:\s*,\s*thị xã)?\s*(?:,|và)\s*"
    rf"(?P<towns>{_TOWN}(?:{_AND}(?:{_TOWN}|{_NAME}))*)"
    rf"|cấp huyện|các huyện)"
    rf"|(?P<commune>(?:các\s+)?{_COMMUNE}(?:(?:{_AND}|\s+[-–]\s+)(?:các\s+)?{_COMMUNE})+|các\s+{_COMMUNE}(?!\s+(?:hội|thuộc))"
    rf"|cấp xã)))(?!\w)",
    re.IGNORECASE,
)
_OF_LEVEL = re.compile(r"(?:Công an|[Qq]uân sự|Trạm Y tế)\s+\Z")
"""Names that a level ends."""
_PARTY_HEAD = "đảng ủy"
_NAMES = re.compile(r"thị trấn|đặc khu|xã|phường", re.IGNORECASE)


_TOWN_NAME = re.compile(_NAME)


def local_bodies(
    words: str, mentions: Sequence[Mention], registry: Registry, scopes: Sequence[str], reformed: bool
) -> Iterator[Sign]:
    """Give the groups of local authorities named in a text; a level without a head takes the one before."""
    head, end = "", -1
    units = local_units(registry)
    for match in _LIST.finditer(words):
        if match[0].lower() == "cấp xã" and _OF_LEVEL.search(words, max(match.start() - 20, 0), match.start()):
            continue  # it belongs to the name: "Công an cấp xã"
        own = _head(match)
        joined = end >= 0 and re.fullmatch(_AND, words[end : match.start()])
        # "Ban Thường vụ các huyện ủy, thành ủy, đảng ủy các xã": the organ is said once.
        head = head if joined and own in ("", _PARTY_HEAD) and head.endswith(own) else own
        end = match.end()
        inside = next((m for m in mentions if m.kind == "unit" and m.start <= match.start() and m.end >= end), None)
        if inside and inside.end > end:
            continue
        level = _level(match)
        since = reformed or "đặc khu" in match[0].lower()
        unit = _unit_of(units, scopes, head, level, since) or (inside.target if inside else "")
        start = min(match.start(), inside.start) if inside and head else match.start()
        yield Sign(start, end, f"@{head}<{level}{_members(match, since)}>", unit if head else "")


def _level(match: re.Match[str]) -> str:
    return "huyện" if match["district"] or match["district_party"] else "xã"


def _head(match: re.Match[str]) -> str:
    """Name whose groups these are; of committees of the party their organ, too."""
    if match["party"] or match["district_party"]:
        organ = re.match(_ORGAN, match[0], re.IGNORECASE)
        return f"{organ[0].lower() if organ else ''}{_PARTY_HEAD}"
    if not match["head"]:
        return ""
    kind = "hđnd" if match["head"][0] in "Hh" else "ubnd"
    return f"chủ tịch {kind}" if match["chair"] else kind


def _members(match: re.Match[str], reformed: bool) -> str:
    """Name what is listed; all kinds of commune that there are at the time are the level itself."""
    if match["towns"]:
        return f":{','.join(sorted(name.lower() for name in _TOWN_NAME.findall(match['towns'])))}"
    if not match["commune"] or match["commune"].lower().endswith("cấp xã"):
        return ""
    place_names = sorted({name.lower() for name in _NAMES.findall(match["commune"])})
    whole = {"xã", "phường"} <= set(place_names) and (reformed or "thị trấn" in place_names)
    return "" if whole else f":{','.join(place_names)}"


_Key = tuple[str, str, str]
"""A kind of group: the authority around it, its head and its level."""


@lru_cache(maxsize=2)
def local_units(registry: Registry) -> Mapping[_Key, Sequence[Unit]]:
    """Give the registry's groups of local authorities by scope, head and level; one may have followed on another."""
    units: dict[_Key, list[Unit]] = {}
    for unit in registry.units.values():
        for name in (unit.name, *unit.names) if unit.kind == "group" else ():
            match = _LIST.match(name)
            if match and match["head"] and (match.end() == len(name) or name is unit.name):
                alike = units.setdefault((unit.within, _head(match), _level(match)), [])
                alike += [unit] if unit not in alike else []
    return units


def _unit_of(units: Mapping[_Key, Sequence[Unit]], scopes: Sequence[str], head: str, level: str, reformed: bool) -> str:
    alike = next((units[key] for scope in scopes if (key := (scope, head, level)) in units), ())
    lived = (dt.date.min, REFORM - dt.timedelta(1)) if not reformed else (REFORM, dt.date.max)
    return next((unit.id for unit in (*(u for u in alike if u.exists(*lived)), *alike)), "")


def local_unit(registry: Registry, scopes: Sequence[str], words: str, reformed: bool) -> str:
    """Give the group of local authorities that some words name, empty where they name none."""
    match = _LIST.fullmatch(words.strip(" .;,"))
    if not match or not match["head"]:
        return ""
    return _unit_of(local_units(registry), scopes, _head(match), _level(match), reformed or "đặc khu" in words.lower())


def communes_after(registry: Registry, unit_id: str) -> str:
    """Give the communes' group that stands since the reform where this one of the districts stood, empty for others."""
    units = local_units(registry)
    key = next((key for key, alike in units.items() if key[2] == "huyện" and any(u.id == unit_id for u in alike)), None)
    return _unit_of(units, [key[0]], key[1], "xã", reformed=True) if key else ""


def abolished(registry: Registry, unit_id: str, by: dt.date) -> bool:
    """Whether a group had ended by a day without another body in its place."""
    unit = registry.units.get(unit_id)
    return bool(
        unit and unit.kind == "group" and unit.end and unit.end < by and not any(s.into for s in unit.successions)
    )
