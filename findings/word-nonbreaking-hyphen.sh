#!/usr/bin/env bash
# Expected: Word's non-breaking hyphen (Ctrl+Shift+_, w:noBreakHyphen) in a document number is a hyphen to a reader.
# Happens: three readers give three numbers: python-docx "15/KH-UBND", mammoth and pandoc U+2011 in place of the
#   hyphen, docx2python no character at all: "15/KHUBND".
# Seen with: python-docx 1.2.0, mammoth 1.13.0, pandoc 3.9 (pypandoc_binary 1.17), docx2python 3.7.1 (2026-11-29).
# Matters: clerks use it so that a number is not broken at a line's end; numbers are what plans are linked by, and the
#   same citation no longer matches itself.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check \
  python-docx==1.2.0 mammoth==1.13.0 pypandoc_binary==1.17 docx2python==3.7.1
env/bin/python - <<'PY'
import docx, mammoth, pypandoc
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python

document = docx.Document()
number = "<w:r><w:t>15/KH</w:t><w:noBreakHyphen/><w:t>UBND</w:t></w:r>"
document.element.body.insert(0, parse_xml(f'<w:p {nsdecls("w")}>{number}</w:p>'))
document.save("plan.docx")

read = {
    "python-docx": docx.Document("plan.docx").paragraphs[0].text,
    "mammoth": mammoth.extract_raw_text("plan.docx").value.strip(),
    "pandoc": pypandoc.convert_file("plan.docx", "plain").strip(),
    "docx2python": docx2python("plan.docx").text.strip(),
}
for reader, text in read.items():
    print(f"{reader:12} {ascii(text)}")
assert list(read.values()) == ["15/KH-UBND", "15/KH\u2011UBND", "15/KH\u2011UBND", "15/KHUBND"], "behaviour changed"
PY
