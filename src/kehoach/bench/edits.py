"""Generated edits of plans: the kinds of change that occur between editions and revisions, by a fixed seed.

The diff is measured with them. Each edit touches one place; what it must be reported as is its kind.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from kehoach.citations import find_citations
from kehoach.diff.numbers import numbers
from kehoach.parties import HEAD
from kehoach.plan import FIELD_LABELS
from kehoach.registry import Registry, Unit
from kehoach.vietnamese import lower_first, short_date, upper_first

Data = dict[str, Any]

_LISTS = ("items", "method_items")
_PROSE = ("heading", "text", "method", "output")


@dataclass(frozen=True)
class Edit:
    """Two states of a plan and what leads from one to the other.

    ``kind`` is a key of ``KINDS``; ``old`` and ``new`` are the ids of the items it touches, in pairs that
    must be reported, an empty id on the side where there is none. A change of legal basis touches no item.
    """

    kind: str
    plan_id: str
    before: Data
    after: Data
    touched: tuple[tuple[str, str], ...]
    after_id: str = ""


@dataclass
class _Place:
    """An item where it stands: its list, its index and the items around it, outermost first."""

    siblings: list[Data]
    index: int
    above: tuple[Data, ...] = ()

    @property
    def item(self) -> Data:
        return self.siblings[self.index]

    @property
    def id(self) -> str:
        return str(self.item["id"])

    @property
    def is_plain(self) -> bool:
        """Whether the item is nothing but a text."""
        return set(self.item) <= {"id", "text", "facts"} and "\n" not in self.item.get("text", "")


@dataclass
class Draft:
    """A plan under edit: its state before (which a kind may first equip) and after."""

    plan_id: str
    data: Data
    registry: Registry
    rng: random.Random
    after_id: str = ""
    before: Data = field(default_factory=dict)

    def places(self) -> list[_Place]:
        """All items of decision and body in printed order."""
        return [*_walk(self.data.get("decision", {}).get("articles", []), ()), *_walk(self.data["body"], ())]

    def choose(self, fits: Callable[[_Place], bool]) -> _Place | None:
        """Draw a place among those that fit."""
        options = [place for place in self.places() if fits(place)]
        return self.rng.choice(options) if options else None

    @property
    def bodies(self) -> list[Unit]:
        """Departments that the plan can name by a short name."""
        scopes = set(self.registry.scopes(self.data["issuer"]))
        kinds = ("department", "division", "office", "press")
        near = (unit for unit in self.registry.units.values() if unit.within in scopes and unit.kind in kinds)
        return [unit for unit in near if unit.names and not unit.end]

    def new_id(self, stem: str) -> str:
        """Give an id that no item of the plan has."""
        taken = {place.id for place in self.places()}
        return next(name for n in range(1, 1000) if (name := f"{stem}-{n}") not in taken)


def _walk(items: list[Data], above: tuple[Data, ...]) -> Iterator[_Place]:
    for index, item in enumerate(items):
        yield _Place(items, index, above)
        for key in _LISTS:
            yield from _walk(item.get(key, []), (*above, item))


def edit(kind: str, plan_id: str, data: Mapping[str, Any], registry: Registry, seed: int) -> Edit | None:
    """Make one edit of a kind; the same arguments give the same edit, None where the plan has no place for it."""
    # A seed of text: the hash of a string differs from run to run.
    draft = Draft(plan_id, deepcopy(dict(data)), registry, random.Random(f"{kind}/{plan_id}/{seed}"), plan_id)
    before = draft.data
    touched = KINDS[kind](draft)
    if touched is None:
        return None
    return Edit(kind, plan_id, draft.before or dict(data), before, tuple(touched), draft.after_id)


Touched = Sequence[tuple[str, str]] | None


def _same(place: _Place) -> Touched:
    return [(place.id, place.id)]


# Whole items


def _move(draft: Draft) -> Touched:
    """Take an item two places or more away among its siblings, or below another item of the same rank."""
    place = draft.choose(lambda p: len(p.siblings) > 1)
    if place is None:
        return None
    options = [("within", place.siblings, to) for to in range(len(place.siblings)) if abs(to - place.index) > 1]
    if place.above and not _held(place.above):
        for other in draft.places():
            inside = any(around is place.item for around in (*other.above, other.item))
            beside = len(other.above) == len(place.above) and other.above[:1] == place.above[:1]
            if beside and other.siblings is not place.siblings and not inside and not _held(other.above):
                options.append(("across", other.siblings, other.index))
    if not options:
        return None
    _, siblings, to = draft.rng.choice(options)
    touched = _same(place)
    item = place.siblings.pop(place.index)
    siblings.insert(to, item)
    return touched


def _held(above: Sequence[Data]) -> bool:
    """Whether what stands here is the duty of a body named above: moving it would reassign it."""
    doers = ("lead", "implementers", "partners")
    named = (re.match(rf"(?:Đề nghị |Trách nhiệm của )?{HEAD}", item.get("heading", "")) for item in above)
    return any(named) or any(name in item for item in above for name in doers)


def _added(draft: Draft) -> Touched:
    """Put a new item last among its siblings."""
    return _insert(draft, lambda siblings: len(siblings))


def _inserted(draft: Draft) -> Touched:
    """Put a new item before others, which are renumbered."""
    return _insert(draft, lambda siblings: draft.rng.randrange(len(siblings)))


def _insert(draft: Draft, at: Callable[[list[Data]], int]) -> Touched:
    place = draft.choose(lambda p: 1 < len(p.siblings) < _MOST and "text" in p.item and bool(p.above))
    if place is None:
        return None
    item = {"id": draft.new_id("muc-moi"), "text": draft.rng.choice(_PROVISIONS)}
    place.siblings.insert(at(place.siblings), item)
    return [("", item["id"])]


def _removed(draft: Draft) -> Touched:
    """Take an item and all below it away."""
    place = draft.choose(lambda p: len(p.siblings) > 1 and bool(p.above))
    if place is None:
        return None
    gone = place.siblings.pop(place.index)
    return [(found.id, "") for found in _walk([gone], ())]


_ENDS = re.compile(r"(?<=[.;])\s+(?=[^\W\d_])")
_MOST = 22
"""Items beside each other that letters can number, "a" to "y"."""
_FEWEST = 12


def _split(draft: Draft) -> Touched:
    """Make the second half of a text an item of its own."""

    def halves(place: _Place) -> list[tuple[str, str]]:
        text = place.item.get("text", "")
        cuts = [match.span() for match in _ENDS.finditer(text)]
        pairs = [(text[:start], text[end:]) for start, end in cuts]
        return [pair for pair in pairs if all(len(half.split()) >= _FEWEST for half in pair)]

    place = draft.choose(lambda p: p.is_plain and bool(p.above) and len(p.siblings) < _MOST and bool(halves(p)))
    if place is None:
        return None
    first, second = draft.rng.choice(halves(place))
    place.item["text"] = first
    part = {"id": draft.new_id(f"{place.id[:50].rstrip('-')}-phan"), "text": upper_first(second)}
    place.siblings.insert(place.index + 1, part)
    return [*(_same(place) or ()), (place.id, part["id"])]


def _merge(draft: Draft) -> Touched:
    """Join an item's text to that of the item before it."""

    def joinable(place: _Place) -> bool:
        if not place.index or not place.is_plain:
            return False
        before = _Place(place.siblings, place.index - 1)
        return before.is_plain and all(len(p.item["text"].split()) >= _FEWEST for p in (place, before))

    place = draft.choose(joinable)
    if place is None:
        return None
    whole = place.siblings[place.index - 1]
    part = place.siblings.pop(place.index)
    whole["text"] = f"{whole['text'].rstrip(' .;')}; {lower_first(part['text'])}"
    return [(whole["id"], whole["id"]), (part["id"], whole["id"])]


