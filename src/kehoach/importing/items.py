"""The tree of an outline to items of a plan: derived labels, headings, fields, ids, in printed order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from kehoach.files.formatting import new_id
from kehoach.importing.labels import ARTICLE, BULLET_STYLES
from kehoach.importing.medium import TYPED, Medium
from kehoach.importing.model import Note
from kehoach.importing.siblings import (
    LONGEST_LINE,
    LONGEST_PROSE,
    bullet,
    can_be_field,
    numbered,
    own_number,
    pieces,
    says,
    style_of,
)
from kehoach.importing.tablewriter import table_data
from kehoach.importing.tree import OutlineNode
from kehoach.meaning.bodynouns import HEAD
from kehoach.meaning.inlinefields import inline_fields
from kehoach.model.fields import BY_KEY, FIELDS, LABELS, labelled
from kehoach.wording.casing import is_capitals
from kehoach.wording.labels import bullet_of_fields, child_style, in_capitals, next_bullet, printed_label
from kehoach.wording.latepatterns import late
from kehoach.wording.ocr import agrees

_HEADING = 160
_NAMED = 160
"""As many letters of an item's words as an id can be made of, years and marks left out."""

_RUN_IN = late(rf"(?P<heading>(?:(?:Đề nghị|Kính đề nghị|Giao|Đối với)\s+)?{HEAD}\b[^:.]{{0,150}}:)\s+(?=\S)")
_VERBS = late(
    r"\b(?:chủ trì|có trách nhiệm|chịu trách nhiệm|chủ động|tổ chức thực hiện|triển khai|xây dựng|tham mưu|hướng dẫn|"
    r"báo cáo|tổng hợp|theo dõi|rà soát|cập nhật|tập trung|tăng cường|thực hiện|phối hợp|tuyên truyền|vận động|"
    r"bố trí|cung cấp)\b|\([^)]*:\Z"  # a colon within brackets ends no heading
)
_RESERVED = late(r"(?:qd-)?(?:kem-theo|ban-hanh|close|(?:can-cu|thuc-hien|de-nghi|noi-nhan)(?:-[0-9]+)?)|pl[0-9].*")
"""Names of lines that are no item, which the printed form gives."""

_BODY_NAMED = late(rf"(?:(?:Đề nghị|Kính đề nghị|Giao|Đối với)\s+)?{HEAD}\b")


