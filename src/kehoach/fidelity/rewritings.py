"""The list of rewritings: in what a plan as published may differ from its source without a word being changed.

The importer writes by them, the printed form follows from them, and the check of fidelity takes them away:

- letters: what `kehoach.wording.extractedtext` puts right, and the marks of an extraction
- white space and line breaks, a hyphen or slash at a line's end going on either way
- ornaments: rules, borders of cells, page numbers at the edge of a page, national name and motto
- capitals: words set in capitals on one side and in sentence case on the other
- labels: the same figure or letter with other marks ("1)", "01", "(1)" for "1."); the shape of a bullet; the
  number of a footnote
- moved blocks: the head, the foot and lines of them without a place of their own, footnotes
- rows of tables: a cell as a field that carries the heading of its column; paragraphs of a cell joined by semicolons
- the first letter of a title's subject, which stands on a line of its own
- blanks: number, day and month that the source leaves open
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from kehoach.wording.extractedtext import BULLET_MARKS, is_rule, without_marks
from kehoach.wording.latepatterns import late
from kehoach.wording.letters import folded, plain, squeezed
from kehoach.wording.nationalname import MOTTO, NATION, is_prescribed

CELLS = ("|", "¶")
"""What the importer writes between a table's cells and between the lines of one."""

MOVED = ("header", "nation", "number", "date", "recipients", "recipient", "signature", "signer")
"""Kinds of printed lines that belong to head or foot, whose place differs between copies."""

_PAGE = late(r"(?:[-–—]\s*)?(?:trang\s*)?[0-9]{1,3}(?:\s*[/|]\s*[0-9]{1,3})?(?:\s*[-–—])?\Z", re.IGNORECASE)
_URL_MARKS = late(r"<(https?://[^<>\s]*)>")
_DOUBLE_MARK = late(r"^\s*-\s+(?=\+\s|[a-zđ]\)\s)")
_STAR = late(r"^(\s*)\*\s+(?=\S)")
_BLANK = r"[.…_]*"
_NOTE_NUMBER, _NOTE_BEFORE = late(r"\[[0-9]+\]\Z"), late(r"(?:\[[0-9]{1,3}\])?\Z")


def source_line(line: str) -> str:
    """Leave out of one line of a source what an extraction put there."""
    line = without_marks(line)
    line = _STAR.sub(r"\1• ", line) if "*" in line else line
    line = _DOUBLE_MARK.sub("", line) if "-" in line else line
    return _URL_MARKS.sub(r"\1", line) if "<" in line else line


def is_raised(source: str, published: str) -> bool:
    """Tell whether letters alike but for case are set in capitals on one side.

    A name that is never all in capitals (IoT, TTg) stays what it is on both sides.
    """
    if source.isupper() or published.isupper():
        return True
    small = [at for at, letter in enumerate(source) if letter.islower()]
    return 6 * len(small) <= len(source) and all(source[at] == published[at] for at in small)


def is_page_number(line: str) -> bool:
    """Tell whether a line holds a page number and nothing else."""
    return bool(_PAGE.match(line.strip()))


