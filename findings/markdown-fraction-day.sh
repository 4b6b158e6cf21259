#!/usr/bin/env bash
# Expected: an extension that puts typographic signs for "->" and "+/-" leaves days, numbers and points alone.
# Happens: smartsymbols of PyMdown makes fractions of days: "1/6" (1 June) is shown as ⅙, "1/4/2026" as ¼/2026, and
#   document number 3/8-KH as ⅜-KH; "2/9" and "30/4" stay, since no such sign exists. "điểm (c)" is shown as "điểm ©".
#   markdown-it's typographer leaves the days and makes the same ©.
# Seen with: pymdown-extensions 13.1.2 with Markdown 3.11.3, markdown-it-py 4.3.0 (2026-11-29).
# Matters: it stands in ready-made lists of extensions for MkDocs; some days of a page stop being days, which no search
#   finds and no screen reader says, and a trial with 30/4 or 2/9 shows nothing.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check pymdown-extensions==13.1.2 Markdown==3.11.3 markdown-it-py==4.3.0
env/bin/python - <<'PY'
from html import unescape
import markdown
from markdown_it import MarkdownIt

typographer = MarkdownIt("js-default", {"typographer": True}).enable("replacements")
SHOWN = {
    "Trước ngày 1/6": ("Trước ngày ⅙", "Trước ngày 1/6"),
    "Trước ngày 1/4/2026": ("Trước ngày ¼/2026", "Trước ngày 1/4/2026"),
    "Kế hoạch số 3/8-KH": ("Kế hoạch số ⅜-KH", "Kế hoạch số 3/8-KH"),
    "Dịp 30/4 và 2/9": ("Dịp 30/4 và 2/9", "Dịp 30/4 và 2/9"),
    "Theo điểm (c) khoản 2": ("Theo điểm © khoản 2", "Theo điểm © khoản 2"),
}
for source, expected in SHOWN.items():
    pages = markdown.markdown(source, extensions=["pymdownx.smartsymbols"]), typographer.render(source)
    shown = tuple(unescape(page).strip().removeprefix("<p>").removesuffix("</p>") for page in pages)
    print(f"{source:22} smartsymbols: {shown[0]:22} typographer: {shown[1]}")
    assert shown == expected, "behaviour changed"
PY
