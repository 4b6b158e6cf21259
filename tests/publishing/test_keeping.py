"""What earlier builds kept is used only where it would be made the same; ``trials/keeping.py`` tries many edits."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Sequence
from pathlib import Path

import keeping
import pytest
import yaml
from assembling import assemble
from corpus import PLAN_IDS, ROOT, TINH_2021, XA_EA_KNOP
from keeping import Around

from kehoach.exports.datapackage import Size
from kehoach.exports.opendata import size
from kehoach.files.yamldump import dump_plan
from kehoach.files.yamlwriter import write_yaml
from kehoach.machine import joinedfiles
from kehoach.machine.store import Store
from kehoach.pages import searchjoined, yearly
from kehoach.pages.page import plan_path
from kehoach.pages.searchfiles import LISTED
from kehoach.publishing.changednames import ChangedNames
from kehoach.publishing.filecache import FileCache, Touched
from kehoach.publishing.graphshards import GraphShards
from kehoach.publishing.signatures import Signatures
from kehoach.publishing.workcache import JOINED_LISTS, PIECES, WorkCache
from kehoach.publishing.workgraph import WorkGraph
from kehoach.publishing.workrows import Row, columns_of
from kehoach.publishing.workrunner import Output
from kehoach.publishing.works import Work, Works

WORD = "quá trình thực thi"
DATA = "<h1>Đề mục</h1>".encode()


@pytest.fixture
def files(tmp_path: Path) -> FileCache:
    """A folder that keeps one file of the site."""
    held = FileCache(tmp_path / "kept")
    keep(held, tmp_path / "site" / "index.html")
    return held


def keep(files: FileCache, path: Path, data: bytes = DATA) -> Size:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    files.keep(path, size(data))
    return size(data)


def held(files: FileCache) -> list[Path]:
    assert files.folder
    return sorted(path for path in files.folder.rglob("*") if not path.is_dir())


class Redone:
    """The five plans with what is kept of them; tells which works are done again after a change."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root, self._place, self.store = assemble(folder / "kho"), folder / "site", Store(folder / "giu")
        self.state = Around(ROOT / "site_src")
        self._names: list[str] = []
        self.pieces: list[str] = []
        self.made_with: dict[str, list[str]] = {}
        keep = WorkCache.keep

        def noted(kept: WorkCache, done: Output) -> None:
            self._names += [name for name, *_ in done.entries]
            self.pieces += [name for name, *_ in done.pieces]
            self.made_with.update((name, [work for work, *_ in done.entries]) for name, *_ in done.pieces)
            keep(kept, done)

        monkeypatch.setattr(WorkCache, "keep", noted)
        assert len(self()) > 100

    def kept(self, kind: str) -> list[str]:
        """Give the names of what is kept of a kind."""
        return [name for name, *_ in self.store.read_all(kind)]

    def __call__(self) -> list[str]:
        """Make everything, and give the works that were done."""
        self._names.clear()
        self.pieces.clear()
        keeping.made(self.root, self._place, self.store, self.state)
        return sorted(self._names)


