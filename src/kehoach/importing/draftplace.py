"""To which body and series a document belongs: by the registries, else an id proposed in their manner."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kehoach.importing.header import names_body
from kehoach.model.plan import split_title
from kehoach.model.registry import Registry
from kehoach.model.units import Unit
from kehoach.wording.latepatterns import late
from kehoach.wording.letters import bare, plain, slug
from kehoach.wording.nationalname import is_own_nation

UNKNOWN_ISSUER = "chua-ro"
SAMPLE = "ke-hoach-mau"
"""The series of the plan that a new repository shows; no real plan belongs to it."""

_KINDS = "tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu"
_AREA = late(rf"\b(?P<kind>{_KINDS})\s+(?P<name>(?!ủy\b|đoàn\b).{{2,40}})\Z", re.IGNORECASE)
_COMMITTEE = late(r"(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|ủy ban)\Z", re.IGNORECASE)
_BESIDE = late(r"\s+[-–]\s+(?=[A-ZĐÀ-Ỹ])")
_PROVINCIAL = ("tỉnh", "thành phố")
_NO_SERIES = late(r"\b(?:năm(?: học)?|giai đoạn|đến|và|của|về|công tác|thực hiện|triển khai|trên địa bàn.*)\b|[0-9]+")
_LONGEST_ID, _SERIES_WORDS, _LEAST_WORDS = 60, 6, 3
_MOST_LETTERS = 80
"""Longest id that the schema allows."""


@dataclass(frozen=True)
class Belonging:
    """An id, and whether the registry has it; else it is proposed."""

    id: str
    registered: bool


def issuing_bodies(
    header: Sequence[str], place: str, registry: Registry, date: dt.date | None, count: int
) -> list[Belonging]:
    """Find the bodies that issue a document together, as many as sign it, in the order of a head's last names.

    One alone where the head has fewer names; what the names have above them, and their place, are those of all.
    """
    names = [name for name in header if not is_own_nation(name)]
    beside = _BESIDE.split(names[-1]) if names else []
    if count > 1 and len(beside) == count and all(map(names_body, beside)):
        names = [*names[:-1], *beside]
    elif len(names) < count:
        names = [part for name in names for part in _BESIDE.split(name)]
    if count < 2 or len(names) < count:
        return [issuing_body(header, place, registry, date)]
    above, own = names[:-count], names[-count:]
    near = any(slug(name).endswith(slug(place)) for name in own) if slug(place) else False
    return [issuing_body((*above, name), place, registry, date, ("tỉnh", place) if near else None) for name in own]


def issuing_body(
    header: Sequence[str],
    place: str,
    registry: Registry,
    date: dt.date | None = None,
    beside: tuple[str, str] | None = None,
) -> Belonging:
    """Find the body whose names a head prints, in the registry by its whole name, or its short one and its authority.

    ``header`` are the names from above, ``place`` where it was issued, ``date`` when. A body that the registry lacks
    gets an id as it would have there: its name, and that of its place, or of that ``beside`` it where it names none.
    """
    names = [name for name in header if not is_own_nation(name)]
    if not names:
        return Belonging(UNKNOWN_ISSUER, False)
    own, above = _own(names)
    area = _area_of(own) or _area_of(*reversed(above)) or _rest_of_name(above, registry)
    bodies = list(_units_of_name(own, area, registry)) or list(_short(own, above, place, registry))
    alive = [unit for unit in bodies if date is None or unit.exists(date, date)]
    if len(alive or bodies) == 1:
        return Belonging((alive or bodies)[0].id, True)
    return Belonging(
        _proposed(own, area or (None if beside and slug(own).endswith(slug(beside[1])) else beside)), False
    )


def series_of(title: str, registry: Registry, issuer: str = "") -> Belonging:
    """Find the series all words of whose name a title has, the one of most words, else name one after the title.

    ``issuer`` is the id of the body, which the name of a series does without.
    """
    expansions = (term.expansion for term in registry.terms.values() if term.term in re.findall(r"[^\W_]+", title))
    title_words = set(_words(" ".join((title, *expansions))))
    series = ((set(_words(entry.name)), entry.id) for entry in registry.series.values())
    fitting = [(len(series_words), name) for series_words, name in series if series_words <= title_words]
    fitting = sorted((candidate for candidate in fitting if candidate[1] != SAMPLE), reverse=True)
    if fitting and (len(fitting) == 1 or fitting[0][0] > fitting[1][0]):
        return Belonging(fitting[0][1], True)
    subject = split_title(title)[1].lower()
    for term in registry.terms.values():
        if term.expansion and " " in term.expansion:
            subject = subject.replace(term.expansion.lower(), term.term)
    first = _NO_SERIES.sub(" ", subject.partition(",")[0]).split()
    if len(first) >= _LEAST_WORDS:  # "kiểm soát TTHC, thực hiện cơ chế một cửa": the first of its things names it
        subject = " ".join(first)
    series_words = f"{slug(_NO_SERIES.sub(' ', subject))}-".replace(f"-{issuer}-", "-").strip("-").split("-")
    return Belonging("-".join(series_words[:_SERIES_WORDS]) or "ke-hoach", False)


def place_in_repository(data: Mapping[str, Any], edition: str, registry: Registry) -> str:
    """Tell where among the plans a draft would stand, and what the registries have to get first."""
    series = series_of(data["title"], registry, data["issuer"])
    missing = [
        *(
            ["cơ quan chưa có trong sổ cơ quan"]
            if not {data["issuer"], *data.get("co_issuers", ())} <= set(registry.units)
            else []
        ),
        *(["loạt chưa có trong sổ loạt kế hoạch"] if not series.registered else []),
    ]
    remark = f" ({'; '.join(missing)}: xem lại mã, thêm vào sổ)" if missing else ""
    return f"plans/{data['issuer']}/{series.id}/{edition}.yaml{remark}"


def _own(names: Sequence[str]) -> tuple[str, Sequence[str]]:
    """Part the issuing body from those above it; a committee's name and its place are two lines of one name."""
    if len(names) > 1 and _COMMITTEE.search(names[-2]) and _AREA.fullmatch(names[-1]):
        return f"{names[-2]} {names[-1]}", names[:-2]
    if len(names) > 1 and _AREA.fullmatch(names[-1]) and _lies_within(names[-2]):
        return names[-2], [names[-1], *names[:-2]]
    return names[-1], names[:-1]


