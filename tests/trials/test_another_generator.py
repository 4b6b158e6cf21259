"""The pages for another generator: the same words, links and anchors, made by ProperDocs."""

from __future__ import annotations

import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from corpus import XA_EA_KNOP
from packages import copy_of_repository, run


class Body(HTMLParser):
    """Ids and addresses within the elements that hold a page's body."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.depth = 0
        self.ids: set[str] = set()
        self.addresses: list[str] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        inside = self.depth or named.get("class") == "kh-page"
        if inside and tag == "div":
            self.depth += 1
        if inside:
            self.ids |= {named["id"] or ""} if "id" in named else set()
            self.addresses += [named["href"] or ""] if "href" in named else []

    def handle_endtag(self, tag: str) -> None:
        self.depth -= bool(self.depth and tag == "div")

    def handle_data(self, data: str) -> None:
        self.words += data if self.depth else ""


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The exported pages, and the site that ProperDocs makes of them with the plainest theme there is."""
    base = tmp_path_factory.mktemp("exit")
    run(copy_of_repository(base / "kho"), "pages", "--to", str(base / "docs"))
    (base / "theme").mkdir()
    (base / "theme" / "main.html").write_text("<!doctype html><title>x</title>{{ page.content }}", encoding="utf-8")
    (base / "properdocs.yml").write_text(
        "site_name: Thử\nuse_directory_urls: false\ntheme: {name: null, custom_dir: theme}\nplugins: []\n"
        "markdown_extensions: [admonition, attr_list, def_list, tables]\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "properdocs", "build", "--config-file", str(base / "properdocs.yml")]
    done = subprocess.run(command, cwd=base, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return base / "docs", base / "site"


def test_another_generator_makes_the_same_pages(rebuilt: tuple[Path, Path]) -> None:
    """ProperDocs turns every exported page into one with the same words, links and anchors, at the same address."""
    docs, site = rebuilt
    exported = sorted(docs.rglob("*.md"))
    assert len(exported) > 200
    for page in exported:
        made = site / page.relative_to(docs).with_suffix(".html")
        before, after = (Body(path.read_text(encoding="utf-8")) for path in (page, made))
        assert (after.addresses, after.ids, after.words.split()) == (before.addresses, before.ids, before.words.split())


def test_exported_links_lead_to_exported_pages(rebuilt: tuple[Path, Path]) -> None:
    """Every relative link of the rebuilt pages names a page or file that is there."""
    _, site = rebuilt
    for page in site.rglob("index.html"):
        for address in Body(page.read_text(encoding="utf-8")).addresses:
            target = address.partition("#")[0].partition("?")[0]
            if target and ":" not in target:
                assert (page.parent / target).resolve().is_file(), (page, address)


def test_exported_page_has_front_matter_and_one_block(rebuilt: tuple[Path, Path]) -> None:
    """The front matter carries title, outline and head; the body has no blank line that would end its block."""
    text = (rebuilt[0] / "ke-hoach" / XA_EA_KNOP / "index.md").read_text(encoding="utf-8")
    _, front, body = text.split("---\n", 2)
    assert [line.partition(":")[0] for line in front.splitlines()] == ["title", "description", "toc", "head", "scripts"]
    assert "application/ld+json" in front
    assert "\n\n" not in body