# Fields


def _field(draft: Draft, names: Sequence[str], value: Callable[[str], str]) -> Touched:
    place = draft.choose(lambda p: any(name in p.item for name in names))
    if place is None:
        return None
    name = draft.rng.choice([name for name in names if name in place.item])
    old = place.item[name]
    new = value(old.rstrip(". "))
    place.item[name] = f"{new}." if old.endswith(".") else new
    return _same(place)


def _lead(draft: Draft) -> Touched:
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
        return _same(place)
    return _field(draft, ("lead", "implementers"), other)


def _partners(draft: Draft) -> Touched:
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


def _schedule(draft: Draft) -> Touched:
    """Give an activity another time."""
    return _field(draft, ("schedule",), lambda old: draft.rng.choice([s for s in _SCHEDULES if s not in old]))


# Words


def _texts(place: _Place) -> Iterator[str]:
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


def _promised(draft: Draft) -> tuple[_Place, str] | None:
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


def _number(draft: Draft) -> Touched:
    """Change a promised number."""
    found = _promised(draft)
    if found is None:
        return None
    place, _ = found
    number = draft.rng.choice(numbers(place.item["text"]))
    value = int(re.sub(r"\D", "", number.value.partition(",")[0]))
    new = number.text.replace(number.value, str(value + draft.rng.choice((3, 5, 10, 20))), 1)
    place.item["text"] = place.item["text"].replace(number.text, new, 1)
    return _same(place)


def _promise_removed(draft: Draft) -> Touched:
    """Leave out the clause with a promised number."""
    found = _promised(draft)
    if found is None:
        return None
    place, clause = found
    text = place.item["text"]
    if not clause:
        number = draft.rng.choice(numbers(text))
        clause = re.split(r"(?<=\s)(?=[^\W\d_])", number.text)[0].strip() if "%" in number.text else number.text
    place.item["text"] = upper_first(re.sub(rf",?\s*{re.escape(clause)}", "", text, count=1).strip())
    return _same(place)


