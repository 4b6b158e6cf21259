"""Frozen values: what ``dataclass(frozen=True)`` makes of a class, in a third of the time that making it takes.

The library compiles six functions for each class, more than half a millisecond together, and a command brings in over
a hundred classes before it has read a file. Here the constructor alone is compiled, of classes that have values. The
other functions are the same for all classes and go by the names of the fields; fields, their defaults and matching
remain the library's own.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform

Value = TypeVar("Value")

_METHODS = ("__init__", "__eq__", "__hash__", "__repr__", "__setattr__", "__delattr__")


@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def frozen(cls: type[Value]) -> type[Value]:
    """Make a class one of frozen values: equal by its fields, hashed and shown by them, and never changed.

    A method that the class itself has stays. What it inherits from has to be made in the same way.
    """
    # A class with an equality of its own gets None for a hash from Python, which is no method of its own.
    own = {name for name in _METHODS if vars(cls).get(name) is not None}
    dataclasses.dataclass(init=False, repr=False, eq=False)(cls)
    fields = dataclasses.fields(cls)  # type: ignore[arg-type]
    comparing = _comparing([field.name for field in fields if field.compare])
    methods = (_constructing(cls, fields), *comparing, _showing(fields), _set, _delete)
    for name, method in zip(_METHODS, methods, strict=True):
        if name not in own:
            setattr(cls, name, method)
    return cls


def _comparing(names: Sequence[str]) -> tuple[Callable[[Any, object], bool], Callable[[Any], int]]:
    # One name alone would not give a tuple, none is refused.
    values: Callable[[Any], Any] = attrgetter(*names) if len(names) > 1 else lambda of: [getattr(of, n) for n in names]

    def equal(self: Any, other: object) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(tuple(values(self)))

    return equal, hashed


def _showing(fields: Sequence[Field[Any]]) -> Callable[[Any], str]:
    names = [field.name for field in fields if field.repr]

    def shown(self: Any) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    return shown


def _set(self: Any, name: str, value: Any) -> NoReturn:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delete(self: Any, name: str) -> NoReturn:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _constructing(cls: type, fields: Sequence[Field[Any]]) -> Callable[..., None]:
    """Give a constructor that puts the compiled one in its place when the first value is made: half have none."""

    def first(self: Any, *arguments: Any, **named: Any) -> None:
        constructor = _constructor(cls, fields)
        cls.__init__ = constructor  # type: ignore[misc]
        constructor(self, *arguments, **named)

    return first


def _constructor(cls: type, fields: Sequence[Field[Any]]) -> Callable[..., None]:
    """Compile the constructor: each field an argument, in their order."""
    given: dict[str, Any] = {"_set": object.__setattr__, "_LEFT_OUT": MISSING}
    arguments, steps = [], []
    for field in fields:
        name, argument, value = field.name, field.name, field.name
        if field.default is not MISSING:
            argument, given[f"_default_{name}"] = f"{name}=_default_{name}", field.default
        elif field.default_factory is not MISSING:
            argument, given[f"_make_{name}"] = f"{name}=_LEFT_OUT", field.default_factory
            value = f"_make_{name}() if {name} is _LEFT_OUT else {name}"
        arguments.append(argument)
        steps.append(f"_set(self, {name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        steps.append("self.__post_init__()")
    exec(f"def __init__(self, {', '.join(arguments)}):\n  " + "\n  ".join(steps or ["pass"]), given)
    constructor: Callable[..., None] = given["__init__"]
    constructor.__qualname__ = f"{cls.__qualname__}.__init__"
    constructor.__annotations__ = {field.name: field.type for field in fields} | {"return": None}
    return constructor
