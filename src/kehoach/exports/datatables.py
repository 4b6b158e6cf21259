"""The tables of the open data: files, columns and keys.

File names and columns are a contract with those who read them; a change is a new file name. Only the printed fields
of a duty and its condition, which stand behind its other columns, may become more, and are to be read by their names.
"""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.model.fields import BODIES, FIELDS, TEXTS, DutyField, Holds


@dataclass(frozen=True)
class DataColumn:
    """A column of a table: name, Frictionless type and what it holds."""

    name: str
    type: str
    description: str


@dataclass(frozen=True)
class DataTable:
    """A CSV file: name without suffix, title, columns and the columns that identify a row."""

    name: str
    title: str
    columns: tuple[DataColumn, ...]
    key: tuple[str, ...] = ()


_PLAN_ID = DataColumn("plan_id", "string", "Mã kế hoạch: cơ quan/loạt/năm.")
_PATH = DataColumn(
    "path",
    "string",
    "Đường dẫn nhãn như bản in: III.2.b; gạch đầu dòng thứ n là -n, dấu cộng thứ n là +n; III.2.T1.R3 là dòng 3 của "
    "bảng 1, PL1.I.2 là mục I.2 của phụ lục thứ nhất.",
)
_DUE_RULE = DataColumn(
    "due_rule",
    "string",
    "Hạn gửi: by (chậm nhất) hoặc before (trước), ngày, tháng nào; ví dụ: by 10 last_month_of_period.",
)


def _column(field: DutyField) -> DataColumn:
    several = ", cách nhau bằng dấu chấm phẩy" if field.holds is Holds.BODIES else ""
    return DataColumn(field.column, "string", f"{field.label} như bản in{several}.")