def _lies_within(name: str) -> bool:
    """Tell whether a name has the place of its own body, so that a place below it is the one around that."""
    area = _area_of(name)
    return area is not None and not _AREA.fullmatch(name)


def _area_of(*names: str) -> tuple[str, str] | None:
    match = next(filter(None, map(_AREA.search, names)), None)
    return (match["kind"].lower(), match["name"]) if match else None


def _rest_of_name(above: Sequence[str], registry: Registry) -> tuple[str, str] | None:
    """Read "Sở Giáo dục và Đào tạo Gia Lai": behind a department's name stands that of its province."""
    shorts = {plain(name) for unit in registry.units.values() if unit.kind == "department" for name in unit.names}
    for name in above:
        words = name.split()
        for count in range(len(words) - 1, 1, -1):
            if plain(" ".join(words[:count])) in shorts:
                return "tỉnh", " ".join(words[count:])
    return None


def _form(name: str) -> str:
    """Write a name so that its spellings are one: UBND, Ủy ban nhân dân; hoà, hòa; capitals, small letters."""
    return plain(name).replace("uybannhandan", "ubnd").replace("hoidongnhandan", "hdnd")


def _units_of_name(own: str, area: tuple[str, str] | None, registry: Registry) -> Iterator[Unit]:
    own_forms = {_form(own)} | ({_form(f"{own} {area[0]} {area[1]}")} if area and not _area_of(own) else set())
    for unit in registry.units.values():
        forms = {_form(name) for name in (unit.name, *unit.full_names)}
        if own_forms & forms and (unit.area or unit.within or unit.parent or _form(unit.name) in own_forms):
            yield unit


def _short(own: str, above: Sequence[str], place: str, registry: Registry) -> Iterator[Unit]:
    """Find bodies by a name that many have, whose authority is named above, or alone at the place of issue."""
    place_form = _form(" ".join(above)) if above else _form(place)
    for unit in registry.units.values():
        if not any(_form(name) == _form(own) for name in (unit.name, *unit.names)):
            continue
        authority = next((u for n in registry.scopes(unit.id)[1:] if (u := registry.units[n]).area), None)
        if (
            authority
            and place_form
            and _form(re.sub(rf"\A(?:{_KINDS}) ", "", authority.area, flags=re.IGNORECASE)) in place_form
        ):
            yield unit


def _proposed(own: str, area: tuple[str, str] | None) -> str:
    """Make an id: a committee is its place, a body of a province has its name behind its own, others the kind too."""
    if area is None:
        return slug(own)[:_LONGEST_ID].strip("-") or UNKNOWN_ISSUER
    kind, name = area
    own_name = _AREA.sub("", own).strip(" -,")
    if not own_name or _COMMITTEE.fullmatch(own_name):
        return slug(f"{kind} {name}")
    place = name if kind in _PROVINCIAL else f"{kind} {name}"
    return f"{slug(own_name)[:_LONGEST_ID].strip('-')}-{slug(place)}"[:_MOST_LETTERS].strip("-")


def _words(text: str) -> list[str]:
    return [
        word for word in re.findall(r"[^\W_]+", bare(text).lower()) if word not in ("ke", "hoach", "nam", "cac", "ve")
    ]
