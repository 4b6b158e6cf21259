"""The command line: exit statuses, Vietnamese messages, whole files."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from corpus import PLAN_IDS, XA_EA_KNOP
from expectations import SCHEMA_TESTS, expected, repository_at

from kehoach.commands.arguments import commands
from kehoach.commands.main import command, main
from kehoach.exports.text import to_text
from kehoach.meaning.fabric import Fabric


def test_validate_of_a_sound_repository_is_fine(five: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A repository without errors gives 0, warnings or not, and ends with a summary."""
    assert main(["--root", str(five), "validate"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith(f"Đã kiểm tra {len(PLAN_IDS) + 5} tệp: 0 lỗi, ")


def _faulty(root: Path, name: str) -> Path:
    shutil.copy(SCHEMA_TESTS / "invalid" / f"{name}.yaml", repository_at(root) / "2025.yaml")
    return SCHEMA_TESTS / "invalid" / f"{name}.yaml"


@pytest.mark.parametrize(("name", "status"), [("unknown-status", 1), ("year-in-title", 0), ("number-blank", 0)])
def test_validate_fails_on_errors_only(
    tmp_path: Path, name: str, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error gives 1; warnings and notes are shown and give 0."""
    code, line, _ = expected(_faulty(tmp_path, name))
    assert main(["--root", str(tmp_path), "validate", "--level", "note"]) == status
    said = capsys.readouterr().out
    assert f"plans/xa-mau/tuyen-truyen/2025.yaml:{line}: " in said and f"[{code}, " in said


def test_validate_in_a_machine_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--format json is one JSON object on the standard output, nothing else."""
    _faulty(tmp_path, "unknown-status")
    assert main(["--root", str(tmp_path), "validate", "--format", "json"]) == 1
    captured = capsys.readouterr()
    assert [row["code"] for row in json.loads(captured.out)["problems"]] == ["KH205"]
    assert captured.err == ""


def test_export_prints_the_plan(five: Path, fabric: Fabric, capsys: pytest.CaptureFixture[str]) -> None:
    """The text of a plan goes to the standard output; the id can be typed as a path."""
    for name in (XA_EA_KNOP, f"{XA_EA_KNOP}/", f"plans/{XA_EA_KNOP}.yaml"):
        assert main(["--root", str(five), "export", name, "--to", "txt"]) == 0
        assert capsys.readouterr().out == to_text(fabric.plans[XA_EA_KNOP].lines)


def test_export_to_a_file_is_whole(
    five: Path, fabric: Fabric, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file takes the place of an older one at once, in UTF-8 with LF, and nothing is left beside it."""
    output = tmp_path / "ke-hoach.txt"
    output.write_text("cũ", encoding="utf-8")
    assert main(["--root", str(five), "export", XA_EA_KNOP, "--to", "txt", "--output", str(output)]) == 0
    assert output.read_bytes() == to_text(fabric.plans[XA_EA_KNOP].lines).encode()
    assert [path.name for path in tmp_path.iterdir()] == ["ke-hoach.txt"]
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("place", ["khong-co/ke-hoach.txt", "tep/ke-hoach.txt", "thu-muc"])
def test_export_that_cannot_be_written_leaves_nothing(
    five: Path, tmp_path: Path, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """No folder, a file for a folder or a folder for a file: a Vietnamese sentence, status 1, no leftovers."""
    (tmp_path / "tep").write_text("x", encoding="utf-8")
    (tmp_path / "thu-muc").mkdir()
    output = tmp_path / place
    assert main(["--root", str(five), "export", XA_EA_KNOP, "--to", "txt", "--output", str(output)]) == 1
    assert capsys.readouterr().err.startswith(f"kehoach: Không ghi được {output}: ")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["tep", "thu-muc"]


def test_unknown_plan_is_answered_with_the_known_ones(five: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong id gives 1 and the list to choose from."""
    assert main(["--root", str(five), "export", "xa-khac/tuyen-truyen-cchc/2026", "--to", "txt"]) == 1
    captured = capsys.readouterr()
    assert captured.err.startswith("kehoach: Không có kế hoạch xa-khac/tuyen-truyen-cchc/2026. Các kế hoạch đang có:")
    assert [line.strip() for line in captured.err.splitlines()[1:]] == sorted(PLAN_IDS)
    assert captured.out == ""


def test_faulty_plan_is_not_called_unknown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A plan that does not load is there, and validate says what is wrong with it."""
    _faulty(tmp_path, "unknown-status")
    assert main(["--root", str(tmp_path), "export", "xa-mau/tuyen-truyen/2025", "--to", "txt"]) == 1
    assert "có lỗi; chạy kehoach validate" in capsys.readouterr().err


def test_wrong_root_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is no repository gives 1 and names the folder."""
    assert main(["--root", str(tmp_path), "validate"]) == 1
    assert f"{tmp_path} không phải gốc của kho kế hoạch" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [[], ["export"], ["khong-co-lenh"], ["validate", "--format", "xml"], ["validate", "--format"], ["site", "x"]],
)
def test_wrong_arguments_are_a_usage_error(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """What the command line cannot read exits with 2, as usual."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    said = capsys.readouterr().err
    assert "cách dùng: kehoach" in said and ": lệnh chưa đúng: " in said and "--help" in said
    assert not re.search("required|invalid|unrecognized|expected|usage", said)


def test_working_directory_is_the_default_root(
    five: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Inside a repository no --root is needed; elsewhere --root decides."""
    monkeypatch.chdir(five)
    assert main(["validate"]) == 0
    inside = capsys.readouterr().out
    monkeypatch.chdir(tmp_path)
    assert main(["--root", str(five), "validate"]) == 0
    assert capsys.readouterr().out == inside
    assert main(["validate"]) == 1


def test_output_does_not_depend_on_the_locale(five: Path, tmp_path: Path) -> None:
    """In a C locale with ASCII streams Vietnamese is still written as UTF-8."""
    environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "TZ": "Asia/Tokyo"}
    command = [sys.executable, "-X", "utf8=0", "-m", "kehoach", "--root", str(five), "export", XA_EA_KNOP]
    done = subprocess.run([*command, "--to", "txt"], capture_output=True, cwd=tmp_path, env=environment, check=True)
    assert "Ea Knốp, ngày tháng 01 năm 2026" in done.stdout.decode("utf-8")


COMMANDS = commands()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_function(name: str) -> None:
    """Functions are named as text and looked up when a command runs."""
    assert callable(command(COMMANDS[name].get_default("run")))


def test_remembered_findings_need_no_library() -> None:
    """What makes an unchanged repository quick to check: nothing is imported that only a check needs."""
    needed = "import argparse, hashlib, json, pathlib, sqlite3, subprocess, typing"
    ours = "from kehoach.commands import main, validate, viewing"
    brought_in = [
        set(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split())
        for code in (f"{needed}, sys; print(*sys.modules)", f"import sys; {ours}; print(*sys.modules)")
    ]
    libraries = {"jsonschema", "rapidfuzz", "jinja2", "yaml", "dataclasses", "inspect", "traceback", "logging"}
    assert libraries.isdisjoint(brought_in[1] - brought_in[0])


def test_only_the_command_that_is_asked_for_is_described() -> None:
    """Describing all takes longer than most of what a check with nothing changed does; help and faults name all."""
    assert commands(["validate", "--level", "note"]).keys() == {"validate"}
    for arguments in (["--root", "x", "validate"], ["khong-co"], ["--help"]):
        assert commands(arguments).keys() == COMMANDS.keys()
