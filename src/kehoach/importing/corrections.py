"""What was taken out of a source as corrections of the plan, so that the check of fidelity knows why it is gone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from kehoach.importing.model import Removed
from kehoach.importing.noise import BREAK
from kehoach.model.fromdata import plan_from
from kehoach.model.printed import Line, lines
from kehoach.wording.letters import nfc

_MOST_WORDS = 14
_BLOCKS = {"header": "header", "nation": "header", "number": "header", "date": "header", "signer": "signature"}


def corrections(source: str, removed: Iterable[Removed], data: Mapping[str, Any]) -> list[dict[str, str]]:
    """Give a correction for each thing removed, with as many words before it as make it the only such place."""
    rows = [nfc(row) for row in BREAK.split(source)]
    whole = _squeezed(" ".join(rows))
    printed = [line for line in lines(plan_from("a/b/2000", data)) if line.words]
    found: list[dict[str, str]] = []
    for part in removed:
        if not 0 < part.line <= len(rows) or part.text not in rows[part.line - 1]:
            continue
        before = _words_before(rows, part)
        for count in range(len(before) + 1):
            context = before[len(before) - count :]
            if whole.count(_squeezed(" ".join([*context, part.text]))) == 1:
                found.append(_correction(part, context, printed))
                break
    return found


def _squeezed(text: str) -> str:
    return re.sub(r"[\s*]+", "", text)


def _words_before(rows: list[str], part: Removed) -> list[str]:
    """Gather the last words before something removed, over the lines before it."""
    row = rows[part.line - 1]
    words = row[: row.index(part.text)].split()
    number = part.line - 2
    while len(words) < _MOST_WORDS and number >= 0:
        words = rows[number].split() + words
        number -= 1
    return words[-_MOST_WORDS:]


def _correction(part: Removed, context: list[str], printed: list[Line]) -> dict[str, str]:
    published = " ".join(context)
    place = _squeezed(published)
    at = next((_name(line) for line in printed if place and place in _squeezed(line.text)), _name(printed[0]))
    source = " ".join([*context, part.text])
    return {"at": at, "source": source, "published": published, "reason": part.reason, "certainty": "likely"}


def _name(line: Line) -> str:
    return line.item.id if line.item else line.path or _BLOCKS.get(line.kind, "title")
