"""What reads the fields of values from plain data: one after the other, or a column of them at once."""

from __future__ import annotations

import dataclasses
import datetime as dt
import sys
import types
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from functools import lru_cache, partial
from typing import Any, Literal, Union, get_args, get_origin

Read = Callable[[Any, Mapping[int, Any]], Any]
"""Gives the value of a field from what is written for it and from the values by number."""
Column = Callable[[Sequence[Any], Mapping[int, Any]], Sequence[Any]]
"""The same for that field of many values."""


class Broken(Exception):
    """What is written is no value of the kinds that were asked for."""


def column_of(hint: Any, shared: bool) -> Column:
    """Give what reads the column of a field of a declared kind; ``shared`` texts are one where they are equal."""
    if hint is str and shared:
        return lambda column, objects: [*map(sys.intern, _of_kind(str, column, objects))]
    if hint in (str, int, bool):
        return partial(_of_kind, hint)
    if get_origin(hint) is tuple and get_args(hint)[0] is str:
        return _shared_texts if shared else _texts
    optional = type(None) in get_args(hint)
    if own := _own_kinds(hint):
        return partial(_references, own)
    if get_origin(hint) is tuple and (own := _own_kinds(get_args(hint)[0])):
        return partial(_many_references, own)
    if hint == tuple[str | int, ...]:
        return partial(_many_plain, {str, int})
    reader = _reader(hint)
    if optional:
        return lambda column, objects: [None if value is None else reader(value, objects) for value in column]
    return lambda column, objects: [reader(value, objects) for value in column]


def _own_kinds(hint: Any) -> set[type]:
    """Give the classes that a field holds one of, None's with them; none where it may hold what is no value."""
    kinds = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    own = {kind for kind in kinds if isinstance(kind, type) and dataclasses.is_dataclass(kind)}
    return {*kinds} if own and {*kinds} <= {*own, type(None)} else set()


def _references(kinds: set[type], column: Sequence[Any], objects: Mapping[int, Any]) -> Sequence[Any]:
    """Give the values of a column of numbers, all at once: one by one they were half of what it takes to read."""
    targets = [None if number is None else objects[number] for number in column]
    if not kinds.issuperset(map(type, targets)):
        raise Broken("no reference")
    return targets


def _many_references(kinds: set[type], column: Sequence[Any], objects: Mapping[int, Any]) -> Sequence[Any]:
    _of_kind(list, column, objects)
    return [tuple(_references(kinds, numbers, objects)) if numbers else () for numbers in column]


def _many_plain(kinds: set[type], column: Sequence[Any], objects: Mapping[int, Any]) -> Sequence[Any]:
    _of_kind(list, column, objects)
    if {type(part) for many in column for part in many} - kinds:
        raise Broken("neither text nor number")
    return [*map(tuple, column)]


def _of_kind(kind: type, column: Sequence[Any], objects: Mapping[int, Any]) -> Sequence[Any]:
    if {*map(type, column)} - {kind}:
        raise Broken(f"no {kind.__name__}")
    return column


def _texts(column: Sequence[Any], objects: Mapping[int, Any]) -> Sequence[Any]:
    _of_kind(list, column, objects)
    _of_kind(str, [part for texts in column for part in texts], objects)
    return [*map(tuple, column)]


def _shared_texts(column: Sequence[Any], objects: Mapping[int, Any]) -> Sequence[Any]:
    shared: dict[tuple[str, ...], tuple[str, ...]] = {}
    tuples = (tuple(map(sys.intern, texts)) for texts in _texts(column, objects))
    return [shared.setdefault(texts, texts) for texts in tuples]


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
