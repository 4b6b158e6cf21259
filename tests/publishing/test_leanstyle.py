"""A theme's styles without what no page can match: nothing that a page may hold is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus import ROOT

from kehoach.publishing.leanstyle import (
    authored_words,
    compact,
    idle_selectors,
    lean,
    source_words,
    without_idle,
    words,
)

SHEETS = sorted((ROOT / "site_src/docs/assets/stylesheets").glob("*.css"))
HELD = words(
    [
        '<div class="a b-c" id="x" data-on type="radio">grid</div>',
        "list.add('d')",
        "<p class=e{% if n > 1 %} f{% endif %}>",
    ]
)


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        (".a{x:1}.z{x:1}", ".a{x:1}"),
        (".a,.z,.b-c p{x:1}", ".a,.b-c p{x:1}"),
        (".a:not(.z){x:1}.a:is(.z,.y){x:1}", ".a:not(.z){x:1}.a:is(.z,.y){x:1}"),
        ("[data-on] #x{x:1}[data-off]{x:1}", "[data-on] #x{x:1}"),
        ("[dir=rtl] .a{x:1}p{x:1}", "p{x:1}"),
        ("@media (x){.z{x:1}}@media (y){.a{x:1}.z{x:1}}", "@media (y){.a{x:1}}"),
        ('@charset "UTF-8";.a{content:"}.z{"}.z{x:1}', '@charset "UTF-8";.a{content:"}.z{"}'),
        ("/* .a{ */.a{background:url(data:a;b,c)}", ".a{background:url(data:a;b,c)}"),
        ("@keyframes z{0%{x:1}to{x:2}}", "@keyframes z{0%{x:1}to{x:2}}"),
        (".d{x:1}.e .f{x:1}.grid{x:1}.list{x:1}", ".d{x:1}.e .f{x:1}"),
        (
            '[type=radio]{x:1}[type="radio"]{x:1}[type=range]{x:1}[type^=r]{x:1}',
            '[type=radio]{x:1}[type="radio"]{x:1}[type^=r]{x:1}',
        ),
    ],
)
def test_only_what_cannot_match_goes(sheet: str, kept: str) -> None:
    """By class, id and attribute; what a negation names, strings and keyframes are left alone."""
    assert lean(sheet, HELD) == kept


def test_properties_that_nothing_reads_go() -> None:
    """Those read only by such go too; values with semicolons in strings or addresses stay whole."""
    sheet = ':root{--a:1;--b:var(--c);--c:2;--d:url("data:x;y}z")}p{x:var(--a, 3);--e:1}q{x:var( --d )}'
    assert without_idle(sheet) == ':root{--a:1;--d:url("data:x;y}z")}p{x:var(--a, 3);}q{x:var( --d )}'


def test_open_block_is_no_stylesheet() -> None:
    """What does not end is said, not published."""
    with pytest.raises(ValueError, match="does not end"):
        lean(".a{", HELD)


def test_authored_pages_wear_what_their_markdown_asks_for() -> None:
    """An admonition's kind, an attribute list and a tag are classes of the page; prose and code are not."""
    text = '# Đầu {: #dau .to }\n\n!!! warning "Chú ý"\n    note\n\n<figure class="hinh">\n'
    held = authored_words([text])
    assert {"admonition", "admonition-title", "warning", "to", "dau", "figure", "class", "hinh"} <= held
    assert "note" not in held


class Worn(set[str]):
    """Words of sources; a class may be put together of a beginning in a template and a word of the code."""

    def __contains__(self, name: object) -> bool:
        """Tell whether a class can be made."""
        beginning, _, rest = str(name).partition("-") if str(name).count("-") == 1 else str(name).rpartition("-")
        return super().__contains__(name) or (super().__contains__(f"{beginning}-") and super().__contains__(rest))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_own_styles_are_for_what_pages_wear(sheet: Path) -> None:
    """No rule of this project's own stylesheets is for something that no template, script or code gives to a page."""
    code = words(path.read_text(encoding="utf-8") for path in (ROOT / "src/kehoach").rglob("*.py"))
    worn = Worn(source_words(ROOT / "site_src") | code | {"default", "slate"})
    assert list(idle_selectors(sheet.read_text(encoding="utf-8"), worn)) == []


def test_a_compact_sheet_says_the_same() -> None:
    """Remarks and line breaks go; what stands in strings and between words stays."""
    sheet = '/* a */\n@media (x) {\n  .a > p { x: 1;\n    y: "b ;}"; }\n}\n@charset "x";\n.b { z: 1 2; }\n'
    assert compact(sheet) == '@media (x){.a > p{x: 1;y: "b ;}";}}@charset "x";.b{z: 1 2;}'
