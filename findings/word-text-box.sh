#!/usr/bin/env bash
# Expected: words in a text box ("DỰ THẢO LẦN 2") are read once. Word stores them twice in one w:p, as a drawing and
#   as a fallback for old readers, of which a reader is to take one (ECMA-376, markup compatibility).
# Happens: python-docx reads none, mammoth one, docx2python both.
# Seen with: python-docx 1.2.0, mammoth 1.13.0, docx2python 3.7.1 (2026-11-29).
# Matters: the stamp that tells a draft from an issued plan stands in a text box: one reader takes a draft for a plan,
#   another counts its words twice and breaks a comparison word for word.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check python-docx==1.2.0 mammoth==1.13.0 docx2python==3.7.1
env/bin/python - <<'PY'
import docx, mammoth
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
STAMP = "DỰ THẢO LẦN 2"
box = f"<w:txbxContent><w:p><w:r><w:t>{STAMP}</w:t></w:r></w:p></w:txbxContent>"
place = "".join(
    f'<wp:position{axis} relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:position{axis}>' for axis in "HV")
drawing = (
    '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" '
    f'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>{place}<wp:extent cx="1800000" '
    'cy="400000"/><wp:wrapNone/><wp:docPr id="1" name="khung"/><a:graphic>'
    f'<a:graphicData uri="{SHAPE}"><wps:wsp xmlns:wps="{SHAPE}"><wps:cNvSpPr txBox="1"/><wps:spPr/>'
    f"<wps:txbx>{box}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>")
old = f'<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>{box}</v:textbox></v:shape></w:pict>'
choice = f'<mc:Choice xmlns:wps="{SHAPE}" Requires="wps">{drawing}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
document = docx.Document()
document.element.body.insert(0, parse_xml(
    f'<w:p {nsdecls("w", "wp", "a")} xmlns:mc="{MC}"><w:r><w:t>KẾ HOẠCH</w:t></w:r>'
    f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r></w:p>"))
document.save("plan.docx")

read = {
    "python-docx": "\n".join(paragraph.text for paragraph in docx.Document("plan.docx").paragraphs),
    "mammoth": mammoth.extract_raw_text("plan.docx").value,
    "docx2python": docx2python("plan.docx").text,
}
for reader, text in read.items():
    print(f"{reader:12} {text.count(STAMP)} times: {text.split()}")
assert [text.count(STAMP) for text in read.values()] == [0, 1, 2], "behaviour changed"
PY
