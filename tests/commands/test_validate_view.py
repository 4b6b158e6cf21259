"""``validate`` for a person: one plan, by level, and formats for machines that leave nothing out."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from corpus import FIVE, ROOT, TINH_2025, XA_EA_KNOP

from kehoach.commands.main import main


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("kho")
    shutil.copytree(ROOT / "schema", place / "schema")
    shutil.copytree(FIVE / "plans", place / "plans")
    path = place / "plans" / f"{TINH_2025}.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("15 chỉ tiêu", "18 chỉ tiêu"), encoding="utf-8")
    return place


def test_a_plan_named_is_the_only_one_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Faults of another plan are counted, and do not make the command fail."""
    assert main(["--root", str(root), "validate", f"plans/{XA_EA_KNOP}.yaml"]) == 0
    out = capsys.readouterr().out
    assert TINH_2025 not in out and "Các tệp khác: " in out and "Các tệp khác: 0 lỗi" not in out
    assert main(["--root", str(root), "validate", TINH_2025]) == 1
    assert "KH304" in capsys.readouterr().out


def test_an_unknown_plan_is_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a sentence that names the file looked for."""
    assert main(["--root", str(root), "validate", "khong-co/ke-hoach/2025"]) == 1
    assert "Không có tệp plans/khong-co/ke-hoach/2025.yaml" in capsys.readouterr().err


def test_machines_get_every_note(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is folded for a person is whole in JSON."""
    main(["--root", str(root), "validate", XA_EA_KNOP])
    folded = capsys.readouterr().out.count("KH314")
    main(["--root", str(root), "validate", XA_EA_KNOP, "--format", "json"])
    rows = json.loads(capsys.readouterr().out)["problems"]
    assert folded == 1 < sum(row["code"] == "KH314" for row in rows)


def test_what_is_said_of_many_places_is_said_once(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line with all its places; machines get each place."""
    path = root / "plans" / f"{XA_EA_KNOP}.yaml"
    text = path.read_text(encoding="utf-8")
    marked = text.replace("        lead: ", "        # CẦN XEM: hỏi lại nơi chủ trì.\n        lead: ")
    path.write_text(marked, encoding="utf-8")
    try:
        main(["--root", str(root), "validate", XA_EA_KNOP])
        told = [line for line in capsys.readouterr().out.splitlines() if "hỏi lại nơi chủ trì" in line]
        main(["--root", str(root), "validate", XA_EA_KNOP, "--format", "json"])
        rows = json.loads(capsys.readouterr().out)["problems"]
    finally:
        path.write_text(text, encoding="utf-8")
    places = [row["place"] for row in rows if row["message"] == "hỏi lại nơi chủ trì."]
    assert len(set(places)) > 1
    assert len(told) == 1 and f"({len(places)} chỗ: {', '.join(places)})" in told[0]


def test_names_are_known_without_the_readers() -> None:
    """What nothing has changed since is told without loading what reads plans."""
    modules = (f"kehoach.commands.{name}" for name in ("arguments", "validate", "viewing"))
    program = f"import sys, {', '.join(modules)}; print(*sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment)
    loaded = set(done.stdout.split())
    assert "kehoach.commands.viewing" in loaded
    assert not {"kehoach.meaning.fabric", "kehoach.files.repository", "kehoach.pages.feedback", "yaml"} & loaded
