"""What a Word file and the plan's own file both changed, with both readings: in the report, and as review marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kehoach.files.planplaces import value_at
from kehoach.meaning.fabric import LinkedPlan
from kehoach.model.place import Place
from kehoach.updating.merging import OWN
from kehoach.updating.placenames import name_of
from kehoach.updating.rebasing import places_of
from kehoach.updating.threeway import Clash


def clash_sentences(clashes: Iterable[Clash], value: Mapping[str, Any], after: LinkedPlan) -> Iterator[str]:
    """Say what stands now, and what the other reading was."""
    places = places_of(value)
    for clash in clashes:
        place = name_of(value, after, _place(clash, value, places))
        now, said = _flat(clash.now), _flat(clash.said)
        if clash.kind == "changed":
            yield f"{place}: tệp Word và kế hoạch cùng sửa. Ghi theo tệp Word: “{said}”; kế hoạch đang ghi: “{now}”."
        elif clash.kind == "joined":
            yield f"{place}: tệp Word và kế hoạch cùng sửa, ở những chữ khác nhau; đã ghép thành “{said}”."
        elif clash.kind == "kept":
            yield f"{place}: tệp Word bỏ, còn kế hoạch đã sửa từ khi xuất tệp; vẫn giữ “{now}”."
        elif clash.kind == "back":
            yield f"{place}: kế hoạch đã bỏ từ khi xuất tệp, còn tệp Word sửa; đã đưa lại theo tệp Word: “{said}”."
        else:
            yield f"{place}: tệp Word và kế hoạch cùng đổi thứ tự các mục; ghi theo thứ tự của tệp Word."


def clash_marks(clashes: Iterable[Clash], value: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    """Give what is to be marked in the plan's file: of each clash the reading that does not stand, and its place."""
    places = places_of(value)
    for clash in clashes:
        place = _place(clash, value, places)
        if clash.kind == "changed":
            yield place, f"tệp Word và kế hoạch cùng sửa chỗ này; kế hoạch trước đó ghi “{_flat(clash.now)}”"
        elif clash.kind == "kept":
            yield place, "tệp Word bỏ chỗ này, còn kế hoạch đã sửa từ khi xuất tệp"
        elif clash.kind == "back":
            yield place, "kế hoạch đã bỏ mục này từ khi xuất tệp Word, còn tệp Word sửa nó"


def _place(clash: Clash, value: Mapping[str, Any], places: Mapping[str, Place]) -> Place:
    """Find what a clash is about, or what is around it."""
    keys = clash.key.split(".") if clash.key else []
    place: Place = (*places.get(clash.item, ()), *keys)
    while place and value_at(value, place) is None:
        place = place[:-1]
    return place


def _flat(value: Any) -> str:
    """Give the words of a reading on one line."""
    if isinstance(value, Mapping):
        value = [entry for key, entry in value.items() if key not in OWN]
    if isinstance(value, list):
        return "; ".join(filter(None, map(_flat, value)))
    return "" if value is None else " ".join(str(value).split())
