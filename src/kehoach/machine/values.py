"""Values of our own kinds as plain data and back: frozen dataclasses, enumerations, days, tuples, sets, texts, numbers.

JSON alone, so that nothing in it can run. A value that stands in several places is written once and comes back as one;
each field is checked against the kind that its class declares.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import sys
import types
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from functools import lru_cache, partial
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from kehoach.machine.plainwriting import PlainWriting

Read = Callable[[Any, Mapping[int, Any]], Any]
"""Gives the value of a field from what is written for it and from the values by number."""
Same = dict[type, dict[tuple[Any, ...], Any]]
"""Values that hold no others, by class and by their fields as they are written."""
Column = Callable[[Sequence[Any], Mapping[int, Any]], Sequence[Any]]
"""The same for that field of many values."""


class Broken(Exception):
    """What is written is no value of the kinds that were asked for."""


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
        self._readers = [_column(hints[name], shared) for name in self.fields]
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

        Not by the constructor: setting a frozen value's fields one by one takes most of the time.
        """
        fields = [read(column, objects) for read, column in zip(self._readers, columns, strict=True)]
        if self._slots:
            filled = [objects[number] for number in numbers]
            for put, value in zip(self._slots, fields, strict=True):
                deque(map(put, filled, value), maxlen=0)
            return
        for number, *values in zip(numbers, *fields, strict=True):
            objects[number].__dict__.update(zip(self.fields, values, strict=True))


def _is_plain(hint: Any) -> bool:
    """Tell whether a field of a declared kind holds texts, numbers and days alone."""
    if get_origin(hint) in (Union, types.UnionType):
        return all(map(_is_plain, get_args(hint)))
    return hint in (str, int, bool, dt.date, type(None)) or hint == tuple[str, ...]


def _hashable(part: Any) -> Any:
    return tuple(part) if type(part) is list else part


def _column(hint: Any, shared: bool) -> Column:
    """Give what reads the column of a field of a declared kind."""
    if hint is str and shared:
        return lambda column, objects: [*map(sys.intern, _of_kind(str, column, objects))]
    if hint in (str, int, bool):
        return partial(_of_kind, hint)
    if get_origin(hint) is tuple and get_args(hint)[0] is str:
        return _shared_texts if shared else _texts
    reader = _reader(hint)
    return lambda column, objects: [reader(value, objects) for value in column]


def _of_kind(kind: type, column: Sequence[Any], objects: Mapping[int, Any]) -> Sequence[Any]:
    if {*map(type, column)} - {kind}:
        raise Broken(f"no {kind.__name__}")
    return column


def _texts(column: Sequence[Any], objects: Mapping[int, Any]) -> Sequence[Any]:
    _of_kind(list, column, objects)
    _of_kind(str, [part for texts in column for part in texts], objects)
    return [*map(tuple, column)]


def _shared_texts(column: Sequence[Any], objects: Mapping[int, Any]) -> Sequence[Any]:
    known: dict[tuple[str, ...], tuple[str, ...]] = {}
    tuples = (tuple(map(sys.intern, texts)) for texts in _texts(column, objects))
    return [known.setdefault(texts, texts) for texts in tuples]


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


def _reader(hint: Any) -> Read:
    """Give what reads a field of a declared kind."""
    origin, arguments = get_origin(hint), get_args(hint)
    if hint in (str, int, bool, float):
        return _exact(hint)
    if hint is dt.date:
        return lambda value, objects: _day(value)
    if origin in (Union, types.UnionType):
        return _any_of(arguments)
    if origin is tuple:
        return _many(arguments)
    if origin is frozenset:
        reader = _reader(arguments[0])
        return lambda value, objects: frozenset(reader(part, objects) for part in _list(value))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(origin, arguments[-1])
    if isinstance(hint, type) and issubclass(hint, Enum):
        return lambda value, objects: hint(value)
    if origin is Literal:
        return _one_of(arguments)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _reference((hint,))
    raise TypeError(f"{hint} has no plain form here")


@lru_cache(maxsize=8192)
def _day(value: str) -> dt.date:
    return dt.date.fromisoformat(value)


def _one_of(words: tuple[Any, ...]) -> Read:
    def read(value: Any, objects: Mapping[int, Any]) -> Any:
        if value not in words:
            raise Broken(f"{value!r:.40} for one of {words}")
        return value

    return read


def _exact(kind: type) -> Read:
    allowed = (int, float) if kind is float else (kind,)

    def read(value: Any, objects: Mapping[int, Any]) -> Any:
        if type(value) not in allowed:
            raise Broken(f"{value!r:.40} for {kind.__name__}")
        return value

    return read


def _reference(kinds: tuple[type, ...]) -> Read:
    """Read the number of a value of one of some classes."""

    def read(value: Any, objects: Mapping[int, Any]) -> Any:
        target = objects[value]
        if type(target) not in kinds:
            raise Broken(f"{value!r:.40} for {kinds[0].__name__}")
        return target

    return read


def _any_of(kinds: tuple[Any, ...]) -> Read:
    optional = type(None) in kinds
    own = tuple(kind for kind in kinds if dataclasses.is_dataclass(kind))
    plain = [_reader(kind) for kind in kinds if kind not in own and kind is not type(None)]
    readers = [*plain, *([_reference(own)] if own else [])]  # type: ignore[arg-type]

    def read(value: Any, objects: Mapping[int, Any]) -> Any:
        if value is None and optional:
            return None
        for reader in readers[:-1]:
            try:
                return reader(value, objects)
            except Broken:
                continue
        return readers[-1](value, objects)

    return read


def _many(kinds: tuple[Any, ...]) -> Read:
    reader = _reader(kinds[0])
    if len(kinds) != 2 or kinds[1] is not Ellipsis:
        raise TypeError(f"tuple{kinds} has no plain form here")
    return lambda value, objects: tuple([reader(part, objects) for part in _list(value)])


def _mapping(kind: Any, hint: Any) -> Read:
    reader = _reader(hint)
    made_of = getattr(kind, "of", dict)

    def read(value: Any, objects: Mapping[int, Any]) -> Any:
        if type(value) is not dict:
            raise Broken(f"{value!r:.40} for a mapping")
        return made_of({key: reader(part, objects) for key, part in value.items()})

    return read


def _list(value: Any) -> list[Any]:
    if type(value) is not list:
        raise Broken(f"{value!r:.40} for a list")
    return value
