"""Two later states of a plan brought together: what its file became since, and what a Word file makes of an old one.

Items are told by their ids, so that both sides may move them, put some in and take some out. What only one side
changed is as that side has it. Where both changed the same, what Word says stands, for its writer asks for it now, and
the clash is told with both readings. Libraries that merge texts three ways (merge3, git) go by lines: two items put in
at one place would be a conflict, and half an item could be taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from kehoach.updating.itemtree import ABSENT, ItemTree, Where, holds_items
from kehoach.updating.merging import WITHIN

NUMBERED = ("corrections", "sic", "links")
"""Keys whose entries name lines by number: the file's own ones stay, and are renumbered behind the merge."""

_WORD = re.compile(r"\S+\s*|\s+")
_BETWEEN = 3
"""Words that must be the same between what both sides changed in one text, else its sense may be torn."""


@dataclass(frozen=True)
class Clash:
    """What both sides changed: the item's id, empty for the plan's own, the key, and both readings.

    ``kind``: ``changed`` (Word's reading stands), ``joined`` (other words of one text, both stand: ``said`` is the
    outcome), ``kept`` (Word takes out what the file changed: it stays), ``back`` (the file took out what Word changed:
    it is there again), ``order`` (Word's order stands).
    """

    kind: str
    item: str
    key: str = ""
    now: Any = None
    said: Any = None


@dataclass
class Joined:
    """The value of both sides, and where they clash."""

    value: dict[str, Any]
    clashes: list[Clash] = field(default_factory=list)


def three_way(old: Mapping[str, Any], now: Mapping[str, Any], said: Mapping[str, Any]) -> Joined:
    """Bring what changed from ``old`` to ``said`` into ``now``; all are plans' values whose items have ids.

    New items of one id are one: ids are made of an item's words.
    """
    joining = _Joining(ItemTree(old), ItemTree(now), ItemTree(said))
    value = joining.mapping("", (), old, now, said)
    return Joined(value, joining.clashes)


class _Joining:
    def __init__(self, old: ItemTree, now: ItemTree, said: ItemTree) -> None:
        self.old, self.now, self.said = old, now, said
        self.clashes: list[Clash] = []
        self.places = self._places(self._staying())
        self.children: dict[Where, list[str]] = {}
        for where in dict.fromkeys(self.places.values()):
            self.children[where] = self._ordered(where)

    def _staying(self) -> set[str]:
        """Give the ids that there are in the end, with all that they stand below."""
        staying: set[str] = set()
        for name in {**self.now.items, **self.said.items}:
            in_now, in_said, was = name in self.now.items, name in self.said.items, name in self.old.items
            if was and not in_said and self.now.own(name) != self.old.own(name):
                self.clashes.append(Clash("kept", name, "", self.now.own(name)))
            elif was and not in_now and self.said.own(name) != self.old.own(name):
                self.clashes.append(Clash("back", name, "", None, self.said.own(name)))
            elif was and not (in_now and in_said):
                continue
            staying.add(name)
        for name in list(staying):
            while (name := self._where(name)[0]) and name not in staying:
                staying.add(name)
        return staying

    def _where(self, name: str) -> Where:
        """Tell below what an item stands: where Word moved it, else where the file has it."""
        was, now, said = (tree.where.get(name) for tree in (self.old, self.now, self.said))
        return next(where for where in ((said if said != was else None), now, said) if where)

    def _places(self, staying: set[str]) -> dict[str, Where]:
        places = {name: self._where(name) for tree in (self.now, self.said) for name in tree.items if name in staying}
        for name in places:
            above, seen = places[name][0], {name}
            while above and above not in seen:
                seen.add(above)
                above = places[above][0]
            if above:  # each side put one of two items below the other
                places.update({inner: self.now.where[inner] for inner in seen if inner in self.now.where})
        return places

    def _ordered(self, where: Where) -> list[str]:
        here = {name for name, place in self.places.items() if place == where}
        orders = [
            [name for name in tree.order.get(where, ()) if name in here] for tree in (self.old, self.now, self.said)
        ]
        order, torn = in_one_order(*orders)
        if torn:
            self.clashes.append(Clash("order", where[0], where[1][-1]))
        return order

    def mapping(
        self,
        name: str,
        within: tuple[str, ...],
        old: Mapping[str, Any],
        now: Mapping[str, Any],
        said: Mapping[str, Any],
    ) -> dict[str, Any]:
        """Join the fields of the plan, of an item or of what holds items, with the items below it."""
        joined: dict[str, Any] = {}
        for key in in_one_order(list(old), list(now), list(said))[0]:
            values = [side.get(key, ABSENT) for side in (old, now, said)]
            below = self.children.get((name, (*within, key)), [])
            if below or any(holds_items(key, value) for value in values):
                if below:
                    joined[key] = [self._item(child) for child in below]
            elif key in WITHIN and any(isinstance(value, Mapping) for value in values):
                joined |= self._held(name, within, key, values)
            else:
                value = (
                    values[1] if key in NUMBERED and not name else self._value(name, ".".join((*within, key)), *values)
                )
                if value is not ABSENT:
                    joined[key] = value
        return joined

    def _held(self, name: str, within: tuple[str, ...], key: str, values: Sequence[Any]) -> dict[str, Any]:
        """Join what holds items beside fields of its own; it goes with its last item where a side took it out."""
        at = (*within, key)
        filled = any(
            self.children.get(where) for where in self.children if where[0] == name and where[1][: len(at)] == at
        )
        if not filled and values[0] is not ABSENT and ABSENT in values[1:]:
            return {}
        return {key: self.mapping(name, at, *({} if value is ABSENT else value for value in values))}

    def _item(self, name: str) -> dict[str, Any]:
        old, now, said = (tree.items.get(name) for tree in (self.old, self.now, self.said))
        if now is None or said is None:
            # One side alone has it: with its own fields, whatever the other made of what stood there before.
            now = said = now or said
            old = now
        return self.mapping(name, (), old or {}, now or {}, said or {})

    def _value(self, name: str, key: str, old: Any, now: Any, said: Any) -> Any:
        if said == old or now == said:
            return now
        if now == old:
            return said
        values = (old, now, said)
        if all(isinstance(value, str) for value in values):
            words = woven(_WORD.findall(old), _WORD.findall(now), _WORD.findall(said), _BETWEEN)
            if words is not None:
                self.clashes.append(Clash("joined", name, key, now, "".join(words)))
                return "".join(words)
        elif all(isinstance(value, Mapping) for value in values):
            parts = {part: [value.get(part, ABSENT) for value in values] for part in {**old, **now, **said}}
            inner = {part: self._value(name, f"{key}.{part}", *sides) for part, sides in parts.items()}
            return {part: value for part, value in inner.items() if value is not ABSENT}
        elif all(isinstance(value, list) for value in values):
            entries = woven(old, now, said)
            if entries is not None:
                return entries
            if len(old) == len(now) == len(said):
                return [self._value(name, key, *sides) for sides in zip(*values, strict=True)]
        readings = [None if value is ABSENT else value for value in (now, said)]
        self.clashes.append(Clash("kept" if said is ABSENT else "changed", name, key, *readings))
        return now if said is ABSENT else said


