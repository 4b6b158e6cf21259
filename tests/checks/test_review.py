"""The review of a change: what it says, how it is cut, what makes it fail."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bounds import counted
from checkouts import change, checkout, commit, git
from corpus import SO_XAY_DUNG, TINH_2021, TINH_2025, XA_EA_KNOP

from kehoach.checks.review import LIMIT, MARK
from kehoach.commands.main import main
from kehoach.comparison.markdown import code, escape
from kehoach.files.planfiles import every_file
from kehoach.files.yamlfile import parse

TARGET = ("15 chỉ tiêu", "18 chỉ tiêu")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return checkout(tmp_path / "kho")


def run(root: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str]:
    status = main(["--root", str(root), "review", "--base", "HEAD", *more])
    captured = capsys.readouterr()
    assert captured.err == ""
    return status, captured.out


def test_nothing_is_said_when_nothing_changed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No change, no review: not one character, status 0."""
    assert run(root, capsys) == (0, "")


def test_files_outside_the_plans_are_named_first(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What changes beside the plans, new files included, stands in the first line that is read."""
    (root / "README.md").write_text("khác", encoding="utf-8")
    (root / "schema" / "moi.txt").write_text("khác", encoding="utf-8")
    status, said = run(root, capsys)
    assert status == 0
    assert said.splitlines()[:2] == [
        MARK,
        "**Thay đổi này chạm đến 2 tệp ngoài `plans/`**: `README.md`, `schema/moi.txt`.",
    ]


def test_many_files_do_not_hide_one(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Above twenty they are counted by folder, those of the program first."""
    for name in (*(f".a/{number}.txt" for number in range(30)), "src/kehoach/moi.py", "README.md"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("khác", encoding="utf-8")
    listed = run(root, capsys)[1].splitlines()[1]
    assert listed.endswith("32 tệp ngoài `plans/`**: `src/` (1 tệp), `.a/` (30 tệp), `README.md`.")


def test_a_withdrawal_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A plan that is withdrawn or turned back into a draft is no change of notes."""
    path = root / "plans" / f"{XA_EA_KNOP}.yaml"
    text = path.read_text(encoding="utf-8")
    withdrawn = 'status: withdrawn\nwithdrawal:\n  date: "2026-02-01"\n  reason: Được thay bằng kế hoạch khác.\ntitle: '
    for status, expected in (
        (withdrawn, "Tình trạng: từ đã ban hành sang đã thu hồi** ngày 2026-02-01: Được thay bằng kế hoạch khác."),
        ("status: draft\ntitle: ", "Tình trạng: từ đã ban hành sang dự thảo**, trở lại dự thảo sau khi đã công bố."),
    ):
        path.write_text(re.sub(r"(?m)^(?:status: \w+\n)?title: ", status, text, count=1), encoding="utf-8")
        _, said = run(root, capsys)
        assert expected in said


def test_facts_are_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A noted fact that changes is told with both values."""
    path = root / "plans" / f"{TINH_2025}.yaml"
    text = path.read_text(encoding="utf-8")
    match = re.search(r"(?m)^( +)value: ([0-9.]+)$", text)
    assert match
    path.write_text(text.replace(match[0], f"{match[1]}value: 77", 1), encoding="utf-8")
    _, said = run(root, capsys)
    line = next(line for line in said.splitlines() if "Dữ kiện ghi tay" in line)
    assert "chỉ tiêu" in line and "value 77" in line


def test_a_fact_of_many_parts_is_escaped_once(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A report's due rule stands within the report, and its words are still those of the file."""
    path = root / "plans" / f"{XA_EA_KNOP}.yaml"
    text = path.read_text(encoding="utf-8")
    assert "          day: 10\n" in text
    path.write_text(text.replace("          day: 10\n", "          day: 15\n", 1), encoding="utf-8")
    _, said = run(root, capsys)
    line = next(line for line in said.splitlines() if "Dữ kiện ghi tay" in line)
    assert r"within last\_month\_of\_period" in line


def test_lost_and_swapped_addresses_are_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Ids that lead to something else, ids that are gone, and lines taken off the list: the latter are an error."""
    path = root / "plans" / f"{XA_EA_KNOP}.yaml"
    text = path.read_text(encoding="utf-8")
    first, second = re.findall(r"- id: ([\w-]+)\n +text: >-", text)[:2]
    swapped = text.replace(f"id: {first}\n", "id: tam\n").replace(f"id: {second}\n", f"id: {first}\n")
    path.write_text(swapped.replace("id: tam\n", f"id: {second}\n"), encoding="utf-8")
    _, said = run(root, capsys)
    assert f"`{first}` nay dẫn tới điều khác (đổi mã); điều cũ nay ở `{second}`" in said
    path.write_text(text.replace(f"id: {first}\n", "id: ma-khac\n"), encoding="utf-8")
    _, said = run(root, capsys)
    assert f"Địa chỉ đã công bố nay không còn: `{first}`" in said
    path.write_text(text, encoding="utf-8")
    ids = root / "plans" / "permanent-ids.txt"
    lines = ids.read_text(encoding="utf-8").splitlines(keepends=True)
    ids.write_text("".join(lines[3:]), encoding="utf-8")
    status, said = run(root, capsys)
    assert status == 1
    assert "bị bỏ 3 dòng" in said


def test_a_date_to_come_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A plan issued on a day that has not come yet is doubtful."""
    path = root / "plans" / f"{SO_XAY_DUNG}.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r'date: "20[0-9-]+"', 'date: "2999-01-02"', text, count=1), encoding="utf-8")
    _, said = run(root, capsys)
    assert "Ngày ở tương lai: ngày ban hành là 02/01/2999" in said


def test_a_plan_cannot_follow_itself(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An item that goes on from an item of its own plan is doubtful."""
    path = root / "plans" / f"{XA_EA_KNOP}.yaml"
    text = path.read_text(encoding="utf-8")
    found = re.search(r"\n( +)- id: ([\w-]+)\n", text)
    assert found
    own = f"{found[0]}{found[1]}  continues:\n{found[1]}    - {XA_EA_KNOP}#{found[2]}\n"
    path.write_text(text.replace(found[0], own, 1), encoding="utf-8")
    _, said = run(root, capsys)
    assert "Kế hoạch nối tiếp chính nó" in said


def test_a_reformat_says_that_the_print_stays(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is only written otherwise is named as that."""
    path = root / "plans" / f"{XA_EA_KNOP}.yaml"
    path.write_text(f"# ghi chú\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    _, said = run(root, capsys)
    assert f"- `{XA_EA_KNOP}`: tệp được viết lại, chữ in không đổi." in said


def test_a_renamed_body_is_named(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A body's new name stands beside the old one, with the plans that name the body."""
    path = root / "plans" / "registry" / "units.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    name: Sở Tư pháp tỉnh Đắk Lắk\n", "    name: Sở Tư pháp mới\n", 1), "utf-8")
    assert path.read_text(encoding="utf-8") != text
    _, said = run(root, capsys)
    line = next(line for line in said.splitlines() if "sửa cơ quan" in line)
    assert "đổi tên từ “Sở Tư pháp tỉnh Đắk Lắk” thành “Sở Tư pháp mới”; có mặt trong" in line


@pytest.mark.parametrize("words", ["/close tất cả", "# Đề mục", "> trích", "- gạch"])
def test_titles_never_begin_a_line(root: Path, capsys: pytest.CaptureFixture[str], words: str) -> None:
    """A title that looks like a command or a heading stays text."""
    path = root / "plans" / f"{XA_EA_KNOP}.yaml"
    text = re.sub(r"(?m)^title: .*(?:\n  .*)*", f"title: '{words}'", path.read_text(encoding="utf-8"), count=1)
    path.write_text(text, encoding="utf-8")
    _, said = run(root, capsys)
    assert any(words[1:].strip() in line for line in said.splitlines())
    assert not re.search(rf"(?m)^\s*(?:[-*>]\s+)*{re.escape(words)}", said)
    assert escape(words).startswith("\\") or words[0] == ">"


def test_a_changed_plan(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first line is the mark; headline first, details folded; the same again the second time."""
    change(root, TINH_2025, *TARGET)
    status, said = run(root, capsys)
    assert said.splitlines()[0] == MARK
    assert "- Tăng từ 15 lên 18 chỉ tiêu" in said
    assert said.index("Tăng từ 15") < said.index("<details>")
    assert XA_EA_KNOP not in said
    assert run(root, capsys) == (status, said)


def test_only_errors_that_the_change_brings_make_it_fail(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Words that depart from the source are an error; one that was there before is listed apart and fails nothing."""
    change(root, TINH_2025, *TARGET)
    status, said = run(root, capsys)
    assert status == 1
    assert "KH304" in said.partition("Đã có từ trước")[0]
    commit(root, "Đã có lỗi")
    change(root, TINH_2025, "chủ đề CCHC trong năm 2025", "chủ đề CCHC của năm 2025")
    _, said = run(root, capsys)
    assert "KH304" in said.partition("## Lỗi và cảnh báo mới")[2]


def test_renumbering_brings_no_new_problems(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A problem at a provision that was only renumbered is an old one."""
    before = main(["--root", str(root), "validate"])
    capsys.readouterr()
    change(
        root,
        XA_EA_KNOP,
        "          - id: vai-tro-y-nghia-cchc-dvctt\n",
        "          - id: muc-moi\n            text: Mở hộp thư góp ý ở từng thôn, buôn.\n"
        "          - id: vai-tro-y-nghia-cchc-dvctt\n",
    )
    _, said = run(root, capsys)
    assert before == 0
    assert "Mới: “Mở hộp thư góp ý ở từng thôn, buôn”" in said


def test_a_new_edition_is_compared_with_last_years(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The 2025 plan as a new file: headline against 2021, and who has what new, dropped or changed."""
    root = checkout(tmp_path / "kho", keep=lambda path: f"{TINH_2025}." not in path.as_posix())
    whole = checkout(tmp_path / "day-du")
    for path in (whole / "plans" / TINH_2025).parent.glob("2025*"):
        (root / path.relative_to(whole)).write_bytes(path.read_bytes())
    status, said = run(root, capsys)
    assert status == 0
    assert f"Kế hoạch mới; so với `{TINH_2021}`" in said
    assert "Tăng từ 12 lên 15 chỉ tiêu" in said
    rows = [line for line in said.splitlines() if line.startswith("| ")]
    assert rows[0] == "| Cơ quan | Thay đổi | Việc | Chỗ |"
    assert any(re.match(r"\| Sở Thông tin và Truyền thông \| bỏ \| Kênh thông tin", row) for row in rows)
    assert any(re.match(r"\| Sở Thông tin và Truyền thông \| chuyển sang Văn phòng UBND tỉnh \|", row) for row in rows)
    assert any("| mới | Đẩy mạnh tuyên truyền các dịch vụ đô thị thông minh" in row for row in rows)
    names = [row.split("|")[1].strip().lower() for row in rows[2:]]
    assert names == sorted(names)
    assert all(len(row) < 400 for row in rows)


def test_a_first_edition_has_nothing_to_be_compared_with(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = checkout(tmp_path / "kho", keep=lambda path: XA_EA_KNOP not in path.as_posix())
    whole = checkout(tmp_path / "day-du")
    folder = (root / "plans" / XA_EA_KNOP).parent
    folder.mkdir(parents=True, exist_ok=True)
    for path in (whole / "plans" / XA_EA_KNOP).parent.glob("2026*"):
        (folder / path.name).write_bytes(path.read_bytes())
    _, said = run(root, capsys)
    assert "chưa có kế hoạch năm trước để so" in said
    assert len([line for line in said.splitlines() if "| mới |" in line]) > 5


def test_removed_and_faulty_plans_are_told_apart(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A deleted file is a deletion; a file that cannot be read is an error, not a deletion."""
    (root / "plans" / f"{XA_EA_KNOP}.yaml").write_text("title: [", encoding="utf-8")
    status, said = run(root, capsys)
    assert status == 1
    assert "chưa đọc được" in said and "bị xóa" not in said
    (root / "plans" / f"{XA_EA_KNOP}.yaml").unlink()
    _, said = run(root, capsys)
    assert "Kế hoạch bị xóa khỏi kho" in said


def test_registry_changes_say_what_they_affect(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A changed entry is named with the plans that mention it."""
    path = root / "plans" / "registry" / "terms.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Việc làm cho bộ máy", "Làm cho bộ máy", 1), "utf-8")
    status, said = run(root, capsys)
    assert status == 0
    line = next(line for line in said.splitlines() if "thuật ngữ" in line)
    assert line.startswith("- sửa thuật ngữ `cchc`; có mặt trong ")
    assert f"`{TINH_2025}`" in line


def test_notes_and_sources_are_no_changes_of_words(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where only a source or a note changes, the review says that the printed words stay."""
    change(root, TINH_2025, "certainty: certain", "certainty: likely")
    _, said = run(root, capsys)
    assert "chữ in không đổi" in said


def test_a_long_review_is_cut_clearly(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Never above the limit; folds are closed, and the cut is said at the end."""
    for path in (root / "plans").glob("*/*/[0-9]*.yaml"):
        words = re.sub(r"\b(và|của|về)\b", r"\1 \1", path.read_text(encoding="utf-8"))
        path.write_text(words, encoding="utf-8")
    status, said = run(root, capsys)
    assert status == 1
    assert len(said) <= LIMIT
    assert said.rstrip().endswith("chạy `kehoach diff` để xem đủ.*")
    assert said.count("<details>") == said.count("</details>")


HOSTILE = (
    "<script>alert(1)</script> @nguoi-dung #12 !7 GH-3 `x` | [a](https://x.vn) **đậm** www.x.vn /close --> ![](//x)"
)
LIVE = ("<script", "@nguoi", "#12", "!7", "GH-3", "https://", "www.x", "-->")


def test_words_of_a_plan_are_inert(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No tag, mention, reference, link, code or table cell comes out of a plan's words."""
    change(root, XA_EA_KNOP, "Tăng cường sự ủng hộ", f"{HOSTILE} Tăng cường sự ủng hộ")
    _, said = run(root, capsys)
    assert "nguoi-dung" in said
    words = said.removeprefix(MARK)
    assert [live for live in LIVE if live in words] == []
    assert not re.search(r"(?m)^/|(?<!\\)(?:`x`|\]\(|\*\*đậm|\| \\\[)", words)


@pytest.mark.parametrize("name", ["a`b", "a\nb", "a\u202eb"])
def test_names_stay_within_their_code(name: str) -> None:
    """A file's name cannot end the code it is shown in."""
    shown = code(name)
    assert shown.count("`") == 2 and "\n" not in shown and "\u202e" not in shown


def test_escape_keeps_ordinary_words() -> None:
    """Vietnamese prose, dates and citations stay readable."""
    text = "Quyết định số 76/NQ-CP ngày 15/7/2021 (100% CBCCVC), “mục I.1.c” - hết."
    assert escape(text) == text


def test_preview_address(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(root, TINH_2025, *TARGET)
    _, said = run(root, capsys, "--preview", "https://example.vn/xem/")
    assert "[Xem trước trang](https://example.vn/xem/)" in said


@pytest.mark.parametrize("base", ["khong-co", "--output=x"])
def test_unknown_base_is_refused(root: Path, capsys: pytest.CaptureFixture[str], base: str) -> None:
    assert main(["--root", str(root), "review", f"--base={base}"]) == 1
    assert capsys.readouterr().err.startswith("kehoach: ")
    assert not (root / "x").exists()


def test_forty_plans_with_one_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What did not change is read once: a review of 40 plans reads each file, and once more the one that changed."""
    root = checkout(tmp_path / "kho")
    originals = [root / "plans" / f"{plan_id}.yaml" for plan_id in (TINH_2021, TINH_2025, XA_EA_KNOP)]
    for number in range(35):
        original = originals[number % 3]
        text = re.sub(r"\nsource:\n(?:  .*\n)+", "\n", original.read_text(encoding="utf-8"))
        original.with_name(f"{1980 + number // 3}-{number % 3 + 2}.yaml").write_text(text, encoding="utf-8")
    commit(root, "Bốn mươi kế hoạch")
    assert len(git(root, "ls-files", "plans/*/*/[0-9]*.yaml").splitlines()) >= 40
    change(root, TINH_2025, *TARGET)
    with counted() as work:
        _, said = run(root, capsys)
    assert "Tăng từ 15 lên 18" in said
    files = len(every_file(root))
    assert files >= 45
    assert work.of(parse) == files + 1
