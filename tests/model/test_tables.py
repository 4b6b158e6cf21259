"""Tables and appendices as printed: paths, merged cells, headings of several rows, ids filled in."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from corpus import FIXTURES, ROOT

from kehoach.exports.text import to_text
from kehoach.files.formatting import format_text
from kehoach.files.schemas import Schema
from kehoach.files.yamlfile import parse
from kehoach.model.fromdata import plan_from
from kehoach.model.printed import Line, lines

FILE = FIXTURES / "schema" / "valid" / "tables.yaml"
DATA: dict[str, Any] = parse(FILE.read_bytes(), FILE.name).value
PRINTED = lines(plan_from("xa-mau/tuyen-truyen/2025", DATA))


def place(line: Line) -> tuple[int, int, int, int]:
    """Row, column, width and height of a cell."""
    assert line.cell
    return line.cell.row, line.cell.column, line.cell.columns, line.cell.rows


def test_rows_have_paths_below_their_table() -> None:
    """The third row of the table in part II is II.T1.R3; a table before all parts, or in an appendix, has its own."""
    anchors = {line.path: line.anchor for line in PRINTED if line.cell and line.anchor}
    assert anchors == {
        "II.T1.R1": "nhom-tuyen-truyen",
        "II.T1.R2": "tap-huan",
        "II.T1.R3": "phat-thanh",
        "T1.R1": "khong-tieu-de",
        "PL1.T1.R1": "phong-van-hoa",
    }


def test_two_tables_below_one_path_are_told_apart() -> None:
    """Tables are counted along what is printed below a label, also those of parts without one."""
    data = deepcopy(DATA)
    again = {**deepcopy(data["body"][2]), "id": "bang-nua"}
    again["table"]["rows"][0]["id"] = "dong-nua"
    data["body"].append(again)
    paths = [line.path for line in lines(plan_from("a/b/2025", data)) if line.anchor in ("khong-tieu-de", "dong-nua")]
    assert paths == ["T1.R1", "T2.R1"]


def test_merged_cells_are_printed_once() -> None:
    """A cell merged with the one above is not printed again, and still holds for its row."""
    table = next(plan_from("a/b/2025", DATA).body[1].tables)
    cells = {line.words: place(line) for line in PRINTED if line.path.startswith("II.T1")}
    assert cells["Phân công"] == (-2, 2, 2, 1)
    assert cells["Thời gian"] == (-2, 4, 1, 2)
    assert cells["Tuyên truyền"] == (0, 1, 4, 1)
    assert cells["Phòng Văn hóa"] == (1, 2, 1, 2)
    assert {field.kind: field.text for field in table.rows[2].item.fields} == {
        "lead": "Phòng Văn hóa",
        "partners": "UBND tỉnh",
        "schedule": "Hằng tháng",
    }


def test_appendices_follow_the_signature() -> None:
    """Each has label, title and paths of its own; the label follows from the position unless it is given."""
    heads = [(line.path, line.words) for line in PRINTED if line.kind in ("appendix", "appendix_title")]
    assert heads == [
        ("PL1", "Phụ lục I"),
        ("PL1", "ĐƠN VỊ ĐƯỢC KIỂM TRA"),
        ("PL2", "Phụ lục 02"),
        ("PL2", "Nội dung kiểm tra"),
    ]
    assert [line.path for line in PRINTED if line.part == "PL2" and line.anchor][1:] == ["PL2.I", "PL2.I.-1"]
    text = to_text(PRINTED)
    assert text.index("Lưu: VT.") < text.index("Phụ lục I\nĐƠN VỊ") < text.index("| STT | Đơn vị được kiểm tra |")


def test_rows_without_id_get_one() -> None:
    """The formatter makes the id of a row from its words, not its number, and is stable."""
    schema = Schema.read("plan", (ROOT / "schema" / "plan.v1.schema.json").read_text(encoding="utf-8"))
    text = FILE.read_text(encoding="utf-8").replace("        - id: tap-huan\n          cells:", "        - cells:")
    done = format_text(text, schema)
    rows = parse(done.encode(), "x.yaml").value["body"][1]["table"]["rows"]
    assert rows[1]["id"] == "tap-huan-cho-cong-chuc-phong"
    assert format_text(done, schema) == done
