"""Entries for bodies that the registry lacks, with all that their names and the plan that names them say."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

from kehoach.model.registry import Registry
from kehoach.model.units import Unit
from kehoach.wording.letters import slug, upper_first

_KINDS = (
    ("people_committee", "ubnd|ủy ban nhân dân|uỷ ban nhân dân"),
    ("people_council", "hđnd|hội đồng nhân dân"),
    ("chairman", "chủ tịch"),
    ("front", "ủy ban mttq|ủy ban mặt trận|uỷ ban mặt trận|mặt trận"),
    ("steering_committee", "ban chỉ đạo|tổ|ban công tác|hội đồng|đội|nhóm"),
    (
        "party",
        "đảng ủy|đảng uỷ|tỉnh ủy|huyện ủy|thường trực đảng|ban thường vụ|ban tuyên giáo|ban tổ chức|ban dân vận"
        "|ban xây dựng đảng|văn phòng đảng|bộ chính trị|ban bí thư",
    ),
    ("mass_organisation", "đoàn|hội|liên đoàn|công đoàn|tỉnh đoàn|hiệp hội|liên minh"),
    ("office", "văn phòng"),
    ("department", "sở|thanh tra"),
    ("division", "phòng"),
    ("public_service_unit", "trung tâm|trạm|trường|bệnh viện|ban quản lý|thư viện|bảo tàng|viện|quỹ"),
    ("press", "báo|đài|tạp chí"),
    ("portal", "cổng|trang|hệ thống"),
    ("ministry", r"bộ(?!\s+(?:phận|chỉ huy|tư lệnh|đội|trưởng))"),
    ("position", "giám đốc|trưởng|chánh|bí thư|thủ trưởng|phó|bộ trưởng|thứ trưởng|thủ tướng"),
)
_OPENINGS = tuple((kind, re.compile(rf"(?:{words})(?![^\W_])", re.IGNORECASE)) for kind, words in _KINDS)
_MOST, _LEAST = 76, 20
"""Characters of an id (the schema takes 80, so that a running number has room), and those that a name keeps."""
_NATIONAL = re.compile(
    r"(?:bộ(?!\s+(?:phận|chỉ huy|tư lệnh|đội))|thứ trưởng|chính phủ|thủ tướng|quốc hội)(?![^\W_])|.*\strung ương\Z",
    re.IGNORECASE,
)
"""Bodies of the whole country, whoever names them: they belong to no province."""
_COMMITTEE = re.compile(r"(?:ubnd|[ủu][ỷy] ban nhân dân)(?![^\W_])", re.IGNORECASE)
_OF_MANY = re.compile(r"(?<![^\W_])các(?![^\W_])", re.IGNORECASE)
_BARE_LEVEL = re.compile(r"\s(?P<level>tỉnh|thành phố|huyện|thị xã|xã|phường|đặc khu)\Z")


def unit_stub(name: str, source: str, issuer: str, registry: Registry, ids: Collection[str]) -> dict[str, Any]:
    """Give an entry for ``plans/registry/units.yaml``; what is guessed is ``likely`` until somebody looks at it.

    ``source`` is where the name stands (``plan#path``), ``ids`` are those that are not free.
    """
    is_national = bool(_NATIONAL.match(name))
    if not is_national and (house := registry.units.get(issuer)) and _is_inner(name, house):
        return _inner_stub(name, source, house, ids)
    authority = None if is_national else _authority(issuer, registry)
    whole = upper_first(_whole(name, authority))
    entry: dict[str, Any] = {"id": _free(_id(whole, authority), ids), "name": whole, "kind": _kind(name)}
    if is_national:
        entry["level"] = "national"
    if authority:
        entry |= {"level": authority.level} if authority.level else {}
        entry |= {"within": authority.id, "parent": authority.id}
    if whole != name:
        entry["names"] = [name]
    return {**entry, "source": source, "certainty": "likely"}


def _is_inner(name: str, house: Unit) -> bool:
    """Tell whether a name is of a part of the body whose plan names it: a room, or "Văn phòng Sở" of a department."""
    if house.kind == "people_committee" or _OF_MANY.search(name):
        return False
    return _kind(name) == "division" or _ends_as_bare(name, house)


def _ends_as_bare(name: str, house: Unit) -> bool:
    """Tell whether a name ends in the bare word by which a body calls itself, with its capital: Sở, Cục, Trường.

    "Vụ Tổ chức cán bộ" names no ministry, "Công an tỉnh" no Tỉnh đoàn.
    """
    last = name.split()[-1]
    return last[0].isupper() and last.lower() == house.name.split()[0].lower()


def _inner_stub(name: str, source: str, house: Unit, ids: Collection[str]) -> dict[str, Any]:
    """Give an entry for a part of a body; the name stands for it in that body's own plans alone."""
    is_bare = _ends_as_bare(name, house)
    whole = upper_first(f"{name.rpartition(' ')[0]} {house.name}" if is_bare else name)
    own = slug(name.rpartition(" ")[0] if is_bare else name)
    entry: dict[str, Any] = {"id": _free(_joined(own, house.id), ids), "name": whole, "kind": _kind(name)}
    entry |= {"level": house.level} if house.level else {}
    entry |= {"within": house.id, "parent": house.id}
    if whole != name:
        entry["names"] = [name]
    return {**entry, "source": source, "certainty": "likely"}


def issuer_stub(issuer: str, header: Sequence[str], source: str) -> dict[str, Any] | None:
    """Give an entry for the body that issues a plan, by the lines of the plan's head; None where they name none.

    The last line is what it calls itself; the authority above says of which place it is.
    """
    if not header:
        return None
    own, above = header[-1], " ".join(header[:-1])
    if _COMMITTEE.fullmatch(above):
        own, above = f"{above} {own[:1].lower()}{own[1:]}", ""
    area = _COMMITTEE.sub("", above).strip() if _COMMITTEE.match(above) else ""
    whole = own if not area or own.lower().endswith(area.lower()) else f"{own} {area[:1].lower()}{area[1:]}"
    entry: dict[str, Any] = {"id": issuer, "name": upper_first(whole), "kind": _kind(own)}
    if entry["name"] != own:
        entry["self_names"] = [own]
    return {**entry, "source": source, "certainty": "likely"}


def _authority(issuer: str, registry: Registry) -> Unit | None:
    """Give the local authority that a plan's issuer is, or belongs to."""
    units = [registry.units[name] for name in registry.scopes(issuer)]
    return next((unit for unit in units if unit.kind == "people_committee"), None)


def _kind(name: str) -> str:
    if _OF_MANY.search(name):
        return "group"
    return next((kind for kind, opening in _OPENINGS if opening.match(name)), "other")


def _whole(name: str, authority: Unit | None) -> str:
    """Complete a name that ends in a bare "xã" or "tỉnh" with the place's own name, where it is of that level."""
    match = _BARE_LEVEL.search(name)
    if match and authority and authority.area.lower().startswith(f"{match['level']} "):
        return f"{name[: match.start('level')]}{authority.area}"
    return name


def _id(whole: str, authority: Unit | None) -> str:
    place = re.sub(r"\A(?:tinh|thanh-pho|huyen|thi-xa|xa|phuong|dac-khu)-", "", authority.id) if authority else ""
    name = slug(whole.removesuffix(authority.area) if authority and authority.area else whole)
    return _joined(name, "" if name.endswith(place) else place)


def _joined(name: str, place: str) -> str:
    """Put a name and the place that it belongs to into one id, as many whole words of the name as it has room for."""
    room = max(_MOST - len(f"-{place}"), _LEAST) if place else _MOST
    if len(name) > room:
        name = name[: room + 1].rpartition("-")[0] or name[:room]
    return f"{name}-{place}"[:_MOST].strip("-")


def _free(name: str, ids: Collection[str]) -> str:
    if name not in ids:
        return name
    return next(f"{name}-{number}" for number in range(2, len(ids) + 3) if f"{name}-{number}" not in ids)