@dataclass
class Writer:
    """Makes items; remembers the ids given and what was doubtful.

    ``roman`` gathers the items with a heading below a Roman figure, which is printed in capitals.
    """

    numbering: tuple[str, ...]
    medium: Medium = TYPED
    notes: list[Note] = field(default_factory=list)
    roman: list[dict[str, Any]] = field(default_factory=list)
    _reprinted: set[tuple[str, str]] = field(default_factory=set)
    _ids: Counter[str] = field(default_factory=Counter)
    _taken: set[str] = field(default_factory=set)

    def _note(self, node: OutlineNode, words: str) -> None:
        self.notes.append(Note(node.line, words))

    def body(self, nodes: Sequence[OutlineNode]) -> list[dict[str, Any]]:
        """Write the items of a plan's body."""
        return self._items(nodes, self.numbering[0], "")

    def for_part(self, numbering: tuple[str, ...]) -> Writer:
        """Give a writer for a part that is numbered by itself; ids and notes are shared."""
        return replace(self, numbering=numbering, roman=[])

    def appendix(self, root: OutlineNode) -> dict[str, Any]:
        """Write what an appendix holds: its table where that is all, or stands first or last, and its items."""
        own_table = self._own_table(root.children)
        items = [node for node in root.children if node is not own_table]
        table = (
            {"table": table_data(own_table.table, self.identify, self.notes)} if own_table and own_table.table else {}
        )
        below = {"items": self._items(items, self.numbering[0], "")} if items else {}
        first = own_table is root.children[0] if own_table else False
        return {**table, **below} if first else {**below, **table}

    def articles(self, nodes: Sequence[OutlineNode]) -> list[dict[str, Any]]:
        """Write the articles of a decision, whose labels are sure already."""
        return [self._item(node, ARTICLE, f"Điều {number}.", "qd-") for number, node in enumerate(nodes, 1)]

    def identify(self, words: str, prefix: str = "") -> str:
        """Make an id of the first words that no other item has."""
        base = new_id(prefix + words[:_NAMED], set())
        if _RESERVED.fullmatch(base):
            base += "-muc"
        self._ids[base] += 1
        name = base if self._ids[base] == 1 else f"{base}-{self._ids[base]}"
        while name in self._taken:
            self._ids[base] += 1
            name = f"{base}-{self._ids[base]}"
        self._taken.add(name)
        return name

    def _items(self, nodes: Sequence[OutlineNode], style: str, parent_label: str) -> list[dict[str, Any]]:
        """Write siblings; where a printed label is not the derived one, it stays in the text."""
        out: list[dict[str, Any]] = []
        number = 0
        for node in nodes:
            label = printed_label(style, number + 1, parent_label)
            if self._is_derived(node, style, number + 1, label):
                number += 1
                self._note_form(node, label)
                out.extend(self._split(self._item(node, style, label)))
            elif node.label and node.paragraphs and (own := own_number(node.label, style, parent_label)):
                number = own
                if node.label.style != ARTICLE:  # articles are counted through all chapters
                    self._note(node, f"Nhãn “{node.label.printed}” không nối tiếp nhãn trước; giữ số in ở number.")
                label = printed_label(style, number, parent_label)
                out.extend(self._split(self._item(node, style, label, number=number)))
            else:
                out.extend(self._split(self._unlabelled(node)))
        return out

    def _is_derived(self, node: OutlineNode, style: str, number: int, label: str) -> bool:
        """Tell whether the label derived from the position says the words of the printed one."""
        if node.label is None or not numbered(node.label) or not node.paragraphs:
            return False
        if node.label.numbering:
            return node.label.numbering == style and says(node.label, label)
        if node.label.style in BULLET_STYLES:
            return style in BULLET_STYLES and bullet(node.label.style) == style
        same = says(node.label, label)
        badly_read = self.medium.recognised and node.label.style == style and node.label.number == number
        return same or (badly_read and agrees(node.label.printed, label))

    def _note_form(self, node: OutlineNode, label: str) -> None:
        """Say once for each kind that labels are printed in the form of the decree: "1)" as "1."."""
        printed = node.label.printed if node.label else ""
        form = re.sub(r"[^\W_]+", "1", printed), re.sub(r"[^\W_]+", "1", label)
        alike = form[0] == form[1] or (form[0] in "–—•*●" and form[1] in "-•")
        if node.row or alike or form in self._reprinted or (node.label and node.label.numbering):
            return
        self._reprinted.add(form)
        self._note(node, f"Nhãn kiểu “{printed}” được in lại thành “{label}”.")

    def _unlabelled(self, node: OutlineNode) -> dict[str, Any]:
        if node.table:
            data = table_data(node.table, self.identify, self.notes)
            name = "bang " + " ".join(column.get("heading", "") for column in data["columns"])
            return {"id": self.identify(name), "unlabelled": True, "table": data}
        label = node.label.printed if node.label and node.label.style not in BULLET_STYLES else ""
        if node.label and not label and numbered(node.label):
            self._note(node, f"Dấu “{node.label.printed}” khác kiểu của các ý cùng cấp; ghi thành đoạn không nhãn.")
        paragraphs = list(node.paragraphs)
        if label:
            self._note(node, f"Nhãn “{label}” không đúng thứ tự mà máy đánh số; giữ nguyên trong lời văn.")
            paragraphs[:1] = [f"{label} {paragraphs[0]}" if paragraphs else label]
        paragraphs = paragraphs or [node.label.printed if node.label else "…"]
        return self._item(OutlineNode(node.line, None, paragraphs, None, node.children), "none", "")

    def _item(self, node: OutlineNode, style: str, label: str, prefix: str = "", number: int = 0) -> dict[str, Any]:
        words = self._words_of(node, style)
        within = inline_fields(words.get("text", "")).keys() - {labelled(words.get("text", ""))[0]}
        if within:
            names = ", ".join(field.name.lower() for field in FIELDS if field.key in within)
            self._note(node, f"Trong câu có nêu {names}: giữ trong câu; xem lại việc được đọc từ đó.")
        item: dict[str, Any] = {"id": self.identify(words.get("heading") or words["text"], prefix)}
        if style == "none":
            item["unlabelled"] = True
        if number:
            item["number"] = number
        item.update(words)
        if in_capitals(style) and "heading" in item and "run_in" not in item:
            self.roman.append(item)
        below = child_style(style, self.numbering) if style != ARTICLE else "1"
        item.update(self._below(node, style, label, below))
        return item

    def _words_of(self, node: OutlineNode, style: str) -> dict[str, Any]:
        """Part a node's words into heading, run-in heading and text."""
        paragraphs = node.paragraphs or ["…"]
        first, rest = paragraphs[0], paragraphs[1:]
        run_in = _RUN_IN.match(first[:400]) if style not in ("none", ARTICLE) and not labelled(first)[0] else None
        if run_in and first[run_in.end()].isupper() and not _VERBS.search(run_in["heading"]):
            return {"heading": run_in["heading"], "run_in": True, "text": "\n".join([first[run_in.end() :], *rest])}
        if self._is_heading(first, rest, node, style):
            return {"heading": first, **({"text": "\n".join(rest)} if rest else {})}
        return {"text": "\n".join(paragraphs)}

    def _is_heading(self, first: str, rest: Sequence[str], node: OutlineNode, style: str) -> bool:
        if len(first) > LONGEST_LINE:
            return False
        if is_capitals(first) and (in_capitals(style) or len(first) <= _HEADING):
            return True
        below = bool(rest or node.children)
        if len(first) > 2 * _HEADING or not below:
            return in_capitals(style) and len(first) <= _HEADING and not first.endswith((".", ";"))
        if first.endswith(":"):
            return len(first) <= _HEADING
        if first.endswith((".", ";")):
            return len(first) <= _HEADING and bool(_BODY_NAMED.match(first)) and not _VERBS.search(first)
        return True

    # What stands below an item

    def _below(self, node: OutlineNode, style: str, label: str, default: str) -> dict[str, Any]:
        """Write fields and sub-items in printed order; a field that cannot be one stays a text."""
        kinds = self._fields(node.children)
        children = [child for child in node.children if id(child) not in kinds]
        own_table = self._own_table(children)
        children = [child for child in children if child is not own_table]
        chosen = style_of(children, default)
        own = bullet_of_fields(style, chosen)
        out: dict[str, Any] = {}
        if chosen != default:
            out["numbering"] = chosen
        labels = {
            kind: child.field.label
            for child in node.children
            if (kind := kinds.get(id(child))) and child.field and child.field.label != LABELS[kind]
        }
        if labels:
            out["labels"] = labels
        for child in node.children:
            kind = kinds.get(id(child))
            if kind and child.field:
                below = next_bullet(own)
                self._note_field(child, own)
                out.update(
                    {BY_KEY[kind].ideas: self._items(child.children, below, own)}
                    if child.children
                    else {kind: child.field.text}
                )
            elif child is own_table and child.table:
                out["table"] = table_data(child.table, self.identify, self.notes)
            elif "items" not in out:
                out["items"] = self._items(children, chosen, label)
        return out

    def _own_table(self, children: Sequence[OutlineNode]) -> OutlineNode | None:
        """Choose the table that stands as the item's own: the only one, before or behind all sub-items."""
        tables = [child for child in children if child.table]
        if len(tables) != 1 or tables[0] not in (children[0], children[-1]):
            return None
        return tables[0]

    def _note_field(self, child: OutlineNode, own: str) -> None:
        """Say once that the lines of fields get the bullet of their level."""
        printed = child.label.printed if child.label else ""
        form = f"field{printed}", own
        if child.row or bullet(child.label.style if child.label else "") == own or form in self._reprinted:
            return
        self._reprinted.add(form)
        before = f"có dấu “{printed}”" if printed else "không có dấu đầu dòng"
        label = child.field.label if child.field else ""
        self._note(child, f"Dòng “{label}” {before} ở nguồn; khi in có dấu “{own}”.")

    def _fields(self, children: Sequence[OutlineNode]) -> dict[int, str]:
        """Choose which children are written as fields.

        Each kind once, with words after the colon or, where it takes ideas, bullets below; not between two runs of
        other children but a table of its own, since an item has one list of them.
        """
        kinds: dict[int, str] = {}
        used: set[str] = set()
        table = self._own_table([child for child in children if not can_be_field(child)])
        texts_at = [i for i, child in enumerate(children) if not can_be_field(child) and child is not table]
        for index, child in enumerate(children):
            if not child.field or not can_be_field(child) or child.field.kind in used:
                continue
            if texts_at and texts_at[0] < index < texts_at[-1]:
                self._note(child, f"“{child.field.label}” nằm giữa các ý khác; giữ thành lời văn.")
                continue
            kinds[id(child)] = child.field.kind
            used.add(child.field.kind)
        # A repeated field is text, which may put others between two texts.
        texts = [i for i, child in enumerate(children) if id(child) not in kinds and child is not table]
        for index, child in enumerate(children):
            if id(child) in kinds and texts and texts[0] < index < texts[-1]:
                del kinds[id(child)]
                self._note(child, "Dòng trường nằm giữa các ý khác; giữ thành lời văn.")
        return kinds

    def _split(self, item: dict[str, Any]) -> list[dict[str, Any]]:
        """Part a text that is longer than the schema allows into several items."""
        text = item.get("text", "")
        if len(text) <= LONGEST_PROSE:
            return [item]
        parts = pieces(text, LONGEST_PROSE)
        self.notes.append(Note(0, f"Một đoạn dài {len(text)} ký tự được chia thành {len(parts)} mục."))
        head = ("id", "unlabelled", "number", "heading", "run_in")
        first = {key: value for key, value in item.items() if key in head}
        below = {key: value for key, value in item.items() if key not in (*first, "text")}
        out = [{**first, "text": parts[0]}]
        out += [{"id": self.identify(part), "unlabelled": True, "text": part} for part in parts[1:]]
        out[-1].update(below)
        return out
