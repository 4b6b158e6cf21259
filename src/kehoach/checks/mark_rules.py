"""The rule for marks: a draft's ``# CẦN XEM: …`` comments are listed until they are gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kehoach.checks.checkedplan import CheckedPlan
from kehoach.drafting.reviewmarks import open_marks, places_of_marks
from kehoach.files.problems import Problem
from kehoach.model.place import Place


def problems(checked: CheckedPlan) -> Iterator[Problem]:
    """Find the marks that nobody has resolved yet; one whose place no longer says what it speaks of is resolved."""
    loaded = checked.loaded
    marks = open_marks(loaded.text, loaded.value)
    if not marks:
        return
    printed = {line.place: line.path for line in reversed(checked.linked.lines) if line.path}
    places = places_of_marks(loaded.text)
    for line, mark in marks:
        # The same words stand above several places, in the order of the file.
        place = next(iter(places.get(mark, ())), ())
        del places.get(mark, [])[:1]
        yield Problem("KH320", loaded.file, line, "", mark, printed.get(place) or _of_facts(printed, place))


def _of_facts(printed: Mapping[Place, str], place: Place) -> str:
    """Give the path of the item whose facts a place is among; empty for any other place."""
    item = place[: place.index("facts")] if "facts" in place else ()
    return next((path for at, path in printed.items() if item and at[:-1] == item), "")
