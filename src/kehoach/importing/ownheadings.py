"""Columns whose heading is in words of a writer's own ("Ai đứng ra làm", "Bao giờ xong"), told by cells and hints.

What the cells hold says which kind a column can be, a word of its heading says which it is. A column of bodies whose
heading says nothing of what they do has no role: it is told as doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kehoach.importing.cellkinds import cells_of, is_names
from kehoach.importing.changedcolumns import is_former
from kehoach.importing.model import SourceRow
from kehoach.meaning.linetimes import is_time_alone
from kehoach.meaning.parties import heading_parties, parties
from kehoach.model.fields import BODIES, DOERS
from kehoach.model.items import Column, Table
from kehoach.model.tables import span
from kehoach.wording.latepatterns import late
from kehoach.wording.letters import bare
from kehoach.wording.oldspelling import modern

_ROLES = tuple(
    (field.key, late(field.hint))
    for field in sorted(BODIES, key=lambda field: field.role == "implementer")
    if field.hint
)
"""Words of a heading that say what the bodies below it do; of two the first counts, those who just do it last."""

_NO_ROLE = late(
    r"được (?!giao|phân công)|\bbị\b|thụ hưởng|hưởng lợi|ban hành|phê duyệt|thẩm định|\bký\b|\btrình\b"
    r"|\bnhận\b(?! việc)|quyết định|cấp trên|quản lý|chủ quản|đề xuất|kiến nghị|đề nghị|thẩm quyền|cung cấp|sử dụng"
    r"|đối tượng|địa điểm|nơi (?:ở|cất|đặt|làm việc|tổ chức)|đăng ký|đăng cai|chủ đầu tư|chủ sở hữu|công tác|xếp loại"
    r"|tính|thành phần|tham dự|dự họp|gửi|đến|bảng"
)
"""What bodies below a heading are rather than doers: those that are visited, approve, receive, own."""

_WHEN = late(
    r"bao giờ|khi nào|lúc nào|thời(?! lượng)|\bhạn\b|lịch|\bmốc\b|\bxong\b|hoàn (?:thành|tất)|kết thúc|bắt đầu"
    r"|\bngày\b|tháng|dự kiến"
)
_RESULT = late(
    r"kết quả|sản phẩm|đầu ra|kiểm chứng|minh chứng|nghiệm thu|bằng gì|\bra gì\b|bằng chứng|thu được|đo bằng|đạt được"
    r"|phải có|hoàn thành"
)
_NO_RESULT = late(r"năm (?:trước|20)|hiện (?:tại|nay|trạng)|đã đạt|kỳ trước|đánh giá|xếp loại|điểm")
_WORK = late(
    r"việc|nhiệm vụ|làm gì|(?:phải|cần) (?:làm|thực hiện|rà soát|xử lý|khắc phục)|hoạt động|nội dung|giải pháp"
    r"|hạng mục|biện pháp|sự kiện|phần hành"
)
_SUBJECT = late(r"(?:thủ tục|quy định|văn bản|quy trình|dịch vụ|dữ liệu|hồ sơ|hệ thống)\b.{0,40}\b(?:cần|phải|được) \w")
"""What a task is about, where the heading says what is to be done with it: "Thủ tục cần rà soát"."""

_LONGEST = 10
"""Words of a heading that still is a name of its column."""

UNIT_OF_TIME = late(r"(?:buoi|gio|thu|ngay|tuan|thang|quy|nam|hoc ky)\Z")
_VISITED = late(
    r"(?:ten )?(?:(?:cac )?(?:co quan|don vi|dia phuong|xa|phuong|so|nganh|truong|doi tuong|thanh phan)[ ,/]*){1,4}"
    r"(?: ?(?:duoc|tiep|den) .{0,30})?\Z"
)
_WHOSE = late(r"(?:(?:co quan|don vi|bo phan|phong|ban|to|khoa)(?:\Z|\s*[,/]\s*|\s+)){1,3}\Z")
_IS_NAME = late(r"\w\W+\w|[0-9]")
"""A name of more than one word or with a number, as no measure is: "Hộ", "Lớp", but "PC06"."""
_IN_CHARGE = late(r"(?:lanh dao|nguoi|dong chi|thuong truc)\b.{0,30}phu trach")
_HELPS = late(r".*\b(?:tham muu|giup viec)\b")
_NO_WORK = late(
    r"(?:(?:ho (?:va )?)?ten(?:\Z| (?:can bo|nguoi|dong chi|don vi|co quan))|chuc (?:vu|danh)|don vi|co quan"
    r"|dia (?:ban|chi|diem)|noi(?! dung)|so|ma|ngay|tuan|thang|quy|nam|hoc ky|van ban|nhom|linh vuc|khoi luong"
    r"|dien thoai|email|thu dien tu|(?:noi dung )?(?:chi|chi tieu|tieu chi|muc tieu|chi so)|[a-z]{1,2}\Z"
    r"|ton tai|han che|khuyet diem|nguyen nhan|vuong mac|thuc trang|hien trang|ly do|can cu)\b"
)
_SHORT = 12
"""Characters of a cell below which it names a field of work, rather than says what is to be done."""
_LONGEST_LABEL = 7
_ASKS_WHO = late(
    r"(?:ai|người|nơi|bên|giao|cùng|làm cùng|chủ công|đứng|giúp|hỗ trợ|chịu trách nhiệm|đơn vị|cơ quan"
    r"|bộ phận|phòng|ban|lực lượng|đầu mối|tổ chức|sở|ngành|cá nhân|lãnh đạo)\b"
)
_ASKS_WHEN = late(r"(?:bao giờ|khi nào|lúc nào|xong|ngày|hạn|mốc|lịch|tiến độ)\b")
_INSPECTS = late(r"\bkiểm tra\b")
"""Behind "Đơn vị kiểm tra:" there can be who inspects as well as who is inspected."""
_WHO = frozenset(field.key for field in BODIES)


def read_own(kinds: list[str], columns: Sequence[Column], below: Sequence[SourceRow]) -> None:
    """Complete ``kinds`` for columns that no usual heading names, and take back roles that no cell has a body for."""
    heads = [bare_words(column.heading) for column in columns]
    _take_back(kinds, below)
    _add_time(kinds, columns, below)
    _add_beginning(kinds, columns, below)
    _add_roles(kinds, columns, below)
    _add_visited(kinds, heads)
    _add_task(kinds, columns, below)
    _add_doers(kinds, heads, below)
    _add_result(kinds, columns, below)
    _part_roles(kinds, heads)


def doubtful(columns: Sequence[Column], below: Sequence[SourceRow]) -> Iterator[Column]:
    """Give the columns of bodies of a table of duties whose heading tells not what they do or are."""
    if not Table(tuple(columns), ()).is_duties:
        return
    for number, column in enumerate(columns):
        if column.kind or not column.heading or _NO_ROLE.search(_words(column)) or is_former(column):
            continue
        cells = cells_of(below, number)
        if cells.names_bodies and cells.count > 1:
            yield column


def own_label(label: str, text: str) -> str:
    """Read a field whose label is a writer's own ("Ai làm: …", "Bao giờ xong: …") by what stands behind it.

    Gives a key of the schema, empty where words behind the label are not only names of bodies, or a time.
    """
    words = _lowered(label)
    label_words = text.strip().rstrip(".;")
    if not label_words or len(label.split()) > _LONGEST_LABEL or _NO_ROLE.search(words):
        return ""
    if _ASKS_WHEN.match(words):
        return "schedule" if is_time_alone(label_words) else ""
    if not _ASKS_WHO.match(words):
        return ""
    role = _role(Column("", label))
    return role if role and not _INSPECTS.search(words) and is_names(label_words) else ""


def bare_words(text: str) -> str:
    """Give a heading in lower case without diacritics and without what it says in brackets."""
    return " ".join(re.sub(r"\(.{0,60}\)", "", bare(text).lower()).split())


def _take_back(kinds: list[str], below: Sequence[SourceRow]) -> None:
    """Let no column say who acts whose cells are times, figures or marks: "Thực hiện" over "Tháng 3", "85%", "x"."""
    for number, kind in enumerate(kinds):
        if kind not in _WHO:
            continue
        cells = cells_of(below, number)
        if cells.count and not cells.bodies and not cells.people and 5 * (cells.times + cells.figures) >= 4:
            kinds[number] = "schedule" if 2 * cells.times > 1 and "schedule" not in kinds else ""


def _add_time(kinds: list[str], columns: Sequence[Column], below: Sequence[SourceRow]) -> None:
    """Find the column of times: by a word of its heading, else by all of its cells ("Dự kiến" over "Tháng 8")."""
    time_columns = [n for n, kind in enumerate(kinds) if kind in ("schedule", "moment")]
    if any(not UNIT_OF_TIME.match(bare_words(columns[n].heading)) for n in time_columns):
        return
    open_columns = [(number, column, cells_of(below, number)) for number, column in _open(kinds, columns)]
    hinted = [
        n
        for n, column, cells in open_columns
        if _WHEN.search(_words(column)) and 2 * cells.times >= 1 and not time_columns
    ]
    alone = [n for n, _, cells in open_columns if cells.times == 1 and cells.count > 1]
    for number in [*hinted, *alone][:1]:
        kinds[number] = "schedule"


def _add_beginning(kinds: list[str], columns: Sequence[Column], below: Sequence[SourceRow]) -> None:
    """Find the column that says when a task begins beside the one that says when it ends: "Khởi công"."""
    for number, _ in _open(kinds, columns):
        both = [Column("schedule" if n == number else kinds[n], c.heading) for n, c in enumerate(columns)]
        if span(both) and 2 * cells_of(below, number).times >= 1:
            kinds[number] = "schedule"
            return


def _add_roles(kinds: list[str], columns: Sequence[Column], below: Sequence[SourceRow]) -> None:
    for number, column in _open(kinds, columns):
        role = _role(column)
        if role and (role == "partners" or role not in kinds) and cells_of(below, number).names_somebody:
            kinds[number] = role


def _role(column: Column) -> str:
    """Read what the bodies of a column do: from its own heading, else from those above it."""
    for words in (column.heading, *reversed(column.above)):
        lowered = _lowered(words)
        if len(words.split()) > _LONGEST or _NO_ROLE.search(lowered):
            return ""
        if any(word[0].isupper() and word[1:].islower() for word in words.split()[1:]) and heading_parties(words, ()):
            return ""  # a row of the table: "Phòng Hỗ trợ doanh nghiệp"
        for role, hint in _ROLES:
            if hint.search(lowered):
                return role
    return ""


def _add_visited(kinds: list[str], heads: Sequence[str]) -> None:
    """Find the column that says who or what is visited, where none says what is done."""
    if {"task", "target"} & set(kinds) or "schedule" not in kinds:
        return
    visited = [n for n, kind in enumerate(kinds) if not kind and _VISITED.match(heads[n])]
    if len(visited) == 1:
        kinds[visited[0]] = "subject"


def _add_task(kinds: list[str], columns: Sequence[Column], below: Sequence[SourceRow]) -> None:
    """Find what is to be done where somebody is named who does it: by a word of the heading, else by the cells.

    Of several it is the one whose cells repeat least and are longest: "Mảng việc" names groups of "Phần việc phải làm".
    Without a word of its heading it is told where somebody is named for it, with a time.
    """
    if {"task", "subject"} & set(kinds) or not (_WHO | {"schedule"}) & set(kinds):
        return
    word_columns = [
        (n, _words(column), cells) for n, column in _open(kinds, columns) if (cells := cells_of(below, n)).is_words
    ]
    word_columns = [
        entry for entry in word_columns if not _NO_WORK.match(bare_words(entry[1])) or _SUBJECT.search(entry[1])
    ]
    work_columns = [entry for entry in word_columns if _WORK.search(entry[1])]
    if not work_columns and "method" in kinds and cells_of(below, kinds.index("method")).is_words:
        kinds[kinds.index("method")] = "task"  # "Tồn tại | Biện pháp | Đơn vị khắc phục"
        return
    if not work_columns and "target" not in kinds and "schedule" in kinds and _WHO & set(kinds):
        own = [entry for entry in word_columns if not _RESULT.search(entry[1])]
        work_columns = [entry for entry in own if entry[2].length > _SHORT] or own[:1]
    if work_columns:
        number, words, _ = max(work_columns, key=lambda entry: (round(entry[2].several, 1), entry[2].length))
        kinds[number] = "subject" if _SUBJECT.search(words) and "schedule" in kinds else "task"


def _add_doers(kinds: list[str], heads: Sequence[str], below: Sequence[SourceRow]) -> None:
    """Find the column of those who do a task where its heading only says "Đơn vị": it names bodies, no measures."""
    if "task" not in kinds or (DOERS | {"target"}) & set(kinds):
        return
    for number, kind in enumerate(kinds):
        cells = [row.cells[number] for row in below if re.search(r"\w", row.cells[number]) and not row.wide]
        cells_with_names = sum(
            any(map(_IS_NAME.search, (party.words for party in parties(cell, ())))) for cell in cells
        )
        if not kind and _WHOSE.match(heads[number]) and 2 * cells_with_names > len(cells):
            kinds[number] = "implementers"
            return


def _add_result(kinds: list[str], columns: Sequence[Column], below: Sequence[SourceRow]) -> None:
    """Find what comes of a task, by a word of the heading; what was before it, and points for it, are no result."""
    if "output" in kinds or "task" not in kinds or not DOERS & set(kinds):
        return
    for number, column in _open(kinds, columns):
        words, cells = _words(column), cells_of(below, number)
        holds_results = cells.count and not cells.names_bodies and not cells.people and 2 * cells.times < 1
        if holds_results and number > kinds.index("task") and _RESULT.search(words) and not _NO_RESULT.search(words):
            kinds[number] = "output"
            return


def _part_roles(kinds: list[str], heads: Sequence[str]) -> None:
    """Tell who watches, beside who leads or does it ("Lãnh đạo phụ trách"), and who leads where another only helps."""
    for number in [n for n, kind in enumerate(kinds) if kind == "lead"]:
        others = kinds.count("lead") > 1 or "implementers" in kinds
        if others and "monitor" not in kinds and _IN_CHARGE.match(heads[number]):
            kinds[number] = "monitor"
    for number, kind in enumerate(kinds):
        if kind == "partners" and _HELPS.match(heads[number]) and not DOERS & set(kinds):
            kinds[number] = "lead"


def _open(kinds: Sequence[str], columns: Sequence[Column]) -> Iterator[tuple[int, Column]]:
    """Give the columns that have a heading and no kind yet."""
    return ((number, column) for number, column in enumerate(columns) if column.heading and not kinds[number])


def _words(column: Column) -> str:
    return _lowered(" ".join((*column.above, column.heading)))


def _lowered(text: str) -> str:
    return " ".join(modern(re.sub(r"\(.{0,60}\)", " ", text)).lower().split())
