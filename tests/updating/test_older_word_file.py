"""A Word file that was exported before the plan was edited further: both sides' edits stand, what clashes is told."""

from __future__ import annotations

import copy
import datetime as dt
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from checkouts import change, checkout, commit
from corpus import ROOT, XA_EA_KNOP, table
from hypothesis import given, settings
from hypothesis import strategies as st
from wordedits import changed, edited, every_id, with_new_ids

from kehoach.commands.main import main
from kehoach.drafting.reviewmarks import review_marks
from kehoach.exports.docx import official_document
from kehoach.files.formatting import write_plan
from kehoach.files.planplaces import value_at
from kehoach.files.repository import Repository, load, load_schemas
from kehoach.files.yamlfile import Loaded, parse
from kehoach.importing.model import ImportProblem
from kehoach.importing.read import read
from kehoach.meaning.fabric import Fabric, weave
from kehoach.updating.bases import Base
from kehoach.updating.bringing import Update, update, with_text
from kehoach.updating.merging import item_places
from kehoach.updating.threeway import three_way, woven

SCHEMA = load_schemas(ROOT / "schema")["plan"]
EDITS = [
    case
    for case in table(Path(__file__).with_name("word-edits.cases.yaml"))
    if case.get("yaml_must_change") and all(one["change"] != "review_mark" for one in case["yaml_must_change"])
]
DAY = dt.date(2026, 1, 15)


@cache
def exported(fabric: Fabric) -> bytes:
    return official_document(fabric.plans[XA_EA_KNOP], fabric.registry)


def in_file(repository: Repository, value: dict[str, Any]) -> Loaded:
    """Give a plan's file with a value; what the table of edits calls ``new`` gets ids of its own."""
    return parse(write_plan(without_new(value), SCHEMA).encode(), repository.plan_files[XA_EA_KNOP].file)


def without_new(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_new(entry) for key, entry in value.items() if (key, entry) != ("id", "new")}
    return [without_new(entry) for entry in value] if isinstance(value, list) else value


def both(
    repository: Repository, fabric: Fabric, in_yaml: list[dict[str, Any]], in_word: list[dict[str, Any]]
) -> tuple[Any, Update]:
    """Edit the plan's file and an older Word file of it, and bring the Word file in."""
    before = repository.plan_files[XA_EA_KNOP]
    later, woven_later = with_text(repository, XA_EA_KNOP, in_file(repository, changed(before.value, in_yaml)))
    document = read(edited(exported(fabric), in_word))
    made = update(later, woven_later, woven_later.plans[XA_EA_KNOP], document, SCHEMA, Base(before, DAY))
    return parse(made.text.encode(), "").value, made


@pytest.mark.parametrize(("first", "second"), [*pairwise(EDITS)], ids=lambda case: case["name"])
def test_an_edit_of_the_file_and_another_in_word(
    first: dict[str, Any], second: dict[str, Any], repository: Repository, fabric: Fabric
) -> None:
    """Of each two neighbouring edits the table of ``update`` has, one is made in the file and one in Word."""
    before = repository.plan_files[XA_EA_KNOP].value
    value, _ = both(repository, fabric, first["yaml_must_change"], second["do"])
    wanted = changed(changed(before, first["yaml_must_change"]), second["yaml_must_change"])
    assert with_new_ids(value, every_id(before)) == with_new_ids(wanted, every_id(before))


AT = "kenh-tiep-nhan-phan-anh"
BEGIN = "Các kênh thông tin, địa chỉ tiếp nhận"
IN_FILE = {"change": "text", "at": f"{AT}.text", "find": "Các kênh thông tin", "replace": "Những kênh thông tin"}
CLASHES: dict[str, tuple[dict[str, Any], dict[str, Any], list[str], str]] = {
    "the same words": (
        IN_FILE,
        {"op": "replace", "p": BEGIN, "find": "Các kênh", "to": "Mọi kênh"},
        ["tệp Word và kế hoạch cùng sửa. Ghi theo tệp Word: “Mọi kênh", "kế hoạch đang ghi: “Những kênh"],
        "kế hoạch trước đó ghi “Những kênh thông tin, địa chỉ",
    ),
    "other words of one text": (
        IN_FILE,
        {"op": "replace", "p": BEGIN, "find": "phản ánh", "to": "góp ý"},
        ["ở những chữ khác nhau; đã ghép thành “Những kênh thông tin, địa chỉ tiếp nhận; kết quả"],
        "",
    ),
    "taken out in Word, changed in the file": (
        IN_FILE,
        {"op": "delete", "p": BEGIN},
        [f"{AT})", "tệp Word bỏ, còn kế hoạch đã sửa từ khi xuất tệp; vẫn giữ “Những kênh"],
        "tệp Word bỏ chỗ này",
    ),
    "taken out of the file, changed in Word": (
        {"change": "remove_item", "id": AT},
        {"op": "replace", "p": BEGIN, "find": "Các kênh", "to": "Mọi kênh"},
        [f"{AT})", "kế hoạch đã bỏ từ khi xuất tệp, còn tệp Word sửa; đã đưa lại theo tệp Word: “Mọi kênh"],
        "kế hoạch đã bỏ mục này",
    ),
}


