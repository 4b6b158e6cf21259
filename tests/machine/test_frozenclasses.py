"""Frozen values: the same as those that the library makes, in all that the program asks of them."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field
from functools import cached_property
from typing import Any

import pytest

from kehoach.machine.frozenclasses import frozen

Made = Callable[[type[Any]], type[Any]]


@frozen
class Kept:
    """A value that is pickled: by module and name."""

    name: str
    days: tuple[int, ...] = ()


def classes(make: Made) -> tuple[type[Any], ...]:
    """Make the same classes by a decorator."""

    @make
    class Base:
        """Fields of each kind."""

        name: str
        count: int = 3
        words: tuple[str, ...] = field(default_factory=lambda: ("a", "b"))
        note: str = field(default="", compare=False, repr=False)

        @cached_property
        def long(self) -> int:
            return len(self.name)

    @make
    class Below(Base):
        """Fields of its own behind those that it inherits."""

        extra: str = "e"

        def __post_init__(self) -> None:
            if not self.name:
                raise ValueError("no name")

    @make
    class Alone:
        """One field."""

        name: str

    @make
    class Empty:
        """None."""

    @make
    class Own:
        """Methods of its own."""

        name: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, type(self)) and self.name.lower() == other.name.lower()

        def __hash__(self) -> int:
            return 5

        def __repr__(self) -> str:
            return "own"

    return Base, Below, Alone, Empty, Own


def arguments_of(made: type[Any]) -> list[tuple[str, Any, bool]]:
    """Give the arguments of a constructor: name, kind and type, and whether one can be left out."""
    given = inspect.signature(made).parameters.values()
    return [(one.name, (one.kind, one.annotation), one.default is inspect.Parameter.empty) for one in given]


OURS, THEIRS = classes(frozen), classes(dataclass(frozen=True))


@pytest.mark.parametrize("index", range(len(OURS)))
def test_a_class_is_as_the_library_makes_it(index: int) -> None:
    ours, theirs = OURS[index], THEIRS[index]
    assert ours.__match_args__ == theirs.__match_args__
    assert [f.name for f in dataclasses.fields(ours)] == [f.name for f in dataclasses.fields(theirs)]
    arguments = [] if ours.__name__ == "Empty" else ["x"]
    one, other = ours(*arguments), theirs(*arguments)
    assert arguments_of(ours) == arguments_of(theirs)
    assert repr(one) == repr(other) and dataclasses.asdict(one) == dataclasses.asdict(other)
    assert one == ours(*arguments) and one != other and hash(one) == hash(other)
    assert copy.copy(one) == one


def test_values_are_told_apart_by_the_fields_that_count() -> None:
    base, below, alone, empty, own = OURS
    assert base("x", note="seen") == base("x") and hash(base("x", note="seen")) == hash(base("x"))
    assert base("x") != base("y") and base("x", 4) != base("x") and base("x", words=()) != base("x")
    assert below("x") != base("x") and below("x") != below("x", extra="")
    assert alone("x") != alone("y") and len({alone("x"), alone("x"), alone("xy")}) == 2
    assert empty() == empty() and own("X") == own("x")
    assert dataclasses.replace(base("x"), count=9) == base("x", 9)
    assert base("four").long == 4
    with pytest.raises(ValueError, match="no name"):
        below("")
    with pytest.raises(TypeError):
        base()


@pytest.mark.parametrize("value", [OURS[0]("x"), OURS[1]("x"), OURS[4]("x")])
def test_a_value_is_never_changed(value: Any) -> None:
    for name in ("name", "another"):
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, "y")
        with pytest.raises(FrozenInstanceError):
            delattr(value, name)


def test_a_value_comes_back_from_another_process() -> None:
    kept = Kept("x", (1, 2))
    assert pickle.loads(pickle.dumps(kept)) == kept
