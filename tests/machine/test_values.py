"""Values of our own kinds become plain data and come back the same, or not at all."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Literal

import pytest

from kehoach.machine.values import Broken, Form, Same
from kehoach.model.frozen import NOTHING, FrozenMap


class Colour(StrEnum):
    """A kind of enumeration."""

    RED = "đỏ"
    BLUE = "xanh"


@dataclass(frozen=True)
class Leaf:
    """A kind of value within others."""

    name: str
    size: float = 1.5


@dataclass(frozen=True)
class Tree:
    """A kind of value that holds itself and others."""

    words: tuple[str, ...]
    children: tuple[Tree | Leaf, ...] = ()
    day: dt.date | None = None
    colour: Colour = Colour.RED
    notes: Mapping[str, str] | None = None
    runs: frozenset[int] = frozenset()
    place: tuple[str | int, ...] = ()
    best: Leaf | None = None
    whole: bool = True
    parts: FrozenMap[Leaf] = NOTHING
    kind: Literal["cây", "bụi"] = "cây"
    gaps: tuple[Leaf | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Grain:
    """A kind of value of which there are very many."""

    name: str
    places: tuple[str, ...]
    day: dt.date | None


LEAF = Leaf("lá")
TREE = Tree(
    ("một", "hai"),
    (LEAF, Tree((), (LEAF,), dt.date(2026, 2, 28)), Leaf("\ud800", 3)),
    colour=Colour.BLUE,
    notes={"a": "b"},
    runs=frozenset({2**63, -5}),
    place=("body", 3),
    best=LEAF,
    whole=False,
    kind="bụi",
    parts=FrozenMap.of({"b": LEAF, "a": Leaf("hoa")}),
    gaps=(None, LEAF, None),
)
FORM = Form(Tree)


def test_texts_are_shared_where_that_is_asked_for() -> None:
    """Of values read one after the other, too: equal texts and days take room once."""
    form = Form(Grain, shared=True)
    grain = Grain("-".join(("hạt", "lúa")), (" ".join(("ở", "đây")),), dt.date(2026, 2, 28))
    (first,), (second,) = form.read(form.written((grain,))), form.read(form.written((grain,)))
    assert first == second == grain
    assert first.name is second.name and first.places[0] is second.places[0] and first.day is second.day
    with pytest.raises(Broken):
        form.read(form.written((grain,)).replace("hạt-lúa".encode(), b"x").replace(b'["x"]', b"[5]"))


def test_equal_values_of_several_readings_are_one_where_that_is_asked_for() -> None:
    """Those that hold no others; each is still checked against its class."""
    form = Form(Grain, shared=True)
    grain, other = (Grain(name, ("đây",), dt.date(2026, 2, 28)) for name in ("lúa", "ngô"))
    same: Same = {}
    first, again = form.read(form.written((grain, replace(grain))), same)
    later, unlike = form.read(form.written((replace(grain), other)), same)
    assert first is again is later and first == grain
    assert unlike == other
    assert form.read(form.written((grain,)))[0] is not first
    with pytest.raises(Broken):
        form.read(form.written((grain,)).replace("lúa".encode(), b"x").replace(b'["x"]', b"[5]"), same)
    tree, leaf = FORM.read(FORM.written((TREE, LEAF)), same)
    assert (tree, leaf) == (TREE, LEAF)
    assert tree.best is leaf


def test_values_come_back_as_they_were() -> None:
    """Equal, and what stood in several places is one thing again."""
    tree, leaf = FORM.read(FORM.written((TREE, LEAF)))
    assert (tree, leaf) == (TREE, LEAF)
    assert tree.best is tree.children[0] is tree.children[1].children[0] is leaf
    assert type(tree.children[2].size) is int


def test_class_with_a_field_of_another_kind_is_refused() -> None:
    """When the form is made, not when a value cannot be brought back."""

    @dataclass(frozen=True)
    class Odd:
        thing: bytes

    with pytest.raises(TypeError):
        Form(Odd)


def test_another_kind_of_thing_is_not_written() -> None:
    """What has no plain form is an error of the program, not a guess."""
    with pytest.raises(TypeError):
        FORM.written((replace(TREE, best=object()),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("words", [[1]]),
        ("words", "một"),
        ("children", [["một"]]),
        ("children", [[99]]),
        ("children", [[None]]),
        ("day", ["hôm nay"]),
        ("day", [1]),
        ("colour", ["tím"]),
        ("notes", [["a"]]),
        ("notes", [{"a": 1}]),
        ("runs", [["1"]]),
        ("place", [[None]]),
        ("best", [0.0]),
        ("best", [[0]]),
        ("whole", [1]),
        ("whole", [None]),
        ("parts", [[["a", 0]]]),
        ("parts", [{"a": 0}]),
        ("kind", ["cỏ"]),
        ("gaps", [[0]]),
        ("gaps", [[None, "một"]]),
        ("gaps", [None]),
    ],
)
def test_field_of_another_kind_is_not_brought_back(field: str, given: Any) -> None:
    """Each is checked against what its class declares."""
    tables, roots = json.loads(FORM.written((Tree(("một",)),)))
    names = ["words", "children", "day", "colour", "notes", "runs", "place", "best", "whole", "parts", "kind", "gaps"]
    tables["test_values.Tree"][1 + names.index(field)] = given
    with pytest.raises(Broken):
        FORM.read(json.dumps([tables, roots]).encode())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"[[], [0]]",
        b"[{}, [0]]",
        b'[{"test_values.Tree": []}, []]',
        b'[{"test_values.Tree": [[0]]}, [0]]',
        b'[{"os.system": [[0], ["ls"]]}, [0]]',
        b"[" * 100_000,
        "\udcff".encode("utf-8", "surrogatepass"),
    ],
)
def test_another_form_is_not_brought_back(data: bytes) -> None:
    """Whatever stands there, no other class is named by it."""
    with pytest.raises(Broken):
        FORM.read(data)
