"""Columns of bodies whose cells are marks: "X" below "Phòng Kinh tế", where the words around say what X is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kehoach.meaning.mentions import Mention
from kehoach.meaning.parties import Party, heading_parties
from kehoach.model.fields import BODIES, label_kind
from kehoach.model.items import Table
from kehoach.model.printed import Line
from kehoach.wording.latepatterns import late

_ROLES = frozenset(field.key for field in BODIES)
_SAID = {
    "ct": "lead",
    "chủ trì": "lead",
    "ph": "partners",
    "phối hợp": "partners",
    "th": "implementers",
    "thực hiện": "implementers",
    "theo dõi": "monitor",
}
"""Cells that say the role themselves."""
_SIGN = r"[^\w\s().,;:\"“”=–-]|[A-ZĐa-zđ]{1,2}[0-9]?"
_ROLE = r"chủ trì|phối hợp|thực hiện|theo dõi"
_LEGEND = late(
    rf"(?<![^\W_])(?P<role>{_ROLE})\s*(?:\(|:|=|(?:đánh\s+)?dấu|là|ghi|ký hiệu)+\s*[\"“(]?"
    rf"(?P<sign>{_SIGN})[\"”)]?(?![\w])"
    rf"|(?<![\w])[\"“(]?(?P<mark>{_SIGN})[\"”)]?\s*(?::|=|-|–|là)\s*(?:(?:cơ quan|đơn vị|bộ phận|phòng)\s+)?"
    rf"(?P<named>{_ROLE})",
    re.IGNORECASE,
)
"""What a mark says: "chủ trì (X), phối hợp (o)", "X: chủ trì; o: phối hợp"."""

Cells = Mapping[int, tuple[Line, Sequence[Mention]]]


class Marks:
    """The columns of bodies of a table, and what its marks say by the words around it."""

    def __init__(self, table: Table, heads: Sequence[tuple[Line, Sequence[Mention]]], around: Sequence[str]) -> None:
        self._bodies: dict[int, tuple[Party, ...]] = {}
        for line, mentions in heads:
            column = line.cell.column if line.cell and line.kind == "column" else len(table.columns)
            if table.kinds[column : column + 1] == ("body",) and (parties := heading_parties(line.words, mentions)):
                self._bodies[column] = parties
        self._above = {
            number: next(filter(_ROLES.__contains__, map(label_kind, reversed(table.columns[number].above))), "")
            for number in self._bodies
        }
        signs = {cell.text.strip() for row in table.rows for at, cell in row.grid if cell and at in self._bodies}
        self._only = len(signs - {""}) == 1
        self._legend = dict(_legend(around)) if self._bodies else {}

    def roles(self, cells: Cells) -> Mapping[str, tuple[Party, ...]]:
        """Give by role the bodies that the marks of a row name; of a mark that nothing explains nobody is named."""
        parties_by_role: dict[str, tuple[Party, ...]] = {}
        for number, bodies in self._bodies.items():
            mark = cells[number][0].words.strip() if number in cells else ""
            role_words = (
                _SAID.get(mark.lower()) or self._legend.get(mark) or (self._above[number] if self._only else "")
            )
            if mark and role_words:
                parties_by_role[role_words] = (*parties_by_role.get(role_words, ()), *bodies)
        return parties_by_role


def _legend(around: Sequence[str]) -> Iterator[tuple[str, str]]:
    for text in around:
        for match in _LEGEND.finditer(text):
            yield match["sign"] or match["mark"], _SAID[(match["role"] or match["named"]).lower()]
