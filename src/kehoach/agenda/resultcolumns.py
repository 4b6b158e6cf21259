"""The columns of the table in which results are recorded, the same going out and coming in."""

from __future__ import annotations

from kehoach.model.progress import VERDICTS
from kehoach.wording.letters import upper_first

COLUMNS = (
    ("duty", "Mã việc", 26),
    ("path", "Mục", 10),
    ("title", "Việc", 50),
    ("lead", "Chủ trì, thực hiện", 30),
    ("period", "Kỳ", 16),
    ("due", "Hạn", 12),
    ("unit", "Nơi có kết quả", 24),
    ("result", "Kết quả", 20),
    ("date", "Ngày có kết quả", 14),
    ("done", "Đã làm gì", 44),
    ("reason", "Vì sao chưa xong", 34),
    ("until", "Chuyển đến ngày", 14),
    ("evidence", "Minh chứng", 40),
    ("recorded", "Ngày ghi", 12),
    ("by", "Người ghi", 22),
    ("by_unit", "Cơ quan của người ghi", 24),
    ("why", "Lý do sửa", 34),
)
"""Key, heading and width in characters of each column; the first six say what is to be done, the rest is filled in."""

HEADINGS = {heading: key for key, heading, _ in COLUMNS}
DAYS = ("due", "date", "until", "recorded")
"""Columns that hold a day."""

RESULTS = {key: upper_first(name) for key, name in VERDICTS.items()}
