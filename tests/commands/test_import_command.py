"""``kehoach import``: what it writes where, and that it writes all or nothing."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from checkouts import checkout
from corpus import TINH_2025, XA_EA_KNOP, source
from importrendering import as_lines, as_word
from importsamples import DUTIES

from kehoach.commands.main import main
from kehoach.files.yamlfile import parse


def _run(folder: Path, *arguments: str, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.chdir(folder)
    return main(["--root", str(folder), "import", *arguments])


def _file(folder: Path, text: str, name: str = "nguon.txt") -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return name


def test_draft_source_and_report_in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without ids the three files stand in a folder named after the file; the source is copied byte for byte."""
    name = _file(tmp_path, source(XA_EA_KNOP))
    assert _run(tmp_path, name, monkeypatch=monkeypatch) == 0
    folder = tmp_path / "nhap" / "nguon"
    assert sorted(path.name for path in folder.iterdir()) == [
        "2026.bao-cao-nhap.txt",
        "2026.source.txt",
        "2026.yaml",
    ]
    loaded = parse((folder / "2026.yaml").read_bytes(), "2026.yaml")
    kept = (folder / "2026.source.txt").read_bytes()
    assert kept == source(XA_EA_KNOP).encode() and loaded.problems == []
    assert loaded.value["source"]["sha256"] == hashlib.sha256(kept).hexdigest()
    assert "100 %" in (folder / "2026.bao-cao-nhap.txt").read_text(encoding="utf-8")


def test_draft_in_its_place_among_the_plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With all ids the draft goes to its place, where no other file may stand; the report goes elsewhere."""
    name = _file(tmp_path, source(TINH_2025))
    ids = ("--unit", "tinh-x", "--series", "tuyen-truyen", "--edition", "2025-2")
    assert _run(tmp_path, name, *ids, monkeypatch=monkeypatch) == 0
    folder = tmp_path / "plans" / "tinh-x" / "tuyen-truyen"
    assert sorted(path.name for path in folder.iterdir()) == ["2025-2.source.txt", "2025-2.yaml"]
    data = parse((folder / "2025-2.yaml").read_bytes(), "x").value
    assert data["issuer"] == "tinh-x" and data["source"]["file"] == "2025-2.source.txt"
    assert [entry["source"] for entry in data["corrections"]] == ["http://tuongtaccongdan.daklak.gov.vn/"]
    assert len(list((tmp_path / ".cache" / "import").iterdir())) == 1


def test_a_series_given_as_folder_is_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The report does not stand among the plans, where the check would refuse it; other ids beside it are refused."""
    name = _file(tmp_path, source(TINH_2025))
    folder = "plans/tinh-x/tuyen-truyen"
    assert _run(tmp_path, name, "--output", folder, "--unit", "tinh-y", monkeypatch=monkeypatch) == 1
    assert "bỏ --output" in capsys.readouterr().err
    assert not (tmp_path / "plans").exists()
    assert _run(tmp_path, name, "--output", folder, monkeypatch=monkeypatch) == 0
    assert sorted(path.name for path in (tmp_path / folder).iterdir()) == ["2025.source.txt", "2025.yaml"]
    assert len(list((tmp_path / ".cache" / "import").iterdir())) == 1


