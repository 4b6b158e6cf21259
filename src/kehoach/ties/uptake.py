"""How far a provision of one body's plan stands in a plan of another body.

Plans of two bodies share no ids and seldom an order, one upper provision may be taken up in several places and
one lower provision may take up several, so the assignment of the diff does not fit. Every upper item is weighed
against every lower one by words alone; labels and positions do not count.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from kehoach.diff.align import Matrix, likeness
from kehoach.diff.nodes import Node, Vocabulary, nodes
from kehoach.fabric import LinkedPlan

TAKEN = 0.24
"""Weight from which an item is taken up, by the lower item that this one weighs most for."""
SHARED = 0.42
"""Weight from which a lower item takes up a second upper item, when another one weighs more for it."""
CONTAINED = 0.4
"""Part of the weight that phrases of the shorter text found in the longer one make up; the rest is likeness."""
HEADINGS = 0.2
"""What like headings add: a heading says what its item is about in a few words."""
CITED = 0.1
"""What citing the same documents adds, if one text cites none that the other does not."""

Item = tuple[Node, tuple[str, ...]]
"""An item that says something, with its comparable words."""

_ABBREVIATED = re.compile(r"\s*\(([^\W_][^\s()]{1,14})\)")


def content_items(all_nodes: Sequence[Node]) -> list[Node]:
    """Give the nodes of a plan's body that say something of their own: no bare headings, no lead-in sentences."""
    parents = {node.parent for node in all_nodes}
    found = []
    for node in all_nodes:
        if node.group != "provision" or node.path.startswith("QD."):
            continue
        leads = node.index in parents and set(node.fields) <= {"heading", "text"} and "heading" in node.fields
        if leads and node.fields.get("text", ":").rstrip().endswith(":"):
            continue
        found.append(node)
    return found


def plan_items(linked: LinkedPlan, vocabulary: Vocabulary) -> list[Item]:
    """Give a plan's items that say something, each with its comparable words."""
    year = linked.plan.year
    return [(node, content_words(node, vocabulary, year)) for node in content_items(nodes(linked, vocabulary))]


def content_words(node: Node, vocabulary: Vocabulary, year: int) -> tuple[str, ...]:
    """Give the comparable words of an item, without the abbreviation in brackets behind the words it stands for."""
    text = " ".join(words for name, words in node.fields.items() if name in ("heading", "text", "method", "output"))

    def without(match: re.Match[str]) -> str:
        short = vocabulary.words(match[1], year)
        before = vocabulary.words(text[: match.start()], year)
        return "" if len(short) > 1 and before[-len(short) :] == short else match[0]

    return vocabulary.words(_ABBREVIATED.sub(without, text), year)


def weights(
    upper: Sequence[Item],
    lower: Sequence[Item],
    vocabulary: Vocabulary,
) -> Matrix:
    """Weigh every upper item (row) against every lower item (column): 1 and more where all words are shared."""
    left, right = [words for _, words in upper], [words for _, words in lower]
    result = (1 - CONTAINED) * likeness(left, right) + CONTAINED * _contained(left, right)
    weighed: Matrix = result + HEADINGS * _headings(upper, lower, vocabulary) + CITED * _cited(upper, lower)
    return weighed


def _headings(upper: Sequence[Item], lower: Sequence[Item], vocabulary: Vocabulary) -> Matrix:
    """Give the likeness of headings, 0 where an item has none."""
    shares = np.zeros((len(upper), len(lower)))
    titled = [
        [
            (index, vocabulary.words(node.fields["heading"], 0))
            for index, (node, _) in enumerate(side)
            if "heading" in node.fields
        ]
        for side in (upper, lower)
    ]
    if all(titled):
        rows, columns = ([index for index, _ in side] for side in titled)
        shares[np.ix_(rows, columns)] = likeness(*([words for _, words in side] for side in titled))
    return shares


def _cited(upper: Sequence[Item], lower: Sequence[Item]) -> Matrix:
    """Give the share of the documents that the sparser of two items cites which the other one cites too."""
    cited = [[documents(node) for node, _ in side] for side in (upper, lower)]
    shares = np.zeros((len(upper), len(lower)))
    for row, left in enumerate(cited[0]):
        for column, right in enumerate(cited[1]) if left else ():
            if right:
                shares[row, column] = len(left & right) / min(len(left), len(right))
    return shares


def documents(node: Node) -> frozenset[str]:
    """Give the documents that an item cites by number or date."""
    found = (mention for mentions in node.mentions.values() for mention in mentions)
    return frozenset(m.target for m in found if m.kind == "document" and m.citation and m.target)


def _contained(left: Sequence[Sequence[str]], right: Sequence[Sequence[str]]) -> Matrix:
    """Give the share of the shorter text's phrases of two syllables, rare ones counting more, that the longer has."""
    phrases = [[_phrases(text) for text in side] for side in (left, right)]
    counts = Counter(phrase for side in phrases for text in side for phrase in text)
    rarity = {phrase: math.log((1 + len(left) + len(right)) / (1 + count)) + 0.05 for phrase, count in counts.items()}
    shared = set[tuple[str, ...]]().union(*phrases[0]) & set[tuple[str, ...]]().union(*phrases[1])
    columns = {phrase: column for column, phrase in enumerate(sorted(shared))}
    weighed = np.array([rarity[phrase] for phrase in columns])
    present = [np.zeros((len(side), len(columns))) for side in phrases]
    for side, rows in zip(phrases, present, strict=True):
        for row, text in enumerate(side):
            rows[row, [columns[phrase] for phrase in text if phrase in columns]] = 1.0
    common = (present[0] * weighed) @ present[1].T
    totals = [np.array([sum(rarity[phrase] for phrase in text) for text in side]) for side in phrases]
    shorter = np.minimum.outer(*totals)
    result: Matrix = common / np.where(shorter == 0, 1, shorter)
    return result


def _phrases(words: Sequence[str]) -> set[tuple[str, ...]]:
    return set(pairwise(words)) or {tuple(words)}
