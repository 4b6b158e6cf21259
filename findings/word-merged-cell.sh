#!/usr/bin/env bash
# Expected: a lead body written once in a cell that spans two tasks is one cell to a reader, or an empty one below it.
# Happens: markitdown writes a row with fewer cells than the table has columns, so that what stands right of the
#   merged cell moves one column to the left, under "Chủ trì"; python-docx returns the same text for both rows, as if
#   it had been written twice. pandoc keeps the span.
# Seen with: python-docx 1.2.0, pandoc 3.9 (pypandoc_binary 1.17), markitdown 0.1.9 (2026-11-29).
# Matters: appendices of tasks merge lead bodies and deadlines; a deadline under "Chủ trì" is a wrong duty that no
#   check of the file's form can see.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check \
  python-docx==1.2.0 'markitdown[docx]==0.1.9' pypandoc_binary==1.17
env/bin/python - <<'PY'
import docx, pypandoc
from markitdown import MarkItDown

document = docx.Document()
table = document.add_table(3, 3)
rows = (("Nhiệm vụ", "Chủ trì", "Thời hạn"), ("Tuyên truyền", "Sở Nội vụ", "Quý I"), ("Tập huấn", "", "Quý II"))
for row, texts in zip(table.rows, rows):
    for cell, text in zip(row.cells, texts):
        cell.paragraphs[0].text = text
table.cell(1, 1).merge(table.cell(2, 1))
document.save("plan.docx")

last = docx.Document("plan.docx").tables[0].rows[2].cells
read = [cell.text.strip() for cell in last]
marked = MarkItDown().convert("plan.docx").text_content.strip().split("\n")[-1]
html = " ".join(pypandoc.convert_file("plan.docx", "html").split())
print("python-docx", read, "\nmarkitdown ", marked, "\npandoc     ", html[html.index("Tuyên") :])
assert read == ["Tập huấn", "Sở Nội vụ", "Quý II"], "behaviour changed"
assert marked == "| Tập huấn | Quý II |", "behaviour changed"
assert '<td rowspan="2">Sở Nội vụ</td>' in html, "behaviour changed"
PY
