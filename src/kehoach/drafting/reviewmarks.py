"""Marks that a draft carries until a person has looked: ``# CẦN XEM: …`` in a YAML file."""

from __future__ import annotations

import re
from typing import Any

from kehoach.files.planplaces import value_at
from kehoach.files.yamlcomments import Remarks, comments, remarks
from kehoach.model.place import Place

MARK = "CẦN XEM:"

_QUOTED = re.compile(r"\A(?:ký hiệu |người ban hành )?“([^”]+)”(?::| không còn| là của )")
_PERIOD = re.compile(r"\Agiai đoạn ([0-9]{4}\s*[-–]\s*[0-9]{4}) đã hết")
_FILLED = (("điền số khi", "number"), ("điền ngày ban hành", "date"), ("điền họ tên người ký", "name"))
_DECISION = "điền số và ngày của quyết định"
_BLANK = re.compile(r"số\s*/|ngày\s*(?:/|tháng|…)|…", re.IGNORECASE)
"""A number or day that is still to be written in the line that names the decision."""


def review_marks(text: str) -> list[tuple[int, str]]:
    """Find the marks in a YAML text: 1-based line and what is to be looked at; words in values do not count."""
    if MARK not in text:
        return []
    numbered = ((line, comment.lstrip("# ")) for line, comment in comments(text))
    return [(line, mark.removeprefix(MARK).strip()) for line, mark in numbered if mark.startswith(MARK)]


def is_done(mark: str, value: Any) -> bool:
    """Tell whether a mark speaks of what its place no longer says: a blank that is filled, words that are gone."""
    for opening, key in _FILLED:
        if mark.startswith(opening):
            return bool(value.get(key) if isinstance(value, dict) else value)
    if mark.startswith(_DECISION) and isinstance(value, str):
        return not _BLANK.search(value)
    for pattern in (_QUOTED, _PERIOD):
        match = pattern.match(mark)
        if match and isinstance(value, str):
            return match[1] not in value
    return False


def open_marks(text: str, value: Any) -> list[tuple[int, str]]:
    """Find the marks that are not done yet; ``value`` is what the text says."""
    marks = review_marks(text)
    if not marks:
        return []
    done_marks = _done_marks(remarks(text), value)
    return [(line, mark) for line, mark in marks if not _take(done_marks, mark)]


def marks_by_place(text: str, value: Any) -> dict[Place, tuple[str, ...]]:
    """Give the marks that are not done yet, in small letters, by the place that each stands above."""
    if not review_marks(text):
        return {}
    opened = {mark for _, mark in open_marks(text, value)}
    groups = ((place, tuple(map(_mark_of_comment, group))) for place, group in remarks(text).above.items())
    return {place: tuple(mark.lower() for mark in group if mark in opened) for place, group in groups}


def places_of_marks(text: str) -> dict[str, list[Place]]:
    """Give the places above which each mark stands, in the order of the file."""
    places: dict[str, list[Place]] = {}
    for place, group in remarks(text).above.items():
        for comment in group:
            places.setdefault(_mark_of_comment(comment), []).append(place)
    return places


def _mark_of_comment(comment: str) -> str:
    return comment.lstrip("# ").removeprefix(MARK).strip()


def without_done(text: str, value: Any) -> str:
    """Take the lines of marks that are done out of a text; all else stays as it is."""
    still_open = {line for line, _ in open_marks(text, value)}
    done_lines = {line for line, _ in review_marks(text)} - still_open
    return "".join(row for number, row in enumerate(text.splitlines(True), 1) if number not in done_lines)


def _done_marks(comments: Remarks, value: Any) -> list[str]:
    """Give the texts of the marks that are done, as often as they are; one that stands open elsewhere is not."""
    texts = [
        (_mark_of_comment(comment), place)
        for place, group in comments.above.items()
        for comment in group
        if comment.lstrip("# ").startswith(MARK)
    ]
    states: dict[str, list[bool]] = {}
    for text, place in texts:
        states.setdefault(text, []).append(is_done(text, _value(value, place)))
    return [text for text, all_done in states.items() if all(all_done) for _ in all_done]


def _take(marks: list[str], mark: str) -> bool:
    if mark in marks:
        marks.remove(mark)
        return True
    return False


def _value(value: Any, place: Place) -> Any:
    try:
        return value_at(value, place)
    except (KeyError, IndexError, TypeError):
        return None
