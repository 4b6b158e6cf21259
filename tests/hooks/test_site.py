"""The built site, as it lies in a folder: every link resolves, nothing leads elsewhere, no text is run."""

from __future__ import annotations

import gzip
import posixpath
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from assembling import BUILT, assemble
from building import build
from corpus import FIXTURES, ROOT, found

from kehoach.machine.store import Store
from kehoach.publishing.build import build_site
from kehoach.publishing.manifest import NAME
from kehoach.publishing.opened import Opened


@pytest.fixture(scope="module")
def site(five: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("site") / "site"
    build(five, place, "--strict")
    return place


class References(HTMLParser):
    """Ids, the language, and every address that a page names."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.addresses: list[str] = []
        self.language = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = named.get("lang", "")
        self.ids |= {named[name] for name in ("id", "name") if named.get(name)}
        self.addresses += [named[name] for name in ("href", "src", "srcset", "poster", "action") if name in named]


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, References]:
    found = {}
    for path in sorted(site.rglob("*.html")):
        references = References()
        references.feed(path.read_text(encoding="utf-8"))
        found[path.relative_to(site).as_posix()] = references
    assert len(found) > 100
    return found


def links(pages: dict[str, References]) -> Iterator[tuple[str, str]]:
    """Every address on every page; the 404 page alone may be shown at any depth and counts from the root."""
    for page, references in pages.items():
        if page != "404.html":
            yield from ((page, address) for address in references.addresses)


def test_every_link_and_anchor_resolves(site: Path, pages: dict[str, References]) -> None:
    """Each internal address names a file that is there, each anchor an id in it."""
    broken = []
    for page, address in links(pages):
        target, _, anchor = unquote(address).partition("#")
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), target)) if target else page
        if not (site / path).is_file() or (anchor and anchor not in pages[path].ids):
            broken.append((page, address))
    assert broken == []


def test_links_are_relative(pages: dict[str, References]) -> None:
    """No address starts at a host or a root, so the site works under any sub-path and from a folder."""
    assert [pair for pair in links(pages) if re.match(r"(?:[a-z][a-z0-9+.-]*:|/)", pair[1])] == []


def test_styles_and_scripts_load_nothing_from_elsewhere(site: Path) -> None:
    """Stylesheets, and the scripts of this project, name no other host."""
    own = [*(site / "assets/stylesheets").glob("*.css"), *(site / "assets/javascripts").glob("*.js")]
    loading = re.compile(r"url\(\s*[\"']?(?:https?:)?//|@import\s+[\"'](?:https?:)?//|import\([\"'](?:https?:)?//")
    assert own
    assert [path.name for path in own if loading.search(path.read_text(encoding="utf-8"))] == []


def owners(sheet: Path) -> set[str]:
    """The class of this project that each selector of a sheet begins with: who wears none of them has no use of it."""
    plain = re.sub(r"\"[^\"]*\"|:not\([^()]*\)", "", sheet.read_text(encoding="utf-8"))
    begun = (re.search(r"\.(kh-[\w-]+)", selector) for selector in re.split(r"[{},]", plain))
    return {match[1] for match in begun if match}


def test_pages_ask_for_the_styles_that_they_wear(site: Path, pages: dict[str, References]) -> None:
    """Each page names the sheets with rules for its classes, and none that has no rule for it."""
    sheets = {sheet.name: owners(sheet) for sheet in (site / "assets/stylesheets").glob("*.css")}
    shared = sheets["kehoach.css"]
    wrong = []
    for page, references in pages.items():
        named = {posixpath.basename(address) for address in references.addresses if address.endswith(".css")}
        if "kehoach.css" not in named:
            continue  # the 404 page and pages to embed have their own
        html = (site / page).read_text(encoding="utf-8")
        worn = {name for classes in re.findall(r'class="([^"]*)"', html) for name in classes.split()} - shared
        dressed = set().union(*(sheets[name] for name in named))
        wrong += [(page, name) for name, of in sheets.items() if name != "paper.css" and worn & of - dressed]
        wrong += [(page, f"idle {name}") for name in named - {"kehoach.css"} if not worn & sheets[name]]
    assert wrong == []


def test_no_link_is_called_by_a_bare_number(site: Path, pages: dict[str, References]) -> None:
    """In a list of links it would say nothing; within a navigation, its name says what the numbers are."""
    bare = re.compile(r"<a (?![^>]*aria-label)[^>]*>\s*[\d./]+\s*</a>")
    outside = re.compile(r"<nav [^>]*>.*?</nav>", re.DOTALL)
    texts = {page: outside.sub("", (site / page).read_text(encoding="utf-8")) for page in pages}
    assert {page: found for page, text in texts.items() if (found := bare.findall(text))} == {}


def test_pages_are_vietnamese(pages: dict[str, References]) -> None:
    """Every page says that it is in Vietnamese."""
    assert [page for page, references in pages.items() if references.language != "vi"] == []


def test_pages_have_description_and_no_generator(site: Path, pages: dict[str, References]) -> None:
    """Every page describes itself to search engines and does not advertise its tools."""
    for page in pages:
        if page != "404.html":
            html = (site / page).read_text(encoding="utf-8")
            assert re.search(r'<meta name="description"[^>]* content="[^"]+">', html), page
            assert '<meta name="generator"' not in html, page


def test_plans_can_be_downloaded(five: Path, site: Path) -> None:
    """Every plan's own file, data, text and source lie beside each other, byte for byte where they are copies."""
    for plan in found(five / "plans", "*/*/[0-9]*.yaml"):
        place = site / "data" / plan.relative_to(five)
        assert place.read_bytes() == plan.read_bytes()
        assert place.with_suffix(".json").is_file()
        assert place.with_suffix(".txt").is_file()
        source = plan.with_suffix(".source.txt")
        if source.is_file():
            assert place.with_suffix(".source.txt").read_bytes() == source.read_bytes()


def test_the_command_makes_the_same_site(five: Path, site: Path, tmp_path: Path) -> None:
    """Which has the generator make the theme alone, and fills it: byte for byte what the generator makes as a whole."""
    store = Store(tmp_path / "kept")
    build_site(five, tmp_path / "again", "", store=store, opened=Opened(five, store, whole=True))

    def contents(folder: Path) -> dict[str, bytes]:
        files = (path for path in folder.rglob("*") if path.is_file() and path.name != NAME)
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    assert contents(tmp_path / "again") == contents(site)


def test_pages_carry_no_inline_code(site: Path, pages: dict[str, References]) -> None:
    """No page has a script that runs, a handler or a style in its text, as the Content-Security-Policy asks."""
    code = re.compile(r"<script(?![^>]*(?:\ssrc=|type=\"application/))|<[a-z][^<>]*\s(?:on[a-z]+|style)=|javascript:")
    assert [page for page in pages if code.search((site / page).read_text(encoding="utf-8"))] == []
    styled = [page for page in pages if "<style" in (site / page).read_text(encoding="utf-8")]
    assert styled == ["404.html"]


AUTHORED = "site_src/docs/huong-dan/doc/index.md"
SCRIPT = "document.title += ' (thử)'"


@pytest.fixture(scope="module")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site built with its address, and with a script that somebody wrote into a page of the guide."""
    root = assemble(tmp_path_factory.mktemp("addressed") / "kho", *BUILT, plans=FIXTURES / "vi-du")
    with (root / AUTHORED).open("a", encoding="utf-8") as page:
        page.write(f"\n<script>{SCRIPT}</script>\n")
    build(root, root / "site", "--strict", SITE_URL="https://a.example/b/")
    return root / "site"


def test_script_in_an_authored_page_becomes_a_file(addressed: Path) -> None:
    """The policy lets no script in a page run; one that an author wrote there is moved, not lost."""
    page = addressed / AUTHORED.removeprefix("site_src/docs/").replace("index.md", "index.html")
    html = page.read_text(encoding="utf-8")
    sources = re.findall(r'<script src="([^"]+)"></script>', html)
    assert SCRIPT not in html
    assert SCRIPT in {(page.parent / source).read_text(encoding="utf-8").strip() for source in sources}


def test_an_address_makes_whole_links_for_machines(site: Path, addressed: Path) -> None:
    """Built with its address, the site has a map of all pages, canonical links, and a 404 page that leads home.

    And a picture of each plan for where it is shared, which nobody could load without.
    """
    place = addressed
    listed = set(re.findall(r"<loc>https://a\.example/b/([^<]*)</loc>", (place / "sitemap.xml").read_text("utf-8")))
    shells = {path for path in place.rglob("index.html") if '"canonical"' in path.read_text("utf-8")}
    assert listed == {path.relative_to(place).as_posix() for path in shells}
    assert "lastmod" not in (place / "sitemap.xml").read_text("utf-8")
    assert '<a href="https://a.example/b/index.html">' in (place / "404.html").read_text("utf-8")
    assert 'rel="self"' in (place / "feed.xml").read_text("utf-8")
    assert len([*place.rglob("anh.png")]) == 1
    assert [*site.rglob("anh.png")] == []


def test_text_is_never_run(tmp_path: Path) -> None:
    """Template code in a plan, or on a page that grants itself macros, comes out as the characters it is."""
    root = assemble(tmp_path / "repository", *BUILT, plans=FIXTURES / "vi-du")
    plan = root / "plans/xa-vi-du/tuyen-truyen-cchc/2025.yaml"
    text = plan.read_text(encoding="utf-8").replace("heading: Nhiệm vụ\n", 'heading: "{{ 6 * 7 }} &"\n')
    plan.write_text(text, encoding="utf-8")
    page = root / "site_src/docs/tu-cap-quyen.md"
    page.write_text("---\nrender_macros: true\n---\n# Thử\n\nBiểu thức {{ 6 * 7 }}\n", encoding="utf-8")
    build(root, tmp_path / "site", "--no-strict")
    html = (tmp_path / "site/ke-hoach/xa-vi-du/tuyen-truyen-cchc/2025/index.html").read_text(encoding="utf-8")
    assert "{{ 6 * 7 }} &amp;" in html
    granted = (tmp_path / "site/tu-cap-quyen.html").read_text(encoding="utf-8")
    assert "Biểu thức {{ 6 * 7 }}" in granted


def test_only_known_extensions_read_pages() -> None:
    """None of them can bring a file of the repository into a page, as pymdownx.snippets would."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    part = text.partition("markdown_extensions:\n")[2].partition("\n\n")[0]
    known = {"admonition", "attr_list", "def_list", "md_in_html", "tables", "toc"}
    assert set(re.findall(r"^  - ([\w.]+)", part, re.MULTILINE)) == known


def test_guide_names_only_commands_that_exist() -> None:
    """Every command of the guide is a session of nox or a subcommand of kehoach."""

    def names(pattern: str, file: str) -> set[str]:
        return set(re.findall(pattern, (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE))

    guide = "site_src/docs/huong-dan/index.md"
    sessions, commands = names(r"python3 run\.py ([a-z]+)", guide), names(r"`kehoach ([a-z]+)", guide)
    assert sessions
    assert sessions <= names(r"^def ([a-z]+)\(session", "noxfile.py")
    assert commands <= names(r"^@_command\(\s*\"([a-z]+)\"", "src/kehoach/commands/arguments.py")


def test_a_page_weighs_little_beside_its_text(site: Path) -> None:
    """The HTML of a plan is at most three times its text, with all that stands around it, however short the plan is."""
    for page in site.glob("ke-hoach/*/*/*/index.html"):
        plan = page.parent.relative_to(site / "ke-hoach").as_posix()
        if "so-sanh" not in plan:
            text = (site / "data" / "plans" / f"{plan}.txt").stat().st_size
            assert page.stat().st_size <= 3 * text, plan


def test_longest_plan_weighs_little(site: Path) -> None:
    """What a phone loads for the longest plan, compressed and without fonts: below 64 kB; HTML about 4 × its text."""
    page = max(site.glob("ke-hoach/*/*/*/index.html"), key=lambda path: path.stat().st_size)
    html = page.read_text(encoding="utf-8")
    loaded = re.findall(
        r'<(?:script|img)\b[^>]*\bsrc="([^"#?]+)"|<link rel="(?:stylesheet|icon)"[^>]*href="([^"]+)"', html
    )
    files = {(page.parent / (one or other)).resolve() for one, other in loaded}
    assert len(files) > 6
    text = site / "data" / "plans" / page.parent.relative_to(site / "ke-hoach").with_suffix(".txt")
    assert len(html.encode()) < 4.2 * text.stat().st_size
    weight = sum(len(gzip.compress(path.read_bytes(), 6)) for path in (page, *files))
    assert weight < 64_000, weight
