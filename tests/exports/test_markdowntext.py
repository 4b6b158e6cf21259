"""A plan as Markdown: shown by a program for Markdown, every printed word and label is there and no more."""

from __future__ import annotations

import html
import re

import markdown
import pytest
from corpus import PLAN_IDS

from kehoach.exports.markdowntext import escaped, to_markdown
from kehoach.meaning.fabric import Fabric

BREAKS = re.compile(r"\s+")
DASHES = re.compile(r"^[-+] ", re.M)


def shown(text: str) -> str:
    """Give the words that Markdown's own program shows."""
    made = markdown.markdown(text, extensions=["tables"], output_format="html")
    return BREAKS.sub("", html.unescape(re.sub(r"<[^>]+>", " ", made)))


@pytest.mark.parametrize("plan_id", PLAN_IDS)
def test_every_word_is_shown(fabric: Fabric, plan_id: str) -> None:
    """Letter for letter but for spaces, in printed order; a dash is shown as a point."""
    lines = fabric.plans[plan_id].lines
    printed = "\n".join(line.text for line in lines if line.words or line.label)
    assert shown(to_markdown("", (), lines)).removeprefix("#") == BREAKS.sub("", DASHES.sub("", printed))


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("1. Một", "1\\. Một"),
        ("a) *b* <i>", "a) \\*b\\* \\<i\\>"),
        ("# [x](y) | `z`", "\\# \\[x\\](y) \\| \\`z\\`"),
        ("Số 12.3", "Số 12.3"),
    ],
)
def test_signs_are_escaped(words: str, written: str) -> None:
    """What Markdown would take for its own stands as printed."""
    assert escaped(words) == written
