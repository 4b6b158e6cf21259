"""A comparison written for reading in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kehoach.comparison.model import Change, Comparison
from kehoach.comparison.weigh import REASONS
from kehoach.comparison.words import Op
from kehoach.model.fields import FIELDS
from kehoach.model.planid import body_of
from kehoach.model.tables import COLUMN_NAMES

STATUS = {"same": "giữ nguyên", "changed": "sửa", "added": "thêm", "removed": "bỏ"}
FIELD_NAMES = {
    "heading": "Đề mục",
    "columns": "Tiêu đề cột",
    "text": "Lời văn",
    "footnote": "Chú thích",
    **COLUMN_NAMES,
    **{field.key: field.name for field in FIELDS},
}

PART_NAMES = {"header": "phần đầu", "number": "số", "date": "ngày", "title": "tên văn bản", "signature": "chữ ký"}


def as_text(comparison: Comparison, *, all_changes: bool = False) -> str:
    """Write headline and changes as plain text, ``[-taken away-]`` and ``{+put in+}`` in place."""
    terminal_lines = [f"{comparison.old_id} → {comparison.new_id}", ""]
    if not comparison.headline:
        return "\n".join((*terminal_lines, "Không có thay đổi.", ""))
    terminal_lines += [f"* {sentence}" for sentence in comparison.headline]
    for change in comparison.changes:
        if change.status == "same" and not change.moved:
            continue
        if change.weight == "editorial" and not all_changes:
            continue
        terminal_lines += ["", *_entry(change)]
    if body_of(comparison.old_id) != body_of(comparison.new_id):
        same = [place(c) for c in comparison.provisions if c.status == "same"]
        terminal_lines += ["", f"Giống nguyên văn ({len(same)}): {'; '.join(same)}"]
    return "\n".join((*terminal_lines, ""))


def _entry(change: Change) -> Iterator[str]:
    why = further_reason(change)
    yield f"{place(change)}: {outcome(change)}{f' ({why})' if why else ''}"
    for field in change.fields:
        yield f"    {FIELD_NAMES.get(field.name, field.name)}: {_word_changes(field.ops)}"


def place(change: Change) -> str:
    """Give the label path, or both where it differs, or the kind of part around the provisions."""
    old, new = (node.path if node else "" for node in (change.old, change.new))
    if old and new and old != new:
        return f"{old} → {new}"
    return new or old or PART_NAMES[change.node.group]


def outcome(change: Change) -> str:
    """Say in a word or two what became of a provision."""
    words = [{"split": "tách ra", "merge": "gộp vào"}.get(change.relation, STATUS[change.status])]
    return ", ".join(words + (["chuyển chỗ"] if change.moved else []))


def further_reason(change: Change) -> str:
    """Say the rule that gave a change its weight; empty where what became of the provision says it already."""
    return "" if change.reason in ("added", "removed", "part", "parted", "moved") else REASONS[change.reason]


def _word_changes(ops: Iterable[Op]) -> str:
    forms = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
    return "".join(forms[op.tag].format(shortened_words(op)) for op in ops).replace("\n", " ¶ ")


def shortened_words(op: Op, most: int = 160) -> str:
    """Cut the middle out of long kept runs, so that what changed stands out."""
    if op.tag != "=" or len(op.words) <= most:
        return op.words
    first, last = op.words[: most // 2].rpartition(" ")[0], op.words[-most // 2 :].partition(" ")[2]
    return f"{first} […] {last}"
