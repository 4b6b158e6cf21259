"""Telling what a piece of work looked at, so that it need not be done again while all of that stays as it is.

What is looked at has a name: the key of an entry, perhaps behind a mark that says what of it, ``ALL`` for every entry,
a word after ``@`` for another fact, say the day, or after ``?`` for a question that was asked of all.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Protocol, Self, TypeVar, overload

Value = TypeVar("Value")
Asked = TypeVar("Asked")
Subject = ParamSpec("Subject")

ALL = "*"
"""Stands for every entry: the work went through all of them."""

ASKED = "?"
"""Stands before a question that was asked of all entries together, with its kind and what it was asked of."""

_watching: list[set[str]] = []


def note(name: str) -> None:
    """Note that something was looked at, while anybody watches."""
    if _watching:
        _watching[-1].add(name)


@contextlib.contextmanager
def watched() -> Iterator[set[str]]:
    """Gather the names of what is looked at within; watching within a watch keeps to itself."""
    seen: set[str] = set()
    _watching.append(seen)
    try:
        yield seen
    finally:
        _watching.pop()


_Question = Callable[Concatenate[Asked, Subject], Value]


def question(kind: str) -> Callable[[_Question[Asked, Subject, Value]], _Question[Asked, Subject, Value]]:
    """Make a method a question: whoever asks it is noted under ``?kind/subject``, each time it is asked.

    What answering looks at is not noted: it may have been looked at for another who asked before.
    """

    def asked_of(answer: _Question[Asked, Subject, Value]) -> _Question[Asked, Subject, Value]:
        @wraps(answer)
        def asked(one: Asked, /, *subject: Subject.args, **more: Subject.kwargs) -> Value:
            note(f"{ASKED}{kind}/{'/'.join(map(str, (*subject, *more.values())))}")
            with watched():
                return answer(one, *subject, **more)

        return asked

    return asked_of


class shared(cached_property[Value]):
    """A property worked out once for many, so that what it looks at is noted of none of them, not the first alone.

    Who keeps what is made of it goes by what it tells of the things asked for.
    """

    @overload
    def __get__(self, instance: None, owner: type[Any] | None = None) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type[Any] | None = None) -> Value: ...

    def __get__(self, instance: Any, owner: type[Any] | None = None) -> Any:
        """Work it out, where that has not been done."""
        with watched():
            return super().__get__(instance, owner)


class Traced(Mapping[str, Value]):
    """A mapping that notes the keys asked for; ``mark`` stands before each."""

    def __init__(self, mapping: Mapping[str, Value], mark: str = "") -> None:
        self._held = mapping
        self._mark = mark

    def __getitem__(self, key: str) -> Value:
        note(self._mark + key)
        return self._held[key]

    def __contains__(self, key: object) -> bool:
        if isinstance(key, str):
            note(self._mark + key)
        return key in self._held

    def __iter__(self) -> Iterator[str]:
        note(self._mark + ALL)
        return iter(self._held)

    def __len__(self) -> int:
        note(self._mark + ALL)
        return len(self._held)


def untraced(mapping: Mapping[str, Value]) -> Mapping[str, Value]:
    """Give what a traced mapping holds, for those who say themselves what they looked at."""
    return mapping._held if isinstance(mapping, Traced) else mapping


class Shown:
    """A field that is looked at only where it is shown: noted under ``@kind/id`` of the entry that holds it.

    What an entry's other fields say may be anywhere in what is worked out of the registries; this one is not.
    """

    def __init__(self, kind: str, name: str) -> None:
        self._kind, self._name = kind, name

    def __get__(self, entry: Any, owner: type) -> Any:
        """Give the field's value, and note its entry."""
        if entry is None:
            return self
        attributes = entry.__dict__
        note(f"@{self._kind}/{attributes['id']}")
        return attributes[self._name]

    def __set__(self, entry: Any, value: Any) -> None:
        """Take the value from the frozen class's own constructor."""
        entry.__dict__[self._name] = value


Piece = Callable[[], bytes]


class Pieces(Protocol):
    """Gives what is made of one source alone, or of it and some ``others``, making it only where it must."""

    def __call__(self, kind: str, source: str, make: Piece, /, *others: str) -> bytes:
        """Give the piece of a kind and a source."""


def made_anew(kind: str, source: str, make: Piece, /, *others: str) -> bytes:
    """Make a piece."""
    return make()


class Former(Protocol):
    """What an earlier run kept, for one who joins the pieces of all sources and brings the former whole up to date."""

    def state(self, source: str, /) -> str:
        """Give the digest of all that a source's pieces are made from."""

    def before(self, kind: str, source: str, state: str, /) -> bytes:
        """Give a piece as it was made from that; raises LookupError where it is not kept."""

    def is_kept(self, kind: str, source: str, state: str, /) -> bool:
        """Tell whether a piece is kept as it was made from that: one that looks at more than a source is not."""

    def of_outlines(self, name: str, make: Piece, /) -> bytes:
        """Give what follows of all sources in outline, made only where one of these, or what is around, has changed."""

    def joined(self, name: str) -> bytes | None:
        """Give what was kept of a whole, where nothing but sources has changed since."""

    def keep(self, name: str, data: bytes) -> None:
        """Keep what the next run needs of a whole."""

    def file(self, length: int, sha256: str) -> bytes:
        """Give a file that was made; raises LookupError where it is not kept, or is no longer that."""

    def path(self, length: int, sha256: str) -> Path:
        """Say where such a file is, which may be long, once it was seen to be that; raises LookupError as well."""
