"""The index site over many sites: what it lists and links, how it shows what a package holds, when it is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from datapackages import SITE, rewrite, write_package

from kehoach.commands.main import main
from kehoach.meaning.fabric import Fabric
from kehoach.nation import listing

pytest.importorskip("duckdb", reason="the extra `nation` is not installed: not run")

OTHER = "https://khac.example.vn/"
MOST = 150_000


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory, fabric: Fabric) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("packages")
    return write_package(folder / "a", fabric), write_package(folder / "b", fabric, OTHER)


@pytest.fixture(scope="module")
def site(packages: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site over two packages, its lists cut short, so that they have parts."""
    place = tmp_path_factory.mktemp("nation") / "site"
    with pytest.MonkeyPatch.context() as narrow:
        narrow.setattr(listing, "LINES", 20)
        assert main(["nation", *map(str, packages), "--output", str(place), "--parquet"]) == 0
    return place


class Links(HTMLParser):
    """The addresses that a page leads to, and those that it loads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.led: list[str] = []
        self.loaded: list[str] = []
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.add(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]
        assert not any(name.startswith("on") or name == "style" for name in found)
        for name in ("href", "src", "action"):
            if name in found:
                (self.led if tag == "a" else self.loaded).append(str(found[name]))


def html_files(site: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(site.rglob("*.html")):
        yield path, path.read_text(encoding="utf-8")


def test_every_link_leads_to_a_file_or_to_a_site_of_the_packages(site: Path) -> None:
    """Nothing is loaded from elsewhere, and the policy allows nothing else."""
    count = 0
    for path, text in html_files(site):
        links = Links(text)
        assert "default-src 'none'; script-src 'self'" in unescape(text)
        assert "style" not in links.tags
        assert len(links.ids) == len(set(links.ids)), path
        for address in (*links.led, *links.loaded):
            if address.startswith((SITE, OTHER)):
                assert address in links.led
                count += 1
            else:
                assert (path.parent / address.partition("#")[0]).is_file() or address.startswith("#"), (path, address)
    assert count > 700


def test_every_duty_is_listed_with_its_place_on_its_own_site(site: Path, packages: tuple[Path, Path]) -> None:
    """In the lists of duties without scripts, and in the data of the search."""
    led = {link for _, text in html_files(site / "tinh" / "66" / "viec") for link in Links(text).led}
    for package, address in zip(packages, (SITE, OTHER), strict=True):
        urls = set(re.findall(r"(ke-hoach/\S+/index\.html#[\w.-]+)", (package / "data" / "duties.csv").read_text()))
        assert len(urls) > 90
        assert {f"{address}{url}" for url in urls} <= led
    passages = "".join(path.read_text(encoding="utf-8") for path in site.glob("tim/chi-muc/p*.js"))
    assert passages.count('"folder":"https://') == 10


def test_long_lists_are_cut_and_reach_everything(site: Path) -> None:
    """Parts by letters below a list: from the front page every line can be reached by links alone."""
    assert list((site / "tinh" / "66" / "viec" / "2025").glob("danh-muc_viec_*"))
    reached: set[Path] = set()
    waiting = [(site / "index.html").resolve()]
    while waiting:
        path = waiting.pop()
        if path not in reached:
            reached.add(path)
            led = (link for link in Links(path.read_text(encoding="utf-8")).led if "://" not in link)
            waiting += [(path.parent / link.partition("#")[0]).resolve() for link in led if ".html" in link]
    lines = {path.resolve(): {link for link in Links(text).led if "://" in link} for path, text in html_files(site)}
    assert {link for path in reached for link in lines[path]} == {link for some in lines.values() for link in some}


def test_a_day_is_listed_under_its_month(site: Path) -> None:
    """“Chậm nhất vào ngày 10 của kỳ báo cáo”, first quarter."""
    text = (site / "tinh" / "66" / "han" / "2026" / "index.html").read_text(encoding="utf-8")
    month = text.partition(">Tháng 3<")[2].partition("<h2")[0]
    assert '<time datetime="2026-03-10">10/3/2026</time>' in month


def test_the_same_packages_give_the_same_site(site: Path, packages: tuple[Path, Path], tmp_path: Path) -> None:
    """Byte for byte, Parquet and search too."""
    with pytest.MonkeyPatch.context() as narrow:
        narrow.setattr(listing, "LINES", 20)
        assert main(["nation", *map(str, packages), "--output", str(tmp_path / "again"), "--parquet"]) == 0
    files = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert files == {
        path.relative_to(tmp_path / "again"): path.read_bytes()
        for path in (tmp_path / "again").rglob("*")
        if path.is_file()
    }


def test_what_a_package_holds_is_shown_as_text_and_no_page_is_long(fabric: Fabric, tmp_path: Path) -> None:
    """Markup in titles and names, titles without end, anchors that are none: escaped, cut, quoted."""
    package = write_package(tmp_path / "package", fabric)
    evil = "<script>alert(1)</script>&\"'" * 40
    duties = (package / "data" / "duties.csv").read_text(encoding="utf-8")
    head, _, body = duties.partition("\n")
    plan = "xa-ea-knop/tuyen-truyen-cchc/2026"
    quoted = evil.replace('"', '""')
    rows = "".join(
        f'{plan}#d{n},{plan},I.{n},"{quoted}","{quoted}",,,"{quoted}",,,,"ke-hoach/{plan}/index.html#{quoted[:900]}"'
        + "," * (head.count(",") - 11)
        + "\n"
        for n in range(3000)
    )
    plans = (package / "data" / "plans.json").read_text(encoding="utf-8")
    named = plans.replace('"issuer_name":"Ủy ban nhân dân xã Ea Knốp"', f'"issuer_name":"{evil.replace(chr(34), "x")}"')
    assert named != plans
    rewrite(package, {"duties.csv": f"{head}\n{body}{rows}".encode(), "plans.json": named.encode()})
    assert main(["nation", str(package), "--output", str(tmp_path / "site")]) == 0
    pages = dict(html_files(tmp_path / "site"))
    assert max(len(text.encode()) for text in pages.values()) <= MOST
    assert any("&lt;script&gt;alert(1)" in text for text in pages.values())
    for text in pages.values():
        assert "<script>" not in text
        assert all(not re.search(r"[<>\"'\s]", link) for link in Links(text).led)


def test_a_broken_package_is_named_and_the_old_site_stays(
    packages: tuple[Path, Path], fabric: Fabric, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit status 1, nothing half-written, nothing left beside it."""
    broken = write_package(tmp_path / "broken", fabric, "https://hong.example.vn/")
    (broken / "data" / "duties.csv").write_bytes(b"x")
    place = tmp_path / "out" / "site"
    assert main(["nation", str(packages[0]), "--output", str(place)]) == 0
    before = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    assert main(["nation", str(packages[0]), str(broken), "--output", str(place)]) == 1
    assert f"Gói {broken}: data/duties.csv khác với mô tả" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in place.rglob("*") if path.is_file()} == before
    assert [path.name for path in place.parent.iterdir()] == ["site"]


def test_a_folder_of_somebody_is_not_replaced(
    packages: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only an empty folder, or a site that the command made itself."""
    (tmp_path / "thesis.docx").write_bytes(b"years of work")
    assert main(["nation", str(packages[0]), "--output", str(tmp_path)]) == 1
    assert "chọn thư mục khác" in capsys.readouterr().err
    assert (tmp_path / "thesis.docx").read_bytes() == b"years of work"