def _citation(draft: Draft) -> Touched:
    """Cite another document in the place of one."""
    documents = [d for d in draft.registry.documents.values() if d.number and d.issued and d.type != "Luật"]
    known = {(d.number, d.symbol) for d in documents}

    def cited(text: str) -> list[tuple[int, int]]:
        short = len(text.split()) < 15
        return [] if short else [(c.start, c.end) for c in find_citations(text) if (c.number, c.symbol) in known]

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


def _year(draft: Draft) -> Touched:
    """Carry the plan over to a later year."""
    return carried(draft, int(draft.plan_id.rpartition("/")[2][:4]) + draft.rng.randrange(1, 9))


def carried(draft: Draft, later: int) -> Touched:
    """Give the plan another year: its own is that year wherever it is printed as a word."""
    line, _, edition = draft.plan_id.rpartition("/")
    year = int(edition[:4])
    own = re.compile(rf"(?<![-–/.\w])(?<![-–]\s)(?<!tháng [0-9]{{2}} năm ){year}(?!\w|\s?[-–/.]\s?\w)")
    touched = []

    def renew(item: Data) -> bool:
        found = False
        for name in ("heading", "text", *FIELD_LABELS):
            if name in item and own.search(item[name]):
                item[name] = own.sub(str(later), item[name])
                found = True
        return found

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


def _editorial(draft: Draft) -> Touched:
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
    return _same(place)


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


def _wording(draft: Draft) -> Touched:
    """Say a part of a text in other words."""
    place = draft.choose(lambda p: "text" in p.item and len(p.item["text"].split()) > 10)
    if place is None:
        return None
    text: str = place.item["text"]
    ways = [text.replace(old, new, 1) for old, new in _SYNONYMS if re.search(rf"\b{old}\b", text)]
    stem = text.rstrip(" .;:…")
    ways.append(f"{stem} {draft.rng.choice(_ADDITIONS)}{text[len(stem) :]}")
    place.item["text"] = draft.rng.choice(ways)
    return _same(place)


KINDS: Mapping[str, Callable[[Draft], Touched]] = {
    "moved": _move,
    "inserted": _inserted,
    "split": _split,
    "merge": _merge,
    "lead": _lead,
    "partners": _partners,
    "schedule": _schedule,
    "number": _number,
    "number-gone": _promise_removed,
    "citation": _citation,
    "year": _year,
    "editorial": _editorial,
    "wording": _wording,
    "added": _added,
    "removed": _removed,
}
"""Kinds of edit: what makes one, and gives the pairs of item ids that it touches."""

_PROVISIONS = (
    "Xây dựng bộ câu hỏi thường gặp về đăng ký kinh doanh, niêm yết tại nơi tiếp dân và gửi tới từng thôn, buôn.",
    "Mở lớp bồi dưỡng kỹ năng viết tin cho cộng tác viên cơ sở, mỗi xã cử một người tham dự.",
    "Rà soát biển chỉ dẫn, sơ đồ phòng làm việc để người cao tuổi, người khuyết tật dễ tìm.",
    "Phát động đợt thi đua cao điểm chào mừng ngày thành lập ngành, biểu dương tập thể có sáng kiến được áp dụng.",
    "Biên soạn sổ tay song ngữ Việt - Ê Đê hướng dẫn nộp hồ sơ đất đai, phát miễn phí tại chợ phiên.",
    "Lắp đặt màn hình điện tử ở bến xe, bệnh viện để giới thiệu các bước cấp đổi giấy phép lái xe.",
    "Tổ chức phiên đối thoại với hợp tác xã nông nghiệp về vướng mắc khi vay vốn ưu đãi.",
    "Thành lập tổ lưu động hỗ trợ cài đặt chữ ký số cho hộ kinh doanh ở vùng biên giới.",
    "Gửi thư ngỏ tới học sinh lớp cuối cấp giới thiệu cách tra cứu điểm thi và xét tuyển trên mạng.",
    "Công bố bản đồ số các điểm phục vụ bưu chính, cập nhật giờ mở cửa từng ngày.",
    "Quay phim tài liệu ngắn về một ngày làm việc của cán bộ địa chính, chiếu tại nhà văn hóa.",
    "Lập đường dây tư vấn pháp luật ngoài giờ dành cho công nhân khu công nghiệp.",
    "Khen thưởng đột xuất phóng viên có loạt bài điều tra về phiền hà trong cấp phép xây dựng.",
    "Trưng bày ảnh lưu động về đổi thay của trụ sở tiếp dân qua từng giai đoạn.",
    "Thí điểm trả kết quả chứng thực tại nhà cho gia đình chính sách vào sáng thứ bảy.",
    "Tập hợp ca dao, vè tuyên truyền do người dân sáng tác, in thành tập phát cho đội văn nghệ.",
)
"""Provisions on matters that no real plan of the repository treats, to be added to any plan."""
