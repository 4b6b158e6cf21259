#!/usr/bin/env bash
# Expected: a workbook whose deadline cells are days turns into CSV with the days as its cells show them, or as ISO days;
#   a program that knows the cell's format writes 5 June 2026 in no other way than the format says.
# Happens: "Tháng "m/yyyy, which Excel shows as "Tháng 6/2026", comes out of xlsx2csv as "t12áng" (the letters h and t of
#   the quoted word are taken for hours), and Excel's usual short day, shown as 05/06/2026 on a Vietnamese machine, as
#   06-05-26; a cell of "95,5%" is 0.955 for xlsx2csv and markitdown. markitdown gives a day and midnight where only a
#   month is shown.
# Seen with: xlsx2csv 0.8.6, markitdown 0.1.9, openpyxl 3.1.5 (2026-11-30).
# Matters: a deadline moves to another month, and a month that was printed without a day gets one.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check xlsx2csv==0.8.6 'markitdown[xlsx]==0.1.9' openpyxl==3.1.5
env/bin/python - <<'PY'
import datetime as dt
import subprocess

import openpyxl
from markitdown import MarkItDown

book = openpyxl.Workbook()
sheet = book.active
sheet.append(["Nhiệm vụ", "Thời hạn"])
for task, value, code in (
    ("Phát tờ rơi", dt.date(2026, 6, 5), "mm-dd-yy"),
    ("Tập huấn", dt.date(2026, 6, 1), '"Tháng "m/yyyy'),
    ("Tỷ lệ", 0.955, "0.0%"),
):
    sheet.append([task, value])
    sheet.cell(sheet.max_row, 2).number_format = code
book.save("plan.xlsx")
csv = subprocess.run(["env/bin/xlsx2csv", "plan.xlsx"], capture_output=True, text=True, check=True).stdout
markdown = MarkItDown().convert("plan.xlsx").text_content
print(csv, markdown, sep="\n")
assert "Phát tờ rơi,06-05-26" in csv and "t12áng" in csv and "Tỷ lệ,0.955" in csv, "behaviour changed"
assert "| 2026-06-01 00:00:00 |" in markdown and "| 0.955 |" in markdown, "behaviour changed"
PY
