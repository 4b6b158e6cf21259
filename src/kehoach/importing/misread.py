"""Labels and numbers of documents that recognition misread: "IH." for "III.", "l." for "1.", "76NQ-CP" for "76/NQ-CP".

A label is put right only where it is the next one of a list by its shape; each is a correction of the plan. Of a
quarter nothing tells how many strokes were printed: it is left as it was read, and named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kehoach.importing.labels import ARTICLE, Label, read_labels
from kehoach.importing.medium import RECOGNISED, Medium
from kehoach.importing.model import Block, Note, SourceParagraph
from kehoach.model.line import Line
from kehoach.wording.labels import ordinal
from kehoach.wording.latepatterns import late
from kehoach.wording.letters import squeezed

_LISTS = ("I", "1", "a")
"""Styles of numbers from the outer to the inner; a new outer one begins the inner ones anew."""

_MISREAD = late(r"(?P<before>(?:Điều|Diéu|Điêu)\s+)?(?P<token>[^\W_]{1,4}|[|!])(?P<end>[.)/]?)\s+(?=\S)")
# A year that a symbol was run into has lost no slash: "năm 2025KH-UBND".
_SLASH_LOST = late(
    r"(?P<number>[0-9](?<![\w/.-].)(?<![Nn]ăm .)(?<!NĂM .)[0-9]{0,4})"
    r"(?P<symbol>(?:NQ|QĐ|NĐ|KH|CT|TT|BC|CV|TTr|HD|KL|TB|CTr)[-–][A-ZĐ]\w*)"
)
_SHAPES = str.maketrans(
    {
        **dict.fromkeys("I1|!iL", "l"),
        "H": "ll",
        "O": "0",
        "o": "0",
        "S": "5",
        "s": "5",
        "B": "8",
        "Z": "2",
        "V": "v",
        "ø": "g",
    }
)
_MOST_WORDS = 40
_QUARTER = late(r"\b[Qq]u[yý]\s+(?P<number>[IVHTFLJYÍÌÏỊ|!l1]{1,4})(?!\w)")
"""A quarter by its Roman number, or by what recognition makes of one: H for II, HI for III, TV for IV."""
_QUARTERS = frozenset(("I", "II", "III", "IV", "1"))
_MOST_PLACES = 12


@dataclass(frozen=True)
class Slip:
    """What recognition read on a line, and what is meant."""

    line: int
    read: str
    meant: str


def put_right(blocks: Sequence[Block], medium: Medium = RECOGNISED) -> tuple[list[Block], list[Slip]]:
    """Put numbers that lost their slash right, and labels that recognition misread, each with what was read."""
    lists: dict[str, int] = {}
    out: list[Block] = []
    slips: list[Slip] = []
    for block in blocks:
        if isinstance(block, SourceParagraph):
            text = _with_label(block.text, lists) if medium.recognised else block.text
            if text != block.text:
                slips.append(Slip(block.line, block.text.split()[_at(block.text)], text.split()[_at(text)]))
            lost = [Slip(block.line, m[0], f"{m['number']}/{m['symbol']}") for m in _SLASH_LOST.finditer(text)]
            if lost:
                text = _SLASH_LOST.sub(r"\g<number>/\g<symbol>", text)
                columns = tuple(_SLASH_LOST.sub(r"\g<number>/\g<symbol>", column) for column in block.columns)
                block = replace(block, columns=columns)
            slips += lost
            block = replace(block, text=text) if text != block.text else block
        out.append(block)
    return out, slips


def doubtful_quarters(text: str) -> Iterator[Note]:
    """Name quarters of a recognised text that are none, and, in one note, those that may have lost a stroke."""
    two = []
    for match in _QUARTER.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        if match["number"] == "II":
            two.append(line)
        elif match["number"] not in _QUARTERS:
            yield Note(line, f"“{' '.join(match[0].split())}” không phải một quý; đối chiếu số La Mã với bản quét.")
    if two:
        lines = ", ".join(map(str, dict.fromkeys(two[:_MOST_PLACES]))) + (", …" if len(two) > _MOST_PLACES else "")
        yield Note(two[0], f"Nhận dạng hay đọc quý III thành quý II; đối chiếu với bản quét ở dòng {lines}.")


def _at(text: str) -> int:
    """Give which word of a text is its label: behind "Điều" the second."""
    return 1 if text[:1] in "ĐD" and len(text.split()[0]) == 4 else 0


def _with_label(text: str, lists: dict[str, int]) -> str:
    """Give a text with the label that the lists ask for; ``lists`` holds the last number of each and is kept up."""
    label = next((label for label in read_labels(text, True) if _fits(label, lists)), None)
    if label is not None:
        _count(label.style, label.number, lists)
        return text
    match = _MISREAD.match(text)
    if match is None:
        return text
    for style in (ARTICLE,) if match["before"] else reversed(_LISTS):
        name = _name(style, lists.get(style, 0) + 1)
        if _may_follow(style, lists.get(style, 0) + 1, match, lists) and _reads_as(match, style, name):
            _count(style, lists.get(style, 0) + 1, lists)
            rest = text[match.end("token") :]
            return text[: match.start("token")] + name + (rest if match["end"] else f".{rest}")
    return text


def _reads_as(match: re.Match[str], style: str, name: str) -> bool:
    """Tell whether recognition can have made a token of a label; before a heading in capitals a stroke may be lost."""
    read, meant = _shape(match["token"]), _shape(name)
    heading = style == "I" and _capitals_follow(match)
    return (read == meant and (bool(match["end"]) or heading)) or (heading and f"{read}l" == meant)


def _capitals_follow(match: re.Match[str]) -> bool:
    return match.string[match.end() :][:8].isupper()


def _may_follow(style: str, number: int, match: re.Match[str], lists: dict[str, int]) -> bool:
    """Tell whether a list can go on here, or begin: "Điều L.", or "l." before small letters where no letters stand."""
    if number > 1 or style == ARTICLE:
        return True
    begins = match["token"] in ("l", "|", "!", "I") and not _capitals_follow(match)
    return style == "1" and begins and "a" not in lists


def _fits(label: Label, lists: dict[str, int]) -> bool:
    return label.style in (*_LISTS, ARTICLE) and label.number in (1, lists.get(label.style, 0) + 1)


def _count(style: str, number: int, lists: dict[str, int]) -> None:
    lists[style] = number
    if style in _LISTS:
        for inner in _LISTS[_LISTS.index(style) + 1 :]:
            lists.pop(inner, None)


def _name(style: str, number: int) -> str:
    return str(number) if style == ARTICLE else ordinal(style, number)


def _shape(token: str) -> str:
    return token.translate(_SHAPES)


def slip_corrections(source: str, slips: Iterable[Slip], printed: Sequence[Line]) -> Iterator[dict[str, str]]:
    """Give a correction for each slip, with as many of the words behind it as make it the only such place."""
    slips = list(slips)
    if not slips:
        return
    rows = [row.split() for row in source.split("\n")]
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row))
    words = [word for row in rows for word in row]
    whole = squeezed("".join(words))
    for slip in slips:
        first = next((n for n in range(starts[slip.line - 1], len(words)) if slip.read in words[n]), None)
        last = _unique(words, whole, first) if first is not None else None
        if first is None or last is None:
            continue
        words_there = words[first:last]
        meant = [words_there[0].replace(slip.read, slip.meant, 1), *words_there[1:]]
        behind = squeezed("".join(words_there[1:6]))
        at = next((line for line in printed if line.item and behind and behind in squeezed(line.text)), None)
        yield {
            "at": at.item.id if at is not None and at.item else "title",
            "source": " ".join(words_there),
            "published": " ".join(meant),
            "reason": f"Nguồn ghi “{slip.read}”; theo thứ tự và khuôn dạng là “{slip.meant}”.",
            "certainty": "likely",
        }


def _unique(words: Sequence[str], whole: str, first: int) -> int | None:
    for last in range(first + 2, min(first + _MOST_WORDS, len(words)) + 1):
        if whole.count(squeezed("".join(words[first:last]))) == 1:
            return last
    return None
