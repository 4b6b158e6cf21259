"""Which provision of one plan is which of the other.

Hand-set ``continues`` and equal ids come first. The rest is one global assignment over likeness of content, with
parents and children as evidence; labels and positions do not count, because of 100 equal labels of two years about 31
carry different provisions. What is left over is looked up inside other provisions: split off from one, or merged into
one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from rapidfuzz.distance import Indel

from kehoach.comparison.assignment import best_pairs
from kehoach.comparison.likeness import Matrix, Texts, likeness
from kehoach.comparison.nodes import ComparedNode
from kehoach.comparison.otherforms import LABELLED, in_other_form, labelled_parts
from kehoach.comparison.pairing import Pair

PAIR_LIKENESS = 0.42
"""Likeness, context included, from which two provisions without a common id are taken as one."""
SAME = 6
"""Fewest words of two provisions that are taken as one because all their words are the same."""
PARENT = 0.10
"""What paired parents add to the likeness of two provisions."""
CHILDREN = 0.45
"""What paired children add, if all are paired: a heading over the same provisions is the same, whatever it says."""
OWN_LIKENESS = 0.12
"""Likeness of their own words that two provisions need at least, unless all their children are paired."""
PART_SHARE = 0.62
"""Share of a left-over provision's words that must stand in another one to be split from or merged into it."""
PART_WORDS = 6
"""Fewest words that a split or merged part must have in common with the whole."""

_BY_CHANCE = 0.75
"""Likeness of words below which an equal id is doubted, if the very words stand elsewhere."""

GAINED = 3
"""Fewest words that a provision has beyond its partner for another one to be told within it."""
GAINED_SHARE = 0.7
"""Share of these words that must stand in the other one."""
TOLD = 0.55
"""Share of the other one's words that the provision must say."""
WHOLLY, GAINED_SHARE_OF_WHOLE = 0.9, 0.5
"""Share from which all of the other one is said, so that the provision may say more besides."""


Continued = Callable[[str], str]


def _item(target: str) -> str:
    return target.rpartition("#")[2]


def align(
    old: Sequence[ComparedNode],
    new: Sequence[ComparedNode],
    *,
    use_ids: bool = True,
    continued: Continued = _item,
    continues: Continued = _item,
) -> list[Pair]:
    """Pair the nodes of two plans: each appears at least once; extra pairs are splits and merges.

    ``continued`` gives the old item that an entry of a new item's ``continues`` names, empty where it speaks of
    another plan; ``continues`` the new item that an old one's entry names, when plans are compared backwards.
    """
    pairs: list[Pair] = []
    extra: list[Pair] = []
    if use_ids:
        pairs, extra = _by_identity(old, new, continued, continues)
        pairs = _by_words_rather(old, new, pairs)
    pairs += in_other_form(old, new, [*pairs, *_anchors(old, new, pairs)])
    extra += labelled_parts(old, new, pairs)
    lines = {p.old for p in extra if p.by == LABELLED}, {p.new for p in extra if p.by == LABELLED}
    for group in dict.fromkeys(node.group for node in (*old, *new)):
        paired = [p for p in pairs if old[p.old].group == group]
        left, right = ([n for n in side if n.group == group and (n.index not in gone or n.index in paired_lines)]
                       for side, gone, paired_lines in ((old, lines[0], {p.old for p in pairs}),
                                                (new, lines[1], {p.new for p in pairs})))  # fmt: skip
        pairs += _by_content(left, right, paired)
    extra += labelled_parts(old, new, pairs, extra)
    taken_old, taken_new = {p.old for p in pairs}, {p.new for p in pairs}
    whole, parts = _wholes(_parts(old, new, pairs, extra), taken_old, taken_new)
    pairs += whole
    extra += parts
    linked_old = taken_old | {p.old for p in extra}
    linked_new = taken_new | {p.new for p in extra}
    pairs += extra
    pairs += [Pair(node.index, -1) for node in old if node.index not in linked_old]
    pairs += [Pair(-1, node.index) for node in new if node.index not in linked_new]
    return pairs


