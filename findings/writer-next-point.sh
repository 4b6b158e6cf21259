#!/usr/bin/env bash
# Expected: where each letter of a list of points is a paragraph style with a list of its own, and with the next
#   letter's style as its next one (no automatic list has đ), Enter behind c) begins a paragraph labelled d).
# Happens: Writer gives the new paragraph the next style, "Điểm d)", and keeps the list of the one before: it is
#   labelled c) a second time, though nothing but the style numbers either paragraph in the file. Reading the file sets
#   the style's list at each paragraph too, and Enter takes that along. F12 takes it off the new paragraph, which is d)
#   then; Enter behind that begins đ).
# Seen with: LibreOffice 7.4.7, python-docx 1.2.0 (2026-11-29).
# Matters: a point added in Writer repeats the letter above it, where the style's name says another.
set -euo pipefail
command -v soffice > /dev/null || { echo "needs Debian's libreoffice-writer" >&2; exit 2; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check python-docx==1.2.0
env/bin/python - <<'PY'
from pathlib import Path

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

document = docx.Document()
numbering = document.part.numbering_part.element
styles = {}
for number, letter in enumerate(("c)", "d)", "đ)"), 90):
    style = document.styles.add_style(f"Điểm {letter}", WD_STYLE_TYPE.PARAGRAPH)
    style.element.styleId = f"Diem{number}"
    style.element.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="{number}"/></w:numPr>'))
    level = (f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="none"/><w:pStyle w:val="Diem{number}"/>'
             f'<w:lvlText w:val="{letter}"/></w:lvl>')
    numbering.find(qn("w:num")).addprevious(
        parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{level}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
    styles[letter] = style
styles["c)"].next_paragraph_style, styles["d)"].next_paragraph_style = styles["d)"], styles["đ)"]
document.add_paragraph("Sở Tư pháp rà soát.", style=styles["c)"])
document.save("plan.docx")

basic = Path("profile/user/basic/Standard")
basic.mkdir(parents=True)
here = Path.cwd().as_uri()
head = '<?xml version="1.0" encoding="UTF-8"?>\n'
library = 'xmlns:library="http://openoffice.org/2000/library"'
(basic.parent / "script.xlc").write_text(
    f'{head}<library:libraries {library}><library:library library:name="Standard" library:link="false"/></library:libraries>')
(basic / "script.xlb").write_text(
    f'{head}<library:library {library} library:name="Standard" library:readonly="false" library:passwordprotected="false">'
    '<library:element library:name="Enter"/></library:library>')
(basic / "Enter.xba").write_text(f"""{head}
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Enter" script:language="StarBasic">
Dim plan
Sub Behind
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  plan = StarDesktop.loadComponentFromURL("{here}/plan.docx", "_blank", 0, hidden())
  view = plan.CurrentController.ViewCursor
  view.gotoEnd(False)
  giver = createUnoService("com.sun.star.frame.DispatchHelper")
  giver.executeDispatch(plan.CurrentController.Frame, ".uno:InsertPara", "", 0, Array())
  plan.Text.insertString(view, "UBND các xã gửi báo cáo.", False)
  Labels("enter")
  giver.executeDispatch(plan.CurrentController.Frame, ".uno:DefaultNumbering", "", 0, Array())
  giver.executeDispatch(plan.CurrentController.Frame, ".uno:InsertPara", "", 0, Array())
  plan.Text.insertString(view, "Văn phòng tổng hợp.", False)
  Labels("f12")
  plan.close(True)
  StarDesktop.terminate()
End Sub
Sub Labels(moment As String)
  number = FreeFile
  Open ConvertFromURL("{here}/" &amp; moment) For Output As #number
  points = plan.Text.createEnumeration()
  Do While points.hasMoreElements()
    point = points.nextElement()
    Print #number, point.ParaStyleName &amp; " | " &amp; point.ListLabelString &amp; " | " &amp; point.String
  Loop
  Close #number
End Sub
</script:module>
""")
(basic.parent.parent / "registrymodifications.xcu").write_text(f"""{head}
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/Office">
<prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item></oor:items>
""")
PY
timeout 90 soffice --headless --norestore "-env:UserInstallation=file://$work/profile" "macro:///Standard.Enter.Behind" \
  > office.log 2>&1 < /dev/null
env/bin/python - <<'PY'
def points(moment):
    rows = [line.rstrip("\n").split(" | ") for line in open(moment, encoding="utf-8") if line.strip()]
    print(moment, *(" | ".join(row) for row in rows), sep="\n")
    return [row[:2] for row in rows]


assert points("enter") == [["Điểm c)", "c)"], ["Điểm d)", "c)"]], "behaviour changed"
assert points("f12") == [["Điểm c)", "c)"], ["Điểm d)", "d)"], ["Điểm đ)", "đ)"]], "behaviour changed"
PY
