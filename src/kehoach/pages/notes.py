"""Notes on the words of a plan: where they depart from the source, and slips that are kept as printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kehoach.model.plan import Correction, Plan, Sic
from kehoach.model.printed import Line
from kehoach.pages.prose import ProseNote, only_place
from kehoach.pages.vocabulary import CERTAINTIES
from kehoach.wording.pathnames import path_name

CORRECTED = "kh-corrected"
"""Class of words that differ from the source for certain."""


@dataclass(frozen=True)
class SourceRemark:
    """An entry of the list of notes; ``target`` is the anchor of the place, ``marked`` whether it is marked there."""

    note: ProseNote
    entry: Correction | Sic
    place: str
    target: str
    marked: bool

    @property
    def is_correction(self) -> bool:
        """Whether the published words differ from the source."""
        return isinstance(self.entry, Correction)


def remarks(plan: Plan, lines: Sequence[Line], page: str = "") -> tuple[list[SourceRemark], dict[int, list[ProseNote]]]:
    """Number a plan's corrections and kept slips; give the list, and the notes of each line by its index.

    ``page`` is the relative link to the page that lists them, empty for the one with the text.
    """
    places = _places(lines)
    source_remarks: list[SourceRemark] = []
    by_line: dict[int, list[ProseNote]] = {}
    entries: list[Correction | Sic] = [*plan.corrections, *plan.sic]
    for number, entry in enumerate(entries, 1):
        note = replace(_note(number, entry), page=page)
        candidates = places.get(entry.at, [])
        holding = [i for i in candidates if note.words in lines[i].words]
        index = holding[0] if len(holding) == 1 and only_place(note.words, lines[holding[0]].words) else None
        if index is not None:
            by_line.setdefault(index, []).append(note)
        note_indexes = [index] if index is not None else candidates
        target = next((lines[i].anchor for i in (*note_indexes, *candidates) if lines[i].anchor), "")
        path = next((lines[i].path for i in note_indexes if lines[i].path), "")
        place = path_name(path) if path else _PARTS.get(entry.at, entry.at)
        source_remarks.append(SourceRemark(note, entry, place, target, index is not None))
    return source_remarks, by_line


_PARTS = {"header": "phần đầu", "title": "tên kế hoạch", "signature": "chữ ký"}


def _note(number: int, entry: Correction | Sic) -> ProseNote:
    anchor = f"kh_ghi-chu-{number}"
    if isinstance(entry, Sic):
        return ProseNote(entry.text, str(number), anchor, f"Ghi chú {number}", "kh-sic")
    doubtful = entry.certainty == "doubtful"
    label = f"Ghi chú {number}{f': {CERTAINTIES[entry.certainty]}' if doubtful else ''}"
    css = "kh-doubtful" if doubtful else CORRECTED
    return ProseNote(entry.published, f"{number}?" if doubtful else str(number), anchor, label, css)


def _places(lines: Sequence[Line]) -> dict[str, list[int]]:
    """Group line indexes by every name that a note can call them by."""
    indexes: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        names = {line.path, line.item.id if line.item else ""}
        names |= {"header"} if line.is_header else set()
        names |= {"title"} if line.kind in ("type", "subject") else set()
        names |= {"signature"} if line.kind in ("signature", "signer") else set()
        for name in names - {""}:
            indexes.setdefault(name, []).append(index)
    return indexes
