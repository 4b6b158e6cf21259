#!/usr/bin/env bash
# Expected: heading rows that come again on a further page are as high there as where the table begins.
# Happens: a heading over both of two heading rows ("Kết quả", beside "Đơn vị" over "Chủ trì" and "Phối hợp") makes the
#   rows higher where the table begins; on the further pages they are as high as the other cells need, and the rest of
#   its words is neither seen nor in the PDF's text. A least height of the last heading row gives all the words.
# Seen with: LibreOffice 7.4.7, python-docx 1.2.0 (2026-11-30).
# Matters: tables of tasks have such headings and go over pages; what a narrow column holds is cut in the printed plan.
set -euo pipefail
command -v soffice > /dev/null || { echo "needs Debian's libreoffice-writer" >&2; exit 2; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check python-docx==1.2.0 pypdf==5.4.0
env/bin/python - <<'PY'
import subprocess

import docx
from docx.oxml import OxmlElement
from docx.shared import Cm
from pypdf import PdfReader

HEADING = "Kết quả phải đạt và nơi xác nhận"


def pages(height):
    document = docx.Document()
    table = document.add_table(2, 3)
    table.autofit = False
    table.cell(0, 0).merge(table.cell(0, 1)).paragraphs[0].text = "Đơn vị"
    table.cell(1, 0).text, table.cell(1, 1).text = "Chủ trì", "Phối hợp"
    table.cell(0, 2).text = HEADING
    table.cell(0, 2).merge(table.cell(1, 2))
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for number in range(60):
        for cell in table.add_row().cells:
            cell.text = f"việc {number}"
    for column, width in zip(table.columns, (5, 5, 1.8)):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    if height:
        table.rows[1].height = height
    document.save("plan.docx")
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{subprocess.os.getcwd()}/profile",
         "--convert-to", "pdf", "plan.docx"], check=True, capture_output=True)
    return [" ".join(page.extract_text().split()) for page in PdfReader("plan.pdf").pages]


plain, high = pages(None), pages(Cm(5))
for name, texts in (("as it is ", plain), ("least height", high)):
    print(name, [all(word in text for word in HEADING.split()) for text in texts], texts[1][:60])
last = HEADING.split()[-1]
assert last in plain[0] and last not in plain[1], "behaviour changed"
assert last in high[0] and last in high[1], "behaviour changed"
PY
