"""Two states of a plan as one text: every provision with its printed fields, what changed marked in place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from kehoach.comparison.changesentence import sentence
from kehoach.comparison.kinds import KINDS, kinds
from kehoach.comparison.model import Change, Comparison, FieldChange
from kehoach.comparison.nodes import ComparedNode, cell_name
from kehoach.comparison.words import Op
from kehoach.meaning.fabric import LinkedPlan
from kehoach.model.items import Item
from kehoach.model.printed import Line
from kehoach.model.registry import Registry
from kehoach.model.tables import CellPlace
from kehoach.pages.page import href
from kehoach.wording.pathnames import path_name

_FRAMES = {
    "header": "Phần đầu",
    "number": "Số, ký hiệu",
    "date": "Nơi và ngày",
    "title": "Tên văn bản",
    "signature": "Chữ ký",
}
_EMPTY = Markup()
_FIELD_ORDER = ("heading", "text")


@dataclass(frozen=True)
class DifferenceRow:
    """One printed field of a provision: its label, and its words with what changed in them.

    ``old`` and ``new`` stand side by side; ``both`` is the one text with changes in place.
    """

    name: str
    label: str
    both: Markup
    old: Markup = _EMPTY
    new: Markup = _EMPTY
    changed: bool = False
    editorial: bool = False


@dataclass(frozen=True)
class DifferenceEntry:
    """One provision of the page; ``at`` is its anchor here, ``old_href`` and ``new_href`` lead to the plans.

    ``status`` and ``relation`` are those of the change; ``editorial`` tells that only the way of writing changed.
    """

    at: str
    label: str
    place: str
    status: str
    relation: str
    rows: tuple[DifferenceRow, ...] = ()
    badges: tuple[str, ...] = ()
    sentence: str = ""
    old_href: str = ""
    new_href: str = ""
    gone_to: str = ""
    came_from: str = ""
    depth: int = 0
    section: str = ""
    following: str = ""
    editorial: bool = False

    @property
    def altered(self) -> bool:
        """Whether there is anything to see here."""
        return bool(self.badges or self.gone_to)


Placed = tuple[Change, DifferenceEntry]
"""A change with the entry that shows it; of a moved provision a second entry stands where it was."""


@dataclass(frozen=True)
class Compared:
    """Two states of a plan on a page: what each is called in a sentence and in a label, and where it can be read."""

    comparison: Comparison
    old: LinkedPlan
    new: LinkedPlan
    names: tuple[str, str]
    before: str
    old_page: str = ""
    new_page: str = ""
    data: str = ""


def laid_out(compared: Compared, registry: Registry, path: str) -> list[Placed]:
    """Give all provisions in the new plan's order for the page at ``path``, with a sign where one has moved away."""
    return _Layout(compared, registry, path).placed()


@dataclass
class _Layout:
    compared: Compared
    registry: Registry
    path: str
    times_named: dict[str, int] = field(default_factory=dict)

    def placed(self) -> list[Placed]:
        changes = self.compared.comparison.changes
        self.labels = tuple(_labels(linked) for linked in (self.compared.old, self.compared.new))
        self.paired = {c.new.index for c in changes if c.new and c.relation == "pair"}
        self.places = {id(change): self._anchor(change) for change in changes}
        own = sorted(changes, key=lambda c: c.relation == "pair")
        self.by_old = {c.old.index: self.places[id(c)] for c in own if c.old}
        self.by_new = {c.new.index: self.places[id(c)] for c in own if c.new}
        entries = [(change, self._entry(change)) for change in changes]
        return _chained(self._with_departures(entries))

    def _anchor(self, change: Change) -> str:
        """Name a place of this page: a new provision's own anchor, for what only the old plan has "cu_" before it."""
        own = change.new and (change.relation == "pair" or change.new.index not in self.paired)
        node = change.new if own else change.old or change.new
        name = node.name.replace(".", "-").lower() if node else ""
        name = name if own else f"cu_{name}"
        self.times_named[name] = self.times_named.get(name, 0) + 1
        return name if self.times_named[name] == 1 else f"{name}_{self.times_named[name]}"

    def _entry(self, change: Change) -> DifferenceEntry:
        side = 1 if change.new and change.relation != "merge" else 0
        node = (change.new if side else change.old) or change.node
        marks = [KINDS[kind] for kind in kinds(change)] if change.node.group == "provision" else _frame_marks(change)
        top = node.group == "provision" and node.parent < 0 and "heading" in node.fields and side == 1
        return DifferenceEntry(
            at=self.places[id(change)],
            label=self.labels[side].get(node.anchor, ""),
            place=_FRAMES.get(node.group) or path_name(node.path),
            status=change.status,
            relation=change.relation,
            rows=tuple(self._rows(change, node, side)),
            badges=tuple(marks),
            sentence=sentence(change, self.compared.before, self.registry)
            if marks and node.group == "provision"
            else "",
            old_href=self._href(0, change.old),
            new_href=self._href(1, change.new),
            came_from=self._came_from(change),
            depth=len(_bullets(node.path)),
            section=f"{self.labels[side].get(node.anchor, '')} {node.fields['heading']}".strip() if top else "",
            editorial=bool(marks) and change.weight == "editorial" and not change.moved,
        )

    def _href(self, side: int, node: ComparedNode | None) -> str:
        page = (self.compared.old_page, self.compared.new_page)[side]
        return href(self.path, page, node.anchor) if page and node and node.anchor else ""

    def _came_from(self, change: Change) -> str:
        """Where the other end of a move, split or merge stands on this page."""
        if change.relation == "split" and change.old:
            return self.by_old.get(change.old.index, "")
        if change.relation == "merge" and change.new:
            return self.by_new.get(change.new.index, "")
        return f"tu_{self.places[id(change)]}" if change.moved else ""

    def _with_departures(self, entries: Sequence[Placed]) -> list[Placed]:
        """Leave a sign at the place that a moved provision had, after what stood before it."""
        departures: dict[int, list[Placed]] = {}
        anchored = {change.old.index: i for i, (change, _) in enumerate(entries) if change.old and not change.moved}
        for change, entry in entries:
            if change.moved and (old := change.old):
                before = (i for index, i in anchored.items() if index < old.index)
                at = max(before, default=-1, key=lambda i: _old(entries, i))
                departures.setdefault(at, []).append((change, self._sign(change, old, entry)))
        placed_entries = list(departures.get(-1, ()))
        for index, placed in enumerate(entries):
            placed_entries += [placed, *departures.get(index, ())]
        return placed_entries

    def _sign(self, change: Change, old: ComparedNode, entry: DifferenceEntry) -> DifferenceEntry:
        return DifferenceEntry(
            at=f"tu_{entry.at}",
            label=self.labels[0].get(old.anchor, ""),
            place=path_name(old.path),
            status=change.status,
            relation=change.relation,
            old_href=entry.old_href,
            gone_to=entry.at,
        )

    def _rows(self, change: Change, node: ComparedNode, side: int) -> Iterator[DifferenceRow]:
        names = dict.fromkeys((*node.fields, *(f.name for f in change.fields)))
        for name in sorted(names, key=lambda n: _FIELD_ORDER.index(n) if n in _FIELD_ORDER else len(_FIELD_ORDER)):
            altered = change.field(name)
            if change.relation != "pair" and name not in node.fields:
                continue
            label = self.labels[side].get(f"{node.anchor}--{name}") or self.labels[1 - side].get(
                f"{node.anchor}--{name}"
            )
            yield _row(name, label or "", altered, node.fields.get(name, ""), change)


