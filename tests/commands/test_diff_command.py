"""``kehoach diff``: what it takes, gives and refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from checkouts import change, checkout, commit
from corpus import HUYEN_DONG_XUAN, ROOT, SO_XAY_DUNG, TINH_2021, TINH_2025, XA_EA_KNOP

from kehoach.commands.main import main


def run(capsys: pytest.CaptureFixture[str], *arguments: str, root: Path = ROOT) -> str:
    assert main(["--root", str(root), "diff", *arguments]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def refused(capsys: pytest.CaptureFixture[str], *arguments: str, root: Path = ROOT) -> str:
    assert main(["--root", str(root), "diff", *arguments]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err


def test_text(capsys: pytest.CaptureFixture[str]) -> None:
    """Headline, then each change in place; editorial ones only when asked for."""
    said = run(capsys, TINH_2021, TINH_2025)
    assert said.startswith(f"{TINH_2021} → {TINH_2025}\n\n* Tăng từ 12 lên 15 chỉ tiêu")
    assert "[-12-]{+15+}" in said
    assert len(run(capsys, TINH_2021, TINH_2025, "--all")) > len(said)


def test_one_plan_is_compared_with_the_edition_before(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, TINH_2025) == run(capsys, TINH_2021, TINH_2025)
    assert run(capsys, f"plans/{TINH_2025}.yaml") == run(capsys, TINH_2025)


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(run(capsys, TINH_2025, "--format", "json"))
    assert (data["from"], data["to"]) == (TINH_2021, TINH_2025)
    assert data["changes"]


def test_ignoring_ids(capsys: pytest.CaptureFixture[str]) -> None:
    """By content alone nothing is matched by id."""
    data = json.loads(run(capsys, TINH_2025, "--format", "json", "--ignore-ids"))
    assert {change["matched_by"] for change in data["changes"]} == {None, "content"}


def test_html(capsys: pytest.CaptureFixture[str]) -> None:
    """One file that needs no other: the page of changes with its style, no link out, no script."""
    said = run(capsys, TINH_2025, "--format", "html")
    assert said.startswith("<!doctype html>") and "Tăng từ 12 lên 15 chỉ tiêu" in said
    assert "<script" not in said and "<link" not in said
    assert not [link for link in re.findall(r'href="([^"]*)"', said) if not link.startswith("#")]


def test_two_bodies(capsys: pytest.CaptureFixture[str]) -> None:
    """What one took from the other: shared word for word, adapted, own."""
    said = run(capsys, HUYEN_DONG_XUAN, SO_XAY_DUNG)
    assert "trùng với kế hoạch" in said
    assert "Giống nguyên văn (" in said


def test_revisions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A plan at two revisions; a revision against the working tree; no difference."""
    root = checkout(tmp_path / "kho")
    change(root, TINH_2025, "15 chỉ tiêu", "18 chỉ tiêu")
    commit(root, "Sửa")
    said = run(capsys, f"{TINH_2025}@HEAD~1", f"{TINH_2025}@HEAD", root=root)
    assert "Tăng từ 15 lên 18 chỉ tiêu" in said and "bản trước" in said
    assert "Không có thay đổi" in run(capsys, f"{TINH_2025}@HEAD", TINH_2025, root=root)


def test_header_lines_are_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A number that was blank and is given is a change of the plan."""
    root = checkout(tmp_path / "kho")
    change(root, XA_EA_KNOP, "number: null", 'number: "15"')
    assert "{+15/KH-UBND+}" in run(capsys, f"{XA_EA_KNOP}@HEAD", XA_EA_KNOP, root=root)


def test_output_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file is written whole, also under a name with diacritics."""
    place = tmp_path / "so sánh “a”.md"
    assert run(capsys, TINH_2025, "--format", "markdown", "--output", str(place)) == ""
    assert place.read_text(encoding="utf-8").startswith(f"## `{TINH_2021}` → `{TINH_2025}`")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["xa-khong-co/tuyen-truyen/2025"], "Không có kế hoạch xa-khong-co/tuyen-truyen/2025"),
        ([TINH_2021, "xa-khong-co/tuyen-truyen/2025"], "Không có kế hoạch xa-khong-co/tuyen-truyen/2025"),
        ([TINH_2021], "chưa có kế hoạch năm trước"),
        ([f"{TINH_2021}@khong-co", TINH_2025], "khong-co"),
        ([f"{TINH_2021}@--output=x", TINH_2025], "--output=x"),
    ],
    ids=["unknown plan", "unknown second plan", "first edition", "unknown revision", "option as revision"],
)
def test_refusals(capsys: pytest.CaptureFixture[str], arguments: list[str], said: str) -> None:
    """What cannot be compared is refused in Vietnamese, with status 1."""
    assert said in refused(capsys, *arguments)
    assert not Path("x").exists()


def test_plan_of_another_schema_version(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A plan that this program cannot read is refused with the line and the reason."""
    root = checkout(tmp_path / "kho")
    change(root, TINH_2025, "schema_version: 1", "schema_version: 9")
    said = refused(capsys, TINH_2021, TINH_2025, root=root)
    assert f"Không đọc được kế hoạch {TINH_2025}: dòng 2:" in said