def woven(old: Sequence[Any], now: Sequence[Any], said: Sequence[Any], between: int = 0) -> list[Any] | None:
    """Join two changes of a sequence; None where they meet: with fewer than ``between`` same entries between them."""
    steps = {side: set(_steps(old, words)) for side, words in (("now", now), ("said", said))}
    joined: list[Any] = []
    at, before = 0, ""
    for step in sorted(steps["now"] | steps["said"]):
        side = "both" if step in steps["now"] & steps["said"] else "now" if step in steps["now"] else "said"
        meets = before and side not in ("both", before) and step.start - at < between
        if step.start < at or meets:
            return None
        joined += [*old[at : step.start], *step.new]
        at, before = step.end, side
    return [*joined, *old[at:]]


@dataclass(frozen=True, order=True)
class _Step:
    """Entries of a sequence, from one up to another, that others stand in the place of."""

    start: int
    end: int
    shown: str
    new: tuple[Any, ...] = field(compare=False)


def _steps(old: Sequence[Any], new: Sequence[Any]) -> Iterator[_Step]:
    """Give what becomes of which entries of a sequence."""
    signs = [repr(entry) for entry in old], [repr(entry) for entry in new]
    for tag, start, end, first, last in SequenceMatcher(None, *signs, autojunk=False).get_opcodes():
        if tag != "equal":
            yield _Step(start, end, "\0".join(signs[1][first:last]), tuple(new[first:last]))


def in_one_order(old: Sequence[str], now: Sequence[str], said: Sequence[str]) -> tuple[list[str], bool]:
    """Put the names of two sides in one order, and tell whether both moved the same name, each elsewhere.

    What ``said`` moved or has alone stands behind the name that it stands behind there; all else is as in ``now``.
    """
    here = _moved(old, said)
    item_names = {name for name in said if name in here or name not in now}
    ordered = [name for name in now if name not in item_names]
    for number, name in enumerate(said):
        if name in item_names:
            above = next((other for other in reversed(said[:number]) if other in ordered), None)
            ordered.insert(0 if above is None else ordered.index(above) + 1, name)
    common = set(now) & set(said)
    same = [name for name in now if name in common] == [name for name in said if name in common]
    return ordered, not same and bool(here & _moved(old, now))


def _moved(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """Give the names that stand elsewhere among those of both."""
    first, second = ([name for name in side if name in other] for side, other in ((old, set(new)), (new, set(old))))
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    return set(first) - {name for block in blocks for name in first[block.a : block.a + block.size]}