def _by_identity(
    old: Sequence[ComparedNode], new: Sequence[ComparedNode], continued: Continued, continues: Continued
) -> tuple[list[Pair], list[Pair]]:
    """Pair by equal keys; ``continues`` gives a pair where the id is gone, a split or merge where it stays."""
    by_key = {(n.group, n.key): n.index for n in old if n.key}
    pairs = [Pair(by_key[n.group, n.key], n.index, by="id") for n in new if n.key and (n.group, n.key) in by_key]
    paired_old, paired_new = {p.old for p in pairs}, {p.new for p in pairs}
    extra: list[Pair] = []
    by_new_key = {(n.group, n.key): n.index for n in new if n.key}
    index_pairs: list[tuple[int | None, int | None]] = [
        (by_key.get((n.group, continued(target))), n.index) for n in new for target in n.continues
    ]
    index_pairs += [(n.index, by_new_key.get((n.group, continues(target)))) for n in old for target in n.continues]
    for a, b in dict.fromkeys(index_pairs):
        if a is None or b is None or Pair(a, b, by="id") in pairs:
            continue
        if a not in paired_old and b not in paired_new:
            pairs.append(Pair(a, b, by="continues"))
            paired_old.add(a)
            paired_new.add(b)
        else:
            extra.append(Pair(a, b, "merge" if b in paired_new else "split", "continues"))
    return pairs, extra


def _by_words_rather(old: Sequence[ComparedNode], new: Sequence[ComparedNode], pairs: Sequence[Pair]) -> list[Pair]:
    """Give up equal ids of texts that have next to nothing in common, where the words of one are all another's.

    An importer names items by their first words, so that the ids of two plans can be the same by chance.
    """
    doubtful = [p for p in pairs if p.by == "id" and _differ(old[p.old].words, new[p.new].words)]
    if not doubtful:
        return [*pairs]
    same = _anchors(old, new, [p for p in pairs if p not in doubtful])
    paired = {p.old for p in same}, {p.new for p in same}
    return [*(p for p in pairs if p not in doubtful or not (p.old in paired[0] or p.new in paired[1])), *same]


def _differ(words: Sequence[str], others: Sequence[str]) -> bool:
    return bool(words and others) and Indel.normalized_similarity(words, others) < _BY_CHANCE


def _by_content(old: Sequence[ComparedNode], new: Sequence[ComparedNode], paired: Sequence[Pair]) -> list[Pair]:
    """Assign the nodes of one group that have no partner yet, all at once, so that the total likeness is largest."""
    same = _anchors(old, new, paired)
    paired = [*paired, *same]
    paired_old, paired_new = {p.old for p in paired}, {p.new for p in paired}
    left = [n for n in old if n.index not in paired_old]
    right = [n for n in new if n.index not in paired_new]
    if not left or not right:
        return same
    content = likeness(Texts([n.words for n in left]), Texts([n.words for n in right]))
    partner = {p.old: p.new for p in paired}
    score = content
    worth_around: Matrix = [[0.0] * len(right) for _ in left]
    pairs: list[tuple[int, int]] = []
    for _ in range(3):
        pairs = best_pairs(score, PAIR_LIKENESS)
        current = {**partner, **{left[r].index: right[c].index for r, c in pairs}}
        worth_around = _context(left, right, old, new, current)
        score = [[a + b for a, b in zip(*rows, strict=True)] for rows in zip(content, worth_around, strict=True)]
    enough = [(r, c) for r, c in pairs if content[r][c] > OWN_LIKENESS or worth_around[r][c] >= CHILDREN]
    return same + [Pair(left[r].index, right[c].index, likeness=content[r][c]) for r, c in enough]


def _anchors(old: Sequence[ComparedNode], new: Sequence[ComparedNode], pairs: Sequence[Pair]) -> list[Pair]:
    """Pair nodes whose words are the same and stand only once in each plan."""

    def once(nodes: Sequence[ComparedNode], paired: set[int]) -> dict[tuple[str, ...], ComparedNode]:
        counts = Counter(node.words for node in nodes)
        return {n.words: n for n in nodes if counts[n.words] == 1 and len(n.words) >= SAME and n.index not in paired}

    left, right = once(old, {p.old for p in pairs}), once(new, {p.new for p in pairs})
    return [Pair(node.index, right[words].index) for words, node in left.items() if words in right]


def _context(
    left: Sequence[ComparedNode],
    right: Sequence[ComparedNode],
    old: Sequence[ComparedNode],
    new: Sequence[ComparedNode],
    partner: Mapping[int, int],
) -> Matrix:
    """Evidence from around: paired parents, paired children."""
    above = [partner.get(a.parent, -2) if a.parent >= 0 else -1 for a in left]
    score = [[PARENT if b.parent == parent else 0.0 for b in right] for parent in above]
    children_old, children_new = _children(old), _children(new)
    parent_of = {b.index: b.parent for b in new}
    column = {b.index: i for i, b in enumerate(right)}
    for row, a in enumerate(left):
        below = children_old.get(a.index, [])
        for under, common in Counter(parent_of[partner[c]] for c in below if c in partner).items():
            if under in column:
                score[row][column[under]] += CHILDREN * common / max(len(below), len(children_new[under]))
    return score


