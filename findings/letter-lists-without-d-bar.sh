#!/usr/bin/env bash
# Expected: points lettered a), b), c), d) … in a document marked as Vietnamese go on with đ), as Nghị định
#   30/2020/NĐ-CP and every law letter them.
# Happens: no tool's automatic letters have đ, whatever the language: Word's lowerLetter in LibreOffice and typst's
#   "a)" give e) to the fifth point; pandoc reads typed letters, ends the list at "đ)", which becomes a plain
#   paragraph, and begins a second list.
# Seen with: LibreOffice 7.4.7, typst 0.15.2, pandoc 3.9 (pypandoc_binary 1.17), pdftotext 22.12 (2026-11-29).
# Matters: "điểm đ khoản 2" in another document points at a paragraph that has become "e)".
set -euo pipefail
for tool in soffice pdftotext; do
  command -v "$tool" > /dev/null || { echo "needs Debian's libreoffice-writer and poppler-utils" >&2; exit 2; }
done
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check python-docx==1.2.0 typst==0.15.2 pypandoc_binary==1.17
env/bin/python - <<'PY'
import docx, typst
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

document = docx.Document()
language = '<w:lang w:val="vi-VN" w:eastAsia="vi-VN"/>'
level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl>'
numbering = document.part.numbering_part.element
numbering.find(qn("w:num")).addprevious(
    parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{level}</w:abstractNum>'))
numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
for word in ("một", "hai", "ba", "bốn", "năm", "sáu"):
    document.element.body.insert(-1, parse_xml(
        f'<w:p {nsdecls("w")}><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="90"/></w:numPr></w:pPr>'
        f"<w:r><w:rPr>{language}</w:rPr><w:t>{word}</w:t></w:r></w:p>"))
document.save("plan.docx")
open("plan.typ", "w", encoding="utf-8").write(
    '#set text(lang: "vi")\n#set enum(numbering: "a)")\n+ một\n+ hai\n+ ba\n+ bốn\n+ năm\n+ sáu\n')
typst.compile("plan.typ", output="typst.pdf")
PY
soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to txt:Text plan.docx > office.log 2>&1
pdftotext -layout typst.pdf typst.txt
env/bin/python - <<'PY'
import pypandoc

office = [line.split()[0] for line in open("plan.txt", encoding="utf-8-sig") if line.strip()]
typeset = [line.split()[0] for line in open("typst.txt", encoding="utf-8") if line.strip()]
typed = "\n\n".join(("a) một", "b) hai", "c) ba", "d) bốn", "đ) năm", "e) sáu"))
html = pypandoc.convert_text(typed, "html", format="markdown")
print("LibreOffice", office, "\ntypst      ", typeset, "\npandoc     ", " ".join(html.split()))
assert office == typeset == ["a)", "b)", "c)", "d)", "e)", "f)"], "behaviour changed"
assert "<p>đ) năm</p>" in html and html.count("<ol") == 2, "behaviour changed"
PY
