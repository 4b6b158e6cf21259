"""How far a provision of one body's plan stands in a plan of another body.

Plans of two bodies share no ids and seldom an order, one upper provision may be taken up in several places and
one lower provision may take up several, so the assignment of the diff does not fit. Every upper item is weighed
against every lower one by words alone; labels and positions do not count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import mul

from kehoach.comparison.likeness import Matrix, Texts, contained, likeness
from kehoach.comparison.nodes import CONTENT, ComparedNode, Vocabulary
from kehoach.meaning.fabric import LinkedPlan

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

_FACTORS = (1 - CONTAINED, CONTAINED, HEADINGS, CITED)

Item = tuple[ComparedNode, tuple[str, ...]]
"""An item that says something, with its comparable words."""


class UptakeItems:
    """A plan's items that say something, with their words and headings ready to be weighed."""

    def __init__(self, items: Sequence[Item], vocabulary: Vocabulary) -> None:
        self.items = items
        self.texts = Texts([words for _, words in items])
        self.titled = [index for index, (node, _) in enumerate(items) if "heading" in node.fields]
        self.titles = Texts([vocabulary.words(items[index][0].fields["heading"], 0) for index in self.titled])
        self.cited = [documents(node) for node, _ in items]

    def __len__(self) -> int:
        return len(self.items)


_ABBREVIATED = re.compile(r"\s*\(([^\W_][^\s()]{1,14})\)")


def content_items(all_nodes: Sequence[ComparedNode]) -> list[ComparedNode]:
    """Give the nodes of a plan's body that say something of their own: no bare headings, no lead-in sentences."""
    parents = {node.parent for node in all_nodes}
    nodes = []
    for node in all_nodes:
        if node.group != "provision" or node.path.startswith("QD."):
            continue
        leads = node.index in parents and set(node.fields) <= {"heading", "text"} and "heading" in node.fields
        if leads and node.fields.get("text", ":").rstrip().endswith(":"):
            continue
        nodes.append(node)
    return nodes


def plan_items(linked: LinkedPlan, vocabulary: Vocabulary) -> UptakeItems:
    """Give a plan's items that say something, each with its comparable words."""
    year = linked.plan.year
    items = [(node, content_words(node, vocabulary, year)) for node in content_items(vocabulary.nodes(linked))]
    return UptakeItems(items, vocabulary)


def content_words(node: ComparedNode, vocabulary: Vocabulary, year: int) -> tuple[str, ...]:
    """Give the comparable words of an item, without the abbreviation in brackets behind the words it stands for."""
    text = " ".join(words for name, words in node.fields.items() if name in CONTENT)

    def without(match: re.Match[str]) -> str:
        short = vocabulary.words(match[1], year)
        before = vocabulary.words(text[: match.start()], year)
        return "" if len(short) > 1 and before[-len(short) :] == short else match[0]

    return vocabulary.words(_ABBREVIATED.sub(without, text), year)


def weights(upper: UptakeItems, lower: UptakeItems) -> Matrix:
    """Weigh every upper item (row) against every lower item (column): 1 and more where all words are shared."""
    alike, phrases = likeness(upper.texts, lower.texts), contained(upper.texts, lower.texts)
    tables = zip(alike, phrases, _headings(upper, lower), _cited(upper, lower), strict=True)
    return [[sum(map(mul, _FACTORS, figures)) for figures in zip(*rows, strict=True)] for rows in tables]


def _zeros(upper: UptakeItems, lower: UptakeItems) -> Matrix:
    return [[0.0] * len(lower) for _ in range(len(upper))]


def _headings(upper: UptakeItems, lower: UptakeItems) -> Matrix:
    """Give the likeness of headings, 0 where an item has none."""
    shares = _zeros(upper, lower)
    for row, figures in zip(upper.titled, likeness(upper.titles, lower.titles), strict=True):
        for column, figure in zip(lower.titled, figures, strict=True):
            shares[row][column] = figure
    return shares


def _cited(upper: UptakeItems, lower: UptakeItems) -> Matrix:
    """Give the share of the documents that the sparser of two items cites which the other one cites too."""
    shares = _zeros(upper, lower)
    citing = [(column, right) for column, right in enumerate(lower.cited) if right]
    for row, left in enumerate(upper.cited):
        for column, right in citing if left else ():
            shares[row][column] = len(left & right) / min(len(left), len(right))
    return shares


def documents(node: ComparedNode) -> frozenset[str]:
    """Give the documents that an item cites by number or date."""
    return frozenset(node.named.get("document", ()))
