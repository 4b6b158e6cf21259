"""A theme that is kept as plain data, filled with the plans."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from assembling import BUILT, assemble
from corpus import XA_EA_KNOP
from lettertheme import LETTER_THEME

from kehoach.exports import typesetting
from kehoach.exports.pdf import official_pdf
from kehoach.exports.typesetting import Press
from kehoach.machine.store import Store
from kehoach.machine.usererror import UserError
from kehoach.meaning.fabric import LinkedPlan
from kehoach.model.registry import Registry
from kehoach.pages.frames import Entry, slot
from kehoach.pages.page import Heading
from kehoach.publishing import filling, themes
from kehoach.publishing.build import build_site
from kehoach.publishing.manifest import NAME, read_manifest
from kehoach.publishing.opened import Opened
from kehoach.publishing.workrunner import Output, Overwritten

LEAF = f'<li><a href="#{slot("ANCHOR")}">{slot("TITLE")}</a></li>'
PARENT = f'<li><a href="#{slot("ANCHOR")}">{slot("TITLE")}</a><ul aria-label="{slot("TITLE")}">{LEAF} {LEAF}</ul></li>'

GENERATOR = f"{LETTER_THEME}with open('.runs', 'a') as runs:\n    runs.write('.')\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of one plan with a generator that makes a theme of a letter before and after each page."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    root = assemble(tmp_path / "kho", *BUILT)
    for plan in list((root / "plans").glob("*/*/*.*")):
        if "xa-ea-knop" not in plan.parts:
            plan.unlink()
    (root / "plans" / "permanent-ids.txt").unlink()
    (tmp_path / "generator.py").write_text(GENERATOR, encoding="utf-8")
    return root


def built(root: Path) -> Mapping[str, str]:
    """Build the site; gives the digests of its files."""
    store = Store(root.parent / "kept")
    generator = (sys.executable, str(root.parent / "generator.py"))
    place = root.parent / "site"
    build_site(root, place, "c", generator=generator, store=store, opened=Opened(root, store, whole=True))
    return read_manifest((place / NAME).read_bytes()).files


def runs(root: Path) -> int:
    """How often the generator has run; the count is taken away, for a build reads what lies at the root."""
    count = len((root / ".runs").read_text()) if (root / ".runs").exists() else 0
    (root / ".runs").unlink(missing_ok=True)
    return count


def _remarked(root: Path, name: str) -> None:
    path = root / name
    path.write_text(f"{path.read_text(encoding='utf-8')}# Ghi chú\n", encoding="utf-8")


def test_the_generator_runs_for_a_new_theme_alone(root: Path) -> None:
    """Not for a change of the plans; for one of the configuration it does."""
    first = built(root)
    assert runs(root) == 1
    assert (root.parent / "site" / "index.html").read_text(encoding="utf-8").startswith("1 ")
    _remarked(root, "plans/xa-ea-knop/tuyen-truyen-cchc/2026.yaml")
    second = built(root)
    assert runs(root) == 0
    changed = {name for name in first if second[name] != first[name]}
    assert "data/plans/xa-ea-knop/tuyen-truyen-cchc/2026.yaml" in changed and len(changed) < 5
    _remarked(root, "mkdocs.yml")
    assert built(root) == second
    assert runs(root) == 1


def test_what_is_saved_while_plans_are_read_is_in_the_next_site(root: Path) -> None:
    """The site that was made of what had been read is not taken for one of what lies there now."""
    store, plan = Store(root.parent / "kept"), root / "plans" / f"{XA_EA_KNOP}.yaml"
    generator = (sys.executable, str(root.parent / "generator.py"))
    built(root)
    assert runs(root) == 1
    _remarked(root, f"plans/{XA_EA_KNOP}.yaml")
    opened = Opened(root, store, whole=True)
    assert opened.repository.plans
    text = plan.read_text(encoding="utf-8")
    assert "bản tin phát thanh" in text
    plan.write_text(text.replace("bản tin phát thanh", "bản tin ngắn phát thanh"), encoding="utf-8")
    build_site(root, root.parent / "site", "c", generator=generator, store=store, opened=opened)
    page = root.parent / "site" / "data" / "plans" / f"{XA_EA_KNOP}.txt"
    assert "bản tin ngắn" not in page.read_text(encoding="utf-8")
    built(root)
    assert "bản tin ngắn" in page.read_text(encoding="utf-8")


def test_a_page_that_nobody_expected_has_its_frame_made(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sections and depths are asked for beforehand; what else is met is asked for then, and the site is the same.

    After that it is asked for with the others: an edit has no theme made, a change of the theme one.
    """
    whole = built(root)
    assert runs(root) == 1
    monkeypatch.setattr(themes, "USUAL", [one for one in themes.USUAL if not one[0].startswith("van-ban/")])
    Store(root.parent / "kept").keep_only(themes.KIND, ())
    _remarked(root, "mkdocs.yml")
    assert built(root) == whole
    assert runs(root) > 1
    _remarked(root, f"plans/{XA_EA_KNOP}.yaml")
    built(root)
    assert runs(root) == 0
    _remarked(root, "mkdocs.yml")
    built(root)
    assert runs(root) == 1


