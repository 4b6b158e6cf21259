#!/usr/bin/env bash
# Expected: a deadline changed under "track changes" is read as the new one, or as the old one with a mark.
# Happens: python-docx's paragraph text holds neither, so "hạn 15/6/2026" become "30/7/2026" reads "hạn /2026";
#   LibreOffice prints both in one run, "15/630/7/2026", into a PDF, whose text has no strike-through; docx2python
#   reads the new one.
# Seen with: python-docx 1.2.0, docx2python 3.7.1, LibreOffice 7.4.7, poppler 22.12 (2026-11-29).
# Matters: drafts pass between bodies with tracked changes, and the part most often changed is a deadline or a number.
set -euo pipefail
for tool in soffice pdftotext; do
  command -v "$tool" > /dev/null || { echo "needs Debian's libreoffice-writer and poppler-utils" >&2; exit 2; }
done
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check python-docx==1.2.0 docx2python==3.7.1
env/bin/python - <<'PY'
import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

document = docx.Document()
mark = 'w:author="người soạn" w:date="2026-03-05T00:00:00Z"'
document.element.body.insert(0, parse_xml(
    f'<w:p {nsdecls("w")}><w:r><w:t xml:space="preserve">Thời hạn </w:t></w:r>'
    f'<w:del w:id="1" {mark}><w:r><w:delText>15/6</w:delText></w:r></w:del>'
    f'<w:ins w:id="2" {mark}><w:r><w:t>30/7</w:t></w:r></w:ins><w:r><w:t>/2026</w:t></w:r></w:p>'))
document.save("plan.docx")
PY
soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to pdf plan.docx > office.log 2>&1
pdftotext plan.pdf printed.txt
env/bin/python - <<'PY'
import docx
from docx2python import docx2python

read = docx.Document("plan.docx").paragraphs[0].text
kept = docx2python("plan.docx").text.strip()
printed = open("printed.txt", encoding="utf-8").read().strip()
print(f"python-docx  {read!r}\ndocx2python  {kept!r}\nLibreOffice  {printed!r}")
assert (read, kept, printed) == ("Thời hạn /2026", "Thời hạn 30/7/2026", "Thời hạn 15/630/7/2026"), "behaviour changed"
PY
