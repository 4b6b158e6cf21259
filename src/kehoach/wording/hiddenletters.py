"""Letters that no reader sees or that a terminal obeys: which they are, and how a message shows them."""

from __future__ import annotations

from kehoach.wording.latepatterns import late

_RANGES = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ud800-\udfff\ue000-\uf8ff\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e0fff"
)
HIDDEN = late(f"[{_RANGES}]")
"""One of them: controls (tab and LF apart), zero width, bidirectional, fillers, private use."""


def visible(text: str) -> str:
    """Write what a terminal would obey or hide as its code point, for messages that quote a file."""
    # The breaks apart: a second pattern with them in it would take a millisecond to compile in every process.
    escaped = HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return escaped.replace("\n", "\\u000a").replace("\t", "\\u0009")