@pytest.mark.parametrize("case", CLASHES)
def test_what_both_changed_is_told_with_both_readings(case: str, repository: Repository, fabric: Fabric) -> None:
    """The report has what stands now and what does not; the file marks what a person has to choose."""
    in_file, in_word, said, mark = CLASHES[case]
    _, made = both(repository, fabric, [in_file], [in_word])
    report = "\n".join(made.report)
    assert "Tệp Word xuất từ bản ngày 15/01/2026" in report
    assert [words for words in said if words not in report] == []
    marks = [words for _, words in review_marks(made.text)]
    assert len(marks) == bool(mark) and all(mark in words for words in marks)


def test_both_put_a_point_at_one_place(repository: Repository, fabric: Fabric) -> None:
    """Two new points behind one are both there; the same one, put in on both sides, is there once."""
    point = "Gương tốt trong giải quyết thủ tục hành chính của xã."
    in_word = [{"op": "insert_after", "p": BEGIN, "text": point}]
    for text, number in (("Kết quả xử lý phản ánh của người dân trong năm.", 2), (point, 1)):
        value = copy.deepcopy(repository.plan_files[XA_EA_KNOP].value)
        place = next(place for place in item_places(value) if value_at(value, place)["id"] == AT)
        value_at(value, place[:-1]).insert(int(place[-1]) + 1, {"text": text})
        loaded = in_file(repository, value)
        later, woven_later = with_text(repository, XA_EA_KNOP, loaded)
        document = read(edited(exported(fabric), in_word))
        base = Base(repository.plan_files[XA_EA_KNOP], DAY)
        made = update(later, woven_later, woven_later.plans[XA_EA_KNOP], document, SCHEMA, base)
        was = value_at(repository.plan_files[XA_EA_KNOP].value, place[:-1])
        now = value_at(parse(made.text.encode(), "").value, place[:-1])
        assert len(now) == len(was) + number
        assert {item.get("text") for item in now} >= {text, point}


def test_nothing_changed_in_word_takes_nothing_back(repository: Repository, fabric: Fabric) -> None:
    """The plan's file stays byte for byte, whatever has become of it since the Word file was exported."""
    before = repository.plan_files[XA_EA_KNOP]
    for case in EDITS:
        loaded = in_file(repository, changed(before.value, case["yaml_must_change"]))
        later, woven_later = with_text(repository, XA_EA_KNOP, loaded)
        linked = woven_later.plans[XA_EA_KNOP]
        made = update(later, woven_later, linked, read(exported(fabric)), SCHEMA, Base(before, DAY))
        assert made.text == loaded.text
        assert len(made.report) == 1


def test_two_items_of_one_id_are_refused(repository: Repository, fabric: Fabric) -> None:
    """Items are told by their ids: where two have the same one, nothing is guessed."""
    text = repository.plan_files[XA_EA_KNOP].text.replace("id: thong-bao-giai-quyet-tthc", f"id: {AT}")
    later, woven_later = with_text(repository, XA_EA_KNOP, parse(text.encode(), "plans/x.yaml"))
    document = read(edited(exported(fabric), [{"op": "delete", "p": BEGIN}]))
    with pytest.raises(ImportProblem, match=f"hai mục cùng mã {AT}"):
        base = Base(repository.plan_files[XA_EA_KNOP], DAY)
        update(later, woven_later, woven_later.plans[XA_EA_KNOP], document, SCHEMA, base)


def test_a_file_that_people_go_on_with_after_it_was_taken_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It has its own edits of then already, so that it can take them back; what others changed meanwhile stays."""
    root = checkout(tmp_path / "kho")
    repository = load(root)
    document = official_document(weave(repository).plans[XA_EA_KNOP], repository.registry)
    word, path = tmp_path / "sua.docx", root / f"plans/{XA_EA_KNOP}.yaml"
    command = ["--root", str(root), "update", XA_EA_KNOP, "--from", str(word)]

    change(root, XA_EA_KNOP, "mô hình hay", "mô hình tốt")
    commit(root, "Sửa trên YAML")
    point = {"op": "insert_after", "p": BEGIN, "text": "Gương tốt trong giải quyết thủ tục của xã."}
    first = edited(document, [point, {"op": "replace", "p": BEGIN, "find": "Các kênh", "to": "Mọi kênh"}])
    word.write_bytes(first)
    assert main(command) == 0
    commit(root, "Nhận tệp Word")
    change(root, XA_EA_KNOP, "giải đáp vướng mắc", "trả lời vướng mắc")
    change(root, XA_EA_KNOP, "Phát sóng định kỳ", "Phát sóng hằng tuần")
    commit(root, "Sửa tiếp trên YAML")
    before = path.read_text("utf-8")
    assert "Gương tốt" in before and "mô hình tốt" in before

    # The point goes again, and another edit is made.
    steps = [
        {"op": "delete", "p": "Gương tốt trong"},
        {"op": "replace", "p": "Các thông tin, thông báo liên quan", "find": "thông báo", "to": "tin báo"},
    ]
    word.write_bytes(edited(first, steps))
    capsys.readouterr()
    assert main(command) == 0
    after = path.read_text("utf-8")
    assert "Gương tốt" not in after and "tin báo" in after and "Mọi kênh thông tin" in after
    assert [words for words in ("mô hình tốt", "trả lời vướng mắc", "Phát sóng hằng tuần") if words not in after] == []
    assert "Tệp Word xuất từ bản ngày 15/01/2026" in capsys.readouterr().out


def test_a_state_that_is_in_no_history_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Then the file is compared with the plan as it is, and the report says what that may take back."""
    root = checkout(tmp_path / "kho")
    change(root, XA_EA_KNOP, "mô hình hay", "mô hình tốt")
    repository = load(root)
    word = tmp_path / "sua.docx"
    word.write_bytes(official_document(weave(repository).plans[XA_EA_KNOP], repository.registry))
    change(root, XA_EA_KNOP, "Các kênh thông tin", "Mọi kênh thông tin")
    assert main(["--root", str(root), "update", XA_EA_KNOP, "--from", str(word), "--check"]) == 0
    assert "không có trong lịch sử git" in capsys.readouterr().out


