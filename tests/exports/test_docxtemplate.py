"""What a Word file carries beside its words: nothing that no official document uses, and all that one does."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from kehoach.exports.docx import official_document
from kehoach.meaning.fabric import Fabric

PARTS = {
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "word/styles.xml",
}


def _parts(fabric: Fabric, plan_id: str) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(official_document(fabric.plans[plan_id], fabric.registry))) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


PLANS = ("tinh-dak-lak/tuyen-truyen-cchc/2021", "xa-ea-knop/tuyen-truyen-cchc/2026")


@pytest.mark.parametrize("plan_id", PLANS)
def test_there_are_only_parts_of_the_document(fabric: Fabric, plan_id: str) -> None:
    """No theme, picture or bibliography of the empty document that it began as; beside these only heads and feet."""
    parts = _parts(fabric, plan_id)
    assert {name for name in parts if not re.fullmatch(r"word/(header|footer)\d+\.xml", name)} == PARTS


@pytest.mark.parametrize("plan_id", PLANS)
def test_every_style_that_is_named_is_there(fabric: Fabric, plan_id: str) -> None:
    """In the text, and by other styles: Word shows a paragraph of an unknown style as any other."""
    parts = _parts(fabric, plan_id)
    styles = parts["word/styles.xml"]
    known = set(re.findall(r'w:styleId="([^"]+)"', styles))
    assert {"Normal", "DefaultParagraphFont", "TableNormal", "NoList"} <= known
    named = re.findall(r'<w:(?:basedOn|next|link) w:val="([^"]+)"', styles)
    for part in parts.values():
        named += re.findall(r'<w:(?:p|r|tbl)Style w:val="([^"]+)"', part)
    assert set(named) <= known
    assert "asciiTheme" not in styles
    assert "themeColor" not in styles


@pytest.mark.parametrize("plan_id", PLANS)
def test_no_part_declares_a_namespace_that_it_does_not_use(fabric: Fabric, plan_id: str) -> None:
    """Nor names one as ignorable that it does not declare: Word refuses such a file."""
    for name, part in _parts(fabric, plan_id).items():
        if name.startswith("word/") and not name.endswith(".rels"):
            declared = re.findall(r'xmlns:(\w+)="', part)
            assert [prefix for prefix in declared if not re.search(rf"[< ]/?{prefix}:", part)] == []
            for ignorable in re.findall(r'Ignorable="([^"]*)"', part):
                assert set(ignorable.split()) <= set(declared)