def test_word_document_is_kept_beside_its_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The original of a Word document is copied too, and the draft says where its text is from."""
    original = as_word(DUTIES)
    (tmp_path / "bang.docx").write_bytes(original)
    assert _run(tmp_path, "bang.docx", "--output", "ra", monkeypatch=monkeypatch) == 0
    assert (tmp_path / "ra" / "2025.source.docx").read_bytes() == original
    assert "bang.docx" in parse((tmp_path / "ra" / "2025.yaml").read_bytes(), "x").value["source"]["note"]


def test_an_existing_draft_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A second import to the same place is refused and changes nothing."""
    name = _file(tmp_path, as_lines(DUTIES))
    assert _run(tmp_path, name, monkeypatch=monkeypatch) == 0
    before = {path: path.read_bytes() for path in (tmp_path / "nhap").rglob("*.yaml")}
    assert _run(tmp_path, name, monkeypatch=monkeypatch) == 1
    assert "đã có" in capsys.readouterr().err
    assert before == {path: path.read_bytes() for path in (tmp_path / "nhap").rglob("*.yaml")}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("khong-co.txt",), "Không có tệp"),
        (("nguon.txt", "--unit", "Sở X"), "--unit"),
        (("nguon.txt", "--edition", "hai nghìn"), "--edition"),
        (("hong.docx",), "Word"),
        (("nguon.txt", "--unit", "a", "--series", "b"), "--edition 2026"),
    ],
)
def test_mistakes_are_said_and_nothing_is_written(
    arguments: tuple[str, ...],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A sentence in Vietnamese, exit status 1, no file."""
    _file(tmp_path, "Không có năm nào ở đây.")
    (tmp_path / "hong.docx").write_bytes(b"PK\x03\x04hong")
    before = sorted(tmp_path.rglob("*"))
    assert _run(tmp_path, *arguments, monkeypatch=monkeypatch) == 1
    assert said in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before


def test_text_without_a_year_is_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No text is refused: the draft waits for its year in its name."""
    name = _file(tmp_path, "Không có năm nào ở đây.")
    assert _run(tmp_path, name, "--output", "ra", monkeypatch=monkeypatch) == 0
    assert (tmp_path / "ra" / "chua-ro-nam.yaml").is_file()


def test_a_folder_is_imported_file_by_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each file gets a draft of its own; one that cannot be read is named, and the exit status says so."""
    folder = tmp_path / "van-ban"
    folder.mkdir()
    _file(folder, source(XA_EA_KNOP), "a.txt")
    (folder / "b.docx").write_bytes(as_word(DUTIES))
    (folder / "~$b.docx").write_bytes(b"lock")
    assert _run(tmp_path, "van-ban", monkeypatch=monkeypatch) == 0
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == ["a.txt", "b.docx"]
    assert (tmp_path / "nhap" / "a" / "2026.yaml").is_file() and (tmp_path / "nhap" / "b" / "2025.yaml").is_file()
    (folder / "c.docx").write_bytes(b"PK\x03\x04 broken")
    assert _run(tmp_path, "van-ban", "--output", "ra", "--format", "json", monkeypatch=monkeypatch) == 1
    said = {one["file"]: one for one in json.loads(capsys.readouterr().out)}
    assert "hỏng" in said["c.docx"]["problem"] and said["b.docx"]["draft"] == str(Path("ra", "b", "2025.yaml"))


@pytest.mark.parametrize("arguments", [("trong",), ("day", "--edition", "2026")])
def test_a_folder_without_files_or_with_one_edition_is_refused(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One edition cannot be that of several files."""
    for name in ("trong", "day"):
        (tmp_path / name).mkdir()
    _file(tmp_path / "day", source(XA_EA_KNOP))
    assert _run(tmp_path, *arguments, monkeypatch=monkeypatch) == 1
    assert "tệp" in capsys.readouterr().err


def test_a_new_series_is_written_beside_its_first_plan_or_nothing_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A registry of series that has a fault is told with its line, and neither it nor a plan is written."""
    root = checkout(tmp_path / "kho")
    registry = root / "plans" / "registry" / "series.yaml"
    whole = registry.read_text(encoding="utf-8")
    name = _file(root, source(XA_EA_KNOP))
    ids = ("--unit", "xa-ea-knop", "--series", "doi-moi", "--edition", "2027")
    registry.write_text(f"{whole}  - id: [\n", encoding="utf-8")
    broken = registry.read_bytes()
    assert _run(root, name, *ids, monkeypatch=monkeypatch) == 1
    said = capsys.readouterr().err
    assert f"plans/registry/series.yaml: dòng {len(whole.splitlines()) + 1}: " in said and ": :" not in said
    assert registry.read_bytes() == broken and not (root / "plans" / "xa-ea-knop" / "doi-moi").exists()
    registry.write_text(whole, encoding="utf-8")
    assert _run(root, name, *ids, monkeypatch=monkeypatch) == 0
    assert "id: doi-moi" in registry.read_text(encoding="utf-8")
    assert (root / "plans" / "xa-ea-knop" / "doi-moi" / "2027.yaml").exists()
