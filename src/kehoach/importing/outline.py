"""Paragraphs to a tree of labelled nodes: the sequence of labels decides what each of them means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from kehoach.importing.labels import ARTICLE, BULLET_STYLES, SECTION, SMALL_ROMAN, Label
from kehoach.importing.medium import TYPED, Medium
from kehoach.importing.model import Note
from kehoach.importing.phrases import is_short_title
from kehoach.importing.tree import OpenNode, OutlineEntry, OutlineNode, fields_of, own_fields
from kehoach.wording.casing import is_capitals

MAX_DEPTH = 10
_JUMP = 3
_OUTER = {SECTION: 0, "A": 1, "I": 2, ARTICLE: 2}
_WITHIN = {"chuong": 1, "muc": 2}
"""How far within others parts with a name stand: a "Chương" within a "Phần", a "Mục" within a "Chương"."""

_BULLET_RANK = {"*": 0, "-": 1, "+": 2}
_DOUBTFUL = 1.0


_Choice = tuple[float, int, Label]
"""How well a reading of a label fits, the place in the stack for its node, and the reading."""


def _holds(open_: OpenNode, label: Label) -> bool:
    """Tell whether an article announces parts with Roman figures: "Điều 1. Phê duyệt Kế hoạch … như sau:"."""
    return open_.label is not None and open_.label.style == ARTICLE != label.style and open_.node.announces


class SourceOutline:
    """Builds the tree; ``notes`` gathers what was doubtful."""

    def __init__(self, medium: Medium = TYPED) -> None:
        self.medium = medium
        self.root = OutlineNode(0)
        self.notes: list[Note] = []
        self._stack: list[OpenNode] = [OpenNode(self.root)]
        self._closed: dict[tuple[str, str], Label] = {}
        self._before_table = 0

    def build(self, entries: Iterable[OutlineEntry]) -> OutlineNode:
        """Place all entries in order and give the root."""
        waiting: OutlineEntry | None = None
        for entry in chain.from_iterable(map(self._apart, entries)):
            if waiting is not None:
                self._place(waiting, entry)
            waiting = entry
        if waiting is not None:
            self._place(waiting, None)
        for node in list(self.root.walk()):
            own_fields(node)
        return self.root

    def _apart(self, entry: OutlineEntry) -> list[OutlineEntry]:
        """Part a line that holds several fields, behind a bullet or none: each is a field of the duty above."""
        if entry.table is not None or entry.row or entry.text.count(":") < 2:
            return [entry]
        return fields_of(entry, self.medium.labels(entry.text) if entry.labels is None else entry.labels)

    def _place(self, entry: OutlineEntry, following: OutlineEntry | None) -> None:
        self._mind_table(entry)
        if entry.table is not None:
            self._stack[-1].node.children.append(OutlineNode(entry.line, table=entry.table, row=entry.row))
            return
        labels = self.medium.labels(entry.text) if entry.labels is None else entry.labels
        choices = [choice for label in labels if (choice := self._fit(self._adapted(label), entry))]
        if not choices:
            self._place_text(entry, following, bool(labels))
            return
        score, depth, label = max(choices, key=lambda choice: choice[:2])
        if score == _DOUBTFUL:
            self.notes.append(Note(entry.line, f"Nhãn “{label.printed}” không nối tiếp nhãn trước nó."))
        self._closed.update((open_.label.key, open_.label) for open_ in self._stack[depth:] if open_.label)
        del self._stack[depth:]
        node = OutlineNode(entry.line, label, [label.rest] if label.rest else [], row=entry.row)
        if label.style in BULLET_STYLES:
            node.field = self.medium.field(label.rest)
        self._add(node, label)

    def _add(self, node: OutlineNode, label: Label | None) -> None:
        self._stack[-1].node.children.append(node)
        self._stack.append(OpenNode(node, label))

    def _mind_table(self, entry: OutlineEntry) -> None:
        """Keep apart what is inside a table: its rows stand below what came before, and what follows does not."""
        if entry.row and not self._before_table:
            self._close_bullets()
            self._before_table = len(self._stack)
        elif not entry.row and self._before_table:
            del self._stack[self._before_table :]
            self._before_table = 0

    def _close_bullets(self) -> None:
        while self._stack[-1].is_bullet and not self._stack[-1].node.announces:
            self._stack.pop()

    def _adapted(self, label: Label) -> Label:
        """Read "d)" after "d)" as "đ)" where recognition lost the stroke."""
        if self.medium.recognised and label.style in ("a", "A") and label.number == 4:
            level = self._level(label)
            if level and self._number(level) == 4:
                return replace(label, number=5)
        return label

    def _number(self, level: int) -> int:
        label = self._stack[level].label
        return label.number if label else 0

    def _level(self, label: Label) -> int:
        """Find the deepest open list of a label's kind; 0 where none is open."""
        for strict in (True, False):
            for level in range(len(self._stack) - 1, 0, -1):
                other = self._stack[level].label
                if other and (other.key == label.key if strict else other.style == label.style and label.number > 1):
                    return level
        return 0

    def _fit(self, label: Label, entry: OutlineEntry) -> _Choice | None:
        """Weigh one reading of a label; None where it can be no label here."""
        level = self._level(label)
        if label.style in BULLET_STYLES:
            return 3.0, level or self._start(label), label
        if label.style == SECTION:
            return 2.5, self._section_level(label), label
        if label.style == "1.1":
            return self._fit_decimal(label)
        if not level:
            if label.number != 1:
                return (2.0, self._start(label), label) if self._resumes(label) or self._begins(label) else None
            clear = label.style == "I" and is_capitals(label.rest)
            return (1.5 if label.style == SMALL_ROMAN else 2.0 + clear), self._start(label), label
        before = self._stack[level].label
        step = label.follows(before) if before else 0
        if step == 1:
            return 3.0 + level / 100, level, label
        if label.number == 1:
            nested = self._restart(level, label)
            return (2.0 if nested > level else _DOUBTFUL), nested, label
        if 0 <= step <= _JUMP or label.number == 0 or entry.row:
            return _DOUBTFUL, level, label
        return None

    def _resumes(self, label: Label) -> bool:
        """Tell whether a list goes on counting where one of its kind ended under the heading before."""
        before = self._closed.get(label.key)
        return before is not None and label.follows(before) == 1

    def _begins(self, label: Label) -> bool:
        """Tell whether a plan begins with a heading that is no first, "II."."""
        return label.begins_late and not self._closed and not any(open_.label for open_ in self._stack)

    def _fit_decimal(self, label: Label) -> _Choice | None:
        """Fit "2.1" below "2." or after "2.0"; figures that continue nothing are a number in the text."""
        for level in range(len(self._stack) - 1, 0, -1):
            other = self._stack[level].label
            if other is None or other.style not in ("1", "1.1"):
                continue
            if other.style == "1.1" and other.above == label.above and 0 < label.number - other.number <= _JUMP:
                return 4.0, level, label
            if (*other.above, other.number) == label.above and label.number == 1:
                return 4.0, level + 1, label
        known = any(open_.label and open_.label.style in ("1", "1.1") for open_ in self._stack)
        return None if known or label.number != 1 else (2.0, self._start(label), label)

    def _section_level(self, label: Label) -> int:
        """Find the place of "Chương II", "Phụ lục": beside the last of its kind, else outside everything."""
        level = 1
        for at, open_ in enumerate(self._stack):
            if open_.label and open_.label.style == SECTION:
                if _WITHIN.get(label.form, 0) <= _WITHIN.get(open_.label.form, 0):
                    return at
                level = at + 1
        return level

    def _start(self, label: Label) -> int:
        """Find where a new list begins: below the last paragraph, or further out where its kind stands there."""
        depth = len(self._stack)
        if label.style in _OUTER and not self._is_list(label):
            for level, open_ in enumerate(self._stack):
                rank = _OUTER.get(open_.label.style, 9) if open_.label else 9
                if level and rank >= _OUTER[label.style] and not _holds(open_, label):
                    return max(level, self._before_table)
            return depth
        if label.style not in BULLET_STYLES or label.style in _BULLET_RANK:
            while depth > max(1, self._before_table) and self._is_inner(self._stack[depth - 1], label):
                depth -= 1
        return min(depth, MAX_DEPTH)

    def _is_list(self, label: Label) -> bool:
        """Tell whether "A." opens a list within a numbered provision and not the outermost parts of a plan."""
        numbered = any(open_.label and open_.label.style in ("1", "1.1") for open_ in self._stack)
        return label.style == "A" and numbered and not is_capitals(label.rest)

    def _is_inner(self, open_: OpenNode, label: Label) -> bool:
        """Tell whether an open bullet ends where a list of another kind begins."""
        if not open_.is_bullet or open_.node.announces or open_.label is None:
            return False
        rank = _BULLET_RANK.get(label.style, -1)
        return _BULLET_RANK.get(open_.label.style, 3 if rank < 0 else -1) > rank

    def _restart(self, level: int, label: Label) -> int:
        """Find where a list begins whose kind is open already: below what was opened since, else beside it.

        Nothing is listed below a line that is done, "1.2. … hằng tuần.", nor beside bullets below the same line.
        """
        start = level if label.style in _OUTER else self._start(label)
        open_ = self._stack[min(start, len(self._stack)) - 1]
        last, decimal = open_.node, open_.label is not None and open_.label.style == "1.1"
        bulleted = any(child.label and child.label.style in BULLET_STYLES for child in last.children)
        heads = last.announces or not (last.paragraphs and last.paragraphs[-1].endswith((".", ";", ",")))
        nested = start > level + 1 and (heads or not decimal)
        return start if nested or (start == level + 1 and heads and not bulleted) else level

    # Texts without label

    def _place_text(self, entry: OutlineEntry, following: OutlineEntry | None, labelled: bool) -> None:
        """Place a text without a label that fits: more of the paragraph before, or a node of its own."""
        last = self._stack[-1].node
        if last.label and last.label.style == SECTION and not last.paragraphs and not entry.apart:
            last.paragraphs.append(entry.text)  # "Phần I" on a line of its own, then its heading
            return
        if len(self._stack) > 1 and not entry.apart and self._place_bare_field(entry):
            return
        capitals = is_capitals(entry.text) and len(entry.text) < 200
        if capitals and not entry.row and following and self._begins_anew(following):
            label = Label(SECTION, 1, "", "", entry.text)
            del self._stack[self._section_level(label) :]
            self._add(OutlineNode(entry.line, None, [entry.text]), label)
            return
        if following and not labelled and self._is_title(entry, following):
            del self._stack[self._title_level() :]
            self._add(OutlineNode(entry.line, None, [entry.text]), None)
            self._stack[-1].is_title = True
            return
        fresh = entry.apart or labelled or last is self.root or last.field or last.children or capitals
        if not fresh and not self._introduces(entry, following):
            last.paragraphs.append(entry.text)
            return
        while len(self._stack) > max(1, self._before_table) and self._is_leaf(self._stack[-1]):
            self._stack.pop()
        self._add(OutlineNode(entry.line, None, [entry.text], row=entry.row), None)
        if entry.leaf:
            self._stack.pop()

    def _is_title(self, entry: OutlineEntry, following: OutlineEntry) -> bool:
        """Tell whether a short line without stop heads the bullets that follow, where a heading or a bullet ended."""
        last = self._stack[-1]
        opens_bullets = any(
            label.style in BULLET_STYLES
            for label in (self.medium.labels(following.text) if following.labels is None else following.labels)
        )
        if entry.row or entry.apart or not opens_bullets or not is_short_title(entry.text):
            return False
        if last.is_bullet:
            return bool(last.node.paragraphs) and last.node.paragraphs[-1].endswith((".", ";"))
        return last.node.label is None and len(last.node.paragraphs) == 1 and is_capitals(last.node.paragraphs[0])

    def _title_level(self) -> int:
        """Find the place of such a line: beside the last one, else below what the bullets stand under."""
        title = next((level for level, open_ in enumerate(self._stack) if open_.is_title), 0)
        depth = len(self._stack)
        while depth > 1 and self._stack[depth - 1].is_bullet:
            depth -= 1
        return title or depth

    def _place_bare_field(self, entry: OutlineEntry) -> bool:
        """Take "Cơ quan chủ trì: Sở Nội vụ" without any mark as a field of the duty above it."""
        field = self.medium.field(entry.text)
        if not field or not field.text:
            return False
        while len(self._stack) > 2 and self._stack[-1].is_bullet:
            self._stack.pop()
        self._stack[-1].node.children.append(OutlineNode(entry.line, None, [entry.text], field))
        return True

    def _begins_anew(self, following: OutlineEntry) -> bool:
        """Tell whether the next paragraph opens an outer list again, so that a heading in capitals stands above it."""
        labels = self.medium.labels(following.text) if following.labels is None else following.labels
        return any(label.number == 1 and label.style in ("A", "I", "1", ARTICLE) for label in labels)

    def _introduces(self, entry: OutlineEntry, following: OutlineEntry | None) -> bool:
        """Tell whether a text opens a list of bullets below another one, or a new one of those that just ended."""
        last = self._stack[-1]
        if not (entry.text.endswith(":") and following) or last.is_title or (last.label and not last.is_bullet):
            return False
        bullets = (label for label in self.medium.labels(following.text) if label.style in BULLET_STYLES)
        return any(last.label is None or label.key == last.label.key for label in bullets)

    def _is_leaf(self, open_: OpenNode) -> bool:
        """Tell whether a text of its own cannot stand below what is open: a field, a bullet, another such text."""
        return open_.label is None or open_.node.field is not None or open_.is_bullet