def test_each_change_costs_what_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A remark nothing, a note its entry and the lists, the next day what tells of it."""
    redone = Redone(tmp_path, monkeypatch)
    assert redone() == []
    registry = redone.root / "plans" / "registry"
    for path in registry.glob("*.yaml"):
        path.write_text(f"# Ghi chú\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    assert redone() == []
    data = yaml.safe_load((registry / "documents.yaml").read_text(encoding="utf-8"))
    data["documents"][3]["note"] = "Chữ khác."
    (registry / "documents.yaml").write_text(write_yaml(data), encoding="utf-8")
    assert [name for name in redone() if "/" in name] == [f"document/{data['documents'][3]['id']}"]
    redone.state.day += dt.timedelta(days=1)
    redone.state.committed = dt.datetime(2026, 9, 22, 9, tzinfo=dt.UTC)
    assert redone() == ["feed", "index/lich/"]
    # What was due on 10 September is news for 60 days, in the feeds of the bodies that owed it.
    redone.state.day = dt.date(2026, 11, 10)
    assert 0 < sum(name.startswith("news/") for name in redone()) < 60


def test_lists_of_everything_are_joined_from_what_each_plan_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A word in one plan: its own events and words are made, the others come back; no list is joined anew."""
    redone = Redone(tmp_path, monkeypatch)
    lists = {f"joined/{name}" for name in JOINED_LISTS}
    assert {f"{kind}/{plan_id}" for kind in PIECES for plan_id in PLAN_IDS} >= {*redone.pieces} - lists
    monkeypatch.setattr(searchjoined, "inverted", None)
    monkeypatch.setattr(joinedfiles, "Spill", None)
    path = redone.root / "plans" / f"{XA_EA_KNOP}.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("bản tin phát thanh", "bản tin ngắn phát thanh", 1), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != text
    assert {"search", "calendar file", "index/lich/", "feed"} <= {*redone()}
    # It has no history and no edition before it.
    own = [f"{kind}/{XA_EA_KNOP}" for kind in PIECES if kind not in ("same", "steps")]
    # What the search shows of plans in outline comes back, too.
    assert {*redone.pieces} == {*own, *lists} - {f"joined/{LISTED}"}


def test_pieces_are_made_while_their_plan_is_at_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a first build, with its pages, so that no list of everything brings a plan back once more."""
    redone = Redone(tmp_path, monkeypatch)
    for kind in ("rows", "events", "words"):
        for plan_id in PLAN_IDS:
            assert f"plan/{plan_id}" in redone.made_with[f"{kind}/{plan_id}"]


def test_a_word_redoes_what_shows_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A word in a line that names nobody: the plan's own pages and the lists of all words, no other's."""
    redone = Redone(tmp_path, monkeypatch)
    path = redone.root / "plans" / f"{TINH_2021}.yaml"
    text = path.read_text(encoding="utf-8")
    assert WORD in text
    path.write_text(text.replace(WORD, f"{WORD} rộng rãi", 1), encoding="utf-8")
    done = {*redone()}
    assert {f"plan/{TINH_2021}", f"papers/{TINH_2021}", "search"} <= done
    assert not done & {f"index/{name}/" for name in ("ke-hoach", "co-quan", "chi-so", "luoc-do", "tim")}
    # Bodies to which a duty went in another year quote it, with its title.
    assert {"unit/quoc-hoi", "unit/so-noi-vu-dak-lak", "unit/tinh-dak-lak"}.isdisjoint(done)
    assert not [name for name in done if name.startswith("news/")]
    assert len(done) < 30


@pytest.mark.parametrize(
    ("old", "new", "months"),
    [
        ("bản tin phát thanh", "bản tin ngắn phát thanh", ()),
        ("của kỳ báo cáo, các cơ quan", "của kỳ báo cáo, mọi cơ quan", (3, 6, 9, 12)),
    ],
)
def test_a_word_redoes_the_months_in_which_its_task_is_due(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, months: Sequence[int]
) -> None:
    """What the plan tells of other months is what it was, so that their pages are."""
    redone = Redone(tmp_path, monkeypatch)
    assert {f"month/{month}" for month in ("2025/02", "2026/03", "2026/12")} <= {*redone.kept("work")}
    path = redone.root / "plans" / f"{XA_EA_KNOP}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert [name for name in redone() if name.startswith("month/")] == [f"month/2026/{month:02}" for month in months]