def _old(entries: Sequence[Placed], index: int) -> int:
    old = entries[index][0].old
    return old.index if old else -1


def _chained(placed: Sequence[Placed]) -> list[Placed]:
    """Let each change lead to the next one, past those of writing only."""
    placed_entries: list[Placed] = []
    following = ""
    for change, entry in reversed(placed):
        placed_entries.append((change, replace(entry, following=following)))
        if entry.altered and not entry.editorial:
            following = entry.at
    return placed_entries[::-1]


def _bullets(path: str) -> list[str]:
    return path.split(".")[1:] if not path.startswith("QD") else []


def _frame_marks(change: Change) -> list[str]:
    if change.status == "same":
        return []
    return {"added": ["thêm"], "removed": ["bỏ"]}.get(change.status, ["sửa"])


def _labels(linked: LinkedPlan) -> Mapping[str, str]:
    """Give what is printed before each provision, and the label of each of its fields, by anchor."""
    labels: dict[str, str] = {}
    for line in linked.lines:
        if line.cell and line.item:
            _label_cell(labels, line, line.cell, line.item)
        elif line.anchor:
            labels[line.anchor] = line.field.label if line.field else line.label
    return labels


def _label_cell(labels: dict[str, str], line: Line, cell: CellPlace, item: Item) -> None:
    """Say of a row its printed number, and of its other cells what their columns are called."""
    labels.setdefault(item.id, "")
    if cell.is_heading or cell.column >= len(cell.table.columns):
        return
    if cell.table.kinds[cell.column] == "number":
        labels[item.id] = line.words
    elif cell.column != cell.table.main and line.field:
        labels[f"{item.id}--{cell_name(line)}"] = line.field.label


def _row(name: str, label: str, altered: FieldChange | None, text: str, change: Change) -> DifferenceRow:
    if altered is None:
        return DifferenceRow(name, label, Markup.escape(text))
    ops: Sequence[Op] = altered.ops
    if change.relation == "split":
        ops = [op for op in ops if op.tag != "-"]
    elif change.relation == "merge":
        ops = [Op("-", altered.old)]
    editorial = altered.weight == "editorial"
    whole = change.status in ("added", "removed") or change.relation != "pair"
    marked = _runs(ops)
    if whole:
        return DifferenceRow(name, label, marked, changed=True, editorial=editorial)
    old = _runs([op for op in ops if op.tag != "+"])
    new = _runs([op for op in ops if op.tag != "-"])
    return DifferenceRow(name, label, marked, old, new, True, editorial)


_FORMS = {
    "=": Markup("{}"),
    "-": Markup('<del><span class="kh-sr">[bỏ] </span>{}<span class="kh-sr"> [hết]</span></del>'),
    "+": Markup('<ins><span class="kh-sr">[thêm] </span>{}<span class="kh-sr"> [hết]</span></ins>'),
}


def _runs(ops: Sequence[Op]) -> Markup:
    return Markup().join(_FORMS[op.tag].format(op.words) for op in ops)
