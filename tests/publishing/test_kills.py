"""Crowded, failing and full-disk builds; killed ones are a trial: ``tests/trials/kills.py``."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from kills import prepared, published, start

from kehoach.machine.usererror import UserError
from kehoach.publishing.build import build_site
from kehoach.publishing.digests import folder_digests
from kehoach.publishing.manifest import NAME, Manifest, read_manifest
from kehoach.publishing.origin import commit_time, current_commit
from kehoach.publishing.verifying import digest, verify

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="one-step exchange and process groups are Linux's")


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a repository, the quick generator and a published site."""
    base = tmp_path_factory.mktemp("kills")
    generator = prepared(base)
    assert start(base, "cu", str(generator)).wait() == 0
    return base


@pytest.fixture
def base(once: Path, tmp_path: Path) -> Path:
    """A copy of such a folder."""
    shutil.copytree(once, tmp_path, symlinks=True, dirs_exist_ok=True)
    assert published(tmp_path) == ("cu", True)
    return tmp_path


def test_two_builds_at_once_are_two_whole_results(base: Path) -> None:
    """Builds that run together take turns at the switch; neither loses its folder to the other's clearing."""
    for turn in range(3):
        builds = [start(base, f"{turn}-{name}", str(base / "generator.py")) for name in "ab"]
        assert [build.wait() for build in builds] == [0, 0]
        now, whole = published(base)
        assert whole and now in (f"{turn}-a", f"{turn}-b")
    assert [*base.glob(".site-*")] == []


def test_a_build_at_work_keeps_its_folder(base: Path) -> None:
    """A second build clears nothing while the first one is alive."""
    slow, go = base / "slow.py", base / "di"
    waiting = f"import os, time\nwhile not os.path.exists({str(go)!r}):\n    time.sleep(0.02)\n"
    slow.write_text(waiting + (base / "generator.py").read_text(), encoding="utf-8")
    first = start(base, "cham", str(slow))
    while not [*base.glob(".site-*")]:
        assert first.poll() is None
    assert start(base, "nhanh", str(base / "generator.py")).wait() == 0
    assert first.poll() is None
    assert [*base.glob(".site-*")] != []
    go.touch()
    assert first.wait() == 0
    assert published(base) == ("cham", True)


def test_a_generator_that_fails_half_way_leaves_the_old_site(base: Path) -> None:
    """What it had written is taken away."""
    failing = base / "failing.py"
    failing.write_text(f"{(base / 'generator.py').read_text()}\nsys.exit(1)\n", encoding="utf-8")
    with pytest.raises(UserError, match="trang cũ giữ nguyên"):
        os.environ["KEHOACH_WORD"] = "hong"
        build_site(base / "repository", base / "site", "hong", generator=(sys.executable, str(failing)))
    assert published(base) == ("cu", True)
    assert [*base.glob(".site-*")] == []


def test_modes_do_not_depend_on_the_umask(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is built under a narrow umask can be read by a server."""
    monkeypatch.setenv("KEHOACH_WORD", "moi")
    before = os.umask(0o077)
    try:
        build_site(base / "repository", base / "site", "moi", generator=(sys.executable, str(base / "generator.py")))
    finally:
        os.umask(before)
    found = {path.is_dir(): stat.S_IMODE(path.stat().st_mode) for path in [base / "site", *(base / "site").rglob("*")]}
    assert found == {True: 0o755, False: 0o644}
    assert {stat.S_IMODE(path.stat().st_mode) for path in (base / "site").rglob("*.html")} == {0o644}


def test_a_broken_link_stops_the_real_build(base: Path) -> None:
    """MkDocs' ``--strict`` counts (with ``--quiet`` it would not): one dead link and the old site stays."""
    with (base / "repository" / "site_src" / "docs" / "huong-dan" / "index.md").open("a", encoding="utf-8") as page:
        page.write("\n[Đi đâu](khong-co.md)\n")
    with pytest.raises(UserError, match="trang cũ giữ nguyên"):
        build_site(base / "repository", base / "site", "hong")
    assert published(base) == ("cu", True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 3 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(place)]
    if os.name == "nt" or os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a small disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def _build(base: Path, place: Path, word: str, limit: str = "") -> subprocess.CompletedProcess[str]:
    code = f"""{limit}
import sys
from pathlib import Path
from kehoach.machine.usererror import UserError
from kehoach.publishing.build import build_site
repository, place, generator = {[str(path) for path in (base / "repository", place, base / "generator.py")]}
try:
    build_site(Path(repository), Path(place), {word!r}, generator=(sys.executable, generator))
except UserError as error:
    sys.exit(str(error))
"""
    environment = {**os.environ, "KEHOACH_WORD": word, "PYTHONUTF8": "1", "GIT_CEILING_DIRECTORIES": str(base)}
    return subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)


def test_a_full_disk_leaves_the_old_site(base: Path, small_disk: Path) -> None:
    """The first site fits, the second beside it does not: an error in Vietnamese, and the first is whole."""
    assert _build(base, small_disk / "site", "cu").returncode == 0
    (small_disk / "rest").write_bytes(b"x" * 1_300_000)
    done = _build(base, small_disk / "site", "moi")
    assert done.returncode == 1 and "trang cũ giữ nguyên" in done.stderr
    assert published(small_disk) == ("cu", True)
    assert sorted(path.name for path in small_disk.iterdir()) == ["rest", "site"]