@pytest.mark.parametrize("harm", ["file", "entry"])
def test_a_kept_theme_that_was_touched_is_made_again(root: Path, harm: str) -> None:
    """A file of it that says something else, or an entry of another form."""
    whole = built(root)
    store = Store(root.parent / "kept")
    [(name, of, data)] = store.read_all(themes.KIND)
    if harm == "file":
        for path in (root.parent / "kept" / "files").glob("??/*"):
            if path.read_bytes() == b"404":
                path.write_bytes(b"405")
        for spare in (root.parent / "kept").glob("spare-*"):
            store.drop("spare", str(root.parent / "site"))
            assert spare.exists()
    else:
        store.write(themes.KIND, [(name, of, json.dumps({**json.loads(data), "frames": 7}).encode())])
    runs(root)
    _remarked(root, "plans/registry/terms.yaml")
    assert built(root) == whole
    assert runs(root) == 1
    assert (root.parent / "site" / "404.html").read_bytes() == b"404"


def test_without_a_theme_nothing_is_published(root: Path) -> None:
    """The site that stands stays."""
    whole = built(root)
    (root.parent / "generator.py").write_text("raise SystemExit(1)", encoding="utf-8")
    _remarked(root, "mkdocs.yml")
    with pytest.raises(UserError, match="trang cũ giữ nguyên"):
        built(root)
    assert read_manifest((root.parent / "site" / NAME).read_bytes()).files == whole


class _Prepared(Exception):
    """All is ready for processes to be forked."""


def test_no_press_works_before_processes_are_forked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """None of them could use it: each would start a program for every PDF."""
    monkeypatch.setattr(typesetting, "_USERS", set())
    root = assemble(tmp_path / "kho", *BUILT)
    (tmp_path / "generator.py").write_text(GENERATOR, encoding="utf-8")
    made = []

    def noted(linked: LinkedPlan, registry: Registry, press: Press, purpose: str | None = None) -> bytes:
        made.append(linked.plan.id)
        return official_pdf(linked, registry, press, purpose)

    def prepared(*of: object, prepare: Callable[[], None], **also: object) -> None:
        prepare()
        raise _Prepared

    monkeypatch.setattr("kehoach.publishing.works.official_pdf", noted)
    monkeypatch.setattr(filling, "begin", prepared)
    with pytest.raises(_Prepared):
        built(root)
    assert made
    assert not vars(typesetting)["_USERS"]


def test_headings_are_listed_as_the_theme_does() -> None:
    """Titles are escaped, in labels too; what stands between the theme's entries stands between ours."""
    entry = Entry.of(LEAF, PARENT)
    below = (Heading("1", "m"), Heading("2", "h", (Heading("3", "b"),)))
    assert entry(Heading('<A> & "B"', "a", below)) == (
        '<li><a href="#a">&lt;A&gt; &amp; &#34;B&#34;</a><ul aria-label="&lt;A&gt; &amp; &#34;B&#34;">'
        '<li><a href="#m">1</a></li> <li><a href="#h">2</a><ul aria-label="2"><li><a href="#b">3</a></li></ul></li>'
        "</ul></li>"
    )


def test_two_things_at_one_address_stop_the_build() -> None:
    """Whether both were made now or one is kept."""
    done = Output({"a": (1, "x"), "b": (1, "x")}, {})
    with pytest.raises(Overwritten, match="b"):
        done.add(Output({"b": (1, "x"), "c": (1, "x")}, {}))
