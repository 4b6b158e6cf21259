from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.machine.usererror import UserError
from kehoach.publishing.build import build_site
from kehoach.publishing.digests import folder_digests
from kehoach.publishing.generations import switch
from kehoach.publishing.manifest import NAME, BrokenManifest, Manifest, ManifestDifference, differences, read_manifest
from kehoach.publishing.verifying import verify


def _site(folder: Path, word: str) -> Path:
    (folder / "a").mkdir(parents=True)
    (folder / "a" / "index.html").write_text(word, encoding="utf-8")
    (folder / "b.txt").write_text("b", encoding="utf-8")
    return folder


def _publish(folder: Path) -> Path:
    manifest = Manifest("abc123", "", folder_digests(_site(folder, "cũ")))
    (folder / NAME).write_text(manifest.to_json(), encoding="utf-8")
    return folder


def test_switch_puts_the_first_site_in_place(tmp_path: Path) -> None:
    """Where nothing was published yet, the new folder takes the place."""
    switch(_site(tmp_path / "new", "mới"), tmp_path / "site")
    assert (tmp_path / "site" / "a" / "index.html").read_text(encoding="utf-8") == "mới"


@pytest.mark.parametrize("exchange", [True, False])
def test_switch_replaces_the_old_site_whole(tmp_path: Path, exchange: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old site is gone from the place and the new one whole, with and without an exchange in one step."""
    if not exchange:
        monkeypatch.setattr("kehoach.publishing.generations._exchange", lambda one, other: False)
    new, place = _site(tmp_path / "work" / "new", "mới"), _site(tmp_path / "site", "cũ")
    switch(new, place)
    assert (place / "a" / "index.html").read_text(encoding="utf-8") == "mới"


@pytest.mark.skipif(sys.platform != "linux", reason="one-step exchange is Linux's")
def test_the_old_site_is_set_aside_whole(tmp_path: Path) -> None:
    """The switch takes nothing away itself: until the end there is one whole site under each of two names."""
    new = _site(tmp_path / "work" / "new", "mới")
    switch(new, _site(tmp_path / "site", "cũ"))
    assert (new / "a" / "index.html").read_text(encoding="utf-8") == "cũ"


def test_a_failed_build_leaves_the_old_site(tmp_path: Path) -> None:
    """A folder that holds no site configuration cannot be built; what was published stays untouched."""
    place = _publish(tmp_path / "site")
    before = folder_digests(place)
    (tmp_path / "empty").mkdir()
    with pytest.raises(UserError, match="trang cũ giữ nguyên"):
        build_site(tmp_path / "empty", place, "")
    assert folder_digests(place) == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".site-")] == []


def test_verify_finds_a_whole_copy_in_a_folder_and_in_a_zip(tmp_path: Path) -> None:
    """An untouched copy is whole, and the commit it was built from is named."""
    place = _publish(tmp_path / "site")
    with zipfile.ZipFile(tmp_path / "site.zip", "w") as bundle:
        for path in sorted(p for p in place.rglob("*") if p.is_file()):
            bundle.write(path, path.relative_to(place).as_posix())
    for copy in (place, tmp_path / "site.zip"):
        said, whole = verify(copy)
        assert whole
        assert "abc123" in said


@pytest.mark.parametrize(
    ("harm", "expected"),
    [
        (lambda site: (site / "a" / "index.html").write_bytes(b"c\xc5\xa8"), "bị đổi: a/index.html"),
        (lambda site: (site / "b.txt").unlink(), "thiếu: b.txt"),
        (lambda site: (site / "c.txt").write_text("c"), "thừa: c.txt"),
        (lambda site: (site / "d.txt").symlink_to("/etc/hostname"), "thừa: d.txt"),
    ],
    ids=["one flipped byte", "one missing file", "one added file", "one added link"],
)
def test_verify_names_what_is_wrong(tmp_path: Path, harm: object, expected: str) -> None:
    """A copy with one fault is not whole, and the fault is named."""
    place = _publish(tmp_path / "site")
    assert callable(harm)
    harm(place)
    said, whole = verify(place)
    assert not whole
    assert expected in said


def test_a_link_with_the_right_words_is_no_copy(tmp_path: Path) -> None:
    """A file that is a link to the same words elsewhere may say something else tomorrow."""
    place = _publish(tmp_path / "site")
    (place / "b.txt").rename(tmp_path / "b.txt")
    (place / "b.txt").symlink_to(tmp_path / "b.txt")
    said, whole = verify(place)
    assert not whole and "bị đổi: b.txt" in said


def _zipped(tmp_path: Path, more: Callable[[zipfile.ZipFile], None]) -> Path:
    place = _publish(tmp_path / "site")
    with zipfile.ZipFile(tmp_path / "site.zip", "w", zipfile.ZIP_DEFLATED) as bundle:
        for path in sorted(p for p in place.rglob("*") if p.is_file()):
            bundle.write(path, path.relative_to(place).as_posix())
        more(bundle)
    return tmp_path / "site.zip"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_zip_that_unpacks_in_two_ways_is_not_whole(tmp_path: Path) -> None:
    """A name that stands twice, with the published words the second time, is found."""
    words = (_publish(tmp_path / "x") / "b.txt").read_bytes()
    said, whole = verify(_zipped(tmp_path, lambda bundle: bundle.writestr("b.txt", words)))
    assert not whole and "bị đổi: b.txt" in said


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_zip_with_two_manifests_is_refused(tmp_path: Path) -> None:
    """Which of them counts depends on who unpacks."""
    with pytest.raises(UserError, match="hai manifest"):
        verify(_zipped(tmp_path, lambda bundle: bundle.writestr(NAME, Manifest("", "", {}).to_json())))


def test_a_link_in_a_zip_is_found(tmp_path: Path) -> None:
    """An entry that unpacks as a link is no file, though its words are the published ones."""
    archive = _zipped(tmp_path, lambda bundle: None)
    linked = tmp_path / "link.zip"
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(linked, "w") as new:
        for entry in old.infolist():
            words = old.read(entry)
            if entry.filename == "b.txt":
                entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
            new.writestr(entry, words)
    said, whole = verify(linked)
    assert not whole and "bị đổi: b.txt" in said


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By what its list of files says; more than the list says is never unpacked."""
    monkeypatch.setattr("kehoach.machine.ziplimits._SMALL", 1_000_000)
    with pytest.raises(UserError, match="bung ra quá lớn"):
        verify(_zipped(tmp_path, lambda bundle: bundle.writestr("e", b"0" * 2_000_000)))


def test_a_manifest_without_end_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor one that is a link or a pipe."""
    place = _publish(tmp_path / "site")
    with monkeypatch.context() as narrow:
        narrow.setattr("kehoach.publishing.verifying.MAX_MANIFEST", 10)
        with pytest.raises(UserError, match="dài quá"):
            verify(place)
        with pytest.raises(UserError, match="dài quá"):
            verify(_zipped(tmp_path / "zip", lambda bundle: None))
    (place / NAME).rename(tmp_path / NAME)
    (place / NAME).symlink_to(tmp_path / NAME)
    with pytest.raises(UserError, match="không phải tệp thường"):
        verify(place)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 2, "files": {}}', '{"format":1,"files":{"a":1}}'])
def test_a_broken_manifest_is_refused(text: str) -> None:
    """What is no manifest is said to be none."""
    with pytest.raises(BrokenManifest):
        read_manifest(text)


def test_manifest_round_trip() -> None:
    """Reading what was written gives the same manifest, files in a fixed order."""
    manifest = Manifest("c", "p", {"b": "2", "a": "1"})
    assert read_manifest(manifest.to_json()) == manifest
    assert manifest.to_json().index('"a"') < manifest.to_json().index('"b"')


def test_a_manifest_of_many_files_is_one_list() -> None:
    """Written piece by piece, it is what one piece would be: a list in order, and the same words."""
    manifest = Manifest("c", "p", {f"{number}.html": str(number) for number in reversed(range(2500))})
    assert len([*manifest.pieces()]) > 3
    data = json.loads(manifest.to_json())
    assert [*data["files"]] == sorted(manifest.files) and data["files"] == manifest.files
    rows = manifest.to_json().split("\n")
    assert len([row for row in rows if row.startswith('  "')]) == len(manifest.files)


def test_differences_leave_the_manifest_itself_out() -> None:
    """The manifest is not listed in itself."""
    assert list(differences(Manifest("", "", {"a": "1"}), {"a": "1", NAME: "x"})) == []
    assert list(differences(Manifest("", "", {"a": "1"}), {"a": "2"})) == [ManifestDifference("changed", "a")]


def test_no_commit_time_outside_a_checkout(tmp_path: Path) -> None:
    """Without git history no date is made up."""
    environment = {**os.environ, "GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    code = f"from kehoach.publishing.origin import *; print(commit_time(Path({str(tmp_path)!r})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert done.stdout.strip() == "{}"
