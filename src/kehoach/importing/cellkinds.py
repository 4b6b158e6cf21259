"""What a column holds by its cells alone: names of bodies, times, figures, words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kehoach.importing.model import SourceRow
from kehoach.meaning.cellroles import by_role, is_ditto
from kehoach.meaning.linetimes import is_time_alone
from kehoach.meaning.parties import heading_parties
from kehoach.wording.latepatterns import late

_ENOUGH = 40
"""Cells that are looked at in one column: what these hold, the others hold as well."""
_LONGEST_LIST = 400
_COUNTED = late(r"\(?[0-9]{0,2}\)?\Z")
_FIGURES = late(r"[\W_]*[xX]?[\W_]*\Z|[^\w]*[0-9][0-9.,/\s]*\s*(?:%|[^\W\d_]{1,12}(?: [^\W\d_]{1,12}){0,2})?[\s.]*\Z")
_HONOURED = late(r"(?:đ/c|đồng chí|ông|bà|cô|thầy|anh|chị)\.?\s+", re.IGNORECASE)
_BESIDE = late(r"\s*[-–,(].*", re.DOTALL)


@dataclass(frozen=True)
class Held:
    """What the cells of a column hold: how many say something of their own, and which share of them are what.

    ``length`` is that of a cell in characters, ``several`` the share of cells that no other cell repeats.
    """

    count: int = 0
    bodies: float = 0.0
    people: float = 0.0
    times: float = 0.0
    figures: float = 0.0
    length: float = 0.0
    several: float = 0.0

    @property
    def names_bodies(self) -> bool:
        """Whether the column is one of bodies: most cells are nothing but names, a figure is none."""
        return 5 * self.bodies >= 3 and self.figures < self.bodies

    @property
    def names_somebody(self) -> bool:
        """Whether most cells are nothing but names, of bodies or of persons."""
        return self.names_bodies or (self.people > self.figures and 5 * (self.bodies + self.people) >= 3)

    @property
    def is_words(self) -> bool:
        """Whether the column says something in words: few of its cells are names, times or figures."""
        return bool(self.count) and 5 * (self.bodies + self.people) < 2 and 2 * self.times < 1 and 2 * self.figures < 1


def cells_of(below: Sequence[SourceRow], column: int) -> Held:
    """Look at the cells of a column below its heading; rows of one wide cell name groups and are left out."""
    cells = (row.cells[column] for row in below if row.cover(column)[1] * 2 <= max(2, len(row.cells)))
    return _held(tuple(cell for cell in cells if re.search(r"[^\W_]", cell) and not is_ditto(cell)))


@lru_cache(maxsize=512)
def _held(cells: tuple[str, ...]) -> Held:
    own = [cell for cell in dict.fromkeys(cells) if not _COUNTED.match(cell.strip())][:_ENOUGH]
    if not own:
        return Held(len(cells), figures=1.0) if cells else Held()
    names = [is_names(cell) for cell in own]
    times = [is_time_alone(cell) for cell in own]
    figures = [not time and bool(_FIGURES.match(" ".join(cell.split()))) for cell, time in zip(own, times, strict=True)]
    return Held(
        len(own),
        sum(names) / len(own),
        sum(not name and _is_person(cell) for cell, name in zip(own, names, strict=True)) / len(own),
        sum(times) / len(own),
        sum(figures) / len(own),
        sum(map(len, own)) / len(own),
        len(set(cells)) / len(cells),
    )


def is_names(cell: str) -> bool:
    """Tell whether a cell is names of bodies and nothing else, in a list of any kind, with or without their roles."""
    if len(cell) > _LONGEST_LIST:
        return False
    for _, start, end in by_role(cell, "lead"):
        parts = [part.strip(" -–•.") for part in re.split(r"[;+\n]", cell[start:end])]
        if not all(heading_parties(" ".join(part.split()), ()) for part in parts if part):
            return False
    return True


def _is_person(cell: str) -> bool:
    """Tell whether a cell is the name of a person, with what the person is beside it: "Đ/c Lò Văn An, Trưởng phòng"."""
    words = " ".join(cell.split())
    honoured = _HONOURED.match(words)
    name = _BESIDE.sub("", words[honoured.end() if honoured else 0 :]).split()
    capitals = all(word.isalpha() and word[0].isupper() and not word.isupper() for word in name)
    return capitals and (1 if honoured else 3) <= len(name) <= 5
