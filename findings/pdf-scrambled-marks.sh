#!/usr/bin/env bash
# Expected: "Kế hoạch" typed with combining marks (as some keyboards do) and printed by LibreOffice comes out of a PDF
#   in the order in which it is read, composed or not.
# Happens: the marked letters are drawn after the line, so pypdf and pdfminer return "K  ho ch … ế ạ": every syllable
#   with a mark is broken. pdfplumber and poppler sort by place on the page and return the line whole.
# Seen with: LibreOffice 7.4.7 with Liberation Serif, pypdf 7.1.1, pdfminer.six 20260107, pdfplumber 0.11.10, poppler
#   22.12 (2026-11-29).
# Matters: the text looks perfect on paper and on screen; only the reader shows it, and the words cannot be put back.
set -euo pipefail
for tool in soffice pdftotext fc-list; do
  command -v "$tool" > /dev/null || {
    echo "needs Debian's libreoffice-writer, poppler-utils, fontconfig and fonts-liberation" >&2; exit 2; }
done
[ -n "$(fc-list 'Liberation Serif')" ] || { echo "needs Debian's fonts-liberation" >&2; exit 2; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check \
  python-docx==1.2.0 pypdf==7.1.1 pdfminer.six==20260107 pdfplumber==0.11.10
env/bin/python - <<'PY'
import unicodedata, docx

document = docx.Document()
run = document.add_paragraph().add_run(unicodedata.normalize("NFD", "Kế hoạch cải cách hành chính"))
run.font.name = "Liberation Serif"
document.save("plan.docx")
PY
soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to pdf plan.docx > office.log 2>&1
pdftotext plan.pdf poppler.txt
env/bin/python - <<'PY'
import unicodedata, pdfplumber, pypdf
from pdfminer.high_level import extract_text

read = {
    "pypdf": pypdf.PdfReader("plan.pdf").pages[0].extract_text(),
    "pdfminer": extract_text("plan.pdf"),
    "pdfplumber": pdfplumber.open("plan.pdf").pages[0].extract_text(),
    "poppler": open("poppler.txt", encoding="utf-8").read(),
}
read = {reader: unicodedata.normalize("NFC", text).strip() for reader, text in read.items()}
for reader, text in read.items():
    print(f"{reader:10} {text!r}")
whole = [reader for reader, text in read.items() if "Kế hoạch cải cách hành chính" in text]
assert whole == ["pdfplumber", "poppler"], "behaviour changed"
PY
