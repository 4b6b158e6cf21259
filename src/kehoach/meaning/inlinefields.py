"""Fields within a sentence: "… (Chủ trì: Sở Nội vụ; phối hợp: Sở Tư pháp; thời gian: quý II)."."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kehoach.meaning.mentions import Mention, Party
from kehoach.meaning.parties import parties
from kehoach.model.fields import LONGEST, label_kind
from kehoach.wording.latepatterns import late
from kehoach.wording.letters import CAPITAL

_LABEL = re.compile(rf"(?<=[.;(,\[])\s*(?:[-–+•]\s+)?(?P<label>[^\W\d_][^.;:(),\[\]]{{1,{LONGEST - 2}}}?)\s*:\s+(?=\S)")
_SENTENCE = re.compile(rf"\.\s+(?={CAPITAL})|[)\]]")
_OPENS = re.compile(r"(?:[(\[]|[;.]\s)\s*(?:[Gg]iao\s+)?\Z")
_DONE = late(r"[(\[]([^()\[\]:;]{2,80}?)\s+thực hiện(?=[,;)\]])", needs="thực hiện")
_LEADS = re.compile(r"\s+chủ trì\b")


def inline_fields(text: str) -> Mapping[str, tuple[int, int]]:
    """Give the fields that a sentence names after its beginning: by kind, where the words behind the label stand."""
    if ":" not in text:
        return {}
    labels = [(match, kind) for match in _LABEL.finditer(text) if (kind := label_kind(match["label"]))]
    spans: dict[str, tuple[int, int]] = {}
    for number, (match, kind) in enumerate(labels):
        end = labels[number + 1][0].start() if number + 1 < len(labels) else len(text)
        if stop := _SENTENCE.search(text, match.end(), end):
            end = stop.start()
        words = text[match.end() : end].rstrip(" .;,([")
        if words:
            spans.setdefault(kind, (match.end(), match.end() + len(words)))
    return spans


def leading_within(text: str, mentions: Sequence[Mention]) -> tuple[Party, ...]:
    """Read the bodies that are said to lead in brackets or in a clause of their own: "… (Sở Nội vụ chủ trì; …)".

    In brackets also those that do it: "(PC06 thực hiện, trước ngày 20/3)".
    """
    if done := _DONE.search(text):
        inside = [m for m in mentions if done.start(1) <= m.start and m.end <= done.end(1)]
        moved = [replace(m, start=m.start - done.start(1), end=m.end - done.start(1)) for m in inside]
        return parties(done[1], moved)
    if "chủ trì" not in text:
        return ()
    return tuple(
        Party(mention.text, mention.target)
        for mention in mentions
        if mention.kind == "unit" and _LEADS.match(text, mention.end) and _OPENS.search(text, 0, mention.start)
    )