class HeadWords:
    """What stands in a head beside the words of the plan: national name, motto, and on an attached plan the bodies.

    A name too wide for its column is broken anywhere, with words of the other column between.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._whole = sorted(map(plain, (NATION, MOTTO, *names)), key=len, reverse=True)
        self._owed = ""

    def takes(self, text: str) -> bool:
        """Tell whether a stretch of a head holds nothing else; what it leaves of a name, the next may hold."""
        letters, owed = plain(text), self._owed
        while letters:
            name = next((name for name in self._whole if name and letters.startswith(name)), "")
            if owed and letters.startswith(owed):
                name, owed = owed, ""
            elif not name and owed.startswith(letters):
                name, owed = letters, owed[len(letters) :]
            elif not name:
                name, owed = self._begun(letters)
            if not name:
                return False
            letters = letters[len(name) :]
        self._owed = owed
        return True

    def _begun(self, text: str) -> tuple[str, str]:
        """Part a name that a text begins with, with more than a third of its letters, from the rest of it."""
        for name in self._whole:
            same = next(
                (i for i, (a, b) in enumerate(zip(name, text, strict=False)) if a != b), min(len(name), len(text))
            )
            if 3 * same > len(name):
                return name[:same], name[same:]
        return "", ""


def is_ornament(text: str) -> bool:
    """Tell whether a stretch of a source holds no letter and no figure, or only what the printed form sets anyway."""
    return not re.search(r"[^\W_]", text) or is_rule(text) or is_prescribed(text)


def label_length(label: str, before: str) -> int | None:
    """Give how many letters at the end of ``before`` stand for a printed label; None where it is not there.

    ``before`` is what a source has right before the label's words, folded and without white space.
    """
    if _NOTE_NUMBER.match(label):
        return len(before) - len(_NOTE_BEFORE.sub("", before))
    core = _core(label)
    if not core:
        return len(before) - len(before.rstrip(BULLET_MARKS))
    # Looked at by hand from its end: a plan has hundreds of labels, each of which would be a pattern to compile.
    rest = before[:-1] if before.endswith(_MARKS) else before
    for _ in range(2):
        rest = rest[:-1] if rest.endswith(_CLOSING) else rest
    if not rest.endswith(core):
        return None
    rest = rest.removesuffix(core).removesuffix("0").removesuffix("0")
    rest = rest[:-1] if rest.endswith(_OPENING) else rest
    return len(before) - len(rest.rstrip(BULLET_MARKS))


_MARKS, _OPENING, _CLOSING = tuple(BULLET_MARKS), ("(", "["), (".", ")", ":", "/", "]")


@lru_cache(maxsize=4096)
def _core(label: str) -> str:
    """Give figures and letters of a label, with the points within, as a source is folded."""
    return folded("".join(re.findall(r"[^\W_.]+|(?<=\w)\.(?=\w)", label)))


def number_parts(printed: str) -> tuple[str, str]:
    """Part a printed line "Số: 12/KH-UBND" or "Số 21-KH/ĐU" into number and symbol."""
    match = re.match(r"Số:?\s*([^/-]*)[/-](.*)", printed)
    return (match[1].strip(), match[2]) if match else ("", printed)


@lru_cache(maxsize=512)
def number_pattern(number: str | None, symbol: str) -> re.Pattern[str]:
    """Match the line of a document's number in a source, whose own figure is group ``n``."""
    return re.compile(
        rf"\(?s(?:[^\W\d_]6?|6)[.:]?{_BLANK}(?P<n>[0-9]{{1,6}}[a-zđ]?)?{_BLANK}[/–-]{re.escape(folded(squeezed(symbol)))}\)?"
    )


@lru_cache(maxsize=512)
def date_pattern(place: str) -> re.Pattern[str]:
    """Match the line of place and date in a source; its figures are groups ``d``, ``m`` and ``y``."""
    pattern = re.escape(folded(squeezed(place))) if re.search(r"\w", place) else r"[^,:;/]{0,40}"
    return re.compile(
        rf"{pattern},{_BLANK}ng[aà]y{_BLANK}(?P<d>[0-9]{{1,2}})?{_BLANK}th[aá]ng{_BLANK}(?P<m>[0-9]{{1,2}})?{_BLANK}"
        rf"n[aă]m{_BLANK}(?P<y>[0-9]{{4}})?{_BLANK}"
    )


def cell_words(lines: Iterable[str]) -> frozenset[str]:
    """Give the cells of all tables of a source, squeezed and folded: any of them may be a column's heading."""
    words_of_cells: set[str] = set()
    for line in lines:
        if "|" in line or "\t" in line:
            for cell in re.split(r"[|\t]", line):
                words_of_cells.add(folded(squeezed(cell)))
                if "¶" in cell:
                    words_of_cells.add(folded(squeezed(cell.replace("¶", " "))))
    return frozenset(words_of_cells - {""})
