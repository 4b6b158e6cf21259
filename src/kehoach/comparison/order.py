"""In what order changes are told, and which provisions moved."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.comparison.nodes import ComparedNode
from kehoach.comparison.pairing import Pair


def in_order(pairs: Sequence[Pair]) -> list[Pair]:
    """Sort by the new plan's order; a removal follows what stood before it in the old plan."""
    place = {p.old: p.new for p in pairs if p.old >= 0 and p.new >= 0 and p.kind == "pair"}
    at = -1.0
    sort_keys: dict[Pair, tuple[float, int, int]] = {}
    for pair in sorted((p for p in pairs if p.old >= 0), key=lambda p: (p.old, p.kind != "pair")):
        if pair.old in place:
            at = place[pair.old]
        sort_keys[pair] = (pair.new, 0, pair.old) if pair.new >= 0 else (at, 1, pair.old)
    for pair in pairs:
        sort_keys.setdefault(pair, (pair.new, 0, -1))
    return sorted(pairs, key=lambda p: (*sort_keys[p][:2], p.kind != "pair", sort_keys[p][2]))


def moved(before: Sequence[ComparedNode], after: Sequence[ComparedNode], pairs: Sequence[Pair]) -> set[Pair]:
    """Find pairs under another parent, or out of order among the pairs of their parent.

    Of several ways to explain an order the one with the fewest moves counts, then the one that moves the
    fewest words: insertion and removal around a provision only renumber it.
    """
    real = [p for p in pairs if p.kind == "pair" and p.old >= 0 and p.new >= 0]
    partner = {p.old: p.new for p in real}
    weights = _weights(before)
    displaced = set()
    families: dict[tuple[str, int], list[Pair]] = {}
    for pair in sorted(real, key=lambda p: p.new):
        a, b = before[pair.old], after[pair.new]
        if a.group != "provision":
            continue
        above = partner.get(a.parent, -2) if a.parent >= 0 else -1
        if above != b.parent:
            displaced.add(pair)
        else:
            families.setdefault((b.group, b.parent), []).append(pair)
    for family in families.values():
        steady = _steady([p.old for p in family], weights)
        displaced.update(p for p in family if p.old not in steady)
    return displaced


def _weights(nodes: Sequence[ComparedNode]) -> list[int]:
    """Count the words of each node and of all below it."""
    weights = [len(node.words) + 1 for node in nodes]
    for node in reversed(nodes):
        if node.parent >= 0:
            weights[node.parent] += weights[node.index]
    return weights


def _steady(values: Sequence[int], weights: Sequence[int]) -> set[int]:
    """Give the longest rising subsequence, of equally long ones the heaviest."""
    if list(values) == sorted(values):
        return set(values)
    best: list[tuple[int, int]] = []
    back: list[int] = []
    for at, value in enumerate(values):
        before = max((i for i in range(at) if values[i] < value), key=lambda i: best[i], default=-1)
        length, weight = best[before] if before >= 0 else (0, 0)
        best.append((length + 1, weight + weights[value]))
        back.append(before)
    at = max(range(len(values)), key=lambda i: best[i])
    steady = set()
    while at >= 0:
        steady.add(values[at])
        at = back[at]
    return steady
