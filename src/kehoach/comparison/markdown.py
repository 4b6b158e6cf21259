"""Markdown for a forge's comment, in which the words of plans are inert."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kehoach.comparison.model import Comparison
from kehoach.comparison.terminaltext import FIELD_NAMES, further_reason, outcome, place, shortened_words
from kehoach.comparison.words import Op

_WEIGHTS = {"substantive": "Thay đổi đáng kể", "minor": "Thay đổi nhỏ", "editorial": "Chỉ khác cách viết"}
_MARKUP = re.compile(r"([\\`*_{}\[\]|~])")
# Marks by which forges link people, issues, merge requests, snippets, milestones and labels, and bare addresses.
_REFERENCE = re.compile(
    r"(?<=[@#!$%&])(?=\w)|(?<=\bGH-)(?=[0-9])|(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=\b[0-9a-f]{7})(?=[0-9a-f])"
)
# Marks that begin a heading, a quotation, a list or a forge's command where a line begins.
_OPENS = re.compile(r"\A([#/>+=-])")
_JOINER = "\u2060"


def escape(text: str) -> str:
    """Make a text inert in Markdown and HTML; it links nobody and nothing, and stays on its line."""
    safe = _REFERENCE.sub(_JOINER, " ".join(text.split()))
    safe = _OPENS.sub(r"\\\1", _MARKUP.sub(r"\\\1", safe))
    return safe.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def code(name: str) -> str:
    """Write a file or plan name as code; a name cannot break out of it."""
    return f"`{''.join(char if char.isprintable() else '?' for char in name).replace('`', '?')}`"


def as_markdown(comparison: Comparison, *, level: int = 2) -> str:
    """Write headline, then changes folded away."""
    comment_lines = [f"{'#' * level} {code(comparison.old_id)} → {code(comparison.new_id)}", ""]
    if not comparison.headline:
        return "\n".join((*comment_lines, "Không có thay đổi.", ""))
    comment_lines += [f"- {escape(sentence)}" for sentence in comparison.headline]
    return "\n".join((*comment_lines, "", *details(comparison)))


def details(comparison: Comparison) -> list[str]:
    """Give the lines that tell each change in place, by weight, folded away."""
    detail_lines: list[str] = []
    for weight, title in _WEIGHTS.items():
        rows = [c for c in comparison.changes if c.weight == weight and (c.status != "same" or c.moved)]
        if rows:
            detail_lines += [f"<details><summary>{title} ({len(rows)})</summary>", ""]
            for change in rows:
                why = further_reason(change)
                detail_lines.append(f"- **{escape(place(change))}**: {outcome(change)}{f', {why}' if why else ''}")
                detail_lines += [
                    f"  - {FIELD_NAMES.get(f.name, f.name)}: {_changed_words(f.ops)}" for f in change.fields
                ]
            detail_lines += ["", "</details>", ""]
    return detail_lines


def _changed_words(ops: Iterable[Op]) -> str:
    forms = {"=": "{}", "-": "<del>[bỏ] {}</del> ", "+": "<ins>[thêm] {}</ins>"}
    runs = [(op.tag, shortened_words(op)) for op in ops]
    spaced = ((tag, escape(words), words[:1].isspace(), words[-1:].isspace()) for tag, words in runs)
    return "".join(f"{' ' * a}{forms[tag].format(words)}{' ' * b}" for tag, words, a, b in spaced).strip()
