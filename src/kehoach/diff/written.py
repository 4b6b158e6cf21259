"""A comparison written for reading in a terminal or in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kehoach.diff.model import Change, Comparison
from kehoach.diff.weigh import REASONS
from kehoach.diff.words import Op

STATUS = {"same": "giữ nguyên", "changed": "sửa", "added": "thêm", "removed": "bỏ"}
FIELD_NAMES = {
    "heading": "Đề mục",
    "text": "Lời văn",
    "schedule": "Thời gian thực hiện",
    "lead": "Chủ trì",
    "implementers": "Thực hiện",
    "partners": "Phối hợp",
    "method": "Cách thức",
    "output": "Sản phẩm",
    "report": "Báo cáo",
    "budget": "Kinh phí",
}
_WEIGHTS = {"substantive": "Thay đổi đáng kể", "minor": "Thay đổi nhỏ", "editorial": "Chỉ khác cách viết"}
_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+!|~-])")


def as_text(comparison: Comparison, *, all_changes: bool = False) -> str:
    """Write headline and changes as plain text, ``[-taken away-]`` and ``{+put in+}`` in place."""
    out = [f"{comparison.old_id} → {comparison.new_id}", ""]
    if not comparison.headline:
        return "\n".join((*out, "Không có thay đổi.", ""))
    out += [f"* {sentence}" for sentence in comparison.headline]
    for change in comparison.changes:
        if change.status == "same" and not change.moved:
            continue
        if change.weight == "editorial" and not all_changes:
            continue
        out += ["", *_entry(change)]
    return "\n".join((*out, ""))


def _entry(change: Change) -> Iterator[str]:
    yield f"{_place(change)}: {_what(change)} ({REASONS[change.reason]})"
    for field in change.fields:
        yield f"    {FIELD_NAMES.get(field.name, field.name)}: {_marked(field.ops)}"


def _place(change: Change) -> str:
    old, new = (node.path if node else "" for node in (change.old, change.new))
    if old and new and old != new:
        return f"{old} → {new}"
    return new or old or change.node.group


def _what(change: Change) -> str:
    words = [{"split": "tách ra", "merge": "gộp vào"}.get(change.relation, STATUS[change.status])]
    return ", ".join(words + (["chuyển chỗ"] if change.moved else []))


def _marked(ops: Iterable[Op]) -> str:
    shown = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
    return "".join(shown[op.tag].format(_shortened(op)) for op in ops).replace("\n", " ¶ ")


def _shortened(op: Op, most: int = 160) -> str:
    """Cut the middle out of long kept runs, so that what changed stands out."""
    if op.tag != "=" or len(op.words) <= most:
        return op.words
    return f"{op.words[: most // 2]} […] {op.words[-most // 2 :]}"


def escape(text: str) -> str:
    """Make a text inert in Markdown and HTML; mentions of accounts and issues do not fire."""
    safe = _MARKUP.sub(r"\\\1", text.replace("&", "&amp;").replace("\n", " "))
    return safe.replace("@", "@\u2060")


def as_markdown(comparison: Comparison, *, level: int = 2) -> str:
    """Write headline, then changes folded away, as Markdown for a forge's comment."""
    mark = "#" * level
    out = [f"{mark} `{comparison.old_id}` → `{comparison.new_id}`", ""]
    if not comparison.headline:
        return "\n".join((*out, "Không có thay đổi.", ""))
    out += [f"- {escape(sentence)}" for sentence in comparison.headline]
    for weight, title in (
        ("substantive", "Thay đổi đáng kể"),
        ("minor", "Thay đổi nhỏ"),
        ("editorial", "Chỉ khác cách viết"),
    ):
        rows = [c for c in comparison.changes if c.weight == weight and (c.status != "same" or c.moved)]
        if rows:
            out += ["", f"<details><summary>{title} ({len(rows)})</summary>", ""]
            for change in rows:
                out.append(f"- **{escape(_place(change))}**: {_what(change)}, {REASONS[change.reason]}")
                for field in change.fields:
                    out.append(f"  - {FIELD_NAMES.get(field.name, field.name)}: {_markdown(field.ops)}")
            out += ["", "</details>"]
    return "\n".join((*out, ""))


def _markdown(ops: Iterable[Op]) -> str:
    shown = {"=": "{}", "-": "<del>[bỏ] {}</del>", "+": "<ins>[thêm] {}</ins>"}
    return "".join(shown[op.tag].format(escape(_shortened(op))) for op in ops)
