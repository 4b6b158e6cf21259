"""Values of our own kinds as plain data and back: frozen dataclasses, enumerations, days, tuples, sets, texts, numbers.

JSON alone, so that nothing in it can run. A value that stands in several places is written once and comes back as one;
each field is checked against the kind that its class declares.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import types
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any, Union, get_args, get_origin, get_type_hints

from kehoach.machine.plainwriting import PlainWriting
from kehoach.machine.valuecolumns import Broken as Broken
from kehoach.machine.valuecolumns import column_of

Same = dict[type, dict[tuple[Any, ...], Any]]
"""Values that hold no others, by class and by their fields as they are written."""


class Form:
    """The plain form of values whose classes can be reached from some roots by what their fields declare.

    Written by class, each field a column, so that Python's own loops read it: a plan is back in a few milliseconds.
    """

    def __init__(self, *roots: type, shared: bool = False) -> None:
        """Take the roots; with ``shared`` equal texts are one when they come back: values by the ten thousand stay."""
        self._kinds = {_name(kind): _Kind(kind, shared) for kind in _reached(roots)}
        self._names = {kind.cls: name for name, kind in self._kinds.items()}
        self._fields = {kind.cls: kind.fields for kind in self._kinds.values()}

    def written(self, values: Sequence[Any]) -> bytes:
        """Write some values of the classes; another kind of thing within is a TypeError."""
        writing = PlainWriting(self._names, self._fields)
        roots = [writing.plain(value) for value in values]
        columns = {name: list(zip(*rows, strict=True)) for name, rows in writing.tables.items()}
        return json.dumps([columns, roots], ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")

    def read(self, data: bytes, same: Same | None = None) -> tuple[Any, ...]:
        """Bring values back; raises Broken where anything is not as its class declares.

        With ``same``, which readings share, equal values that hold no others are one.
        """
        try:
            tables, roots = json.loads(data)
            values: dict[int, Any] = {}
            filled = set()
            for name, (numbers, *columns) in tables.items():
                kind = self._kinds[name]
                if same is not None and kind.is_alone:
                    values.update(zip(numbers, kind.shared(columns, same.setdefault(kind.cls, {})), strict=True))
                    filled.add(name)
                else:
                    values.update((number, object.__new__(kind.cls)) for number in numbers)
            for name in tables.keys() - filled:
                numbers, *columns = tables[name]
                self._kinds[name].fill(numbers, columns, values)
            return tuple(values[number] for number in roots)
        except (ValueError, TypeError, LookupError, RecursionError, AttributeError) as error:
            raise Broken(str(error)) from None


def _name(kind: type) -> str:
    """Name a class by its module and itself: two rooms may use a word for two things."""
    return f"{kind.__module__.removeprefix('kehoach.')}.{kind.__qualname__}"


class _Kind:
    """A class with what reads the columns of its fields."""

    def __init__(self, cls: type, shared: bool) -> None:
        hints = get_type_hints(cls)
        self.cls = cls
        self.fields = [field.name for field in dataclasses.fields(cls)]
        self._readers = [column_of(hints[name], shared) for name in self.fields]
        self.is_alone = all(map(_is_plain, hints.values()))
        self._slots = [vars(cls)[name].__set__ for name in self.fields] if "__slots__" in vars(cls) else None

    def shared(self, columns: Sequence[Sequence[Any]], known: dict[tuple[Any, ...], Any]) -> list[Any]:
        """Give the values of one class that hold no others, each once for equal fields."""
        rows = [*zip(*([*map(_hashable, column)] for column in columns), strict=True)]
        fresh = [*dict.fromkeys(row for row in rows if row not in known)]
        if fresh:
            values: list[Any] = [object.__new__(self.cls) for _ in fresh]
            written = [
                [list(part) if type(part) is tuple else part for part in column] for column in zip(*fresh, strict=True)
            ]
            self.fill(range(len(values)), written, dict(enumerate(values)))
            known.update(zip(fresh, values, strict=True))
        return [known[row] for row in rows]

    def fill(self, numbers: Sequence[int], columns: Sequence[Sequence[Any]], objects: Mapping[int, Any]) -> None:
        """Give the values of one class their fields.

        Not by the constructor: setting a frozen value's fields one by one takes most of the time. Nor by its
        dictionary, which it would then have, a tenth more memory.
        """
        fields = [read(column, objects) for read, column in zip(self._readers, columns, strict=True)]
        filled = [objects[number] for number in numbers]
        if self._slots:
            for put, values in zip(self._slots, fields, strict=True):
                deque(map(put, filled, values), maxlen=0)
            return
        for name, values in zip(self.fields, fields, strict=True):
            deque(map(object.__setattr__, filled, repeat(name), values), maxlen=0)


def _is_plain(hint: Any) -> bool:
    """Tell whether a field of a declared kind holds texts, numbers and days alone."""
    if get_origin(hint) in (Union, types.UnionType):
        return all(map(_is_plain, get_args(hint)))
    return hint in (str, int, bool, dt.date, type(None)) or hint == tuple[str, ...]


def _hashable(part: Any) -> Any:
    return tuple(part) if type(part) is list else part


def _reached(roots: Sequence[type]) -> Iterator[type]:
    """Give the dataclasses that are reached from the roots, each once."""
    seen: set[Any] = set()
    waiting: list[Any] = [*roots]
    while waiting:
        kind = waiting.pop()
        waiting += get_args(kind)
        # A mapping of our own is written as one, whatever it is inside.
        own = isinstance(kind, type) and dataclasses.is_dataclass(kind) and not issubclass(kind, Mapping)
        if own and kind not in seen:
            seen.add(kind)
            waiting += get_type_hints(kind).values()
            yield kind
