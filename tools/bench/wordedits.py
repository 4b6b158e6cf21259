"""Edits within a provision: who, when, how much, what is cited, and how it is said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from typing import Any

from bench.draft import Data, Draft, Place, Touched, same
from kehoach.comparison.numbers import numbers
from kehoach.model.fields import FIELDS, LABELS
from kehoach.wording.citations import find_citations
from kehoach.wording.letters import short_date, upper_first

_PROSE = ("heading", "text", *(field.key for field in FIELDS if field.content))


def _field(draft: Draft, names: Sequence[str], value: Callable[[str], str]) -> Touched:
    place = draft.choose(lambda p: any(name in p.item for name in names))
    if place is None:
        return None
    name = draft.rng.choice([name for name in names if name in place.item])
    old = place.item[name]
    new = value(old.rstrip(". "))
    place.item[name] = f"{new}." if old.endswith(".") else new
    return same(place)


def lead(draft: Draft) -> Touched:
    """Give an activity, or a section of duties, to another body."""

    def other(old: str) -> str:
        return draft.rng.choice([n for unit in draft.bodies if (n := unit.names[0]) not in old])

    names = {name for unit in draft.bodies for name in unit.names}
    holders = [p for p in draft.places() if p.item.get("heading", "").rstrip(":. ") in names]
    if holders and draft.rng.random() < 0.4:
        place = draft.rng.choice(holders)
        taken = {p.item["heading"].rstrip(":. ") for p in holders}
        free = [unit.names[0] for unit in draft.bodies if not taken & set(unit.names)]
        heading = place.item["heading"]
        place.item["heading"] = draft.rng.choice(free) + heading[len(heading.rstrip(":. ")) :]
        return same(place)
    return _field(draft, tuple(field.key for field in FIELDS if field.acts), other)


def partners(draft: Draft) -> Touched:
    """Add a body to those that take part, or take all but one other away."""

    def other(old: str) -> str:
        name = draft.rng.choice([n for unit in draft.bodies if (n := unit.names[0]) not in old])
        return draft.rng.choice((f"{name}; {old}", name))

    return _field(draft, ("partners",), other)


_SCHEDULES = (
    "Quý I",
    "Quý II",
    "Quý III và quý IV",
    "Hằng tháng",
    "Hằng quý",
    "Tháng 6 và tháng 12",
    "Trước ngày 15/6",
    "Trước ngày 30/11",
    "Theo kế hoạch của Sở Nội vụ",
    "Khi có yêu cầu của cấp trên",
)


def schedule(draft: Draft) -> Touched:
    """Give an activity another time."""
    return _field(draft, ("schedule",), lambda old: draft.rng.choice([s for s in _SCHEDULES if s not in old]))


# Words


def _texts(place: Place) -> Iterator[str]:
    return (name for name in _PROSE if name in place.item)


_PROMISES = (
    "ít nhất {} tin, bài mỗi tháng",
    "đạt tỷ lệ {}%",
    "thời lượng tối thiểu {} phút mỗi tuần",
    "tổ chức {} lớp tập huấn",
    "phát hành {} tờ gấp",
    "bảo đảm {} cuộc kiểm tra",
    "hoàn thành {} nhiệm vụ",
)


def _promised(draft: Draft) -> tuple[Place, str] | None:
    """Find an item with a promised number, or first give one to an item, before and after alike."""
    native = draft.choose(lambda p: any(numbers(p.item[name]) for name in ("text",) if name in p.item))
    if native and draft.rng.random() < 0.2:
        return native, ""
    place = draft.choose(lambda p: p.is_plain and len(p.item["text"].split()) > 15 and not numbers(p.item["text"]))
    if place is None:
        return None
    clause = draft.rng.choice(_PROMISES).format(draft.rng.randrange(2, 99))
    text = place.item["text"]
    stem = text.rstrip(" .;:…")
    place.item["text"] = f"{stem}, {clause}{text[len(stem) :]}"
    draft.before = deepcopy(draft.data)
    return place, clause


def number(draft: Draft) -> Touched:
    """Change a promised number."""
    promised = _promised(draft)
    if promised is None:
        return None
    place, _ = promised
    number = draft.rng.choice(numbers(place.item["text"]))
    value = int(re.sub(r"\D", "", number.value.partition(",")[0]))
    new = number.text.replace(number.value, str(value + draft.rng.choice((3, 5, 10, 20))), 1)
    place.item["text"] = place.item["text"].replace(number.text, new, 1)
    return same(place)


def promise_removed(draft: Draft) -> Touched:
    """Leave out the clause with a promised number."""
    promised = _promised(draft)
    if promised is None:
        return None
    place, clause = promised
    text = place.item["text"]
    if not clause:
        number = draft.rng.choice(numbers(text))
        clause = re.split(r"(?<=\s)(?=[^\W\d_])", number.text)[0].strip() if "%" in number.text else number.text
    place.item["text"] = upper_first(re.sub(rf",?\s*{re.escape(clause)}", "", text, count=1).strip())
    return same(place)


def citation(draft: Draft) -> Touched:
    """Cite another document in the place of one."""
    documents = [d for d in draft.registry.documents.values() if d.number and d.issued and d.type != "Luật"]
    codes = {(d.number, d.symbol) for d in documents}

    def cited(text: str) -> list[tuple[int, int]]:
        short = len(text.split()) < 15
        return [] if short else [(c.start, c.end) for c in find_citations(text) if (c.number, c.symbol) in codes]

    options: list[tuple[Any, str | int, str]] = []
    for place in draft.places():
        options += [(place.item, name, place.id) for name in _texts(place) if cited(place.item[name])]
    for document in (draft.data, draft.data.get("decision", {})):
        basis = document.get("legal_basis", [])
        options += [(basis, index, "") for index, text in enumerate(basis) if cited(text)]
    if not options:
        return None
    holder, key, touched = draft.rng.choice(options)
    text = holder[key]
    start, end = draft.rng.choice(cited(text))
    everything = str(draft.data)
    other = draft.rng.choice([d for d in documents if d.code not in everything])
    assert other.issued
    new = f"{text[:start]}{other.title} ngày {short_date(other.issued)}{text[end:]}"
    holder[key] = new
    return [(touched, touched)] if touched else []


def year(draft: Draft) -> Touched:
    """Carry the plan over to a later year."""
    return carried(draft, int(draft.plan_id.rpartition("/")[2][:4]) + draft.rng.randrange(1, 9))


def carried(draft: Draft, later: int) -> Touched:
    """Give the plan another year: its own is that year wherever it is printed as a word."""
    line, _, edition = draft.plan_id.rpartition("/")
    year = int(edition[:4])
    own = re.compile(rf"(?<![-–/.\w])(?<![-–]\s)(?<!tháng [0-9]{{2}} năm ){year}(?!\w|\s?[-–/.]\s?\w)")
    touched = []

    def renew(item: Data) -> bool:
        changed = False
        for name in ("heading", "text", *LABELS):
            if name in item and own.search(item[name]):
                item[name] = own.sub(str(later), item[name])
                changed = True
        return changed

    for place in draft.places():
        place.item.pop("continues", None)
        if renew(place.item):
            touched.append((place.id, place.id))
    draft.after_id = f"{line}/{later}"
    return touched or None


_SPELLINGS = (
    ("hóa", "hoá"),
    ("hoá", "hóa"),
    ("hằng", "hàng"),
    ("“", '"'),
    ("Nhà nước", "nhà nước"),
    (" - ", " – "),
)


def editorial(draft: Draft) -> Touched:
    """Write the same words another way: case, marks, abbreviation, place of a tone mark."""
    place = draft.choose(lambda p: "text" in p.item and len(p.item["text"].split()) > 5)
    if place is None:
        return None
    terms = [t for t in draft.registry.terms.values() if t.expansion and "(" not in t.expansion]
    text: str = place.item["text"]
    ways: list[str] = [f"{text.rstrip('.;')};" if text.endswith(".") else f"{text.rstrip('.;: …')}."]
    ways += [re.sub(rf"(?<![\w/-]){re.escape(t.term)}(?![\w/-])", t.expansion, text) for t in terms]
    ways += [text.replace(t.expansion, t.term, 1) for t in terms]
    ways += [text.replace(old, new) for old, new in _SPELLINGS]
    place.item["text"] = draft.rng.choice([way for way in ways if way != text])
    return same(place)


_SYNONYMS = (
    ("Tăng cường", "Đẩy mạnh"),
    ("Đẩy mạnh", "Tăng cường"),
    ("thường xuyên", "liên tục"),
    ("kịp thời", "nhanh chóng"),
    ("nâng cao", "cải thiện"),
    ("đầy đủ", "trọn vẹn"),
    ("phù hợp với", "sát với"),
    ("hiệu quả", "chất lượng"),
    ("góp phần", "nhằm"),
    ("quan trọng", "then chốt"),
    ("tích cực", "chủ động"),
    ("nội dung", "thông tin"),
    ("kết quả", "tình hình"),
    ("thông qua", "bằng"),
)
_ADDITIONS = ("kịp thời, đúng quy định", "bảo đảm thiết thực", "một cách đồng bộ", "phù hợp với tình hình thực tế")


def wording(draft: Draft) -> Touched:
    """Say a part of a text in other words."""
    place = draft.choose(lambda p: "text" in p.item and len(p.item["text"].split()) > 10)
    if place is None:
        return None
    text: str = place.item["text"]
    ways = [text.replace(old, new, 1) for old, new in _SYNONYMS if re.search(rf"\b{old}\b", text)]
    stem = text.rstrip(" .;:…")
    ways.append(f"{stem} {draft.rng.choice(_ADDITIONS)}{text[len(stem) :]}")
    place.item["text"] = draft.rng.choice(ways)
    return same(place)
