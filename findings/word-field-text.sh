#!/usr/bin/env bash
# Expected: a Word document property shown in a line (w:fldSimple with its last result) is text like any other, so
#   every reader returns the number it prints.
# Happens: python-docx, mammoth and markitdown drop the result without a word; docx2python keeps it.
# Seen with: python-docx 1.2.0, mammoth 1.13.0, markitdown 0.1.9, docx2python 3.7.1 (2026-11-29).
# Matters: offices put the number and the day of a plan into properties, so a plan read in this way has no number, and
#   nothing tells that one was printed.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check \
  python-docx==1.2.0 mammoth==1.13.0 'markitdown[docx]==0.1.9' docx2python==3.7.1
env/bin/python - <<'PY'
import docx, mammoth
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python
from markitdown import MarkItDown

document = docx.Document()
field = '<w:fldSimple w:instr=" DOCPROPERTY so "><w:r><w:t>15/KH-UBND</w:t></w:r></w:fldSimple>'
line = f'<w:p {nsdecls("w")}><w:r><w:t>Kế hoạch số </w:t></w:r>{field}</w:p>'
document.element.body.insert(0, parse_xml(line))
document.save("plan.docx")

read = {
    "python-docx": docx.Document("plan.docx").paragraphs[0].text,
    "mammoth": mammoth.extract_raw_text("plan.docx").value.strip(),
    "markitdown": MarkItDown().convert("plan.docx").text_content,
    "docx2python": docx2python("plan.docx").text.strip(),
}
for reader, text in read.items():
    print(f"{reader:12} {text!r}")
assert [reader for reader, text in read.items() if "15/KH-UBND" in text] == ["docx2python"], "behaviour changed"
assert all("Kế hoạch số" in text for text in read.values())
PY
