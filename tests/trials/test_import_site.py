"""The site of all Word shapes at once: each plan that is imported and accepted has a page with its words."""

from __future__ import annotations

import html
import re
from pathlib import Path

from assembling import assemble
from building import build
from closedloop import errors, placed
from wordparts import SHAPES as PARTED
from wordshapes import SHAPES

from kehoach.files.repository import load
from kehoach.model.printed import lines


def test_every_shape_has_its_page(tmp_path: Path) -> None:
    """One build for all: every label and every word of a plan stands on its page, in the order of print."""
    root = tmp_path / "kho"
    folders = placed(root, {f"{name}.docx": make() for name, make in {**SHAPES, **PARTED}.items()})
    assert errors(root, folders) == []
    assemble(root, "hooks", "site_src", "mkdocs.yml")
    build(root, tmp_path / "trang", "--strict")
    for plan in load(root).plans.values():
        page = tmp_path / "trang" / "ke-hoach" / plan.unit / plan.series / str(plan.edition) / "index.html"
        shown = html.unescape(re.sub(r"<[^>]*>", "", page.read_text(encoding="utf-8")))
        squeezed, at = "".join(shown.split()).lower(), 0
        for line in lines(plan):
            if line.place[:1] == ("body",) and line.words:
                at = squeezed.find("".join(line.words.split()).lower(), at)
                assert at >= 0, (folders[f"plans/{plan.unit}/{plan.series}/"], line.words)
