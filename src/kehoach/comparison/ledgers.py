"""The ledgers of both sides of a comparison: only where they are equal is it said that nothing changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kehoach.comparison.meanings import Difference
from kehoach.comparison.model import Change, Comparison
from kehoach.comparison.nodes import ComparedNode
from kehoach.comparison.signs import plain_keys
from kehoach.comparison.slips import with_slips_mended
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.ledger import LedgerReading, LedgerToken, differing
from kehoach.meaning.linetokens import read_text
from kehoach.meaning.mentions import placed

_SINCE = re.compile(r"\b(?:kể|tính) từ\b")
"""Another way of saying "từ", which alone may be read as no time."""
_NAMED = ("body", "symbol", "place", "part")
"""Kinds that are compared by their signs, in which an alias is its body and a level of communes one group."""


def beyond_signs(comparison: Comparison, old: LinkedPlan, new: LinkedPlan) -> Iterator[tuple[Change, Difference]]:
    """Give, of provisions whose words changed, the words of meaning that stand in one of the two ledgers alone.

    The years of the two plans are one year: a day of last year's plan is the same day of this year's. What is told of
    last year's plan has its own year, as printed.
    """
    for change in comparison.changes:
        if not (change.old and change.new and change.fields):
            continue
        before = _reading(change.old, change.new, old.plan.year, new.plan.year)
        after = _reading(change.new, change.old, new.plan.year)
        dropped, added = (_joined(tokens) for tokens in differing(before, after))
        if dropped != added and plain_keys(dropped, new.plan.year) != plain_keys(added, new.plan.year):
            printed = " ".join(change.old.fields.values())
            own = dropped.replace(str(new.plan.year), str(old.plan.year))
            yield change, Difference("unread", own if own in printed else dropped, added)


def _reading(node: ComparedNode, other: ComparedNode, year: int, as_of: int = 0) -> LedgerReading:
    tokens: list[LedgerToken] = []
    for name, printed in node.fields.items():
        words = with_slips_mended(printed, other.fields.get(name, ""))[0]
        if as_of and as_of != year:
            words = words.replace(str(year), str(as_of))
        words = _SINCE.sub("từ", words)
        reading = read_text(words, placed(words, node.mentions.get(name, ())), as_of or year)
        tokens += (token for token in reading.tokens if token.fate != "ignored" and token.kind not in _NAMED)
    return LedgerReading(node.path, tuple(tokens))


def _joined(tokens: Sequence[LedgerToken]) -> str:
    return "; ".join(dict.fromkeys(" ".join(token.text.split()) for token in tokens))
