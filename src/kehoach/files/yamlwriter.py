"""Plain values as canonical YAML text: one way to indent, wrap and quote for every file of the repository.

Block style, two spaces, lists indented below their key; a string on one line where it fits, else folded
(``>-``) at 100 columns, broken only at spaces; double quotes only where a plain string would be misread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kehoach.files.yamlcomments import Remarks
from kehoach.files.yamltext import AMBIGUOUS, CAN_BE_AMBIGUOUS
from kehoach.model.place import Place

WIDTH = 100
_INDICATORS = frozenset("-+?:,[]{}#&*!|>'\"%@`")
_UNFOLDABLE = re.compile(r"^\s|\s$|\s\s|[^\S \n\u00a0]")
_MISLEADING = re.compile(r":\s|:\Z|\s#")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})


def write_yaml(value: Mapping[str, Any], remarks: Remarks | None = None, *, spaced: str = "") -> str:
    """Write a file's value with its comments; ``spaced`` names a list whose entries are kept apart by blank lines.

    What the reader of this package would not give back the same (control characters, hidden characters) is not
    for it to refuse: it is written as it is, in double quotes.
    """
    if not spaced and (remarks is None or not (remarks.above or remarks.same_line or remarks.below)):
        rows: list[str] = []
        _write_mapping(value, "", rows)
        return "\n".join(rows) + "\n"
    writer = _Writer(remarks or Remarks(), spaced)
    return "\n".join(writer.mapping(value, (), "")) + "\n"


def scalar(value: object) -> str:
    """Write one value on one line."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value if _is_plain(value) else _quoted(value)
    return str(value)


def folded(text: str, indent: int) -> list[str]:
    """Wrap a text for a folded scalar whose lines stand ``indent`` columns in; a blank line starts a paragraph."""
    rows: list[str] = []
    for number, paragraph in enumerate(text.split("\n")):
        if number:
            rows.append("")
        if "  " not in paragraph and paragraph.strip(" ") == paragraph:
            rows += _broken(paragraph, " " * indent)
            continue
        row = ""
        for word in paragraph.split(" "):
            if row and indent + len(row) + 1 + len(word) > WIDTH:
                rows.append(" " * indent + row)
                row = word
            else:
                row = f"{row} {word}" if row else word
        rows.append(" " * indent + row)
    return rows


def _broken(text: str, indent: str) -> Iterator[str]:
    """Break a text of words with single spaces, as late in each row as it has room."""
    most, at = WIDTH - len(indent), 0
    while len(text) - at > most:
        end = text.rfind(" ", at, at + most + 1)
        if end < 0 and (end := text.find(" ", at)) < 0:  # a word that is longer than a row
            break
        yield indent + text[at:end]
        at = end + 1
    yield indent + text[at:]


def _is_plain(text: str) -> bool:
    return bool(
        text
        and text[0] not in _INDICATORS
        and not (text[0] in CAN_BE_AMBIGUOUS and AMBIGUOUS.match(text))
        and not ((":" in text or "#" in text) and _MISLEADING.search(text))
        and "\n" not in text
        and _is_foldable(text)
        # Written plain they look like the marks around a value, which a reader of plans refuses.
        and not (text[0] == "“" and text[-1] == "”")
    )


def _is_foldable(text: str) -> bool:
    """Tell whether white space comes back the same from a scalar that is wrapped at its spaces."""
    return " ".join(text.split()) == text or not _UNFOLDABLE.search(text)


def _quoted(text: str) -> str:
    return f'"{text.translate(_ESCAPES)}"'


# Without comments nothing needs to know its place: what an import writes is thousands of entries.


def _write_mapping(value: Mapping[str, Any], indent: str, rows: list[str]) -> None:
    for key, entry in value.items():
        _write_entry(f"{scalar(key)}:", entry, indent, rows)


def _write_entry(opening: str, value: Any, indent: str, rows: list[str]) -> None:
    """Write what `_Writer` writes of an entry that has no comments."""
    if isinstance(value, str) or not isinstance(value, Mapping | list | tuple):
        rows.extend(_written(f"{indent}{opening}", value, indent))
    elif not value:
        rows.append(f"{indent}{opening} {'{}' if isinstance(value, Mapping) else '[]'}")
    elif isinstance(value, Mapping):
        if opening != "-":
            rows.append(f"{indent}{opening}")
        first = len(rows)
        _write_mapping(value, indent + "  ", rows)
        if opening == "-":
            rows[first] = f"{indent}- {rows[first].lstrip()}"
    else:
        rows.append(f"{indent}{opening}")
        for entry in value:
            _write_entry("-", entry, indent + "  ", rows)


def _written(opening: str, value: object, indent: str) -> list[str]:
    if not isinstance(value, str):
        return [f"{opening} {scalar(value)}"]
    # Quotes make it longer still, so that how it would stand on one line need not be known.
    wide = len(opening) + 1 + len(value) > WIDTH or "\n" in value
    line = "" if wide else f"{opening} {scalar(value)}"
    if (wide or len(line) > WIDTH) and _is_foldable(value):
        return [f"{opening} >-", *folded(value, len(indent) + 2)]
    return [line or f"{opening} {scalar(value)}"]


@dataclass(frozen=True)
class _Writer:
    remarks: Remarks
    spaced: str

    def mapping(self, value: Mapping[str, Any], place: Place, indent: str) -> Iterator[str]:
        for key, entry in value.items():
            yield from self._entry(f"{scalar(key)}:", entry, (*place, key), indent)

    def _sequence(self, value: Sequence[Any], place: Place, indent: str) -> Iterator[str]:
        for index, entry in enumerate(value):
            if index and place == (self.spaced,):
                yield ""
            yield from self._entry("-", entry, (*place, index), indent)

    def _entry(self, opening: str, value: Any, place: Place, indent: str) -> Iterator[str]:
        """Write a key or dash with what belongs to it and the comments above, beside and below."""
        rows = list(self._value(opening, value, place, indent))
        same_line = self.remarks.same_line.get(place, [])
        line = " ".join((rows[0], *same_line))
        is_group = isinstance(value, Mapping | list) and opening == "-"
        above = list(self.remarks.above.get(place, ()))
        if same_line and not is_group and len(line) <= WIDTH and len(same_line) == 1:
            rows[0] = line
        else:
            above += same_line
        yield from (f"{indent}{comment}" for comment in above)
        yield from rows
        yield from (f"{indent}{comment}" for comment in self.remarks.below.get(place, ()))

    def _value(self, opening: str, value: Any, place: Place, indent: str) -> Iterator[str]:
        deeper = indent + "  "
        if isinstance(value, Mapping) and value:
            rows = list(self.mapping(value, place, deeper))
            if opening != "-":
                yield f"{indent}{opening}"
                yield from rows
            else:
                first = next(number for number, row in enumerate(rows) if not row.lstrip().startswith("#"))
                yield from (f"{indent}{row.lstrip()}" for row in rows[:first])
                yield f"{indent}- {rows[first].lstrip()}"
                yield from rows[first + 1 :]
        elif isinstance(value, list | tuple) and value:
            yield f"{indent}{opening}"
            yield from self._sequence(value, place, deeper)
        elif isinstance(value, Mapping | list | tuple):
            yield f"{indent}{opening} {'{}' if isinstance(value, Mapping) else '[]'}"
        else:
            yield from _written(f"{indent}{opening}", value, indent)