def _children(nodes: Iterable[ComparedNode]) -> dict[int, list[int]]:
    children: dict[int, list[int]] = {}
    for node in nodes:
        if node.parent >= 0:
            children.setdefault(node.parent, []).append(node.index)
    return children


def _parts(
    old: Sequence[ComparedNode], new: Sequence[ComparedNode], pairs: Sequence[Pair], extra: Sequence[Pair]
) -> list[Pair]:
    """Look left-over nodes up inside others: words that their own partner does not account for."""
    partner_old = {p.old: p.new for p in pairs}
    partner_new = {p.new: p.old for p in pairs}
    lone_old = [n for n in old if n.index not in partner_old and n.index not in {p.old for p in extra}]
    lone_new = [n for n in new if n.index not in partner_new and n.index not in {p.new for p in extra}]
    parts: list[Pair] = []
    if lone_new:
        rest = [_leftover(n, new, partner_old.get(n.index)) for n in old]
        wholes = ((part, _whole(part, old, rest, partner_old)) for part in lone_new)
        parts += [Pair(whole, part.index, "split") for part, whole in wholes if whole is not None]
    if lone_old:
        rest = [_leftover(n, old, partner_new.get(n.index)) for n in new]
        wholes = ((part, _whole(part, new, rest, partner_new)) for part in lone_old)
        parts += [Pair(part.index, whole, "merge") for part, whole in wholes if whole is not None]
    return parts


def _wholes(parts: Sequence[Pair], taken_old: set[int], taken_new: set[int]) -> tuple[list[Pair], list[Pair]]:
    """Take the first part of a provision that is nothing else's partner for the provision itself."""
    pairs: list[Pair] = []
    rest: list[Pair] = []
    for part in parts:
        if part.old not in taken_old and part.new not in taken_new:
            taken_old.add(part.old)
            taken_new.add(part.new)
            pairs.append(Pair(part.old, part.new, likeness=part.likeness))
        elif all((part.old, part.new) != (pair.old, pair.new) for pair in pairs):
            rest.append(part)
    return pairs, rest


def _leftover(node: ComparedNode, nodes: Sequence[ComparedNode], partner: int | None) -> list[str]:
    """Give a node's words that do not stand, in order, in its partner."""
    if partner is None:
        return list(node.words)
    blocks = Indel.opcodes(list(node.words), list(nodes[partner].words))
    return [word for tag in blocks if tag.tag != "equal" for word in node.words[tag.src_start : tag.src_end]]


def _whole(
    part: ComparedNode,
    candidates: Sequence[ComparedNode],
    leftover: Sequence[Sequence[str]],
    paired: Mapping[int, int],
) -> int | None:
    """Find the node whose unaccounted words hold most of a part's words in order, or of which the part has most."""
    if len(part.words) < PART_WORDS or set(part.fields) == {"heading"}:
        return None
    best, share = None, PART_SHARE
    for node, rest in zip(candidates, leftover, strict=True):
        if node.group != part.group or len(rest) < PART_WORDS:
            continue
        common = (len(part.words) + len(rest) - Indel.distance(part.words, rest)) / 2
        if common >= PART_WORDS and common / len(part.words) > share:
            best, share = node.index, common / len(part.words)
    if best is not None:
        return best
    return max(
        (
            (gain, node.index)
            for node, rest in zip(candidates, leftover, strict=True)
            if node.group == part.group and node.index in paired and (gain := _told_within(part, node, rest))
        ),
        default=(0.0, None),
    )[1]


def _told_within(part: ComparedNode, node: ComparedNode, rest: Sequence[str]) -> float:
    """Give the share of a part's words that a node says, where what its partner lacks of it is of the part alone.

    "Kiểm tra an toàn thực phẩm và niêm yết giá tại các chợ" says what "kiểm tra niêm yết giá tại các chợ" said, in
    fewer words: those that both begin and end with stand there once.
    """
    if not GAINED <= len(rest) <= 2 * len(part.words):
        return 0.0
    gained = (len(part.words) + len(rest) - Indel.distance(part.words, list(rest))) / 2
    told: float = (len(part.words) + len(node.words) - Indel.distance(part.words, node.words)) / 2 / len(part.words)
    share = GAINED_SHARE if told < WHOLLY else GAINED_SHARE_OF_WHOLE
    return told if gained >= max(GAINED, share * len(rest)) and told >= TOLD else 0.0
