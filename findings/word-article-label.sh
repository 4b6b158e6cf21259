#!/usr/bin/env bash
# Expected: a reader that numbers Word's automatic lists numbers them as Word prints them: "Điều 1.", "Điều 2." for a
#   level whose text is "Điều %1.", and a) again where the next list begins.
# Happens: the word "Điều" is lost by mammoth, pandoc and docx2python alike; docx2python writes "1)"; mammoth joins
#   the two lists into one, so that point a) becomes the third item. LibreOffice prints what Word prints.
# Seen with: mammoth 1.13.0, pandoc 3.9 (pypandoc_binary 1.17), docx2python 3.7.1, LibreOffice 7.4.7 (2026-11-29).
# Matters: a decision that issues a plan is cited by its articles and points; after such a reading "điểm a Điều 2" is
#   nowhere in the text.
set -euo pipefail
command -v soffice > /dev/null || { echo "needs Debian's libreoffice-writer" >&2; exit 2; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check \
  python-docx==1.2.0 mammoth==1.13.0 pypandoc_binary==1.17 docx2python==3.7.1
env/bin/python - <<'PY'
import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

document = docx.Document()
numbering = document.part.numbering_part.element
for key, form, label in ((90, "decimal", "Điều %1."), (91, "lowerLetter", "%1)")):
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{label}"/></w:lvl>'
    numbering.find(qn("w:num")).addprevious(
        parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{key}">{level}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'))
for key, text in ((90, "Ban hành kế hoạch"), (90, "Tổ chức thực hiện"), (91, "Sở Nội vụ"), (91, "Sở Tài chính")):
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    properties.append(parse_xml(
        f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{key}"/></w:numPr>'))
document.save("plan.docx")
PY
soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to txt:Text plan.docx > office.log 2>&1
env/bin/python - <<'PY'
import mammoth, pypandoc
from docx2python import docx2python

read = {
    "LibreOffice": open("plan.txt", encoding="utf-8-sig").read().split("\n"),
    "pandoc": pypandoc.convert_file("plan.docx", "plain").split("\n"),
    "docx2python": docx2python("plan.docx").text.split("\n"),
    "mammoth": mammoth.convert_to_html("plan.docx").value.replace("<li>", "\n<li>").split("\n"),
}
read = {reader: [" ".join(line.split()) for line in lines if line.strip()] for reader, lines in read.items()}
for reader, lines in read.items():
    print(f"{reader:12} {lines}")
assert [reader for reader, lines in read.items() if "Điều" in " ".join(lines)] == ["LibreOffice"], "behaviour changed"
assert read["docx2python"][1] == "2) Tổ chức thực hiện"
assert " ".join(read["mammoth"]).count("<ol>") == 1
PY
