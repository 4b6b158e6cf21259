"""Citations by the table of cases: dotted numbers, laws by name and number, lookalike letters, points."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from corpus import table

from kehoach.wording.citations import find_citations
from kehoach.wording.letters import bare, comparable

CASES = table(Path(__file__).parent / "citations.cases.yaml")


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_citation_is_read_as_meant(case: dict[str, Any]) -> None:
    """Type, number, symbol, name, date, point and slip are all as they must be, and nothing else is a citation."""
    found = [
        {
            key: value
            for key, value in (
                ("type", c.type),
                ("number", c.number),
                ("symbol", c.symbol),
                ("name", c.name),
                ("date", c.issued.isoformat() if c.issued else ""),
                ("point", c.point),
                ("slip", c.slip),
            )
            if value or key in ("type", "number", "symbol")
        }
        for c in find_citations(case["text"])
    ]
    assert found == case["expect"]
    for citation in find_citations(case["text"]):
        assert case["text"][citation.start : citation.end] == citation.text


@pytest.mark.parametrize("letter", "ÐƉĐ")
def test_letters_that_stand_for_another_are_folded(letter: str) -> None:
    """Search and comparison take a lookalike for the letter that it stands for."""
    assert bare(f"{letter}ắk Lắk").lower() == "dak lak"
    assert comparable(f"{letter}ề") == comparable("đề")
