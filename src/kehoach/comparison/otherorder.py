"""The same words in another order: whether that changes nothing, as in a list or where a time is said first or last."""

from __future__ import annotations

import re

from kehoach.comparison.signs import SignText
from kehoach.comparison.slots import Range, Sign

_LISTS = re.compile(r"(?:\b(?:về|của|gồm|như|tại|trong|các|cho)|:)\s*\Z")
"""What a list of things follows, none of which comes before another."""
_SHORT = 6
"""Most signs of one of several things that are listed in any order."""
_ELEMENT = re.compile(r"[,;]|\bvà\b")


def same_in_other_order(old: SignText, new: SignText, old_run: Range, new_run: Range) -> bool:
    """Whether words stand in another order only as a time said first or last, or as a list said otherwise."""
    without = [[s.key for s in text.signs if not _of_time(text, s)] for text in (old, new)]
    if without[0] == without[1]:
        return True
    runs = (old, old_run), (new, new_run)
    listed = [_elements(text, run) for text, run in runs]
    if len(listed[0]) < 2 or sorted(listed[0]) != sorted(listed[1]):
        return False
    return any(all(is_list(text, run) for text, run in runs) for is_list in (_is_led_in, _is_of_names, _of_short_words))


def _is_led_in(text: SignText, run: Range) -> bool:
    """Whether the word stands before a run that a list follows."""
    return bool(_LISTS.search(text.words[: text.signs[run[0]].start]))


def _is_of_names(text: SignText, run: Range) -> bool:
    return all(text.words[sign.start].isupper() for sign in text.signs[slice(*run)])


def _of_short_words(text: SignText, run: Range) -> bool:
    """Whether a run lists things of a few plain words, with commas or "và" alone between: "theo dõi, đôn đốc"."""
    signs = text.signs[slice(*run)]
    start, end = signs[0].start, signs[-1].end
    plain = all(sign.key[0].isalpha() for sign in signs) and not re.search(r"[;.:()\n]", text.words[start:end])
    meant = any(span.slot not in ("role", "place") and span.start < end and start < span.end for span in text.spans)
    return plain and not meant and all(0 < len(element) <= _SHORT for element in _elements(text, run))


def same_but_for_conditions(old: SignText, new: SignText) -> bool:
    """Whether one condition of one sentence only stands at another place of it: first or last."""
    if any(re.search(r"[.;\n]\s", text.words.strip()) for text in (old, new)):
        return False
    parts = [_parted(text) for text in (old, new)]
    return bool(parts[0][0]) and parts[0] == parts[1]


def _parted(text: SignText) -> tuple[list[str], list[str]]:
    """Give the keys of a text's condition, and those of the rest; no condition where there are several."""
    spans = [span for span in text.spans if span.slot == "condition"]
    if len(spans) != 1:
        return [], []
    inside = [s.key for s in text.signs if spans[0].start <= s.start < spans[0].end]
    return inside, [s.key for s in text.signs if not spans[0].start <= s.start < spans[0].end]


def _of_time(text: SignText, sign: Sign) -> bool:
    return any(span.slot == "time" and span.start <= sign.start < span.end for span in text.spans)


def _elements(text: SignText, run: Range) -> list[tuple[str, ...]]:
    """Cut a run of signs into the elements of a list: at commas, semicolons and "và"."""
    elements: list[list[str]] = [[]]
    last = None
    for sign in text.signs[slice(*run)]:
        if last is not None and _ELEMENT.search(text.words, last.end, sign.start):
            elements.append([])
        elements[-1].append(sign.key)
        last = sign
    return [tuple(element) for element in elements]
