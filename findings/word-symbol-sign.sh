#!/usr/bin/env bash
# Expected: a sign that Word's Insert > Symbol puts into a line, "≥ 95%" or the tick in a table of months, is text, so that
#   readers return it as the character it looks like, or at least return something.
# Happens: it is stored as a code of its font. python-docx and docx2txt drop it without a word, so that "≥ 95%" is
#   "95%" and a ticked month is empty; docx2python returns the code within a tag; only mammoth has the two signs.
# Seen with: python-docx 1.2.0, docx2txt 0.9, mammoth 1.13.0, docx2python 3.7.1 (2026-11-30).
# Matters: a target loses what compares it, and a duty the month it falls in, while every word of the file was counted.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check python-docx==1.2.0 docx2txt==0.9 mammoth==1.13.0 docx2python==3.7.1
env/bin/python - <<'PY'
import docx, docx2txt, mammoth
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python

SIGNS = {"target": ("Symbol", "F0B3"), "month": ("Wingdings", "F0FC")}
read = {}
for name, (font, code) in SIGNS.items():
    document = docx.Document()
    line = document.add_paragraph("Hồ sơ trực tuyến: ")
    line._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:sym w:font="{font}" w:char="{code}"/></w:r>'))
    line.add_run(" 95%")
    document.save(f"{name}.docx")
    read[name] = {
        "python-docx": docx.Document(f"{name}.docx").paragraphs[0].text,
        "docx2txt": docx2txt.process(f"{name}.docx").strip(),
        "mammoth": mammoth.extract_raw_text(f"{name}.docx").value.strip(),
        "docx2python": docx2python(f"{name}.docx").text.strip(),
    }
    for reader, text in read[name].items():
        print(f"{name:7} {reader:12} {text!r}")
for name, sign in (("target", "≥"), ("month", "✓")):
    for reader in ("python-docx", "docx2txt"):
        assert read[name][reader] == "Hồ sơ trực tuyến:  95%", "behaviour changed"
    assert sign in read[name]["mammoth"], "behaviour changed"
    assert sign not in read[name]["docx2python"], "behaviour changed"
PY
