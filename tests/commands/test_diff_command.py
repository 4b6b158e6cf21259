"""``kehoach diff``: what it takes, gives and refuses."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Protocol

import pytest
from checkouts import change, checkout, commit
from corpus import HUYEN_DONG_XUAN, SO_XAY_DUNG, TINH_2021, TINH_2025, XA_EA_KNOP

from kehoach.commands.main import main


class Run(Protocol):
    """Runs ``diff`` in the five plans' repository, or in another."""

    def __call__(self, *arguments: str, root: Path | None = None) -> str: ...


@pytest.fixture
def run(five: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """What a comparison prints; nothing goes to the other stream."""

    def run(*arguments: str, root: Path | None = None) -> str:
        assert main(["--root", str(root or five), "diff", *arguments]) == 0
        captured = capsys.readouterr()
        assert captured.err == ""
        return captured.out

    return run


@pytest.fixture
def refused(five: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """What a refusal says; nothing is printed."""

    def refused(*arguments: str, root: Path | None = None) -> str:
        assert main(["--root", str(root or five), "diff", *arguments]) == 1
        captured = capsys.readouterr()
        assert captured.out == ""
        return captured.err

    return refused


def test_text(run: Run) -> None:
    """Headline, then each change in place; editorial ones only when asked for."""
    said = run(TINH_2021, TINH_2025)
    assert said.startswith(f"{TINH_2021} → {TINH_2025}\n\n* Tăng từ 12 lên 15 chỉ tiêu")
    assert "[-12-]{+15+}" in said
    assert len(run(TINH_2021, TINH_2025, "--all")) > len(said)


def test_one_plan_is_compared_with_the_edition_before(run: Run) -> None:
    assert run(TINH_2025) == run(TINH_2021, TINH_2025)
    assert run(f"plans/{TINH_2025}.yaml") == run(TINH_2025)


def test_json(run: Run) -> None:
    data = json.loads(run(TINH_2025, "--format", "json"))
    assert (data["from"], data["to"]) == (TINH_2021, TINH_2025)
    assert data["changes"]


def test_ignoring_ids(run: Run) -> None:
    """By content alone nothing is matched by id."""
    data = json.loads(run(TINH_2025, "--format", "json", "--ignore-ids"))
    assert {change["matched_by"] for change in data["changes"]} == {None, "content"}


def test_html(run: Run) -> None:
    """One file that needs no other: the page of changes with its style, no link out, no script."""
    said = run(TINH_2025, "--format", "html")
    assert said.startswith("<!doctype html>") and "Tăng từ 12 lên 15 chỉ tiêu" in said
    assert "<script" not in said and "<link" not in said
    assert not [link for link in re.findall(r'href="([^"]*)"', said) if not link.startswith("#")]


def test_two_bodies(run: Run) -> None:
    """What one took from the other: shared word for word, adapted, own."""
    said = run(HUYEN_DONG_XUAN, SO_XAY_DUNG)
    assert "trùng với kế hoạch" in said
    assert "Giống nguyên văn (" in said


def test_revisions(tmp_path: Path, run: Run) -> None:
    """A plan at two revisions; a revision against the working tree; no difference."""
    root = checkout(tmp_path / "kho")
    change(root, TINH_2025, "15 chỉ tiêu", "18 chỉ tiêu")
    commit(root, "Sửa")
    said = run(f"{TINH_2025}@HEAD~1", f"{TINH_2025}@HEAD", root=root)
    assert "Tăng từ 15 lên 18 chỉ tiêu" in said and "bản trước" in said
    assert "Không có thay đổi" in run(f"{TINH_2025}@HEAD", TINH_2025, root=root)


def test_header_lines_are_compared(tmp_path: Path, run: Run) -> None:
    """A number that was blank and is given is a change of the plan."""
    root = checkout(tmp_path / "kho")
    change(root, XA_EA_KNOP, "number: null", 'number: "15"')
    assert "{+15/KH-UBND+}" in run(f"{XA_EA_KNOP}@HEAD", XA_EA_KNOP, root=root)


def test_output_file(tmp_path: Path, run: Run) -> None:
    """The file is written whole, also under a name with diacritics."""
    place = tmp_path / "so sánh “a”.md"
    assert run(TINH_2025, "--format", "markdown", "--output", str(place)) == ""
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
def test_refusals(refused: Run, arguments: list[str], said: str) -> None:
    """What cannot be compared is refused in Vietnamese, with status 1."""
    assert said in refused(*arguments)
    assert not Path("x").exists()


def test_plan_of_another_schema_version(tmp_path: Path, refused: Run) -> None:
    """A plan that this program cannot read is refused with the line and the reason."""
    root = checkout(tmp_path / "kho")
    change(root, TINH_2025, "schema_version: 1", "schema_version: 9")
    said = refused(TINH_2021, TINH_2025, root=root)
    assert f"Không đọc được kế hoạch {TINH_2025}: dòng 2:" in said