def test_a_title_redoes_no_page_that_says_no_more_than_what_the_plan_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages of single years, where plans mention a thing, name them by body and year; the list of plans by title."""
    monkeypatch.setattr(yearly, "PLANS_SHOWN", 1)
    redone = Redone(tmp_path, monkeypatch)
    assert [work for work in redone.kept("work") if "-mentions/" in work]
    path = redone.root / "plans" / f"{TINH_2021}.yaml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    data = {key: value for key, value in data.items() if key not in ("source", "corrections")}
    path.write_text(dump_plan(data), encoding="utf-8")
    redone()
    path.write_text(dump_plan({**data, "title": f"{data['title']} đợt hai"}), encoding="utf-8")
    done = redone()
    assert {f"plan/{TINH_2021}", "index/ke-hoach/"} <= {*done}
    assert not [name for name in done if "-mentions/" in name]


def test_an_edition_is_redone_only_where_what_it_goes_on_from_stands_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the editions before the last, a page tells where a provision first stood, and no word."""
    redone = Redone(tmp_path, monkeypatch)
    first = redone.root / "plans" / f"{TINH_2021}.yaml"
    data = yaml.safe_load(first.read_text(encoding="utf-8"))
    data = {key: value for key, value in data.items() if key not in ("source", "corrections")}
    for year in ("2022", "2023"):
        first.with_name(f"{year}.yaml").write_text(dump_plan(data), encoding="utf-8")
    redone()
    text = first.read_text(encoding="utf-8")
    first.write_text(text.replace(WORD, f"{WORD} rộng rãi", 1), encoding="utf-8")
    line = f"plan/{TINH_2021.removesuffix('2021')}"
    # The last edition is laid beside the first.
    assert [name for name in redone() if name.startswith(line)] == [f"{line}{year}" for year in (2021, 2022, 2025)]
    item = data["body"][0]["id"]
    first.write_text(text.replace(f"id: {item}\n", "id: ten-khac\n", 1), encoding="utf-8")
    assert f"{line}2023" in redone()
    pages = keeping.made(redone.root, tmp_path / "lại", None, redone.state)
    address = f"{plan_path(TINH_2021.replace('2021', '2023'))}index.html"
    assert b"2021/#ten-khac" in pages[address]


def test_an_edit_looks_at_the_works_that_asked_for_what_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of all others not even the signature is made; where it is not known what they asked for, all are looked at."""
    redone = Redone(tmp_path, monkeypatch)
    signed: list[str] = []
    sign = Signatures.__call__

    def counted(signatures: Signatures, work: Work) -> str:
        signed.append(work.name)
        return sign(signatures, work)

    monkeypatch.setattr(Signatures, "__call__", counted)
    assert redone() == [] and signed == []
    path = redone.root / "plans" / f"{XA_EA_KNOP}.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("bản tin phát thanh", "bản tin ngắn phát thanh", 1), encoding="utf-8")
    with monkeypatch.context() as patched:
        # What there are works for hangs on outlines and registries: they are not even listed.
        patched.setattr(Works, "__iter__", None)
        done = redone()
    assert {f"plan/{XA_EA_KNOP}", "tables"} <= {*done} <= {*signed}
    assert len(signed) < 120
    signed.clear()
    redone.state.day += dt.timedelta(days=1)
    assert {*redone()} == {*signed} == {"feed", "index/lich/"}
    signed.clear()
    path.write_text(text, encoding="utf-8")
    for name in redone.kept("graph"):
        redone.store.write("graph", [(name, "", b"{}")])
    assert {*redone()} == {*done}
    assert len(signed) > 300


def test_what_is_kept_comes_back_without_taking_room(files: FileCache, tmp_path: Path) -> None:
    """A file is found as it was written, and is the site's own."""
    files.put(size(DATA), tmp_path / "again.html")
    assert (tmp_path / "again.html").read_bytes() == DATA
    assert (tmp_path / "again.html").stat().st_nlink == 3