def test_a_manifest_that_cannot_be_written_leaves_the_old_site(base: Path) -> None:
    """The same where only the last file is too long for what may be written."""
    limit = "import resource, signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    limit += "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))"
    done = _build(base, base / "site", "moi", limit)
    assert done.returncode == 1 and "Không ghi được trang" in done.stderr
    assert published(base) == ("cu", True)
    assert [*base.glob(".site-*")] == []


@pytest.mark.parametrize("place", ["repository", ".", "thu-muc-khac", "tep"])
def test_a_place_that_is_no_site_is_refused(base: Path, place: str) -> None:
    """A folder with other things in it, the repository, or a file is not taken away by the switch."""
    (base / "thu-muc-khac").mkdir()
    (base / "thu-muc-khac" / "luan-van.docx").write_text("x")
    (base / "tep").write_text("x")
    before = folder_digests(base)
    with pytest.raises(UserError, match=r"chứa chính kho|không phải trang|không phải thư mục"):
        build_site(base / "repository", base / place, "", generator=("false",))
    assert folder_digests(base) == before


def test_manifests_form_a_chain(base: Path) -> None:
    """A manifest names the one before it, so that an old copy passed off as new is found by the newest manifest."""
    first = (base / "site" / NAME).read_bytes()
    shutil.copytree(base / "site", base / "ban-cu")
    environment = {"KEHOACH_WORD": "moi"}
    os.environ.update(environment)
    generator = (sys.executable, str(base / "generator.py"))
    build_site(base / "repository", base / "site", "moi", previous=digest(first), generator=generator)
    newest = base / "site" / NAME
    assert read_manifest(newest.read_bytes()).previous == digest(first)
    assert verify(base / "site", newest)[1]
    said, fine = verify(base / "ban-cu", newest)
    assert "bản CŨ" in said and not fine
    newest_elsewhere = base / "danh-sach-la.json"
    newest_elsewhere.write_text(Manifest("x", "", {}).to_json(), encoding="utf-8")
    said, fine = verify(base / "site", newest_elsewhere)
    assert "KHÔNG phải" in said and not fine


def test_an_archive_tells_its_commit_and_a_copy_without_history_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``git archive`` fills in hash and time; an unfilled file and a bare copy say nothing, so no date is made up."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert (current_commit(tmp_path), commit_time(tmp_path)) == ("", {})
    (tmp_path / ".git-archival.txt").write_text("commit: $Format:%H$\ntime: $Format:%ct$\n")
    assert (current_commit(tmp_path), commit_time(tmp_path)) == ("", {})
    (tmp_path / ".git-archival.txt").write_text("commit: abc\ntime: 1767225600\n")
    assert (current_commit(tmp_path), commit_time(tmp_path)) == ("abc", {"SOURCE_DATE_EPOCH": "1767225600"})


def _git(root: Path, *arguments: str) -> bytes:
    identity = ["-c", "user.name=x", "-c", "user.email=x@y.vn", "-c", "protocol.file.allow=always"]
    return subprocess.run(["git", "-C", str(root), *identity, *arguments], capture_output=True, check=True).stdout


def test_shallow_clone_and_archive_tell_no_wrong_date(tmp_path: Path) -> None:
    """A clone of depth 1 tells the commit's time and no history of files; an archive the commit's time."""
    from kehoach.files.revisions import histories, versions

    root = tmp_path / "kho"
    prepared(tmp_path)
    shutil.move(tmp_path / "repository", root)
    (root / ".git-archival.txt").write_text("commit: $Format:%H$\ntime: $Format:%ct$\n")
    (root / ".gitattributes").write_text(".git-archival.txt export-subst\n")
    _git(root, "init", "--quiet")
    for day in ("2025-01-01", "2026-01-01"):
        (root / "ngay.txt").write_text(day)
        _git(root, "add", ".")
        os.environ["GIT_COMMITTER_DATE"] = f"{day}T00:00:00Z"
        _git(root, "commit", "--quiet", "--message", day)
    del os.environ["GIT_COMMITTER_DATE"]
    time = commit_time(root)
    assert time == {"SOURCE_DATE_EPOCH": "1767225600"}
    plan = next(name for name in histories(root) or {} if name.endswith("2025.yaml"))
    assert [step.day.year for step in (histories(root) or {})[plan]] == [2025]

    _git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{root}", "nong")
    assert (histories(tmp_path / "nong"), versions(tmp_path / "nong")) == (None, None)
    assert commit_time(tmp_path / "nong") == time

    (tmp_path / "tar").mkdir()
    archive = _git(root, "archive", "--format=tar", "HEAD")
    subprocess.run(["tar", "-x", "-C", str(tmp_path / "tar")], input=archive, check=True)
    assert commit_time(tmp_path / "tar") == time
    assert current_commit(tmp_path / "tar") == current_commit(root)
    assert histories(tmp_path / "tar") is None
    assert json.loads(Manifest(current_commit(tmp_path / "tar"), "", {}).to_json())["commit"] == current_commit(root)
