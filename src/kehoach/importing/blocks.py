"""Lines to paragraphs: hard wraps and page breaks inside sentences are undone, nothing else.

Three habits are told apart by counting: one line a paragraph; lines wrapped, paragraphs apart by empty lines;
lines wrapped with an empty line after each of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kehoach.importing.labels import ARTICLE, BULLET_STYLES, SECTION
from kehoach.importing.layout import Layout, ends, layout_of
from kehoach.importing.medium import TYPED, Medium
from kehoach.importing.model import Block, SourceLine, SourceParagraph, SourceTable
from kehoach.importing.phrases import head
from kehoach.meaning.bodynouns import HEAD
from kehoach.wording.casing import is_capitals
from kehoach.wording.latepatterns import late

_OPENERS = ("Nơi nhận", "Căn cứ", "Theo đề nghị", "Xét đề nghị", "Xét tờ trình", "Trên đây là", "Kính gửi")
_ATTACHED = late(r"\(\s?(?:ban hanh )?kem theo")
_FUNCTION_WORDS = late(
    r"(?:và|của|các|những|với|về|trong|trên|tại|theo|do|cho|đến|từ|để|là|bằng|ở|hoặc|được|bởi|thuộc|số|khoản|điểm|điều"
    r"|cùng|như|một|mỗi|mọi|sang|giữa|qua|nhằm|gồm|ngày|tháng|năm)\Z"
)
_SPEAKS_OF_NUMBER = late(r"(?:khoản|điểm|điều|mục|số|tháng|ngày|năm|quý|phần|tại|từ|đến|và|giai|đoạn)\Z")
_PURSUES = late(r"Thực hiện (?:\w+ ){1,4}số\s?[0-9]")
_ENACTMENT = late(rf"{HEAD}\b.{{0,100}}?\b(?:ban hành|xây dựng|triển khai|lập)\b")
_FULL = 0.9
_WRAPPED = 160
_COLUMNS = late(r"\s{3,}|\t+|\s\|\s|\s?\|\Z")
_COLUMN_MARKS = ("   ", "\t", "|")
_LABEL_ALONE = late(r"(?:[-+•–]|[0-9]{1,2}[.)]|[IVX]{1,4}\.|[a-zđ]\))\Z")


def paragraphs(parts: Sequence[SourceLine | SourceTable], medium: Medium = TYPED) -> list[Block]:
    """Join lines to paragraphs; tables stay where they are."""
    layout = layout_of([part for part in parts if isinstance(part, SourceLine)])
    blocks: list[Block] = []
    current: list[SourceLine] = []
    zone = _Zone(medium)
    for part in parts:
        if isinstance(part, SourceTable):
            _close(current, blocks)
            blocks.append(part)
            continue
        loose = zone.holds(part)
        if current and not loose and continues(current, part, layout, medium):
            current.append(part)
        else:
            _close(current, blocks)
            current.append(part)
        if loose:
            _close(current, blocks)
    _close(current, blocks)
    return blocks


class _Zone:
    """Follows where lines stand for themselves: in the list of recipients and the signature beside it."""

    def __init__(self, medium: Medium) -> None:
        self.medium = medium
        self.inside = False

    def holds(self, line: SourceLine) -> bool:
        text = line.text.strip()
        if self.medium.opens(text, "Nơi nhận"):
            self.inside = True
        elif self.inside:
            labels = self.medium.labels(text)
            numbered = any(label.style not in BULLET_STYLES for label in labels)
            capitals = is_capitals(text) and self.medium.opens_any(
                text, ("Kế hoạch", "Chương trình", "Đề án", "Phương án")
            )
            if numbered or capitals or len(text) > 250:
                self.inside = False
        return self.inside


def continues(current: Sequence[SourceLine], line: SourceLine, layout: Layout, medium: Medium = TYPED) -> bool:
    """Tell whether a line goes on with the paragraph that some lines have begun: the first rule that knows decides."""
    if line.whole or current[-1].whole:
        return False
    pair = _Pair(current, line, layout, medium, current[-1].text.strip(), line.text.strip())
    return next(answer for rule in _RULES if (answer := rule(pair)) is not None)


@dataclass(frozen=True)
class _Pair:
    """The lines of a paragraph so far, and the next one; ``before`` and ``after`` are the words that meet."""

    current: Sequence[SourceLine]
    line: SourceLine
    layout: Layout
    medium: Medium
    before: str
    after: str

    @property
    def parted(self) -> bool:
        """Whether an empty line that parts paragraphs stands between."""
        return self.layout.blanks_part and self.line.gap > 0 and not self.line.page


def _behind_label_alone(pair: _Pair) -> bool | None:
    alone = len(pair.current) == 1 and _LABEL_ALONE.match(pair.before)
    return not pair.medium.labels(pair.after) if alone else None


def _opening(pair: _Pair) -> bool | None:
    begins = _begins(pair.before, pair.after, pair.medium)
    return False if begins or _enacts(pair.current, pair.before, pair.after, pair.medium) else None


def _span_of_years(pair: _Pair) -> bool | None:
    return True if _spans(pair.before, pair.after) else None


def _capitals(pair: _Pair) -> bool | None:
    before, after = is_capitals(pair.before), is_capitals(pair.after)
    if before != after and len(pair.after.split()) > 1 and len(pair.before.split()) > 1:
        return False
    return _capitals_go_on(pair.current, pair.line, pair.layout, pair.medium) if before and after else None


def _behind_an_end(pair: _Pair) -> bool | None:
    before, after = pair.before, pair.after
    if not ends(before):
        return None
    # A list goes on with a label, so that small letters behind a semicolon are the same sentence.
    least = _FULL - 0.15 if before.endswith(";") and after[0].islower() else _FULL
    full = pair.layout.wrapped and pair.layout.fullness(before, after) >= least
    return full and not pair.parted and len(before) > 40 and not before.endswith("./.")


def _small_letter(pair: _Pair) -> bool | None:
    if not pair.after[0].islower():
        return None
    short = not pair.layout.wrapped and len(pair.before) < 30 and pair.medium.labels(pair.before)
    return not short or _unfinished(pair.before)


def _side_by_side(pair: _Pair) -> bool | None:
    return False if _COLUMNS.search(pair.before) or _COLUMNS.search(pair.after) else None


def _wrapped(pair: _Pair) -> bool | None:
    layout = pair.layout
    close = layout.spaced and pair.line.gap == 0 and layout.width <= _WRAPPED
    if (layout.wrapped and not pair.parted) or close:
        return _score(pair.current, pair.before, pair.after, layout, pair.medium) >= 0
    return None


def _figure_behind_long_line(pair: _Pair) -> bool | None:
    return True if pair.after[0].isdigit() and pair.line.gap == 0 and len(pair.before) > 60 else None


def _open_end(pair: _Pair) -> bool:
    return _unfinished(pair.before) and (len(pair.before) > 60 or not pair.before.endswith(","))


_RULES: tuple[Callable[[_Pair], bool | None], ...] = (
    _behind_label_alone,
    _opening,
    _span_of_years,
    _capitals,
    _behind_an_end,
    _small_letter,
    _side_by_side,
    _wrapped,
    _figure_behind_long_line,
    _open_end,
)
"""What is known of a line and the one before it, in this order; None where a rule knows nothing."""


def _begins(before: str, after: str, medium: Medium) -> bool:
    """Tell whether a line opens a paragraph by its own words."""
    if medium.opens_any(after, _OPENERS) and (ends(before) or not before[-1:].isalnum() or len(before) < 60):
        return True
    if _ATTACHED.match(head(after)) or (_PURSUES.match(after) and not _unfinished(before)):
        return True
    labels = medium.labels(after)
    if not labels:
        return False
    if any(label.style in (ARTICLE, SECTION) for label in labels):
        return bool(ends(before)) or not _SPEAKS_OF_NUMBER.match(before.split()[-1].lower())
    unfinished = not ends(before)
    if labels[0].style in BULLET_STYLES:
        within = unfinished and before.count("“") > before.count("”")
        return not within and not _spans(before, after)
    if any(label.number > 40 for label in labels):
        return False
    if not any(label.style in ("1", "1.1") for label in labels):
        return True
    last = before.split()[-1].lower() if before else ""
    return not (unfinished and len(before) > 40 and _SPEAKS_OF_NUMBER.match(last))


def _enacts(current: Sequence[SourceLine], before: str, after: str, medium: Medium) -> bool:
    """Tell whether the last căn cứ ends here, with whatever mark, and who issues the plan says so next."""
    first = current[0].text.strip().lstrip("-–+• ")
    return before.endswith((",", ";", ".")) and medium.opens(first, "Căn cứ") and bool(_ENACTMENT.match(after))


def _spans(before: str, after: str) -> bool:
    """Tell whether a dash at the start of a line stands between two years or amounts, not before an item."""
    return before[-1:].isdigit() and bool(re.match(r"[-–]\s?[0-9]{1,4}\b", after))


def _capitals_go_on(current: Sequence[SourceLine], line: SourceLine, layout: Layout, medium: Medium) -> bool:
    """Tell whether a line of capitals is the rest of a labelled heading of capitals."""
    first, before = current[0].text.strip(), current[-1].text.strip()
    labels = medium.labels(first)
    alone = len(current) == 1 and any(label.style == SECTION for label in labels) and len(first) < 15
    if not labels or ends(before) or alone:
        return False
    return line.gap == 0 or (
        layout.wrapped and not layout.blanks_part and layout.fullness(before, line.text.strip()) >= 0.8
    )


def _unfinished(before: str) -> bool:
    """Tell whether a line cannot be the end of a paragraph."""
    last = before.rsplit(" ", 1)[-1]
    return (
        bool(_FUNCTION_WORDS.match(last.lower()))
        or before.endswith((",", " -", " –", "(", "“"))
        or _HYPHENED.search(before[-2:]) is not None
    )


_HYPHENED = late(r"[0-9A-ZĐ]-\Z")


def _score(current: Sequence[SourceLine], before: str, after: str, layout: Layout, medium: Medium) -> float:
    """Weigh whether a wrapped line without a stop goes on in a line with a capital; from 0 it does."""
    words = after.split(" ", 2)
    ratio = layout.fullness(before, after)
    score = 2.0 if ratio >= _FULL else 0.0 if ratio >= _FULL - 0.08 else -1.5
    first = current[0].text.strip()
    score += len(current) > 1
    score += 2 * medium.opens_any(first, ("Căn cứ", "Thực hiện", "Theo đề nghị", "Xét đề nghị"))
    score += 3 * (_unfinished(before) or before.count("“") > before.count("”") or before.count("(") > before.count(")"))
    score += (len(words[0]) > 1 and words[0].isupper()) or after[0].isdigit()
    score += 0.5 * (len(words) > 1 and words[1][:1].isupper())
    score -= 0.5 * before.endswith(("”", ")", '"'))
    return score - (len(current) == 1 and bool(medium.labels(first)))


def _close(current: list[SourceLine], blocks: list[Block]) -> None:
    """Make a paragraph of the lines gathered, and start anew."""
    if not current:
        return
    first = current[0]
    opening = first.text.strip()
    pieces = [opening]
    for line in current[1:]:
        rest = line.text.strip()
        hyphened = _HYPHENED.search(pieces[-1][-2:]) and rest[:1].isalnum()
        pieces.append(rest if hyphened else f" {rest}")
    text = "".join(pieces)
    # To look for columns at every space of every paragraph takes longer than all else that is done here.
    parted = len(current) == 1 and any(mark in opening for mark in _COLUMN_MARKS)
    columns = tuple(filter(None, (part.strip() for part in _COLUMNS.split(opening)))) if parted else ()
    blocks.append(
        SourceParagraph(
            " ".join(text.split()),
            first.number,
            first.gap,
            first.page,
            columns if len(columns) > 1 else (),
        )
    )
    current.clear()
