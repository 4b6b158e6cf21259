"""Problems written for people and for machines."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kehoach.checks.problemformats import FORMATS, ProblemView, as_github, as_json, as_sarif, as_text, summary
from kehoach.checks.rules import Severity, has_errors, rule_of
from kehoach.files.problems import Problem, in_order

ERROR = Problem("KH205", "plans/a/b/2025.yaml", 3, "status", "“x” không được phép.")
WARNING = Problem("KH313", "plans/a/b/2025.yaml", 4, "title", "Tên ghi năm 2024.")
NOTE = Problem("KH315", "plans/a/b/2025.yaml", 5, "number", "Số văn bản để trống.")
WHOLE_FILE = Problem("KH111", "plans/a/b/2026.yaml", 1, "", "Tệp không có nội dung.")
ODD = Problem("KH204", "plans/a,b:c%/2025.yaml", 7, "body[0]", "Dòng một\nDòng hai: 100%, \r hết::warning::")
ALL = [ERROR, WARNING, NOTE, WHOLE_FILE, ODD]


def test_summary_counts_by_severity() -> None:
    """One sentence with the number of files, errors, warnings and notes."""
    assert summary(ALL, 12) == "Đã kiểm tra 12 tệp: 3 lỗi, 1 cảnh báo, 1 ghi chú."
    assert summary([], 0) == "Đã kiểm tra 0 tệp: 0 lỗi, 0 cảnh báo, 0 ghi chú."


def test_text_has_place_message_code_and_remedy() -> None:
    """A line ``file:line: field: message`` with the code, then what to do; notes of a kind share a line."""
    assert as_text([ERROR, NOTE, WHOLE_FILE], 1).splitlines() == [
        "plans/a/b/2025.yaml: Số hoặc ngày chưa ghi: 1 chỗ (dòng 5). [KH315, ghi chú]",
        "plans/a/b/2025.yaml:3: status: “x” không được phép. [KH205, lỗi]",
        "    → Chọn một giá trị trong danh sách.",
        "plans/a/b/2026.yaml:1: Tệp không có nội dung. [KH111, lỗi]",
        "    → Điền nội dung hoặc xóa tệp.",
        "Đã kiểm tra 1 tệp: 2 lỗi, 0 cảnh báo, 1 ghi chú.",
    ]


def test_text_says_a_remedy_once_and_the_place_as_printed() -> None:
    """Problems of one kind in one file stand together; a provision is named as it is printed."""
    two = [
        Problem("KH405", "plans/a/b/2025.yaml", line, "text", f"Chữ tắt {line}.", where)
        for line, where in ((7, "II.1.c.-7"), (9, ""))
    ]
    assert as_text(two, 1).splitlines()[:3] == [
        "plans/a/b/2025.yaml:7: text: Chữ tắt 7. (II.1.c.-7) [KH405, cảnh báo]",
        "plans/a/b/2025.yaml:9: text: Chữ tắt 9. [KH405, cảnh báo]",
        f"    → {rule_of(two[0]).remedy}",
    ]


def test_text_by_level() -> None:
    """Below the level a kind has one line with its places; from it on each message has its own, said once."""
    notes = [Problem("KH315", "plans/a/b/2025.yaml", line, "", f"Để trống {line}.") for line in range(1, 11)]
    [kind, _] = as_text(notes, 1).splitlines()
    assert kind.endswith("10 chỗ (dòng 1, 2, 3, 4, 5, 6, 7, 8…). [KH315, ghi chú]")
    assert len(as_text(notes, 1, ProblemView(level=Severity.NOTE)).splitlines()) == 11
    again = [*notes, Problem("KH315", "plans/a/b/2025.yaml", 40, "", "Để trống 10.")]
    [told] = [
        line for line in as_text(again, 1, ProblemView(level=Severity.NOTE)).splitlines() if "Để trống 10." in line
    ]
    assert told.startswith("plans/a/b/2025.yaml:10: ") and "(2 chỗ: dòng 10, 40)" in told


def test_text_ends_with_what_is_being_worked_on() -> None:
    """Files of the last change come last; problems that nobody asked for are counted."""
    view = ProblemView(aside=(NOTE,), last=frozenset({ERROR.file}))
    lines = as_text([ERROR, WHOLE_FILE], 2, view).splitlines()
    assert [line.split(":")[0] for line in lines[::2][:2]] == [WHOLE_FILE.file, ERROR.file]
    assert lines[-2] == "Các tệp khác: 0 lỗi, 0 cảnh báo, 1 ghi chú; bỏ tên kế hoạch để xem."


def test_json_has_every_column() -> None:
    """An object with the number of files and one row a problem, Vietnamese letters unescaped."""
    written = as_json(ALL, 3)
    data = json.loads(written)
    assert data["files"] == 3
    assert data["problems"][0] == {
        "code": "KH205",
        "severity": "error",
        "file": "plans/a/b/2025.yaml",
        "line": 3,
        "place": "",
        "field": "status",
        "message": "“x” không được phép.",
        "title": rule_of(ERROR).title,
        "remedy": rule_of(ERROR).remedy,
    }
    assert [row["message"] for row in data["problems"]] == [problem.message for problem in ALL]
    assert "không được phép" in written


def test_github_annotates_all_but_notes() -> None:
    """One workflow command a problem that matters, then the summary."""
    lines = as_github(ALL, 3).splitlines()
    assert [line.split(" ")[0] for line in lines[:-1]] == ["::error", "::warning", "::error", "::error"]
    assert lines[0] == (
        "::error file=plans/a/b/2025.yaml,line=3,title=KH205 Giá trị không nằm trong danh sách cho phép"
        "::status: “x” không được phép. Chọn một giá trị trong danh sách."
    )
    assert lines[2].partition("::Tệp không có nội dung.")[1]


def test_github_commands_cannot_be_broken_out_of() -> None:
    """%, line breaks, colons and commas of file names and messages are escaped, so that no text is a command."""
    (command, _) = as_github([ODD], 1).splitlines()
    assert command.startswith("::error file=plans/a%2Cb%3Ac%25/2025.yaml,line=7,title=KH204 ")
    assert "::body[0]: Dòng một%0ADòng hai: 100%25, %0D hết::warning::" in command


def test_sarif_has_one_run_with_rules_and_results() -> None:
    """SARIF 2.1.0: every result points to its rule and its line."""
    data: dict[str, Any] = json.loads(as_sarif(ALL, 3))
    assert data["version"] == "2.1.0" and "sarif-2.1.0" in data["$schema"]
    (run,) = data["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["KH111", "KH204", "KH205", "KH313", "KH315"]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note", "error", "error"]
    for problem, result in zip(ALL, run["results"], strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == problem.code
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == problem.file
        assert place["region"] == {"startLine": problem.line}
    assert run["results"][3]["message"]["text"] == "Tệp không có nội dung."


@pytest.mark.parametrize("name", FORMATS)
def test_no_problem_is_written_too(name: str) -> None:
    """Every format has something to say of a sound repository, and ends its last line."""
    assert FORMATS[name]([], 5).endswith("\n")


def test_problems_are_sorted_and_said_once() -> None:
    """By file, line, code, field and message, whatever the order of finding."""
    assert in_order([NOTE, ERROR, WARNING, ERROR]) == [ERROR, WARNING, NOTE]


def test_only_errors_fail() -> None:
    """Warnings and notes do not fail a run."""
    assert has_errors([NOTE, ERROR]) and not has_errors([NOTE, WARNING]) and not has_errors([])
