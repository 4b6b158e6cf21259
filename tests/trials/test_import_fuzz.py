"""No text crashes the importer, loses a word or keeps it without end; KEHOACH_FUZZ=100000 runs as many."""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from importfuzzing import faults, run, validator

SCHEMA = validator()
COUNT = int(os.environ.get("KEHOACH_FUZZ", "400"))


def test_mutated_plans() -> None:
    """Plans cut, shuffled, relabelled and strewn with odd characters give valid drafts with every word."""
    assert run(COUNT) == []


@settings(max_examples=min(COUNT, 2000), deadline=None)
@given(st.text(max_size=400))
def test_random_text(text: str) -> None:
    """Any text at all is imported."""
    assert faults(text, SCHEMA) == []


_PIECES = [
    "I. ",
    "1. ",
    "a) ",
    "- ",
    "KẾ HOẠCH",
    "Nơi nhận:",
    "Căn cứ ",
    "Điều 1. ",
    "| x | y |",
    "một",
    "Hai",
    "\n",
    "\n\n",
    ":",
    ".",
]


@settings(max_examples=min(COUNT, 2000), deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=60).map(" ".join))
def test_random_structure(text: str) -> None:
    """Labels, headings and rows in any order are imported."""
    assert faults(text, SCHEMA) == []


@pytest.mark.parametrize(
    "piece",
    [
        ".",
        "(",
        "- ",
        "1. a\n",
        "“",
        "* ",
        "| a ",
        "Cơ quan, ",
        "1.1.",
        "ngày ",
        "A B\n",
        "a     b\n",
        "\f",
        "ế",
        "e\u0302\u0301",
    ],
)
def test_repetition_ends(piece: str) -> None:
    """Patterns that would make a careless expression run for hours are done."""
    text = (piece * 60_000)[:60_000]
    lines = text.count("\n") + text.count("\f")
    assert faults(text if lines < 10_000 else text[: 60_000 * 9_000 // lines], SCHEMA) == []


@pytest.mark.parametrize("text", ["+ e\u0302*\u0301\n- Tru", "hội chợ, e\u0302*\u0301triển lãm."])
def test_past_failures(text: str) -> None:
    """A mark between a letter and its accent left letters that are not composed."""
    assert faults(text, SCHEMA) == []
