#!/usr/bin/env bash
# Expected: on a clean page OCR with the Vietnamese model reads the four quarters, I to IV, or makes of them what no one
#   takes for a number.
# Happens: at each of four resolutions at least one "quý III" is read as "quý II", with every other word of the line
#   right; three and two strokes are told apart nowhere for certain. Some II become H, which one can see.
# Seen with: tesseract 5.3.0 with Debian's vie 1:4.1.0, page set by typst 0.15.2 in Libertinus Serif (2026-11-29).
# Matters: a report of quarter III is due three months early in the draft; the word is well formed, so neither a
#   dictionary nor a schema has anything to say.
set -euo pipefail
command -v tesseract > /dev/null && tesseract --list-langs 2> /dev/null | grep -x vie > /dev/null || {
  echo "needs Debian's tesseract-ocr and tesseract-ocr-vie" >&2; exit 2; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check typst==0.15.2
env/bin/python - <<'PY'
import typst

lines = ["Báo cáo quý I, quý II, quý III và quý IV năm 2026."]
lines += [f"Kiểm tra: Quý {quarter}" for quarter in ("I", "II", "III", "IV")]
open("page.typ", "w", encoding="utf-8").write(
    '#set page(width: 15cm, height: auto, margin: 12mm)\n#set text(lang: "vi", font: "Libertinus Serif", size: 13pt)\n'
    + "\n\n".join(lines))
for dpi in (150, 200, 300, 400):
    typst.compile("page.typ", output=f"{dpi}.png", ppi=dpi)
PY
for dpi in 150 200 300 400; do tesseract "$dpi.png" "$dpi" -l vie --dpi "$dpi" 2> ocr.log; done
python3 - <<'PY'
import re

RIGHT = ["I", "II", "III", "IV", "I", "II", "III", "IV"]
for dpi in (150, 200, 300, 400):
    text = open(f"{dpi}.txt", encoding="utf-8").read()
    read = re.findall(r"[Qq]uý (\w+)", text)
    print(f"{dpi} dpi:", " ".join(read))
    assert len(read) == len(RIGHT) and "năm 2026." in text, "the page was not read"
    assert any((meant, got) == ("III", "II") for meant, got in zip(RIGHT, read)), "behaviour changed"
PY
