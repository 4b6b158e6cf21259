"""What ``new`` says when it is done: what changed in print, and what is to be looked at, one line for each matter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from kehoach.drafting.nextedition import Draft, DraftChange
from kehoach.model.place import Place
from kehoach.model.printed import Line
from kehoach.wording.pathnames import path_name

_STOPS = ".,;:"
_MOST = 6
"""Places that are named of one matter; of more the rest is counted."""

_PARTS = {
    "title": "Tên",
    "number": "Số",
    "symbol": "Ký hiệu",
    "authority": "Người ban hành",
    "date": "Ngày ban hành",
    "signature": "Người ký",
    "attached": "Dòng kèm theo",
    "close": "Đoạn kết",
    "ban-hanh": "Câu ban hành",
    "header": "Phần đầu",
}
_BODIES = ("không còn", "từ 01/7/2025")
_DOCUMENTS = ("thay thế", "đặt ra cho", "đã có văn bản sau")
_TOPICS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("Điền", lambda sentence: sentence.startswith(("điền ", "ghi "))),
    ("Cơ quan đã đổi", lambda sentence: sentence.startswith("“") and any(words in sentence for words in _BODIES)),
    ("Văn bản đã thay thế, hết thời hạn", lambda sentence: any(words in sentence for words in _DOCUMENTS)),
)
_OTHER = "Năm, mốc, chỉ tiêu, lời văn"


def report(draft: Draft, path: str, earlier: str, lines: Sequence[Line]) -> Iterator[str]:
    """Tell it; ``lines`` are those of the plan that the draft was made from, whose places are called as printed."""
    labels = {line.item.id: line.path for line in reversed(lines) if line.item and line.path}
    printed = [change for change in draft.changes if change.printed]
    yield f"Đã viết {path} từ {earlier}."
    yield f"Chữ in thay đổi ở {len(printed)} chỗ:"
    shifts: dict[str, list[str]] = {}
    for change in printed:
        shifts.setdefault(_shift(change), []).append(_part_name(change.part, labels))
    for shift, places in shifts.items():
        yield f"  {shift}: {_places_told(places)}"
    if draft.to_see:
        yield from _to_see(draft.to_see, _places(lines))
        yield "Chỗ nào xong thì dòng “# CẦN XEM” của chỗ ấy tự hết khi chạy fmt, hoặc xóa tay."


def _to_see(to_see: Sequence[tuple[Place, str]], names: Mapping[Place, str]) -> Iterator[str]:
    matters: dict[str, list[str]] = {}
    for place, remark in to_see:
        matters.setdefault(remark, []).append(_named(place, names))
    yield f"Còn {len(matters)} việc cần xem ở {len(to_see)} chỗ, đánh dấu “# CẦN XEM” trong tệp:"
    for topic in (*(name for name, _ in _TOPICS), _OTHER):
        own = {remark: places for remark, places in matters.items() if _topic(remark) == topic}
        if own:
            yield f"  {topic}:"
            yield from (f"    - {remark.rstrip('.')} ({_places_told(places)})." for remark, places in own.items())


def _topic(remark: str) -> str:
    return next((name for name, holds in _TOPICS if holds(remark)), _OTHER)


def _places(lines: Sequence[Line]) -> Mapping[Place, str]:
    names: dict[Place, str] = {}
    for line in lines:
        if line.path:
            for size in range(len(line.place), 0, -1):
                names.setdefault(line.place[:size], path_name(line.path))
    return names


def _named(place: Place, names: Mapping[Place, str]) -> str:
    """Name a place as printed, or by the part of the document that it is."""
    part = next((str(key) for key in reversed(place) if str(key) in (*_PARTS, "issued", "recipients", "issuer")), "")
    if part and "body" not in place:
        own = {"issued": "ngày ban hành", "recipients": "nơi nhận", "issuer": "cơ quan ban hành"}
        return own.get(part) or _PARTS[part].lower()
    return next((names[place[:size]] for size in range(len(place), 0, -1) if place[:size] in names), "cả kế hoạch")


def _part_name(name: str, labels: Mapping[str, str]) -> str:
    if name in labels:
        return path_name(labels[name])
    part = name.removeprefix("QD.")
    return f"{_PARTS[part]}{' (quyết định)' if part != name else ''}" if part in _PARTS else name


def _places_told(places: Sequence[str]) -> str:
    once = list(dict.fromkeys(places))
    remainder = f" và {len(once) - _MOST} chỗ nữa" if len(once) > _MOST else ""
    return "; ".join(once[:_MOST]) + remainder


def _shift(change: DraftChange) -> str:
    """Show the words that differ between two texts."""
    a, b = change.old.split(), change.new.split()
    if not b:
        return f"{change.old} → (để trống)"
    pairs = [(x, y) for x, y in zip(a, b, strict=False) if x != y] if len(a) == len(b) else []
    if pairs and len(pairs) <= 6:
        bare = ((x.rstrip(_STOPS), y.rstrip(_STOPS)) for x, y in pairs)
        return "; ".join(dict.fromkeys(f"{x} → {y}" for x, y in bare))
    return f"{change.old} → {change.new}"
