"""Places in a plan file's value: what stands there, and where the printed words are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kehoach.model.fields import IDEAS
from kehoach.model.place import Place
from kehoach.model.printed import Line

# The label of an appendix follows from its place where the file has none, and is no running words where it has one.
_UNCHANGING = (
    "header",
    "nation",
    "number",
    "date",
    "recipients",
    "signature",
    "signer",
    "resolve",
    "attached",
    "appendix",
)


def value_at(value: Any, place: Place) -> Any:
    """Give what stands at a place, None where there is nothing."""
    for part in place:
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            return None
    return value


def prose_places(lines: Iterable[Line]) -> Iterator[tuple[Place, str]]:
    """Give the place of every printed string of running words, once, with the name of its part.

    The name is the item's id, else the label path, else ``title`` or ``QD.title``.
    """
    seen: set[Place] = set()
    for line in lines:
        if line.kind in _UNCHANGING:
            continue
        part = line.item.id if line.item else line.path or f"{'QD.' if line.place[0] == 'decision' else ''}title"
        wide = line.cell and not line.cell.is_heading and line.cell.columns > 1
        # A cell over several columns is a mapping, whose words are one of its values.
        places = [(*line.place, "text") if wide else line.place]
        if line.item and line.item.run_in and line.place[-1] == "text":
            places.insert(0, (*line.place[:-1], "heading"))
        for place in places:
            if place not in seen and place[-1] not in IDEAS:
                seen.add(place)
                yield place, part
