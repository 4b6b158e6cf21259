"""What is asked of those who report or propose: the same questions wherever the repository is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from corpus import ROOT, found

FORMS = found(ROOT / ".github" / "ISSUE_TEMPLATE", "*.yml")
TEXTS = found(ROOT / ".gitlab" / "issue_templates", "*.md")


def as_text(form: dict[str, Any]) -> str:
    """Write a form of GitHub as GitLab takes it: a heading per question, what to write there as a comment."""
    parts = [f"<!-- {form['description']} Tên phiếu: “{form['title']}…” -->"]
    for question in form["body"]:
        attributes = question["attributes"]
        required = question.get("validations", {}).get("required", False)
        example = f"Ví dụ: {attributes['placeholder']}" if "placeholder" in attributes else ""
        hints = ["Bắt buộc." if required else "", attributes.get("description", ""), example]
        parts += [f"## {attributes['label']}", f"<!-- {' '.join(filter(None, hints))} -->"]
    return "\n\n".join(parts) + "\n"


def test_both_places_have_the_same_forms() -> None:
    """No form is in one place only."""
    assert [path.stem for path in FORMS] == [path.stem for path in TEXTS]


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_forms_ask_the_same(path: Path) -> None:
    """GitLab's template has the questions, hints and obligations of GitHub's form, in its order."""
    form = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert (ROOT / ".gitlab" / "issue_templates" / f"{path.stem}.md").read_text(encoding="utf-8") == as_text(form)


def test_a_proposed_change_answers_the_same() -> None:
    """The two templates for a change are one text."""
    ours = ROOT / ".github" / "pull_request_template.md"
    theirs = ROOT / ".gitlab" / "merge_request_templates" / "Default.md"
    assert ours.read_bytes() == theirs.read_bytes()
