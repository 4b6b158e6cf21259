"""Marks that a draft carries until a person has looked: ``# CẦN XEM: …`` in a YAML file."""

from __future__ import annotations

from kehoach.writing.yamlcomments import comments

MARK = "CẦN XEM:"


def review_marks(text: str) -> list[tuple[int, str]]:
    """Find the marks in a YAML text: 1-based line and what is to be looked at; words in values do not count."""
    if MARK not in text:
        return []
    found = ((line, comment.lstrip("# ")) for line, comment in comments(text))
    return [(line, said.removeprefix(MARK).strip()) for line, said in found if said.startswith(MARK)]
