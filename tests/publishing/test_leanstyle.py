"""A theme's styles without what no page can match: nothing that a page may hold is lost."""

from __future__ import annotations

import pytest
from corpus import ROOT

from kehoach.publishing.leanstyle import lean, lean_sheets, without_idle, words

HELD = words(['<div class="a b-c" id="x" data-on>'])


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
        (".warning>.admonition-title{x:1}", ".warning>.admonition-title{x:1}"),
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


def test_own_sources_name_what_pages_wear() -> None:
    """The words come from the templates, the theme's pages and the scripts."""
    [sheet] = lean_sheets(ROOT / "site_src", [ROOT / "site_src/docs/assets/stylesheets/difference.css"])
    assert ".kh-diff" in sheet
