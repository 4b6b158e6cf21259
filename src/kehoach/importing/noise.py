"""What stands in a source but is no content: hidden characters, Markdown marks, page numbers, stray addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from kehoach.importing.contents import contents_lines
from kehoach.importing.model import Removed, SourceLine, SourceTable
from kehoach.wording.extractedtext import is_rule, normalized, without_marks
from kehoach.wording.latepatterns import late
from kehoach.wording.letters import bare

BREAK = late("\r\n|[\n\r\x0b\x1c-\x1e\x85\u2028\u2029]")
"""Ends of lines; a form feed is kept as the mark of a new page."""

_PAGE = late(r"(?:[-–—]\s*)?(?:trang\s+)?([0-9]{1,3})(?:\s*[/|]\s*[0-9]{1,3})?(?:\s*[-–—])?\Z", re.IGNORECASE)
_NUMBERED = late(r"\A(?:trang|page) #(?: ?/ ?#)?\b|\b(?:trang|page) #(?: ?/ ?#)?\Z")
"""What a page's number leaves of a running head or foot."""
_PAGE_LENGTH = 600
_URL = late(r"https?://\S{3,2000}\Z|www\.\S{3,2000}\Z")


def split_lines(text: str) -> list[SourceLine]:
    """Cut a text into numbered lines, counting empty ones and form feeds away."""
    lines: list[SourceLine] = []
    gap, page = 0, False
    for number, raw in enumerate(BREAK.split(text), 1):
        page = page or "\f" in raw
        if not raw.strip():
            gap += 1
            continue
        lines.append(SourceLine(number, raw.replace("\f", " "), page=page, gap=gap))
        gap, page = 0, False
    return lines


def without_noise(parts: Sequence[SourceLine | SourceTable]) -> tuple[list[SourceLine | SourceTable], list[Removed]]:
    """Clean all lines and take out those that are no content."""
    cleaned: list[SourceLine | SourceTable] = []
    for part in parts:
        if isinstance(part, SourceLine):
            text = without_marks(normalized(part.text)).rstrip()
            cleaned.append(part if text == part.text else replace(part, text=text))
        else:
            rows = (replace(row, cells=tuple(map(_cell, row.cells))) for row in part.rows)
            cleaned.append(replace(part, rows=tuple(rows)))
    lines = [part for part in cleaned if isinstance(part, SourceLine)]
    reasons = {**_page_numbers(lines), **_stray_addresses(lines), **_repeated(lines), **contents_lines(lines)}
    content: list[SourceLine | SourceTable] = []
    removed: list[Removed] = []
    gap, page = 0, False
    for part in cleaned:
        if isinstance(part, SourceTable):
            content.append(part)
            continue
        reason = reasons.get(part.number)
        if reason or not part.text.strip() or is_rule(part.text):
            if reason:
                removed.append(Removed(part.number, part.text.strip(), reason))
            gap += part.gap + (0 if reason else 1)
            page = page or part.page or bool(reason)
            continue
        moved = gap or (page and not part.page)
        content.append(replace(part, gap=part.gap + gap, page=part.page or page) if moved else part)
        gap, page = 0, False
    return content, removed


def _cell(text: str) -> str:
    lines = (without_marks(normalized(line)) for line in BREAK.split(text))
    return "\n".join(line.strip() for line in lines if line.strip())


def _page_numbers(lines: Sequence[SourceLine]) -> dict[int, str]:
    """Find page numbers: figures alone on a line that open a page, part a sentence, or stand a page apart."""
    candidates = [(i, int(m[1])) for i, line in enumerate(lines) if (m := _PAGE.match(line.text.strip()))]
    before = [0, *accumulate(len(line.text) for line in lines)]
    numbers: dict[int, str] = {}
    for position, (index, number) in enumerate(candidates):
        line = lines[index]
        neighbours = [candidates[at][0] for at in (position - 1, position + 1) if 0 <= at < len(candidates)]
        alone = line.gap > 0 and (index + 1 == len(lines) or lines[index + 1].gap > 0)
        far = all(abs(before[i] - before[index]) >= _PAGE_LENGTH for i in neighbours)
        counts = alone and far and number <= 2 + before[index] // _PAGE_LENGTH
        opens = line.page or (index + 1 < len(lines) and lines[index + 1].page)
        says_page = "trang" in line.text.lower()
        if not line.whole and (counts or opens or says_page or _inside_sentence(lines, index)):
            numbers[line.number] = "Số trang."
    return numbers


def _inside_sentence(lines: Sequence[SourceLine], index: int) -> bool:
    if not 0 < index < len(lines) - 1:
        return False
    before, after = lines[index - 1].text.rstrip(), lines[index + 1].text.lstrip()
    return bool(before) and before[-1].isalnum() and after[:1].islower() and lines[index].gap + lines[index + 1].gap > 0


def _stray_addresses(lines: Sequence[SourceLine]) -> dict[int, str]:
    """Find addresses alone on a line whose words are printed elsewhere: link targets that an extraction let fall."""
    alone = {line.number: line.text.strip() for line in lines if _URL.match(line.text.strip())}
    if not alone:
        return {}
    rest = "\n".join(line.text for line in lines if line.number not in alone)
    bodies = {number: re.sub(r"\Ahttps?://(?:www\.)?|/\Z", "", url) for number, url in alone.items()}
    return {
        number: "Địa chỉ liên kết rơi ra khi trích chữ; chữ của liên kết có ở chỗ khác."
        for number, body in bodies.items()
        if body and body in rest
    }


def _repeated(lines: Sequence[SourceLine]) -> dict[int, str]:
    """Find running heads and feet: one short line at the same edge of at least three pages, or with a page's number."""
    if not any(line.page for line in lines):
        return {}
    edges = [line for i, line in enumerate(lines) if line.page or i + 1 == len(lines) or lines[i + 1].page]
    keys = {line.number: re.sub(r"[0-9]+", "#", bare(line.text).strip().lower()) for line in edges}
    counts = Counter(keys.values())
    common = {
        key
        for key, count in counts.items()
        if count >= (2 if _NUMBERED.search(key) else 3) and 3 < len(key) < 120 and not key.startswith(("-", "+"))
    }
    return {number: "Dòng đầu hoặc cuối trang lặp lại." for number, key in keys.items() if key in common}
