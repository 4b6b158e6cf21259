"""A plan as plain text, in printed order with its labels."""

from __future__ import annotations

from collections.abc import Sequence

from kehoach.model.printed import Line

_CLOSE_TOGETHER = {
    ("recipients", "recipient"),
    ("recipient", "recipient"),
    ("signature", "signature"),
    ("type", "subject"),
}


def to_text(lines: Sequence[Line]) -> str:
    """Write one paragraph a printed line, blank lines between them except within lists of recipients and titles."""
    out = ""
    previous = ""
    for line in lines:
        if out:
            out += "\n" if (previous, line.kind) in _CLOSE_TOGETHER else "\n\n"
        out += line.text
        previous = line.kind
    return out + "\n"
