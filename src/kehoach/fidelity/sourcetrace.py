"""Word for word: the published text against the source it was taken from.

Only what the list of rewritings names may differ; all else must be a recorded correction. A source read by OCR is
compared word by word, folding what OCR confuses.
"""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.fidelity.departures import Departure as Departure
from kehoach.fidelity.departures import Trace as Trace
from kehoach.fidelity.lettertrace import trace_letters
from kehoach.fidelity.wordtrace import trace_words
from kehoach.model.plan import Plan
from kehoach.model.printed import Line


def trace(plan: Plan, lines: Sequence[Line], source: str) -> Trace:
    """Lay the printed lines of a plan along its source text."""
    if plan.source and plan.source.medium == "ocr":
        return trace_words(plan.corrections, lines, source)
    return trace_letters(plan.corrections, lines, source)