def test_files_are_copied_where_they_cannot_be_linked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system without links, or a site on another disk."""

    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    files = FileCache(tmp_path / "kept")
    files.put(keep(files, tmp_path / "index.html"), tmp_path / "again.html")
    assert (tmp_path / "again.html").read_bytes() == DATA
    assert (tmp_path / "again.html").stat().st_nlink == 1


@pytest.mark.parametrize("harm", ["same length and times", "shorter", "gone", "link"])
def test_file_of_another_content_is_never_published(files: FileCache, tmp_path: Path, harm: str) -> None:
    """Whoever touches the kept file, or the published one that it is linked to: it is not put anywhere, and goes."""
    [path] = held(files)
    times = path.stat()
    if harm == "same length and times":
        path.write_bytes(DATA.replace("Đ".encode(), "đ".encode()))
    elif harm == "shorter":
        path.write_bytes(b"")
    else:
        path.rename(tmp_path / "aside")
        if harm == "link":
            # As long as the file: a link's length is that of its target's name.
            target = os.path.relpath(tmp_path / "aside", path.parent)
            path.symlink_to(target.replace("/", "/" * (1 + len(DATA) - len(target)), 1))
    if path.exists():
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns), follow_symlinks=False)
    for _ in range(2):
        with pytest.raises(Touched):
            files.put(size(DATA), tmp_path / "again.html")
        assert not (tmp_path / "again.html").exists()
    assert held(files) == []


@pytest.mark.parametrize("name", ["../../elsewhere", "", "a" * 63 + "/", "." * 64])
def test_name_that_is_no_digest_leads_nowhere(files: FileCache, tmp_path: Path, name: str) -> None:
    """What is asked for by another name is not looked for."""
    (tmp_path / "elsewhere").write_bytes(DATA)
    with pytest.raises(Touched):
        files.put((len(DATA), name), tmp_path / "again.html")


class Same:
    """Signatures of a state in which nothing has changed."""

    ground = "ground"

    def __call__(self, work: Work) -> str:
        return "signature"

    def of_plans(self, plan_ids: object) -> str:
        return "plans"


@pytest.mark.parametrize("address", ["/etc/x", "../x", "a/../../x"])
def test_address_outside_the_site_is_in_no_graph(tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept of all works together writes nothing beside the site either."""
    monkeypatch.setattr(ChangedNames, "names", frozenset())
    for at in ("index.html", address):
        store = Store(tmp_path / "store")
        GraphShards(store, Same.ground).write({}, {}, [("rows/0", columns_of({"w": Row([(at, *size(DATA))], [])}))])
        graph = WorkGraph(store, Same())  # type: ignore[arg-type]
        assert {*graph.before} == ({"w"} if at == "index.html" else set())
        assert store.spoiled == (at == address)


@pytest.mark.parametrize("address", ["/etc/x", "../x", "a/../../x"])
def test_address_outside_the_site_is_not_believed(files: FileCache, tmp_path: Path, address: str) -> None:
    """What is kept of a work writes nothing beside the site, and is counted as spoiled."""
    store, place = Store(tmp_path / "store"), tmp_path / "deep" / "new"
    kept = WorkCache(store, files, Same(), place, lambda path, listed: "")  # type: ignore[arg-type]
    said = {"asked": [], "plans": [], "of_plans": "plans", "pages": [], "files": [[address, *size(DATA)]]}
    store.write("work", [("w", "signature", json.dumps(said).encode())])
    assert kept.restored(Work("w", "w", list)) is None
    assert store.spoiled == 1
    assert not place.exists()


def test_files_of_no_work_are_dropped(files: FileCache, tmp_path: Path) -> None:
    """The folder holds what the last build has, and no more."""
    _, digest = keep(files, tmp_path / "other.html", b"other")
    files.keep_only({digest})
    assert [path.read_bytes() for path in held(files)] == [b"other"]


def test_full_disk_keeps_nothing_and_harms_nothing(tmp_path: Path) -> None:
    """Where the folder cannot be written, works are done every time; nowhere to keep is no error either."""
    (tmp_path / "kept").write_text("a file in its place")
    for files in (FileCache(tmp_path / "kept"), FileCache(None)):
        known = keep(files, tmp_path / "index.html")
        files.keep_only(set())
        with pytest.raises(Touched):
            files.put(known, tmp_path / "again.html")