OPS = st.lists(
    st.tuples(st.sampled_from(["text", "drop", "move", "add", "in"]), st.integers(0, 99), st.integers(0, 99))
)


def played(value: Any, steps: list[tuple[str, int, int]], who: str) -> Any:
    """Give a plan's value after some random edits of its items."""
    value = copy.deepcopy(value)
    for number, (step, first, second) in enumerate(steps):
        places = list(item_places(value))
        if not places:
            break
        place, other = places[first % len(places)], places[second % len(places)]
        entries = value_at(value, place[:-1])
        if step == "text":
            value_at(value, place)["text"] = f"{who} {number} viết lại."
        elif step == "add":
            entries.insert(place[-1], {"id": f"{who}-{number}", "text": f"Mục mới {who} {number}."})
        elif step == "drop":
            del entries[place[-1]]
        elif other[: len(place)] != place and step == "move":
            target = value_at(value, other[:-1])
            item = entries.pop(place[-1])
            target.insert(min(other[-1], len(target)), item)
        elif other[: len(place)] != place:
            target = value_at(value, other)
            target.setdefault("items", []).append(entries.pop(place[-1]))
    return value


def without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_empty(entry) for key, entry in value.items() if entry != []}
    return [without_empty(entry) for entry in value] if isinstance(value, list) else value


TREE = {
    "title": "Kế hoạch",
    "body": [
        {"id": f"m{a}", "heading": f"Mục {a}", "items": [{"id": f"m{a}{b}", "text": f"Ý {a}.{b}."} for b in range(3)]}
        for a in range(3)
    ],
}


@given(OPS, OPS)
@settings(max_examples=300, deadline=None, derandomize=True, database=None)
def test_any_two_sides(in_file: list[tuple[str, int, int]], in_word: list[tuple[str, int, int]]) -> None:
    """What only one side changed is as it has it; of both, no item that a side put in or rewrote is lost or twice."""
    now, said = played(TREE, in_file, "kho"), played(TREE, in_word, "word")
    assert without_empty(three_way(TREE, now, TREE).value) == without_empty(now)
    assert without_empty(three_way(TREE, TREE, said).value) == without_empty(said)
    assert without_empty(three_way(TREE, said, said).value) == without_empty(said)
    joined = three_way(TREE, now, said)
    ids = [value_at(joined.value, place)["id"] for place in item_places(joined.value)]
    assert len(ids) == len(set(ids))
    old = every_item(TREE)
    for side, other in ((every_item(now), every_item(said)), (every_item(said), every_item(now))):
        for name, words in side.items():
            stays = name in other or name not in old or words != old[name]
            assert (name in ids) or not stays
    clashing = {clash.item for clash in joined.clashes}
    for name, words in every_item(joined.value).items():
        readings = {every_item(side)[name] for side in (now, said) if name in every_item(side)} - {old.get(name)}
        assert words in (readings or {old.get(name)})
        assert len(readings) < 2 or name in clashing


def every_item(value: Any) -> dict[str, str | None]:
    return {value_at(value, place)["id"]: value_at(value, place).get("text") for place in item_places(value)}


@pytest.mark.parametrize(
    ("now", "said", "joined"),
    [
        ("abXd", "abcdY", "abXdY"),
        ("Xbcd", "abcd", "Xbcd"),
        ("aXcd", "aYcd", None),
        ("aXcd", "aXcd", "aXcd"),
        ("aXYbcd", "abcd", "aXYbcd"),
        ("", "abcd", ""),
        ("acd", "abXd", "aXd"),
    ],
)
def test_two_changes_of_a_row(now: str, said: str, joined: str | None) -> None:
    """Changes that do not overlap both stand."""
    outcome = woven("abcd", now, said)
    assert (None if outcome is None else "".join(outcome)) == joined
