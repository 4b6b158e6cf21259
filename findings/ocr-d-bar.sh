#!/usr/bin/env bash
# Expected: OCR with the Vietnamese model reads the Vietnamese capital Đ (U+0110), and the letters and figures of a
#   number printed cleanly at 300 dpi.
# Happens: it writes Ð (U+00D0, the Icelandic letter), which looks the same and is equal to nothing, and reads
#   35/2023/UBTVQH15 as 35/2023/UBTVOHI5.
# Seen with: tesseract 5.3.0 with Debian's vie 1:4.1.0, page set by typst 0.15.2 in Libertinus Serif (2026-11-29).
# Matters: QĐ stands in the number of every decision; a scan then cites decisions that no register holds.
set -euo pipefail
command -v tesseract > /dev/null && tesseract --list-langs 2> /dev/null | grep -qx vie || {
  echo "needs Debian's tesseract-ocr and tesseract-ocr-vie" >&2; exit 2; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check typst==0.15.2
env/bin/python - <<'PY'
import typst

open("page.typ", "w", encoding="utf-8").write(
    '#set page(width: 18cm, height: 4cm, margin: 1cm)\n#set text(lang: "vi", font: "Libertinus Serif", size: 14pt)\n'
    "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021; Quyết định số 04/QĐ-UBND ngày 05/01/2026; "
    "Kế hoạch số 132-KH/UBND và 35/2023/UBTVQH15.\n")
typst.compile("page.typ", output="page.png", ppi=300)
PY
tesseract page.png read -l vie 2> ocr.log
env/bin/python - <<'PY'
text = open("read.txt", encoding="utf-8").read()
print(text.strip())
print("U+00D0:", text.count("\u00d0"), "U+0110:", text.count("\u0110"))
assert "76/NQ-CP" in text and "132-KH/UBND" in text, "the page was not read"
assert "04/Q\u00d0-UBND" in text, "behaviour changed"
assert "35/2023/UBTVQH15" not in text, "behaviour changed"
PY