TABLES = (
    DataTable(
        "duties",
        "Việc phải làm",
        (
            DataColumn("duty_id", "string", "Mã việc, không đổi."),
            _PLAN_ID,
            _PATH,
            DataColumn("title", "string", "Tên việc."),
            *(_column(field) for field in FIELDS if field.holds is not Holds.TEXT and not field.appended),
            DataColumn(
                "recurrence",
                "string",
                "Cách lặp lại, có thể nhiều: continuous, monthly, quarterly, half_yearly, nine_monthly, yearly, once, "
                "on_event, unstated (bản in không ghi).",
            ),
            DataColumn("report_to", "string", "Nơi nhận báo cáo như bản in."),
            _DUE_RULE,
            DataColumn("url", "string", "Địa chỉ trong trang, tính từ gốc của trang."),
            *(_column(field) for field in (*TEXTS, *(field for field in FIELDS if field.appended))),
            DataColumn(
                "condition",
                "string",
                "Điều kiện như bản in mà chỉ khi có thì nơi chủ trì, thực hiện mới phải làm; trống khi luôn phải làm.",
            ),
        ),
        ("duty_id",),
    ),
    DataTable(
        "assignments",
        "Ai có việc nào, mỗi cơ quan một dòng",
        (
            DataColumn("duty_id", "string", "Mã việc trong bảng duties."),
            _PLAN_ID,
            DataColumn(
                "role",
                "string",
                f"Vai trò, theo tên cột của bảng duties: {', '.join(field.column for field in BODIES)}.",
            ),
            DataColumn("unit_id", "string", "Mã cơ quan; trống khi sổ chưa có."),
            DataColumn("unit", "string", "Tên cơ quan trong sổ; trống khi sổ chưa có."),
            DataColumn("words", "string", "Chữ nêu cơ quan, như bản in."),
            DataColumn("url", "string", "Trang của cơ quan, tính từ gốc của trang; trống khi sổ chưa có."),
        ),
    ),
    DataTable(
        "deadlines",
        "Các kỳ, các hạn của từng việc, mỗi lần một dòng",
        (
            DataColumn("duty_id", "string", "Mã việc trong bảng duties."),
            _PLAN_ID,
            DataColumn("period", "string", "Kỳ: 2026-03, 2026-Q1, 2026-H1, 2026, hoặc một ngày."),
            DataColumn("due", "date", "Ngày cuối phải xong; trống khi bản in không nêu ngày."),
            DataColumn("last_day", "date", "Ngày để xếp thứ tự: ngày cuối phải xong, hoặc ngày cuối của kỳ."),
            DataColumn(
                "words",
                "string",
                "Chữ nêu thời gian, như bản in; trong ngoặc vuông là điều kiện, ngoại lệ mà bản in ghi cùng.",
            ),
            DataColumn("part", "string", "Phần việc mà ngày ấy nói tới; trống khi là cả việc."),
            DataColumn("unit_id", "string", "Mã cơ quan mà riêng mình có ngày ấy; trống khi chung cho cả việc."),
            DataColumn("unit_words", "string", "Chữ nêu cơ quan ấy, như bản in."),
        ),
        ("duty_id", "period"),
    ),
    DataTable(
        "reports",
        "Việc báo cáo, mỗi kỳ một dòng",
        (
            DataColumn("duty_id", "string", "Mã việc trong bảng duties."),
            _PLAN_ID,
            _PATH,
            DataColumn("period", "string", "Kỳ: month, quarter, half_year, nine_months, year, periodic."),
            _DUE_RULE,
            DataColumn("report_to", "string", "Mã cơ quan nhận báo cáo; chữ in khi không có mã."),
            DataColumn("text", "string", "Câu giao việc báo cáo."),
        ),
        ("duty_id", "period"),
    ),
    DataTable(
        "citations",
        "Văn bản được viện dẫn, mỗi lần một dòng",
        (
            _PLAN_ID,
            _PATH,
            DataColumn("document_id", "string", "Mã văn bản; trống khi chưa có trong sổ."),
            DataColumn("type", "string", "Loại văn bản."),
            DataColumn("number", "string", "Số như bản in, giữ số 0 ở đầu; trống khi viện dẫn theo tên."),
            DataColumn("issuer", "string", "Mã cơ quan ban hành; trống khi chưa rõ."),
            DataColumn("issued", "date", "Ngày ban hành."),
            DataColumn("text", "string", "Chữ viện dẫn như bản in."),
            DataColumn(
                "point", "string", "Phần của văn bản được dẫn, như bản in: “điểm b khoản 2 Điều 5”; trống khi dẫn cả."
            ),
        ),
    ),
    DataTable(
        "targets",
        "Con số cần đạt",
        (
            _PLAN_ID,
            _PATH,
            DataColumn("indicator_id", "string", "Mã chỉ số."),
            DataColumn("value", "number", "Giá trị."),
            DataColumn("unit", "string", "Đơn vị tính."),
            DataColumn("text", "string", "Câu nêu con số."),
            DataColumn(
                "owner_id",
                "string",
                "Mã cơ quan phải đạt con số: nơi câu nói tới (“tỉnh phấn đấu đạt …”), nếu không thì nơi ban hành; "
                "trống khi chưa rõ.",
            ),
            DataColumn("origin", "string", "fact: người ghi trong tệp kế hoạch; printed: máy đọc từ câu in."),
            DataColumn(
                "comparison",
                "string",
                "equal: bằng; at_least: ít nhất; above: trên; at_most: nhiều nhất; below: dưới; up: tăng; down: giảm; "
                "range: từ value đến upper; rank: trong nhóm hoặc hạng value.",
            ),
            DataColumn("upper", "number", "Đầu trên của khoảng; trống khi không phải khoảng."),
            DataColumn(
                "per", "string", "Con số tính cho mỗi: day, week, month, quarter, half_year, year; trống khi không ghi."
            ),
            DataColumn(
                "by",
                "string",
                "Thời hạn đạt: như bản in, hoặc ngày mà chữ in nói tới, trong ngoặc vuông là điều kiện, ngoại lệ; "
                "trống khi không ghi.",
            ),
            DataColumn("holder", "string", "Chữ in nêu nơi phải đạt; trống khi câu không nêu ai."),
        ),
    ),
    DataTable(
        "relations",
        "Quan hệ giữa kế hoạch, văn bản và giữa các mục qua các năm",
        (
            DataColumn(
                "type",
                "string",
                "Quan hệ: implements, based_on, proposed_by, replaces, amends, corrects, repeals, issues, cites, "
                "follows (kỳ trước), continues (nối tiếp một mục), said_above (kế hoạch cấp trên do người đọc ghi).",
            ),
            DataColumn("inverse", "string", "Tên quan hệ khi nhìn từ phía bên kia."),
            DataColumn("source_kind", "string", "plan hoặc document."),
            DataColumn("source_id", "string", "Mã kế hoạch hoặc mã văn bản."),
            DataColumn("source_item", "string", "Mã mục; trống khi nói về cả văn bản."),
            DataColumn("target_kind", "string", "plan hoặc document."),
            DataColumn("target_id", "string", "Mã kế hoạch hoặc mã văn bản; văn bản không giữ toàn văn cũng có mã."),
            DataColumn("target_item", "string", "Mã mục; trống khi nói về cả văn bản."),
            DataColumn("date", "date", "Từ ngày nào; trống khi chưa rõ."),
            DataColumn("path", "string", "Chỗ trong kế hoạch nói lên quan hệ."),
            DataColumn("words", "string", "Chữ nói lên quan hệ, như bản in."),
            DataColumn("certainty", "string", "certain, likely hoặc doubtful."),
            DataColumn("origin", "string", "Nguồn của quan hệ khi không phải chữ trong kế hoạch."),
        ),
    ),
)
