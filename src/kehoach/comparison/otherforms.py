"""Which duties are one where one plan says in a sentence what the other says in fields, or in lines with labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kehoach.comparison.model import Change
from kehoach.comparison.nodes import ComparedNode
from kehoach.comparison.pairing import Pair
from kehoach.comparison.writtenout import in_fields, told_in_prose, written_out
from kehoach.model.fields import BY_KEY, labelled

LABELLED = "label"
"""By what a line with a label is paired with the duty that said it in its sentence."""


def in_other_form(old: Sequence[ComparedNode], new: Sequence[ComparedNode], pairs: Sequence[Pair]) -> list[Pair]:
    """Pair what has no partner yet where one side has in fields or labelled lines what the other says in a sentence."""
    left, right = _left_over(old, {pair.old for pair in pairs}), _left_over(new, {pair.new for pair in pairs})
    fielded = [[node for node in side if in_fields(node)] for side in (left, right)]
    worths = [(told_in_prose(a, b), a.index, b.index) for a in fielded[0] for b in right if not in_fields(b)]
    worths += [(told_in_prose(b, a), a.index, b.index) for b in fielded[1] for a in left if not in_fields(a)]
    paired: list[Pair] = []
    for share, a, b in sorted(worths, reverse=True):
        if share and all(a != p.old and b != p.new for p in paired):
            paired.append(Pair(a, b, likeness=share))
    return paired


def _left_over(nodes: Sequence[ComparedNode], taken: set[int]) -> list[ComparedNode]:
    """Give the provisions without a partner, each with the labelled lines that are of it."""
    lines = _lines(nodes, taken)
    alone = (node for node in nodes if node.group == "provision" and node.index not in taken and not is_labelled(node))
    return [with_labelled(node, lines.get(node.index, ())) for node in alone]


def labelled_parts(
    old: Sequence[ComparedNode], new: Sequence[ComparedNode], pairs: Sequence[Pair], extra: Sequence[Pair] = ()
) -> list[Pair]:
    """Pair provisions that are only a label with its words, below or behind a duty, with what the duty was.

    "Phối hợp: Hội Nông dân xã" on a line of its own is a part of the duty before it, where the other plan says in one
    sentence who does it with whom and when. A line that no sentence of the other plan says anything of is a new one.
    """
    parts: list[Pair] = []
    for kind, own, other, side in (("split", new, old, 1), ("merge", old, new, 0)):
        paired = {(p.old, p.new)[side] for p in (*pairs, *extra)}
        partner = {(p.old, p.new)[side]: (p.old, p.new)[1 - side] for p in pairs}
        for whole, lines in _lines(own, paired).items():
            there = partner.get(whole, -1)
            if there >= 0 and written_out(other[there], with_labelled(own[whole], lines)):
                ends = ((there, line.index) if side else (line.index, there) for line in lines)
                parts += (Pair(*end, kind, LABELLED) for end in ends)
    return parts


def _lines(nodes: Sequence[ComparedNode], taken: set[int]) -> dict[int, list[ComparedNode]]:
    """Give the labelled lines without a partner by the node that they are of."""
    lines: dict[int, list[ComparedNode]] = {}
    for node, whole in _labelled(nodes, taken):
        lines.setdefault(whole, []).append(node)
    return lines


def _labelled(nodes: Sequence[ComparedNode], taken: set[int]) -> Iterator[tuple[ComparedNode, int]]:
    """Give each line with a label that has no partner, and the node that it is of."""
    whole = -1
    for node in nodes:
        if not is_labelled(node):
            whole = node.index
        elif whole >= 0 and node.index not in taken and node.parent in (whole, nodes[whole].parent):
            yield node, whole


def is_labelled(node: ComparedNode) -> bool:
    """Whether a provision is a label of a duty's field and its words, and nothing else."""
    return node.group == "provision" and set(node.fields) == {"text"} and labelled(node.fields["text"])[0] in BY_KEY


def with_labelled(node: ComparedNode, lines: Sequence[ComparedNode]) -> ComparedNode:
    """Give a duty with what stands in lines with labels as its fields."""
    if not lines:
        return node
    fields, mentions = dict(node.fields), dict(node.mentions)
    for line in lines:
        kind, start = labelled(line.fields["text"])
        value = line.fields["text"][start:].strip()
        fields[kind] = f"{fields[kind]}\n{value}" if kind in fields else value
        mentions[kind] = (*mentions.get(kind, ()), *line.mentions.get("text", ()))
    return replace(node, fields=fields, mentions=mentions)


def as_fields(change: Change) -> tuple[ComparedNode, ComparedNode] | None:
    """Give both sides of a duty that one says in fields or labelled lines and the other in a sentence, else None."""
    a, b = change.old, change.new
    if a is None or b is None or change.relation != "pair":
        return None
    a = with_labelled(a, [node for node in change.took if is_labelled(node)])
    b = with_labelled(b, [node for node in change.gave if is_labelled(node)])
    return (a, b) if written_out(a, b) else None
